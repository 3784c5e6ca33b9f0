"""Literals from values: text that any RDF syntax can carry, dates, numbers."""

from __future__ import annotations

import re
from datetime import date

from pyoxigraph import Literal

from kg.graph.vocabulary import XSD

# NUL and lone surrogates have no place in RDF syntaxes (RDF 1.1 Concepts 3.3: Unicode scalar values).
_IMPOSSIBLE = re.compile("[\x00\ud800-\udfff]")
# What RDF 1.1 N-Triples escapes (STRING_LITERAL_QUOTE), what its canonical form does and more.
_ESCAPED = re.compile('[\x00-\x1f"\\\\\x7f-\x9f\ud800-\udfff\ufdd0-\uffff]')

INDONESIAN = "id"
ENGLISH = "en"


def plain(value: str) -> str:
    """`value` with characters that RDF cannot carry replaced by U+FFFD, its length unchanged."""
    return _IMPOSSIBLE.sub("�", value)


def string(value: str) -> Literal:
    """An `xsd:string`: verbatim names and codes."""
    return Literal(plain(value))


def quoted(value: str) -> str:
    """`string` as N-Triples writes it, which is most often no more than quotation marks around it."""
    return str(string(value)) if _ESCAPED.search(value) else f'"{value}"'


def unusual(value: str) -> list[int]:
    """Where the characters stand that `quoted` cannot write as they are."""
    return [found.start() for found in _ESCAPED.finditer(value)]


def text(value: str, language: str = INDONESIAN) -> Literal:
    """Words in a language."""
    return Literal(plain(value), language=language)


def day(value: date) -> Literal:
    """An `xsd:date` without a time zone."""
    return Literal(value.isoformat(), datatype=XSD["date"])


def boolean(value: bool) -> Literal:
    return Literal("true" if value else "false", datatype=XSD["boolean"])


def integer(value: int) -> Literal:
    return Literal(str(value), datatype=XSD["integer"])


def decimal(value: float) -> Literal:
    """An `xsd:decimal` with at most three digits after the point, in its canonical form (XSD 1.1 Part 2, 3.3.3)."""
    return Literal(f"{value:.3f}".rstrip("0").rstrip("."), datatype=XSD["decimal"])
