"""The rules of reporting cues: each looks at one token and gives the cue that it is, if it is one.

A bare verb stem behind a quotation (`"...," ujar X`) or between commas, an active verb (`X mengatakan ...`), a passive
one with its agent (`Hal itu disampaikan X`), the prefixless verb of headlines, `menurut X`, other acts of speech."""

from __future__ import annotations

from kg.extract.statements_chain import chain_at
from kg.extract.statements_conditions import (
    asked,
    asked_for,
    asks,
    before_adverbs,
    blocked,
    closes,
    demanded,
    denied,
    made_sure,
    misspelt_enclitic,
    of_oneself,
    opens_sentence,
    outside_quotations,
    quotation_of_verb,
    spoken_of,
    sums_up,
    unlisted_stem,
)
from kg.extract.statements_content import carries_demand, content_of, has_claim, has_demand, may_claim, records
from kg.extract.statements_introduced import account_behind, past_qualifiers
from kg.extract.statements_speaker import speaker_after, speaker_before
from kg.extract.statements_text import Reading
from kg.extract.statements_unsaid import is_subject, is_told_of, told_in_a_clause, unsaid
from kg.extract.statements_words import ReportingWords
from kg.model import Reference, ReferenceKind, ReportedSpeech
from kg.model.making import maker, replace
from kg.model.members import DESCRIPTION, MENTION, NONE, PASSAGE_SPEAKER

STEM_BEHIND = "stem behind quotation"
STEM_BETWEEN = "stem between commas"
ACTIVE = "active verb"
PASSIVE = "passive verb"
RELATIVE_ACTIVE = "active verb of a relative clause"

new_reported_speech = maker(ReportedSpeech)


def _report(
    reading: Reading,
    words: ReportingWords,
    at: int,
    speaker: Reference,
    rule: str,
    *,
    statement: bool = True,
    quotation: int | None = None,
    behind: int | None = None,
) -> ReportedSpeech:
    inside = reading.inside[at]
    return new_reported_speech(
        reading.span(at),
        reading.sentence(at),
        reading.word(at),
        speaker,
        rule,
        statement,
        quotation,
        inside if inside != -1 else None,
        content_of(reading, words, at, behind or at + 1, quotation, passive=rule.startswith(PASSIVE))
        if statement
        else (),
        quotation is not None,
    )


def _enclitic(reading: Reading, at: int) -> Reference:
    return Reference(ReferenceKind.PRONOUN, reading.span(at), None, reading.sentence(at))


def behind_quotation(reading: Reading, words: ReportingWords, at: int) -> ReportedSpeech | None:
    """A bare stem directly behind a quotation: "...," ujar X / ujarnya / tandas jenderal bintang dua tersebut."""
    quotation = reading.after.get(at, -1)
    summed = at > 0 and reading.full[at - 1] in words.summing_up
    if quotation == -1 and at > 0 and (summed or reading.full[at - 1] in words.demonstrative):
        quotation = reading.after.get(at - 1, -1)  # "..." demikian bunyi putusan itu
    if quotation == -1:
        return None
    misspelt = not summed and misspelt_enclitic(reading.full[at], words)
    noun = summed and reading.lower[at] in words.spoken_noun  # "...," demikian imbauan X
    known = noun or misspelt or reading.lower[at] in words.stem or sums_up(reading, words, at)
    if not known and (summed or not unlisted_stem(reading, words, at, quotation)):
        return None
    if reading.enclitic[at] or misspelt:
        by = account_behind(reading, words, at) or _enclitic(reading, at)
        return _report(reading, words, at, by, "stem-nya behind quotation", quotation=quotation)
    named = past_qualifiers(reading, at + 1) if noun else at + 1
    speaker, behind = speaker_after(reading, words, named)
    texts = noun and speaker is not None and speaker.kind is DESCRIPTION and not reading.capitalised(named)
    if speaker is None:
        if reading.capitalised(at):
            return None
        speaker = Reference(NONE, None, None, reading.sentence(at))
    if reading.capitalised(at) and speaker.kind is DESCRIPTION:
        return None  # "...." Tutup toko itu: a new sentence
    of_text = texts or (speaker.kind is DESCRIPTION and reading.lower[at + 1] in words.document_noun)
    return _report(reading, words, at, speaker, STEM_BEHIND, statement=not of_text, quotation=quotation, behind=behind)


