"""Whom a passive without a subject of its own tells: the subject of the clause that it is joined to or gives the reason
of (`Rudi tidak ditahan dan hanya diminta melapor`, `Danu pulang karena diminta ...`)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from kg.model import Agent, DirectiveDraft, Document, Mention, Span
from kg.model.members import GROUP, PERSON, POST, UNIT
from kg.resolve.discourse import Discourse
from kg.resolve.sameness import mentioned, same_agent
from kg.resolve.spans import words_of

RULES = ("passive:verb", "passive:conjunction")  # of passives before which no subject stands
JOINED = ("conj", "advcl")  # UD relations of a clause that shares its subject
REASON = "advcl"
SUBJECTS = ("nsubj", "nsubj:pass")
TOLD = (GROUP, UNIT, PERSON, POST)


def shared_subject(
    draft: DirectiveDraft,
    issuer: Agent | None,
    mentions: Sequence[Mention],
    discourse: Discourse,
    document: Document,
) -> Agent | None:
    """The agent of the subject (UD nsubj) of the clause whose conjunct or adverbial clause a passive heads, if it
    stands before the passive and the passive has none itself."""
    if draft.addressees or draft.rule not in RULES:
        return None
    sentence = document.sentences[draft.sentence]
    words = sentence.words
    cue = sentence.word_from(draft.trigger.start)
    if cue >= len(words) or words[cue].deprel not in JOINED or words[cue].head < 0:
        return None
    if any(word.head == cue and word.deprel in SUBJECTS for word in words):
        return None
    head = words[cue].head
    at = next((word.index for word in words if word.head == head and word.deprel in SUBJECTS), len(words))
    if at > cue or head > cue:
        return None
    here = _in(mentions, draft)
    if words[cue].deprel == REASON and any(at < one.first < cue and one.kind in TOLD for one in here):
        return None  # `Polisi menangkap Budi karena dilarang ...`: either
    first = bisect_left(mentions, draft.sentence, key=_sentence_of)
    for index, mention in enumerate(here, first):
        if mention.first <= at < mention.last and mention.kind in TOLD and not mention.former:
            agent = discourse.agent(mentioned(mentions, index))
            return None if agent is None or (issuer is not None and same_agent(agent, issuer)) else agent
    covered = at == len(words) or any(one.first <= at < one.last for one in here)
    if covered or words[at].upos != "PROPN" or not (at or words[at].text.isupper()):
        return None  # the last: `Iya, diizinkan pulang`
    last = at + 1
    while last < cue and words[last].deprel == "flat:name" and words[last].head == at:
        last += 1
    span = Span(words[at].span.start, words[last - 1].span.end)  # `AM tidak ditahan dan hanya diminta ...`
    words_said = words_of(span, document.article.text)
    return Agent(GROUP, office=words_said, mention=span, reasons=("named in the phrase",))


def _in(mentions: Sequence[Mention], draft: DirectiveDraft) -> Sequence[Mention]:
    """The mentions of a draft's sentence."""
    first = bisect_left(mentions, draft.sentence, key=_sentence_of)
    return mentions[first : bisect_left(mentions, draft.sentence + 1, key=_sentence_of)]


def _sentence_of(mention: Mention) -> int:
    return mention.sentence
