"""The day of a speech act: read from the passage that reports it, never from the clock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kg.model import DateExpression, DirectiveDraft, Document, Quotation, Statement

PAST = frozenset({"sudah", "telah", "sebelumnya"})


@dataclass(frozen=True, slots=True)
class SpeechDates:
    """The dated reports of an article: for each sentence the day that its attribution states, if any.

    `by_sentence` holds sentences with a reporting cue and a date; `only` is the article's one such day, `None` if there are
    several. The day of an earlier statement holds for what follows until the next one (the press states it once).
    """

    by_sentence: Mapping[int, tuple[date, str]]
    only: tuple[date, str] | None
    quotation_sentences: Mapping[int, tuple[int, int]]

    def of(self, document: Document, draft: DirectiveDraft) -> tuple[date | None, str]:
        """The day of a draft's speech act and what it was read from; `(None, "")` where the article does not state it."""
        sentence = document.sentences[draft.sentence]
        first = next((w.index for w in sentence.words if w.span.start >= draft.trigger.start), 0)
        if any(sentence.words[k].lower in PAST for k in range(max(0, first - 3), first)):
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
    document: Document, statements: Sequence[Statement], quotations: Sequence[Quotation], drafts: Sequence[DirectiveDraft]
) -> SpeechDates:
    """The dated reports of an article, from its date expressions and where reporting and directive cues stand."""
    cue_sentences = {index for index, s in enumerate(document.sentences) for st in statements if s.span.covers(st.cue)}
    cue_sentences |= {draft.sentence for draft in drafts}
    by_sentence: dict[int, tuple[date, str]] = {}
    for index, sentence in enumerate(document.sentences):
        if index not in cue_sentences:
            continue
        inside = [d for d in document.clean.dates if sentence.span.covers(d.span) and _is_of_speech(document, d)]
        values = {d.value for d in inside if d.value is not None}
        if len(values) == 1:
            found = next(d for d in inside if d.value is not None)
            by_sentence[index] = (next(iter(values)), found.basis)
    days = {day for day, _ in by_sentence.values()}
    only = next(iter(by_sentence.values())) if len(days) == 1 else None
    return SpeechDates(by_sentence, only, {q.index: q.sentences for q in quotations})


def _is_of_speech(document: Document, expression: DateExpression) -> bool:
    """Dates in brackets or behind a weekday are how the press dates a statement."""
    return expression.value is not None and document.article.text != ""
