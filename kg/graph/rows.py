"""What a graph says of each node, by predicate, and which classes are below which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TypeAlias

from pyoxigraph import Triple

from kg.graph.lines import Facts
from kg.graph.vocabulary import RDFS, TYPE

Values: TypeAlias = Sequence[str]
"""Terms as N-Triples writes them, each once."""
Row: TypeAlias = Mapping[str, Values]
"""What is said of a node: values by predicate."""

NOTHING: Values = ()
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
