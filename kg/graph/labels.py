"""One preferred label for what several articles name differently."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.dataset import Dataset
from kg.graph.names import Names
from kg.graph.vocabulary import LABEL

_NAMED = """
SELECT ?thing ?label (COUNT(DISTINCT ?graph) AS ?articles) WHERE {
  GRAPH ?graph { ?thing rdfs:label ?label }
  FILTER NOT EXISTS { GRAPH $gazetteer { ?thing skos:prefLabel ?preferred } }
} GROUP BY ?thing ?label
"""


def preferred_labels(dataset: Dataset) -> Iterator[Quad]:
    """A `skos:prefLabel` for each thing that the gazetteer does not name, in a graph of their own.

    In each language the label of most articles is preferred, then the longest, then the first in alphabetical order, so
    the choice does not hang on the order of articles.
    """
    names = Names(dataset.base)
    graph = NamedNode(names.labels)
    best: dict[tuple[str, str], tuple[tuple[int, int, str], Literal]] = {}
    for thing, label, articles in dataset.select(_NAMED.replace("$gazetteer", str(NamedNode(names.gazetteer)))).rows:
        if isinstance(thing, NamedNode) and isinstance(label, Literal) and articles is not None:
            rank = (-int(articles.value), -len(label.value), label.value)
            key = (thing.value, label.language or "")
            if key not in best or rank < best[key][0]:
                best[key] = (rank, label)
    for (iri, _), (_, label) in sorted(best.items()):
        yield Quad(NamedNode(iri), LABEL, label, graph)
