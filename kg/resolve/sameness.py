"""Whether two agents of an article are one, or one is of the other's body; references to its mentions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from kg.model import Agent, Document, Mention, Reference, Sentence, Span
from kg.model.members import MENTION, UNIT


def mentioned(mentions: Sequence[Mention], index: int) -> Reference:
    """The reference to a mention of the article, by its place among them."""
    return Reference(MENTION, mentions[index].span, index, mentions[index].sentence)


def own_body(agent: Agent, issuer: Agent) -> bool:
    """Whether an agent is the body that a holder of a post is of (`Komisi III` for its member)."""
    own = issuer.office.lower().split()  # `Polri` is the body of the `Kapolri`
    names = agent.office.lower().split()
    return agent.kind is UNIT and all(any(word.endswith(name) for word in own) for name in names)


def one_side(one: Agent, issuer: Agent) -> bool:
    """Whether who told before is the issuer, or the body for which the issuer speaks (`Polda Jateng mengimbau ...`,
    then its head of public relations)."""
    return same_agent(one, issuer) or own_body(one, issuer)


def same_agent(one: Agent, other: Agent) -> bool:
    """Whether two agents of one article are the same entity, or have the same labels."""
    if one.entity is not None and other.entity is not None:
        return one.entity == other.entity
    return one.label == other.label


def sentence_index(document: Document, span: Span) -> int:
    """The sentence with a span, the first one if none has it."""
    at = bisect_left(document.sentences, span.start, key=_start)
    found = document.sentences[at : at + 1]
    return found[0].index if found and found[0].span == span else 0


def _start(sentence: Sentence) -> int:
    return sentence.span.start
