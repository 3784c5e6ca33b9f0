"""Each export, read back by a reader that is not ours."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
import rdflib
from rdflib import RDF
from rdflib.compare import isomorphic

from kg.errors import StoreError
from kg.graph.complete import assemble
from kg.graph.dataset import Dataset
from kg.graph.exports import FORMS, export
from kg.graph.exports.followthemoney import identifier
from kg.graph.facts import quads
from kg.graph.interchange import to_rdflib
from kg.graph.serialise import union
from tests.graph.factories import ORDER, TEXT, identify, sample

KG = rdflib.Namespace("https://w3id.org/perintah/ns#")
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
NIF = rdflib.Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
HEAD, RESORT = "post/kapolda-lampung", "post/kapolres-pesawaran"


@pytest.fixture(scope="module")
def hostile() -> Dataset:
    """A graph whose texts hold markup, control characters and quotation marks."""
    text = '</data>]]>&<x a="\x0b\x00\ufffe\U0001f6a8\ud800' + TEXT
    return assemble([quads(identify(text, title="\x01<b>", directives=(replace(ORDER, action="\x02"),)))])


def test_forms_are_those_of_the_command() -> None:
    from kg.cli.arguments import EXPORTS

    assert set(EXPORTS) <= set(FORMS)
    with pytest.raises(StoreError, match="unknown format"):
        export(Dataset(), "xls")


@pytest.mark.parametrize("form", FORMS)
def test_same_graph_same_bytes(graph: Dataset, form: str) -> None:
    assert export(graph, form) == export(sample(), form)
    assert export(Dataset(), form) == export(Dataset(), form)


def test_json_ld(graph: Dataset) -> None:
    content = export(graph, "jsonld").decode()
    read = rdflib.Dataset()
    read.parse(data=content, format="json-ld")
    assert len(list(read.quads())) == len(graph)
    flat = rdflib.Graph()
    for s, p, o, _ in read.quads():
        flat.add((s, p, o))
    assert isomorphic(flat, to_rdflib(union(graph)))
    document = json.loads(content)
    assert document["@context"]["kg:issuer"] == {"@type": "@id"}
    assert document["@context"]["kg:content"] == {"@language": "id"}


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_network_formats(graph: Dataset, form: str) -> None:
    stream = io.BytesIO(export(graph, form))
    net = nx.read_graphml(stream, force_multigraph=True) if form == "graphml" else nx.read_gexf(stream, version="1.3")
    assert net.is_directed()
    assert net.nodes[HEAD]["label"] == "Kapolda Lampung"
    assert net.nodes[HEAD]["kind"] == "post"
    between = [data for _, target, data in net.out_edges(HEAD, data=True) if target == RESORT]
    orders = [data for data in between if data.get("label") == "order"]
    assert {data["content"] for data in orders} == {
        "menjaga gudang logistik",
        "menjaga gudang logistik selama masa tenang",
    }
    assert all(data["sentence"] and data["article"] for data in orders)
    assert not any(
        target == "post/kapolsek-kedondong" and "sentence" in data for _, target, data in net.edges(data=True)
    )


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_hostile_text_keeps_xml_well_formed(hostile: Dataset, form: str) -> None:
    root = ET.fromstring(export(hostile, form))  # noqa: S314 - our own output
    assert not any("script" in element.tag for element in root.iter())


@pytest.mark.parametrize("form", FORMS)
def test_hostile_text_can_be_exported(hostile: Dataset, form: str) -> None:
    assert export(hostile, form) != b""


def test_neo4j(graph: Dataset) -> None:
    archive = zipfile.ZipFile(io.BytesIO(export(graph, "neo4j")))
    tables = {
        name: list(csv.DictReader(io.StringIO(archive.read(name).decode(), newline=""))) for name in archive.namelist()
    }
    nodes = {row["id:ID"]: row for row in tables["nodes.csv"]}
    assert nodes[HEAD][":LABEL"] == "Party;Post"
    edges = tables["relationships.csv"]
    assert all(row[":START_ID"] in nodes and row[":END_ID"] in nodes for row in edges)
    orders = [row for row in edges if (row[":START_ID"], row[":TYPE"], row[":END_ID"]) == (HEAD, "ORDER", RESORT)]
    assert len(orders) == 2
    assert {row[":TYPE"] for row in edges} >= {"ORDER", "FORBID", "URGE", "REQUEST", "COMMANDS", "HOLDS", "POSTIN"}


# Schemata and properties of FollowTheMoney 4.11 that the export uses.
FTM = {
    "Person": {"name", "alias"},
    "Position": {"name", "alias", "country", "organization"},
    "PublicBody": {"name", "alias", "country"},
    "LegalEntity": {"name", "alias"},
    "Membership": {"member", "organization", "role"},
    "Occupancy": {"holder", "post", "status", "date", "sourceUrl"},
    "UnknownLink": {"subject", "object", "role", "date", "summary", "description", "sourceUrl"},
}


def test_follow_the_money(graph: Dataset) -> None:
    entities = [json.loads(line) for line in export(graph, "ftm").splitlines()]
    ids = [entity["id"] for entity in entities]
    assert len(ids) == len(set(ids))
    for entity in entities:
        assert set(entity["properties"]) <= FTM[entity["schema"]]
        for name in ("holder", "post", "subject", "object", "member", "organization"):
            assert set(entity["properties"].get(name, [])) <= set(ids)
    occupancies = {
        (e["properties"]["holder"][0], e["properties"]["post"][0], e["properties"]["status"][0])
        for e in entities
        if e["schema"] == "Occupancy"
    }
    assert ("person-3f00b0d1", "post-kapolda-lampung", "ended") in occupancies
    assert ("person-4f00b0d1", "post-kapolda-lampung", "current") in occupancies


def test_follow_the_money_reads_it(graph: Dataset) -> None:
    model = pytest.importorskip("followthemoney").model
    for line in export(graph, "ftm").splitlines():
        data = json.loads(line)
        proxy = model.get_proxy(data)
        proxy.schema.validate(data)
        kept = {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()}
        assert kept == {name: sorted(values) for name, values in data["properties"].items()}


@pytest.mark.parametrize(
    ("path", "expected"), [("post/kapolda-lampung", "post-kapolda-lampung"), ("a/é/", "a"), ("-x-", "x")]
)
def test_identifier(path: str, expected: str) -> None:
    assert identifier(path) == expected


def test_web_annotations(graph: Dataset) -> None:
    read = rdflib.Graph().parse(data=export(graph, "oa").decode(), format="turtle")
    annotations = list(read.subjects(RDF.type, OA.Annotation))
    names = ["sentence", "trigger", "antecedent"]
    names += [f"{slot}Evidence" for slot in ("issuer", "source", "addressee", "content", "slot")]
    triples = to_rdflib(union(graph))
    roles = sum(len(list(triples.subject_objects(KG[name]))) for name in names)
    assert len(annotations) == roles
    for annotation in annotations:
        assert len(list(read.objects(annotation, OA.hasBody))) == 1
        target = read.value(annotation, OA.hasTarget)
        assert {str(read.value(s, OA.exact) or "") for s in read.objects(target, OA.hasSelector)} != {""}


def test_nif(graph: Dataset) -> None:
    read = rdflib.Graph().parse(data=export(graph, "nif").decode(), format="turtle")
    strings = list(read.subjects(RDF.type, NIF.OffsetBasedString))
    assert len(strings) > 15
    for string in strings:
        begin, end, text = (read.value(string, NIF[name]) for name in ("beginIndex", "endIndex", "anchorOf"))
        assert isinstance(begin, rdflib.Literal)
        assert isinstance(end, rdflib.Literal)
        assert int(end) - int(begin) == len(str(text))
        assert str(string).endswith(f"#offset_{begin}_{end}")
        assert (read.value(string, NIF.referenceContext), RDF.type, NIF.Context) in read
