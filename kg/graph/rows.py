"""What a graph says of each node, by predicate, and which classes are below which."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
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
_TYPE, _BELOW = str(TYPE), str(RDFS["subClassOf"])


class Rows:
    """What is said of each node, and the classes below each class."""

    def __init__(self, rows: Mapping[str, Row], below: Mapping[str, AbstractSet[str]]) -> None:
        self.rows = rows
        self.below = below
        self._own: dict[str, set[str]] = {}
        for node, row in rows.items():
            for kind in row.get(_TYPE, NOTHING):
                self._own.setdefault(kind, set()).add(node)
        self._instances: dict[str, frozenset[str]] = {}

    def instances(self, kind: str) -> frozenset[str]:
        """The nodes that are of a class or of one below it (SHACL instance)."""
        found = self._instances.get(kind)
        if found is None:
            classes = self.below.get(kind, frozenset({kind}))
            found = self._instances[kind] = frozenset().union(*(self._own.get(one, ()) for one in classes))
        return found


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
