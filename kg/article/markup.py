"""Undo what publishing systems do to characters: entities, wrongly decoded bytes, invisible characters, odd blanks."""

from __future__ import annotations

import html
import re

from kg.article.traced import Edit, Traced

# An entity may be escaped twice (`&amp;nbsp;`). HTML, 13.5 Named character references; the names are at most 31 long.
_ENTITY = re.compile(r"&(?:amp;)*(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_TAG = re.compile(
    r"</?(?:p|br|div|span|b|i|u|em|strong|a|img|h[1-6]|ul|ol|li|blockquote|figure|figcaption|iframe)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_BLOCK = re.compile(r"</?(?:p|br|div|h[1-6]|ul|ol|li|blockquote|figure|figcaption)\b", re.IGNORECASE)

# UTF-8 bytes of punctuation read as Windows-1252 or Latin-1.
_MOJIBAKE = {
    "â€œ": "“",
    "â€\x9d": "”",
    "â€": "”",
    "â€˜": "‘",
    "â€™": "’",
    "â€“": "–",
    "â€”": "—",
    "â€¦": "…",
    "â\x80\x9c": "“",
    "â\x80\x9d": "”",
    "â\x80\x98": "‘",
    "â\x80\x99": "’",
    "â\x80\x93": "–",
    "â\x80\x94": "—",
    "â\x80¦": "…",
    "â\x80¢": "•",
    "Â\xa0": " ",
    "Â ": " ",
    "ï»¿": "",
}
_MISREAD = re.compile("|".join(map(re.escape, sorted(_MOJIBAKE, key=len, reverse=True))))

# Zero-width and bidirectional controls, variation selectors, soft hyphens, byte order marks (Unicode 9.9, 23.2) and
# control characters.
_INVISIBLE = re.compile(
    r"[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\U000e0000-\U000e007f\ud800-\udfff]+"
)
_NEWLINE = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_BLANK = re.compile("[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_BLANKS = re.compile(" {2,}| +(?=\n)|(?<=\n) +")


def without_markup(text: Traced) -> Traced:
    """The text with entities and misread bytes restored, tags, invisible and control characters gone, blanks single.

    Line ends are `\\n`. Restoring is done once: what an entity stands for is text and not looked at again as markup.
    """
    if "&" in text.text:
        text = text.substituted(_ENTITY, _decoded)
    if "<" in text.text:
        text = text.substituted(_TAG, lambda m: "\n" if _BLOCK.match(m.group()) else "")
    if not text.text.isascii():
        text = text.substituted(_MISREAD, lambda m: _MOJIBAKE[m.group()])
    for pattern, by in ((_NEWLINE, "\n"), (_INVISIBLE, ""), (_BLANK, " ")):
        text = text.substituted(pattern, by)
    if not any(blanks in text.text for blanks in ("  ", " \n", "\n ")):
        return text
    return text.edited([Edit(m.start(), m.end(), _narrowed(m)) for m in _BLANKS.finditer(text.text)])


def _decoded(match: re.Match[str]) -> str:
    entity = match.group()
    decoded = html.unescape(re.sub("^&(?:amp;)+(?=[^;]+;)", "&", entity))
    return entity if decoded.startswith("&") and decoded.endswith(";") else decoded


def _narrowed(match: re.Match[str]) -> str:
    text, start, end = match.string, match.start(), match.end()
    at_line_edge = start == 0 or text[start - 1] == "\n" or end == len(text) or text[end] == "\n"
    return "" if at_line_edge else " "
