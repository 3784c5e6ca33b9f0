"""Plain text files: the whole file is the article's text, its first line may be the title."""

from __future__ import annotations

import re

from kg.article.decoding import MAX_CHARACTERS
from kg.article.records import safe_id
from kg.errors import InputError
from kg.model import Article, Span

_MAX_TITLE = 250
_LABEL = re.compile(r"(?i)(?:judul|title)[ \t]*:[ \t]*")
_SITE = re.compile(r"[ \t]+[-|–][ \t]+[A-Z][\w. ]{2,30}$")
_DATELINE = re.compile(r"[A-Z][\w.,’' ]{2,50}(?:\([\w. ]+\))? ?[-–—]+ ?[A-Z]\w")


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


def title_line(text: str) -> Span | None:
    """Where the title stands: on the first line that is not blank, if it is one.

    A title is short and ends in no full stop; it is followed by a blank line, or the line below begins like an article.
    """
    match = re.compile(r"[\s\ufeff]*([^\r\n]+)(\r\n|\n|\r|$)([ \t]*(?:\r\n|\n|\r|$))?").match(text)
    if match is None:
        return None
    line, behind = match[1], text[match.end() :]
    if len(line) > _MAX_TITLE or len(line.split()) < 3 or not behind.strip():
        return None
    start = match.start(1)
    label = _LABEL.match(line)
    if label:
        start += label.end()
        line = line[label.end() :]
        line = _SITE.sub("", line)
    line = line.rstrip()
    if line.endswith((".", ",", ";", ":", '"', "”")) and not label:
        return None
    blank_below = match[3] is not None
    if not (label or blank_below) and not _capitalised(line):
        return None
    if not label and _DATELINE.match(line) and len(line) > 120:
        return None
    return Span(start, start + len(line))


def _capitalised(line: str) -> bool:
    """Whether two words in three begin with a capital or a figure, as in headlines."""
    words = [word for word in re.findall(r"[^\W_][\w'’-]*", line)]
    return bool(words) and sum(word[0].isupper() or word[0].isdigit() for word in words) * 3 >= 2 * len(words)
