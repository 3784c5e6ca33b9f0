"""The sample graph is valid; every hand-made violation is caught with the right message and article."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from pyoxigraph import DefaultGraph, NamedNode, Store

from kg.errors import ValidationError
from kg.graph.constraints import breaches
from kg.graph.dataset import Dataset
from kg.graph.rows import Rows, gather, rows_of, rows_of_triples
from kg.graph.screening import doubtful, read_shapes
from kg.graph.shapes import Shapes, Term
from kg.graph.sureties import SURETIES, edges, surely_kept
from kg.graph.validation import check, load_rules, ontology_triples, require_valid
from kg.graph.vocabulary import NS, prefixes
from kg.graph.whole import facts_of
from kg.lexicon.files import ontology_dir
from tests.graph.factories import sample

LAMPUNG_TITLE = "Kapolda Lampung Perintahkan Kapolres Pesawaran Amankan Gudang"
D = "directive:44e814e1b633d7cf"
GRAPH = "graph:b8888294ddde1c54"
ARTICLE = "article:b8888294ddde1c54"
SPAN = "span:b8888294ddde1c54-125-138"
POSITION = "position:b8888294ddde1c54-125-138"
MATCH = "match:x a kg:PersonMatch ."
JUDGED = 'match:x kg:verdict "same" ; kg:score 1.0 ; kg:reason "judged by the user"'
QUOTE = "quote:b8888294ddde1c54-125-138"


def add(triples: str) -> str:
    return f"INSERT DATA {{ GRAPH {GRAPH} {{ {triples} }} }}"


def remove(subject: str, path: str) -> str:
    return f"DELETE {{ GRAPH ?g {{ {subject} {path} ?o }} }} WHERE {{ GRAPH ?g {{ {subject} {path} ?o }} }}"


def change(subject: str, path: str, value: str) -> str:
    return f"{remove(subject, path)} ; {add(f'{subject} {path} {value}')}"


# shape, update that breaks it, focus, message
CASES: list[tuple[str, str, str, str]] = [
    ("Directive", remove(D, "kg:force"), D, "exactly one force"),
    ("Directive", add(f"{D} kg:force kg:urge"), D, "exactly one force"),
    ("Directive", change(D, "kg:force", "kg:shout"), D, "none of force.ttl"),
    ("Directive", change(D, "kg:polarity", "kg:maybe"), D, "polarity kg:do or kg:dont"),
    ("Directive", remove(D, "kg:factuality"), D, "asserted, denied or hypothetical"),
    ("Directive", add(f"{D} kg:issuer post:kapolri"), D, "at most one issuer"),
    ("Directive", change(D, "kg:issuer", "place:lampung"), D, "issuer is no person, post, unit or group"),
    ("Directive", change(D, "kg:issuerPerson", "post:kapolri"), D, "issuing person is one person"),
    ("Directive", add(f"{D} kg:source place:lampung"), D, "spokesman is one person"),
    ("Directive", add(f"{D} kg:addressee place:lampung"), D, "addressee is no person"),
    ("Directive", add(f'{D} kg:content "lain"@id'), D, "at most one content"),
    ("Directive", change(D, "kg:quoted", '"ya"'), D, "quoted is true or false"),
    ("Directive", add(f"{D} kg:repeatOf post:kapolri"), D, "only a directive can be repeated"),
    ("Directive", add(f"{D} kg:repeatOf {D}"), D, "repeats itself"),
    ("Directive", change(D, "kg:issuerConfidence", "1.2"), D, "confidence in the issuer"),
    ("Directive", change(D, "kg:force", "kg:forbid"), D, "its polarity is kg:dont"),
    ("Directive", add(f'{D} skos:prefLabel "lain"@id'), D, "one label in each language"),
    ("SpeechAct", remove(D, "kg:cue"), D, "has one cue"),
    ("SpeechAct", remove(D, "kg:trigger"), D, "one trigger"),
    ("SpeechAct", remove(D, "kg:sentence"), D, "one sentence as evidence"),
    ("SpeechAct", change(D, "kg:saidOn", '"kemarin"'), D, "at most one xsd:date"),
    ("SpeechAct", remove(D, "kg:dateBasis"), D, "date without what it was read"),
    ("SpeechAct", change(D, "kg:confidence", "-0.1"), D, "decimal from 0 to 1"),
    ("SpeechAct", add(f"{D} kg:place unit:polri"), D, "at most one place"),
    ("SpeechAct", change(D, "kg:trigger", "span:b8888294ddde1c54-226-234"), D, "outside of its sentence"),
    ("Claim", change(D, "kg:reportedIn", "post:kapolri"), D, "reported in an article"),
    ("Claim", change(D, "kg:reportedIn", "article:847c6ac4bff49029"), D, "article other than the claim's"),
    (
        "Statement",
        "DELETE { GRAPH ?g { ?s kg:direct ?d } } WHERE { GRAPH ?g { ?s a kg:Statement ; kg:direct ?d } }",
        "statement:",
        "direct is true or false",
    ),
    (
        "Statement",
        f"INSERT {{ GRAPH {GRAPH} {{ ?s kg:speaker place:lampung }} }} WHERE {{ GRAPH ?g {{ ?s a kg:Statement }} }}",
        "statement:",
        "speaker is one person",
    ),
    (
        "Tenure",
        f"INSERT {{ GRAPH {GRAPH} {{ ?s org:member person:4f00b0d1 }} }} WHERE {{ GRAPH ?g {{ ?s a kg:Tenure }} }}",
        "tenure:",
        "tenure has one person",
    ),
    (
        "Tenure",
        "DELETE { GRAPH ?g { ?s kg:post ?p } } WHERE { GRAPH ?g { ?s kg:post ?p } }",
        "tenure:",
        "tenure has one post",
    ),
    (
        "Tenure",
        f'INSERT {{ GRAPH {GRAPH} {{ ?s kg:citedOn "2024" }} }} WHERE {{ GRAPH ?g {{ ?s a kg:Tenure }} }}',
        "tenure:",
        "cited on an xsd:date",
    ),
    ("Tenure", change("tenure:c932bce60fa3ada2", "kg:post", "unit:polri"), "tenure:", "tenure has one post"),
    ("Article", change(ARTICLE, "kg:sha256", '"abc"'), ARTICLE, "SHA-256"),
    ("Article", remove(ARTICLE, "schema:identifier"), ARTICLE, "identifier"),
    (
        "Article",
        add(f'{ARTICLE} schema:datePublished "2024-13-45"'),
        ARTICLE,
        "published on",
    ),
    (
        "Article",
        add(f"{ARTICLE} schema:publisher unit:polri"),
        ARTICLE,
        "no news outlet",
    ),
    ("Outlet", remove("outlet:kabar-selatan", "skos:prefLabel"), "outlet:kabar-selatan", "outlet has one label"),
    ("Evidence", remove(SPAN, "oa:hasSource"), SPAN, "evidence is from one article"),
    ("Evidence", f"DELETE DATA {{ GRAPH {GRAPH} {{ {SPAN} oa:hasSelector {POSITION} }} }}", SPAN, "one text position"),
    ("Evidence", f"DELETE DATA {{ GRAPH {GRAPH} {{ {SPAN} oa:hasSelector {QUOTE} }} }}", SPAN, "one text quote"),
    ("Evidence", change(QUOTE, "oa:exact", '"perintah"'), SPAN, "not as long as the position says"),
    ("Position", change(POSITION, "oa:start", "-1"), POSITION, "offset from 0"),
    ("Position", change(POSITION, "oa:end", "7"), POSITION, "ends after it starts"),
    ("Position", remove(POSITION, "oa:end"), POSITION, "has one end"),
    ("Quote", remove(QUOTE, "oa:exact"), QUOTE, "its exact words"),
    ("Quote", add(f'{QUOTE} oa:prefix "x"'), QUOTE, "at most one prefix"),
    ("Named", remove("post:kapolri", "skos:prefLabel"), "post:kapolri", "a thing has a label"),
    ("Named", add('post:kapolri skos:prefLabel "Kepala"@id'), "post:kapolri", "one label in each language"),
    ("Named", change("post:kapolri", "skos:prefLabel", '""@id'), "post:kapolri", "label is empty"),
    ("Named", add("group:masyarakat kg:inGazetteer false"), "group:masyarakat", "in the gazetteer or nothing"),
    ("Person", add("person:2f00b0d1 org:holds unit:polri"), "person:2f00b0d1", "holds posts only"),
    ("Person", add("person:2f00b0d1 org:holds post:kapolri"), "person:2f00b0d1", "without a tenure"),
    ("Post", add("post:kapolri org:postIn unit:polda-lampung"), "post:kapolri", "at most one unit"),
    ("Post", add("post:kapolri kg:leads place:lampung"), "post:kapolri", "leads at most one unit"),
    ("Post", add("post:kapolri kg:commands post:kapolri"), "post:kapolri", "commands itself"),
    ("Unit", add("unit:polri org:subOrganizationOf place:lampung"), "unit:polri", "below units only"),
    ("Unit", add("unit:polri org:subOrganizationOf unit:polsek-kedondong"), "unit:polri", "below itself"),
    ("Group", add("group:masyarakat kg:membersOf place:lampung"), "group:masyarakat", "members of a unit"),
    ("Place", change("place:lampung", "kg:regionCode", '"LPG"'), "place:lampung", "region code"),
    ("Place", add("place:lampung schema:containedInPlace unit:polri"), "place:lampung", "contained in places only"),
    ("PersonMatch", add(f"{MATCH} match:x kg:compares person:2f00b0d1 . {JUDGED}"), "match:x", "of two persons"),
    ("PersonMatch", add(f'{MATCH} match:x kg:verdict "perhaps"'), "match:x", "same, unsure or different"),
    ("PersonMatch", add(f"{MATCH} match:x kg:score 1.5"), "match:x", "decimal from 0 to 1"),
    ("PersonMatch", add(MATCH), "match:x", "has its reasons"),
    ("Edge", add("post:kapolri kg:orders post:kapolsek-kedondong"), "post:kapolri", "without an asserted directive"),
    ("Edge", add("place:lampung kg:instructs post:kapolri"), "place:lampung", "starts at no person"),
    ("Edge", change(D, "kg:factuality", "kg:denied"), "post:kapolda-lampung", ""),
    ("Run", add("<urn:run> a prov:Activity ; prov:used <urn:x>"), "urn:run", "by a program"),
]


# messages of constraints in SPARQL, which the screen of shapes leaves alone
SPARQL = (
    "repeats itself",
    "its polarity is kg:dont",
    "without what it was read",
    "outside of its sentence",
    "other than the claim's",
    "not as long as",
    "without a tenure",
    "commands itself",
    "below itself",
    "without an asserted directive",
)


def broken(update: str) -> Dataset:
    store = Store()
    store.bulk_extend(sample())
    store.update(update, prefixes=prefixes())
    return Dataset.of(store)


def rows(dataset: Dataset) -> Rows:
    return gather(rows_of(facts_of(dataset.store, DefaultGraph())), rows_of_triples(ontology_triples()))


def screened(dataset: Dataset, more: str = "") -> Mapping[str, frozenset[Term]] | None:
    """What the screen leaves in doubt; `more` are shapes in Turtle besides the ontology's."""
    shapes = Shapes((ontology_dir() / "shapes.ttl").read_bytes() + more.encode())
    return doubtful(rows(dataset), read_shapes(shapes))


