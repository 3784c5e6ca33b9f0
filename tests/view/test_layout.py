"""Positions: none over another, the same every time; what is folded and what is drawn."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.view.chain import chain
from kg.view.facts import Agent, Directive, Facts, Kind
from kg.view.labels import Label, Rectangle, set_labels, width_of
from kg.view.layout import Box, box, place, wrap
from kg.view.reading import read_facts
from kg.view.scene import DRAWN_AT_ONCE, UNNAMED, build
from tests.view import generate


def overlapping(at: dict[str, tuple[int, int]], boxes: dict[str, Box]) -> list[tuple[str, str]]:
    keys = sorted(at)
    return [
        (a, b)
        for index, a in enumerate(keys)
        for b in keys[index + 1 :]
        if abs(at[a][0] - at[b][0]) < (boxes[a].width + boxes[b].width) / 2 - 2
        and abs(at[a][1] - at[b][1]) < (boxes[a].height + boxes[b].height) / 2 - 2
    ]


@pytest.mark.parametrize("rim", [1, 2, 3, 5, 12, 24])
def test_a_star_has_its_hub_in_the_middle_and_no_overlap(rim: int) -> None:
    boxes = {f"n{index:02}": box("Kapolres Kabupaten Panjang", 10) for index in range(rim + 1)}
    at = place(boxes, [("n00", f"n{index:02}", 1) for index in range(1, rim + 1)])
    assert overlapping(at, boxes) == []
    assert len(at) == rim + 1


def test_components_stand_apart_and_the_sheet_is_not_a_strip() -> None:
    boxes = {f"n{index:03}": box("Kapolsek", 9) for index in range(120)}
    at = place(boxes, [(f"n{index:03}", f"n{index + 1:03}", 1) for index in range(0, 120, 2)])
    assert overlapping(at, boxes) == []
    wide = max(x for x, _ in at.values()) - min(x for x, _ in at.values())
    high = max(y for _, y in at.values()) - min(y for _, y in at.values())
    assert 0.5 < wide / high < 3


@given(
    st.integers(1, 30),
    st.lists(st.tuples(st.integers(0, 29), st.integers(0, 29), st.integers(1, 9)), max_size=40),
    st.randoms(use_true_random=False),
)
@settings(max_examples=40, deadline=None)
def test_every_box_has_one_place_whatever_the_order(
    size: int, pairs: list[tuple[int, int, int]], shuffle: object
) -> None:
    boxes = {f"n{index:02}": box(f"Jabatan {index}", 10) for index in range(size)}
    links = [(f"n{a:02}", f"n{b:02}", weight) for a, b, weight in pairs if a < size and b < size]
    first = place(boxes, links)
    keys = list(boxes)
    shuffle.shuffle(keys)  # type: ignore[attr-defined]
    assert place({key: boxes[key] for key in keys}, list(reversed(links))) == first
    assert set(first) == set(boxes)


def test_nothing_gives_nothing() -> None:
    assert place({}, []) == {}
    assert build(Facts({}, {}, {}, ())).vertices == {}


@pytest.mark.parametrize(
    ("label", "rows"),
    [
        ("Kapolri", ["Kapolri"]),
        ("Kapolda Sumatera Selatan", ["Kapolda Sumatera", "Selatan"]),
        ("A" * 50, ["A" * 19 + "…"]),
        ("satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas dua belas", 3),
        ("", [""]),
    ],
)
def test_labels_are_wrapped(label: str, rows: list[str] | int) -> None:
    found = wrap(label).split("\n")
    assert found == rows if isinstance(rows, list) else len(found) == rows
    assert all(len(row) <= 20 for row in found)


def agent(name: str) -> Agent:
    return Agent(name, Kind.POST, name)


def facts_of(*directives: Directive) -> Facts:
    names = {iri for d in directives for iri in (*d.issuers, *d.persons, *d.addressees)}
    return Facts({name: agent(name) for name in sorted(names)}, {}, {}, directives)


def test_a_side_that_is_not_named_has_a_vertex_of_its_own() -> None:
    scene = build(facts_of(Directive("d1", "order", issuers=("a",)), Directive("d2", "urge", addressees=("b",))))
    assert {key: vertex.kind for key, vertex in scene.vertices.items()} == {
        "a": "post", "a>?": UNNAMED, "b": "post", "?>b": UNNAMED,
    }  # fmt: skip
    assert set(scene.links) == {("a", "a>?", "order"), ("?>b", "b", "urge")}


def test_a_directive_without_any_side_is_not_in_the_network() -> None:
    assert build(facts_of(Directive("d1", "order"))).links == {}


def test_each_force_is_a_link_with_its_count() -> None:
    named = [("d0", "order"), ("d1", "order"), ("d2", "forbid")]
    scene = build(facts_of(*(Directive(iri, force, issuers=("a",), addressees=("b", "c")) for iri, force in named)))
    assert scene.links == {
        ("a", "b", "order"): 2, ("a", "c", "order"): 2, ("a", "b", "forbid"): 1, ("a", "c", "forbid"): 1,
    }  # fmt: skip


@pytest.mark.parametrize(("directives", "agents"), [(900, 900), (2000, 60)])
def test_a_large_graph_opens_with_few_nodes_and_each_group_holds_few(directives: int, agents: int) -> None:
    facts = read_facts(generate.store(directives, agents=agents))
    start = time.perf_counter()
    scene = build(facts)
    assert time.perf_counter() - start < 30
    opening = [key for key in (*scene.vertices, *scene.groups) if not scene.within.get(key)]
    assert len(opening) <= DRAWN_AT_ONCE
    held: dict[str, int] = {}
    for key in (*scene.vertices, *scene.groups):
        held[scene.within.get(key, "")] = held.get(scene.within.get(key, ""), 0) + 1
    assert max(held.values()) <= DRAWN_AT_ONCE
    assert set(scene.at) == set(scene.vertices) | set(scene.groups)


def test_orders_flow_down_the_chain() -> None:
    at, bands = chain({"top": 0, "mid": 1, "low": 2, "public": 8}, {("top", "mid"): 3, ("mid", "low"): 1})
    assert [key for key, _ in sorted(at.items(), key=lambda item: item[1][1])] == ["top", "mid", "low", "public"]
    assert [band.level for band in bands] == [0, 1, 2, 8]
    assert all(upper.bottom == lower.top for upper, lower in pairwise(bands))


def test_labels_never_meet() -> None:
    sheet = Rectangle(0, 0, 400, 300)
    labels = [Label((f"Kapolres {n}",), ((60 + 13 * n, 100), (60 + 13 * n, 150)), 13, n) for n in range(20)]
    drawn = set_labels(labels, [Rectangle(100, 90, 140, 110)], sheet)
    boxes = []
    for text in drawn:
        wide, x, y = width_of(text.text or "", 13), float(text.get("x", "0")), float(text.get("y", "0"))
        boxes.append(Rectangle(x - wide / 2, y - 9, x + wide / 2, y + 2))
    assert 2 <= len(drawn) < 20
    assert not any(a.meets(b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])
    assert drawn[0].text == "Kapolres 19"
