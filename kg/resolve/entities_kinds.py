"""Whom a post that points back means (`politisi X itu`): who is of its kind, not whoever was just spoken of."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Document, Mention
from kg.model.members import PERSON
from kg.resolve.coreference_words import PointingWords
from kg.resolve.entities_drafts import Draft
from kg.resolve.kinds import Kind, kind_of

MOST = 100  # persons, and mentions of each, that are looked at: the last


def of_kind(
    document: Document,
    mentions: Sequence[Mention],
    at: int,
    drafts: Sequence[Draft],
    nearest: int | None,
    words: PointingWords,
) -> int | None:
    """The number of the person whom a post at `at` points back to: the `nearest`, unless its noun tells a kind of
    people of which only others are; then who of those was named last."""
    kind = kind_of(mentions[at].text.split(), words)
    if kind.signs is None or (nearest is not None and not drafts[nearest].posts):
        return nearest  # of what kind the nearest is, is not told
    for way in kind.ways():
        if nearest is not None and _is_of(drafts[nearest], at, way, document, mentions):
            return nearest
        shown = [
            (max(one for one in draft.mentions[-MOST:] if one < at), number)
            for number, draft in enumerate(drafts[-MOST:], max(0, len(drafts) - MOST))
            if draft.kind is PERSON
            and any(one < at for one in draft.mentions[-MOST:])
            and _is_of(draft, at, way, document, mentions)
        ]
        if shown:
            return max(shown)[1]
    return nearest


def _is_of(draft: Draft, before: int, kind: Kind, document: Document, mentions: Sequence[Mention]) -> bool:
    earlier = [one for one in draft.mentions[-MOST:] if one < before]
    offices = [mentions[one].office for one in draft.posts[-MOST:] if one < before]
    around: set[str] = set()
    if not all(kind.names.isdisjoint(mentions[one].name.split()) for one in earlier):
        return False  # `kuasa hukum X itu`: X is the client
    if kind.names and earlier:
        around.update(document.sentences[mentions[earlier[0]].sentence].texts)
    return kind.has(offices, any(mentions[one].rank for one in earlier), around)
