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
    words = [passage.sentence.words[at] for at in passage.sentence.words_in(content)]
    forbids = draft.polarity is DONT and len(words) > 1 and words[0].lower in grammar.obligation
    if len(words) < 2 or not (forbids or words[0].lower in grammar.must or words[0].lower in grammar.prohibitive):
        return draft
    first = 2 if words[1].lower in grammar.period and len(words) > 2 else 1
    return replace(draft, content=Span(words[first].span.start, content.end))


def _last(dates: Sequence[DateExpression], within: Span) -> Span | None:
    covered = [one.span for one in dates if within.overlaps(one.span) and one.span.start > within.start]
    return covered[-1] if covered else None
