"""Verbs of saying that report nothing of whom they seem to name: he begins what is said, or is to speak yet."""

from __future__ import annotations

from kg.extract.statements_chain import PERSONAL
from kg.extract.statements_text import Reading
from kg.extract.statements_words import ReportingWords
from kg.model import Reference

LINKING = ("SCONJ", "ADP")  # tags of `agar`, not of `harus`
NOMINAL = ("NOUN", "PROPN", "DET", "NUM", "PRON", "PART", "ADV", "AUX")  # tags of what stands before a passive


def is_told_of(reading: Reading, words: ReportingWords, at: int, speaker: Reference, behind: int) -> bool:
    """Whether who is named behind a passive of saying, without `oleh`, begins what is said.

    An auxiliary or a modal goes on behind a body or people (`disebutkan warga wajib ...`), a verb behind anybody if the
    passive itself has no subject (`diungkapkan saksi Budi melihat ...`, but `hal itu disampaikan Budi menanggapi ...`).
    """
    if speaker.mention is None or behind >= reading.bounds(reading.sentence(behind - 1))[1]:
        return False
    form = reading.full[behind]
    attends = words.company | words.attending | words.relaying | words.end_of_agent | words.adverb
    if reading.upos(behind) == "VERB" and form not in attends and _without_subject(reading, words, at):
        return True
    if reading.mentions[speaker.mention].kind in PERSONAL:
        return False
    modal = form in words.demand_marker and form not in words.purpose_marker and reading.upos(behind) not in LINKING
    return modal or form in words.claim_opening or reading.upos(behind) == "AUX"


def _without_subject(reading: Reading, words: ReportingWords, at: int) -> bool:
    """Whether nothing but adverbs or a prepositional phrase stands in its clause before a passive."""
    start = reading.bounds(reading.sentence(at))[0]
    first = at
    while first > start and not reading.is_punctuation[first - 1]:
        first -= 1
    while first < at and reading.full[first] in words.adverb:
        first += 1
    return first == at or reading.upos(first) == "ADP"


def unsaid(reading: Reading, words: ReportingWords, at: int) -> bool:
    """Whether a passive of saying tells what is to be said (`meminta agar hasilnya dijelaskan oleh X`) or found out
    (`pelakunya diungkap polisi`), not what was said.

    A demand that is its subject is said (`permintaan agar tarif turun disampaikan X`).
    """
    start = reading.bounds(reading.sentence(at))[0]
    before = at - 1
    told = words.information_noun | words.spoken_noun | words.utterance_noun | words.judgement_noun
    if reading.lower[at] in words.of_fact:
        head = next((i for i in range(start, at) if reading.upos(i) == "NOUN"), at)
        return reading.lower[head] in words.uncovered
    while before >= start and reading.upos(before) in NOMINAL and reading.inside[before] == reading.inside[at]:
        if reading.full[before] in words.purpose_opening:
            break
        before -= 1
    if before < start or before == at - 1:
        return False
    if reading.full[before] in words.purpose_opening:
        return before == start or reading.lower[before - 1] not in told
    return reading.full[before] in words.speech_act and reading.full[before].startswith(("me", "ber"))


def is_subject(reading: Reading, words: ReportingWords, at: int) -> bool:
    """Whether an active verb of saying is itself the subject of what another one reports (`ia mengatakan, menyampaikan
    pendapat adalah hak ...`): nobody is named between them, and a copula follows (UD csubj)."""
    start, end = reading.bounds(reading.sentence(at))
    before = at - 2 if at > start and reading.full[at - 1] in (",", *words.claim_marker) else at - 1
    if before < start:
        return False
    reports = words.active | words.demand_or_claim
    named = before - 1
    while named > start and reading.mention[named] != -1:
        named -= 1
    by_whom = reading.lower[named] in words.preposition or reading.lower[before] in words.preposition
    if reading.full[before] not in reports and not (by_whom and before < at - 1):
        return False
    for k in range(at + 1, end):
        if reading.is_punctuation[k]:
            return False
        if reading.full[k] in words.equating or reading.full[k] in words.negation:
            return True
    return False


def told_in_a_clause(reading: Reading, words: ReportingWords, at: int, speaker: Reference) -> bool:
    """Whether a conjunction of a claim stands before the subject of a verb: what somebody did is what is told or was
    decided ("Dalam rapat diputuskan bahwa Presiden memerintahkan ...")."""
    start = reading.bounds(reading.sentence(at))[0]
    first = at
    while speaker.span is not None and first > start and reading.span(first - 1).start >= speaker.span.start:
        first -= 1
    return start < first < at and reading.full[first - 1] in words.claim_marker
