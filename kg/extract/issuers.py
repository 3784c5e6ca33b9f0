"""Who issues a directive: the subject of an active cue, the agent of a passive, the possessor of a noun."""

from __future__ import annotations

from kg.extract.adverbials import demand_before, main_subject, told_passively
from kg.extract.aims import acting_verb
from kg.extract.clause_agents import (
    before_attribution,
    first_agent,
    from_whom,
    in_company,
    in_prepositional,
    opens_side_clause,
    skip_adverbs,
    speaks_for,
)
from kg.extract.countries import acting_country
from kg.extract.cues import written
from kg.extract.deciding import decided_by
from kg.extract.descriptions import (
    MAX_DESCRIPTION,
    described_as,
    description,
    people_of,
    person_described,
    source_before,
)
from kg.extract.documents import document_pointed_at, hearsay, whose_document
from kg.extract.extents import modified_end
from kg.extract.governed import (
    enclitic_subject,
    governed_subject,
    people_in_headline,
    people_unnamed,
    whole_phrase,
)
from kg.extract.grammar import Grammar
from kg.extract.headlines import headline_speaker
from kg.extract.joint_subjects import verb_by_means, verb_of_object
from kg.extract.passage import Passage, clause_start, is_verb
from kg.extract.phrases import reference_to
from kg.extract.proper_names import behind_comma, is_initials, is_place, proper_name
from kg.extract.retold import retold_from
from kg.extract.set_beside import name_before_description, whose_text
from kg.extract.unnamed_subjects import law_before, of_anybody, rally_before, said_to_be
from kg.model import MentionKind, Reference
from kg.model.making import maker, replace
from kg.model.members import GROUP, NONE, PASSAGE_SPEAKER, PERSON, POST, QUOTE_SPEAKER, UNIT

OTHERS = (decided_by, whose_document, retold_from)

new_reference = maker(Reference)


def speaker_reference(passage: Passage, grammar: Grammar, index: int) -> Reference:
    """Whoever is quoted or reported at a word: the issuer of what has none of its own.

    In a headline that is who stands before the colon (`Kapolda: Jangan ...`); else who decided it, in its clause.
    """
    if passage.sentence.is_title and passage.quotation[index] < 0:
        speaker = headline_speaker(passage, grammar, index)
        if speaker is not None:
            return speaker
    for find in OTHERS:
        other = find(passage, grammar, index)
        if other is not None:
            return other
    if hearsay(passage, grammar, index):
        return nothing(passage)
    kind = QUOTE_SPEAKER if passage.quotation[index] >= 0 else PASSAGE_SPEAKER
    return new_reference(kind, passage.sentence.words[index].span, None, passage.sentence.index)


def nothing(passage: Passage) -> Reference:
    return new_reference(NONE, None, None, passage.sentence.index)


def subject_of(passage: Passage, grammar: Grammar, verb: int) -> Reference:
    """The subject of an active verb at word `verb`: that of a demand before it which `dan` joins it to, rather than
    whoever is told there (`mengimbau agar warga tenang serta meminta media ...`).

    Who is told in office may be meant to hand the demand on (`meminta agar Kapolda turun dan memerintahkan ...`): then
    nobody is known to have given it.
    """
    found = _subject(passage, grammar, acting_verb(passage, grammar, verb))
    if found.span is None or found.sentence != passage.sentence.index:
        return found
    subject = passage.sentence.word_from(found.span.start)
    if subject >= verb:
        return found
    if told_passively(passage, grammar, verb, subject):
        return nothing(passage)
    demand = demand_before(passage, grammar, verb, subject)
    if demand is None:
        return found
    if found.mention is not None and passage.mentions[found.mention].kind in (POST, UNIT, PERSON):
        return nothing(passage)
    return subject_of(passage, grammar, demand)


