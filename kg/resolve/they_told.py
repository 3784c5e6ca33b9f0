"""Whom `mereka` means to whom something is told, where nothing else tells: who is called first, or was told before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from kg.model import Agent, Directive, DirectiveDraft, Document, Mention, Sentence, Span
from kg.model.members import GROUP, POST, PRONOUN, UNIT
from kg.resolve.audience import hearers_at
from kg.resolve.coreference_words import is_plural
from kg.resolve.discourse import Discourse
from kg.resolve.roles import Roles
from kg.resolve.sameness import mentioned, same_agent, sentence_index
from kg.resolve.spans import words_of

MAX_PHRASE = 12  # words
MAX_BACK = 2  # sentences
FRONT = 3  # words before whom a sentence calls first
OF_NAME = ("NOUN", "PROPN", "ADJ")  # UD tags
OUTSIDE = ("ADV", "CCONJ", "SCONJ", "PUNCT")  # UD tags of such words
VERBS = ("active", "bare", "passive", "modal:active", "modal:coordinated")  # rules by which somebody is told to act
OBJECTS = ("active:object", "bare:object")  # rules by which the pronoun is whom a verb tells
PASSIVE = "passive:subject"
COLLECTIVE = (GROUP, UNIT)
SUBJECT, OBJECT = "nsubj", "obj"


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
    if pronoun is None or pronoun.kind is not PRONOUN or not is_plural(pronoun.text, discourse.words):
        return ()
    fronted = _called_first(document, pronoun, mentions, roles)
    if len(fronted) == 1 and (whole := _whole(document, mentions[fronted[0]])) is not None:
        words = words_of(whole, document.article.text)
        return (Agent(GROUP, office=words, mention=whole, reasons=("named in the phrase",)),)
    if fronted:
        agents = (discourse.agent(mentioned(mentions, index)) for index in fronted)
        return tuple(agent for agent in agents if agent is not None)
    beside = _beside_issuer(pronoun, issuer, mentions, discourse, document)
    if beside is not None:
        return (beside,)
    told = _told_before(draft, issuer, mentions, discourse, document, earlier, roles)
    return told or _dealt_with(draft, issuer, pronoun, mentions, discourse, document, earlier, roles)


def _beside_issuer(
    pronoun: Mention,
    issuer: Agent | None,
    mentions: Sequence[Mention],
    discourse: Discourse,
    document: Document,
) -> Agent | None:
    """The only group before the pronoun in its sentence, the issuer left out, that is the subject of a verb (UD nsubj),
    or that something is done to or that says so if nobody else is named (`menurut para sopir, polisi meminta mereka
    ...`)."""
    sentence = document.sentences[pronoun.sentence]
    told = {discourse.reports[index].speaker.mention for index in discourse.reports_of.get(pronoun.sentence, ())}
    leading: dict[str, Agent] = {}
    named: dict[str, Agent] = {}
    core = True
    for index in range(bisect_left(mentions, pronoun.sentence, key=_sentence_of), len(mentions)):
        mention = mentions[index]
        if mention.sentence != pronoun.sentence or mention.first >= pronoun.first:
            break
        agent = discourse.agent(mentioned(mentions, index)) if mention.kind in COLLECTIVE else None
        if agent is None or (issuer is not None and same_agent(agent, issuer)):
            continue
        words = sentence.words[mention.first : mention.last]
        named[agent.label] = agent
        if any(word.deprel.startswith(SUBJECT) for word in words):
            leading[agent.label] = agent
        core = core and (index in told or any(word.deprel.startswith((SUBJECT, OBJECT)) for word in words))
    if len(leading) == 1 or (not leading and len(named) == 1 and core):
        only = next(iter((leading or named).values()))
        return _in_full(only, sentence, document) if only.kind is GROUP else None
    return None


def _in_full(agent: Agent, sentence: Sentence, document: Document) -> Agent:
    """A group with the nouns and adjectives right behind it that belong to it (`anak-anak SMP`; UD head)."""
    if agent.mention is None or not sentence.span.covers(agent.mention):
        return agent
    first, end = bisect_left(sentence.starts, agent.mention.start), sentence.word_from(agent.mention.end)
    last = end
    while last < len(sentence.words) and sentence.tags[last] in OF_NAME and first <= sentence.words[last].head < last:
        last += 1
    if last == end:
        return agent
    span = Span(agent.mention.start, sentence.words[last - 1].span.end)
    return Agent(GROUP, office=words_of(span, document.article.text), mention=span, reasons=agent.reasons)


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
    discourse: Discourse,
    document: Document,
    earlier: Sequence[Directive],
    roles: Roles,
) -> tuple[Agent, ...]:
    """Those whom the last directive tells, at most `MAX_BACK` sentences back, if they are several and no other group is
    named in its content or since, but a force (`keluar dari kepolisian`); two passives have one subject."""
    last = earlier[-1] if earlier else None
    if last is None or not draft.rule.startswith(VERBS):
        return ()
    told = sentence_index(document, last.sentence)
    if not draft.sentence - MAX_BACK <= told < draft.sentence:
        return ()
    same = last.issuer is not None and issuer is not None and same_agent(last.issuer, issuer)
    if not same and not draft.rule.startswith("passive"):
        return ()
    several = len(last.addressees) > 1 or any(one.kind is GROUP for one in last.addressees)
    unknown = any(is_plural(one.office, discourse.words) for one in last.addressees)
    if not several or unknown or last.content is None:
        return ()
    if last.rule.startswith(PASSIVE) and draft.rule.startswith(PASSIVE) and told == draft.sentence - 1:
        return last.addressees
    first = bisect_left(mentions, told, key=_sentence_of)
    for index in range(first, len(mentions)):
        mention = mentions[index]
        if mention.sentence >= draft.sentence:
            break
        between = mention.sentence > told and mention.kind in COLLECTIVE
        if between or (mention.kind is GROUP and last.content.covers(mention.span)):
            lowers = document.sentences[mention.sentence].lowers[mention.first : mention.last]
            if not roles.police_body.issuperset(lowers):
                return ()
    return last.addressees


def _dealt_with(
    draft: DirectiveDraft,
    issuer: Agent | None,
    pronoun: Mention,
    mentions: Sequence[Mention],
    discourse: Discourse,
    document: Document,
    earlier: Sequence[Directive],
    roles: Roles,
) -> tuple[Agent, ...]:
    """The only group of the sentence before, behind its verb, if the pronoun is the subject of a passive or whom a verb
    tells, no other group stands before it, and nothing was demanded there (`Surat itu dikirim kepada tiga saksi. Mereka
    diminta datang`); officers who act on others are not meant (`Polisi mendata para sopir. Mereka diminta ...`)."""
    if not draft.sentence or (earlier and sentence_index(document, earlier[-1].sentence) == draft.sentence - 1):
        return ()  # `meminta camat mendata warga miskin. Mereka diminta ...`: either
    sentence, before = document.sentences[draft.sentence], document.sentences[draft.sentence - 1]
    quoted = draft.quotation is not None
    if quoted and before.index < discourse.quotations[draft.quotation or 0].sentences[0]:
        return ()
    passive = draft.rule.startswith("passive")
    if sentence.paragraph != before.paragraph or before.is_title or not (passive or draft.rule.startswith(OBJECTS)):
        return ()
    first = bisect_left(mentions, draft.sentence - 1, key=_sentence_of)
    stop = bisect_left(mentions, draft.sentence, key=_sentence_of)
    for one in mentions[stop:]:
        if one.sentence != draft.sentence or one.first >= pronoun.first:
            break
        if one.kind in COLLECTIVE and not (issuer is not None and one.span == issuer.mention):
            return ()
    named: list[int] = []
    for k in range(first, stop):
        one = mentions[k]
        if one.kind is GROUP or (one.kind is PRONOUN and is_plural(one.text, discourse.words)):
            named.append(k)
    if len(named) > 1 and _officers(before, mentions[named[0]], roles):
        named = named[1:]
    if len(named) != 1 or mentions[named[0]].kind is not GROUP:
        return ()
    verb = next((word.index for word in before.words if word.upos == "VERB"), len(before.words))
    group = mentions[named[0]]
    if group.first < verb:
        return ()
    if before.tags[group.first - 1] == "NUM":
        counted = Span(before.words[group.first - 1].span.start, group.span.end)
        words = words_of(counted, document.article.text)
        return (Agent(GROUP, office=words, mention=counted, reasons=("the only group of the sentence before",)),)
    agent = discourse.agent(mentioned(mentions, named[0]))
    if agent is None or (issuer is not None and same_agent(agent, issuer)):
        return ()
    return (_in_full(agent, before, document),)


def _officers(sentence: Sentence, group: Mention, roles: Roles) -> bool:
    """Whether a group is of officers who are the subject of a verb (UD nsubj)."""
    leads = any(word.deprel == SUBJECT for word in sentence.words[group.first : group.last])
    return leads and not (roles.officer | roles.police_body).isdisjoint(sentence.lowers[group.first : group.last])


def _sentence_of(mention: Mention) -> int:
    return mention.sentence
