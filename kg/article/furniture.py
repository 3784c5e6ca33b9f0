"""Find the furniture of a news page in an article's text: adverts, calls to the reader, videos, notices, credits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.article.headlines import headline_end
from kg.article.page import Cut, Page
from kg.article.rules import CleanRules

_URL_LINE = re.compile(r"\W{0,3}https?://\S+$")
_URL_FIRST = re.compile(r"https?://\S+ ")
_SEPARATOR = re.compile(r"[.\-–—_*=~|·•>;,\[\]()]+")
_RESIDUE = re.compile(r"(?:\n|(?<=[.\"”!?)]));[^;\n]{5,300}\?;[^;\n]{1,400}\s*\Z|[\"';]{2,3}\s*\Z")
_QUOTED_TITLE = re.compile(r"[ ]*['‘\"“].{3,220}?['’\"”] ?:|[ ]*['‘\"“][^'‘’\"“”\n]{3,220}['’\"”] ?:?")
_TITLE_AND_COLON = re.compile(r"[^\n.!?]{0,200}: *$")
_CLAUSE_START = re.compile(r"[.!?…][\"”')]*\s+|['\"”]:\s+|\n|,\s+|>+|\)\s+")
_SENTENCE = re.compile(r"[a-z][.!?][\"”]?\s|[\"”] [a-z]")
_SENTENCE_END = re.compile(r"[.!?][\"”')]*(?=\s|$)")
_POST_START, _SCRIPT_START = "View this post on ", "googletag.cmd"
_POST = re.compile(r"View this post on [A-Z][a-z]+(?:\s{1,4}A post shared by [^\n(]{0,80}(?:\(@[\w.]{1,40}\))?)?")
_SCRIPT = re.compile(r"googletag\.cmd\.push ?\(function ?\(\) ?\{[^\n}]{0,200}\} ?\);?")
_LONGEST_LINE = 160
_LONGEST_CALL = 420
_LONGEST_TITLE = 200
_TAIL = 700


def furniture(page: Page, rules: CleanRules) -> Iterator[Cut]:
    """The furniture of `page`, each piece with its rule; pieces may overlap."""
    yield from _lines(page, rules)
    yield from _shouted(page, rules)
    yield from _between_sentences(page, rules)
    yield from _embedded(page, rules)
    yield from _video_calls(page, rules)
    yield from _page_calls(page, rules)
    yield from _reposts(page, rules)
    yield from _reader_calls(page, rules)
    yield from _last_credits(page, rules)
    residue = _RESIDUE.search(page.text, max(0, len(page.text) - _TAIL))
    if residue:
        yield Cut(residue.start(), residue.end(), "residue of a table")


def _lines(page: Page, rules: CleanRules) -> Iterator[Cut]:
    """Lines that are furniture from end to end."""
    whole = rules.lowered["furniture-line"]
    credit = rules.regex(r"(?i)\(?<credit-cue> ?[:：][^\n]{0,80}$")
    byline = rules.regex(
        r"<byline-cue> [^\n.]{3,60}(?:\.(?i:com|co\.id|id)\b[^\n]{0,50})?$"
        r"|<report-word>(?: [A-Z][\w.]+){1,5} \| .{2,40}$"
    )
    for line in page.lines():
        address = _URL_FIRST.match(line.text)
        if address:
            yield Cut(line.start, line.start + address.end(), "link")
        if len(line.text) > _LONGEST_LINE:
            continue
        if line.text.rstrip(" :").lower() in whole:
            yield Cut(line.start, line.end, "page furniture")
        elif _SEPARATOR.fullmatch(line.text):
            yield Cut(line.start, line.end, "separator")
        elif _URL_LINE.match(line.text):
            yield Cut(line.start, line.end, "link")
        elif credit.match(line.text):
            yield Cut(line.start, line.end, "credit")
        elif byline.match(line.text):
            yield Cut(line.start, line.end, "byline")


def separators(page: Page) -> Iterator[Cut]:
    """Lines of nothing but punctuation, as other cuts leave them."""
    for line in page.lines():
        if _SEPARATOR.fullmatch(line.text):
            yield Cut(line.start, line.end, "separator")


def _shouted(page: Page, rules: CleanRules) -> Iterator[Cut]:
    """Furniture in capitals inside running text (`... kemarin. SCROLL TO CONTINUE WITH CONTENT Surya bilang ...`)."""
    for form in rules.shouted:
        at = page.text.find(form)
        while at >= 0:
            yield Cut(at, at + len(form), "page furniture")
            at = page.text.find(form, at + 1)


def _between_sentences(page: Page, rules: CleanRules) -> Iterator[Cut]:
    """`... kemarin. Advertisement Surya bilang ...`, with a cue behind it whose link is gone; `2 dari 3 halaman`."""
    behind = rules.regex(r"<inline-furniture>(?:\s*(?i:<related-link-cue>)(?! ?:))?(?=\s*(?:[A-Z\"“;]|\Z))")
    for start, _ in page.occurrences(rules.by_first_word["inline-furniture"]):
        match = behind.match(page.text, start)
        if match and page.starts_sentence(start):
            yield Cut(start, match.end(), "page furniture")
    if not any(f" {word}" in page.lowered for word in rules.lowered["page-number"]):
        return
    numbered = rules.regex(r"(?<![\w,] )\d{1,2} dari \d{1,2} <page-number>(?=\s*(?:[A-Z\d\"“]|\Z))")
    for match in numbered.finditer(page.text):
        yield Cut(match.start(), match.end(), "call to turn the page")


def _embedded(page: Page, rules: CleanRules) -> Iterator[Cut]:
    """`[Gambas:Video 20detik]`, a post that was embedded, the script of an advert."""
    if "[" in page.text:
        for match in rules.regex(r"(?i)\[<embed-label> ?:[^\]\n]{0,120}\]").finditer(page.text):
            yield Cut(match.start(), match.end(), "embedded media")
    for start, pattern in ((_POST_START, _POST), (_SCRIPT_START, _SCRIPT)):
        at = page.text.find(start)
        while at >= 0:
            found = pattern.match(page.text, at)
            if found:
                yield Cut(at, found.end(), "embedded media")
            at = page.text.find(start, at + 1)


def _video_calls(page: Page, rules: CleanRules) -> Iterator[Cut]:
    """`Simak video 'Judul':`, `Tonton video Judul:` at the end of a line, `Saksikan Live Pagi :`."""
    for start, end in page.occurrences(rules.by_first_word["video-cue"]):
        if not page.starts_sentence(start):
            continue
        line_end = page.line_end(end)
        while end < line_end and page.text[end] in " :":
            end += 1
        rest = page.text[end:line_end]
        quoted = _QUOTED_TITLE.match(rest)
        if quoted:
            stop = end + quoted.end()
        elif len(rest) <= 160 or _TITLE_AND_COLON.match(rest):
            stop = line_end
        else:
            stop = end + headline_end(rest, page.text[:start], rules)
        yield Cut(start, stop, "call to watch")


def _page_calls(page: Page, rules: CleanRules) -> Iterator[Cut]:
    """`Simak selengkapnya di halaman selanjutnya ...`: from the call or its clause's start to the phrase's end;
    `Halaman 2 dari 2`.
    """
    verbs = rules.lowered["page-verb"]
    for start, end in page.phrases(rules.lowered["page-cue"]):
        window = page.text[max(0, start - 200) : start]
        clause = max((m.end() for m in _CLAUSE_START.finditer(window)), default=0) + start - len(window)
        first = page.lowered[clause:start].split()
        while end < len(page.text) and page.text[end] in " .…":
            end += 1
        if not first or first[0].strip("'\"(>") in verbs:
            yield Cut(clause, end, "call to turn the page")
    number = rules.regex(
        r"(?i:<page-number>) \d+(?:[ ]\w{1,5}[ ]\d+)?(?: \d+)*(?=\s|$)(?: [A-Z][a-z]+(?= |$))?(?:[^.!?(\n]{0,300}\Z)?"
    )
    for start, _ in page.occurrences(rules.by_first_word["page-number"]):
        match = number.match(page.text, start)
        if match and page.starts_sentence(start):
            yield Cut(start, match.end(), "call to turn the page")


def _reposts(page: Page, rules: CleanRules) -> Iterator[Cut]:
    """`Artikel ini telah tayang di X dengan judul Y`, up to the end of the line or of the headline that it cites."""
    for start, end in page.occurrences(rules.by_first_word["repost-cue"]):
        if not page.starts_sentence(start):
            continue
        line_end = page.line_end(end)
        title = rules.regex(r"(?i)\b<title-cue>\b[ :]*").search(page.text, end, min(line_end, end + 200))
        begin = title.end() if title else end
        rest = page.text[begin:line_end]
        length = len(rest)
        if length > _LONGEST_TITLE:
            length = headline_end(rest, page.text[:start], rules) or _sentence_length(rest)
        yield Cut(start, begin + length, "notice of an earlier publication")


def _reader_calls(page: Page, rules: CleanRules) -> Iterator[Cut]:
    """`Dapatkan update berita pilihan ... Mari bergabung di Grup ...`, and lines that name a channel of the outlet."""
    for start, end in page.occurrences(rules.by_first_word["reader-call"]):
        if not page.starts_sentence(start):
            continue
        while start > 0 and page.text[start - 1] in "!-–• ":
            start -= 1
        line_end = page.line_end(end)
        stop = line_end if line_end - start <= _LONGEST_CALL else end + _sentence_length(page.text[end:line_end])
        yield Cut(start, stop, "call to the reader")
    for start, end in page.phrases(rules.lowered["channel-name"]):
        line_start, line_end = page.line_start(start), page.line_end(end)
        line = page.text[line_start:line_end].strip()
        if len(line) <= _LONGEST_LINE and line[-1] not in '.!?"”' and not _SENTENCE.search(line):
            yield Cut(line_start, line_end, "call to the reader")


def _last_credits(page: Page, rules: CleanRules) -> Iterator[Cut]:
    """`... katanya. Reporter: A Sumber: B` at the end of the text, and the copyright notice behind it.

    Several credits in a row, or one before the notice, need no end of a sentence before them.
    """
    text = page.text.rstrip()
    start, end = max(0, len(text) - _TAIL), len(text)
    notice = rules.regex(r"(?<!\w)<copyright-cue>").search(text, start)
    if notice:
        yield Cut(notice.start(), page.line_end(notice.start()), "copyright")
        end = len(text[: notice.start()].rstrip())
    if text.find(":", start, end) < 0:
        return
    behind_sentence = r"(?:(?<=[.!?\"”)*,])|(?<=[.!?\"”)*,] )|(?<=\n))"
    credit = r"(?:<credit-cue> ?: ?[^:\n]{1,60})"
    fewest = 1 if notice else 2
    ending = rules.regex(rf"(?:{behind_sentence}{credit}{{1,4}}|(?<= ){credit}{{{fewest},4}})\Z")
    match = ending.search(text, start, end)
    if match:
        yield Cut(match.start(), match.end(), "credit")


def _sentence_length(text: str) -> int:
    match = _SENTENCE_END.search(text)
    return match.end() if match else len(text)