def _subject(passage: Passage, grammar: Grammar, verb: int) -> Reference:
    """The subject of an active verb at word `verb`.

    In this order: whoever stands right before it but for adverbs and brackets; the head that `yang` relates to; the
    subject that the tree gives (UD nsubj of the verb, or of the verb it is coordinated with); the first of the clause
    who is not in a prepositional phrase. A verb with nothing before it has the speaker as its subject.
    """
    floor = clause_start(passage, verb)
    if verb > floor and passage.lower[verb - 1] == "," and passage.title_case:
        first = first_agent(passage, grammar, floor, verb)
        if first is not None:
            return reference_to(passage, grammar, first)  # `Koalisi Datangi DPR dan Menteri, Desak ...`
    if law_before(passage, grammar, verb, floor) or of_anybody(passage, grammar, verb):
        return nothing(passage)
    main = main_subject(passage, grammar, verb, floor)
    if main is not None:
        return main
    held = rally_before(passage, grammar, verb, floor)
    if held is not None:
        return new_reference(NONE, passage.span(held, verb), None, passage.sentence.index)
    aside = verb - 1
    while aside > floor and passage.lower[aside] in grammar.pre_verb and passage.mention[aside] < 0:
        aside -= 1
    at = skip_adverbs(passage, grammar, before_attribution(passage, grammar, aside, floor), floor)
    if floor <= at < verb - 1 and passage.lower[at + 1] in grammar.pointing:
        described = document_pointed_at(passage, grammar, at + 1, floor)
        described = described or person_described(passage, grammar, at + 1, floor)
        if described is not None:
            return described
    at = _behind_brackets(passage, at, floor)
    own = enclitic_subject(passage, grammar, at, verb)
    if own is not None:
        return own
    beside = whose_text(passage, grammar, verb, floor) or name_before_description(passage, grammar, verb, floor)
    if beside is not None:
        return beside
    joint = at + 1
    while joint < verb and passage.lower[joint] not in grammar.sequence_conjunction:
        joint += 1
    if verb > joint > at >= floor and passage.agent_at(at) is not None:
        other = verb_of_object(passage, grammar, at, joint + 1)
        if other is not None:
            return subject_of(passage, grammar, other)  # `menemui warga lalu meminta ...`
    by_means = verb_by_means(passage, grammar, at, verb, floor)
    if by_means is not None:
        return subject_of(passage, grammar, by_means)
    if (
        at >= floor
        and passage.agent_at(at) is not None
        and (
            from_whom(passage, grammar, at, floor)
            or opens_side_clause(passage, grammar, at, verb, floor)
            or not in_prepositional(passage, grammar, at, floor)
        )
    ):
        people = people_of(passage, grammar, at, floor) or whole_phrase(passage, grammar, at, verb)
        return people or reference_to(passage, grammar, at)
    if at >= floor and is_initials(passage, grammar, at):  # `menjelaskan KD meminta ...`
        return new_reference(NONE, passage.span(at, at + 1), None, passage.sentence.index)
    if at >= floor and passage.lower[at] in grammar.relative:
        return _relative_head(passage, grammar, at, floor)
    described = description(passage, grammar, at, floor) or people_unnamed(passage, grammar, at, verb)
    if described is not None:
        return described
    if _only_circumstance(passage, grammar, floor, verb):
        return speaker_reference(passage, grammar, verb)
    named = proper_name(passage, grammar, at, floor)
    if named is not None and passage.title_case and behind_comma(passage, named):
        return named  # `Kasus Mbah X, JPW Desak ...`
    country = acting_country(passage, grammar, at, verb, floor)
    if country is not None:
        return country
    governed = governed_subject(passage, verb)
    if governed is not None and (
        in_company(passage, grammar, governed, floor) or speaks_for(passage, grammar, governed, floor)
    ):
        governed = None
    if governed is not None and (other := verb_of_object(passage, grammar, governed, verb)) is not None:
        return subject_of(passage, grammar, other)
    if governed is not None:
        described = described_as(passage, grammar, governed, verb, floor)
        return described or group_named(passage, grammar, governed, verb)
    first = first_agent(passage, grammar, floor, verb)
    if first is not None:
        described = described_as(passage, grammar, first, verb, floor)
        return described or group_named(passage, grammar, first, verb)
    if named is not None:
        return named
    if (people := people_in_headline(passage, grammar, at, floor)) is not None:
        return people
    if all(
        passage.is_punctuation(k) or passage.lower[k] in grammar.pre_verb or passage.lower[k] in grammar.imperative_lead
        for k in range(floor, verb)
    ):
        return speaker_reference(passage, grammar, verb)
    if _names_one(passage, grammar, verb, floor):
        return speaker_reference(passage, grammar, verb)
    return source_before(passage, grammar, verb, floor) or nothing(passage)


