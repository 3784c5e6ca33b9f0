"""One post of several holders: `anggota DPR RI A dan B`, `JPU A, B, dan C`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.model import Document, Mention
from kg.model.members import PERSON, POST

COMMA = ","
LONGEST = 3  # words of the name of an office that several hold


def shared_posts(
    document: Document, mentions: Sequence[Mention], posts: frozenset[str], conjunctions: frozenset[str]
) -> Mapping[int, int]:
    """For the mention of a person who is joined to the holder of a post that several hold (its name begins with one of
    `posts`), the mention of that post.
    """
    taken = {mention.holder for mention in mentions if mention.holder is not None}
    found: dict[int, int] = {}
    for at, post in enumerate(mentions):
        if post.kind is not POST or post.holder is None or not _is_shared(post.post, posts):
            continue
        if mentions[post.holder].first < post.last:
            found.update(dict.fromkeys(_joined_before(document, mentions, at, taken, conjunctions), at))
        if mentions[post.holder].first < post.last or post.former:
            continue
        joined: list[int] = []
        last = False
        person = post.holder + 1
        while not last and person < len(mentions) and _next_name(mentions, person) and person not in taken:
            words = document.sentences[post.sentence].lowers[mentions[person - 1].last : mentions[person].first]
            told = [word for word in words if word != COMMA]
            last = len(told) == 1 and told[0] in conjunctions
            if not words or (told and not last):
                break
            joined.append(person)
            person += 1
        if last:
            found.update(dict.fromkeys(joined, at))
    return found


def _joined_before(
    document: Document, mentions: Sequence[Mention], at: int, taken: set[int], conjunctions: frozenset[str]
) -> list[int]:
    """The persons before the holder of a post that a verb gives to them all: "menunjuk A, B, dan C sebagai Y"."""
    person = mentions[at].holder
    joined: list[int] = []
    if person is None or not mentions[at].rule.endswith("+verb") or person + 1 != at:
        return joined
    while person > 0 and _next_name(mentions, person) and person - 1 not in taken:
        words = document.sentences[mentions[at].sentence].lowers[mentions[person - 1].last : mentions[person].first]
        told = [word for word in words if word != COMMA]
        last = len(told) == 1 and told[0] in conjunctions
        if not words or (told and not last) or (not last and not joined):
            break
        person -= 1
        joined.append(person)
    return joined


def _next_name(mentions: Sequence[Mention], person: int) -> bool:
    """Whether a person is named in the sentence of the one before."""
    before, here = mentions[person - 1], mentions[person]
    return here.kind is PERSON and before.kind is PERSON and here.sentence == before.sentence


def _is_shared(post: str, posts: frozenset[str]) -> bool:
    words = post.lower().split()
    return any(" ".join(words[:length]) in posts for length in range(1, min(LONGEST, len(words)) + 1))
