"""Evidence first: what is selected is told in full, and every mark is exact."""

from __future__ import annotations

import pytest

from tests.view.conftest import Open

pytestmark = pytest.mark.browser

LOGISTICS = "d:directive/44e814e1b633d7cf"


def test_clicking_a_node_opens_what_it_ordered(show: Open) -> None:
    page = show("example")
    page.click_node(page.node_of("Kapolda Lampung"))
    assert page.texts("#evidence h2:not(.unseen)") == ["Kapolda Lampung"]
    assert any("menjaga gudang logistik" in text for text in page.texts("#evidence .list button"))
    assert "Polda Lampung" in page.run("document.getElementById('evidence').textContent")
    page.page.keyboard.press("Escape")
    page.settle()
    assert page.run("P.state.get().sel") == ""


def test_a_directive_shows_everything_that_is_known_of_it(show: Open) -> None:
    page = show("example", f"sel={LOGISTICS}")
    evidence = page.page.locator("#evidence")
    sentence = evidence.locator(".sentence").inner_text()
    assert sentence.startswith("Kapolda Lampung (")
    assert "Budi Santosa Wirya) memerintahkan Kapolres Pesawaran: menjaga gudang logistik" in sentence
    details = dict(zip(page.texts("#evidence .details dt"), page.texts("#evidence .details dd"), strict=True))
    assert details["Tanggal"].startswith("24 November 2024 (dasar: ")
    assert details["Tempat"] == "Lampung"
    assert details["Keyakinan"] == "93%"
    assert {"Perintah", "Lakukan"} <= set(page.texts("#evidence .badge"))
    link = evidence.locator(".cite a")
    assert link.get_attribute("href") == page.run("P.facts.articles.find((a) => a.url.includes('lampung')).url")
    assert "noopener" in (link.get_attribute("rel") or "")
    assert evidence.get_by_text("Juga dari Kapolda Lampung").count() == 1


@pytest.mark.parametrize(
    ("role", "marked"),
    [
        ("issuer", "Kapolda Lampung"),
        ("trigger", "memerintahkan"),
        ("addressee", "Kapolres Pesawaran"),
        ("content", "menjaga gudang logistik selama masa tenang"),
    ],
)
def test_each_mark_is_exact(show: Open, role: str, marked: str) -> None:
    page = show("example", f"sel={LOGISTICS}")
    assert "".join(page.run(f"[...document.querySelectorAll('mark.m-{role}')].map((m) => m.textContent)")) == marked


def test_the_marks_of_one_passage_have_different_colours(show: Open) -> None:
    page = show("example", f"sel={LOGISTICS}")
    colours = page.run(
        "[...document.querySelectorAll('.passage mark')].map((m) => getComputedStyle(m).backgroundColor)"
    )
    assert len(set(colours)) == len(colours) == 5


def test_a_denied_order_says_so(show: Open) -> None:
    page = show("example", "factuality=denied&view=table")
    assert page.shown() == 1
    page.page.locator("#view-table .pick").click()
    assert "Dibantah" in page.texts("#evidence .badge.warn")


def test_clicking_a_line_opens_its_orders(show: Open) -> None:
    page = show("made")
    edge = page.run("P.app.built().edges.find((e) => e.directives.size > 1 && e.from !== e.to)")
    page.run(f"P.app.select('e:{edge['key']}')")
    size = page.run(f"P.app.built().edges.find((e) => e.key === '{edge['key']}').directives.size")
    assert len(page.texts("#evidence .list button")) == size
    page.page.locator("#evidence .close").click()
    assert page.run("P.state.get().sel") == ""


def test_a_line_is_hit_by_the_mouse(show: Open) -> None:
    page = show("example")
    point = page.run(
        """(() => {
          const edge = P.app.built().edges.find((e) => e.force === "request");
          const [a, b] = [P.network.screen(edge.from), P.network.screen(edge.to)];
          return [...Array(200)].map((_, i) => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 + (i - 100) / 4 }));
        })()"""
    )
    box = page.page.locator("#drawing").bounding_box()
    assert box is not None
    for at in point[::8]:
        page.page.mouse.click(box["x"] + at["x"], box["y"] + at["y"])
        if page.run("P.state.get().sel"):
            break
    assert page.page.locator("#evidence .sentence").inner_text().startswith("Kapolri meminta Kapolda Lampung")


def test_the_article_and_what_else_the_issuer_ordered(show: Open) -> None:
    page = show("example", f"sel={LOGISTICS}")
    record = page.run(
        "P.facts.articles[P.facts.directives[P.facts.directiveByKey.get('directive/44e814e1b633d7cf')].article]"
    )
    cite = page.page.locator("#evidence .cite").inner_text()
    assert record["title"]
    assert record["outlet"]
    assert cite.startswith(f"{record['title']}\n{record['outlet']}, 24 November 2024")
    others = page.texts("#evidence .list button")
    assert len(others) == page.run(f"P.facts.vertices[{page.node_of('Kapolda Lampung')[1:]}].sent.length") - 1 > 0
    assert all(text.startswith("Kapolda Lampung") for text in others)
    page.page.locator("#evidence .list button").first.click()
    assert page.run("P.state.get().sel") not in {LOGISTICS, ""}
    assert page.page.locator("#evidence .sentence").inner_text() != ""


QUOTES = """
SELECT DISTINCT ?d ?role ?start ?exact {
  VALUES ?role { kg:trigger kg:issuerEvidence kg:addresseeEvidence kg:contentEvidence }
  ?d a kg:Directive ; ?role ?span ; kg:sentence ?sentence .
  ?sentence oa:hasSelector/oa:start ?first ; oa:hasSelector/oa:end ?last .
  ?span oa:hasSelector/oa:start ?start ; oa:hasSelector/oa:end ?end ; oa:hasSelector/oa:exact ?exact
  FILTER(?start >= ?first && ?end <= ?last)
}
"""


@pytest.mark.parametrize("name", ["example", "made"])
def test_every_mark_of_every_directive_is_what_the_graph_quotes(
    show: Open, request: pytest.FixtureRequest, name: str
) -> None:
    page = show(name)
    prefixes = {"kg": "https://w3id.org/perintah/ns#", "oa": "http://www.w3.org/ns/oa#"}
    store = request.getfixturevalue(name)
    quotes: dict[str, dict[str, list[tuple[int, str]]]] = {}
    for d, role, start, exact in store.query(QUOTES, prefixes=prefixes, use_default_graph_as_union=True):
        name_of_role = role.value.rpartition("#")[2].removesuffix("Evidence")
        roles = quotes.setdefault(d.value.rpartition("/id/")[2], {})
        roles.setdefault(name_of_role, []).append((int(start.value), exact.value))
    assert sum(map(len, quotes.values())) > 20
    for directive, roles in quotes.items():
        page.run(f"P.app.select('d:{directive}')")
        for role, found in roles.items():
            marked = page.run(f"[...document.querySelectorAll('mark.m-{role}')].map((m) => m.textContent).join('')")
            assert marked == "".join(exact for _, exact in sorted(found)), (directive, role)
