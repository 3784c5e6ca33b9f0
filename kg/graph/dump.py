"""Turtle and TriG of a whole dataset: sorted as lines of the store's own N-Triples, which is far faster than as terms.

The bytes are those of `kg.graph.serialise`: N-Triples orders triples as that does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, Triple, parse

from kg.graph.serialise import end_of_namespace, used_prefixes, written
from kg.graph.vocabulary import BASE, RDF, XSD

_PLAIN, _TAGGED = XSD["string"].value.encode(), RDF["langString"].value.encode()
_NO_GRAPH = b""


def turtle_and_trig(store: Store, base: str = BASE) -> tuple[bytes, bytes]:
    """The union of all graphs of a dataset's store in Turtle, and all graphs in TriG.

    The default graph of the store is that union (see `kg.graph.dataset.Dataset`). Each triple is parsed once for both.
    """
    lines = {_named(name): _lines(store, name) for name in store.named_graphs() if isinstance(name, NamedNode)}
    union = _lines(store, DefaultGraph())
    alone = set(union).difference(*lines.values())
    if alone:
        lines[_NO_GRAPH] = sorted(alone)
    triples = dict(zip(union, _parsed(union), strict=True))
    iris = _iris(union)
    turtle = written(triples.values(), RdfFormat.TURTLE, used_prefixes(iris, base))
    iris |= {end_of_namespace(name[1:-1]) for name in lines if name}
    return turtle, written(_quads(lines, triples), RdfFormat.TRIG, used_prefixes(iris, base))


def _named(name: NamedNode) -> bytes:
    return str(name).encode()


def _lines(store: Store, graph: NamedNode | DefaultGraph) -> list[bytes]:
    """The triples of a graph as N-Triples writes them, sorted; no line break is in a line (RDF 1.1 N-Triples, 2.4)."""
    document = store.dump(format=RdfFormat.N_TRIPLES, from_graph=graph)
    return sorted((document or b"").split(b"\n")[:-1])


def _parsed(lines: Iterable[bytes]) -> Iterator[Triple]:
    for statement in parse(b"\n".join(lines), format=RdfFormat.N_TRIPLES):
        yield statement.triple if isinstance(statement, Quad) else statement


def _quads(lines: Mapping[bytes, list[bytes]], triples: Mapping[bytes, Triple]) -> Iterator[Quad]:
    """The quads of all graphs, by graph."""
    for name, own in sorted(lines.items()):
        graph = NamedNode(name[1:-1].decode()) if name else DefaultGraph()
        for line in own:
            triple = triples[line]
            yield Quad(triple.subject, triple.predicate, triple.object, graph)


def _iris(lines: Iterable[bytes]) -> set[str]:
    """The namespaces of all IRIs of some triples, those of datatypes too."""
    subjects, predicates, objects = set[bytes](), set[bytes](), set[bytes]()
    for line in lines:
        subject, predicate, value = line.split(b" ", 2)
        subjects.add(subject)
        predicates.add(predicate)
        objects.add(value[:-2])
    named = {node[1:-1] for node in (*subjects, *predicates, *objects) if node[:1] == b"<"}
    for value in objects:
        if value[:1] == b'"':
            datatype = value.rpartition(b'"')[2]
            named.add(datatype[3:-1] if datatype[:1] == b"^" else _TAGGED if datatype else _PLAIN)
    return {end_of_namespace(iri) for iri in named}
