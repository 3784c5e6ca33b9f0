"""The check of one article's graph: what the screen lets pass, pySHACL would."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.dataset import Dataset
from kg.graph.labels import preferred_labels
from kg.graph.serialise import nquads, parsed
from kg.graph.validation import Violation, check, first_breach, load_rules
from kg.graph.vocabulary import BASE, KG, XSD
from tests.build.invented import Sizes, article


@pytest.fixture(scope="module")
def valid() -> Dataset:
    """The graph of one invented article."""
    dataset = Dataset.of(parsed(article("berita-1", "shapes/1", Sizes(sentences=2)).quads))
    dataset.extend(list(preferred_labels(dataset)))
    return dataset


def whole(dataset: Dataset, monkeypatch: pytest.MonkeyPatch) -> tuple[Violation, ...]:
    """What pySHACL finds where the screen knows nothing and it looks at every node."""
    with monkeypatch.context() as patch:
        blind = replace(load_rules(), screen=None)
        patch.setattr("kg.graph.validation.load_rules", lambda: blind)
        return check(dataset)


def test_a_valid_graph_has_no_breach(valid: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    assert whole(valid, monkeypatch) == () == check(valid)


Edit = Callable[[Quad, random.Random], list[Quad]]


def dropped(quad: Quad, _: random.Random) -> list[Quad]:
    return []


def doubled(quad: Quad, rng: random.Random) -> list[Quad]:
    return [quad, Quad(quad.subject, quad.predicate, _other(quad, rng), quad.graph_name)]


def swapped(quad: Quad, rng: random.Random) -> list[Quad]:
    return [Quad(quad.subject, quad.predicate, _other(quad, rng), quad.graph_name)]


def _other(quad: Quad, rng: random.Random) -> Literal | NamedNode:
    numbers = Literal("-1", datatype=XSD["integer"]), Literal("7.5", datatype=XSD["decimal"])
    texts = Literal("x", language="id"), Literal(""), Literal("2024-01-01", datatype=XSD["date"])
    return rng.choice((*numbers, *texts, KG["order"], NamedNode(f"{BASE}id/x")))


@pytest.mark.parametrize("edit", [dropped, doubled, swapped])
def test_nothing_that_breaks_a_shape_passes_the_screen(
    valid: Dataset, edit: Edit, monkeypatch: pytest.MonkeyPatch
) -> None:
    rng = random.Random(edit.__name__)  # noqa: S311
    quads = valid.quads()
    chosen = set(rng.sample(range(len(quads)), len(quads) // 6))
    broken = Dataset.of(one for n, quad in enumerate(quads) for one in (edit(quad, rng) if n in chosen else [quad]))
    assert check(broken) == whole(broken, monkeypatch) != ()


@dataclass(frozen=True)
class Case:
    """What is added to an article's graph, and what is then said of it."""

    predicate: NamedNode
    value: Literal | NamedNode
    message: str


@pytest.mark.parametrize(
    "case",
    [
        Case(KG["force"], KG["order"], ""),
        Case(KG["confidence"], Literal("1.5", datatype=XSD["decimal"]), "confidence"),
        Case(KG["saidOn"], Literal("besok"), "said on"),
    ],
)
def test_one_article_is_checked_alone(case: Case) -> None:
    built = article("berita-2", "shapes/2", Sizes(sentences=1))
    assert first_breach(built.quads, BASE) == ""
    quads = list(parsed(built.quads))
    directive = next(quad for quad in quads if quad.predicate == KG["force"])
    wrong = Quad(directive.subject, case.predicate, case.value, directive.graph_name)
    kept = [quad for quad in quads if (quad.subject, quad.predicate) != (wrong.subject, wrong.predicate)]
    found = first_breach(nquads([*kept, wrong]), BASE)
    assert case.message in found
    assert bool(found) == bool(case.message)
