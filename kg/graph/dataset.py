"""A dataset: the quads of many articles, to load, to ask and to save."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import (
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
)

from kg.errors import QueryError, StoreError
from kg.graph.answers import Answer, Table, Triples, Truth
from kg.graph.inputs import FORMATS, file_of
from kg.graph.memory import bytes_of_machine, give_back, quads_held
from kg.graph.serialise import sorted_quads
from kg.graph.updates import data, lines_with_union, with_union
from kg.graph.vocabulary import BASE, prefixes

if TYPE_CHECKING:
    import rdflib

    from kg.graph.index.side import SideIndex


class Dataset:
    """An Oxigraph store whose default graph is kept as the union of its named graphs, without repetition.

    SPARQL thus sees each triple once however many articles assert it, and `GRAPH ?g` which ones do. (Oxigraph's own
    union repeats a triple for each graph: counts would be wrong, and joins over what a thousand articles say of one
    unit a thousand times slower.) In memory unless a folder is given; one process at a time may write to a folder.
    """

    def __init__(
        self, store: Store | None = None, *, base: str = BASE, read_only: bool = False, folder: Path | None = None
    ) -> None:
        self._store: Store | None = Store() if store is None else store
        self._folder = folder
        self._read_only, self._written, self._held = read_only, 0, quads_held(bytes_of_machine())
        self.base = base

    @property
    def store(self) -> Store:
        """Oxigraph's own store. Raises StoreError once the dataset is closed."""
        if self._store is None:
            raise StoreError("the store is closed")
        return self._store

    @property
    def index(self) -> SideIndex | None:
        """The side index, where the store has one (see `kg.graph.index`)."""
        return None

    @classmethod
    def of(cls, quads: Iterable[Quad], base: str = BASE) -> Dataset:
        """A dataset in memory with the quads given."""
        dataset = cls(base=base)
        dataset.store.bulk_extend(with_union(quads))
        return dataset

    @classmethod
    def load(cls, source: Path | str, base: str = BASE) -> Dataset:
        """Reads an RDF file, or the output folder of `kg build`.

        Raises StoreError where it is not there, of an unknown suffix, or broken (with the line).
        """
        dataset = cls(base=base)
        dataset.read(file_of(Path(source)))
        return dataset

    def read(self, path: Path) -> None:
        """Adds what an RDF file holds, fast and not in one transaction. Raises StoreError as `load` does."""
        syntax = FORMATS[path.suffix.lower()]
        try:
            self.store.bulk_load(path=str(path), format=syntax)
            if syntax.supports_datasets:
                default = DefaultGraph()
                self.store.bulk_extend(
                    Quad(quad.subject, quad.predicate, quad.object, default)
                    for quad in self.store
                    if quad.graph_name != default
                )
        except SyntaxError as error:
            raise StoreError(f"{path}: {error.msg} (line {error.lineno})") from error
        except OSError as error:
            raise StoreError(f"{path}: {error}") from error

    def read_lines(self, documents: Iterable[bytes]) -> None:
        """Adds N-Quads in which every quad has a named graph, fast and not in one transaction.

        The union is read as text too: a quad is its triple and the IRI of its graph, which holds no blank (RDF 1.1
        N-Quads, 2). Raises SyntaxError where they are none.
        """
        for document in documents:
            self.store.bulk_load(document, RdfFormat.N_QUADS)
            triples = (line[: line.rindex(b" ", 0, -2)] + b" .\n" for line in document.splitlines())
            self.store.bulk_load(b"".join(triples), RdfFormat.N_TRIPLES)

    @classmethod
    def open(cls, folder: Path | str, *, read_only: bool = False, base: str = BASE) -> Dataset:
        """Opens a store on disk, making it unless `read_only`. Raises StoreError where another process writes to it."""
        try:
            if not read_only:
                Path(folder).mkdir(parents=True, exist_ok=True)
            store = Store.read_only(str(folder)) if read_only else Store(str(folder))
        except (OSError, ValueError, RuntimeError) as error:
            raise StoreError(f"{folder}: cannot open the store: {error}") from error
        return cls(store, base=base, read_only=read_only, folder=Path(folder))

    def __iter__(self) -> Iterator[Quad]:
        """The quads of the named graphs, then the triples that are in no named graph; in no order."""
        default, named = DefaultGraph(), set()
        for quad in self.store:
            if quad.graph_name != default:
                named.add(quad.triple)
                yield quad
        for quad in self.store.quads_for_pattern(None, None, None, default):
            if quad.triple not in named:
                yield quad

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def quads(self) -> list[Quad]:
        """All quads, sorted."""
        return sorted_quads(self)

    def quads_for_pattern(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        object: NamedNode | Literal | None = None,  # noqa: A002 - the name RDF gives it
        graph: NamedNode | None = None,
    ) -> Iterator[Quad]:
        """The quads that match, in no order; `None` matches anything, and then a triple comes for the union too."""
        return self.store.quads_for_pattern(subject, predicate, object, graph)

    def graphs(self) -> list[str]:
        """The names of all graphs, sorted."""
        return sorted(name.value for name in self.store.named_graphs() if isinstance(name, NamedNode))

    def extend(self, quads: Iterable[Quad]) -> None:
        """Adds quads, all or none. Raises StoreError where the disk refuses."""
        with _writing():
            self.store.extend(with_union(quads))

    def clear(self, graph: str) -> None:
        """Removes a named graph."""
        self.replace(graph, ())

    def replace(self, graph: str, quads: Iterable[Quad]) -> None:
        """Puts `quads` in the place of the named graph in one transaction; those of other graphs are added."""
        self.replace_many({graph: quads})

    def replace_many(self, graphs: Mapping[str, Iterable[Quad]]) -> None:
        """`replace` for several graphs in one transaction: all of them are replaced, or none.

        Raises StoreError where the disk refuses; nothing has changed then.
        """
        self._make_room()
        names = {NamedNode(graph) for graph in graphs}
        new = {quad for quads in graphs.values() for quad in quads}
        old = {quad for name in names for quad in self.store.quads_for_pattern(None, None, None, name)}
        kept = {quad.graph_name for quad in new}
        self._write(old - new, new - old, [name for name in names if name not in kept])

    def change(self, gone: Iterable[Quad], new: Iterable[Quad]) -> None:
        """Removes the quads `gone` from their named graphs and adds `new`, in one transaction.

        What is in both stays. Raises StoreError where the disk refuses; nothing has changed then.
        """
        added = new if isinstance(new, Set) else dict.fromkeys(new).keys()
        left = set(gone) - added
        self._make_room()
        if not left:
            self._write(left, added, ())
            return
        names = {quad.graph_name for quad in left} - {quad.graph_name for quad in added}
        pattern = self.store.quads_for_pattern
        emptied = [
            name
            for name in names
            if isinstance(name, NamedNode) and all(quad in left for quad in pattern(None, None, None, name))
        ]
        self._write(left, added, emptied)

    def _write(self, gone: Set[Quad], new: Set[Quad], dropped: Iterable[NamedNode]) -> None:
        """One transaction; the default graph stays the union of the named ones."""
        with _writing():
            self._written += len(new)
            if not gone and not dropped:
                # Lenient: the IRIs were checked when the terms were made.
                self.store.load(lines_with_union(new), RdfFormat.N_QUADS, lenient=True)
                return
            added = set(with_union(new))
            union = DefaultGraph()
            alone = {Quad(q.subject, q.predicate, q.object, union) for q in gone if not self._named(q, gone)} - added
            # What is to be added names blank nodes of nobody: this project mints an IRI for everything.
            update = [f"DELETE DATA {{ {data(gone | alone)} }}", f"INSERT DATA {{ {data(added)} }}"]
            self.store.update(" ;\n".join(update + [f"DROP SILENT GRAPH {name}" for name in dropped]))

    def _make_room(self) -> None:
        """Puts on disk what RocksDB holds in memory, where that is much, and lets go of what it has read.

        Opened anew it has no caches; so nobody may be reading while a store on disk is written to.
        """
        if self._written < self._held:
            return
        with _writing():
            self.store.flush()
            if self._folder is not None:
                self._store = None  # Oxigraph closes with the last reference
                self._store = Store(str(self._folder))
        give_back()
        self._written = 0

    def close(self) -> None:
        """Lets another process open the folder; nothing can be asked afterwards. Raises StoreError as writing does."""
        with _writing():
            if self._store is not None and not self._read_only:
                self._store.flush()  # else whoever opens it next replays the log of all writes, ten times as slowly
        self._store = None  # Oxigraph gives the lock of the folder free with the last reference

    def query(self, sparql: str) -> Answer:
        """Runs a query; the prefixes of this project need no declaration.

        Raises QueryError with line and reason where the text is no SPARQL query.
        """
        try:
            return _answer(self.store.query(sparql, prefixes=prefixes(self.base)))
        except SyntaxError as error:
            raise QueryError(f"SPARQL: {_reason(error.msg)}") from error
        except (ValueError, RuntimeError, OSError) as error:
            raise QueryError(f"SPARQL: {error}") from error

    def select(self, sparql: str) -> Table:
        """Like `query`, for SELECT only. Raises QueryError for another form of query."""
        answer = self.query(sparql)
        if not isinstance(answer, Table):
            raise QueryError("SPARQL: a SELECT query is needed here")
        return answer

    def rdflib(self) -> rdflib.Dataset:
        """The same store through rdflib's own interface."""
        import rdflib
        from oxrdflib import OxigraphStore

        return rdflib.Dataset(store=OxigraphStore(store=self.store))

    def _named(self, quad: Quad, besides: Set[Quad]) -> bool:
        """Whether the triple is in a named graph as another quad than those of `besides`."""
        same = self.store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
        return any(found.graph_name != DefaultGraph() and found not in besides for found in same)


@contextmanager
def _writing() -> Iterator[None]:
    """Turns what Oxigraph says of a full or read-only disk into a StoreError."""
    try:
        yield
    except (OSError, RuntimeError) as error:
        raise StoreError(f"the store cannot be written: {error}") from error


def _reason(message: str) -> str:
    """The parser's message with line and column in words, without its list of character classes."""
    match = re.match(r"error at (\d+):(\d+): (.*)", message, re.DOTALL)
    if match is None:
        return message
    line, column, reason = match.groups()
    if "Prefix not found" in reason:
        reason = "a prefix is not declared"
    return f"line {line}, column {column}: {' '.join(reason.split())}"


def _answer(result: QuerySolutions | QueryBoolean | QueryTriples) -> Answer:
    if isinstance(result, QueryBoolean):
        return Truth(bool(result))
    if isinstance(result, QueryTriples):
        return Triples(tuple(sorted(result, key=str)))
    columns = tuple(variable.value for variable in result.variables)
    return Table(columns, tuple(tuple(solution) for solution in result))
