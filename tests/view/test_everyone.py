"""Both languages, keyboard, dark and light, narrow screens, signs beside colours."""

from __future__ import annotations

import pytest

from tests.view.conftest import Open

pytestmark = pytest.mark.browser

LOGISTICS = "d:directive/44e814e1b633d7cf"


def test_languages(show: Open) -> None:
    page = show("example", f"sel={LOGISTICS}")
    page.page.locator('[data-lang="en"]').click()
    assert page.run("document.documentElement.lang") == "en"
    assert page.texts("h1") == ["Who ordered what to whom"]
    assert " orders " in page.page.locator("#evidence .sentence").inner_text()
    page.page.locator('[data-lang="id"]').click()
    assert " memerintahkan " in page.page.locator("#evidence .sentence").inner_text()


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_text_of_the_page_has_a_translation(show: Open, lang: str) -> None:
    page = show("made", f"lang={lang}&sel=v:post/kapolda-aceh")
    for view in ("network", "chain", "timeline", "table"):
        page.page.locator(f"#tab-{view}").click()
        raw = page.run(
            "[...document.body.innerText.matchAll(/\\b[a-z]+_[a-z_]+\\b|\\{\\w+\\}|undefined|NaN/g)].map((m) => m[0])"
        )
        assert raw == []


def test_dark_and_light(show: Open) -> None:
    page = show("example", color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = page.run(ground)
    page.page.locator("#theme").click()
    assert page.run(ground) != dark
    assert page.run("P.state.get().theme") == "light"


def test_the_drawing_by_keyboard(show: Open) -> None:
    page = show("example")
    page.page.locator("#drawing").focus()
    page.page.keyboard.press("ArrowRight")
    first = page.run("P.state.get().sel")
    for key in ("ArrowLeft", "ArrowUp", "ArrowDown", "ArrowRight"):
        page.page.keyboard.press(key)
    assert first.startswith("v:")
    assert page.texts("#evidence h2:not(.unseen)") != []
    page.page.keyboard.press("Enter")
    assert page.run("document.getElementById('evidence').contains(document.activeElement)")


@pytest.mark.parametrize("view", ["network", "chain", "timeline", "table"])
@pytest.mark.parametrize("lang", ["id", "en"])
def test_360_pixels_are_enough(show: Open, view: str, lang: str) -> None:
    page = show("made", f"view={view}&lang={lang}&sel=v:post/kapolda-aceh", width=360, height=740)
    assert page.run("document.scrollingElement.scrollWidth") <= 360
    cut = page.run(
        """[...document.querySelectorAll("button, h1, h2, p, label")].filter((e) => {
          const box = e.getBoundingClientRect();
          if (!e.checkVisibility() || e.closest(".unseen, .skip, .timeline, .tip")) return false;
          return box.right > 361 || box.left < -1;
        }).map((e) => e.outerHTML.slice(0, 90))"""
    )
    assert cut == []


def test_on_paper_the_controls_are_gone(show: Open) -> None:
    page = show("example", f"view=table&sel={LOGISTICS}")
    page.page.emulate_media(media="print")
    assert not page.page.locator(".filters").is_visible()
    assert page.page.locator("#view-table table").is_visible()
    assert page.page.locator("#evidence .passage").is_visible()


def test_force_is_never_colour_alone(show: Open) -> None:
    page = show("made")
    signs = page.run("P.facts.forces.map((f) => P.facts.looks[f].sign + P.facts.looks[f].open)")
    assert len(set(signs)) == 9
    assert len(page.texts('[data-facet="force"] .name')) == page.run(
        "new Set(P.facts.directives.map((d) => d.force)).size"
    )
    page.page.locator("#tab-table").click()
    assert all(page.texts("#view-table td.force"))


@pytest.mark.parametrize(("view", "name"), [("network", "Jaringan"), ("chain", "Rantai komando")])
def test_the_drawing_has_a_text_in_its_place(show: Open, view: str, name: str) -> None:
    page = show("made", f"view={view}")
    nodes, lines = page.run("[P.app.built().nodes.length, P.app.built().edges.length]")
    label = page.page.locator("#drawing").get_attribute("aria-label") or ""
    assert label.startswith(f"{name}: {nodes} simpul, {lines} garis.")
    assert page.texts("#status") == [""]
    page.page.locator("#drawing").focus()
    page.page.keyboard.press("ArrowRight")
    page.settle()
    assert page.texts("#status")[0] == page.texts("#evidence h2:not(.unseen)")[0]


def test_a_row_of_the_table_by_keyboard(show: Open) -> None:
    page = show("made", "view=table")
    page.page.locator("#view-table .pick").nth(2).focus()
    page.page.keyboard.press("Enter")
    assert page.page.locator("#evidence .sentence").count() == 1
    assert page.page.locator("#view-table tr[aria-selected=true]").count() == 1
