"""What stands between a cue and who is to act: a time, a condition or a circumstance, also behind `bahwa`."""

from __future__ import annotations

from kg.extract.actors import time_phrase
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, is_verb
from kg.extract.phrases import phrase_end, starts_animate
from kg.extract.predicates import begins_predicate, passive_predicate
from kg.extract.said_between import past_speaker

MAX_FRONTED = 14  # words of a circumstance between a cue and what is to be done


def past_aside(passage: Passage, grammar: Grammar, comma: int, stop: int) -> int | None:
    """The word behind who says so, a time or a condition between two commas right behind a cue; `None` if there is
    none."""
    if comma + 2 >= stop or passage.lower[comma] != ",":
        return None
    said = past_speaker(passage, grammar, comma, stop)
    if said > comma:
        return said  # `meminta, lanjut dia, agar ...`
    opener = passage.lower[comma + 1]
    clause = opener in grammar.time_clause or opener in grammar.conditional or opener in grammar.period
    placed = not clause and opener in grammar.preposition and opener not in grammar.to and opener not in grammar.demand
    if not placed and not clause:
        return None
    end = next((k for k in range(comma + 2, min(stop - 1, comma + MAX_FRONTED)) if passage.lower[k] == ","), None)
    if placed:  # `mengajak, di sela rapat, agar ...`
        return end + 1 if end is not None and passage.lower[end + 1] in grammar.demand else None
    if end is None or passage.lower[end + 1] in grammar.clause_opener:
        return None  # `diingatkan, bila terlambat, maka harus ...`: what would follow
    return end + 1


def past_circumstance(passage: Passage, grammar: Grammar, at: int, stop: int) -> int | None:
    """Who is to act behind a circumstance that opens the clause of a demand (`agar ke depan para camat lebih cermat`,
    `agar jika terjadi banjir, warga mengungsi`): the one noun phrase of people there that an active predicate follows;
    `None` if there is none."""
    lower = passage.lower[at]
    clause = lower in grammar.conditional or lower in grammar.time_clause
    if not clause and lower not in grammar.preposition and lower not in grammar.period:
        return None
    comma = next((k for k in range(at + 1, min(stop, at + MAX_FRONTED)) if passage.lower[k] == ","), None)
    first = at + 2 if comma is None else past_therefore(passage, grammar, comma + 1, stop)
    for k in range(first, min(stop - 1, at + MAX_FRONTED) if comma is None else min(stop - 1, first + 1)):
        if passage.lower[k] in grammar.demand or passage.is_mark(k):
            return None
        if not starts_animate(passage, grammar, k) or _inside_phrase(passage, grammar, k):
            continue
        end, _ = phrase_end(passage, grammar, k, stop)
        acts = end < stop and begins_predicate(passage, grammar, end)
        return k if acts and not passive_predicate(passage, grammar, end, stop) else None
    return None


def past_therefore(passage: Passage, grammar: Grammar, at: int, stop: int) -> int:
    """Past what leads from a condition to what is to be done (`maka`, `ya`)."""
    while at < stop and (passage.lower[at] in grammar.therefore or passage.lower[at] in grammar.particle):
        at += 1
    return at


def past_opener(passage: Passage, grammar: Grammar, at: int, stop: int) -> int:
    """Where a demand's clause goes on behind a circumstance or a condition that opens it: at who is to act, or at the
    main clause if a predicate stands in it and in the condition before its comma (`agar kalau pekerja dirumahkan, ya
    upahnya dibayarkan`); else `at`."""
    who = past_circumstance(passage, grammar, at, stop)
    if who is not None or passage.lower[at] not in grammar.conditional:
        return at if who is None else who
    comma = next((k for k in range(at + 2, min(stop - 1, at + MAX_FRONTED)) if passage.lower[k] == ","), None)
    holds = range(at + 1, comma or at)
    if not any(is_verb(passage, grammar, k) or passage.sentence.tags[k] == "ADJ" for k in holds) or comma is None:
        return at
    first = past_therefore(passage, grammar, comma + 1, stop)
    return first if any(is_verb(passage, grammar, k) for k in range(first, stop)) else at


def told_behind_claim(passage: Passage, grammar: Grammar, that: int, stop: int) -> int | None:
    """Who is to act if a demand's conjunction follows him in the clause that `bahwa` opens, though nothing else is told
    there but when or where (`mengingatkan bahwa menjelang libur seluruh warga agar waspada`); `None` if nobody is."""
    when = grammar.preposition | grammar.time_clause | grammar.period
    first = that + 1
    for at in range(first, min(stop - 1, that + MAX_FRONTED)):
        if at > first and passage.lower[first] not in when:
            return None  # `bahwa kewajiban warga untuk melapor tetap berlaku`
        verb = is_verb(passage, grammar, at) and passage.lower[at] not in when
        if verb or passage.is_mark(at) or passage.lower[at] in grammar.demand:
            return None
        if starts_animate(passage, grammar, at) and not _inside_phrase(passage, grammar, at):
            return at if phrase_end(passage, grammar, at, stop)[1] else None
    return None


def _inside_phrase(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether what begins at a word belongs to the words before it: an object, a member of a list, a modifier."""
    before = passage.lower[at - 1]
    if passage.mention[at] >= 0 and passage.mention[at] == passage.mention[at - 1]:
        return True
    joined = before in grammar.preposition or before in grammar.relative or before in grammar.coordinator
    counted = before in grammar.quantifier or before in grammar.existence or before in grammar.negator
    return joined or counted or is_verb(passage, grammar, at - 1)


def adverbial_ends(passage: Passage, grammar: Grammar, at: int, stop: int) -> tuple[int | None, int | None, int | None]:
    """Where an adverbial that begins at a word may end before what is asked: at the end of a time (`meminta dalam waktu
    segera sistemnya dibangun`), at a comma, at a demonstrative."""
    near = range(at + 2, min(stop - 1, at + MAX_FRONTED))
    comma = next((k for k in near if passage.lower[k] == ","), None)
    pointed = next((k for k in near if passage.lower[k] in grammar.pointing), None)
    return time_phrase(passage, grammar, at), comma, pointed
