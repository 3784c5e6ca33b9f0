"""Turtle files read into frozen entries, one a subject: what every table of the lexicon is built from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import pyoxigraph

from kg.errors import LexiconError
from kg.lexicon.names import RDF_TYPE


class Text(NamedTuple):
    """A literal: its characters and language tag ("" if none)."""

    value: str
    language: str = ""


Values = dict[str, list[Text]]  # by predicate; an IRI has no language


@dataclass(frozen=True, slots=True)
class Entry:
    """Everything that the lexicon's files say of one subject; blank nodes are subjects called `_:...`."""

    iri: str
    nodes: Mapping[str, tuple[str, ...]]
    literals: Mapping[str, tuple[Text, ...]]

    @property
    def types(self) -> tuple[str, ...]:
        return self.iris(RDF_TYPE)

    def iris(self, predicate: str) -> tuple[str, ...]:
        """The IRIs that `predicate` leads to, sorted."""
        return self.nodes.get(predicate, ())

    def iri_of(self, predicate: str) -> str:
        """The only IRI that `predicate` leads to, "" if none; raises `LexiconError` if there are several."""
        return self._only(predicate, self.iris(predicate))

    def texts(self, predicate: str, language: str | None = None) -> tuple[str, ...]:
        """The literals of `predicate` in `language` (any, if `None`), sorted."""
        found = self.literals.get(predicate, ())
        return tuple(text.value for text in found if language is None or text.language == language)

    def text(self, predicate: str, language: str | None = None) -> str:
        """The only literal of `predicate` in `language`, "" if none; raises `LexiconError` if there are several."""
        return self._only(predicate, self.texts(predicate, language))

    def number(self, predicate: str, default: int = 0) -> int:
        """The only literal of `predicate` as an integer; raises `LexiconError` if it is none."""
        value = self.text(predicate)
        if not value:
            return default
        try:
            return int(value)
        except ValueError:
            raise LexiconError(f"{self.iri}: {predicate} is not a whole number: {value!r}") from None

    def flag(self, predicate: str) -> bool:
        """Whether the only literal of `predicate` is true."""
        return self.text(predicate) in ("true", "1")

    def _only(self, predicate: str, values: tuple[str, ...]) -> str:
        if len(values) > 1:
            raise LexiconError(f"{self.iri}: {predicate} stands more than once: {', '.join(values)}")
        return values[0] if values else ""


def read_entries(path: Path) -> dict[str, Entry]:
    """The entries of one Turtle file by subject; raises `LexiconError` if it cannot be read or is not Turtle."""
    return parse_entries(read_bytes(path), path.name)


def read_bytes(path: Path) -> bytes:
    """A file's bytes; raises `LexiconError` if it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise LexiconError(f"{path}: {error.strerror}") from error


def parse_entries(turtle: bytes, name: str) -> dict[str, Entry]:
    """The entries of Turtle text by subject, blank nodes numbered within `name`.

    Raises `LexiconError` with the line if it is not Turtle.
    """
    facts: dict[str, tuple[Values, Values]] = {}
    blank: dict[str, str] = {}

    def node(term: object) -> str:
        if isinstance(term, pyoxigraph.NamedNode):
            return str(term.value)
        if isinstance(term, pyoxigraph.BlankNode):
            return blank.setdefault(term.value, f"_:{name}-{len(blank)}")
        raise LexiconError(f"{name}: a triple about a triple has no meaning here")

    try:
        for subject, predicate, value, _ in pyoxigraph.parse(turtle, format=pyoxigraph.RdfFormat.TURTLE):
            iri = node(subject)
            found = facts.get(iri)
            if found is None:
                found = facts[iri] = ({}, {})
            if isinstance(value, pyoxigraph.Literal):
                found[1].setdefault(predicate.value, []).append(Text(value.value, value.language or ""))
            else:
                found[0].setdefault(predicate.value, []).append(Text(node(value)))
    except SyntaxError as error:
        raise LexiconError(f"{name}: not Turtle: {error.msg} (line {error.lineno})") from error
    return {
        iri: Entry(
            iri,
            MappingProxyType({key: tuple(text.value for text in _unique(found)) for key, found in nodes.items()}),
            MappingProxyType({key: _unique(found) for key, found in literals.items()}),
        )
        for iri, (nodes, literals) in facts.items()
    }


def _unique(texts: list[Text]) -> tuple[Text, ...]:
    """Each value once, sorted."""
    return tuple(texts) if len(texts) == 1 else tuple(sorted(set(texts)))


def digest(parts: Iterable[tuple[str, bytes]]) -> str:
    """SHA-256 over names and contents in the order given, in hexadecimal."""
    total = hashlib.sha256()
    for name, content in parts:
        total.update(f"{name}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()
