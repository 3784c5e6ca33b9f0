"""Derived triples: what the rules say, in graphs of their own, the same however often they run."""

from __future__ import annotations

from dataclasses import replace

from pyoxigraph import Quad

from kg.graph.complete import assemble, complete
from kg.graph.dataset import Dataset
from kg.graph.facts import quads
from kg.graph.inference import rules
from kg.model import Agent, MentionKind, Thing
from tests.graph.factories import ARTICLES, BUDI, LAMPUNG_ARTICLE, ORDER, POLDA, POLRI, TEXT, THINGS, identify

ID = "https://w3id.org/perintah/id/"


def pairs(dataset: Dataset, name: str) -> set[tuple[str, str]]:
    rows = dataset.select(f"SELECT ?a ?b {{ ?a kg:{name} ?b }}").strings()
    return {(a.removeprefix(ID), b.removeprefix(ID)) for a, b in rows}


def test_command_is_transitive_and_follows_the_units(graph: Dataset) -> None:
    chain = ["post/kapolri", "post/kapolda-lampung", "post/kapolres-pesawaran", "post/kapolsek-kedondong"]
    expected = {(above, below) for at, above in enumerate(chain) for below in chain[at + 1 :]}
    assert pairs(graph, "commands") == expected
    assert pairs(graph, "commandedBy") == {(below, above) for above, below in expected}


def test_concerns_follows_the_ranks_but_not_the_unit_alone(graph: Dataset) -> None:
    rows = graph.select("SELECT ?c ?u { ?d kg:concerns ?u ; kg:content ?c }").strings()
    by_content = {(content, unit.removeprefix(ID)) for content, unit in rows}
    gifts = "menerima pemberian dari pasangan calon"
    assert {unit for content, unit in by_content if content == gifts} == {
        "unit/polda-lampung", "unit/polres-pesawaran", "unit/polsek-kedondong",
    }  # fmt: skip
    # Addressing the Kapolda reaches the Polda, not the units below it; what is denied reaches nobody.
    assert {unit for content, unit in by_content if content == "mengawasi distribusi beras"} == {"unit/polda-lampung"}
    assert not any(content == "membubarkan rapat warga" for content, _ in by_content)


def test_super_property_and_inverse(graph: Dataset) -> None:
    assert pairs(graph, "instructs") <= pairs(graph, "addresses")
    assert pairs(graph, "addressedBy") == {(b, a) for a, b in pairs(graph, "addresses")}
    assert pairs(graph, "instructedBy") == {(b, a) for a, b in pairs(graph, "instructs")}


def test_each_derived_triple_is_in_the_graph_of_its_rule(graph: Dataset) -> None:
    rows = graph.select("SELECT DISTINCT ?p ?rule { GRAPH ?g { ?g kg:derivedBy ?rule . ?s ?p ?o FILTER(?s != ?g) } }")
    found = {(p.rpartition("#")[2], rule) for p, rule in rows.strings()}
    assert found == {
        ("within", "within"),
        ("commands", "commands"), ("concerns", "concerns"), ("addresses", "addresses"), ("commandedBy", "inverses"),
        ("addressedBy", "inverses"), ("instructedBy", "inverses"), ("ledBy", "inverses"),
        ("sameOrderAs", "same-order"),
    }  # fmt: skip
    assert {rule for _, rule in found} == {rule.name for rule in rules()}


def test_the_same_order_in_two_articles_is_linked_both_ways_and_never_within_one(graph: Dataset) -> None:
    linked = pairs(graph, "sameOrderAs")
    assert linked
    assert linked == {(other, one) for one, other in linked}
    rows = graph.select("SELECT ?c ?d { ?a kg:sameOrderAs ?b . ?a kg:reportedIn ?c . ?b kg:reportedIn ?d }").strings()
    assert all(one != other for one, other in rows)


def test_doing_it_twice_changes_nothing() -> None:
    dataset = assemble([quads(article) for article in ARTICLES])
    before = dataset.quads()
    complete(dataset)
    assert dataset.quads() == before


def test_off(graph: Dataset) -> None:
    plain = assemble([quads(article) for article in ARTICLES], inference=False)
    assert pairs(plain, "commands") == set()
    assert not any("/graph/rule-" in name for name in plain.graphs())
    derived = assemble([quads(article) for article in ARTICLES])
    complete(derived, inference=False)
    assert derived.quads() == plain.quads()


def test_parts_merge_to_the_same_graph(graph: Dataset) -> None:
    first = assemble(quads(article) for article in ARTICLES[:2])
    for article in ARTICLES[2:]:
        first.extend(quads(article))
    complete(first)
    assert first.quads() == graph.quads()


def test_preferred_label_is_that_of_most_articles() -> None:
    def article(text: str, name: str) -> list[Quad]:
        things = tuple(replace(thing, label=name) if thing.iri == BUDI.iri else thing for thing in THINGS)
        return list(quads(identify(text, things=things)))

    parts = [article("a", "Budi Santosa"), article("b", "Budi Santosa"), article("c", "Budi Santosa Wirya")]
    for order in (parts, parts[::-1], parts[1:], parts[:1:-1] + parts[:1]):
        dataset = assemble(order)
        labels = dataset.select(f"SELECT ?l {{ <{ID}{BUDI.iri.removeprefix('id/')}> skos:prefLabel ?l }}").strings()
        # Of two names with one article each the longer is preferred.
        assert labels == [("Budi Santosa",) if len(order) == 3 else ("Budi Santosa Wirya",)]


def test_one_article_alone() -> None:
    dataset = assemble([quads(LAMPUNG_ARTICLE)])
    assert ("post/kapolda-lampung", "post/kapolres-pesawaran") in pairs(dataset, "instructs")


def test_ranks_above_the_issuer_are_those_that_the_issuer_commands() -> None:
    """ "anggota Polri", said by a Kapolda, reaches his own units and no others."""
    polri = Thing("id/group/anggota-polri", MentionKind.GROUP, "anggota Polri", unit=POLRI.iri)
    elsewhere = Thing("id/unit/polda-jambi", MentionKind.UNIT, "Polda Jambi", parents=(POLRI.iri,), known=True)
    order = replace(ORDER, addressees=(Agent(MentionKind.GROUP, "anggota Polri"),))
    article = identify(TEXT, directives=(order,), things=(*THINGS, polri, elsewhere))
    article = replace(article, offices={**article.offices, "anggota Polri": polri.iri})
    from_chief = replace(order, issuer=Agent(MentionKind.POST, "Kapolri"))
    chief = identify(f"{TEXT} ", directives=(from_chief,), things=(*THINGS, polri, elsewhere))
    chief = replace(chief, offices=article.offices)
    below_polda = {"unit/polda-lampung", "unit/polres-pesawaran", "unit/polsek-kedondong"}
    for source, expected in ((article, below_polda), (chief, below_polda | {"unit/polri", "unit/polda-jambi"})):
        assert {unit for _, unit in pairs(assemble([quads(source)]), "concerns")} == expected


def test_ranks_of_one_kind_of_post_are_the_units_that_they_lead() -> None:
    heads = Thing("id/group/kapolres", MentionKind.GROUP, "para Kapolres", post_kind="Kapolres", unit=POLDA.iri)
    order = replace(ORDER, addressees=(Agent(MentionKind.GROUP, "para Kapolres"),))
    article = identify(TEXT, directives=(order,), things=(*THINGS, heads))
    article = replace(article, offices={**article.offices, "para Kapolres": heads.iri})
    assert {unit for _, unit in pairs(assemble([quads(article)]), "concerns")} == {"unit/polres-pesawaran"}
