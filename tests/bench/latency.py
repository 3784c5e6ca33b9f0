"""How long the named questions take on each kind of store, and with rdflib alone, over one made-up archive."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

import rdflib
from pyoxigraph import Literal, NamedNode

from kg.build.limits import deadline
from kg.collector import whole_process
from kg.graph.dataset import Dataset
from kg.graph.index.dataset import IndexedDataset
from kg.graph.questions import fill, question
from kg.graph.stores import GraphStore, open_store
from kg.graph.tokens import with_prefixes
from kg.graph.vocabulary import prefixes
from tests.bench.machine import apart
from tests.bench.million import quads
from tests.bench.queries import ASKED, latencies, make
from tests.bench.table import Figure
from tests.stores.servers import oxigraph, oxigraph_program

KINDS = ("memory", "disk with index", "disk", "Oxigraph server")
PLAIN = "rdflib alone"
AT_ONCE = 20_000
"""Quads of one request to the server."""
PATIENCE = 20.0
"""Seconds after which rdflib alone is given up with a question."""

Latencies = dict[str, tuple[float, int]]
"""Milliseconds and rows by question; milliseconds are infinite where it was given up."""


def figures(
    directives: int, runs: int, store: Path | None = None, *, plain: bool = True, patience: float = PATIENCE
) -> Iterator[Figure]:
    """The lines of the table. `store` is kept, or found from an earlier time; `plain` asks all the other kinds too."""
    with tempfile.TemporaryDirectory() as folder:
        kept = store or Path(folder) / "store"
        apart(make, kept, directives)
        found = {"disk with index": apart(on_disk, kept, runs)}
        if plain:
            for kind in KINDS:
                if kind not in found:
                    found[kind] = apart(_MEASURES[kind], kept, runs, directives)
            found[PLAIN] = apart(with_rdflib, directives, found["disk with index"], runs, patience)
        size = f"{directives:,} directives"
        for title in ASKED:
            for kind in (*KINDS, PLAIN):
                if kind in found:
                    yield _line(title, kind, size, found, patience)


def on_disk(folder: Path, runs: int) -> Latencies:
    """A store on disk with its side index, read as `kg query` reads it, in a process set up as that of a command."""
    with whole_process(), closing(IndexedDataset.open(folder, read_only=True)) as store:
        return latencies(store, runs)


def without_index(folder: Path, runs: int, _directives: int) -> Latencies:
    with closing(Dataset.open(folder, read_only=True)) as store:
        return latencies(store, runs)


def in_memory(_folder: Path, runs: int, directives: int) -> Latencies:
    return latencies(Dataset.of(quads(directives)), runs)


def on_server(_folder: Path, runs: int, directives: int) -> Latencies:
    """A SPARQL server on this machine, filled over HTTP."""
    program = oxigraph_program()
    if program is None:
        raise FileNotFoundError("the Oxigraph server is not installed: it comes with the extra `test`")
    with (
        tempfile.TemporaryDirectory() as folder,
        oxigraph(program, Path(folder)) as address,
        closing(open_store(address)) as store,
    ):
        _fill(store, directives)
        return latencies(store, runs)


def with_rdflib(directives: int, expected: Latencies, runs: int, patience: float = PATIENCE) -> Latencies:
    """The same SPARQL by rdflib over its own graph in memory; raises AssertionError where the rows are not as many."""
    graph = rdflib.Graph()
    for quad in quads(directives):
        graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    dataset = Dataset.of(quads(directives))  # names of parties are looked up before the query is asked
    found: Latencies = {}
    for title, (name, values) in ASKED.items():
        sparql = with_prefixes(fill(dataset, question(name), values), prefixes())
        rows = expected[title][1]

        def work(sparql: str = sparql, rows: int = rows, title: str = title) -> None:
            number = len(list(graph.query(sparql)))
            assert number == rows, f"{title}: {number} rows, not {rows}"

        found[title] = patiently(work, runs, patience), rows
    return found


def patiently(work: Callable[[], object], runs: int, seconds: float = PATIENCE) -> float:
    """The median of some runs in milliseconds, fewer where they are slow; infinite where one takes too long."""
    taken: list[float] = []
    began = time.perf_counter()
    for _ in range(runs):
        start = time.perf_counter()
        try:
            with deadline(seconds):
                work()
        except TimeoutError:
            return float("inf")
        taken.append(1000 * (time.perf_counter() - start))
        if time.perf_counter() - began > seconds / 4:
            break
    return statistics.median(taken)


_MEASURES: dict[str, Callable[[Path, int, int], Latencies]] = {
    "memory": in_memory,
    "disk": without_index,
    "Oxigraph server": on_server,
}


def _fill(store: GraphStore, directives: int) -> None:
    left = quads(directives)
    while part := list(islice(left, AT_ONCE)):
        store.extend(part)


def _term(term: object) -> rdflib.term.Node:
    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    assert isinstance(term, Literal)
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value))


def _line(title: str, kind: str, size: str, found: dict[str, Latencies], patience: float) -> Figure:
    taken, rows = found[kind][title]
    value = f"more than {patience:.0f} s" if taken == float("inf") else f"{taken:,.1f} ms, {rows} rows"
    ratio = ""
    if PLAIN in found and kind != PLAIN:
        slow = found[PLAIN][title][0]
        ratio = f"more than {1000 * patience / taken:,.0f}x as fast as rdflib" if slow == float("inf") else (
            f"{slow / taken:,.1f}x as fast as rdflib"
        )  # fmt: skip
    return Figure(f"{title}: {kind}", size, value, ratio)
