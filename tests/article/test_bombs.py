"""Pages, tables and folders made to take long, to fill memory or to lead elsewhere."""

from __future__ import annotations

import json
import os
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.article import read_sources
from kg.article.decoding import MAX_CHARACTERS
from kg.article.sources import MOST_ERRORS
from kg.article.webpage import MAX_ATTRIBUTES, MAX_ELEMENTS, html_article
from kg.errors import InputError
from kg.model import Article

BODY = "<p>Kapolres Muara Tebing meminta warga tidak membakar lahan selama kemarau panjang tahun ini.</p>" * 3
HEAD = f"<html><body><article>{BODY}"
ATTRIBUTES = "an element with too many attributes"
DEEP = "markup nested too deeply"

BOMBS = {
    "many attributes": (f"{HEAD}<div {' '.join(f'a{i}=1' for i in range(100_000))}></div>", ATTRIBUTES),
    "attributes without blanks": (HEAD + "<div " + "".join(f'a{i}="1"' for i in range(50_000)) + ">", ATTRIBUTES),
    "attributes parted by slashes": (HEAD + "<div" + "".join(f"/a{i}" for i in range(50_000)) + ">", ATTRIBUTES),
    "attributes behind a quoted >": (f'{HEAD}<div x=">" {" ".join(f"a{i}" for i in range(50_000))}>', ATTRIBUTES),
    "an attribute of megabytes": (f"{HEAD}<div x='{'a' * 3_000_000}'></div>", ""),
    "a name of megabytes": (f"{HEAD}<{'a' * 3_000_000}", ""),
    "nested elements": (f"{HEAD}{'<div>' * 15_000}", DEEP),
    "nested elements with < in attributes": (f"{HEAD}{'<div a=chr(60)><'.replace('chr(60)', '<') * 9_000}", DEEP),
    "nested elements behind end tags": ("</div>" * 200_000 + HEAD + "<div>" * 15_000, DEEP),
    "nested elements between end tags of others": (HEAD + "<div></x>" * 15_000, DEEP),
    "nested elements that need no end tag": (HEAD + "<li>" * 15_000, ""),
    "many elements": (HEAD + "<b>x</b>" * (MAX_ELEMENTS + 1), "elements"),
    "a flood of entities": (f"<html><body><article><p>{'&amp;' * 700_000}</p>", "no article found"),
    "entities of entities": (
        '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa">'
        + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in ("ab", "bc", "cd", "de", "ef", "fg", "gh"))
        + f"]>{HEAD}<p>{'&h;' * 100}",
        "",
    ),
    "open comments": (HEAD + "<!--" * 500_000, ""),
    "open values": (HEAD + '<i x="1' * (MAX_ELEMENTS - 10), DEEP),
    "brackets": (HEAD + "<" * 2_000_000, ""),
    "JSON-LD nested deeply": (f"<script type='application/ld+json'>{'[' * 1_000_000}</script>{HEAD}", ""),
    "one long paragraph": (f"{HEAD}<p>{'Warga diminta waspada. ' * 150_000}", "characters"),
    "a gap of megabytes": (f"{HEAD}<p>{' ' * 3_000_000}x", ""),
}
"""Markup, and a part of the reason why it is refused ("" where the article beside the bomb is read)."""


@pytest.mark.parametrize("kind", BOMBS)
def test_no_page_takes_long(kind: str) -> None:
    markup, reason = BOMBS[kind]
    started = time.process_time()
    if reason:
        with pytest.raises(InputError, match=reason):
            html_article(markup, "a", "a.html")
    else:
        article = html_article(markup, "a", "a.html")
        assert "tidak membakar lahan" in article.text
        assert len(article.text) <= MAX_CHARACTERS
    assert time.process_time() - started < 8


