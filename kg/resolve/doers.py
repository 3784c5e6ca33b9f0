"""Who asks something of people in a passive without an agent: the body that dealt with them in the sentence before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from kg.model import Agent, DirectiveDraft, Document, Force, Mention
from kg.model.making import replace
from kg.model.members import FORBID, GROUP, NONE, PASSAGE_SPEAKER, PERMIT, PERSON, POST, REQUEST, UNIT
from kg.resolve.coreference import referring
from kg.resolve.discourse import Discourse
from kg.resolve.roles import Roles
from kg.resolve.sameness import own_body, same_agent

ASKED = (REQUEST, Force.ORDER, Force.REQUIRE, FORBID, PERMIT)
KIND = ("NOUN", "PROPN", "ADJ")  # UD tags of words that say which group
NAMED = (PERSON, POST, UNIT)


def doer_before(
    document: Document,
    draft: DirectiveDraft,
    speaker: Agent | None,
    mentions: Sequence[Mention],
    discourse: Discourse,
    roles: Roles,
) -> Agent | None:
    """The body or officers who did something in the sentence before, as its subject, if neither sentence reports speech
    (`Satlantas menertibkan truk. Truk-truk itu diminta putar balik`): whoever is told was there, or is some people.

    A speaker of that body goes on speaking to the public at large.
    """
    here = draft.sentence
    if not draft.rule.startswith("passive") or draft.force not in ASKED or draft.quotation is not None or not here:
        return None
    unsaid = draft.issuer.kind is PASSAGE_SPEAKER or (draft.issuer.kind is NONE and draft.issuer.span is None)
    if not unsaid or not draft.addressees or document.sentences[here - 1].is_title:
        return None
    if discourse.reports_of.get(here) or discourse.reports_of.get(here - 1):
        return None
    start = bisect_left(mentions, here - 1, key=_sentence)
    near = range(start, bisect_left(mentions, here, key=_sentence))
    actor = next((index for index in near if _acts(document, mentions[index], roles)), None)
    if actor is None:
        return None
    doer = _called(document, mentions[actor], discourse.agent_of_mention(actor))
    others = [discourse.agent_of_mention(index) for index in near if index != actor]
    public = False
    for one in draft.addressees:
        told = discourse.agent(one)
        named = one.mention is not None and mentions[one.mention].kind in NAMED
        if named and (told is None or same_agent(told, doer) or not any(same_agent(told, other) for other in others)):
            return None
        public = public or (told is not None and told.kind is GROUP and told.office.lower() in roles.public)
    if public and speaker is not None and own_body(doer, speaker):
        return None
    return referring(doer, None, "who dealt with them in the sentence before")


def _called(document: Document, mention: Mention, agent: Agent) -> Agent:
    """A group with the words that say which it is (`tim patroli`)."""
    if mention.kind is not GROUP:
        return agent
    words = document.sentences[mention.sentence].words
    end = mention.last
    while end < len(words) and words[end].upos in KIND:
        end += 1
    return replace(agent, office=document.article.text[words[mention.first].span.start : words[end - 1].span.end])


def _acts(document: Document, mention: Mention, roles: Roles) -> bool:
    """Whether a mention is a body or officers, the subject (UD nsubj) of an active main verb."""
    words = document.sentences[mention.sentence].words
    if mention.kind is GROUP:
        if words[mention.first].lower not in roles.officer:
            return False
    elif mention.kind is not UNIT:
        return False
    for word in words[mention.first : mention.last]:
        if word.deprel == "nsubj" and word.head >= 0:
            verb = words[word.head]
            if verb.deprel == "root" and verb.upos == "VERB" and verb.lower.startswith(("me", "ber")):
                return True
    return False


def _sentence(mention: Mention) -> int:
    return mention.sentence
