"""Quotation marks in one form: straight, in pairs within each paragraph, with blanks outside and none inside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.article.traced import Edit, Traced

_OPENERS = re.compile("[“„‟«❝]|``|‘‘|,,(?=[A-Z])|‹‹")
_CLOSERS = re.compile("[”»❞]|’’|››")
_NEUTRAL = re.compile('＂|\'\'|(?<![.,!?])"{2,}|"{2,}(?![A-Z“"])|"{3,}')
_SINGLE = re.compile("[‘’‚‛′´`‹›ʼ]")
_KINDS = (
    (_OPENERS, "“", ("„", "‟", "«", "❝", "``", "‘‘", ",,", "‹‹")),
    (_CLOSERS, "”", ("»", "❞", "’’", "››")),
    (_NEUTRAL, '"', ("＂", "''", '""')),
    (_SINGLE, "'", tuple("‘’‚‛′´`‹›ʼ")),
)
_LOST = re.compile("\ufffd+")
_MARK = re.compile('["“”]')
_SENTENCE_END = re.compile(r"(?<=[\w)%])[.!?…]+(?:\s+|(?=[A-Z][a-z]))")
_REPORTED = re.compile(r"[,.!?]\" [a-z]")
_NESTED = re.compile(r"[“\"][^\s.!?\"“”][^.!?\"“”]{0,60}(?<=\w)[\"”](?=[\s,.!?])")
_LONGEST_OPEN = 500
"""A quotation that nobody closed ends with its paragraph if that is at most this many characters away."""


def with_single_kinds(text: Traced) -> Traced:
    """Double quotation marks as `“`, `”` or, where their kind does not say whether they open, `"`; single ones as `'`.

    A replacement character (U+FFFD, bytes that an encoding lost) becomes a mark where one can stand.
    """
    for pattern, by, signs in _KINDS:
        if any(sign in text.text for sign in signs):
            text = text.substituted(pattern, by)
    return text.substituted(_LOST, _lost_mark) if "\ufffd" in text.text else text


def _lost_mark(match: re.Match[str]) -> str:
    before = match.string[match.start() - 1 : match.start()]
    after = match.string[match.end() : match.end() + 1]
    if not before.strip() or before == "(":
        return '"' if after.strip() else ""
    if before in ".,!?":
        return '"'
    return "'" if before.isalpha() and after.isalpha() else " "


def with_paired_marks(text: Traced, joint: str) -> Traced:
    """The text with the marks of each paragraph (lines parted by `\\n`) straight and in pairs.

    What stands beside a mark says whether it opens or closes, then its kind, then whether a quotation is open. A
    quotation left open is closed where the next one opens or at the end of a short paragraph; a mark that closes
    what nobody opened opens it at the start of its sentence if a reporting verb follows; any other mark without a
    partner is taken out. Marks within a quotation become single. `joint` parts sentences that a mark glues together.
    """
    edits: list[Edit] = []
    content = text.text
    if not _MARK.search(content):
        return text
    start = 0
    while start < len(content):
        end = content.find("\n", start)
        end = len(content) if end < 0 else end
        if _MARK.search(content, start, end):
            continued = bool(re.match(r"\n\s*[\"“]", content[end : end + 4]))
            edits += _paragraph(content, start, end, continued, joint)
        start = end + 1
    return text.edited(edits)


def _paragraph(text: str, start: int, end: int, continued: bool, joint: str) -> Iterator[Edit]:
    opened = -1
    opening: list[Edit] = []  # what the opening mark needs, if it turns out to have a partner
    skip_to = closed = start
    for match in _MARK.finditer(text, start, end):
        at = match.start()
        if at < skip_to:
            continue
        opens = _opens(text, at, start, end, opened >= 0) or (opened < 0 and _opens_behind_stop(text, at, end))
        if opened < 0 and opens and _is_stray(text, at, start, end):
            yield Edit(at, at + 1, "")
            continue
        if opened >= 0 and opens:
            nested = _NESTED.match(text, at, end)
            if nested and _MARK.search(text, nested.end(), end):
                yield Edit(at, at + 1, "'")
                yield Edit(nested.end() - 1, nested.end(), "'")
                skip_to = nested.end()
                continue
            close = _lost_close(text, opened, at)
            yield from opening
            yield Edit(close, close, '"')
        elif opened < 0 and not opens:
            if not _REPORTED.match(text[at - 1] + '"' + text[at + 1 : at + 3]):
                yield Edit(at, at + 1, "")
                continue
            begin = _sentence_start(text, closed, at)
            yield Edit(begin, begin, '"')
        if opens:
            opening = list(_opening(text, at, start, joint))
            opened = at
        else:
            yield from opening
            yield from _closing(text, at, end, joint)
            opening = []
            opened, closed = -1, at + 1
    if opened >= 0:
        stop = start + len(text[start:end].rstrip())
        if opened + 1 < stop and (continued or stop - opened <= _LONGEST_OPEN):
            yield from opening
            yield Edit(stop, stop, '"')
        else:
            yield Edit(opened, opened + 1, "")


def _opens(text: str, at: int, start: int, end: int, opened: bool) -> bool:
    """Whether the mark at `at` opens a quotation."""
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    free_before = before in " ([{-–—/:'"
    free_after = after in " .,;:!?)]}-–—/'"
    if free_before and not free_after:
        return not (
            opened and after.islower() and before == " " and text[at] != "“" and text[at - 2 : at - 1] in tuple(",.!?")
        )
    if free_after and not free_before:
        return False
    return not opened or (text[at] == "“" and not after.islower())


def _opens_behind_stop(text: str, at: int, end: int) -> bool:
    """Whether a mark that is glued to a full stop opens the sentence behind it (`aturan." Kami tegas," kata Kapolres`):
    the next mark closes before a reporting verb."""
    if (
        text[at - 1 : at] not in (".", "!", "?", "…")
        or text[at + 1 : at + 2] != " "
        or not text[at + 2 : at + 3].isupper()
    ):
        return False
    following = _MARK.search(text, at + 1, end)
    return following is not None and bool(
        _REPORTED.match(text[following.start() - 1] + '"' + text[following.end() : following.end() + 2])
    )


def _is_stray(text: str, at: int, start: int, end: int) -> bool:
    """Whether a mark with blanks on both sides opens nothing: no mark behind it closes what it would open."""
    if (at > start and text[at - 1] != " ") or (at + 1 < end and text[at + 1] != " "):
        return False
    following = _MARK.search(text, at + 1, end)
    return following is None or text[at + 1 : following.start()].rstrip()[-1:] not in tuple(",.!?")


def _opening(text: str, at: int, start: int, joint: str) -> Iterator[Edit]:
    before = text[at - 1] if at > start else " "
    if before not in " ([{-–—/'":
        part = joint if before in ".!?…" else " "
        yield Edit(at, at, part)
    yield Edit(at, at + 1, '"')
    if text[at + 1 : at + 2] == " ":
        yield Edit(at + 1, at + 2, "")


def _closing(text: str, at: int, end: int, joint: str) -> Iterator[Edit]:
    if text[at - 1] == " ":
        yield Edit(at - 1, at, "")
    yield Edit(at, at + 1, '"')
    after = text[at + 1] if at + 1 < end else " "
    if after not in " .,;:!?)]}-–—/'":
        glued = text[at - 1] in ".!?…" and (after.isupper() or after.isdigit())
        yield Edit(at + 1, at + 1, joint if glued else " ")


def _lost_close(text: str, opened: int, at: int) -> int:
    """Where a quotation opened at `opened` most likely ended before another opens at `at`: where sentences are
    glued, else there.
    """
    glued = re.compile(r"(?<=[a-z)])[.!?](?=[A-Z])").search(text, opened, at)
    if glued:
        return glued.end()
    return opened + len(text[opened:at].rstrip())


def _sentence_start(text: str, start: int, at: int) -> int:
    begin = start + len(text[start:at]) - len(text[start:at].lstrip())
    for match in _SENTENCE_END.finditer(text, start, at):
        begin = match.end()
    return begin
