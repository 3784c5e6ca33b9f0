"""rdflib's own interface to a store on disk, as somebody who knows rdflib and not this project would use it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import NamedNode, Quad, RdfFormat, parse
from rdflib import RDF, SKOS, URIRef

from kg.graph.dataset import Dataset
from kg.graph.stores import open_store
from kg.graph.vocabulary import KG, NS

pytestmark = pytest.mark.filterwarnings("ignore:Dataset.(default_context|contexts) is deprecated:DeprecationWarning")

DIRECTIVE = URIRef(KG["Directive"].value)


@pytest.fixture(scope="module")
def folder(hand_made: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rdflib") / "store"
    with closing(open_store(folder)) as store:
        store.extend(hand_made)
    return folder


@pytest.fixture
def plain(folder: Path) -> rdflib.Dataset:
    """The folder as rdflib opens any store."""
    dataset = rdflib.Dataset(store="Oxigraph")
    dataset.open(str(folder))
    return dataset


def test_triples_and_graphs(plain: rdflib.Dataset, hand_made: Dataset) -> None:
    found = {str(subject) for subject in plain.subjects(RDF.type, DIRECTIVE)}
    assert found == {row[0] for row in hand_made.select("SELECT ?d { ?d a kg:Directive }").strings()}
    named = {str(graph.identifier) for graph in plain.graphs()} - {"urn:x-rdflib:default"}
    assert named == set(hand_made.graphs())
    one = plain.graph(URIRef(hand_made.graphs()[0]))
    assert len(one) == len(list(hand_made.quads_for_pattern(graph=NamedNode(hand_made.graphs()[0]))))
    plain.close()


def test_sparql_counts_each_triple_once(plain: rdflib.Dataset, hand_made: Dataset) -> None:
    sparql = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    [row] = plain.query(sparql)
    assert [(str(row[0]),)] == hand_made.select(sparql).strings()  # type: ignore[index]
    asked = plain.query("ASK { ?d a kg:Directive }", initNs={"kg": NS})
    assert asked.askAnswer is True
    plain.close()


def test_serialising(plain: rdflib.Dataset, hand_made: Dataset) -> None:
    text = plain.serialize(format="nquads")
    assert set(Dataset.of(rdf_quads(text))) == set(hand_made)
    plain.close()


def rdf_quads(text: str) -> list[Quad]:
    """The quads of an N-Quads text that are in a named graph."""
    return [quad for quad in parse(text, RdfFormat.N_QUADS) if isinstance(quad.graph_name, NamedNode)]


def test_the_same_store_from_within(folder: Path, hand_made: Dataset) -> None:
    with closing(open_store(folder, read_only=True)) as store:
        assert isinstance(store, Dataset)
        label = store.rdflib().value(next(store.rdflib().subjects(RDF.type, DIRECTIVE)), SKOS.prefLabel, any=True)
        assert isinstance(label, rdflib.Literal)
        assert store.quads() == hand_made.quads()
