"""Rallies, which demand what those who hold them demand."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, is_verb

MAX_NAMED = 4  # words of what a rally is called


def rally_before(passage: Passage, grammar: Grammar, verb: int, floor: int) -> int | None:
    """Where the rally is named that a verb right behind it tells the aim of (`mengamankan aksi "505" menuntut ...`),
    another verb having it for its object; `None` if a word of somebody or a verb parts them."""
    for at in range(verb - 1, max(floor, verb - 1 - MAX_NAMED), -1):
        if passage.lower[at] in grammar.rally:
            before = at - 1
            return at if before >= floor and is_verb(passage, grammar, before) else None
        if passage.agent_at(at) is not None or is_verb(passage, grammar, at) or passage.lower[at] == ",":
            return None
    return None
