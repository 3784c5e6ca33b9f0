"""Who an article speaks of: mentions, what points at them, and the agents and entities that they are resolved to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.model.articles import Span
from kg.model.making import quickly_made


class MentionKind(StrEnum):
    PERSON = "person"
    POST = "post"
    UNIT = "unit"
    GROUP = "group"
    PLACE = "place"
    OPERATION = "operation"
    ELECTION = "election"
    LAW = "law"
    PRONOUN = "pronoun"


@quickly_made
@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of one sentence that names or refers to something.

    `first` and `last` are the half-open range of word indices. A person's `name` is without rank, degrees and
    honorifics; a post's `office` is the post with its unit as the text gives it ("Kapolda Lampung"), `post` its
    kind's form ("Kapolda").
    """

    span: Span
    sentence: int
    first: int
    last: int
    kind: MentionKind
    text: str
    name: str = ""
    rank: str = ""
    degrees: str = ""
    office: str = ""
    post: str = ""
    unit: str = ""
    place: str = ""
    acting: str = ""  # "Pj.", "Plt.", "Plh.", "Pjs."
    former: bool = False
    quantifier: str = ""  # seluruh, para, setiap, ...
    rule: str = ""
    holder: int | None = (
        None  # of a post: the index, among the article's mentions, of the person beside it who holds it
    )
    predecessor: int | None = None  # of a post: the person who left it to `holder`
    anaphoric: bool = False  # of a post: it points back to a holder named before ("Mantan Kapolda Jambi ini")
    relative: tuple[Mention, Mention] | None = None  # of a role of kin: the post and the name of whose kin it is


@quickly_made
@dataclass(frozen=True, slots=True)
class Agent:
    """Who speaks, orders or is addressed, resolved through the whole article.

    A person in a post has both `office` and `person`; a group or unit has only `office` ("jajaran Polres", "KPU"),
    with `kind` saying what it is. `mention` is the expression in the sentence, `antecedent` the fuller one it was
    resolved to.
    """

    kind: MentionKind
    office: str = ""
    person: str = ""
    rank: str = ""
    mention: Span | None = None
    antecedent: Span | None = None
    entity: int | None = None  # index into Extraction.entities
    reasons: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """`office (person)` or whichever is known."""
        if self.office and self.person:
            return f"{self.office} ({self.person})"
        return self.office or self.person


@quickly_made
@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that the article speaks of, with all its mentions (indices into Extraction.mentions)."""

    index: int
    kind: MentionKind
    office: str = ""
    offices: tuple[str, ...] = ()
    person: str = ""
    names: tuple[str, ...] = ()
    rank: str = ""
    mentions: tuple[int, ...] = ()
    reasons: tuple[str, ...] = ()


class ReferenceKind(StrEnum):
    """How a passage points at somebody, before resolution."""

    MENTION = "mention"  # a name, post, unit or group: Reference.mention
    PRONOUN = "pronoun"  # ia, dia, -nya, mereka: Reference.span
    FIRST_PERSON = "first-person"  # saya, kami, kita, pihaknya: the speaker of the passage
    QUOTE_SPEAKER = "quote-speaker"  # an imperative in a quotation: whoever is quoted there
    DESCRIPTION = "description"  # a noun phrase that is no mention: "jenderal bintang dua tersebut", "pengacara korban"
    PASSAGE_SPEAKER = "passage-speaker"  # an agentless passive in reported speech: whoever the passage reports
    NONE = "none"


@quickly_made
@dataclass(frozen=True, slots=True)
class Reference:
    """An unresolved pointer to an agent; `span` is the expression, `mention` an index into the article's mentions."""

    kind: ReferenceKind
    span: Span | None = None
    mention: int | None = None
    sentence: int = 0
