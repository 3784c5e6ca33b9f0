"""Hostile texts: nothing raises, nothing takes long, every kept character leads back to its place."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.article import CleanRules, clean
from kg.article.decoding import MAX_CHARACTERS
from kg.model import Article, CleanText, Span

PIECES = [
    "BACA JUGA:Warga Muara Tebing Tangkap Buaya",
    "Baca juga: ",
    "Simak video 'Banjir':",
    "SCROLL TO CONTINUE WITH CONTENT",
    "Liputan6.com, Jakarta - ",
    "Foto: Istimewa",
    "(abc/def)",
    "&quot;",
    "&amp;nbsp;",
    "“",
    "”",
    '"',
    "'",
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "  ",
    ".",
    ",",
    "kata Surya",
    "Kapolres Muara Tebing",
    "warga",
    "KapoldaSumatera",
    "Selasa (21/11)",
    "\u202e",
    "\u200b",
    "\ufeff",
    "\0",
    "\x85",
    "\u2028",
    "\ufffd",
    "İ",
    "ß",
    "😀",
    "\ud800",
    "<p>",
    "<script>alert(1)</script>",
    "- Harga Cabai di Pasar Naik Lagi",
    "https://contoh.id/a",
]


def checked(text: str, rules: CleanRules, title: Span | None = None) -> CleanText:
    """The cleaned text, after the checks that hold for every text."""
    result = clean(Article("a", text, title_span=title), rules)
    assert result.offsets.clean_length == len(result.text)
    assert not result.text.startswith(("\n", " "))
    assert "\n\n\n" not in result.text
    for i, character in enumerate(result.text):
        span = result.offsets.span(i, i + 1)
        assert 0 <= span.start <= span.end <= len(text)
        if character.isalnum() and span.end - span.start == 1:
            assert span.of(text) == character
    for paragraph in result.text.split("\n\n"):
        assert paragraph.count('"') % 2 == 0
        assert "\n" not in paragraph
    for found in result.dates:
        assert 0 <= found.span.start < found.span.end <= len(text)
    for span, rule in result.removed:
        assert 0 <= span.start < span.end <= len(text)
        assert rule
    return result


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join), st.integers(0, 30))
@settings(max_examples=300)
def test_no_mixture_of_pieces_breaks_the_cleaner(rules: CleanRules, text: str, title_length: int) -> None:
    checked(text, rules, Span(0, min(title_length, len(text))) if title_length else None)


@given(st.text(max_size=200))
@settings(max_examples=200)
def test_no_text_breaks_the_cleaner(rules: CleanRules, text: str) -> None:
    checked(text, rules)


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
@settings(max_examples=200)
def test_every_letter_is_kept_or_listed_as_removed(rules: CleanRules, text: str) -> None:
    text = text.replace("&quot;", '"').replace("&amp;nbsp;", " ").replace("<p>", " ")  # their letters are markup
    result = clean(Article("a", text), rules)
    covered = [False] * len(text)
    for run, start in enumerate(result.offsets.original):
        for i in range(start, start + result.offsets.lengths[run]):
            covered[i] = True
    for span, _ in result.removed:
        covered[span.start : span.end] = [True] * (span.end - span.start)
    lost = "".join(c for c, seen in zip(text, covered, strict=True) if c.isalnum() and not seen)
    assert lost == ""


LONG = {
    "one sentence": "kata " * 20_000,
    "nested marks": "“" * 100_000,
    "straight marks": '" ' * 50_000,
    "brackets": "(" * 100_000,
    "stars": "*" * 100_000,
    "entities": "&amp;" * 20_000,
    "half entities": "&" * 100_000,
    "tags": "<p" * 50_000,
    "capitals": "Kapolres Polda " * 7_000,
    "camels": "KapoldaPolda" * 8_000,
    "cues": "Baca juga: " * 9_000,
    "page cues": "halaman selanjutnya " * 5_000,
    "blank lines": "\n \n" * 30_000,
    "full stops": "a.B" * 30_000,
    "dates": "1/2/2024 " * 10_000,
    "figures": "1" * 100_000,
    "slashes": "1/" * 50_000,
    "bidi": "\u202eabc" * 25_000,
    "headlines": "- Harga Cabai Naik Lagi Hari Ini\n" * 3_000,
    "video": "Simak video '" * 8_000,
    "sources": "Sumber: a " * 10_000,
    "semicolons": ";a?" * 30_000,
    "datelines": "A-" * 50_000,
    "spaces": " " * 100_000 + "a",
}


@pytest.mark.parametrize("kind", LONG)
def test_long_monotonous_texts_are_cleaned_in_time(rules: CleanRules, kind: str) -> None:
    started = time.process_time()
    result = clean(Article("a", LONG[kind]), rules)
    assert time.process_time() - started < 10
    assert result.offsets.clean_length == len(result.text)


def test_the_time_grows_with_the_length(rules: CleanRules) -> None:
    paragraph = (
        "Kapolres Surya Daniswara berkata, “Jaga diri,” Selasa (21/11). Baca juga: Harga Cabai Naik Lagi Ia pergi.\n"
    )
    times = []
    for times_over in (350, 2800):
        started = time.process_time()
        clean(Article("a", paragraph * times_over), rules)
        times.append(time.process_time() - started)
    assert times[1] < 40 * times[0] + 0.5
    assert len(paragraph) * 2800 < MAX_CHARACTERS
