"""However articles come, change and go, the store is what building it at once would have made."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from types import MappingProxyType

import pytest
from pyoxigraph import Quad, RdfFormat, parse

from kg.build.merge import Merger, Rules
from kg.build.records import Built
from kg.graph.complete import assemble
from kg.graph.dataset import Dataset
from kg.graph.names import Names
from kg.graph.persons import record_matches, sightings
from kg.graph.runs import Run
from kg.graph.stores import GraphStore
from kg.model import Verdict
from kg.resolve.persons_match import clusters, match_persons
from tests.build.invented import MADE_WITH, Sizes, article, lexicon

RUN = Run({"perintah": "0"})
NAMES = Names()
BOOKS = {NAMES.ledger, NAMES.run}
SIZES = Sizes(persons=14, days=2, sentences=3)


def merger(store: GraphStore, judgements: Mapping[tuple[str, str], Verdict] = MappingProxyType({})) -> Merger:
    return Merger(store, Rules(lexicon(), judgements), RUN, MADE_WITH)


def at_once(built: Iterable[Built], judgements: Mapping[tuple[str, str], Verdict] = MappingProxyType({})) -> Dataset:
    """The graph of the articles, made as `kg build` without a store makes it."""
    dataset = assemble(parse(one.quads, format=RdfFormat.N_QUADS) for one in built)
    matches = match_persons(sightings(dataset), lexicon(), judgements)
    record_matches(dataset, matches, clusters(matches))
    return dataset


def facts(store: GraphStore) -> set[Quad]:
    """All quads but those that the store keeps for itself."""
    return {quad for quad in store if str(getattr(quad.graph_name, "value", "")) not in BOOKS}


def books(store: GraphStore) -> set[Quad]:
    return set(store) - facts(store)


def union(store: Dataset) -> set[str]:
    """What SPARQL sees, without what only the ledger says."""
    found = {str(quad.triple) for quad in facts(store)}
    seen = {
        str(quad.triple)
        for quad in store.quads_for_pattern(graph=None)
        if quad.graph_name.__class__.__name__ == "DefaultGraph"
    }
    assert found <= seen
    return seen - {str(quad.triple) for quad in books(store)}


@pytest.mark.parametrize("seed", range(6))
def test_any_order_of_adding_changing_and_removing(seed: int) -> None:
    rng = random.Random(seed)
    store, there = Dataset(), dict[str, Built]()
    merging = merger(store)
    for step in range(8):
        batch = [
            article(name, f"{name}/{rng.randrange(3)}", SIZES)
            for name in {f"berita-{rng.randrange(12)}" for _ in range(rng.randrange(1, 4))}
        ]
        merging.put(batch)
        there |= {one.article: one for one in batch}
        gone = [name for name in sorted(there) if rng.random() < 0.15]
        merging.remove([there.pop(name).graph for name in gone])
        whole = at_once(there.values())
        assert facts(store) == facts(whole), f"step {step}"
    merging.finish()
    fresh = Dataset()
    again = merger(fresh)
    again.put(list(there.values()))
    again.finish()
    assert set(store) == set(fresh), "the ledger holds what it would hold after one build"
