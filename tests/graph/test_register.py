"""The table of directives read from rows is the one that SPARQL answers."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.complete import assemble, assembled
from kg.graph.facts import document, quads
from kg.graph.output import directives
from kg.graph.register import COLUMNS, UnusualError, directives_of
from kg.graph.serialise import nquads
from kg.graph.vocabulary import BASE, KG, LABEL, SCHEMA, XSD
from tests.graph.factories import ARTICLES

ADDRESSEE = NamedNode(f"{BASE}id/group/warga")


def edited(predicate: NamedNode, *values: Literal | NamedNode) -> tuple[bytes, list[Quad]]:
    """The sample, in which all that have a property have these values of it."""
    found = [quad for article in ARTICLES for quad in quads(article)]
    new = [
        Quad(q.subject, predicate, value, q.graph_name) for q in found if q.predicate == predicate for value in values
    ]
    kept = [quad for quad in found if quad.predicate != predicate] + new
    kept += [Quad(ADDRESSEE, LABEL, Literal(name, language="id"), kept[0].graph_name) for name in ("Zulu; Alfa",)]
    return nquads(kept), kept


def test_the_table_of_the_sample() -> None:
    whole = assembled(document(article) for article in ARTICLES)
    expected = directives(assemble(quads(article) for article in ARTICLES))
    assert directives_of(whole.rows) == expected == directives(whole)
    assert expected.columns == COLUMNS
    assert len(expected.rows) > 2


EDITS: list[tuple[NamedNode, tuple[Literal | NamedNode, ...], bool]] = [
    (KG["content"], (), True),
    (KG["content"], (Literal("dua", language="id"), Literal('"satu"\n', language="id")), True),
    (KG["addressee"], (ADDRESSEE, NamedNode(f"{BASE}id/post/kapolri")), True),
    (KG["addressee"], (), True),
    (KG["placeName"], (Literal("Kota", language="id"),), True),
    (KG["place"], (ADDRESSEE,), True),
    (KG["saidOn"], (), True),
    (KG["confidence"], (Literal("1", datatype=XSD["decimal"]),), True),
    (KG["confidence"], (Literal("0.50", datatype=XSD["decimal"]),), False),
    (KG["saidOn"], (Literal("kemarin"),), False),
    (KG["force"], (KG["order"], KG["urge"]), False),
    (SCHEMA["url"], (Literal("https://satu.example/"), Literal("https://dua.example/")), False),
]


@pytest.mark.parametrize(("predicate", "values", "usual"), EDITS, ids=lambda value: getattr(value, "value", None))
def test_an_edited_table(predicate: NamedNode, values: tuple[Literal | NamedNode, ...], usual: bool) -> None:
    written, given = edited(predicate, *values)
    whole = assembled([written], inference=False)
    assert directives(whole) == directives(assemble([given], inference=False))
    if usual:
        assert directives_of(whole.rows) == directives(whole)
    else:
        with pytest.raises(UnusualError):
            directives_of(whole.rows)
