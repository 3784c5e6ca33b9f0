"""Finds posts that pass from one holder to another within a sentence: the new holder, and the old one who left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache

from kg.lexicon.load import Lexicon
from kg.model import Document, Mention, MentionKind

FOLDER = "mentions/"


@dataclass(frozen=True, slots=True)
class HandoverWords:
    """The closed classes of handing over; each field is the class of its name, hyphens for underscores."""

    handover_active: frozenset[str]
    handover_to: frozenset[str]
    succession_passive: frozenset[str]
    succession_active: frozenset[str]
    held_formerly: frozenset[str]
    held_now: frozenset[str]
    past_holding: frozenset[str]
    agent_preposition: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> HandoverWords:
        """The classes of `lexicon`; raises `LexiconError` if one is missing."""
        return cls(**{entry.name: lexicon.words(FOLDER + entry.name.replace("_", "-")) for entry in fields(cls)})


@lru_cache(maxsize=2)
def handover_words(lexicon: Lexicon) -> HandoverWords:
    """The words of `lexicon`, gathered once."""
    return HandoverWords.of(lexicon)


@dataclass(frozen=True, slots=True)
class Handover:
    """Indices of mentions: the post, who left it and who took it."""

    post: int
    old: int
    new: int
    rule: str


def handovers(document: Document, mentions: Sequence[Mention], words: HandoverWords) -> tuple[Handover, ...]:
    """The handovers that single sentences report."""
    found: list[Handover] = []
    start = 0
    while start < len(mentions):
        stop = start
        while stop < len(mentions) and mentions[stop].sentence == mentions[start].sentence:
            stop += 1
        here = range(start, stop)
        persons = [at for at in here if mentions[at].kind is MentionKind.PERSON]
        posts = [at for at in here if mentions[at].kind is MentionKind.POST and not mentions[at].quantifier]
        if len(persons) > 1 and posts:
            lower = [word.lower for word in document.sentences[mentions[start].sentence].words]
            found += _in_sentence(lower, mentions, persons, posts, words)
        start = stop
    return tuple(found)


def _in_sentence(
    lower: Sequence[str], mentions: Sequence[Mention], persons: Sequence[int], posts: Sequence[int], words: HandoverWords
) -> Iterator[Handover]:
    for old, new in zip(persons, persons[1:], strict=False):
        gap = [word for word in lower[mentions[old].last : mentions[new].first] if word.isalpha()]
        before = lower[: mentions[old].first]
        post = _post_of(mentions, posts, old)
        if post is not None and gap and _passes_on(gap, before, words):
            yield Handover(post, old, new, "handover")
        taken = _post_of(mentions, posts, new)
        behind = [at for at in posts if mentions[at].first > mentions[new].last]
        if gap and gap[-1] in words.succession_active and len(gap) <= 2:
            own = taken if taken is not None else behind[0] if behind else None
            if own is not None:
                yield Handover(own, new, old, "succession")


def _passes_on(gap: Sequence[str], before: Sequence[str], words: HandoverWords) -> bool:
    """Whether the words between two persons pass a post from the first to the second."""
    if gap[-1] in words.agent_preposition:
        gap = gap[:-1]
    if gap and gap[-1] in words.succession_passive:
        return True
    if gap and gap[-1] in words.handover_to and len(gap) == 1:
        return any(word in words.handover_active for word in before)
    formerly = any(word in words.held_formerly for word in before)
    return bool(gap) and formerly and gap[-1] in words.held_formerly and any(word in words.held_now for word in gap)


def _post_of(mentions: Sequence[Mention], posts: Sequence[int], person: int) -> int | None:
    """The post that a person holds by the text, or the nearest one before him that nobody else holds."""
    held = [at for at in posts if mentions[at].holder == person]
    if held:
        return held[0]
    free = [at for at in posts if mentions[at].holder is None and mentions[at].last <= mentions[person].first]
    return free[-1] if free else None
