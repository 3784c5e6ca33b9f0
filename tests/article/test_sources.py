"""What is read from files, folders, globs and standard input, and what is said of what cannot be."""

from __future__ import annotations

import io
import json
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.article import read_sources
from kg.article.decoding import decode
from kg.article.records import article_of, safe_id
from kg.article.tables import csv_rows, json_lines
from kg.errors import InputError
from kg.model import Article

BODY = "Kapolres Muara Tebing AKBP Surya Daniswara meminta warga waspada. “Jaga diri,” katanya."


def articles(*sources: str | Path) -> list[Article]:
    return [one for one in read_sources([str(source) for source in sources]) if isinstance(one, Article)]


def errors(*sources: str | Path) -> list[InputError]:
    return [one for one in read_sources([str(source) for source in sources]) if isinstance(one, InputError)]


def test_a_text_file_is_kept_as_it_is(tmp_path: Path) -> None:
    text = f"Warga Diminta Waspada\r\n\r\n{BODY}\r\n"
    path = tmp_path / "berita-1.txt"
    path.write_bytes(text.encode())
    (article,) = articles(path)
    assert article.id == "berita-1"
    assert article.text == text
    assert article.title == "Warga Diminta Waspada"
    assert article.title_span is not None
    assert article.title_span.of(text) == article.title
    assert article.source == str(path)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Polisi ikuti arahan untuk tindak tegas pencuri\n\n{BODY}", "Polisi ikuti arahan untuk tindak tegas pencuri"),
        (f"Warga Muara Tebing Diminta Waspada Banjir\n{BODY}", "Warga Muara Tebing Diminta Waspada Banjir"),
        (f"Benarkah Warga Diminta Waspada?\n\n{BODY}", "Benarkah Warga Diminta Waspada?"),
        (f"judul: Warga Diminta Waspada - News\nisi: {BODY}", "Warga Diminta Waspada"),
        (f"{BODY}\n{BODY}", ""),
        (BODY, ""),
        (f"PALEMBANG, SUMEKS.CO - {BODY}\n\n{BODY}", ""),
    ],
)
def test_the_first_line_may_be_the_title(tmp_path: Path, text: str, title: str) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert articles(tmp_path)[0].title == title


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_other_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(BODY.encode(encoding))
    assert articles(tmp_path)[0].text == BODY