def between_commas(reading: Reading, words: ReportingWords, at: int) -> ReportedSpeech | None:
    """A bare stem that interrupts or closes indirect speech: `Selain itu, kata X, ...`, `..., lanjutnya, ...`."""
    if reading.lower[at] not in words.stem or not outside_quotations(reading, at):
        return None
    start, end = reading.bounds(reading.sentence(at))
    if at - 1 == start and reading.full[start] in words.summing_up:
        return _summed_up(reading, words, at, end)
    if reading.lower[at] not in words.stem_parenthetical and not closes(reading, words, at, end):
        return None
    opens = at == start or all(reading.is_punctuation[i] for i in range(start, at))
    pointing = not reading.enclitic[at] and reading.full[at - 1] in words.demonstrative  # "Atas hal itu kata X, ..."
    if reading.full[at - 1] in words.relative and not opens:
        return None  # "lahan yang katanya sudah dibeli": hearsay
    if not opens and reading.enclitic[at] and at + 1 < end and reading.upos(at + 1) == "AUX":
        return _report(reading, words, at, _enclitic(reading, at), "stem-nya before an auxiliary")  # `ini katanya bisa`
    if not opens and not pointing and reading.full[at - 1] not in (",", "-", "–", "—"):
        return None
    if reading.enclitic[at]:
        if at + 1 < end and not (reading.is_punctuation[at + 1] or reading.full[at + 1] in words.setting_opening):
            return None
        return _report(reading, words, at, _enclitic(reading, at), "stem-nya between commas")
    if at + 1 >= end:
        return None
    named = reading.mention[at + 1] != -1 or reading.lower[at + 1] in words.pronoun_third
    if not named:
        return None
    speaker, behind = speaker_after(reading, words, at + 1)
    if speaker is None or ((opens or pointing) and not (behind < end and reading.full[behind] == ",")):
        return None
    if spoken_of(reading, at, behind, speaker):
        return None
    return _report(reading, words, at, speaker, STEM_BETWEEN, behind=behind)


def _summed_up(reading: Reading, words: ReportingWords, at: int, end: int) -> ReportedSpeech | None:
    """A bare stem that sums up what was told before: `Demikian pesan Bupati X saat apel.`"""
    if at + 1 >= end or reading.mention[at + 1] == -1:
        return None
    speaker, behind = speaker_after(reading, words, at + 1)
    closed = behind >= end or reading.is_punctuation[behind] or reading.full[behind] in words.setting_opening
    return _report(reading, words, at, speaker, STEM_BETWEEN, behind=behind) if speaker is not None and closed else None


def active(reading: Reading, words: ReportingWords, at: int) -> ReportedSpeech | None:
    """An active verb of saying whose subject speaks: `X mengatakan, ...`, `Ia juga menegaskan bahwa ...`."""
    full = reading.full[at]
    verb = full if full in words.active or full in words.demand_or_claim else reading.lower[at]
    said = verb in words.active
    either = verb in words.demand_or_claim and verb.startswith("me")
    fact = (verb in words.of_fact and verb.startswith("me")) or records(reading, words, at)
    opinion = verb in words.opinion and verb.startswith(("me", "ber"))
    talk = verb in words.stem and reading.inside[at] != -1  # `"Presiden bilang boleh, mau apa?"`: anybody might
    if talk or not (said or either or fact or opinion) or (opinion and made_sure(reading, words, at)):
        return None
    blank = blocked(reading, words, at)
    if blank and not denied(reading, words, at):
        return None
    speaker = speaker_before(reading, words, at)
    if speaker is None or of_oneself(reading, at, speaker) or is_subject(reading, words, at):
        return None
    if reading.inside[at] == -1 and demanded(reading, words, at, speaker):
        return None  # `warga diajak menyampaikan ...`: they have said nothing
    demand = either and has_demand(reading, words, at + 1)
    statement = not blank and not asked_for(reading, words, at, speaker)
    if fact or opinion:
        statement = statement and has_claim(reading, words, at + 1)
    if reading.inside[at] != -1:
        statement = statement and verb not in words.ensuring and has_claim(reading, words, at + 1)
    before = before_adverbs(reading, words, at)
    apart = before >= 0 and (reading.full[before] in words.relative or reading.full[before] in words.reason)
    rule = RELATIVE_ACTIVE if apart else ACTIVE  # `X, yang dilaporkan karena mengaku diancam`: told of X
    quotation = quotation_of_verb(reading, at, speaker)
    report = _report(reading, words, at, speaker, rule, statement=statement and not demand, quotation=quotation)
    if not (statement and demand and may_claim(reading, words, at + 1)):
        return report
    return replace(report, content=content_of(reading, words, at, at + 1, quotation, passive=False))


def passive(reading: Reading, words: ReportingWords, at: int) -> ReportedSpeech | None:
    """A passive verb of saying: with its agent (`Hal itu disampaikan X`), its enclitic, or opening a sentence."""
    if reading.lower[at] not in words.passive or not outside_quotations(reading, at) or blocked(reading, words, at):
        return None
    if reading.lower[at] in words.demand_or_claim and has_demand(reading, words, at + 1):
        return None
    before = before_adverbs(reading, words, at)
    if (before >= 0 and reading.full[before] in words.relative) or unsaid(reading, words, at):
        return None  # "hal yang disampaikan X", "mereka yang disebutnya ...": part of a description
    if reading.enclitic[at]:
        return _report(reading, words, at, _enclitic(reading, at), f"{PASSIVE} with -nya")
    if reading.lower[at] in words.passive_of_naming:
        return None
    end = reading.bounds(reading.sentence(at))[1]
    speaker, behind = speaker_after(reading, words, at + 1)
    marked = at + 1 < end and reading.full[at + 1] in words.agent_marker
    if speaker is not None and not marked and is_told_of(reading, words, at, speaker, behind):
        speaker = None
    if speaker is not None and not marked and asked(reading, at, behind):
        return None
    if speaker is not None and (marked or speaker.kind is not DESCRIPTION):
        return _report(reading, words, at, speaker, f"{PASSIVE} with agent", behind=behind)
    if reading.lower[at] in words.passive_introductory and opens_sentence(reading, words, at):
        following = reading.full[at + 1] if at + 1 < end else ""
        if following == "," or following in words.claim_marker:
            passage = Reference(PASSAGE_SPEAKER, None, None, reading.sentence(at))
            return _report(reading, words, at, passage, f"{PASSIVE} that opens a sentence")
    return None


