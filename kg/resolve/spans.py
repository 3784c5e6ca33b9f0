"""Many stretches of a text, asked about by where they stand: each answer by bisection, however many there are."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from kg.model import Span


class SpanIndex:
    """Spans in any order, also of one another's inside."""

    def __init__(self, spans: Iterable[Span]) -> None:
        pairs = sorted([(span.start, span.end) for span in spans])  # pairs are compared more quickly than records
        self._starts: tuple[int, ...]
        self._ends: tuple[int, ...]
        self._starts, self._ends = zip(*pairs, strict=True) if pairs else ((), ())
        self._reach = tuple(accumulate(self._ends, max))

    def any_around(self, span: Span) -> bool:
        """Whether one of them covers `span`."""
        count = bisect_right(self._starts, span.start)
        return count > 0 and self._reach[count - 1] >= span.end

    def any_within(self, span: Span) -> bool:
        """Whether `span` covers one of them."""
        first = bisect_left(self._starts, span.start)
        last = bisect_right(self._starts, span.end)
        return first < last and (self._ends[first] <= span.end or min(self._ends[first:last]) <= span.end)

    def any_overlapping(self, span: Span) -> bool:
        """Whether one of them shares a character with `span`."""
        count = bisect_left(self._starts, span.end)
        return count > 0 and self._reach[count - 1] > span.start


LONGEST_NAME = 60  # letters in brackets behind a pronoun


def words_of(span: Span, text: str) -> str:
    """What a span says, for a label: single blanks, and no unseen characters that move others (Unicode, Cf)."""
    said = " ".join(span.of(text).split())
    return said if said.isprintable() else "".join(c for c in said if unicodedata.category(c) != "Cf")


def in_brackets(pronoun: Span, text: str) -> Span | None:
    """What brackets right behind a pronoun put for it (`mereka (para calon) dilarang ...`)."""
    if text[pronoun.end : pronoun.end + 2] != " (":
        return None
    end = text.find(")", pronoun.end)
    return Span(pronoun.end + 2, end) if 0 < end - pronoun.end - 2 <= LONGEST_NAME else None
