"""Whom a reporting cue names as its speaker: the phrase behind it, its subject before it, or its enclitic."""

from __future__ import annotations

from typing import Final, Literal

from kg.extract.statements_chain import PERSONAL, Chain, accompanies, apposed, behind_heading, chain_at
from kg.extract.statements_introduced import author
from kg.extract.statements_phrases import (
    JOINTS,
    LONGEST_DESCRIPTION,
    described_by_clause,
    description_end,
    name_before,
    name_behind,
)
from kg.extract.statements_text import Reading
from kg.extract.statements_words import ReportingWords
from kg.model import Reference, ReferenceKind, Span
from kg.model.members import DESCRIPTION, FIRST_PERSON, NONE, PERSON, POST

LONGEST_NOUN_PHRASE = 6  # tokens between a preposition and the name that depends on it
INITIALS = 2  # letters of somebody whom the police do not name
DOCUMENT: Final = "document"


def speaker_after(reading: Reading, words: ReportingWords, at: int) -> tuple[Reference | None, int]:
    """The speaker named from token `at` on ("kata X", "disampaikan oleh X"), and the token behind; (None, at) if none.

    A description that closes with a demonstrative ("jenderal bintang dua tersebut") points back; one without a mention
    of its own may be followed by the name in apposition ("pengacara korban, X").
    """
    end = reading.bounds(reading.sentence(at))[1] if at < len(reading) else at
    while at < end and reading.full[at] in words.agent_marker:
        at += 1
    if at >= end or reading.is_punctuation[at]:
        return None, at
    third = reading.full[at] if reading.enclitic[at] else reading.lower[at]  # `dirinya`
    if third in words.pronoun_third:
        return Reference(ReferenceKind.PRONOUN, reading.span(at), None, reading.sentence(at)), at + 1
    if reading.lower[at] in words.pronoun_first:
        return Reference(FIRST_PERSON, reading.span(at), None, reading.sentence(at)), at + 1
    if reading.full[at] in words.pronoun_plural:
        return Reference(ReferenceKind.PRONOUN, reading.span(at), None, reading.sentence(at)), at + 1
    at = author(reading, words, at, end)
    stop = description_end(reading, words, at, end)
    if stop < end and reading.full[stop] in words.relative and reading.lower[at] in words.person_noun:
        span = Span(
            reading.span(at).start, reading.span(stop).end
        )  # "pria yang akrab disapa ...": somebody named before
        return Reference(DESCRIPTION, span, None, reading.sentence(at)), stop + 1
    if reading.full[stop - 1] in words.demonstrative and stop - 1 > at:
        span = Span(reading.span(at).start, reading.span(stop - 1).end)
        return Reference(DESCRIPTION, span, None, reading.sentence(at)), stop
    if reading.mention[at] != -1:
        chain = chain_at(reading, at)
        unnamed = not chain.personal and chain.end <= stop
        return (unnamed and name_behind(reading, words, chain.end, end)) or chain.reference, min(chain.end, end)
    if stop == at:
        return None, at
    of_person = reading.lower[at] in words.person_noun or reading.lower[at] in words.one_of
    named = name_behind(reading, words, stop, end) if of_person and not reading.capitalised(at) else None
    if named is not None:
        return named, stop
    span = Span(reading.span(at).start, reading.span(stop - 1).end)
    name = stop + 1 if stop < end and reading.full[stop] == "," else stop
    if name < end and reading.mention[name] != -1 and reading.mentions[reading.mention[name]].kind in PERSONAL:
        chain = chain_at(reading, name)
        return chain.reference, min(chain.end, end)
    return Reference(DESCRIPTION, span, None, reading.sentence(at)), stop


