"""Checks a graph against the SHACL shapes of `ontology/shapes.ttl`."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, Quad, RdfFormat, Triple, parse

from kg.errors import ValidationError
from kg.graph.conflicts import Limit, read_limits
from kg.graph.constraints import Constraint, breaches, read_constraints
from kg.graph.dataset import Dataset
from kg.graph.interchange import to_rdflib, to_term
from kg.graph.labels import labels_of, preferred_labels
from kg.graph.lines import facts, read_quads
from kg.graph.lines import union as facts_together
from kg.graph.rows import Row, classes_below, gather, rows_of, rows_of_triples
from kg.graph.screening import Shape, doubtful, read_shapes
from kg.graph.serialise import union
from kg.graph.shapes import Shapes, Term
from kg.graph.sureties import surely_kept
from kg.graph.tables import short_iri
from kg.graph.vocabulary import BASE, KG, OA, SCHEMA
from kg.graph.whole import Whole, facts_of
from kg.lexicon.files import ontology_dir

if TYPE_CHECKING:
    import rdflib

    from kg.graph.stores import GraphStore


_SHAPES = "shapes.ttl"


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One breach of a shape: what is wrong (`message`), where, and in which articles (their titles).

    `focus` is short, `node` the same as an IRI.
    """

    focus: str
    path: str
    value: str
    message: str
    shape: str
    articles: tuple[str, ...]
    node: str = ""

    def __str__(self) -> str:
        """The breach in one line."""
        at = " ".join(part for part in (self.focus, self.path, self.value) if part)
        cited = f" [{'; '.join(self.articles)}]" if self.articles else ""
        return f"{at}: {self.message}{cited}"


def check(dataset: GraphStore) -> tuple[Violation, ...]:
    """All breaches of the shapes, sorted; none means that the graph is valid.

    pySHACL checks the core constraints of the nodes that `kg.graph.screening` leaves in doubt, and of those in SPARQL
    (`kg.graph.constraints`) are asked which `kg.graph.sureties` leaves in doubt.

    Raises ValidationError where the shapes themselves cannot be applied.
    """
    rules = load_rules()
    doubted, unsure = _doubts(_rows(dataset), rules)
    asked = dataset.full() if unsure and isinstance(dataset, Whole) else dataset
    broken = [(one, row) for one in unsure for row in breaches(asked, one)]
    if not broken and doubted is not None and not doubted:
        return ()
    import rdflib

    with _ill_formed_literals_passed_over():
        data = to_rdflib(union(dataset))
        found = {
            Violation(
                short_iri(focus, dataset.base),
                path,
                value,
                one.message,
                "",
                _articles(rdflib.URIRef(focus), data),
                focus,
            )
            for one, (focus, path, value) in broken
        }
        if doubted is None or doubted:
            shapes = _core(ontology_dir())
            if doubted is not None:
                _aim(shapes, doubted)
            found.update(_violations(_report(data, shapes, to_rdflib(ontology_triples())), data, dataset.base))
    return tuple(sorted(found))


@contextmanager
def _ill_formed_literals_passed_over() -> Iterator[None]:
    """rdflib logs a traceback for each literal that is no value of its type; the report names those that matter."""
    log = logging.getLogger("rdflib.term")
    before = log.level
    log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        log.setLevel(before)


def _rows(dataset: GraphStore) -> Mapping[str, Row]:
    """What all graphs say of each node."""
    if isinstance(dataset, Whole):
        return dataset.rows
    if isinstance(dataset, Dataset):
        return rows_of(facts_of(dataset.store, DefaultGraph()))
    return rows_of(facts(str(triple) for triple in union(dataset)))


def _doubts(
    rows: Mapping[str, Row], rules: Rules
) -> tuple[Mapping[str, frozenset[Term]] | None, tuple[Constraint, ...]]:
    """The nodes that may break shapes, as `kg.graph.screening.doubtful` tells them, and the constraints not surely
    kept.
    """
    if rules.screen is None:
        return None, rules.constraints
    gathered = gather(rows, rules.ontology)
    return doubtful(gathered, rules.screen), tuple(one for one in rules.constraints if not surely_kept(one, gathered))


def first_breach(nquads: bytes, base: str = BASE) -> str:
    """The first breach of a shape in the graph of one article (with the gazetteer's part), "" where it is valid.

    What the rows leave no doubt about needs no store.
    """
    graphs = read_quads([nquads])
    labels = facts(str(quad.triple) for quad in labels_of(graphs, base))
    if not any(_doubts(rows_of(facts_together([*graphs.values(), labels])), load_rules())):
        return ""
    dataset = Whole([nquads], base)
    dataset.extend(list(preferred_labels(dataset)))
    return next((str(one) for one in check(dataset)), "")


