"""Dates in metadata: ISO 8601 and the day-month-year figures of scrapers."""

from __future__ import annotations

import re
from datetime import date

_ISO = re.compile(r"\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"\s*((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
_DMY = re.compile(r"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d\d)(?!\d)")
_FIRST_YEAR, _LAST_YEAR = 1945, 2100


def parse_published(text: str) -> date | None:
    """The day that a metadata field states: `2024-11-24T10:00:00+07:00`, `2024/11/24`, `20241124`, `24/11/2024`, `02-4-2022`; else `None`.

    Figures in the order day, month, year, as Indonesia writes them.
    """
    match = _ISO.match(text) or _COMPACT.match(text)
    if match:
        return day_of(int(match[1]), int(match[2]), int(match[3]))
    match = _DMY.search(text)
    if match:
        year = int(match[3])
        return day_of(year + 2000 if year < 100 else year, int(match[2]), int(match[1]))
    return None


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or `None` where the calendar has none such or no news was written then."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
