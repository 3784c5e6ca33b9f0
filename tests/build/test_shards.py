"""Shards on disk: whole or not there, named by what is in them, never run when they are read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kg.build.records import Built, SetAside
from kg.build.shards import MANIFEST, Outcome, Shard, ShardFolder, shards
from kg.errors import InputError
from kg.model import Article, Span

ARTICLE = Article(
    id="a-1",
    text="Judul\n\nIsi “berita” 😀 \u200b\u202e akhir.",
    title="Judul",
    title_span=Span(0, 5),
    published=date(2024, 11, 24),
    url="https://example.org/a",
    outlet="Kabar",
    source="a.jsonl:1",
)
BARE = Article(id="b", text="Isi.", source="b.txt")
ERROR = InputError("c.txt", "is no file")
OUTCOMES: tuple[Outcome, ...] = (
    Built("urn:g1", "a.jsonl:1", "00", "m", b"<a:a> <a:b> <a:c> <urn:g1> .\n", 1, 2, 3),
    SetAside("c.txt", "is no file"),
    Built("urn:g2", "b.txt", "11", "m", b"", 0, 0, 0),
    Built("urn:g3", "d.txt", "22", "m", '<a:a> <a:b> "é\n" <urn:g3> .\n'.encode(), 0, 0, 1),
    SetAside("e.txt", "ended its worker", 2),
)


def test_what_is_kept_is_what_was_made(tmp_path: Path) -> None:
    folder = ShardFolder(tmp_path / "new" / "shards", "m")
    folder.put("s", OUTCOMES)
    assert folder.get("s") == OUTCOMES
    assert folder.get("t") is None


def test_the_articles_of_a_shard_come_back_as_they_were(tmp_path: Path) -> None:
    folder = ShardFolder(tmp_path, "m")
    folder.put_input("s", Shard((ARTICLE, ERROR, BARE)))
    one, error, other = folder.get_input("s").articles
    assert (one, other) == (ARTICLE, BARE)
    assert isinstance(error, InputError)
    assert (error.source, error.reason) == (ERROR.source, ERROR.reason)
    folder.drop_input("s")
    folder.drop_input("s")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"sha256": "00", "articles": []}', b"\xff"])
def test_a_damaged_manifest_counts_as_none(tmp_path: Path, damage: bytes) -> None:
    folder = ShardFolder(tmp_path, "m")
    folder.put("s", OUTCOMES)
    (tmp_path / "s.json").write_bytes(damage)
    assert folder.get("s") is None


def test_quads_cut_short_count_as_none(tmp_path: Path) -> None:
    folder = ShardFolder(tmp_path, "m")
    folder.put("s", OUTCOMES)
    (tmp_path / "s.nq").write_bytes((tmp_path / "s.nq").read_bytes()[:-1])
    assert folder.get("s") is None


def test_a_shard_without_its_manifest_is_not_finished(tmp_path: Path) -> None:
    folder = ShardFolder(tmp_path, "m")
    folder.put("s", OUTCOMES)
    (tmp_path / "s.json").unlink()
    assert folder.get("s") is None


def test_the_same_shard_gives_the_same_files(tmp_path: Path) -> None:
    files = []
    for name in ("one", "two"):
        folder = ShardFolder(tmp_path / name, "m")
        folder.put(folder.name(Shard((ARTICLE, ERROR))), OUTCOMES)
        folder.list(["s"])
        files.append({path.name: path.read_bytes() for path in sorted((tmp_path / name).iterdir())})
    assert files[0] == files[1]
    assert len(files[0]) == 3
    assert MANIFEST in files[0]


@pytest.mark.parametrize(
    "other",
    [
        Shard((ARTICLE,)),
        Shard((ERROR, ARTICLE)),
        Shard((ARTICLE, InputError("c.txt", "is empty"))),
        Shard((Article(id="a-1", text=ARTICLE.text), ERROR)),
    ],
)
def test_another_content_is_another_shard(other: Shard) -> None:
    shard = Shard((ARTICLE, ERROR))
    assert shard.name("m") == Shard((ARTICLE, ERROR)).name("m")
    assert len({shard.name("m"), shard.name("n"), other.name("m")}) == 3


@pytest.mark.parametrize(
    ("lengths", "most", "characters", "expected"),
    [
        ([], 2, 100, []),
        ([1, 1, 1, 1, 1], 2, 100, [2, 2, 1]),
        ([1, 1], 2, 100, [2]),
        ([50, 60, 10, 200, 1], 9, 100, [2, 2, 1]),
    ],
)
def test_a_shard_is_closed_when_it_is_full(lengths: list[int], most: int, characters: int, expected: list[int]) -> None:
    articles = [Article(id=str(index), text="x" * length) for index, length in enumerate(lengths)]
    cut = list(shards(articles, most, characters))
    assert [len(shard.articles) for shard in cut] == expected
    assert [article for shard in cut for article in shard.articles] == articles
