"""What the commands that read articles share: sources, progress, rejected articles."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import InputError
from kg.model import Article

SAMPLES = Path(__file__).resolve().parent.parent / "samples"


@dataclass(slots=True)
class Tally:
    """Counts of one run; `rejected` is named on stderr as it happens."""

    read: int = 0
    rejected: list[InputError] = field(default_factory=list)

    def counted(self, articles: Iterable[Article | InputError]) -> Iterator[Article | InputError]:
        """The same articles, counted as they pass."""
        for article in articles:
            self.read += 1
            yield article

    def reject(self, error: InputError) -> None:
        self.rejected.append(error)
        sys.stderr.write(f"kg: rejected {error}\n")

    def correct(self, error: InputError) -> None:
        """Names on stderr what is left out of an article that is kept."""
        sys.stderr.write(f"kg: left out of {error}\n")

    def exit_code(self, options: Namespace) -> int:
        """1 if an article was rejected, unless `--keep-going`."""
        return 1 if self.rejected and not options.keep_going else 0


def sources(options: Namespace) -> Sequence[str]:
    """The sources named, else the embedded sample articles."""
    return options.sources or [str(path) for path in sorted(SAMPLES.glob("*.txt"))]


@contextmanager
def progress(label: str) -> Iterator[Callable[[int], None]]:
    """A progress bar on stderr if that is a terminal; gives a function to call with how many articles are done."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from tqdm import tqdm

    with tqdm(desc=label, unit=" articles", file=sys.stderr, leave=False) as bar:

        def step(done: int) -> None:
            bar.update(done)

        yield step
