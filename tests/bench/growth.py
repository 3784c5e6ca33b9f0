"""What an article costs in a small archive and in a large one: `kg build --store` as a user calls it.

The parses are found in the cache (`tests.bench.texts`), so that the figures are of everything but the parser, whose
cost an article is the same in any archive: it is measured once and added to them in a line of its own. The invented
articles share their sentences, and the parser parses a sentence once: so what it takes for a word is measured on the
sample articles, which share none. The processor's time leaves out what else the machine does.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg import pipeline
from kg.article import read_sources
from kg.cli.reading import SAMPLES
from kg.model import CleanText
from tests.bench import texts
from tests.bench.machine import Taken, apart, kg
from tests.bench.table import Figure, megabytes, times

ADDED = 5
"""Articles added one by one; the median of them is told."""
PARSED = 60
"""Invented articles whose words are counted to tell what the parser would take for one."""
ROUNDS = 3
"""How often the sample articles are parsed."""


@dataclass(frozen=True, slots=True)
class Growth:
    """What building an archive of `articles` took, one article more, and the same sources again.

    `small` is what building the smallest archive took in turns with it.
    """

    articles: int
    built: Taken
    small: Taken
    added: Taken
    again: Taken


def figures(
    sizes: Sequence[int], added: int = ADDED, starts: int = 3, parsed: int = PARSED, rounds: int = ROUNDS
) -> Iterator[Figure]:
    """The lines of the table; ratios are to the smallest archive."""
    with tempfile.TemporaryDirectory() as folder:
        alone = apart(parse, Path(folder) / "parsed", parsed, rounds)
        empty = start(Path(folder), starts)
        first: Growth | None = None
        for size in sizes:
            least = Path(folder) / str(sizes[0])
            small = None if first is None else texts.Archive(least / texts.ARTICLES, (), least / texts.PARSES)
            one = measured(Path(folder) / str(size), size, added, small)
            first = first or one
            yield from _lines(one, first, empty, alone)


def parse(folder: Path, articles: int, rounds: int = ROUNDS) -> float:
    """Milliseconds of the processor that the parser takes for as many words as an invented article has.

    Measured on the sample articles, on one thread with the weights loaded.
    """
    stages = pipeline.prepare()
    parser = pipeline.parser(stages, threads=1)
    parser.parse_texts([texts.TITLE])
    samples = [str(path) for path in sorted(SAMPLES.glob("*.txt"))]
    read, invented = (
        list(pipeline.cleaned(read_sources(sources), stages, _refuse))
        for sources in (samples, [str(texts.write(folder, articles, parses=_parses(folder)).articles)])
    )
    before = time.process_time()
    for _ in range(rounds):
        _ = list(parser.parse(read))
    taken = 1000 * (time.process_time() - before) / rounds
    return taken / _words(read) * _words(invented) / len(invented)


def _words(cleaned: Sequence[CleanText]) -> int:
    return sum(len(one.text.split()) for one in cleaned)


def start(folder: Path, starts: int) -> Taken:
    """What a build takes before its first article: imports, lexicon, rules; measured where nothing is new."""
    archive = apart(texts.write, folder / "start", 1, parses=_parses(folder / "start"))
    _build(archive, archive.articles, folder / "start")
    return _median([_build(archive, archive.articles, folder / "start") for _ in range(starts)])


def measured(folder: Path, size: int, added: int = ADDED, small: texts.Archive | None = None) -> Growth:
    """Builds an archive in the folder, adds articles one by one, and builds it again.

    In turns with the first, `small` is built anew again and again.
    """
    archive = apart(texts.write, folder, size, added, parses=_parses(folder))
    again: list[Taken] = []

    def beside() -> None:
        if small is not None:
            with tempfile.TemporaryDirectory() as new:
                again.append(_build(small, small.articles, Path(new)))

    built = _build(archive, archive.articles, folder, None if small is None else beside)
    if small is not None and not again:
        beside()
    more = [_build(archive, path, folder) for path in archive.added]
    return Growth(size, built, _median(again or [built]), _median(more), _build(archive, archive.articles, folder))


def _build(archive: texts.Archive, source: Path, folder: Path, beside: Callable[[], object] | None = None) -> Taken:
    return kg(["build", source, "--store", folder / "store", "--cache", archive.cache], folder / "log", beside=beside)


def _parses(folder: Path) -> Path:
    """Where the archives that are beside one another keep the parses that they are put together from."""
    return folder.parent / "sentences"


def _median(taken: Sequence[Taken]) -> Taken:
    return Taken(
        statistics.median(one.clock for one in taken),
        statistics.median(one.processor for one in taken),
        max(one.memory for one in taken),
    )


def _lines(one: Growth, first: Growth, empty: Taken, alone: float) -> Iterator[Figure]:
    size = f"{one.articles:,} articles"
    own, least = _each(one.built, one.articles, empty), _each(one.small, first.articles, empty)
    clock = 1000 * (one.built.clock - empty.clock) / one.articles
    yield Figure(
        f"Growth: an article of `kg build --store`, parse cached; of {first.articles:,} built in turns", size,
        f"{own:.1f} ms of processor, {clock:.1f} ms; {least:.1f} ms", times(own, least),
    )  # fmt: skip
    yield Figure(
        f"Growth: an article, the {alone:.0f} ms of the parser for as many words of the samples added", size,
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


def _each(taken: Taken, articles: int, empty: Taken) -> float:
    """Milliseconds of the processor for one article."""
    return 1000 * (taken.processor - empty.processor) / articles


def _refuse(error: Exception) -> None:
    raise error
