"""Derived triples: SPARQL rules of `ontology/rules`, each with a named graph that says which rule made it.

All at once (`infer`), or after a change only what it touches (`rederive`, see `kg.graph.touches`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from kg.errors import QueryError
from kg.graph import literals
from kg.graph.answers import Triples
from kg.graph.names import Names
from kg.graph.touches import Row, Touch, chunks, read_touches, restricted, values
from kg.graph.vocabulary import KG, LABEL
from kg.graph.whole import Whole
from kg.lexicon.files import ontology_dir

if TYPE_CHECKING:
    from kg.graph.stores import GraphStore

_TEMPLATE = re.compile(r"CONSTRUCT\s*\{([^}]*)\}")
_HEAD = re.compile(r"#\s*([a-z]+)(?:@([a-z]+))?:\s*(.*)")


@dataclass(frozen=True, slots=True)
class Rule:
    """A CONSTRUCT over the union of all graphs; rules of a lower `order` run first.

    `touches` say what follows from a change; a rule that has none is run whole after every change.
    """

    name: str
    title_id: str
    title_en: str
    order: int
    sparql: str
    touches: tuple[Touch, ...] = field(default=(), compare=False)

    @property
    def template(self) -> tuple[str, ...]:
        """The triple patterns that the rule constructs. Raises QueryError unless they are written one by one."""
        match = _TEMPLATE.search(self.sparql)
        found = tuple(part.strip() for part in match[1].split(" . ")) if match else ()
        if not found or any(len(pattern.split()) != 3 for pattern in found):
            raise QueryError(f"rule {self.name}: its CONSTRUCT needs triples of three terms, parted by a full stop")
        return found


def rules() -> tuple[Rule, ...]:
    """The rules in the order in which they run. Raises QueryError where the head of a file is incomplete."""
    read = [_read(path) for path in sorted((ontology_dir() / "rules").glob("*.rq"))]
    return tuple(sorted(read, key=lambda rule: (rule.order, rule.name)))


def _read(path: Path) -> Rule:
    text = path.read_text("utf-8")
    head = {(m[1], m[2] or ""): m[3] for line in text.splitlines() if (m := _HEAD.fullmatch(line))}
    try:
        titles = head["title", "id"], head["title", "en"]
        return Rule(path.stem, *titles, int(head["order", ""]), text, read_touches(text))
    except (KeyError, ValueError) as error:
        raise QueryError(f"{path.name}: its head needs title@id, title@en and order") from error


def infer(dataset: GraphStore) -> dict[str, int]:
    """Runs all rules, each replacing what it derived before; the number of triples by rule."""
    derived: dict[str, int] = {}
    for rule in rules():
        graph = Names(dataset.base).rule(rule.name)
        dataset.clear(graph)
        if isinstance(dataset, Whole):
            about = list(described(rule, dataset.base))
            derived[rule.name] = dataset.construct(rule.sparql, NamedNode(graph)) + len(about)
            dataset.extend(about)
            continue
        quads = list(derive(dataset, rule))
        dataset.extend(quads)
        derived[rule.name] = sum(
            quad.graph_name.value == graph for quad in quads if isinstance(quad.graph_name, NamedNode)
        )
    return derived


def forget(dataset: GraphStore) -> None:
    """Removes everything that the rules derived."""
    for rule in rules():
        dataset.clear(Names(dataset.base).rule(rule.name))


def derive(dataset: GraphStore, rule: Rule) -> Iterator[Quad]:
    """What the rule derives now, and a description of its graph."""
    yield from _quads(_construct(dataset, rule, rule.sparql), rule, dataset.base)
    yield from described(rule, dataset.base)


def described(rule: Rule, base: str) -> Iterator[Quad]:
    """The description of a rule's graph, in that graph."""
    graph = NamedNode(Names(base).rule(rule.name))
    yield Quad(graph, KG["derivedBy"], literals.string(rule.name), graph)
    yield Quad(graph, LABEL, literals.text(rule.title_id), graph)
    yield Quad(graph, LABEL, literals.text(rule.title_en, literals.ENGLISH), graph)


def derived(dataset: GraphStore, rule: Rule, variables: Sequence[str], rows: Iterable[Row]) -> set[Quad]:
    """What the graph of a rule holds for these values of its variables."""
    graph, found = NamedNode(Names(dataset.base).rule(rule.name)), set()
    for part in chunks(rows):
        for pattern in rule.template:
            query = f"CONSTRUCT {{ {pattern} }} WHERE {{ {values(variables, part)} GRAPH {graph} {{ {pattern} }} }}"
            found |= set(_quads(_construct(dataset, rule, query), rule, dataset.base))
    return found


def rederive(dataset: GraphStore, rule: Rule, variables: Sequence[str], rows: Iterable[Row]) -> set[Quad]:
    """What the rule derives now for these values of its variables."""
    found: set[Quad] = set()
    for part in chunks(rows):
        query = restricted(rule.sparql, variables, part)
        found |= set(_quads(_construct(dataset, rule, query), rule, dataset.base))
    return found


def _construct(dataset: GraphStore, rule: Rule, sparql: str) -> Sequence[Triple]:
    answer = dataset.query(sparql)
    if not isinstance(answer, Triples):
        raise QueryError(f"rule {rule.name}: a CONSTRUCT is needed")
    return answer.triples


def _quads(triples: Iterable[Triple], rule: Rule, base: str) -> Iterator[Quad]:
    """The triples in the graph of their rule."""
    graph = NamedNode(Names(base).rule(rule.name))
    for triple in triples:
        subject, object_ = triple.subject, triple.object
        if isinstance(subject, NamedNode) and isinstance(object_, NamedNode | BlankNode | Literal):
            yield Quad(subject, triple.predicate, object_, graph)
