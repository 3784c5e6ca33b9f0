"""Which nodes may break a shape: a screen before pySHACL, which takes minutes for what this tells in a second.

It knows the constraint components of SHACL Core (SHACL 1.0, 4) that the shapes use, none in SPARQL. A node passes only
if it surely conforms: an unusual value is left to pySHACL, and so are all nodes where a shape has a component not known
here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import TypeAlias

from pyoxigraph import BlankNode, NamedNode, Triple

from kg.graph.lines import Facts, text_of
from kg.graph.shapes import SH, Shapes, Term, text
from kg.graph.vocabulary import RDFS, TYPE, XSD

Values: TypeAlias = Sequence[str]
"""Terms as N-Triples writes them, each once."""
Row: TypeAlias = Mapping[str, Values]
"""What is said of a node: values by predicate."""

NOTHING: Values = ()
NOTES = frozenset({"message", "name", "description"})  # of SHACL: what constrains nothing
TARGETS = frozenset({"targetClass", "targetSubjectsOf"})
_TYPE, _BELOW = str(TYPE), str(RDFS["subClassOf"])


@dataclass(frozen=True, slots=True)
class Rows:
    """What is said of each node, and the classes below each class."""

    rows: Mapping[str, Row]
    below: Mapping[str, AbstractSet[str]]

    def is_a(self, node: str, kind: str) -> bool:
        """Whether a node is an instance of a class or of one below it (SHACL instance)."""
        row = self.rows.get(node)
        types = row.get(_TYPE, NOTHING) if row is not None else NOTHING
        return kind in types or not self.below.get(kind, frozenset()).isdisjoint(types)


Test = Callable[[Rows, str, Values], bool]
"""Whether the values at a focus node surely conform to one component."""


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
            if test is not _is_there:
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


class UnknownComponentError(Exception):
    """A shape says something that the screen does not know."""


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


def gather(facts: Facts, ontology: Iterable[Triple]) -> Rows:
    """What facts say of each node, and the ontology besides."""
    rows: dict[str, dict[str, list[str]]] = {}
    for subject, rests in facts.items():
        row: dict[str, list[str]] = {}
        rows[subject] = row
        for rest in rests:
            predicate, _, value = rest.partition(" ")
            if predicate in row:
                row[predicate].append(value)
            else:
                row[predicate] = [value]
    for triple in ontology:
        values = rows.setdefault(str(triple.subject), {}).setdefault(str(triple.predicate), [])
        value = str(triple.object)
        if value not in values:
            values.append(value)
    return Rows(rows, _below({node: row[_BELOW] for node, row in rows.items() if _BELOW in row}))


def classes_below(ontology: Iterable[Triple]) -> Mapping[str, AbstractSet[str]]:
    """For each class with others below it, itself and all of them, as an ontology says."""
    return gather({}, ontology).below


def _below(parents: Mapping[str, Values]) -> Mapping[str, AbstractSet[str]]:
    """For each class with others below it, itself and all of them."""
    below: dict[str, set[str]] = {}
    for kind in parents:
        above, reached = [kind], {kind}
        while above:
            for parent in parents.get(above.pop(), NOTHING):
                below.setdefault(parent, {parent}).add(kind)
                if parent not in reached:
                    reached.add(parent)
                    above.append(parent)
    return below


# ---------------------------------------------------------------- shapes


def read_shapes(shapes: Shapes) -> tuple[Shape, ...] | None:
    """The node shapes of a shapes graph without their SPARQL; `None` where one says what is not known here."""
    try:
        return tuple(_shape(shapes, node) for node in shapes.node_shapes())
    except UnknownComponentError:
        return None


def _shape(shapes: Shapes, node: NamedNode) -> Shape:
    paths: list[tuple[str, Test]] = []
    for part in shapes.objects(node, SH["property"]):
        path = _iri(shapes.value(part, SH["path"]))
        paths += [(path, test) for test in _tests(shapes, part, NOTES | {"path"})]
    return Shape(
        node.value,
        tuple(_iri(kind) for kind in shapes.objects(node, SH["targetClass"])),
        tuple(_iri(path) for path in shapes.objects(node, SH["targetSubjectsOf"])),
        _tests(shapes, node, NOTES | TARGETS | {"property", "sparql"}),
        tuple(paths),
    )


def _tests(shapes: Shapes, node: Term, known: frozenset[str]) -> tuple[Test, ...]:
    """The tests of a shape's components, those called `known` left out."""
    found = []
    for component, value in shapes.predicate_objects(node):
        name = component.value.removeprefix(SH.iri)
        if component == TYPE or name in known | QUALIFIED:
            continue
        if name not in COMPONENTS:
            raise UnknownComponentError(f"{component}")
        found.append(COMPONENTS[name](shapes, node, value))
    return tuple(found)


Read = Callable[[Shapes, Term, Term], Test]
"""Reads a component: the shapes, the shape that has it, and its value."""


