"""The graph of the shapes, as far as reading it needs: parsed without rdflib, which a valid graph need not load."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

from kg.errors import ValidationError
from kg.graph.vocabulary import RDF, TYPE, Namespace

SH = Namespace("http://www.w3.org/ns/shacl#")
Term: TypeAlias = NamedNode | BlankNode | Literal | Triple


class Shapes:
    """What a shapes graph says, by subject and predicate, in the order of its text."""

    def __init__(self, turtle: bytes) -> None:
        self._rows: dict[Term, dict[NamedNode, list[Term]]] = {}
        for statement in parse(turtle, format=RdfFormat.TURTLE):
            self._rows.setdefault(statement.subject, {}).setdefault(statement.predicate, []).append(statement.object)

    def node_shapes(self) -> list[NamedNode]:
        """The node shapes that have a name, sorted by it."""
        found = [node for node in self._rows if SH["NodeShape"] in self.objects(node, TYPE)]
        return sorted((node for node in found if isinstance(node, NamedNode)), key=lambda node: node.value)

    def objects(self, node: Term, predicate: NamedNode) -> Sequence[Term]:
        """The values of a predicate at a node."""
        return self._rows.get(node, {}).get(predicate, ())

    def value(self, node: Term, predicate: NamedNode) -> Term | None:
        """The first of them."""
        return next(iter(self.objects(node, predicate)), None)

    def predicate_objects(self, node: Term) -> Iterator[tuple[NamedNode, Term]]:
        """Everything that is said of a node."""
        for predicate, values in self._rows.get(node, {}).items():
            for value in values:
                yield predicate, value

    def items(self, node: Term | None) -> Iterator[Term]:
        """The members of a list. Raises ValidationError where it is broken off."""
        while node != RDF["nil"]:
            first, rest = (self.value(node, RDF[name]) if node is not None else None for name in ("first", "rest"))
            if first is None:
                raise ValidationError("a list of the shapes is broken off")
            yield first
            node = rest


def text(term: Term | None) -> str:
    """The IRI of a node or the text of a literal, "" for nothing."""
    return term.value if isinstance(term, NamedNode | Literal) else ""
