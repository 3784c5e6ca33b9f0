"""Quotations in quotation marks: straight or curly, unbalanced, over several paragraphs, interrupted by a cue."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from kg.model import Document, Quotation, Sentence, Span
from kg.model.making import quickly_made

# U+FFFD stands where an outlet's curly marks were lost in a wrong encoding.
# A text has one or two of them: `re` passes over it faster when it looks for those alone.
MARKS = ('"', "\u201c", "\u201d", "\u201e", "\u201f", "\u00ab", "\u00bb", "\ufffd", "''", "``")
KNOWN_MARKS = 64  # the last combinations that were seen
PARAGRAPH_BREAK = re.compile(r"\n\s*\n")
OPENING = frozenset("\u201c\u201e\u00ab")
CLOSING = frozenset("\u201d\u00bb")
TERMINAL = ".!?…"
BEFORE_SPEECH = frozenset(TERMINAL + ":;,)]-–—•*|")
MARKS_AND_BLANKS = " \t\r\"“”„‟«»'`\ufffd"
CONTEXT = 80  # characters around a quotation that are looked at
A_WORD = re.compile(r"\w[\w'’/-]*")
CUE_CLAUSE_WORDS = (
    16  # an interrupting cue with name and post: ..., kata Kabid Humas Polda X Kombes Y kepada wartawan, ...
)
MIN_WORDS_OF_SPEECH = 3


@quickly_made
@dataclass(frozen=True, slots=True)
class _Quoted:
    """A quoted stretch of the cleaned text, marks left out; `closed` says whether its closing mark was found."""

    start: int
    end: int
    paragraph: int
    closed: bool


def find_quotations(document: Document) -> tuple[Quotation, ...]:
    """The quotations of speech in reading order; quoted titles, terms and scare quotes are left out.

    A mark is told to open or to close by the spaces around it, and by what is open where those say nothing. A paragraph
    whose quotation is not closed is carried on by the next one if that begins with a mark (the press's convention).
    """
    text = document.clean.text
    found: list[tuple[_Quoted, int | None]] = []
    for quoted in _quoted(text):
        if not _is_speech(text, quoted):
            continue
        previous = len(found) - 1 if found and _carries_on(text, found[-1][0], quoted) else None
        found.append((quoted, previous))
    starts = [sentence.span.start for sentence in document.sentences]
    quotations: list[Quotation] = []
    for index, (quoted, continues) in enumerate(found):
        span = document.clean.offsets.span(quoted.start, quoted.end)
        quotations.append(Quotation(index, span, _sentences(document.sentences, starts, span), continues))
    return tuple(quotations)


def _quoted(text: str) -> Iterator[_Quoted]:
    """The stretches between quotation marks, paragraph by paragraph."""
    marks = tuple([mark for mark in MARKS if mark in text])
    if not marks:
        return
    mark_in = _any_of(marks)
    for number, (start, end) in enumerate(_paragraphs(text)):
        opened: int | None = None
        last = start  # where the last quotation of the paragraph ended
        for mark in mark_in.finditer(text, start, end):
            if _opens(text, mark, start, end, opened is not None):
                # A second opening mark while one is open: the first was never closed. It is not known where it ended.
                opened = mark.end()
                continue
            if opened is None:
                opened = _lost_opening(text, last, mark.start())
            if opened is not None and text[opened : mark.start()].strip():
                yield _trimmed(text, opened, mark.start(), number, closed=True)
            opened, last = None, mark.end()
        if opened is not None and text[opened:end].strip():
            yield _trimmed(text, opened, end, number, closed=False)


@lru_cache(KNOWN_MARKS)
def _any_of(marks: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, marks)))


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in PARAGRAPH_BREAK.finditer(text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def _opens(text: str, mark: re.Match[str], start: int, end: int, is_open: bool) -> bool:
    """Whether a mark opens a quotation."""
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    space_before = before.isspace() or before in "([-–—/"
    space_after = after.isspace() or after in TERMINAL + ",;:)]-–—"
    if space_before != space_after:
        return space_before
    if mark.group() in OPENING:
        return not is_open
    if mark.group() in CLOSING:
        return False
    return not is_open


def _lost_opening(text: str, start: int, end: int) -> int | None:
    """Where a quotation began whose opening mark was lost: at its sentence, if it ends as speech does."""
    if end == start or text[end - 1] not in TERMINAL + ",":
        return None
    head = text[start : end - 1]
    boundary = max((match.end() for match in re.finditer(r"[.!?]\s+", head)), default=0)
    return start + boundary


def _trimmed(text: str, start: int, end: int, paragraph: int, closed: bool) -> _Quoted:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return _Quoted(start, end, paragraph, closed)


def _is_speech(text: str, quoted: _Quoted) -> bool:
    """Whether a quoted stretch is speech rather than a term, a title or irony.

    Speech begins where a sentence or a clause may begin and ends in a stop or a comma on either side of the mark; a
    term ('warning', the phrase "atau tidak") stands within its clause.
    """
    enough = 2 * MIN_WORDS_OF_SPEECH
    words = len(list(islice(A_WORD.finditer(text, quoted.start, quoted.end), enough)))
    before = text[max(quoted.start - CONTEXT, 0) : quoted.start].rstrip(MARKS_AND_BLANKS)
    starts_clause = not before or before[-1] == "\n" or before[-1] in BEFORE_SPEECH
    starts_sentence = starts_clause and (not before or before[-1] not in ",)")
    ends_inside = text[quoted.end - 1] in TERMINAL + ","
    after = text[quoted.end : quoted.end + CONTEXT].lstrip(MARKS_AND_BLANKS)[:1]
    if not quoted.closed:
        return words >= MIN_WORDS_OF_SPEECH
    if ends_inside:
        return words >= MIN_WORDS_OF_SPEECH or starts_sentence or text[quoted.end - 1] == ","
    if after == "," and starts_clause:
        return words >= MIN_WORDS_OF_SPEECH
    if starts_sentence and after.islower():
        return words >= MIN_WORDS_OF_SPEECH
    whole = after == "." and before[-1:] in (",", ":") and words >= MIN_WORDS_OF_SPEECH
    return starts_clause and (words == enough or (whole and _as_a_sentence(text[quoted.start : quoted.end])))


def _as_a_sentence(quoted: str) -> bool:
    """Whether only names can have capitals behind the first word (`mengatakan, "Jangan ragu menindak pelaku".`), as no
    title is written."""
    capitals = [word.group()[0].isupper() for word in A_WORD.finditer(quoted)]
    return capitals[0] and 2 * sum(capitals[1:]) < len(capitals) - 1


def _carries_on(text: str, earlier: _Quoted, later: _Quoted) -> bool:
    """Whether one quotation is the same speech as the one before it."""
    if later.paragraph == earlier.paragraph + 1:
        lead_in = text[earlier.end : later.start]
        return not earlier.closed and not A_WORD.search(lead_in)
    if later.paragraph != earlier.paragraph:
        return False
    between = text[earlier.end : later.start]
    words = len(A_WORD.findall(between))
    if words == 0:
        return True
    return words <= CUE_CLAUSE_WORDS and not re.search(r"[.!?](?:\s|[\"“”]|$)", between.strip('"“” ,.'))


def _sentences(sentences: Sequence[Sentence], starts: Sequence[int], span: Span) -> tuple[int, int]:
    """The half-open range of sentences that a span touches."""
    first = max(bisect_right(starts, span.start) - 1, 0)
    last = max(bisect_right(starts, max(span.end - 1, span.start)), first + 1)
    if first + 1 < last and sentences[first].span.end <= span.start:
        first += 1
    return first, last
