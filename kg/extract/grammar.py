"""The closed word classes and cue forms that the rules of directives read, gathered once from the lexicon."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

from kg.extract.kinds import known_kinds
from kg.lexicon.cues import CueTable, read_cues
from kg.lexicon.load import Lexicon
from kg.lexicon.remembered import Remembered


@dataclass(frozen=True, slots=True)
class Grammar:
    """Word classes as frozen sets of lower-case forms, and the table of cues.

    Each set is the class of the same name in `ontology/directives-id.ttl` or `verbs-id.ttl`, hyphens for underscores.
    """

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
    accused: frozenset[str]
    hearsay: frozenset[str]
    refusal: frozenset[str]
    readiness: frozenset[str]
    weariness: frozenset[str]
    refutation: frozenset[str]
    hoax_deed: frozenset[str]
    message: frozenset[str]
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
    obligation: frozenset[str]
    relative: frozenset[str]
    by: frozenset[str]
    new_clause: frozenset[str]
    not_speech: frozenset[str]
    purpose_lead: frozenset[str]
    verb_object_conjunction: frozenset[str]
    source_adjective: frozenset[str]
    list_conjunction: frozenset[str]
    question_mark: frozenset[str]
    being: frozenset[str]
    intransitive: frozenset[str]
    imperative_particle: frozenset[str]
    urgency: frozenset[str]
    existence: frozenset[str]
    colon: frozenset[str]
    claim: frozenset[str]
    pointing: frozenset[str]
    restriction: frozenset[str]
    to_person: frozenset[str]
    impossible: frozenset[str]
    disbelief: frozenset[str]
    planned: frozenset[str]
    rule_noun: frozenset[str]
    undecided: frozenset[str]
    supposing: frozenset[str]
    truth_question: frozenset[str]
    counterfactual: frozenset[str]
    becoming: frozenset[str]
    beforehand: frozenset[str]
    and_then: frozenset[str]
    bidding: frozenset[str]
    contrary: frozenset[str]
    generic: frozenset[str]
    occasion: frozenset[str]
    rhetorical: frozenset[str]
    time: frozenset[str]
    kin: frozenset[str]
    benefactive: frozenset[str]
    speech_noun: frozenset[str]
    giving: frozenset[str]
    orating: frozenset[str]
    gathering: frozenset[str]
    attributive: frozenset[str]
    directive_document: frozenset[str]
    pronoun_plural: frozenset[str]
    must: frozenset[str]
    participation: frozenset[str]
    active_part: frozenset[str]
    example: frozenset[str]
    particle: frozenset[str]
    apposition: frozenset[str]
    press: frozenset[str]
    already: frozenset[str]
    own_side: frozenset[str]
    reflexive: frozenset[str]
    not_imperative_before: frozenset[str]
    claim_opener: frozenset[str]
    compound: frozenset[str]
    victim: frozenset[str]
    recourse: frozenset[str]
    extorted: frozenset[str]
    private_person: frozenset[str]
    as_it_came: frozenset[str]
    creed: frozenset[str]
    compelling: frozenset[str]
    of_what: frozenset[str]
    of_whom: frozenset[str]
    hoping: frozenset[str]
    fate: frozenset[str]
    to_the_point: frozenset[str]
    causing: frozenset[str]
    telling: frozenset[str]
    being_with: frozenset[str]
    own_aim: frozenset[str]
    story_opener: frozenset[str]
    needing: frozenset[str]
    in_the_end: frozenset[str]
    testifying: frozenset[str]
    imperative_clause: frozenset[str]
    bare_verb: frozenset[str]
    bare_verb_or_noun: frozenset[str]
    person_noun: frozenset[str]
    public_figure: frozenset[str]
    member_office: frozenset[str]
    seated_body: frozenset[str]
    origin: frozenset[str]
    own_experience: frozenset[str]
    presence: frozenset[str]
    passive_agent: frozenset[str]
    vague: frozenset[str]
    not_passive: frozenset[str]
    consumption: frozenset[str]
    activity: frozenset[str]
    sentence_opener: frozenset[str]
    law: frozenset[str]
    programme: frozenset[str]
    comparison: frozenset[str]
    each_time: frozenset[str]
    pardon: frozenset[str]
    companion: frozenset[str]
    company: frozenset[str]
    additive: frozenset[str]
    witness: frozenset[str]
    colloquial_and: frozenset[str]
    time_clause: frozenset[str]
    besides: frozenset[str]
    displeasure: frozenset[str]
    reciprocal: frozenset[str]
    aftermath: frozenset[str]
    public_verb: frozenset[str]
    revealing: frozenset[str]
    onset: frozenset[str]
    handing_on: frozenset[str]
    numbering: frozenset[str]
    experience: frozenset[str]
    set_matter: frozenset[str]
    narrated_passive: frozenset[str]
    degree: frozenset[str]
    as_law: frozenset[str]
    again: frozenset[str]
    outcome: frozenset[str]
    one_of: frozenset[str]
    opinion: frozenset[str]
    assurance: frozenset[str]
    deictic_time: frozenset[str]
    ordinal: frozenset[str]
    suffering: frozenset[str]
    priority: frozenset[str]
    gist: frozenset[str]
    colloquial_verb: frozenset[str]
    copula: frozenset[str]
    steadfast: frozenset[str]
    attitude: frozenset[str]
    presentative: frozenset[str]
    concessive: frozenset[str]
    narrated_time: frozenset[str]
    next_time: frozenset[str]
    indeed: frozenset[str]
    hesitation: frozenset[str]
    truth: frozenset[str]
    untruth: frozenset[str]
    verdict_lead: frozenset[str]
    hearsay_noun: frozenset[str]
    rumour: frozenset[str]
    circulating: frozenset[str]
    suspecting: frozenset[str]
    play: frozenset[str]
    belonging: frozenset[str]
    belonging_further: frozenset[str]
    belonging_before: frozenset[str]
    everyone: frozenset[str]
    likewise: frozenset[str]
    having: frozenset[str]
    split_passive: frozenset[str]
    sequence_lead: frozenset[str]
    sequence_conjunction: frozenset[str]
    public: frozenset[str]
    in_role: frozenset[str]
    token: frozenset[str]
    approach: frozenset[str]
    state: frozenset[str]
    compound_noun: frozenset[str]
    adding: frozenset[str]
    possibility: frozenset[str]
    recorded: frozenset[str]
    catenative: frozenset[str]
    regular: frozenset[str]
    locative_of_time: frozenset[str]
    time_given: frozenset[str]
    deadline: frozenset[str]
    one_span: frozenset[str]
    moment: frozenset[str]
    hour: frozenset[str]
    entitlement: frozenset[str]
    announcing: frozenset[str]
    holding: frozenset[str]
    taking_part: frozenset[str]
    by_means: frozenset[str]
    feeling: frozenset[str]
    listing: frozenset[str]
    only: frozenset[str]
    verbal_compound: frozenset[str]
    speaking: frozenset[str]
    delivering: frozenset[str]
    telling_noun: frozenset[str]
    published: frozenset[str]
    said_in: frozenset[str]
    as_reported: frozenset[str]
    quoting: frozenset[str]
    meanwhile: frozenset[str]
    remarking: frozenset[str]
    courtesy: frozenset[str]
    contrast: frozenset[str]
    both: frozenset[str]
    both_and: frozenset[str]
    upshot: frozenset[str]
    achieving: frozenset[str]
    bare_form: frozenset[str] = field(init=False)  # the words with which an imperative without a marker may begin
    verb_form: frozenset[str] = field(init=False)  # the bare verbs, those that may be nouns among them
    compound_head: frozenset[str] = field(init=False)  # the first words of the compound nouns
    compound_tail: frozenset[str] = field(init=False)  # the last words of the compound nouns
    no_verb: frozenset[str] = field(init=False)  # conjunctions and relative words, whatever the parser takes them for
    endings: tuple[str, ...] = field(init=False)  # the particles of imperatives, which may be written in one with them
    ends_content: frozenset[str] = field(init=False)  # the words before which the content of a directive may end
    kinds: Remembered[str, int] = field(init=False, repr=False, compare=False)  # see `kg.extract.kinds`

    def __post_init__(self) -> None:
        object.__setattr__(self, "compound_head", frozenset(pair.partition(" ")[0] for pair in self.compound_noun))
        object.__setattr__(self, "compound_tail", frozenset(pair.partition(" ")[2] for pair in self.compound_noun))
        object.__setattr__(self, "no_verb", self.coordinator | self.relative | self.attributive)
        object.__setattr__(self, "verb_form", self.bare_verb | self.bare_verb_or_noun)
        object.__setattr__(self, "bare_form", self.verb_form | self.steadfast)
        object.__setattr__(self, "endings", tuple(sorted(self.imperative_particle)))
        ending = self.content_end | self.sentence_opener | self.particle | (self.clause_opener & self.new_clause)
        ending |= self.prohibitive
        ending |= self.truth | self.untruth
        ending |= self.time_clause | self.said_in | self.as_reported | self.meanwhile
        object.__setattr__(self, "ends_content", ending | self.list_conjunction | self.colon | {",", ")"})
        object.__setattr__(self, "kinds", known_kinds(self))


FOLDERS = {
    "bare_verb": "lexicon",
    "bare_verb_or_noun": "lexicon",
    "person_noun": "reporting",
    "public_figure": "reporting",
    "member_office": "mentions",
    "seated_body": "mentions",
    "origin": "reporting",
    "company": "reporting",
    "belonging": "reporting",
    "belonging_further": "reporting",
    "belonging_before": "reporting",
    "pronoun_plural": "reporting",
}


def build_grammar(lexicon: Lexicon) -> Grammar:
    """The grammar of a lexicon; raises `LexiconError` if a word class is missing."""
    classes = {
        entry.name: lexicon.words(f"{FOLDERS.get(entry.name, 'directives')}/{entry.name.replace('_', '-')}")
        for entry in fields(Grammar)
        if entry.init and entry.name != "cues"
    }
    return Grammar(cues=read_cues(lexicon), **classes)
