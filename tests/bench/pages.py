"""How long it takes until the page of a graph can be used, by the number of its directives."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.view import render
from tests.bench.machine import apart, peak
from tests.bench.table import Figure, megabytes, times
from tests.view import generate
from tests.view.take_pictures import FLAGS

READY = "performance.getEntriesByName('ready')[0].startTime"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def figures(sizes: Sequence[int], tries: int) -> Iterator[Figure]:
    """The lines of the table; where there is no browser, those of the writing alone."""
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    first = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            path = Path(folder) / f"{size}.html"
            seconds, memory = apart(written, path, size)
            first = first or seconds / size
            of = f"{size:,} directives"
            made = f"{seconds:.2f} s, {megabytes(path.stat().st_size)}, {megabytes(memory)} of memory"
            yield Figure("Page: written", of, made, f"{times(seconds / size, first)} a directive")
            if program is not None:
                yield Figure("Page: usable in the browser", of, f"{apart(usable, path, tries, program):.2f} s")


def written(path: Path, directives: int) -> tuple[float, int]:
    """Seconds to make the page of a made-up graph, and the most memory had, in bytes."""
    store = generate.store(directives)
    start = time.perf_counter()
    path.write_text(render(store), "utf-8")
    return time.perf_counter() - start, peak()


def usable(path: Path, tries: int, program: str) -> float:
    """Seconds from the start of the page until it can be used, the best of some tries."""
    from playwright.sync_api import sync_playwright

    taken = []
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=list(FLAGS))
        for _ in range(tries):
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            page.goto(path.as_uri())
            page.wait_for_selector("html[data-ready]")
            taken.append(float(page.evaluate(READY)) / 1000)
            page.close()
        browser.close()
    return min(taken)
