"""How much of `kg build` is not the neural parse: of the whole command, as a user calls it, with nothing cached.

All is processor time of one process, from its start to its end (imports, lexicon, page, leaving). What the parser takes
is timed within it: importing torch and Stanza, loading the weights, and the parse of the texts; the rest is everything
else. Byte code may be kept, as `pip install` leaves it.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.__main__ import command
from kg.parse import Parser
from kg.parse.rows import ParsedText
from tests.bench import texts
from tests.bench.machine import Taken, apart, kg
from tests.bench.table import Figure

ARTICLES = 60


@dataclass(frozen=True, slots=True)
class Share:
    """What a build of `articles` took, and how many seconds of the processor in it the parser."""

    articles: int
    taken: Taken
    parse: float

    @property
    def rest(self) -> float:
        """The part of the whole that is not the parse, 0 to 1."""
        return 1 - self.parse / self.taken.processor


def figures(threads: int | None = None, articles: int = ARTICLES, given: Sequence[str] = ()) -> Iterator[Figure]:
    """A line for the sample articles, as the first command of the README builds them, and one for more articles.

    These are the `given` sources, else so many invented articles.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        measured(folder, threads)  # byte code is compiled and files are read for the first time
        yield _line("the sample articles", measured(folder, threads))
        if given:
            yield _line("the articles given", measured(folder, threads, given))
        else:
            archive = apart(texts.write, folder / "invented", articles)
            yield _line("invented articles", measured(folder, threads, [str(archive.articles)]))


def measured(folder: Path, threads: int | None = None, sources: Sequence[str] = ()) -> Share:
    """Builds the sources, the samples if none is named, into the folder."""
    told = ["--threads", threads] if threads else []
    seconds = folder / "seconds"
    arguments = [seconds, "build", *sources, "-o", folder / "output", *told]
    taken = kg([str(one) for one in arguments], folder / "log", __name__)
    parse, number = seconds.read_text("ascii").split()
    return Share(int(number), taken, float(parse))


def _line(what: str, one: Share) -> Figure:
    return Figure(
        f"`kg build` of {what}, nothing cached", f"{one.articles} articles",
        f"{one.taken.processor:.1f} s of processor, {one.taken.clock:.1f} s", f"{100 * one.rest:.1f}% is not the parse",
    )  # fmt: skip


def timed(seconds: Path) -> int:
    """The command that the process was started for; writes what the parser took in it, and for how many texts."""
    spent, number = 0.0, 0
    parse = Parser.parse_texts

    def parse_texts(self: Parser, given: Sequence[str]) -> list[ParsedText]:
        nonlocal spent, number
        start = time.process_time()
        try:
            return parse(self, given)
        finally:
            spent += time.process_time() - start
            number += len(given)

    Parser.parse_texts = parse_texts  # type: ignore[method-assign, assignment]
    code = command()
    seconds.write_text(f"{spent} {number}", "ascii")
    return code


if __name__ == "__main__":
    raise SystemExit(timed(Path(sys.argv.pop(1))))
