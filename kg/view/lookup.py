"""Looks up what a graph says: by subject and property, whatever holds the triples, in an order that never changes.

What a graph says twice (in the graphs of two articles) counts once, and values are sorted, so that the order of the
triples does not show.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol, runtime_checkable

from pyoxigraph import NamedNode

from kg.graph.lines import text_of
from kg.graph.whole import Whole

KG = "https://w3id.org/perintah/ns#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
SKOS = "http://www.w3.org/2004/02/skos/core#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
ORG = "http://www.w3.org/ns/org#"
OA = "http://www.w3.org/ns/oa#"
SCHEMA = "https://schema.org/"
FOAF = "http://xmlns.com/foaf/0.1/"
DCTERMS = "http://purl.org/dc/terms/"

PROPERTIES = (
    RDF_TYPE,
    *(f"{SKOS}{name}" for name in ("prefLabel", "altLabel")),
    f"{RDFS}label",
    f"{FOAF}name",
    *(f"{ORG}{name}" for name in ("postIn", "unitOf", "subOrganizationOf", "member", "role")),
    *(f"{OA}{name}" for name in ("hasSelector", "start", "end", "exact")),
    *(f"{SCHEMA}{name}" for name in ("name", "headline", "publisher", "datePublished", "url", "containedInPlace")),
    *(f"{DCTERMS}{name}" for name in ("publisher", "title", "date")),
    *(
        f"{KG}{name}"
        for name in (
            "force", "polarity", "factuality", "issuer", "issuerPerson", "addressee", "addresseePerson", "source",
            "sourcePerson", "content", "condition", "purpose", "period", "authority", "quoted", "saidOn", "dateBasis",
            "place", "confidence", "reportedIn", "rule", "sentence", "post", "rank", "former", "leads", "membersOf",
            "regionCode", "trigger", "issuerEvidence", "addresseeEvidence", "contentEvidence", "slotEvidence",
        )
    ),
)  # fmt: skip
"""Every property that a page reads: a store of many articles holds more."""
_READ = {f"<{name}>": name for name in PROPERTIES}
_TYPE = f"<{RDF_TYPE}>"

Value = tuple[str, str]  # text of an IRI or literal, language tag or ""
Row = dict[str, list[Value]]
Table = dict[str, Row]


@runtime_checkable
class Quads(Protocol):
    """What a store of quads answers, as pyoxigraph and `kg.graph` do."""

    def quads_for_pattern(self, s: Any, p: Any, o: Any, g: Any = None) -> Iterable[Any]: ...

    def query(self, query: str, *, use_default_graph_as_union: bool = False, prefixes: Any = None) -> Any: ...


class GraphReader:
    """Look-ups in a graph by subject and property; every answer is sorted and without doubles."""

    def __init__(self, triples: Iterable[tuple[str, str, Value]]) -> None:
        table: dict[str, dict[str, set[Value]]] = {}
        for subject, predicate, value in triples:
            table.setdefault(subject, {}).setdefault(predicate, set()).add(value)
        self._table: Table = {
            subject: {name: sorted(values) if len(values) > 1 else [*values] for name, values in row.items()}
            for subject, row in table.items()
        }

    def _row(self, subject: str) -> Row:
        """What the graph says of a subject."""
        return self._table.get(subject, {})

    def instances(self, kind: str) -> list[str]:
        """All subjects of type `kind`, sorted."""
        return sorted(s for s, row in self._table.items() if any(v == kind for v, _ in row.get(RDF_TYPE, ())))

    def all(self, subject: str, *predicates: str) -> tuple[str, ...]:
        """The values of the first of `predicates` that has any, in any language."""
        row = self._row(subject)
        for predicate in predicates:
            if predicate in row:
                return tuple(dict.fromkeys(text for text, _ in row[predicate]))
        return ()

    def one(self, subject: str, *predicates: str) -> str:
        """The first value, or "" if there is none."""
        row = self._row(subject)
        for predicate in predicates:
            if predicate in row:
                return row[predicate][0][0]
        return ""

    def text(self, subject: str, lang: str, *predicates: str) -> str:
        """The value in `lang`, or "" if there is none in it."""
        row = self._row(subject)
        return next((text for p in predicates for text, tag in row.get(p, ()) if tag.split("-")[0] == lang), "")


class RowReader(GraphReader):
    """Look-ups in the rows of a graph: no more is made of them than what is looked up."""

    def __init__(self, rows: Mapping[str, Mapping[str, Iterable[str]]]) -> None:
        super().__init__(())
        self._rows = rows
        self._kinds: dict[str, list[str]] = {}

    def _row(self, subject: str) -> Row:
        row = self._table.get(subject)
        if row is None:
            row = self._table[subject] = {}
            for predicate, values in self._rows.get(f"<{subject}>", {}).items():
                if predicate in _READ:
                    found = row[_READ[predicate]] = [text_of(value) for value in values]
                    if len(found) > 1:
                        found.sort()
        return row

    def instances(self, kind: str) -> list[str]:
        if not self._kinds:
            for subject, row in self._rows.items():
                for one in row.get(_TYPE, ()):
                    self._kinds.setdefault(one, []).append(subject[1:-1])
        return sorted(self._kinds.get(f"<{kind}>", ()))


def reader_of(dataset: object) -> GraphReader:
    """Look-ups in what a page reads of `dataset`."""
    return RowReader(dataset.rows) if isinstance(dataset, Whole) else GraphReader(triples(dataset))


def quad_store(dataset: object) -> Quads | None:
    """The pyoxigraph store that `dataset` is or holds, or `None` if it is an rdflib graph."""
    for candidate in (dataset, getattr(dataset, "store", None)):
        if isinstance(candidate, Quads):
            return candidate
    return None


def triples(dataset: object) -> Iterator[tuple[str, str, Value]]:
    """Subject, property and value of what a page reads of `dataset`, a quad store or an rdflib graph, in any order."""
    store = quad_store(dataset)
    if store is not None:
        for quad in (
            quad for name in PROPERTIES for quad in store.quads_for_pattern(None, NamedNode(name), None, None)
        ):
            value = quad.object
            yield (
                str(quad.subject.value),
                str(quad.predicate.value),
                (value.value, getattr(value, "language", None) or ""),
            )
        return
    rdflib: Any = dataset
    for row in getattr(rdflib, "quads", rdflib.triples)((None, None, None)):
        yield str(row[0]), str(row[1]), (str(row[2]), getattr(row[2], "language", None) or "")


def local_name(iri: str) -> str:
    """The last part of an IRI."""
    return iri.rpartition("#")[2].rpartition("/")[2]


def label_of(reader: GraphReader, iri: str) -> str:
    """The Indonesian name of a thing, else any name, else the last part of its IRI."""
    names = (f"{SKOS}prefLabel", f"{RDFS}label", f"{FOAF}name", f"{SCHEMA}name")
    return reader.text(iri, "id", *names) or reader.one(iri, *names) or local_name(iri).replace("-", " ") or iri


def english_of(reader: GraphReader, iri: str) -> str:
    """The English name of a thing, "" if it has none."""
    return reader.text(iri, "en", f"{SKOS}prefLabel", f"{RDFS}label")
