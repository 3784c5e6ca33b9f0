"""Texts that are parsed exactly as they stand, for scoring against a treebank."""

from __future__ import annotations

from kg.model import Article, CleanText, OffsetMap


def as_it_stands(text: str, name: str = "raw") -> CleanText:
    """A text with nothing cleaned away: every offset is its own."""
    article = Article(id=name, text=text, source=name)
    return CleanText(article, text, OffsetMap((0,), (0,), (len(text),), len(text)))
