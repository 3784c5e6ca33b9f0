"""The words of dates and the patterns of the expressions that they make."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

Words = Callable[[str], Iterable[str]]

_RELATIVE = {
    "day-today": 0,
    "day-yesterday": -1,
    "day-before-yesterday": -2,
    "day-tomorrow": 1,
    "day-after-tomorrow": 2,
}


@dataclass(frozen=True, eq=False)
class DateRules:
    """The words of dates: `months` and `weekdays` (ISO numbers) by form, `relative` in days from publication."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    numbers: Mapping[str, int]
    relative: Mapping[str, int]
    vague: frozenset[str]
    ago: frozenset[str]
    hence: frozenset[str]
    past: frozenset[str]
    future: frozenset[str]
    day_words: frozenset[str]
    to: frozenset[str]

    @classmethod
    def from_words(cls, words: Words) -> DateRules:
        """The rules from a look-up of word classes, such as `Lexicon.words` (`ontology/article-id.ttl`)."""

        def numbered(name: str, last: int) -> Mapping[str, int]:
            return MappingProxyType(
                {form.lower(): n for n in range(1, last + 1) for form in words(f"calendar/{name}-{n}")}
            )

        return cls(
            months=numbered("month", 12),
            weekdays=numbered("weekday", 7),
            numbers=numbered("number", 10),
            relative=MappingProxyType(
                {form.lower(): days for name, days in _RELATIVE.items() for form in words(f"calendar/{name}")}
            ),
            vague=frozenset(words("calendar/vague-period")),
            ago=frozenset(words("calendar/days-ago")),
            hence=frozenset(words("calendar/days-hence")),
            past=frozenset(words("calendar/past-cue")),
            future=frozenset(words("calendar/future-cue")),
            day_words=frozenset(words("calendar/day-word")),
            to=frozenset(words("calendar/range-word")),
        )

    @cached_property
    def weekday_pattern(self) -> re.Pattern[str]:
        """A weekday and the day that may follow it: `Selasa (21/11)`, `Kamis, 23 November 2023`, `Senin`."""
        return re.compile(
            rf"(?P<weekday>{_any(self.weekdays, capital=True)})(?:,?[ ]*\([ ]?(?:{_figures(1)}|{self._named(2)})[ ]?\)"
            rf"|,?[ ](?:(?:{_any(self.day_words)})[ ])?(?:{self._named(3)}|{_figures(4)})(?![\d/])"
            r"|(?P<alone>\b(?![ ]?\()))"
            rf"{self._direction}"
        )

    @cached_property
    def day_pattern(self) -> re.Pattern[str]:
        """A day that begins with a figure or a bracket: `24 November 2024`, `22-24 Mei`, `24/11/2024`, `(5/2)`."""
        return re.compile(
            rf"(?:\([ ]?{_figures(5)}[ ]?\)"
            r"|(?P<day6>\d{1,2})(?P<mark6>[/-])(?P<month6>\d{1,2})(?P=mark6)(?P<year6>\d{4})(?![\d/])"
            r"|(?P<year7>(?:19|20)\d\d)-(?P<month7>\d\d)-(?P<day7>\d\d)(?!\d)"
            rf"|{self._named(8)}"
            rf"|(?P<count>\d{{1,3}})[ ](?:(?P<ago>{_any(self.ago)})|(?P<hence>{_any(self.hence)}))\b"
            rf"){self._direction}"
        )

    @cached_property
    def word_pattern(self) -> re.Pattern[str]:
        """A day or a period in words: `kemarin`, `dua hari lalu`, `awal pekan ini`."""
        return re.compile(
            rf"(?:(?P<vague>{_any(self.vague)})|(?P<relative>{_any(self.relative)})"
            rf"|(?P<count>{_any(self.numbers)})[ ]?(?:(?P<ago>{_any(self.ago)})|(?P<hence>{_any(self.hence)})))\b",
            re.IGNORECASE,
        )

    @cached_property
    def openers(self) -> Mapping[str, re.Pattern[str]]:
        """Which pattern an expression may match by its first run of letters, in lower case."""
        weekdays = dict.fromkeys((re.split(r"[^a-z]", form)[0] for form in self.weekdays), self.weekday_pattern)
        counted = (number + form.split()[0] for number in self.numbers for form in (*self.ago, *self.hence))
        words = (form.lower().split()[0] for form in (*self.vague, *self.relative, *self.numbers, *counted))
        return MappingProxyType(weekdays | dict.fromkeys(words, self.word_pattern))

    @cached_property
    def _direction(self) -> str:
        return rf"(?:[ ](?P<direction>{_any(self.past | self.future)})\b)?"

    def _named(self, number: int) -> str:
        """A day and the name of its month, perhaps the end of a range, perhaps its year; groups end in `number`."""
        first = rf"(?:(?P<first{number}>\d{{1,2}})[ ]?(?:-|–|—|s/d|{_any(self.to)})[ ]?)?"
        month = rf"(?P<month{number}>{_any(self.months, capital=True)})\b(?:\.(?=,?[ ](?:19|20)\d\d))?"
        return rf"{first}(?P<day{number}>\d{{1,2}})[ ]{month}(?:,?[ ](?P<year{number}>(?:19|20)\d\d)\b)?"


def _figures(number: int) -> str:
    """Day and month in figures, perhaps with the year; groups end in `number`."""
    year = rf"(?:[ ]?(?P=mark{number})[ ]?(?P<year{number}>\d{{4}}|\d\d))?"
    return rf"(?P<day{number}>\d{{1,2}})[ ]?(?P<mark{number}>[/-])[ ]?(?P<month{number}>\d{{1,2}}){year}"


def _any(forms: Iterable[str], *, capital: bool = False) -> str:
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    escaped = [re.escape(form).replace(r"\ ", r"[ ]") for form in ordered]
    if capital:  # names of days and months are capitalised (EYD V); "min" or "mar" in lower case are other words
        escaped = [f"[{form[0].upper()}](?i:{form[1:]})" for form in escaped]
    return "|".join(escaped) or "(?!)"
