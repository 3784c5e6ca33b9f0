"""The words that tell who plays which part in an article."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, repr=False, eq=False)  # one of a lexicon
class Roles:
    """Words of `ontology/directives-id.ttl` for who suffers a crime, for kin, for who tells a court, for the press, for
    documents and more.
    """

    victim: frozenset[str]
    culprit: frozenset[str]
    luring: frozenset[str]
    kin: frozenset[str]
    press: frozenset[str]
    recipient: frozenset[str]
    directed_at: frozenset[str]  # prepositions of those whom orders concern
    demand: frozenset[str]
    generic: frozenset[str]
    speech: frozenset[str]
    public: frozenset[str]
    quantifier: frozenset[str]
    second_person: frozenset[str]
    relative: frozenset[str]
    testifying: frozenset[str]
    giving: frozenset[str]
    orating: frozenset[str]
    meeting: frozenset[str]
    conversing: frozenset[str]
    gathering: frozenset[str]
    companion: frozenset[str]
    directive_document: frozenset[str]
    signed: frozenset[str]
    signing: frozenset[str]
    by: frozenset[str]
    as_it_came: frozenset[str]
    officer: frozenset[str]
    going_on: frozenset[str]
    and_then: frozenset[str]
    hardship: frozenset[str]
    vague_body: frozenset[str]
    incident: frozenset[str]
    time: frozenset[str]
    tie: frozenset[str]
    named_as: frozenset[str]
    everyday_request: frozenset[str]
    body: frozenset[str]
    already: frozenset[str]
    bystander: frozenset[str]
    informing: frozenset[str]
    court: frozenset[str]
    hoping: frozenset[str]
    police_body: frozenset[str]
    police_word: frozenset[str]
    government: frozenset[str]
    government_office: frozenset[str]
    opinion: frozenset[str]
    obligation: frozenset[str]
    possibility: frozenset[str]
    remembering: frozenset[str]
    title_of_address: frozenset[str]
    having: frozenset[str]
    participation: frozenset[str]
    needed: frozenset[str]
    adding: frozenset[str]
    of: frozenset[str]
    offender: frozenset[str]
    person_article: frozenset[str]
    rally: frozenset[str]
    counted: frozenset[str]
    parents: frozenset[str]
