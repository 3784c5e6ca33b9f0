"""The dates of an article: each expression with the day it fixes, or `None` and why not.

A year that the article leaves out is the one nearest to publication; where that is unknown, the only one near the
years that the article mentions in which the weekday fits. Nothing is taken from a clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import compress, pairwise
from operator import itemgetter

from kg.article.datewords import DateRules
from kg.article.isodates import day_of
from kg.model import DateExpression, Span

EXPLICIT = "explicit"
RANGE = "first day of a range"
NEAREST = "nearest year to publication"
NEAREST_MISFIT = "nearest year to publication; the weekday does not fit"
WEEKDAY_YEAR = "weekday fixes the year"
SAME_YEAR = "year of the article's other dates"
SAME_YEAR_MISFIT = "year of the article's other dates; the weekday does not fit"
RELATIVE = "relative to publication"
SAME_WEEKDAY = "weekday of another date of the article"
NO_YEAR = "unknown: no year"
NO_PUBLICATION = "unknown: no publication date"
NO_SUCH_DAY = "unknown: no such day"
VAGUE = "unknown: no single day"

LAST_OLD_MONTH = 3  # month of a year until which the number of the year before is written by mistake
_YEAR = re.compile(r"(?:19|20)(?<![\d/.,]..)\d\d(?![\d/]|[.,]\d)")
_DECREE_YEAR = re.compile(r"[Nn]o(?:mor)?\.? ?\d{1,4}(?:/| [Tt]ahun )((?:19|20)\d\d)\b")
_APPOSITION = re.compile(r"[ ,(]{1,3}")


@dataclass(frozen=True, slots=True)
class _Found:
    """A date expression as written: what it states and what it leaves out."""

    span: Span
    day: int = 0
    month: int = 0
    year: int = 0
    weekday: int = 0
    offset: int | None = None
    vague: bool = False
    ranged: bool = False
    direction: int = 0

    def fits(self, year: int) -> bool:
        """Whether the weekday is that of the day in `year`."""
        day = day_of(year, self.month, self.day)
        return day is not None and day.isoweekday() == self.weekday


def find_dates(text: str, published: date | None, rules: DateRules) -> tuple[DateExpression, ...]:
    """The date expressions of `text` in order; spans are offsets into `text`."""
    found = tuple(_expressions(text, rules))
    explicit = frozenset(day for f in found if f.year and (day := day_of(f.year, f.month, f.day)))
    today = published or _stated_today(text, found)
    mentioned = frozenset(map(int, _YEAR.findall(text)))
    known = _Known(today, explicit, None if today else _common_year(text, found, explicit), mentioned)
    return tuple(DateExpression(f.span, *_resolved(f, known)) for f in found)


def _stated_today(text: str, found: Iterable[_Found]) -> date | None:
    """The day of writing where the article gives it beside a word for it: `hari ini, Sabtu, 15 November 2025`."""
    days = set()
    for first, second in pairwise(found):
        for word, day in ((first, second), (second, first)):
            stated = day_of(day.year, day.month, day.day) if day.year and not day.ranged else None
            if word.offset is not None and stated and _APPOSITION.fullmatch(text, first.span.end, second.span.start):
                days.add(stated - timedelta(days=word.offset))
    return days.pop() if len(days) == 1 else None


def _common_year(text: str, found: Iterable[_Found], explicit: frozenset[date]) -> int | None:
    """The one year in which the most weekdays fit their days; `None` where several years do as well or none does.

    It lies at most a year from one that the article mentions (first those of its full dates), and not before a numbered
    law or decree that it cites.
    """
    short = [f for f in found if f.weekday and f.month and not f.year]
    cited = max((int(year) for year in _DECREE_YEAR.findall(text)), default=0)
    for mentioned in ({day.year for day in explicit}, {int(year) for year in _YEAR.findall(text)}):
        near = {year + step for year in mentioned for step in (-1, 0, 1) if year + step >= cited}
        # over New Year the days of December are those of the year before
        december = {1, 12} <= {f.month for f in short}
        fits = {year: sum(f.fits(year - (december and f.month == 12)) for f in short) for year in near}
        best = max(fits.values(), default=0)
        winners = [year for year, count in fits.items() if count == best]
        if best:
            return winners[0] if len(winners) == 1 else None
    return None


def find_publication(text: str, rules: DateRules) -> date | None:
    """The last full date of a publication stamp."""
    days = [day for f in _expressions(text, rules) if f.year and (day := day_of(f.year, f.month, f.day))]
    return days[-1] if days else None


_LETTERS = re.compile(r"[A-Za-z]+")
_FIGURES = re.compile(r"[0-9]+|\((?=[ ]?[0-9])")


def _expressions(text: str, rules: DateRules) -> Iterator[_Found]:
    """The date expressions of `text`, the earliest first and none within another."""
    done = 0
    weekday_pattern = rules.weekday_pattern
    for start, pattern in _candidates(text, rules):
        if start < done or (start > 0 and (text[start - 1].isalnum() or text[start - 1] in "_/")):
            continue
        match = pattern.match(text, start)
        if match is None and text[start].isupper() and pattern is not weekday_pattern:
            match = weekday_pattern.match(text, start)  # "Minggu" is a weekday too, where "minggu lalu" was not meant
        found = _found(match, rules) if match else None
        if match and found:
            done = match.end()
            yield found


def _candidates(text: str, rules: DateRules) -> list[tuple[int, re.Pattern[str]]]:
    """Where a date expression may begin, in order, with the pattern that it would match."""
    candidates = [(figure.start(), rules.day_pattern) for figure in _FIGURES.finditer(text)]
    words = set(_LETTERS.findall(text))
    for word in compress(words, map(rules.openers.__contains__, map(str.lower, words))):
        pattern = rules.openers[word.lower()]
        at = text.find(word)
        while at >= 0:
            candidates.append((at, pattern))
            at = text.find(word, at + len(word))
    return sorted(candidates, key=itemgetter(0))


def _found(match: re.Match[str], rules: DateRules) -> _Found | None:
    groups = {key: value for key, value in match.groupdict().items() if value is not None}
    span = Span(match.start(), match.end())
    direction = groups.get("direction", "")
    sense = -1 if direction in rules.past else 1 if direction in rules.future else 0
    weekday = rules.weekdays[groups["weekday"].lower()] if "weekday" in groups else 0
    if "relative" in groups:
        return _Found(span, offset=rules.relative[_plain(groups["relative"])])
    if "vague" in groups:
        return _Found(span, vague=True)
    if "count" in groups:
        word = groups["count"].lower()
        count = int(word) if word.isdigit() else rules.numbers[word]
        return _Found(span, offset=-count if "ago" in groups else count)
    if "alone" in groups:
        return _Found(span, weekday=weekday, direction=sense) if len(groups["weekday"]) > 3 else None
    parts = {key[:-1]: value for key, value in groups.items() if key[-1].isdigit()}
    month, year, first = parts["month"], parts.get("year", ""), parts.get("first", "")
    return _Found(
        span,
        day=int(first or parts["day"]),
        month=int(month) if month.isdigit() else rules.months[month.lower()],
        year=int(year or 0) + (2000 if len(year) == 2 else 0),
        weekday=0 if first else weekday,
        ranged=bool(first),
        direction=sense,
    )


def _plain(form: str) -> str:
    return re.sub(r"\s+", " ", form).lower()


@dataclass(frozen=True, slots=True)
class _Known:
    """What an article tells about its time: the day of publication, its full dates, the year its weekdays agree
    on, the years that it mentions.
    """

    published: date | None
    explicit: frozenset[date]
    year: int | None
    mentioned: frozenset[int]


def _resolved(found: _Found, known: _Known) -> tuple[date | None, str]:
    if found.vague:
        return None, VAGUE
    if found.offset is not None:
        if known.published is None:
            return None, NO_PUBLICATION
        return known.published + timedelta(days=found.offset), RELATIVE
    if not found.month:
        return _weekday_alone(found, known)
    if found.year:
        if found.weekday and found.month <= LAST_OLD_MONTH and not found.fits(found.year):
            year = found.year + 1  # `Kamis (4/1/2024)` of January 2025: last year's number is still written
            if year in known.mentioned and found.fits(year):
                return day_of(year, found.month, found.day), WEEKDAY_YEAR
        day = day_of(found.year, found.month, found.day)
        return (day, RANGE if found.ranged else EXPLICIT) if day else (None, NO_SUCH_DAY)
    return _without_year(found, known)


def _weekday_alone(found: _Found, known: _Known) -> tuple[date | None, str]:
    """A weekday alone is the nearest one before publication (after it, with `mendatang`)."""
    same = [day for day in known.explicit if day.isoweekday() == found.weekday]
    if (
        len(same) == 1
        and not found.direction
        and (known.published is None or abs((known.published - same[0]).days) < 7)
    ):
        return same[0], SAME_WEEKDAY
    if known.published is None:
        return None, NO_PUBLICATION
    back = (known.published.isoweekday() - found.weekday) % 7
    if found.direction > 0:
        return known.published + timedelta(days=7 - back), RELATIVE
    return known.published - timedelta(days=back), RELATIVE


def _without_year(found: _Found, known: _Known) -> tuple[date | None, str]:
    if known.published is not None:
        return _nearest(found, known.published)
    if found.weekday and known.year:
        turn = (0, -1, 1) if found.month in (1, 12) else (0,)
        year = next((known.year + step for step in turn if found.fits(known.year + step)), 0)
        if year:
            return day_of(year, found.month, found.day), WEEKDAY_YEAR
        day = day_of(known.year, found.month, found.day)
        return (day, SAME_YEAR_MISFIT) if day else (None, NO_SUCH_DAY)
    years = {day.year for day in known.explicit} if not found.weekday else set()
    if len(years) == 1:
        day = day_of(years.pop(), found.month, found.day)
        return (day, SAME_YEAR) if day else (None, NO_SUCH_DAY)
    return None, NO_YEAR


def _nearest(found: _Found, published: date) -> tuple[date | None, str]:
    """The day in the year that lies nearest to publication, on the side that `lalu` or `mendatang` says."""
    near = [day for step in (-1, 0, 1) if (day := day_of(published.year + step, found.month, found.day))]
    if found.direction:
        near = [day for day in near if (day - published).days * found.direction >= 0] or near
    if not near:
        return None, NO_SUCH_DAY
    best = min(near, key=lambda day: abs((day - published).days))
    if found.weekday and best.isoweekday() != found.weekday:
        return best, NEAREST_MISFIT
    return best, NEAREST
