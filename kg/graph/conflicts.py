"""Where articles that are each valid contradict one another or the gazetteer, and which statements then have to go.

What the gazetteer says stays, else what most articles say; of equals that of the graph whose name is the smallest. The
order of the articles thus does not matter, and one of them that is wrong does not cost the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from pyoxigraph import NamedNode, Quad, Triple

from kg.graph.names import Names
from kg.graph.shapes import SH, Shapes, Term, text
from kg.graph.tables import short
from kg.graph.vocabulary import ORG, TYPE
from kg.graph.whole import Whole

if TYPE_CHECKING:
    from kg.graph.stores import GraphStore

_Rank: TypeAlias = tuple[bool, int, str, str]
_Said = TypeVar("_Said", bound=Hashable)

ACYCLIC = frozenset({ORG["subOrganizationOf"]})
"""The properties along which nothing reaches itself (the shape of units: "a unit is below itself")."""


@dataclass(frozen=True, slots=True)
class Limit:
    """How many values a property has at the most (`sh:maxCount`) at the instances of some classes."""

    path: NamedNode
    most: int
    kinds: frozenset[NamedNode]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A statement that stays, and those that contradict it and go; each with a graph that says so."""

    kept: Quad
    gone: tuple[Quad, ...]

    def lines(self) -> tuple[bytes, ...]:
        """The statements that go as `kg.graph.facts.document` writes them."""
        return tuple(f"{quad.triple} {quad.graph_name} .\n".encode() for quad in self.gone)

    def reasons(self, holders: Mapping[str, str], base: str) -> tuple[str, ...]:
        """Why each of them goes, in a line each; `holders` says whose a graph is, by its IRI."""
        graph = _graph(self.kept)
        says = "the gazetteer" if graph == Names(base).gazetteer else holders.get(graph, graph.removeprefix(base))
        return tuple(f"{_short(quad, base)} contradicts {says}: {_short(self.kept, base)}" for quad in self.gone)


def without(
    document: bytes, found: Iterable[Conflict], holders: Mapping[str, str], base: str
) -> tuple[bytes, list[str]]:
    """The N-Quads of an article without the statements that go, and why each of them goes."""
    gone = {line: why for one in found for line, why in zip(one.lines(), one.reasons(holders, base), strict=True)}
    lines = document.splitlines(keepends=True)
    return b"".join(line for line in lines if line not in gone), [gone[line] for line in lines if line in gone]


def conflicts(quads: Iterable[Quad], limits: Sequence[Limit], base: str) -> tuple[Conflict, ...]:
    """The conflicts among quads of named graphs, sorted; the types of the nodes are looked for among these quads too.

    Without the statements that go no node has more values than its limits allow, and none reaches itself along a
    property of `ACYCLIC`, unless the gazetteer alone says so: none of its statements goes.
    """
    said: defaultdict[tuple[NamedNode, Term], set[Quad]] = defaultdict(set)
    edges: defaultdict[NamedNode, set[Quad]] = defaultdict(set)
    kinds: defaultdict[Term, set[Term]] = defaultdict(set)
    paths = {limit.path for limit in limits}
    for quad in quads:
        if quad.predicate == TYPE:
            kinds[quad.subject].add(quad.object)
        if quad.predicate in paths:
            said[quad.predicate, quad.subject].add(quad)
        if quad.predicate in ACYCLIC:
            edges[quad.predicate].add(quad)
    trusted = Names(base).gazetteer
    found = {
        conflict
        for limit in limits
        for (path, node), here in said.items()
        if path == limit.path and not limit.kinds.isdisjoint(kinds[node])
        for conflict in _too_many(here, limit.most, trusted)
    }
    found.update(conflict for here in edges.values() for conflict in _circles(here, trusted))
    return tuple(sorted(found, key=lambda one: (str(one.kept), str(one.gone))))


