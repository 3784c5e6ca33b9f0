"""What the index knows of a graph: its claims with day, words and parties, and the labels of things."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.vocabulary import KG, OA, RDFS, SCHEMA, SKOS, TYPE

CLAIMS = {KG["Directive"].value: "directive", KG["Statement"].value: "statement"}
ROLES = {
    KG[name]: name
    for name in ("issuer", "issuerPerson", "addressee", "addresseePerson", "speaker", "speakerPerson")
}  # fmt: skip
LABELS = {SKOS["prefLabel"]: "prefLabel", SKOS["altLabel"]: "altLabel", RDFS["label"]: "label"}
_UNNAMED = {*CLAIMS, KG["Tenure"].value, SCHEMA["NewsArticle"].value}
"""Classes whose labels nobody types to name a party."""


@dataclass(slots=True)
class Claim:
    """A directive or statement: the days it was said on (ISO 8601), its words in lower case, its parties by role."""

    kind: str = ""
    days: set[str] = field(default_factory=set)
    asserted: bool = False
    content: str = ""
    sentence: str = ""
    parties: set[tuple[str, str]] = field(default_factory=set)


Label = tuple[str, str, str, str]
"""IRI, property, language, text."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one graph: claims by IRI, labels, and whether any quad is about claims (maybe a part of one only)."""

    claims: dict[str, Claim]
    labels: set[Label]
    about_claims: bool


def rows(quads: Iterable[Quad]) -> Rows:
    """The rows of the quads of one graph, in any order.

    Words are in lower case as LCASE makes them (SPARQL 1.1, 17.4.3.8), several values of one claim joined by line
    breaks, so that CONTAINS on a value is CONTAINS on the words.
    """
    claims: dict[str, Claim] = {}
    labels: set[Label] = set()
    unnamed: set[str] = set()
    sentences: dict[str, list[str]] = {}
    selectors: dict[str, list[str]] = {}
    quotes: dict[str, list[str]] = {}
    said, sentence, content, exact = KG["saidOn"], KG["sentence"], KG["content"], OA["exact"]
    selector, factuality, asserted = OA["hasSelector"], KG["factuality"], KG["asserted"]
    for quad in quads:
        predicate, object_ = quad.predicate, quad.object
        if not isinstance(quad.subject, NamedNode) or not isinstance(object_, NamedNode | Literal):
            continue
        subject = quad.subject.value
        if predicate == TYPE:
            if object_.value in CLAIMS:
                claims.setdefault(subject, Claim()).kind = CLAIMS[object_.value]
            if object_.value in _UNNAMED:
                unnamed.add(subject)
        elif predicate in ROLES:
            claims.setdefault(subject, Claim()).parties.add((ROLES[predicate], object_.value))
        elif predicate in LABELS:
            if isinstance(object_, Literal):
                labels.add((subject, LABELS[predicate], object_.language or "", object_.value))
        elif predicate == said:
            claims.setdefault(subject, Claim()).days.add(object_.value)
        elif predicate == content:
            claim = claims.setdefault(subject, Claim())
            claim.content = "\n".join(filter(None, (claim.content, object_.value.lower())))
        elif predicate == factuality:
            claims.setdefault(subject, Claim()).asserted = object_ == asserted
        elif predicate == sentence:
            sentences.setdefault(subject, []).append(object_.value)
        elif predicate == selector:
            selectors.setdefault(subject, []).append(object_.value)
        elif predicate == exact:
            quotes.setdefault(subject, []).append(object_.value.lower())
    for subject, places in sentences.items():
        if subject in claims:
            found = (quote for place in places for one in selectors.get(place, ()) for quote in quotes.get(one, ()))
            claims[subject].sentence = "\n".join(found)
    return Rows(
        {subject: claim for subject, claim in claims.items() if claim.kind},
        {label for label in labels if label[0] not in unnamed},
        bool(claims or unnamed or sentences or selectors or quotes),
    )
