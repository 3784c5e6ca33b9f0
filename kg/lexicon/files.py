"""Where the ontology's files are: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

from kg.errors import LexiconError

PACKAGE = Path(__file__).resolve().parent.parent


def ontology_dir() -> Path:
    """The folder of the ontology: `kg/ontology` of a wheel, else `ontology` of the checkout.

    Raises `LexiconError` if neither is there.
    """
    for folder in (PACKAGE / "ontology", PACKAGE.parent / "ontology"):
        if folder.is_dir():
            return folder
    raise LexiconError("the ontology folder is missing: install Perintah again or run it from its checkout")


def lexicon_files() -> tuple[Path, ...]:
    """The Turtle files that hold the lexicon, by name; the SHACL shapes are no part of it."""
    return tuple(path for path in sorted(ontology_dir().glob("*.ttl")) if path.name != "shapes.ttl")
