"""Find links to other articles: a cue (`Baca juga`) with its headline, on a line of its own or inside running text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.article.headlines import headline_end, is_headline
from kg.article.page import Cut, Page
from kg.article.rules import CleanRules

_BULLET = re.compile(r"[-–—•*·»>]\s*(?=\S)")
_BEHIND_CUE = re.compile(r" ?(?P<colon>[:：])? ?[-–|>»]? ?")
_SENTENCE_END = re.compile(r"[.!?…][\"”')]*(?:\s+[A-Z\"“]|\s*\Z)")
_LONGEST_LINK = 200
_MARKS = " -–•*>|"
RULE = "related article"


def related_links(page: Page, rules: CleanRules) -> Iterator[Cut]:
    """The links to other articles in `page`.

    A cue counts where it is capitalised and a line, a sentence or a quotation ended before it; one of several words
    that a colon follows (`Baca juga:`) counts in any place, such as behind the headline of another link. On a line of
    its own it takes the next line if that is a headline, and the bulleted headlines right above it.
    """
    text = page.text
    cues = [
        (start, *_behind_cue(text, end))
        for start, end in page.occurrences(rules.by_first_word["related-link-cue"])
        if page.starts_sentence(start) or text[start : start + 4].isupper() or _is_plain_link(text, start, end)
    ]
    done = 0
    for index, (start, end, colon) in enumerate(cues):
        if start < done:
            continue
        line_start, line_end = page.line_start(start), page.line_end(end)
        limit = min(line_end, cues[index + 1][0]) if index + 1 < len(cues) else line_end
        credit = rules.regex(r" <credit-cue> ?:").search(text, end, limit)
        limit = credit.start() if credit else limit
        lead = text[line_start:start].strip(_MARKS)
        rest = text[end:limit]
        begin = start if lead else line_start
        if not text[end:line_end].strip():
            begin = start if lead else _headlines_above(page, line_start, rules)
            stop = _headline_below(page, line_end, colon, rules)
        elif not rest.strip():
            stop = end
        elif (not lead and _is_whole_line(rest, rules)) or (limit < line_end and _is_one_line(rest)):
            stop = limit
        else:
            elsewhere = text[:start] + "\n" + text[end + min(len(rest), 300) :]
            stop = end + headline_end(rest, elsewhere, rules, announced=colon)
            if stop == end and not (rest[0].isupper() or rest[0] in "\"“'‘"):
                continue
        if text[begin - 1 : begin] in ("(", "[") and text[begin:stop].rstrip().endswith((")", "]")):
            begin -= 1
        yield Cut(max(begin, done), stop, RULE)
        done = stop


def _is_plain_link(text: str, start: int, end: int) -> bool:
    """Whether the cue at `[start, end)` is capitalised, of several words, and followed by a colon."""
    match = _BEHIND_CUE.match(text, end)
    return text[start].isupper() and " " in text[start:end] and match is not None and match["colon"] is not None


def _behind_cue(text: str, end: int) -> tuple[int, bool]:
    """Where the headline may begin behind a cue that ends at `end`, and whether a colon announces it."""
    match = _BEHIND_CUE.match(text, end)
    return (match.end(), match["colon"] is not None) if match else (end, False)


def bare_headlines(text: str, rules: CleanRules) -> Iterator[Cut]:
    """Headlines of other articles, bulleted or not, that stand on lines of their own at the end of `text`.

    A list of the article's own stays: one that a colon announces, that is numbered, or that names officers.
    """
    cuts: list[Cut] = []
    end = len(text)
    while end > 0:
        start = text.rfind("\n", 0, end) + 1
        line = text[start:end].strip()
        if line and (start == 0 or not _is_other_headline(line, rules)):
            if not line.endswith(":"):
                yield from cuts
            return
        if line:
            cuts.append(Cut(start, end, RULE))
        end = start - 1


def _is_other_headline(line: str, rules: CleanRules) -> bool:
    headline = _BULLET.sub("", line, count=1)
    if headline[0].isdigit() and re.match(r"\d+[.)]", headline):
        return False
    if any(word in rules.words["rank-word"] for word in re.findall(r"[A-Za-z]+", headline)):
        return False
    return "(" not in headline and is_headline(headline, rules)


def _is_whole_line(rest: str, rules: CleanRules) -> bool:
    """Whether all that follows a cue on its own line is the headline."""
    if len(rest) > 260 or re.search(r"[a-z][.!?][\"”]? *[A-Z\"“]", rest) or re.search(r"[\"”],? [a-z]{3,}", rest):
        return is_headline(rest, rules)
    return not rest.rstrip().endswith((".", '"', "”")) or is_headline(rest.rstrip(' ."”'), rules)


def _is_one_line(rest: str) -> bool:
    """Whether `rest`, what stands between a cue and the next one or a credit, has no sentence."""
    return len(rest) <= _LONGEST_LINK and not _SENTENCE_END.search(rest)


def _headlines_above(page: Page, start: int, rules: CleanRules) -> int:
    """The start of the bulleted headlines whose last line ends right before `start`, else `start`."""
    text = page.text
    while start > 0:
        above = text.rfind("\n", 0, start - 1) + 1
        line = text[above : start - 1].strip()
        bullet = _BULLET.match(line)
        if not bullet or not is_headline(line[bullet.end() :], rules):
            break
        start = above
    return start


def _headline_below(page: Page, end: int, colon: bool, rules: CleanRules) -> int:
    """The end of the headlines on the lines below `end` (bulleted ones, or one line that a colon or its capitals
    announce), else `end`.
    """
    text = page.text
    at, found = end, end
    while at < len(text):
        line_end = page.line_end(at + 1)
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
