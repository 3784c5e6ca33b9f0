"""CSV for `neo4j-admin database import`: nodes and relationships, in one ZIP archive."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence

from kg.graph.exports.network import ATTRIBUTES, network
from kg.graph.stores import GraphStore
from kg.graph.tables import harmless

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of each member of the archive: the earliest that ZIP knows, so that equal graphs give equal bytes."""


def neo4j(dataset: GraphStore) -> bytes:
    """`nodes.csv` and `relationships.csv` with the headers of the import tool; types are upper-case names.

    A text that a spreadsheet would run as a formula gets a leading apostrophe, as in every CSV of this project.
    """
    net = network(dataset)
    nodes = [(node.id, node.name, node.name_en, node.unit, f"Party;{node.kind.title()}") for node in net.nodes]
    edges = []
    for edge in (*net.directives, *net.structure):
        attributes = dict(edge.attributes)
        values = [attributes.get(name, "") for name in ATTRIBUTES]
        edges.append((edge.source, edge.target, edge.kind.upper(), edge.id, *values))
    files = {
        "nodes.csv": _csv(("id:ID", "name", "name_en", "unit", ":LABEL"), nodes),
        "relationships.csv": _csv((":START_ID", ":END_ID", ":TYPE", "directive", *ATTRIBUTES), edges),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")  # with "\n" alone a carriage return in a text would end its row
    writer.writerow(header)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return out.getvalue()
