"""What a speaker says beside what he bids: an announcement, that there is nothing to fear, whom he calls at the end."""

from __future__ import annotations

from kg.extract.content_sequels import form_of_address_end
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, is_verb
from kg.extract.phrases import agents_in, phrase_end, starts_animate
from kg.model import Reference
from kg.model.members import GROUP, MENTION, POST, UNIT

MAX_CALMED = 4  # words from the comma back to the negation of a fear
MAX_ANNOUNCED = 3  # words behind `pesan saya`


def announces(passage: Passage, grammar: Grammar, start: int, comma: int) -> bool:
    """Whether the speaker says in `[start, comma)` that he bids something: a noun of speech and its possessor (`pesan
    saya cuma satu, ...`), or he himself and a verb of bidding (`saya titip, ...`); or whether he gives thanks first."""
    first = start
    while first < comma and passage.lower[first] in grammar.imperative_lead - grammar.first_person:
        first += 1
    if not grammar.thanks.isdisjoint((passage.lower[first], " ".join(passage.lower[first : first + 2]))):
        return True  # `terima kasih, lanjutkan ...`
    if first + 1 >= comma or comma - first > 2 + MAX_ANNOUNCED:
        return False
    if passage.lower[first] in grammar.announcing and passage.lower[first + 1] in grammar.first_person:
        return not any(is_verb(passage, grammar, k) for k in range(first + 2, comma))
    own = passage.lower[first] in grammar.first_person
    return own and passage.lower[comma - 1] in grammar.reiterating and comma - first <= MAX_ANNOUNCED


def said_first(passage: Passage, grammar: Grammar, floor: int, comma: int) -> tuple[Reference, ...] | None:
    """Whom the words in `[floor, comma)` tell not to fear, thank, or say that the speaker told; `None` if they say no
    such thing."""
    soothed = calmed(passage, grammar, floor, comma) or thanked(passage, grammar, floor, comma)
    return told_before(passage, grammar, floor, comma) if soothed is None else soothed[0]


def told_before(passage: Passage, grammar: Grammar, floor: int, end: int) -> tuple[Reference, ...] | None:
    """Whom the speaker says, in the stretch of a quotation that ends at a comma or colon, he told what follows (`sudah
    saya sampaikan ke Pak Kasat, tangkap ...`, `pesan saya kepada camat: turun ...`), or whom a matter shall reach (`ini
    harus didengar oleh Pak Menteri, ...`): those who hold an office, a body, or a group; `None` if he says no such
    thing."""
    first = end
    while first > floor and not passage.is_punctuation(first - 1):
        first -= 1
    if first >= end or passage.quotation[first] < 0:
        return None
    leads = grammar.to | grammar.by | grammar.contacting
    to = next((k for k in range(first + 1, end) if passage.lower[k] in leads), end)
    if to + 1 >= end or not starts_animate(passage, grammar, to + 1):
        return None
    said = passage.lower[first:to]
    if not all(words.isdisjoint(said) for words in (grammar.negator, grammar.planned, grammar.conditional)):
        return None
    reached = passage.lower[to - 1] in grammar.reaching and passage.lower[to] in grammar.by
    says = grammar.bidding | grammar.reiterating | grammar.announcing
    told = passage.lower[to] in grammar.to and any(word in says or word in grammar.cues.forms for word in said)
    told = told or passage.lower[to] in grammar.contacting  # `saya telepon Pak Camat, tolong ...`
    own = told and not grammar.first_person.isdisjoint(said)
    if not (own or reached) or phrase_end(passage, grammar, to + 1, end)[0] != end:
        return None
    members = agents_in(passage, grammar, to + 1, end)
    known = members and all(_in_office(passage, grammar, one) for one in members)
    return members if known else None


def hands_over(passage: Passage, grammar: Grammar, at: int, floor: int) -> bool:
    """Whether a modal before the passive at a word only says whom a matter shall reach, what he is to do standing
    behind the comma (`ini harus didengar oleh Pak Menteri, copot ...`)."""
    if passage.lower[at] not in grammar.reaching:
        return False
    comma = next((k for k in range(at + 1, len(passage) - 1) if passage.lower[k] == ","), at)
    bidden = comma > at and passage.lower[comma + 1] in grammar.bare_verb
    return bidden and told_before(passage, grammar, floor, comma) is not None


def _in_office(passage: Passage, grammar: Grammar, one: Reference) -> bool:
    """Whether somebody is named by an office, a body or a group, no culprit."""
    if one.mention is None or passage.mentions[one.mention].kind not in (GROUP, POST, UNIT):
        return False
    return grammar.culprit.isdisjoint(passage.mentions[one.mention].text.lower().split())


def calmed(passage: Passage, grammar: Grammar, start: int, comma: int) -> tuple[tuple[Reference, ...], int] | None:
    """Whom the words in `[start, comma)` tell not to fear (`warga tidak perlu panik, tetap tenang`), and where their
    predicate begins; `None` if they say no such thing or say it of the speaker."""
    if comma - 2 < start or passage.lower[comma - 1] not in grammar.hesitation:
        return None
    negated = next(
        (k for k in range(comma - 2, max(start, comma - MAX_CALMED) - 1, -1) if passage.lower[k] in grammar.negator),
        None,
    )
    if negated is None or not grammar.first_person.isdisjoint(passage.lower[start:comma]):
        return None
    if passage.lower[negated + 1] not in grammar.needing | grammar.needless:
        return None  # `warga tidak takut, ...` tells how they are
    first = start
    while first < negated and passage.lower[first] in grammar.imperative_lead:
        first += 1
    if first == negated:
        return (), negated
    if not starts_animate(passage, grammar, first) or any(
        is_verb(passage, grammar, k) or passage.is_punctuation(k) for k in range(first, negated)
    ):
        return None
    return agents_in(passage, grammar, first, negated), negated


def thanked(passage: Passage, grammar: Grammar, start: int, comma: int) -> tuple[tuple[Reference, ...], int] | None:
    """Whom the words in `[start, comma)` thank to his face (`terima kasih Pak Bupati, ...`), and where that begins;
    `None` if they thank nobody."""
    first = start
    while first < comma and (passage.is_punctuation(first) or passage.lower[first] in grammar.imperative_lead):
        first += 1
    words = next((n for n in (2, 1) if " ".join(passage.lower[first : first + n]) in grammar.thanks), 0)
    if not words or first + words >= comma or not starts_animate(passage, grammar, first + words):
        return None
    if any(is_verb(passage, grammar, k) for k in range(first + words, comma)):
        return None
    return agents_in(passage, grammar, first + words, comma), first


def called_behind(passage: Passage, grammar: Grammar, end: int) -> tuple[Reference, ...]:
    """Who is called behind the comma at which what is bidden ends (`usut kasus ini, Pak Kapolri`)."""
    if end + 1 >= len(passage) or passage.lower[end] != ",":
        return ()
    last = form_of_address_end(passage, grammar, end + 1)
    named = agents_in(passage, grammar, end + 1, last) if last > end + 1 else ()
    return tuple(one for one in named if one.kind is MENTION)
