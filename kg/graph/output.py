"""The files of `kg build`: the graph in Turtle and TriG and the table of directives."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kg.graph.answers import Table, in_order
from kg.graph.dataset import Dataset
from kg.graph.dump import turtle_and_trig
from kg.graph.files import write_together
from kg.graph.register import UnusualError, directives_of
from kg.graph.serialise import trig, turtle
from kg.graph.tables import to_csv
from kg.graph.whole import Whole, graphs_of

if TYPE_CHECKING:
    from kg.graph.stores import GraphStore

DIRECTIVES = """
SELECT (MIN(?said) AS ?date) (MIN(STR(?issuerLabel)) AS ?issuer) (MIN(STR(?personLabel)) AS ?person)
       (MIN(STR(?sourceLabel)) AS ?source) (MIN(STRAFTER(STR(?forceNode), "#")) AS ?force)
       (MIN(STRAFTER(STR(?polarityNode), "#")) AS ?polarity) (MIN(STRAFTER(STR(?factualityNode), "#")) AS ?factuality)
       (GROUP_CONCAT(DISTINCT ?addresseeLabel; SEPARATOR="; ") AS ?addressees) (MIN(STR(?text)) AS ?content)
       (MIN(STR(?verb)) AS ?action) (MIN(STR(?thing)) AS ?object) (MIN(STR(?if)) AS ?condition)
       (MIN(STR(?for)) AS ?purpose) (MIN(STR(?when)) AS ?period) (MIN(STR(?law)) AS ?authority)
       (MIN(STR(?placeLabel)) AS ?place) (MIN(?value) AS ?confidence) (MIN(?ruleName) AS ?rule)
       (MIN(?quote) AS ?sentence) (MIN(STR(?headline)) AS ?article) (MIN(?outletLabel) AS ?outlet)
       (MIN(?day) AS ?published) (MIN(?address) AS ?url) ?directive
WHERE {
  ?directive a kg:Directive ; kg:force ?forceNode ; kg:polarity ?polarityNode ; kg:factuality ?factualityNode ;
             kg:reportedIn ?articleNode ; kg:sentence/oa:hasSelector/oa:exact ?quote .
  ?articleNode skos:prefLabel ?headline .
  OPTIONAL { ?articleNode schema:publisher/skos:prefLabel ?outletName BIND(STR(?outletName) AS ?outletLabel) }
  OPTIONAL { ?articleNode schema:datePublished ?day }
  OPTIONAL { ?articleNode schema:url ?address }
  OPTIONAL { ?directive kg:saidOn ?said }
  OPTIONAL { ?directive kg:issuer/skos:prefLabel ?issuerLabel FILTER(LANG(?issuerLabel) = "id") }
  OPTIONAL { ?directive kg:issuerPerson/skos:prefLabel ?personLabel FILTER(LANG(?personLabel) = "id") }
  OPTIONAL { ?directive kg:source/skos:prefLabel ?sourceLabel FILTER(LANG(?sourceLabel) = "id") }
  OPTIONAL { ?directive kg:addressee/skos:prefLabel ?addresseeLabel FILTER(LANG(?addresseeLabel) = "id") }
  OPTIONAL { ?directive kg:content ?text }
  OPTIONAL { ?directive kg:action ?verb }
  OPTIONAL { ?directive kg:object ?thing }
  OPTIONAL { ?directive kg:condition ?if }
  OPTIONAL { ?directive kg:purpose ?for }
  OPTIONAL { ?directive kg:period ?when }
  OPTIONAL { ?directive kg:authority ?law }
  OPTIONAL { ?directive kg:place/skos:prefLabel ?known FILTER(LANG(?known) = "id") }
  OPTIONAL { ?directive kg:placeName ?written }
  BIND(COALESCE(?known, ?written) AS ?placeLabel)
  OPTIONAL { ?directive kg:confidence ?value }
  OPTIONAL { ?directive kg:rule ?ruleName }
}
GROUP BY ?directive
ORDER BY ?date ?published ?article ?directive
"""


def directives(dataset: GraphStore) -> Table:
    """One row a directive, denied and hypothetical ones included; several addressees are parted by "; "."""
    if isinstance(dataset, Whole):
        try:
            return directives_of(dataset.rows)
        except UnusualError:
            dataset = dataset.full()
    return in_order(dataset.select(DIRECTIVES), ("addressees",))


def documents(dataset: GraphStore) -> dict[str, bytes]:
    """`graph.ttl`, `graph.trig` and `directives.csv` by name. The same graph gives the same bytes."""
    if isinstance(dataset, Dataset):
        whole, graphs = turtle_and_trig(
            *graphs_of(dataset), dataset.base, dataset.rows if isinstance(dataset, Whole) else None
        )
    else:
        quads = list(dataset)
        whole, graphs = turtle(quads, dataset.base), trig(quads, dataset.base)
    return {
        "graph.ttl": whole,
        "graph.trig": graphs,
        "directives.csv": to_csv(directives(dataset), dataset.base).encode("utf-8"),
    }


def save(dataset: GraphStore, folder: Path, more: Mapping[str, bytes] | None = None) -> tuple[Path, ...]:
    """Writes the `documents` of a graph and what goes with them, all of it or nothing; the paths written.

    Raises StoreError where the disk or folder refuses.
    """
    contents = {folder / name: content for name, content in (documents(dataset) | dict(more or {})).items()}
    write_together(contents)
    return tuple(contents)
