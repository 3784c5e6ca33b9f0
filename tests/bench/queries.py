"""How long the questions take that people ask most, on an archive of any size and on each kind of store."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from pyoxigraph import DefaultGraph, Quad, Store

from kg.graph.answers import Table
from kg.graph.index.dataset import IndexedDataset
from kg.graph.questions import ask, question
from kg.graph.stores import GraphStore
from tests.bench.million import quads

ASKED: Mapping[str, tuple[str, dict[str, str]]] = {
    "who-ordered-what, issuer and month": (
        "who-ordered-what",
        {"issuer": "Kapolda Daerah 7", "since": "2021-03", "until": "2021-03"},
    ),
    "chain-of-command": ("chain-of-command", {"of": "Kapolsek Desa 7 3 2"}),
    "issuers-by-month, one year": ("issuers-by-month", {"since": "2021", "until": "2021"}),
    "issuers-by-month, all years": ("issuers-by-month", {}),
    "who-ordered-what, three words": ("who-ordered-what", {"text": "gudang hoaks banjir"}),
    "orders-on-topic, a number": ("orders-on-topic", {"topic": "narkoba 1977"}),
}


def make(folder: Path, directives: int) -> None:
    """Makes a store on disk with its index, in bulk; nothing if it is there."""
    if folder.is_dir():
        return
    store = Store(str(folder))
    store.bulk_extend(_with_union(directives))
    store.optimize()
    del store
    IndexedDataset.open(folder).close()


def _with_union(directives: int) -> Iterator[Quad]:
    default = DefaultGraph()
    for quad in quads(directives):
        yield quad
        yield Quad(quad.subject, quad.predicate, quad.object, default)


def milliseconds(work: Callable[[], object], runs: int = 5) -> float:
    """The median of some runs, after one that is not counted."""
    work()
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return 1000 * statistics.median(taken)


def latencies(store: GraphStore, runs: int = 5) -> dict[str, tuple[float, int]]:
    """Milliseconds, warm, and rows of each question."""
    found: dict[str, tuple[float, int]] = {}
    for title, (name, values) in ASKED.items():
        asked = question(name)
        answer = ask(store, asked, values)
        assert isinstance(answer, Table)
        found[title] = milliseconds(partial(ask, store, asked, values), runs), len(answer.rows)
    return found
