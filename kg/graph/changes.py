"""Changes of a store: quads that go and quads that come, and what of it the union of the graphs feels."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Set
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Triple

from kg.graph.dataset import Dataset
from kg.graph.touches import Felt, chunks, is_felt, values

if TYPE_CHECKING:
    from kg.graph.stores import GraphStore

_TRIPLE = ("?s", "?p", "?o")


@dataclass(frozen=True, slots=True)
class Change:
    """Quads that go and quads that come; `persons` (absolute IRIs): those of whom articles may say something new.

    `added` are the graphs that say it, where all of them come whole and nothing of them was there.
    What comes is best given in the order in which it was written, as `ordered` keeps it: a store takes quads of one
    graph and subject one after another a quarter faster than in the order of a hash table.
    """

    gone: frozenset[Quad] = frozenset()
    new: Set[Quad] = frozenset()
    persons: frozenset[str] = frozenset()
    added: frozenset[str] = frozenset()

    @property
    def graphs(self) -> frozenset[str]:
        """The graphs that lose a quad."""
        return frozenset(quad.graph_name.value for quad in self.gone if isinstance(quad.graph_name, NamedNode))

    def with_(self, more: Change) -> Change:
        """Both together."""
        persons = self.persons | more.persons
        return Change(self.gone | more.gone, ordered(self.new, more.new), persons, self.added | more.added)


def ordered(quads: Iterable[Quad], more: Collection[Quad] = ()) -> Set[Quad]:
    """All of the quads, once each, in the order in which they come first."""
    if isinstance(quads, Set) and not more:
        return quads
    return dict.fromkeys(chain(quads, more)).keys()


def difference(old: Iterable[Quad], new: Iterable[Quad]) -> Change:
    """What turns `old` into `new`."""
    before, after = frozenset(old), ordered(new)
    if not before:
        return Change(new=after)
    return Change(before - after, ordered(quad for quad in after if quad not in before))


def union_changes(store: GraphStore, change: Change, felt: Felt) -> set[Triple]:
    """The triples that are felt (see `kg.graph.touches`) and will come into the union of all graphs or go from it.

    Asked before the change is made. A triple that stays in a graph of `change.graphs` may be among them.
    """
    new = {quad.triple for quad in change.new if is_felt(quad, felt)}
    gone = {quad.triple for quad in change.gone if is_felt(quad, felt)} - new
    if isinstance(store, Dataset):
        return {one for one in new if not _in_union(store, one)} | (gone - _elsewhere(store, gone, change.graphs))
    others = ", ".join(f"<{graph}>" for graph in sorted(change.graphs))
    elsewhere = f"GRAPH ?g {{ ?s ?p ?o }} FILTER(?g NOT IN ({others}))"
    return (new - _found(store, new, "?s ?p ?o")) | (gone - _found(store, gone, elsewhere))


def _in_union(dataset: Dataset, triple: Triple) -> bool:
    return Quad(triple.subject, triple.predicate, triple.object, DefaultGraph()) in dataset.store


def _elsewhere(dataset: Dataset, triples: Iterable[Triple], graphs: Collection[str]) -> set[Triple]:
    """Those of the triples that are in other named graphs than these."""
    besides = {DefaultGraph(), *map(NamedNode, graphs)}
    pattern = dataset.store.quads_for_pattern
    return {
        one
        for one in triples
        if any(quad.graph_name not in besides for quad in pattern(one.subject, one.predicate, one.object, None))
    }


def _found(store: GraphStore, triples: Iterable[Triple], pattern: str) -> set[Triple]:
    """Those of the triples for which the pattern holds; a query for many, since each goes to a server."""
    found: set[Triple] = set()
    rows = ((t.subject, t.predicate, t.object) for t in triples)
    plain = ((s, p, o) for s, p, o in rows if isinstance(s, NamedNode) and isinstance(o, NamedNode | Literal))
    for part in chunks(plain):
        query = f"SELECT DISTINCT ?s ?p ?o WHERE {{ {values(_TRIPLE, part)} {pattern} }}"
        for s, p, o in store.select(query).rows:
            if isinstance(s, NamedNode) and isinstance(p, NamedNode) and isinstance(o, NamedNode | Literal):
                found.add(Triple(s, p, o))
    return found
