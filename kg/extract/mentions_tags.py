"""What a written form can be the beginning of, and the word classes of the lexicon that say so."""

from __future__ import annotations

from typing import Final


class Tag:
    """What a written form can be the beginning of, as bits; plain numbers, because they are compared for every word."""

    RANK: Final = 1 << 0
    CORPS: Final = 1 << 1  # behind a rank: "Inf", "(Mar)"
    RETIRED: Final = 1 << 2  # behind a rank: "(Purn)"
    TITLE: Final = 1 << 3  # before a name: "H.", "Prof."
    ADDRESS: Final = 1 << 4  # before a name or an office: "Pak"
    DEGREE: Final = 1 << 5  # behind a name: "S.I.K."
    NATIONAL_OFFICE: Final = 1 << 6  # complete by itself: "Kapolri"
    PLACE_OFFICE: Final = 1 << 7  # its complement is a place: "Kapolres Kaur"
    OFFICE: Final = 1 << 8  # its complement is an organisation or a field: "Ketua KPU"
    ROLE: Final = 1 << 9  # no office at all: "kuasa hukum"
    ACTING: Final = 1 << 10
    FORMER: Final = 1 << 11
    SUSPENDED: Final = 1 << 12
    ORGANISATION_HEAD: Final = 1 << 13  # the rest of the name follows: "Polres Kaur"
    ORGANISATION: Final = 1 << 14  # complete: "KPU"
    PLACE: Final = 1 << 15
    PLACE_HEAD: Final = 1 << 16  # "Kecamatan"
    GROUP: Final = 1 << 17
    QUANTIFIER: Final = 1 << 18
    PRONOUN: Final = 1 << 19
    LAW_HEAD: Final = 1 << 20
    ELECTION: Final = 1 << 21
    OPERATION_HEAD: Final = 1 << 22
    UNIT_PLACE: Final = 1 << 23  # what tells a unit apart from others of its kind: "Metro Jaya", "IX/Udayana"
    SINGLE: Final = 1 << 24  # a quantifier of one: "salah seorang"
    COLLECTIVE: Final = 1 << 26  # "jajaran"
    DEPUTY: Final = 1 << 28  # "wakil"
    CANDIDATE: Final = 1 << 27  # "calon"
    OFFICE_OF_PERSON: Final = 1 << 25  # an office or role beside another office: "juru bicara Presiden"


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
    ("pronoun-person", Tag.PRONOUN),
    ("law-head", Tag.LAW_HEAD),
    ("election", Tag.ELECTION),
    ("operation-head", Tag.OPERATION_HEAD),
)
