"""The files that a graph is read from."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import RdfFormat

from kg.errors import StoreError

FORMATS = {
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".jsonld": RdfFormat.JSON_LD,
    ".json": RdfFormat.JSON_LD,
    ".rdf": RdfFormat.RDF_XML,
    ".xml": RdfFormat.RDF_XML,
}
"""The syntaxes of RDF by the suffixes of their files."""
OUTPUT_NAMES = ("graph.trig", "graph.nq", "graph.ttl")
"""What an output folder is loaded from, in this order: the first keeps which article asserts what."""


def file_of(path: Path) -> Path:
    """The file that holds the graph: `path` itself, or the best one of an output folder.

    Raises StoreError where there is none, or its suffix is not known.
    """
    if path.is_dir():
        for name in OUTPUT_NAMES:
            if (path / name).is_file():
                return path / name
        raise StoreError(f"{path}: no graph.trig, graph.nq or graph.ttl in this folder")
    if not path.is_file():
        raise StoreError(f"{path}: no such file or folder")
    if path.suffix.lower() not in FORMATS:
        raise StoreError(f"{path}: unknown suffix; known are {', '.join(FORMATS)}")
    return path
