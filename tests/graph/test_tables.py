"""Answers as text: what is shown, and what hostile cells cannot do."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Triple

from kg.errors import QueryError
from kg.graph.answers import Answer, Table, Triples, Truth
from kg.graph.layout import display_width, lay_out, one_line, wrap
from kg.graph.tables import render, short, to_csv, to_json, to_markdown

POST = NamedNode("https://w3id.org/perintah/id/post/kapolri")
SMALL = Table(("post", "days"), ((POST, Literal(3)), (None, Literal("x", language="id"))))


def test_table() -> None:
    assert render(SMALL) == "post          days\n------------  ----\npost:kapolri  3\n              x\n2 rows\n"
    assert render(Table(("a",), ())) == "a\n-\n0 rows\n"


def test_long_cells_wrap_then_become_blocks() -> None:
    words = "kata " * 30
    table = Table(("issuer", "sentence"), ((Literal("Kapolri"), Literal(words.strip())),))
    wide = render(table, width=90).splitlines()
    assert wide[0].split() == ["issuer", "sentence"]
    assert all(display_width(line) <= 90 for line in wide)
    narrow = render(table, width=40).splitlines()
    assert narrow[0] == "issuer    Kapolri"
    assert narrow[1].startswith("sentence  kata kata")
    assert all(display_width(line) <= 40 for line in narrow)


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("baris\nbaru\ttab", "baris baru tab"),
        ("\x1b[31mmerah\x1b[0m", "[31mmerah[0m"),
        ("a\u202eb\u200bc\ufeff", "abc"),
        ("  spasi \u00a0 ganda  ", "spasi ganda"),
    ],
)
def test_one_line(cell: str, shown: str) -> None:
    assert one_line(cell) == shown


@given(st.text(max_size=60), st.integers(2, 20))
def test_wrap_keeps_words_and_width(text: str, width: int) -> None:
    line = one_line(text)
    lines = wrap(line, width)
    assert "".join(lines).replace(" ", "") == line.replace(" ", "")
    assert all(display_width(part) <= width for part in lines)


@given(st.lists(st.tuples(st.text(max_size=50), st.text(max_size=50)), max_size=5), st.integers(60, 120))
def test_no_line_is_wider_than_the_terminal(rows: list[tuple[str, str]], width: int) -> None:
    assert all(display_width(line) <= width for line in lay_out(("satu", "dua"), rows, width).splitlines())


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+62 811", "-foto-", "@kapolri", "\t=1", '=HYPERLINK("http://jahat.example","x")', "\r=1"],
)
def test_csv_runs_no_formula(cell: str) -> None:
    rows = list(csv.reader(io.StringIO(to_csv(Table(("a",), ((Literal(cell),),))), newline="")))
    assert rows == [["a"], [f"'{cell}"]]


writable = st.characters(codec="utf-8", exclude_characters="\x00")


@given(st.lists(st.text(alphabet=writable, min_size=1, max_size=20), min_size=1, max_size=4))
def test_csv_reads_back(cells: list[str]) -> None:
    table = Table(tuple(f"c{at}" for at in range(len(cells))), (tuple(Literal(cell) for cell in cells),))
    rows = list(csv.reader(io.StringIO(to_csv(table), newline="")))
    assert [cell.removeprefix("'") for cell in rows[1]] == [cell.removeprefix("'") for cell in cells]


def test_json_keeps_terms() -> None:
    document = json.loads(to_json(SMALL))
    assert document["head"] == {"vars": ["post", "days"]}
    assert document["results"]["bindings"] == [
        {
            "post": {"type": "uri", "value": POST.value},
            "days": {"type": "literal", "value": "3", "datatype": "http://www.w3.org/2001/XMLSchema#integer"},
        },
        {"days": {"type": "literal", "value": "x", "xml:lang": "id"}},
    ]


def test_markdown_escapes() -> None:
    cell = Literal("a|b <script>x</script>\n[l](javascript:1) `c` *d*")
    assert to_markdown(Table(("k",), ((cell,),))).splitlines()[2] == (
        "| a\\|b &lt;script&gt;x&lt;/script&gt; \\[l\\](javascript:1) \\`c\\` \\*d\\* |"
    )


@pytest.mark.parametrize(
    ("iri", "expected"),
    [
        ("https://w3id.org/perintah/id/post/kapolri", "post:kapolri"),
        ("https://w3id.org/perintah/ns#orders", "kg:orders"),
        ("https://w3id.org/perintah/id/post/a/b", "https://w3id.org/perintah/id/post/a/b"),
        ("urn:x", "urn:x"),
    ],
)
def test_short(iri: str, expected: str) -> None:
    assert short(NamedNode(iri)) == expected


def test_triples_and_truth() -> None:
    triples = Triples((Triple(POST, NamedNode("https://w3id.org/perintah/ns#orders"), POST),))
    assert "post:kapolri kg:orders post:kapolri ." in render(triples)
    assert render(triples, "ttl") == render(triples)
    assert render(Truth(True)) == "true\n"
    assert json.loads(render(Truth(False), "json")) == {"boolean": False}


@pytest.mark.parametrize(
    ("answer", "form"), [(SMALL, "ttl"), (SMALL, "xml"), (Triples(()), "csv"), (Truth(True), "ttl")]
)
def test_forms_that_do_not_fit(answer: Answer, form: str) -> None:
    with pytest.raises(QueryError):
        render(answer, form)
