"""Lemmas, each pair of word and tag looked up once: Stanza's lemmatizer sees no context."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

REMEMBERED = 200_000


class Lemmatizer:
    """Stanza's lemma processor behind a memory of (word, UPOS)."""

    def __init__(self, processor: Any) -> None:
        self._processor = processor
        self._known: dict[tuple[str, str], str] = {}

    def annotate(self, words: Iterable[Any]) -> None:
        """Set `lemma` of Stanza's words."""
        from stanza.models.common.doc import Document

        words = list(words)
        new = [pair for pair in dict.fromkeys((word.text, word.upos) for word in words) if pair not in self._known]
        if len(self._known) + len(new) > REMEMBERED:
            self._known = {}
            new = list(dict.fromkeys((word.text, word.upos) for word in words))
        if new:
            pairs = Document(
                [[{"id": (index,), "text": text, "upos": upos} for index, (text, upos) in enumerate(new, 1)]]
            )
            found = self._processor.process(pairs).sentences[0].words
            self._known.update(zip(new, (word.lemma for word in found), strict=True))
        for word in words:
            word.lemma = self._known[word.text, word.upos]
