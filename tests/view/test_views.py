"""Four views of the same orders, and all four in step."""

from __future__ import annotations

import csv
import io

import pytest

from tests.view.conftest import Open

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("view", "visible"),
    [
        ("network", "#view-drawing"),
        ("chain", "#view-drawing"),
        ("timeline", "#view-timeline .timeline"),
        ("table", "#view-table table"),
    ],
)
def test_each_view_opens_by_a_click(show: Open, view: str, visible: str) -> None:
    page = show("made")
    page.page.locator(f"#tab-{view}").click()
    assert page.page.locator(visible).is_visible()
    assert page.page.locator(f"#tab-{view}").get_attribute("aria-selected") == "true"


def test_tabs_by_keyboard(show: Open) -> None:
    page = show("made")
    page.page.locator("#tab-network").focus()
    for view in ("chain", "timeline", "table", "network"):
        page.page.keyboard.press("ArrowRight")
        assert page.run("P.state.get().view") == view
        assert page.run("document.activeElement.id") == f"tab-{view}"


def test_the_chain_of_command_flows_down(show: Open) -> None:
    page = show("made", "view=chain")
    heights = {
        label: page.run(f"P.network.screen('{page.node_of(label)}')")["y"]
        for label in ("Kapolri", "Kapolda Aceh", "Kapolres Aceh 1", "warga Aceh")
    }
    assert sorted(heights, key=lambda label: heights[label]) == list(heights)


def test_all_views_stay_in_step(show: Open) -> None:
    page = show("made")
    page.page.locator('[data-facet="force"][data-value="order"]').click()
    expected = page.run("P.facts.directives.filter((d) => d.forceName === 'order').length")
    assert page.shown() == expected
    drawn = page.run("P.app.built().edges.reduce((sum, e) => sum + e.directives.size, 0)")
    assert drawn == expected
    page.page.locator("#tab-table").click()
    assert page.page.locator("#view-table tbody tr").count() == expected
    page.page.locator("#tab-chain").click()
    assert page.run("P.app.built().edges.reduce((sum, e) => sum + e.directives.size, 0)") == expected
    page.page.locator("#tab-timeline").click()
    assert page.page.locator("#view-timeline .event").count() == expected
    page.page.locator("#view-timeline .event").first.click()
    chosen = page.run("P.state.get().sel")
    page.page.locator("#tab-table").click()
    row = page.run("document.querySelector('#view-table tr[aria-selected=true]').dataset.directive")
    assert page.run(f"'d:' + P.facts.directives[{row}].key") == chosen


def test_the_table_sorts(show: Open) -> None:
    page = show("made", "view=table")
    cells = "#view-table tbody td:nth-child(2)"
    page.page.locator("#view-table thead button").nth(1).click()
    up = page.texts(cells)
    page.page.locator("#view-table thead button").nth(1).click()
    assert page.texts(cells)[0] == up[-1]
    assert page.page.locator("#view-table th").nth(1).get_attribute("aria-sort") == "descending"


def test_the_table_is_copied_as_csv(show: Open) -> None:
    page = show("made", "view=table&force=forbid&sort=issuer", permissions=["clipboard-read", "clipboard-write"])
    page.page.locator("#tool-copy_csv").click()
    page.until("document.getElementById('status').textContent !== ''")
    assert page.texts("#status") == ["Tersalin."]
    rows = list(csv.DictReader(io.StringIO(page.run("navigator.clipboard.readText()"))))
    assert len(rows) == page.shown() > 1
    assert {row["force"] for row in rows} == {"forbid"}
    assert [row["content"] for row in rows] == page.texts("#view-table .pick")
    assert all(row["sentence"] and row["title"] and row["url"] for row in rows)


def test_one_line_for_each_force_with_its_count(show: Open) -> None:
    page = show("made")
    counts: dict[str, int] = {}
    for source, target, force in page.run("P.facts.directives.map((d) => [d.from[0], d.to[0], d.forceName])"):
        counts[f"v{source}>v{target}>{force}"] = counts.get(f"v{source}>v{target}>{force}", 0) + 1
    lines = page.run("P.app.built().edges.map((e) => [e.key, P.look.words(e)])")
    assert {key: words.rpartition("×")[2] for key, words in lines if counts[key] > 1} == {
        key: str(count) for key, count in counts.items() if count > 1
    }
    assert {key for key, _ in lines} == set(counts)
    assert max(counts.values()) > 1


def test_the_timeline_leads_to_the_network(show: Open) -> None:
    page = show("made", "view=timeline")
    label = page.page.locator("#view-timeline .row-label").first
    label.focus()
    page.page.keyboard.press("Enter")
    chosen = page.run("P.state.get().sel")
    assert page.run(f"'v:' + P.facts.vertices[{page.node_of('Kapolda Aceh')[1:]}].key") == chosen
    page.page.locator("#tab-network").click()
    drawn = page.run("P.look.touched(P.app.selectionOf(P.state.get().sel), P.app.built()).keys.size")
    assert 1 < drawn < page.run("P.app.built().nodes.length")
    page.page.locator("#tab-timeline").click()
    page.page.locator("#view-timeline .event").nth(3).focus()
    page.page.keyboard.press("Enter")
    assert page.page.locator("#evidence .sentence").count() == 1
    assert page.page.locator("#view-timeline .event.chosen").count() == 1


def test_a_bar_of_the_timeline_narrows_the_days(show: Open) -> None:
    page = show("made", "view=timeline")
    page.page.locator("#view-timeline .bar").nth(4).click()
    state = page.run("P.state.get()")
    assert "2024-01-01" < state["from"] <= state["to"]
    assert 0 < page.shown() < 60
    assert page.page.locator("#view-timeline .event").count() == page.shown()


def test_orders_and_holders_as_nodes_on_demand(show: Open) -> None:
    page = show("made")
    before = page.run("P.network.counts()")
    page.page.locator("#tool-show_orders").click()
    orders = page.run("P.network.counts()")
    assert orders["nodes"] == before["nodes"] + 60
    page.page.locator("#tool-show_orders").click()
    page.page.locator("#tool-show_holders").click()
    assert page.run("P.network.counts()")["nodes"] > before["nodes"]
