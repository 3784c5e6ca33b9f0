"""The speaker's own side as a member of a phrase of people: `pihaknya`, `pihak kami`."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.passage import Passage
from kg.model import Reference
from kg.model.making import maker
from kg.model.members import FIRST_PERSON, PRONOUN

new_reference = maker(Reference)


def own_people(passage: Passage, grammar: Grammar, at: int) -> tuple[tuple[Reference, ...], int]:
    """The speaker's side that begins at a word, as a reference to whoever speaks, and where it ends; none if it does
    not."""
    if passage.lower[at] not in grammar.own_side:
        return (), at
    for k in (at, at + 1):
        found = passage.mention[k] if k < len(passage) else -1
        if found >= 0 and passage.mentions[found].kind is PRONOUN:
            if k > at and passage.lower[k] not in grammar.first_person and not passage.split[at]:
                return (), at  # `pihak mereka`
            last = passage.mentions[found].last
            return (new_reference(FIRST_PERSON, passage.span(at, last), found, passage.sentence.index),), last
    return (), at