def test_folders_are_read_in_order_without_what_is_hidden(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/y.TXT", ".git/x.txt", "catatan.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(BODY + name, encoding="utf-8")
    assert [article.id for article in articles(tmp_path)] == ["y", "z", "b"]
    assert [article.id for article in articles(f"{tmp_path}/**/*.txt")] == ["z", "b"]
    assert [article.id for article in articles(tmp_path / "b.txt", tmp_path)] == ["b", "y", "z"]


def test_standard_input_is_told_by_its_beginning(monkeypatch: pytest.MonkeyPatch) -> None:
    for data, expected in (
        (BODY, "stdin"),
        (json.dumps({"id": "x", "isi": BODY}), "x"),
        (json.dumps([{"id": "y", "isi": BODY}]), "y"),
    ):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
        assert [article.id for article in articles("-")] == [expected]


RECORD = {
    "ID": "r1",
    "Judul": "Warga Diminta Waspada",
    "Isi": BODY,
    "Tanggal": "24/11/2024",
    "Link": "https://contoh.id/1",
    "Media": "contoh",
}


def test_the_fields_of_a_record() -> None:
    article = article_of(RECORD, "s")
    assert article.text == f"Warga Diminta Waspada\n\n{BODY}"
    assert article.title_span is not None
    assert article.title_span.of(article.text) == article.title == "Warga Diminta Waspada"
    assert (article.id, article.published, article.url, article.outlet) == (
        "r1",
        date(2024, 11, 24),
        "https://contoh.id/1",
        "contoh",
    )


def test_a_body_that_begins_with_its_title_is_not_given_another() -> None:
    assert (
        article_of({"title": "Warga Waspada", "content": f"Warga Waspada\n{BODY}"}, "s").text
        == f"Warga Waspada\n{BODY}"
    )


def test_the_day_of_a_record_may_stand_in_its_url() -> None:
    assert article_of({"body": BODY, "url": "https://contoh.id/read/2024/11/24/1/x"}, "s").published == date(
        2024, 11, 24
    )


def test_a_record_without_an_id_gets_one_from_what_it_says() -> None:
    first, second = article_of({"body": BODY}, "a, line 1"), article_of({"body": BODY}, "b, line 9")
    assert first.id == second.id
    assert first.id != article_of({"body": BODY + "!"}, "a").id


@pytest.mark.parametrize(
    "given", ["../../etc/passwd", "a/b\\c", "..", "x" * 500, "nama berita\n1", "\0", "con<script>"]
)
def test_ids_cannot_leave_a_folder(given: str) -> None:
    made = safe_id(given, "text")
    assert made
    assert len(made) <= 120
    assert not set(made) & set('/\\<>\n\0 "')
    assert not made.startswith(".")


def test_json_lines_go_on_behind_a_broken_line() -> None:
    lines = [
        json.dumps({"id": "1", "isi": BODY}),
        "{broken",
        "[1]",
        json.dumps({"id": "2", "judul": "x"}),
        json.dumps({"id": "3", "text": BODY}),
    ]
    found = list(json_lines(lines, "s.jsonl"))
    assert [one.id if isinstance(one, Article) else one.source for one in found] == [
        "1",
        "s.jsonl, line 2",
        "s.jsonl, line 3, record 1",
        "s.jsonl, line 4",
        "3",
    ]


def test_csv_cells_may_hold_lines_and_marks() -> None:
    table = f'id;judul;isi\r\n1;Warga Waspada;"{BODY}\r\nIa berkata ""siap"" kemarin; lalu pergi."\r\n2;;{BODY}\r\n'
    first, second = csv_rows(io.StringIO(table, newline=""), "s.csv")
    assert isinstance(first, Article)
    assert first.text == f'Warga Waspada\n\n{BODY}\r\nIa berkata "siap" kemarin; lalu pergi.'
    assert isinstance(second, Article)
    assert second.text == BODY


def test_a_csv_row_that_never_ends_costs_only_itself() -> None:
    rows = [f'{n},"{BODY} {n}"' for n in range(1, 9)]
    rows[2] = f'3,"{BODY}'
    rows[5] = f"6,{BODY},terlalu,banyak"
    found = list(csv_rows(io.StringIO("id,content\n" + "\n".join(rows)), "s.csv"))
    assert [one.id for one in found if isinstance(one, Article)] == ["1", "2", "4", "5", "7", "8"]
    assert [one.source for one in found if isinstance(one, InputError)] == ["s.csv, line 4", "s.csv, line 7"]


def test_a_csv_without_a_column_of_text_says_so() -> None:
    (error,) = csv_rows(["id,nama\n", "1,x\n"], "s.csv")
    assert isinstance(error, InputError)
    assert "column" in error.reason


PAGE = """<!doctype html><html lang="id"><head><title>Warga Muara Tebing Diminta Waspada</title>
<meta property="og:site_name" content="Contoh"><meta property="article:published_time"
content="2024-11-24T08:00:00+07:00"> <meta property="og:title" content="Warga Muara Tebing Diminta Waspada"><link
rel="canonical" href="https://contoh.id/berita/1"> </head><body><nav>Beranda Politik Hukum</nav><article><h1>Warga
Muara Tebing Diminta Waspada</h1> <p>Kapolres Muara Tebing AKBP Surya Daniswara meminta warga waspada terhadap banjir
yang datang setiap tahun.</p> <table><tr><td>tabel</td></tr></table>
<p>"Segera mengungsi bila air naik," kata Surya kepada wartawan di Mapolres Muara Tebing, Minggu (24/11/2024).</p>
<p>Ia menambahkan, petugas berjaga di tiga titik selama dua puluh empat jam penuh sampai air
surut.</p></article></body></html>"""


def test_the_article_of_a_page(tmp_path: Path) -> None:
    (tmp_path / "hal.html").write_text(PAGE, encoding="utf-8")
    (article,) = articles(tmp_path)
    assert article.id == "hal"
    assert article.title == "Warga Muara Tebing Diminta Waspada"
    assert article.title_span is not None
    assert article.title_span.of(article.text) == article.title
    assert "Segera mengungsi" in article.text
    assert "Beranda" not in article.text
    assert (article.published, article.outlet, article.url) == (
        date(2024, 11, 24),
        "Contoh",
        "https://contoh.id/berita/1",
    )


def test_a_page_without_a_date_gets_none_from_its_text(tmp_path: Path) -> None:
    page = PAGE.replace("2024-11-24T08:00:00+07:00", "")
    (tmp_path / "hal.html").write_text(page.replace("Minggu (24/11/2024)", "jelang Pemilu 2019"), encoding="utf-8")
    assert articles(tmp_path)[0].published is None


def test_a_page_from_the_future_keeps_its_date(tmp_path: Path) -> None:
    (tmp_path / "hal.html").write_text(PAGE.replace("2024", "2061"), encoding="utf-8")
    assert articles(tmp_path)[0].published == date(2061, 11, 24)


def broken_files(folder: Path) -> int:
    """Writes one file of every kind that cannot be read; how many."""
    kinds: dict[str, bytes] = {
        "kosong.txt": b"",
        "hanya-blank.txt": b" \n\r\n\t\n",
        "nul.txt": BODY.encode()[:40] + b"\0" + BODY.encode(),
        "biner.txt": bytes(range(256)) * 40,
        "gambar.txt": b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
        "rusak-utf8.txt": (BODY * 20).encode() + b"\xe2\x28\xa1 akhir",
        "empat-mb.txt": b"a" * 4_000_000,
        "bukan-json.jsonl": b'{"judul": "x", "isi": ',
        "tanpa-teks.csv": b"id,nama\n1,x\n",
        "baris-rusak.csv": b'id,isi\n1,"tidak pernah ditutup\n',
        "tanpa-artikel.html": b"<html><body><nav>menu</nav></body></html>",
        "bom.html": b"<div>" * 200_000,
        "rata.html": b"<p>Kapolres meminta warga waspada.</p>" * 50_000,
        "terpotong.txt": "Kapolres".encode("utf-16") + b"\x00",
        "dalam.json": b"[" * 100_000,
    }
    for name, data in kinds.items():
        (folder / name).write_bytes(data)
    return len(kinds)


def test_what_is_broken_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    bad = broken_files(tmp_path)
    for n in range(20):
        (tmp_path / f"baik-{n:02}.txt").write_text(f"{BODY} Nomor {n}.", encoding="utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "baik-00.txt").write_text(f"{BODY} Lagi.", encoding="utf-8")
    assert len(articles(tmp_path)) == 20
    failed = errors(tmp_path)
    assert len({error.source.split(",")[0] for error in failed}) == bad + 1
    assert all(error.reason and "\n" not in str(error) for error in failed)
    assert any("rename" in error.reason for error in failed)


@pytest.mark.parametrize(
    ("source", "part"),
    [("tidak-ada.txt", "does not exist"), ("tidak-ada-*.txt", "no file matches"), ("nama\0aneh", "does not exist")],
)
def test_sources_that_are_not_there(tmp_path: Path, source: str, part: str) -> None:
    (error,) = errors(f"{tmp_path}/{source}")
    assert part in error.reason


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    assert "no articles" in errors(tmp_path)[0].reason


@given(st.binary(max_size=300))
def test_bytes_are_text_or_an_error(data: bytes) -> None:
    failed: InputError | None = None
    text: str | None = None
    try:
        text = decode(data, "s")
    except InputError as error:
        failed = error
    assert (text is None) == (failed is not None)
    assert failed is None or failed.source == "s"


@given(st.lists(st.text(max_size=60), max_size=8))
def test_no_table_breaks_the_readers(lines: list[str]) -> None:
    ended = [line + "\n" for line in lines]
    for found in (*csv_rows(["id,isi\n", *ended], "s"), *json_lines(ended, "s")):
        assert isinstance(found, Article | InputError)


JSON_VALUE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20), lambda v: st.lists(v, max_size=3)
)


@given(st.dictionaries(st.sampled_from(["id", "Judul", "isi", "body", "tanggal", "url", "source"]), JSON_VALUE))
def test_no_record_breaks_the_reader(record: dict[str, object]) -> None:
    (found,) = json_lines([json.dumps(record)], "s")
    if isinstance(found, InputError):
        assert "text" in found.reason
    else:
        assert found.id
        assert found.title_span is None or found.title_span.of(found.text) == found.title
