"""Hostile strings as title, name, content and IRI: no dialog, no request, no broken page, no broken picture."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
import rdflib

from kg.view import render, to_png, to_svg
from tests.view import hostile
from tests.view.conftest import Open


@pytest.fixture(scope="module")
def graph() -> rdflib.Graph:
    return hostile.graph()


@pytest.fixture(scope="module")
def page(graph: rdflib.Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "page.html"
    path.write_text(render(graph, title=hostile.STRINGS[1]), encoding="utf-8")
    return path


class _Outline(HTMLParser):
    """The elements of a page, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(f"{tag} {sorted(name for name, _ in attrs)}")


def _outline(html: str) -> list[str]:
    parser = _Outline()
    parser.feed(html)
    return parser.tags


def test_there_are_sixty_different_strings() -> None:
    assert len(set(hostile.STRINGS)) == 60


def test_the_markup_is_that_of_a_harmless_page(page: Path) -> None:
    assert _outline(page.read_text(encoding="utf-8")) == _outline(render(rdflib.Graph()))


@pytest.mark.browser
def test_nothing_runs_and_nothing_is_asked_for(show: Open, page: Path) -> None:
    opened = show(page)
    assert opened.run("P.facts.directives.length") == 60
    elements = "document.querySelectorAll('script, iframe, object, embed, img, link, base, form, style, meta').length"
    before = opened.run(elements)
    for lang in ("id", "en"):
        for view in ("network", "chain", "timeline", "table"):
            opened.run(f"P.state.set({{ view: '{view}', lang: '{lang}', sel: '' }})")
            opened.settle()
    for number in range(0, 60, 2):
        opened.run(f"P.app.select('d:' + P.facts.directives[{number}].key)")
        assert opened.run("document.querySelectorAll('#evidence .sentence').length") == 1
        opened.run(f"P.app.select('v:' + P.facts.vertices[{number}].key)")
        assert opened.run("document.querySelectorAll('#evidence h2').length") == 2
    assert opened.run(elements) == before
    handlers = "[...document.querySelectorAll('*')].filter((e) => e.getAttributeNames().some((n) => /^on/i.test(n)))"
    assert opened.run(f"{handlers}.length") == 0
    links = opened.run("[...document.querySelectorAll('a[href]')].map((a) => a.protocol)")
    assert set(links) <= {"file:", "https:", "http:"}
    assert opened.texts("h1") == [hostile.STRINGS[1]]


@pytest.mark.browser
def test_each_text_is_shown_as_it_is(show: Open, page: Path) -> None:
    opened = show(page)
    for number, text in enumerate(hostile.STRINGS):
        opened.run(f"P.app.select('d:directive/{number}')")
        marked = opened.run("[...document.querySelectorAll('mark.m-issuer')].map((m) => m.textContent).join('')")
        assert marked == text
        assert opened.page.locator("#evidence .sentence").is_visible()
        assert opened.run("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth") <= 0


@pytest.mark.browser
def test_links_of_articles_are_only_http(show: Open, page: Path) -> None:
    opened = show(page)
    urls = opened.run("P.facts.articles.map((a) => a.url).filter(Boolean)")
    assert all(url.lower().startswith(("http://", "https://")) for url in urls)


@pytest.mark.browser
def test_copied_cells_are_no_formulas(show: Open, page: Path) -> None:
    opened = show(page)
    cells = opened.run("P.table.csv(P.app.matched(), '').split(/\\r\\n|,/).filter((c) => /^\"?[=+@-]/.test(c))")
    assert cells == []


@pytest.mark.browser
def test_typing_a_hostile_string_into_the_search(show: Open, page: Path) -> None:
    opened = show(page)
    for text in hostile.STRINGS[:24]:
        opened.page.locator("#q").fill(text.strip())
        opened.page.wait_for_timeout(110)
    assert opened.page.locator("#q").is_visible()


@pytest.mark.parametrize("view", ["network", "chain", "timeline"])
def test_pictures_are_well_formed_and_have_no_script(graph: rdflib.Graph, view: str) -> None:
    picture = to_svg(graph, view=view, title=hostile.STRINGS[0])
    tags = {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(picture).iter()}  # noqa: S314 - our own
    assert tags <= {"svg", "title", "rect", "text", "g", "path", "polygon", "circle", "line"}
    assert to_png(graph, view=view, scale=0.3).startswith(b"\x89PNG")
