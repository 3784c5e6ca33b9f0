"""SPARQL answers as servers send them: the JSON of SELECT and ASK, the N-Triples of CONSTRUCT and DESCRIBE."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse

from kg.errors import StoreError
from kg.graph.answers import Table, Term
from kg.graph.vocabulary import XSD

T = TypeVar("T")

JSON = "application/sparql-results+json"
NTRIPLES = ("application/n-triples", "text/plain")
"""Media types that are asked for; the second is what N-Triples were called before RDF 1.1."""

_TRUE = {"true", "1"}
_BLANK = "nodeID://"
_VIRTUOSO_ASK = "__ASK_RETVAL"


def table(text: str, columns: Sequence[str]) -> Table:
    """The rows of a SELECT (SPARQL 1.1 Query Results JSON Format, 3.2), of the columns given and in their order.

    Raises StoreError where the text is not such a document in whole: servers that run out of time send the beginning.
    """
    document = _document(text)
    head = _member(document, "head", dict)
    variables = _member(head, "vars", list)
    if not set(map(str, variables)) >= set(columns):
        raise StoreError(f"the server answers other columns than were asked: {variables!r:.200}")
    rows = _member(_member(document, "results", dict), "bindings", list)
    return Table(tuple(columns), tuple(_row(row, columns) for row in rows))


def truth(text: str) -> bool:
    """The answer to an ASK; Virtuoso 7.2.5 sends it as a row of one integer instead of a `boolean`."""
    document = _document(text)
    if "boolean" in document:
        return bool(_member(document, "boolean", bool))
    return any(cell is not None and cell.value in _TRUE for (cell,) in table(text, (_VIRTUOSO_ASK,)).rows)


def triples(ntriples: str) -> tuple[Triple, ...]:
    """The triples of a CONSTRUCT, each once, sorted. Raises StoreError where the document is broken."""
    try:
        found = {_canonical(quad.triple) for quad in parse(ntriples, RdfFormat.N_TRIPLES)}
    except (SyntaxError, ValueError) as error:
        raise StoreError(f"the server's N-Triples are broken: {error}") from error
    return tuple(sorted(found, key=str))


@lru_cache(maxsize=1 << 14)
def canonical(literal: Literal) -> Literal:
    """The literal as Oxigraph keeps it, so that all stores give the same terms.

    Virtuoso keeps booleans as 1 and 0; Oxigraph gives numbers without zeros, and derived integers as `xsd:integer`.
    """
    if literal.datatype == XSD["string"] or literal.language:
        return literal
    thing = NamedNode("urn:perintah:literal")
    store = Store()
    store.add(Quad(thing, thing, literal))
    (kept,) = store
    return kept.object if isinstance(kept.object, Literal) else literal


def _canonical(triple: Triple) -> Triple:
    if isinstance(triple.object, Literal):
        return Triple(triple.subject, triple.predicate, canonical(triple.object))
    return triple


def _document(text: str) -> Mapping[str, object]:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise StoreError(f"the server's answer is broken off or no JSON: {error}") from error
    if not isinstance(document, dict):
        raise StoreError("the server's answer is no SPARQL result")
    return document


def _member(of: Mapping[str, object], name: str, kind: type[T]) -> T:
    found = of.get(name)
    if not isinstance(found, kind):
        raise StoreError(f"the server's answer is no SPARQL result: {name!r} is missing")
    return found


def _row(row: object, columns: Sequence[str]) -> tuple[Term | None, ...]:
    if not isinstance(row, dict):
        raise StoreError(f"the server's answer is no SPARQL result: {row!r:.200}")
    return tuple(_term(row[column]) if column in row else None for column in columns)


def _term(cell: object) -> Term:
    """A term (3.2.2); `typed-literal` is what the format called typed literals before SPARQL 1.1."""
    try:
        return _made(cell)
    except ValueError as error:  # what RDF 1.1 does not allow: IRIs with blanks, language tags with underscores
        raise StoreError(f"the server's answer holds something else than terms: {cell!r:.200}: {error}") from error


def _made(cell: object) -> Term:
    match cell:
        case {"type": "uri", "value": str(value)}:
            return NamedNode(value)
        case {"type": "bnode", "value": str(value)}:
            return BlankNode(value.removeprefix(_BLANK))
        case {"type": "literal", "value": str(value), "xml:lang": str(language)}:
            return Literal(value, language=language)
        case {"type": "literal" | "typed-literal", "value": str(value), "datatype": str(datatype)}:
            return canonical(Literal(value, datatype=NamedNode(datatype)))
        case {"type": "literal", "value": str(value)}:
            return Literal(value)
    raise ValueError("of no known type")
