"""The parts of a content that qualify what is to be done: condition, purpose, period, authority, and its object."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.kinds import ENDS_OBJECT, SIGN
from kg.extract.passage import Passage, is_verb
from kg.model import Span
from kg.model.members import PRONOUN


def qualifier(passage: Passage, marker: int, start: int, end: int) -> Span | None:
    """From the first word of a kind to the next comma or to the end of the content."""
    for at in range(start, end):
        if passage.kinds[at] & marker and passage.mention[at] < 0:
            last = at + 1
            while last < end and passage.lower[last] != ",":
                last += 1
            return passage.span(at, last) if last > at + 1 else None
    return None


def purpose_of(passage: Passage, grammar: Grammar, start: int, end: int) -> Span | None:
    """`untuk` with a verb behind the content's own verb: what is done for the sake of it (UD advcl)."""
    done = False
    for at in range(start - 1, end - 1):
        lower = passage.lower[at]
        if done and lower in grammar.demand and lower in grammar.purpose_lead and is_verb(passage, grammar, at + 1):
            return passage.span(at, end)
        done = done or is_verb(passage, grammar, at)
    return None


def object_of(passage: Passage, grammar: Grammar, start: int, end: int) -> str:
    """The noun phrase right behind the main verb, up to a preposition, conjunction, verb or comma."""
    last = start
    while last < end:
        found = passage.mention[last]
        if found < 0 or passage.mentions[found].kind is PRONOUN:
            ends = passage.kinds[last] & (SIGN | ENDS_OBJECT) or passage.sentence.tags[last] == "PUNCT"
            if ends or is_verb(passage, grammar, last):
                break
        last += 1
    return " ".join(passage.sentence.texts[start:last])
