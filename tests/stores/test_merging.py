"""The one merge rule on every kind of store: articles that come, change and go leave what building at once makes."""

from __future__ import annotations

from kg.graph.stores import GraphStore
from tests.build.invented import Sizes, article
from tests.build.test_merge import at_once, facts, merger

SIZES = Sizes(persons=6, days=2, sentences=2)


def test_coming_changing_and_going(store: GraphStore) -> None:
    first, changed, second, third = (
        article(name, seed, SIZES) for name, seed in (("a", "a/0"), ("a", "a/1"), ("b", "b/0"), ("c", "c/0"))
    )
    merging = merger(store)
    merging.put([first, second])
    merging.put([changed, third])
    merging.remove([second.graph])
    merging.finish()
    expected = at_once([changed, third])
    assert facts(store) == facts(expected)
    sparql = "SELECT ?s ?p ?o { ?s ?p ?o FILTER NOT EXISTS { GRAPH ?g { ?s ?p ?o } } }"
    assert store.select(sparql).rows == ()
