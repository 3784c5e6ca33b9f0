"""GraphML, as the GraphML Primer describes it: parties as nodes, directives and relations as edges."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from kg.graph.exports.network import ATTRIBUTES, network
from kg.graph.exports.xml import document, xml_text
from kg.graph.stores import GraphStore

_NODE_KEYS = ("label", "label_en", "kind", "unit")
_EDGE_KEYS = ("label", *ATTRIBUTES)


def graphml(dataset: GraphStore) -> bytes:
    """A directed multigraph; every attribute is a string."""
    net = network(dataset)
    root = ET.Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    for domain, names in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
        for name in names:
            key = {"id": f"{domain}-{name}", "for": domain, "attr.name": name, "attr.type": "string"}
            ET.SubElement(root, "key", key)
    graph = ET.SubElement(root, "graph", id="perintah", edgedefault="directed")
    for node in net.nodes:
        element = ET.SubElement(graph, "node", id=xml_text(node.id))
        values = zip(_NODE_KEYS, (node.name, node.name_en, node.kind, node.unit), strict=True)
        _data(element, "node", values)
    for number, edge in enumerate((*net.directives, *net.structure)):
        ends = {"source": xml_text(edge.source), "target": xml_text(edge.target)}
        element = ET.SubElement(graph, "edge", {"id": f"e{number}", **ends})
        _data(element, "edge", (("label", edge.kind), *edge.attributes))
    return document(root)


def _data(element: ET.Element, domain: str, values: Iterable[tuple[str, str]]) -> None:
    for name, value in values:
        if value:
            ET.SubElement(element, "data", key=f"{domain}-{name}").text = xml_text(value)
