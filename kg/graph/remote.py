"""A graph on a SPARQL 1.1 server: the same questions and changes as on a store of one's own.

Servers agree on the query language and not on what the default graph is. Here it is the union of the named graphs
without repetition (see `Dataset`); a server with a default graph of its own (Oxigraph, Jena) keeps the union in it, and
Virtuoso in a named graph (see `kg.graph.virtuoso`). Both follow every change that is made through this class.

Every query is read by Oxigraph's parser first: an error of syntax is the same on every store, a SERVICE or an update in
the place of a query never leaves this machine, and the columns that must come back are known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from kg.errors import QueryError, StoreError
from kg.graph import virtuoso
from kg.graph.answers import Answer, Table, Triples, Truth
from kg.graph.dataset import Dataset
from kg.graph.discovery import discover
from kg.graph.protocol import Client
from kg.graph.results import JSON, NTRIPLES, table, triples, truth
from kg.graph.serialise import sorted_quads
from kg.graph.tokens import describes, with_prefixes
from kg.graph.updates import change, data
from kg.graph.vocabulary import BASE, prefixes

GRAPHS_AT_ONCE = 20
"""Named graphs whose quads are asked for in one request: some 20,000 quads of ordinary articles."""

_ALONE = "?s ?p ?o FILTER NOT EXISTS { GRAPH ?any { ?s ?p ?o } }"
"""The triples of the default graph that are in no named graph."""


class RemoteStore:
    """A `GraphStore` on a server.

    `url` is the address of queries or that of the server, above `query` or `sparql`; credentials may stand in it
    (`http://NAME:PASSWORD@HOST/sparql`) or in the environment (see `kg.graph.protocol`). `update` is the address of
    updates, where it is not beside that of queries.

    Raises StoreError where no server answers there, and for writing where its default graph cannot hold the union.
    """

    def __init__(self, url: str, *, update: str = "", read_only: bool = False, base: str = BASE) -> None:
        self.base = base
        self.read_only = read_only
        self._client = Client(url)
        self.server = discover(self._client, update)
        self._union = virtuoso.union_graph(base) if self.server.is_virtuoso else ""
        self.lease = f"{base}id/graph/lease"
        """The graph of who is building here (see `kg.graph.lease`), which is not among `graphs`."""
        self.guard: Callable[[], None] | None = None
        """Called before every change; raises StoreError where it must not be done."""
        self._named = f"GRAPH ?g {{ ?s ?p ?o }} FILTER(?g != <{self.lease}>)"
        self._uncut = 0  # how many rows the server is known to send
        self._nothing = Dataset(base=base)
        self._closed = False
        if not read_only:
            self._require_own_default_graph()
        self._require_union()

    @classmethod
    def at(cls, location: str, *, read_only: bool = False, base: str = BASE) -> RemoteStore:
        """The store at an address, with that of updates after a blank where it is another than usual."""
        url, _, update = location.strip().partition(" ")
        return cls(url, update=update.strip(), read_only=read_only, base=base)

    @property
    def index(self) -> None:
        """A server has no side index."""
        return

    def __iter__(self) -> Iterator[Quad]:
        """The quads of the named graphs, then the triples that are in no named graph; in no order."""
        names = [NamedNode(name) for name in self.graphs()]
        if self.server.is_virtuoso:
            for name in names:
                yield from self._graph(name)
            names = []
        for start in range(0, len(names), GRAPHS_AT_ONCE):
            some = " ".join(map(str, names[start : start + GRAPHS_AT_ONCE]))
            yield from self._quads(f"VALUES ?g {{ {some} }} GRAPH ?g {{ ?s ?p ?o }}")
        yield from self._quads(_ALONE)

    def __len__(self) -> int:
        return self._count(self._named) + self._count(_ALONE)

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
        given = {"?s": subject, "?p": predicate, "?o": object, "?g": graph}
        if graph is not None and self.server.is_virtuoso and (subject, predicate, object) == (None, None, None):
            if self.query(f"ASK {{ GRAPH {graph} {{ ?s ?p ?o }} }}") == Truth(True):
                yield from self._graph(graph)
            return
        bound = " ".join(f"VALUES {variable} {{ {term} }}" for variable, term in given.items() if term is not None)
        yield from self._quads(f"{bound} {self._named}")
        if graph is None:
            yield from self._quads(f"{bound} ?s ?p ?o")

    def graphs(self) -> list[str]:
        """The names of all graphs that hold something, sorted."""
        rows = self.select(f"SELECT DISTINCT ?g {{ {self._named} }}").rows
        return sorted(name.value for (name,) in rows if isinstance(name, NamedNode))

    def query(self, sparql: str) -> Answer:
        """Runs a query; the prefixes of this project need no declaration.

        Raises QueryError where the text is no query, StoreError where the server refuses it or answers in part.
        """
        form = self._nothing.query(sparql)
        self._require_open()
        text = with_prefixes(sparql, prefixes(self.base))
        if self._union:
            text = virtuoso.adapted(text, self._union)
        accepted = NTRIPLES if isinstance(form, Triples) else (JSON,)
        reply = self._client.form(self.server.query, "query", text, ", ".join(accepted))
        if isinstance(form, Triples):
            made = triples(reply.text(*accepted))
            if self._union:
                self._require_uncut(len({one.subject for one in made}) if describes(sparql) else len(made))
            return Triples(made)
        if isinstance(form, Truth):
            return Truth(truth(reply.text(*accepted)))
        found = table(reply.text(*accepted), form.columns)
        if reply.most_rows is not None and len(found.rows) >= reply.most_rows:
            raise StoreError(f"the server cuts answers at {reply.most_rows} rows (Virtuoso: ResultSetMaxRows)")
        return found

    def _require_uncut(self, number: int) -> None:
        """Raises StoreError where a server that sends no more triples than these may have cut them and said nothing.

        Virtuoso sends `ResultSetMaxRows` and one more of a CONSTRUCT, and describes so many things (measured). It tells
        of a SELECT that it has come to that number, so one with a row less than came is asked for.
        """
        if number - 1 <= self._uncut:
            return
        rows = virtuoso.adapted(f"SELECT (1 AS ?one) {{ ?s ?p ?o . ?a ?b ?c }} LIMIT {number - 1}", self._union)
        reply = self._client.form(self.server.query, "query", rows, JSON)
        if reply.most_rows is not None:
            raise StoreError(f"the server cuts answers at {reply.most_rows} rows (Virtuoso: ResultSetMaxRows)")
        self._uncut = number - 1

    def select(self, sparql: str) -> Table:
        """Like `query`, for SELECT only. Raises QueryError for another form of query."""
        answer = self.query(sparql)
        if not isinstance(answer, Table):
            raise QueryError("SPARQL: a SELECT query is needed here")
        return answer

    def extend(self, quads: Iterable[Quad]) -> None:
        """Adds quads, in one request."""
        self.change((), quads)

    def clear(self, graph: str) -> None:
        """Removes a named graph."""
        self.replace(graph, ())

    def replace(self, graph: str, quads: Iterable[Quad]) -> None:
        """Puts `quads` in the place of a named graph, in one request; those of other graphs are added."""
        self.replace_many({graph: quads})

    def replace_many(self, graphs: Mapping[str, Iterable[Quad]]) -> None:
        """`replace` for several graphs in one request. Raises StoreError as `change` does."""
        new = {quad for quads in graphs.values() for quad in quads}
        old = {quad for name in graphs for quad in self.quads_for_pattern(graph=NamedNode(name))}
        self.change(old - new, new - old)

    def change(self, gone: Iterable[Quad], new: Iterable[Quad]) -> None:
        """Removes the quads `gone` from their named graphs and adds `new`, in one request; what is in both stays.

        A server that keeps to SPARQL 1.1 Update (2.2, "atomic") does all of it or nothing. Virtuoso 7 does not: the
        StoreError then says that a part may hold, which doing it again completes.
        """
        self._require_open()
        if self.read_only:
            raise StoreError("the store cannot be written: it was opened for reading")
        if self.guard is not None:
            self.guard()
        added = set(new)
        left = set(gone) - added
        if self._union:
            self.update(virtuoso.change(left, added, self._alone(left), self._union))
        else:
            self.update(change(left, added))

    def update(self, operations: Sequence[str]) -> None:
        """Sends SPARQL updates as one request, to Virtuoso as several; raises StoreError where the server refuses.

        What is changed so is not followed by the union: that is what `change` is for.
        """
        if not operations:
            return
        try:
            for some in virtuoso.in_requests(operations) if self._union else (operations,):
                self._client.form(self.server.update, "update", " ;\n".join(some), JSON)
        except StoreError as error:
            whole = "the change is done as a whole or not at all, and doing it again is safe"
            part = "a part of the change may hold; doing it again completes it"
            raise StoreError(f"{error} ({part if self._union else whole})") from error

    def close(self) -> None:
        """Nothing can be asked afterwards; the server goes on."""
        self._closed = True

    def _require_open(self) -> None:
        if self._closed:
            raise StoreError("the store is closed")

    def _require_own_default_graph(self) -> None:
        """Raises StoreError where what a named graph holds is in the default graph by itself."""
        thing, graph = NamedNode("urn:perintah:probe"), NamedNode(f"{self.base}id/graph/probe")
        probe = data([Quad(thing, thing, thing, graph)])
        self.update([f"INSERT DATA {{ {probe} }}"])
        repeated = self.query(f"ASK {{ {thing} {thing} {thing} }}") == Truth(True)
        self.update([f"DELETE DATA {{ {probe} }}", f"DROP SILENT GRAPH {graph}"])
        if repeated:
            raise StoreError(
                f"{self.server.query}: the default graph of this server is the union of its named graphs, which "
                "repeats what several articles say; start it with a default graph of its own"
            )

    def _require_union(self) -> None:
        """Fills an empty default graph from the named graphs: a server that was loaded otherwise has none."""
        there, named = (self.query(f"ASK {{ {pattern} }}") for pattern in ("?s ?p ?o", self._named))
        if there == Truth(True) or named == Truth(False):
            return
        if self.read_only:
            raise StoreError(
                f"{self.server.query}: the default graph is empty and the named graphs are not: who loaded them did "
                "not fill it; open the store for writing once (kg build --store)"
            )
        into = f"GRAPH <{self._union}> {{ ?s ?p ?o }}" if self._union else "?s ?p ?o"
        others = "".join(f" FILTER(?g != <{name}>)" for name in (virtuoso.OWN_GRAPHS if self._union else ()))
        self.update([f"INSERT {{ {into} }} WHERE {{ {self._named}{others} }}"])

    def _alone(self, gone: Set[Quad]) -> Iterator[Quad]:
        """Those of the quads whose triples are in no named graph but as these quads."""
        shared: set[Triple] = set()
        for name in {quad.graph_name for quad in gone} - {DefaultGraph()}:
            others = f"GRAPH {name} {{ ?s ?p ?o }} GRAPH ?g {{ ?s ?p ?o }} FILTER(?g != {name})"
            shared.update(quad.triple for quad in self._quads(others) if quad not in gone)
        return (quad for quad in gone if quad.triple not in shared)

    def _count(self, pattern: str) -> int:
        [(cell,)] = self.select(f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}").rows
        return int(cell.value) if isinstance(cell, Literal) else 0

    def _graph(self, name: NamedNode) -> Iterator[Quad]:
        """A whole named graph by the graph store protocol: a request a graph stays below `ResultSetMaxRows` longest.

        It is counted, because Virtuoso cuts N-Triples there and says nothing (measured).
        """
        reply = self._client.graph(self.server.graphs, name.value, ", ".join(NTRIPLES))
        found = triples(reply.text(*NTRIPLES))
        there = self._count(f"GRAPH {name} {{ ?s ?p ?o }}")
        if len(found) != there:
            raise StoreError(f"the server sends {len(found)} of {there} triples of {name} (ResultSetMaxRows)")
        for triple in found:
            yield Quad(triple.subject, triple.predicate, triple.object, name)

    def _quads(self, pattern: str) -> Iterator[Quad]:
        """The quads of a pattern over ?s ?p ?o and, for a named graph, ?g."""
        for s, p, o, g in self.select(f"SELECT ?s ?p ?o ?g {{ {pattern} }}").rows:
            if isinstance(s, NamedNode | BlankNode) and isinstance(p, NamedNode) and o is not None:
                yield Quad(s, p, o, g if isinstance(g, NamedNode) else DefaultGraph())
