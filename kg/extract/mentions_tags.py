"""What a written form can be the beginning of, and the word classes of the lexicon that say so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Tags:
    """What a written form can be the beginning of, as bits; plain numbers, because they are compared for every word.

    Read from its one instance `Tag`: Python 3.11 reads a field of an object ten times as quickly as one of a class.
    """

    RANK: int = 1 << 0
    CORPS: int = 1 << 1  # behind a rank: "Inf", "(Mar)"
    RETIRED: int = 1 << 2  # behind a rank: "(Purn)"
    TITLE: int = 1 << 3  # before a name: "H.", "Prof."
    ADDRESS: int = 1 << 4  # before a name or an office: "Pak"
    DEGREE: int = 1 << 5  # behind a name: "S.I.K."
    NATIONAL_OFFICE: int = 1 << 6  # complete by itself: "Kapolri"
    PLACE_OFFICE: int = 1 << 7  # its complement is a place: "Kapolres Kaur"
    OFFICE: int = 1 << 8  # its complement is an organisation or a field: "Ketua KPU"
    ROLE: int = 1 << 9  # no office at all: "kuasa hukum"
    ACTING: int = 1 << 10
    FORMER: int = 1 << 11
    SUSPENDED: int = 1 << 12
    ORGANISATION_HEAD: int = 1 << 13  # the rest of the name follows: "Polres Kaur"
    ORGANISATION: int = 1 << 14  # complete: "KPU"
    PLACE: int = 1 << 15
    PLACE_HEAD: int = 1 << 16  # "Kecamatan"
    GROUP: int = 1 << 17
    QUANTIFIER: int = 1 << 18
    PRONOUN: int = 1 << 19
    LAW_HEAD: int = 1 << 20
    ELECTION: int = 1 << 21
    OPERATION_HEAD: int = 1 << 22
    UNIT_PLACE: int = 1 << 23  # what tells a unit apart from others of its kind: "Metro Jaya", "IX/Udayana"
    SINGLE: int = 1 << 24  # a quantifier of one: "salah seorang"
    COLLECTIVE: int = 1 << 26  # "jajaran"
    DEPUTY: int = 1 << 28  # "wakil"
    CANDIDATE: int = 1 << 27  # "calon"
    OFFICE_OF_PERSON: int = 1 << 25  # an office or role beside another office: "juru bicara Presiden"


Tag: Final = Tags()
OFFICE_TAGS = (Tag.ROLE, Tag.NATIONAL_OFFICE, Tag.OFFICE, Tag.PLACE_OFFICE)  # the first wins a tie
OFFICES: Final = Tag.ROLE | Tag.NATIONAL_OFFICE | Tag.PLACE_OFFICE | Tag.OFFICE
CLASSES = (
    ("office-national", Tag.NATIONAL_OFFICE),
    ("office-place", Tag.PLACE_OFFICE),
    ("office-general", Tag.OFFICE),
    ("role", Tag.ROLE),
    ("former-marker", Tag.FORMER),
    ("suspended-marker", Tag.SUSPENDED),
    ("name-title", Tag.TITLE),
    ("organisation-head", Tag.ORGANISATION_HEAD),
    ("organisation-name", Tag.ORGANISATION),
    ("place-head", Tag.PLACE_HEAD),
    ("group-head", Tag.GROUP),
    ("group-quantifier", Tag.QUANTIFIER),
    ("single-quantifier", Tag.SINGLE),
    ("office-of-person", Tag.OFFICE_OF_PERSON),
    ("collective", Tag.COLLECTIVE),
    ("candidate-marker", Tag.CANDIDATE),
    ("deputy-marker", Tag.DEPUTY),
    ("country", Tag.PLACE),
    ("town", Tag.UNIT_PLACE),
    ("foreign-place", Tag.UNIT_PLACE),
    ("pronoun-person", Tag.PRONOUN),
    ("law-head", Tag.LAW_HEAD),
    ("election", Tag.ELECTION),
    ("operation-head", Tag.OPERATION_HEAD),
)
