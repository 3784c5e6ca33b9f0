"""Whom a name stands for that no mention covers: somebody, a body by its words or its spelling, or nobody."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from kg.model import Agent, Mention, MentionKind, Span
from kg.model.members import GROUP, PERSON, PLACE, UNIT
from kg.resolve.coreference_words import PointingWords

BRACKETS = "()"
SHORTEST_ACRONYM = 4  # letters: fewer may be somebody's initials
PREFIX = 2  # letters before a capital inside a name of a person at most: "McGowan", "DeVito"


def bearer(name: str, span: Span, mentions: Sequence[Mention], words: PointingWords, reason: str) -> Agent | None:
    """The agent that a name stands for; `None` for a place and a common noun that only opens its sentence."""
    pieces = name.casefold().split()
    placed = _places_in(span, mentions)
    called = not words.names.isdisjoint(pieces)
    if (sum(placed) >= len(pieces) and not called) or not pieces[0][0].isalnum() or not set(name).isdisjoint(BRACKETS):
        return None  # of a region's name nobody is called
    if len(pieces) == 1 and pieces[0] in words.ordinary:
        return None
    unknown = [word for word in name.split() if word.casefold() not in words.names]
    listed = not words.in_bodies.isdisjoint(pieces)
    listed = listed or (len(pieces) > 1 and not called and not words.beside_in_bodies.isdisjoint(pieces))
    titled = pieces[0] in words.titles
    if (listed and not titled) or any(map(_is_spelled_as_brand, unknown)):
        return _agent(UNIT, name, span, reason)
    if pieces[0] in words.ordinary:
        return _agent(GROUP, name, span, reason)
    if placed and not titled and pieces[0] not in words.names:
        return _agent(UNIT, name, span, reason)
    return Agent(PERSON, person=name, mention=span, reasons=(reason,))


def _agent(kind: MentionKind, name: str, span: Span, reason: str) -> Agent:
    return Agent(kind, office=name, mention=span, reasons=(reason,))


def _places_in(span: Span, mentions: Sequence[Mention]) -> list[int]:
    """How many words each place in a span has."""
    at = bisect_left(mentions, span.start, key=_start)
    found = []
    while at < len(mentions) and mentions[at].span.end <= span.end:
        if mentions[at].kind is PLACE:
            found.append(len(mentions[at].text.split()))
        at += 1
    return found


def _start(mention: Mention) -> int:
    return mention.span.start


def _is_spelled_as_brand(word: str) -> bool:
    """Whether a word is an abbreviation or has a capital behind a small letter, as names of persons have only behind
    a short prefix."""
    if word.isupper() and word.isalpha():
        return len(word) >= SHORTEST_ACRONYM
    inner = [at for at in range(1, len(word)) if word[at].isupper() and word[at - 1].islower()]
    return bool(inner) and inner[0] > PREFIX