def test_ordinary_tags_are_no_bombs() -> None:
    picture = f'<img src="data:image/png;base64,{"A/+" * 60_000}" srcset="{"a.png 1x, " * 300}">'
    attributes = " ".join(f'data-a{i}="{i} x / y"' for i in range(MAX_ATTRIBUTES // 2))
    sloppy = "<table>" + "<tr><td>sel" * 3_000 + "</table>" + "<dl>" + "<dt>a<dd>b" * 2_000 + "</dl>"
    page = f"{HEAD}{picture}<div {attributes}>{'<svg><path d=M0/></svg>' * 1_000}</div>{sloppy}</article>"
    assert "tidak membakar lahan" in html_article(page, "a", "a.html").text


def test_a_page_reads_no_other_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("katasandi rahasia", "utf-8")
    entity = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]>'
    (tmp_path / "a.xhtml").write_text(f"{entity}<html><body><article>{BODY}<p>Sandi &x; itu.</p></article></html>")
    [article] = read_sources([str(tmp_path / "a.xhtml")])
    assert isinstance(article, Article)
    assert "katasandi" not in article.text


RECORDS = {
    "nested lists": ("a.jsonl", "[" * 1_000_000),
    "nested objects": ("a.json", '{"isi":' * 500_000),
    "nested below the limit": ("a.jsonl", '{"isi": "Kapolres meminta warga", "x": ' + "[" * 900 + "]" * 900 + "}"),
    "a number of megabytes": ("a.jsonl", '{"isi": ' + "9" * 2_000_000 + "}"),
    "a long line": ("a.jsonl", '{"isi": "' + "kata " * 2_500_000),
    "a list of numbers": ("a.json", "[" + "1," * 200_000 + "1]"),
    "lines that are no records": ("a.jsonl", "1\n" * 60_000),
    "a cell that never ends": ("a.csv", 'judul,isi\n"' + "kata,\n" * 20_000),
    "many cells that never end": ("a.csv", "judul,isi\n" + '"kata\n' * 20_001),
    "rows of odd marks": ("a.csv", "judul,isi\n" + '"a"",\n' * 20_001),
    "many columns": ("a.csv", "isi" + "," * 300_000 + "\n" + "," * 300_000),
    "a long cell": ("a.csv", 'judul,isi\na,"' + "kata " * 1_500_000 + '"\n'),
}


@pytest.mark.parametrize("kind", RECORDS)
def test_no_record_takes_long(tmp_path: Path, kind: str) -> None:
    name, content = RECORDS[kind]
    (tmp_path / name).write_text(content, "utf-8")
    started = time.process_time()
    found = list(read_sources([str(tmp_path)]))
    assert time.process_time() - started < 10
    assert 1 <= len(found) <= MOST_ERRORS + 1
    assert all(len(str(one)) < 1_000 for one in found if isinstance(one, InputError))


def test_errors_beyond_a_thousand_are_counted(tmp_path: Path) -> None:
    good = json.dumps({"id": "baik", "isi": "Kapolres meminta warga waspada."})
    (tmp_path / "a.jsonl").write_text("1\n" * (MOST_ERRORS + 250) + good + "\n1\n", "utf-8")
    found = list(read_sources([str(tmp_path)]))
    assert [one.id for one in found if isinstance(one, Article)] == ["baik"]
    assert len(found) == MOST_ERRORS + 2
    assert str(found[-1]) == f"{tmp_path / 'a.jsonl'}: 251 more of its records cannot be read"


@pytest.mark.parametrize(("name", "content"), [("a.json", "[]"), ("a.csv", "judul,isi\n"), ("a.jsonl", "[]\n")])
def test_a_file_without_records_is_named(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    [error] = read_sources([str(tmp_path)])
    assert isinstance(error, InputError)
    assert "no records" in error.reason


def test_a_file_larger_than_any_article_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(1 << 40)
    tracemalloc.start()
    try:
        [error] = read_sources([str(tmp_path)])
        assert tracemalloc.get_traced_memory()[1] < 200 << 20
    finally:
        tracemalloc.stop()
    assert isinstance(error, InputError)


@pytest.fixture
def looped(tmp_path: Path) -> Path:
    """A folder with an article and with links that lead back into it, to nothing, and to themselves."""
    folder = tmp_path / "berita"
    (folder / "2024").mkdir(parents=True)
    (folder / "2024" / "a.txt").write_text("Kapolres meminta warga waspada.", "utf-8")
    for name in ("b", "c", "d", "e"):
        (folder / "2024" / name).symlink_to(folder, target_is_directory=True)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    (folder / "nothing.txt").symlink_to(folder / "there-is-none.txt")
    return folder


@pytest.mark.parametrize("pattern", ["", "/**", "/**/*.txt", "/**/a.txt", "/*/a.txt", "/[2]*/*", "/2024/**/?.txt"])
def test_links_in_circles_end(looped: Path, pattern: str) -> None:
    started = time.monotonic()
    found = list(read_sources([f"{looped}{pattern}"]))
    assert [Path(one.source).name for one in found if isinstance(one, Article)] == ["a.txt"]
    assert time.monotonic() - started < 5


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are needed")
def test_pipes_and_devices_are_left_alone(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipa.txt")
    (tmp_path / "nol.txt").symlink_to("/dev/zero")
    (tmp_path / "a.txt").write_text("Kapolres meminta warga waspada.", "utf-8")
    (tmp_path / "folder.txt").mkdir()
    found = list(read_sources([str(tmp_path)]))
    assert [Path(one.source).name for one in found] == ["a.txt"]
    for name in ("pipa.txt", "nol.txt"):
        [error] = read_sources([str(tmp_path / name)])
        assert isinstance(error, InputError)
        assert error.reason == "is no file"


SOURCES = ["a\0b", "x" * 5_000, "[", "**/[", "a/" * 3_000, "\udcff", "~root", "", "*" * 200 + "[z]", "?" * 300]


@pytest.mark.parametrize("source", SOURCES)
def test_no_name_of_a_source_raises(source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ("a" * 200)).mkdir()
    monkeypatch.chdir(tmp_path)
    found = list(read_sources([source]))
    assert all(isinstance(one, InputError) for one in found)


IDS = [
    "../../etc/passwd",
    "/etc/shadow",
    "..",
    ".",
    "a\0b",
    "CON",
    "nul.txt",
    "a" * 100_000,
    "-rf",
    "C:\\x",
    "c\nd",
    "%2e%2e",
]


def ids(folder: Path) -> Iterator[str]:
    (folder / "a.jsonl").write_text(
        "\n".join(json.dumps({"id": one, "isi": f"Kapolres meminta warga {n}."}) for n, one in enumerate(IDS)), "utf-8"
    )
    for article in read_sources([str(folder)]):
        assert isinstance(article, Article)
        yield article.id


def test_no_id_leads_out_of_a_folder(tmp_path: Path) -> None:
    found = list(ids(tmp_path))
    assert len(found) == len(IDS)
    for one in found:
        assert (tmp_path / f"{one}.html").resolve().parent == tmp_path.resolve()
        assert 1 <= len(one) <= 120
        assert not one.startswith((".", "-"))
        assert one.isprintable()
