"""Several processes: the order of the input, workers that die, articles that end them."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from kg.build.articles import BuildOptions
from kg.build.limits import Limits
from kg.build.records import Built, SetAside
from kg.build.shards import Outcome, Shard, shards
from kg.build.worker import Make
from kg.build.workers import WINDOW, Workers
from kg.errors import InputError, ModelError, PerintahError, WorkerError
from kg.model import Article
from tests.build.builders import ONCE, Echo, Greedy, Stillborn, Unloadable, article

OPTIONS = BuildOptions(limits=Limits(seconds=1.0, memory=2 << 30))
ARTICLES = [article(f"berita {number}") for number in range(10)]


def built(texts: Iterable[Article | InputError], count: int = 2, size: int = 4, make: Make = Echo) -> list[Outcome]:
    with Workers(count, OPTIONS, make) as workers:
        return [outcome for outcomes in workers.build(shards(texts, size)) for outcome in outcomes]


def alone(texts: Iterable[Article | InputError]) -> list[Outcome]:
    """What one process makes of texts that do nothing to it."""
    return list(Echo(OPTIONS).build(texts))


def test_the_order_and_the_result_are_those_of_one_process() -> None:
    texts: list[Article | InputError] = [*ARTICLES[:5], InputError("x.txt", "is no file"), *ARTICLES[5:]]
    assert built(texts, count=2, size=3) == alone(texts)


def test_a_worker_that_is_killed_costs_nothing(tmp_path: Path) -> None:
    texts = [*ARTICLES[:6], article(f"{ONCE}killed {tmp_path / 'done'}"), *ARTICLES[6:]]
    results = built(texts)
    assert (tmp_path / "done").exists()
    assert results == alone(texts)


@pytest.mark.parametrize(
    ("deed", "why"),
    [
        ("killed", "SIGKILL"),
        ("exits", "exit code 3"),
        ("hangs", "no answer within 2 s"),
        ("allocates", "memory"),
        ("raises", "IndexError: no such word"),
    ],
)
def test_a_poisoned_article_is_set_aside_and_named(deed: str, why: str) -> None:
    texts = [*ARTICLES[:2], article(deed), *ARTICLES[2:4]]
    results = built(texts, count=1, size=3)
    assert [one for one in results if isinstance(one, Built)] == alone(ARTICLES[:4])
    aside = results[2]
    assert isinstance(aside, SetAside)
    assert (aside.source, aside.tries) == (f"{deed}.txt", 2)
    assert why in aside.reason


def test_several_poisoned_articles_and_all_others_built() -> None:
    texts = [article("exits", "first"), *ARTICLES, article("killed", "last")]
    results = built(texts, size=3)
    assert [one.source for one in results if isinstance(one, SetAside)] == ["first.txt", "last.txt"]
    assert results[1:-1] == alone(ARTICLES)


def test_no_more_is_read_than_the_workers_need() -> None:
    read = 0

    def endless() -> Iterator[Shard]:
        nonlocal read
        while True:
            read += 1
            yield Shard((article(f"berita {read}"),))

    with Workers(2, OPTIONS, Echo) as workers:
        results = workers.build(endless())
        for _ in range(20):
            next(results)
    assert read <= 20 + WINDOW * 2


def test_workers_end_with_the_context() -> None:
    workers = Workers(2, OPTIONS, Echo)
    with workers:
        next(iter(workers.build(shards(ARTICLES, 1))))
        processes = [worker.process.pid for worker in workers._workers]
    assert processes
    for process in processes:
        assert process is not None
        with pytest.raises(ProcessLookupError):
            os.kill(process, signal.SIGCONT)


@pytest.mark.parametrize(
    ("make", "error", "why"),
    [
        (Unloadable, ModelError, "damaged"),
        (Stillborn, WorkerError, "exit code 9"),
        (Greedy, WorkerError, "do not hold the models"),
    ],
)
def test_workers_that_cannot_start_say_why(make: Make, error: type[PerintahError], why: str) -> None:
    with pytest.raises(error, match=why):
        built(ARTICLES, make=make)
