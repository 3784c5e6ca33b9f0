"""Changes of a graph as operations of SPARQL 1.1 Update, and as N-Quads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from itertools import chain

from pyoxigraph import DefaultGraph, NamedNode, Quad

from kg.graph.serialise import sorted_quads


def data(quads: Iterable[Quad]) -> str:
    """The quads as INSERT DATA and DELETE DATA take them (3.1.1)."""
    default = DefaultGraph()
    return "\n".join(
        f"{q.triple} ." if q.graph_name == default else f"GRAPH {q.graph_name} {{ {q.triple} }}" for q in quads
    )


def change(gone: Set[Quad], new: Set[Quad]) -> list[str]:
    """The operations that remove and add quads of named graphs, and let their union in the default graph follow.

    What no named graph holds any more leaves the union last, by a look at what the server holds then: another writer
    may have said the same.
    """
    operations = []
    if gone:
        operations.append(f"DELETE DATA {{ {data(sorted_quads(gone))} }}")
    if new:
        operations.append(f"INSERT DATA {{ {data(sorted_quads(in_union(new, DefaultGraph())))} }}")
    if gone:
        rows = sorted({f"({quad.subject} {quad.predicate} {quad.object})" for quad in gone})
        operations.append(
            f"DELETE {{ ?s ?p ?o }} WHERE {{ VALUES (?s ?p ?o) {{ {' '.join(rows)} }} ?s ?p ?o "
            "FILTER NOT EXISTS { GRAPH ?any { ?s ?p ?o } } }"
        )
    return operations


def in_union(quads: Iterable[Quad], union: NamedNode | DefaultGraph) -> set[Quad]:
    """The quads, and their triples in the graph that keeps the union."""
    return {each for q in quads for each in (q, Quad(q.subject, q.predicate, q.object, union))}


def with_union(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Each quad and its triple in the default graph."""
    default = DefaultGraph()
    for quad in quads:
        yield quad
        if quad.graph_name != default:
            yield Quad(quad.subject, quad.predicate, quad.object, default)


def lines_with_union(quads: Iterable[Quad]) -> bytes:
    """Quads and their union in the default graph as N-Quads, sorted.

    RocksDB takes keys that come in order in half the time: those of one subject lie side by side in each index.
    """
    default = DefaultGraph()
    named, alone = list[str](), list[str]()
    for quad in quads:
        (alone if quad.graph_name == default else named).append(str(quad))
    named.sort()
    # No IRI holds a blank (RDF 1.1 N-Quads, 2): the last one of a line stands before its graph.
    triples = dict.fromkeys(chain((line[: line.rindex(" ")] for line in named), sorted(alone)))
    return "".join(f"{line} .\n" for line in chain(named, triples)).encode()
