"""Killed at any moment, also in a write: the store opens, holds whole articles only, and the next run finishes it."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from kg.build.lock import locked
from kg.errors import StoreError
from kg.graph.names import Names
from kg.graph.stores import open_store
from tests.build.filling import given

ROOT = Path(__file__).parents[2]
KILLS = 20
Fill = Callable[[Path, str], str]


@pytest.fixture
def fill() -> Iterator[Fill]:
    """Fills a store in a process of its own, which is killed after so many seconds ("-": never)."""
    command = [sys.executable, "-m", "tests.build.filling"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        out, into = process.stdout, process.stdin
        assert out.readline() == "ready\n"

        def ask(store: Path, delay: str) -> str:
            into.write(f"{store} {delay}\n")
            into.flush()
            return out.readline().strip()

        yield ask
        into.close()


def test_killed_twenty_times(fill: Fill, tmp_path: Path) -> None:
    rng = random.Random(20)  # noqa: S311
    _, known = given()
    gazetteer = NamedNode(Names().gazetteer)
    parsed = {one.graph: set(parse(one.quads, format=RdfFormat.N_QUADS)) for one in known}
    own = {graph: {quad for quad in quads if quad.graph_name != gazetteer} for graph, quads in parsed.items()}
    start = time.monotonic()
    assert fill(tmp_path / "whole", "-") == "done"
    takes = time.monotonic() - start
    with closing(open_store(tmp_path / "whole", read_only=True)) as whole:
        wanted = set(whole)
    killed = attempt = partial = 0
    while killed < KILLS:
        store = tmp_path / f"store-{attempt}"
        answer = fill(store, f"{rng.uniform(0.02, 0.5) * takes:.3f}")
        assert answer in {"killed", "done"}
        if answer == "done":
            with closing(open_store(store)) as finished:
                assert set(finished) == wanted
            attempt += 1
            continue
        killed += 1
        if (store / "CURRENT").is_file():  # else it was killed before the store was made
            with closing(open_store(store)) as opened:
                there = [graph for graph in own if graph in set(opened.graphs())]
                for graph in there:
                    assert set(opened.quads_for_pattern(graph=NamedNode(graph))) == own[graph]
                partial += 0 < len(there) < len(own)
    assert fill(store, "-") == "done"
    with closing(open_store(store)) as finished:
        assert set(finished) == wanted
    assert partial >= KILLS // 4, "some were killed between the first and the last article"


def test_one_build_at_a_time(tmp_path: Path) -> None:
    store = tmp_path / "store"
    with (
        locked(store),
        pytest.raises(StoreError, match=rf"process {os.getpid()} on \S+ is building this store"),
        locked(store),
    ):
        pytest.fail("two hold the lock")
    with locked(store):
        assert not store.exists()
