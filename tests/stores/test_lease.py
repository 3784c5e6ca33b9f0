"""Two builds at once on a server: one holds the lease, the other says so, or takes over what nobody renews."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.cli.storing import opened
from kg.errors import StoreError
from kg.graph.lease import leased
from kg.graph.remote import RemoteStore
from kg.graph.vocabulary import BASE
from tests.conftest import Run
from tests.stores.conftest import empty

BEAT = 0.2
G = "urn:perintah:g"
NEW = Quad(NamedNode("urn:perintah:s"), NamedNode("urn:perintah:p"), Literal("o"), NamedNode(G))


@pytest.fixture(params=["oxigraph", "virtuoso"])
def two(request: pytest.FixtureRequest, addresses: Callable[[str], str]) -> Iterator[tuple[RemoteStore, RemoteStore]]:
    """Two clients of one empty server."""
    address = addresses(request.param)
    with closing(RemoteStore.at(address)) as one, closing(RemoteStore.at(address)) as other:
        empty(one)
        yield one, other
        one.guard = other.guard = None
        one.update([f"CLEAR SILENT GRAPH <{one.lease}>"])


def test_one_builds_and_the_other_says_so(two: tuple[RemoteStore, RemoteStore]) -> None:
    one, other = two
    with leased(one, beat=BEAT):
        one.extend([NEW])
        with pytest.raises(StoreError, match=r"process \d+ on .+ is building in this store: wait"), leased(other):
            pass
        assert (one.graphs(), len(one), one.quads()) == ([G], 1, [NEW])
        assert list(one.quads_for_pattern()) == [NEW, Quad(*NEW.triple)]
    with leased(other, beat=BEAT):
        other.clear(G)
    assert other.quads() == []


def test_a_lease_that_nobody_renews_is_taken_over(two: tuple[RemoteStore, RemoteStore]) -> None:
    one, other = two
    said: list[str] = []
    with leased(one, beat=60):  # as after a kill: it has no time to renew
        with leased(other, said.append, beat=BEAT, silence=3 * BEAT):
            [line] = said
            assert "has not been heard of for 0.6 s" in line
            with pytest.raises(StoreError, match="has taken this store over"):
                one.extend([NEW])
            other.extend([NEW])
        assert one.quads() == [NEW]


def test_two_that_start_at_the_same_moment_both_give_up(two: tuple[RemoteStore, RemoteStore]) -> None:
    one, other = two
    update = one.update

    def late(operations: list[str]) -> None:
        """What a server does that runs two conditional updates at once: the other's lease was not there to be seen."""
        update(operations)
        if operations[0].startswith("INSERT"):
            held = f"GRAPH <{one.lease}> {{ <urn:perintah:lease> <urn:perintah:held> 'b 0 process 1 on b' }}"
            update([f"INSERT DATA {{ {held} }}"])

    one.update = late  # type: ignore[method-assign, assignment]
    with pytest.raises(StoreError, match="at the same moment"), leased(one):
        pass
    left = other.select(f"SELECT ?o {{ GRAPH <{one.lease}> {{ ?s ?p ?o }} }}").strings()
    assert left == [("b 0 process 1 on b",)]


def test_a_build_does_not_begin_while_another_one_builds(
    kg: Run, addresses: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.graph.lease.BEAT", BEAT)
    address = addresses("oxigraph")
    with opened(address, BASE):
        ran = kg("build", "--store", address)
        assert ran.code == 2
        assert "is building in this store: wait for it, or stop it" in ran.messages
        assert ran.messages.count("\n") == 1
