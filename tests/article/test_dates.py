"""What day a date expression fixes, and on what grounds."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.article import CleanRules
from kg.article.dates import (
    EXPLICIT,
    NEAREST,
    NEAREST_MISFIT,
    NO_PUBLICATION,
    NO_SUCH_DAY,
    NO_YEAR,
    RANGE,
    RELATIVE,
    SAME_WEEKDAY,
    SAME_YEAR,
    SAME_YEAR_MISFIT,
    VAGUE,
    WEEKDAY_YEAR,
    find_dates,
)
from kg.article.isodates import date_in_url, parse_published

from .conftest import Cleaner

Day = tuple[int, int, int] | None

WITHOUT_PUBLICATION: list[tuple[str, str, Day, str]] = [
    ("Minggu (24/11/2024)", "Minggu (24/11/2024)", (2024, 11, 24), EXPLICIT),
    ("pada Kamis 23 November 2023.", "Kamis 23 November 2023", (2023, 11, 23), EXPLICIT),
    ("Kamis, 13 November 2025, itu", "Kamis, 13 November 2025", (2025, 11, 13), EXPLICIT),
    ("Jum'at (7/5/2021)", "Jum'at (7/5/2021)", (2021, 5, 7), EXPLICIT),
    ("3 Pebruari 2022", "3 Pebruari 2022", (2022, 2, 3), EXPLICIT),
    ("Senin tanggal 6 Mei 2024", "Senin tanggal 6 Mei 2024", (2024, 5, 6), EXPLICIT),
    ("Senin (27-2-2023)", "Senin (27-2-2023)", (2023, 2, 27), EXPLICIT),
    ("12 Sep 2024", "12 Sep 2024", (2024, 9, 12), EXPLICIT),
    ("2024-11-24", "2024-11-24", (2024, 11, 24), EXPLICIT),
    ("22 sampai 24 September 2024", "22 sampai 24 September 2024", (2024, 9, 22), RANGE),
    ("31 Februari 2024", "31 Februari 2024", None, NO_SUCH_DAY),
    ("Selasa (21/11) jelang Pemilu 2024", "Selasa (21/11)", (2023, 11, 21), WEEKDAY_YEAR),
    ("Rabu (19/7) siang", "Rabu (19/7)", None, NO_YEAR),
    ("10 Maret nanti", "10 Maret nanti", None, NO_YEAR),
    ("kemarin", "kemarin", None, NO_PUBLICATION),
    ("awal pekan ini", "awal pekan ini", None, VAGUE),
    ("Minggu lalu", "Minggu lalu", None, VAGUE),
]


@pytest.mark.parametrize(("text", "expression", "day", "basis"), WITHOUT_PUBLICATION)
def test_dates_without_a_day_of_publication(
    rules: CleanRules, text: str, expression: str, day: Day, basis: str
) -> None:
    (found,) = find_dates(text, None, rules.dates)
    assert found.span.of(text) == expression
    assert found.value == (date(*day) if day else None)
    assert found.basis == basis


PUBLISHED = date(2024, 2, 6)  # a Tuesday
WITH_PUBLICATION: list[tuple[str, Day, str]] = [
    ("Senin (5/2) malam", (2024, 2, 5), NEAREST),
    ("Rabu (27/12)", (2023, 12, 27), NEAREST),
    ("Minggu (5/2)", (2024, 2, 5), NEAREST_MISFIT),
    ("14 Februari mendatang", (2024, 2, 14), NEAREST),
    ("1 Desember mendatang", (2024, 12, 1), NEAREST),
    ("1 Desember lalu", (2023, 12, 1), NEAREST),
    ("1-2 Februari", (2024, 2, 1), NEAREST),
    ("hari ini", (2024, 2, 6), RELATIVE),
    ("kemarin", (2024, 2, 5), RELATIVE),
    ("tadi malam", (2024, 2, 5), RELATIVE),
    ("besok", (2024, 2, 7), RELATIVE),
    ("lusa", (2024, 2, 8), RELATIVE),
    ("dua hari lalu", (2024, 2, 4), RELATIVE),
    ("sehari yang lalu", (2024, 2, 5), RELATIVE),
    ("3 hari lagi", (2024, 2, 9), RELATIVE),
    ("ujar Surya, Senin.", (2024, 2, 5), RELATIVE),
    ("ujar Surya, Selasa.", (2024, 2, 6), RELATIVE),
    ("Rabu mendatang", (2024, 2, 7), RELATIVE),
    ("pekan lalu", None, VAGUE),
]


@pytest.mark.parametrize(("text", "day", "basis"), WITH_PUBLICATION)
def test_dates_with_a_day_of_publication(rules: CleanRules, text: str, day: Day, basis: str) -> None:
    (found,) = find_dates(text, PUBLISHED, rules.dates)
    assert (found.value, found.basis) == (date(*day) if day else None, basis)


@pytest.mark.parametrize(
    ("text", "index", "day", "basis"),
    [
        ("Senin (10/5/2021). Sabtu (8/5).", 1, (2021, 5, 8), WEEKDAY_YEAR),
        ("Senin (10/5/2021). Pada 8 Mei ia ditahan.", 1, (2021, 5, 8), SAME_YEAR),
        (
            "Rabu (19/7) dan Kamis (20/7), lalu Rabu (18/7), menurut UU Nomor 2 Tahun 2017.",
            2,
            (2017, 7, 18),
            SAME_YEAR_MISFIT,
        ),
        ("Jumat (6/6/2025). Pada Jumat itu ia hadir.", 1, (2025, 6, 6), SAME_WEEKDAY),
        ("hari ini, Sabtu, 15 November 2025. Rapat digelar kemarin.", 2, (2025, 11, 14), RELATIVE),
        ("Minggu (31/12) dan Selasa (2/1), tahun 2024.", 0, (2023, 12, 31), WEEKDAY_YEAR),
        # laws of two years: an article that cites the later one was not written before it
        ("Rabu (19/7), menurut UU Nomor 27 Tahun 1999 dan UU Nomor 2 Tahun 2017.", 0, (2017, 7, 19), WEEKDAY_YEAR),
        # 21 November is a Tuesday in 2017 and 2023: the article allows both
        ("Selasa (21/11), antara Pilkada 2017 dan Pemilu 2024.", 0, None, NO_YEAR),
    ],
)
def test_a_missing_year_is_read_from_the_rest(rules: CleanRules, text: str, index: int, day: Day, basis: str) -> None:
    found = find_dates(text, None, rules.dates)[index]
    assert (found.value, found.basis) == (date(*day) if day else None, basis)


@pytest.mark.parametrize(
    "text",
    [
        "Rp 24.11.2024",
        "Pasal 5/2",
        "nomor 19/PUU-XXIII/2025",
        "Surat 16/MM/11-2025",
        "skor 3-2",
        "Mei Lestari hadir",
        "B/HB-01/III/2017",
    ],
)
def test_figures_that_are_no_dates(rules: CleanRules, text: str) -> None:
    assert find_dates(text, PUBLISHED, rules.dates) == ()


def test_spans_lead_into_the_original(cleaned: Cleaner) -> None:
    text = "BACA JUGA:Bupati Lepas Kafilah MTQ ke Palembang\n&quot;Siap,&quot; katanya, Minggu (24/11/2024)."
    (found,) = cleaned(text).dates
    assert found.span.of(text) == "Minggu (24/11/2024)"


@given(st.text("SeninRabu 0123456789/()-,.Mei ", max_size=60))
def test_no_text_breaks_the_reading_of_dates(rules: CleanRules, text: str) -> None:
    found = find_dates(text, PUBLISHED, rules.dates)
    assert all(one.value is None or 1945 <= one.value.year <= 2100 for one in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("field", "day"),
    [
        ("2024-11-24T10:00:00+07:00", (2024, 11, 24)),
        ("2024/11/24", (2024, 11, 24)),
        ("20241124", (2024, 11, 24)),
        ("24/11/2024", (2024, 11, 24)),
        ("02-4-2022", (2022, 4, 2)),
        ("Minggu, 24 Nov 2024 10:00 WIB", (2024, 11, 24)),
        ("24 Agustus 2022", (2022, 8, 24)),
        ("kemarin", None),
        ("2 jam lalu", None),
        ("November 2023", None),
        ("-1.0", None),
        ("99/99/2024", None),
        ("", None),
    ],
)
def test_days_in_metadata(field: str, day: Day) -> None:
    assert parse_published(field) == (date(*day) if day else None)


def test_a_day_in_a_url() -> None:
    assert date_in_url("https://contoh.id/read/2024/11/24/123/judul") == date(2024, 11, 24)
    assert date_in_url("https://contoh.id/read/6057414/judul") is None
