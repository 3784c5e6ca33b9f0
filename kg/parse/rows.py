"""What the parser knows of a text before it is tied to an article: rows with offsets into the cleaned text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from sys import intern

from kg.model import CleanText, Document, Sentence, Span, Word
from kg.model.making import maker

new_word, new_span = maker(Word), maker(Span)


@dataclass(frozen=True, slots=True)
class Row:
    """One syntactic word; `start` and `end` are offsets into the cleaned text, `head` a row of the sentence or -1.

    `continues` is true of every word after the first of a multi-word token, which are enclitics in Indonesian.
    """

    text: str
    lemma: str
    upos: str
    feats: str
    head: int
    deprel: str
    start: int
    end: int
    continues: bool = False


ParsedText = tuple[tuple[Row, ...], ...]


BLANK_LINE = re.compile(r"\n\s*\n")


def paragraph_starts(text: str) -> tuple[int, ...]:
    """Offsets where the blank-line-separated blocks of a cleaned text start."""
    return (0, *(gap.end() for gap in BLANK_LINE.finditer(text)))


def document(clean: CleanText, parsed: ParsedText) -> Document:
    """The rows as a Document, every span mapped to the article's original text."""
    return Document(clean, tuple(_sentences(clean, parsed)))


def _sentences(clean: CleanText, parsed: ParsedText) -> Iterator[Sentence]:
    starts = paragraph_starts(clean.text)
    paragraph = 0
    for index, rows in enumerate(parsed):
        while paragraph + 1 < len(starts) and starts[paragraph + 1] <= rows[0].start:
            paragraph += 1
        yield Sentence(
            index=index,
            words=tuple(_words(clean, rows)),
            span=clean.offsets.span(rows[0].start, rows[-1].end),
            paragraph=paragraph,
            is_title=clean.title is not None and clean.title.covers(Span(rows[0].start, rows[-1].end)),
        )


def _words(clean: CleanText, rows: Sequence[Row]) -> Iterator[Word]:
    """The words; equal strings are one, which the rules' tables then know at once."""
    moved = clean.offsets.moved(rows[0].start, rows[-1].end)  # the same for each word, if for all together
    for index, row in enumerate(rows):
        yield new_word(
            index,
            intern(row.text),
            row.lemma,
            intern(row.upos),
            intern(row.feats),
            row.head,
            intern(row.deprel),
            clean.offsets.span(row.start, row.end) if moved is None else new_span(row.start + moved, row.end + moved),
            intern(row.text.lower()),
            row.continues,
        )
