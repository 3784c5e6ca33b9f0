"""Dates in metadata: ISO 8601, figures in the order of Indonesia, and whatever else states a day in full."""

from __future__ import annotations

import re
from datetime import date

_ISO = re.compile(r"\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"\s*((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
_DMY = re.compile(r"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d\d)(?!\d)")
_NAMED = re.compile(r"(?i)[a-z]{3}.*\d|\d.*[a-z]{3}")
_IN_URL = re.compile(r"/((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})/")
_FIRST_YEAR, _LAST_YEAR = 1945, 2100
_LONGEST = 60


def parse_published(text: str) -> date | None:
    """The day that a metadata field states, else `None`.

    `2024-11-24T10:00:00+07:00`, `2024/11/24`, `20241124`, `24/11/2024` (day, month, year, as Indonesia writes them),
    `02-4-2022`, `Minggu, 24 Nov 2024 10:00 WIB`. A day that only a clock could tell (`kemarin`, `2 jam lalu`) is
    unknown.
    """
    match = _ISO.match(text) or _COMPACT.match(text)
    if match:
        return day_of(int(match[1]), int(match[2]), int(match[3]))
    match = _DMY.search(text)
    if match:
        year = int(match[3])
        return day_of(year + 2000 if year < 100 else year, int(match[2]), int(match[1]))
    return _named(text) if len(text) <= _LONGEST and _NAMED.search(text) else None


def date_in_url(url: str) -> date | None:
    """The day in a path such as `/read/2024/11/24/...`, as several outlets write it."""
    match = _IN_URL.search(url)
    return day_of(int(match[1]), int(match[2]), int(match[3])) if match else None


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or `None` where the calendar has none such or no news was written then."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _named(text: str) -> date | None:
    """A day whose month is named; the parser is loaded (half a second) only for such a field."""
    import dateparser

    settings = {"DATE_ORDER": "DMY", "REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]}
    moment = dateparser.parse(text, languages=["id", "en"], settings=settings)
    return day_of(moment.year, moment.month, moment.day) if moment else None
