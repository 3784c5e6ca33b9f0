"""What the letters of a written word tell the finders of mentions: looked up, as most words were met before."""

from __future__ import annotations

from typing import NamedTuple

from kg.lexicon.forms import squeeze

SKIP = "."  # a piece that may stand inside a form: "Irjen . Pol"
SKIPPED = frozenset({".", "-", "–"})  # words that may stand inside a form
COMMA = ","
PASSED = frozenset({SKIP, COMMA})
LISTED = 6  # tokens of a form that a comma may stand in: "Badan Meteorologi, Klimatologi dan Geofisika"
LONGEST_ACRONYM = 8
LONGEST_INITIALS = 3
ROMAN = frozenset("ivxlc")
LONGEST_ONSET = 4  # letters of a name before its glottal stop, with the apostrophe
APOSTROPHES = ("'", "’", "ʼ")


class Shape(NamedTuple):
    """What the letters of a written word tell: its piece, the part of it that forms are looked up by, its capitals, and
    the columns of `kg.extract.mentions_line.Line` of the same names.
    """

    piece: str
    head: str
    capital: bool
    proper: bool
    alphabetic: bool
    initial: bool
    acronym: bool
    number: bool
    digits: bool
    hyphen: bool


def shape(text: str) -> Shape:
    """The shape of a written word."""
    if text.isascii() and text.isalpha() and text[1:].islower():  # as most words are
        piece, capital = text.lower(), text[0].isupper()
        return Shape(piece, piece, capital, capital, True, False, False, False, False, False)
    piece = SKIP if text in SKIPPED else squeeze(text)
    if text[-1:] in APOSTROPHES and text[:1].isupper() and 2 < len(text) <= LONGEST_ONSET:
        piece += text[-1]  # "Ma'" of "Ma'mun" is no "MA"
    capital = text[:1].isupper() or text[1:2].isupper()
    alphabetic = piece[:1].isalpha()
    return Shape(
        piece,
        COMMA if text == COMMA else _head_of(piece),
        capital,
        capital and alphabetic,
        alphabetic,
        initial=(len(piece) == 1 and capital and alphabetic) or _dotted(text),
        acronym=2 <= len(text) <= LONGEST_ACRONYM and text.isupper() and text[:1].isalpha(),
        number=text[:1].isdigit() or (text.isupper() and set(text.lower()) <= ROMAN and text not in ("C", "L")),
        digits=any(map(str.isdigit, piece)),
        hyphen="-" in text,
    )


def _dotted(text: str) -> bool:
    """Whether two or three capitals with full stops between them are the initials of a person: "A.A", "T.S"."""
    letters = text.split(".")
    return 1 < len(letters) <= LONGEST_INITIALS and all(len(one) == 1 and one.isupper() for one in letters)


def _head_of(piece: str) -> str:
    """The part of "Polres/ta" and "Kapolda/Kapolres" that tells what it is."""
    head, slash, tail = piece.partition("/")
    return head if slash and head[:1].isalpha() and tail[:1].isalpha() else piece
