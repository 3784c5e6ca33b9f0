"""An entity of an article while its mentions are gathered, and what becomes of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.lexicon.offices import Office, OfficeReader
from kg.model import Entity, Mention, MentionKind
from kg.model.making import maker
from kg.model.members import PERSON, POST, UNIT

ROLE = "role"
CALLED = "person/called"

new_entity = maker(Entity)


@dataclass(slots=True, eq=False)
class Draft:
    """An entity while its mentions are gathered; `unit` is the organisation that a person without a post speaks for."""

    kind: MentionKind
    mentions: list[int] = field(default_factory=list)
    posts: list[int] = field(default_factory=list)
    unit: str = ""
    reasons: list[str] = field(default_factory=list)

    def first(self) -> int:
        """Its first mention in the article."""
        return min(self.mentions) if len(self.mentions) > 1 else self.mentions[0]

    def entity(self, index: int, mentions: Sequence[Mention], full: Mapping[int, str]) -> Entity:
        """The entity when all its mentions are known; `full` are the full names of its posts."""
        ordered = sorted(self.mentions) if len(self.mentions) > 1 else self.mentions
        if self.kind not in (PERSON, POST):
            of_unit = self.kind is UNIT
            name = (of_unit and mentions[ordered[0]].unit) or mentions[ordered[0]].text
            for at in ordered[1:]:
                called = (of_unit and mentions[at].unit) or mentions[at].text
                if len(called) > len(name):
                    name = called
            reasons = _distinct(self.reasons) if self.reasons else ()
            return new_entity(index, self.kind, name, (name,) if name else (), mentions=tuple(ordered), reasons=reasons)
        ranked = self._ranked(mentions, full) if self.posts else []
        named = [mentions[at] for at in ordered if mentions[at].kind is PERSON]
        names = _distinct([one.name for one in (sorted(named, key=_fuller_first) if len(named) > 1 else named)])
        if names and " " not in names[0]:
            names = _distinct([*[_called(one) for one in named if one.rule == CALLED], *names])
        offices = [full[at] for at in ranked] if ranked else []
        if self.kind is POST and not offices:
            offices = [full[self.posts[0]]]
        elif self.unit:
            offices.append(self.unit)
        return new_entity(
            index=index,
            kind=self.kind,
            office=offices[0] if offices else "",
            offices=_distinct([*offices, *[mentions[at].office for at in ranked]]) if offices else (),
            person=names[0] if names else "",
            names=names,
            rank=max([one.rank for one in named], key=len) if named else "",
            mentions=tuple(ordered),
            reasons=_distinct(self.reasons) if self.reasons else (),
        )

    def _ranked(self, mentions: Sequence[Mention], full: Mapping[int, str]) -> list[int]:
        """Its posts that are held now, the one that says most first."""
        current = [at for at in self.posts if not mentions[at].former]
        if len(current) < 2:
            return current
        return sorted(current, key=lambda at: (mentions[at].rule.startswith(ROLE), full[at].isupper(), at))


def _called(mention: Mention) -> str:
    """A name of one word with the form of address before it, as the press calls somebody: "Cak Raka"."""
    before = mention.text[: mention.text.rfind(mention.name)].split()
    return " ".join([*before[-1:], mention.name])


def _fuller_first(mention: Mention) -> tuple[int, bool]:
    """Names of more words before others, those in capitals behind."""
    return -len(mention.name.split()), mention.name.isupper()


def full_names(offices: Mapping[int, Office], mentions: Sequence[Mention], reader: OfficeReader) -> dict[int, str]:
    """For each post the fullest name that the article gives it: "Kapolda" is "Kapolda Lampung" if no other is spoken
    of.
    """
    current = list(
        {id(one): one for at, one in offices.items() if not (mentions[at].former or mentions[at].quantifier)}.values()
    )
    units = list(dict.fromkeys(mention.unit for mention in mentions if mention.unit))
    names: dict[int, str] = {}  # by the one object that equal offices are
    full: dict[int, str] = {}
    for at, office in offices.items():
        name = office.text
        if office.bare and not mentions[at].quantifier and not mentions[at].former:
            if id(office) not in names:
                names[id(office)] = reader.fuller(office, current) or reader.from_unit(office, units) or office.text
            name = names[id(office)]
        full[at] = f"{mentions[at].acting} {name}".strip()
    return full


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, texts)))
