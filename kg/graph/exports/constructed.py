"""Exports that are CONSTRUCT queries of `ontology/exports`: Web Annotation and NIF, as Turtle."""

from __future__ import annotations

from pyoxigraph import DefaultGraph, Quad

from kg.errors import QueryError
from kg.graph.answers import Triples
from kg.graph.serialise import turtle
from kg.graph.stores import GraphStore
from kg.lexicon.files import ontology_dir


def web_annotations(dataset: GraphStore) -> bytes:
    """Each role in a claim as an `oa:Annotation` of the article (Web Annotation Data Model)."""
    return _constructed(dataset, "oa")


def nif(dataset: GraphStore) -> bytes:
    """Sentences and phrases of evidence as strings of NIF 2.0 Core, with the party that each names."""
    return _constructed(dataset, "nif")


def _constructed(dataset: GraphStore, name: str) -> bytes:
    answer = dataset.query((ontology_dir() / "exports" / f"{name}.rq").read_text("utf-8"))
    if not isinstance(answer, Triples):
        raise QueryError(f"{name}.rq: a CONSTRUCT is needed")
    return turtle((Quad(t.subject, t.predicate, t.object, DefaultGraph()) for t in answer.triples), dataset.base)
