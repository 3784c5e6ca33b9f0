"""What one article may take, so that a hostile one costs the others nothing: length, time and memory.

Length is checked before anything slow sees the text, which bounds time and memory by itself: both grow with the length
of the text and, in the neural stages, faster with that of a word. Time and memory are then held to by the operating
system where it can: POSIX timers (setitimer), and RLIMIT_DATA in the processes of `kg.build.workers`.
"""

from __future__ import annotations

import re
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import NoReturn, TypeVar

from kg.build.records import SetAside
from kg.errors import InputError
from kg.model import Article, CleanText

T = TypeVar("T")
LETTERS = 0.25
"""The least share of letters and figures in a text; articles have 0.9 and more."""


@dataclass(frozen=True, slots=True)
class Limits:
    """`characters` of an article as given, and of one `word` of it once cleaned; `seconds` for its extraction; `memory`
    in bytes for a worker in all, its models (0.5 GB) included.
    """

    characters: int = 200_000
    word: int = 1_000
    seconds: float = 120.0
    memory: int = 4 << 30


def admitted(articles: Iterable[Article | InputError], limits: Limits) -> Iterator[Article | InputError]:
    """The articles, an error in the place of each that is too long to be one."""
    for article in articles:
        if isinstance(article, Article) and len(article.text) > limits.characters:
            reason = f"{len(article.text):,} characters, the limit is {limits.characters:,}: is it really one article?"
            yield InputError(article.source or article.id, reason)
        else:
            yield article


def legible(texts: Iterable[CleanText], limits: Limits, reject: Callable[[InputError], None]) -> Iterator[CleanText]:
    """The texts made of words; one with a word too long to be any, or of marks alone, is handed to `reject`."""
    too_long = re.compile(rf"\S{{{limits.word + 1}}}")
    for clean in texts:
        source = clean.article.source or clean.article.id
        if too_long.search(clean.text):
            reject(InputError(source, f"a word of more than {limits.word:,} characters: data, not an article's text"))
        elif len(clean.text) > limits.word and _letters(clean.text) < LETTERS:
            reject(InputError(source, "hardly a letter among its marks: data, not an article's text"))
        else:
            yield clean


def _letters(text: str) -> float:
    """The share of letters and figures among the characters that are no blanks."""
    written = "".join(text.split())
    return sum(map(str.isalnum, written)) / max(1, len(written))


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raises `TimeoutError` within the block after so many seconds; no limit outside the main thread of a POSIX system.

    The timer interrupts Python between two instructions, so code that never returns to Python is not stopped: the
    workers' parent ends such a process.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def late(_signal: int, _frame: FrameType | None) -> NoReturn:
        raise TimeoutError(f"takes longer than {seconds:g} s")

    before = signal.signal(signal.SIGALRM, late)
    # Again and again: what is raised within a finaliser or a callback of the collector is dropped by Python.
    signal.setitimer(signal.ITIMER_REAL, seconds, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def bounded(article: Article, seconds: float, work: Callable[[], T]) -> T | SetAside:
    """What `work` makes of an article, or why the article is set aside: too slow, or too much for a rule."""
    source = article.source or article.id
    try:
        with deadline(seconds):
            return work()
    except TimeoutError as error:
        return SetAside(source, str(error))
    except RecursionError:
        return SetAside(source, "is nested too deeply for a rule")


def hold_memory(limit: int) -> bool:
    """Makes allocations of this process beyond `limit` bytes fail with `MemoryError`; False where the system cannot.

    RLIMIT_DATA counts private writable memory, which is what allocations are made of (Linux since 4.7; setrlimit(2)).
    """
    try:
        import resource
    except ImportError:  # Windows
        return False
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))
    return True
