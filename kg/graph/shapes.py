"""The shapes of `ontology/shapes.ttl` over the graph of one article, fast enough to check every article that is stored.

The core constraints that the shapes use (SHACL 1.0, section 4) are checked here over an index of the triples; those in
SPARQL by `kg.graph.constraints`, as in `kg check`. What pySHACL finds in a graph, this finds too (see the tests).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse

from kg.errors import ValidationError
from kg.graph.constraints import Constraint, breaches, take_constraints
from kg.graph.dataset import Dataset
from kg.graph.labels import preferred_labels
from kg.graph.tables import short_iri
from kg.graph.vocabulary import RDFS, TYPE, XSD, Namespace
from kg.lexicon.files import ontology_dir

SH = Namespace("http://www.w3.org/ns/shacl#")
RDF_FIRST, RDF_REST = (NamedNode(f"http://www.w3.org/1999/02/22-rdf-syntax-ns#{name}") for name in ("first", "rest"))
NUMBERS = {XSD["integer"].value, XSD["decimal"].value}


class Triples:
    """Triples by subject and predicate, and the instances of each class, subclasses included."""

    def __init__(self, triples: Iterable[Triple], classes: Mapping[str, frozenset[str]]) -> None:
        self._objects: dict[tuple[str, str], list[object]] = defaultdict(list)
        self._typed: dict[str, set[str]] = defaultdict(set)
        self.subjects: dict[str, set[str]] = defaultdict(set)
        for triple in triples:
            subject, predicate = str(triple.subject), triple.predicate.value
            self._objects[subject, predicate].append(triple.object)
            self.subjects[predicate].add(subject)
            if predicate == TYPE.value and isinstance(triple.object, NamedNode):
                for kind in classes.get(triple.object.value, {triple.object.value}):
                    self._typed[kind].add(subject)

    def objects(self, subject: str, predicate: str) -> list[object]:
        return self._objects.get((subject, predicate), [])

    def instances(self, kind: str) -> set[str]:
        return self._typed.get(kind, set())


Check = Callable[[str, list[object], Triples], bool]
"""Whether values of a focus node are right."""


@dataclass(frozen=True, slots=True)
class PropertyShape:
    """A path ("" for the focus node itself), what its values must be, and what to say where they are not."""

    path: str
    checks: tuple[Check, ...]
    message: str


@dataclass(frozen=True, slots=True)
class Shape:
    """Whose nodes are checked (classes, and predicates of which they are subjects), and how."""

    classes: tuple[str, ...]
    predicates: tuple[str, ...]
    properties: tuple[PropertyShape, ...]


@dataclass(frozen=True, slots=True)
class Shapes:
    """All shapes, the constraints in SPARQL, and the superclasses of each class."""

    shapes: tuple[Shape, ...]
    constraints: tuple[Constraint, ...]
    classes: Mapping[str, frozenset[str]]

    def breaches(self, triples: Iterable[Triple]) -> Iterator[tuple[str, str, str]]:
        """Focus node, path and message of every breach of a core constraint, in no order."""
        data = Triples(triples, self.classes)
        for shape in self.shapes:
            focus = {node for kind in shape.classes for node in data.instances(kind)}
            focus |= {node for predicate in shape.predicates for node in data.subjects.get(predicate, ())}
            for node in focus:
                for one in shape.properties:
                    values: list[object] = data.objects(node, one.path) if one.path else [NamedNode(node[1:-1])]
                    if not all(check(node, values, data) for check in one.checks):
                        yield node[1:-1], one.path, one.message


def first_breach(nquads: bytes, base: str) -> str:
    """The first breach of a shape in the graph of one article (with the gazetteer's part), "" where it is valid."""
    shapes = load_shapes()
    dataset = Dataset.of((quad for quad in parse(nquads, format=RdfFormat.N_QUADS) if isinstance(quad, Quad)), base)
    dataset.extend(list(preferred_labels(dataset)))
    found = {
        f"{short_iri(node, base)} {short_iri(path, base)}: {message}".replace(" :", ":")
        for node, path, message in shapes.breaches({quad.triple for quad in dataset})
    }
    for constraint in shapes.constraints:
        found |= {f"{short_iri(focus, base)}: {constraint.message}" for focus, _, _ in breaches(dataset, constraint)}
    return min(found, default="")


def load_shapes() -> Shapes:
    """The shapes of the installed ontology. Raises ValidationError where they need what is not known here."""
    return _load(ontology_dir())


@lru_cache(maxsize=2)
def _load(folder: Path) -> Shapes:
    import rdflib

    source = rdflib.Graph().parse(folder / "shapes.ttl", format="turtle")
    constraints = take_constraints(source)
    triples = [quad.triple for quad in parse(path=str(folder / "shapes.ttl"), format=RdfFormat.TURTLE)]
    return Shapes(tuple(_Reader(triples).shapes()), constraints, _superclasses(folder))


def _superclasses(folder: Path) -> dict[str, frozenset[str]]:
    """Each class of the ontology with itself and all above it."""
    above: dict[str, set[str]] = defaultdict(set)
    for name in ("perintah.ttl", "force.ttl"):
        for quad in parse(path=str(folder / name), format=RdfFormat.TURTLE):
            lower, upper = quad.subject, quad.object
            if quad.predicate == RDFS["subClassOf"] and isinstance(lower, NamedNode) and isinstance(upper, NamedNode):
                above[lower.value].add(upper.value)
    found = {}
    for lowest in list(above):
        line = [lowest]
        for one in line:
            line += [kind for kind in sorted(above.get(one, ())) if kind not in line]
        found[lowest] = frozenset(line)
    return found


class _Reader:
    """The shapes from their triples."""

    _IGNORED = frozenset({"path", "message", "property", "targetClass", "targetSubjectsOf", "sparql", "name"})

    def __init__(self, triples: Iterable[Triple]) -> None:
        self._objects: dict[tuple[str, str], list[object]] = defaultdict(list)
        self._predicates: dict[str, set[str]] = defaultdict(set)
        for triple in triples:
            self._objects[str(triple.subject), triple.predicate.value].append(triple.object)
            self._predicates[str(triple.subject)].add(triple.predicate.value)

    def shapes(self) -> Iterator[Shape]:
        for (subject, predicate), objects in sorted(self._objects.items()):
            if predicate == TYPE.value and SH["NodeShape"] in objects:
                own = PropertyShape("", tuple(self._checks(subject)), self._text(subject, "message"))
                properties = [self._property(str(one)) for one in self._of(subject, "property")]
                yield Shape(
                    tuple(self._iris(subject, "targetClass")),
                    tuple(self._iris(subject, "targetSubjectsOf")),
                    tuple(([own] if own.checks else []) + properties),
                )

    def _property(self, node: str) -> PropertyShape:
        paths = list(self._iris(node, "path"))
        if len(paths) != 1:
            raise ValidationError(f"{node}: a property shape needs one path that is a predicate")
        return PropertyShape(paths[0], tuple(self._checks(node)), self._text(node, "message"))

    def _checks(self, node: str) -> Iterator[Check]:
        for predicate in sorted(self._predicates[node]):
            if not predicate.startswith(SH.iri) or predicate.removeprefix(SH.iri) in self._IGNORED:
                continue
            name = predicate.removeprefix(SH.iri)
            if name in ("qualifiedMinCount", "qualifiedMaxCount"):
                continue
            for value in self._of(node, name):
                yield self._check(node, name, value)

    def _check(self, node: str, name: str, value: object) -> Check:
        text = value.value if isinstance(value, Literal | NamedNode) else ""
        match name:
            case "minCount":
                return lambda _, values, __: len(set(values)) >= int(text)
            case "maxCount":
                return lambda _, values, __: len(set(values)) <= int(text)
            case "class":
                return lambda _, values, data: all(str(one) in data.instances(text) for one in values)
            case "datatype":
                return lambda _, values, __: all(
                    isinstance(one, Literal) and one.datatype.value == text and _lexical(one) for one in values
                )
            case "in":
                allowed = set(self._list(str(value)))
                return lambda _, values, __: all(one in allowed for one in values)
            case "minLength":
                return lambda _, values, __: all(len(_string(one)) >= int(text) for one in values)
            case "pattern":
                shape = re.compile(text)
                return lambda _, values, __: all(shape.search(_string(one)) is not None for one in values)
            case "minInclusive":
                return lambda _, values, __: all(
                    (n := _number(one)) is not None and n >= Decimal(text) for one in values
                )
            case "maxInclusive":
                return lambda _, values, __: all(
                    (n := _number(one)) is not None and n <= Decimal(text) for one in values
                )
            case "lessThan":
                return lambda focus, values, data: all(
                    (a := _number(one)) is not None and (b := _number(other)) is not None and a < b
                    for one in values
                    for other in data.objects(focus, text)
                )
            case "uniqueLang":
                return lambda _, values, __: text != "true" or _one_a_language(values)
            case "or":
                options = [tuple(self._checks(str(one))) for one in self._list(str(value))]
                return lambda focus, values, data: all(
                    any(all(check(focus, [one], data) for check in option) for option in options) for one in values
                )
            case "qualifiedValueShape":
                return self._qualified(node, str(value))
        raise ValidationError(f"sh:{name} is not known to the check of articles")

    def _qualified(self, node: str, shape: str) -> Check:
        checks = tuple(self._checks(shape))
        least = int(self._text(node, "qualifiedMinCount") or 0)
        most = int(self._text(node, "qualifiedMaxCount") or 10**9)

        def check(focus: str, values: list[object], data: Triples) -> bool:
            conforming = sum(all(one(focus, [value], data) for one in checks) for value in values)
            return least <= conforming <= most

        return check

    def _of(self, node: str, name: str) -> list[object]:
        return self._objects.get((node, SH[name].value), [])

    def _iris(self, node: str, name: str) -> Iterator[str]:
        yield from sorted(one.value for one in self._of(node, name) if isinstance(one, NamedNode))

    def _text(self, node: str, name: str) -> str:
        return next((one.value for one in self._of(node, name) if isinstance(one, Literal)), "")

    def _list(self, node: str) -> Iterator[object]:
        """The members of an RDF list."""
        while first := self._objects.get((node, RDF_FIRST.value)):
            yield first[0]
            node = str(self._objects[node, RDF_REST.value][0])


def _string(value: object) -> str:
    return value.value if isinstance(value, Literal | NamedNode) else ""


def _number(value: object) -> Decimal | None:
    return Decimal(value.value) if isinstance(value, Literal) and value.datatype.value in NUMBERS else None


def _lexical(value: Literal) -> bool:
    """Whether a literal of a type that the shapes use is written as that type is."""
    shape = _LEXICAL.get(value.datatype.value)
    return shape is None or shape.fullmatch(value.value) is not None


_LEXICAL = {
    XSD["integer"].value: re.compile(r"[+-]?\d+"),
    XSD["decimal"].value: re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)"),
    XSD["boolean"].value: re.compile(r"true|false|0|1"),
    XSD["date"].value: re.compile(r"-?\d{4,}-\d\d-\d\d(Z|[+-]\d\d:\d\d)?"),
}


def _one_a_language(values: Iterable[object]) -> bool:
    languages = Counter(one.language for one in set(values) if isinstance(one, Literal) and one.language)
    return all(number == 1 for number in languages.values())
