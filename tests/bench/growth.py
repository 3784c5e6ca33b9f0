"""What an article costs in a small archive and in a large one: `kg build --store` as a user calls it.

The parses are found in the cache (`tests.bench.texts`), so that the figures are of everything but the parser, whose
cost an article is the same in any archive; the processor's time leaves out what else the machine does.
"""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench import texts
from tests.bench.machine import Taken, apart, kg
from tests.bench.table import Figure, megabytes, times

ADDED = 5
"""Articles added one by one; the median of them is told."""


@dataclass(frozen=True, slots=True)
class Growth:
    """What building an archive of `articles` took, one article more, and the same sources again."""

    articles: int
    built: Taken
    added: Taken
    again: Taken


def figures(sizes: Sequence[int], added: int = ADDED, starts: int = 3) -> Iterator[Figure]:
    """The lines of the table; ratios are to the smallest archive."""
    with tempfile.TemporaryDirectory() as folder:
        empty = start(Path(folder), starts)
        first: Growth | None = None
        for size in sizes:
            one = measured(Path(folder) / str(size), size, added)
            first = first or one
            yield from _lines(one, first, empty)


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


def _lines(one: Growth, first: Growth, empty: Taken) -> Iterator[Figure]:
    size = f"{one.articles:,} articles"
    own, least = _each(one, empty), _each(first, empty)
    clock = 1000 * (one.built.clock - empty.clock) / one.articles
    yield Figure(
        "Growth: an article of `kg build --store`, parse cached", size,
        f"{own:.1f} ms of processor, {clock:.1f} ms", times(own, least),
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
