"""However articles come, change and go, the store is what building it at once would have made."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Set
from contextlib import suppress
from dataclasses import replace
from types import MappingProxyType

import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, parse

from kg.build.merge import Merger, Rules
from kg.build.records import Built
from kg.graph.complete import assemble
from kg.graph.dataset import Dataset
from kg.graph.inference import rules
from kg.graph.names import Names
from kg.graph.persons import record_matches, sightings
from kg.graph.runs import Run
from kg.graph.stores import GraphStore
from kg.model import Verdict
from kg.resolve.persons_match import clusters, match_persons
from tests.build.invented import MADE_WITH, Sizes, article, lexicon

RUN = Run({"perintah": "0"})
NAMES = Names()
RULES = tuple(rule.name for rule in rules())
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


def union_is_whole(store: Dataset) -> bool:
    """Whether the default graph is the union of the named ones."""
    default = {quad.triple for quad in store.store.quads_for_pattern(None, None, None, DefaultGraph())}
    return default == {quad.triple for quad in store.store if quad.graph_name != DefaultGraph()}


@pytest.mark.parametrize("seed", range(6))
def test_any_order_of_adding_changing_and_removing(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311
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
    assert union_is_whole(store)
    fresh = Dataset()
    again = merger(fresh)
    again.put(list(there.values()))
    again.finish()
    assert set(store) == set(fresh), "the ledger holds what it would hold after one build"


def test_the_articles_meet() -> None:
    """What the test above compares is there to be compared."""
    whole = at_once(article(f"berita-{number}", f"berita-{number}/0", SIZES) for number in range(12))
    derived = {rule: len(list(whole.quads_for_pattern(graph=NamedNode(NAMES.rule(rule))))) for rule in RULES}
    assert all(number > 5 for number in derived.values()), derived
    for graph in (NAMES.persons, NAMES.labels, NAMES.gazetteer):
        assert len(list(whole.quads_for_pattern(graph=NamedNode(graph)))) > 20, graph


def test_verdicts_on_persons_are_followed() -> None:
    built = [article(f"berita-{number}", f"berita-{number}/1", SIZES) for number in range(10)]
    whole = at_once(built)
    matches = match_persons(sightings(whole), lexicon())
    same = next(match for match in matches if match.verdict is Verdict.SAME)
    unsure = next(match for match in matches if match.verdict is Verdict.UNSURE)
    judged = {(same.one, same.other): Verdict.DIFFERENT, (unsure.one, unsure.other): Verdict.SAME}
    store = Dataset()
    merging = merger(store, judged)
    for one in built:
        merging.put([one])
    assert facts(store) == facts(at_once(built, judged)) != facts(whole)


def test_a_store_left_by_other_rules_is_made_anew_as_a_whole() -> None:
    built = [article(f"berita-{number}", f"berita-{number}/2", SIZES) for number in range(8)]
    store = Dataset()
    without = Merger(store, Rules(lexicon(), {}, inference=False), RUN, MADE_WITH)
    without.put(built[:4])
    without.finish()
    assert not any(graph in store.graphs() for graph in map(NAMES.rule, RULES))
    merging = merger(store)
    merging.put(built[4:])
    merging.finish()
    assert facts(store) == facts(at_once(built))


def test_a_store_of_another_program_keeps_what_it_has() -> None:
    """What `kg build` without a store has written has no ledger: articles are found by their ids all the same."""
    built = [article(f"berita-{number}", f"berita-{number}/0", SIZES) for number in range(6)]
    store = at_once(built)
    merging = merger(store)
    changed = article("berita-3", "berita-3/1", SIZES)
    merging.put([changed])
    merging.finish()
    assert changed.graph in store.graphs()
    assert built[3].graph not in store.graphs()
    assert facts(store) >= {
        q for q in facts(at_once([*built[:3], *built[4:], changed])) if "rule" not in str(q.graph_name)
    }


def test_one_text_under_two_ids_is_stored_once() -> None:
    one = article("berita-1", "berita-1/0", SIZES)
    other = replace(one, article="berita-2", source="berita-2")
    store = Dataset()
    merging = merger(store)
    assert merging.put([one]) == ()
    assert merging.put([other]) == (other,)
    assert merging.put([one, other]) == (other,)
    assert facts(store) == facts(at_once([one]))
    moved = article("berita-1", "berita-1/1", SIZES)
    assert merging.put([moved, other]) == ()
    assert one.graph in store.graphs()


def test_what_was_left_to_follow_is_followed() -> None:
    """A process may die after each transaction: the next one ends with the same store."""
    built = [article(f"berita-{number}", f"berita-{number}/0", SIZES) for number in range(6)]
    whole = Dataset()
    merger(whole).put(built)
    writes = 0
    while True:
        store = Breaking()
        merging = merger(store)
        merging.put(built[:3])
        store.left = writes
        with suppress(InterruptedError):
            merging.put(built[3:])
            break
        store.left = 1000
        again = merger(store)
        again.put(built[3:])
        assert set(store) == set(whole), f"killed after {writes} writes"
        writes += 1
    assert writes > 5


class Breaking(Dataset):
    """A store whose process dies after so many more writes."""

    left = 1000

    def _write(self, gone: Set[Quad], new: Set[Quad], dropped: Iterable[NamedNode]) -> None:
        if not self.left:
            raise InterruptedError
        self.left -= 1
        super()._write(gone, new, dropped)
