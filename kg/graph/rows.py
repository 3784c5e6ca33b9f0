"""What a graph says of each node, by predicate, and which classes are below which."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import TypeAlias

from pyoxigraph import Triple

from kg.graph.lines import Facts
from kg.graph.vocabulary import RDFS, TYPE

Values: TypeAlias = Collection[str]
"""Terms as N-Triples writes them, each once."""
Row: TypeAlias = Mapping[str, Values]
"""What is said of a node: values by predicate."""

NOTHING: Values = ()
_EMPTY: Row = {}
_TYPE, _BELOW = str(TYPE), str(RDFS["subClassOf"])


class Rows:
    """What is said of each node, and the classes below each class."""

    def __init__(self, rows: Mapping[str, Row], below: Mapping[str, AbstractSet[str]]) -> None:
        self.rows = rows
        self.below = below
        self.kinds: dict[tuple[str, ...], dict[str, Row]] = {}
        """The nodes by their types."""
        for node, row in rows.items():
            types = tuple(row.get(_TYPE, NOTHING))
            alike = self.kinds.get(types)
            if alike is None:
                alike = self.kinds[types] = {}
            alike[node] = row
        self._instances: dict[str, frozenset[str]] = {}

    def instances(self, kind: str) -> frozenset[str]:
        """The nodes that are of a class or of one below it (SHACL instance)."""
        found = self._instances.get(kind)
        if found is None:
            classes = self.below.get(kind, frozenset({kind}))
            alike = (nodes for types, nodes in self.kinds.items() if not classes.isdisjoint(types))
            found = self._instances[kind] = frozenset().union(*alike)
        return found

    def each(self, *kinds: str) -> Iterator[tuple[str, Row]]:
        """The instances of these classes and what is said of them."""
        for kind in kinds:
            classes = self.below.get(kind, frozenset({kind}))
            for types, nodes in self.kinds.items():
                if not classes.isdisjoint(types):
                    yield from nodes.items()

    def values(self, node: str, predicate: str) -> Values:
        """The values of a predicate at a node."""
        return self.rows.get(node, _EMPTY).get(predicate, NOTHING)


def row_of(rests: Iterable[str]) -> Row:
    """What the lines of a subject say of it ("<p> <o>"); predicates and values in their order."""
    row: dict[str, list[str]] = {}
    for rest in rests:
        predicate, _, value = rest.partition(" ")
        if predicate in row:
            row[predicate].append(value)
        else:
            row[predicate] = [value]
    return row


def rows_of(facts: Facts) -> dict[str, Row]:
    """What facts say of each node."""
    return {subject: row_of(rests) for subject, rests in facts.items()}


def rows_of_triples(triples: Iterable[Triple]) -> dict[str, Row]:
    """What triples say of each node."""
    found: dict[str, dict[str, list[str]]] = {}
    for triple in triples:
        values = found.setdefault(str(triple.subject), {}).setdefault(str(triple.predicate), [])
        value = str(triple.object)
        if value not in values:
            values.append(value)
    return dict(found)


def gather(rows: Mapping[str, Row], ontology: Mapping[str, Row]) -> Rows:
    """What is said of each node, and by the ontology besides."""
    both = {**rows, **ontology}
    for node in rows.keys() & ontology.keys():
        one, other = rows[node], ontology[node]
        both[node] = {
            predicate: [*dict.fromkeys([*one.get(predicate, NOTHING), *other.get(predicate, NOTHING)])]
            for predicate in [*one, *other]
        }
    return Rows(both, _below({node: row[_BELOW] for node, row in both.items() if _BELOW in row}))


def classes_below(ontology: Mapping[str, Row]) -> Mapping[str, AbstractSet[str]]:
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
