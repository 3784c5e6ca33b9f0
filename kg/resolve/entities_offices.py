"""Compares the names of offices and units within an article, whatever short form each mention chose."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from kg.lexicon.forms import squeeze
from kg.lexicon.load import Lexicon
from kg.model import Mention


@dataclass(frozen=True, slots=True)
class Office:
    """An office as compared: `head` is its post, `rest` what tells it apart, both normalised; `text` as written.

    `short` holds other normalised forms of `rest`, such as the abbreviation that the text gives in brackets.
    """

    text: str
    head: str
    rest: str
    short: frozenset[str] = field(default_factory=frozenset)

    @property
    def bare(self) -> bool:
        """Whether nothing but the post is said: "Kapolda"."""
        return not self.rest


def matches(one: Office, other: Office) -> bool:
    """Whether two offices can be the same: the same post with the same rest, or one of them bare."""
    if one.bare or other.bare:
        return one.head == other.head or (one.head[:1] != "" and _kind_of(one, other))
    if one.head + one.rest == other.head + other.rest:
        return True
    if one.head == other.head:
        return bool(({one.rest} | one.short) & ({other.rest} | other.short)) or _extends(one.rest, other.rest)
    return False


def _extends(one: str, other: str) -> bool:
    """Whether one rest only says more of the same: "Komisi III DPR", "Komisi III DPR RI"."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and long[len(short) :] in ("ri", "republikindonesia", "pusat", "indonesia")


def _kind_of(one: Office, other: Office) -> bool:
    """Whether a bare title is the short form of a fuller one: "Menteri" for "Menteri Pertanian", "Kapolres" for "Kapolresta"."""
    bare, full = (one, other) if one.bare else (other, one)
    return not full.bare and full.head.startswith(bare.head) and len(bare.head) > len("kepala")


def fuller(office: Office, others: Iterable[Office]) -> str:
    """The name of the only full office of the same post, "" if there is none or more than one."""
    found = {other.head + other.rest: other.text for other in others if not other.bare and matches(office, other)}
    return next(iter(found.values())) if len(found) == 1 else ""


@dataclass(frozen=True, slots=True)
class OfficeReader:
    """Normalises the names of offices and units with the lexicon's short forms of places, posts and bodies."""

    lexicon: Lexicon

    def office(self, mention: Mention) -> Office:
        """The office that a mention of a post names."""
        text = mention.office
        rest = text[len(mention.post) :].strip() if text.startswith(mention.post) else mention.unit
        kinds = self.lexicon.post_kinds.exact(mention.post)
        head = squeeze(kinds[0].label) if len(kinds) == 1 else squeeze(mention.post)
        whole = self.lexicon.post_kinds.exact(text)
        if len(whole) == 1 and rest:
            head, rest = squeeze(whole[0].label), ""
            return Office(text, head, squeeze(mention.place))
        short = frozenset({squeeze(mention.name)} if mention.name else ())
        return Office(text, head, self.normal(rest, mention.place), short)

    def normal(self, text: str, place: str) -> str:
        """A complement with its place and body written in full."""
        units = self.lexicon.units.exact(text)
        if len(units) == 1:
            return units[0].iri
        if place:
            places = self.lexicon.places.exact(place)
            if places:
                text = text.replace(place, places[0].label)
        return squeeze(text)

    def unit_key(self, mention: Mention) -> str:
        """What two mentions of the same unit, group or other thing have in common."""
        if mention.unit and not mention.quantifier:
            return self.normal(mention.unit, mention.place)
        return squeeze(mention.text)

    def head_key(self, text: str) -> str:
        """The kind of unit that a name begins with."""
        words = text.split()
        found = self.lexicon.unit_kinds.longest(words)
        return found.found[0].iri if found is not None else squeeze(words[0])

    def from_unit(self, office: Office, units: Sequence[Mention]) -> str:
        """The name of a bare office after the only unit of the kind that it leads: "Kapolres" and "Polres Kaur" alone."""
        kinds = self.lexicon.post_kinds.exact(office.text)
        if len(kinds) != 1:
            return ""
        leads = frozenset(kinds[0].leads)
        found = {
            self.unit_key(unit): unit
            for unit in units
            if unit.rule == "unit/head" and self.head_key(unit.unit) in leads
        }
        if len(found) != 1:
            return ""
        unit = next(iter(found.values()))
        head = self.lexicon.unit_kinds.longest(unit.unit.split())
        place = " ".join(unit.unit.split()[head.last :]) if head is not None else ""
        return f"{office.text} {place}" if place else ""


@lru_cache(maxsize=2)
def office_reader(lexicon: Lexicon) -> OfficeReader:
    """The reader of a lexicon."""
    return OfficeReader(lexicon)
