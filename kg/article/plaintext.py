"""Plain text files: the whole file is the article's text, its first line may be the title."""

from __future__ import annotations

from kg.article.decoding import MAX_CHARACTERS
from kg.article.records import safe_id
from kg.article.titles import title_line
from kg.errors import InputError
from kg.model import Article


def text_article(text: str, identifier: str, source: str) -> Article:
    """The article of a plain text; offsets count the file's code points as they are, line ends included.

    Raises `InputError` where the text is blank or longer than one article can be.
    """
    if len(text) > MAX_CHARACTERS:
        raise InputError(source, f"longer than {MAX_CHARACTERS:,} characters: is it really one article?")
    if not text.strip("\ufeff\0 \t\r\n"):
        raise InputError(source, "empty: there is nothing to read; remove it or fill it")
    span = title_line(text)
    return Article(
        id=safe_id(identifier, text), text=text, title=span.of(text) if span else "", title_span=span, source=source
    )
