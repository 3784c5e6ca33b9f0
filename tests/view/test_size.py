"""Large graphs: how soon a page can be used, and what of it is drawn."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.view.conftest import Open, Opened

pytestmark = pytest.mark.browser


def ready_within(seconds: float, page: Opened, again: Callable[[], Opened], tries: int = 4) -> bool:
    """Whether a page can be used so soon after its start, once in some tries since the machine is shared."""
    script = "performance.getEntriesByName('ready')[0].startTime / 1000"
    pages = (page if number == 0 else again() for number in range(tries))
    return any(float(one.run(script)) < seconds for one in pages)


def test_five_hundred_nodes_within_two_seconds(show: Open) -> None:
    page = show("middle")
    assert 400 < page.run("P.facts.vertices.length") < 700
    assert ready_within(2, page, lambda: show("middle"))


def test_ten_thousand_directives_within_five_seconds(show: Open) -> None:
    page = show("large")
    assert page.run("P.facts.directives.length") == 10_000
    assert page.run("P.facts.vertices.length") >= 5_000
    assert ready_within(5, page, lambda: show("large"))


def test_a_large_graph_opens_folded_and_unfolds_on_click(show: Open) -> None:
    page = show("large")
    before = page.run("P.network.counts()")["nodes"]
    assert before <= 60
    assert page.run("P.app.built().nodes.every((n) => n.group !== null)")
    page.click_node("g0")
    opened = page.run("P.network.counts()")["nodes"]
    assert before < opened <= 400
    page.page.locator("#tool-fold_all").click()
    assert page.run("P.network.counts()")["nodes"] == before


def test_never_more_than_400_nodes_are_drawn(show: Open) -> None:
    page = show("large")
    page.run("P.state.set({ open: P.facts.groups.map((g) => g.key) })")
    assert page.run("P.network.counts()")["nodes"] <= 400
    assert "Terlalu banyak" in page.page.locator("#drawing-hint").inner_text()


def test_a_filter_that_leaves_few_nodes_unfolds_them(show: Open) -> None:
    page = show("large", "from=2024-02-01&to=2024-02-02&force=permit")
    assert page.run("P.app.built().nodes.every((n) => n.group === null)")


@pytest.mark.model
def test_the_page_of_the_samples(show: Open, pages: Callable[[str], Path]) -> None:
    """As `kg build` writes it: small, opened soon, and every view of it works."""
    assert pages("sample").stat().st_size < 2_000_000
    page = show("sample")
    assert page.shown() > 100
    for view in ("chain", "timeline", "table", "network"):
        page.page.locator(f"#tab-{view}").click()
        assert page.run("P.state.get().view") == view
    page.page.locator("#evidence .list button").last.click()
    assert page.page.locator("#evidence .passage mark").count() > 1
    assert ready_within(2, page, lambda: show("sample"))


def test_five_thousand_nodes_are_searched_filtered_and_told_of(show: Open) -> None:
    page = show("large")
    page.page.locator("#q").fill("kapolres papua 12")
    page.until("P.state.get().q !== ''")
    assert 0 < page.shown() < 200
    page.page.keyboard.press("ArrowDown")
    page.page.keyboard.press("Enter")
    page.settle()
    name = page.texts("#evidence h2:not(.unseen)")[0]
    assert name.startswith("Kapolres Papua 12")
    page.page.locator("#evidence .list button").first.click()
    marked = page.run("[...document.querySelectorAll('.passage mark')].map((m) => m.textContent)")
    assert any(name in text for text in marked)
    page.page.keyboard.press("Escape")
    page.page.locator('[data-facet="force"][data-value="forbid"]').click()
    expected = page.run("P.facts.directives.filter((d) => d.forceName === 'forbid').length")
    assert page.shown() == expected > 100
    page.page.locator("#tab-table").click()
    assert page.page.locator("#view-table tbody tr").count() == 100
    page.page.locator("#view-table .foot button").click()
    assert page.page.locator("#view-table tbody tr").count() == min(600, expected)
    page.page.locator("#tab-timeline").click()
    assert page.page.locator("#view-timeline .event").count() > 25
    page.page.locator("#unit").select_option("Polda Papua")
    assert 0 < page.shown() < expected
    page.page.go_back()
    page.settle()
    assert page.shown() == expected


@pytest.mark.parametrize("view", ["network", "chain", "timeline", "table"])
def test_a_view_of_five_thousand_nodes_is_drawn_within_two_seconds(show: Open, view: str) -> None:
    page = show("large")
    other = "table" if view == "timeline" else "timeline"
    clock = "performance.now()"
    script = f"(() => {{ const start = {clock}; P.state.set({{ view: '{view}' }}); return {clock} - start; }})()"

    def drawn() -> float:
        page.run(f"P.state.set({{ view: '{other}' }})")
        return float(page.run(script))

    assert any(drawn() < 2000 for _ in range(4))  # once in some tries, since the machine is shared
    assert page.run("P.network.counts().nodes") <= 400
