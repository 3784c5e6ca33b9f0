"""A process that fills a store with invented articles and is killed meanwhile, as often as it is told to.

It reads a line for each try: the folder of the store and after how many seconds to kill, "-" for never. The store is
only ever opened in a fork of its own, which dies by SIGKILL; the answer is `killed`, or `done` if it was faster.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterable, Iterator

from kg.build.articles import BuildOptions
from kg.build.merge import Merger, Rules
from kg.build.records import Built
from kg.build.shards import Outcome
from kg.build.update import Report, update
from kg.cli.storing import opened
from kg.errors import InputError
from kg.graph.runs import Run
from kg.graph.stores import GraphStore
from kg.graph.vocabulary import BASE
from kg.model import Article
from tests.build.invented import MADE_WITH, Sizes, built, extraction, lexicon

SIZES = Sizes(persons=30, days=3, sentences=1)
COUNT = 27
RUN = Run({"perintah": "0"})


class Invented:
    """Builds articles whose facts are known beforehand: what parses and extracts is not what is tested here."""

    made_with = MADE_WITH

    def __init__(self, known: Iterable[Built]) -> None:
        self._known = {one.sha256: one for one in known}

    def warm(self) -> None:
        """Nothing has to be loaded."""

    def build(self, texts: Iterable[Article | InputError]) -> Iterator[Outcome]:
        for text in texts:
            if isinstance(text, Article):
                yield self._known[text.sha256]


def given(count: int = COUNT) -> tuple[list[Article], list[Built]]:
    """The articles and what is built from them."""
    extracted = [extraction(f"berita-{number}", f"crash/{number}", SIZES) for number in range(count)]
    return [one.article for one in extracted], [built(one) for one in extracted]


def fill(store: GraphStore, articles: Iterable[Article | InputError], known: Iterable[Built]) -> Report:
    """Brings the store in line with the articles."""
    builder = Invented(known)
    merger = Merger(store, Rules(lexicon(), {}), RUN, MADE_WITH)
    return update(merger, articles, BuildOptions(), made_with=MADE_WITH, make=lambda _: builder, at_once=3)


def main() -> None:
    articles, known = given()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for line in sys.stdin:
        folder, delay = line.split()
        child = os.fork()
        if not child:
            with opened(folder, BASE) as store:
                fill(store, articles, known)
            os._exit(0)
        if delay != "-":
            time.sleep(float(delay))
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status):
            answer = "killed" if os.WTERMSIG(status) == signal.SIGKILL else f"signal {os.WTERMSIG(status)}"
        else:
            answer = "done" if os.WEXITSTATUS(status) == 0 else f"failed {os.WEXITSTATUS(status)}"
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
