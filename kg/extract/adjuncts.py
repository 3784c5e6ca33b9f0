"""What stands at an end of a content and is no part of it: the day of the speech act, the prohibitive."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.grammar import Grammar
from kg.extract.passage import Passage
from kg.model import DateExpression, DirectiveDraft, Document, Span
from kg.model.making import replace
from kg.model.members import DONT


def without_day(document: Document, draft: DirectiveDraft) -> DirectiveDraft:
    """The draft, its content without a day behind its last comma: `meminta warga waspada, Senin (5/8/2024)`.

    The press dates the telling so; a day of what is to be done stands without a comma (`melapor Senin depan`).
    """
    content = draft.content
    if content is None or draft.quotation is not None:
        return draft
    text = document.article.text
    day = _last(document.clean.dates, content)
    if day is None or text[day.end : content.end].strip(" )].") or text[content.start : day.start].rstrip()[-1:] != ",":
        return draft
    left = text[content.start : day.start].rstrip(" ,")
    return replace(draft, content=Span(content.start, content.start + len(left))) if left else draft


def without_prohibitive(passage: Passage, grammar: Grammar, draft: DirectiveDraft) -> DirectiveDraft:
    """The draft, its content without the `jangan`, `dilarang` or `harus` that it begins with: force and polarity say as
    much."""
    content = draft.content
    if content is None:
        return draft
    within = passage.sentence.words_in(content)
    if len(within) < 2:
        return draft
    begun, behind = passage.lower[within.start], passage.lower[within.start + 1]
    forbids = draft.polarity is DONT and begun in grammar.obligation
    if not (forbids or begun in grammar.must or begun in grammar.prohibitive):
        return draft
    first = 2 if behind in grammar.period and len(within) > 2 else 1
    return replace(draft, content=Span(passage.sentence.starts[within[first]], content.end))


def _last(dates: Sequence[DateExpression], within: Span) -> Span | None:
    """The last of the dates, given in the order of the text, that begin behind the start of a stretch and within it."""
    for one in reversed(dates):
        if one.span.start > within.start and within.overlaps(one.span):
            return one.span
    return None
