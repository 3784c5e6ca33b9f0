"""The graph that a command is about: a file, an output folder, a store on disk or a SPARQL server."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.graph.stores import GraphStore


@contextmanager
def opened(options: Namespace, *, read_only: bool = True) -> Iterator[GraphStore]:
    """What `--store` or `--graph` names, closed at the end. Raises StoreError where it cannot be opened."""
    from kg.graph.stores import open_store

    with closing(open_store(options.store or options.graph, read_only=read_only, base=options.base)) as store:
        yield store