def _names_one(passage: Passage, grammar: Grammar, verb: int, floor: int) -> bool:
    """Whether a verb without a subject is one of the things that the sentence before tells of (`arahan Bupati banyak.
    Salah satunya adalah mendorong ...`)."""
    first = floor
    while first < verb and passage.is_punctuation(first):
        first += 1
    if first + 1 >= verb:
        return False
    opener = f"{passage.lower[first]} {written(passage, first + 1)[0]}"
    named = any(word.head == verb and word.deprel == "nsubj" for word in passage.sentence.words[first + 2 : verb])
    return opener in grammar.one_of and not named and all(passage.agent_at(k) is None for k in range(first, verb))


def group_named(passage: Passage, grammar: Grammar, index: int, verb: int) -> Reference:
    """The agent at a word; a group with the nouns that say which it is (`personel tiga pilar`)."""
    reference = reference_to(passage, grammar, index)
    mention = passage.mentions[passage.mention[index]]
    if mention.kind is not GROUP:
        return reference
    return replace(reference, span=passage.span(mention.first, modified_end(passage, grammar, mention.last, verb)))


def _behind_brackets(passage: Passage, at: int, floor: int) -> int:
    """The body before its abbreviation and its place (`Badan Pengawas Pemilu (Bawaslu) Jateng`), else `at`."""
    if at < floor or not is_place(passage, at):
        return at
    bracket = passage.mentions[passage.mention[at]].first - 1
    if bracket <= floor or passage.lower[bracket] != ")":
        return at
    opening = next((k for k in range(bracket, floor, -1) if passage.lower[k] == "("), floor)
    return opening - 1 if opening > floor and passage.agent_at(opening - 1) is not None else at


def _only_circumstance(passage: Passage, grammar: Grammar, floor: int, verb: int) -> bool:
    """Whether in speech nothing but a circumstance stands before a verb (`tiap kali rapat mengimbau ...`,
    `berdasarkan hal-hal itu meminta ...`): the speaker leaves himself out."""
    if passage.quotation[verb] < 0:
        return False
    first = floor
    while first < verb and (passage.is_punctuation(first) or passage.lower[first] in grammar.imperative_lead):
        first += 1
    if first >= verb or passage.mention[first] >= 0:
        return False
    opens = passage.lower[first] in grammar.preposition or passage.lower[first] in grammar.each_time
    plain = all(
        passage.agent_at(k) is None and passage.lower[k] != "," and not is_verb(passage, grammar, k)
        for k in range(first + 1, verb)
    )
    return opens and plain


def _relative_head(passage: Passage, grammar: Grammar, yang: int, floor: int) -> Reference:
    """Whom a relative clause is about: the mention right before `yang`, or who stands in the phrase of a document."""
    at = skip_adverbs(passage, grammar, yang - 1, floor)
    named = said_to_be(passage, grammar, yang - 1, floor) if yang > floor else None
    if named is not None:
        return nothing(passage) if named < 0 else reference_to(passage, grammar, named)
    if at >= floor and passage.agent_at(at) is not None and not passage.sentence.words[at].continues:
        # In a list of signatories (`surat edaran presiden, mendagri dan kapolri, yang ...`) the first signs.
        first = at
        while (start := passage.mentions[passage.mention[first]].first) - 2 >= floor:
            listed = passage.lower[start - 1] == "," or passage.lower[start - 1] in grammar.list_conjunction
            if not listed or passage.agent_at(start - 2) is None:
                break
            first = start - 2
        return reference_to(passage, grammar, first)
    signed = at
    while signed > floor and (passage.lower[signed] in grammar.numbering or passage.sentence.tags[signed] == "NUM"):
        signed -= 1
    if floor < signed < at and passage.agent_at(signed) is not None:
        start = passage.mentions[passage.mention[signed]].first
        if start > floor and _is_document(passage, grammar, start - 1):
            return reference_to(passage, grammar, signed)  # `surat edaran Menteri Nomor 5 Tahun 2024 yang ...`
    if at > floor and _is_document(passage, grammar, at):
        for verb in range(at - 1, max(floor, at - MAX_DESCRIPTION), -1):
            if passage.lower[verb] in grammar.light_verb:
                return subject_of(passage, grammar, verb)  # `menerbitkan surat edaran yang melarang ...`
    return nothing(passage)


def _is_document(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a word ends the name of a document that carries a directive, a law among them."""
    if passage.mention[at] >= 0 and passage.mentions[passage.mention[at]].kind is MentionKind.LAW:
        return True
    return (
        passage.lower[at] in grammar.directive_document
        or f"{passage.lower[at - 1]} {passage.lower[at]}" in grammar.directive_document
    )
