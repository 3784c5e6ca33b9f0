"""Whom `mereka` means to whom something is told, where nothing else tells: who is called first, or was told before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from kg.model import Agent, Directive, DirectiveDraft, Document, Mention, Span
from kg.model.members import GROUP, POST, PRONOUN
from kg.resolve.audience import hearers_at
from kg.resolve.discourse import Discourse
from kg.resolve.roles import Roles
from kg.resolve.sameness import mentioned, same_agent, sentence_index
from kg.resolve.spans import words_of

MAX_PHRASE = 12  # words
FRONT = 3  # words before whom a sentence calls first
OUTSIDE = ("ADV", "CCONJ", "SCONJ", "PUNCT")  # UD tags of such words
VERBS = ("active", "bare", "passive")  # rules by which somebody is told by a verb


def they_told(
    draft: DirectiveDraft,
    issuer: Agent | None,
    mentions: Sequence[Mention],
    discourse: Discourse,
    document: Document,
    earlier: Sequence[Directive],
    roles: Roles,
) -> tuple[Agent, ...]:
    """The agents of the plural pronoun that is all a draft names: those whom its sentence names first (`kepada para
    camat, Bupati meminta mereka ...`), or those whom the issuer told in the sentence before, if that names no other
    group."""
    reference = draft.addressees[0] if len(draft.addressees) == 1 else None
    pronoun = None if reference is None or reference.mention is None else mentions[reference.mention]
    if pronoun is None or pronoun.kind is not PRONOUN or pronoun.text.casefold() not in discourse.words.plural:
        return ()
    fronted = _called_first(document, pronoun, mentions, roles)
    if len(fronted) == 1 and (whole := _whole(document, mentions[fronted[0]])) is not None:
        words = words_of(whole, document.article.text)
        return (Agent(GROUP, office=words, mention=whole, reasons=("named in the phrase",)),)
    if fronted:
        agents = (discourse.agent(mentioned(mentions, index)) for index in fronted)
        return tuple(agent for agent in agents if agent is not None)
    told = _told_before(draft, issuer, mentions, document, earlier)
    return told or _dealt_with(draft, pronoun, mentions, discourse, document, earlier)


def _called_first(document: Document, pronoun: Mention, mentions: Sequence[Mention], roles: Roles) -> tuple[int, ...]:
    """Who stands behind a preposition that opens the pronoun's sentence, up to a comma."""
    sentence = document.sentences[pronoun.sentence]
    at = 0
    while at < min(FRONT, pronoun.first) and sentence.tags[at] in OUTSIDE:
        at += 1
    if sentence.lowers[at] not in roles.directed_at or "," not in sentence.lowers[at : pronoun.first]:
        return ()
    return tuple(k for k in hearers_at(sentence, at + 1, mentions, roles) if mentions[k].kind in (GROUP, POST))


def _whole(document: Document, group: Mention) -> Span | None:
    """The phrase that begins with a group and ends at a comma (`para guru di desa, ...`), if it is short."""
    words = document.sentences[group.sentence].words
    near = words[group.first : group.first + MAX_PHRASE]
    comma = next((word for word in near if word.lower == ","), None)
    return None if comma is None else Span(group.span.start, words[comma.index - 1].span.end)


def _told_before(
    draft: DirectiveDraft,
    issuer: Agent | None,
    mentions: Sequence[Mention],
    document: Document,
    earlier: Sequence[Directive],
) -> tuple[Agent, ...]:
    """Those whom the directive of the sentence before tells, if they are several and its content names no group."""
    last = earlier[-1] if earlier else None
    if (
        last is None
        or not draft.rule.startswith(VERBS)
        or sentence_index(document, last.sentence) != draft.sentence - 1
    ):
        return ()
    same = last.issuer is not None and issuer is not None and same_agent(last.issuer, issuer)
    if not same and not draft.rule.startswith("passive"):
        return ()
    several = len(last.addressees) > 1 or any(one.kind is GROUP for one in last.addressees)
    if not several or last.content is None:
        return ()
    first = bisect_left(mentions, draft.sentence - 1, key=_sentence_of)
    for index in range(first, len(mentions)):
        mention = mentions[index]
        if mention.sentence >= draft.sentence:
            break
        if mention.kind is GROUP and last.content.covers(mention.span):
            return ()
    return last.addressees


def _dealt_with(
    draft: DirectiveDraft,
    pronoun: Mention,
    mentions: Sequence[Mention],
    discourse: Discourse,
    document: Document,
    earlier: Sequence[Directive],
) -> tuple[Agent, ...]:
    """The only group of the sentence before, behind its verb, if the pronoun opens the next one as the subject of a
    passive and nothing was demanded there (`Surat itu dikirim kepada tiga saksi. Mereka diminta datang`)."""
    if earlier and sentence_index(document, earlier[-1].sentence) == draft.sentence - 1:
        return ()  # `meminta camat mendata warga miskin. Mereka diminta ...`: either
    sentence = document.sentences[draft.sentence]
    if not draft.rule.startswith("passive") or pronoun.first > 0 or not draft.sentence or draft.quotation is not None:
        return ()
    before = document.sentences[draft.sentence - 1]
    if sentence.paragraph != before.paragraph:
        return ()
    first = bisect_left(mentions, draft.sentence - 1, key=_sentence_of)
    stop = bisect_left(mentions, draft.sentence, key=_sentence_of)
    several = [k for k in range(first, stop) if mentions[k].kind in (GROUP, PRONOUN)]
    if len(several) != 1 or mentions[several[0]].kind is not GROUP:
        return ()
    verb = next((word.index for word in before.words if word.upos == "VERB"), len(before.words))
    group = mentions[several[0]]
    if group.first < verb:
        return ()
    if before.tags[group.first - 1] == "NUM":
        counted = Span(before.words[group.first - 1].span.start, group.span.end)
        words = words_of(counted, document.article.text)
        return (Agent(GROUP, office=words, mention=counted, reasons=("the only group of the sentence before",)),)
    agent = discourse.agent(mentioned(mentions, several[0]))
    return () if agent is None else (agent,)


def _sentence_of(mention: Mention) -> int:
    return mention.sentence
