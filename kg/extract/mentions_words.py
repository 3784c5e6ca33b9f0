"""The words that mentions are recognised by, gathered from the lexicon into one table of written forms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress
from types import MappingProxyType
from typing import Any

from kg.extract.mentions_forms import AHEAD, compiled_forms, cue_forms
from kg.extract.mentions_shapes import COMMA, LISTED, PASSED, Shape, shape
from kg.lexicon.forms import squeeze
from kg.lexicon.load import Lexicon
from kg.lexicon.remembered import Remembered

FOLDER = "mentions/"
DAYS = tuple(f"calendar/weekday-{day}" for day in range(1, 8))
MONTHS = tuple(f"calendar/month-{month}" for month in range(1, 13))
ENDING = ("colloquial-verb", "attitude", "amounting", "displeasure", "advising", "plea")  # acts: no part of a name
KNOWN_WORDS = 65536  # as they are written, at most; then all are forgotten
Found = Mapping[int, int]  # for each tag that starts at a word, how many words its longest form has
NOTHING: Found = MappingProxyType({})
Opening = tuple[frozenset[str], Found, int]
NO_OPENING: Opening = (frozenset(), NOTHING, 0)
NO_WORDS: tuple[tuple[()], ...] = ((),) * (len(Shape._fields) + len(NO_OPENING) + 1)  # the columns of `written`


@dataclass(frozen=True, slots=True, repr=False, eq=False)  # one of a lexicon
class MentionWords:
    """All forms by their squeezed spelling, and the classes that are only asked for single words. `reach`: the length
    of the longest form that a piece starts; `openings`: the first `AHEAD` letters of what may follow it, its tags where
    it is a form, their sum; `written`: a word's shape, the first `AHEAD` letters it may follow by, its opening."""

    forms: Mapping[str, tuple[int, ...]]
    reach: Mapping[str, int]
    openings: Mapping[str, Opening]
    organisation_words: frozenset[str]
    organisation_tails: frozenset[str]
    office_fields: frozenset[str]
    generic_offices: frozenset[str]
    person_names: frozenset[str]
    name_particles: frozenset[str]
    name_abbreviations: frozenset[str]
    not_organisations: frozenset[str]
    group_modifiers: frozenset[str]
    acting_modifiers: frozenset[str]
    in_service: frozenset[str]
    all_behind: frozenset[str]
    experts: frozenset[str]
    professions: frozenset[str]
    employed: frozenset[str]
    bylines: frozenset[str]
    parties: frozenset[str]
    place_directions: frozenset[str]
    firms: frozenset[str]
    national_boards: frozenset[str]
    bearers: frozenset[str]
    settlements: frozenset[str]
    firm_offices: frozenset[str]
    locatives: frozenset[str]
    name_introducers: frozenset[str]
    name_words: frozenset[str]
    named_by: frozenset[str]
    law_parts: frozenset[str]
    connectors: frozenset[str]
    national_levels: frozenset[str]
    levels: frozenset[str]
    branch_levels: frozenset[str]
    people_quantifiers: frozenset[str]
    place_heads: frozenset[str]
    bare_units: frozenset[str]
    speech: frozenset[str]
    verbs: frozenset[str]
    calendar: frozenset[str]
    other_markers: frozenset[str]
    kin_heads: frozenset[str]
    speech_prepositions: frozenset[str]
    attribution_tails: frozenset[str]
    speech_verbs: frozenset[str]
    origins: frozenset[str]
    holding_verbs: frozenset[str]
    taking_verbs: frozenset[str]
    office_prefixes: tuple[str, ...]
    shared_offices: frozenset[str]
    name_conjunctions: frozenset[str]
    as_offices: frozenset[str]
    relative_pronouns: frozenset[str]
    holding_fillers: frozenset[str]
    appointing_verbs: frozenset[str]
    locatives_of_time: frozenset[str]
    verbal_prefixes: frozenset[str]
    verbal_suffixes: frozenset[str]
    noun_prefixes: frozenset[str]
    noun_suffixes: frozenset[str]
    lettered_units: frozenset[str]
    member_organisations: frozenset[str]
    gathered: frozenset[str]
    open_to_all: frozenset[str]
    member_offices: frozenset[str]
    stand_ins: frozenset[str]
    seated_bodies: frozenset[str]
    fielded_bodies: frozenset[str]
    listed_offices: frozenset[str]
    teams: frozenset[str]
    not_names: frozenset[str]
    no_names: frozenset[str]  # nor the first words of names: ordinary words too
    aliases: frozenset[str]
    recipients: frozenset[str]
    countries: frozenset[str]
    glued_tails: frozenset[str]
    named_after: frozenset[str]
    streets: frozenset[str]
    constituencies: frozenset[str]
    namely: frozenset[str]
    relatives: frozenset[str]
    servants: frozenset[str]
    joint_offices: frozenset[str]
    alternatives: frozenset[str]
    plain_addresses: frozenset[str]
    called_with: frozenset[str]
    past_ordinals: frozenset[str]
    small_titles: frozenset[str]
    demonstratives: frozenset[str]
    eras: frozenset[str]
    branch_heads: frozenset[str]
    calendar_days: frozenset[str]
    terms_of_office: frozenset[str]
    standing_openers: frozenset[str]
    standing_now: frozenset[str]
    ballot_number: frozenset[str]
    battalion_names: frozenset[str]
    standing_then: frozenset[str]
    name_enders: frozenset[str]
    act_nouns: frozenset[str]
    name_openers: frozenset[str]
    leaving_verbs: frozenset[str]
    participants: frozenset[str]
    written: Remembered[str, tuple[Any, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "written", Remembered(self._written, KNOWN_WORDS))

    @classmethod
    def of(cls, lexicon: Lexicon) -> MentionWords:
        """The words of `lexicon`; raises `LexiconError` if a word class is missing."""
        forms, reach, ahead = compiled_forms(lexicon)

        def words(*names: str) -> frozenset[str]:
            return frozenset(squeeze(form) for name in names for form in lexicon.words(name))

        def firsts(*names: str) -> frozenset[str]:
            return frozenset(squeeze(form.split()[0]) for name in names for form in lexicon.words(FOLDER + name))

        return cls(
            forms={key: tuple(sorted(tags)) for key, tags in forms.items()},
            reach=reach,
            openings={
                key: (frozenset(behind), dict.fromkeys(sorted(tags), 1) if tags else NOTHING, sum(tags))
                for key, behind, tags in ((key, behind, forms.get(key, ())) for key, behind in ahead.items())
            },
            organisation_words=words(FOLDER + "organisation-word") - words(FOLDER + "person-name", "lexicon/bare-verb"),
            organisation_tails=words(FOLDER + "organisation-tail"),
            generic_offices=words(FOLDER + "office-generic"),
            office_fields=words(FOLDER + "office-field"),
            person_names=words(FOLDER + "person-name"),
            name_particles=words(FOLDER + "name-particle"),
            name_abbreviations=words(FOLDER + "name-abbreviation"),
            not_organisations=words(FOLDER + "not-organisation"),
            group_modifiers=words(FOLDER + "group-modifier"),
            acting_modifiers=words(FOLDER + "acting-modifier"),
            in_service=words(FOLDER + "in-service"),
            all_behind=words(FOLDER + "all-behind"),
            experts=words(FOLDER + "expert"),
            professions=firsts("profession"),
            employed=words(FOLDER + "employed"),
            bylines=words(FOLDER + "byline"),
            parties=words(FOLDER + "party"),
            place_directions=words(FOLDER + "place-direction"),
            firms=words(FOLDER + "firm"),
            national_boards=words(FOLDER + "national-board"),
            bearers=words(FOLDER + "firm", FOLDER + "bearer", FOLDER + "settlement"),
            settlements=words(FOLDER + "settlement"),
            firm_offices=words(FOLDER + "firm-office"),
            locatives=words(FOLDER + "locative"),
            name_introducers=words(FOLDER + "bears-name"),
            name_words=words(FOLDER + "name-word"),
            named_by=words(FOLDER + "named-by"),
            law_parts=words(FOLDER + "law-part"),
            connectors=words(FOLDER + "office-connector"),
            national_levels=words(FOLDER + "national-level"),
            levels=words(FOLDER + "level"),
            branch_levels=words(FOLDER + "branch-level"),
            people_quantifiers=words(FOLDER + "people-quantifier"),
            place_heads=words(FOLDER + "place-head"),
            bare_units=words(FOLDER + "bare-unit"),
            speech=words("reporting/stem", "reporting/preposition"),
            other_markers=words(FOLDER + "other-marker"),
            speech_prepositions=words("reporting/preposition"),
            speech_verbs=words("reporting/active", "reporting/demand-or-claim") | cue_forms(lexicon, "active"),
            origins=words(FOLDER + "origin"),
            attribution_tails=words(FOLDER + "attribution-tail"),
            holding_verbs=words(FOLDER + "holding-verb", FOLDER + "becoming"),
            taking_verbs=words(FOLDER + "taking-verb"),
            shared_offices=lexicon.words(FOLDER + "shared-office"),
            name_conjunctions=words(FOLDER + "name-conjunction"),
            relative_pronouns=words("directives/relative"),
            office_prefixes=tuple(sorted(words(FOLDER + "office-prefix"))),
            as_offices=words(FOLDER + "as-office"),
            holding_fillers=words(FOLDER + "holding-filler"),
            appointing_verbs=words(FOLDER + "appointing-verb"),
            locatives_of_time=words(FOLDER + "time-preposition"),
            noun_prefixes=words(FOLDER + "noun-prefix"),
            noun_suffixes=words(FOLDER + "noun-suffix"),
            verbal_suffixes=words(FOLDER + "verbal-suffix"),
            verbal_prefixes=words(FOLDER + "verbal-prefix"),
            kin_heads=words(FOLDER + "kin-head"),
            lettered_units=words(FOLDER + "lettered-unit"),
            member_organisations=words(FOLDER + "member-organisation"),
            gathered=words(FOLDER + "gathered"),
            open_to_all=words(FOLDER + "open-to-all"),
            member_offices=words(FOLDER + "member-office"),
            stand_ins=words(FOLDER + "stand-in"),
            fielded_bodies=words(FOLDER + "fielded-body"),
            listed_offices=words(FOLDER + "listed-office"),
            seated_bodies=words(FOLDER + "seated-body"),
            teams=words(FOLDER + "team"),
            not_names=words(FOLDER + "not-name"),
            no_names=words(FOLDER + "not-name", FOLDER + "ordinary-word"),
            aliases=words(FOLDER + "alias-marker"),
            recipients=words(FOLDER + "recipient"),
            countries=firsts("country"),
            glued_tails=words(FOLDER + "glued-tail"),
            joint_offices=words(FOLDER + "joint-office"),
            relatives=words(FOLDER + "relative"),
            servants=words(FOLDER + "servant"),
            named_after=words(FOLDER + "named-after"),
            streets=words(FOLDER + "street"),
            constituencies=words(FOLDER + "constituency"),
            namely=words(FOLDER + "namely"),
            alternatives=words(FOLDER + "alternative-marker"),
            plain_addresses=words(FOLDER + "plain-address"),
            called_with=words(FOLDER + "called-with"),
            past_ordinals=words(FOLDER + "past-ordinal", FOLDER + "term-over"),
            small_titles=words(FOLDER + "small-title"),
            demonstratives=words(FOLDER + "demonstrative"),
            branch_heads=words(FOLDER + "branch-head"),
            calendar_days=words(*DAYS),
            terms_of_office=words(FOLDER + "term-of-office"),
            standing_openers=firsts("standing-now", "standing-then", "term-of-office", "era"),
            eras=words(FOLDER + "era"),
            standing_now=words(FOLDER + "standing-now"),
            ballot_number=words(FOLDER + "ballot-number"),
            battalion_names=lexicon.words(FOLDER + "battalion-name"),
            standing_then=words(FOLDER + "standing-then"),
            calendar=words(*DAYS, *MONTHS),
            name_enders=words(*(f"directives/{name}" for name in ENDING)) - words(FOLDER + "office-field"),
            name_openers=words(FOLDER + "name-opener"),
            leaving_verbs=words(FOLDER + "leaving-verb"),
            participants=words("directives/taking-part"),
            act_nouns=words("lexicon/bare-verb-or-noun") - words(FOLDER + "organisation-word"),
            verbs=words("reporting/bare", "lexicon/bare-verb") | cue_forms(lexicon, "bare"),
        )

    def _written(self, text: str) -> tuple[Any, ...]:
        known = shape(text)
        return (*known, known.head[:AHEAD], *self.openings.get(known.head, NO_OPENING))

    def found(
        self,
        heads: Sequence[str],
        ahead: Sequence[str],
        behind: Sequence[frozenset[str]],
        alone: Iterable[Found],
        sums: Iterable[int],
    ) -> tuple[list[Found], list[int]]:
        """For each word of a sentence, given by columns of `written`, the tags that start there with the words of their
        longest form, and their sum. An empty head ends a form, `PASSED` does not."""
        found, tags = list(alone), list(sums)
        for start, following in compress(enumerate(ahead[1:]), behind):
            if following in behind[start] or (len(following) == 1 and following != COMMA):
                found[start] = here = self._from(heads, start, found[start])
                tags[start] = sum(here)
        return found, tags

    def _from(self, pieces: Sequence[str], start: int, alone: Found) -> Found:
        """The tags of the forms that start at `start`, of one word (`alone`) and of several."""
        key, stop, listed = pieces[start], start + 1, False
        here, longest = dict(alone), self.reach[key]
        while len(key) < longest:
            listed = listed or pieces[stop] == COMMA
            stop += pieces[stop] in PASSED
            if not pieces[stop]:
                break
            key += pieces[stop]
            stop += 1
            tags = self.forms.get(key)
            if tags and (not listed or stop - start >= LISTED):
                here.update(dict.fromkeys(tags, stop - start))
        return here