def test_sample_is_valid(graph: Dataset) -> None:
    assert check(graph) == ()
    require_valid(graph)


@pytest.mark.parametrize(
    ("shape", "update", "focus", "message"),
    [case for case in CASES if case[3]],
    ids=[f"{case[0]}: {case[3]}" for case in CASES if case[3]],
)
def test_violation_is_caught(shape: str, update: str, focus: str, message: str) -> None:
    found = [one for one in check(broken(update)) if message in one.message and one.focus.startswith(focus)]
    assert found != [], shape


def test_every_shape_has_a_violation() -> None:
    import rdflib
    from rdflib import RDF, SH

    shapes = rdflib.Graph().parse(ontology_dir() / "shapes.ttl")
    names = {str(s).rpartition("/")[2] for s in shapes.subjects(RDF.type, SH.NodeShape) if isinstance(s, rdflib.URIRef)}
    assert names == {case[0] for case in CASES}
    assert len(CASES) >= 30


def test_edge_of_one_denied_directive_of_two_stays() -> None:
    """Two articles report the order; where one denies it the other still bears the edge out."""
    assert not any("direct edge" in one.message for one in check(broken(change(D, "kg:factuality", "kg:denied"))))


def test_violation_says_what_where_and_in_which_article() -> None:
    found = check(broken(change(D, "kg:saidOn", '"kemarin"')))
    assert [str(one) for one in found] == [
        f"{D} kg:saidOn kemarin: a speech act was said on at most one xsd:date [{LAMPUNG_TITLE}]"
    ]
    with pytest.raises(ValidationError, match="breaks its shapes 1 time"):
        require_valid(broken(change(D, "kg:saidOn", '"kemarin"')))


