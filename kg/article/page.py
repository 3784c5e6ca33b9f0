"""The text of a page as the finders of furniture look at it: its lines, and where the lexicon's forms stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from string import ascii_uppercase
from typing import NamedTuple

_CAPITAL = re.compile(r"[A-Z](?:[a-z]+|[A-Z]+|(?=\d))")
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


@dataclass(frozen=True)
class Page:
    """A text with `\n` as its only line end."""

    text: str

    @cached_property
    def lowered(self) -> str:
        """The text in lower case, character by character."""
        lowered = self.text.lower()
        if len(lowered) == len(self.text):
            return lowered
        return "".join(c.lower() if len(c.lower()) == 1 else c for c in self.text)  # some have none of one character

    @cached_property
    def capitals(self) -> Mapping[str, Sequence[str]]:
        """The capitalised words as they are written, by the word in lower case."""
        found: dict[str, list[str]] = {}
        for word in set(_CAPITAL.findall(self.text)):
            found.setdefault(word.lower(), []).append(word)
        return found

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

    def occurrences(self, forms: Mapping[str, Sequence[str]]) -> list[tuple[int, int]]:
        """Where any of `forms` (by their first words, in lower case, the longest first) stands capitalised, in order.

        A capital right behind also ends a word: what follows was glued.
        """
        found = []
        for first, whole in forms.items():
            for at in self._capitalised(first) if first in self.capitals else ():
                end = next((at + len(form) for form in whole if self.lowered.startswith(form, at)), 0)
                if end and self._is_word(at, end):
                    found.append((at, end))
        return sorted(found)

    def _capitalised(self, word: str) -> Iterator[int]:
        """Where `word` stands capitalised: a capital behind another is inside a word."""
        text = self.text
        for written in self.capitals[word]:
            at = text.find(written)
            while at >= 0:
                whole = _CAPITAL.match(text, at) if at == 0 or text[at - 1] not in ascii_uppercase else None
                if whole is not None and whole.group() == written:
                    yield at
                at = text.find(written, at + 1)

    def phrases(self, forms: Iterable[str]) -> list[tuple[int, int]]:
        """Where any of `forms` (in lower case) stands as a word or words in either case, in order."""
        found = []
        for form in forms:
            at = self.lowered.find(form)
            while at >= 0:
                if self._is_word(at, at + len(form)):
                    found.append((at, at + len(form)))
                at = self.lowered.find(form, at + 1)
        return sorted(found)

    def starts_sentence(self, at: int) -> bool:
        """Whether a line, a sentence or a quotation ended right before `at`."""
        while at > 0 and self.text[at - 1] == " ":
            at -= 1
        return at == 0 or self.text[at - 1] == "\n" or self.text[at - 1] in _BEFORE_SENTENCE

    def _is_word(self, start: int, end: int) -> bool:
        text = self.text
        glued_before = (
            start > 0 and text[start - 1].isalnum() and not (text[start].isupper() and text[start - 1].islower())
        )
        glued_after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum() and not text[end].isupper()
        return not glued_before and not glued_after
