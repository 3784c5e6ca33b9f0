"""The closed word classes and cue forms that the rules of directives read, gathered once from the lexicon."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.grammar_words import Words
from kg.extract.kinds import ending_words, known_kinds
from kg.lexicon.cues import CueTable
from kg.lexicon.remembered import Remembered


@dataclass(frozen=True, slots=True, repr=False, eq=False)  # one of a lexicon
class Grammar(Words):
    """Word classes as frozen sets of lower-case forms, those of `Words` among them, and the table of cues.

    Each set is the class of the same name in `ontology/directives-id.ttl` or `verbs-id.ttl`, hyphens for underscores.
    """

    cues: CueTable
    borne_in_mind: frozenset[str]
    read_from: frozenset[str]
    one_person: frozenset[str]
    report_text: frozenset[str]
    press_word: frozenset[str]
    says_so: frozenset[str]
    colloquial_saying: frozenset[str]
    entrusting: frozenset[str]
    opining: frozenset[str]
    until_now: frozenset[str]
    terms: frozenset[str]
    with_help: frozenset[str]
    still_more: frozenset[str]
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
    mustering: frozenset[str]
    appeal: frozenset[str]
    conferring: frozenset[str]
    toward: frozenset[str]
    all_over: frozenset[str]
    parents: frozenset[str]
    subordinate_all: frozenset[str]
    police_body: frozenset[str]
    police_word: frozenset[str]
    government: frozenset[str]
    government_office: frozenset[str]
    contribution: frozenset[str]
    needed: frozenset[str]
    giver_marker: frozenset[str]
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
    measure: frozenset[str]
    attributing: frozenset[str]
    bestowal: frozenset[str]
    both: frozenset[str]
    both_and: frozenset[str]
    upshot: frozenset[str]
    achieving: frozenset[str]
    reiterating: frozenset[str]
    needless: frozenset[str]
    official_act: frozenset[str]
    thanks: frozenset[str]
    ambitransitive: frozenset[str]
    form_of_address: frozenset[str]
    collective: frozenset[str]
    approximate: frozenset[str]
    indefinite: frozenset[str]
    likeness: frozenset[str]
    root_in_i: frozenset[str]
    body: frozenset[str]
    sentence_sign: frozenset[str]
    equating: frozenset[str]
    urgent: frozenset[str]
    owing_to: frozenset[str]
    since: frozenset[str]
    being_there_for: frozenset[str]
    duty: frozenset[str]
    acting_thing: frozenset[str]
    any_one: frozenset[str]
    willing: frozenset[str]
    unsaid: frozenset[str]
    averting: frozenset[str]
    wherein: frozenset[str]
    remaining: frozenset[str]
    told_public: frozenset[str]
    manner: frozenset[str]
    until: frozenset[str]
    now: frozenset[str]
    pretending: frozenset[str]
    happening: frozenset[str]
    said_of_act: frozenset[str]
    ability: frozenset[str]
    amounting: frozenset[str]
    officer: frozenset[str]
    steered: frozenset[str]
    accusation: frozenset[str]
    unconfirmed: frozenset[str]
    capable: frozenset[str]
    occurring: frozenset[str]
    side_clause: frozenset[str]
    body_noun: frozenset[str]
    tie: frozenset[str]
    named_as: frozenset[str]
    everyday_request: frozenset[str]
    candidate: frozenset[str]
    deputy: frozenset[str]
    entitled: frozenset[str]
    staggered: frozenset[str]
    cooperating: frozenset[str]
    afterwards: frozenset[str]
    expected: frozenset[str]
    able_to: frozenset[str]
    stressing: frozenset[str]
    by_way_of: frozenset[str]
    much_less: frozenset[str]
    reaching: frozenset[str]
    thus: frozenset[str]
    reporting_in: frozenset[str]
    title_of_address: frozenset[str]
    at_one: frozenset[str]
    wishing: frozenset[str]
    clock: frozenset[str]
    judging: frozenset[str]
    remembering: frozenset[str]
    contacting: frozenset[str]
    procedure: frozenset[str]
    even: frozenset[str]
    deity: frozenset[str]
    servants: frozenset[str]
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
        object.__setattr__(self, "bare_form", self.verb_form | self.steadfast | self.heightening)
        object.__setattr__(self, "endings", tuple(sorted(self.imperative_particle)))
        object.__setattr__(self, "ends_content", ending_words(self))
        object.__setattr__(self, "kinds", known_kinds(self))
