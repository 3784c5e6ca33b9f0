"""The one way in which finished articles come into a store, whoever built them.

A few whole articles are one transaction. What spans articles follows at once and in part (`kg.graph.following`); only
where the store was left by other rules, another lexicon or another program it is made anew at the end, as a whole.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from kg.build.agreement import Report, reconciled
from kg.build.fingerprint import following
from kg.build.persons import Judgements, Persons
from kg.build.records import Built
from kg.graph.changes import Change
from kg.graph.complete import complete
from kg.graph.following import Follower, rule_graphs
from kg.graph.ledger import Entry, Part, entries_of, exchange, settle, settled
from kg.graph.persons import record_matches, sightings
from kg.graph.runs import Run, idle_runs, run_quads
from kg.graph.stores import GraphStore
from kg.lexicon.load import Lexicon
from kg.resolve.persons_match import clusters, match_persons

ARTICLES, BYTES = 96, 18_000_000
"""What one transaction holds at most: so many articles, so many bytes of N-Quads."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What decides the facts that span articles: the lexicon, the user's verdicts on persons, whether rules run."""

    lexicon: Lexicon
    judgements: Judgements
    inference: bool = True

    @property
    def fingerprint(self) -> str:
        return following(self.lexicon.sha256, self.judgements, inference=self.inference)


class Merger:
    """Puts articles into a store and takes them out; finishes first what an earlier process left unfinished."""

    def __init__(self, store: GraphStore, rules: Rules, run: Run, made_with: str) -> None:
        self.store = store
        self.rules = rules
        self._persons = Persons(store, rules.lexicon, rules.judgements)
        self._follower = Follower(store, self._persons.follow, rules.inference)
        self.run, description = run_quads(run, made_with, store.base)
        self._whole = not self._ready()
        store.extend(description)

    def _ready(self) -> bool:
        """Whether what spans articles is up to date, so that it can follow in part."""
        known = settled(self.store)
        if known == self.rules.fingerprint:
            self._follower.follow()
            return True
        if known is None and not self.store.graphs():
            self.store.extend(rule_graphs(self.store.base) if self.rules.inference else ())
            settle(self.store, self.rules.fingerprint)
            return True
        settle(self.store, None)
        return False

    def put(self, built: Collection[Built], correct: Report | None = None) -> tuple[Built, ...]:
        """Stores articles, each in place of what the store had under its id, in one transaction.

        An article whose text the store has under another id is not stored; those are given back. With `correct`, what
        contradicts the store or another article is left out, which it is told (see `kg.build.agreement`).
        """
        known = entries_of(self.store, {one.article for one in built}, {one.sha256 for one in built})
        kept, repeats = _apart(built, known)
        graphs = {one.graph for one in kept}
        ids = {one.article for one in built}
        removed = {entry.graph for entry in known if entry.article in ids} - graphs
        outvoted = Change()
        if correct is not None:
            kept, outvoted = reconciled(self.store, kept, graphs | removed, correct)
        self._exchange(removed, [Part(one.graph, one.quads, one.record, self.run) for one in kept], outvoted)
        return repeats

    def remove(self, graphs: Collection[str]) -> None:
        """Takes articles out of the store."""
        ordered = sorted(graphs)
        for start in range(0, len(ordered), ARTICLES):
            self._exchange(set(ordered[start : start + ARTICLES]), [], Change())

    def finish(self) -> None:
        """Brings what spans articles up to date where it could not follow in part; forgets runs that made nothing."""
        if self._whole:
            complete(self.store, inference=self.rules.inference)
            matches = match_persons(sightings(self.store), self.rules.lexicon, self.rules.judgements)
            record_matches(self.store, matches, clusters(matches))
            keys = self._persons.anew()
            self.store.change(keys.gone, keys.new)
            settle(self.store, self.rules.fingerprint)
            self._whole = False
        idle = idle_runs(self.store, self.run)
        if idle:
            self.store.change(idle, ())

    def _exchange(self, removed: set[str], parts: list[Part], outvoted: Change) -> None:
        if not removed and not parts:
            return
        change = exchange(self.store, removed, parts).with_(outvoted)
        if self._whole:
            self.store.change(change.gone, change.new)
        else:
            self._follower.apply(change)


def _apart(built: Iterable[Built], known: Iterable[Entry]) -> tuple[list[Built], tuple[Built, ...]]:
    """The articles to be stored, and those whose text another one has that stays: of the store, or of these."""
    latest = {one.article: one.sha256 for one in built}
    holders: dict[str, str] = {
        entry.sha256: entry.article for entry in known if latest.get(entry.article, entry.sha256) == entry.sha256
    }
    kept, repeats = [], []
    for one in built:
        if holders.setdefault(one.sha256, one.article) == one.article:
            kept.append(one)
        else:
            repeats.append(one)
    return kept, tuple(repeats)
