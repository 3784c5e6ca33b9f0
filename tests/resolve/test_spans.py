"""Spans asked about by where they stand give what asking each of them would."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.model import Span
from kg.resolve.spans import SpanIndex, words_of

SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 30), st.integers(1, 12))


@given(st.lists(SPANS, max_size=12), SPANS)
def test_answers_are_those_of_looking_at_each(spans: list[Span], asked: Span) -> None:
    index = SpanIndex(spans)
    assert index.any_around(asked) == any(span.covers(asked) for span in spans)
    assert index.any_within(asked) == any(asked.covers(span) for span in spans)
    assert index.any_overlapping(asked) == any(span.overlaps(asked) for span in spans)


def test_a_label_has_no_invisible_characters() -> None:
    text = "para w\u202car\u2066g\u00ada\n  Slawi\u200b"
    assert words_of(Span(0, len(text)), text) == "para warga Slawi"
