"""Which dates of an article say when somebody spoke, or when there was a gathering at which people speak."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date

from kg.model import DateExpression, Document, Sentence, Span
from kg.resolve.spans import SpanIndex

Day = tuple[date, str]
"""A day and what it was read from."""

FRONTED = 2  # words before a date that begins its sentence
OPENING = 5  # words in which a sentence says that it reports something earlier, or from the same occasion


@dataclass(frozen=True, slots=True)
class DateWords:
    """Words of `ontology/reporting-id.ttl` that tell what a date belongs to: a report, a span of time, a gathering."""

    already: frozenset[str]
    citing: frozenset[str]
    bounding: frozenset[str]
    dating: frozenset[str]
    date_opener: frozenset[str]
    earlier_news: frozenset[str]
    convening: frozenset[str]
    convened: frozenset[str]
    planned: frozenset[str]
    meanwhile_clause: frozenset[str]
    day_part: frozenset[str]
    occasion: frozenset[str]
    same: frozenset[str]

    @classmethod
    def from_words(cls, words: Callable[[str], Iterable[str]], already: frozenset[str]) -> DateWords:
        """The words from a look-up of word classes, such as `Lexicon.words` (`ontology/reporting-id.ttl`)."""
        names = [field.name for field in fields(cls)[1:]]
        return cls(already, *(frozenset(words(f"reporting/{name.replace('_', '-')}")) for name in names))


@dataclass(frozen=True, slots=True)
class Stated:
    """The days of an article's sentences, with the offset of the date: of what is said there, of gatherings and of
    documents.
    """

    spoken: Mapping[int, tuple[int, Day]]
    gathered: Mapping[int, tuple[int, Day]]
    written: Mapping[int, tuple[int, Day]]


def stated_days(document: Document, told: Sequence[Span], cues: Sequence[Span], words: DateWords) -> Stated:
    """The days of an article's sentences, one for each sentence that states one.

    A date inside a quotation or in what is said or demanded (`told`: `pencoblosan 27 November mendatang`) is not when
    it was said, unless it stands as the press stamps it, behind a comma with a weekday or a bracket: `..., Senin
    (5/2/2024)`.
    """
    spoken: dict[int, tuple[int, Day]] = {}
    gathered: dict[int, tuple[int, Day]] = {}
    written: dict[int, tuple[int, Day]] = {}
    dates = [one for one in document.clean.dates if one.value is not None]
    if not dates:
        return Stated(spoken, gathered, written)
    inside, cued = SpanIndex(told), SpanIndex(cues)
    starts = [one.span.start for one in dates]
    for sentence in document.sentences:
        first, last = bisect_left(starts, sentence.span.start), bisect_left(starts, sentence.span.end)
        here = [one for one in dates[first:last] if sentence.span.covers(one.span)]
        if not here:
            continue
        saying = cued.any_within(sentence.span)
        for one in here:
            at = sentence.word_from(one.span.start)
            if at > 0 and sentence.lowers[at - 1] in words.dating and one.value is not None:
                written[sentence.index] = one.span.start, (one.value, one.basis)
        found = [one for one in here if _states(document, sentence, one, inside, cues, words)]
        if not saying:
            found = [one for one in found if _convenes(sentence, one, words) and not _planned(sentence, one, words)]
        if len({one.value for one in found}) > 1:
            found = [one for one in found if _stamp(document, sentence, one, words) and not inside.any_around(one.span)]
        if len({one.value for one in found}) != 1:
            continue
        if found[0].value is not None:
            (spoken if saying else gathered)[sentence.index] = found[0].span.start, (found[0].value, found[0].basis)
    return Stated(spoken, gathered, written)


def sections(document: Document, words: DateWords) -> tuple[int, ...]:
    """For each sentence the number of its section: each begins with a sentence by which the article goes back to what
    was reported earlier (`Sebelumnya, ...`).
    """
    number = 0
    found = []
    for sentence in document.sentences:
        if not words.earlier_news.isdisjoint(sentence.lowers[:2]):
            number += 1
        found.append(number)
    return tuple(found)


def on_same_occasion(sentence: Sentence, words: DateWords) -> bool:
    """Whether a sentence tells of the occasion of the one before: `Di tempat yang sama, ...`."""
    opening = sentence.lowers[:OPENING]
    return any(word in words.same and not words.occasion.isdisjoint(opening[:at]) for at, word in enumerate(opening))


def _states(
    document: Document,
    sentence: Sentence,
    one: DateExpression,
    inside: SpanIndex,
    cues: Sequence[Span],
    words: DateWords,
) -> bool:
    """Whether a date may be when what its sentence tells was said: not when it was reported, nor the end or the
    beginning of a span of time.
    """
    if inside.any_around(one.span) and not _stamp(document, sentence, one, words):
        return False
    at = sentence.word_from(one.span.start)
    before = at - 1
    while before >= 0 and sentence.lowers[before] in words.date_opener:
        before -= 1
    if before >= 0 and (sentence.lowers[before] in words.bounding or sentence.lowers[before] in words.dating):
        return False
    cited = next((k for k in range(at - 1, -1, -1) if sentence.lowers[k] in words.citing), None)
    if cited is None:
        return True
    behind = sentence.words[cited].span.end
    return any(behind <= cue.start < one.span.start for cue in cues)


def _stamp(document: Document, sentence: Sentence, one: DateExpression, words: DateWords) -> bool:
    """Whether a date is in the form in which the press stamps what was said: `..., Senin (5/2/2024)`."""
    written = one.span.of(document.article.text)
    if not (written[0].isupper() or "(" in written) or any(mark in written for mark in '"“”'):
        return False
    at = sentence.word_from(one.span.start)
    if at == 0 or sentence.lowers[at - 1] != ",":
        return False
    behind = _behind(sentence, one)
    while behind < len(sentence.words) and sentence.lowers[behind] in words.day_part:
        behind += 1
    return behind == len(sentence.words) or sentence.words[behind].upos == "PUNCT"


def _planned(sentence: Sentence, one: DateExpression, words: DateWords) -> bool:
    """Whether a gathering was still to come: `akan digelar pada 21 Juli`."""
    at = sentence.word_from(one.span.start)
    behind = _behind(sentence, one)
    return not words.planned.isdisjoint((*sentence.lowers[:at], *sentence.lowers[behind : behind + 1]))


def _behind(sentence: Sentence, one: DateExpression) -> int:
    """The first word behind a date."""
    at = sentence.word_from(one.span.start)
    while at < len(sentence.words) and sentence.words[at].span.start < one.span.end:
        at += 1
    return at


def _convenes(sentence: Sentence, one: DateExpression, words: DateWords) -> bool:
    """Whether a date is that of a gathering: somebody leads, opens or attends one, or it is held, before the date is
    stated or where the date begins the sentence; who attends one in a clause that depends on another does not count.
    """
    at = sentence.word_from(one.span.start)
    told = sentence.lowers if at <= FRONTED else sentence.lowers[:at]
    if not words.convened.isdisjoint(told):
        return True
    first = next((k for k, word in enumerate(told) if word in words.convening), len(told))
    return first < len(told) and words.meanwhile_clause.isdisjoint(told[:first])
