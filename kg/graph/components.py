"""The constraint components of SHACL Core (SHACL 1.0, 4) that the shapes use, as tests of the values at a node.

A test passes only what surely conforms; an unusual value is left to pySHACL.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import lru_cache

from pyoxigraph import NamedNode

from kg.graph.lines import text_of
from kg.graph.rows import Rows, Values
from kg.graph.shapes import SH, Shapes, Term, text
from kg.graph.vocabulary import TYPE, XSD

NOTES = frozenset({"message", "name", "description"})  # of SHACL: what constrains nothing


class Looks(Enum):
    """What a test looks at: each value alone, only how many there are, or all values of a node with the node."""

    AT_VALUES = "values"
    AT_NUMBER = "number"
    AT_NODE = "node"


@dataclass(frozen=True, slots=True)
class Test:
    """Whether the values at a focus node surely conform to one component.

    A test that does not look at the node is given the values of many nodes together, and "" as the node.
    """

    passes: Callable[[Rows, str, Values], bool]
    looks: Looks = Looks.AT_VALUES


class UnknownComponentError(Exception):
    """A shape says something that the screen does not know."""


def tests_of(shapes: Shapes, node: Term, known: frozenset[str]) -> tuple[Test, ...]:
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
    kind = iri(value)
    return Test(lambda rows, _, values: rows.instances(kind).issuperset(values))


def _min_count(shapes: Shapes, node: Term, value: Term) -> Test:
    least = int(text(value))
    return Test(lambda _rows, _focus, values: len(values) >= least, Looks.AT_NUMBER)


def _max_count(shapes: Shapes, node: Term, value: Term) -> Test:
    most = int(text(value))
    return Test(lambda _rows, _focus, values: len(values) <= most, Looks.AT_NUMBER)


def _in(shapes: Shapes, node: Term, value: Term) -> Test:
    allowed = frozenset(str(one) for one in shapes.items(value))
    return Test(lambda _rows, _focus, values: allowed.issuperset(values))


def _datatype(shapes: Shapes, node: Term, value: Term) -> Test:
    well_formed = WELL_FORMED.get(iri(value))
    if well_formed is None:
        raise UnknownComponentError(f"sh:datatype {value}")
    return Test(lambda _rows, _focus, values: all(map(well_formed, values)))


def _min_length(shapes: Shapes, node: Term, value: Term) -> Test:
    least = int(text(value))
    if least == 1:
        return Test(lambda _rows, _focus, values: all(map(_is_something, values)))
    return Test(lambda _rows, _focus, values: all(one[0] != "_" and len(text_of(one)[0]) >= least for one in values))


def _is_something(term: str) -> bool:
    """Whether a literal's text is not empty, or a node is an IRI."""
    return term[1] != '"' if term[0] == '"' else term[0] == "<" and len(term) > len("<>")


def _pattern(shapes: Shapes, node: Term, value: Term) -> Test:
    pattern = re.compile(text(value))
    return Test(
        lambda _rows, _focus, values: all(
            one[0] != "_" and pattern.search(text_of(one)[0]) is not None for one in values
        )
    )


def _unique_lang(shapes: Shapes, node: Term, value: Term) -> Test:
    def test(_rows: Rows, _focus: str, values: Values) -> bool:
        languages = [language.lower() for one in values if (language := text_of(one)[1])]
        return len(languages) == len(set(languages))

    return Test(test, Looks.AT_NODE)


def _least(shapes: Shapes, node: Term, value: Term) -> Test:
    least = Decimal(text(value))
    return Test(lambda _rows, _focus, values: all((n := _number(one)) is not None and n >= least for one in values))


def _most(shapes: Shapes, node: Term, value: Term) -> Test:
    most = Decimal(text(value))
    return Test(lambda _rows, _focus, values: all((n := _number(one)) is not None and n <= most for one in values))


def _less_than(shapes: Shapes, node: Term, value: Term) -> Test:
    path = iri(value)

    def test(rows: Rows, focus: str, values: Values) -> bool:
        others = rows.values(focus, path)
        return all(
            (less := _number(one)) is not None and (more := _number(other)) is not None and less < more
            for one in values
            for other in others
        )

    return Test(test, Looks.AT_NODE)


def _or(shapes: Shapes, node: Term, value: Term) -> Test:
    choices = [tests_of(shapes, choice, NOTES) for choice in shapes.items(value)]
    return Test(
        lambda rows, _, values: all(
            any(all(test.passes(rows, one, (one,)) for test in tests) for tests in choices) for one in values
        )
    )


def _qualified(shapes: Shapes, node: Term, value: Term) -> Test:
    """How many values are of a class; another qualification could not be counted surely."""
    if {predicate for predicate, _ in shapes.predicate_objects(value)} != {SH["class"]}:
        raise UnknownComponentError("sh:qualifiedValueShape with more than a class")
    kind = iri(shapes.value(value, SH["class"]))
    least, most = shapes.value(node, SH["qualifiedMinCount"]), shapes.value(node, SH["qualifiedMaxCount"])
    lower = 0 if least is None else int(text(least))
    upper = None if most is None else int(text(most))

    def test(rows: Rows, _focus: str, values: Values) -> bool:
        number = len(rows.instances(kind).intersection(values))
        return lower <= number and (upper is None or number <= upper)

    return Test(test, Looks.AT_NODE)


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


_DAY = re.compile(rf'"([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})"\^\^{re.escape(str(XSD["date"]))}')


def _is_date(term: str) -> bool:
    day = _DAY.fullmatch(term)  # Python reads days by their week too ("2024-W47-5"), XML Schema does not
    try:
        return day is not None and date.fromisoformat(day[1]) is not None
    except ValueError:
        return False


def _literals(of: str, datatype: str) -> Callable[[str], object]:
    """Whether a term is a literal of a datatype, with a text of this pattern."""
    return re.compile(rf'"{of}"\^\^{re.escape(str(XSD[datatype]))}').fullmatch


WELL_FORMED: Mapping[str, Callable[[str], object]] = {
    str(XSD["boolean"]): _literals("(?:true|false)", "boolean"),
    str(XSD["integer"]): _literals("[+-]?[0-9]+", "integer"),
    str(XSD["decimal"]): _literals("[+-]?[0-9]+(?:[.][0-9]*)?", "decimal"),
    str(XSD["date"]): _is_date,
}
"""By datatype whether a term is surely one of its literals."""
_WHOLE = f'"^^{XSD["integer"]}'
_SHORT = 640  # characters of a term; Python is free to refuse to read longer whole numbers
_NUMBER = re.compile(rf'"([^"\\]*)"\^\^(?:{re.escape(str(XSD["integer"]))}|{re.escape(str(XSD["decimal"]))})')


def whole_number(term: str) -> int | None:
    """The value of an integer without a sign, `None` of anything else."""
    digits = term[1 : -len(_WHOLE)]
    return int(digits) if digits.isdecimal() and len(term) < _SHORT and term.endswith(_WHOLE) else None


@lru_cache(maxsize=8192)
def _number(term: str) -> Decimal | int | None:
    """The value of a decimal or integer, `None` of anything else."""
    whole = whole_number(term)
    if whole is not None:
        return whole
    match = _NUMBER.fullmatch(term)
    try:
        return None if match is None else Decimal(match[1])
    except InvalidOperation:
        return None


def iri(node: Term | None) -> str:
    """An IRI as N-Triples writes it; raises UnknownComponentError for another node, or none."""
    if not isinstance(node, NamedNode):
        raise UnknownComponentError(f"{node} is no IRI")
    return str(node)
