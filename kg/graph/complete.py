"""From the quads of articles to a whole graph: preferred labels and derived triples."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pyoxigraph import Quad

from kg.graph.dataset import Dataset
from kg.graph.inference import forget, infer
from kg.graph.labels import preferred_labels
from kg.graph.names import Names
from kg.graph.vocabulary import BASE
from kg.graph.whole import Whole

if TYPE_CHECKING:
    from kg.graph.stores import GraphStore


def complete(dataset: GraphStore, *, inference: bool = True) -> dict[str, int]:
    """Brings what spans articles up to date: labels, and what the rules derive unless `inference` is off.

    The number of triples derived, by rule. Doing it twice changes nothing.
    """
    labels = list(preferred_labels(dataset))
    dataset.clear(Names(dataset.base).labels)
    dataset.extend(labels)
    forget(dataset)
    return infer(dataset) if inference else {}


def assemble(parts: Iterable[Iterable[Quad]], base: str = BASE, *, inference: bool = True) -> Dataset:
    """A whole graph in memory from the quads of articles (`kg.graph.facts.quads`), whatever their order."""
    dataset = Dataset(base=base)
    for part in parts:
        dataset.extend(part)
    complete(dataset, inference=inference)
    return dataset


def assembled(documents: Iterable[bytes], base: str = BASE, *, inference: bool = True) -> Whole:
    """`assemble` from the N-Quads of articles as this program writes them, which are kept as they are."""
    dataset = Whole(documents, base)
    complete(dataset, inference=inference)
    return dataset
