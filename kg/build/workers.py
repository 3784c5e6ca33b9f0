"""Building with several processes: each holds the models once, and one that dies is replaced.

The parent hands out shards and takes back outcomes over pipes. Where a worker dies, falls silent or fails, its shard is
tried again by halves, so that in the end the one article that did it is alone; after two tries alone it is set aside
with its name, and everything else is built. What comes out has the order of what goes in, whoever was faster.

Memory is bounded: a worker holds one shard, the parent at most `WINDOW` shards a worker between reading and yielding.
"""

from __future__ import annotations

import heapq
import multiprocessing
import os
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Self

from kg.build.articles import ArticleBuilder, BuildOptions
from kg.build.records import Built, SetAside
from kg.build.shards import Outcome, Shard
from kg.build.worker import Failed, Finished, Make, Message, Ready, Unready, serve
from kg.errors import WorkerError

TRIES = 2
"""How often an article is tried alone before it is set aside."""
WINDOW = 3
STARTS = 3
"""How many workers in a row may die before they are ready."""
SILENCE = 2
"""A worker is ended when it has said nothing for so many times the seconds that one article may take."""
PATIENCE = 1.0  # seconds between two looks at the clock


@dataclass(frozen=True, slots=True, order=True)
class Job:
    """A shard, or a part of one, to be built: `number` is the shard's, `first` the place of its first article."""

    number: int
    first: int
    tries: int = field(compare=False)
    shard: Shard = field(compare=False)


@dataclass(slots=True)
class Open:
    """A shard that is being built: how many articles are `missing`, and what is done, by the place of the first."""

    missing: int
    parts: dict[int, tuple[Outcome, ...]] = field(default_factory=dict)

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        return tuple(outcome for first in sorted(self.parts) for outcome in self.parts[first])


@dataclass(slots=True)
class Worker:
    """A process, what it is doing and since when it has been silent."""

    process: BaseProcess
    connection: Connection
    heard: float
    ready: bool = False
    job: Job | None = None
    outcomes: list[Outcome] = field(default_factory=list)


class Workers:
    """`count` processes that build shards; a context manager that ends them.

    `options.threads` is for each worker, its share of the cores if `None`. Raises `LexiconError`, `ModelError` and
    `WorkerError`.
    """

    def __init__(self, count: int, options: BuildOptions, make: Make = ArticleBuilder) -> None:
        threads = options.threads or max(1, (os.cpu_count() or 1) // count)
        self._options = replace(options, threads=threads)
        self._count = count
        self._make = make
        # not fork: torch's threads do not survive it
        self._context = multiprocessing.get_context("spawn")
        self._workers: list[Worker] = []
        self._unready = 0
        self._again: list[Job] = []
        self._open: dict[int, Open] = {}
        self._numbers = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        while self._workers:
            self._end(self._workers[-1])

    def build(self, shards: Iterable[Shard]) -> Iterator[tuple[Outcome, ...]]:
        """What came of the articles of each shard, in the order of the shards."""
        coming = iter(shards)
        waiting: deque[int] = deque()
        exhausted = False
        while True:
            while not exhausted and len(waiting) < WINDOW * self._count:
                shard = next(coming, None)
                exhausted = shard is None
                if shard is not None:
                    waiting.append(self._add(shard))
                    self._step(0)
            if not waiting:
                return
            while waiting and not self._open[waiting[0]].missing:
                yield self._open.pop(waiting.popleft()).outcomes
                self._step(0)
            if waiting:
                self._step(PATIENCE)

    def _add(self, shard: Shard) -> int:
        number, self._numbers = self._numbers, self._numbers + 1
        self._open[number] = Open(len(shard.articles))
        heapq.heappush(self._again, Job(number, 0, 0, shard))
        return number

    def _step(self, patience: float) -> None:
        """Starts workers, hands out jobs, and takes what the workers say within so many seconds."""
        while len(self._workers) < min(self._count, len(self._open)):
            self._workers.append(self._start())
        for worker in list(self._workers):
            if worker.ready and worker.job is None and self._again:
                self._hand(worker, heapq.heappop(self._again))
        by_connection = {worker.connection: worker for worker in self._workers}
        for connection in wait(list(by_connection), patience):
            self._listen(by_connection[connection])  # type: ignore[index]
        now = time.monotonic()
        for worker in list(self._workers):
            limit = SILENCE * self._options.limits.seconds
            if worker.job and now - worker.heard > limit and not worker.connection.poll():
                self._lose(worker, f"no answer within {limit:g} s")

    def _start(self) -> Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=serve, args=(theirs, self._make, self._options), daemon=True)
        process.start()
        theirs.close()  # so that the end of the process is the end of the pipe
        return Worker(process, ours, time.monotonic())

    def _hand(self, worker: Worker, job: Job) -> None:
        worker.job, worker.heard, worker.outcomes = job, time.monotonic(), []
        try:
            worker.connection.send(job.shard)  # it waits for a shard, so this does not block
        except OSError:
            self._lose(worker, _death(worker.process))

    def _listen(self, worker: Worker) -> None:
        try:
            message: Message = worker.connection.recv()
        except (EOFError, OSError):
            self._lose(worker, _death(worker.process))
            return
        worker.heard = time.monotonic()
        match message:
            case Ready():
                worker.ready, self._unready = True, 0
            case Unready(error):
                raise error
            case Built() | SetAside():
                worker.outcomes.append(message)
            case Finished():
                self._finish(worker, tuple(worker.outcomes))
            case Failed(reason, spent):
                if spent:
                    self._lose(worker, reason)
                else:
                    job, worker.job = worker.job, None
                    self._retry(job, reason)

    def _finish(self, worker: Worker, outcomes: tuple[Outcome, ...]) -> None:
        job, worker.job, worker.outcomes = worker.job, None, []
        if job is not None:
            self._keep(job, outcomes)

    def _keep(self, job: Job, outcomes: tuple[Outcome, ...]) -> None:
        opened = self._open[job.number]
        opened.parts[job.first] = outcomes
        opened.missing -= len(job.shard.articles)

    def _lose(self, worker: Worker, reason: str) -> None:
        """Ends a worker and tries its job again; another is started with the next step."""
        if not worker.ready:
            self._unready += 1
            if self._unready >= STARTS:
                raise WorkerError(f"{STARTS} workers in a row did not come up: {reason}")
        job = worker.job
        self._end(worker)
        self._retry(job, reason)

    def _retry(self, job: Job | None, reason: str) -> None:
        if job is None:
            return
        articles = job.shard.articles
        if len(articles) > 1:
            left, right = job.shard.halves()
            heapq.heappush(self._again, Job(job.number, job.first, 0, left))
            heapq.heappush(self._again, Job(job.number, job.first + len(left.articles), 0, right))
        elif job.tries + 1 < TRIES:
            heapq.heappush(self._again, replace(job, tries=job.tries + 1))
        else:
            source = articles[0].source or getattr(articles[0], "id", "")
            self._keep(job, (SetAside(source, reason, job.tries + 1),))

    def _end(self, worker: Worker) -> None:
        self._workers.remove(worker)
        worker.connection.close()
        worker.process.kill()
        worker.process.join()


def _death(process: BaseProcess) -> str:
    """Why a process ended, in words; the pipe may end a moment before the process."""
    process.join(PATIENCE)
    code = process.exitcode
    if code == -9:
        return "ended its worker (SIGKILL: often the system is out of memory)"
    return f"ended its worker (signal {-code})" if code and code < 0 else f"ended its worker (exit code {code})"
