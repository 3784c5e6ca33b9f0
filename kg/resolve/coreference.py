"""Who an expression refers to: mentions to entities, pronouns and descriptions to who was speaking before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.model import Agent, Document, Entity, Mention, MentionKind, Span

PERSONAL = (MentionKind.PERSON, MentionKind.POST)
NEAR = 3  # sentences: how far ahead a name may be that the lead withholds
BACK = 2  # sentences: how far back a quoted pronoun may point


@dataclass(frozen=True, slots=True)
class Event:
    """That somebody speaks or is the subject of a sentence, at an offset: what a later pronoun may point back to.

    `speech` is False for the subject of another verb; `named` says that the passage names the agent there, `quoting`
    that the cue belongs to a quotation, `introduces` that the article speaks of the agent for the first time.
    """

    at: int
    sentence: int
    agent: Agent
    speech: bool
    named: bool
    quoting: bool = False
    introduces: bool = False


def entity_of_mentions(entities: Sequence[Entity]) -> Mapping[int, int]:
    """The index of the entity of each mention."""
    return {mention: entity.index for entity in entities for mention in entity.mentions}


def agent_of_mention(
    index: int, mentions: Sequence[Mention], entities: Sequence[Entity], entity_of: Mapping[int, int]
) -> Agent:
    """The agent that a mention names, with what the whole article says of it.

    A bare post ("Kapolda") that is an entity of its own is the one person whom the article gives such a post, and the
    nearest before the mention if there are several.
    """
    mention = mentions[index]
    known = entity_of.get(index)
    if known is None:
        return _agent_without_entity(mention)
    entity = entities[known]
    reasons: tuple[str, ...] = (f"named: {mention.text}",)
    if mention.kind is MentionKind.POST and not entity.person and not mention.former:
        holder = _holder(mention, mentions, entities)
        if holder is not None:
            reasons = (f"{mention.text}: the article's {holder.office} {holder.person}",)
            entity = holder
    return Agent(
        entity.kind,
        entity.office,
        entity.person,
        entity.rank,
        mention.span,
        _fullest(entity, mentions),
        entity.index,
        reasons,
    )


def _agent_without_entity(mention: Mention) -> Agent:
    person = (mention.name or mention.text) if mention.kind is MentionKind.PERSON else ""
    office = "" if mention.kind is MentionKind.PERSON else (mention.office or mention.text)
    return Agent(mention.kind, office, person, mention.rank, mention.span, None, None, (f"named: {mention.text}",))


def _holder(mention: Mention, mentions: Sequence[Mention], entities: Sequence[Entity]) -> Entity | None:
    """Who holds the post that a mention gives without its unit."""
    if mention.unit or mention.place or not mention.post:
        return None
    holders: list[tuple[int, Entity]] = []
    for entity in entities:
        if not entity.person:
            continue
        spans = [
            mentions[index].span.start
            for index in entity.mentions
            if mentions[index].post.casefold() == mention.post.casefold() and not mentions[index].former
        ]
        if spans:
            before = [start for start in spans if start < mention.span.start]
            holders.append((max(before) if before else -min(spans), entity))
    if not holders:
        return None
    return max(holders, key=lambda pair: pair[0])[1]


def _fullest(entity: Entity, mentions: Sequence[Mention]) -> Span | None:
    """The longest mention of an entity, the first of several: what its pronouns are resolved to."""
    own = [mentions[index] for index in entity.mentions]
    if not own:
        return None
    return max(own, key=lambda mention: (len(mention.text), -mention.span.start)).span


def subject_events(
    document: Document,
    mentions: Sequence[Mention],
    agents: Mapping[int, Agent],
    quoted: Sequence[Span],
) -> Iterable[Event]:
    """The persons and posts that are subjects of main clauses outside quotations (UD nsubj of the root), or agents.

    A passive agent (UD obl:agent) counts only where the article introduces somebody ("disambut oleh Camat X").
    """
    by_sentence: dict[int, list[int]] = {}
    for index, mention in enumerate(mentions):
        if mention.kind in PERSONAL:
            by_sentence.setdefault(mention.sentence, []).append(index)
    seen: set[int] = set()
    for sentence in document.sentences:
        if sentence.index not in by_sentence:
            continue
        for word in sentence.words:
            agentive = word.deprel == "obl:agent"
            if not agentive and not (
                word.deprel.startswith("nsubj") and word.head >= 0 and sentence.words[word.head].deprel == "root"
            ):
                continue
            if any(span.start <= word.span.start < span.end for span in quoted):
                continue
            over = [
                index
                for index in by_sentence.get(sentence.index, ())
                if mentions[index].first <= word.index < mentions[index].last
            ]
            if over:
                agent = agents[over[0]]
                first = bool(agent.person) and (agent.entity is None or agent.entity not in seen)
                if first or not agentive:
                    yield Event(word.span.start, sentence.index, agent, speech=False, named=True, introduces=first)
        if not sentence.is_title:
            seen.update(known for index in by_sentence[sentence.index] if (known := agents[index].entity) is not None)


def antecedent(events: Sequence[Event], at: int, sentence: int, *, of_quotation: bool) -> Agent | None:
    """The agent that a third person pronoun at an offset points back to, `None` if nobody fits.

    A person: the last who spoke; or the subject of a later sentence without speech if nobody spoke before or the
    article introduces them there with name and post. A body only for a cue behind a quotation (`of_quotation`): the
    body quoted last, or one that spoke where no person did.
    """
    speaking = {event.sentence for event in events if event.speech}
    reported = -1  # the last sentence that somebody was found to speak in
    spoke = False
    person: Agent | None = None
    body: Agent | None = None
    for event in events:
        if event.at >= at:
            break
        if not event.speech and event.sentence in speaking:
            continue  # the subject of what is reported, not of the report
        if event.speech and event.sentence == reported and not event.quoting:
            continue  # reported by who spoke first: "X menambahkan bahwa Y meminta ..."
        if event.speech:
            reported = event.sentence
        if not _is_person(event.agent) and not (event.quoting and of_quotation):
            body = event.agent if event.speech else body
        elif event.speech:
            person, spoke = event.agent, True
        elif not spoke or (event.introduces and event.agent.office and sentence - event.sentence <= NEAR):
            person = event.agent
    return person or (body if of_quotation else None)


def _is_person(agent: Agent) -> bool:
    """Whether an agent is one person: named, by post, or only described ("pengemudi mobil itu")."""
    return agent.kind in PERSONAL or (agent.kind is MentionKind.GROUP and agent.entity is None)


def third_person_in_quotation(
    span: Span,
    sentence: int,
    document: Document,
    mentions: Sequence[Mention],
    agents: Mapping[int, Agent],
    speaker: Agent | None,
) -> Agent | None:
    """Whom a quoted speaker means by a third person pronoun ("Beliau meminta ..."): somebody named close by.

    A name in brackets behind the pronoun; else the last subject (UD nsubj) of this or the two sentences before, else
    the last person named in them.
    """
    words = document.sentences[sentence].words
    behind = next((word.index for word in words if word.span.start >= span.end), len(words))
    if behind < len(words) and words[behind].text == "(":
        for index, mention in enumerate(mentions):
            if mention.sentence == sentence and mention.first == behind + 1 and mention.kind in PERSONAL:
                return agents[index]
    nearest: Agent | None = None
    subject: Agent | None = None
    for index, mention in enumerate(mentions):
        if mention.kind not in PERSONAL or mention.former or not sentence - BACK <= mention.sentence <= sentence:
            continue
        if mention.span.start >= span.start or (speaker is not None and agents[index].label == speaker.label):
            continue
        nearest = agents[index]
        head = document.sentences[mention.sentence].words[mention.first : mention.last]
        if any(word.deprel.startswith("nsubj") for word in head):
            subject = agents[index]
    return subject or nearest


def ahead(events: Sequence[Event], at: int, sentence: int) -> Agent | None:
    """The first speaker named within the next sentences: for a lead that withholds the name."""
    for event in events:
        if event.at > at and event.speech and event.named:
            return event.agent if event.sentence - sentence <= NEAR else None
    return None


def referring(agent: Agent, span: Span | None, reason: str) -> Agent:
    """The same agent as another expression refers to it."""
    return replace(agent, mention=span, reasons=(*agent.reasons, reason))
