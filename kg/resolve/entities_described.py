"""Groups of one: who is told by what he is, his name beside it: "salah satu warga Desa X, Y", "Y, warga Desa X,"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from kg.model import Document, Mention, Word
from kg.model.members import GROUP, PERSON, PLACE, POST

OPENING = ("ADV", "PUNCT", "CCONJ")  # UD tags of what may stand before the subject
ENDING = (",", ".")


def described(
    document: Document, mentions: Sequence[Mention], one: frozenset[str], joint: frozenset[str]
) -> Mapping[int, int]:
    """For each mention of a group that only describes the one person named beside it that person's mention; `one` are
    the quantifiers of one person, `joint` the words between two things that somebody is ("warga yang juga Ketua X, Y").
    """
    held = {mention.holder for mention in mentions if mention.holder is not None}
    found: dict[int, int] = {}
    for at, (left, right) in enumerate(pairwise(mentions)):
        if left.sentence != right.sentence or (left.kind is not GROUP and right.kind is not GROUP):
            continue
        words = document.sentences[left.sentence].words
        if document.sentences[left.sentence].is_title:
            continue
        if left.kind is GROUP and _is_one(left, one) and _opens(words, left):
            person = _named_behind(words, mentions, at, joint)
            if person is not None and not _goes_on(words, mentions, person):
                found[at] = person
        elif left.kind is PERSON and right.kind is GROUP and at not in held and _is_one(right, one):
            apposed = _texts(words, left, right) == [","] and _closed(words, mentions, at)
            found |= {at + 1: at} if apposed else {}
    return found


def _is_one(group: Mention, one: frozenset[str]) -> bool:
    """Whether a group may be one person: by its quantifier, or without one if it is told of where he is from."""
    if group.quantifier:
        return group.quantifier.casefold() in one
    return group.last - group.first > 1


def _opens(words: Sequence[Word], mention: Mention) -> bool:
    """Whether a mention opens its sentence or clause, so that no preposition or verb governs it."""
    return mention.first == 0 or words[mention.first - 1].upos in OPENING


def _texts(words: Sequence[Word], left: Mention, right: Mention) -> list[str]:
    return [word.text for word in words[left.last : right.first]]


def _named_behind(words: Sequence[Word], mentions: Sequence[Mention], at: int, joint: frozenset[str]) -> int | None:
    """The person right behind a group, or behind a comma and the places that the group is from, or behind what else he
    is."""
    for other in range(at + 1, len(mentions)):
        gap = _texts(words, mentions[other - 1], mentions[other])
        also = other == at + 1 and mentions[other].kind is POST and bool(gap) and joint.issuperset(gap)
        if also and mentions[other].sentence == mentions[at].sentence:
            continue
        if mentions[other].sentence != mentions[at].sentence or gap not in ([], [","]):
            return None
        if mentions[other].kind is PERSON:
            return other
        if mentions[other].kind is not PLACE:
            return None
    return None


def _goes_on(words: Sequence[Word], mentions: Sequence[Mention], at: int) -> bool:
    """Whether somebody else is named behind a person, by a conjunction or in a list."""
    behind = mentions[at].last
    if behind < len(words) and words[behind].upos == "CCONJ":
        return True
    return at + 1 < len(mentions) and mentions[at + 1].kind in (PERSON, GROUP) and mentions[at + 1].first == behind + 1


def _closed(words: Sequence[Word], mentions: Sequence[Mention], at: int) -> bool:
    """Whether a group behind a person ends with a comma or the sentence, or the verb of the person follows it."""
    person, group = mentions[at], mentions[at + 1]
    end = group.last
    while end < len(words) and words[end].upos == "PROPN":
        end += 1
    if end >= len(words) or words[end].text in ENDING:
        listed = end + 1 < len(words) and (
            words[end + 1].upos == "CCONJ"
            or any(
                one.first == end + 1 and one.sentence == group.sentence and one.kind in (PERSON, GROUP)
                for one in mentions[at + 2 : at + 3]
            )
        )
        return not listed
    return words[end].upos in ("VERB", "ADV") and _opens(words, person)
