"""The closed word classes and cue forms that the rules of directives read, gathered once from the lexicon."""

from __future__ import annotations

from dataclasses import dataclass

from kg.lexicon.cues import CueTable, read_cues
from kg.lexicon.load import Lexicon


@dataclass(frozen=True, slots=True)
class Grammar:
    """Word classes as frozen sets of lower-case forms, and the table of cues; see `ontology/directives-id.ttl`."""

    cues: CueTable
    demand: frozenset[str]
    that: frozenset[str]
    topic: frozenset[str]
    to: frozenset[str]
    preposition: frozenset[str]
    pre_verb: frozenset[str]
    post_cue: frozenset[str]
    negator: frozenset[str]
    prohibitive: frozenset[str]
    denial: frozenset[str]
    refutation: frozenset[str]
    irrealis: frozenset[str]
    conditional: frozenset[str]
    purpose: frozenset[str]
    period: frozenset[str]
    authority: frozenset[str]
    content_end: frozenset[str]
    coordinator: frozenset[str]
    verb_coordinator: frozenset[str]
    imperative_lead: frozenset[str]
    first_person: frozenset[str]
    third_person: frozenset[str]
    second_person: frozenset[str]
    light_verb: frozenset[str]
    receiving_verb: frozenset[str]
    question: frozenset[str]
    animate: frozenset[str]
    speech: frozenset[str]
    content_adverb: frozenset[str]
    quantifier: frozenset[str]
    determiner: frozenset[str]
    stative: frozenset[str]
    clause_opener: frozenset[str]
    bare_verb: frozenset[str]
    bare_verb_or_noun: frozenset[str]


def build_grammar(lexicon: Lexicon) -> Grammar:
    """The grammar of a lexicon; raises `LexiconError` if a word class is missing."""
    words = lexicon.words
    return Grammar(
        cues=read_cues(lexicon),
        demand=words("demand-conjunction"),
        that=words("that-marker"),
        topic=words("topic-marker"),
        to=words("addressee-preposition"),
        preposition=words("preposition"),
        pre_verb=words("pre-verb"),
        post_cue=words("post-cue"),
        negator=words("negator"),
        prohibitive=words("prohibitive"),
        denial=words("denial"),
        refutation=words("refutation"),
        irrealis=words("irrealis"),
        conditional=words("conditional"),
        purpose=words("purpose-marker"),
        period=words("period-marker"),
        authority=words("authority-marker"),
        content_end=words("content-end"),
        coordinator=words("coordinator"),
        verb_coordinator=words("verb-coordinator"),
        imperative_lead=words("imperative-lead"),
        first_person=words("first-person"),
        third_person=words("third-person"),
        second_person=words("second-person"),
        light_verb=words("light-verb"),
        receiving_verb=words("receiving-verb"),
        question=words("question-word"),
        animate=words("animate-noun"),
        speech=words("suspended-clause"),
        content_adverb=words("content-adverb"),
        quantifier=words("addressee-quantifier"),
        determiner=words("phrase-final"),
        stative=words("stative"),
        clause_opener=words("clause-opener"),
        bare_verb=words("bare-verb"),
        bare_verb_or_noun=words("bare-verb-or-noun"),
    )
