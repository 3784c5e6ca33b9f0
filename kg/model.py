"""The frozen records that flow between the stages.

All offsets are half-open code-point offsets into `Article.text`, the article's original text. Word indices are
0-based within their sentence, sentence indices 0-based within their article. An empty string, `None` or an empty
tuple means unknown.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code-point offsets."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


# ---------------------------------------------------------------- article


@dataclass(frozen=True, slots=True)
class Article:
    """One news article as it was given; `text` is the original that every offset points into.

    `source` is how the user named the file or record. `title_span` is where the title stands in `text`, if it does.
    """

    id: str
    text: str
    title: str = ""
    title_span: Span | None = None
    published: date | None = None
    url: str = ""
    outlet: str = ""
    source: str = ""

    @property
    def sha256(self) -> str:
        """SHA-256 of the text in UTF-8 (lone surrogates replaced), in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "replace")).hexdigest()


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Maps offsets in cleaned text to the original: runs of equal length, plus replaced runs.

    `clean[i]` and `original[i]` are where run i starts in each text; `lengths[i]` is how many characters of the
    original the run covers. Where the clean run is shorter or longer than that (an entity decoded, a space inserted)
    every offset within it maps to the whole original run.
    """

    clean: tuple[int, ...]
    original: tuple[int, ...]
    lengths: tuple[int, ...]
    clean_length: int

    def span(self, start: int, end: int) -> Span:
        """The smallest span of the original that holds what `[start, end)` of the cleaned text came from."""
        first = self._original(start)[0]
        if end <= start:
            return Span(first, first)
        return Span(first, self._original(end - 1)[1])

    def _original(self, offset: int) -> tuple[int, int]:
        """Start and end in the original of the one clean character at `offset`."""
        run = bisect_right(self.clean, offset) - 1
        end = self.clean[run + 1] if run + 1 < len(self.clean) else self.clean_length
        start, length = self.original[run], self.lengths[run]
        if end - self.clean[run] == length:
            at = start + offset - self.clean[run]
            return at, at + 1
        return start, start + length


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date as the article writes it; `value` is `None` where the article does not fix it.

    `basis` says what the value was read from: "explicit", "weekday fixes the year", "relative to publication", ...
    """

    span: Span
    value: date | None
    basis: str


@dataclass(frozen=True, slots=True)
class CleanText:
    """An article's text without what is not the article's own, paragraphs parted by a blank line, and the way back.

    `removed` lists (span in the original, rule) of what was left out; `dateline_place` and `dateline_outlet` are what
    the dateline said before it was cut; `author_initials` what stood in brackets at the end. Quotation marks in
    `text` are `"`, in pairs within each paragraph; `captions` are the captions of photos (in the original): they name
    people and their posts but direct nobody.
    """

    article: Article
    text: str
    offsets: OffsetMap
    title: Span | None = None  # in the cleaned text
    dateline_place: str = ""
    dateline_outlet: str = ""
    published: date | None = None
    author_initials: str = ""
    dates: tuple[DateExpression, ...] = ()
    removed: tuple[tuple[Span, str], ...] = ()
    captions: tuple[Span, ...] = ()


# ---------------------------------------------------------------- parse


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word of Universal Dependencies; enclitics (`-nya`) are words of their own with their own
    characters.

    `continues` says that the word is written in one token with the word before it.
    """

    index: int
    text: str
    lemma: str
    upos: str
    feats: str
    head: int  # index of the head, -1 for the root
    deprel: str
    span: Span
    lower: str  # text in lower case: what lexicon look-ups use
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A parsed sentence; `paragraph` counts blank-line-separated blocks of the cleaned text, the title being one."""

    index: int
    words: tuple[Word, ...]
    span: Span
    paragraph: int = 0
    is_title: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """An article with its parse: what extraction sees."""

    clean: CleanText
    sentences: tuple[Sentence, ...]

    @property
    def article(self) -> Article:
        return self.clean.article


# ---------------------------------------------------------------- extract


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


@dataclass(frozen=True, slots=True)
class Reference:
    """An unresolved pointer to an agent; `span` is the expression, `mention` an index into the article's mentions."""

    kind: ReferenceKind
    span: Span | None = None
    mention: int | None = None
    sentence: int = 0


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation in quotation marks; `span` without the marks, `sentences` the half-open range of sentences it
    touches.

    `continues` is the index of the quotation it carries on (same speaker, an interrupting cue or the next paragraph).
    """

    index: int
    span: Span
    sentences: tuple[int, int]
    continues: int | None = None


@dataclass(frozen=True, slots=True)
class ReportedSpeech:
    """A cue of speech before its speaker is resolved; `word` is the cue's index in its sentence.

    `statement` is False for another act of speech (an order, an opinion), which only tells who is speaking by then.
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


@dataclass(frozen=True, slots=True)
class SlotConfidence:
    """Calibrated probability, 0 to 1, that a directive and each of its slots is right."""

    directive: float = 1.0
    issuer: float = 1.0
    addressees: float = 1.0
    content: float = 1.0


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
    confidence: SlotConfidence = field(default_factory=SlotConfidence)
    repeat_of: Span | None = None
    issuer_basis: str = ""  # the kind of reference that the issuer was read from (ReferenceKind), "none" if unknown
    addressee_basis: str = ""  # named, inherited or none
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DirectiveDraft:
    """A directive before resolution: who issues it and who is addressed are references, not yet agents.

    `quotation` is the index of the quotation that holds the trigger. An addressee that no mention covers is a
    reference of kind NONE with its span. `inherits` says that the addressees may be those of the directive before.
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
    quotation: int | None = None
    action: str = ""
    object: str = ""
    condition: Span | None = None
    purpose: Span | None = None
    period: Span | None = None
    authority: Span | None = None
    reasons: tuple[str, ...] = ()


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


@dataclass(frozen=True, slots=True)
class Tenure:
    """That the article says that a person holds or held a post, with the rank it gives."""

    person: str
    office: str
    rank: str = ""
    acting: str = ""
    former: bool = False
    evidence: Span = Span(0, 0)
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


# ---------------------------------------------------------------- identify


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


# ---------------------------------------------------------------- persons across articles


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
