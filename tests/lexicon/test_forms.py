"""Look-up of written forms whatever the spacing, dots and case."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lexicon.forms import index_forms, squeeze
from kg.lexicon.records import Named

INDEX = index_forms(
    [
        Named("x/irjen", "Inspektur Jenderal Polisi", "", ("Inspektur Jenderal Polisi", "Irjen Pol", "Irjen")),
        Named("x/polda", "Polda", "", ("Polda",)),
        Named("x/polda-metro", "Polda Metro Jaya", "", ("Polda Metro Jaya",)),
        Named("x/pan", "PAN", "", ("PAN",)),
        Named("x/dprd", "DPRD", "", ("DPRD",)),
        Named("x/sik", "S.I.K.", "", ("S.I.K.",)),
        Named("x/sikka", "Sikka", "", ("Sikka",)),
    ]
)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Irjen. Pol.", "IRJEN POL"), ("S.I.K", "SIK"), ("Ma'ruf", "Maruf"), ("Pagar Alam", "Pagaralam"), ("ﬁ", "fi")],
)
def test_squeeze_meets(one: str, other: str) -> None:
    assert squeeze(one) == squeeze(other)


@pytest.mark.parametrize(("one", "other"), [("044/Gapo", "044Gapo"), ("Jenderal (Pol)", "Jenderal Pol")])
def test_squeeze_keeps_apart(one: str, other: str) -> None:
    assert squeeze(one) != squeeze(other)


@pytest.mark.parametrize(
    ("words", "start", "expected"),
    [
        ("Irjen Pol Budi", 0, (2, "x/irjen")),
        ("Irjen . Pol . Budi", 0, (3, "x/irjen")),
        ("Irjen.Pol. Budi", 0, (1, "x/irjen")),
        ("kata Irjen Budi", 1, (2, "x/irjen")),
        ("Polda Metro Jaya", 0, (3, "x/polda-metro")),
        ("Polda Metro , Jaya", 0, (1, "x/polda")),
        ("S. I. K.", 0, (3, "x/sik")),
        ("Ketua PAN", 1, (2, "x/pan")),
        ("DPRD Kaur", 0, (1, "x/dprd")),
    ],
)
def test_longest_form_is_found(words: str, start: int, expected: tuple[int, str]) -> None:
    match = INDEX.longest(words.split(), start)
    assert match is not None
    assert (match.last, match.found[0].iri) == expected


@pytest.mark.parametrize(
    ("words", "start"),
    [("Budi", 0), (", Irjen", 0), ("pan-pan", 0), ("Pan", 0), ("dprd", 0), ("Poldasatu", 0), ("sikapnya", 0), ("", 0)],
)
def test_no_form_is_found(words: str, start: int) -> None:
    assert INDEX.longest(words.split(), start) is None


def test_stop_bounds_the_search() -> None:
    match = INDEX.longest(["Polda", "Metro", "Jaya"], 0, 2)
    assert match is not None
    assert match.last == 1


def test_exact_minds_acronyms() -> None:
    assert [record.iri for record in INDEX.exact("PAN")] == ["x/pan"]
    assert INDEX.exact("pan") == ()
    assert [record.iri for record in INDEX.exact("polda metro jaya")] == ["x/polda-metro"]


@given(st.lists(st.text(max_size=6), max_size=6))
def test_a_match_is_what_exact_finds(words: list[str]) -> None:
    for start in range(len(words)):
        match = INDEX.longest(words, start)
        if match is not None:
            assert start < match.last <= len(words)
            assert set(match.found) == set(INDEX.exact("".join(words[start : match.last])))


@given(st.text(max_size=20))
def test_squeeze_is_stable(text: str) -> None:
    assert squeeze(squeeze(text)) == squeeze(text)
