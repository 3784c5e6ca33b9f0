"""Find what stands before the article proper: field labels, the time of publication, the dateline, a repeated title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.article.page import Cut, Page
from kg.article.rules import CleanRules
from kg.article.traced import Edit, Traced

_DOMAIN = r"(?:[A-Za-z][\w-]*[ \t]?\.[ \t]?(?i:com|co\.id|co|id|net|tv|org|news|info)\b(?!\.\w))"
_PLACE = r"(?:[A-Z][\w'’.]*(?:[ /-](?:[A-Z][\w'’.]*|di|dan)){0,3})"
_DASH = r"(?:-[ \t]*-|[-–—|:])+"
STAMP = "time of publication"
"""The rule under which a line with the time of publication is left out."""
_HEADER = 800
_CLOCK = r"(?:[ ,|-]+\d{1,2}[:.]\d\d)(?: ?<time-zone>)?"
_DAY = r"(?:[a-z']{3,7},? )?\d{1,2}[ /-](?:[a-z]{3,9}|\d{1,2})[ /-]\d{4}"
_STAMP = (
    rf"(?i)(?:<stamp-cue>[^\n]{{6,60}}?<time-zone>?|(?:{_DOMAIN} ?[-,|] ?)?{_DAY}{_CLOCK}|\d+ <clock-unit> <ago-cue>)"
    r"(?: ?<stamp-cue>[^\n]{6,40})?"
)
_B = r"[ \t]*"


def _outlet(number: int) -> str:
    return rf"(?P<outlet{number}>{_DOMAIN}|(?i:<outlet-name>)\b)"


def _place(number: int) -> str:
    return rf"(?P<place{number}>{_PLACE})"


_DATELINES = (
    rf"{_outlet(0)}{_B},{_B}(?P<place0>[A-Z][a-z]{{2,}}(?=[A-Z][a-z])|[A-Z]{{4,}}(?=[A-Z][a-z]{{2}}))",  # glued
    rf"{_outlet(1)}{_B}(?:[,|]|\.(?= )){_B}{_place(1)}(?:{_B}{_DASH}|(?<=[A-Z][A-Z][A-Z])(?=[ \t]+[A-Z][a-z]))",
    rf"{_place(2)}{_B}[,|]{_B}{_outlet(2)}{_B}{_DASH}",
    rf"{_place(3)}{_B}\({_B}{_outlet(3)}{_B}\){_B}{_DASH}",
    rf"{_outlet(4)}{_B}[|/]{_B}{_place(4)}{_B}{_DASH}",
    rf"{_outlet(5)}{_B}{_DASH}",
    r"(?P<place6>[A-Z][A-Z.'’]*(?:[ /-][A-Z][A-Z.'’]*)*)"
    rf"(?:{_B}[,(]{_B}(?P<outlet6>[A-Z][\w .]{{2,30}}?)\)?)?{_B}(?:--|[–—]|-(?=[ \t]?[A-Z]))",
    rf"(?P<place7>{_PLACE})(?:[ \t]+--?|[ \t]*[–—])[ \t]*(?=[A-Z\"“])",
    rf",{_B}(?:{_place(8)}{_B}{_DASH}|(?P<town8>[A-Z][a-z]+)(?=[ \t]+[A-Z]))",
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline's stretch of text, the place and the outlet that it names ("" where it names none)."""

    start: int
    end: int
    place: str
    outlet: str


def find_dateline(text: str, start: int, rules: CleanRules) -> Dateline | None:
    """The dateline at the beginning of the paragraph at `start`: `PALEMBANG, SUMEKS.CO -`, `TEMPO.CO, Jakarta -`,
    `BANDAR LAMPUNG –`.

    A dateline ends in a dash (a colon or nothing is enough after an outlet and a place in capitals, and nothing where
    the sentence is glued to the place).
    """
    for number, shape in enumerate(_DATELINES):
        match = rules.regex(shape).match(text, start, min(len(text), start + 120))
        if not match:
            continue
        groups = match.groupdict()
        found_place = groups.get(f"place{number}") or groups.get(f"town{number}") or ""
        found_outlet = groups.get(f"outlet{number}") or ""
        if number in (6, 7) and (len(found_place) > 40 or len(found_place) < 4 or not _single_name(found_place)):
            continue
        if text[match.end() : match.end() + 1] == "\n" and number == 7:
            continue
        if not found_outlet and re.search("[a-z][A-Z]", found_place):  # a brand and not a town
            found_place, found_outlet = "", found_place
        return Dateline(
            start,
            match.end(),
            found_place.strip(" .,"),
            re.sub(r"\s", "", found_outlet) if "." in found_outlet else found_outlet,
        )
    return None


