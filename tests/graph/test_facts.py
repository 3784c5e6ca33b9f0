"""What one article's facts become: edges, evidence, and nothing that the article does not assert."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from kg.graph.dataset import Dataset
from kg.graph.facts import quads
from kg.graph.literals import decimal, plain
from kg.graph.names import Names, digest, slug
from kg.graph.validation import check
from kg.model import Agent, Factuality, Force, Identified, MentionKind, Polarity, Span, Thing
from tests.graph.factories import (
    APPEAL,
    ARTICLES,
    BUDI_KAPOLDA,
    LAMPUNG_ARTICLE,
    ORDER,
    PROHIBITION,
    ROADS_ARTICLE,
    TEXT,
    identify,
)

NS = "https://w3id.org/perintah/ns#"
DIRECT = (
    "instructs", "addresses", "orders", "requires", "forbids", "requests", "urges", "reminds", "emphasises", "advises",
    "permits", "dissuades",
)  # fmt: skip


def edges(identified: Identified) -> set[tuple[str, str, str]]:
    """The direct edges as (last part of the issuer, property, last part of the addressee)."""
    return {
        (tail(quad.subject), quad.predicate.value.removeprefix(NS), tail(quad.object))
        for quad in quads(identified)
        if quad.predicate.value.removeprefix(NS) in DIRECT
    }


def tail(term: object) -> str:
    assert isinstance(term, NamedNode)
    return term.value.rpartition("/")[2]


def test_direct_edges() -> None:
    assert edges(LAMPUNG_ARTICLE) == {
        ("kapolda-lampung", "instructs", "kapolres-pesawaran"),
        ("kapolda-lampung", "orders", "kapolres-pesawaran"),
        ("kapolda-lampung", "instructs", "jajaran-polda-lampung"),
        ("kapolda-lampung", "forbids", "jajaran-polda-lampung"),
        ("kabid-humas-polda-lampung", "addresses", "masyarakat"),
        ("kabid-humas-polda-lampung", "urges", "masyarakat"),
    }


@pytest.mark.parametrize(
    ("force", "polarity", "expected"),
    [
        (Force.ORDER, Polarity.DO, {"orders", "instructs"}),
        (Force.ORDER, Polarity.DONT, {"forbids", "instructs"}),
        (Force.REQUIRE, Polarity.DO, {"requires", "instructs"}),
        (Force.REQUIRE, Polarity.DONT, {"forbids", "instructs"}),
        (Force.FORBID, Polarity.DONT, {"forbids", "instructs"}),
        (Force.REQUEST, Polarity.DO, {"requests", "addresses"}),
        (Force.REQUEST, Polarity.DONT, {"dissuades", "addresses"}),
        (Force.URGE, Polarity.DONT, {"dissuades", "addresses"}),
        (Force.REMIND, Polarity.DO, {"reminds", "addresses"}),
        (Force.EMPHASISE, Polarity.DO, {"emphasises", "addresses"}),
        (Force.ADVISE, Polarity.DO, {"advises", "addresses"}),
        (Force.PERMIT, Polarity.DO, {"permits", "addresses"}),
    ],
)
def test_edge_by_force_and_polarity(force: Force, polarity: Polarity, expected: set[str]) -> None:
    article = identify(TEXT, directives=(replace(ORDER, force=force, polarity=polarity),))
    assert {name for _, name, _ in edges(article)} == expected


@pytest.mark.parametrize(
    "change",
    [
        {"factuality": Factuality.DENIED},
        {"factuality": Factuality.HYPOTHETICAL},
        {"issuer": None},
        {"addressees": ()},
        {"issuer": Agent(MentionKind.POST)},
        {"addressees": (BUDI_KAPOLDA,)},
    ],
    ids=["denied", "hypothetical", "no issuer", "no addressee", "issuer without a name", "to oneself"],
)
def test_no_edge(change: dict[str, object]) -> None:
    article = identify(TEXT, directives=(replace(ORDER, **change),))  # type: ignore[arg-type]
    assert edges(article) == set()


def test_evidence_reproduces_the_text() -> None:
    dataset = Dataset.of(quads(LAMPUNG_ARTICLE))
    rows = dataset.select(
        "SELECT ?start ?end ?exact ?prefix ?suffix { ?span oa:hasSelector ?p, ?q . ?p oa:start ?start ; oa:end ?end . "
        "?q oa:exact ?exact ; oa:prefix ?prefix ; oa:suffix ?suffix }"
    ).strings()
    assert len(rows) > 20
    for start, end, exact, prefix, suffix in rows:
        assert TEXT[int(start) : int(end)] == exact
        assert TEXT[: int(start)].endswith(prefix)
        assert TEXT[int(end) :].startswith(suffix)


def test_each_directive_leads_to_its_sentence() -> None:
    dataset = Dataset.of(quads(LAMPUNG_ARTICLE))
    rows = dataset.select("SELECT ?d ?s { ?d a kg:Directive ; kg:sentence/oa:hasSelector/oa:exact ?s }").rows
    assert len(rows) == 4


def test_issuer_and_person_are_kept_apart() -> None:
    dataset = Dataset.of(quads(ROADS_ARTICLE))
    rows = dataset.select("SELECT ?i ?p { ?d kg:cue ?c ; kg:issuer ?i OPTIONAL { ?d kg:issuerPerson ?p } }").records()
    issuers = {(row["i"].rpartition("/id/")[2], row.get("p", "").rpartition("/id/")[2]) for row in rows}
    assert issuers == {
        ("post/kapolri", ""),
        ("post/kapolda-lampung", "person/4f00b0d1"),
        ("person/5f00b0d1", "person/5f00b0d1"),
    }


def test_repeat_is_linked() -> None:
    again = replace(ORDER, trigger=PROHIBITION.trigger, repeat_of=ORDER.trigger)
    article = identify(TEXT, directives=(ORDER, again))
    links = [(q.subject, q.object) for q in quads(article) if q.predicate.value == f"{NS}repeatOf"]
    names, source = Names(), article.extraction.article
    assert links == [(NamedNode(names.directive(source, again)), NamedNode(names.directive(source, ORDER)))]


def test_former_holder_holds_nothing() -> None:
    holds = {
        (tail(q.subject), tail(q.object)) for a in ARTICLES for q in quads(a) if q.predicate.value.endswith("#holds")
    }
    assert holds == {
        ("1f00b0d1", "kapolda-lampung"),
        ("2f00b0d1", "kabid-humas-polda-lampung"),
        ("4f00b0d1", "kapolda-lampung"),
    }


def test_what_identification_left_out_is_kept_and_says_so() -> None:
    stranger = Agent(MentionKind.GROUP, "paguyuban pedagang", mention=Span(0, 7))
    article = identify(TEXT, directives=(replace(ORDER, addressees=(stranger,)),))
    dataset = Dataset.of(quads(article))
    rows = dataset.select(
        'SELECT ?x ?doubt { ?x rdfs:label "paguyuban pedagang"@id ; a kg:Group ; kg:doubt ?doubt }'
    ).rows
    assert len(rows) == 1


def test_gazetteer_facts_are_in_their_own_graph() -> None:
    graphs = {
        q.graph_name.value.rpartition("/")[2] for q in quads(LAMPUNG_ARTICLE) if isinstance(q.graph_name, NamedNode)
    }
    own = LAMPUNG_ARTICLE.extraction.article.sha256[:16]
    assert graphs == {"gazetteer", own}
    known = [
        q
        for q in quads(LAMPUNG_ARTICLE)
        if isinstance(q.graph_name, NamedNode) and q.graph_name.value.endswith("gazetteer")
    ]
    assert not any(tail(q.subject) in ("masyarakat", "polsek-kedondong") for q in known)


def test_same_article_same_quads() -> None:
    assert list(quads(LAMPUNG_ARTICLE)) == list(quads(LAMPUNG_ARTICLE))
    assert len(list(quads(LAMPUNG_ARTICLE))) == len(set(quads(LAMPUNG_ARTICLE)))


def test_no_blank_nodes() -> None:
    for article in ARTICLES:
        for quad in quads(article):
            assert not isinstance(quad.subject, BlankNode)
            assert not isinstance(quad.object, BlankNode)


def test_base_moves_things_but_not_terms() -> None:
    for quad in quads(LAMPUNG_ARTICLE, base="https://example.org/kg/"):
        assert isinstance(quad.subject, NamedNode)
        assert quad.subject.value.startswith("https://example.org/kg/id/")
        assert not quad.predicate.value.startswith("https://example.org/")


HOSTILE = [
    '"><script>alert(1)</script>',
    '\\" . <urn:x> <urn:y> <urn:z> . #',
    "} } ; DROP ALL ; INSERT DATA { <a> <b> <c> } #",
    "''' \"\"\" \\",
    "\u202eterbalik\u200b \ufeff",
    "NUL\x00 dan \ud800 sendirian",
    '=HYPERLINK("http://jahat.example")',
    "baris\r\nbaru\ttab\x0b\x0c\x85\u2028",
    "\U0001f6a8 \U000e0001",
    "<![CDATA[ ]]> &amp; %s {0} ${x}",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_every_field(text: str) -> None:
    article = hostile(text)
    found = list(quads(article))
    dataset = Dataset.of(found)
    assert set(dataset) == set(found)
    values = {q.object.value for q in found if isinstance(q.object, Literal)}
    assert plain(text) in values
    directives = dataset.select("SELECT ?d { ?d a kg:Directive }").rows
    assert len(directives) == 1


def hostile(text: str) -> Identified:
    body = f"{text} memerintahkan {text} berjaga. {text}"
    end = len(body)
    start = body.index("memerintahkan")
    directive = replace(
        ORDER,
        trigger=Span(start, start + len("memerintahkan")),
        cue=text,
        sentence=Span(0, end),
        rule=text,
        issuer=Agent(MentionKind.POST, text, text, text, Span(0, len(text))),
        addressees=(Agent(MentionKind.GROUP, text, mention=Span(0, 1)),),
        content=Span(0, len(text)),
        action=text,
        object=text,
        condition=Span(0, len(text)),
        period=None,
        place=text,
        date_basis=text,
        reasons=(text,),
    )
    thing = Thing("id/group/x", MentionKind.GROUP, text, text, alt=(text,), post_kind=text, code=text, doubt=text)
    return identify(body, id=text, title=text, outlet=text, directives=(directive,), things=(thing,))


@pytest.mark.parametrize("text", HOSTILE[:4])
def test_hostile_text_breaks_no_shape(text: str) -> None:
    from kg.graph.complete import assemble

    found = [v for v in check(assemble([quads(hostile(text))])) if v.message != "a region code looks like 18 or 18.09"]
    assert found == []


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=40), st.sampled_from(list(Force)), st.booleans())
def test_any_text_makes_quads(text: str, force: Force, quoted: bool) -> None:
    article = identify(
        f"{text} x", outlet=text, directives=(replace(APPEAL, trigger=Span(0, 1), cue=text, force=force, quoted=quoted,
        sentence=Span(0, len(text)), content=Span(0, len(text)), condition=None),),
    )  # fmt: skip
    found: list[Quad] = list(quads(article))
    assert set(Dataset.of(found)) == set(found)


@pytest.mark.parametrize(
    ("value", "expected"),
    [(1.0, "1"), (0.0, "0"), (0.93, "0.93"), (0.9999, "1"), (0.0004, "0"), (0.1, "0.1"), (10, "10")],
)
def test_decimals_are_canonical(value: float, expected: str) -> None:
    assert decimal(value).value == expected
    stored = Dataset.of([Quad(NamedNode("urn:s"), NamedNode("urn:p"), decimal(value))])
    assert {q.object for q in stored} == {decimal(value)}


def test_names_are_opaque_and_stable() -> None:
    article = LAMPUNG_ARTICLE.extraction.article
    assert Names().directive(article, ORDER).endswith("/id/directive/44e814e1b633d7cf")
    assert Names().directive(article, ORDER) != Names().directive(article, PROHIBITION)
    assert digest("a", "bc") != digest("ab", "c")
    assert slug("Détik  News!") == "d-tik-news"
    assert slug("حبر") == digest("حبر")
