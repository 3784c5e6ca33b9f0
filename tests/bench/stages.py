"""How many articles a second each stage does, over the sample articles, and how the parser compares with plain Stanza.

Every stage is given what the one before it made. All but the parser work on one core, so theirs is the processor's
time; the parser's is that of the clock, with all cores.
"""

from __future__ import annotations

import gc
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TypeVar

from kg import pipeline
from kg.article import read_sources
from kg.build.articles import ArticleBuilder, BuildOptions
from kg.build.merge import Merger, Rules
from kg.build.records import Built
from kg.cli.reading import SAMPLES
from kg.graph.complete import assembled
from kg.graph.dataset import Dataset
from kg.graph.facts import document
from kg.graph.output import save
from kg.graph.runs import Run
from kg.graph.stores import open_store
from kg.graph.validation import first_breach, require_valid
from kg.model import CleanText, Extraction
from kg.parse.benchmark import compare
from kg.resolve.identity import identify
from kg.view import render
from tests.bench.machine import peak
from tests.bench.table import Figure, megabytes, rate

Result = TypeVar("Result")


def figures(repeats: int, plain: int, cores: int | None = None) -> list[Figure]:
    """The lines of the table. A fast stage is done `repeats` times over, plain Stanza reads `plain` articles.

    Loads the models: to be run apart.
    """
    cores = cores or os.cpu_count() or 1
    builder = ArticleBuilder(BuildOptions(threads=cores))
    stages, sources = builder.stages, [str(path) for path in sorted(SAMPLES.glob("*.txt"))]
    took: dict[str, float] = {}

    def timed(stage: str, work: Callable[[], Result], clock: Callable[[], float] = time.process_time) -> Result:
        gc.collect()
        runs = 1 if clock is time.perf_counter else repeats
        start = clock()
        for _ in range(runs):
            result = work()
        took[stage] = (clock() - start) / runs
        return result

    texts = timed("read and clean", lambda: list(pipeline.cleaned(read_sources(sources), stages, _refuse)))
    builder.warm()
    documents = timed("parse", lambda: list(builder.parser.parse(texts)), time.perf_counter)
    extractions = timed("extract", lambda: [pipeline.extract(one, stages) for one in documents])
    timed("identify, quads", lambda: [_quads(one, builder) for one in extractions])
    built = [builder.built(one) for one in extractions]
    timed("check", lambda: [first_breach(one.quads, builder.options.base) for one in built])
    with tempfile.TemporaryDirectory() as folder:
        numbers = iter(range(repeats))
        timed("store on disk", lambda: _store(Path(folder) / str(next(numbers)), built, builder))
        dataset = timed("assemble in memory, persons, inference", partial(_assembled, built, builder))
        timed("check the whole", lambda: require_valid(dataset))
        timed("write", lambda: save(dataset, Path(folder) / "output"))
        timed("page", lambda: render(dataset.store))
    return [*_lines(took, texts, builder, cores), *(_plain(texts, plain, cores) if plain else ())]


def _quads(extraction: Extraction, builder: ArticleBuilder) -> bytes:
    return document(identify(extraction, builder.stages.lexicon), builder.options.base)


def _store(folder: Path, built: Sequence[Built], builder: ArticleBuilder) -> None:
    with closing(open_store(folder)) as store:
        merger = Merger(store, Rules(builder.stages.lexicon, {}), Run({}), builder.made_with)
        merger.put(built)
        merger.finish()


def _assembled(built: Sequence[Built], builder: ArticleBuilder) -> Dataset:
    dataset = assembled(one.quads for one in built)
    pipeline.join_persons(dataset, builder.stages.lexicon, {})
    return dataset


def _lines(took: dict[str, float], texts: Sequence[CleanText], builder: ArticleBuilder, cores: int) -> Iterator[Figure]:
    number = len(texts)
    words = sum(len(one.text.split()) for one in texts)
    size = f"{number} articles, {words:,} words"
    ways = {
        "into a store": ("read and clean", "parse", "extract", "identify, quads", "check", "store on disk"),
        "into files": (
            *("read and clean", "parse", "extract", "identify, quads"),
            *("assemble in memory, persons, inference", "check the whole", "write", "page"),
        ),
    }
    for stage, seconds in took.items():
        cost = (
            f"{took['parse'] / seconds:.0f}x as fast as the parse"
            if stage != "parse"
            else f"{cores} thread{'s' if cores != 1 else ''}"
        )
        yield Figure(f"Stage: {stage}", size, f"{rate(number, seconds)} articles/s", cost)
    for way, stages in ways.items():
        whole = sum(took[stage] for stage in stages)
        rest = 100 * (1 - took["parse"] / whole)
        yield Figure(f"All stages {way}", size, f"{rate(number, whole)} articles/s", f"{rest:.0f}% is not the parse")
    yield Figure("All stages: peak memory, models included", size, megabytes(peak()))


def _plain(texts: Sequence[CleanText], plain: int, cores: int) -> Iterator[Figure]:
    found = compare(texts, cores, plain)
    yield Figure(
        "Parse against Stanza as it is used plainly", f"{found.words:,} words",
        f"{found.ours:.0f} words/s, plain {found.plain:.0f} words/s", f"{found.ratio:.1f}x",
    )  # fmt: skip


def _refuse(error: Exception) -> None:
    raise error
