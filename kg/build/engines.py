"""Where articles are built: in this process, in several, or on a cluster. What comes out is the same.

All ways cut the input into the same shards, because the last digits of a neural score depend on what is computed
together, and a decision may hang on the last digit.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.build.articles import ArticleBuilder, BuildOptions
from kg.build.isolation import isolated
from kg.build.shards import ARTICLES, Outcome, Shard, ShardFolder, shards
from kg.build.worker import Make
from kg.errors import InputError, WorkerError
from kg.model import Article
from kg.pipeline import Progress


@dataclass(frozen=True, slots=True)
class Engine:
    """How many `workers` (processes of this machine), 0 for none but this one.

    `cluster` is the address of a Ray cluster ("auto", "local" or HOST:PORT; "" for none); `workers` is then how many
    actors, 0 for as many as fit. `folder` keeps finished shards, to go on from; a cluster needs one. `size` is how many
    articles a shard holds at most.
    """

    workers: int = 0
    cluster: str = ""
    folder: Path | None = None
    size: int = ARTICLES


def build(
    texts: Iterable[Article | InputError],
    options: BuildOptions,
    engine: Engine | None = None,
    progress: Progress | None = None,
    make: Make = ArticleBuilder,
) -> Generator[Outcome]:
    """What comes of each article, in the order of the texts; `progress` is told how many articles are done.

    Raises `LexiconError`, `ModelError`, `WorkerError`, and `StoreError` where the folder cannot be written.
    """
    engine = engine or Engine()
    cut = shards(texts, engine.size)
    if engine.folder is None:
        if engine.cluster:
            raise WorkerError("a cluster needs a folder for its shards that every machine sees: name one (--shards)")
        done = _built(cut, options, engine, make)
    else:
        # the fingerprint needs the lexicon and the hash of the weights, but loads no model
        folder = ShardFolder(engine.folder.absolute(), make(options).made_with, options.base)
        if engine.cluster:
            from kg.build.cluster import build_on_cluster

            done = build_on_cluster(cut, folder, options, engine.cluster, engine.workers, make)
        else:
            done = _resumed(cut, folder, options, engine, make)
    for outcomes in done:
        for outcome in outcomes:
            yield outcome
            if progress is not None:
                progress(1)


def _built(cut: Iterable[Shard], options: BuildOptions, engine: Engine, make: Make) -> Iterator[tuple[Outcome, ...]]:
    if engine.workers:
        from kg.build.workers import Workers

        with Workers(engine.workers, options, make) as workers:
            yield from workers.build(cut)
        return
    builder = make(options)
    for shard in cut:
        yield isolated(builder, shard)


def _resumed(
    cut: Iterable[Shard], folder: ShardFolder, options: BuildOptions, engine: Engine, make: Make
) -> Iterator[tuple[Outcome, ...]]:
    """What the folder does not hold is built and kept there; what it holds comes in its place in the order."""
    passed: deque[tuple[str, bool]] = deque()  # names of shards that are read and not yielded, and whether they are new
    names: list[str] = []

    def new() -> Iterator[Shard]:
        for shard in cut:
            name = folder.name(shard)
            names.append(name)
            passed.append((name, folder.get(name) is None))
            if passed[-1][1]:
                yield shard

    def kept() -> Iterator[tuple[Outcome, ...]]:
        while passed and not passed[0][1]:
            yield folder.get(passed.popleft()[0]) or ()

    for outcomes in _built(new(), options, engine, make):
        yield from kept()
        folder.put(passed.popleft()[0], outcomes)
        yield outcomes
    yield from kept()
    folder.list(names)
