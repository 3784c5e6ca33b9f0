"""How much of `kg build` is not the neural parse: of the whole command, as a user calls it, with nothing cached.

All is processor time of one process, from its start to its end (imports, lexicon, page, leaving), as the system counts
it; the parts are timed within it (`tests.bench.spent`). Loading torch, Stanza and the weights is told both ways: as
part of having parses, and as part of the rest. Byte code may be kept, as `pip install` leaves it.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench import spent, texts
from tests.bench.machine import Taken, apart, kg
from tests.bench.spent import LIBRARIES, PARSE, WEIGHTS
from tests.bench.table import Figure

ARTICLES = 60
_OUTPUT = "output"
WAYS = {"kg build": "-o", "kg build --store": "--store"}
"""The two ways of a build, by the option that says where to."""


@dataclass(frozen=True, slots=True)
class Share:
    """What a build of `articles` took, and the `seconds` of the processor in it by part."""

    articles: int
    taken: Taken
    seconds: Mapping[str, float]

    @property
    def parse(self) -> float:
        """The seconds until the parses are there: the libraries, the weights, and the parse itself."""
        return sum(self.seconds.get(part, 0.0) for part in (LIBRARIES, WEIGHTS, PARSE))

    @property
    def rest(self) -> float:
        """The part of the whole that is not the parse, 0 to 1."""
        return 1 - self.parse / self.taken.processor

    @property
    def besides(self) -> dict[str, float]:
        """The seconds of everything else, the most first; the end is what the process took after the command."""
        parts = {part: took for part, took in self.seconds.items() if part not in (LIBRARIES, WEIGHTS, PARSE)}
        parts["end"] = self.taken.processor - sum(self.seconds.values())
        return dict(sorted(parts.items(), key=lambda part: -part[1]))


def figures(threads: int | None = None, articles: int = ARTICLES, given: Sequence[str] = ()) -> Iterator[Figure]:
    """Lines for the sample articles, as the first command of the README builds them, and for more articles.

    These are the `given` sources, else so many invented articles.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if given:
            what, sources = "the articles given", given
        else:
            what, sources = "invented articles", [str(apart(texts.write, folder / "invented", articles).articles)]
        measured(folder, threads)  # byte code is compiled and files are read for the first time
        for way, option in WAYS.items():
            yield from _lines(f"`{way}` of the sample articles", measured(folder, threads, option=option))
            yield from _lines(f"`{way}` of {what}", measured(folder, threads, sources, option))


def measured(
    folder: Path, threads: int | None = None, sources: Sequence[str] = (), option: str = WAYS["kg build"]
) -> Share:
    """Builds the sources, the samples if none is named, into files or into a new store below the folder."""
    shutil.rmtree(folder / _OUTPUT, ignore_errors=True)
    told = ["--threads", threads] if threads else []
    result = folder / "spent.json"
    arguments = [result, "build", *sources, option, folder / _OUTPUT, *told]
    taken = kg([str(one) for one in arguments], folder / "log", spent.__name__)
    found = json.loads(result.read_text("ascii"))
    return Share(found["texts"], taken, found["seconds"])


def _lines(what: str, one: Share) -> Iterator[Figure]:
    size, whole = f"{one.articles} articles", one.taken.processor
    loading = one.parse - one.seconds[PARSE]
    yield Figure(
        f"{what}, nothing cached", size, f"{whole:.1f} s of processor, {one.taken.clock:.1f} s",
        f"{100 * one.rest:.1f}% is not the parse",
    )  # fmt: skip
    yield Figure(
        f"{what}: the parse", size, f"{one.parse:.2f} s, {loading:.2f} s of it for loading torch, Stanza and weights",
        f"{100 * (1 - one.seconds[PARSE] / whole):.1f}% is not the parse, if loading is not",
    )  # fmt: skip
    parts = ", ".join(f"{part} {took:.2f}" for part, took in one.besides.items())
    yield Figure(f"{what}: everything else", size, f"{whole - one.parse:.2f} s: {parts}")
