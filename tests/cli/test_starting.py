"""What the commands import before they are needed, and how fast `kg --help` is."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

GRAPH = Path(__file__).parents[1] / "graph" / "example.trig"
HEAVY = ("torch", "stanza")
KG = [shutil.which("kg", path=str(Path(sys.executable).parent)) or "kg"]


def modules(arguments: list[str], cwd: Path) -> set[str]:
    """The top-level modules that a Python process imports."""
    command = [sys.executable, "-X", "importtime", *arguments]
    ran = subprocess.run(command, cwd=cwd, check=True, capture_output=True, text=True)
    names = {line.rpartition("|")[2].strip() for line in ran.stderr.splitlines() if line.startswith("import time:")}
    return {name.partition(".")[0] for name in names}


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["-c", "import kg"], {*HEAVY, "rdflib", "pyoxigraph", "pyvis"}),
        (["-c", "import kg.cli"], {*HEAVY, "rdflib", "pyoxigraph", "pyvis", "networkx", "tqdm"}),
        (["-m", "kg", "--help"], {*HEAVY, "rdflib", "pyoxigraph", "pyvis"}),
        (["-m", "kg", "query", "--list"], {*HEAVY, "rdflib", "pyvis"}),
        (["-m", "kg", "query", "edges", "--graph", str(GRAPH)], {*HEAVY, "rdflib", "pyvis"}),
        (["-m", "kg", "view", "--graph", str(GRAPH), "-o", "page.html"], {*HEAVY, "rdflib"}),
        (["-m", "kg", "export", "--format", "graphml", "--graph", str(GRAPH)], {*HEAVY, "rdflib", "pyvis"}),
        (["-m", "kg", "export", "--format", "csv", "--graph", str(GRAPH)], {*HEAVY, "rdflib", "pyvis"}),
    ],
    ids=["import kg", "import kg.cli", "help", "list", "query", "view", "export", "table"],
)
def test_what_is_imported(tmp_path: Path, arguments: list[str], unwanted: set[str]) -> None:
    found = modules(arguments, tmp_path)
    assert "kg" in found
    assert found & unwanted == set()


def test_help_is_quick() -> None:
    """At most one and a half times what importing rdflib takes."""

    def seconds(command: list[str]) -> float:
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        return time.perf_counter() - start

    pairs = [(seconds([*KG, "--help"]), seconds([sys.executable, "-c", "import rdflib"])) for _ in range(5)]
    ours, theirs = (min(times) for times in zip(*pairs, strict=True))
    assert ours <= 1.5 * theirs


def test_version_and_help() -> None:
    version = subprocess.run([*KG, "--version"], check=True, capture_output=True, text=True).stdout
    assert version.startswith("kg 0.")
    text = subprocess.run([*KG, "--help"], check=True, capture_output=True, text=True).stdout
    commands = "build extract parse query view export eval explain check train same different"
    assert set(commands.split()) <= set(text.split())
