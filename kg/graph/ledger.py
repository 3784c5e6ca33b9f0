"""The ledger of a store: which article was made from which text and with what, and what it drew from the gazetteer.

It is a graph of the store itself (`id/graph/ledger`), so any store has it. An article's graph draws on descriptions:
what the gazetteer says of one thing, kept as N-Triples under their hash. What no article draws on any more goes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kg.graph import literals
from kg.graph.changes import Change, difference
from kg.graph.names import Names, digest
from kg.graph.stores import GraphStore
from kg.graph.touches import chunks, values
from kg.graph.vocabulary import FOAF, KG, PROV

_ENTRIES = """
SELECT DISTINCT ?id ?sha256 ?graph ?made ?record WHERE {
  $only
  ?article schema:identifier ?id ; kg:sha256 ?sha256 .
  ?graph prov:wasDerivedFrom ?article .
  OPTIONAL { ?graph prov:wasGeneratedBy/kg:fingerprint ?made }
  OPTIONAL { ?graph kg:record ?record }
}
"""
_DRAWN = """
SELECT DISTINCT ?description WHERE {
  $only GRAPH $ledger { ?graph kg:drawsOn ?description } FILTER(?graph NOT IN ($graphs))
}
"""
_DESCRIPTIONS = """
SELECT ?thing ?description ?text WHERE {
  $only GRAPH $ledger { ?description kg:describes ?thing } GRAPH $ledger { ?description kg:description ?text }
}
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """An article of the store: its id, the hash of its text, its graph, the fingerprint of what made it, its record.

    `made_with` and `record` (the hash of title, date, address and outlet) are "" where another program wrote the graph.
    """

    article: str
    sha256: str
    graph: str
    made_with: str = ""
    record: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """An article to be stored: its graph, its N-Quads (with the gazetteer's), its record, the run that made it."""

    graph: str
    quads: bytes
    record: str
    run: str


def entries(store: GraphStore) -> list[Entry]:
    """All articles of a store, sorted by id."""
    return _entries(store, "")


def entries_of(store: GraphStore, articles: Iterable[str], hashes: Iterable[str] = ()) -> list[Entry]:
    """The articles of a store with one of these ids, or a text with one of these hashes, sorted by id."""
    found: set[Entry] = set()
    for name, pattern, given in (
        ("?id", "?article schema:identifier ?id .", articles),
        ("?sha256", "?article kg:sha256 ?sha256 .", hashes),
    ):
        for part in chunks((literals.string(value),) for value in sorted(set(given))):
            found |= set(_entries(store, f"{values([name], part)} {pattern}"))
    return sorted(found, key=lambda entry: (entry.article, entry.graph))


def settled(store: GraphStore) -> str | None:
    """The fingerprint with which what spans articles is up to date; `None` where that is not known."""
    ledger = NamedNode(Names(store.base).ledger)
    found = [quad.object for quad in store.quads_for_pattern(ledger, KG["settledWith"], None, ledger)]
    return found[0].value if found and isinstance(found[0], Literal) else None


def settle(store: GraphStore, fingerprint: str | None) -> None:
    """Says that what spans articles is up to date, or for `None` that it is not known to be."""
    ledger = NamedNode(Names(store.base).ledger)
    old = list(store.quads_for_pattern(ledger, KG["settledWith"], None, ledger))
    old += store.quads_for_pattern(ledger, KG["pending"], None, ledger)
    new = [] if fingerprint is None else [Quad(ledger, KG["settledWith"], literals.string(fingerprint), ledger)]
    store.change(old, new)


def _entries(store: GraphStore, only: str) -> list[Entry]:
    found = [
        Entry(*(value.value if isinstance(value, NamedNode | Literal) else "" for value in row))
        for row in store.select(_ENTRIES.replace("$only", only)).rows
    ]
    return sorted(found, key=lambda entry: (entry.article, entry.graph))


def exchange(store: GraphStore, removed: Collection[str], parts: Collection[Part]) -> Change:
    """What it takes to put articles into a store, in place of their own graphs and of those `removed`."""
    names = Names(store.base)
    graphs = {*removed, *(part.graph for part in parts)}
    old = {quad for graph in graphs for quad in _of(store, graph, names)}
    new, drawn = dict[Quad, None](), dict[str, str]()
    for part in parts:
        own, described = _split(part, names)
        new |= dict.fromkeys(chain(own, _entry(part, own, described, names)))
        drawn.update(described)
    draws = KG["drawsOn"]
    gone = {q.object.value for q in old if q.predicate == draws and isinstance(q.object, NamedNode)} - set(drawn)
    gone -= _still_drawn(store, gone, graphs, names)
    known = _known(store, {_thing(text) for text in drawn.values()} | _things(store, gone, names), names)
    change = difference(old, new.keys()).with_(_gazetteer(known, gone, drawn, names))
    person = FOAF["Person"]
    persons = {q.subject.value for q in chain(old, new) if q.object == person and isinstance(q.subject, NamedNode)}
    return replace(change, persons=frozenset(persons), added=frozenset() if old else frozenset(graphs))


