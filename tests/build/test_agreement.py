"""Articles that are each valid and contradict one another make a graph all the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest
from pyoxigraph import NamedNode, Quad

from kg.build.agreement import agreeing
from kg.build.records import Built
from kg.errors import InputError, ValidationError
from kg.graph.complete import assembled
from kg.graph.dataset import Dataset
from kg.graph.validation import check
from kg.graph.vocabulary import BASE, PROV, TYPE
from tests.build.invented import Sizes, article

IS_A = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
ORG = "http://www.w3.org/ns/org#"
KG = "https://w3id.org/perintah/ns#"
POST = f"<{BASE}id/post/kepala-contoh>"
A, B = (f"<{BASE}id/unit/{name}>" for name in ("contoh-a", "contoh-b"))
LEADS = f'{POST} {IS_A} <{ORG}Post>|{POST} <http://www.w3.org/2000/01/rdf-schema#label> "Kepala"@id|{POST} <{KG}leads>'
UNITS = "|".join(
    f'{unit} {IS_A} <{ORG}OrganizationalUnit>|{unit} <http://www.w3.org/2000/01/rdf-schema#label> "Contoh"@id'
    for unit in (A, B)
)


def with_more(one: Built, *triples: str) -> Built:
    """An article that says more."""
    lines = [f"{triple} <{one.graph}> .\n" for given in triples for triple in given.split("|")]
    return replace(one, quads=one.quads + "".join(lines).encode())


@pytest.fixture(scope="module")
def articles() -> tuple[Built, ...]:
    """Three articles, by the name of their graphs."""
    made = (replace(article(f"b-{n}", f"agree/{n}", Sizes(sentences=1)), source=f"b-{n}.txt") for n in range(3))
    return tuple(sorted(made, key=lambda one: one.graph))


@dataclass(frozen=True)
class Case:
    """What three articles say besides; what is left out of them, or who is rejected, by place."""

    more: tuple[tuple[str, ...], ...]
    corrected: tuple[tuple[int, str], ...] = ()
    rejected: tuple[tuple[int, str], ...] = ()


CASES = {
    "nothing": Case(((), (), ())),
    "one against two": Case(
        ((UNITS, f"{LEADS} {A}"), (UNITS, f"{LEADS} {B}"), (UNITS, f"{LEADS} {B}")),
        corrected=(
            (0, "post:kepala-contoh kg:leads unit:contoh-a contradicts {1}: post:kepala-contoh kg:leads unit:contoh-b"),
        ),
    ),
    "one against one": Case(
        ((), (UNITS, f"{LEADS} {A}"), (UNITS, f"{LEADS} {B}")),
        corrected=((2, "post:kepala-contoh kg:leads unit:contoh-b contradicts {1}"),),
    ),
    "a circle": Case(
        ((UNITS, f"{A} <{ORG}subOrganizationOf> {B}"), (), (UNITS, f"{B} <{ORG}subOrganizationOf> {A}")),
        corrected=((2, "unit:contoh-b org:subOrganizationOf unit:contoh-a contradicts {0}"),),
    ),
    "an article that is wrong alone has no say": Case(
        ((UNITS, f"{LEADS} {A}", f"{LEADS} {B}"), (UNITS, f"{LEADS} {B}"), ()),
        rejected=((0, "a post leads at most one unit"),),
    ),
    "a shape broken together": Case(
        ((UNITS, f"{LEADS} {A}"), (f"{POST} <{ORG}postIn> <{BASE}id/nowhere>",), ()),
        rejected=((1, "breaks a shape together with that of {0}: post:kepala-contoh org:postIn"),),
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_bad_articles_do_not_cost_the_good_ones(case: Case, articles: tuple[Built, ...]) -> None:
    made = [with_more(one, *more) for one, more in zip(articles, case.more, strict=True)]
    for order in (made, made[::-1]):
        corrected, rejected = list[InputError](), list[InputError]()
        kept, whole = agreeing(order, graph, BASE, rejected.append, corrected.append)
        assert check(whole) == ()
        assert sorted(one.source for one in kept) == sorted({one.source for one in made} - {e.source for e in rejected})
        for told, expected in ((corrected, case.corrected), (rejected, case.rejected)):
            assert [error.source for error in told] == [made[n].source for n, _ in expected]
            for error, (_, why) in zip(told, expected, strict=True):
                assert why.format(*(one.source for one in made)) in error.reason


def graph(made: Sequence[Built]) -> Dataset:
    return assembled((one.quads for one in made), BASE)


def test_what_no_article_is_the_cause_of_is_an_error(articles: tuple[Built, ...]) -> None:
    def spoilt(made: Sequence[Built]) -> Dataset:
        dataset = graph(made)
        node = NamedNode(f"{BASE}id/run/x")
        dataset.extend([Quad(node, TYPE, PROV["Activity"], NamedNode(f"{BASE}id/graph/run"))])
        return dataset

    with pytest.raises(ValidationError, match="a run "):
        agreeing(articles, spoilt, BASE, _refused, _refused)


def _refused(error: InputError) -> None:
    raise AssertionError(error)
