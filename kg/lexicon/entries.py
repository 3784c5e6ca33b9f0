"""Turtle files read into frozen entries, one a subject: what every table of the lexicon is built from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, TypeVar

import pyoxigraph
from pyoxigraph import BlankNode, Literal, NamedNode

from kg.errors import LexiconError
from kg.lexicon.names import RDF_TYPE
from kg.model.making import quickly_made


class Text(NamedTuple):
    """A literal: its characters and language tag ("" if none)."""

    value: str
    language: str = ""


new = tuple.__new__  # what a named tuple's class calls: most of the time of reading a file goes into its literals
Nodes = dict[str, list[str]]  # by predicate
Literals = dict[str, list[Text]]
Value = TypeVar("Value", str, Text)


@quickly_made
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
    facts: dict[str, tuple[Nodes, Literals]] = {}
    blank: dict[str, str] = {}

    def node(term: object) -> str:
        if isinstance(term, BlankNode):
            return blank.setdefault(term.value, f"_:{name}-{len(blank)}")
        raise LexiconError(f"{name}: a triple about a triple has no meaning here")

    try:
        for subject, predicate, value, _ in pyoxigraph.parse(turtle, format=pyoxigraph.RdfFormat.TURTLE):
            iri = subject.value if type(subject) is NamedNode else node(subject)
            found = facts.get(iri)
            if found is None:
                found = facts[iri] = ({}, {})
            nodes, literals = found
            key = predicate.value
            if type(value) is Literal:
                said: Text = new(Text, (value.value, value.language or ""))
                if key in literals:
                    literals[key].append(said)
                else:
                    literals[key] = [said]
            else:
                other = value.value if type(value) is NamedNode else node(value)
                if key in nodes:
                    nodes[key].append(other)
                else:
                    nodes[key] = [other]
    except SyntaxError as error:
        raise LexiconError(f"{name}: not Turtle: {error.msg} (line {error.lineno})") from error
    return {
        iri: Entry(
            iri,
            MappingProxyType({key: _unique(values) for key, values in nodes.items()}),
            MappingProxyType({key: _unique(texts) for key, texts in literals.items()}),
        )
        for iri, (nodes, literals) in facts.items()
    }


def _unique(values: list[Value]) -> tuple[Value, ...]:
    """Each value once, sorted."""
    return tuple(values) if len(values) == 1 else tuple(sorted(set(values)))


def digest(parts: Iterable[tuple[str, bytes]]) -> str:
    """SHA-256 over names and contents in the order given, in hexadecimal."""
    total = hashlib.sha256()
    for name, content in parts:
        total.update(f"{name}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()
