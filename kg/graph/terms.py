"""What the ontology says about forces, polarity and factuality: labels and the direct properties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kg.errors import LexiconError
from kg.graph.vocabulary import KG, SKOS
from kg.lexicon.files import ontology_dir
from kg.model import Factuality, Force, Polarity


@dataclass(frozen=True, slots=True)
class Label:
    """A label in Indonesian and in English."""

    id: str
    en: str


@dataclass(frozen=True, slots=True)
class ForceTerm:
    """A force of `force.ttl`: its verb ("memerintahkan", "orders"), and the edge it gives by polarity."""

    label: Label
    verb: Label
    binding: bool
    direct: NamedNode
    negated: NamedNode


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms that the graph is written with."""

    forces: Mapping[Force, ForceTerm]
    polarity: Mapping[Polarity, Label]
    factuality: Mapping[Factuality, Label]


class _Description:
    """The triples of an ontology file by subject and predicate."""

    def __init__(self, *paths: Path) -> None:
        self._objects: dict[tuple[str, str], list[NamedNode | Literal]] = {}
        for path in paths:
            for triple in parse(path=str(path), format=RdfFormat.TURTLE):
                if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode | Literal):
                    key = (triple.subject.value, triple.predicate.value)
                    self._objects.setdefault(key, []).append(triple.object)

    def objects(self, subject: NamedNode, predicate: NamedNode) -> list[NamedNode | Literal]:
        return self._objects.get((subject.value, predicate.value), [])

    def label(self, subject: NamedNode, predicate: NamedNode) -> Label:
        """Raises LexiconError unless there is one label in each of the two languages."""
        found = {o.language: o.value for o in self.objects(subject, predicate) if isinstance(o, Literal)}
        if "id" not in found or "en" not in found:
            raise LexiconError(f"{subject.value}: {predicate.value} needs a value in Indonesian and one in English")
        return Label(found["id"], found["en"])

    def node(self, subject: NamedNode, predicate: NamedNode) -> NamedNode:
        """Raises LexiconError unless there is one IRI."""
        found = [o for o in self.objects(subject, predicate) if isinstance(o, NamedNode)]
        if len(found) != 1:
            raise LexiconError(f"{subject.value}: {predicate.value} needs one IRI, has {len(found)}")
        return found[0]

    def true(self, subject: NamedNode, predicate: NamedNode) -> bool:
        return any(o.value == "true" for o in self.objects(subject, predicate))


def load_terms() -> Terms:
    """The terms of the installed ontology. Raises LexiconError where a force lacks a label or an edge."""
    return _load(ontology_dir())


@lru_cache(maxsize=2)
def _load(directory: Path) -> Terms:
    described = _Description(directory / "perintah.ttl", directory / "force.ttl")
    return Terms(
        forces={
            force: ForceTerm(
                label=described.label(KG[force], SKOS["prefLabel"]),
                verb=described.label(KG[force], SKOS["altLabel"]),
                binding=described.true(KG[force], KG["binding"]),
                direct=described.node(KG[force], KG["directProperty"]),
                negated=described.node(KG[force], KG["negatedProperty"]),
            )
            for force in Force
        },
        polarity={value: described.label(KG[value], SKOS["prefLabel"]) for value in Polarity},
        factuality={value: described.label(KG[value], SKOS["prefLabel"]) for value in Factuality},
    )
