"""Whom a pronoun means that is the subject of an adverbial clause: who is the subject of the clause before it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from kg.model import Agent, Mention, Sentence, Span
from kg.model.members import GROUP
from kg.resolve.coreference import PERSONAL

SUBJECT = "nsubj"
ADVERBIAL = "advcl"
MEANT = ("obj", "obl", "iobj")  # UD relations of somebody whom a pronoun may mean as well as the subject


def subject_before(
    span: Span, sentence: Sentence, mentions: Sequence[Mention], agents: Mapping[int, Agent]
) -> Agent | None:
    """The person who is the subject (UD nsubj) right before the adverbial clause (advcl) whose subject the pronoun at
    `span` is, nobody else being named between them (`Danu dipecat karena ia meminta ...`)."""
    at = bisect_left(sentence.starts, span.start)
    words = sentence.words
    if at >= len(words) or not words[at].deprel.startswith(SUBJECT) or words[at].head < 0:
        return None
    if words[words[at].head].deprel != ADVERBIAL:
        return None
    found: int | None = None
    for index in range(bisect_left(mentions, sentence.index, key=_sentence_of), len(mentions)):
        mention = mentions[index]
        if mention.sentence != sentence.index or mention.first >= at:
            break
        relations = [word.deprel for word in words[mention.first : mention.last]]
        leads = any(relation.startswith(SUBJECT) for relation in relations)
        if mention.kind in PERSONAL:
            chained = found is not None and mentions[found].last == mention.first
            if not chained:
                found = index if leads and not mention.quantifier else None
            elif found is not None:
                found = index if agents[index].person else found
        elif mention.kind is GROUP and (leads or any(one in MEANT for one in relations)):
            found = None
    return agents[found] if found is not None else None


def _sentence_of(mention: Mention) -> int:
    return mention.sentence
