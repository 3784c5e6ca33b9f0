"""An article as it is read, and its text as it is cleaned."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from kg.model.making import maker, quickly_made


@quickly_made
@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code-point offsets."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


new_span = maker(Span)


@dataclass(frozen=True, slots=True)
class Article:
    """One news article as it was given; `text` is the original that every offset points into.

    `source` is how the user named the file or record. `title_span` is where the title stands in `text`, if it does.
    """

    id: str
    text: str
    title: str = ""
    title_span: Span | None = None
    published: date | None = None
    url: str = ""
    outlet: str = ""
    source: str = ""

    @property
    def sha256(self) -> str:
        """SHA-256 of the text in UTF-8 (lone surrogates replaced), in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "replace")).hexdigest()


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Maps offsets in cleaned text to the original: runs of equal length, plus replaced runs.

    `clean[i]` and `original[i]` are where run i starts in each text; `lengths[i]` is how many characters of the
    original the run covers. Where the clean run is shorter or longer than that (an entity decoded, a space inserted)
    every offset within it maps to the whole original run.
    """

    clean: tuple[int, ...]
    original: tuple[int, ...]
    lengths: tuple[int, ...]
    clean_length: int

    def span(self, start: int, end: int) -> Span:
        """The smallest span of the original that holds what `[start, end)` of the cleaned text came from."""
        moved = self.moved(start, end)
        if moved is not None:
            return new_span(start + moved, end + moved)
        first = self._original(start)[0]
        if end <= start:
            return new_span(first, first)
        return new_span(first, self._original(end - 1)[1])

    def moved(self, start: int, end: int) -> int | None:
        """How much farther on `[start, end)` of the cleaned text stands in the original, if it lies in a run that was
        kept, as most words and sentences do.
        """
        run = bisect_right(self.clean, start) - 1
        begins = self.clean[run]
        ends = self.clean[run + 1] if run + 1 < len(self.clean) else self.clean_length
        if start < end <= ends and ends - begins == self.lengths[run]:
            return self.original[run] - begins
        return None

    def _original(self, offset: int) -> tuple[int, int]:
        """Start and end in the original of the one clean character at `offset`."""
        run = bisect_right(self.clean, offset) - 1
        end = self.clean[run + 1] if run + 1 < len(self.clean) else self.clean_length
        start, length = self.original[run], self.lengths[run]
        if end - self.clean[run] == length:
            at = start + offset - self.clean[run]
            return at, at + 1
        return start, start + length


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date as the article writes it; `value` is `None` where the article does not fix it.

    `basis` says what the value was read from: "explicit", "weekday fixes the year", "relative to publication", ...
    """

    span: Span
    value: date | None
    basis: str


@dataclass(frozen=True, slots=True)
class CleanText:
    """An article's text without what is not the article's own, paragraphs parted by a blank line, and the way back.

    `removed` lists (span in the original, rule) of what was left out; `dateline_place` and `dateline_outlet` are what
    the dateline said before it was cut; `author_initials` what stood in brackets at the end. Quotation marks in
    `text` are `"`, in pairs within each paragraph; `captions` are the captions of photos (in the original): they name
    people and their posts but direct nobody.
    """

    article: Article
    text: str
    offsets: OffsetMap
    title: Span | None = None  # in the cleaned text
    dateline_place: str = ""
    dateline_outlet: str = ""
    published: date | None = None
    author_initials: str = ""
    dates: tuple[DateExpression, ...] = ()
    removed: tuple[tuple[Span, str], ...] = ()
    captions: tuple[Span, ...] = ()
