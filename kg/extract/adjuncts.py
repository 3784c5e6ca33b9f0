"""What stands at an end of a content and is no part of it: the day of the speech act, the prohibitive."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.content_aside import bidden_otherwise
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage
from kg.model import DateExpression, DirectiveDraft, Document, Span
from kg.model.making import replace
from kg.model.members import DO, DONT, FORBID


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
    """The draft, its content without the `jangan`, `dilarang` or `harus` that it begins with, as force and polarity say
    as much, without who is spoken to right behind it and without what is to be done instead."""
    content = draft.content
    if content is None:
        return draft
    within = passage.sentence.words_in(content)
    if len(within) < 2:
        return draft
    begun, behind = passage.lower[within.start], passage.lower[within.start + 1]
    if draft.force is FORBID or begun in grammar.prohibitive:
        end = bidden_otherwise(passage, grammar, within.start, within.stop)
        content = content if end == within.stop else Span(content.start, passage.sentence.ends[end - 1])
        draft, within = replace(draft, content=content), range(within.start, end)
    if len(within) < 2:
        return draft
    if draft.force is FORBID and begun in grammar.second_person and len(within) > 2:
        return replace(draft, content=Span(passage.sentence.starts[within[1]], content.end))  # `jangan kalian ...`
    forbids = draft.polarity is DONT and begun in grammar.obligation
    if not (forbids or begun in grammar.must or begun in grammar.prohibitive):
        return draft
    first = 2 if behind in grammar.period and len(within) > 2 else 1
    manner = grammar.post_cue - grammar.content_adverb  # `dilarang keras menerima hadiah`
    while forbids and first + 1 < len(within) and passage.lower[within[first]] in manner:
        first += 1
    return replace(draft, content=Span(passage.sentence.starts[within[first]], content.end))


def positive(passage: Passage, grammar: Grammar, draft: DirectiveDraft) -> DirectiveDraft:
    """The draft whose content was cut: what is to be done, if the negation of what was not to be done is cut off."""
    if draft.content is None or draft.polarity is not DONT or draft.force is FORBID:
        return draft
    words = passage.sentence.words_in(draft.content)
    left = passage.lower[max(0, words.start - 1) : words.stop]
    negated = any(word in grammar.negator or word in grammar.prohibitive for word in left)
    return draft if negated else replace(draft, polarity=DO)


def _last(dates: Sequence[DateExpression], within: Span) -> Span | None:
    """The last of the dates, given in the order of the text, that begin behind the start of a stretch and within it."""
    for one in reversed(dates):
        if one.span.start > within.start and within.overlaps(one.span):
            return one.span
    return None
