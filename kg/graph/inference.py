"""Derived triples: SPARQL rules of `ontology/rules`, each with a named graph that says which rule made it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from kg.errors import QueryError
from kg.graph import literals
from kg.graph.answers import Triples
from kg.graph.dataset import Dataset
from kg.graph.names import Names
from kg.graph.vocabulary import KG, LABEL
from kg.lexicon.files import ontology_dir

_HEAD = re.compile(r"#\s*([a-z]+)(?:@([a-z]+))?:\s*(.*)")


@dataclass(frozen=True, slots=True)
class Rule:
    """A CONSTRUCT over the union of all graphs; rules of a lower `order` run first."""

    name: str
    title_id: str
    title_en: str
    order: int
    sparql: str


def rules() -> tuple[Rule, ...]:
    """The rules in the order in which they run. Raises QueryError where the head of a file is incomplete."""
    read = [_read(path) for path in sorted((ontology_dir() / "rules").glob("*.rq"))]
    return tuple(sorted(read, key=lambda rule: (rule.order, rule.name)))


def _read(path: Path) -> Rule:
    text = path.read_text("utf-8")
    head = {(m[1], m[2] or ""): m[3] for line in text.splitlines() if (m := _HEAD.fullmatch(line))}
    try:
        return Rule(path.stem, head["title", "id"], head["title", "en"], int(head["order", ""]), text)
    except (KeyError, ValueError) as error:
        raise QueryError(f"{path.name}: its head needs title@id, title@en and order") from error


def infer(dataset: Dataset) -> dict[str, int]:
    """Runs all rules, each replacing what it derived before; the number of triples by rule."""
    derived: dict[str, int] = {}
    for rule in rules():
        graph = Names(dataset.base).rule(rule.name)
        dataset.clear(graph)
        quads = list(derive(dataset, rule))
        dataset.extend(quads)
        derived[rule.name] = sum(
            quad.graph_name.value == graph for quad in quads if isinstance(quad.graph_name, NamedNode)
        )
    return derived


def forget(dataset: Dataset) -> None:
    """Removes everything that the rules derived."""
    for rule in rules():
        dataset.clear(Names(dataset.base).rule(rule.name))


def derive(dataset: Dataset, rule: Rule) -> Iterator[Quad]:
    """What the rule derives now, and a description of its graph."""
    answer = dataset.query(rule.sparql)
    if not isinstance(answer, Triples):
        raise QueryError(f"rule {rule.name}: a CONSTRUCT is needed")
    graph = NamedNode(Names(dataset.base).rule(rule.name))
    for triple in answer.triples:
        subject, object_ = triple.subject, triple.object
        if isinstance(subject, NamedNode) and isinstance(object_, NamedNode | BlankNode | Literal):
            yield Quad(subject, triple.predicate, object_, graph)
    yield Quad(graph, KG["derivedBy"], literals.string(rule.name), graph)
    yield Quad(graph, LABEL, literals.text(rule.title_id), graph)
    yield Quad(graph, LABEL, literals.text(rule.title_en, literals.ENGLISH), graph)
