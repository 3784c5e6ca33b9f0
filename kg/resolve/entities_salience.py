"""Finds the person that a post points back to: "Mantan Kapolda Banten ini", "sejak ia menjabat Kapolres"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Document, Mention, MentionKind

REACH = 3  # sentences


def pointed_at(document: Document, mentions: Sequence[Mention], at: int) -> int | None:
    """The mention of the person whom the post at `at` points back to, `None` if it does not or more than one could be meant."""
    post = mentions[at]
    if post.quantifier or not post.anaphoric:
        return None
    before = [
        index
        for index in range(at - 1, -1, -1)
        if mentions[index].kind is MentionKind.PERSON and mentions[index].sentence >= post.sentence - REACH
    ]
    for sentence in range(post.sentence, post.sentence - REACH - 1, -1):
        here = [index for index in before if mentions[index].sentence == sentence]
        if not here:
            continue
        subjects = [index for index in here if _is_subject(document, mentions[index])]
        names = {mentions[index].name for index in subjects or here}
        return (subjects or here)[0] if len(names) == 1 else None
    return None


def _is_subject(document: Document, mention: Mention) -> bool:
    words = document.sentences[mention.sentence].words[mention.first : mention.last]
    return any(word.deprel.startswith("nsubj") for word in words)
