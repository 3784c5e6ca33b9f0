"""Who is called before an imperative or right behind its marker, up to a comma."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, clause_end, is_verb
from kg.extract.phrases import agents_in, phrase_end, starts_animate
from kg.extract.subjects import list_start
from kg.model import Reference
from kg.model.members import NONE

MAX_CALLED = 12  # words of who is called before his comma
MINE = "ku"  # enclitic of the first person: `anak-anakku`


def called(passage: Passage, grammar: Grammar, comma: int, floor: int) -> tuple[tuple[Reference, ...], int] | None:
    """Who is called before a comma or another end: a noun phrase of people that opens the clause, with its relative
    clause (`pemudik yang mengantuk, berhentilah`) or of several (`Bapak dan Ibu lurah, bacalah`)."""
    first = comma
    while first > floor and not passage.is_punctuation(first - 1):
        first -= 1
    leads = (grammar.imperative_lead, grammar.imperative_particle)  # the second: `tolong|lah Pak Presiden, ...`
    while first < comma and any(passage.lower[first] in words for words in leads) and passage.mention[first] < 0:
        first += 1
    serves = (
        passage.lower[first] in grammar.benefactive or passage.lower[first] in grammar.demand & grammar.purpose_lead
    )
    if (serves or passage.lower[first] in grammar.to) and starts_animate(passage, grammar, first + 1):
        first += 1  # `bagi warga yang belum mendaftar agar ...`, `buat para orang tua, awasi ...`
    first = list_start(passage, grammar, first, floor) if first < comma else first
    if comma - first > 1 and all(word in grammar.form_of_address for word in passage.lower[first:comma]):
        return None  # `bapak ibu, ...`: who that is, is not said
    named = first
    while named + 1 < comma and passage.lower[named] in grammar.form_of_address and passage.lower[named].isalpha():
        named += 1  # `Pak Menteri, ...`
    named = named if passage.addressable_at(named) is not None else first
    dear = first < comma and _dear(grammar, passage.lower[first])
    if first >= comma or not (dear or starts_animate(passage, grammar, named) or passage.lower[first] in grammar.kin):
        return None
    if passage.lower[first] in grammar.indefinite:
        return None  # `banyak korban yang jatuh, jangan sampai ...`
    relative = next((k for k in range(first, comma) if passage.lower[k] in grammar.relative), comma)
    acts = any(is_verb(passage, grammar, k) for k in range(first + 1, relative))  # the first word is of people
    at_once = comma + 1 < len(passage) and passage.lower[comma + 1] in grammar.urgency
    led = range(first, relative if not at_once else first)  # `warga di tepi kali, segera mengungsi`: where they are
    if acts or any(passage.lower[k] in grammar.preposition for k in led):
        return None
    verbs = sum(is_verb(passage, grammar, k) for k in range(relative, comma))
    if verbs > 1 or any(passage.lower[k] in grammar.third_person for k in range(first, comma)):
        return None
    members = agents_in(passage, grammar, named, comma)
    if len(members) == 1 and any(passage.lower[k] in grammar.preposition for k in range(named, relative)):
        members = (Reference(NONE, passage.span(named, comma), None, passage.sentence.index),)
    if dear and not members:
        members = (Reference(NONE, passage.span(first, comma), None, passage.sentence.index),)
    return (members, first) if members else None


def _dear(grammar: Grammar, lower: str) -> bool:
    """Whether a word is for several of the speaker's kin, as younger or older ones are called (`anak-anakku`,
    `kakak-kakak`)."""
    half, _, again = lower.partition("-")
    return half in grammar.kin and again.removesuffix(MINE) == half


def called_first(passage: Passage, grammar: Grammar, start: int, stop: int) -> tuple[tuple[Reference, ...], int] | None:
    """Who is called between a marker and a comma (`tolong Pak Camat, jalan itu diperbaiki`, `ayo para pemuda, ikut
    ronda`), and where what is bidden begins; `None` if nobody is."""
    comma = next((k for k in range(start + 1, min(stop, start + MAX_CALLED)) if passage.lower[k] == ","), None)
    if comma is None:
        return None
    found = called(passage, grammar, comma, start)
    if found is None and all(word in grammar.form_of_address for word in passage.lower[start:comma]):
        found = (), start  # `mari bapak ibu, kita kawal ...`: who that is, is not said
    if found is None or found[1] != start:
        return None
    behind = comma + 1
    while behind < stop and passage.lower[behind] in grammar.imperative_lead:
        if passage.mention[behind] >= 0 and passage.lower[behind] not in grammar.first_person:
            break
        behind += 1
    if behind >= stop or passage.lower[behind] in grammar.prohibitive or starts_animate(passage, grammar, behind):
        return None  # the first: `ayo, warga, jangan golput`, told by what forbids; the last: a list
    return found[0], behind


def postposed_subject(passage: Passage, grammar: Grammar, at: int) -> tuple[Reference, ...]:
    """Who stands behind an intransitive verb with -lah, its subject (`turunlah camat dan lurah ke lapangan`)."""
    parted = passage.lower[at + 1 : at + 2] and passage.lower[at + 1] in grammar.imperative_particle
    if not parted or passage.lower[at] not in grammar.intransitive or not starts_animate(passage, grammar, at + 2):
        return ()
    end, _ = phrase_end(passage, grammar, at + 2, clause_end(passage, at))
    return agents_in(passage, grammar, at + 2, end)