def headline(reading: Reading, words: ReportingWords, at: int) -> ReportedSpeech | None:
    """The prefixless verb of headlines, right behind its subject: `Kapolda Sumsel Tegaskan ...`."""
    if reading.enclitic[at] or reading.lower[at] not in words.bare or not outside_quotations(reading, at):
        return None
    subject = at - 1
    start, end = reading.bounds(reading.sentence(at))
    if at == start and reading.document.sentences[reading.sentence(at)].is_title:
        return _fronted(reading, words, at, end)
    while subject > start and reading.full[subject] in words.adverb:
        subject -= 1
    if subject < start:
        return None
    if reading.full[subject] in words.pronoun_third and reading.lower[at] not in words.of_fact:
        before = before_adverbs(reading, words, subject)
        if before >= start and reading.full[before] in words.relative:
            return None  # "hal yang sudah ia sampaikan": part of a description
        pronoun = Reference(ReferenceKind.PRONOUN, reading.span(subject), None, reading.sentence(at))
        return _report(reading, words, at, pronoun, f"{PASSIVE} with pronoun")  # "Hal itu ia sampaikan di ..."
    if reading.mention[subject] == -1 or at + 1 >= end:
        return None
    head = subject
    while head > start and (reading.mention[head - 1] != -1 or reading.full[head - 1] == ","):
        head -= 1
    if head > start and asks(reading, words, head - 1):
        return None  # "Ketua X Desak Polisi Ungkap ...": what is asked for
    if carries_demand(reading, words, at):
        return None
    speaker = speaker_before(reading, words, at)
    if speaker is None or speaker.kind is not MENTION:
        return None
    return _report(reading, words, at, speaker, "headline verb")


def _fronted(reading: Reading, words: ReportingWords, at: int, end: int) -> ReportedSpeech | None:
    """The verb that opens a headline, its subject behind the comma: `Sebut Anggaran Cukup, Bupati Minta ...`."""
    if carries_demand(reading, words, at):
        return None
    comma = next((i for i in range(at + 1, end) if reading.full[i] == ","), end)
    if comma + 2 >= end or reading.mention[comma + 1] == -1:
        return None
    chain = chain_at(reading, comma + 1)
    if chain.end >= end or reading.is_punctuation[chain.end]:
        return None
    return _report(reading, words, at, chain.reference, "headline verb")


def according_to(reading: Reading, words: ReportingWords, at: int) -> ReportedSpeech | None:
    """`Menurut X, ...` and `Menurutnya, ...`."""
    if reading.lower[at] not in words.preposition or not outside_quotations(reading, at):
        return None
    if reading.enclitic[at]:
        return _report(reading, words, at, _enclitic(reading, at), "menurutnya")
    if at + 1 >= len(reading):
        return None
    following = reading.full[at + 1]
    named = reading.mention[at + 1] != -1 or following in words.pronoun_third or following in words.pronoun_plural
    speaker, behind = speaker_after(reading, words, at + 1)
    if not named or speaker is None:
        return None
    return _report(reading, words, at, speaker, "menurut", behind=behind)


def speech_act(reading: Reading, words: ReportingWords, at: int) -> ReportedSpeech | None:
    """Another verb of speaking: no statement, but its subject is who speaks by then."""
    if not (
        reading.full[at] in words.speech_act
        or (at + 1 < len(reading) and f"{reading.full[at]} {reading.full[at + 1]}" in words.speech_act)
    ):
        return None
    if not outside_quotations(reading, at):
        return None
    if blocked(reading, words, at) and not denied(reading, words, at):
        return None
    before = before_adverbs(reading, words, at)
    if before >= 0 and reading.full[before] in words.relative:
        return None  # "putusan X yang melarang ...": told of somebody, not told by them
    speaker = speaker_before(reading, words, at)
    if speaker is None or asked_for(reading, words, at, speaker) or told_in_a_clause(reading, words, at, speaker):
        return None
    return _report(reading, words, at, speaker, "speech act", statement=False)


RULES = (behind_quotation, between_commas, active, passive, headline, according_to, speech_act)
"""The rules in the order in which they are tried."""
