"""The subject of a passive cue that is the whole clause before it: a list, or with a place, a number or a clause."""

from __future__ import annotations

from kg.extract.extents import qualifies
from kg.extract.grammar import Grammar
from kg.extract.members import behind_amount, names_end
from kg.extract.passage import Passage, is_verb
from kg.extract.phrases import phrase_end, starts_animate

MAX_SUBJECT = 28  # words


def whole_subject(passage: Passage, grammar: Grammar, cue: int, floor: int) -> tuple[int, int] | None:
    """The phrase of people, or the list of proper names, that opens the clause of a passive cue, or what is said in it,
    and that nothing but adverbs parts from the cue (`camat, lurah, hingga ketua RT diminta ...`, `warga Desa Sumber,
    Kecamatan Wonorejo, diminta ...`); `None` if there is none."""
    last = cue
    while last > floor and passage.lower[last - 1] in grammar.pre_verb and passage.mention[last - 1] < 0:
        last -= 1
    for first in _openings(passage, grammar, max(floor, last - MAX_SUBJECT), floor, last):
        if passage.sentence.tags[first] == "PROPN" and names_end(passage, grammar, first, last) == last > first + 1:
            return first, last  # `Shopee dan Lazada diwajibkan ...`
        if not starts_animate(passage, grammar, first) or passage.lower[first] in grammar.second_person:
            continue
        end, _ = phrase_end(passage, grammar, first, cue)
        behind = _past_aside(passage, grammar, end, last)
        if last <= behind <= cue and grammar.copula.isdisjoint(passage.lower[first:end]):
            return (first, last) if behind == last and end == last else (first, min(end, cue))
    return None


def _past_aside(passage: Passage, grammar: Grammar, comma: int, last: int) -> int:
    """Behind the comma at which a subject ends, and where or when between it and another right before the predicate
    (`warga pesisir, dari Tual hingga Dobo, diminta ...`)."""
    if comma >= last or passage.lower[comma] != ",":
        return comma
    first = passage.lower[comma + 1]
    singles = qualifies(passage, grammar, comma + 1)  # `warga, terutama yang mudik, diminta ...`
    placed = first in grammar.preposition or first in grammar.period
    if passage.lower[last - 1] != "," or comma + 2 >= last or first in grammar.to or not (placed or singles):
        return comma + 1
    for k in range(comma + 2, last - 1):
        pair = f"{passage.lower[k - 1]} {passage.lower[k]}"
        acts = is_verb(passage, grammar, k) and not singles and pair not in grammar.verbal_compound
        if acts or passage.is_mark(k):
            return comma + 1
    return last


def _openings(passage: Passage, grammar: Grammar, near: int, floor: int, cue: int) -> list[int]:
    """Where the subject may begin: at the start of the clause, behind what leads it or behind a verb that says what
    follows."""
    first = floor
    while (
        first < cue
        and behind_amount(passage, grammar, first) == first
        and (
            passage.is_punctuation(first)
            or (
                passage.lower[first] in grammar.imperative_lead
                and (passage.lower[first] not in grammar.preposition or passage.lower[first] in grammar.purpose_lead)
                and passage.mention[first] < 0
            )
        )
    ):
        first += 1
    led = first < cue and passage.mention[first] < 0
    if led and (passage.lower[first] in grammar.preposition or passage.lower[first] in grammar.topic):
        comma = next((k for k in range(first, cue) if passage.lower[k] == "," or is_verb(passage, grammar, k)), cue)
        first = comma + 1 if comma < cue and passage.lower[comma] == "," else first  # `dalam aturan itu, warga ...`
    said = [
        k + 1
        for k in range(max(near, floor + 1), cue - 1)
        if (passage.lower[k] in grammar.speech and passage.lower[k].startswith("me") and is_verb(passage, grammar, k))
        or passage.lower[k] in grammar.that
        or passage.lower[k] in grammar.deciding
    ]
    return [first, *said] if first >= near else said
