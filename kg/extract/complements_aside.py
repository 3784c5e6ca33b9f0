"""Where what is to be done begins behind whom it is told: past an aside, a condition, a manner and who else is told."""

from __future__ import annotations

from kg.extract.complements_plain import past_attribution, past_condition
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, clause_end, is_passive, is_verb
from kg.extract.phrases import agents_in, phrase_end, starts_animate
from kg.extract.predicates import ACTIVE, begins_predicate
from kg.model import Reference
from kg.model.members import NONE

MAX_ASIDE = 14  # words between two commas
MAX_MANNER = 20  # words of how somebody is told something


def demanded_behind(passage: Passage, grammar: Grammar, end: int, stop: int, *, marked: bool) -> tuple[int, int, bool]:
    """Where what is to be done begins and ends behind the phrase of whom it is told to, which ends at `end`, and
    whether a conjunction marks it."""
    start = behind_aside(passage, grammar, end, stop)
    while start < stop and (passage.lower[start] in grammar.demand or passage.lower[start] == ","):
        marked = marked or passage.lower[start] in grammar.demand
        start += 1
    served = start + 1 < stop and passage.lower[start] in grammar.benefactive
    if served and passage.lower[start + 1].startswith(ACTIVE) and is_verb(passage, grammar, start + 1):
        start, marked = start + 1, True  # `meminta anaknya buat membeli obat`
    if not marked and (start >= stop or passage.lower[start] in grammar.colon):
        start, stop, marked = _resumed(passage, grammar, end, start, stop)
    if not marked and start < stop:
        how = _past_manner(passage, grammar, start, stop)
        start, marked = past_condition(passage, grammar, start, stop) if how is None else (how, True)
    return start, stop, marked


def told_too(
    passage: Passage, grammar: Grammar, end: int, stop: int, *, marked: bool
) -> tuple[tuple[Reference, ...], int, int, bool]:
    """Who else is told behind an object that ends at `end`, and what `demanded_behind` says of what stands behind."""
    others, behind = named_too(passage, grammar, end, stop)
    return others, *demanded_behind(passage, grammar, behind, stop, marked=marked and behind == end)


def behind_aside(passage: Passage, grammar: Grammar, comma: int, stop: int) -> int:
    """The comma behind what it is about, why, where or when that commas part from who is told (`kami minta kepada
    dinas, soal pupuk itu, agar ...`, `nelayan, demi keselamatan, memakai ...`); the first comma if nothing of the kind
    stands there."""
    if comma + 2 >= stop or passage.lower[comma] != ",":
        return comma
    near = range(comma + 2, min(stop - 1, comma + MAX_ASIDE))
    second = next((k for k in near if passage.lower[k] == ","), comma)
    opener, behind = passage.lower[comma + 1], passage.lower[second + 1]
    if second == comma or passage.quotation[comma + 1] != passage.quotation[comma]:
        return comma
    if opener in grammar.conditional and behind in grammar.prohibitive:
        return second if passage.quotation[comma] >= 0 else comma  # where the prohibition would be one of its own
    timed = opener in grammar.time_clause or opener in grammar.period
    helped = opener in grammar.company and is_passive(
        passage, grammar, comma + 1
    )  # `camat, dibantu linmas, menjaga ...`
    plain = opener in grammar.negator and not any(is_verb(passage, grammar, k) for k in range(comma + 2, second))
    opens = timed or helped or plain or opener in grammar.preposition or opener in grammar.topic
    return second if opens and (behind in grammar.demand or begins_predicate(passage, grammar, second + 1)) else comma


def _past_manner(passage: Passage, grammar: Grammar, at: int, stop: int) -> int | None:
    """What is to be done behind how somebody is told it and a conjunction (`mengingatkan jajaran secara berjenjang dari
    atas ke bawah untuk netral`); `None` if no manner stands there, or a verb follows it."""
    if passage.lower[at] not in grammar.manner:
        return None
    for k in range(at + 2, min(stop - 1, at + MAX_MANNER)):
        if passage.lower[k] in grammar.demand:
            return k + 1
        if is_verb(passage, grammar, k):
            return None
    return None


def _resumed(passage: Passage, grammar: Grammar, end: int, at: int, stop: int) -> tuple[int, int, bool]:
    """Where what is to be done begins and ends, and whether a conjunction marks it, if who says so parts a quotation
    behind the addressee (`"Saya minta camat," kata Bupati, "turun ke desa."`), or a colon parts it (`menekankan kepada
    prajurit: jaga netralitas`); else `at` and `stop`."""
    start = past_attribution(passage, grammar, end)
    if start is None and _lists(passage, grammar, end):
        return end + 1, stop, True
    if start is None:
        return at, stop, False
    marked = passage.lower[start] in grammar.demand
    while start < len(passage) and passage.lower[start] in grammar.demand:
        start += 1
    return start, clause_end(passage, start), marked


def _lists(passage: Passage, grammar: Grammar, colon: int) -> bool:
    """Whether a verb stands behind a colon inside a sentence, outside quotation marks."""
    if colon + 1 >= len(passage) or passage.lower[colon] not in grammar.colon:
        return False
    told = passage.sentence.is_title or passage.title_case
    return not told and passage.quotation[colon + 1] < 0 and begins_predicate(passage, grammar, colon + 1)


def named_too(passage: Passage, grammar: Grammar, comma: int, stop: int) -> tuple[tuple[Reference, ...], int]:
    """Who else is told behind a comma and `juga`, by names that no mention need cover, and where they end (`kepada
    Pertamina, juga AKR, Shell, untuk ...`)."""
    if 0 < comma < stop and passage.lower[comma] in grammar.adding and passage.lower[comma - 1] == ",":
        comma -= 1
    first = comma + 2
    if first >= stop or passage.lower[comma] != "," or passage.lower[comma + 1] not in grammar.adding:
        return (), comma
    if starts_animate(passage, grammar, first):
        last, _ = phrase_end(passage, grammar, first, stop)
        return agents_in(passage, grammar, first, last), last
    members: list[Reference] = []
    at = begun = first
    while at <= stop:
        name = at < stop and passage.sentence.tags[at] in ("PROPN", "NOUN") and not is_verb(passage, grammar, at)
        if not name:
            if at > begun:
                members.append(Reference(NONE, passage.span(begun, at), None, passage.sentence.index))
            joins = at < stop and (passage.lower[at] == "," or passage.lower[at] in grammar.list_conjunction)
            if not joins:
                break
            begun = at + 1
        at += 1
    return tuple(members), min(at, stop) if members else comma
