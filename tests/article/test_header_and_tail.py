"""Datelines, stamps, labels and titles before the article; initials, tags and photo credits behind it."""

from __future__ import annotations

from datetime import date

import pytest

from .conftest import Cleaner

BODY = "Kapolres Muara Tebing AKBP Surya Daniswara meminta warga waspada."
MORE = "Ia menambahkan, patroli ditingkatkan mulai pekan ini."

DATELINES = [
    ("PALEMBANG, SUMEKS.CO - ", "PALEMBANG", "SUMEKS.CO"),
    ("Liputan6.com, Jakarta - ", "Jakarta", "Liputan6.com"),
    ("Liputan6.com, Jakarta -", "Jakarta", "Liputan6.com"),
    ("BANDUNG, KOMPAS.com - ", "BANDUNG", "KOMPAS.com"),
    ("BANDUNG, KOMPAS.com- ", "BANDUNG", "KOMPAS.com"),
    ("TEMPO.CO, Jakarta - ", "Jakarta", "TEMPO.CO"),
    ("BANDAR LAMPUNG – ", "BANDAR LAMPUNG", ""),
    ("JAKARTA, iNews.id - ", "JAKARTA", "iNews.id"),
    ("Jakarta, CNN Indonesia - - ", "Jakarta", "CNN Indonesia"),
    ("Jakarta (ANTARA) - ", "Jakarta", "ANTARA"),
    ("SURYA.CO.ID, NGANJUK – ", "NGANJUK", "SURYA.CO.ID"),
    ("SURYA.co.id | JAKARTA - ", "JAKARTA", "SURYA.co.id"),
    ("GELORA.CO - ", "", "GELORA.CO"),
    ("jpnn.com - JAKARTA – ", "JAKARTA", "jpnn.com"),
    ("Kotaagung (Lampost.co) – ", "Kotaagung", "Lampost.co"),
    ("Bisnis.com, JAKARTA — ", "JAKARTA", "Bisnis.com"),
    ("Jakarta\n-\n", "Jakarta", ""),
    (", Jakarta - ", "Jakarta", ""),
    ("Pekanbaru - ", "Pekanbaru", ""),
    ("POS-KUPANG.COM, RUTENG -- ", "RUTENG", "POS-KUPANG.COM"),
    ("Liputan6.com, Jakarta", "Jakarta", "Liputan6.com"),
    ("KOMPAS.com, JAKARTA", "JAKARTA", "KOMPAS.com"),
]


@pytest.mark.parametrize(("dateline", "place", "outlet"), DATELINES)
def test_datelines_become_metadata(cleaned: Cleaner, dateline: str, place: str, outlet: str) -> None:
    result = cleaned(f"Warga Muara Tebing Diminta Waspada\n\n{dateline}{BODY}\n{MORE}")
    assert (result.dateline_place, result.dateline_outlet) == (place, outlet)
    assert result.text.split("\n\n")[1] == BODY


def test_a_dateline_glued_to_the_name_of_a_section_is_one(cleaned: Cleaner) -> None:
    result = cleaned(f"Warga Muara Tebing Diminta Waspada\n\nBerita TebingSURYA.co.id | TEBING - {BODY}\n{MORE}")
    assert (result.dateline_place, result.dateline_outlet) == ("TEBING", "SURYA.co.id")
    assert result.text.split("\n\n")[1:] == ["Berita Tebing", BODY, MORE]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kapolres Muara Tebing - yang baru dilantik - meminta warga waspada.",
        "Polisi-Polhut menutup tambang ilegal di Muara Tebing.",
        "Operasi Ketupat 2030 - dengan 300 personel - dimulai besok.",
        "Surya, Kapolres Muara Tebing, meminta warga waspada.",
        "Laman tebing.com, Muara Tebing dan surat kabar memuat maklumat itu.",
    ],
)
def test_sentences_are_no_datelines(cleaned: Cleaner, sentence: str) -> None:
    result = cleaned(f"{sentence}\n{MORE}")
    assert result.text.startswith(sentence)
    assert result.removed == ()


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("Selasa, 22 Juli 2025 21:51 WIB", date(2025, 7, 22)),
        ("Diperbarui 14 Sep 2024, 18:00 WIBDiterbitkan 13 Sep 2024, 17:00 WIB", date(2024, 9, 13)),
        ("Kompas.com - 24/11/2024, 10:12 WIB", date(2024, 11, 24)),
    ],
)
def test_the_time_of_publication_is_read_and_left_out(cleaned: Cleaner, stamp: str, day: date) -> None:
    result = cleaned(f"Warga Muara Tebing Diminta Waspada\n\n{stamp}\n{BODY}\n{MORE}")
    assert result.published == day
    assert stamp not in result.text


def test_labels_of_a_scraper_are_left_out(cleaned: Cleaner) -> None:
    result = cleaned(f"judul: Warga Muara Tebing Diminta Waspada - News\nisi:\nliputan6\n{BODY}\n{MORE}")
    assert result.text == f"Warga Muara Tebing Diminta Waspada\n\n{BODY}\n\n{MORE}"
    assert result.title is not None
    assert result.title.of(result.text) == "Warga Muara Tebing Diminta Waspada"


def test_a_title_that_is_repeated_stays_once(cleaned: Cleaner) -> None:
    title = "Warga Muara Tebing Diminta Waspada"
    result = cleaned(f"{title}\n\n{title}\n\n{BODY}")
    assert result.text == f"{title}\n\n{BODY}"
    assert [rule for _, rule in result.removed] == ["repeated title"]


@pytest.mark.parametrize(
    ("ending", "signed"),
    [
        (" (abc/def)", "abc/def"),
        (" (*)", "*"),
        (" (rob)", "rob"),
        ("\n(riar/lua)\nbanjir\nmuara tebing\npolisi", "riar/lua"),
        (" (Tribun Tebing/Rani Pelita)", "Tribun Tebing/Rani Pelita"),
        (" [noe]", "noe"),
        (" ****", ""),
    ],
)
def test_initials_at_the_end_are_kept_apart(cleaned: Cleaner, ending: str, signed: str) -> None:
    result = cleaned(f"{BODY}\n{MORE}{ending}")
    assert result.text == f"{BODY}\n\n{MORE}"
    assert result.author_initials == signed


def test_tags_behind_the_article_go(cleaned: Cleaner) -> None:
    assert cleaned(f"{BODY}\n{MORE}\nTags:\nMuara Tebing\nPolres\nBanjir").text == f"{BODY}\n\n{MORE}"


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        (
            "Kapolres AKBP Surya Daniswara di Mapolres. Foto: dokumen/tebing.co--",
            "Kapolres AKBP Surya Daniswara di Mapolres.",
        ),
        ("Kapolres AKBP Surya Daniswara -Foto : Istimewa-", "Kapolres AKBP Surya Daniswara"),
        ("Kapolres AKBP Surya Daniswara (Dok. Polres)", "Kapolres AKBP Surya Daniswara"),
        ("Kapolres AKBP Surya Daniswara. (ANTARA/Rani Pelita)", "Kapolres AKBP Surya Daniswara."),
        ("Foto: Kapolres AKBP Surya Daniswara", "Kapolres AKBP Surya Daniswara"),
    ],
)
def test_captions_stay_and_are_told_and_their_credits_go(cleaned: Cleaner, line: str, caption: str) -> None:
    text = f"{BODY}\n{line}\n{MORE}"
    result = cleaned(text)
    assert result.text == f"{BODY}\n\n{caption}\n\n{MORE}"
    assert [span.of(text).strip() for span in result.captions] == [caption]
    assert {rule for _, rule in result.removed} == {"photo credit"}
