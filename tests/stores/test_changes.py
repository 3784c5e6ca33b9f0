"""Changes of a store: whole, and followed by the union, on every kind of store; what is hostile stays text."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import QueryError, StoreError
from kg.graph.answers import Triples
from kg.graph.dataset import Dataset
from kg.graph.questions import ask, question
from kg.graph.stores import GraphStore, open_store
from kg.graph.vocabulary import XSD
from tests.stores import servers
from tests.stores.conftest import KINDS, Open, empty

S, P, G, H = (NamedNode(f"urn:perintah:{name}") for name in "spgh")
UNION = "SELECT ?o { ?s ?p ?o } ORDER BY STR(?o)"

HOSTILE = {
    "quotes": "\"'\\ \"\"\" '''",
    "end of an update": '"} } ; DROP ALL ; INSERT DATA { <urn:a> <urn:b> "x',
    "lines": "a\r\nb\nc\td\x0b\x0c",
    "controls": "\x01\x1b[31m\x7f",
    "beyond the basic plane": "\U0001f600 \u2028 \u202e \ufeff é ï",
    "percent and plus": "100% + 1 & a=b; %00",
    "pragma": "define input:default-graph-uri <urn:x>",
    "braces": "GRAPH ?g { } # } {",
    "markup": "<script>alert(1)</script> &amp; &lt;",
    "long": "kata " * 30_000,
    "nothing": "",
}
LITERALS = [
    *(Literal(text) for text in HOSTILE.values()),
    *(Literal(text, language="id") for text in HOSTILE.values() if text),
    Literal("2024-11-24", datatype=XSD["date"]),
    Literal("2024-11-24T10:11:12+07:00", datatype=XSD["dateTime"]),
    Literal("2024", datatype=XSD["gYear"]),
    Literal("0.875", datatype=XSD["decimal"]),
    Literal("12345678901", datatype=XSD["integer"]),
    Literal("true", datatype=XSD["boolean"]),
    Literal("false", datatype=XSD["boolean"]),
]


def quad(value: str, graph: NamedNode = G) -> Quad:
    return Quad(S, P, Literal(value), graph)


def union(store: GraphStore) -> list[str]:
    return [row[0] for row in store.select(UNION).strings()]


def test_replacing_and_clearing(store: GraphStore) -> None:
    store.extend([quad("a"), quad("a", H), quad("b"), quad("b", H), quad("c")])
    assert union(store) == ["a", "b", "c"]
    assert len(store) == 5
    store.replace(G.value, [quad("d")])
    assert store.quads() == [quad("d"), quad("a", H), quad("b", H)]
    assert union(store) == ["a", "b", "d"]
    store.replace_many({G.value: [quad("a")], H.value: [quad("e", H)], "urn:perintah:none": []})
    assert store.quads() == [quad("a"), quad("e", H)]
    assert union(store) == ["a", "e"]
    store.clear(H.value)
    assert store.graphs() == [G.value]
    store.clear(G.value)
    assert store.quads() == []
    assert union(store) == []


def test_changing_quads(store: GraphStore) -> None:
    store.extend([quad("a"), quad("b"), quad("b", H)])
    store.change([quad("a"), quad("b"), quad("never there")], [quad("c", H), quad("a", H)])
    assert store.quads() == [quad("a", H), quad("b", H), quad("c", H)]
    assert union(store) == ["a", "b", "c"]
    store.change([quad("c", H)], [quad("c", H)])
    store.change([], [])
    assert union(store) == ["a", "b", "c"]


@pytest.mark.parametrize("literal", LITERALS, ids=lambda literal: repr(str(literal))[:30])
def test_every_literal_comes_back_and_goes(store: GraphStore, literal: Literal) -> None:
    written = Quad(S, P, literal, G)
    store.replace(G.value, [written])
    assert store.quads() == [written]
    assert list(store.quads_for_pattern(S, P, None, G)) == [written]
    assert [row[0] for row in store.select("SELECT ?o { ?s ?p ?o }").rows] == [literal]
    store.replace(G.value, [])
    assert store.quads() == []
    assert union(store) == []


def test_a_large_graph_is_one_change(store: GraphStore) -> None:
    many = [
        Quad(NamedNode(f"urn:perintah:s{number}"), P, Literal(str(number), language="id"), G) for number in range(6000)
    ]
    store.replace(G.value, many)
    assert len(store) == 6000
    store.replace(G.value, many[:3])
    assert len(union(store)) == 3
    store.clear(G.value)
    assert len(store) == 0


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "name",
    [
        '"} ; DROP ALL ; #',
        "Kapolda Lampung' . ?s ?p ?o } #",
        "\\",
        '\\" } UNION { ?s ?p ?o } #',
        "<urn:x> } ; CLEAR ALL ; SELECT * { <urn:x>",
        "Kapolda\n} DROP ALL",
        "{ } } GRAPH ?g {",
        "kapolda %s lampung \x00",
    ],
)
def test_names_and_parameters_are_only_looked_up(opening: Open, hand_made: Dataset, kind: str, name: str) -> None:
    with closing(opening(kind)) as store:
        if store.graphs() != hand_made.graphs():
            empty(store)
            store.extend(hand_made)
        before = len(store)
        for asked, values in (
            ("who-ordered-what", {"issuer": name}),
            ("who-ordered-what", {"text": name}),
            ("chain-of-command", {"of": name}),
        ):
            assert ask(store, question(asked), values) == ask(hand_made, question(asked), values)
        for asked, values in (
            ("evidence", {"iri": name}),
            ("doubtful", {"below": name}),
            ("who-ordered-what", {"since": name}),
            ("who-ordered-what", {"force": name}),
        ):
            with pytest.raises(QueryError):
                ask(store, question(asked), values)
        assert len(store) == before


@pytest.mark.parametrize(
    "sparql",
    [
        "DROP ALL",
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        "ASK { } ; DROP ALL",
        "define sql:log-enable 3 DROP ALL",
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * {",
        "SELECT ?s { ?s bif:nothing ?o }",
    ],
)
def test_only_queries_are_sent(store: GraphStore, sparql: str) -> None:
    store.extend([quad("a")])
    with pytest.raises(QueryError, match="SPARQL"):
        store.query(sparql)
    assert union(store) == ["a"]


@pytest.mark.parametrize("kind", ["disk", "oxigraph", "virtuoso"])
def test_for_reading_means_no_writing(opening: Open, kind: str) -> None:
    opening(kind).close()
    if kind == "disk":
        return
    store = opening(kind, read_only=True)
    with pytest.raises(StoreError, match="opened for reading"):
        store.extend([quad("a")])
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.graphs()


def test_a_server_that_was_loaded_otherwise_gets_its_union(
    addresses: Callable[[str], str], opening: Open, tmp_path_factory: pytest.TempPathFactory
) -> None:
    from kg.graph.protocol import Client

    with closing(opening("oxigraph")) as store:
        empty(store)
    address = addresses("oxigraph")
    Client(address).form(f"{address}/update", "update", f"INSERT DATA {{ GRAPH {G} {{ {S} {P} 'a' }} }}", "*/*")
    with pytest.raises(StoreError, match="default graph is empty"):
        open_store(address, read_only=True)
    with closing(open_store(address)) as store:
        assert union(store) == ["a"]
        empty(store)


def test_a_default_graph_that_repeats_is_refused(tmp_path_factory: pytest.TempPathFactory) -> None:
    program = servers.oxigraph_program()
    assert program is not None
    with servers.oxigraph(program, tmp_path_factory.mktemp("repeats"), "--union-default-graph") as address:
        with pytest.raises(StoreError, match="union of its named graphs"):
            open_store(address)
        assert open_store(address, read_only=True).graphs() == []


def test_answers_that_a_server_cuts_are_errors(tmp_path_factory: pytest.TempPathFactory, hand_made: Dataset) -> None:
    program = servers.virtuoso_program()
    if program is None:
        pytest.skip("Virtuoso is not installed here: apt-get install virtuoso-opensource-7-bin")
    with (
        servers.virtuoso(program, tmp_path_factory.mktemp("cuts"), rows=50) as address,
        closing(open_store(address)) as store,
    ):
        store.extend(hand_made)
        with pytest.raises(StoreError, match="cuts answers at 50 rows"):
            store.select("SELECT ?s { ?s ?p ?o }")
        assert store.select("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") == hand_made.select(
            "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
        )
        with pytest.raises(StoreError, match=r"sends 5\d of"):
            store.quads()
        for made in (
            "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }",
            "CONSTRUCT { ?s a kg:A } { ?s ?p ?o }",
            "DESCRIBE ?s { ?s ?p ?o }",
        ):
            with pytest.raises(StoreError, match="cuts answers at 50 rows"):
                store.query(made)
        for number in (1, 49, 50):
            some = store.query(f"CONSTRUCT {{ ?s ?p ?o }} {{ ?s ?p ?o }} LIMIT {number}")
            assert isinstance(some, Triples)
            assert len(some.triples) == number
        for whole in (
            "CONSTRUCT WHERE { ?s kg:force kg:order }",
            "DESCRIBE kg:Directive",
            "CONSTRUCT WHERE { ?s a kg:Nothing }",
        ):
            assert store.query(whole) == hand_made.query(whole)
