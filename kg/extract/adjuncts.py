"""What stands at the end of a content and is no part of it: the day of the speech act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.model import DateExpression, DirectiveDraft, Document, Span


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


def _last(dates: Sequence[DateExpression], within: Span) -> Span | None:
    covered = [one.span for one in dates if within.overlaps(one.span) and one.span.start > within.start]
    return covered[-1] if covered else None
