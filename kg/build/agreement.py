"""A whole graph of articles that do not contradict one another: bad articles never cost the good ones."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.build.records import Built
from kg.errors import InputError, ValidationError
from kg.graph.changes import Change
from kg.graph.conflicts import Conflict, claims, conflicts, without
from kg.graph.dataset import Dataset
from kg.graph.disputes import disputes, losses, outvoted
from kg.graph.validation import Violation, check, first_breach, load_rules

if TYPE_CHECKING:
    from kg.graph.stores import GraphStore

_IS_A = b" <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
Report = Callable[[InputError], None]
"""Told of each article, or statement of one, that is left out: whose it is and why."""


def agreeing(
    made: Sequence[Built], assemble: Callable[[Sequence[Built]], Dataset], base: str, reject: Report, correct: Report
) -> tuple[Sequence[Built], Dataset]:
    """The articles that make a valid graph, and that graph as `assemble` makes it of them.

    An article whose own graph is not valid is rejected. What an article says against the gazetteer or against more of
    the others is left out of it, which `correct` is told (see `kg.graph.conflicts`). Where articles break a shape
    together in another way all of them but one are rejected. Raises ValidationError where no article is the cause.
    """
    whole = assemble(made)
    found = check(whole)
    if not found:
        return made, whole
    made = _valid(made, base, reject)
    while True:
        whole = assemble(made)
        found = check(whole)
        if not found:
            return made, whole
        agreed = _without_conflicts(made, whole, correct) or _without_breaches(made, found, reject)
        if not agreed:
            raise ValidationError(f"the graph breaks its shapes {len(found)} times: {found[0]}")
        made = agreed


def _valid(made: Iterable[Built], base: str, reject: Report) -> list[Built]:
    """The articles whose own graph is valid."""
    kept: list[Built] = []
    for one in made:
        breach = first_breach(one.quads, base)
        if breach:
            reject(InputError(one.source, f"its graph breaks a shape: {breach}"))
        else:
            kept.append(one)
    return kept


def _without_conflicts(made: Sequence[Built], whole: Dataset, correct: Report) -> list[Built]:
    """The articles without what contradicts; nothing where nothing does."""
    limits = load_rules().limits
    found = conflicts(claims(whole, limits), limits, whole.base)
    holders = {one.graph: one.source for one in reversed(made)}
    kept = _corrected(made, found, holders, whole.base, correct)
    return kept if kept != list(made) else []


def _without_breaches(made: Sequence[Built], found: Sequence[Violation], reject: Report) -> list[Built]:
    """The articles but those that break a shape together with a better one; nothing where no article is the cause.

    The best is one that says what the node is, then that whose graph has the smallest name.
    """
    for breach in found:
        node = f"<{breach.node}>".encode()
        naming = [one for one in made if any(node in line for line in _own(one))]
        naming.sort(
            key=lambda one: (not any(line.startswith(node + _IS_A) for line in _own(one)), one.graph, one.source)
        )
        wrong = naming[1:] or naming
        if wrong:
            for one in wrong:
                told = f" with that of {naming[0].source}" if one is not naming[0] else ""
                reject(InputError(one.source, f"its graph breaks a shape together{told}: {breach}"))
            return [one for one in made if one not in wrong]
    return []


def _own(one: Built) -> list[bytes]:
    """The lines of an article's own graph."""
    end = f" <{one.graph}> .".encode()
    return [line for line in one.quads.splitlines() if line.endswith(end)]


def reconciled(
    store: GraphStore, built: Sequence[Built], replaced: Collection[str], correct: Report
) -> tuple[list[Built], Change]:
    """New articles without what contradicts a store or one another, and what the store has that they outvote.

    `replaced` are the graphs that go or are written anew with these articles.
    """
    found = disputes(store, {one.graph: one.quads for one in built}, replaced)
    if not found:
        return list(built), Change()
    holders = {one.graph: one.source for one in built}
    for graph, why in losses(found, holders, store.base):
        correct(InputError(graph, why))
    return _corrected(built, found, holders, store.base, correct), outvoted(found, holders)


def _corrected(
    made: Sequence[Built], found: Sequence[Conflict], holders: Mapping[str, str], base: str, correct: Report
) -> list[Built]:
    """The articles without the statements that go, each of which is told."""
    kept: list[Built] = []
    for one in made:
        document, reasons = without(one.quads, found, holders, base)
        for why in reasons:
            correct(InputError(one.source, why))
        kept.append(replace(one, quads=document) if reasons else one)
    return kept
