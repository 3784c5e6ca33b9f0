"""Terms as N-Triples writes them.

What articles say is never needed as terms of the library, which take longer to make and to write than their text.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from pyoxigraph import NamedNode

from kg.graph import literals, vocabulary
from kg.graph.literals import INDONESIAN
from kg.graph.vocabulary import Namespace


class Terms(dict[str, str]):
    """A namespace: `ORG["Post"]` is the IRI of its term as it is written."""

    def __init__(self, namespace: Namespace) -> None:
        super().__init__()
        self._namespace = namespace

    def __missing__(self, name: str) -> str:
        found = self[name] = str(self._namespace[name])
        return found


KG, FOAF, OA, ORG, PROV, RDF, RDFS, SCHEMA, SKOS, XSD = (
    Terms(namespace)
    for namespace in (
        *(vocabulary.KG, vocabulary.FOAF, vocabulary.OA, vocabulary.ORG, vocabulary.PROV, vocabulary.RDF),
        *(vocabulary.RDFS, vocabulary.SCHEMA, vocabulary.SKOS, vocabulary.XSD),
    )
)
TYPE, LABEL = RDF["type"], SKOS["prefLabel"]
_BOOLEAN = {value: str(literals.boolean(value)) for value in (False, True)}


@lru_cache(maxsize=8192)
def iri(value: str) -> str:
    """An IRI. Raises ValueError where it is none; what many articles name is looked at once."""
    return str(NamedNode(value))


def minted(value: str) -> str:
    """An IRI of this project's own, below a base that is known to be one: letters, digits, `-` and `/` follow."""
    return f"<{value}>"


def string(value: str) -> str:
    """See `kg.graph.literals.string`."""
    return literals.quoted(value)


def text(value: str, language: str = INDONESIAN) -> str:
    """See `kg.graph.literals.text`."""
    return f"{literals.quoted(value)}@{language}"


def day(value: date) -> str:
    """See `kg.graph.literals.day`."""
    return f'"{value.isoformat()}"^^{XSD["date"]}'


def boolean(value: bool) -> str:
    """See `kg.graph.literals.boolean`."""
    return _BOOLEAN[value]


@lru_cache(maxsize=1024)
def decimal(value: float) -> str:
    """See `kg.graph.literals.decimal`."""
    return str(literals.decimal(value))
