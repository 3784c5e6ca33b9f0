"""Persons across articles: what the graph says of each, and which of them are one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph import literals
from kg.graph.names import Names, digest
from kg.graph.touches import chunks, values
from kg.graph.vocabulary import KG, TYPE
from kg.model import HeldPost, Match, Sighting, Verdict

if TYPE_CHECKING:
    from kg.graph.stores import GraphStore

GOVERNMENT = "id/unit/pemerintah-republik-indonesia"

_PERSONS = """
SELECT DISTINCT ?person ?name ?article ?day WHERE {
  $only
  GRAPH ?graph { ?person a foaf:Person ; rdfs:label ?name }
  ?graph prov:wasDerivedFrom ?article .
  OPTIONAL { ?article schema:datePublished ?day }
}
"""

# Each pattern in a GRAPH of its own: Oxigraph then starts at the persons asked for and not at all claims of a kind.
_TENURES = """
SELECT DISTINCT ?person ?article ?post ?rank ?former ?acting ?cited WHERE {
  $only
  GRAPH ?graph { ?tenure org:member ?person }
  GRAPH ?graph { ?tenure kg:post ?post }
  GRAPH ?graph { ?tenure kg:former ?former }
  OPTIONAL { GRAPH ?graph { ?tenure kg:rank ?rank } }
  OPTIONAL { GRAPH ?graph { ?tenure kg:acting ?acting } }
  OPTIONAL { GRAPH ?graph { ?tenure kg:citedOn ?cited } }
  ?graph prov:wasDerivedFrom ?article .
}
"""

# What a hundred claims of an article say alike is looked up once.
_ROLE = """{
  { SELECT DISTINCT ?person ?graph ?post WHERE {
    $only
    GRAPH ?graph { ?claim kg:$rolePerson ?person }
    GRAPH ?graph { ?claim kg:$role ?post }
    $unless
  } }
  ?graph prov:wasDerivedFrom ?article .
  ?post a org:Post .
}"""
_SEVERAL = "FILTER NOT EXISTS { ?claim kg:addressee ?other . FILTER(?other != ?post) }"
_ROLES = {"issuer": "", "source": "", "speaker": "", "addressee": _SEVERAL}
_SPEAKERS = "SELECT DISTINCT ?person ?article ?post WHERE { $roles }".replace(
    "$roles", " UNION ".join(_ROLE.replace("$role", role).replace("$unless", unless) for role, unless in _ROLES.items())
)

_POSTS = """
SELECT DISTINCT ?post ?kind ?unit WHERE {
  $only
  ?post a org:Post .
  OPTIONAL { ?post kg:postKind ?kind }
  OPTIONAL { ?post org:postIn ?unit }
}
"""

_UNITS = """
SELECT DISTINCT ?unit ?above WHERE {
  $only
  ?unit a org:OrganizationalUnit .
  OPTIONAL { ?unit org:subOrganizationOf ?above }
}
"""

_KNOWN = "SELECT DISTINCT ?unit WHERE { $only ?unit a org:OrganizationalUnit ; kg:inGazetteer true }"

_MATCHES = """
SELECT ?person ?other ?verdict ?score WHERE {
  $only
  GRAPH $graph { ?match kg:compares ?person }
  GRAPH $graph { ?match kg:compares ?other }
  FILTER(?other != ?person)
  GRAPH $graph { ?match kg:verdict ?verdict }
  GRAPH $graph { ?match kg:score ?score }
}
"""


def sightings(dataset: GraphStore, persons: Collection[str] | None = None) -> tuple[Sighting, ...]:
    """What each article of a dataset says of each person, or of these `persons` (IRI paths), by person and article."""
    if persons is None:
        return _sightings(dataset, "")
    found: list[Sighting] = []
    for part in chunks((NamedNode(dataset.base + path),) for path in sorted(persons)):
        found += _sightings(dataset, values(["?person"], part))
    return tuple(found)


def sightings_in(dataset: GraphStore, graphs: Collection[str]) -> tuple[Sighting, ...]:
    """What the articles of these graphs alone say of each person."""
    found: list[Sighting] = []
    for part in chunks((NamedNode(graph),) for graph in sorted(graphs)):
        found += _sightings(dataset, values(["?graph"], part))
    return tuple(found)


def _sightings(dataset: GraphStore, only: str) -> tuple[Sighting, ...]:
    tenures, speakers = _rows(dataset, _TENURES, only), _rows(dataset, _SPEAKERS, only)
    posts = _Posts(dataset, {row[2] for row in (*tenures, *speakers)} if only else None)
    base = dataset.base
    held: dict[tuple[str, str], dict[HeldPost, None]] = {}
    ranks: dict[tuple[str, str], set[str]] = {}
    cited: dict[tuple[str, str], set[date]] = {}
    for person, article, post, rank, former, acting, day in tenures:
        key = (person, article)
        held.setdefault(key, {})[posts.held(post, former=former == "true", acting=bool(acting))] = None
        if rank:
            ranks.setdefault(key, set()).add(rank)
        if day:
            cited.setdefault(key, set()).add(date.fromisoformat(day))
    for person, article, post in speakers:
        mine = held.setdefault((person, article), {})
        if not any(one.iri == post.removeprefix(base) for one in mine):
            mine[posts.held(post, former=False, acting=False)] = None
    found: dict[tuple[str, str], Sighting] = {}
    for person, name, article, day in _rows(dataset, _PERSONS, only):
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


def record_matches(dataset: GraphStore, matches: Iterable[Match], joined: Mapping[str, str]) -> int:
    """Puts the matches in the place of earlier ones in a dataset; the number of persons that are one with another."""
    dataset.clear(Names(dataset.base).persons)
    dataset.extend(match_quads(matches, joined, dataset.base))
    return sum(path != first for path, first in joined.items())


def person_path(dataset: GraphStore, name: str) -> str:
    """The IRI path of the person that an IRI, a path or a name means; "" where none or several do."""
    people = {(person.removeprefix(dataset.base), label) for person, label, _, _ in _rows(dataset, _PERSONS)}
    wanted = name.removeprefix(dataset.base)
    exact = {path for path, _ in people if path == wanted}
    found = exact or {path for path, label in people if label.casefold() == name.casefold()}
    return next(iter(found)) if len(found) == 1 else ""


class _Posts:
    """The posts and units of a dataset, or these posts (absolute IRIs) and what stands above them, read once."""

    def __init__(self, dataset: GraphStore, posts: Collection[str] | None = None) -> None:
        self._base = dataset.base
        self._posts: dict[str, tuple[str, str]] = {}
        self._above: dict[str, list[str]] = {}
        self._known: set[str] = set()
        if posts is None:
            self._read_posts(dataset, "")
            self._read_units(dataset, "")
            return
        for part in chunks((NamedNode(iri),) for iri in sorted(posts)):
            self._read_posts(dataset, values(["?post"], part))
        front = {unit for _, unit in self._posts.values() if unit}
        seen = set[str]()
        while front:
            seen |= front
            for part in chunks((NamedNode(iri),) for iri in sorted(front)):
                self._read_units(dataset, values(["?unit"], part))
            front = {above for over in self._above.values() for above in over} - seen

    def _read_posts(self, dataset: GraphStore, only: str) -> None:
        self._posts.update({row[0]: (row[1], row[2]) for row in sorted(_rows(dataset, _POSTS, only))})

    def _read_units(self, dataset: GraphStore, only: str) -> None:
        for unit, above in sorted(_rows(dataset, _UNITS, only)):
            over = self._above.setdefault(unit, [])
            over += [above] if above and above not in over else []
        self._known.update(row[0] for row in _rows(dataset, _KNOWN, only))

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


def _rows(dataset: GraphStore, sparql: str, only: str = "") -> list[tuple[str, ...]]:
    """The rows of a query as text, "" for what is unbound; `only` is what it is restricted to."""
    return [
        tuple(value.value if isinstance(value, NamedNode | Literal) else "" for value in row)
        for row in dataset.select(sparql.replace("$only", only)).rows
    ]


def kept_matches(dataset: GraphStore, persons: Iterable[str]) -> set[Match]:
    """The comparisons of these persons (IRI paths) that the graph holds, without their reasons."""
    found: set[Match] = set()
    base = dataset.base
    for part in chunks((NamedNode(base + path),) for path in sorted(persons)):
        query = _MATCHES.replace("$graph", f"<{Names(base).persons}>").replace("$only", values(["?person"], part))
        for row in dataset.select(query).rows:
            one, other, verdict, score = (node.value for node in row if isinstance(node, NamedNode | Literal))
            first, last = sorted((one.removeprefix(base), other.removeprefix(base)))
            found.add(Match(first, last, float(score), Verdict(verdict), ()))
    return found


def kept_match_quads(dataset: GraphStore, matches: Iterable[Match]) -> Iterator[Quad]:
    """All quads of these comparisons that the graph holds."""
    graph = NamedNode(Names(dataset.base).persons)
    for match in matches:
        claim = NamedNode(f"{dataset.base}id/match/{digest(match.one, match.other)}")
        yield from dataset.quads_for_pattern(claim, None, None, graph)


def kept_joins(dataset: GraphStore, persons: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Who is one with whom, for these persons (IRI paths): each pair in both directions."""
    graph, base = NamedNode(Names(dataset.base).persons), dataset.base
    for path in persons:
        node = NamedNode(base + path)
        for one, other in ((node, None), (None, node)):
            for quad in dataset.quads_for_pattern(one, KG["samePersonAs"], other, graph):
                if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
                    yield quad.subject.value.removeprefix(base), quad.object.value.removeprefix(base)
