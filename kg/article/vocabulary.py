"""The words of a text, and how often it has each."""

from __future__ import annotations

import re

LETTERS = re.compile(r"[A-Za-z]+")


class Vocabulary:
    """How often the words of a text occur, counted when first asked."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: dict[str, int] | None = None

    def apart(self, word: str) -> bool:
        """Whether `word` occurs as a word of its own (its first letter in either case)."""
        counts = self._counted()
        return len(word) > 1 and (word in counts or word[0].lower() + word[1:] in counts)

    def count(self, word: str) -> int:
        """How often `word` occurs, written as it is."""
        return self._counted().get(word, 0)

    def glued(self, word: str) -> int:
        """How often `word` (punctuation around it left out) occurs."""
        letters = LETTERS.search(word)
        return self.count(letters.group()) if letters else 0

    def _counted(self) -> dict[str, int]:
        if self.words is None:
            self.words = {}
            for word in LETTERS.findall(self.text):
                self.words[word] = self.words.get(word, 0) + 1
        return self.words
