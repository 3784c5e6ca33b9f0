"""Finds who an article says holds or held which post, with the rank it gives."""

from __future__ import annotations

from collections.abc import Sequence

from kg.lexicon.forms import squeeze
from kg.lexicon.load import Lexicon
from kg.model import Document, Entity, Mention, MentionKind, Tenure

ROLE = "role"


def find_tenures(
    document: Document, mentions: Sequence[Mention], entities: Sequence[Entity], lexicon: Lexicon
) -> tuple[Tenure, ...]:
    """The tenures of an article, each (person, post) once, in the order of its first evidence.

    Roles that are no office of an organisation ("kuasa hukum") are left out. A tenure is former if the article ever says
    that the post was left.
    """
    found: dict[tuple[int, str], Tenure] = {}
    for entity in entities:
        if entity.kind is not MentionKind.PERSON:
            continue
        for at in entity.mentions:
            mention = mentions[at]
            if not _is_office(mention):
                continue
            office = _full(mention, entity)
            key = (entity.index, squeeze(office))
            known = found.get(key)
            if known is None:
                found[key] = Tenure(
                    person=entity.person,
                    office=office,
                    rank=_rank(mention, mentions, entity),
                    acting=mention.acting,
                    former=mention.former,
                    evidence=mention.span,
                    cited=document.clean.published,
                    entity=entity.index,
                    rule=mention.rule,
                    reasons=entity.reasons,
                )
    return tuple(sorted(found.values(), key=lambda tenure: tenure.evidence))


def _is_office(mention: Mention) -> bool:
    held = mention.holder is not None or mention.anaphoric
    return mention.kind is MentionKind.POST and held and not mention.rule.startswith(ROLE)


def _full(mention: Mention, entity: Entity) -> str:
    """The office in its fullest form: a bare title is the entity's office if that begins with it."""
    if mention.unit or mention.former:
        return mention.office
    head = squeeze(mention.office)
    return next((office for office in entity.offices if squeeze(office).startswith(head)), mention.office)


def _rank(mention: Mention, mentions: Sequence[Mention], entity: Entity) -> str:
    """The rank beside the post, else the person's; a former post says nothing of the rank then held."""
    if mention.former:
        return ""
    beside = mentions[mention.holder].rank if mention.holder is not None else ""
    return beside or entity.rank
