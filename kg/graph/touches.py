"""What a changed triple touches: how a rule, or whatever else follows from the graph, is brought up to date in part.

A rule of `ontology/rules` says it in its head, a line for each way in which a change reaches what it derives:

    # touched ?unit: ?s org:subOrganizationOf ?o -> ?unit org:subOrganizationOf+ ?s

Where a triple `?s org:subOrganizationOf ?o` comes or goes, all is derived anew for each `?unit` of the pattern behind
the arrow (or of the triple itself where there is none). The pattern is asked before the change and after it.
In the rule's body a line `# only ?unit` marks where it can be restricted to some units; a pattern behind a colon helps
it to find them. `# only ?unit, so ?top: ...` restricts another variable, to each value once that the pattern gives it.
Deriving anew what did not change is harmless, so a line may name too much but never too little.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.errors import QueryError
from kg.graph.vocabulary import TYPE, prefixes

if TYPE_CHECKING:
    from kg.graph.stores import GraphStore

Value = NamedNode | Literal
Row = tuple[Value, ...]
Changes = Mapping[str, Collection[Triple]]
"""Changed triples by the IRI of their predicate."""
Felt = Mapping[str, Collection[str] | None]
"""The changes that touch anything: IRIs of predicates, each with the IRIs of its objects, `None` for any."""

CHUNK = 400
"""Rows of values in one query."""

BRANCHES = 20
"""Rows of one query where each is a branch of its own: Virtuoso translates a query to 10,000 lines of SQL at most."""

_LINE = re.compile(r"#?\s*touched ((?:\?\w+ ?)+): (\S+) (\S+) (\S+)(?: -> (.+))?")
_PATH = re.compile(r"[*+]")
_ONLY = re.compile(r"(?m)^\s*# only ((?:\?\w+ ?)+?)(?:, so (\?\w+))?(?:: (.+))?$")


@dataclass(frozen=True, slots=True)
class Touch:
    """One way in which a change is felt: the `variables` whose values are touched, and how they are found.

    `subject` is a variable, `object` one or an IRI as N-Triples writes it, `predicates` absolute IRIs; `pattern` is a
    graph pattern, "" where the variables are those of the changed triple.
    """

    variables: tuple[str, ...]
    subject: str
    predicates: frozenset[str]
    object: str
    pattern: str = ""

    @property
    def only(self) -> str:
        """The IRI that the object is, "" for a variable."""
        return "" if self.object.startswith("?") else self.object[1:-1]

    def rows(self, changes: Changes) -> Iterator[Mapping[str, Value]]:
        """The values that the changed triples give to the variables of the triple pattern."""
        only = NamedNode(self.only) if self.only else None
        for triple in (triple for iri in sorted(self.predicates) for triple in changes.get(iri, ())):
            subject, object_ = triple.subject, triple.object
            if not isinstance(subject, NamedNode):
                continue
            if only is None and isinstance(object_, NamedNode | Literal):
                yield {self.subject: subject, self.object: object_}
            elif object_ == only:
                yield {self.subject: subject}

    def find(self, store: GraphStore, changes: Changes) -> set[Row]:
        """The values of `variables` that the changes touch in the store as it is now."""
        given = [name for name in (self.subject, self.object) if name.startswith("?")]
        if not self.pattern:
            return {tuple(row[name] for name in self.variables) for row in self.rows(changes)}
        used = [name for name in given if re.search(rf"{re.escape(name)}\b", self.pattern)]
        rows = {tuple(row[name] for name in used) for row in self.rows(changes)}
        found: set[Row] = set()
        size = BRANCHES if _PATH.search(self.pattern) else CHUNK
        for part in chunks(sorted(rows, key=str), size):
            query = f"SELECT DISTINCT {' '.join(self.variables)} WHERE {{ {self._asked(used, part)} }}"
            for row in store.select(query).rows:
                found.add(tuple(value for value in row if isinstance(value, NamedNode | Literal)))
        return found

    def _asked(self, given: Sequence[str], rows: Sequence[Row]) -> str:
        """The pattern for these values, which stand in a path itself: Virtuoso needs to see where it starts."""
        if "+" not in self.pattern:
            return f"{values(given, rows)} {self.pattern}"
        return " UNION ".join(f"{{ {_filled(self.pattern, dict(zip(given, row, strict=True)))} }}" for row in rows)


def _filled(pattern: str, known: Mapping[str, Value]) -> str:
    """A pattern with terms in the place of variables."""

    def term(match: re.Match[str]) -> str:
        return str(known.get(match[0], match[0]))

    return re.sub(r"\?\w+", term, pattern)


def read_touches(text: str) -> tuple[Touch, ...]:
    """The `touched` lines of a text. Raises QueryError where a prefix is unknown or a variable comes from nowhere."""
    return tuple(_touch(match) for line in text.splitlines() if (match := _LINE.fullmatch(line)))


def _touch(match: re.Match[str]) -> Touch:
    variables = tuple(match[1].split())
    predicates = frozenset(_absolute(name) for name in match[3].split("|"))
    object_ = match[4] if match[4].startswith("?") else f"<{_absolute(match[4])}>"
    touch = Touch(variables, match[2], predicates, object_, match[5] or "")
    known = {match[2], match[4], *re.findall(r"\?\w+", touch.pattern)}
    if not set(variables) <= known:
        raise QueryError(f"{match[0]}: nothing says what {', '.join(sorted(set(variables) - known))} is")
    return touch


def _absolute(name: str) -> str:
    """The IRI of a prefixed name or of `a`."""
    if name == "a":
        return TYPE.value
    prefix, _, local = name.partition(":")
    namespace = prefixes().get(prefix)
    if namespace is None:
        raise QueryError(f"{name}: a prefix is not declared")
    return namespace + local


def by_predicate(triples: Iterable[Triple]) -> Changes:
    """Changed triples as `Touch.find` takes them."""
    found: dict[str, list[Triple]] = {}
    for triple in triples:
        found.setdefault(triple.predicate.value, []).append(triple)
    return found


def felt(touches: Iterable[Touch]) -> Felt:
    """The changes that any of these touches asks for."""
    found: dict[str, set[str] | None] = {}
    for touch in touches:
        for iri in touch.predicates:
            objects = found.setdefault(iri, set())
            if not touch.only:
                found[iri] = None
            elif objects is not None:
                objects.add(touch.only)
    return found


def is_felt(quad: Quad, felt: Felt) -> bool:
    """Whether a quad that comes or goes touches anything."""
    objects = felt.get(quad.predicate.value, ())
    return objects is None or (bool(objects) and isinstance(quad.object, NamedNode) and quad.object.value in objects)


def restricted(sparql: str, variables: Sequence[str], rows: Sequence[Row]) -> str:
    """A rule's text for these values of its variables alone. Raises QueryError where no line says where they go."""

    def only(match: re.Match[str]) -> str:
        if tuple(match[1].split()) != tuple(variables):
            return match[0]
        given = f"{values(variables, rows)} {match[3] or ''}"
        return f"{{ SELECT DISTINCT {match[2]} WHERE {{ {given} }} }}" if match[2] else given

    text = _ONLY.sub(only, sparql)
    if text == sparql:
        raise QueryError(f"a rule that touches {' '.join(variables)} needs a line: # only {' '.join(variables)}")
    return text


def values(variables: Sequence[str], rows: Iterable[Row]) -> str:
    """Rows of values as SPARQL writes them (SPARQL 1.1, 10.2)."""
    listed = " ".join(f"({' '.join(str(value) for value in row)})" for row in rows)
    return f"VALUES ({' '.join(variables)}) {{ {listed} }}"


def chunks(rows: Iterable[Row], size: int = CHUNK) -> Iterator[list[Row]]:
    """The rows in lists of at most `size`."""
    left = iter(rows)
    while part := list(islice(left, size)):
        yield part
