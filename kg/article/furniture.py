"""Find the furniture of a news page inside an article's text: adverts, calls to the reader, video links, notices, credits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.article.headlines import headline_end
from kg.article.related import Cut
from kg.article.rules import CleanRules

_SENTENCE_START = r"(?:^|(?<=[.!?…:;\"”')\]*-])|(?<=[.!?…:;\"”')\]*-] ))"
_GAMBAS = re.compile(r"\[(?:Gambas|Video|Foto|Embed|Tweet|Instagram)\s*:[^\]\n]{0,120}\]", re.IGNORECASE)
_URL_LINE = re.compile(r"(?m)^\W{0,3}https?://\S+[ \t]*$|^https?://\S+ ")
_LEFTOVER = re.compile(r"(?m)^[ \t]*[.\-–—_*=~|·•>;,]+[ \t]*$")
_RESIDUE = re.compile(r"(?:\n|(?<=[.\"”!?)]));[^;\n]{5,300}\?;[^;\n]{1,400}\s*\Z|[\"';]{2,3}\s*\Z")
_MAX_CALL = 420


def furniture(text: str, rules: CleanRules) -> Iterator[Cut]:
    """The furniture of `text`, each piece with its rule; pieces may overlap."""
    lowered = text.lower()
    yield from _matches(_GAMBAS, text, "embedded media")
    yield from _matches(_URL_LINE, text, "link")
    yield from _matches(_RESIDUE, text, "residue of a table")
    yield from _matches(rules.regex(r"(?im)^[ \t]*<furniture-line>[ \t]*:?[ \t]*$"), text, "page furniture")
    yield from _shouted(text, rules)
    yield from _video_calls(text, lowered, rules)
    yield from _page_calls(text, lowered, rules)
    yield from _reposts(text, lowered, rules)
    yield from _reader_calls(text, rules)
    yield from _credits(text, rules)
    yield from _matches(_LEFTOVER, text, "separator")


def _matches(pattern: re.Pattern[str], text: str, rule: str) -> Iterator[Cut]:
    for match in pattern.finditer(text):
        yield Cut(match.start(), match.end(), rule)


def _shouted(text: str, rules: CleanRules) -> Iterator[Cut]:
    """Furniture in capitals inside running text (`... (24/6/2025). SCROLL TO CONTINUE WITH CONTENT Yuli bilang ...`)."""
    forms = [form for form in rules.words["furniture-line"] if form.isupper() and len(form) > 9]
    for form in forms:
        for match in re.finditer(re.escape(form).replace(r"\ ", r"\s+"), text):
            yield Cut(match.start(), match.end(), "page furniture")


def _video_calls(text: str, lowered: str, rules: CleanRules) -> Iterator[Cut]:
    """`Simak video 'Title':`, `Tonton video Title:` at the end of a line, `Saksikan Live DetikPagi :`."""
    if not rules.may_occur("video-cue", lowered):
        return
    for match in rules.regex(r"(?im)" + _SENTENCE_START + r"[ \t>]*<video-cue>(?-i:(?![a-z]))[ \t]*:?[ \t]*").finditer(text):
        if not match.group().lstrip(" \t>")[:1].isupper():
            continue
        line_end = _line_end(text, match.end())
        rest = text[match.end() : line_end]
        quoted = re.match(r"['‘\"“].{3,220}?['’\"”][ \t]*:|['‘\"“][^'‘’\"“”]{3,220}['’\"”][ \t]*:?", rest)
        colon = re.match(r"[^\n.!?]{0,200}:[ \t]*$", rest)
        if quoted:
            end = match.end() + quoted.end()
        elif colon or len(rest) <= 160:
            end = line_end
        else:
            end = match.end() + headline_end(rest, text[: match.start()], rules)
        yield Cut(match.start(), end, "call to watch")


def _page_calls(text: str, lowered: str, rules: CleanRules) -> Iterator[Cut]:
    """`Simak selengkapnya di halaman selanjutnya ...`, `Halaman 2 dari 2`: from the call or the sentence's start to the phrase's end."""
    yield from _matches(
        re.compile(r"(?m)(?:^|(?<=[.:\"”] ))[Hh]alaman \d+( dari \d+)?( \d+)*( Selanjutnya)?(?=\s|$)(?:[^.!?(\n]{0,300}\Z)?"), text, "call to turn the page"
    )
    if not rules.may_occur("page-cue", lowered):
        return
    for match in rules.regex(r"(?i)<page-cue>[ \t.…]*").finditer(text):
        window = text[max(0, match.start() - 200) : match.start()]
        starts = [m.end() for m in re.finditer(r"[.!?…][\"”')]*\s+|\n|,\s+|>+|\)\s+", window)]
        start = max(0, match.start() - 200) + (starts[-1] if starts else 0)
        if (
            re.match(
                r"(?i)\W*(simak|baca|bersambung|selengkapnya|lihat|klik|lanjut|berlanjut|ikuti|buka|ke)\b", text[start:]
            )
            or start == match.start()
        ):
            yield Cut(start, match.end(), "call to turn the page")


def _reposts(text: str, lowered: str, rules: CleanRules) -> Iterator[Cut]:
    """`Artikel ini telah tayang di X dengan judul Y`, up to the end of the line or of the headline that it cites."""
    if not rules.may_occur("repost-cue", lowered):
        return
    for match in rules.regex(r"(?im)" + _SENTENCE_START + r"[ \t]*<repost-cue>\b").finditer(text):
        line_end = _line_end(text, match.end())
        title = re.compile(r"(?:dengan )?judul[ \t]*:?[ \t]*").search(
            text, match.end(), min(line_end, match.end() + 200)
        )
        start = title.end() if title else match.end()
        rest = text[start:line_end]
        if len(rest) <= 200:
            end = line_end
        else:
            end = start + (headline_end(rest, text[: match.start()], rules) or _sentence_length(rest))
        yield Cut(match.start(), end, "notice of an earlier publication")


def _reader_calls(text: str, rules: CleanRules) -> Iterator[Cut]:
    """`Dapatkan update berita pilihan ... Mari bergabung di Grup Telegram ...`: sentence by sentence while they call."""
    call = rules.regex(r"(?im)" + _SENTENCE_START + r"[ \t]*(?:-[ \t]*|!+)?<reader-call>\b")
    for match in call.finditer(text):
        line_end = _line_end(text, match.end())
        rest = line_end - match.start()
        if rest <= _MAX_CALL:
            end = line_end
        else:
            end = match.end() + _sentence_length(text[match.end() : line_end])
        yield Cut(match.start(), end, "call to the reader")
    # "Cek ... di Google                 News" and the like: the last short line that names Google News or a channel
    last = re.search(
        r"(?i)(?:^|\n)[^\n.]{0,100}(?:google +news|whatsapp channel|saluran whatsapp|channel whatsapp)[^\n.]{0,60}\.?\s*\Z",
        text,
    )
    if last:
        yield Cut(last.start(), last.end(), "call to the reader")


def _credits(text: str, rules: CleanRules) -> Iterator[Cut]:
    """Lines and endings that say who made the article: `Sumber: ...`, `Reporter: A Sumber: B`, `Laporan Wartawan ...`."""
    yield from _matches(rules.regex(r"(?im)^[ \t(]*<credit-cue>[ \t]*[:：][^\n]{0,80}$"), text, "credit")
    yield from _matches(
        rules.regex(r"(?m)^[ \t]*<byline-cue>[ \t]+[^\n.]{3,60}(?:\.(?:com|co\.id|id)\b[^\n]{0,50})?$"), text, "byline"
    )
    ending = rules.regex(
        r"(?:(?<=[.!?\"”)*])|(?<=[.!?\"”)*] )|(?<=\n))(?:<credit-cue>[ \t]*:[ \t]*[^:\n]{1,60}){1,4}\Z"
    )
    yield from _matches(ending, text.rstrip(), "credit")


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _sentence_length(text: str) -> int:
    match = re.search(r"[.!?][\"”')]*(?=\s|$)", text)
    return match.end() if match else len(text)
