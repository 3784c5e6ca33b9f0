"""GEXF 1.3 for Gephi: parties as nodes, directives and relations as edges."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from kg.graph.exports.network import ATTRIBUTES, network
from kg.graph.exports.xml import document, xml_text
from kg.graph.stores import GraphStore

_NODE_KEYS = ("label_en", "kind", "unit")


def gexf(dataset: GraphStore) -> bytes:
    """A static directed graph with parallel edges; every attribute is a string."""
    net = network(dataset)
    root = ET.Element("gexf", xmlns="http://gexf.net/1.3", version="1.3")
    graph = ET.SubElement(root, "graph", mode="static", defaultedgetype="directed")
    for domain, names in (("node", _NODE_KEYS), ("edge", ATTRIBUTES)):
        table = ET.SubElement(graph, "attributes", {"class": domain, "mode": "static"})
        for name in names:
            ET.SubElement(table, "attribute", id=f"{domain}-{name}", title=name, type="string")
    nodes = ET.SubElement(graph, "nodes")
    for node in net.nodes:
        element = ET.SubElement(nodes, "node", id=xml_text(node.id), label=xml_text(node.name))
        values = zip(_NODE_KEYS, (node.name_en, node.kind, node.unit), strict=True)
        _values(element, "node", values)
    edges = ET.SubElement(graph, "edges")
    for number, edge in enumerate((*net.directives, *net.structure)):
        ends = {"source": xml_text(edge.source), "target": xml_text(edge.target)}
        element = ET.SubElement(edges, "edge", {"id": f"e{number}", **ends, "kind": edge.kind, "label": edge.kind})
        _values(element, "edge", edge.attributes)
    return document(root)


def _values(element: ET.Element, domain: str, values: Iterable[tuple[str, str]]) -> None:
    table = ET.SubElement(element, "attvalues")
    for name, value in values:
        if value:
            ET.SubElement(table, "attvalue", {"for": f"{domain}-{name}", "value": xml_text(value)})
