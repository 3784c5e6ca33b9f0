"""The user's verdicts on persons in the graph itself: where a store is on a server there is no file beside it."""

from __future__ import annotations

from collections.abc import Mapping

from pyoxigraph import NamedNode, Quad

from kg.graph import literals
from kg.graph.names import digest
from kg.graph.stores import GraphStore
from kg.graph.vocabulary import KG
from kg.model import Verdict

_KEPT = """
SELECT ?one ?other ?verdict WHERE {
  GRAPH $graph { ?judged kg:compares ?one }
  GRAPH $graph { ?judged kg:compares ?other }
  GRAPH $graph { ?judged kg:verdict ?verdict }
  FILTER(STR(?one) < STR(?other))
}
"""


def kept_verdicts(dataset: GraphStore) -> Mapping[tuple[str, str], Verdict]:
    """The verdicts by pair of IRI paths, the smaller first."""
    rows = dataset.select(_KEPT.replace("$graph", str(_graph(dataset)))).strings()
    return {
        (one.removeprefix(dataset.base), other.removeprefix(dataset.base)): Verdict(said) for one, other, said in rows
    }


def keep_verdict(dataset: GraphStore, one: str, other: str, verdict: Verdict) -> Mapping[tuple[str, str], Verdict]:
    """Puts a verdict on two persons (IRI paths) in the place of an earlier one; all of them. `UNSURE` takes it back."""
    pair = min(one, other), max(one, other)
    found = {known: said for known, said in kept_verdicts(dataset).items() if known != pair}
    if verdict is not Verdict.UNSURE:
        found[pair] = verdict
    graph = _graph(dataset)
    quads = []
    for (first, second), said in found.items():
        judged = NamedNode(f"{dataset.base}id/judgement/{digest(first, second)}")
        quads += [Quad(judged, KG["compares"], NamedNode(dataset.base + path), graph) for path in (first, second)]
        quads.append(Quad(judged, KG["verdict"], literals.string(said), graph))
    dataset.replace(graph.value, quads)
    return found


def _graph(dataset: GraphStore) -> NamedNode:
    return NamedNode(f"{dataset.base}id/graph/verdicts")
