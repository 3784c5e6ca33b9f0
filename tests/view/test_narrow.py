"""360 pixels: what is chosen and the filters come up as sheets, and what they tell of stays in sight."""

from __future__ import annotations

import pytest

from tests.view.conftest import Open

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740, "has_touch": True}


@pytest.mark.parametrize("view", ["network", "chain"])
def test_the_evidence_is_a_sheet_below_what_was_tapped(show: Open, view: str) -> None:
    page = show("made", f"view={view}", **PHONE)
    key = page.run("P.app.built().nodes.find((n) => n.members.length === 1 && P.look.rows(n).length).key")
    page.page.locator("#drawing").scroll_into_view_if_needed()
    page.click_node(key)
    sheet = page.page.locator("#evidence").bounding_box()
    assert sheet is not None
    assert sheet["y"] + sheet["height"] == pytest.approx(740, abs=1)
    assert 120 < sheet["height"] < 400
    at, top = page.run(f"[P.network.screen('{key}'), document.getElementById('drawing').getBoundingClientRect().top]")
    assert 0 < top + at["y"] < sheet["y"]
    assert page.run("document.scrollingElement.scrollWidth") <= 360
    page.page.locator("#evidence .close").click()
    assert page.run("getComputedStyle(document.getElementById('evidence')).position") == "static"


@pytest.mark.parametrize("view", ["timeline", "table"])
def test_the_row_of_what_was_tapped_stays_above_the_sheet(show: Open, view: str) -> None:
    page = show("made", f"view={view}", **PHONE)
    page.page.locator({"timeline": ".event", "table": ".pick"}[view]).nth(20).click()
    sheet = page.page.locator("#evidence").bounding_box()
    row = page.page.locator(".event.chosen, tr[aria-selected=true]").bounding_box()
    assert sheet is not None
    assert row is not None
    covered = page.run("document.querySelector('#view-timeline .top')?.getBoundingClientRect().bottom ?? 0")
    assert max(0, covered) <= row["y"] < sheet["y"]


def test_the_filters_are_a_sheet(show: Open) -> None:
    page = show("made", **PHONE)
    assert not page.page.locator('[data-facet="force"]').first.is_visible()
    page.page.locator("#filter-box summary").click()
    box = page.page.locator("#filter-box").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] == pytest.approx(740, abs=1)
    page.page.locator('[data-facet="force"][data-value="order"]').click()
    assert page.shown() < 60
    page.page.keyboard.press("Escape")
    assert not page.page.locator('[data-facet="force"]').first.is_visible()
    assert page.page.locator(".active .pill").is_visible()


def test_the_timeline_fits_and_names_stand_above_their_rows(show: Open) -> None:
    page = show("made", "view=timeline", **PHONE)
    inside = page.run(
        "[...document.querySelectorAll('#view-timeline svg')].every((s) => s.getBoundingClientRect().right <= 360)"
    )
    assert inside
    assert page.run(
        """[...document.querySelectorAll('#view-timeline svg')].slice(1).every((row) =>
          [...row.querySelectorAll('.event')].every((sign) =>
            sign.getBoundingClientRect().top >= row.querySelector('.row-label').getBoundingClientRect().bottom - 4))"""
    )
