"""The terms of the graph: namespaces, prefixes and how to name a term of ours.

`ontology/perintah.ttl` defines the `kg:` terms; the others are those of the vocabularies that it reuses.
"""

from __future__ import annotations

from functools import lru_cache

from pyoxigraph import NamedNode

BASE = "https://w3id.org/perintah/"
"""The default base of things; the terms stay at `NS` whatever the base, so that queries work on any graph."""

NS = "https://w3id.org/perintah/ns#"


class Namespace:
    """A namespace: `ORG["Post"]` is the IRI of its term."""

    def __init__(self, iri: str) -> None:
        self.iri = iri
        self._terms: dict[str, NamedNode] = {}

    def __getitem__(self, name: str) -> NamedNode:
        if name not in self._terms:
            self._terms[name] = NamedNode(self.iri + name)
        return self._terms[name]


KG = Namespace(NS)
DCTERMS = Namespace("http://purl.org/dc/terms/")
FOAF = Namespace("http://xmlns.com/foaf/0.1/")
OA = Namespace("http://www.w3.org/ns/oa#")
ORG = Namespace("http://www.w3.org/ns/org#")
OWL = Namespace("http://www.w3.org/2002/07/owl#")
PROV = Namespace("http://www.w3.org/ns/prov#")
RDF = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#")
SCHEMA = Namespace("https://schema.org/")
SEM = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")

TYPE = RDF["type"]
LABEL = SKOS["prefLabel"]

_TERMS = {
    "kg": KG,
    "itsrdf": Namespace("http://www.w3.org/2005/11/its/rdf#"),
    "nif": Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"),
    "dcterms": DCTERMS,
    "foaf": FOAF,
    "oa": OA,
    "org": ORG,
    "owl": OWL,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "sem": SEM,
    "skos": SKOS,
    "xsd": XSD,
}

THING_KINDS = (
    "annotation",
    "article",
    "directive",
    "election",
    "graph",
    "group",
    "law",
    "lexicon",
    "match",
    "model",
    "operation",
    "outlet",
    "person",
    "place",
    "position",
    "post",
    "quote",
    "run",
    "software",
    "span",
    "statement",
    "tenure",
    "unit",
)
"""The folders below `id/`; each has a prefix of its own, since a prefixed name cannot hold an unescaped slash."""


def prefixes(base: str = BASE) -> dict[str, str]:
    """Prefix to namespace, for serialisations and queries; things have prefixes such as `post:` and `unit:`."""
    return dict(_sorted_prefixes(base))


@lru_cache(maxsize=16)
def _sorted_prefixes(base: str) -> tuple[tuple[str, str], ...]:
    table = {prefix: namespace.iri for prefix, namespace in _TERMS.items()}
    table.update({kind: f"{base}id/{kind}/" for kind in THING_KINDS})
    return tuple(sorted(table.items()))
