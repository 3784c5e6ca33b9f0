"""A text that remembers, for each of its characters, the stretch of the original it came from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from kg.model import OffsetMap, Span


class Edit(NamedTuple):
    """Replace `[start, end)` of a text by `by`; start == end inserts, `by` == "" deletes."""

    start: int
    end: int
    by: str = ""


@dataclass(frozen=True, slots=True)
class Traced:
    """`text`, and where in the original each character starts and ends.

    A character that stands for several (an entity decoded) has a longer stretch, one that was inserted an empty one.
    """

    text: str
    starts: list[int]
    ends: list[int]

    @classmethod
    def of(cls, original: str) -> Traced:
        """The original itself, each character coming from its own place."""
        n = len(original)
        return cls(original, list(range(n)), list(range(1, n + 1)))

    def edited(self, edits: Iterable[Edit]) -> Traced:
        """The text after non-overlapping `edits`; of two that overlap the one that starts first is kept."""
        parts: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        done = 0
        for edit in sorted(edits):
            if edit.start < done:
                continue
            parts += (self.text[done : edit.start], edit.by)
            starts += self.starts[done : edit.start]
            ends += self.ends[done : edit.start]
            if edit.by:
                origin = self.origin(edit.start, edit.end)
                if edit.end - edit.start == len(edit.by):
                    starts += self.starts[edit.start : edit.end]
                    ends += self.ends[edit.start : edit.end]
                else:
                    starts += [origin.start] * len(edit.by)
                    ends += [origin.end] * len(edit.by)
            done = edit.end
        if not parts:
            return self
        parts.append(self.text[done:])
        starts += self.starts[done:]
        ends += self.ends[done:]
        return Traced("".join(parts), starts, ends)

    def substituted(self, pattern: re.Pattern[str], by: str | Callable[[re.Match[str]], str]) -> Traced:
        """The text with every match of `pattern` replaced (no group references in `by`)."""
        make = by if callable(by) else lambda _: by
        return self.edited([Edit(m.start(), m.end(), make(m)) for m in pattern.finditer(self.text)])

    def origin(self, start: int, end: int) -> Span:
        """The smallest stretch of the original that `[start, end)` came from; empty stretches stay empty."""
        if start < end:
            return Span(self.starts[start], max(self.starts[start], self.ends[end - 1]))
        if start > 0:
            return Span(self.ends[start - 1], self.ends[start - 1])
        first = self.starts[0] if self.starts else 0
        return Span(first, first)

    def offsets(self) -> OffsetMap:
        """The map of the whole text, as runs of equal length plus one run for each replaced stretch."""
        clean: list[int] = []
        original: list[int] = []
        lengths: list[int] = []
        previous = (-1, -1)
        for i, (start, end) in enumerate(zip(self.starts, self.ends, strict=True)):
            plain = end - start == 1
            if plain and previous == (start - 1, start) and clean:
                lengths[-1] += 1
                previous = (start, end)
            elif (start, end) == previous and not plain:
                continue
            else:
                clean.append(i)
                original.append(start)
                lengths.append(end - start)
                previous = (start, end)
        if not clean:
            return OffsetMap((0,), (0,), (0,), 0)
        return OffsetMap(tuple(clean), tuple(original), tuple(lengths), len(self.text))
