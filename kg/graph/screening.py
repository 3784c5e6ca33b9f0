"""Which nodes may break a shape: a screen before pySHACL, which takes minutes for what this tells in a second.

It knows the constraint components of SHACL Core (SHACL 1.0, 4) that the shapes use, none in SPARQL. A node passes only
if it surely conforms: an unusual value is left to pySHACL, and so are all nodes where a shape has a component not known
here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, TypeAlias

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from kg.graph.dataset import Dataset
from kg.graph.stores import GraphStore
from kg.graph.vocabulary import RDFS, TYPE, XSD

if TYPE_CHECKING:
    import rdflib

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple
Values: TypeAlias = AbstractSet[Term]
NO_VALUES: Values = frozenset()
NOTES = frozenset({"message", "name", "description"})  # of SHACL: what constrains nothing
TARGETS = frozenset({"targetClass", "targetSubjectsOf"})
NUMBERS = frozenset({XSD["integer"], XSD["decimal"]})


@dataclass(frozen=True, slots=True)
class Facts:
    """The triples that shapes look at: values by predicate and subject, the classes below each class, its instances."""

    values: Mapping[NamedNode, Mapping[Term, Values]]
    below: Mapping[Term, AbstractSet[Term]]
    instances: Mapping[Term, AbstractSet[Term]]

    def of(self, node: Term, path: NamedNode) -> Values:
        """The values of a path at a node."""
        return self.values.get(path, {}).get(node, NO_VALUES)

    def is_a(self, node: Term, kind: NamedNode) -> bool:
        """Whether a node is an instance of a class or of one below it (SHACL instance)."""
        return not self.of(node, TYPE).isdisjoint(self.below.get(kind, {kind}))


Test = Callable[[Facts, Term, Values], bool]
"""Whether the values at a focus node surely conform to one component."""


@dataclass(frozen=True, slots=True)
class Target:
    """Nodes that a shape looks at: the instances of a class, or the subjects of a predicate."""

    kind: NamedNode
    by_class: bool

    def nodes(self, facts: Facts) -> Iterator[Term]:
        """The nodes, some perhaps twice."""
        if not self.by_class:
            yield from facts.values.get(self.kind, {})
            return
        for kind in facts.below.get(self.kind, {self.kind}):
            yield from facts.instances.get(kind, NO_VALUES)


@dataclass(frozen=True, slots=True)
class Shape:
    """A node shape: its targets, the tests of the node itself and those of its paths; `seen` are further predicates."""

    iri: str
    targets: tuple[Target, ...]
    own: tuple[Test, ...]
    paths: tuple[tuple[NamedNode, Test], ...]
    seen: tuple[NamedNode, ...]

    def doubtful(self, facts: Facts) -> frozenset[Term]:
        """The focus nodes that do not surely conform."""
        paths = [(facts.values.get(path, {}), test) for path, test in self.paths]
        found: set[Term] = set()
        for node in {node for target in self.targets for node in target.nodes(facts)}:
            for values, test in paths:
                if not test(facts, node, values.get(node, NO_VALUES)):
                    found.add(node)
                    break
            else:
                if not all(test(facts, node, {node}) for test in self.own):
                    found.add(node)
        return frozenset(found)


class UnknownComponentError(Exception):
    """A shape says something that the screen does not know."""


def doubtful(
    dataset: GraphStore, shapes: Sequence[Shape] | None, ontology: Iterable[Triple]
) -> Mapping[str, frozenset[Term]] | None:
    """By the IRI of each shape that may be broken the nodes that may break it; `None` if every node may break any.

    `shapes` are those that `read_shapes` read, `ontology` the triples that hold besides those of the dataset.
    """
    if shapes is None:
        return None
    facts = gather(dataset, ontology, {predicate for shape in shapes for predicate in predicates(shape)})
    found = {shape.iri: shape.doubtful(facts) for shape in shapes}
    return {iri: nodes for iri, nodes in found.items() if nodes}


def predicates(shape: Shape) -> Iterator[NamedNode]:
    """The predicates that a shape looks at."""
    yield from (path for path, _ in shape.paths)
    yield from (target.kind for target in shape.targets if not target.by_class)
    yield from shape.seen


def gather(dataset: GraphStore, ontology: Iterable[Triple], wanted: AbstractSet[NamedNode]) -> Facts:
    """The triples of all graphs, and of the ontology, that have one of the predicates `wanted` or tell classes."""
    looked_at = {*wanted, TYPE, RDFS["subClassOf"]}
    values: dict[NamedNode, dict[Term, set[Term]]] = {predicate: {} for predicate in looked_at}

    for predicate in looked_at:
        here = values[predicate]
        for quad in _of(dataset, predicate):
            here.setdefault(quad.subject, set()).add(quad.object)
    for triple in ontology:
        if triple.predicate in looked_at:
            values[triple.predicate].setdefault(triple.subject, set()).add(triple.object)
    instances: dict[Term, set[Term]] = {}
    for node, kinds in values[TYPE].items():
        for kind in kinds:
            instances.setdefault(kind, set()).add(node)
    return Facts(values, _below(values[RDFS["subClassOf"]]), instances)


def _of(dataset: GraphStore, predicate: NamedNode) -> Iterator[Quad]:
    """The quads of a predicate: of the union alone where the store keeps it as its default graph."""
    if isinstance(dataset, Dataset):
        return dataset.store.quads_for_pattern(None, predicate, None, DefaultGraph())
    return dataset.quads_for_pattern(predicate=predicate)


def classes_below(ontology: Iterable[Triple]) -> Mapping[Term, AbstractSet[Term]]:
    """For each class with others below it, itself and all of them, as an ontology says."""
    parents: dict[Term, set[Term]] = {}
    for triple in ontology:
        if triple.predicate == RDFS["subClassOf"]:
            parents.setdefault(triple.subject, set()).add(triple.object)
    return _below(parents)


def _below(parents: Mapping[Term, Values]) -> Mapping[Term, AbstractSet[Term]]:
    """For each class with others below it, itself and all of them."""
    below: dict[Term, set[Term]] = {}
    for kind in parents:
        above, reached = [kind], {kind}
        while above:
            for parent in parents.get(above.pop(), NO_VALUES):
                below.setdefault(parent, {parent}).add(kind)
                if parent not in reached:
                    reached.add(parent)
                    above.append(parent)
    return below


# ---------------------------------------------------------------- shapes


def read_shapes(shapes: rdflib.Graph) -> tuple[Shape, ...] | None:
    """The node shapes of a shapes graph; `None` where one says what is not known here."""
    from rdflib import RDF, SH

    try:
        return tuple(_shape(shapes, node) for node in sorted(shapes.subjects(RDF.type, SH.NodeShape), key=str))
    except UnknownComponentError:
        return None


def _shape(shapes: rdflib.Graph, node: rdflib.term.Node) -> Shape:
    from rdflib import SH

    targets = [Target(_iri(kind), by_class=True) for kind in shapes.objects(node, SH.targetClass)]
    targets += [Target(_iri(path), by_class=False) for path in shapes.objects(node, SH.targetSubjectsOf)]
    paths: list[tuple[NamedNode, Test]] = []
    seen: list[NamedNode] = []
    for part in shapes.objects(node, SH.property):
        path = _iri(shapes.value(part, SH.path))
        paths += [(path, test) for test in _tests(shapes, part, NOTES | {"path"})]
        seen += [_iri(other) for other in shapes.objects(part, SH.lessThan)]
    return Shape(
        str(node), tuple(targets), _tests(shapes, node, NOTES | TARGETS | {"property"}), tuple(paths), tuple(seen)
    )


def _tests(shapes: rdflib.Graph, node: rdflib.term.Node, known: frozenset[str]) -> tuple[Test, ...]:
    """The tests of a shape's components, those called `known` left out."""
    from rdflib import RDF, SH

    found = []
    for component, value in shapes.predicate_objects(node):
        name = str(component).removeprefix(str(SH))
        if component == RDF.type or name in known | QUALIFIED:
            continue
        if name not in COMPONENTS:
            raise UnknownComponentError(f"{component}")
        found.append(COMPONENTS[name](shapes, node, value))
    return tuple(found)


