"""Values of parameters as SPARQL terms: what a user types is looked up or escaped, never pasted into a query."""

from __future__ import annotations

import calendar
import re
from datetime import date

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError
from kg.graph import literals
from kg.graph.stores import GraphStore
from kg.graph.vocabulary import KG, prefixes
from kg.graph.words import words
from kg.model import Force

_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]+")

NOBODY = NamedNode("urn:perintah:nobody")
"""Stands in a VALUES for a name that nothing has, so that the answer is empty."""

_LABELLED = """
SELECT DISTINCT ?thing (STR(?label) AS ?name) WHERE {
  VALUES ?class { foaf:Person org:Post org:OrganizationalUnit kg:Group schema:Place kg:Operation kg:Election }
  #[things] VALUES ?thing { $things }
  ?thing a ?class ; skos:prefLabel|skos:altLabel|rdfs:label ?label .
  FILTER(CONTAINS(LCASE(STR(?label)), $word))
}
"""


def bind(dataset: GraphStore, kind: str, name: str, value: str) -> str:
    """`value` as SPARQL terms of a kind, parted by spaces.

    Kinds: `party` (a name or IRI: all things so called), `force` (one or several), `from` and `to` (a day, month or
    year: its first and last day), `day`, `text` (in lower case), `number`, `iri`.
    Raises QueryError where `value` is not of that kind.
    """
    match kind:
        case "party":
            return " ".join(str(node) for node in parties(dataset, value))
        case "force":
            return " ".join(str(node) for node in _forces(name, value))
        case "from" | "day":
            return str(literals.day(_day(name, value, last=False)))
        case "to":
            return str(literals.day(_day(name, value, last=True)))
        case "text":
            return str(literals.string(value.casefold()))
        case "number":
            if not re.fullmatch(r"[0-9]{1,9}", value):
                raise QueryError(f"--{name}: {value!r} is not a whole number")
            return str(int(value))
        case "iri":
            return str(iri(dataset, name, value))
        case _:
            raise QueryError(f"the parameter {name} has the unknown kind {kind!r}")


def iri(dataset: GraphStore, name: str, value: str) -> NamedNode:
    """An absolute IRI, in angle brackets or not, or a prefixed name such as `directive:44e814e1b633d7cf`."""
    given = value.strip().removeprefix("<").removesuffix(">")
    prefix, _, local = given.partition(":")
    table = prefixes(dataset.base)
    if prefix in table and not local.startswith("//"):
        given = table[prefix] + local
    if not _IRI.fullmatch(given):
        raise QueryError(f"--{name}: {value!r} is not an IRI")
    return NamedNode(given)


def parties(dataset: GraphStore, name: str) -> list[NamedNode]:
    """The things called `name`, whatever its case: by a whole label or alternative label, else by whole words of one.

    A person's other selves are among them (`kg:samePersonAs`). `NOBODY` where nothing is so called.
    """
    if _is_iri(dataset, name):
        return [iri(dataset, "name", name)]
    asked = words(name)
    if not asked:
        return [NOBODY]
    sparql = _LABELLED.replace("$word", str(Literal(max(asked, key=len))))
    if dataset.index is not None:
        things = " ".join(str(NamedNode(thing)) for thing in dataset.index.things(name))
        sparql = sparql.replace("#[things] ", "").replace("$things", things)
    rows = dataset.select(sparql).rows
    labels = [(thing, words(label.value)) for thing, label in rows if label is not None]
    exact = {thing for thing, label in labels if label == asked}
    found = exact or {thing for thing, label in labels if _contains(label, asked)}
    named = {thing for thing in found if isinstance(thing, NamedNode)}
    return sorted(named | _same(dataset, named), key=lambda node: node.value) or [NOBODY]


def _same(dataset: GraphStore, nodes: set[NamedNode]) -> set[NamedNode]:
    """The persons of other articles who are one with those named: each knows the first, and the first all others.

    Two steps, not `+`: Virtuoso cannot follow a path from several ends given ("transitive start not given").
    """
    if not nodes:
        return set()
    values = " ".join(sorted(str(node) for node in nodes))
    rows = dataset.select(
        f"SELECT DISTINCT ?same WHERE {{ VALUES ?node {{ {values} }} ?node kg:samePersonAs/kg:samePersonAs? ?same }}"
    ).rows
    return {term for (term,) in rows if isinstance(term, NamedNode)}


def _contains(label: list[str], asked: list[str]) -> bool:
    return any(label[start : start + len(asked)] == asked for start in range(len(label) - len(asked) + 1))


def _is_iri(dataset: GraphStore, value: str) -> bool:
    given = value.strip()
    known = given.partition(":")[0] in prefixes(dataset.base) and " " not in given and ":" in given
    return known or (given.startswith(("http://", "https://", "<http")) and " " not in given)


def _forces(name: str, value: str) -> list[NamedNode]:
    asked = [part.strip().lower() for part in value.split(",") if part.strip()]
    known = [force.value for force in Force]
    wrong = [part for part in asked if part not in known]
    if wrong or not asked:
        raise QueryError(f"--{name}: {', '.join(wrong) or 'nothing given'}; the forces are {', '.join(known)}")
    return [KG[force] for force in asked]


def _day(name: str, value: str, *, last: bool) -> date:
    """The day, or the first or last day of the month or year that is given."""
    match = _DATE.fullmatch(value.strip())
    if match is None:
        raise QueryError(f"--{name}: {value!r} is not a date; write 2024-11-24, 2024-11 or 2024")
    year, month, day = (int(part or 0) for part in match.groups())
    try:
        month = month or (12 if last else 1)
        return date(year, month, day or (calendar.monthrange(year, month)[1] if last else 1))
    except ValueError as error:
        raise QueryError(f"--{name}: {value!r}: {error}") from error
