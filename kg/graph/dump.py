"""Turtle and TriG of whole graphs, made of the lines of N-Triples as they stand, which is far faster than by terms.

The bytes are those of `kg.graph.serialise`, subject by subject: what one graph alone says of a subject is the same text
in both documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Quad, RdfFormat, parse

from kg.graph.lines import Facts, quads, triples
from kg.graph.rows import Row, row_of, rows_of
from kg.graph.serialise import end_of_namespace, trig, turtle, used_prefixes
from kg.graph.vocabulary import BASE, RDF, TYPE, XSD, prefixes

_TYPE = str(TYPE)
_BETWEEN = " ;\n\t"
_PLAIN, _TAGGED = (end_of_namespace(iri.value.encode()) for iri in (XSD["string"], RDF["langString"]))
_LOCAL = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")
"""Names that need no escape behind a prefix (Turtle, PN_LOCAL), as far as this program mints them."""
_LAST = re.compile(rf"{_LOCAL.pattern}>")
"""Such a name at the end of an IRI."""
_BARE = {
    str(XSD["integer"]): re.compile(r'"[+-]?[0-9]+"'),
    str(XSD["decimal"]): re.compile(r'"[+-]?[0-9]*[.][0-9]+"'),
    str(XSD["boolean"]): re.compile(r'"(?:true|false)"'),
}
"""Literals that Turtle writes without quotes (Turtle, 2.5.2 and 2.5.3); no other is, of these datatypes."""


class UnusualError(Exception):
    """A term or a document that only the library knows how to write."""


def turtle_and_trig(
    graphs: Mapping[str, Facts], whole: Facts, base: str = BASE, rows: Mapping[str, Row] | None = None
) -> tuple[bytes, bytes]:
    """The union `whole` of all graphs in Turtle, and all graphs in TriG; `rows` are those of the union, if at hand."""
    try:
        return _written(graphs, whole, rows_of(whole) if rows is None else rows, base)
    except UnusualError:
        parsed = [quad for name, own in graphs.items() for quad in _parsed(quads(own, name) if name else triples(own))]
        return turtle(parsed, base), trig(parsed, base)


def _parsed(lines: Iterable[str]) -> Iterator[Quad]:
    for statement in parse("".join(lines).encode(), format=RdfFormat.N_QUADS):
        if isinstance(statement, Quad):
            yield statement


def _written(graphs: Mapping[str, Facts], whole: Facts, rows: Mapping[str, Row], base: str) -> tuple[bytes, bytes]:
    terms = _Terms(base)
    if any(rest[-1] == '"' for rests in whole.values() for rest in rests):
        terms.plain()
    blocks = {subject: _block(terms, subject, rows[subject]) for subject in sorted(whole)}
    turtle_prefixes = terms.used()
    parts = []
    for name in sorted(graphs):
        own = graphs[name]
        found = [
            blocks[subject] if own[subject] is whole[subject] or own[subject] == whole[subject]
            else _block(terms, subject, row_of(own[subject]))
            for subject in sorted(own)
        ]  # fmt: skip
        if not name:
            parts.append("\n".join(found) + ("\n" if len(graphs) > 1 else ""))
            continue
        inner = "".join(["\n", *found]).replace("\n", "\n\t")  # no literal holds a line break as it is
        parts.append(f"{terms[name]} {{{inner[:-1]}}}\n")
    return (
        "\n".join([turtle_prefixes, *blocks.values()]).encode(),
        f"{terms.used()}\n{''.join(parts)}".encode(),
    )


def _block(terms: _Terms, subject: str, row: Row) -> str:
    """What is said of a subject, in Turtle."""
    parts = []
    for predicate, values in row.items():
        if len(values) == 1:
            (value,) = values
            said = value if value[-1] == '"' else terms[value]
        else:
            said = " , ".join([value if value[-1] == '"' else terms[value] for value in values])
        parts.append(f"{terms.verbs[predicate]} {said}")
    return f"{terms[subject]} {_BETWEEN.join(parts)} .\n"


class _Terms(dict[str, str]):
    """Terms of N-Triples to terms of Turtle; remembers the namespaces that occur."""

    def __init__(self, base: str) -> None:
        super().__init__()
        self._base = base
        self._prefixes = {iri: prefix for prefix, iri in prefixes(base).items()}
        self._folders = {
            f"<{space[:-1]}": (space, f"{prefix}:") for space, prefix in self._prefixes.items() if space[-1] == "/"
        }
        self._spaces: set[str] = set()
        self.verbs = _Verbs(self)

    def __missing__(self, term: str) -> str:
        found = self[term] = self._literal(term) if term[0] == '"' else self._iri(term)
        return found

    def used(self) -> str:
        """The declarations of the prefixes used so far. Raises UnusualError where there is none, or one must not be."""
        allowed = used_prefixes(self._spaces, self._base)
        if not allowed or len(allowed) != len(self._spaces & self._prefixes.keys()):
            raise UnusualError(f"{len(allowed)} prefixes")
        return "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in sorted(allowed.items()))

    def plain(self) -> None:
        """Remembers that there are literals without language and datatype, which are written as they are."""
        self._spaces.add(_PLAIN)

    def _iri(self, term: str) -> str:
        if term[0] != "<":
            raise UnusualError(term)
        head, _, rest = term.rpartition("/")
        folder = self._folders.get(head)
        if folder is not None and _LAST.fullmatch(rest):
            self._spaces.add(folder[0])
            return folder[1] + rest[:-1]
        end = max(term.rfind("/"), term.rfind("#")) + 1
        space, local = term[1:end], term[end:-1]
        self._spaces.add(space)
        prefix = self._prefixes.get(space)
        if prefix is not None and _LOCAL.fullmatch(local):
            return f"{prefix}:{local}"
        if any(term.startswith(known, 1) for known in self._prefixes):
            raise UnusualError(term)
        return term

    def _literal(self, term: str) -> str:
        last = term[-1]
        if last == '"':
            self.plain()
            return term
        if last != ">":
            self._spaces.add(_TAGGED)
            return term
        value, _, datatype = term.rpartition("^^")
        short = self[datatype]
        bare = _BARE.get(datatype)
        if bare is not None:
            return value[1:-1] if bare.fullmatch(value) else f"{value}^^{short}"
        if datatype.endswith("#double>"):
            raise UnusualError(term)
        return f"{value}^^{short}"


class _Verbs(dict[str, str]):
    """Predicates to those of Turtle."""

    def __init__(self, terms: _Terms) -> None:
        super().__init__({_TYPE: "a"})
        self._terms = terms

    def __missing__(self, predicate: str) -> str:
        found = self[predicate] = self._terms[predicate]
        return found