@dataclass(frozen=True, slots=True)
class Rules:
    """The shapes, ready to apply: what the screen read of them (`None`: not all of it), their SPARQL, the ontology.

    `limits` are those on the number of values (`kg.graph.conflicts`).
    """

    screen: tuple[Shape, ...] | None
    constraints: tuple[Constraint, ...]
    ontology: Mapping[str, Row]
    limits: tuple[Limit, ...]


def load_rules() -> Rules:
    """The rules of the installed ontology. Raises ValidationError where they cannot be applied."""
    return _rules(ontology_dir())


@lru_cache(maxsize=2)
def _rules(folder: Path) -> Rules:
    shapes, ontology = Shapes((folder / _SHAPES).read_bytes()), rows_of_triples(ontology_triples())
    limits = read_limits(shapes, classes_below(ontology))
    return Rules(read_shapes(shapes), read_constraints(shapes), ontology, limits)


def _core(folder: Path) -> rdflib.Graph:
    """The shapes without their SPARQL constraints."""
    import rdflib

    shapes = rdflib.Graph().parse(folder / _SHAPES, format="turtle")
    shapes.remove((None, rdflib.SH.sparql, None))
    return shapes


def _aim(shapes: rdflib.Graph, nodes: Mapping[str, frozenset[Term]]) -> None:
    """Gives each shape the nodes in doubt for its targets."""
    from rdflib import RDF, SH

    for shape in list(shapes.subjects(RDF.type, SH.NodeShape)):
        shapes.remove((shape, SH.targetClass, None))
        shapes.remove((shape, SH.targetSubjectsOf, None))
        for node in nodes.get(str(shape), ()):
            shapes.add((shape, SH.targetNode, to_term(node)))


def _report(data: rdflib.Graph, shapes: rdflib.Graph, ontology: rdflib.Graph) -> rdflib.Graph:
    """pySHACL's report."""
    import rdflib
    from pyshacl import validate

    _, report, text = validate(data, shacl_graph=shapes, ont_graph=ontology, advanced=False, do_owl_imports=False)
    if not isinstance(report, rdflib.Graph):
        raise ValidationError(f"the shapes cannot be applied: {text}")
    return report


def ontology_triples() -> tuple[Triple, ...]:
    """What the ontology says of its classes and terms, which shapes look at besides the graph."""
    return tuple(
        statement.triple
        for name in ("perintah.ttl", "force.ttl")
        for statement in parse((ontology_dir() / name).read_bytes(), format=RdfFormat.TURTLE)
        if isinstance(statement, Quad)
    )


def require_valid(dataset: GraphStore) -> None:
    """Raises ValidationError, naming the first breach and how many there are, unless the graph is valid."""
    found = check(dataset)
    if found:
        raise ValidationError(f"the graph breaks its shapes {len(found)} times: {found[0]}")


def _violations(report: rdflib.Graph, data: rdflib.Graph, base: str) -> Iterator[Violation]:
    from rdflib import RDF, SH, URIRef

    for result in report.subjects(RDF.type, SH.ValidationResult):
        focus = report.value(result, SH.focusNode)
        path, value = report.value(result, SH.resultPath), report.value(result, SH.value)
        shape = report.value(result, SH.sourceShape)
        yield Violation(
            focus=short_iri(str(focus), base),
            path="" if path is None else short_iri(str(path), base),
            value="" if value is None or value == focus else short_iri(str(value), base),
            message=str(report.value(result, SH.resultMessage)),
            shape=short_iri(str(shape), base) if isinstance(shape, URIRef) else "",
            articles=_articles(focus, data),
            node=str(focus),
        )


def _articles(focus: rdflib.term.Node | None, data: rdflib.Graph) -> tuple[str, ...]:
    """Titles of the articles that a claim, a stretch of text, a selector or an article itself comes from, sorted."""
    from rdflib import RDF, SKOS, URIRef

    article_class = URIRef(SCHEMA["NewsArticle"].value)
    near = {focus, *data.subjects(URIRef(OA["hasSelector"].value), focus)}
    origins = (URIRef(KG["reportedIn"].value), URIRef(OA["hasSource"].value))
    articles = near | {article for node in near for origin in origins for article in data.objects(node, origin)}
    found = {a for a in articles if a is not None and (a, RDF.type, article_class) in data}
    return tuple(sorted(str(data.value(article, SKOS.prefLabel) or article) for article in found))
