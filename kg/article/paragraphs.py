"""Lines become paragraphs: those broken inside a sentence are joined, the others parted by a blank line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.article.traced import Edit, Traced

_LINE_BREAK = re.compile(r"\n[ \n]*")
_STOP_BEHIND_BLANK = re.compile(r"[,.;:?!](?<= .)(?=[\s\"')]|\Z)")
_BLANKS = re.compile(r" {2,}")
_POINT = re.compile(r"[a-z][.)] ")  # of a list: `b. Warga dilarang ...`


def with_joined_lines(text: Traced, start: int = 0, *, by_letter_only: bool = False) -> Traced:
    """One paragraph a line: line breaks inside a sentence become blanks, any others one `\\n`.

    A break is inside a sentence where the line before ends in no full stop and the next begins in lower case (no point
    of a list) or (not `by_letter_only`) with a mark that cannot begin one; in a text wrapped at a column, where four
    breaks in ten are such, also before a capital.
    """
    content = text.text
    breaks = list(_breaks(content))
    inside = [first >= start and _continues(content, first, last, by_letter_only) for first, last in breaks]
    wrapped = not by_letter_only and len(breaks) >= 8 and sum(inside) >= 0.4 * len(breaks)
    edits = []
    for (first, last), joins in zip(breaks, inside, strict=True):
        before = content[first - 1 : first]
        after = content[last : last + 1]
        if first == 0 or last == len(content):
            by = ""
        elif joins or (wrapped and content.count("\n", first, last) == 1 and before not in '.!?:"”'):
            by = "" if after in tuple(".,;:!?)") else " "
        else:
            by = "\n"
        if by != content[first:last]:
            edits.append(Edit(first, last, by))
    return text.edited(edits)


def _breaks(text: str) -> Iterator[tuple[int, int]]:
    """Where line breaks begin and end, blanks around them included."""
    for match in _LINE_BREAK.finditer(text):
        start = match.start()
        while start > 0 and text[start - 1] == " ":
            start -= 1
        yield start, match.end()


def _continues(text: str, start: int, end: int, by_letter_only: bool) -> bool:
    if start == 0 or end == len(text):
        return False
    before, after = text[start - 1], text[end]
    if _POINT.match(text, end):
        return False
    if before == "(" and not by_letter_only:
        return True
    return before not in '.!?:;"”…' and (after.islower() or (not by_letter_only and after in ".,;:!?)"))


def with_blank_lines(text: Traced) -> Traced:
    """Paragraphs parted by one blank line, single blanks, none before a full stop, nothing around the whole."""
    if "  " in text.text:
        text = text.substituted(_BLANKS, " ")
    text = text.edited([Edit(m.start() - 1, m.start()) for m in _STOP_BEHIND_BLANK.finditer(text.text)])
    last = len(text.text)
    text = text.edited(
        Edit(start, end, "" if start == 0 or end == last else "\n\n") for start, end in _breaks(text.text)
    )
    end = len(text.text.rstrip())
    start = len(text.text) - len(text.text.lstrip())
    if start >= end:
        return text.edited([Edit(0, len(text.text))])
    return text.edited([Edit(0, start), Edit(end, len(text.text))] if start or end < len(text.text) else [])
