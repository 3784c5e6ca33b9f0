"""What an article says: quotations, reported speech, directives, statements and tenures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kg.model.articles import Article, Span
from kg.model.making import quickly_made
from kg.model.parses import Document
from kg.model.parties import Agent, Entity, Mention, Reference


@quickly_made
@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation in quotation marks; `span` without the marks, `sentences` the half-open range of sentences it
    touches.

    `continues` is the index of the quotation it carries on (same speaker, an interrupting cue or the next paragraph).
    `listed` says that it is a point of an announced list, without marks.
    """

    index: int
    span: Span
    sentences: tuple[int, int]
    continues: int | None = None
    listed: bool = False


@quickly_made
@dataclass(frozen=True, slots=True)
class ReportedSpeech:
    """A cue of speech before its speaker is resolved; `word` is the cue's index in its sentence.

    `statement` is False for another act of speech (an order, an opinion), which only tells who is speaking by then; it
    has `content` all the same if it is a statement unless a directive is found in it.
    `quotation` is the index of the quotation that the cue attributes, `inside` of the one that the cue stands in.
    """

    cue: Span
    sentence: int
    word: int
    speaker: Reference
    rule: str
    statement: bool = True
    quotation: int | None = None
    inside: int | None = None
    content: tuple[Span, ...] = ()
    direct: bool = False


class Force(StrEnum):
    ORDER = "order"
    REQUIRE = "require"
    FORBID = "forbid"
    REQUEST = "request"
    URGE = "urge"
    REMIND = "remind"
    EMPHASISE = "emphasise"
    ADVISE = "advise"
    PERMIT = "permit"


class Polarity(StrEnum):
    DO = "do"
    DONT = "dont"


class Factuality(StrEnum):
    ASSERTED = "asserted"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"


@quickly_made
@dataclass(frozen=True, slots=True)
class SlotConfidence:
    """Calibrated probability, 0 to 1, that a directive and each of its slots is right."""

    directive: float = 1.0
    issuer: float = 1.0
    addressees: float = 1.0
    content: float = 1.0


CERTAIN = SlotConfidence()


@quickly_made
@dataclass(frozen=True, slots=True)
class Directive:
    """A speech act by which an issuer wants an addressee to do or not to do something, as one passage reports it.

    `source` is the spokesman when an order is passed on; `action` the main verb and its object; `date` the day of the
    speech act and `date_basis` what it was read or inferred from; `repeat_of` the trigger of the earlier mention of
    the same order in this article; `reasons` why each slot was filled or left unknown.
    """

    trigger: Span
    cue: str
    force: Force
    polarity: Polarity
    sentence: Span
    rule: str
    factuality: Factuality = Factuality.ASSERTED
    issuer: Agent | None = None
    source: Agent | None = None
    addressees: tuple[Agent, ...] = ()
    content: Span | None = None
    action: str = ""
    object: str = ""
    condition: Span | None = None
    purpose: Span | None = None
    period: Span | None = None
    authority: Span | None = None
    date: date | None = None
    date_basis: str = ""
    place: str = ""
    quoted: bool = False
    confidence: SlotConfidence = CERTAIN
    repeat_of: Span | None = None
    issuer_basis: str = ""  # the kind of reference that the issuer was read from (ReferenceKind), "none" if unknown
    addressee_basis: str = ""  # named, inherited or none
    reasons: tuple[str, ...] = ()


class Lack(StrEnum):
    """What a cue lacked for its rule to give a directive."""

    NOTHING = ""
    FALSE_FRIEND = "false friend"  # an object that makes the verb another: `meminta maaf`, `meminta keterangan`
    DEMAND = "demand"  # nothing is said that somebody is to do, or the words only tell or describe
    ISSUER = "issuer"  # nobody is there who could have said it
    SPEECH = "speech"  # it is not told as something said
    CAPTION = "caption"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class SeenCue:
    """A cue that stands in a sentence, and what it lacked; with no lack it gave a directive or belongs to another."""

    span: Span
    cue: str
    voice: str
    lack: Lack


@quickly_made
@dataclass(frozen=True, slots=True)
class DirectiveDraft:
    """A directive before resolution: who issues it and who is addressed are references, not yet agents.

    `quotation` is the index of the quotation that holds the trigger. An addressee that no mention covers is a
    reference of kind NONE with its span. `inherits` says that the addressees may be those of the directive before;
    `source` is who passes the order on where the sentence itself says so.
    """

    trigger: Span
    cue: str
    force: Force
    polarity: Polarity
    sentence: int
    rule: str
    issuer: Reference
    addressees: tuple[Reference, ...] = ()
    content: Span | None = None
    factuality: Factuality = Factuality.ASSERTED
    inherits: bool = False
    source: Reference | None = None
    quotation: int | None = None
    action: str = ""
    object: str = ""
    condition: Span | None = None
    purpose: Span | None = None
    period: Span | None = None
    authority: Span | None = None
    reasons: tuple[str, ...] = ()


@quickly_made
@dataclass(frozen=True, slots=True)
class Statement:
    """Something said: the reporting cue, what was said (`content`; several spans where a cue interrupts it) and by
    whom.
    """

    cue: Span
    sentence: Span
    rule: str
    speaker: Agent | None = None
    content: tuple[Span, ...] = ()
    direct: bool = False
    date: date | None = None
    date_basis: str = ""
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()


NOWHERE = Span(0, 0)


@quickly_made
@dataclass(frozen=True, slots=True)
class Tenure:
    """That the article says that a person holds or held a post, with the rank it gives."""

    person: str
    office: str
    rank: str = ""
    acting: str = ""
    former: bool = False
    evidence: Span = NOWHERE
    cited: date | None = None
    entity: int | None = None
    rule: str = ""
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """All facts of one article: what the graph is made from."""

    document: Document
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    directives: tuple[Directive, ...] = ()
    statements: tuple[Statement, ...] = ()
    tenures: tuple[Tenure, ...] = ()

    @property
    def article(self) -> Article:
        return self.document.article
