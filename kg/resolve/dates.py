"""The day of a speech act: read from the passage that reports it, never from the clock."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kg.model import DateExpression, DirectiveDraft, Document, Quotation, ReportedSpeech
from kg.model.making import quickly_made
from kg.resolve.spans import SpanIndex


@quickly_made
@dataclass(frozen=True, slots=True)
class SpeechDates:
    """The dated reports of an article: for each sentence the day that its attribution states, if any.

    `by_sentence` holds sentences with a reporting cue and a date; `only` is the article's one such day, `None` if
    there are several. The day of an earlier statement holds for what follows until the next one (the press states it
    once).
    """

    by_sentence: Mapping[int, tuple[date, str]]
    only: tuple[date, str] | None
    quotation_sentences: Mapping[int, tuple[int, int]]
    already: frozenset[str]

    def of(self, document: Document, draft: DirectiveDraft) -> tuple[date | None, str]:
        """The day of a draft's speech act and what it was read from; `(None, "")` where the article does not state
        it.
        """
        sentence = document.sentences[draft.sentence]
        first = sentence.word_from(draft.trigger.start)
        if not self.already.isdisjoint(sentence.lowers[first - 3 if first > 3 else 0 : first]):
            return None, ""  # `sudah memerintahkan`: the date is the report's, not the order's
        reach = [draft.sentence]
        if draft.quotation is not None and draft.quotation in self.quotation_sentences:
            start, end = self.quotation_sentences[draft.quotation]
            reach += list(range(start, end + 1))
        for index in reach:
            if index in self.by_sentence:
                day, basis = self.by_sentence[index]
                return day, basis
        if self.only is not None:
            day, basis = self.only
            return day, f"{basis}; the article's only dated statement"
        return None, ""


def speech_dates(
    document: Document,
    reports: Sequence[ReportedSpeech],
    quotations: Sequence[Quotation],
    drafts: Sequence[DirectiveDraft],
    already: frozenset[str],
) -> SpeechDates:
    """The dated reports of an article, from its date expressions and where reporting and directive cues stand.

    A date inside a quotation or in what is said or demanded (`pencoblosan 27 November mendatang`) is not when it was
    said.
    """
    of_quotations = {quotation.index: quotation.sentences for quotation in quotations}
    if not document.clean.dates:
        return SpeechDates({}, None, of_quotations, already)
    said = [quotation.span for quotation in quotations]
    said += [span for report in reports if not report.direct for span in report.content]
    said += [draft.content for draft in drafts if draft.content is not None]
    told = SpanIndex(said)
    stated = sorted(
        (one.span, (one.value, one.basis))
        for one in document.clean.dates
        if one.value is not None and (not told.any_around(one.span) or _stamped(document, one))
    )
    starts = [span.start for span, _ in stated]
    by_sentence: dict[int, tuple[date, str]] = {}
    cues = SpanIndex([*[report.cue for report in reports], *[draft.trigger for draft in drafts]])
    for sentence in document.sentences if stated else ():
        first, last = bisect_left(starts, sentence.span.start), bisect_left(starts, sentence.span.end)
        if first == last or not cues.any_within(sentence.span):
            continue
        inside = [day for span, day in stated[first:last] if sentence.span.covers(span)]
        if len({value for value, _ in inside}) == 1:
            by_sentence[sentence.index] = inside[0]
    days = {day for day, _ in by_sentence.values()}
    only = next(iter(by_sentence.values())) if len(days) == 1 else None
    return SpeechDates(by_sentence, only, of_quotations, already)


def _stamped(document: Document, expression: DateExpression) -> bool:
    """Whether a date is in the form in which the press stamps a statement: with a bracket, `Senin (5/2/2024)`."""
    return "(" in expression.span.of(document.article.text) and not any(
        quotation in expression.span.of(document.article.text) for quotation in '"“”'
    )
