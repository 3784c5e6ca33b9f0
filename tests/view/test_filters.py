"""Search, legend and filters; the address that shares a view, and the way back."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib

from kg.view import render
from tests.view.conftest import Open

pytestmark = pytest.mark.browser

ENGLISH = """
@prefix kg: <https://w3id.org/perintah/ns#> . @prefix org: <http://www.w3.org/ns/org#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix : <https://w3id.org/perintah/id/> .
:d a kg:Directive ; kg:force kg:order ; kg:issuer :p ; kg:content "menambah patroli" .
:p a org:Post ; org:postIn :u ; skos:prefLabel "Kapolda Bengkulu"@id ,
  "Chief of the Regional Police, Bengkulu Regional Police"@en .
:u a org:OrganizationalUnit ; skos:prefLabel "Polda Bengkulu"@id , "Bengkulu Regional Police"@en .
"""


def test_search_as_one_types(show: Open) -> None:
    page = show("made")
    page.page.keyboard.press("/")
    page.page.keyboard.type("aceh 2")
    page.until("P.state.get().q === 'aceh 2'")
    assert 0 < page.shown() < 60
    assert page.texts("#suggestions li span")[0] == "Kapolres Aceh 2"
    page.page.keyboard.press("ArrowDown")
    page.page.keyboard.press("Enter")
    page.settle()
    assert page.texts("#evidence h2:not(.unseen)") == ["Kapolres Aceh 2"]
    assert page.run("P.state.get().q") == ""


def test_search_finds_content_and_other_names(show: Open) -> None:
    page = show("example")
    for text, found in (("gudang logistik", 1), ("Budi Santosa", 2), ("zebra", 0)):
        page.page.locator("#q").fill(text)
        page.until(f"P.state.get().q === {text!r}")
        assert (page.shown() > 0) == (found > 0), text
    assert page.page.locator("#nothing").is_visible()


@pytest.mark.parametrize(
    ("fragment", "test"),
    [
        ("force=forbid", "d.forceName === 'forbid'"),
        ("force=forbid,permit", "['forbid', 'permit'].includes(d.forceName)"),
        ("polarity=dont", "d.dont === 1"),
        ("from=2024-03-01&to=2024-05-31", "d.day >= '2024-03-01' && d.day <= '2024-05-31'"),
        ("region=Aceh", "d.region === 'Aceh'"),
        ("outlet=Warta+Nusa", "P.facts.articles[d.article].outlet === 'Warta Nusa'"),
        ("confidence=80", "d.confidence >= 0.8"),
        (
            "unit=Polda+Aceh",
            "[...d.issuers, ...d.addressees].map((i) => P.facts.agents[i])"
            ".some((a) => /Aceh/.test(a.label) && a.unit >= 0)",
        ),
    ],
)
def test_each_filter(show: Open, fragment: str, test: str) -> None:
    page = show("made", fragment)
    expected = page.run(f"P.facts.directives.filter((d) => {test}).map((d) => d.index)")
    assert page.run("P.app.matched().map((d) => d.index)") == expected
    assert 0 < len(expected) < 60


def test_the_legend_counts_what_the_other_filters_leave(show: Open) -> None:
    page = show("made", "region=Aceh")
    counts = [int(text) for text in page.texts('[data-facet="force"] .count')]
    assert sum(counts) == page.shown()
    page.page.locator('[data-facet="force"][data-value="urge"]').click()
    assert [int(text) for text in page.texts('[data-facet="force"] .count')] == counts


def test_a_unit_is_chosen_with_everything_below_it(show: Open) -> None:
    page = show("made")
    page.page.locator("#unit").select_option("Polda Aceh")
    below = page.shown()
    page.page.locator("#unit").select_option("Polres Aceh 1")
    assert 0 < page.shown() < below


def test_dates_by_hand(show: Open) -> None:
    page = show("made")
    page.page.locator("#date-from").fill("2024-06-01")
    page.page.locator("#date-from").dispatch_event("change")
    assert 0 < page.shown() < 60
    page.page.locator(".active .linkish").click()
    assert page.shown() == 60


def test_a_link_shares_the_view_and_back_works(show: Open) -> None:
    page = show("made")
    page.page.locator("#tab-table").click()
    page.page.locator('[data-facet="force"][data-value="order"]').click()
    page.page.locator("#view-table .pick").first.click()
    address, count = page.page.url, page.shown()
    again = show("made", address.partition("#")[2])
    assert again.shown() == count
    assert again.texts("#evidence .sentence") == page.texts("#evidence .sentence")
    page.page.go_back()
    page.settle()
    assert page.run("P.state.get().sel") == ""
    page.page.go_back()
    page.settle()
    assert page.shown() == 60
    page.page.go_back()
    page.settle()
    assert page.page.locator("#view-drawing").is_visible()


@pytest.mark.parametrize(
    "fragment",
    ["view=%zz&sel=d:nothing", "sel=v:post%2Fnobody&open=a,b,,", "=&&==", "view=toString", "__proto__=1&q=%E0%A4"],
)
def test_a_broken_address_opens_the_page(show: Open, fragment: str) -> None:
    page = show("example", fragment)
    assert page.page.locator("#view-drawing").is_visible()


@pytest.mark.parametrize("facet", ["force", "polarity", "factuality", "region", "outlet"])
def test_the_legend_is_the_filter_and_its_counts_are_true(show: Open, facet: str) -> None:
    page = show("made")
    rows = page.page.locator(f'[data-facet="{facet}"]')
    assert rows.count() > 1
    for index in range(rows.count()):
        count = int(rows.nth(index).locator(".count").inner_text())
        rows.nth(index).click()
        assert rows.nth(index).get_attribute("aria-pressed") == "true"
        assert page.shown() == count
        rows.nth(index).click()
        assert page.shown() == 60


def test_confidence_by_hand(show: Open) -> None:
    page = show("made")
    page.page.locator("#confidence").focus()
    for _ in range(16):
        page.page.keyboard.press("ArrowRight")
    assert page.run("P.state.get().confidence") == "80"
    assert page.shown() == page.run("P.facts.directives.filter((d) => d.confidence >= 0.8).length") < 60


def test_every_filter_goes_into_the_address_and_comes_back(show: Open) -> None:
    page = show("made")
    steps = (
        '[data-facet="region"]', '[data-facet="outlet"]', '[data-facet="polarity"]', "#tab-chain",
        "#evidence .list button",
    )  # fmt: skip
    seen = [(page.page.url, page.shown())]
    for step in steps:
        page.page.locator(step).first.click()
        page.settle()
        seen.append((page.page.url, page.shown()))
    assert len({address for address, _ in seen}) == len(seen)
    for address, count in reversed(seen[:-1]):
        page.page.go_back()
        page.settle()
        assert (page.page.url, page.shown()) == (address, count)
    page.page.go_forward()
    page.settle()
    assert (page.page.url, page.shown()) == seen[1]


def test_the_english_name_in_full_is_found_too(show: Open, tmp_path: Path) -> None:
    graph = rdflib.Graph().parse(data=ENGLISH, format="turtle")
    path = tmp_path / "page.html"
    path.write_text(render(graph, lang="en"), encoding="utf-8")
    page = show(path, "q=chief of the regional police")
    assert page.shown() == 1
    assert page.run("P.words.vertex(P.facts.vertices[0])") == "Chief, Bengkulu Regional Police"
    page.run("P.app.select('v:' + P.facts.vertices[0].key)")
    assert page.texts("#evidence h2:not(.unseen)") == ["Chief of the Regional Police, Bengkulu Regional Police"]
