"""Posts that the words around them tell apart: that of who appoints somebody, and one that was over before the next."""

from __future__ import annotations

from collections.abc import Container

from kg.extract.mentions_line import Line
from kg.model import Mention

PASSIVE = "di"  # prefix of a passive verb, whose agent may follow it
NEAR = 3  # words: "sebelum kemudian dilantik"


def appoints_to_other(line: Line, post: Mention) -> bool:
    """Whether a post behind a passive of appointing is that of the agent, as the new one follows: "yang dirotasi
    Kapolri menjadi Y"."""
    verb = line.pieces[post.first - 1]
    passive = verb in line.words.appointing_verbs and verb.startswith(PASSIVE)
    return passive and line.pieces[post.last] in line.words.holding_verbs


def before_next(line: Line, post: Mention, conjunctions: Container[str]) -> bool:
    """Whether somebody held a post before he came into the next one: "menjabat Y, sebelum dilantik menjadi Z"."""
    behind = post.last + 1 if line.texts[post.last] == "," else post.last
    if line.pieces[behind] not in conjunctions:
        return False
    taken = line.words.taking_verbs | line.words.appointing_verbs
    return not taken.isdisjoint(line.pieces[behind + 1 : behind + 1 + NEAR])
