"""Where the processor's time of one `kg build` goes: the command itself, with its parts timed as they begin and end.

`python -m tests.bench.spent RESULT build ...` runs the command and writes to RESULT, as JSON, how many texts were
parsed and the seconds of each part.
"""

from __future__ import annotations

import functools
import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from kg.__main__ import command
from kg.collector import paused
from kg.parse.parser import Parser

START = "start, imports"
LIBRARIES, WEIGHTS, PARSE = "torch and Stanza", "weights", "parse"
PARTS = {
    "lexicon": ("kg.pipeline:prepare",),
    "fingerprints": ("kg.pipeline:parser", "kg.build.articles:made_with"),
    "read and clean": ("kg.pipeline:cleaned",),
    WEIGHTS: ("kg.parse.parser:load",),
    PARSE: ("kg.parse.parser:Parser.parse_texts",),
    "extract": ("kg.parse.parser:document", "kg.pipeline:extract"),
    "identify, quads": ("kg.build.articles:ArticleBuilder.built",),
}
"""What counts as a part of every build: functions, methods and generators, less the parts within them."""
INTO_FILES = {
    "read and clean": ("kg.cli.building:read_sources",),
    "assemble": ("kg.graph.complete:assembled", "kg.pipeline:join_persons", "kg.graph.runs:record_run"),
    "check": ("kg.build.agreement:check",),
    "page": ("kg.view:render",),
    "files": ("kg.graph.output:save",),
}
INTO_A_STORE = {
    "read and clean": ("kg.cli.storing:read_sources",),
    "check": ("kg.build.update:first_breach",),
    "store": (
        *("kg.cli.storing:open_store", "kg.graph.index.dataset:IndexedDataset.close"),
        *("kg.cli.storing:Merger", "kg.build.merge:Merger.put", "kg.build.merge:Merger.finish"),
    ),
}


class Stopwatch:
    """Seconds of the processor by part: the innermost one that is running gets them. It runs from the start on."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._running = [START]
        self._since = 0.0

    def stop(self) -> None:
        """Gives the running part its time until now."""
        now = time.process_time()
        part = self._running[-1]
        self.seconds[part] = self.seconds.get(part, 0.0) + now - self._since
        self._since = now

    def during(self, part: str, work: Callable[..., Any], *given: Any, **named: Any) -> Any:
        """What a function gives; what it does is the part's."""
        self.stop()
        self._running.append(part)
        try:
            return work(*given, **named)
        finally:
            self.stop()
            self._running.pop()

    def timed(self, part: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """The same function; what it does, also step by step as a generator, is the part's."""

        def wrapped(*given: Any, **named: Any) -> Any:
            result = self.during(part, work, *given, **named)
            return self._steps(part, result) if isinstance(result, Iterator) else result

        return functools.update_wrapper(wrapped, work)

    def _steps(self, part: str, steps: Iterator[Any]) -> Iterator[Any]:
        end = object()
        while (step := self.during(part, next, steps, end)) is not end:
            yield step


def watch(arguments: Sequence[str]) -> Stopwatch:
    """Has a stopwatch time the parts of the build that these arguments ask for."""
    found = Stopwatch()
    way = INTO_A_STORE if "--store" in arguments else INTO_FILES
    for part, places in (*PARTS.items(), *way.items()):
        for place in places:
            module, _, path = place.partition(":")
            *owners, name = path.split(".")
            owner = functools.reduce(getattr, owners, import_module(module))
            setattr(owner, name, found.timed(part, getattr(owner, name)))
    return found


def libraries() -> None:
    """Imports what the first parse would import."""
    with paused():
        import_module("kg.parse.analyse")
        import_module("kg.parse.tokenizer")


def main(result: Path) -> int:
    """Runs the command that the process was started for, and writes what it spent."""
    found = watch(sys.argv)
    parse, texts = Parser.parse_texts, 0

    def parse_texts(self: Parser, given: Sequence[str]) -> Any:
        nonlocal texts
        texts += len(given)
        found.during(LIBRARIES, libraries)
        return parse(self, given)

    Parser.parse_texts = parse_texts  # type: ignore[method-assign, assignment]
    code = command()
    found.stop()
    result.write_text(json.dumps({"texts": texts, "seconds": found.seconds}), "ascii")
    return code


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv.pop(1))))
