"""Quotation marks in pairs; sentences, words and lines that were glued or broken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.article.marks import with_paired_marks, with_single_kinds
from kg.article.traced import Traced

from .conftest import Cleaner

MARKS = [
    ("“Jaga netralitas,” kata Surya.", '"Jaga netralitas," kata Surya.'),
    ('“Jaga netralitas," kata Surya.', '"Jaga netralitas," kata Surya.'),
    ("”Jaga netralitas,” kata Surya.", '"Jaga netralitas," kata Surya.'),
    ("&quot;Jaga netralitas&quot; kata Surya.", '"Jaga netralitas" kata Surya.'),
    ("''Jaga netralitas,'' kata Surya.", '"Jaga netralitas," kata Surya.'),
    ("«Jaga netralitas,» kata Surya.", '"Jaga netralitas," kata Surya.'),
    ('" Jaga netralitas , " kata Surya.', '"Jaga netralitas," kata Surya.'),
    ('"Jaga netralitas,"kata Surya.', '"Jaga netralitas," kata Surya.'),
    ('Surya berkata,"Jaga netralitas."', 'Surya berkata, "Jaga netralitas."'),
    ("\ufffdJaga netralitas,\ufffdkata Surya.", '"Jaga netralitas," kata Surya.'),
    ("Ia menyebut ‘bersih-bersih’ itu wajar.", "Ia menyebut 'bersih-bersih' itu wajar."),
    ('"Kami mulai "bersih-bersih" besok," kata Surya.', "\"Kami mulai 'bersih-bersih' besok,\" kata Surya."),
    # the mark that opens is lost: it stood at the start of the sentence
    ('Rapat digelar. Kami siap," kata Surya.', 'Rapat digelar. "Kami siap," kata Surya.'),
    # the mark that opens is glued to the full stop before it
    ('Rapat digelar." Kami siap. Semua hadir," kata Surya.', 'Rapat digelar. "Kami siap. Semua hadir," kata Surya.'),
    # the mark that closes is lost: the paragraph ends the quotation
    ("“Kami siap. Semua personel sudah di pos.", '"Kami siap. Semua personel sudah di pos."'),
    # marks without a partner
    ('Rapat digelar. " Kapolres hadir.', "Rapat digelar. Kapolres hadir."),
    ('Kapolres hadir. "', "Kapolres hadir."),
]


@pytest.mark.parametrize(("text", "expected"), MARKS)
def test_marks_come_in_straight_pairs(cleaned: Cleaner, text: str, expected: str) -> None:
    assert cleaned(text).text == expected


def test_a_quotation_over_paragraphs_is_closed_in_each(cleaned: Cleaner) -> None:
    text = "“Kami siap.\n“Semua personel sudah di pos,” kata Surya."
    assert cleaned(text).text == '"Kami siap."\n\n"Semua personel sudah di pos," kata Surya.'


@given(st.text("ab \"“”.,\n'", max_size=60))
def test_every_paragraph_has_its_marks_in_pairs(text: str) -> None:
    result = with_paired_marks(with_single_kinds(Traced.of(text)), "\n")
    assert all(line.count('"') % 2 == 0 for line in result.text.split("\n"))
    assert "“" not in result.text
    assert "”" not in result.text


GLUED = [
    ("Kegiatan ini demi bangsa.”Meski begitu, hujan turun.", None),
    ("Ia sudah pensiun.Putusan itu dibacakan kemarin.", "Ia sudah pensiun. Putusan itu dibacakan kemarin."),
    ("Rapat (WFH).“Kami siap,” kata Surya.", 'Rapat (WFH). "Kami siap," kata Surya.'),
    ('"Kami siap," kata Surya."Semua hadir," ujarnya.', '"Kami siap," kata Surya. "Semua hadir," ujarnya.'),
    ("Acara dihadiri TNI,Polri dan warga.", "Acara dihadiri TNI, Polri dan warga."),
    ("Polda Tebing(Poltebing) hadir.", "Polda Tebing (Poltebing) hadir."),
    ("Kapolda bersama KapoldaTebing Raya hadir.", "Kapolda bersama Kapolda Tebing Raya hadir."),
    ("Ia berkata kepadadetikcom, Selasa.", "Ia berkata kepada detikcom, Selasa."),
]


@pytest.mark.parametrize(("text", "expected"), [pair for pair in GLUED if pair[1]])
def test_what_was_glued_is_parted(cleaned: Cleaner, text: str, expected: str) -> None:
    assert cleaned(text).text == expected


@pytest.mark.parametrize(
    "text",
    [
        "Beritanya dimuat SUMEKS.CO dan Tebing.com pagi tadi.",
        "AKBP Surya Daniswara, S.I.K., M.H. hadir.",
        "Harga naik dari Rp14.000 per kilogram menjadi Rp15.000 per kilogram.",
        "Ia membayar lewat GrabPay karena GrabPay lebih murah daripada Grab.",
        "Aplikasi mySehat dan aCepat diperkenalkan kemarin.",
        "Harganya Rp 1.000 per kilogram pada pukul 08.00 WIB.",
        "Menurut Politikus NasDem itu, NasDem siap.",
        "Pesan itu beredar lewat WhatsApp dan YouTube.",
        "Nomor 19/PUU-XXIII/2025 dan No.12 berlaku.",
        "Polres/ta serta 41,5 persen warga hadir.",
        "Ia menulis kepada humas@polresTebing.go.id kemarin.",
    ],
)
def test_what_belongs_together_stays_so(cleaned: Cleaner, text: str) -> None:
    assert cleaned(text).text == text


def test_an_article_of_glued_sentences_gets_its_paragraphs_back(cleaned: Cleaner) -> None:
    text = (
        "Rapat digelar.“Kami siap,” kata Surya.Semua hadir pada pengamanan."
        "1. PengamananPersonel disiapkan sejak pagi.Warga dan personel tenang."
    )
    assert cleaned(text).text.split("\n\n") == [
        "Rapat digelar.",
        '"Kami siap," kata Surya.',
        "Semua hadir pada pengamanan.",
        "1. Pengamanan",
        "Personel disiapkan sejak pagi.",
        "Warga dan personel tenang.",
    ]


def test_a_glued_stop_within_a_quotation_ends_no_paragraph(cleaned: Cleaner) -> None:
    text = "Rapat digelar.Semua hadir.Warga tenang.“Kami siap.Semua di pos,” kata Surya."
    assert cleaned(text).text.split("\n\n")[-1] == '"Kami siap. Semua di pos," kata Surya.'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Surya meminta\nwarga\nmelapor.", "Surya meminta warga melapor."),
        ("Surya meminta warga melapor\n, Selasa.", "Surya meminta warga melapor, Selasa."),
        ("Surya hadir.\nWarga tenang.", "Surya hadir.\n\nWarga tenang."),
        ("Surya hadir.\r\n\r\n\r\nWarga tenang.\r\n", "Surya hadir.\n\nWarga tenang."),
        ("Surya&nbsp;hadir &amp;nbsp; di\u200b sini\u202e.", "Surya hadir di sini."),
        ("Surya\u00a0hadir &amp;amp; pulang.", "Surya hadir & pulang."),
        ("â€œSiap,â€\x9d kata Surya.", '"Siap," kata Surya.'),
        ("<p>Surya hadir.</p><p>Warga <b>tenang</b>.</p>", "Surya hadir.\n\nWarga tenang."),
    ],
)
def test_lines_blanks_and_entities(cleaned: Cleaner, text: str, expected: str) -> None:
    assert cleaned(text).text == expected
