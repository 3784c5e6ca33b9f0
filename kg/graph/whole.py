"""A whole graph in memory that keeps the lines its articles came in: what is written, checked and drawn comes of them.

Oxigraph holds no more of the union, and of the articles' graphs, than what the queries of a build ask: to put quads
into a store is most of the work.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from pyoxigraph import DefaultGraph, NamedNode, Quad, QueryTriples, RdfFormat, Store, parse

from kg.errors import QueryError, StoreError
from kg.graph.dataset import Dataset
from kg.graph.lines import Facts, Graphs, quads, read_quads, read_triples, triples, union
from kg.graph.rows import Row, rows_of
from kg.graph.vocabulary import BASE, KG, OA, ORG, PROV, RDFS, SCHEMA, TYPE, prefixes

BY_GRAPH = frozenset(
    str(predicate)
    for predicate in (
        *(TYPE, RDFS["label"], PROV["wasDerivedFrom"], ORG["member"]),
        *(KG[name] for name in ("post", "former", "rank", "acting", "citedOn")),
        *(KG[f"{role}{part}"] for role in ("issuer", "source", "speaker", "addressee") for part in ("", "Person")),
    )
)
"""What `kg.graph.persons` and `kg.graph.runs` ask of the graphs of articles."""

ASKED = frozenset(
    str(predicate)
    for predicate in (
        *(TYPE, PROV["wasDerivedFrom"], SCHEMA["datePublished"], ORG["postIn"], ORG["subOrganizationOf"]),
        *(KG[name] for name in ("postKind", "leads", "membersOf", "inGazetteer", "instructs", "addresses")),
        *(KG[name] for name in ("issuer", "addressee", "force", "polarity", "factuality")),
        *(KG[name] for name in ("saidOn", "action", "reportedIn")),
    )
)
"""What they and the rules of inference ask of the union: a seventh of what articles say."""

_EVIDENCE = f"<{OA.iri}"
"""How the last property of a stretch of text, or of its selectors, begins: nothing of these is asked."""


class Whole(Dataset):
    """The documents of articles as one dataset. What spans them can be added and replaced, what they say cannot.

    Its store holds what a build asks of it, and no more: for other questions there is `full`.
    """

    def __init__(self, documents: Iterable[bytes], base: str = BASE) -> None:
        super().__init__(base=base)
        self.asserted = read_quads(documents)
        """What articles say, by graph."""
        self._whole = union(self.asserted.values())
        self._facts: tuple[Graphs, Facts] | None = None
        self._rows: Mapping[str, Row] | None = None
        self._load(_chosen(self._whole, ASKED), ((name, _chosen(own, BY_GRAPH)) for name, own in self.asserted.items()))

    def _load(self, whole: Facts, graphs: Iterable[tuple[str, Facts]]) -> None:
        """Puts facts into the store. Their IRIs were checked when the terms were made."""
        self.store.bulk_load("".join(triples(whole)).encode(), RdfFormat.N_TRIPLES, lenient=True)
        named = (line for name, own in graphs for line in quads(own, name))
        self.store.bulk_load("".join(named).encode(), RdfFormat.N_QUADS, lenient=True)

    @property
    def facts(self) -> tuple[Graphs, Facts]:
        """All named graphs, and their union."""
        if self._facts is None:
            names = (name for name in self.store.named_graphs() if isinstance(name, NamedNode))
            derived = {str(name): facts_of(self.store, name) for name in names if str(name) not in self.asserted}
            self._facts = self.asserted | derived, union([self._whole, *derived.values()])
        return self._facts

    @property
    def rows(self) -> Mapping[str, Row]:
        """What the union says of each node."""
        if self._rows is None:
            self._rows = rows_of(self.facts[1])
        return self._rows

    def full(self) -> Dataset:
        """All of it in a store of its own, which any query can be asked of."""
        graphs, whole = self.facts
        found = Whole((), self.base)
        found._load(whole, graphs.items())
        return found

    def __iter__(self) -> Iterator[Quad]:
        for name, own in self.facts[0].items():
            for statement in parse("".join(quads(own, name)).encode(), format=RdfFormat.N_QUADS):
                if isinstance(statement, Quad):
                    yield statement

    def read_lines(self, documents: Iterable[bytes]) -> None:
        raise StoreError("a graph made of articles takes no more of them")

    def extend(self, quads: Iterable[Quad]) -> None:
        """Adds quads of graphs that are no article's. Raises StoreError for others."""
        added = list(quads)
        self._refuse(added)
        super().extend(added)

    def construct(self, sparql: str, graph: NamedNode) -> int:
        """Adds what a CONSTRUCT makes to a graph that is no article's, as text; the number of triples.

        Raises QueryError where it is no CONSTRUCT.
        """
        self._refuse_graphs({str(graph)})
        answer = self.store.query(sparql, prefixes=prefixes(self.base))
        if not isinstance(answer, QueryTriples):
            raise QueryError("a CONSTRUCT is needed")
        made = answer.serialize(format=RdfFormat.N_TRIPLES) or b""
        self.store.bulk_load(made, RdfFormat.N_TRIPLES, lenient=True)
        self.store.bulk_load(made, RdfFormat.N_TRIPLES, to_graph=graph, lenient=True)
        return made.count(b"\n")

    def _write(self, gone: Set[Quad], new: Set[Quad], dropped: Iterable[NamedNode]) -> None:
        self._refuse(gone | new)
        super()._write(gone, new, dropped)

    def _refuse(self, changed: Iterable[Quad]) -> None:
        self._refuse_graphs({str(quad.graph_name) for quad in changed})

    def _refuse_graphs(self, names: Set[str]) -> None:
        self._facts = self._rows = None
        for name in names:
            if name in self.asserted:
                raise StoreError(f"{name} is what an article says")


def graphs_of(dataset: Dataset) -> tuple[Graphs, Facts]:
    """The graphs of a dataset and their union; under "" what is in no named graph."""
    if isinstance(dataset, Whole):
        return dataset.facts
    names = (name for name in dataset.store.named_graphs() if isinstance(name, NamedNode))
    graphs = {str(name): facts_of(dataset.store, name) for name in names}
    whole, named = facts_of(dataset.store, DefaultGraph()), union(graphs.values())
    left = {subject: sorted(set(rests).difference(named.get(subject, ()))) for subject, rests in whole.items()}
    alone = {subject: rests for subject, rests in left.items() if rests}
    return (graphs | {"": alone} if alone else graphs), whole


def facts_of(store: Store, graph: NamedNode | DefaultGraph) -> Facts:
    """The facts of one graph of a store."""
    return read_triples(store.dump(format=RdfFormat.N_TRIPLES, from_graph=graph) or b"")


def _chosen(facts: Facts, predicates: frozenset[str]) -> Facts:
    """The facts of these predicates, but for the evidence in texts."""
    return {
        subject: [rest for rest in rests if rest[: rest.index(" ")] in predicates]
        for subject, rests in facts.items()
        if not is_evidence(rests)
    }


def is_evidence(rests: Sequence[str]) -> bool:
    """Whether what is said of a subject says that it is a stretch of text, or a selector of one."""
    return rests[-1].startswith(_EVIDENCE)
