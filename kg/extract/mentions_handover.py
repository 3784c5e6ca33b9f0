"""Finds posts that pass from one holder to another within a sentence: the new holder, and the old one who left."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

from kg.extract.mentions_line import Line
from kg.lexicon.forms import squeeze
from kg.lexicon.load import Lexicon
from kg.model import Mention
from kg.model.members import PERSON, POST, PRONOUN

FOLDER = "mentions/"


@dataclass(frozen=True, slots=True)
class HandoverWords:
    """The closed classes of handing over, squeezed; each field is the class of its name, hyphens for underscores."""

    handover_active: frozenset[str]
    handover_to: frozenset[str]
    succession_passive: frozenset[str]
    succession_active: frozenset[str]
    held_formerly: frozenset[str]
    held_now: frozenset[str]
    agent_preposition: frozenset[str]
    office_noun: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> HandoverWords:
        """The classes of `lexicon`; raises `LexiconError` if one is missing."""
        return cls(
            **{
                entry.name: frozenset(map(squeeze, lexicon.words(FOLDER + entry.name.replace("_", "-"))))
                for entry in fields(cls)
            }
        )


@dataclass(frozen=True, slots=True)
class Handover:
    """Positions among the mentions of a sentence: the post, who left it and who took it."""

    post: int
    old: int
    new: int


def handovers(
    line: Line, mentions: Sequence[Mention], holders: dict[int, int], words: HandoverWords
) -> Iterator[Handover]:
    """The handovers that a sentence reports; `holders` maps the positions of posts to those of the persons beside
    them.
    """
    persons = [at for at, mention in enumerate(mentions) if mention.kind is PERSON]
    posts = [at for at, mention in enumerate(mentions) if mention.kind is POST and not mention.quantifier]
    if len(persons) < 2 or not posts:
        return
    for one, two in itertools.pairwise(persons):
        gap = [piece for piece in line.pieces[mentions[one].last : mentions[two].first] if piece[:1].isalpha()]
        if not gap:
            continue
        while len(gap) > 1 and gap[-1] in words.office_noun:  # "menggantikan posisi Y"
            gap.pop()
        if gap[-1] in words.succession_active and len(gap) <= 2:  # "X menggantikan Y (sebagai Z)"
            of_old = [at for at in posts if not _goes_to(line, mentions[two].last, mentions[at].first, words)]
            behind = [at for at in of_old if mentions[at].first >= mentions[two].last and at not in holders]
            own = _post_of(mentions, of_old, two, holders)
            held = [at for at in posts if holders.get(at) == one and mentions[at].last <= mentions[one].first]
            post = own if own is not None else next(iter([*behind, *held]), None)
            if post is not None:
                yield Handover(post, two, one)
        elif gap[-1] in words.succession_active:  # "X dilantik menjadi Z menggantikan Y"
            behind = [at for at in posts if mentions[one].last < mentions[at].first < mentions[two].first]
            if behind and holders.get(behind[-1]) == one and mentions[behind[-1]].last + 1 >= mentions[two].first - 1:
                yield Handover(behind[-1], two, one)
        elif _passes_on(gap, line.pieces[: mentions[one].first], words):
            post = _post_of(mentions, posts, one, holders)
            if post is not None:
                yield Handover(post, one, two)


def _goes_to(line: Line, person: int, post: int, words: HandoverWords) -> bool:
    """Whether a post behind whom somebody followed is his next one: "menggantikan X yang dimutasi menjadi Z"."""
    between = line.pieces[person:post]
    return any(word in line.words.appointing_verbs or word in words.held_now for word in between)


def predecessor_of_before(line: Line, mentions: Sequence[Mention], words: HandoverWords) -> int | None:
    """The person whom the one spoken of in the sentence before followed: "Ia menggantikan (posisi) X"."""
    subject = mentions[0] if mentions else None
    if subject is None or subject.kind is not PRONOUN or subject.first > 1:
        return None
    persons = [at for at, mention in enumerate(mentions) if mention.kind is PERSON]
    if len(persons) != 1 or any(mention.kind is POST for mention in mentions):
        return None
    gap = [piece for piece in line.pieces[subject.last : mentions[persons[0]].first] if piece]
    named = [piece for piece in gap if piece not in words.office_noun]
    return persons[0] if named and len(named) <= 2 and named[-1] in words.succession_active else None


def _passes_on(gap: Sequence[str], before: Sequence[str], words: HandoverWords) -> bool:
    """Whether the words between two persons pass a post from the first to the second."""
    if gap[-1] in words.agent_preposition:
        gap = gap[:-1]
    if not gap:
        return False
    if gap[-1] in words.succession_passive:  # "X digantikan (oleh) Y"
        return True
    if gap[-1] in words.handover_to and len(gap) == 1:  # "mengganti Z X kepada Y"
        return any(word in words.handover_active for word in before)
    formerly = any(word in words.held_formerly for word in before)  # "Z yang dijabat X kini diemban Y"
    return formerly and gap[-1] in words.held_formerly and any(word in words.held_now for word in gap)


def _post_of(mentions: Sequence[Mention], posts: Sequence[int], person: int, holders: dict[int, int]) -> int | None:
    """The post that a person holds by the text, or the nearest one before him that nobody else holds."""
    held = [at for at in posts if holders.get(at) == person]
    if held:
        return held[0]
    free = [at for at in posts if at not in holders and mentions[at].last <= mentions[person].first]
    return free[-1] if free else None
