"""Print: no controls, light colours, nothing held back, a copy of the drawing instead of the drawing."""

from __future__ import annotations

import re

import pytest

from tests.view.conftest import Open

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("view", ["network", "chain"])
def test_the_drawing_is_copied_in_light_colours(show: Open, view: str) -> None:
    page = show("made", f"view={view}&theme=dark")
    page.run("dispatchEvent(new Event('beforeprint'))")
    page.page.emulate_media(media="print")
    assert page.page.locator("#paper").is_visible()
    assert not page.page.locator("#drawing").is_visible()
    shades = page.run(
        """(() => {
          const { width, height } = document.getElementById('paper');
          const data = document.getElementById('paper').getContext('2d').getImageData(0, 0, width, height).data;
          const seen = { ink: 0, dark: 0 };
          for (let at = 0; at < data.length; at += 4) {
            if (!data[at + 3]) continue;
            seen.ink += 1;
            if (data[at] + data[at + 1] + data[at + 2] < 120) seen.dark += 1;
          }
          return seen;
        })()"""
    )
    assert shades["ink"] > 1000
    assert 0 < shades["dark"] < 0.4 * shades["ink"]
    page.page.emulate_media(media="screen")
    page.run("dispatchEvent(new Event('afterprint'))")
    assert page.page.locator("#paper").count() == 0
    assert page.run("document.documentElement.dataset.theme") == "dark"


def test_no_row_is_held_back(show: Open) -> None:
    page = show("middle", "view=table")
    rows = page.page.locator("#view-table tbody tr")
    assert rows.count() == 100
    page.run("dispatchEvent(new Event('beforeprint'))")
    assert rows.count() == page.shown() == 1500
    page.run("dispatchEvent(new Event('afterprint'))")
    assert rows.count() == 100


@pytest.mark.parametrize("view", ["network", "chain", "timeline", "table"])
def test_the_legend_and_the_evidence_are_printed_and_the_controls_are_not(show: Open, view: str) -> None:
    page = show("made", f"view={view}&sel=d:directive/00000b")
    page.page.emulate_media(media="print")
    for gone in (".masthead-tools", ".viewbar", ".viewtools", "#q", ".close"):
        assert not page.page.locator(gone).is_visible(), gone
    assert page.page.locator("#evidence .passage").is_visible()
    assert page.page.locator('[data-facet="force"]').first.is_visible() == (view != "table")
    assert not page.page.locator('[data-facet="region"]').first.is_visible()


def test_the_pages_of_a_printed_timeline_are_not_empty(show: Open) -> None:
    page = show("made", "view=timeline")
    sheets = re.findall(rb"/Type\s*/Page\b", page.page.pdf(format="A4"))
    assert 1 <= len(sheets) <= 3