def _of(store: GraphStore, graph: str, names: Names) -> Iterator[Quad]:
    """What a store holds of an article: its graph, its entry in the ledger and in the record of the run."""
    node, run = NamedNode(graph), NamedNode(names.run)
    derived = PROV["wasDerivedFrom"]
    for quad in store.quads_for_pattern(None, None, None, node):
        yield quad
        if quad.predicate == derived and isinstance(quad.object, NamedNode):
            yield from store.quads_for_pattern(None, PROV["used"], quad.object, run)
    yield from store.quads_for_pattern(node, None, None, NamedNode(names.ledger))
    yield from store.quads_for_pattern(node, None, None, run)


def _split(part: Part, names: Names) -> tuple[list[Quad], dict[str, str]]:
    """The article's own quads, and what the gazetteer says of each thing (N-Triples) by the IRI of the description."""
    own: list[bytes] = []
    things: dict[bytes, list[bytes]] = defaultdict(list)
    ending = f" <{names.gazetteer}> .".encode()
    for line in part.quads.splitlines():  # no line break in a line: N-Quads escapes them (RDF 1.1 N-Quads, 2.4)
        if line.endswith(ending):
            things[line.partition(b" ")[0]].append(line.removesuffix(ending) + b" .\n")
        else:
            own.append(line)
    quads = [one for one in parse(b"\n".join(own), format=RdfFormat.N_QUADS) if isinstance(one, Quad)]
    described = (b"".join(sorted(lines)).decode("utf-8") for lines in things.values())
    return quads, {names.absolute(f"id/description/{digest(text)}"): text for text in described}


def _entry(part: Part, own: Iterable[Quad], described: Iterable[str], names: Names) -> Iterator[Quad]:
    """The article in the ledger and in the record of the run."""
    graph, ledger = NamedNode(part.graph), NamedNode(names.ledger)
    run, made = NamedNode(part.run), NamedNode(names.run)
    yield Quad(graph, KG["record"], literals.string(part.record), ledger)
    yield Quad(graph, PROV["wasGeneratedBy"], run, made)
    derived, used = PROV["wasDerivedFrom"], PROV["used"]
    for quad in own:
        if quad.predicate == derived:
            yield Quad(run, used, quad.object, made)
    for description in described:
        yield Quad(graph, KG["drawsOn"], NamedNode(description), ledger)


def _still_drawn(store: GraphStore, descriptions: Iterable[str], graphs: Iterable[str], names: Names) -> set[str]:
    """The descriptions that articles besides those of `graphs` draw on."""
    listed = ", ".join(f"<{graph}>" for graph in sorted(graphs))
    query = _DRAWN.replace("$ledger", f"<{names.ledger}>").replace("$graphs", listed)
    return {
        row[0].value
        for part in chunks((NamedNode(iri),) for iri in sorted(descriptions))
        for row in store.select(query.replace("$only", values(["?description"], part))).rows
        if isinstance(row[0], NamedNode)
    }


def _things(store: GraphStore, descriptions: Iterable[str], names: Names) -> set[str]:
    """The things that descriptions are of."""
    found = _described(store, "?description", descriptions, names)
    return {thing for thing, _ in found}


def _known(store: GraphStore, things: Iterable[str], names: Names) -> dict[str, str]:
    """All descriptions of things that the store has."""
    return {iri: text for (_, iri), text in _described(store, "?thing", things, names).items()}


def _described(store: GraphStore, name: str, iris: Iterable[str], names: Names) -> dict[tuple[str, str], str]:
    query, found = _DESCRIPTIONS.replace("$ledger", f"<{names.ledger}>"), {}
    for part in chunks((NamedNode(iri),) for iri in sorted(set(iris))):
        for thing, description, text in store.select(query.replace("$only", values([name], part))).rows:
            if isinstance(thing, NamedNode) and isinstance(description, NamedNode) and isinstance(text, Literal):
                found[thing.value, description.value] = text.value
    return found


def _gazetteer(known: Mapping[str, str], gone: Collection[str], drawn: Mapping[str, str], names: Names) -> Change:
    """The gazetteer's graph and the descriptions behind it, when some of these go and others come."""
    left = {iri: text for iri, text in known.items() if iri not in gone} | dict(drawn)
    felt = {
        _thing(text) for one, other in ((known, left), (left, known)) for iri, text in one.items() if iri not in other
    }
    parts = ({iri: text for iri, text in of.items() if _thing(text) in felt} for of in (known, left))
    return difference(*(_description_quads(part, names) for part in parts))


def _description_quads(descriptions: Mapping[str, str], names: Names) -> Iterator[Quad]:
    gazetteer, ledger = NamedNode(names.gazetteer), NamedNode(names.ledger)
    for iri, text in descriptions.items():
        node = NamedNode(iri)
        yield Quad(node, KG["describes"], NamedNode(_thing(text)), ledger)
        yield Quad(node, KG["description"], literals.string(text), ledger)
        for triple in parse(text, format=RdfFormat.N_TRIPLES):
            yield Quad(triple.subject, triple.predicate, triple.object, gazetteer)


def _thing(text: str) -> str:
    """The subject of N-Triples."""
    return text[1 : text.index(">")]