CORE = [case for case in CASES if case[3] and not any(part in case[3] for part in SPARQL)]


@pytest.mark.parametrize("case", CORE, ids=[f"{case[0]}: {case[3]}" for case in CORE])
def test_screen_doubts_what_breaks_a_shape(case: tuple[str, str, str, str]) -> None:
    shape, update, _, _ = case
    doubted = screened(broken(update))
    assert doubted is not None
    assert any(iri.endswith(f"/{shape}") for iri in doubted)


def test_screen_leaves_no_doubt_about_a_valid_graph(graph: Dataset) -> None:
    assert screened(graph) == {}
    assert [one.name for one in load_rules().constraints if not surely_kept(one, rows(graph))] == []


def test_every_constraint_in_sparql_has_a_surety() -> None:
    constraints = load_rules().constraints
    assert {one.name for one in constraints} == set(SURETIES)
    edge = next(one for one in constraints if one.name == "edgeWithoutDirective")
    assert {str(NamedNode(f"{NS}{name}")) for name in re.findall(r"kg:(\w+)[,)]", edge.select)} == edges()


ASKED = [case for case in CASES if any(part in case[3] for part in SPARQL)]


@pytest.mark.parametrize("case", ASKED, ids=[f"{case[0]}: {case[3]}" for case in ASKED])
def test_what_breaks_a_constraint_is_not_surely_kept(case: tuple[str, str, str, str]) -> None:
    dataset = broken(case[1])
    found = {one.name for one in load_rules().constraints if list(breaches(dataset, one))}
    assert found
    assert found <= {one.name for one in load_rules().constraints if not surely_kept(one, rows(dataset))}