def speaker_before(reading: Reading, words: ReportingWords, at: int) -> Reference | None:
    """The subject of the verb at token `at`: the nearest phrase before it that is neither object nor oblique.

    Looks no further than the clause: a quotation mark, a semicolon or the sentence's start. The antecedent of `yang` is
    the subject of its clause. The parser's nsubj (UD) is preferred where it lies on a mention or pronoun.
    """
    start = reading.bounds(reading.sentence(at))[0]
    left = _before_adverbs(reading, words, at, start)
    if left >= start and reading.full[left] in words.demonstrative and not reading.is_punctuation[left]:
        described = _description_back(reading, words, left, start)
        if described is not None:
            return described
    named = name_before(reading, words, left, start) if left > start else None
    if named is not None:
        return named
    if left >= start and reading.full[left] in words.relative:
        return _antecedent_of_relative(reading, words, left - 1, start)
    if left >= start and reading.mention[left] != -1 and reading.inside[left] == reading.inside[at]:
        beside = chain_at(reading, left)
        if reading.full[at] in words.active and beside.start > start and reading.full[beside.start - 1] in words.active:
            return beside.reference  # "X mengatakan pelaku mengaku ...": what is said begins with its subject
        aside = _aside(reading, words, beside, start)
        headed = behind_heading(reading, beside, start, at)
        if beside.personal and aside is None and (headed or not _beside(reading, words, beside, start)):
            return beside.reference
    parsed = _parsed_subject(reading, words, at)
    if isinstance(parsed, Reference):
        return apposed(reading, parsed, left) or parsed
    if parsed is DOCUMENT:
        return None
    beside_verb = left
    body: Reference | None = None
    beside_it: Reference | None = None  # in a phrase that is no subject
    while left >= start:
        if reading.is_mark(left) or reading.full[left] in (";", ":") or reading.inside[left] != reading.inside[at]:
            break
        if reading.mention[left] != -1:
            chain = chain_at(reading, left)
            aside = _aside(reading, words, chain, start)
            if aside is not None:
                left = aside
                continue
            oblique = _beside(reading, words, chain, start)
            if not oblique and (chain.personal or left == beside_verb):
                return chain.reference
            if not oblique:
                body = body or chain.reference
            elif chain.personal:
                beside_it = beside_it or chain.reference
            left = chain.start - 1
            continue
        pronoun = _pronoun(reading, words, left)
        if pronoun is not None and not _oblique(reading, words, left, start):
            return pronoun
        left -= 1
    return body or beside_it


def _before_adverbs(reading: Reading, words: ReportingWords, at: int, start: int) -> int:
    """The last token before a verb that is neither adverb nor particle."""
    left = at - 1
    while left >= start and reading.full[left] in words.adverb:
        left -= 1
    return left


def _description_back(reading: Reading, words: ReportingWords, last: int, start: int) -> Reference | None:
    """The description of a person that a demonstrative closes ("Mantan Kapolres X ini"); `None` for a thing."""
    first = last
    for relative in range(last - 1, max(start, last - LONGEST_DESCRIPTION), -1):
        if reading.is_punctuation[relative]:
            break
        noun = described_by_clause(reading, words, relative, start)
        if noun is not None:
            span = Span(reading.span(noun).start, reading.span(last).end)
            return Reference(DESCRIPTION, span, None, reading.sentence(last))
    while first > start and last - first < LONGEST_DESCRIPTION:
        if reading.full[first - 1] in words.origin and first - 1 > start and reading.capitalised(first):
            first -= 1  # "Wakil X di DPRD ini": no demonstrative points at a name, so it closes the whole phrase
            continue
        if reading.is_punctuation[first - 1] and reading.full[first - 1] not in JOINTS:
            break
        if reading.full[first - 1] in words.end_of_agent or reading.upos(first - 1) in (
            "VERB",
            "ADP",
            "SCONJ",
            "CCONJ",
        ):
            break
        first -= 1
    if _oblique(reading, words, first, start):
        return None
    while first < last:
        over = reading.mention[first]
        if reading.lower[first] in words.person_noun or (
            over != -1
            and reading.mentions[over].kind in PERSONAL
            and reading.mentions[over].span.start >= reading.span(first).start
        ):
            span = Span(reading.span(first).start, reading.span(last).end)
            return Reference(DESCRIPTION, span, None, reading.sentence(first))
        first += 1
    return None


def _antecedent_of_relative(reading: Reading, words: ReportingWords, before: int, start: int) -> Reference | None:
    """The mention that a relative clause describes: it stands right before `yang`, a comma at most between.

    A text of somebody's says what its author does ("unggahannya yang menyebut ...").
    """
    if before > start and reading.full[before] == ",":
        before -= 1
    if before >= start and reading.enclitic[before] and reading.lower[before] in words.utterance_noun:
        return Reference(ReferenceKind.PRONOUN, reading.span(before), None, reading.sentence(before))
    if before < start or reading.mention[before] == -1:
        return None
    return chain_at(reading, before).reference


