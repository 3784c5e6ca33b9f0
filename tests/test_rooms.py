"""Which room may import which: the table of the design, enforced."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg

PACKAGE = Path(kg.__file__).parent
STAGES = {"article", "parse", "lexicon", "extract", "resolve"}
RECORDS = {"errors", "model"}

MAY_IMPORT: dict[str, set[str]] = {
    "__init__": set(),
    "__main__": {"cli"},
    "collector": set(),
    "errors": set(),
    "model": set(),
    "article": RECORDS,
    "parse": {*RECORDS, "collector"},
    "lexicon": RECORDS,
    "extract": {"model", "lexicon"},
    "resolve": {*RECORDS, "lexicon"},  # errors: the file of the user's own verdicts on persons
    "graph": {*RECORDS, "lexicon"},  # lexicon: where the ontology's files are
    "view": {*RECORDS, "graph"},
    "interchange": {"model"},
    "evaluate": RECORDS,
    "naming": {"evaluate", "lexicon"},
    "calibration": {*RECORDS, "lexicon", "evaluate"},
    "explain": {*RECORDS, "graph"},
    "pipeline": {*RECORDS, *STAGES, "calibration", "collector", "graph"},
    "build": {*RECORDS, *STAGES, "calibration", "graph", "pipeline"},
    "cli": {*RECORDS, *STAGES, "__init__", "build", "pipeline", "graph", "view", "evaluate", "naming", "calibration",
            "collector", "interchange", "explain"},
}  # fmt: skip
"""Each room, and each module beside the rooms, to what it may import of `kg`; a room always knows itself."""

ONLY_IN: dict[str, set[str]] = {
    "stanza": {"parse"},
    "torch": {"parse"},
    "pyvis": {"view"},
    "networkx": {"view"},
    "pyshacl": {"graph"},
    "rdflib": {"graph"},
    "pyoxigraph": {"graph", "lexicon", "view"},
    "trafilatura": {"article"},
    "dateparser": {"article"},
    "tqdm": {"cli"},
    "multiprocessing": {"build"},
}
"""Libraries that one room hides from the others."""


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imported(path: Path) -> Iterator[str]:
    """Every module that a file imports, also within functions and for types only."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield from (f"kg.{a.name}" for a in node.names) if node.module == "kg" else [str(node.module)]


FILES = sorted(PACKAGE.rglob("*.py"))


def test_every_room_is_in_the_table() -> None:
    assert {room(path) for path in FILES} == set(MAY_IMPORT)


@pytest.mark.parametrize("name", sorted(MAY_IMPORT))
def test_a_room_imports_what_it_may(name: str) -> None:
    wrong = set()
    for path in (path for path in FILES if room(path) == name):
        for module in imported(path):
            top, _, rest = module.partition(".")
            other = rest.partition(".")[0]
            target = other if (PACKAGE / other).is_dir() or (PACKAGE / f"{other}.py").is_file() else "__init__"
            if top == "kg" and target not in MAY_IMPORT[name] | {name}:
                wrong.add(f"{path.relative_to(PACKAGE)}: {module}")
    assert wrong == set()


@pytest.mark.parametrize("library", sorted(ONLY_IN))
def test_a_library_stays_in_its_room(library: str) -> None:
    users = {room(path) for path in FILES if library in {module.partition(".")[0] for module in imported(path)}}
    assert users
    assert users <= ONLY_IN[library]


def test_nothing_is_imported_in_a_circle() -> None:
    left = {name: allowed - {name} for name, allowed in MAY_IMPORT.items()}
    while left:
        free = {name for name, allowed in left.items() if not allowed & set(left)}
        assert free, f"these import each other: {sorted(left)}"
        left = {name: allowed for name, allowed in left.items() if name not in free}
