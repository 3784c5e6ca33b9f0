"""What is one and the same across articles: things with an IRI, and persons who may be one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kg.model.claims import Extraction
from kg.model.parties import MentionKind


@dataclass(frozen=True, slots=True)
class Thing:
    """Something with one IRI across all articles: a post, unit, person, group, place, operation or election.

    `iri` is the path below the base ("id/post/kapolda-lampung"). `unit` is the unit that a post is in and `leads` the
    unit it heads; `parents` are the units directly above a unit. `doubt` is a reason not to trust the identification,
    empty if none.
    """

    iri: str
    kind: MentionKind
    label: str
    label_en: str = ""
    alt: tuple[str, ...] = ()
    post_kind: str = ""
    unit: str = ""
    leads: str = ""
    parents: tuple[str, ...] = ()
    place: str = ""
    code: str = ""
    known: bool = False
    doubt: str = ""
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Identified:
    """An extraction with the IRIs of everything it names.

    `offices` maps an `Agent.office` or `Tenure.office` of this article to the IRI of its post, unit or group,
    `persons` an `Agent.person` to that of its person, `places` a place name likewise; `things` describes each IRI
    once, sorted by IRI.
    """

    extraction: Extraction
    things: tuple[Thing, ...]
    offices: Mapping[str, str]
    persons: Mapping[str, str]
    places: Mapping[str, str]


class Verdict(StrEnum):
    """What is held of two persons."""

    SAME = "same"
    UNSURE = "unsure"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True, order=True)
class HeldPost:
    """A post that an article gives to a person: IRI path, kind, unit, the units above that one, whether it is over.

    `body` is the national body at the top, by which a police officer is told from a politician, "" if unknown.
    """

    iri: str
    kind: str = ""
    unit: str = ""
    above: tuple[str, ...] = ()
    body: str = ""
    former: bool = False
    acting: bool = False


@dataclass(frozen=True, slots=True)
class Sighting:
    """What one article says of a person: the name, the rank, the posts, the day (`None` if unknown).

    `person` is the IRI path of the person, `article` what tells the article apart.
    """

    person: str
    name: str
    article: str
    rank: str = ""
    posts: tuple[HeldPost, ...] = ()
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """Two persons compared, `one` before `other` in the order of their IRIs: score 0 to 1, verdict and reasons."""

    one: str
    other: str
    score: float
    verdict: Verdict
    reasons: tuple[str, ...]
