"""What Virtuoso (measured with 7.2.5, Debian's packages) does otherwise than SPARQL 1.1, and how a query meets it.

- Its default graph is the union of all named graphs, each triple once for every graph that has it (Virtuoso manual,
  "Default and Named Graphs"), so the union without repetition is kept in a named graph, `union_graph`.
- `define input:default-graph-uri` makes that graph the default one; `GRAPH ?g` goes over all graphs all the same, and
  `define input:named-graph-exclude` of it would empty the default graph too. The pattern is therefore filtered.
- With either pragma `GRAPH <name>` is empty and `GRAPH ?g` is not (measured): a name becomes a variable and a filter.
- It brings graphs of its own (`OWN_GRAPHS`), which `GRAPH ?g` shows.
- A DELETE with 2,000 rows of VALUES and a NOT EXISTS did not end within 2 minutes (measured): what leaves the union is
  asked for before.
- A DELETE DATA of two graphs leaves texts with a language where they are, and says "done" (measured): each operation
  names one graph.
- INSERT DATA of some 5,000 triples fails ("memory exhausted") and so does a request of 10 MB, so writes come in parts
  and in several requests; a request that fails midway keeps the parts before (all measured).
- It sends `ResultSetMaxRows` rows at most. A SELECT says so in a header; a CONSTRUCT and the graph store protocol do
  not (measured), so graphs are counted, and as many rows as triples came are asked for in a SELECT.
- It translates a query to at most 10,000 lines of SQL, some 20 alternatives with a path each. A path behind a UNION
  finds nothing, `*` leaves out the way of no step where it starts from a class, and a path that starts from several
  VALUES fails (measured): the questions and rules of `ontology` are written so that none of it matters; a query of
  one's own may meet it.
- `FILTER(?day <= DATE)` loses days in between in some databases of the same triples: the search for a range in its
  columns errs, and a function around the variable keeps it from being used (measured), so every variable that is
  compared by order is wrapped.
- Its compiler stumbles ("VECSL: Internal error", "Internal Optimized compiler error") in some databases and not in
  others: where joined queries have an OPTIONAL before the BIND that they are joined by, and over
  `MAX(IF(BOUND(?x), STR(?x), ""))`, which may also be unbound (measured): the questions take a UNION and a COALESCE.
- Subqueries joined by a text that is made up, grouped by the IRIs that come with it, give names that nothing has
  (`iri_id_..._with_no_name_entry`) in one database of four (measured): such a question joins and groups their texts.
  `GROUP BY ?s ?p ?o` over all graphs gave other rows than the graphs say in one database of several too (met once).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from itertools import groupby

from pyoxigraph import NamedNode, Quad

from kg.graph.serialise import sorted_quads
from kg.graph.tokens import tokens
from kg.graph.updates import in_union

OWN_GRAPHS = (
    "http://localuriqaserver/sparql",
    "http://www.openlinksw.com/schemas/virtrdf#",
    "http://www.w3.org/2002/07/owl#",
    "http://www.w3.org/ns/ldp#",
)
"""Graphs of a new Virtuoso database (measured)."""

_GRAPH_VARIABLE = "perintah_graph_"
"""Begins the variables that stand for the names of graphs."""

_OR_EQUAL = (["<", "="], [">", "="])

AT_ONCE = 2000
"""Triples of one INSERT DATA or DELETE DATA."""

REQUEST = 2_000_000
"""Characters after which a request of several operations ends."""


def union_graph(base: str) -> str:
    """The named graph that holds the union of the others."""
    return f"{base}id/graph/union"


def adapted(sparql: str, union: str) -> str:
    """A query for Virtuoso that sees `union` as its default graph and not among the named ones.

    A query with a FROM of its own chooses its default graph itself.
    """
    found = list(tokens(sparql))
    words = [text.upper() if kind == "word" else text for kind, text, _, _ in found]
    pragmas = "".join(f"define input:named-graph-exclude <{graph}>\n" for graph in OWN_GRAPHS)
    if "FROM" not in words:
        pragmas += f"define input:default-graph-uri <{union}>\n"
    changes: list[tuple[int, int, str]] = []
    for index in (place for place, word in enumerate(words[:-2]) if word == "GRAPH" and "FROM" not in words):
        kind, name, start, end = found[index + 1]
        closing = _closing(found, index + 2)
        if kind == "variable":
            test = f"{name} != <{union}>"
        else:
            variable = f"?{_GRAPH_VARIABLE}{len(changes)}"
            changes.append((start, end, variable))
            test = f"{variable} = {name}"
        changes += [(found[index][2], found[index][2], "{ "), (closing, closing, f" FILTER({test}) }}")]
    changes += [(start, end, f"COALESCE({name})") for name, start, end in _compared(found)]
    for start, end, text in sorted(changes, reverse=True):
        sparql = sparql[:start] + text + sparql[end:]
    return pragmas + sparql


def _compared(found: list[tuple[str, str, int, int]]) -> Iterator[tuple[str, int, int]]:
    """The variables beside `<`, `<=`, `>` and `>=`; COALESCE of one is the variable itself (SPARQL 1.1, 17.4.1.3)."""
    texts = [text if kind == "other" else "" for kind, text, _, _ in found]
    for index, (kind, name, start, end) in enumerate(found):
        before = texts[max(0, index - 2) : index]
        after = texts[index + 1 : index + 2]
        if kind == "variable" and (after in (["<"], [">"]) or before[-1:] in (["<"], [">"]) or before in _OR_EQUAL):
            yield name, start, end


def _closing(found: list[tuple[str, str, int, int]], index: int) -> int:
    """Where the group that opens at a token ends."""
    depth = 0
    for kind, text, _, end in found[index:]:
        depth += (text == "{") - (text == "}") if kind == "other" else 0
        if depth == 0:
            return end
    return found[-1][3]


def change(gone: Set[Quad], new: Set[Quad], alone: Iterable[Quad], union: str) -> list[str]:
    """The operations of a change; `alone` are those of `gone` whose triples no named graph holds afterwards."""
    keeps = NamedNode(union)
    added = in_union(new, keeps)
    left = {Quad(q.subject, q.predicate, q.object, keeps) for q in alone} - added
    operations = [f"DELETE DATA {{ {part} }}" for part in _parts(gone | left)]
    return operations + [f"INSERT DATA {{ {part} }}" for part in _parts(added)]


def in_requests(operations: Iterable[str]) -> Iterator[list[str]]:
    """The operations in their order, in requests of `REQUEST` characters, or of one operation that is longer."""
    return _batches(operations)


def _parts(quads: Iterable[Quad]) -> Iterator[str]:
    """The quads as one graph with at most `AT_ONCE` triples each."""
    for graph, group in groupby(sorted_quads(quads), key=lambda quad: quad.graph_name):
        for triples in _batches(str(quad.triple) for quad in group):
            yield f"GRAPH {graph} {{ {' . '.join(triples)} }}"


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    """The texts in their order, at most `AT_ONCE` and `REQUEST` characters at a time, or one that is longer."""
    batch: list[str] = []
    size = 0
    for text in texts:
        if batch and (len(batch) == AT_ONCE or size + len(text) > REQUEST):
            yield batch
            batch, size = [], 0
        batch.append(text)
        size += len(text)
    if batch:
        yield batch
