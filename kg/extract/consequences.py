"""Modals that tell what came of something: `ini membuat pasien harus cuci darah`, nobody demands it."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, is_passive, is_verb


def came_of_it(passage: Passage, grammar: Grammar, modal: int, floor: int) -> bool:
    """Whether a modal tells a consequence: how far it came or despite what (`panitia sampai harus membatasi peserta`),
    what something made happen, or what befell who has just been said to suffer something (`siswa tidak diterima dan
    harus ...`)."""
    if modal and passage.lower[modal - 1] in grammar.to_the_point:
        return True
    first = modal
    while first > floor and passage.lower[first - 1] != ",":
        first -= 1
    return not grammar.causing.isdisjoint(passage.lower[first:modal]) or _suffered(passage, grammar, first, modal)


def _suffered(passage: Passage, grammar: Grammar, first: int, modal: int) -> bool:
    """Whether a conjunction right before the modal joins it to a passive of what happened to its subject."""
    if modal - 1 <= first or passage.lower[modal - 1] not in grammar.verb_coordinator:
        return False
    verbs = [k for k in range(first, modal - 1) if is_verb(passage, grammar, k)]
    asked = not grammar.obligation.isdisjoint(passage.lower[first : modal - 1])
    return bool(verbs) and not asked and is_passive(passage, grammar, verbs[-1])
