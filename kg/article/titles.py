"""Where the title of an article stands in its text."""

from __future__ import annotations

import re

from kg.model import Span

_MAX_TITLE = 250
_LABEL = re.compile(r"(?i)(?:judul|title)[ \t]*:[ \t]*")
_SITE = re.compile(r"[ \t]+[-|–][ \t]+[A-Z][\w. ]{2,30}$")
_DATELINE = re.compile(r"[A-Z][\w.,’' ]{2,50}(?:\([\w. ]+\))? ?[-–—]+ ?[A-Z]\w")


def titled(title: str, body: str) -> tuple[str, Span | None]:
    """`body` under its `title`, and where the title stands; `body` as it is where it begins with the title or there
    is none.
    """
    if not title:
        return body, None
    lead = len(body) - len(body.lstrip())
    if body[lead : lead + len(title)] == title and (
        body[lead + len(title) : lead + len(title) + 1] in ("", "\n", "\r")
    ):
        return body, Span(lead, lead + len(title))
    return f"{title}\n\n{body}", Span(0, len(title))


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
    words = re.findall(r"[^\W_][\w'’-]*", line)
    return bool(words) and sum(word[0].isupper() or word[0].isdigit() for word in words) * 3 >= 2 * len(words)
