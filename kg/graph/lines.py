"""Graphs as the lines of N-Quads that articles come in: by graph and subject, never taken apart further than needed.

N-Quads as this program writes them (`kg.graph.facts.document`): one blank between terms, none in an IRI, line breaks
within literals escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

Facts: TypeAlias = dict[str, list[str]]
"""By subject, as N-Triples writes it, its predicates and objects in order: "<p> <o>"."""

Graphs: TypeAlias = dict[str, Facts]
"""Facts by graph, as N-Quads writes its name; "" for what is in no named graph."""

_ESCAPE = re.compile(r"\\(?:[tbnrf\"'\\]|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})")
_ESCAPED = {f"\\{letter}": meant for letter, meant in zip("tbnrf\"'\\", "\t\b\n\r\f\"'\\", strict=True)}
"""The escapes of a character by a letter (RDF 1.1 N-Triples, ECHAR)."""


def line(subject: str, predicate: str, value: str) -> str:
    """A triple of terms as N-Triples writes them, without the full stop."""
    return f"{subject} {predicate} {value}"


def read_quads(documents: Iterable[bytes]) -> Graphs:
    """The facts of N-Quads in which every quad has a named graph, each once."""
    parts: dict[str, list[list[str]]] = {}
    for document in documents:
        for name, lines in _sections(document.decode()):
            parts.setdefault(name, []).append(lines)
    return {
        name: facts(sorted(several[0]) if len(several) == 1 else sorted(set().union(*several)))
        for name, several in parts.items()
    }


def read_triples(document: bytes) -> Facts:
    """The facts of N-Triples in any order, none of them twice."""
    return facts(sorted(line[:-2] for line in document.decode().split("\n") if line))


def facts(triples: Iterable[str]) -> Facts:
    """Triples in order ("<s> <p> <o>") by subject."""
    found: Facts = {}
    last, own = "", list[str]()
    for triple in triples:
        subject, _, rest = triple.partition(" ")
        if subject == last:
            own.append(rest)
        else:
            last, own = subject, found.setdefault(subject, [])
            own.append(rest)
    return found


def union(graphs: Iterable[Facts]) -> Facts:
    """The facts of several graphs as those of one, each once. Lists are shared, not copied."""
    found: Facts = {}
    several: dict[str, set[str]] = {}
    for one in graphs:
        for subject, rests in one.items():
            known = found.setdefault(subject, rests)
            if known is not rests:
                several.setdefault(subject, set(known)).update(rests)
    return found | {subject: sorted(rests) for subject, rests in several.items()}


def triples(given: Mapping[str, list[str]], but: tuple[str, ...] = ()) -> Iterator[str]:
    """Facts as N-Triples, subject by subject, without those whose predicate and object begin like one of `but`."""
    for subject, rests in given.items():
        for rest in rests:
            if not rest.startswith(but):
                yield f"{subject} {rest} .\n"


def quads(given: Mapping[str, list[str]], graph: str) -> Iterator[str]:
    """Facts as N-Quads of a graph."""
    for subject, rests in given.items():
        for rest in rests:
            yield f"{subject} {rest} {graph} .\n"


def text_of(term: str) -> tuple[str, str]:
    """The IRI, or the text of a literal and its language ("" for none), of a term of N-Triples."""
    if term[0] != '"':
        return (term[1:-1] if term[0] == "<" else term.removeprefix("_:")), ""
    end = term.rindex('"')
    text, tail = term[1:end], term[end + 1 :]
    return _ESCAPE.sub(_unescaped, text) if "\\" in text else text, tail[1:] if tail[:1] == "@" else ""


def _unescaped(match: re.Match[str]) -> str:
    escape = match[0]
    return _ESCAPED[escape] if escape in _ESCAPED else chr(int(escape[2:], 16))  # noqa: FURB166 - no prefix


def _sections(document: str) -> Iterator[tuple[str, list[str]]]:
    """The triples of N-Quads, graph by graph: of a document in order each graph is cut out in one go."""
    while document:
        line = document[: document.index("\n")]
        name = line[line.rindex(" ", 0, -2) + 1 : -2]
        *own, left = document.split(f" {name} .\n")
        if len(own) + left.count("\n") != document.count("\n"):  # other graphs are in between
            yield from _by_graph(document.split("\n"))
            return
        yield name, own
        document = left


def _by_graph(lines: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """The triples of lines that follow one another in one graph."""
    own: list[str] = []
    name, end = "", " "
    for line in lines:
        if line.endswith(end) and name:
            own.append(line[: -len(end)])
        elif line:
            if own:
                yield name, own
            name = line[line.rindex(" ", 0, -2) + 1 : -2]
            end = f" {name} ."
            own = [line[: -len(end)]]
    if own:
        yield name, own
