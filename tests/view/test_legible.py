"""What is drawn can be read: names beside their nodes, none over another or over the name of a level."""

from __future__ import annotations

from typing import Any

import pytest

from tests.view.conftest import Open, Opened

pytestmark = pytest.mark.browser

SIZES = [(1300, 850), (360, 740)]
Boxes = dict[str, dict[str, float]]


def labels(page: Opened) -> Boxes:
    """The box of each name on the drawing, in pixels of the window."""
    page.settle()
    found: Boxes = page.run("P.network.names()")
    return found


def meet(one: dict[str, float], other: dict[str, float]) -> bool:
    """Whether two boxes have more than a rim in common."""
    return (
        one["left"] < other["right"] - 0.5
        and other["left"] < one["right"] - 0.5
        and one["top"] < other["bottom"] - 0.5
        and other["top"] < one["bottom"] - 0.5
    )


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("view", ["network", "chain"])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_names_stand_apart_in_sight_and_large_enough(show: Open, width: int, height: int, view: str, lang: str) -> None:
    page = show("middle", f"view={view}&lang={lang}&region=Aceh,Bali,Riau", width=width, height=height)
    found = labels(page)
    size: dict[str, Any] = page.run("P.network.size()")
    named = page.run("P.app.built().nodes.filter((n) => P.look.rows(n).length).length")
    assert len(found) >= 0.75 * named > 6
    boxes = list(found.values())
    assert not [(a, b) for index, a in enumerate(boxes) for b in boxes[index + 1 :] if meet(a, b)]
    for box in boxes:
        assert box["left"] >= 0
        assert box["right"] <= size["width"]
        assert box["bottom"] - box["top"] >= 13


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("name", ["made", "middle", "large"])
def test_no_name_stands_over_the_name_of_a_level(show: Open, name: str, width: int, height: int) -> None:
    page = show(name, "view=chain", width=width, height=height)
    found = labels(page)
    levels = page.run("P.network.levels()")
    assert len(levels) > 1
    assert not [(level, key) for level in levels for key, box in found.items() if meet(level, box)]
    if width > 1000:
        assert all(level["right"] - level["left"] > 100 for level in levels)
        keys = page.run("P.app.built().nodes.map((n) => P.network.screen(n.key).x)")
        assert min(keys) > levels[0]["right"]


@pytest.mark.parametrize("view", ["network", "chain"])
def test_a_narrow_screen_has_as_many_nodes_as_can_be_read_and_all_on_demand(show: Open, view: str) -> None:
    page = show("middle", f"view={view}&region=Aceh,Bali,Riau", width=360, height=740)
    few = page.run("P.app.built().nodes.length")
    whole = page.run("P.app.built().whole")
    assert 8 <= few <= 40 < whole
    assert page.page.locator("#drawing-hint").inner_text().startswith(f"{few} dari {whole} simpul")
    page.page.locator("#tool-show_all").click()
    assert page.run("P.app.built().nodes.length") == whole
    page.page.go_back()
    page.settle()
    assert page.run("P.app.built().nodes.length") == few


def test_what_is_chosen_is_drawn_even_where_only_the_busiest_are(show: Open) -> None:
    page = show("middle", width=360, height=740)
    left_out = page.run(
        """(() => {
          const drawn = new Set(P.app.built().nodes.flatMap((n) => n.members));
          const d = P.facts.directives.find((d) => ![...d.from, ...d.to].some((v) => drawn.has(v)));
          P.state.set({ region: [d.region] });
          return d.index;
        })()"""
    )
    page.run(f"P.app.select('d:' + P.facts.directives[{left_out}].key)")
    page.settle()
    lines = page.run(f"P.app.built().edges.filter((e) => e.directives.has({left_out})).length")
    assert lines >= 1
    assert page.page.locator("#evidence .sentence").is_visible()
