"""Persons across articles: what the graph says of each, and which of them are one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph import literals
from kg.graph.dataset import Dataset
from kg.graph.names import Names, digest
from kg.graph.vocabulary import KG, TYPE
from kg.model import HeldPost, Match, Sighting

GOVERNMENT = "id/unit/pemerintah-republik-indonesia"

_PERSONS = """
SELECT DISTINCT ?person ?name ?article ?day WHERE {
  GRAPH ?graph { ?person a foaf:Person ; rdfs:label ?name }
  ?graph prov:wasDerivedFrom ?article .
  OPTIONAL { ?article schema:datePublished ?day }
}
"""

_TENURES = """
SELECT DISTINCT ?person ?article ?post ?rank ?former ?acting ?cited WHERE {
  GRAPH ?graph {
    ?tenure a kg:Tenure ; org:member ?person ; kg:post ?post ; kg:former ?former .
    OPTIONAL { ?tenure kg:rank ?rank }
    OPTIONAL { ?tenure kg:acting ?acting }
    OPTIONAL { ?tenure kg:citedOn ?cited }
  }
  ?graph prov:wasDerivedFrom ?article .
}
"""

_SPEAKERS = """
SELECT DISTINCT ?person ?article ?post WHERE {
  GRAPH ?graph {
    VALUES (?role ?holder) {
      (kg:issuer kg:issuerPerson) (kg:source kg:sourcePerson) (kg:addressee kg:addresseePerson)
      (kg:speaker kg:speakerPerson)
    }
    ?claim ?role ?post ; ?holder ?person .
  }
  ?graph prov:wasDerivedFrom ?article .
  ?post a org:Post .
  FILTER(?role != kg:addressee || NOT EXISTS { ?claim kg:addressee ?other . FILTER(?other != ?post) })
}
"""

_POSTS = """
SELECT DISTINCT ?post ?kind ?unit WHERE {
  ?post a org:Post .
  OPTIONAL { ?post kg:postKind ?kind }
  OPTIONAL { ?post org:postIn ?unit }
}
"""

_UNITS = """
SELECT DISTINCT ?unit ?above WHERE {
  ?unit a org:OrganizationalUnit .
  OPTIONAL { ?unit org:subOrganizationOf ?above }
}
"""

_KNOWN = "SELECT DISTINCT ?unit WHERE { ?unit a org:OrganizationalUnit ; kg:inGazetteer true }"


def sightings(dataset: Dataset) -> tuple[Sighting, ...]:
    """What each article of a dataset says of each person, sorted by person and article."""
    posts = _Posts(dataset)
    base = dataset.base
    held: dict[tuple[str, str], dict[HeldPost, None]] = {}
    ranks: dict[tuple[str, str], set[str]] = {}
    cited: dict[tuple[str, str], set[date]] = {}
    for person, article, post, rank, former, acting, day in _rows(dataset, _TENURES):
        key = (person, article)
        held.setdefault(key, {})[posts.held(post, former=former == "true", acting=bool(acting))] = None
        if rank:
            ranks.setdefault(key, set()).add(rank)
        if day:
            cited.setdefault(key, set()).add(date.fromisoformat(day))
    for person, article, post in _rows(dataset, _SPEAKERS):
        mine = held.setdefault((person, article), {})
        if not any(one.iri == post.removeprefix(base) for one in mine):
            mine[posts.held(post, former=False, acting=False)] = None
    found: dict[tuple[str, str], Sighting] = {}
    for person, name, article, day in _rows(dataset, _PERSONS):
        key = (person, article)
        published = date.fromisoformat(day) if day else max(cited.get(key, set()), default=None)
        rank = max(ranks.get(key, {""}), key=lambda text: (len(text), text))
        path = person.removeprefix(base)
        found[key] = Sighting(path, name, article.removeprefix(base), rank, tuple(sorted(held.get(key, {}))), published)
    return tuple(found[key] for key in sorted(found))


def match_quads(matches: Iterable[Match], joined: Mapping[str, str], base: str) -> Iterator[Quad]:
    """Each comparison with its verdict, score and reasons, and who is one with whom, in a graph of their own.

    `joined` maps a person's IRI path to the first of those who are one.
    """
    names = Names(base)
    graph = NamedNode(names.persons)

    def node(path: str) -> NamedNode:
        return NamedNode(names.absolute(path))

    for match in matches:
        claim = NamedNode(f"{base}id/match/{digest(match.one, match.other)}")
        yield Quad(claim, TYPE, KG["PersonMatch"], graph)
        yield Quad(claim, KG["compares"], node(match.one), graph)
        yield Quad(claim, KG["compares"], node(match.other), graph)
        yield Quad(claim, KG["verdict"], literals.string(match.verdict), graph)
        yield Quad(claim, KG["score"], literals.decimal(match.score), graph)
        for reason in match.reasons:
            yield Quad(claim, KG["reason"], literals.string(reason), graph)
    for path, first in sorted(joined.items()):
        if path != first:
            yield Quad(node(path), KG["samePersonAs"], node(first), graph)
            yield Quad(node(first), KG["samePersonAs"], node(path), graph)


def record_matches(dataset: Dataset, matches: Iterable[Match], joined: Mapping[str, str]) -> int:
    """Puts the matches in the place of earlier ones in a dataset; the number of persons that are one with another."""
    dataset.clear(Names(dataset.base).persons)
    dataset.extend(match_quads(matches, joined, dataset.base))
    return sum(path != first for path, first in joined.items())


def person_path(dataset: Dataset, name: str) -> str:
    """The IRI path of the person that an IRI, a path or a name means; "" where none or several do."""
    people = {(person.removeprefix(dataset.base), label) for person, label, _, _ in _rows(dataset, _PERSONS)}
    wanted = name.removeprefix(dataset.base)
    exact = {path for path, _ in people if path == wanted}
    found = exact or {path for path, label in people if label.casefold() == name.casefold()}
    return next(iter(found)) if len(found) == 1 else ""


class _Posts:
    """The posts and units of a dataset, read once."""

    def __init__(self, dataset: Dataset) -> None:
        self._base = dataset.base
        self._posts = {row[0]: (row[1], row[2]) for row in sorted(_rows(dataset, _POSTS))}
        self._above: dict[str, list[str]] = {}
        for unit, above in sorted(_rows(dataset, _UNITS)):
            self._above.setdefault(unit, []).extend([above] if above else [])
        self._known = {row[0] for row in _rows(dataset, _KNOWN)}

    def held(self, post: str, *, former: bool, acting: bool) -> HeldPost:
        """A post with its unit and what stands above that."""
        kind, unit = self._posts.get(post, ("", ""))
        line = [unit] if unit else []
        for one in line:
            line += [above for above in self._above.get(one, ()) if above not in line]
        bodies = [one for one in line if one != self._base + GOVERNMENT]
        body = bodies[-1] if bodies and bodies[-1] in self._known else ""
        path = self._path
        above = tuple(path(one) for one in line[1:])
        return HeldPost(path(post), kind, path(unit), above, path(body), former, acting)

    def _path(self, iri: str) -> str:
        return iri.removeprefix(self._base)


def _rows(dataset: Dataset, sparql: str) -> list[tuple[str, ...]]:
    """The rows of a query as text, "" for what is unbound."""
    return [
        tuple(value.value if isinstance(value, NamedNode | Literal) else "" for value in row)
        for row in dataset.select(sparql).rows
    ]
