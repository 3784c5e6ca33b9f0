"""What a page shows: frozen records read from the graph, before anything is laid out or drawn.

Everything is keyed by IRI. Labels are in Indonesian with an English one where the graph has it. Offsets are half-open
code-point offsets into `Passage.text`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What a node of the network is."""

    POST = "post"
    PERSON = "person"
    UNIT = "unit"
    GROUP = "group"


class Role(StrEnum):
    """What a marked stretch of a passage says."""

    TRIGGER = "trigger"
    ISSUER = "issuer"
    ADDRESSEE = "addressee"
    CONTENT = "content"
    CONDITION = "condition"


@dataclass(frozen=True, slots=True)
class Agent:
    """Somebody who orders or is ordered; `unit` is the IRI of the unit a post is in, or of the unit itself.

    `label_en` is short, as drawings need it, `full_en` as the graph has it.
    """

    iri: str
    kind: Kind
    label: str
    label_en: str = ""
    alt: tuple[str, ...] = ()
    unit: str = ""
    region: str = ""
    full_en: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the hierarchy; `parents` are the units directly above it, sorted."""

    iri: str
    label: str
    label_en: str = ""
    parents: tuple[str, ...] = ()
    region: str = ""


@dataclass(frozen=True, slots=True)
class Tenure:
    """That an article says that `person` holds or held `post`."""

    person: str
    post: str
    rank: str = ""
    former: bool = False
    article: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """A news article; `published` is ISO 8601 or empty."""

    iri: str
    title: str = ""
    outlet: str = ""
    published: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A stretch of a passage and what it says."""

    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class Passage:
    """The sentence that a directive was read from, with its marks sorted by place."""

    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Directive:
    """One order with everything the evidence panel tells of it; `force` is the local name of its concept."""

    iri: str
    force: str
    polarity: str = "do"
    factuality: str = "asserted"
    issuers: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    source: str = ""
    content: str = ""
    condition: str = ""
    purpose: str = ""
    period: str = ""
    authority: str = ""
    quoted: bool = False
    date: str = ""
    date_basis: str = ""
    place: str = ""
    region: str = ""
    confidence: float | None = None
    passage: Passage = field(default_factory=lambda: Passage(""))
    article: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """The whole of what one page shows; each tuple is sorted by IRI, tenures by (post, person, article)."""

    agents: Mapping[str, Agent]
    units: Mapping[str, Unit]
    articles: Mapping[str, Article]
    directives: tuple[Directive, ...]
    tenures: tuple[Tenure, ...] = ()

    def senders(self, directive: Directive) -> tuple[str, ...]:
        """Who the network draws as giving `directive`: its posts, units or groups, else its persons."""
        return directive.issuers or directive.persons

    def ancestors(self, unit: str) -> tuple[str, ...]:
        """The chain of units from the topmost down to `unit` itself, along the first parent of each; cycles are cut."""
        chain: list[str] = []
        while unit and unit not in chain:
            chain.append(unit)
            record = self.units.get(unit)
            unit = record.parents[0] if record and record.parents else ""
        return tuple(reversed(chain))
