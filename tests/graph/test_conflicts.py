"""Which statements go where articles contradict one another or the gazetteer."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from pyoxigraph import NamedNode, Quad

from kg.graph.conflicts import Conflict, claims, conflicts, without
from kg.graph.dataset import Dataset
from kg.graph.names import Names
from kg.graph.validation import load_rules
from kg.graph.vocabulary import BASE, KG, ORG, SCHEMA, TYPE

GAZETTEER = "gazetteer"
CLASSES = {"post": ORG["Post"], "unit": ORG["OrganizationalUnit"], "operation": KG["Operation"]}
PROPERTIES = {"leads": KG["leads"], "in": ORG["postIn"], "below": ORG["subOrganizationOf"], "at": KG["place"]}


def node(name: str) -> NamedNode:
    return NamedNode(f"{BASE}id/{name}")


def said(text: str) -> list[Quad]:
    """What "a: post/x leads unit/y" says, with the types of its nodes."""
    graph, _, statement = text.partition(": ")
    name = NamedNode(Names(BASE).gazetteer) if graph == GAZETTEER else node(f"graph/{graph}")
    subject, path, value = statement.split()
    typed = [(node(n), CLASSES[n.partition("/")[0]]) for n in (subject, value) if n.partition("/")[0] in CLASSES]
    return [Quad(node(subject), PROPERTIES[path], node(value), name), *(Quad(n, TYPE, kind, name) for n, kind in typed)]


def statements(quads: Sequence[Quad]) -> list[str]:
    """The quads in the notation of `said`."""
    names = {path: name for name, path in PROPERTIES.items()}
    local = [[str(term)[1:-1].rsplit("id/", 1)[-1] for term in (q.graph_name, q.subject, q.object)] for q in quads]
    return [
        f"{g.removeprefix('graph/')}: {s} {names[q.predicate]} {o}" for (g, s, o), q in zip(local, quads, strict=True)
    ]


@dataclass(frozen=True)
class Case:
    """What articles and the gazetteer say, what of it goes, and against what."""

    said: tuple[str, ...]
    gone: tuple[str, ...]
    kept: str = ""


CASES = {
    "nobody contradicts": Case(("a: post/x leads unit/y", "b: post/x leads unit/y", "b: post/x in unit/z"), ()),
    "the gazetteer is right": Case(
        ("a: post/x leads unit/z", "b: post/x leads unit/z", "gazetteer: post/x leads unit/y"),
        ("a: post/x leads unit/z", "b: post/x leads unit/z"),
        "gazetteer: post/x leads unit/y",
    ),
    "most articles are right": Case(
        ("a: post/x in unit/z", "b: post/x in unit/y", "c: post/x in unit/y"),
        ("a: post/x in unit/z",),
        "b: post/x in unit/y",
    ),
    "of equals the smallest name of a graph": Case(
        ("b: post/x in unit/a", "a: post/x in unit/z", "c: post/x in unit/m"),
        ("b: post/x in unit/a", "c: post/x in unit/m"),
        "a: post/x in unit/z",
    ),
    "what the gazetteer says twice stays": Case(
        ("gazetteer: post/x in unit/y", "gazetteer: post/x in unit/z", "a: post/x in unit/w"),
        ("a: post/x in unit/w",),
        "gazetteer: post/x in unit/y",
    ),
    "another post is another matter": Case(("a: post/x leads unit/z", "b: post/y leads unit/w"), ()),
    "a property without a limit": Case(("a: unit/x below unit/y", "b: unit/x below unit/z"), ()),
    "a limit of another class": Case(("a: operation/x at place/y", "b: operation/x at place/z"), ()),
    "a circle of two": Case(
        ("a: unit/x below unit/y", "b: unit/y below unit/x", "c: unit/y below unit/x"),
        ("a: unit/x below unit/y",),
        "b: unit/y below unit/x",
    ),
    "a circle with the gazetteer": Case(
        (
            *("gazetteer: unit/x below unit/y", "a: unit/y below unit/z", "b: unit/z below unit/x"),
            *("c: unit/z below unit/x", "c: unit/z below unit/w"),
        ),
        ("a: unit/y below unit/z",),
        "b: unit/z below unit/x",
    ),
    "below itself": Case(("a: unit/x below unit/x",), ("a: unit/x below unit/x",), "a: unit/x below unit/x"),
}


def found(quads: Sequence[Quad]) -> tuple[Conflict, ...]:
    return conflicts(quads, load_rules().limits, BASE)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_contradicts(case: Case) -> None:
    quads = [quad for text in case.said for quad in said(text)]
    gone = [(statements([one.kept])[0], *statements(one.gone)) for one in found(quads)]
    assert gone == ([(case.kept, *case.gone)] if case.gone else [])


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_order_does_not_matter_and_nothing_contradicts_afterwards(case: Case) -> None:
    quads = [quad for text in case.said for quad in said(text)]
    before = found(quads)
    for seed in range(5):
        random.Random(seed).shuffle(quads)  # noqa: S311
        assert found(quads) == before
    left = set(quads).difference(*(one.gone for one in before))
    assert found(sorted(left, key=str)) == ()


def test_a_dataset_is_asked_for_what_may_contradict() -> None:
    quads = [quad for case in CASES.values() for text in case.said for quad in said(text)]
    dataset, limits = Dataset.of(quads), load_rules().limits
    assert conflicts(claims(dataset, limits), limits, BASE) == found(quads) != ()
    post = conflicts(claims(dataset, limits, [node("post/x")]), limits, BASE)
    assert post == tuple(one for one in found(quads) if one.kept.subject == node("post/x")) != ()


def test_a_document_loses_what_contradicts_and_no_more() -> None:
    quads = [quad for text in CASES["most articles are right"].said for quad in said(text)]
    document = "".join(f"{quad.triple} {quad.graph_name} .\n" for quad in quads).encode()
    left, reasons = without(document, found(quads), {node("graph/b").value: "b.txt"}, BASE)
    assert [line for line in document.splitlines() if line not in left.splitlines()] == [document.splitlines()[0]]
    assert reasons == ["post:x org:postIn unit:z contradicts b.txt: post:x org:postIn unit:y"]


def test_the_shapes_limit_what_articles_say_of_shared_things() -> None:
    limits = {(limit.path, kind) for limit in load_rules().limits for kind in limit.kinds if limit.most == 1}
    shared = {(KG["leads"], ORG["Post"]), (ORG["postIn"], ORG["Post"]), (KG["regionCode"], SCHEMA["Place"])}
    assert shared <= limits
