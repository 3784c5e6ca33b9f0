"""The servers, started once for all tests, and stores of each kind to fill."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing

import pytest

from kg.graph.dataset import Dataset
from kg.graph.stores import GraphStore, open_store
from tests.graph.factories import sample
from tests.stores import servers

KINDS = ("memory", "disk", "oxigraph", "virtuoso")

Open = Callable[..., GraphStore]


@pytest.fixture(scope="session")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], str]]:
    """The address of the server of a kind, which is started when it is first asked for."""
    with ExitStack() as running:
        started: dict[str, str] = {}

        def address(kind: str) -> str:
            if kind not in started:
                folder = tmp_path_factory.mktemp(kind)
                if kind == "virtuoso":
                    program = servers.virtuoso_program()
                    if program is None:
                        pytest.skip("Virtuoso is not installed here: apt-get install virtuoso-opensource-7-bin")
                    started[kind] = running.enter_context(servers.virtuoso(program, folder))
                else:
                    program = servers.oxigraph_program()
                    assert program is not None, "the extra `test` installs the oxigraph server"
                    started[kind] = running.enter_context(servers.oxigraph(program, folder))
            return started[kind]

        yield address


@pytest.fixture(scope="session")
def opening(addresses: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> Open:
    """Opens a store of a kind; a server keeps what is in it, a folder and memory are new."""

    def open_one(kind: str, *, read_only: bool = False) -> GraphStore:
        if kind == "memory":
            return Dataset()
        location = tmp_path_factory.mktemp("store") / "graph" if kind == "disk" else addresses(kind)
        return open_store(location, read_only=read_only)

    return open_one


def empty(store: GraphStore) -> None:
    """Removes all that is in a store."""
    store.replace_many(dict.fromkeys(store.graphs(), ()))


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, opening: Open) -> Iterator[GraphStore]:
    """An empty store of each kind."""
    with closing(opening(request.param)) as one:
        empty(one)
        yield one


@pytest.fixture(scope="session")
def hand_made() -> Dataset:
    """The graph of the hand-made articles, in memory."""
    return sample()
