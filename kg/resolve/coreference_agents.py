"""The agents that mentions name, with what the whole article says of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from kg.lexicon.remembered import Remembered
from kg.model import Agent, Entity, Mention, Span
from kg.model.making import maker
from kg.model.members import GROUP, PERSON, PLACE, POST, UNIT

new_agent = maker(Agent)


def agents_of_mentions(mentions: Sequence[Mention], entities: Sequence[Entity]) -> dict[int, Agent]:
    """The agent that each mention names, with what the whole article says of it; made when it is asked for."""
    owners = {index: entity for entity in entities for index in entity.mentions}
    fullest = Remembered[int, Span | None](lambda entity: _fullest(entities[entity], mentions), len(entities) + 1)

    def agent(index: int) -> Agent:
        entity, mention = owners.get(index), mentions[index]
        if entity is None:
            return _agent_without_entity(mention)
        return _agent(entity, mention, fullest[entity.index], f"named: {mention.text}")

    return Remembered(agent, len(mentions) + 1)


def _agent(entity: Entity, mention: Mention, fullest: Span | None, reason: str) -> Agent:
    return new_agent(
        entity.kind, entity.office, entity.person, entity.rank, mention.span, fullest, entity.index, (reason,)
    )


def _agent_without_entity(mention: Mention) -> Agent:
    person = (mention.name or mention.text) if mention.kind is PERSON else ""
    office = "" if mention.kind is PERSON else (mention.office or mention.text)
    return new_agent(mention.kind, office, person, mention.rank, mention.span, None, None, (f"named: {mention.text}",))


def _fullest(entity: Entity, mentions: Sequence[Mention]) -> Span | None:
    """The longest mention of an entity, the first of several: what its pronouns are resolved to."""
    if not entity.mentions:
        return None
    if len(entity.mentions) == 1:
        return mentions[entity.mentions[0]].span
    longest = entity.mentions[0]
    for index in entity.mentions[1:]:
        if len(mentions[index].text) > len(mentions[longest].text):
            longest = index
    return mentions[longest].span


def holders_of_bare_posts(
    bare: Iterable[int], mentions: Sequence[Mention], entities: Sequence[Entity], agents: Mapping[int, Agent]
) -> dict[int, Agent]:
    """Who speaks where a post without its unit does ("Kapolda mengatakan ..."), for those of `bare` that name nobody.

    It is the one person whom the article gives such a post; of several, the one named nearest before. A title that is
    also a word for a group, or only begins a post, is his where nobody else in the article has a post that begins so
    ("Babinsa Desa X Serda Y ... Babinsa meminta ...", "Wadan Lantamal X ... Wadan mengingatkan ...").
    """
    held: dict[str, list[tuple[int, int]]] = {}  # kind of post -> (offset, entity) of its mentions
    for entity in entities:
        for index in entity.mentions if entity.person else ():
            if mentions[index].post and not mentions[index].former:
                held.setdefault(mentions[index].post.casefold(), []).append((mentions[index].span.start, entity.index))
    found: dict[int, Agent] = {}
    only: dict[str, tuple[int, Entity] | None] = {}  # title -> where its only holder is introduced
    for index in bare:
        mention = mentions[index]
        if bool(agents[index].person) or mention.former or mention.unit or mention.place or mention.quantifier:
            continue
        if mention.kind is not POST or mention.post.casefold() not in held:
            title = mention.text.casefold()
            if mention.kind not in (POST, GROUP) or not mention.text[:1].isupper():
                continue
            if title not in only:
                only[title] = _only_one(title, mentions, entities)
            first, holder = only[title] or (len(mentions), None)
            if holder is not None and first <= index:
                reason = f"{mention.text}: the only post that begins so is that of {holder.person}"
                found[index] = _agent(holder, mention, _fullest(holder, mentions), reason)
            continue
        places = sorted(held[mention.post.casefold()])
        before = bisect_left(places, (mention.span.start, 0))
        holder = entities[places[before - 1 if before else 0][1]]
        reason = f"{mention.text}: the article's {holder.office} {holder.person}"
        found[index] = _agent(holder, mention, _fullest(holder, mentions), reason)
    return found


def _only_one(title: str, mentions: Sequence[Mention], entities: Sequence[Entity]) -> tuple[int, Entity] | None:
    """The first mention of the only post of an article that begins with a title alone, and the person who has it."""
    fuller = [
        at
        for at, one in enumerate(mentions)
        if one.kind is POST and " " in one.office and f"{one.office.casefold()} ".startswith(f"{title} ")
    ]
    held = [entity for entity in entities if entity.person and not set(fuller).isdisjoint(entity.mentions)]
    if len(held) != 1 or any(mentions[at].former for at in fuller):
        return None
    return (fuller[0], held[0]) if set(held[0].mentions).issuperset(fuller) else None


def country_speaking(span: Span, mentions: Sequence[Mention], countries: frozenset[str]) -> Agent | None:
    """The government of the country whose name is all of a span ("kata Thailand dalam pernyataannya"): no person."""
    at = bisect_left(mentions, span.start, key=_start)
    if at == len(mentions) or mentions[at].kind is not PLACE or mentions[at].span != span:
        return None
    name = mentions[at].text
    if name.casefold() not in countries:
        return None  # of a region's name more are called: `Bima meminta ...`
    return Agent(UNIT, office=name, mention=span, reasons=(f"a country for its government: {name}",))


def _start(mention: Mention) -> int:
    return mention.span.start
