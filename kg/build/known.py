"""What one process keeps of the persons it has met, so that who is often in the news is not read anew each time.

Only the process that writes to a store may keep this: nobody else changes there what it has read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from kg.graph.persons import kept_joins, kept_matches, sightings, sightings_in
from kg.graph.stores import GraphStore
from kg.lexicon.load import Lexicon
from kg.model import Match, Sighting
from kg.resolve.persons_blocks import Pair
from kg.resolve.persons_profile import Profile

SIGHTINGS, MATCHES = 100_000, 100_000
"""What is kept at most; beyond that those go whom no article has spoken of for the longest time, or all of them."""


class Sightings:
    """What the articles of a store say of persons, as far as it has been asked for, with the profiles made of it."""

    def __init__(self, store: GraphStore, lexicon: Lexicon) -> None:
        self._store, self._lexicon = store, lexicon
        self._seen: dict[str, dict[str, Sighting]] = {}
        self._profiles: dict[str, Profile] = {}
        self._number = 0

    def forget(self, persons: Iterable[str]) -> None:
        """Of these persons (IRI paths) the store may say anything now."""
        for path in persons:
            self._number -= len(self._seen.pop(path, ()))
            self._profiles.pop(path, None)

    def add(self, graphs: Collection[str]) -> None:
        """What graphs say that came to the store whole; who is not known yet is left to be read whole."""
        for one in sightings_in(self._store, graphs):
            seen = self._seen.get(one.person)
            if seen is None:
                continue
            if one.article in seen:  # said in two graphs: the store puts both together
                self.forget([one.person])
                continue
            seen[one.article] = one
            self._number += 1
            self._profiles.pop(one.person, None)

    def profiles(self, persons: Collection[str]) -> dict[str, Profile]:
        """What is known of these persons (IRI paths); who is in no article is left out."""
        unread = {path for path in persons if path not in self._seen}
        for one in sightings(self._store, unread) if unread else ():
            self._seen.setdefault(one.person, {})[one.article] = one
            self._number += 1
        found: dict[str, Profile] = {}
        for path in persons:
            seen = self._seen.pop(path, None)
            if seen is None:
                continue
            self._seen[path] = seen  # who was asked for last goes last
            if path not in self._profiles:
                ordered = [seen[article] for article in sorted(seen)]
                self._profiles[path] = Profile.of(ordered, self._lexicon)
            found[path] = self._profiles[path]
        while self._number > SIGHTINGS and len(self._seen) > len(found):
            self.forget([next(iter(self._seen))])
        return found


class Matches:
    """The comparisons that a store holds and who is one with whom in it, as far as it has been asked for.

    A comparison that was made here has its reasons, one that was read has none.
    """

    def __init__(self, store: GraphStore) -> None:
        self._store = store
        self._matches: dict[Pair, Match] = {}
        self._pairs: dict[str, set[Pair]] = {}
        self._first: dict[str, str] = {}

    def forget(self) -> None:
        """The store may hold anything now."""
        self._matches.clear()
        self._pairs.clear()
        self._first.clear()

    def of(self, persons: Iterable[str]) -> set[Match]:
        """All comparisons of these persons (IRI paths)."""
        paths = set(persons)
        unread = paths - self._pairs.keys()
        self._pairs |= {path: set() for path in unread}
        for match in kept_matches(self._store, unread) if unread else ():
            self._keep(match)
        return {self._matches[pair] for path in paths for pair in self._pairs[path]}

    def joined(self, persons: Collection[str]) -> dict[str, str]:
        """The first of those who are one with a person, for each of these that is one with another (IRI paths)."""
        unread = {path for path in persons if path not in self._first}
        self._first |= {path: path for path in unread}
        alone = set(unread)
        for one, other in kept_joins(self._store, unread):
            alone -= {one, other}
            for path in {one, other} & unread:
                self._first[path] = min(self._first[path], one, other)
        for path in alone:
            self._first[path] = ""
        return {path: self._first[path] for path in persons if self._first[path]}

    def replace(
        self, anew: Collection[str], matches: Iterable[Match], joined: Mapping[str, str], near: Iterable[str]
    ) -> None:
        """From now on these are all comparisons of the persons `anew`; `joined` says who of `near` is one with whom."""
        if len(self._matches) > MATCHES:
            self.forget()
            return
        for pair in {pair for path in anew for pair in self._pairs.pop(path, ())}:
            del self._matches[pair]
            for path in pair:
                self._pairs.get(path, set()).discard(pair)
        self._pairs |= {path: set() for path in anew}
        for match in matches:
            self._keep(match)
        self._first |= {path: joined.get(path, "") for path in near}

    def _keep(self, match: Match) -> None:
        """Keeps a comparison for those of its persons all of whose comparisons are known, unless it is kept already."""
        pair = (match.one, match.other)
        for path in pair:
            if path in self._pairs:
                self._pairs[path].add(pair)
                self._matches.setdefault(pair, match)
