"""A text that remembers which stretch of the original each of its characters came from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from kg.model import OffsetMap, Span


class Edit(NamedTuple):
    """Replace `[start, end)` of a text by `by`; start == end inserts, `by` == "" deletes."""

    start: int
    end: int
    by: str = ""


@dataclass(frozen=True, slots=True)
class Traced:
    """`text`, and the way back to the original as runs in order: `clean[i]` is where run i begins in `text`,
    `original[i]` and `lengths[i]` say which stretch of the original it came from.

    A run as long as its stretch maps character by character, any other one as a whole (an entity decoded, a blank
    inserted).
    """

    text: str
    clean: tuple[int, ...]
    original: tuple[int, ...]
    lengths: tuple[int, ...]

    @classmethod
    def of(cls, original: str) -> Traced:
        """The original itself, each character coming from its own place."""
        return cls(original, (0,), (0,), (len(original),))

    def edited(self, edits: Iterable[Edit]) -> Traced:
        """The text after non-overlapping `edits`; of two that overlap the one that starts first is kept.

        Several insertions at one place stand in the order given.
        """
        ordered = sorted(edits, key=itemgetter(0, 1))
        if not ordered:
            return self
        parts: list[str] = []
        runs = _Runs(self)
        done = 0
        for edit in ordered:
            if edit.start < done:
                continue
            parts += (self.text[done : edit.start], edit.by)
            runs.keep(done, edit.start)
            if edit.end - edit.start == len(edit.by):
                runs.keep(edit.start, edit.end)
            elif edit.by:
                runs.replace(self.origin(edit.start, edit.end), len(edit.by))
            done = edit.end
        if not parts:
            return self
        parts.append(self.text[done:])
        runs.keep(done, len(self.text))
        return Traced("".join(parts), tuple(runs.clean), tuple(runs.original), tuple(runs.lengths))

    def substituted(self, pattern: re.Pattern[str], by: str | Callable[[re.Match[str]], str]) -> Traced:
        """The text with every match of `pattern` replaced (no group references in `by`)."""
        if isinstance(by, str):
            return self.edited([Edit(m.start(), m.end(), by) for m in pattern.finditer(self.text)])
        return self.edited([Edit(m.start(), m.end(), by(m)) for m in pattern.finditer(self.text)])

    def origin(self, start: int, end: int) -> Span:
        """The smallest stretch of the original that `[start, end)` came from; an empty stretch stays empty."""
        if start < end:
            return Span(self._place(start)[0], self._place(end - 1)[1])
        at = self._place(start - 1)[1] if start > 0 else (self.original[0] if self.original else 0)
        return Span(at, at)

    def origins(self, start: int, end: int) -> list[Span]:
        """The stretches of the original that `[start, end)` came from, in order, those that touch as one."""
        spans: list[Span] = []
        run = bisect_right(self.clean, start) - 1
        while start < end:
            upto = min(end, self.clean[run] + self._run_length(run))
            span = self.origin(start, upto)
            if spans and spans[-1].end == span.start:
                spans[-1] = Span(spans[-1].start, span.end)
            elif span.end > span.start:
                spans.append(span)
            start, run = upto, run + 1
        return spans

    def position(self, original: int) -> int:
        """Where in `text` the first character stands that came from `original` or from behind it; the text's length
        if none.
        """
        for run, (start, length) in enumerate(zip(self.original, self.lengths, strict=True)):
            if start + length > original:
                whole = self._run_length(run) == length
                return self.clean[run] + (max(0, original - start) if whole else 0)
        return len(self.text)

    def offsets(self) -> OffsetMap:
        """The map of the whole text."""
        if not self.clean:
            return OffsetMap((0,), (0,), (0,), 0)
        return OffsetMap(self.clean, self.original, self.lengths, len(self.text))

    def _run_length(self, run: int) -> int:
        return (self.clean[run + 1] if run + 1 < len(self.clean) else len(self.text)) - self.clean[run]

    def _place(self, offset: int) -> tuple[int, int]:
        """Start and end in the original of the one character at `offset`."""
        run = bisect_right(self.clean, offset) - 1
        start, length = self.original[run], self.lengths[run]
        if self._run_length(run) == length:
            at = start + offset - self.clean[run]
            return at, at + 1
        return start, start + length


class _Runs:
    """The runs of a new text, collected from left to right from those of `old`."""

    def __init__(self, old: Traced) -> None:
        self.old = old
        self.clean: list[int] = []
        self.original: list[int] = []
        self.lengths: list[int] = []
        self.length = 0

    def keep(self, start: int, end: int) -> None:
        """Take over `[start, end)` of the old text."""
        old = self.old
        run = bisect_right(old.clean, start) - 1
        while start < end:
            stop = old.clean[run + 1] if run + 1 < len(old.clean) else len(old.text)
            upto = min(end, stop)
            if stop - old.clean[run] == old.lengths[run]:
                self._add(old.original[run] + start - old.clean[run], upto - start, upto - start)
            else:
                self._add(old.original[run], old.lengths[run], upto - start)
            start = upto
            run += 1

    def replace(self, origin: Span, length: int) -> None:
        """Put `length` new characters that stand for `origin`; one by one, so that none maps as if it were a single
        character.
        """
        if length == origin.end - origin.start:
            for _ in range(length):
                self._add(origin.start, origin.end - origin.start, 1)
        else:
            self._add(origin.start, origin.end - origin.start, length)

    def _add(self, original: int, stretch: int, length: int) -> None:
        if self.clean and stretch == length and self._whole() and self.original[-1] + self.lengths[-1] == original:
            self.lengths[-1] += length
        else:
            self.clean.append(self.length)
            self.original.append(original)
            self.lengths.append(stretch)
        self.length += length

    def _whole(self) -> bool:
        return self.length - self.clean[-1] == self.lengths[-1]
