"""The text of a page as the finders of furniture look at it: its lines, and where the lexicon's forms stand in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

_BEFORE_SENTENCE = frozenset(".!?…:;\"”')]*->")


class Cut(NamedTuple):
    """A stretch to leave out of a text, by the name of the rule that says so."""

    start: int
    end: int
    rule: str


class Line(NamedTuple):
    """A line without the blanks around it."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """A text with `\\n` as its only line end, and itself in lower case, character by character."""

    text: str
    lowered: str

    @classmethod
    def of(cls, text: str) -> Page:
        """The page of `text`."""
        lowered = text.lower()
        if len(lowered) != len(text):  # a few letters have no lower case of one character
            lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        return cls(text, lowered)

    def lines(self) -> Iterator[Line]:
        """The lines that are not blank."""
        at = 0
        for line in self.text.split("\n"):
            stripped = line.strip(" \t")
            if stripped:
                start = at + line.index(stripped[0])
                yield Line(start, start + len(stripped), stripped)
            at += len(line) + 1

    def line_start(self, at: int) -> int:
        """Where the line begins that holds `at`."""
        return self.text.rfind("\n", 0, at) + 1

    def line_end(self, at: int) -> int:
        """Where the line ends that holds `at`."""
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end

    def occurrences(self, forms: Iterable[str], *, capital: bool = False) -> list[tuple[int, int]]:
        """Where any of `forms` (in lower case) stands as a word or words, in order; the longest of those that begin together.

        With `capital` only where its first letter is a capital. A capital right behind also ends a word: what follows was glued.
        """
        found: dict[int, int] = {}
        for form in forms:
            at = self.lowered.find(form)
            while at >= 0:
                end = at + len(form)
                if self._is_word(at, end) and (not capital or self.text[at].isupper()):
                    found[at] = max(end, found.get(at, 0))
                at = self.lowered.find(form, at + 1)
        return sorted(found.items())

    def starts_sentence(self, at: int) -> bool:
        """Whether a line, a sentence or a quotation ended right before `at`."""
        while at > 0 and self.text[at - 1] == " ":
            at -= 1
        return at == 0 or self.text[at - 1] == "\n" or self.text[at - 1] in _BEFORE_SENTENCE

    def _is_word(self, start: int, end: int) -> bool:
        text = self.text
        glued_before = start > 0 and text[start - 1].isalnum() and not (text[start].isupper() and text[start - 1].islower())
        glued_after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum() and not text[end].isupper()
        return not glued_before and not glued_after
