"""Texts and tokens for tests of the parser's room."""

from __future__ import annotations

import re

from kg.model import Article, CleanText, OffsetMap, Span
from kg.parse.tokens import Token, TokenSentence

PIECE = re.compile(r"\w+(?:[.,]\w+)*|[^\w\s]")


def tokens(text: str) -> TokenSentence:
    """Words and marks of a text, the way the tokenizer parts them."""
    return tuple(Token(found[0], found.start(), found.end()) for found in PIECE.finditer(text))


def sentences(marked: str) -> tuple[str, list[TokenSentence]]:
    """A text and its sentences; `|` in `marked` is where the tokenizer put a boundary."""
    text = marked.replace("|", "")
    ends = []
    at = 0
    for part in marked.split("|"):
        at += len(part)
        ends.append(at)
    found: list[list[Token]] = [[] for _ in ends]
    for token in tokens(text):
        found[next(index for index, end in enumerate(ends) if token.end <= end)].append(token)
    return text, [tuple(sentence) for sentence in found if sentence]


def shown(text: str, found: list[TokenSentence]) -> list[str]:
    """What the sentences cover of the text."""
    return [text[sentence[0].start : sentence[-1].end] for sentence in found]


def clean(text: str, title: str = "") -> CleanText:
    """A cleaned text that is its own original."""
    span = Span(0, len(title)) if title else None
    return CleanText(
        Article("contoh", text, title, span), text, OffsetMap((0,), (0,), (len(text),), len(text)), title=span
    )
