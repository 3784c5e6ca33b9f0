"""Which nodes may break a shape: a screen before pySHACL, which takes minutes for what this tells in a second.

It knows the constraint components of SHACL Core (SHACL 1.0, 4) that the shapes use, none in SPARQL. A node passes only
if it surely conforms: an unusual value is left to pySHACL, and so are all nodes where a shape has a component not known
here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from pyoxigraph import BlankNode, NamedNode, Triple

from kg.graph.components import NOTES, Test, UnknownComponentError, iri, is_there, tests_of
from kg.graph.lines import Facts
from kg.graph.rows import NOTHING, Row, Rows, gather
from kg.graph.shapes import SH, Shapes, Term
from kg.graph.vocabulary import TYPE

TARGETS = frozenset({"targetClass", "targetSubjectsOf"})
_TYPE = str(TYPE)


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
        own = all(test(rows, node, (node,)) for test in self.own)
        return own and all(test(rows, node, row.get(path, NOTHING)) for path, test in self.paths)


class Plan:
    """The shapes of one kind of node as one: what has to be there, and the tests of each predicate that is."""

    def __init__(self, rows: Rows, shapes: Sequence[Shape]) -> None:
        self.shapes = shapes
        self._rows = rows
        self._own = tuple(test for shape in shapes for test in shape.own)
        self._needed: set[str] = set()
        self._tests: dict[str, list[Test]] = {}
        for path, test in (pair for shape in shapes for pair in shape.paths):
            if not test(rows, "", NOTHING):
                self._needed.add(path)
            if test is not is_there:
                self._tests.setdefault(path, []).append(test)

    def conforms(self, node: str, row: Row) -> bool:
        """Whether a node surely conforms to all of them."""
        if not self._needed <= row.keys():
            return False
        for path, values in row.items():
            for test in self._tests.get(path, ()):
                if not test(self._rows, node, values):
                    return False
        return all(test(self._rows, node, (node,)) for test in self._own)


def doubtful(
    facts: Facts, shapes: Sequence[Shape] | None, ontology: Iterable[Triple]
) -> Mapping[str, frozenset[Term]] | None:
    """By the IRI of each shape that may be broken the nodes that may break it; `None` if every node may break any.

    `facts` are those of all graphs, `shapes` those that `read_shapes` read, `ontology` the triples that hold besides.
    """
    if shapes is None:
        return None
    rows = gather(facts, ontology)
    plans: dict[tuple[Sequence[str], frozenset[str]], Plan] = {}
    subjects_of = frozenset(path for shape in shapes for path in shape.subjects_of)
    found: dict[str, set[Term]] = {}
    for node, row in rows.rows.items():
        key = tuple(row.get(_TYPE, NOTHING)), subjects_of.intersection(row)
        plan = plans.get(key)
        if plan is None:
            plan = plans[key] = Plan(rows, [shape for shape in shapes if _targets(rows, shape, *key)])
        if not plan.conforms(node, row):
            for shape in plan.shapes:
                if not shape.conforms(rows, node, row):
                    found.setdefault(shape.iri, set()).add(_node(node))
    return {iri: frozenset(nodes) for iri, nodes in found.items()}


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
