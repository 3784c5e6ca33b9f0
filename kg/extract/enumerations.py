"""Lists of what somebody orders, point by point, outside quotation marks: `Berikut imbauan Polres X: 1. Kunci rumah.
2. ...`, `Panglima memberikan tiga perintah. Pertama, ... Kedua, ...`. Each point is told in the words of whoever gives
them, as a quotation is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from kg.extract.statements_words import ReportingWords
from kg.model import Document, Quotation, Sentence, Span
from kg.model.making import replace

ENDS_NUMBER = (".", ")")
BULLETS = frozenset("-–—•*▪●·‣○➢✓")
COLON = ":"
NUMBER, LETTER, BULLET, WORD = "number", "letter", "bullet", "word"
FIRST = 1
LONGEST_MARKER = len("(1)")  # characters, also of a number: no list has more than 999 points
MAX_POINT = 6  # sentences of a point
MIN_POINTS = 2
LETTERS_BEFORE = ord("a") - FIRST


@dataclass(frozen=True, slots=True)
class _Marker:
    """What a point of a list opens with: its style, which point it is (0: the style does not tell), its words."""

    style: str
    number: int
    words: int


def with_enumerations(
    document: Document, quotations: Sequence[Quotation], words: ReportingWords
) -> tuple[Quotation, ...]:
    """The quotations with the points of announced lists among them, in reading order; a point continues the one before
    it. A list that a quotation touches is left to that."""
    lists = _lists(document, quotations, words)
    if not lists:
        return tuple(quotations)
    merged = [(quotation.span.start, quotation) for quotation in quotations]
    for points in lists:
        previous = None
        for first, last, skipped in points:
            words_of = document.sentences[first].words
            span = Span(words_of[skipped].span.start, document.sentences[last - 1].span.end)
            point = Quotation(-1, span, (first, last), previous, listed=True)
            previous = span.start  # until the quotations are counted
            merged.append((span.start, point))
    merged.sort(key=lambda one: one[0])
    place = {start: index for index, (start, _) in enumerate(merged)}
    old = {quotation.index: quotation.span.start for quotation in quotations}
    counted = []
    for index, (_, quotation) in enumerate(merged):
        earlier = quotation.continues
        if earlier is not None:
            earlier = place[earlier if quotation.listed else old[earlier]]
        counted.append(replace(quotation, index=index, continues=earlier))
    return tuple(counted)


def _lists(
    document: Document, quotations: Sequence[Quotation], words: ReportingWords
) -> list[list[tuple[int, int, int]]]:
    """The points of each list that a sentence announces and no quotation touches; each sentence is looked at once."""
    touched = {sentence for quotation in quotations for sentence in range(*quotation.sentences)}
    lists = []
    behind = 1
    for sentence in document.sentences:
        at = sentence.index
        if at < behind or not (_may_open(sentence, words) or _cut_off(document, at, words)):
            continue
        if not announces(document, at - 1, words):
            continue
        points = _points(document, at, words)
        if len(points) >= MIN_POINTS:
            behind = points[-1][1]
            if touched.isdisjoint(range(at - 1, behind)):
                lists.append(points)
    return lists


def announces(document: Document, at: int, words: ReportingWords) -> bool:
    """Whether a sentence says that orders follow, point by point: it names them, or their points where the sentence
    before names them, and ends in a colon, counts them or says that they follow."""
    sentence = document.sentences[at]
    named = not words.listed_noun.isdisjoint(sentence.lowers)
    counted = _counted(sentence, words)
    if not (COLON in sentence.lowers[-3:] or counted or not words.announcing.isdisjoint(sentence.lowers)):
        return False
    if named:
        return True
    if not counted and words.point_noun.isdisjoint(sentence.lowers):
        return False
    given = counted and not words.issuing.isdisjoint(sentence.lowers)  # `mengingatkan tiga hal`
    return given or (at > 0 and not words.listed_noun.isdisjoint(document.sentences[at - 1].lowers))


def _counted(sentence: Sentence, words: ReportingWords) -> bool:
    """Whether a number stands before the noun for what is listed (`lima arahan`, `tiga hal`)."""
    lower, tags = sentence.lowers, sentence.tags
    return any(
        tags[at - 1] == "NUM" and (lower[at] in words.listed_noun or lower[at] in words.point_noun)
        for at in range(1, len(lower))
    )


def _may_open(sentence: Sentence, words: ReportingWords) -> bool:
    first = sentence.lowers[0]
    return len(first) <= LONGEST_MARKER or first in words.first_point


def _points(document: Document, at: int, words: ReportingWords) -> list[tuple[int, int, int]]:
    """The points of a list that opens with a sentence: for each the half-open range of its sentences, and the words of
    its marker."""
    marker = _marker(document.sentences[at], words) or _cut_off(document, at, words)
    if marker is None or (marker.number or FIRST) != FIRST:
        return []
    if marker.style == WORD and document.sentences[at].lowers[0] not in words.first_point:
        return []
    starts = [(at, marker)]
    for sentence in islice(document.sentences, at + 1, None):
        last, before = starts[-1]
        found = _marker(sentence, words)
        goes_on = found is not None and found.style == before.style
        if found is not None and goes_on and found.number in (before.number + bool(found.number), FIRST):
            starts.append((sentence.index, found))  # the last: another chapter of the text counts anew
        elif sentence.index - last >= MAX_POINT:
            break
    points = [(first, behind, marker.words) for (first, marker), (behind, _) in pairwise(starts)]
    last, marker = starts[-1]
    points.append((last, _end_of_last(document, last), marker.words))
    return points


def _end_of_last(document: Document, last: int) -> int:
    """Behind the last point: its sentence alone, with the rest of its paragraph where it opens one."""
    sentences = document.sentences
    behind = last + 1
    if sentences[last - 1].paragraph == sentences[last].paragraph:
        return behind
    while behind < len(sentences) and sentences[behind].paragraph == sentences[last].paragraph:
        behind += 1
    return behind


def _marker(sentence: Sentence, words: ReportingWords) -> _Marker | None:
    """What a sentence opens with if that marks a point of a list and something stands behind it."""
    return next((marker for marker in _markers(sentence.lowers, words) if marker.words < len(sentence.words)), None)


def _cut_off(document: Document, at: int, words: ReportingWords) -> _Marker | None:
    """The marker of a list's first point if its full stop parted it from the point (`... sebagai berikut: 1.`)."""
    tail = document.sentences[at - 1].lowers[-3:]
    if tail[-1] not in ENDS_NUMBER or tail[0] != COLON:
        return None
    found = next(_markers(tail[1:], words), None)
    return replace(found, words=0) if found is not None else None


def _markers(lower: Sequence[str], words: ReportingWords) -> Iterator[_Marker]:
    first = lower[0]
    second = lower[1] if len(lower) > 1 else ""
    if first == "(" and len(lower) > 2 and lower[2] == ")":
        first, used = second, 3
    elif first[-1:] in ENDS_NUMBER and len(first) > 1:
        first, used = first.strip("()."), 1
    elif second in ENDS_NUMBER:
        used = 2
    else:
        if first in BULLETS:
            yield _Marker(BULLET, 0, 1)
        elif second == "," and first in words.further_point:
            yield _Marker(WORD, 0, 2)
        return
    if first.isdecimal() and len(first) <= LONGEST_MARKER:
        yield _Marker(NUMBER, int(first), used)
    elif len(first) == 1 and first.isalpha() and first.isascii():
        yield _Marker(LETTER, ord(first) - LETTERS_BEFORE, used)
