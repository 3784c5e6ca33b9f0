"""The store beside a large file: made once, the same answers, and another one when the file changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.graph.dataset import Dataset
from kg.graph.index import cached
from kg.graph.index.dataset import IndexedDataset
from kg.graph.questions import ask, question
from kg.graph.serialise import trig, turtle
from tests.bench.million import quads

UNITS = (3, 2, 2)


def write(path: Path, directives: int) -> Dataset:
    graph = Dataset.of(quads(directives, units=UNITS))
    path.write_bytes((turtle if path.suffix == ".ttl" else trig)(list(graph), graph.base))
    return graph


@pytest.mark.parametrize("name", ["graph.ttl", "graph.trig"])
def test_parsed_once(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / name
    graph = write(path, 30)
    first = cached.load(path, large=1)
    assert isinstance(first, IndexedDataset)
    assert first.index is not None

    def parse(*_: object) -> None:
        pytest.fail("parsed again")

    monkeypatch.setattr(Dataset, "read", parse)
    second = cached.load(path, large=1)
    for asked, values in (("who-ordered-what", {"issuer": "Kapolda"}), ("issuers-by-month", {}), ("articles", {})):
        expected = ask(graph, question(asked), values)
        assert ask(first, question(asked), values) == expected
        assert ask(second, question(asked), values) == expected
    assert {quad.triple for quad in second.quads()} == {quad.triple for quad in graph.quads()}


def test_another_content_another_store(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    write(path, 6)
    before = len(cached.load(path, large=1))
    graph = write(path, 30)
    assert before < len(cached.load(path, large=1)) == len({quad.triple for quad in graph})
    assert sorted(entry.name for entry in tmp_path.iterdir()) == [".graph.ttl.store", "graph.ttl"]


def test_a_small_file_gets_none(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    write(path, 6)
    assert cached.load(path).index is None
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["graph.ttl"]


def test_where_nothing_can_be_written_it_is_read_into_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "graph.ttl"
    graph = write(path, 6)

    def refuse(**_: object) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.mkdtemp", refuse)
    assert len(cached.load(path, large=1)) == len({quad.triple for quad in graph})


def test_a_broken_file_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text("<urn:a> <urn:b> .\n")
    with pytest.raises(StoreError, match="line 1"):
        cached.load(path, large=1)
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["graph.ttl"]


def test_a_store_without_its_mark_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    write(path, 6)
    (tmp_path / ".graph.ttl.store").mkdir()
    (tmp_path / ".graph.ttl.store" / cached.HASH).write_bytes(b"\xff\xfe")
    assert cached.load(path, large=1).index is not None
