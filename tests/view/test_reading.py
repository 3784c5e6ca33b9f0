"""What a page shows is read from the graph alone, whatever holds the graph."""

from __future__ import annotations

import pytest
import rdflib
from pyoxigraph import RdfFormat, Store

from kg.graph.complete import assembled
from kg.graph.dataset import Dataset
from kg.graph.facts import document
from kg.view.facts import Facts, Kind, Mark, Role
from kg.view.reading import read_facts
from tests.graph.factories import ARTICLES

ID = "https://w3id.org/perintah/id/"
PREFIXES = """
@prefix kg: <https://w3id.org/perintah/ns#> . @prefix org: <http://www.w3.org/ns/org#> .
@prefix oa: <http://www.w3.org/ns/oa#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix schema: <https://schema.org/> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix : <https://w3id.org/perintah/id/> .
"""
SENTENCE = "Kapolres meminta warga 🚓 melapor."


def read(turtle: str) -> Facts:
    store = Store()
    store.load((PREFIXES + turtle).encode(), format=RdfFormat.TURTLE)
    return read_facts(store)


def selector(name: str, start: int, end: int, exact: str) -> str:
    return f':{name} oa:hasSelector [ oa:start {start} ; oa:end {end} ], [ oa:exact "{exact}" ] .\n'


@pytest.fixture(scope="module")
def facts(example: Store) -> Facts:
    return read_facts(example)


def test_the_rows_of_articles_are_read_as_a_store_is() -> None:
    whole = assembled(document(article) for article in ARTICLES)
    found = read_facts(whole)
    assert found == read_facts(whole.full().store) == read_facts(Dataset.of(whole))
    assert len(found.directives) > len(ARTICLES)


def test_a_directive_is_read_whole(facts: Facts) -> None:
    found = next(d for d in facts.directives if d.iri.endswith("44e814e1b633d7cf"))
    assert (found.force, found.polarity, found.factuality) == ("order", "do", "asserted")
    assert found.issuers == (f"{ID}post/kapolda-lampung",)
    assert found.persons == (f"{ID}person/1f00b0d1",)
    assert found.addressees == (f"{ID}post/kapolres-pesawaran",)
    assert found.content == "menjaga gudang logistik selama masa tenang"
    assert (found.date, found.date_basis, found.place, found.confidence) == ("2024-11-24", "explicit", "Lampung", 0.93)
    texts = {mark.role: found.passage.text[mark.start : mark.end] for mark in found.passage.marks}
    assert texts[Role.TRIGGER] == "memerintahkan"
    assert texts[Role.ISSUER] == "Kapolda Lampung"
    assert texts[Role.ADDRESSEE] == "Kapolres Pesawaran"
    assert texts[Role.CONTENT] == found.content


def test_the_hierarchy_and_the_articles_come_with_it(facts: Facts) -> None:
    chain = facts.ancestors(f"{ID}unit/polsek-kedondong")
    assert [facts.units[iri].label for iri in chain] == [
        "Polri",
        "Polda Lampung",
        "Polres Pesawaran",
        "Polsek Kedondong",
    ]
    article = facts.articles[facts.directives[0].article]
    assert article.title
    assert article.outlet
    assert article.published == "2024-12-05" or article.published.startswith("2024-")


def test_a_person_in_the_place_of_a_post_is_a_person(facts: Facts) -> None:
    found = next(d for d in facts.directives if d.content == "Laporkan setiap pungli")
    assert found.issuers == ()
    assert facts.senders(found) == found.persons
    assert facts.agents[found.persons[0]].kind is Kind.PERSON


def test_rdflib_oxigraph_and_the_dataset_of_the_graph_say_the_same(example: Store) -> None:
    trig = example.dump(format=RdfFormat.TRIG)
    dataset = rdflib.Dataset()
    dataset.parse(data=trig, format="trig")
    assert read_facts(dataset) == read_facts(example) == read_facts(Dataset(example))


def test_an_empty_graph_has_no_facts() -> None:
    assert read("").directives == ()


def test_what_is_not_said_stays_empty() -> None:
    (found,) = read(":d a kg:Directive ; kg:force kg:urge .").directives
    assert (found.force, found.polarity, found.factuality) == ("urge", "do", "asserted")
    assert (found.issuers, found.addressees, found.date, found.confidence, found.passage.text) == ((), (), "", None, "")


@pytest.mark.parametrize(
    ("start", "end", "exact", "marks"),
    [
        (9, 16, "meminta", (Mark(9, 16, Role.TRIGGER),)),
        (25, 32, "melapor", (Mark(25, 32, Role.TRIGGER),)),  # after a character outside the BMP
        (9, 16, "memintA", ()),  # the quote is not what stands there
        (40, 47, "meminta", ()),  # another sentence
        (30, 40, "or. Lalu p", (Mark(30, 33, Role.TRIGGER),)),  # runs on into the next
        (16, 16, "", ()),
    ],
)
def test_a_mark_is_exact_or_not_there(start: int, end: int, exact: str, marks: tuple[Mark, ...]) -> None:
    turtle = ":d a kg:Directive ; kg:force kg:request ; kg:sentence :s ; kg:trigger :t .\n"
    turtle += selector("s", 100, 100 + len(SENTENCE), SENTENCE) + selector("t", 100 + start, 100 + end, exact)
    (found,) = read(turtle).directives
    assert found.passage.text == SENTENCE
    assert found.passage.marks == marks


def test_a_closed_hierarchy_gives_the_nearest_unit_above() -> None:
    facts = read(
        ":d a kg:Directive ; kg:force kg:order ; kg:issuer :p . :p a org:Post ; org:postIn :c .\n"
        ":c org:subOrganizationOf :b, :a . :b org:subOrganizationOf :a ."
    )
    assert facts.ancestors(f"{ID}c") == (f"{ID}a", f"{ID}b", f"{ID}c")


def test_a_circle_of_units_ends() -> None:
    facts = read(
        ":d a kg:Directive ; kg:force kg:order ; kg:issuer :p . :p a org:Post ; org:postIn :a .\n"
        ":a org:subOrganizationOf :b . :b org:subOrganizationOf :a ."
    )
    assert facts.ancestors(f"{ID}a") == (f"{ID}b", f"{ID}a")


def test_the_province_is_found_by_the_code_of_a_place() -> None:
    facts = read(
        ":d a kg:Directive ; kg:force kg:order ; kg:place :oku .\n"
        ":oku a schema:Place ; skos:prefLabel 'OKU Timur'@id ; kg:regionCode '16.08' .\n"
        ":sumsel a schema:Place ; skos:prefLabel 'Sumatera Selatan'@id ; kg:regionCode '16' ."
    )
    assert (facts.directives[0].place, facts.directives[0].region) == ("OKU Timur", "Sumatera Selatan")


@pytest.mark.parametrize(
    ("given", "day"), [("2024-11-24", "2024-11-24"), ("2024-11-24T09:00:00Z", "2024-11-24"), ("24/11/2024", "")]
)
def test_days(given: str, day: str) -> None:
    assert read(f":d a kg:Directive ; kg:force kg:order ; kg:saidOn '{given}' .").directives[0].date == day


def test_the_order_of_the_triples_does_not_show(example: Store) -> None:
    backwards = Store()
    for quad in sorted(example, key=str, reverse=True):
        backwards.add(quad)
    assert read_facts(backwards) == read_facts(example)
