"""The graph as a network of parties: what GraphML, GEXF, Neo4j and FollowTheMoney are written from."""

from __future__ import annotations

from dataclasses import dataclass

from kg.graph.stores import GraphStore

_NODES = """
SELECT ?node (MIN(STR(?label)) AS ?name) (MIN(STR(?english)) AS ?nameEn) (MIN(?kindName) AS ?kind)
       (MIN(STR(?parent)) AS ?unit)
WHERE {
  VALUES (?class ?kindName) {
    (foaf:Person "person") (org:Post "post") (org:OrganizationalUnit "unit") (kg:Group "group")
  }
  ?node a ?class ; skos:prefLabel ?label FILTER(LANG(?label) = "id")
  OPTIONAL { ?node skos:prefLabel ?english FILTER(LANG(?english) = "en") }
  OPTIONAL { ?node org:postIn|kg:membersOf ?parent }
} GROUP BY ?node ORDER BY ?node
"""

_DIRECTIVES = """
SELECT ?directive ?source ?target (MIN(STRAFTER(STR(?forceNode), "#")) AS ?force)
       (MIN(STRAFTER(STR(?polarityNode), "#")) AS ?polarity) (MIN(STR(?said)) AS ?date) (MIN(STR(?text)) AS ?content)
       (MIN(?quote) AS ?sentence) (MIN(STR(?headline)) AS ?article) (MIN(?address) AS ?url)
       (MIN(STR(?value)) AS ?confidence)
WHERE {
  ?directive kg:issuer ?source ; kg:addressee ?target ; kg:factuality kg:asserted ; kg:force ?forceNode ;
             kg:polarity ?polarityNode ; kg:reportedIn ?articleNode ; kg:sentence/oa:hasSelector/oa:exact ?quote .
  ?articleNode skos:prefLabel ?headline .
  OPTIONAL { ?articleNode schema:url ?address }
  OPTIONAL { ?directive kg:saidOn ?said }
  OPTIONAL { ?directive kg:content ?text }
  OPTIONAL { ?directive kg:confidence ?value }
} GROUP BY ?directive ?source ?target ORDER BY ?directive ?source ?target
"""

_STRUCTURE = """
SELECT DISTINCT ?source (STRAFTER(STR(?property), "#") AS ?kind) ?target WHERE {
  VALUES ?property { org:subOrganizationOf org:postIn org:holds kg:leads kg:membersOf kg:commands }
  ?source ?property ?target
} ORDER BY ?source ?kind ?target
"""


@dataclass(frozen=True, slots=True)
class Node:
    """A party; `kind` is person, post, unit or group."""

    id: str
    name: str
    name_en: str
    kind: str
    unit: str


@dataclass(frozen=True, slots=True)
class Edge:
    """A directed edge: an asserted directive (`kind` is its force) or a relation (`kind` is its name)."""

    id: str
    source: str
    target: str
    kind: str
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Network:
    """Parties and edges, sorted; every end of an edge is a node."""

    nodes: tuple[Node, ...]
    directives: tuple[Edge, ...]
    structure: tuple[Edge, ...]


ATTRIBUTES = ("polarity", "date", "content", "sentence", "article", "url", "confidence")
"""What an edge that is a directive tells beside its force."""


def network(dataset: GraphStore) -> Network:
    """The network of a graph; the ids of things are their paths below the base, such as "post/kapolda-lampung"."""
    prefix = f"{dataset.base}id/"
    nodes = tuple(
        Node(
            id=row["node"].removeprefix(prefix),
            name=row["name"],
            name_en=row.get("nameEn", ""),
            kind=row["kind"],
            unit=row.get("unit", "").removeprefix(prefix),
        )
        for row in dataset.select(_NODES).records()
    )
    known = {node.id for node in nodes}
    directives, structure = [], []
    for row in dataset.select(_DIRECTIVES).records():
        source, target = row["source"].removeprefix(prefix), row["target"].removeprefix(prefix)
        if source in known and target in known:
            attributes = tuple((name, row[name]) for name in ATTRIBUTES if name in row)
            directives.append(Edge(row["directive"].removeprefix(prefix), source, target, row["force"], attributes))
    for row in dataset.select(_STRUCTURE).records():
        source, target = row["source"].removeprefix(prefix), row["target"].removeprefix(prefix)
        if source in known and target in known:
            structure.append(Edge("", source, target, row["kind"]))
    return Network(nodes, tuple(directives), tuple(structure))