def test_screen_leaves_a_shape_it_cannot_read_to_pyshacl(graph: Dataset) -> None:
    assert screened(graph, "shape:Place sh:property [ sh:path schema:identifier ; sh:maxLength 3 ] .") is None


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("kg:saidOn", '"2024-99-99"^^xsd:date', "said on at most one xsd:date"),
        ("kg:saidOn", '"٢٠٢٤-١١-٢٢"^^xsd:date', "said on at most one xsd:date"),
        ("kg:confidence", "9" * 5_000, "decimal from 0 to 1"),
        ("kg:confidence", "9" * 5_000 + ".5", "decimal from 0 to 1"),
    ],
    ids=lambda value: value[:20],
)
def test_ill_formed_values_are_breaches_and_nothing_else_is_said(
    path: str, value: str, message: str, caplog: pytest.LogCaptureFixture
) -> None:
    dataset = broken(change(D, path, value))
    assert any(message in one.message for one in check(dataset))
    doubted = screened(dataset)
    assert doubted is None or any(iri.endswith("/SpeechAct") for iri in doubted)
    assert caplog.records == []


def test_screen_leaves_a_day_by_its_week_to_pyshacl() -> None:
    """XML Schema has none; Python's `date` reads them."""
    doubted = screened(broken(change(D, "kg:saidOn", '"2024-W47-5"^^xsd:date')))
    assert doubted is not None
    assert any(iri.endswith("/SpeechAct") for iri in doubted)
