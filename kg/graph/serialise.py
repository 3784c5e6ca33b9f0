"""Sorted, byte-stable RDF: the same quads give the same bytes whatever their order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from io import BytesIO

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple, parse, serialize

from kg.graph.vocabulary import BASE, prefixes

_PREFIX_LINE = re.compile(rb"(?:@prefix [^\n]*\n)+")
_STATEMENT_END = re.compile(rb" \.\n(?=[^\s}])")


def sorted_quads(quads: Iterable[Quad]) -> list[Quad]:
    """Once each, by graph, subject, predicate and object as N-Quads writes them."""
    return sorted(set(quads), key=_key)


def _key(quad: Quad) -> tuple[str, str]:
    """Graph and triple as N-Quads writes them: no IRI begins another there, so that the parts are compared in order."""
    return "" if isinstance(quad.graph_name, DefaultGraph) else str(quad.graph_name), str(quad.triple)


def union(quads: Iterable[Quad]) -> list[Triple]:
    """The triples of all graphs, once each, by subject, predicate and object."""
    return sorted({quad.triple for quad in quads}, key=str)


def turtle(quads: Iterable[Quad], base: str = BASE) -> bytes:
    """The union of all graphs in Turtle, a blank line between subjects."""
    triples = union(quads)
    return written(triples, RdfFormat.TURTLE, _used(triples, base))


def trig(quads: Iterable[Quad], base: str = BASE) -> bytes:
    """All graphs in TriG."""
    ordered = sorted_quads(quads)
    return written(ordered, RdfFormat.TRIG, _used(ordered, base))


def ntriples(quads: Iterable[Quad]) -> bytes:
    """The union of all graphs in N-Triples."""
    return _bytes(union(quads), RdfFormat.N_TRIPLES)


def nquads(quads: Iterable[Quad]) -> bytes:
    """All graphs in N-Quads."""
    return _bytes(sorted_quads(quads), RdfFormat.N_QUADS)


def parsed(document: bytes) -> Iterator[Quad]:
    """The quads of N-Quads of our own; raises SyntaxError where they are none."""
    for statement in parse(document, format=RdfFormat.N_QUADS):
        if isinstance(statement, Quad):
            yield statement


def _bytes(
    statements: Iterable[Triple] | Iterable[Quad], syntax: RdfFormat, prefixes: dict[str, str] | None = None
) -> bytes:
    buffer = BytesIO()
    serialize(statements, buffer, format=syntax, prefixes=prefixes)
    return buffer.getvalue()


def _used(statements: Iterable[Triple | Quad], base: str) -> dict[str, str]:
    """The prefixes whose namespace occurs in statements."""
    iris: set[str] = set()
    for statement in statements:
        for node in (statement.subject, statement.predicate, statement.object):
            if isinstance(node, NamedNode):
                iris.add(node.value)
            elif isinstance(node, Literal):
                iris.add(node.datatype.value)
        if isinstance(statement, Quad) and isinstance(statement.graph_name, NamedNode):
            iris.add(statement.graph_name.value)
    return used_prefixes({end_of_namespace(iri.encode()) for iri in iris}, base)


def end_of_namespace(iri: bytes) -> str:
    """An IRI up to its last "/" or "#": the namespace that a prefix may stand for."""
    return iri[: max(iri.rfind(b"/"), iri.rfind(b"#")) + 1].decode()


def used_prefixes(spaces: Set[str], base: str = BASE) -> dict[str, str]:
    """The prefixes of these namespaces, but none for names with an escaped "#", which not all readers undo."""
    deeper = {iri for iri in spaces if iri.endswith("#")}
    table = {prefix: iri for prefix, iri in prefixes(base).items() if iri in spaces}
    return {prefix: iri for prefix, iri in table.items() if iri in deeper or not any(d.startswith(iri) for d in deeper)}


def written(statements: Iterable[Triple] | Iterable[Quad], syntax: RdfFormat, used: dict[str, str]) -> bytes:
    """Statements in their order in Turtle or TriG, with these prefixes."""
    return _tidy(_bytes(statements, syntax, used))


def _tidy(document: bytes) -> bytes:
    """Prefixes in order (the serialiser's order is that of a hash table) and a blank line between subjects.

    Safe line by line, because the serialiser escapes every line break within a literal.
    """
    head = _PREFIX_LINE.match(document)
    if head is None:
        return document
    lines = b"".join(sorted(head.group().splitlines(keepends=True)))
    return lines + b"\n" + _STATEMENT_END.sub(b" .\n\n", document[head.end() :])
