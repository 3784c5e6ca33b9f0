"""The benchmarks: `python -m tests.bench` prints one Markdown table of figures and ratios, with the machine named.

About fifteen minutes on two cores with nothing else to do; `--quick` takes two. What is being done goes to stderr.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from tests.bench import growth, latency, machine, pages, share, stages
from tests.bench.machine import apart
from tests.bench.table import Figure, markdown

Section = Callable[[], Iterable[Figure]]
SECTIONS = ("stages", "share", "growth", "queries", "pages")


def sections(options: argparse.Namespace) -> dict[str, Section]:
    """What can be measured, at the sizes that the options say."""
    quick = options.quick
    articles = options.articles or ([10, 100] if quick else [100, 1_000, 10_000])
    directives = options.directives or (500 if quick else 10_000)
    shown = [100, 1_000] if quick else [100, 1_000, 10_000]
    return {
        "stages": partial(apart, stages.figures, 2 if quick else 10, 2 if quick else 8, options.threads),
        "share": partial(share.figures, options.threads, 16 if quick else share.ARTICLES, options.of),
        "growth": partial(growth.figures, articles, 2 if quick else 5),
        "queries": partial(
            latency.figures, directives, 3 if quick else 9, options.store, plain=not options.only_disk,
            patience=3 if quick else latency.PATIENCE,
        ),
        "pages": partial(pages.figures, shown, 1 if quick else 3),
    }  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures, and prints the table."""
    options = _parser().parse_args(arguments)
    found: list[Figure] = []
    for name, section in sections(options).items():
        if options.only and name not in options.only:
            continue
        start = time.perf_counter()
        for figure in section():
            sys.stderr.write(f"{name}: {figure.what}, {figure.size}: {figure.value} {figure.ratio}\n")
            found.append(figure)
        sys.stderr.write(f"{name}: {time.perf_counter() - start:.0f} s\n")
    sys.stdout.write(f"{machine.described()}\n\n{markdown(found)}\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--only", action="append", choices=SECTIONS, help="a section")
    parser.add_argument("--quick", action="store_true", help="small sizes, few repetitions")
    parser.add_argument("--articles", type=int, nargs="+", metavar="N", help="sizes of the growing archive")
    parser.add_argument("--of", nargs="+", default=(), metavar="SOURCE", help="articles for the share of the parse")
    parser.add_argument("--directives", type=int, metavar="N", help="what the questions are asked of")
    parser.add_argument("--store", type=Path, metavar="PATH", help="keep their store here, or find it")
    parser.add_argument("--only-disk", action="store_true", help="ask only the store on disk")
    parser.add_argument("--threads", type=int, metavar="N", help="threads of the parser (default: all cores)")
    return parser


if __name__ == "__main__":
    main()
