"""Articles that contradict a store, or one another, never break its shapes, in whatever batches they come."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kg.build.merge import Merger
from kg.build.records import Built
from kg.errors import InputError
from kg.graph.dataset import Dataset
from kg.graph.validation import check
from tests.build.test_agreement import LEADS, ORG, UNITS, A, B, articles, with_more
from tests.build.test_merge import merger

__all__ = ["articles"]
ONE, OTHER = (UNITS, f"{LEADS} {A}"), (UNITS, f"{LEADS} {B}")
BELOW, ABOVE = (UNITS, f"{A} <{ORG}subOrganizationOf> {B}"), (UNITS, f"{B} <{ORG}subOrganizationOf> {A}")


def put(merging: Merger, batch: Sequence[Built]) -> list[InputError]:
    """What is left out of a batch."""
    told: list[InputError] = []
    assert merging.put(batch, told.append) == ()
    return told


def leads(store: Dataset) -> set[str]:
    """The units that the post leads."""
    table = store.select(f"SELECT ?unit {{ {LEADS.rpartition('|')[2]} ?unit }}")
    return {f"<{unit}>" for (unit,) in table.strings()}


@pytest.mark.parametrize("sizes", [(3,), (1, 2), (2, 1), (1, 1, 1)])
@pytest.mark.parametrize(
    ("more", "contradicts"),
    [
        (((), (), ()), False),
        ((ONE, ONE, ONE), False),
        ((ONE, OTHER, ()), True),
        ((BELOW, (), ABOVE), True),
        ((BELOW, ABOVE, BELOW), True),
    ],
)
def test_the_store_stays_valid(
    more: tuple[tuple[str, ...], ...], contradicts: bool, sizes: tuple[int, ...], articles: tuple[Built, ...]
) -> None:
    made = [with_more(one, *said) for one, said in zip(articles, more, strict=True)]
    for order in (made, made[::-1]):
        store, left, told = Dataset(), list(order), list[InputError]()
        merging = merger(store)
        for size in sizes:
            batch, left = left[:size], left[size:]
            told += put(merging, batch)
            assert check(store) == ()
        assert bool(told) is contradicts


def test_most_articles_are_believed_wherever_they_are(articles: tuple[Built, ...]) -> None:
    first, second, third = articles
    store = Dataset()
    merging = merger(store)
    assert put(merging, [with_more(first, *ONE)]) == []
    assert leads(store) == {A}
    (told,) = put(merging, [with_more(second, *OTHER), with_more(third, *OTHER)])
    assert first.graph.endswith(told.source)
    assert "kg:leads unit:contoh-a contradicts" in told.reason
    assert leads(store) == {B}
    assert check(store) == ()


def test_an_article_that_comes_anew_does_not_contradict_itself(articles: tuple[Built, ...]) -> None:
    store = Dataset()
    merging = merger(store)
    assert put(merging, [with_more(articles[0], *ONE)]) == []
    assert put(merging, [with_more(articles[0], *OTHER)]) == []
    assert leads(store) == {B}


def test_the_gazetteer_is_believed(articles: tuple[Built, ...]) -> None:
    store = Dataset()
    merging = merger(store)
    first, second, third = (with_more(one, *ONE) for one in articles)
    lines = with_more(articles[0], *OTHER).quads.decode().splitlines()
    told = "\n".join(one.replace(articles[0].graph, f"{store.base}id/graph/gazetteer") for one in lines[-6:])
    trusted = Built(**{**{name: getattr(first, name) for name in first.__slots__}, "quads": told.encode()})
    assert put(merging, [second, third]) == []
    assert len(put(merging, [trusted])) == 2
    assert leads(store) == {B}
