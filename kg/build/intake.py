"""Which articles have to be built: told from the ledger of the store before anything is cleaned or parsed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from kg.build.fingerprint import differing, record
from kg.errors import InputError
from kg.graph.ledger import Entry, entries, entries_of
from kg.graph.stores import GraphStore
from kg.model import Article

CHUNK = 64
"""Articles that the ledger is asked about at once."""
UNKNOWN = "program"
"""What an article was made with another one of where the store does not say what it was made with."""


@dataclass(slots=True)
class Intake:
    """Lets through what the store has not, or has of another text or made with something else, and counts the rest.

    `stale` counts by what was different (models, lexicon, code, confidence). Of articles with one text the first is
    taken; where the one that the store has may yet change or go, the others wait (`waiting`).
    """

    store: GraphStore
    made_with: str
    read: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    stale: Counter[tuple[str, ...]] = field(default_factory=Counter)
    waiting: list[Article] = field(default_factory=list)
    unreadable: int = 0
    _seen: set[str] = field(default_factory=set)
    _texts: dict[str, str] = field(default_factory=dict)

    def wanted(self, articles: Iterable[Article | InputError]) -> Iterator[Article | InputError]:
        """The articles to be built, and every error."""
        left = iter(articles)
        while chunk := list(islice(left, CHUNK)):
            given = [article for article in chunk if isinstance(article, Article)]
            known = entries_of(self.store, {one.id for one in given}, {one.sha256 for one in given})
            for article in chunk:
                self.read += 1
                if isinstance(article, InputError):
                    self.unreadable += 1
                    yield article
                elif self._wants(article, known):
                    yield article

    def gone(self) -> list[Entry]:
        """The articles of the store that were not among those given."""
        return [entry for entry in entries(self.store) if entry.article not in self._seen]

    def waited(self) -> Iterator[Article | InputError]:
        """The articles that waited, those whose text another one of the store still has as errors."""
        waiting, self.waiting = self.waiting, []
        for start in range(0, len(waiting), CHUNK):
            part = waiting[start : start + CHUNK]
            known = {entry.sha256: entry.article for entry in entries_of(self.store, (), {one.sha256 for one in part})}
            for article in part:
                holder = known.get(article.sha256, article.id)
                self.new += holder == article.id
                yield article if holder == article.id else self._repeat(article, holder)

    def _wants(self, article: Article, known: Iterable[Entry]) -> bool:
        self._seen.add(article.id)
        own = [entry for entry in known if entry.article == article.id]
        sha256 = article.sha256
        holder = self._texts.setdefault(sha256, article.id)
        others = {entry.article for entry in known if entry.sha256 == sha256} - {article.id}
        if holder != article.id or others:
            self.waiting.append(article)
            return False
        same = [entry for entry in own if entry.sha256 == sha256 and entry.record in ("", record(article))]
        if not own:
            self.new += 1
        elif not same or len(own) > 1:
            self.changed += 1
        elif same[0].made_with == self.made_with:
            self.unchanged += 1
            return False
        else:
            made = same[0].made_with
            self.stale[differing(made, self.made_with) if made else (UNKNOWN,)] += 1
        return True

    def _repeat(self, article: Article, holder: str) -> InputError:
        return InputError(article.source or article.id, f"its text is that of article {holder!r}, which the graph has")
