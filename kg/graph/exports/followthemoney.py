"""FollowTheMoney entities as JSON Lines: Person, Position, Organization, Occupancy, and directives as links."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from kg.graph.exports.network import Edge, Network, network
from kg.graph.stores import GraphStore

Entity = dict[str, object]

_SCHEMAS = {"person": "Person", "post": "Position", "unit": "PublicBody", "group": "LegalEntity"}

_TENURES = """
SELECT ?tenure ?person ?post (MIN(IF(?isFormer, "ended", "current")) AS ?status)
       (GROUP_CONCAT(DISTINCT ?cited; SEPARATOR=" ") AS ?dates)
       (GROUP_CONCAT(DISTINCT ?address; SEPARATOR=" ") AS ?urls)
WHERE {
  ?tenure a kg:Tenure ; org:member ?person ; kg:post ?post ; kg:former ?isFormer ; kg:reportedIn ?article .
  OPTIONAL { ?tenure kg:citedOn ?day BIND(STR(?day) AS ?cited) }
  OPTIONAL { ?article schema:url ?address }
} GROUP BY ?tenure ?person ?post ORDER BY ?tenure
"""


def follow_the_money(dataset: GraphStore) -> bytes:
    """One entity a line. The dates of an Occupancy are those it was cited on, not its start or end."""
    net = network(dataset)
    entities = [*_parties(net), *_occupancies(dataset), *(_link(edge) for edge in net.directives)]
    lines = (json.dumps(entity, ensure_ascii=False, sort_keys=True) for entity in entities)
    return "".join(f"{line}\n" for line in lines).encode()


def identifier(path: str) -> str:
    """An id that FollowTheMoney accepts, from a path such as "post/kapolda-lampung"."""
    return re.sub(r"[^0-9A-Za-z.-]+", "-", path).strip("-.")


def _entity(path: str, schema: str, properties: dict[str, list[str]]) -> Entity:
    return {"id": identifier(path), "schema": schema, "properties": {k: v for k, v in properties.items() if v}}


def _parties(net: Network) -> Iterator[Entity]:
    for node in net.nodes:
        properties = {"name": [node.name]}
        if node.name_en:
            properties["alias"] = [node.name_en]
        if node.kind == "post" and node.unit:
            properties["organization"] = [identifier(node.unit)]
        if node.kind in ("unit", "post"):
            properties["country"] = ["id"]
        yield _entity(node.id, _SCHEMAS[node.kind], properties)
    for edge in net.structure:
        if edge.kind == "subOrganizationOf":
            ends = {"member": [identifier(edge.source)], "organization": [identifier(edge.target)]}
            yield _entity(f"{edge.source}-{edge.target}", "Membership", {**ends, "role": ["sub-organisation"]})


def _occupancies(dataset: GraphStore) -> Iterator[Entity]:
    prefix = f"{dataset.base}id/"
    for row in dataset.select(_TENURES).records():
        path, person, post = (row[name].removeprefix(prefix) for name in ("tenure", "person", "post"))
        properties = {
            "holder": [identifier(person)],
            "post": [identifier(post)],
            "status": [row["status"]],
            "date": sorted(row.get("dates", "").split()),
            "sourceUrl": sorted(row.get("urls", "").split()),
        }
        yield _entity(path, "Occupancy", properties)


def _link(edge: Edge) -> Entity:
    known = dict(edge.attributes)
    properties = {
        "subject": [identifier(edge.source)],
        "object": [identifier(edge.target)],
        "role": [f"{edge.kind} ({known['polarity']})"],
        "date": [known["date"]] if "date" in known else [],
        "summary": [known["content"]] if "content" in known else [],
        "description": [known["sentence"]],
        "sourceUrl": [known["url"]] if "url" in known else [],
    }
    return _entity(f"{edge.id}-{edge.target}", "UnknownLink", properties)
