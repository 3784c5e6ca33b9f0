"""What new articles say against a store or against one another: it goes, as it goes where no store is.

Only what is not one article's own is compared, and only where it disagrees: a batch of articles that agree costs a few
queries, however large the store is. Of statements that disagree the gazetteer's stays, else that of most articles (see
`kg.graph.conflicts`), be it in the store or new; one that went before no longer counts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from kg.graph.changes import Change
from kg.graph.conflicts import ACYCLIC, Conflict, Limit, conflicts
from kg.graph.touches import chunks, values
from kg.graph.validation import load_rules
from kg.graph.vocabulary import TYPE

if TYPE_CHECKING:
    from kg.graph.stores import GraphStore

Values = dict[NamedNode, set[object]]


def disputes(store: GraphStore, documents: Mapping[str, bytes], replaced: Collection[str]) -> tuple[Conflict, ...]:
    """The conflicts of new articles, by their graphs, with a store and with one another.

    `replaced` are the graphs that go or are written anew with these articles.
    """
    limits = load_rules().limits
    shared = set(_shared(documents, {limit.path for limit in limits} | ACYCLIC | {TYPE}))
    contested = _contested(store, shared, limits) | _circular(store, shared)
    if not contested:
        return ()
    stored = {
        quad
        for node, path in {*contested, *((node, TYPE) for node, _ in contested)}
        for quad in store.quads_for_pattern(node, path)
        if _graph(quad) not in {"", *replaced}
    }
    asked = {quad for quad in shared if (quad.subject, quad.predicate) in contested or quad.predicate == TYPE}
    return conflicts(stored | asked, limits, store.base)


def outvoted(found: Iterable[Conflict], documents: Collection[str]) -> Change:
    """The statements of a store that new articles outvote: what goes besides what is left out of these."""
    gone = (quad for conflict in found for quad in conflict.gone)
    return Change(
        frozenset(q for q in gone if isinstance(q.graph_name, NamedNode) and q.graph_name.value not in documents)
    )


def losses(found: Iterable[Conflict], holders: Mapping[str, str], base: str) -> Iterator[tuple[str, str]]:
    """Whose each statement is that goes from a store, and why; `holders` are the new articles by their graphs."""
    for conflict in found:
        for quad, why in zip(conflict.gone, conflict.reasons(holders, base), strict=True):
            if _graph(quad) not in holders:
                yield _graph(quad).removeprefix(base), why


def _graph(quad: Quad) -> str:
    return quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else ""


def _shared(documents: Mapping[str, bytes], paths: Collection[NamedNode]) -> Iterator[Quad]:
    """The quads of these properties about what other articles may speak of too: its IRI is not of the article's own."""
    names = {str(path).encode() for path in paths}
    for graph, document in documents.items():
        own = graph.rpartition("/")[2].encode()
        terms = ((line, line.split(b" ", 2)) for line in document.splitlines())
        lines = [line for line, (subject, predicate, _) in terms if predicate in names and own not in subject]
        for quad in parse(b"\n".join(lines), format=RdfFormat.N_QUADS):
            if isinstance(quad, Quad):
                yield quad


def _contested(store: GraphStore, shared: Iterable[Quad], limits: Iterable[Limit]) -> set[tuple[NamedNode, NamedNode]]:
    """The nodes and properties that have more values, in the store and here together, than a class of nodes allows."""
    least: dict[NamedNode, int] = {}
    for limit in limits:
        least[limit.path] = min(limit.most, least.get(limit.path, limit.most))
    said: dict[NamedNode, Values] = {}
    for quad in shared:
        if quad.predicate in least and isinstance(quad.subject, NamedNode):
            said.setdefault(quad.predicate, {}).setdefault(quad.subject, set()).add(quad.object)
    found: set[tuple[NamedNode, NamedNode]] = set()
    for path, here in said.items():
        for node, value in _pairs(store, here, path):
            here[node].add(value)
        found |= {(node, path) for node, objects in here.items() if len(objects) > least[path]}
    return found


def _circular(store: GraphStore, shared: Iterable[Quad]) -> set[tuple[NamedNode, NamedNode]]:
    """The nodes that reach themselves along a property that must not lead back, with that property."""
    found: set[tuple[NamedNode, NamedNode]] = set()
    for path in ACYCLIC:
        above: Values = {}
        for quad in shared:
            if quad.predicate == path and isinstance(quad.subject, NamedNode):
                above.setdefault(quad.subject, set()).add(quad.object)
        front = above.keys() | _nodes(above)
        while front:
            known = above.keys() | front
            for node, value in _pairs(store, front, path):
                above.setdefault(node, set()).add(value)
            front = _nodes(above) - known
        found |= {(node, path) for node in above if node in _reached(above, node)}
    return found


def _reached(above: Values, start: NamedNode) -> set[object]:
    """All that a node leads to."""
    reached, waiting = set[object](), [start]
    while waiting:
        new = above.get(waiting.pop(), set()) - reached
        reached |= new
        waiting += [node for node in new if isinstance(node, NamedNode)]
    return reached


def _nodes(above: Values) -> set[NamedNode]:
    return {node for over in above.values() for node in over if isinstance(node, NamedNode)}


def _pairs(store: GraphStore, nodes: Iterable[NamedNode], path: NamedNode) -> Iterator[tuple[NamedNode, object]]:
    """The values that the union of a store's graphs has of a property of these nodes."""
    for part in chunks((node,) for node in sorted(nodes, key=str)):
        query = f"SELECT DISTINCT ?node ?value WHERE {{ {values(['?node'], part)} ?node {path} ?value }}"
        for node, value in store.select(query).rows:
            if isinstance(node, NamedNode) and value is not None:
                yield node, value