def claims(dataset: GraphStore, limits: Sequence[Limit], nodes: Iterable[NamedNode] | None = None) -> Iterator[Quad]:
    """What the named graphs of a dataset say that `conflicts` looks at: of these nodes, or of all."""
    paths = {TYPE, *ACYCLIC, *(limit.path for limit in limits)}
    if nodes is None and isinstance(dataset, Whole):
        yield from (quad for quad in dataset if quad.predicate in paths)
        return
    for node in (None,) if nodes is None else nodes:
        for path in paths:
            for quad in dataset.quads_for_pattern(node, path):
                if isinstance(quad.graph_name, NamedNode):
                    yield quad


def _too_many(quads: AbstractSet[Quad], most: int, trusted: str) -> Iterator[Conflict]:
    """The conflict of one node and property, where it has more values than it may."""
    ordered = _ordered(quads, trusted, lambda quad: quad.object)
    gone = tuple(sorted((q for value in ordered[most:] for q in value if _graph(q) != trusted), key=str))
    if gone:
        yield Conflict(ordered[0][0], gone)


def _circles(quads: AbstractSet[Quad], trusted: str) -> Iterator[Conflict]:
    """The edges that close a circle with better ones, each against the next edge of that circle."""
    above: defaultdict[Term, dict[Term, Quad]] = defaultdict(dict)
    for edge in _ordered(quads, trusted, lambda quad: quad.triple):
        best = edge[0]
        closing = best if best.subject == best.object else _next(above, best.object, best.subject)
        if closing is None or _graph(best) == trusted:
            above[best.subject][best.object] = best
        else:
            yield Conflict(closing, edge)


def _next(above: Mapping[Term, Mapping[Term, Quad]], start: Term, end: Term) -> Quad | None:
    """The first edge of a way from one node up to another."""
    for first in sorted(above.get(start, {}).values(), key=str):
        reached, waiting = {first.object}, [first.object]
        while waiting:
            node = waiting.pop()
            if node == end:
                return first
            new = above.get(node, {}).keys() - reached
            reached |= new
            waiting += new
    return None


def _ordered(quads: Iterable[Quad], trusted: str, said: Callable[[Quad], _Said]) -> list[tuple[Quad, ...]]:
    """Quads by what they say, the best first; of each the best graph first."""
    groups: defaultdict[_Said, list[Quad]] = defaultdict(list)
    for quad in quads:
        groups[said(quad)].append(quad)
    sorted_groups = [tuple(sorted(group, key=lambda q: (_graph(q) != trusted, str(q)))) for group in groups.values()]
    return sorted(sorted_groups, key=lambda group: _rank(group, trusted))


def _rank(group: Sequence[Quad], trusted: str) -> _Rank:
    """The gazetteer before articles, then many articles, then the smallest name of a graph, then the statement."""
    first = group[0]
    return _graph(first) != trusted, -len(group), _graph(first), str(first.triple)


def _graph(quad: Quad) -> str:
    return quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else ""


def _short(quad: Quad, base: str) -> str:
    terms = (quad.subject, quad.predicate, quad.object)
    return " ".join(str(term) if isinstance(term, Triple) else short(term, base) for term in terms)


def read_limits(shapes: Shapes, below: Mapping[str, AbstractSet[str]]) -> tuple[Limit, ...]:
    """The limits that the node shapes of a shapes graph set; `below` are the classes below each class."""
    found = set()
    for shape in shapes.node_shapes():
        targets = {str(kind) for kind in shapes.objects(shape, SH["targetClass"])}
        kinds = {NamedNode(kind[1:-1]) for target in targets for kind in below.get(target, {target})}
        for part in shapes.objects(shape, SH["property"]):
            most, path = shapes.value(part, SH["maxCount"]), shapes.value(part, SH["path"])
            if most is not None and isinstance(path, NamedNode) and kinds:
                found.add(Limit(path, int(text(most)), frozenset(kinds)))
    return tuple(sorted(found, key=lambda limit: (limit.path.value, limit.most, sorted(map(str, limit.kinds)))))
