"""Find what stands after the article proper (initials, tags) and the credits of its photos."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.article.related import Cut
from kg.article.rules import CleanRules

# (abc), (abc/def), (*), [], ****, (Tribun Jambi/Nama Orang), (Nama)
_INITIALS = re.compile(
    r"(?:(?<=[.!?…\"”')\]*]\s)|(?<=[.!?…\"”')\]*]))(?:-[ \t]*)?(?:"
    r"\((?P<initials>[A-Za-z]{2,6}(?:[/\-,][ ]?[A-Za-z0-9]{1,6}){0,4}|\*+|[A-Za-z][\w .]{2,40}(?:/[\w .]{2,40}){1,5}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)\)"
    r"|\[(?P<bracketed>[a-z]{2,5}(?:/[a-z]{2,5})*)?\]|\*{2,6})\.?[ \t]*$",
    re.MULTILINE,
)
_LAST_SIGN = re.compile(r"(?:(?<=[.!?…\"”')\]*\d]\s)|(?<=[.!?…\"”')\]*\d]))\((?P<initials>[a-z]{2,4}(?:/[a-z]{2,4}){1,3}|\*+)\)(?=\s+\S)")
_OWN_LINE = re.compile(r"(?m)^[ \t]*\([A-Za-z]{2,20}(?:[/ ,-][A-Za-z]{2,20}){0,4}\)[ \t]*$")
_TAGS = re.compile(r"(?:\A|\n)[ \t]*(?:TAGS?|[Tt]ags?|Topik|Label)[ \t]*:?[ \t]*(?:\n[^\n]{1,60}){1,20}\s*\Z")
_SENTENCE = re.compile(r"[.!?][\"”')]*\s|[.!?][\"”')]*$")


def initials(text: str) -> tuple[Cut, str] | None:
    """The reporters' initials at the end of `text` with everything behind them (tags), and what they say; `None` if none.

    They count where no sentence follows them.
    """
    window = max(0, len(text) - 500)
    for match in (*_INITIALS.finditer(text, window), *_LAST_SIGN.finditer(text, window)):
        behind = text[match.end() :]
        if _SENTENCE.search(behind.strip()) or len(behind) > 400:
            continue
        groups = match.groupdict()
        return Cut(match.start(), len(text), "initials"), groups.get("initials") or groups.get("bracketed") or ""
    return None


def own_line_initials(text: str) -> Iterator[Cut]:
    """Initials or a reporter's name in brackets that have a line to themselves in the second half of `text`; tags at its end."""
    for match in _OWN_LINE.finditer(text, len(text) // 2):
        yield Cut(match.start(), match.end(), "initials")
    tags = _TAGS.search(text)
    if tags:
        yield Cut(tags.start(), len(text), "tags")


def photo_credits(text: str, rules: CleanRules) -> Iterator[tuple[Cut, bool]]:
    """The credits of photos, and whether each ends its line: then the rest of the line is a caption.

    `... Kota X. Foto: dokumen/y.co--`, `... -Foto : Istimewa-`, `(Foto: ...)`, `(ANTARA/Nama)`, `(Dok. Polres)`.
    """
    shapes = (
        r"(?im)[ \t]*[(\[][ \t]*<photo-cue>\b[ \t]*[.:/][^()\n]{0,80}[)\]][ \t-]*",
        r"(?m)[ \t]*\([ \t]*(?:(?i:<outlet-name>)|[\w-]+\.(?:com|co\.id|co|id|CO\.ID|COM|CO))[ \t]*/[^()\n]{2,60}\)[ \t-]*$",
        r"(?im)[ \t]*-+[ \t]*<photo-cue>[ \t]*:[^\n]{0,60}$",
        r"(?im)(?<=[.!?\"”)])[ \t]*<photo-cue>[ \t]*:[^\n]{0,60}$",
        r"(?im)^[ \t]*<photo-cue>[ \t]*:[ \t]*",
    )
    for number, shape in enumerate(shapes):
        for match in rules.regex(shape).finditer(text):
            end_of_line = match.end() == len(text) or text[match.end()] == "\n"
            yield Cut(match.start(), match.end(), "photo credit"), end_of_line or number == len(shapes) - 1
