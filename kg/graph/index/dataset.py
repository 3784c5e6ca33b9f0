"""A store on disk with its side index: every write goes to both, every question may use both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

from kg.errors import StoreError
from kg.graph.dataset import Dataset
from kg.graph.index.side import SideIndex
from kg.graph.vocabulary import BASE

FILE = "index.sqlite"
"""In the folder of the store: RocksDB leaves files alone whose names it does not know."""
GRAPHS = 2000
"""Graphs that one transaction of the index takes when it catches up: few commits, few segments of its word lists."""


class IndexedDataset(Dataset):
    """A `Dataset` on disk that keeps a `SideIndex` in step with every write.

    Graphs are marked before they are written and unmarked when the index has their rows; those still marked when the
    store is opened (the process was killed between the two) are read again.
    """

    def __init__(
        self, store: Store, index: SideIndex, *, base: str = BASE, read_only: bool = False, folder: Path | None = None
    ) -> None:
        super().__init__(store, base=base, read_only=read_only, folder=folder)
        self._index = index

    @property
    def index(self) -> SideIndex | None:
        """The index; `None` while it is behind the store, as it may be for a reader beside a writer."""
        return None if self._index.stale() else self._index

    @classmethod
    def open(cls, folder: Path | str, *, read_only: bool = False, base: str = BASE) -> Dataset:
        """Opens a store on disk; a plain `Dataset` where it is to be read only and has no index that can be used."""
        path = Path(folder) / FILE
        if read_only:
            plain = Dataset.open(folder, read_only=True, base=base)
            try:
                return cls(plain.store, SideIndex(path, read_only=True), base=base, read_only=True)
            except StoreError:
                return plain
        plain = Dataset.open(folder, base=base)
        dataset = cls(plain.store, SideIndex(path), base=base, folder=Path(folder))
        dataset.catch_up()
        return dataset

    def catch_up(self) -> None:
        """Brings into the index what the store has and it has not, and drops what the store has no more."""
        there = set(self.graphs()) or {""}
        known = self._index.graphs()
        for graph in sorted(known - there):
            self._index.drop(graph)
        behind = sorted((there - known) | (there & set(self._index.stale())))
        self._index.mark(behind)  # so that no reader takes what is there of them for the whole, now or after a crash
        for start in range(0, len(behind), GRAPHS):
            self._index.refresh_all((graph, self._of(graph)) for graph in behind[start : start + GRAPHS])

    def extend(self, quads: Iterable[Quad]) -> None:
        """Adds quads, all or none. Raises StoreError where the disk refuses."""
        new = _by_graph(quads)
        unseen = self._index.mark(new)
        super().extend(quad for part in new.values() for quad in part)
        self._tell({}, new, unseen)

    def _write(self, gone: Set[Quad], new: Set[Quad], dropped: Iterable[NamedNode]) -> None:
        left, added, emptied = _by_graph(gone), _by_graph(new), {name.value for name in dropped}
        unseen = self._index.mark({*left, *added, *emptied})
        super()._write(gone, new, [NamedNode(name) for name in emptied])
        for name in emptied:
            self._index.drop(name)
        self._tell({name: part for name, part in left.items() if name not in emptied}, added, unseen)

    def close(self) -> None:
        """Lets another process open the folder; nothing can be asked afterwards."""
        self._index.close()
        super().close()

    def _tell(self, gone: Mapping[str, list[Quad]], new: Mapping[str, list[Quad]], unseen: Set[str]) -> None:
        """Tells the index what has changed in graphs; one whose claims have is read whole, unless it is all new."""
        whole: list[tuple[str, Iterable[Quad]]] = []
        for name in sorted({*gone, *new}):
            before, after = gone.get(name, ()), new.get(name, ())
            if name in unseen:
                whole.append((name, after))
            elif not self._index.change(name, before, after):
                whole.append((name, self._of(name)))
        self._index.refresh_all(whole)

    def _of(self, graph: str) -> Iterable[Quad]:
        name = NamedNode(graph) if graph else DefaultGraph()
        return self.store.quads_for_pattern(None, None, None, name)


def _by_graph(quads: Iterable[Quad]) -> dict[str, list[Quad]]:
    """The quads of each named graph; those of none are under ""."""
    parts: dict[str, list[Quad]] = {}
    for quad in quads:
        name = quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else ""
        parts.setdefault(name, []).append(quad)
    return parts
