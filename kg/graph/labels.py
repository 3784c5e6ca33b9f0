"""One preferred label for what several articles name differently."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.lines import Graphs, text_of
from kg.graph.names import Names
from kg.graph.touches import chunks, values
from kg.graph.vocabulary import LABEL, RDFS
from kg.graph.whole import Whole, is_evidence

if TYPE_CHECKING:
    from kg.graph.stores import GraphStore

_NAMED = """
SELECT ?thing ?label (COUNT(DISTINCT ?graph) AS ?articles) WHERE {
  $only
  GRAPH ?graph { ?thing rdfs:label ?label }
  FILTER NOT EXISTS { GRAPH $gazetteer { ?thing skos:prefLabel ?preferred } }
} GROUP BY ?thing ?label
"""

_LABELS = """
SELECT DISTINCT ?thing ?label WHERE {
  $only
  ?thing rdfs:label ?label
  FILTER NOT EXISTS { GRAPH $gazetteer { ?thing skos:prefLabel ?preferred } }
}
"""
_SAYS_LABEL, _PREFERS = f"{RDFS['label']} ", f"{LABEL} "
_Rank = tuple[int, int, str]


def preferred_labels(dataset: GraphStore) -> Iterator[Quad]:
    """A `skos:prefLabel` for each thing that the gazetteer does not name, in a graph of their own.

    In each language the label of most articles is preferred, then the longest, then the first in alphabetical order, so
    the choice does not hang on the order of articles.
    """
    if isinstance(dataset, Whole):
        yield from labels_of(dataset.asserted, dataset.base)
    else:
        yield from _preferred(_counted(dataset, ""), dataset.base)


def labels_of(graphs: Graphs, base: str) -> Iterator[Quad]:
    """`preferred_labels` of the graphs of articles."""
    known = graphs.get(str(NamedNode(Names(base).gazetteer)), {})
    named = Counter(
        (subject, rest)
        for own in graphs.values()
        for subject, rests in own.items()
        if not is_evidence(rests)
        for rest in rests
        if rest.startswith(_SAYS_LABEL)
    )
    preferred = {subject for subject, _ in named if any(rest.startswith(_PREFERS) for rest in known.get(subject, ()))}
    rows = ((subject, text_of(rest[len(_SAYS_LABEL) :]), articles) for (subject, rest), articles in named.items())
    yield from _preferred(
        (
            (NamedNode(subject[1:-1]), Literal(label, language=language or None), articles)
            for subject, (label, language), articles in rows
            if subject not in preferred
        ),
        base,
    )


def preferred_labels_of(dataset: GraphStore, things: Iterable[str]) -> Iterator[Quad]:
    """The preferred labels of these things (absolute IRIs) alone; graphs are counted only where labels differ."""
    for part in chunks((NamedNode(iri),) for iri in sorted(things)):
        only = values(["?thing"], part)
        query = _LABELS.replace("$only", only).replace("$gazetteer", str(NamedNode(Names(dataset.base).gazetteer)))
        found: dict[tuple[NamedNode, str], list[Literal]] = defaultdict(list)
        for thing, label in dataset.select(query).rows:
            if isinstance(thing, NamedNode) and isinstance(label, Literal):
                found[thing, label.language or ""].append(label)
        alone = [(thing, labels[0], 1) for (thing, _), labels in found.items() if len(labels) == 1]
        yield from _preferred(alone, dataset.base)
        several = sorted({thing.value for (thing, _), labels in found.items() if len(labels) > 1})
        if several:
            contested = {key for key, labels in found.items() if len(labels) > 1}
            rows = _counted(dataset, values(["?thing"], ((NamedNode(iri),) for iri in several)))
            kept = (row for row in rows if (row[0], row[1].language or "") in contested)
            yield from _preferred(kept, dataset.base)


def kept_labels(dataset: GraphStore, things: Iterable[str]) -> Iterator[Quad]:
    """The preferred labels that the graph of labels holds for these things now."""
    graph = NamedNode(Names(dataset.base).labels)
    for part in chunks((NamedNode(iri),) for iri in sorted(things)):
        query = f"SELECT ?thing ?label WHERE {{ {values(['?thing'], part)} GRAPH {graph} {{ ?thing {LABEL} ?label }} }}"
        for thing, label in dataset.select(query).rows:
            if isinstance(thing, NamedNode) and isinstance(label, Literal):
                yield Quad(thing, LABEL, label, graph)


def _counted(dataset: GraphStore, only: str) -> Iterator[tuple[NamedNode, Literal, int]]:
    """Each thing with each of its labels and the number of graphs that use it."""
    query = _NAMED.replace("$only", only).replace("$gazetteer", str(NamedNode(Names(dataset.base).gazetteer)))
    for thing, label, articles in dataset.select(query).rows:
        if isinstance(thing, NamedNode) and isinstance(label, Literal) and isinstance(articles, Literal):
            yield thing, label, int(articles.value)


def _preferred(rows: Iterable[tuple[NamedNode, Literal, int]], base: str) -> Iterator[Quad]:
    """The best label of each thing in each language."""
    graph = NamedNode(Names(base).labels)
    best: dict[tuple[str, str], tuple[_Rank, Literal]] = {}
    for thing, label, articles in rows:
        rank = (-articles, -len(label.value), label.value)
        key = (thing.value, label.language or "")
        if key not in best or rank < best[key][0]:
            best[key] = (rank, label)
    for (iri, _), (_, label) in sorted(best.items()):
        yield Quad(NamedNode(iri), LABEL, label, graph)
