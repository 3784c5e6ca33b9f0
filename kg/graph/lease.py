"""One build at a time on a server: a lease in a graph of its own, which its holder renews and others may take over.

Taking is a conditional update (SPARQL 1.1 Update, 3.1.3) and a look at what it left: a server may run two of them at
once, and then both give up. No clock is compared with another one: the holder changes its lease every few seconds, and
who finds a lease that nobody changes for some time takes it over and says so.
"""

from __future__ import annotations

import os
import secrets
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from pyoxigraph import Literal, NamedNode

from kg.errors import StoreError
from kg.graph.remote import RemoteStore

BEAT = 5.0
"""Seconds between two renewals."""

SILENCE = 60.0
"""Seconds without a renewal after which a lease is taken over."""

_LEASE, _HELD = NamedNode("urn:perintah:lease"), NamedNode("urn:perintah:held")


@contextmanager
def leased(
    store: RemoteStore,
    say: Callable[[str], None] = lambda _: None,
    *,
    beat: float | None = None,
    silence: float | None = None,
) -> Iterator[None]:
    """Holds the lease of a store; `say` is told of one that is taken over. Every change then makes sure of it first.

    Raises StoreError, naming the holder, where another build renews it, and where another one has taken it over.
    """
    lease = _Lease(store)
    beat = beat or BEAT
    lease.take(say, beat, silence or SILENCE)
    ended = threading.Event()
    renewing = threading.Thread(target=lease.renew, args=(ended, beat), daemon=True)
    renewing.start()
    store.guard = lease.require
    try:
        yield
    finally:
        store.guard = None
        ended.set()
        renewing.join()
        with suppress(StoreError):  # it passes by itself where the server has gone
            lease.give_back()


class _Lease:
    """What this process writes as its lease: a word of its own, a number that grows, and who it is."""

    def __init__(self, store: RemoteStore) -> None:
        self._store = store
        self._word = secrets.token_hex(8)
        self._number = 0
        self._holder = f"process {os.getpid()} on {socket.gethostname()}"

    @property
    def _mine(self) -> str:
        return f"{self._word} {self._number} {self._holder}"

    def take(self, say: Callable[[str], None], beat: float, silence: float) -> None:
        """Takes the lease where nobody has it, or where its holder has been silent; else StoreError."""
        while not self._taken():
            held = self._held()
            quiet = time.monotonic()
            while held and self._held() == held:
                if time.monotonic() - quiet >= silence:
                    say(f"{_holder(held[0])} has not been heard of for {silence:g} s: its build is taken over")
                    self._store.update([f"DELETE DATA {{ {self._triple(one)} }}" for one in held])
                    held = []
                else:
                    time.sleep(beat / 5)
            if held and (now := self._held()):
                raise StoreError(f"{_holder(now[0])} is building in this store: wait for it, or stop it")

    def _taken(self) -> bool:
        anything = f"GRAPH <{self._store.lease}> {{ {_LEASE} {_HELD} ?held }}"
        free = f"VALUES ?once {{ 1 }} FILTER NOT EXISTS {{ {anything} }}"  # Virtuoso 7 needs a row to filter (measured)
        self._store.update([f"INSERT {{ {self._triple(self._mine)} }} WHERE {{ {free} }}"])
        held = self._held()
        if held != [self._mine] and self._mine in held:
            self.give_back()
            raise StoreError("another build has started at the same moment: start again")
        return held == [self._mine]

    def renew(self, ended: threading.Event, beat: float) -> None:
        """Changes the lease now and then, as long as it is this process's; the body of a thread."""
        while not ended.wait(beat):
            self._number += 1
            with suppress(StoreError):  # a server that is away for a moment; every change makes sure of the lease
                for old in map(self._triple, self._own()):
                    new = self._triple(self._mine)
                    self._store.update([f"DELETE {{ {old} }} INSERT {{ {new} }} WHERE {{ {old} }}"])

    def require(self) -> None:
        """Raises StoreError where the lease is another's."""
        held = self._held()
        if [one.partition(" ")[0] for one in held] != [self._word]:
            raise StoreError(f"{_holder(held[0]) if held else 'another build'} has taken this store over: start again")

    def give_back(self) -> None:
        """Removes the lease, if it is still this process's."""
        self._store.update([f"DELETE DATA {{ {self._triple(one)} }}" for one in self._own()])

    def _own(self) -> list[str]:
        return [one for one in self._held() if one.startswith(f"{self._word} ")]

    def _held(self) -> list[str]:
        rows = self._store.select(f"SELECT ?held {{ GRAPH <{self._store.lease}> {{ {_LEASE} {_HELD} ?held }} }}")
        return sorted(row[0] for row in rows.strings())

    def _triple(self, held: str) -> str:
        return f"GRAPH <{self._store.lease}> {{ {_LEASE} {_HELD} {Literal(held)} }}"


def _holder(held: str) -> str:
    return held.split(" ", 2)[-1]
