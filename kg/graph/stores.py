"""Where a graph is: on disk, in memory from a file, or on a SPARQL server; what every such store offers.

`open_store` is the one way in; what asks, checks, exports or changes a graph takes a `GraphStore` and does not see
which it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Protocol, runtime_checkable

from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import StoreError
from kg.graph.answers import Answer, Table
from kg.graph.dataset import Dataset
from kg.graph.index import cached
from kg.graph.index.dataset import IndexedDataset
from kg.graph.index.side import SideIndex
from kg.graph.inputs import FORMATS, OUTPUT_NAMES
from kg.graph.vocabulary import BASE

_ROCKSDB_MARK = "CURRENT"
"""The file that every RocksDB database has: it names the manifest in use (RocksDB wiki, "MANIFEST")."""


@runtime_checkable
class GraphStore(Protocol):
    """A graph of many named graphs, whose default graph is their union without repetition (see `Dataset`)."""

    @property
    def base(self) -> str:
        """The base IRI of the things in the graph."""

    @property
    def index(self) -> SideIndex | None:
        """The side index, where the store has one: a store on disk (see `kg.graph.index`)."""

    def __iter__(self) -> Iterator[Quad]:
        """The quads of the named graphs, then the triples that are in no named graph; in no order."""

    def __len__(self) -> int:
        """How many quads `__iter__` gives."""

    def quads(self) -> list[Quad]:
        """All quads, sorted."""

    def quads_for_pattern(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        object: NamedNode | Literal | None = None,  # noqa: A002 - the name RDF gives it
        graph: NamedNode | None = None,
    ) -> Iterator[Quad]:
        """The quads that match, in no order; `None` matches anything, and then a triple comes for the union too."""

    def graphs(self) -> list[str]:
        """The names of all graphs, sorted."""

    def query(self, sparql: str) -> Answer:
        """Runs a query; raises QueryError where it is none and StoreError where the store fails."""

    def select(self, sparql: str) -> Table:
        """Like `query`, for SELECT only."""

    def extend(self, quads: Iterable[Quad]) -> None:
        """Adds quads, all or none."""

    def clear(self, graph: str) -> None:
        """Removes a named graph."""

    def replace(self, graph: str, quads: Iterable[Quad]) -> None:
        """Puts `quads` in the place of a named graph, in one transaction; those of other graphs are added."""

    def replace_many(self, graphs: Mapping[str, Iterable[Quad]]) -> None:
        """`replace` for several graphs in one transaction: all of them are replaced, or none."""

    def change(self, gone: Iterable[Quad], new: Iterable[Quad]) -> None:
        """Removes quads from their named graphs and adds others, in one transaction; what is in both stays."""

    def close(self) -> None:
        """Gives the store free for others; nothing can be asked of it afterwards. Closing twice is nothing."""


def open_store(location: str | Path, *, read_only: bool = False, base: str = BASE) -> GraphStore:
    """Opens the graph at a location.

    `http://...` or `https://...` is a SPARQL 1.1 server (see `kg.graph.remote`), with the address of updates after a
    blank where it is another than usual.
    A folder that holds an Oxigraph store, an empty folder or a new path is a store on disk (made unless `read_only`);
    an RDF file or an output folder of `kg build` is read into memory, and changes stay there. A large one that is only
    to be read is parsed once and then read from a store beside it (see `kg.graph.index.cached`).

    Raises StoreError where nothing is there to read, or it cannot be opened or read.
    """
    if isinstance(location, str) and is_address(location):
        from kg.graph.remote import RemoteStore

        return RemoteStore.at(location, read_only=read_only, base=base)
    path = Path(location)
    file = path.is_file() or (not path.exists() and path.suffix.lower() in FORMATS)
    if file or (path.is_dir() and any((path / name).is_file() for name in OUTPUT_NAMES)):
        return cached.load(path, base) if read_only else Dataset.load(path, base)
    if is_store(path):
        return IndexedDataset.open(path, read_only=read_only, base=base)
    if read_only and not path.exists():
        raise StoreError(f"{path}: no such file or folder")
    if read_only:
        raise StoreError(f"{path}: no graph is there: no store, no RDF file, no output folder of kg build")
    if path.is_dir() and any(path.iterdir()):
        raise StoreError(f"{path}: this folder holds other things; a store needs a folder of its own")
    return IndexedDataset.open(path, base=base)


def is_address(location: str) -> bool:
    """Whether a location is the address of a server."""
    return location.strip().lower().startswith(("http://", "https://"))


def is_store(path: Path) -> bool:
    """Whether a folder holds a store on disk."""
    return (path / _ROCKSDB_MARK).is_file()
