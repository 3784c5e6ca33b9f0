"""The pages that the tests of the view look at, and a headless Chromium that is cut off from any network."""

from __future__ import annotations

import fcntl
import os
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pyoxigraph import RdfFormat, Store

from kg.view import render
from tests.view import generate
from tests.view.take_pictures import FLAGS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_EXAMPLE = Path(__file__).parents[1] / "graph" / "example.trig"


@pytest.fixture(scope="session")
def example() -> Store:
    """The graph written by hand for the tests of the graph."""
    store = Store()
    store.bulk_load(path=str(_EXAMPLE), format=RdfFormat.TRIG)
    return store


@pytest.fixture(scope="session")
def made() -> Store:
    """A generated graph of 60 directives, with every force."""
    return generate.store(60)


@dataclass
class Opened:
    """A page in the browser with everything that went wrong in it."""

    page: Page
    trouble: list[str] = field(default_factory=list)

    def run(self, script: str) -> Any:
        """The value of a JavaScript expression."""
        return self.page.evaluate(script)

    def texts(self, selector: str) -> list[str]:
        """The text of all elements that match."""
        return [text.strip() for text in self.page.locator(selector).all_inner_texts()]

    def until(self, script: str, seconds: float = 5) -> None:
        """Waits until a JavaScript expression is true (`wait_for_function` would need what the policy forbids)."""
        end = time.monotonic() + seconds
        while not self.run(script):
            assert time.monotonic() < end, f"never true: {script}"
            self.page.wait_for_timeout(20)

    def shown(self) -> int:
        """How many directives the page says it shows."""
        return int(self.run("P.app.matched().length"))

    def node_of(self, label: str) -> str:
        """The key of the node of the agent called `label`."""
        index = self.run(
            f"P.facts.vertices.find((v) => v.agent >= 0 && P.facts.agents[v.agent].label === {label!r}).index"
        )
        return f"v{index}"

    def click_node(self, key: str) -> None:
        """Clicks in the middle of a node as it is drawn."""
        self.settle()
        at = self.run(f"P.network.screen('{key}')")
        box = self.page.locator("#drawing").bounding_box()
        assert box is not None
        self.page.mouse.click(box["x"] + at["x"], box["y"] + at["y"])
        self.settle()

    def settle(self) -> None:
        """Waits until what was asked for is drawn."""
        self.page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


Open = Callable[..., Opened]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium; the test is skipped where there is none."""
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="playwright is not installed (pip install -e .[test])"
    )
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        pytest.skip("no Chromium on the path: the tests of the page need one")
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=found, args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def pages(
    tmp_path_factory: pytest.TempPathFactory, example: Store, made: Store, request: pytest.FixtureRequest
) -> Callable[[str], Path]:
    """Pages on disk by name: the embedded samples as `kg build` writes them, the example, the generated graph, two
    large ones; each is made when first asked for, the large ones once for all workers of a run.
    """
    folder = shared = tmp_path_factory.mktemp("pages")
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = tmp_path_factory.getbasetemp().parent
    stores: dict[str, Callable[[], Store]] = {
        "example": lambda: example,
        "made": lambda: made,
        "middle": lambda: generate.store(1500, agents=420),
        "large": lambda: generate.store(10_000, agents=7_500),
    }

    def page(name: str) -> Path:
        if name == "sample":
            return Path(request.getfixturevalue("built").folder) / "graph.html"
        path = (shared if name in {"middle", "large"} else folder) / f"{name}.html"
        with path.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not path.exists():
                path.write_text(render(stores[name]()), encoding="utf-8")
        return path

    return page


@pytest.fixture
def show(browser: Browser, pages: Callable[[str], Path]) -> Iterator[Open]:
    """Opens one of `pages` (or a path) offline; at its end a message, error, dialog or request fails the test."""
    contexts = []
    opened: list[Opened] = []

    def open_page(
        what: str | Path, fragment: str = "", *, width: int = 1440, height: int = 900, **options: Any
    ) -> Opened:
        context = browser.new_context(viewport={"width": width, "height": height}, offline=True, **options)
        contexts.append(context)
        one = Opened(context.new_page())
        one.page.on("console", lambda message: one.trouble.append(f"console {message.type}: {message.text}"))
        one.page.on("pageerror", lambda error: one.trouble.append(f"error: {error}"))

        def dismiss(dialog: Any) -> None:
            one.trouble.append(f"dialog: {dialog.message}")
            dialog.dismiss()

        one.page.on("dialog", dismiss)
        path = pages(what) if isinstance(what, str) else what

        def asked(request: Any) -> None:
            if not request.url.startswith((path.as_uri(), "data:font/woff2;base64,")):
                one.trouble.append(f"request: {request.url[:200]}")

        one.page.on("request", asked)
        one.page.goto(path.as_uri() + (f"#{fragment}" if fragment else ""))
        one.page.wait_for_selector("html[data-ready]")
        one.settle()
        opened.append(one)
        return one

    yield open_page
    trouble = [line for one in opened for line in one.trouble]
    for context in contexts:
        context.close()
    assert trouble == []
