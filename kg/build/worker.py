"""What a worker process does: it loads the models once, then builds shard after shard until nobody asks any more."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from kg.build.articles import BuildOptions
from kg.build.limits import hold_memory
from kg.build.shards import Outcome, Shard
from kg.errors import InputError, PerintahError, WorkerError
from kg.model import Article

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

REASON = 200
"""Characters kept of an exception's message."""
OUT_OF_MEMORY = "needs more memory than a process may take"


class Builder(Protocol):
    """What builds articles: `kg.build.articles.ArticleBuilder`, or something that stands for it."""

    @property
    def made_with(self) -> str: ...

    def warm(self) -> None: ...

    def build(self, texts: Iterable[Article | InputError]) -> Iterator[Outcome]: ...


Make = Callable[[BuildOptions], Builder]
"""Makes the builder within the worker; it goes there pickled, so it is a class or function of a module."""


@dataclass(frozen=True, slots=True)
class Ready:
    """The models are loaded."""


@dataclass(frozen=True, slots=True)
class Unready:
    """The worker cannot work; its parent raises the error."""

    error: PerintahError


@dataclass(frozen=True, slots=True)
class Finished:
    """The shard is done."""


@dataclass(frozen=True, slots=True)
class Failed:
    """The shard is not done. `spent` says that the worker is not to be used again."""

    reason: str
    spent: bool = False


Message = Ready | Unready | Finished | Failed | Outcome
"""What a worker sends; outcomes come one by one, which also tells the parent that it lives."""


def serve(connection: Connection, make: Make, options: BuildOptions) -> None:
    """The body of a worker process: receives shards, sends what comes of their articles; ends when its parent does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    try:
        builder = _prepared(make, options)
    except PerintahError as error:
        connection.send(Unready(error))
        return
    try:
        connection.send(Ready())
        while (shard := _received(connection)) is not None:
            failure = _build(builder, shard, connection)
            connection.send(failure or Finished())
            if failure and failure.spent:
                return
    except ConnectionError:
        return  # the parent has gone


def _prepared(make: Make, options: BuildOptions) -> Builder:
    hold_memory(options.limits.memory)
    try:
        builder = make(options)
        builder.warm()
    except MemoryError as error:
        raise WorkerError(f"{options.limits.memory >> 20:,} MB do not hold the models: allow more") from error
    return builder


def _received(connection: Connection) -> Shard | None:
    try:
        shard: Shard = connection.recv()
    except (EOFError, OSError):  # the parent has gone
        return None
    return shard


def _build(builder: Builder, shard: Shard, connection: Connection) -> Failed | None:
    """Builds a shard; an exception is an answer, because one article's must not end the work on all others."""
    try:
        for outcome in builder.build(shard.articles):
            connection.send(outcome)
    except MemoryError:
        return Failed(OUT_OF_MEMORY, spent=True)
    except ConnectionError:
        raise
    except Exception as error:  # noqa: BLE001  named to the user with its article, see kg.build.workers
        return Failed(said(error))
    return None


def said(error: Exception) -> str:
    """An exception on one line."""
    return f"{type(error).__name__}: {' '.join(str(error).split())[:REASON]}"
