"""Checks a graph against the SHACL shapes of `ontology/shapes.ttl`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import ValidationError
from kg.graph.constraints import breaches, take_constraints
from kg.graph.interchange import to_rdflib
from kg.graph.serialise import union
from kg.graph.stores import GraphStore
from kg.graph.tables import short_iri
from kg.graph.vocabulary import KG, OA, SCHEMA
from kg.lexicon.files import ontology_dir

if TYPE_CHECKING:
    import rdflib


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One breach of a shape: what is wrong (`message`), where, and in which articles (their titles)."""

    focus: str
    path: str
    value: str
    message: str
    shape: str
    articles: tuple[str, ...]

    def __str__(self) -> str:
        """The breach in one line."""
        at = " ".join(part for part in (self.focus, self.path, self.value) if part)
        cited = f" [{'; '.join(self.articles)}]" if self.articles else ""
        return f"{at}: {self.message}{cited}"


def check(dataset: GraphStore) -> tuple[Violation, ...]:
    """All breaches of the shapes, sorted; none means that the graph is valid.

    pySHACL checks the core constraints, `kg.graph.constraints` those in SPARQL.

    Raises ValidationError where the shapes themselves cannot be applied.
    """
    import rdflib
    from pyshacl import validate

    data = to_rdflib(union(dataset))
    shapes = rdflib.Graph().parse(ontology_dir() / "shapes.ttl", format="turtle")
    ontology = rdflib.Graph()
    for name in ("perintah.ttl", "force.ttl"):
        ontology.parse(ontology_dir() / name, format="turtle")
    constraints = take_constraints(shapes)
    _, report, text = validate(data, shacl_graph=shapes, ont_graph=ontology, advanced=False, do_owl_imports=False)
    if not isinstance(report, rdflib.Graph):
        raise ValidationError(f"the shapes cannot be applied: {text}")
    found = set(_violations(report, data, dataset.base))
    for constraint in constraints:
        for focus, path, value in breaches(dataset, constraint):
            node = rdflib.URIRef(focus)
            named = short_iri(focus, dataset.base)
            found.add(Violation(named, path, value, constraint.message, "", _articles(node, data)))
    return tuple(sorted(found))


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
