"""`kg build --store`: what is new, changed, unchanged, stale, removed and rejected, and what goes wrong."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from kg.build.lock import locked
from kg.graph.stores import open_store
from tests.conftest import Built, Run

pytestmark = pytest.mark.model

LEXICON = """
@prefix kg: <https://w3id.org/perintah/ns#> .
<https://kamus.example/kelas> a kg:WordClass ; kg:form "kata" .
"""


@pytest.fixture
def folder(tmp_path: Path, samples: list[Path]) -> Path:
    """Three of the sample articles."""
    articles = tmp_path / "articles"
    articles.mkdir()
    for path in samples[:3]:
        shutil.copy(path, articles)
    return articles


def count(store: Path) -> int:
    with closing(open_store(store, read_only=True)) as opened:
        return len(opened.select("SELECT ?article { ?article a schema:NewsArticle }").rows)


def test_only_what_is_new_or_has_changed_is_built(
    kg: Run, built: Built, folder: Path, samples: list[Path], tmp_path: Path
) -> None:
    store = tmp_path / "store"
    command = ["build", folder, "--store", store, "--cache", built.cache, "--threads", "1"]
    first = kg(*command)
    assert first.code == 0, first.messages
    assert "read 3 articles: 3 new, 0 changed, 0 unchanged, 0 stale, 0 rejected" in first.messages
    assert count(store) == 3
    assert "0 new, 0 changed, 3 unchanged, 0 stale, 0 rejected" in kg(*command).messages

    shutil.copy(samples[3], folder / samples[0].name)
    (folder / samples[1].name).unlink()
    shutil.copy(samples[4], folder)
    assert "1 new, 1 changed, 1 unchanged, 0 stale, 0 rejected" in kg(*command).messages
    assert count(store) == 4
    assert "0 new, 0 changed, 3 unchanged, 0 stale, 1 removed, 0 rejected" in kg(*command, "--prune").messages
    assert count(store) == 3

    (tmp_path / "kamus.ttl").write_text(LEXICON, "utf-8")
    stale = kg(*command, "--lexicon", tmp_path / "kamus.ttl").messages
    assert "0 new, 0 changed, 0 unchanged, 3 stale" in stale
    assert "3 articles were made with another lexicon" in stale
    one = ["build", folder / samples[2].name, *command[2:], "--min-confidence", "0.5"]
    ran = kg(*one).messages
    assert "1 article was made with another lexicon and another --min-confidence\n" in ran
    assert "2 articles were made with another lexicon and another --min-confidence and stay so" in ran


def test_nothing_is_removed_where_a_source_cannot_be_read(
    kg: Run, built: Built, folder: Path, samples: list[Path], tmp_path: Path
) -> None:
    store = tmp_path / "store"
    command = ["build", folder, "--store", store, "--cache", built.cache, "--threads", "1"]
    assert kg(*command).code == 0
    (folder / samples[0].name).write_bytes(b"\xff\xfe\x00\xd8")
    ran = kg(*command, "--prune")
    assert ran.code == 1
    assert "nothing is removed: not every source could be read" in ran.messages
    assert count(store) == 3


def test_two_builds_at_once(kg: Run, folder: Path, tmp_path: Path) -> None:
    with locked(tmp_path / "store"):
        ran = kg("build", folder, "--store", tmp_path / "store")
    assert ran.code == 2
    assert ran.messages.count("\n") == 1
    assert f"process {os.getpid()} on " in ran.messages


@pytest.mark.parametrize(
    ("store", "message"),
    [
        ("taken", "holds other things"),
        ("taken/note.txt", "a file is no store"),
        ("taken/note.txt/store", "note.txt/store.lock: cannot write"),
        ("/proc/perintah/store", "/proc/perintah"),
    ],
)
def test_where_no_store_can_be(kg: Run, folder: Path, tmp_path: Path, store: str, message: str) -> None:
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "note.txt").write_text("mine")
    ran = kg("build", folder, "--store", tmp_path / store)
    assert ran.code == 2
    assert message in ran.messages
    assert ran.messages.count("\n") == 1
    assert (tmp_path / "taken" / "note.txt").read_text() == "mine"


def test_prune_needs_a_store(kg: Run, folder: Path) -> None:
    ran = kg("build", folder, "--prune")
    assert ran.code == 2
    assert "--prune needs --store" in ran.messages


def test_a_full_disk_loses_nothing(built: Built, kg: Run, folder: Path, samples: list[Path], tmp_path: Path) -> None:
    store = tmp_path / "store"
    command = ["build", folder, "--store", store, "--cache", built.cache, "--threads", "1"]
    assert kg(*command).code == 0
    for path in samples[3:]:
        shutil.copy(path, folder)

    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))

    ran = subprocess.run(
        [sys.executable, "-m", "kg", *map(str, command)],
        preexec_fn=full,
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 2, ran.stderr
    assert ran.stderr.count("\n") == 1
    assert "cannot be written" in ran.stderr
    assert count(store) >= 3
    assert kg(*command).code == 0
    assert count(store) == len(samples)
