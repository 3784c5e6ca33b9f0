"""Every character of an edited text leads back to where it came from."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.article.traced import Edit, Traced
from kg.model import Span


def test_kept_text_maps_to_its_own_place() -> None:
    text = Traced.of("satu dua tiga").edited([Edit(4, 8)])
    offsets = text.offsets()
    assert text.text == "satu tiga"
    assert offsets.span(5, 9).of("satu dua tiga") == "tiga"
    assert text.origin(4, 5) == Span(8, 9)


def test_a_replaced_stretch_maps_as_a_whole() -> None:
    original = "a &quot;b&quot; c"
    text = Traced.of(original).substituted(re.compile("&quot;"), '"')
    assert text.text == 'a "b" c'
    assert text.offsets().span(2, 3) == Span(2, 8)
    assert text.offsets().span(2, 5).of(original) == "&quot;b&quot;"


def test_an_insertion_maps_to_an_empty_stretch() -> None:
    text = Traced.of("rapat.Polisi").edited([Edit(6, 6, "\n\n")])
    assert text.text == "rapat.\n\nPolisi"
    assert text.offsets().span(6, 8) == Span(6, 6)
    assert text.offsets().span(8, 14) == Span(6, 12)
    assert text.offsets().span(0, 14) == Span(0, 12)


def test_what_was_removed_in_pieces_is_told_in_pieces() -> None:
    text = Traced.of("ab[x]cd").edited([Edit(2, 5)])
    assert text.origins(1, 3) == [Span(1, 2), Span(5, 6)]


@pytest.mark.parametrize(("original", "expected"), [(0, 0), (2, 2), (4, 2), (5, 2), (6, 3), (99, 4)])
def test_position_of_an_original_offset(original: int, expected: int) -> None:
    text = Traced.of("ab[x]cd").edited([Edit(2, 5)])
    assert text.position(original) == expected


def test_an_empty_text_has_a_map() -> None:
    text = Traced.of("abc").edited([Edit(0, 3)])
    assert text.text == ""
    assert text.offsets().span(0, 0) == Span(0, 0)


EDITS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 6), st.text("xyz", max_size=4)), max_size=6)


@given(st.text("abcdefghij", max_size=40), st.lists(EDITS, max_size=4))
def test_letters_that_were_not_edited_are_found_where_the_map_says(
    original: str, rounds: list[list[tuple[int, int, str]]]
) -> None:
    text = Traced.of(original)
    for edits in rounds:
        n = len(text.text)
        text = text.edited([Edit(min(start, n), min(start + length, n), by) for start, length, by in edits])
    offsets = text.offsets()
    assert len(text.text) == offsets.clean_length
    for i, character in enumerate(text.text):
        span = offsets.span(i, i + 1)
        assert 0 <= span.start <= span.end <= len(original)
        if character not in "xyz":
            assert character in span.of(original)
            assert span.of(original) == character or span.end - span.start != 1
    starts = [offsets.span(i, i + 1).start for i, character in enumerate(text.text) if character not in "xyz"]
    assert starts == sorted(starts)
