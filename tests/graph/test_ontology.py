"""The ontology is complete, loads in two independent readers and agrees with the code that uses it."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import RdfFormat, parse
from rdflib import OWL, RDF, RDFS, SKOS, URIRef

import kg.graph
from kg.graph.terms import load_terms
from kg.graph.vocabulary import NS
from kg.lexicon.files import ontology_dir
from kg.model import Factuality, Force, Polarity

FILES = ("perintah.ttl", "force.ttl", "shapes.ttl")
PROPERTIES = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
ODRL = "http://www.w3.org/ns/odrl/2/"
# OWL 2 Profiles, 4.2: the datatypes that RL has and that this ontology needs.
RL_RANGES = {"boolean", "decimal", "string"}


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    graph = rdflib.Graph()
    for name in ("perintah.ttl", "force.ttl"):
        graph.parse(ontology_dir() / name, format="turtle")
    return graph


def ours(graph: rdflib.Graph, *kinds: URIRef) -> list[URIRef]:
    found = {s for kind in kinds for s in graph.subjects(RDF.type, kind)}
    return sorted(s for s in found if isinstance(s, URIRef) and s.startswith(NS))


def languages(graph: rdflib.Graph, term: URIRef, predicate: URIRef) -> list[str]:
    return sorted(o.language or "" for o in graph.objects(term, predicate) if isinstance(o, rdflib.Literal))


@pytest.mark.parametrize("name", FILES)
def test_two_readers_agree(name: str) -> None:
    path = ontology_dir() / name
    assert len(rdflib.Graph().parse(path, format="turtle")) == len(list(parse(path=str(path), format=RdfFormat.TURTLE)))


@pytest.mark.parametrize("name", FILES)
@pytest.mark.skipif(shutil.which("rapper") is None, reason="rapper is not installed")
def test_rapper_has_no_warning(name: str) -> None:
    done = subprocess.run(["rapper", "-c", "-i", "turtle", str(ontology_dir() / name)], capture_output=True, text=True)
    assert done.returncode == 0
    assert "warning" not in done.stderr.lower()


def test_terms_are_labelled_and_defined_in_two_languages(ontology: rdflib.Graph) -> None:
    terms = ours(ontology, OWL.Class, *PROPERTIES)
    assert len(terms) > 80
    for term in terms:
        assert languages(ontology, term, RDFS.label) == ["en", "id"], term
        assert languages(ontology, term, SKOS.definition) == ["en", "id"], term


def test_properties_have_domain_and_range(ontology: rdflib.Graph) -> None:
    anybody = {"force", "place", "rank", "reason", "regionCode", "inGazetteer", "doubt"}  # of several classes
    for term in ours(ontology, OWL.ObjectProperty, OWL.DatatypeProperty):
        assert list(ontology.objects(term, RDFS.range)), term
        if term.removeprefix(NS) not in anybody:
            assert list(ontology.objects(term, RDFS.domain)), term


def test_profile_is_owl_2_rl(ontology: rdflib.Graph) -> None:
    for construct in (
        OWL.unionOf,
        OWL.oneOf,
        OWL.complementOf,
        OWL.minCardinality,
        OWL.onDatatype,
        OWL.disjointUnionOf,
    ):
        assert not list(ontology.subject_objects(construct)), construct
    xsd = str(rdflib.XSD)
    for value in ontology.objects(None, RDFS.range):
        if str(value).startswith(xsd):
            assert str(value).removeprefix(xsd) in RL_RANGES


def test_forces(ontology: rdflib.Graph) -> None:
    terms = load_terms()
    assert set(terms.forces) == set(Force)
    assert set(terms.polarity) == set(Polarity)
    assert set(terms.factuality) == set(Factuality)
    binding = {force for force, term in terms.forces.items() if term.binding}
    assert binding == {Force.ORDER, Force.REQUIRE, Force.FORBID}
    parents = {True: URIRef(NS + "instructs"), False: URIRef(NS + "addresses")}
    for force, term in terms.forces.items():
        for node in (term.direct, term.negated):
            assert (URIRef(node.value), RDFS.subPropertyOf, parents[term.binding]) in ontology
        to_odrl = [o for o in ontology.objects(URIRef(NS + force), SKOS.closeMatch) if str(o).startswith(ODRL)]
        assert bool(to_odrl) == term.binding
        for code in ("plover", "cameo"):
            assert len(list(ontology.objects(URIRef(NS + force), URIRef(NS + code)))) == 1


def test_alignments(ontology: rdflib.Graph) -> None:
    aligned = {
        str(o) for p in (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.closeMatch) for o in ontology.objects(None, p)
    }
    for space in (
        "http://www.w3.org/ns/org#",
        "http://www.w3.org/ns/prov#",
        "http://xmlns.com/foaf/0.1/",
        "http://www.w3.org/2004/02/skos/core#",
        "https://schema.org/",
        "http://semanticweb.cs.vu.nl/2009/11/sem/",
        ODRL,
    ):
        assert any(iri.startswith(space) for iri in aligned), space


def test_every_term_in_use_is_defined(ontology: rdflib.Graph) -> None:
    defined = {str(s).removeprefix(NS) for s in ontology.subjects() if str(s).startswith(NS)}
    used = set()
    for folder in ("queries", "rules", "exports"):
        for path in (ontology_dir() / folder).glob("*.rq"):
            used |= set(re.findall(r"\bkg:([A-Za-z0-9]+)", path.read_text("utf-8")))
    used |= set(re.findall(r"\bkg:([A-Za-z0-9]+)", (ontology_dir() / "shapes.ttl").read_text("utf-8")))
    for path in Path(kg.graph.__path__[0]).rglob("*.py"):
        text = path.read_text("utf-8")
        used |= set(re.findall(r'\bKG\["([A-Za-z0-9]+)"\]', text))
        used |= set(re.findall(r"\bkg:([A-Za-z0-9]+)", text))
    used -= {"nothing", "Cue"}
    assert len(used) > 60
    assert used - defined == set()


def test_inverse_rule_agrees_with_the_ontology(ontology: rdflib.Graph) -> None:
    text = (ontology_dir() / "rules" / "inverses.rq").read_text("utf-8")
    pairs = re.findall(r"\(kg:(\w+) kg:(\w+)\)", text)
    declared = {(str(s).removeprefix(NS), str(o).removeprefix(NS)) for s, o in ontology.subject_objects(OWL.inverseOf)}
    assert set(pairs) == declared
