"""The graph in the formats of other tools."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kg.errors import StoreError
from kg.graph.exports.constructed import nif, web_annotations
from kg.graph.exports.followthemoney import follow_the_money
from kg.graph.exports.gexf import gexf
from kg.graph.exports.graphml import graphml
from kg.graph.exports.jsonld import json_ld
from kg.graph.exports.neo4j import neo4j
from kg.graph.output import directives
from kg.graph.serialise import nquads, ntriples, trig, turtle
from kg.graph.stores import GraphStore
from kg.graph.tables import to_csv

FORMS: Mapping[str, Callable[[GraphStore], bytes]] = {
    "ttl": lambda dataset: turtle(dataset, dataset.base),
    "trig": lambda dataset: trig(dataset, dataset.base),
    "nt": ntriples,
    "nq": nquads,
    "jsonld": json_ld,
    "graphml": graphml,
    "gexf": gexf,
    "csv": lambda dataset: to_csv(directives(dataset), dataset.base).encode(),
    "neo4j": neo4j,
    "ftm": follow_the_money,
    "oa": web_annotations,
    "nif": nif,
}
"""Name of a format to its exporter; `neo4j` is a ZIP archive of two CSV files, the others are one document."""


def export(dataset: GraphStore, form: str) -> bytes:
    """The graph in one of `FORMS`: the same graph gives the same bytes. Raises StoreError for an unknown format."""
    if form not in FORMS:
        raise StoreError(f"unknown format {form!r}; there are {', '.join(FORMS)}")
    return FORMS[form](dataset)
