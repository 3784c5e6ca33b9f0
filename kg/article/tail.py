"""Find what stands after the article proper (initials, tags) and the credits of its photos."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.article.page import Cut, Page
from kg.article.rules import CleanRules

_NAMES = r"[A-Za-z][\w .]{2,40}(?:/[\w .]{2,40}){1,5}|[A-Z][a-z]+(?: [A-Z][a-z]+)?"
# (abc), (abc/def), (*), [], ****, (Tribun Kota/Nama Orang), (Nama)
_INITIALS = re.compile(
    rf"(?:\((?P<initials>[A-Za-z]{{2,6}}(?:[/\-,] ?[A-Za-z0-9]{{1,6}}){{0,4}}|\*+|{_NAMES})\)"
    r"|\[(?P<bracketed>[a-z]{2,5}(?:/[a-z]{2,5})*)?\]|\*{2,6})\.? *(?=\n|\Z)"
)
_BEFORE_TAGS = re.compile(r"\((?P<initials>[a-z]{2,4}(?:/[a-z]{2,4}){1,3}|\*+)\)(?=\s+\S)")
_SENTENCE_BEFORE = re.compile(r"[.!?…\"”')\]*\d]\s*(?:- *)?\Z")
_OWN_LINE = re.compile(r"\([A-Za-z]{2,20}(?:[/ ,-][A-Za-z]{2,20}){0,4}\)")
_SENTENCE = re.compile(r"[.!?][\"”')]*(?:\s|$)")
_TAIL = 500
_LONGEST_TAGS = 400


def initials(text: str) -> tuple[Cut, str] | None:
    """The reporters' initials at the end of `text` with everything behind them (tags), and what they say; `None` if
    none.

    They count where a sentence ended before them and none follows.
    """
    window = max(0, len(text) - _TAIL)
    for sign in re.finditer(r"[(\[*]", text[window:]):
        at = window + sign.start()
        match = _INITIALS.match(text, at) or _BEFORE_TAGS.match(text, at)
        before = _SENTENCE_BEFORE.search(text, max(0, at - 6), at)
        if match is None or before is None:
            continue
        behind = text[match.end() :].strip()
        if len(behind) > _LONGEST_TAGS or _SENTENCE.search(behind):
            continue
        groups = match.groupdict()
        start = before.end() - (len(before.group()) - len(before.group().rstrip(" -")))
        return Cut(start, len(text), "initials"), groups.get("initials") or groups.get("bracketed") or ""
    return None


def own_line_initials(page: Page) -> Iterator[Cut]:
    """Initials or a reporter's name in brackets on a line of their own in the second half of the page."""
    for line in page.lines():
        if line.start >= len(page.text) // 2 and _OWN_LINE.fullmatch(line.text):
            yield Cut(line.start, line.end, "initials")


def tags(page: Page, rules: CleanRules) -> Iterator[Cut]:
    """The list of tags at the end of the page, with the line that announces it."""
    window = max(0, len(page.text) - _TAIL - _LONGEST_TAGS)
    match = rules.regex(r"(?i)(?:\A|\n) *<tag-cue> *:? *(?:\n[^\n]{1,60}){1,20}\s*\Z").search(page.text, window)
    if match:
        yield Cut(match.start(), len(page.text), "tags")


def photo_credits(page: Page, rules: CleanRules) -> Iterator[tuple[Cut, bool]]:
    """The credits of photos, and whether what else their line holds is a caption.

    `... Kota X. Foto: dokumen/y.co--`, `... -Foto : Istimewa-`, `(Foto: ...)`, `(ANTARA/Nama)`, `(Dok. Polres)`.
    """
    text = page.text
    bracketed = rules.regex(r"(?i)[(\[] ?<photo-cue>\b ?[.:/][^()\n]{0,80}[)\]][ -]*")
    agency = rules.regex(r"\( ?(?:(?i:<outlet-name>)|[\w-]+\.(?i:com|co\.id|co|id)) ?/[^()\n]{2,60}\)[ -]*(?=\n|\Z)")
    for at in (m.start() for m in re.finditer(r"[(\[]", text)):
        match = bracketed.match(text, at) or agency.match(text, at)
        if match:
            end = match.end()
            yield Cut(_without_blanks(text, at), end, "photo credit"), end == len(text) or text[end] == "\n"
    for start, end in page.occurrences(rules.by_first_word["photo-cue"]):
        colon = re.compile(r" ?: ?").match(text, end)
        if not colon:
            continue
        line_end = page.line_end(end)
        before = text[page.line_start(start) : start].rstrip(" ")
        if not before:
            yield Cut(start, colon.end(), "photo credit"), True
        elif before[-1] in '-.!?"”)' and line_end - colon.end() <= 60:
            dashes = len(before) - len(before.rstrip("-")) if before[-1] == "-" else 0
            yield Cut(_without_blanks(text, start) - dashes, line_end, "photo credit"), True


def _without_blanks(text: str, at: int) -> int:
    while at > 0 and text[at - 1] == " ":
        at -= 1
    return at
