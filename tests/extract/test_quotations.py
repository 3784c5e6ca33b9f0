"""Quotations: marks of every make, lost marks, paragraphs, interruptions; terms and irony are none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.quotations import find_quotations
from kg.model import Document
from tests.resolve.speech.cast import clean_text

CASES: list[tuple[str, str, list[tuple[str, int | None]]]] = [
    ("straight", '"Jalan sudah dibuka," kata Rasyid.', [("Jalan sudah dibuka,", None)]),
    ("curly", "“Jalan sudah dibuka,” kata Rasyid.", [("Jalan sudah dibuka,", None)]),
    ("mixed", '“Jalan sudah dibuka," kata Rasyid.', [("Jalan sudah dibuka,", None)]),
    ("no comma", '"Jalan sudah dibuka" kata Rasyid.', [("Jalan sudah dibuka", None)]),
    ("space inside", '" Jalan sudah dibuka, " kata Rasyid.', [("Jalan sudah dibuka,", None)]),
    ("two apostrophes", "''Jalan sudah dibuka,'' kata Rasyid.", [("Jalan sudah dibuka,", None)]),
    ("lost encoding", "\ufffdJalan sudah dibuka,\ufffdujarnya di pos.", [("Jalan sudah dibuka,", None)]),
    (
        "glued to the next sentence",
        '"Sudah dibuka," kata Rasyid."Tadi pagi," katanya.',
        [("Sudah dibuka,", None), ("Tadi pagi,", 0)],
    ),
    ("one word", '"Betul," kata Rasyid.', [("Betul,", None)]),
    (
        "interrupted by its cue",
        '"Jalan ini," kata Rasyid, "baru dibuka tadi."',
        [("Jalan ini,", None), ("baru dibuka tadi.", 0)],
    ),
    (
        "two quotations of two sentences",
        '"Jalan sudah dibuka," kata Rasyid. Warga lega. "Kami bisa lewat," ujar Tini.',
        [("Jalan sudah dibuka,", None), ("Kami bisa lewat,", None)],
    ),
    (
        "over paragraphs, closed at the last",
        '"Jalan sudah dibuka tadi pagi.\n\n"Semua boleh lewat," kata Rasyid.',
        [("Jalan sudah dibuka tadi pagi.", None), ("Semua boleh lewat,", 0)],
    ),
    ("opening mark lost", 'Warga lega. Jalan sudah dibuka," kata Rasyid.', [("Jalan sudah dibuka,", None)]),
    ("introduced by a colon", 'Rasyid berkata: "Jalan sudah dibuka."', [("Jalan sudah dibuka.", None)]),
    (
        "several sentences",
        '"Sudah. Jalan dibuka! Boleh lewat?" tanya Rasyid.',
        [("Sudah. Jalan dibuka! Boleh lewat?", None)],
    ),
    ("irony", 'Polisi memberi "hadiah" kepada pelanggar.', []),
    ("two terms with a comma", 'Mereka menyebutnya "jalur tikus", "pintu belakang", dan lain-lain.', []),
    ("a phrase of a law", 'Frasa "atau tidak berdasarkan izin" dihapus dari pasal itu.', []),
    ("a sign", 'Papan bertuliskan "Dilarang Parkir di Depan Pintu" dipasang warga.', []),
    ("single marks around a title", "Operasi itu bersandi 'Sapu Bersih' sejak awal.", []),
    ("no marks", "Rasyid mengatakan, jalan sudah dibuka.", []),
    ("an apostrophe", "Ma'ruf dan Rif'an datang Jum'at.", []),
    ("an empty pair", 'Ia berkata "" lalu pergi.', []),
]


@pytest.mark.parametrize(("name", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_quotations(name: str, text: str, expected: list[tuple[str, int | None]]) -> None:
    found = find_quotations(Document(clean_text(text, name), ()))
    assert [(quotation.span.of(text), quotation.continues) for quotation in found] == expected


@settings(deadline=None)
@given(st.text(alphabet="ab .\"“”\n,K\ufffd'", max_size=60))
def test_quotations_stand_apart_and_inside_the_text(text: str) -> None:
    """Whatever the marks: spans do not overlap, hold something and lie in order."""
    end = 0
    for index, quotation in enumerate(find_quotations(Document(clean_text(text), ()))):
        assert quotation.index == index
        assert quotation.span.start >= end
        assert quotation.span.of(text).strip()
        assert quotation.continues is None or quotation.continues < index
        end = quotation.span.end
