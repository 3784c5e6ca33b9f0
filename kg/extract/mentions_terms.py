"""Presidents and their deputies by number: where the number ends inside the office, and whether the term is over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kg.extract.mentions_line import Line
from kg.model import CleanText, Mention
from kg.model.making import replace

DAY = 8  # digits of a date
YEAR = 4  # digits of a year
YEARS = 3  # words: "2005 - 2010"
ORDINAL = "ke"


def numbered_end(line: Line, index: int) -> int:
    """The end of the number of a holder of an office at `index`, where his name or the country follows: "Presiden ke-7
    RI", "Wakil Presiden ke-10 dan 12 X"; `index` if there is none.
    """
    ordinals = line.words.past_ordinals
    end = index + 1 if line.pieces[index] in ordinals else index
    if end > index and line.pieces[end] in line.words.connectors:
        again = line.pieces[end + 1]
        end += 2 if again in ordinals or ORDINAL + again in ordinals else 0
    named = end < line.length and (line.proper[end] or (line.texts[end] == "," and line.proper[end + 1]))
    return end if end > index and named else index


def with_term(line: Line, post: Mention, written: str) -> Mention:
    """A president whose number says that his term was over when the article was written is a former one (`Presiden ke-6
    RI`); in an article without a date all are but the last whose term was over."""
    words = line.words
    at = next((k for k in range(post.first, post.last) if line.pieces[k] in words.past_ordinals), post.last)
    if at == post.last:
        return post
    end = numbered_end(line, at)
    if any(piece not in words.national_levels for piece in line.pieces[end : post.last]):
        return post
    over = {form[:-DAY]: form[-DAY:] for form in words.past_ordinals if form[-DAY:].isdecimal() and form[DAY:]}
    office = [piece for piece in line.pieces[post.first : at] if piece not in words.national_levels]
    number = line.pieces[max(at, end - 1)]
    day = over.get("".join([*office, ORDINAL if number.isdecimal() else "", number]))
    return post if day is None or day >= (written or max(over.values())) else replace(post, former=True)


def with_period(line: Line, post: Mention, written: str) -> Mention:
    """A post whose years were over before the year in which the article was written is a former one: "Bupati X periode
    2005-2010", "Bupati X 2005-2010".
    """
    place, _, said = post.unit.rpartition(" ")  # "Jatim 2019-2024"
    for end in (post.last + 1, post.last + 2):
        if "".join(line.pieces[post.last : end]) in line.words.terms_of_office:
            said = " ".join(line.texts[end : end + YEARS])
    years = said.replace("–", "-").replace("-", " ").split()[:2]
    term = len(years) == 2 and all(year.isdecimal() and len(year) == YEAR for year in years)
    if term and post.office.endswith(f" {said}"):
        post = replace(post, office=post.office.removesuffix(f" {said}"), unit=place)
    return replace(post, former=True) if term and written and years[1] < written[:YEAR] else post


def written_on(clean: CleanText, text: str) -> date | None:
    """The day an article was published, or else the last of those that it gives in figures, as newspapers date what
    they report: "(15/8/2025)".
    """
    if clean.published is not None:
        return clean.published
    days = [one.value for one in clean.dates if one.value is not None and "/" in one.span.of(text)]
    return max(days, default=None)


def has_period(texts: Sequence[str]) -> bool:
    """Whether a span of years stands among words: "2021-2023", written in one or in three."""
    pieces = " ".join(texts).replace("–", "-").replace("-", " - ").split()
    years = [piece.isdigit() and len(piece) == YEAR for piece in pieces]
    return any(years[at] and pieces[at + 1] == "-" and years[at + 2] for at in range(len(pieces) - 2))
