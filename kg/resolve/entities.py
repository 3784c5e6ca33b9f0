"""Who is who within one article: persons with their posts, bare titles with their one holder, units with their short forms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.lexicon.load import Lexicon
from kg.model import Document, Entity, Mention, MentionKind
from kg.resolve.entities_offices import Office, OfficeReader, fuller, matches, office_reader
from kg.resolve.entities_persons import persons
from kg.resolve.entities_salience import pointed_at

ROLE = "role"


@dataclass(slots=True)
class _Draft:
    """An entity while its mentions are gathered."""

    kind: MentionKind
    mentions: list[int] = field(default_factory=list)
    posts: list[int] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)


def link_entities(document: Document, mentions: Sequence[Mention], lexicon: Lexicon) -> tuple[Entity, ...]:
    """The entities of an article in the order of their first mention.

    A person has the posts that the text puts beside him; a bare title ("Kapolda") is its one holder's. Where more than one
    candidate remains a mention is an entity of its own.
    """
    reader = office_reader(lexicon)
    offices = {
        at: reader.office(mention) for at, mention in enumerate(mentions) if mention.kind is MentionKind.POST
    }
    drafts, person_of = _persons(mentions)
    free = _held_posts(mentions, drafts, person_of)
    free = _pointed_posts(document, mentions, drafts, person_of, free)
    drafts += _free_posts(mentions, drafts, offices, free)
    drafts += _others(mentions, lexicon)
    drafts.sort(key=lambda draft: min(draft.mentions))
    units = [mention for mention in mentions if mention.kind is MentionKind.UNIT]
    full = _full_names(offices, mentions, reader, units)
    return tuple(_entity(index, draft, mentions, offices, full) for index, draft in enumerate(drafts))


def _persons(mentions: Sequence[Mention]) -> tuple[list[_Draft], dict[int, int]]:
    """A draft for each person, and the draft of each mention of a person."""
    positions = [at for at, mention in enumerate(mentions) if mention.kind is MentionKind.PERSON]
    numbers = persons([mentions[at].name for at in positions])
    drafts = [_Draft(MentionKind.PERSON) for _ in range(max(numbers, default=-1) + 1)]
    for at, number in zip(positions, numbers, strict=True):
        drafts[number].mentions.append(at)
    return drafts, dict(zip(positions, numbers, strict=True))


def _held_posts(mentions: Sequence[Mention], drafts: list[_Draft], person_of: Mapping[int, int]) -> list[int]:
    """Gives the posts beside a name to its person; returns the others."""
    free: list[int] = []
    for at, mention in enumerate(mentions):
        if mention.kind is not MentionKind.POST:
            continue
        if mention.holder is not None and mention.holder in person_of:
            draft = drafts[person_of[mention.holder]]
            draft.mentions.append(at)
            draft.posts.append(at)
            draft.reasons.append(f"{mention.office}: {mention.rule}")
        else:
            free.append(at)
    return free


def _pointed_posts(
    document: Document,
    mentions: Sequence[Mention],
    drafts: list[_Draft],
    person_of: Mapping[int, int],
    free: Sequence[int],
) -> list[int]:
    """Gives "mantan Kapolda X ini" to the person spoken of just before; returns the posts that are still free."""
    rest: list[int] = []
    for at in free:
        person = pointed_at(document, mentions, at)
        if person is None:
            rest.append(at)
            continue
        draft = drafts[person_of[person]]
        draft.mentions.append(at)
        draft.posts.append(at)
        draft.reasons.append(f"{mentions[at].office}: points back to {mentions[person].name}")
    return rest


def _free_posts(
    mentions: Sequence[Mention], drafts: Sequence[_Draft], offices: Mapping[int, Office], free: Sequence[int]
) -> list[_Draft]:
    """Joins posts without a name to the one person or post that they can mean; the others become drafts of their own."""
    made: list[_Draft] = []
    ordered = sorted(free, key=lambda at: (mentions[at].quantifier != "", offices[at].bare, at))
    for at in ordered:
        mention = mentions[at]
        if mention.quantifier:
            made.append(_Draft(MentionKind.POST, [at], [at]))
            continue
        fitting = [
            draft
            for draft in [*drafts, *made]
            if any(_same_post(mentions, offices, at, other) for other in draft.posts)
        ]
        held = [draft for draft in fitting if draft.kind is MentionKind.PERSON]
        candidates = held if len(held) == 1 and _agree(fitting, held[0], offices) else fitting
        if len(candidates) == 1:
            candidates[0].mentions.append(at)
            if candidates[0].kind is MentionKind.POST:
                candidates[0].posts.append(at)
            candidates[0].reasons.append(f"{mention.text}: the only holder of such a post here")
        else:
            made.append(_Draft(MentionKind.POST, [at], [at]))
    return made


def _same_post(mentions: Sequence[Mention], offices: Mapping[int, Office], at: int, other: int) -> bool:
    """Whether two mentions can be the same post: as current or as former, and neither in the plural."""
    if mentions[other].quantifier or mentions[at].former != mentions[other].former:
        return False
    return matches(offices[at], offices[other])


def _agree(fitting: Iterable[_Draft], held: _Draft, offices: Mapping[int, Office]) -> bool:
    """Whether the posts of all fitting drafts can be one office, so that the only known holder holds them all."""
    return all(
        any(matches(offices[one], offices[two]) for one in draft.posts for two in held.posts) for draft in fitting
    )


def _others(mentions: Sequence[Mention], lexicon: Lexicon) -> list[_Draft]:
    """Units, groups, places, operations, elections and laws by name; a bare kind of unit is the one unit of that kind."""
    drafts: dict[tuple[MentionKind, str], _Draft] = {}
    reader = office_reader(lexicon)
    bare: list[int] = []
    for at, mention in enumerate(mentions):
        if mention.kind in (MentionKind.PERSON, MentionKind.POST, MentionKind.PRONOUN):
            continue
        if mention.kind is MentionKind.UNIT and mention.rule == "unit/bare":
            bare.append(at)
            continue
        key = (mention.kind, reader.unit_key(mention))
        drafts.setdefault(key, _Draft(mention.kind)).mentions.append(at)
    named = [draft for (kind, _), draft in drafts.items() if kind is MentionKind.UNIT]
    for at in bare:
        word = reader.head_key(mentions[at].text)
        fitting = [draft for draft in named if reader.head_key(mentions[draft.mentions[0]].text) == word]
        if len(fitting) == 1:
            fitting[0].mentions.append(at)
            fitting[0].reasons.append(f"{mentions[at].text}: the only such unit here")
        else:
            drafts.setdefault((MentionKind.UNIT, word), _Draft(MentionKind.UNIT)).mentions.append(at)
    return list(drafts.values())


def _full_names(
    offices: Mapping[int, Office], mentions: Sequence[Mention], reader: OfficeReader, units: Sequence[Mention]
) -> dict[int, str]:
    """For each post the fullest name that the article gives it: "Kapolda" is "Kapolda Lampung" if no other is spoken of."""
    current = {
        at: office for at, office in offices.items() if not mentions[at].former and not mentions[at].quantifier
    }
    return {
        at: fuller(office, current.values()) or reader.from_unit(office, units) or office.text
        if office.bare and not mentions[at].quantifier
        else office.text
        for at, office in offices.items()
    }


def _entity(
    index: int, draft: _Draft, mentions: Sequence[Mention], offices: Mapping[int, Office], full: Mapping[int, str]
) -> Entity:
    ordered = sorted(draft.mentions)
    posts = sorted(draft.posts)
    current = [at for at in posts if not mentions[at].former]
    ranked = sorted(current, key=lambda at: (mentions[at].rule.startswith(ROLE), at))
    names = _distinct(
        mentions[at].name
        for at in sorted(ordered, key=lambda at: (-len(mentions[at].name.split()), at))
        if mentions[at].kind is MentionKind.PERSON
    )
    office = full[ranked[0]] if ranked else ""
    if draft.kind in (MentionKind.UNIT, MentionKind.GROUP, MentionKind.PLACE):
        longest = max(ordered, key=lambda at: (len(mentions[at].unit or mentions[at].text), -at))
        office = mentions[longest].unit if draft.kind is MentionKind.UNIT else mentions[longest].text
    elif draft.kind is MentionKind.POST and not office:
        office = full[posts[0]]
    return Entity(
        index=index,
        kind=draft.kind,
        office=office,
        offices=_distinct([office, *(full[at] for at in ranked), *(offices[at].text for at in ranked)]),
        person=names[0] if names else "",
        names=names,
        rank=next((mentions[at].rank for at in ordered if mentions[at].rank), ""),
        mentions=tuple(ordered),
        reasons=_distinct(draft.reasons),
    )


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))
