"""Persons across articles, kept up as articles come and go: only those touched are compared again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.graph.changes import Change, difference
from kg.graph.persons import (
    kept_joins,
    kept_match_quads,
    kept_matches,
    kept_name_keys,
    match_quads,
    name_key_quads,
    sharing,
    sightings,
)
from kg.graph.stores import GraphStore
from kg.lexicon.load import Lexicon
from kg.model import Match, Sighting, Verdict
from kg.resolve.persons_match import block_keys, by_person, clusters, match_pairs

Judgements = Mapping[tuple[str, str], Verdict]


@dataclass(frozen=True, slots=True)
class Persons:
    """Who is one with whom in a store: `kg.pipeline.join_persons`, but for some persons and not for all.

    The persons that may be one with another are found by the keys of their names, which the ledger keeps.
    """

    store: GraphStore
    lexicon: Lexicon
    judgements: Judgements

    def follow(self, touched: frozenset[str]) -> Change:
        """What has to change in the graph of persons when articles say something else of these (absolute IRIs)."""
        paths = {iri.removeprefix(self.store.base) for iri in touched}
        people: dict[str, list[Sighting]] = by_person(sightings(self.store, paths))
        keys = {path: self.keys(seen) for path, seen in people.items()}
        pairs = self._pairs(keys, paths)
        others = {path for pair in pairs for path in pair} - paths
        people |= by_person(sightings(self.store, others))
        matches = match_pairs(
            people, (p for p in pairs if p[0] in people and p[1] in people), self.lexicon, self.judgements
        )
        before = kept_matches(self.store, paths)
        near, around = self._near(paths, {*matches, *before})
        base = self.store.base
        compared = difference(kept_match_quads(self.store, before), match_quads(matches, {}, base))
        joined = difference(kept_joins(self.store, near), match_quads((), clusters((*matches, *around)), base))
        blocked = difference(kept_name_keys(self.store, paths), name_key_quads(keys, base))
        parts = (compared, joined, blocked)
        return Change(
            frozenset(quad for part in parts for quad in part.gone),
            frozenset(quad for part in parts for quad in part.new),
        )

    def keys(self, seen: Iterable[Sighting]) -> frozenset[str]:
        """What a person must share with another to be compared, as text."""
        return frozenset(" ".join(key) for key in block_keys(seen, self.lexicon))

    def all_keys(self) -> dict[str, frozenset[str]]:
        """The keys of all persons of the store."""
        return {path: self.keys(seen) for path, seen in by_person(sightings(self.store)).items()}

    def _pairs(self, keys: Mapping[str, frozenset[str]], touched: set[str]) -> set[tuple[str, str]]:
        """The touched persons with all who share a key with them, and with whom they were judged."""
        blocks = sharing(self.store, {key for own in keys.values() for key in own})
        blocks = {key: found - touched for key, found in blocks.items()}
        for path, own in keys.items():
            for key in own:
                blocks.setdefault(key, set()).add(path)
        pairs = {
            _pair(path, other) for path, own in keys.items() for key in own for other in blocks[key] if other != path
        }
        return pairs | {pair for pair in self.judgements if pair[0] in keys or pair[1] in keys}

    def _near(self, touched: set[str], matches: Iterable[Match]) -> tuple[set[str], set[Match]]:
        """All whom chains of "same" lead to from the touched persons, and the matches among the untouched of them."""
        near, around = set(touched), set[Match]()
        front = _same(matches) - near
        while front:
            near |= front
            found = {m for m in kept_matches(self.store, front) if m.one not in touched and m.other not in touched}
            around |= found
            front = _same(found) - near
        return near, {match for match in around if match.one in near and match.other in near}


def _same(matches: Iterable[Match]) -> set[str]:
    return {path for match in matches if match.verdict is Verdict.SAME for path in (match.one, match.other)}


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)
