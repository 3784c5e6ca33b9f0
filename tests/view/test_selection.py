"""Which directives the options of a view leave."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import rdflib
from pyoxigraph import RdfFormat, Store

from kg.errors import QueryError
from kg.view import select

KG = "PREFIX kg: <https://w3id.org/perintah/ns#> PREFIX id: <https://w3id.org/perintah/id/> "


def contents(store: object, **options: Any) -> set[str]:
    return {d.content for d in select(store, **options).directives}


def test_without_options_everything_is_shown(example: Store) -> None:
    assert (
        len(select(example).directives)
        == len(select(example, force="", focus=None, since="", until=None).directives)
        > 5
    )


@pytest.mark.parametrize(
    ("options", "kept"),
    [
        ({"force": "request"}, {"mengawasi distribusi beras"}),
        (
            {"force": ["request", "forbid"]},
            {"mengawasi distribusi beras", "menutup jalan", "menerima pemberian dari pasangan calon"},
        ),
        ({"force": "request,forbid", "since": "2024-12-04"}, {"menutup jalan"}),
        ({"since": date(2024, 12, 2), "until": "2024-12-02"}, {"mengawasi distribusi beras"}),
        ({"focus": "Kabid Humas Polda Lampung", "hops": 1}, {"melapor jika ada intimidasi"}),
        ({"focus": "kabid humas polda lampung", "hops": 1}, {"melapor jika ada intimidasi"}),
        ({"focus": "Ratna", "hops": 1}, {"melapor jika ada intimidasi"}),
        ({"focus": "https://w3id.org/perintah/id/post/kapolsek-kedondong", "hops": 1}, {"membubarkan rapat warga"}),
        ({"focus": "Polsek Kedondong", "hops": 1}, {"membubarkan rapat warga"}),
    ],
)
def test_options(example: Store, options: dict[str, Any], kept: set[str]) -> None:
    assert contents(example, **options) == kept


def test_more_hops_reach_further(example: Store) -> None:
    sizes = [len(contents(example, focus="Kapolsek Kedondong", hops=hops)) for hops in (1, 2, 3)]
    assert sizes[0] < sizes[1] <= sizes[2]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"force": "shout"}, "there is no force 'shout'"),
        ({"since": "24-11-2024"}, "write it as 2024-11-24"),
        ({"focus": "Kapolda Lampug"}, "did you mean kapolda lampung"),
        ({"focus": "xyzzy"}, "nobody in the graph is called 'xyzzy'"),
        ({"focus": "   "}, "nobody in the graph"),
        ({"query": "SELECT WHERE"}, "the query cannot be read"),
        ({"query": "SELECT ?x WHERE { BIND('nobody' AS ?x) }"}, "name no directive"),
        ({"query": "ASK { ?s ?p ?o }"}, "name no directive"),
    ],
)
def test_what_is_wrong_is_explained(example: Store, options: dict[str, Any], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        select(example, **options)


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("SELECT ?d WHERE { ?d kg:force kg:request }", {"mengawasi distribusi beras"}),
        ("SELECT ?d ?x WHERE { ?d kg:force kg:request ; kg:content ?x }", {"mengawasi distribusi beras"}),
        ("CONSTRUCT { ?d a kg:Directive } WHERE { ?d kg:force kg:request }", {"mengawasi distribusi beras"}),
        (
            "SELECT ?a WHERE { VALUES ?a { <https://w3id.org/perintah/id/post/kapolsek-kedondong> } }",
            {"membubarkan rapat warga"},
        ),
    ],
)
def test_the_answers_of_a_query(example: Store, query: str, kept: set[str]) -> None:
    assert contents(example, query=KG + query) == kept
    same = rdflib.Dataset(default_union=True)
    same.parse(data=example.dump(format=RdfFormat.TRIG), format="trig")
    assert contents(same, query=KG + query) == kept
