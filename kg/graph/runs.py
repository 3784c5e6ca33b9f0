"""The provenance of a build in PROV-O: which program, models and lexicon made which graphs from which articles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.graph import literals
from kg.graph.names import Names, digest
from kg.graph.vocabulary import DCTERMS, KG, LABEL, PROV, TYPE, XSD

if TYPE_CHECKING:
    from kg.graph.stores import GraphStore


@dataclass(frozen=True, slots=True)
class Run:
    """What made a graph: versions of the programs by name, SHA-256 of weights and lexicon files by name.

    `started` is `None` unless the user asks for the time, so that the same input gives the same bytes.
    """

    programs: Mapping[str, str]
    models: Mapping[str, str] = field(default_factory=dict)
    lexicon: Mapping[str, str] = field(default_factory=dict)
    started: datetime | None = None


_ARTICLES = "SELECT DISTINCT ?graph ?article WHERE { GRAPH ?graph { ?graph prov:wasDerivedFrom ?article } }"


def record_run(dataset: GraphStore, run: Run) -> str:
    """Puts the record of a run into the dataset, in the place of an earlier one; the IRI of the run.

    The run used every article of the dataset and generated its graph.
    """
    names = Names(dataset.base)
    made = sorted(
        (graph.value, article.value)
        for graph, article in dataset.select(_ARTICLES).rows
        if isinstance(graph, NamedNode) and isinstance(article, NamedNode)
    )
    key = digest(*sorted(run.programs.items()), *sorted(run.models.items()), *sorted(run.lexicon.items()), *made)
    node, graph = NamedNode(f"{dataset.base}id/run/{key}"), NamedNode(names.run)
    quads = [
        Quad(triple.subject, triple.predicate, triple.object, graph) for triple in _describe(node, run, made, names)
    ]
    dataset.clear(names.run)
    dataset.extend(quads)
    return node.value


def run_quads(run: Run, fingerprint: str, base: str) -> tuple[str, list[Quad]]:
    """The IRI and the description of a run that adds to a store: all runs with one `fingerprint` are one.

    What it made is said article by article (`kg.graph.ledger`).
    """
    names = Names(base)
    parts = sorted({**run.programs, **run.models, **run.lexicon}.items())
    node, graph = NamedNode(f"{base}id/run/{digest(fingerprint, *parts)}"), NamedNode(names.run)
    triples = [*_describe(node, run, [], names), Triple(node, KG["fingerprint"], literals.string(fingerprint))]
    return node.value, [Quad(triple.subject, triple.predicate, triple.object, graph) for triple in triples]


def idle_runs(store: GraphStore, keep: str) -> list[Quad]:
    """The descriptions of runs that made none of the store's articles, but for the run `keep`."""
    graph = NamedNode(Names(store.base).run)
    idle = [node for node, number in _other_runs(store, keep).items() if not number]
    return [quad for node in idle for quad in store.quads_for_pattern(node, None, None, graph)]


def made_otherwise(store: GraphStore, run: str) -> dict[str, int]:
    """How many articles of a store were made by other runs than `run`, by the fingerprint of these."""
    graph, found = NamedNode(Names(store.base).run), dict[str, int]()
    for node, number in _other_runs(store, run).items():
        for quad in store.quads_for_pattern(node, KG["fingerprint"], None, graph):
            if isinstance(quad.object, Literal) and number:
                found[quad.object.value] = found.get(quad.object.value, 0) + number
    return found


def _other_runs(store: GraphStore, run: str) -> dict[NamedNode, int]:
    """The runs of a store besides `run`, with the number of articles that each has made."""
    graph, found = NamedNode(Names(store.base).run), dict[NamedNode, int]()
    for quad in list(store.quads_for_pattern(None, TYPE, PROV["Activity"], graph)):
        node = quad.subject
        if isinstance(node, NamedNode) and node.value != run:
            made = f"GRAPH {graph} {{ ?made prov:wasGeneratedBy {node} }}"
            counted = store.select(f"SELECT (COUNT(?made) AS ?number) WHERE {{ {made} }}").rows[0][0]
            found[node] = int(counted.value) if isinstance(counted, Literal) else 0
    return found


def _describe(node: NamedNode, run: Run, made: list[tuple[str, str]], names: Names) -> Iterator[Triple]:
    yield Triple(node, TYPE, PROV["Activity"])
    yield Triple(node, LABEL, literals.text("pembuatan graf"))
    yield Triple(node, LABEL, literals.text("building of the graph", literals.ENGLISH))
    if run.started is not None:
        yield Triple(node, PROV["startedAtTime"], Literal(run.started.isoformat(), datatype=XSD["dateTime"]))
    for name, version in sorted(run.programs.items()):
        agent = NamedNode(names.absolute(f"id/software/{digest(name, version)}"))
        yield Triple(node, PROV["wasAssociatedWith"], agent)
        yield Triple(agent, TYPE, PROV["SoftwareAgent"])
        yield Triple(agent, LABEL, literals.text(name))
        yield Triple(agent, DCTERMS["hasVersion"], literals.string(version))
    for kind, files in (("model", run.models), ("lexicon", run.lexicon)):
        for name, sha256 in sorted(files.items()):
            file = NamedNode(names.absolute(f"id/{kind}/{digest(name, sha256)}"))
            yield Triple(node, PROV["used"], file)
            yield Triple(file, TYPE, PROV["Entity"])
            yield Triple(file, LABEL, literals.text(name))
            yield Triple(file, KG["sha256"], literals.string(sha256))
    for graph, article in made:
        yield Triple(node, PROV["used"], NamedNode(article))
        yield Triple(NamedNode(graph), PROV["wasGeneratedBy"], node)