_SPLIT_DATELINE = re.compile(
    rf"({_PLACE}, {_DOMAIN}(?=\s*\n)|{_PLACE}(?=\s*\n *[-–—] *\n))[ \t]*\n[ \t]*([-–—])[ \t]*\n?[ \t]*(?=\S)"
)


def with_dateline_on_one_line(text: Traced, start: int) -> Traced:
    """The text with a dateline at `start` whose place, dash and sentence stand on three lines on one."""
    match = _SPLIT_DATELINE.match(text.text, start)
    if not match:
        return text
    return text.edited([Edit(match.end(1), match.start(2), " "), Edit(match.end(2), match.end(), " ")])


_BEHIND_LABEL = re.compile(r"(?<=[a-z])(?=[A-Z][A-Z-]{3,}\.(?i:com|co\.id|co|id|net)\b[ \t]*[|,/][ \t]*[A-Z])")
_LONGEST_LABEL = 160


def with_dateline_on_own_line(text: Traced, start: int) -> Traced:
    """The text with a line end before a dateline that was glued to what stood above it: the name of a section or of
    the reporter (`Berita TebingTEBINGNEWS.COM | TEBING - ...`).
    """
    match = _BEHIND_LABEL.search(text.text, start, start + _LONGEST_LABEL)
    if not match or "\n" in text.text[start : match.start()]:
        return text
    return text.edited([Edit(match.start(), match.start(), "\n")])


def _single_name(place: str) -> bool:
    """Whether a bare place before a dash is as short as names of towns are."""
    return len(place.split()) <= 3


def header_cuts(page: Page, rules: CleanRules) -> Iterator[Cut]:
    """Field labels that a scraper left, the outlet's name alone on a line and lines that are only a time of
    publication.
    """
    label = rules.regex(r"(?i)<page-label> ?: ?")
    outlet = rules.regex(rf"(?:{_DOMAIN}|(?i:<outlet-name>))")
    stamp = rules.regex(_STAMP)
    for line in page.lines():
        if line.start < _HEADER:
            labelled = label.match(line.text)
            if labelled:
                yield Cut(line.start, line.start + labelled.end(), "field label")
            elif outlet.fullmatch(line.text) and not _is_inline(page, line.start, line.end):
                yield Cut(line.start, line.end, "outlet")
        if len(line.text) < 140 and line.text[-1] not in ".!?" and stamp.fullmatch(line.text):
            yield Cut(line.start, line.end, STAMP)


def _is_inline(page: Page, start: int, end: int) -> bool:
    """Whether a line is part of a sentence that a link in it broke."""
    before, after = page.text[:start].rstrip()[-1:], page.text[end:].lstrip()[:1]
    return bool(before) and before not in '.!?:"”)' and not after.isupper()


def beside_title(page: Page, start: int, end: int) -> Iterator[Cut]:
    """A field label before the title that stands at `[start, end)`, and the site's name behind it on its line."""
    if page.text[:start].strip():
        yield Cut(0, start, "field label")
    line_end = page.line_end(end)
    if re.match(r" ?[-|–] ", page.text[end:line_end]):
        yield Cut(end, line_end, "outlet")


def repeated_titles(text: str, title: str) -> Iterator[Cut]:
    """Further lines that repeat the title (given as it stands on the first line of `text`)."""
    wanted = _letters(title)
    if len(wanted) < 15:
        return
    at = text.find("\n", len(text) - len(text.lstrip()))
    while 0 <= at < len(text) and at < 4 * len(title) + 400:
        end = text.find("\n", at + 1)
        end = len(text) if end < 0 else end
        if len(wanted) <= end - at <= 2 * len(title) and _letters(text[at + 1 : end]) == wanted:
            yield Cut(at + 1, end, "repeated title")
        at = end


def _letters(line: str) -> str:
    return re.sub(r"\W+", "", line).lower()
