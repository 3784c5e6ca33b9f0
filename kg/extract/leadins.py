"""What a speaker says beside what he bids: an announcement, that there is nothing to fear, whom he calls at the end."""

from __future__ import annotations

from kg.extract.content_sequels import form_of_address_end
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, is_verb
from kg.extract.phrases import agents_in, starts_animate
from kg.model import Reference
from kg.model.members import MENTION

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