Read = Callable[["rdflib.Graph", "rdflib.term.Node", "rdflib.term.Node"], Test]
"""Reads a component: the shapes, the shape that has it, and its value."""


def _class(shapes: rdflib.Graph, node: rdflib.term.Node, value: rdflib.term.Node) -> Test:
    kind = _iri(value)
    return lambda facts, _, values: all(facts.is_a(one, kind) for one in values)


def _min_count(shapes: rdflib.Graph, node: rdflib.term.Node, value: rdflib.term.Node) -> Test:
    least = int(str(value))
    return lambda _facts, _focus, values: len(values) >= least


def _max_count(shapes: rdflib.Graph, node: rdflib.term.Node, value: rdflib.term.Node) -> Test:
    most = int(str(value))
    return lambda _facts, _focus, values: len(values) <= most


def _in(shapes: rdflib.Graph, node: rdflib.term.Node, value: rdflib.term.Node) -> Test:
    allowed = frozenset(_term(one) for one in shapes.items(value))
    return lambda _facts, _focus, values: values <= allowed


def _datatype(shapes: rdflib.Graph, node: rdflib.term.Node, value: rdflib.term.Node) -> Test:
    datatype = _iri(value)
    if datatype not in WELL_FORMED:
        raise UnknownComponentError(f"sh:datatype {datatype}")
    well_formed = WELL_FORMED[datatype]
    return lambda _facts, _focus, values: all(
        isinstance(one, Literal) and one.datatype == datatype and well_formed(one.value) for one in values
    )


def _min_length(shapes: rdflib.Graph, node: rdflib.term.Node, value: rdflib.term.Node) -> Test:
    least = int(str(value))
    return lambda _facts, _focus, values: all(
        isinstance(one, NamedNode | Literal) and len(one.value) >= least for one in values
    )


