"""What the index knows of a graph: its claims with day, words and parties, and the labels of things."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.vocabulary import KG, OA, RDFS, SCHEMA, SKOS, TYPE

CLAIMS = {KG["Directive"].value: "directive", KG["Statement"].value: "statement"}
# By IRI as text, because a term of pyoxigraph compares and hashes far more slowly.
ROLES = {
    KG[name].value: name
    for name in ("issuer", "issuerPerson", "addressee", "addresseePerson", "speaker", "speakerPerson")
}  # fmt: skip
LABELS = {SKOS["prefLabel"].value: "prefLabel", SKOS["altLabel"].value: "altLabel", RDFS["label"].value: "label"}
_UNNAMED = {*CLAIMS, KG["Tenure"].value, SCHEMA["NewsArticle"].value}
"""Classes whose labels nobody types to name a party."""

_TYPE, _SAID, _CONTENT, _FACTUALITY = (one.value for one in (TYPE, KG["saidOn"], KG["content"], KG["factuality"]))
_SENTENCE, _SELECTOR, _EXACT = KG["sentence"].value, OA["hasSelector"].value, OA["exact"].value
_ASSERTED = KG["asserted"].value
_READ = (_TYPE, _SAID, _CONTENT, _FACTUALITY, _SENTENCE, _SELECTOR, _EXACT, *ROLES, *LABELS)


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
    found: dict[str, list[tuple[str, NamedNode | Literal]]] = {predicate: [] for predicate in _READ}
    for quad in quads:
        values = found.get(quad.predicate.value)
        if values is not None:
            node, value = quad.subject, quad.object
            if isinstance(node, NamedNode) and isinstance(value, NamedNode | Literal):
                values.append((node.value, value))
    claims: dict[str, Claim] = {}
    unnamed: set[str] = set()
    for subject, kind in found[_TYPE]:
        if kind.value in CLAIMS:
            claims.setdefault(subject, Claim()).kind = CLAIMS[kind.value]
        if kind.value in _UNNAMED:
            unnamed.add(subject)
    for predicate, role in ROLES.items():
        for subject, party in found[predicate]:
            claims.setdefault(subject, Claim()).parties.add((role, party.value))
    for subject, day in found[_SAID]:
        claims.setdefault(subject, Claim()).days.add(day.value)
    for subject, content in found[_CONTENT]:
        claim = claims.setdefault(subject, Claim())
        claim.content = "\n".join(filter(None, (claim.content, content.value.lower())))
    for subject, factuality in found[_FACTUALITY]:
        claims.setdefault(subject, Claim()).asserted = factuality.value == _ASSERTED
    selectors, quotes = _by_subject(found[_SELECTOR]), _by_subject(found[_EXACT])
    for subject, places in _by_subject(found[_SENTENCE]).items():
        if subject in claims:
            said = (quote for place in places for one in selectors.get(place, ()) for quote in quotes.get(one, ()))
            claims[subject].sentence = "\n".join(quote.lower() for quote in said)
    labels = {
        (subject, name, label.language or "", label.value)
        for predicate, name in LABELS.items()
        for subject, label in found[predicate]
        if isinstance(label, Literal) and subject not in unnamed
    }
    evidence = any(found[predicate] for predicate in (_SENTENCE, _SELECTOR, _EXACT))
    return Rows(
        {subject: claim for subject, claim in claims.items() if claim.kind},
        labels,
        bool(claims or unnamed or evidence),
    )


def _by_subject(values: Iterable[tuple[str, NamedNode | Literal]]) -> dict[str, list[str]]:
    """The values of each subject."""
    found: dict[str, list[str]] = {}
    for subject, value in values:
        found.setdefault(subject, []).append(value.value)
    return found
