"""What a conjunction joins to a content and is no part of it: the issuer's own act, another demand, another clause."""

from __future__ import annotations

from kg.extract.content_beyond import has_happened
from kg.extract.content_sequels import (
    NOMINAL,
    bids_instead,
    came_of_it,
    does_himself,
    does_too,
    is_act,
    must_too,
    states_outcome,
)
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, is_verb
from kg.extract.predicates import begins_predicate, is_action_noun

MAX_BOUND = 6  # words from the comma behind a condition to what must be done then
MAX_ADVERBS = 3  # words between a conjunction or a subject and its verb


def joins_another(passage: Passage, grammar: Grammar, start: int, at: int, end: int) -> bool:
    """Whether a clause that is no part of the content begun at `start` begins at a word behind a conjunction."""
    return (
        states_outcome(passage, grammar, at, end)
        or does_too(passage, grammar, at, end)
        or does_himself(passage, grammar, at, end)
        or must_too(passage, grammar, start, at, end)
        or has_happened(passage, grammar, at, end)
        or _comments(passage, grammar, at, end)
        or _speaks_of_himself(passage, grammar, start, at, end)
        or _does_besides(passage, grammar, start, at, end)
        or _must_if(passage, grammar, start, at, end)
    )


def _comments(passage: Passage, grammar: Grammar, at: int, end: int) -> bool:
    """Whether a word by which the speaker comments on what is the case opens a clause (`..., dan kebetulan saya suka
    memotret`), or the next point of a list does (`... dan ketiga, warga wajib ...`)."""
    if at + 1 >= end:
        return False
    numbered = passage.lower[at] in grammar.ordinal and passage.lower[at + 1] == ","
    return numbered or passage.lower[at] in grammar.commenting


def _speaks_of_himself(passage: Passage, grammar: Grammar, start: int, at: int, end: int) -> bool:
    """Whether the speaker and what he does, wants or is stand at a word, an act before them (`tampil maksimal dan saya
    berharap kita menang`); not `kita`, which holds those who are to act."""
    lower = passage.lower
    if at + 1 >= end or lower[at] not in grammar.speaker_alone or not _acts_before(passage, grammar, start, at - 1):
        return False
    verb = at + 1
    while verb < min(end - 1, at + MAX_ADVERBS) and lower[verb] in grammar.pre_verb:
        verb += 1
    known = lower[verb] in grammar.irrealis or lower[verb] in grammar.negator or lower[verb] in grammar.already
    return known or is_verb(passage, grammar, verb)


def _acts_before(passage: Passage, grammar: Grammar, start: int, stop: int) -> bool:
    """Whether what is to be done stands in `[start, stop)`, not only whom it is done to."""
    return begins_predicate(passage, grammar, start) or any(is_verb(passage, grammar, k) for k in range(start, stop))


def _does_besides(passage: Passage, grammar: Grammar, start: int, at: int, end: int) -> bool:
    """Whether an active verb stands at a word behind a thing that is demanded, which no verb describes: the issuer does
    it besides demanding (`menyerukan penghentian razia dan menegaskan dukungannya`)."""
    if at >= end or at - start < 2 or not passage.lower[at].startswith("me") or not is_verb(passage, grammar, at):
        return False
    if passage.lower[at - 1] in grammar.either or not _names_act(passage, start):
        return False  # `membolehkan anaknya daftar dan menjadi anggota`
    return not any(
        is_verb(passage, grammar, k) or passage.lower[k] in grammar.relative or passage.lower[k] in grammar.demand
        for k in range(start, at - 1)
    )


def _must_if(passage: Passage, grammar: Grammar, start: int, at: int, end: int) -> bool:
    """Whether a condition begins at a word behind an act, and behind its comma what must be done then (`setia kepada
    atasan dan apabila ia salah, kalian harus menegur`)."""
    if at >= end or passage.lower[at] not in grammar.conditional:
        return False
    comma = next((k for k in range(at + 1, end) if passage.lower[k] == ","), end)
    if not _acts_before(passage, grammar, start, at - 1):
        return False
    return any(
        passage.lower[k] in grammar.must or passage.lower[k] in grammar.prohibitive
        for k in range(comma + 1, min(end, comma + MAX_BOUND))
    )


def _names_act(passage: Passage, at: int) -> bool:
    """Whether a noun of what is done or its outcome stands at a word: peN- -an, or -an."""
    noun = passage.sentence.tags[at] == "NOUN" and passage.lower[at].endswith("an")
    return is_action_noun(passage, at) or noun


def turns(passage: Passage, grammar: Grammar, start: int, at: int) -> bool:
    """Whether a conjunction that may open a clause leads from the content to what came of it or is bidden instead."""
    return came_of_it(passage, grammar, start, at) or bids_instead(passage, grammar, start, at)


def holds_on(passage: Passage, grammar: Grammar, start: int, at: int) -> bool:
    """Whether a word that mostly opens a reason or result ends no content: it is a predicate, it sets something right
    that the content negates (`bahwa cacat bukanlah aib melainkan tantangan`), or it stands in the relative clause of a
    subject of which nothing has been said yet (`agar lahan yang rusak akibat galian ditimbun`)."""
    if is_act(passage, grammar, start, at):
        return True
    if passage.lower[at] in grammar.contrast:
        return not grammar.negator.isdisjoint(passage.lower[start:at])
    return _described_subject(passage, grammar, start, at)


def _described_subject(passage: Passage, grammar: Grammar, start: int, at: int) -> bool:
    """Whether nothing but a noun and its relative clause stand in `[start, at)`, and more than a reason behind."""
    clausal = passage.lower[at] in grammar.clause_opener  # `uang yang ada segera beredar sehingga ...`
    if clausal or passage.sentence.tags[start] not in NOMINAL or begins_predicate(passage, grammar, start):
        return False
    relative = next((k for k in range(start + 1, at) if passage.lower[k] in grammar.relative), None)
    if relative is None or any(is_verb(passage, grammar, k) for k in range(start, relative)):
        return False
    return not any(passage.is_punctuation(k) for k in range(start, at))
