"""Answers as text: a table for a terminal, CSV, JSON, Markdown; Turtle for triples."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Sequence

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad

from kg.errors import QueryError
from kg.graph.answers import Answer, Table, Term, Triples, Truth
from kg.graph.layout import lay_out, one_line
from kg.graph.serialise import turtle
from kg.graph.vocabulary import BASE, prefixes

FORMATS = ("table", "csv", "json", "md", "ttl")

_LOCAL = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")
# What a spreadsheet takes for a formula when it opens a CSV file (OWASP, "CSV Injection"), full-width forms as well.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def render(answer: Answer, form: str = "table", *, width: int = 100, base: str = BASE) -> str:
    """The answer in one of `FORMATS`; `width` is how many columns the terminal has.

    Raises QueryError where the form does not fit: Turtle wants a CONSTRUCT, triples have no other form than Turtle.
    """
    if form not in FORMATS:
        raise QueryError(f"unknown form {form!r}; there are {', '.join(FORMATS)}")
    if isinstance(answer, Triples):
        if form not in ("ttl", "table"):
            raise QueryError("a CONSTRUCT or DESCRIBE is printed as Turtle; use SELECT for rows")
        quads = [Quad(t.subject, t.predicate, t.object, DefaultGraph()) for t in answer.triples]
        return turtle(quads, base).decode()
    if form == "ttl":
        raise QueryError("Turtle needs a CONSTRUCT or DESCRIBE query")
    if isinstance(answer, Truth):
        return json.dumps({"boolean": answer.value}) + "\n" if form == "json" else f"{str(answer.value).lower()}\n"
    writers = {"csv": to_csv, "json": to_json, "md": to_markdown}
    if form in writers:
        return writers[form](answer, base)
    return lay_out(answer.columns, _cells(answer, base), width)


def to_csv(table: Table, base: str = BASE) -> str:
    """RFC 4180 with a header; a cell that a spreadsheet would run as a formula gets a leading apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([harmless(cell) for cell in row] for row in _cells(table, base))
    return out.getvalue()


def to_json(table: Table, base: str = BASE) -> str:
    """SPARQL 1.1 Query Results JSON: term kinds, languages and datatypes are kept."""
    bindings = [
        {name: _json_term(cell) for name, cell in zip(table.columns, row, strict=True) if cell is not None}
        for row in table.rows
    ]
    document = {"head": {"vars": list(table.columns)}, "results": {"bindings": bindings}}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def to_markdown(table: Table, base: str = BASE) -> str:
    """A GitHub table; markup in cells is escaped and line breaks become spaces."""
    lines = [_markdown_row(table.columns), _markdown_row(["---"] * len(table.columns))]
    lines += [_markdown_row([_escape_markdown(one_line(cell)) for cell in row]) for row in _cells(table, base)]
    return "\n".join(lines) + "\n"


def short(term: Term | None, base: str = BASE) -> str:
    """A literal's text; an IRI with a prefix where that gives a valid prefixed name; "" for nothing."""
    if term is None:
        return ""
    return short_iri(term.value, base) if isinstance(term, NamedNode) else term.value


def short_iri(iri: str, base: str = BASE) -> str:
    """`directive:44e814e1b633d7cf` for an IRI with a known prefix, otherwise the IRI itself."""
    for prefix, namespace in prefixes(base).items():
        if iri.startswith(namespace) and _LOCAL.fullmatch(iri[len(namespace) :]):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def _cells(table: Table, base: str) -> list[list[str]]:
    return [[short(cell, base) for cell in row] for row in table.rows]


def harmless(cell: str) -> str:
    """A cell that no spreadsheet runs: one that would be a formula gets a leading apostrophe."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _escape_markdown(cell: str) -> str:
    escaped = re.sub(r"([\\`*_\[\]|~])", r"\\\1", cell)
    return escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _markdown_row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _json_term(term: Term) -> dict[str, str]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    return _json_literal(term)


def _json_literal(literal: Literal) -> dict[str, str]:
    found = {"type": "literal", "value": literal.value}
    if literal.language:
        found["xml:lang"] = literal.language
    elif literal.datatype.value != "http://www.w3.org/2001/XMLSchema#string":
        found["datatype"] = literal.datatype.value
    return found
