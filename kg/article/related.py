"""Find links to other articles: a cue (`Baca juga`) with its headline, on a line of its own or inside running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.article.headlines import headline_end, is_headline
from kg.article.rules import CleanRules


class Cut(NamedTuple):
    """A stretch to leave out of a text, by the name of the rule that says so."""

    start: int
    end: int
    rule: str


_BULLET = re.compile(r"[-–—•*·»>]\s*(?=\S)")
RULE = "related article"


def related_links(text: str, rules: CleanRules) -> Iterator[Cut]:
    """The links to other articles in `text` (lines parted by `\\n`).

    A cue counts where it is capitalised and a line, a sentence or a quotation ended before it. On a line of its own it takes the
    next line if that is a headline, and the bulleted headlines right above it.
    """
    if not rules.may_occur("related-link-cue", text.lower()):
        return
    cue = rules.regex(r"(?i)<related-link-cue>[ \t]*(?P<colon>[:：])?[ \t]*[-–|>»]?[ \t]*")
    matches = [m for m in cue.finditer(text) if m.group()[0].isupper() and _at_boundary(text, m.start())]
    done = 0
    for index, match in enumerate(matches):
        if match.start() < done:
            continue
        line_start = text.rfind("\n", 0, match.start()) + 1
        line_end = _line_end(text, match.end())
        limit = min(line_end, matches[index + 1].start() if index + 1 < len(matches) else line_end)
        lead = text[line_start : match.start()].strip(" -–•*>|")
        if match.end() >= line_end or not text[match.end() : line_end].strip():
            start = match.start() if lead else _headlines_above(text, line_start, rules)
            end = _headline_below(text, line_end, bool(match.group("colon")), rules)
            yield Cut(max(start, done), end, RULE)
            done = end
            continue
        rest = text[match.end() : limit]
        if not lead and _whole_line(rest, rules):
            end = limit
        else:
            elsewhere = text[: match.start()] + "\n" + text[match.end() + min(len(rest), 300) :]
            end = match.end() + headline_end(rest, elsewhere, rules, announced=bool(match.group("colon")))
            if end == match.end() and not (rest[0].isupper() or rest[0] in "\"“'‘"):
                continue
        start = match.start() if lead else line_start
        yield Cut(max(start, done), end, RULE)
        done = end


def bare_headlines(text: str, rules: CleanRules) -> Iterator[Cut]:
    """Headlines of other articles, bulleted or not, that stand on lines of their own at the end of `text`."""
    end = len(text)
    while end > 0:
        start = text.rfind("\n", 0, end) + 1
        line = text[start:end].strip()
        if line and (start == 0 or not is_headline(_BULLET.sub("", line, count=1), rules)):
            return
        if line:
            yield Cut(start, end, RULE)
        end = start - 1


def _at_boundary(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" -–•*>|")
    return (
        start == 0
        or not before
        or text[start - 1] == "\n"
        or before[-1] in "\n.!?\"”’')]…:;,"
        or text[start : start + 4].isupper()
    )


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _whole_line(rest: str, rules: CleanRules) -> bool:
    """Whether all that follows a cue on its own line is the headline."""
    if len(rest) > 260 or re.search(r"[a-z][.!?][\"”]? *[A-Z\"“]", rest) or re.search(r"[\"”],? [a-z]{3,}", rest):
        return is_headline(rest, rules)
    return not rest.rstrip().endswith((".", '"', "”")) or is_headline(rest.rstrip(' ."”'), rules)


def _headlines_above(text: str, start: int, rules: CleanRules) -> int:
    """The start of the bulleted headlines whose last line ends right before `start`, else `start`."""
    while start > 0:
        above = text.rfind("\n", 0, start - 1) + 1
        line = text[above : start - 1].strip()
        bullet = _BULLET.match(line)
        if not bullet or not is_headline(line[bullet.end() :], rules):
            break
        start = above
    return start


def _headline_below(text: str, end: int, colon: bool, rules: CleanRules) -> int:
    """The end of the headlines on the lines below `end` (bulleted ones, or one line that a colon or its capitals announce), else `end`."""
    at, found = end, end
    while at < len(text):
        line_end = _line_end(text, at + 1)
        line = text[at + 1 : line_end].strip()
        bullet = _BULLET.match(line)
        headline = line[bullet.end() :] if bullet else line
        likely = is_headline(headline, rules) or (
            colon and 0 < len(headline) < 160 and not headline.endswith((".", '"', "”", ","))
        )
        if line and not (likely and (bullet or found == end)):
            break
        at = line_end
        if line:
            found = line_end
            if not bullet:
                break
    return found
