"""The closed word classes of reported speech, gathered once from the lexicon (`ontology/reporting-id.ttl`)."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache

from kg.lexicon.load import Lexicon

FOLDER = "reporting"
SHARED = {"kin": "directives", "victim": "directives", "equating": "directives", "reason": "directives"}
DAYS = tuple(f"calendar/weekday-{day}" for day in range(1, 8))
CUES = (
    "stem",
    "stem_parenthetical",
    "active",
    "bare",
    "passive",
    "demand_or_claim",
    "of_fact",
    "of_record",
    "opinion",
    "preposition",
    "speech_act",
)
NOT_STEM = ("end_of_agent", "adverb", "oblique_marker", "blocker", "passive", "demonstrative")


@dataclass(frozen=True, slots=True, repr=False, eq=False)  # one of a lexicon
class ReportingWords:
    """Word classes as sets of lower-case forms; each field is the class of the same name, hyphens for underscores."""

    stem: frozenset[str]
    stem_parenthetical: frozenset[str]
    active: frozenset[str]
    bare: frozenset[str]
    passive: frozenset[str]
    passive_introductory: frozenset[str]
    demand_or_claim: frozenset[str]
    of_fact: frozenset[str]
    of_record: frozenset[str]
    plain_claim: frozenset[str]
    recipient: frozenset[str]
    information_noun: frozenset[str]
    judgement_noun: frozenset[str]
    opinion: frozenset[str]
    preposition: frozenset[str]
    speech_act: frozenset[str]
    demand_marker: frozenset[str]
    claim_marker: frozenset[str]
    document_noun: frozenset[str]
    pronoun_third: frozenset[str]
    pronoun_plural: frozenset[str]
    pronoun_first: frozenset[str]
    own_side: frozenset[str]
    topic_shift: frozenset[str]
    demonstrative: frozenset[str]
    blocker: frozenset[str]
    ensuring: frozenset[str]
    supposing: frozenset[str]
    supposing_filler: frozenset[str]
    adverb: frozenset[str]
    oblique_marker: frozenset[str]
    end_of_agent: frozenset[str]
    agent_marker: frozenset[str]
    claim_opening: frozenset[str]
    person_noun: frozenset[str]
    negation: frozenset[str]
    setting_opening: frozenset[str]
    question_word: frozenset[str]
    passive_of_naming: frozenset[str]
    relative: frozenset[str]
    reason: frozenset[str]
    manner_marker: frozenset[str]
    purpose_marker: frozenset[str]
    origin: frozenset[str]
    utterance_noun: frozenset[str]
    account_noun: frozenset[str]
    source_marker: frozenset[str]
    channel_marker: frozenset[str]
    company: frozenset[str]
    belonging: frozenset[str]
    belonging_further: frozenset[str]
    belonging_before: frozenset[str]
    summing_up: frozenset[str]
    spoken_noun: frozenset[str]
    presenting: frozenset[str]
    hearing: frozenset[str]
    relaying: frozenset[str]
    imitating: frozenset[str]
    attending: frozenset[str]
    uncovered: frozenset[str]
    purpose_opening: frozenset[str]
    called: frozenset[str]
    camp: frozenset[str]
    one_of: frozenset[str]
    outlet: frozenset[str]
    no_name: frozenset[str]
    listed_noun: frozenset[str]
    point_noun: frozenset[str]
    announcing: frozenset[str]
    first_point: frozenset[str]
    further_point: frozenset[str]
    issuing: frozenset[str]

    kin: frozenset[str]  # this and the next two of the directives' words
    victim: frozenset[str]
    equating: frozenset[str]
    calendar: frozenset[str]  # the days of the week
    cue: frozenset[str]  # every form that any rule of cues begins with
    not_stem: tuple[frozenset[str], ...]  # what a verb that no list holds cannot be

    @classmethod
    def of(cls, lexicon: Lexicon) -> ReportingWords:
        """The word classes of a lexicon; raises `LexiconError` if one is missing."""
        names = [entry.name for entry in fields(cls) if entry.name not in ("cue", "not_stem", "calendar")]
        classes = {name: lexicon.words(f"{SHARED.get(name, FOLDER)}/{name.replace('_', '-')}") for name in names}
        cue = frozenset(form.partition(" ")[0] for name in CUES for form in classes[name])
        days = frozenset(form.casefold() for day in DAYS for form in lexicon.words(day))
        return cls(**classes, calendar=days, cue=cue, not_stem=tuple(classes[name] for name in NOT_STEM))


@lru_cache(maxsize=2)
def reporting_words(lexicon: Lexicon) -> ReportingWords:
    """The word classes of `lexicon`, gathered once."""
    return ReportingWords.of(lexicon)
