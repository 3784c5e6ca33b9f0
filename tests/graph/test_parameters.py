"""Parameters: names are looked up, the rest is read strictly; nothing typed reaches the query as it stands."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.graph.answers import Table
from kg.graph.dataset import Dataset
from kg.graph.parameters import NOBODY, bind, parties
from kg.graph.questions import ask, fill, question, questions
from tests.graph.factories import sample

ID = "https://w3id.org/perintah/id/"
GRAPH = sample()

INJECTIONS = [
    '" } } ; DROP ALL ; #',
    "> . ?s ?p ?o } #",
    "<urn:x> } UNION { ?s ?p ?o",
    '\\" . } #',
    '""" } #',
    "$issuer } #",
    "#[until] FILTER(false)",
    "\n} UNION { ?directive ?p ?o } #",
    "https://x.example/> } #",
    "post:kapolri> } #",
    "\x00",
]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kapolda Lampung", ["post/kapolda-lampung"]),
        ("  kapolda   LAMPUNG ", ["post/kapolda-lampung"]),
        ("Polri", ["unit/polri"]),
        ("Kepolisian Republik Indonesia", ["unit/polri"]),
        ("Budi", ["person/1f00b0d1"]),
        ("Santosa Wirya", ["person/1f00b0d1"]),
        ("Pesawaran", ["post/kapolres-pesawaran", "unit/polres-pesawaran"]),
        ("Chief of the National Police", ["post/kapolri"]),
        ("post:kapolri", ["post/kapolri"]),
        (f"<{ID}post/kapolri>", ["post/kapolri"]),
        (f"{ID}post/kapolri", ["post/kapolri"]),
    ],
)
def test_parties_by_name(name: str, expected: list[str]) -> None:
    assert [node.value.removeprefix(ID) for node in parties(GRAPH, name)] == expected


@pytest.mark.parametrize(
    "name", ["apolda Lampung", "Kapolda Lamp", "Lampung Kapolda", "Kapolda Jambi", "...", "%", ".*"]
)
def test_nobody_is_so_called(name: str) -> None:
    assert parties(GRAPH, name) == [NOBODY]


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("from", "2024", '"2024-01-01"'),
        ("to", "2024", '"2024-12-31"'),
        ("to", "2024-02", '"2024-02-29"'),
        ("from", "2024-11-24", '"2024-11-24"'),
        ("number", "007", "7"),
        ("text", 'Gu"dang\\', '"gu\\"dang\\\\"'),
        ("force", "order", "<https://w3id.org/perintah/ns#order>"),
    ],
)
def test_terms(kind: str, value: str, expected: str) -> None:
    assert bind(GRAPH, kind, "p", value).startswith(expected)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("from", "2024-13"), ("from", "24/11/2024"), ("to", "0000"), ("from", "2024-11-24T00:00"), ("number", "-1"),
        ("number", "٣"), ("number", "9" * 40), ("force", ""), ("force", "order;drop"), ("iri", "not an iri"),
        ("iri", "a:b c"),
    ],
)  # fmt: skip
def test_values_of_the_wrong_kind(kind: str, value: str) -> None:
    with pytest.raises(QueryError):
        bind(GRAPH, kind, "p", value)


@pytest.mark.parametrize("value", INJECTIONS)
def test_injection_finds_nothing_and_changes_nothing(value: str) -> None:
    before = GRAPH.quads()
    for asked in questions():
        required = {p.name: "Kapolri" for p in asked.parameters if p.required and p.kind == "party"}
        for parameter in asked.parameters:
            values = {**required, parameter.name: value}
            try:
                answer = ask(GRAPH, asked, values)
            except QueryError as error:
                assert "needs --" in str(error) or parameter.kind not in ("party", "text")  # noqa: PT017
                continue
            assert isinstance(answer, Table)
            if parameter.name in ("issuer", "text", "topic", "addressee", "speaker", "person", "post", "of"):
                assert answer.rows == ()
    assert GRAPH.quads() == before


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=30), st.text(max_size=30))
def test_any_value_is_bound_or_refused(name: str, text: str) -> None:
    asked = question("who-ordered-what")
    try:
        answer = ask(GRAPH, asked, {"issuer": name, "text": text})
    except QueryError as error:
        assert "IRI" in str(error)  # noqa: PT017
        return
    assert isinstance(answer, Table)


def test_slots_without_a_value_stay_comments(graph: Dataset) -> None:
    text = fill(graph, question("who-ordered-what"), {"issuer": "Kapolri", "until": ""})
    assert f"VALUES ?issuerGiven {{ <{ID}post/kapolri> }}" in text
    assert "  #[until] FILTER(?said <= $until)" in text
