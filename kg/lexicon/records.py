"""The frozen records of the lexicon: ranks, titles, posts, units and places.

`iri` is always absolute. `forms` are the ways the press writes the thing, its label included, longest first.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.lexicon.names import local_name


@dataclass(frozen=True, slots=True)
class Named:
    """What every record of the lexicon has: an IRI, a label in Indonesian and English, and its written forms."""

    iri: str
    label: str
    label_en: str
    forms: tuple[str, ...]

    @property
    def slug(self) -> str:
        """The readable last part of the IRI."""
        return local_name(self.iri)


class Service(StrEnum):
    """The service that a rank belongs to."""

    POLRI = "polri"
    ARMY = "tni-ad"
    NAVY = "tni-al"
    AIR_FORCE = "tni-au"
    TNI = "tni"  # a rank that army, navy or air force could mean, as `Kolonel`


@dataclass(frozen=True, slots=True)
class Rank(Named):
    """A rank; `order` grows with seniority and compares across services, `stars` is 0 below a general."""

    service: Service
    order: int
    stars: int


@dataclass(frozen=True, slots=True)
class Title(Named):
    """A degree, religious or noble title, or honorific; `before` and `after` tell where it stands at a name.

    `category` is "academic", "professional", "religious", "nobility" or "honorific".
    """

    category: str
    before: bool
    after: bool


@dataclass(frozen=True, slots=True)
class PostKind(Named):
    """A kind of post ("Kapolda").

    `leads` are the unit kinds or the one unit that its holder heads, `within` the unit kinds or units in which such
    posts are. `deputy` marks the second in command.
    """

    leads: tuple[str, ...]
    within: tuple[str, ...]
    deputy: bool = False


class Level(StrEnum):
    """The kind of place that a unit serves."""

    NATION = "nation"
    PROVINCE = "province"
    REGENCY = "regency"
    CITY = "city"
    DISTRICT = "district"
    VILLAGE = "village"


@dataclass(frozen=True, slots=True)
class UnitKind(Named):
    """A kind of unit ("Polda"), the levels of the places it serves, and the kinds or units directly above it."""

    levels: tuple[Level, ...]
    above: tuple[str, ...]
    numbered: bool = False  # units of the kind are told apart by a number, as `Kodim 0403/OKU`


@dataclass(frozen=True, slots=True)
class Unit(Named):
    """A unit that the gazetteer knows; `kind` is a unit kind's IRI, `above` are units, `serves` places."""

    kind: str
    above: tuple[str, ...]
    serves: tuple[str, ...]
    number: str = ""
    prefixes: tuple[str, ...] = ()  # how the numbers of the units below begin: "04" for Kodim 0403


class PlaceKind(StrEnum):
    """The administrative kind of a place."""

    PROVINCE = "province"
    REGENCY = "regency"
    CITY = "city"
    DISTRICT = "district"
    COUNTRY = "country"
    AREA = "area"


@dataclass(frozen=True, slots=True)
class Place(Named):
    """A place with its official code ("16.08"); `within` is the place it lies in ("" for none).

    `districts` are the names of the districts of a regency or city.
    """

    kind: PlaceKind
    code: str
    within: str
    districts: tuple[str, ...] = ()