def _class(shapes: Shapes, node: Term, value: Term) -> Test:
    kind = _iri(value)
    return lambda rows, _, values: all(rows.is_a(one, kind) for one in values)


def _min_count(shapes: Shapes, node: Term, value: Term) -> Test:
    least = int(text(value))
    return _is_there if least == 1 else lambda _rows, _focus, values: len(values) >= least


def _is_there(_rows: Rows, _focus: str, values: Values) -> bool:
    return bool(values)


def _max_count(shapes: Shapes, node: Term, value: Term) -> Test:
    most = int(text(value))
    return lambda _rows, _focus, values: len(values) <= most


def _in(shapes: Shapes, node: Term, value: Term) -> Test:
    allowed = frozenset(str(one) for one in shapes.items(value))
    return lambda _rows, _focus, values: allowed.issuperset(values)


def _datatype(shapes: Shapes, node: Term, value: Term) -> Test:
    end = f'"^^{_iri(value)}'
    well_formed = WELL_FORMED.get(_iri(value))
    if well_formed is None:
        raise UnknownComponentError(f"sh:datatype {value}")
    return lambda _rows, _focus, values: all(
        one.endswith(end) and one[0] == '"' and well_formed(one[1 : -len(end)]) for one in values
    )


def _min_length(shapes: Shapes, node: Term, value: Term) -> Test:
    least = int(text(value))
    return lambda _rows, _focus, values: all(one[0] != "_" and len(text_of(one)[0]) >= least for one in values)


def _pattern(shapes: Shapes, node: Term, value: Term) -> Test:
    pattern = re.compile(text(value))
    return lambda _rows, _focus, values: all(
        one[0] != "_" and pattern.search(text_of(one)[0]) is not None for one in values
    )


def _unique_lang(shapes: Shapes, node: Term, value: Term) -> Test:
    def test(_rows: Rows, _focus: str, values: Values) -> bool:
        languages = [language.lower() for one in values if (language := text_of(one)[1])]
        return len(languages) == len(set(languages))

    return test


def _least(shapes: Shapes, node: Term, value: Term) -> Test:
    least = Decimal(text(value))
    return lambda _rows, _focus, values: all((n := _number(one)) is not None and n >= least for one in values)


def _most(shapes: Shapes, node: Term, value: Term) -> Test:
    most = Decimal(text(value))
    return lambda _rows, _focus, values: all((n := _number(one)) is not None and n <= most for one in values)


def _less_than(shapes: Shapes, node: Term, value: Term) -> Test:
    path = _iri(value)

    def test(rows: Rows, focus: str, values: Values) -> bool:
        numbers = [_number(one) for one in values]
        others = [_number(other) for other in rows.rows.get(focus, {}).get(path, NOTHING)]
        return all(one is not None and other is not None and one < other for one in numbers for other in others)

    return test


def _or(shapes: Shapes, node: Term, value: Term) -> Test:
    choices = [_tests(shapes, choice, NOTES) for choice in shapes.items(value)]
    return lambda rows, _, values: all(
        any(all(test(rows, one, (one,)) for test in tests) for tests in choices) for one in values
    )


def _qualified(shapes: Shapes, node: Term, value: Term) -> Test:
    """How many values are of a class; another qualification could not be counted surely."""
    if {predicate for predicate, _ in shapes.predicate_objects(value)} != {SH["class"]}:
        raise UnknownComponentError("sh:qualifiedValueShape with more than a class")
    kind = _iri(shapes.value(value, SH["class"]))
    least, most = shapes.value(node, SH["qualifiedMinCount"]), shapes.value(node, SH["qualifiedMaxCount"])
    lower = 0 if least is None else int(text(least))
    upper = None if most is None else int(text(most))

    def test(rows: Rows, _focus: str, values: Values) -> bool:
        number = sum([rows.is_a(one, kind) for one in values])
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


def _is_date(day: str) -> bool:
    try:
        return len(day) == len("2024-11-22") and date.fromisoformat(day) is not None
    except ValueError:
        return False


WELL_FORMED: Mapping[str, Callable[[str], bool]] = {
    str(XSD["boolean"]): lambda said: said in ("true", "false"),
    str(XSD["integer"]): lambda said: re.fullmatch(r"[+-]?[0-9]+", said) is not None,
    str(XSD["decimal"]): lambda said: re.fullmatch(r"[+-]?[0-9]+([.][0-9]*)?", said) is not None,
    str(XSD["date"]): _is_date,
}
_NUMBER = re.compile(rf'"([^"\\]*)"\^\^(?:{re.escape(str(XSD["integer"]))}|{re.escape(str(XSD["decimal"]))})')


@lru_cache(maxsize=8192)
def _number(term: str) -> Decimal | None:
    """The value of a decimal or integer, `None` of anything else."""
    match = _NUMBER.fullmatch(term)
    try:
        return None if match is None else Decimal(match[1])
    except InvalidOperation:
        return None


def _iri(node: Term | None) -> str:
    if not isinstance(node, NamedNode):
        raise UnknownComponentError(f"{node} is no IRI")
    return str(node)
