"""What an article costs in a small archive and in a large one: `kg build --store` as a user calls it.

The parses are found in the cache (`tests.bench.texts`), so that the figures are of everything but the parser, whose
cost an article is the same in any archive: it is measured once, on some of the same articles without a cache, and added
to them in a line of its own. The processor's time leaves out what else the machine does.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg import pipeline
from kg.article import read_sources
from tests.bench import texts
from tests.bench.machine import Taken, apart, kg
from tests.bench.table import Figure, megabytes, times

ADDED = 5
"""Articles added one by one; the median of them is told."""
PARSED = 60
"""Articles that are parsed to tell what the parser takes for one."""


@dataclass(frozen=True, slots=True)
class Growth:
    """What building an archive of `articles` took, one article more, and the same sources again."""

    articles: int
    built: Taken
    added: Taken
    again: Taken


def figures(sizes: Sequence[int], added: int = ADDED, starts: int = 3, parsed: int = PARSED) -> Iterator[Figure]:
    """The lines of the table; ratios are to the smallest archive."""
    with tempfile.TemporaryDirectory() as folder:
        empty = start(Path(folder), starts)
        alone = apart(parse, Path(folder) / "parsed", parsed)
        first: Growth | None = None
        for size in sizes:
            one = measured(Path(folder) / str(size), size, added)
            first = first or one
            yield from _lines(one, first, empty, alone)


def parse(folder: Path, articles: int) -> float:
    """Milliseconds of the processor that the parser takes for an article, on one thread with the weights loaded."""
    archive, stages = texts.write(folder, articles), pipeline.prepare()
    parser = pipeline.parser(stages, threads=1)
    parser.parse_texts([texts.TITLE])
    cleaned = list(pipeline.cleaned(read_sources([str(archive.articles)]), stages, _refuse))
    before = time.process_time()
    number = sum(1 for _ in parser.parse(cleaned))
    return 1000 * (time.process_time() - before) / number


def start(folder: Path, starts: int) -> Taken:
    """What a build takes before its first article: imports, lexicon, rules; measured where nothing is new."""
    archive = apart(texts.write, folder / "start", 1)
    _build(archive, archive.articles, folder / "start")
    return _median([_build(archive, archive.articles, folder / "start") for _ in range(starts)])


def measured(folder: Path, size: int, added: int = ADDED) -> Growth:
    """Builds an archive in the folder, adds articles one by one, and builds it again."""
    archive = apart(texts.write, folder, size, added)
    built = _build(archive, archive.articles, folder)
    more = [_build(archive, path, folder) for path in archive.added]
    return Growth(size, built, _median(more), _build(archive, archive.articles, folder))


def _build(archive: texts.Archive, source: Path, folder: Path) -> Taken:
    return kg(["build", source, "--store", folder / "store", "--cache", archive.cache], folder / "log")


def _median(taken: Sequence[Taken]) -> Taken:
    return Taken(
        statistics.median(one.clock for one in taken),
        statistics.median(one.processor for one in taken),
        max(one.memory for one in taken),
    )


def _lines(one: Growth, first: Growth, empty: Taken, alone: float) -> Iterator[Figure]:
    size = f"{one.articles:,} articles"
    own, least = _each(one, empty), _each(first, empty)
    clock = 1000 * (one.built.clock - empty.clock) / one.articles
    yield Figure(
        "Growth: an article of `kg build --store`, parse cached", size,
        f"{own:.1f} ms of processor, {clock:.1f} ms", times(own, least),
    )  # fmt: skip
    yield Figure(
        f"Growth: an article, the {alone:.0f} ms of the parser on one thread added", size,
        f"{own + alone:.0f} ms of processor", times(own + alone, least + alone),
    )  # fmt: skip
    yield Figure("Growth: peak memory", size, megabytes(one.built.memory), times(one.built.memory, first.built.memory))
    yield Figure(
        f"Growth: one article added, the {empty.processor:.1f} s of any build included", size,
        f"{one.added.processor:.2f} s of processor, {one.added.clock:.2f} s",
        times(one.added.processor, first.added.processor),
    )  # fmt: skip
    again = max(0.0, one.again.processor - empty.processor)
    yield Figure(
        "Growth: the same sources again", size, f"{again:.1f} s, {1000 * again / one.articles:.2f} ms an article"
    )


def _each(one: Growth, empty: Taken) -> float:
    """Milliseconds of the processor for one article."""
    return 1000 * (one.built.processor - empty.processor) / one.articles


def _refuse(error: Exception) -> None:
    raise error