def _pattern(shapes: rdflib.Graph, node: rdflib.term.Node, value: rdflib.term.Node) -> Test:
    pattern = re.compile(str(value))
    return lambda _facts, _focus, values: all(
        isinstance(one, NamedNode | Literal) and pattern.search(one.value) is not None for one in values
    )


def _unique_lang(shapes: rdflib.Graph, node: rdflib.term.Node, value: rdflib.term.Node) -> Test:
    def test(_facts: Facts, _focus: Term, values: Values) -> bool:
        languages = [one.language.lower() for one in values if isinstance(one, Literal) and one.language]
        return len(languages) == len(set(languages))

    return test


def _least(shapes: rdflib.Graph, node: rdflib.term.Node, value: rdflib.term.Node) -> Test:
    least = Decimal(str(value))
    return lambda _facts, _focus, values: all((n := _number(one)) is not None and n >= least for one in values)


def _most(shapes: rdflib.Graph, node: rdflib.term.Node, value: rdflib.term.Node) -> Test:
    most = Decimal(str(value))
    return lambda _facts, _focus, values: all((n := _number(one)) is not None and n <= most for one in values)


def _less_than(shapes: rdflib.Graph, node: rdflib.term.Node, value: rdflib.term.Node) -> Test:
    path = _iri(value)

    def test(facts: Facts, focus: Term, values: Values) -> bool:
        numbers = [_number(one) for one in values]
        others = [_number(other) for other in facts.of(focus, path)]
        return all(one is not None and other is not None and one < other for one in numbers for other in others)

    return test


def _or(shapes: rdflib.Graph, node: rdflib.term.Node, value: rdflib.term.Node) -> Test:
    choices = [_tests(shapes, choice, NOTES) for choice in shapes.items(value)]
    return lambda facts, _, values: all(
        any(all(test(facts, one, {one}) for test in tests) for tests in choices) for one in values
    )


def _qualified(shapes: rdflib.Graph, node: rdflib.term.Node, value: rdflib.term.Node) -> Test:
    """How many values are of a class; another qualification could not be counted surely."""
    from rdflib import SH

    if {predicate for predicate, _ in shapes.predicate_objects(value)} != {SH["class"]}:
        raise UnknownComponentError("sh:qualifiedValueShape with more than a class")
    kind = _iri(shapes.value(value, SH["class"]))
    least, most = shapes.value(node, SH.qualifiedMinCount), shapes.value(node, SH.qualifiedMaxCount)
    lower = 0 if least is None else int(str(least))
    upper = None if most is None else int(str(most))

    def test(facts: Facts, _focus: Term, values: Values) -> bool:
        number = sum(facts.is_a(one, kind) for one in values)
        return lower <= number and (upper is None or number <= upper)

    return test


COMPONENTS: Mapping[str, Read] = {
    "class": _class,
    "minCount": _min_count,
    "maxCount": _max_count,
    "in": _in,
    "datatype": _datatype,
    "minLength": _min_length,
    "pattern": _pattern,
    "uniqueLang": _unique_lang,
    "minInclusive": _least,
    "maxInclusive": _most,
    "lessThan": _less_than,
    "or": _or,
    "qualifiedValueShape": _qualified,
}
QUALIFIED = frozenset({"qualifiedMinCount", "qualifiedMaxCount"})  # read with `qualifiedValueShape`


# ---------------------------------------------------------------- values


def _is_date(text: str) -> bool:
    try:
        return len(text) == len("2024-11-22") and date.fromisoformat(text) is not None
    except ValueError:
        return False


WELL_FORMED: Mapping[NamedNode, Callable[[str], bool]] = {
    XSD["boolean"]: lambda text: text in ("true", "false"),
    XSD["integer"]: lambda text: re.fullmatch(r"[+-]?[0-9]+", text) is not None,
    XSD["decimal"]: lambda text: re.fullmatch(r"[+-]?[0-9]+([.][0-9]*)?", text) is not None,
    XSD["date"]: _is_date,
}


def _number(term: Term) -> Decimal | None:
    """The value of a decimal or integer, `None` of anything else."""
    if not isinstance(term, Literal) or term.datatype not in NUMBERS:
        return None
    try:
        return Decimal(term.value)
    except InvalidOperation:
        return None


def _iri(node: rdflib.term.Node | None) -> NamedNode:
    from rdflib import URIRef

    if not isinstance(node, URIRef):
        raise UnknownComponentError(f"{node} is no IRI")
    return NamedNode(str(node))


def _term(node: rdflib.term.Node) -> Term:
    """A term of rdflib as pyoxigraph's."""
    import rdflib as library

    if not isinstance(node, library.Literal):
        return _iri(node)
    if node.language:
        return Literal(str(node), language=node.language)
    return Literal(str(node)) if node.datatype is None else Literal(str(node), datatype=NamedNode(str(node.datatype)))
