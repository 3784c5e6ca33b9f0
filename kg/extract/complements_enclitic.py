"""What follows a cue with an enclitic object: who is told was named before it."""

from __future__ import annotations

from kg.extract.frames import Frame, make_frame
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, is_verb
from kg.extract.phrases import agents_in, reference_to, starts_animate
from kg.extract.predicates import begins_predicate
from kg.model import Reference

MAX_OBJECT = 6  # words of who is told


def behind_enclitic(passage: Passage, grammar: Grammar, at: int, stop: int) -> Frame | None:
    """`memintanya untuk mundur`: the enclitic object is the addressee, or whom the verb before it plainly concerned."""
    start = at + 1
    while start < stop and (passage.lower[start] in grammar.demand or passage.lower[start] in grammar.post_cue):
        start += 1
    if start >= stop or not begins_predicate(passage, grammar, start):
        return None
    told = _object_before(passage, grammar, at - 1) or reference_to(passage, grammar, at)
    return make_frame(passage, grammar, (told,), start, "enclitic", demand=start > at + 1)


def _object_before(passage: Passage, grammar: Grammar, verb: int) -> Reference | None:
    """The one person who is the object of the active verb that a cue is coordinated with (`menghentikan seorang pemuda
    lalu memintanya ...`); `None` if nobody plainly is."""
    end = verb
    while end > 0 and (
        passage.lower[end - 1] in grammar.pre_verb or passage.lower[end - 1] in grammar.verb_coordinator
    ):
        end -= 1
    joins = grammar.list_conjunction | grammar.sequence_conjunction | grammar.verb_coordinator
    if joins.isdisjoint(passage.lower[end:verb]):
        return None
    first = end
    while first > 0 and end - first < MAX_OBJECT and not is_verb(passage, grammar, first - 1):
        if passage.is_punctuation(first - 1) or passage.lower[first - 1] in grammar.preposition:
            return None
        first -= 1
    if first in (0, end) or not passage.lower[first - 1].startswith("me") or not is_verb(passage, grammar, first - 1):
        return None
    told = agents_in(passage, grammar, first, end) if starts_animate(passage, grammar, first) else ()
    return told[0] if len(told) == 1 else None
