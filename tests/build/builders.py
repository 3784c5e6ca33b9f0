"""Builders that stand for the real one in a worker: quick, and able to do what a hostile article would.

They go to the workers pickled, so they are classes of a module. What an article's text says happens while it is built.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.build.articles import ArticleBuilder, BuildOptions
from kg.build.records import Built, SetAside
from kg.errors import InputError, ModelError
from kg.model import Article

ONCE = "once:"
"""A text that begins so does its deed only if the file that it names is not there yet; the file is then made."""


def article(text: str, name: str = "") -> Article:
    return Article(id=name or text[:20], text=text, source=f"{name or text[:20]}.txt")


def misbehave(text: str) -> None:
    """Does what the text says, if it says anything of the kind."""
    deed = text
    if text.startswith(ONCE):
        deed, _, marker = text.removeprefix(ONCE).partition(" ")
        try:
            Path(marker).touch(exist_ok=False)
        except FileExistsError:
            return
    match deed:
        case "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        case "parent-killed":
            os.kill(os.getppid(), signal.SIGKILL)
        case "exits":
            os._exit(3)
        case "hangs":
            while True:
                time.sleep(60)
        case "allocates":
            bytearray(64 << 30)
        case "raises":
            raise IndexError("no such word")


class Echo:
    """A builder without models: what comes of an article is its text."""

    made_with = "echo"

    def __init__(self, options: BuildOptions) -> None:
        self.options = options

    def warm(self) -> None:
        """Nothing to load."""

    def build(self, texts: Iterable[Article | InputError]) -> Iterator[Built | SetAside]:
        for text in texts:
            if isinstance(text, InputError):
                yield SetAside(text.source, text.reason)
                continue
            misbehave(text.text)
            quads = f"<a:{text.id}> <a:text> <a:{text.sha256}> <a:g> .\n".encode()
            yield Built("a:g", text.source, text.sha256, self.made_with, quads, len(text.text), 0, 0)


class Poisonable(ArticleBuilder):
    """The real builder, but a text that names a deed does it."""

    def build(self, texts: Iterable[Article | InputError], *_: object) -> Iterator[Built | SetAside]:
        texts = list(texts)
        for text in texts:
            if isinstance(text, Article):
                misbehave(text.text.removeprefix("\ufeff"))
        return super().build(texts)


class Unloadable(Echo):
    """A builder whose models cannot be loaded."""

    def warm(self) -> None:
        raise ModelError("the weights are damaged")


class Stillborn(Echo):
    """A builder that ends its worker before it is ready."""

    def warm(self) -> None:
        os._exit(9)


class Greedy(Echo):
    """A builder whose models are larger than a worker may be."""

    def warm(self) -> None:
        bytearray(64 << 30)
