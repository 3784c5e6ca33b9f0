"""What articles and users write stays text: in spreadsheets, in IRIs and in queries."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace

import pytest
from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError
from kg.graph.answers import Table
from kg.graph.complete import assemble
from kg.graph.dataset import Dataset
from kg.graph.exports import export
from kg.graph.facts import quads
from kg.graph.names import LONGEST_SLUG, Names, slug
from kg.graph.parameters import bind
from kg.graph.questions import ask, fill, questions
from kg.graph.tables import render, to_csv
from kg.graph.tokens import tokens
from kg.model import Agent, Identified, Span
from kg.resolve import identity_names
from tests.graph.factories import ORDER, POST, TEXT, identify, sample

FORMULAS = (
    *("=HYPERLINK(1)", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uff1d1", "\uff0b1", "\uff0d1", "\uff201"),
    *('=cmd|"/c calc"!A1', "--", "=1,=2", '"=1', "=\u202e1"),
)
LEADING = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")

PLAIN = {"force": "order", "iri": "urn:x", "from": "2024", "to": "2024", "day": "2024-01-01", "number": "1"}
"""A value of each kind that is no name."""


def article(formula: str) -> Identified:
    """An article whose title, outlet, content, offices and sentence are a formula."""
    text = formula + TEXT
    whole = Span(0, len(formula))
    order = replace(
        ORDER,
        trigger=whole,
        cue=formula,
        sentence=Span(0, len(text) - 1),
        content=whole,
        action=formula,
        object=formula,
        place=formula,
        rule=formula,
        issuer=Agent(POST, formula, formula, formula, whole),
        addressees=(Agent(POST, formula, mention=whole),),
        condition=whole,
        purpose=whole,
        period=None,
    )
    return identify(text, title=formula, outlet=formula, directives=(order,))


def tables(formula: str) -> Iterator[list[list[str]]]:
    """Every CSV that the graph of such an article is written as."""
    dataset = assemble([quads(article(formula))])
    yield list(csv.reader(io.StringIO(export(dataset, "csv").decode(), newline="")))
    archive = zipfile.ZipFile(io.BytesIO(export(dataset, "neo4j")))
    for name in archive.namelist():
        yield list(csv.reader(io.StringIO(archive.read(name).decode(), newline="")))
    for one in questions():
        answer = ask(dataset, one, {p.name: PLAIN.get(p.kind, "x") for p in one.parameters if p.required})
        if isinstance(answer, Table):
            yield list(csv.reader(io.StringIO(render(answer, "csv"), newline="")))


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_of_any_table_is_a_formula(formula: str) -> None:
    seen = 0
    for rows in tables(formula):
        assert len({len(row) for row in rows}) == 1
        cells = [cell for row in rows[1:] for cell in row]
        assert not any(cell.startswith(LEADING) for cell in cells)
        seen += sum(cell.startswith("'") for cell in cells)
    assert seen > 0 or not formula.startswith(LEADING)


@pytest.mark.parametrize("formula", FORMULAS)
def test_an_apostrophe_is_all_that_is_added(formula: str) -> None:
    [_, [cell, after]] = csv.reader(
        io.StringIO(to_csv(Table(("a", "b"), ((Literal(formula), Literal("b=1")),))), newline="")
    )
    assert cell == (f"'{formula}" if formula.startswith(LEADING) else formula)
    assert after == "b=1"


NAMES = (
    "../../x",
    "a/../b",
    "\0",
    "> <urn:x> <urn:y> .",
    "a" * 100_000,
    "\u202e",
    "CON",
    "é/à?#",
    "%2e%2e/",
    " ",
    "\ud800",
    '"',
    "İ",
)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("make", [slug, identity_names.slug])
def test_a_name_in_an_iri_is_letters_figures_and_hyphens(name: str, make: object) -> None:
    assert callable(make)
    made = make(name)
    assert 1 <= len(made) <= LONGEST_SLUG + 17
    assert all(character in "abcdefghijklmnopqrstuvwxyz0123456789-" for character in made)
    assert make(name + "b" * 200) != make(name + "b" * 201)


@pytest.mark.parametrize("name", NAMES)
def test_no_name_leads_out_of_its_iri(name: str) -> None:
    found = identify(TEXT, id=name, title=name, outlet=name, directives=(ORDER,))
    nodes = {node for quad in quads(found) for node in (quad.subject, quad.object)}
    iris = [node.value for node in nodes if isinstance(node, NamedNode)]
    assert len(iris) > 20
    assert all("/../" not in iri and len(iri) < 300 for iri in iris)
    assert Names().outlet(name).startswith("https://w3id.org/perintah/id/outlet/")


HOSTILE = (
    *('" } } ; DROP ALL ; #', "> . ?s ?p ?o } #", "<urn:x> } UNION { ?s ?p ?o", '\\" . } #', '""" } #', "''' } #"),
    *(
        "$issuer } #",
        "#[until] FILTER(false)",
        "\n} UNION { ?d ?p ?o } #",
        "https://x.example/> } #",
        "post:kapolri> } #",
    ),
    *(
        "\\u0022 } #",
        "\\u003E } #",
        "post:a\\> } #",
        "urn:x\u2028} #",
        "\x00",
        "\r\n} #",
        "post:",
        "2024-01-01\n",
        "order,\n",
    ),
)
KINDS = ("party", "force", "from", "to", "day", "text", "number", "iri")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("value", HOSTILE)
def test_a_value_of_any_kind_is_terms_or_refused(kind: str, value: str) -> None:
    graph = sample()
    try:
        terms = bind(graph, kind, "name", value)
    except QueryError:
        return
    assert not {text for name, text, _, _ in tokens(terms) if name in ("other", "variable")} & set("{};.")
    assert isinstance(graph.query(f"SELECT ?x WHERE {{ VALUES ?x {{ {terms} }} }}"), Table)


@pytest.mark.parametrize("value", HOSTILE)
def test_a_value_adds_no_bracket_to_a_question(value: str) -> None:
    graph = sample()
    shapes = set()
    for one in questions():
        for parameter in one.parameters:
            try:
                asked = fill(graph, one, {parameter.name: value})
                usual = fill(graph, one, {parameter.name: PLAIN.get(parameter.kind, "post:kapolri")})
            except QueryError:
                continue
            shapes.add(one.name)
            assert brackets(asked) == brackets(usual), (one.name, parameter.name)
    assert shapes or value.endswith("\n")


def brackets(sparql: str) -> list[str]:
    return [text for kind, text, _, _ in tokens(sparql) if kind == "other" and text in "{}();"]


def test_a_name_that_is_no_parameter_is_refused() -> None:
    for name in ("x", "issuer } #", "narrowed", "$issuer", ""):
        with pytest.raises(QueryError):
            ask(Dataset(), next(one for one in questions() if one.name == "who-ordered-what"), {name: "x"})
