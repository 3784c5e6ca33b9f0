"""Shards: a few articles that are worked on together, and a folder that keeps what came of each.

The unit that survives everything, on one machine and on many: a shard is named by what is in it, its N-Quads appear
whole or not at all (written beside, flushed, renamed), and its manifest, renamed last, says what they are. A shard that
has a manifest is never built again; one that was cut short is.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kg.build.records import Built, SetAside
from kg.errors import InputError, StoreError
from kg.graph.files import write_atomically, write_together
from kg.graph.vocabulary import BASE
from kg.model import Article, Span

Outcome = Built | SetAside
"""What comes of one article."""

ARTICLES, CHARACTERS = 32, 100_000
"""How much a shard holds: enough to parse in full batches (half the time of one by one), few enough to lose."""
MANIFEST = "manifest.json"
NAME_LENGTH = 24
"""Hexadecimal digits of a SHA-256 that name a shard."""


@dataclass(frozen=True, slots=True)
class Shard:
    """Articles that follow each other in the input, and errors where one could not be read."""

    articles: tuple[Article | InputError, ...]

    def name(self, made_with: str) -> str:
        """A hash of all that decides what comes of it: its articles and `made_with`."""
        known = hashlib.sha256(made_with.encode())
        for article in self.articles:
            known.update(json.dumps(record(article), sort_keys=True).encode())
        return known.hexdigest()[:NAME_LENGTH]

    def halves(self) -> tuple[Shard, Shard]:
        middle = len(self.articles) // 2
        return Shard(self.articles[:middle]), Shard(self.articles[middle:])


def shards(
    articles: Iterable[Article | InputError], most: int = ARTICLES, characters: int = CHARACTERS
) -> Iterator[Shard]:
    """The articles in shards of at most `most` articles, closed once they hold so many characters."""
    held: list[Article | InputError] = []
    size = 0
    for article in articles:
        held.append(article)
        size += len(article.text) if isinstance(article, Article) else 0
        if len(held) >= most or size >= characters:
            yield Shard(tuple(held))
            held, size = [], 0
    if held:
        yield Shard(tuple(held))


class ShardFolder:
    """A folder of shards made with one set of models, lexicon and rules (`made_with`) and one base IRI.

    Several processes may write to it. Raises `StoreError` where it cannot be written.
    """

    def __init__(self, folder: Path, made_with: str, base: str = BASE) -> None:
        self.folder = folder
        self.made_with = made_with
        self._base = base

    def name(self, shard: Shard) -> str:
        return shard.name(f"{self.made_with} base={self._base}")

    def put(self, name: str, outcomes: Iterable[Outcome]) -> None:
        """Keeps what came of a shard: N-Quads first, then the manifest that makes them count."""
        entries: list[dict[str, Any]] = []
        parts: list[bytes] = []
        for outcome in outcomes:
            entry = asdict(outcome)
            if isinstance(outcome, Built):
                parts.append(outcome.quads)
                entry["quads"] = len(outcome.quads)
            entries.append(entry)
        data = b"".join(parts)
        manifest = {"made_with": self.made_with, "sha256": hashlib.sha256(data).hexdigest(), "articles": entries}
        write_together({self.folder / f"{name}.nq": data, self.folder / f"{name}.json": _json(manifest)})

    def get(self, name: str) -> tuple[Outcome, ...] | None:
        """What came of a shard, `None` if it is not finished or its files are damaged."""
        try:
            manifest = json.loads((self.folder / f"{name}.json").read_bytes())
            data = (self.folder / f"{name}.nq").read_bytes()
            if manifest["sha256"] != hashlib.sha256(data).hexdigest():
                return None
            return tuple(_outcomes(manifest["articles"], data))
        except (FileNotFoundError, ValueError, KeyError, TypeError):
            return None

    def put_input(self, name: str, shard: Shard) -> None:
        """Keeps the articles of a shard for who builds it elsewhere; JSON, so that reading it runs nothing."""
        write_atomically(self.folder / f"{name}.input.json", _json([record(article) for article in shard.articles]))

    def get_input(self, name: str) -> Shard:
        """The shard that was kept for building. Raises `StoreError` if it is not there."""
        path = self.folder / f"{name}.input.json"
        try:
            return Shard(tuple(map(_article, json.loads(path.read_bytes()))))
        except OSError as error:
            raise StoreError(f"{path}: cannot be read: {error.strerror or error}") from error

    def drop_input(self, name: str) -> None:
        (self.folder / f"{name}.input.json").unlink(missing_ok=True)

    def list(self, names: Iterable[str]) -> None:
        """Writes the manifest of the last build that built anything: its shards in the order of the input."""
        ordered = list(names)
        if ordered:
            write_atomically(self.folder / MANIFEST, _json({"made_with": self.made_with, "shards": ordered}))


def record(article: Article | InputError) -> dict[str, Any]:
    """An article, or the error in its place, as JSON holds it."""
    if isinstance(article, InputError):
        return {"source": article.source, "reason": article.reason}
    published = article.published.isoformat() if article.published else None
    span = article.title_span
    return asdict(article) | {"published": published, "title_span": [span.start, span.end] if span else None}


def _article(fields: Mapping[str, Any]) -> Article | InputError:
    if "reason" in fields:
        return InputError(fields["source"], fields["reason"])
    published, span = fields["published"], fields["title_span"]
    given = {**fields, "published": date.fromisoformat(published) if published else None}
    return Article(**given | {"title_span": Span(*span) if span else None})


def _outcomes(entries: Iterable[Mapping[str, Any]], data: bytes) -> Iterator[Outcome]:
    start = 0
    for entry in entries:
        if "quads" not in entry:
            yield SetAside(**entry)
            continue
        end = start + entry["quads"]
        yield Built(**{**entry, "quads": data[start:end]})
        start = end


def _json(value: object) -> bytes:
    return json.dumps(value, indent=0, sort_keys=True).encode() + b"\n"
