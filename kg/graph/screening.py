"""Which nodes may break a shape: a screen before pySHACL, which takes minutes for what this tells in a second.

It knows the constraint components of SHACL Core (SHACL 1.0, 4) that the shapes use, none in SPARQL. A node passes only
if it surely conforms: an unusual value is left to pySHACL, and so are all nodes where a shape has a component not known
here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain, repeat

from pyoxigraph import BlankNode, NamedNode

from kg.graph.components import NOTES, Looks, Test, UnknownComponentError, iri, tests_of
from kg.graph.rows import NOTHING, Row, Rows, Values
from kg.graph.shapes import SH, Shapes, Term

TARGETS = frozenset({"targetClass", "targetSubjectsOf"})
_NONE = frozenset[str]()


@dataclass(frozen=True, slots=True)
class Shape:
    """A node shape: its target classes and predicates, the tests of the node itself and those of its paths."""

    iri: str
    classes: tuple[str, ...]
    subjects_of: tuple[str, ...]
    own: tuple[Test, ...]
    paths: tuple[tuple[str, Test], ...]

    def conforms(self, rows: Rows, node: str, row: Row) -> bool:
        """Whether a node surely conforms."""
        own = all(test.passes(rows, node, (node,)) for test in self.own)
        return own and all(test.passes(rows, node, row.get(path, NOTHING)) for path, test in self.paths)

    def all_conform(self, rows: Rows, nodes: Mapping[str, Row]) -> bool:
        """Whether all nodes surely do, which is seen far sooner than of each: most tests look at a value alone."""
        column: list[Values] = []
        last = ""
        for path, test in self.paths:
            if path != last:
                column = [row.get(path, NOTHING) for row in nodes.values()]
                last = path
            if not _passes(rows, test, nodes, column):
                return False
        return all(_passes(rows, test, nodes, [(node,) for node in nodes]) for test in self.own)


def _passes(rows: Rows, test: Test, nodes: Iterable[str], column: Sequence[Values]) -> bool:
    """Whether the values of a property at several nodes, in their order, pass a test."""
    if test.looks is Looks.AT_NODE:
        return all(map(test.passes, repeat(rows), nodes, column))
    if test.looks is Looks.AT_NUMBER:
        return all(test.passes(rows, "", ("",) * number) for number in set(map(len, column)))
    return test.passes(rows, "", set(chain.from_iterable(column)))


def doubtful(rows: Rows, shapes: Sequence[Shape] | None) -> Mapping[str, frozenset[Term]] | None:
    """By the IRI of each shape that may be broken the nodes that may break it; `None` if every node may break any.

    `rows` are those of all graphs with the ontology's, `shapes` those that `read_shapes` read.
    """
    if shapes is None:
        return None
    subjects_of = frozenset(path for shape in shapes for path in shape.subjects_of)
    found: dict[str, set[Term]] = {}
    for types, alike in rows.kinds.items():
        for aimed_at, nodes in _aimed_at(alike, subjects_of).items():
            for shape in (shape for shape in shapes if _targets(rows, shape, types, aimed_at)):
                if not shape.all_conform(rows, nodes):
                    broken = {_node(node) for node, row in nodes.items() if not shape.conforms(rows, node, row)}
                    found.setdefault(shape.iri, set()).update(broken)
    return {iri: frozenset(nodes) for iri, nodes in found.items()}


def _aimed_at(nodes: Mapping[str, Row], subjects_of: frozenset[str]) -> Mapping[frozenset[str], Mapping[str, Row]]:
    """Nodes by those of their predicates that make shapes look at them."""
    aimed_at = {node: subjects_of.intersection(row) for node, row in nodes.items() if not subjects_of.isdisjoint(row)}
    if not aimed_at:
        return {_NONE: nodes}
    found: dict[frozenset[str], dict[str, Row]] = {}
    for node, row in nodes.items():
        found.setdefault(aimed_at.get(node, _NONE), {})[node] = row
    return found


def _targets(rows: Rows, shape: Shape, types: Sequence[str], predicates: AbstractSet[str]) -> bool:
    """Whether a shape looks at the nodes of these types and with these predicates."""
    if not predicates.isdisjoint(shape.subjects_of):
        return True
    return any(not rows.below.get(kind, frozenset({kind})).isdisjoint(types) for kind in shape.classes)


def _node(term: str) -> Term:
    return NamedNode(term[1:-1]) if term[0] == "<" else BlankNode(term.removeprefix("_:"))


def read_shapes(shapes: Shapes) -> tuple[Shape, ...] | None:
    """The node shapes of a shapes graph without their SPARQL; `None` where one says what is not known here."""
    try:
        return tuple(_shape(shapes, node) for node in shapes.node_shapes())
    except UnknownComponentError:
        return None


def _shape(shapes: Shapes, node: NamedNode) -> Shape:
    paths: list[tuple[str, Test]] = []
    for part in shapes.objects(node, SH["property"]):
        path = iri(shapes.value(part, SH["path"]))
        paths += [(path, test) for test in tests_of(shapes, part, NOTES | {"path"})]
    return Shape(
        node.value,
        tuple(iri(kind) for kind in shapes.objects(node, SH["targetClass"])),
        tuple(iri(path) for path in shapes.objects(node, SH["targetSubjectsOf"])),
        tests_of(shapes, node, NOTES | TARGETS | {"property", "sparql"}),
        tuple(paths),
    )
