"""Blanks and paragraphs: sentences that lost the blank between them are parted, lines become paragraphs."""

from __future__ import annotations

import re

from kg.article.rules import CleanRules
from kg.article.traced import Edit, Traced

_GLUED_STOP = re.compile(r"[.!?…][\"”]?(?=[\"“]?(?:[A-Z][a-z]|[A-Z]{2,}[ ,]|[A-Z] [a-z]|\d+\. [A-Z]|\d+ [A-Za-z]{3}))")
_WORD_BEFORE = re.compile(r"[\w%)\]'-]+\Z")
_GLUED_COMMA = re.compile(r"(?<=[a-z]),(?=[A-Za-z]{2})|(?<=[a-z)])[:;](?=[A-Z][a-z])")
_GLUED_WORDS = re.compile(r"(?P<left>\b[A-Za-z]?[a-z]{2,})(?=(?P<right>[A-Z][a-z]{2,}))|(?<=[a-z]\))(?=[A-Za-z]{2})")
_GLUED_PAREN = re.compile(r"(?<=[a-z]{3})(?=\([A-Za-z])")
_LINE_BREAK = re.compile(r" *\n[ \n]*")
_DOMAIN = re.compile(r"(?:com|COM|Com|co|CO|Co|id|ID|Id|net|NET|tv|TV|org|ORG|go|ac|news|info)\b")


def glued_stops(text: str, rules: CleanRules) -> list[int]:
    """Where in `text` a sentence begins right behind the full stop of the one before."""
    found = []
    for match in _GLUED_STOP.finditer(text):
        word = _WORD_BEFORE.search(text, max(0, match.start() - 30), match.start())
        if word is None and text[match.start() - 1 : match.start()] not in (".", "…"):
            continue
        if match.group() == "." and word is not None and _is_abbreviation(word.group(), text, match.end(), rules):
            continue
        found.append(match.end())
    return found


def _is_abbreviation(word: str, text: str, end: int, rules: CleanRules) -> bool:
    """Whether the full stop behind `word` ends no sentence: an initial, an abbreviation, a number or part of a domain name."""
    core = word.rsplit("(", 1)[-1].rsplit("-", 1)[-1]
    if len(core) == 1 or core in rules.words["abbreviation"] or (core.isdigit() and text[end : end + 1].isdigit()):
        return True
    return bool(_DOMAIN.match(text, end))


def parted(text: Traced, rules: CleanRules, joint: str) -> Traced:
    """The text with a blank behind every comma and between words that were glued, and `joint` between glued sentences.

    Within a quotation (marks in pairs) glued sentences get a blank.
    """
    content = text.text
    quoted = _quoted(content)
    edits = [Edit(at, at, " " if _within(quoted, at) else joint) for at in glued_stops(content, rules)]
    edits += [Edit(m.end(), m.end(), " ") for m in _GLUED_COMMA.finditer(content)]
    edits += [Edit(m.start(), m.start(), " ") for m in _GLUED_PAREN.finditer(content)]
    camel = tuple(rules.words["camel-word"])
    for match in _GLUED_WORDS.finditer(content):
        at = match.end()
        word_start = content.rfind(" ", 0, at) + 1
        if match["left"] is None:
            edits.append(Edit(at, at, " "))
        elif (
            not content.startswith(camel, match.start())
            and not content.startswith(camel, word_start)
            and not _in_name(content, at)
        ):
            heading = not _within(quoted, at) and _ends_heading(content, at, rules)
            edits.append(Edit(at, at, "\n" if heading else " "))
    return text.edited(edits)


def _in_name(text: str, at: int) -> bool:
    """Whether the word around `at` is an address, an account or a tag, whose capitals are its own."""
    start = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at)) + 1
    end = re.compile(r"\s|$").search(text, at)
    word = text[start : end.start() if end else len(text)]
    return (
        "@" in word
        or "/" in word
        or "#" in word
        or "_" in word
        or bool(re.search(r"\w\.(?:com|co|id|net|tv|org)\b", word, re.IGNORECASE))
    )


def _ends_heading(text: str, at: int, rules: CleanRules) -> bool:
    """Whether a heading ends at `at` where a word was glued to it: two to ten words since the last sentence, and then a word that opens sentences."""
    start = max(text.rfind(mark, 0, at) for mark in '.!?\n"')
    words = text[start + 1 : at].split()
    opener = re.compile(r"\w+").match(text, at)
    return 2 <= len(words) <= 10 and opener is not None and opener.group() in rules.words["sentence-opener"]


def _quoted(text: str) -> list[tuple[int, int]]:
    marks = [m.start() for m in re.finditer('"', text)]
    return list(zip(marks[::2], marks[1::2], strict=False))


def _within(spans: list[tuple[int, int]], at: int) -> bool:
    from bisect import bisect_right

    i = bisect_right(spans, (at, 0)) - 1
    return i >= 0 and spans[i][0] < at <= spans[i][1]


def with_joined_lines(text: Traced) -> Traced:
    """One paragraph a line: line breaks inside a sentence become blanks, any others one `\\n`.

    A break is inside a sentence where the line before ends in no full stop and the next begins in lower case or with a mark
    that cannot begin one; in a text wrapped at a column (four breaks in ten are such) also before a capital.
    """
    content = text.text
    breaks = list(_LINE_BREAK.finditer(content))
    inside = [_continues(content, m) for m in breaks]
    wrapped = len(breaks) >= 8 and sum(inside) >= 0.4 * len(breaks)
    edits = []
    for match, joins in zip(breaks, inside, strict=True):
        before = content[match.start() - 1 : match.start()]
        after = content[match.end() : match.end() + 1]
        if match.start() == 0 or match.end() == len(content):
            by = ""
        elif joins or (wrapped and match.group().count("\n") == 1 and before not in '.!?:"”'):
            by = "" if after in tuple(".,;:!?)") else " "
        else:
            by = "\n"
        if by != match.group():
            edits.append(Edit(match.start(), match.end(), by))
    return text.edited(edits)


def _continues(text: str, match: re.Match[str]) -> bool:
    if match.start() == 0 or match.end() == len(text):
        return False
    before, after = text[match.start() - 1], text[match.end()]
    return before not in '.!?:;"”…' and (after.islower() or after in ".,;:!?)")
