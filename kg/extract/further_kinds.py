"""Further kinds of those whom a phrase has named by one (`sekolah negeri dan swasta`): they modify, nobody else is
told."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.passage import Passage


def further_kinds(passage: Passage, grammar: Grammar, at: int, end: int) -> int:
    """Behind the kinds that are joined to the kind which ends a phrase at a word; `at` if none is."""
    while (
        at + 1 < end
        and passage.lower[at - 1] in grammar.sort
        and (passage.lower[at] == "," or passage.lower[at] in grammar.list_conjunction)
        and passage.lower[at + 1] in grammar.sort
    ):
        at += 2
    return at