def _parsed_subject(reading: Reading, words: ReportingWords, at: int) -> Reference | Literal["document"] | None:
    """The subject that the parse gives, if a mention or pronoun covers its head and it stands before the verb.

    `DOCUMENT` if the subject is a text or finding, which says nothing itself.
    """
    sentence = reading.document.sentences[reading.sentence(at)]
    verb = reading.word(at)
    for _ in range(2):  # the verb's own, else that of the verb it is coordinated with or depends on as a complement
        for word in reversed(sentence.words[: reading.word(at)]):
            if word.head == verb and word.deprel.startswith("nsubj"):
                place = reading.token_at(reading.sentence(at), word.index)
                if reading.inside[place] != reading.inside[at] or reading.full[place] in words.topic_shift:
                    continue  # "Terpisah, Kapolres X saat dihubungi mengatakan": no name opens the sentence
                if reading.mention[place] != -1:
                    chain, start = chain_at(reading, place), reading.bounds(reading.sentence(at))[0]
                    if _beside(reading, words, chain, start) or _aside(reading, words, chain, start) is not None:
                        continue  # "melalui WhatsApp mengatakan": the parse took the nearest noun
                    return chain.reference
                if reading.lower[place] in words.document_noun:
                    return DOCUMENT
                return _pronoun(reading, words, place) or _bare_name(reading, words, place)
        if sentence.words[verb].deprel not in ("conj", "xcomp"):
            return None
        verb = sentence.words[verb].head
    return None


def _aside(reading: Reading, words: ReportingWords, chain: Chain, start: int) -> int | None:
    """The last token of the person whom a chain only describes: "X, adik Y, menyampaikan ..." is said by X.

    `None` if the chain stands for itself.
    """
    before = chain.start - 1
    while before > start and reading.upos(before) == "NOUN" and reading.mention[before] == -1:
        before -= 1
    if before == chain.start - 1 or before <= start or reading.full[before] != ",":
        return None
    between = reading.full[before + 1 : chain.start]
    if not (words.adverb.isdisjoint(between) and words.agent_marker.isdisjoint(between)):
        return None
    described = reading.mention[before - 1]
    return before - 1 if described != -1 and reading.mentions[described].kind is PERSON else None


def _beside(reading: Reading, words: ReportingWords, chain: Chain, start: int) -> bool:
    """Whether a chain is no subject: it depends on a word before it, or stands beside the subject with another."""
    return _oblique(reading, words, chain.start, start) or accompanies(reading, words, chain, start)


def _oblique(reading: Reading, words: ReportingWords, head: int, start: int) -> bool:
    """Whether the phrase that begins at a token depends on a preposition, a participle or a verb before it.

    Nouns between them belong to the phrase ("atas perintah Kapolda X", "bersama pengacara Y").
    """
    before = head - 1
    while before >= start and head - before <= LONGEST_NOUN_PHRASE:
        full, upos, over = reading.full[before], reading.upos(before), reading.mention[head]
        if full in words.called:
            return False  # "penumpang bernama X meminta"
        if full in words.channel_marker and over != -1:
            return reading.mentions[over].kind is not POST  # "Kapolres X melalui Kasi Humas Y mengatakan"
        verb = upos == "VERB" and reading.mention[before] == -1
        if full in words.oblique_marker or full in words.speech_act or verb:
            return full not in words.adverb
        if reading.is_punctuation[before] or full in words.adverb or upos not in ("NOUN", "ADJ", "NUM"):
            return False
        before -= 1
    return False


def _bare_name(reading: Reading, words: ReportingWords, place: int) -> Reference | None:
    """The capitalised name around a token that no mention covers: a description, or nobody if it is a single word but
    for the two letters that stand for somebody's name ("RN mengaku ...")."""
    start, end = reading.bounds(reading.sentence(place))
    if not _is_name(reading, place) or (place == start and reading.upos(place) != "PROPN"):
        return None
    first, last = place, place + 1
    while first > start and _is_name(reading, first - 1):
        first -= 1
    while last < end and _is_name(reading, last):
        last += 1
    span = Span(reading.span(first).start, reading.span(last - 1).end)
    text = span.of(reading.document.article.text)
    initials = len(text) == INITIALS and text.isalpha() and text.isupper() and text.lower() not in words.no_name
    kind = DESCRIPTION if last - first > 1 or initials else NONE
    return Reference(kind, span, None, reading.sentence(place))


def _is_name(reading: Reading, at: int) -> bool:
    named = reading.upos(at) == "PROPN" and reading.mention[at] == -1
    return named and reading.capitalised(at) and not reading.is_punctuation[at]


def _pronoun(reading: Reading, words: ReportingWords, at: int) -> Reference | None:
    full = reading.full[at]
    if full in words.own_side or full in words.pronoun_first:
        return Reference(FIRST_PERSON, reading.span(at), None, reading.sentence(at))
    if full in words.pronoun_third or full in words.pronoun_plural:
        return Reference(ReferenceKind.PRONOUN, reading.span(at), None, reading.sentence(at))
    return None
