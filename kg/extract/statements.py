"""Reporting cues: who is said to have said what, in direct and indirect speech.

The rules are those of Indonesian news prose: a bare verb stem behind a quotation (`"...," ujar X`) or between commas
(`Kemudian, kata X, ...`), an active verb whose subject speaks (`X mengatakan ...`), a passive one whose agent does
(`Hal itu disampaikan X`, `Dikatakannya, ...`), the prefixless verb of headlines (`Kapolda Tegaskan ...`), `menurut X`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.statements_chain import chain_at
from kg.extract.statements_content import content_of, has_claim, has_demand
from kg.extract.statements_speaker import RELATIVE, speaker_after, speaker_before
from kg.extract.statements_text import Reading, read
from kg.extract.statements_words import ReportingWords
from kg.lexicon.load import Lexicon
from kg.model import Document, Mention, Quotation, Reference, ReferenceKind, ReportedSpeech

STEM_BEHIND = "stem behind quotation"
STEM_BETWEEN = "stem between commas"
ACTIVE = "active verb"
PASSIVE = "passive verb"
RELATIVE_ACTIVE = "active verb of a relative clause"
MANNER = "dengan"  # before an adverb: "dengan tegas menyatakan"
OPEN_ENDS = ",?!"  # what a quotation ends in that its sentence goes on behind
LONGEST_SLIP = 3  # letters of a misspelt -nya
SHORTEST = 3  # letters that a stem has more than, to be known in a misspelt form


def find_statements(
    document: Document, mentions: Sequence[Mention], quotations: Sequence[Quotation], lexicon: Lexicon
) -> tuple[ReportedSpeech, ...]:
    """The cues of speech in reading order, their speakers not yet resolved (see `kg.resolve.discourse`).

    A verb that carries a demand ("menegaskan agar") is no statement; it and other verbs of speaking are given with
    `statement` False, because their subject is the one who speaks next.
    """
    words = ReportingWords.of(lexicon)
    reading = read(document, mentions, quotations)
    found: list[ReportedSpeech] = []
    for at, token in enumerate(reading.tokens):
        if token.lower not in words.cue and token.full not in words.cue and reading.after[at] == -1:
            continue
        for rule in (_behind_quotation, _between_commas, _active, _passive, _headline, _according_to, _speech_act):
            report = rule(reading, words, at)
            if report is not None:
                found.append(report)
                break
    return tuple(_without_doubles(found))


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
    token = reading.tokens[at]
    inside = reading.inside[at]
    return ReportedSpeech(
        token.span,
        token.sentence,
        token.word,
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
    token = reading.tokens[at]
    return Reference(ReferenceKind.PRONOUN, token.span, None, token.sentence)


def _behind_quotation(reading: Reading, words: ReportingWords, at: int) -> ReportedSpeech | None:
    """A bare stem directly behind a quotation: "...," ujar X / ujarnya / tandas jenderal bintang dua tersebut."""
    token = reading.tokens[at]
    quotation = reading.after[at]
    if quotation == -1:
        return None
    misspelt = _misspelt_enclitic(token.full, words)
    if token.lower not in words.stem and not misspelt:
        return None
    if token.enclitic or misspelt:
        return _report(reading, words, at, _enclitic(reading, at), "stem-nya behind quotation", quotation=quotation)
    speaker, behind = speaker_after(reading, words, at + 1)
    if speaker is None:
        if token.capitalised:
            return None
        speaker = Reference(ReferenceKind.NONE, None, None, token.sentence)
    if token.capitalised and speaker.kind is ReferenceKind.DESCRIPTION:
        return None  # "...." Tutup toko itu: a new sentence
    return _report(reading, words, at, speaker, STEM_BEHIND, quotation=quotation, behind=behind)


def _misspelt_enclitic(form: str, words: ReportingWords) -> bool:
    """Whether a form is a stem with something like -nya ("ujarmya", "ungkapya"): common slips behind a quotation."""
    return form not in words.stem and any(
        0 < len(form) - len(stem) <= LONGEST_SLIP and form.startswith(stem)
        for stem in words.stem
        if len(stem) > SHORTEST
    )


def _between_commas(reading: Reading, words: ReportingWords, at: int) -> ReportedSpeech | None:
    """A bare stem that interrupts or closes indirect speech: `Selain itu, kata X, ...`, `..., lanjutnya, ...`."""
    token = reading.tokens[at]
    if token.lower not in words.stem_parenthetical or not _outside(reading, at):
        return None
    start, end = reading.bounds(token.sentence)
    opens = at == start or all(reading.tokens[i].is_punctuation for i in range(start, at))
    if not opens and reading.tokens[at - 1].full not in (",", "-", "–", "—"):
        return None
    if token.enclitic:
        following = reading.tokens[at + 1] if at + 1 < end else None
        if following is not None and not following.is_punctuation and following.full not in words.setting_opening:
            return None
        return _report(reading, words, at, _enclitic(reading, at), "stem-nya between commas")
    if at + 1 >= end:
        return None
    named = reading.mention[at + 1] != -1 or reading.tokens[at + 1].lower in words.pronoun_third
    if not named:
        return None
    speaker, behind = speaker_after(reading, words, at + 1)
    if speaker is None:
        return None
    if opens and not (behind < end and reading.tokens[behind].full == ","):
        return None
    return _report(reading, words, at, speaker, STEM_BETWEEN, behind=behind)


def _active(reading: Reading, words: ReportingWords, at: int) -> ReportedSpeech | None:
    """An active verb of saying whose subject speaks: `X mengatakan, ...`, `Ia juga menegaskan bahwa ...`."""
    token = reading.tokens[at]
    verb = token.full if token.full in words.active or token.full in words.demand_or_claim else token.lower
    said = verb in words.active
    either = verb in words.demand_or_claim and verb.startswith("me")
    fact = verb in words.of_fact and verb.startswith("me")
    opinion = verb in words.opinion and verb.startswith(("me", "ber"))
    if not (said or either or fact or opinion):
        return None
    blocked = _blocked(reading, words, at)
    if blocked and not _denied(reading, words, at):
        return None
    speaker = speaker_before(reading, words, at)
    if speaker is None or _inside_own_speech(reading, at, speaker):
        return None
    statement = (
        not blocked
        and not (either and has_demand(reading, words, at + 1))
        and not _asked_for(reading, words, at, speaker)
    )
    if fact or opinion:
        statement = statement and has_claim(reading, words, at + 1)
    if reading.inside[at] != -1:
        statement = statement and has_claim(reading, words, at + 1)
    before = _before_adverbs(reading, words, at)
    rule = RELATIVE_ACTIVE if before >= 0 and reading.tokens[before].full == RELATIVE else ACTIVE
    return _report(
        reading, words, at, speaker, rule, statement=statement, quotation=_quotation_of_verb(reading, at, speaker)
    )


def _passive(reading: Reading, words: ReportingWords, at: int) -> ReportedSpeech | None:
    """A passive verb of saying: with its agent (`Hal itu disampaikan X`), its enclitic, or opening a sentence."""
    token = reading.tokens[at]
    if token.lower not in words.passive or not _outside(reading, at) or _blocked(reading, words, at):
        return None
    if token.lower in words.demand_or_claim and has_demand(reading, words, at + 1):
        return None
    before = _before_adverbs(reading, words, at)
    if before >= 0 and reading.tokens[before].full == RELATIVE:
        return None  # "hal yang disampaikan X", "mereka yang disebutnya ...": part of a description
    if token.enclitic:
        return _report(reading, words, at, _enclitic(reading, at), f"{PASSIVE} with -nya")
    end = reading.bounds(token.sentence)[1]
    speaker, behind = speaker_after(reading, words, at + 1)
    if speaker is not None and (speaker.kind is not ReferenceKind.DESCRIPTION or reading.tokens[at + 1].full == "oleh"):
        return _report(reading, words, at, speaker, f"{PASSIVE} with agent", behind=behind)
    if token.lower in words.passive_introductory and _opens_sentence(reading, words, at):
        following = reading.tokens[at + 1].full if at + 1 < end else ""
        if following == "," or following in words.claim_marker:
            passage = Reference(ReferenceKind.PASSAGE_SPEAKER, None, None, token.sentence)
            return _report(reading, words, at, passage, f"{PASSIVE} that opens a sentence")
    return None


def _headline(reading: Reading, words: ReportingWords, at: int) -> ReportedSpeech | None:
    """The prefixless verb of headlines, right behind its subject: `Kapolda Sumsel Tegaskan ...`."""
    token = reading.tokens[at]
    if token.enclitic or token.lower not in words.bare or not _outside(reading, at):
        return None
    subject = at - 1
    start, end = reading.bounds(token.sentence)
    while subject > start and reading.tokens[subject].full in words.adverb:
        subject -= 1
    if subject < start or reading.mention[subject] == -1 or at + 1 >= end:
        return None
    head = subject
    while head > start and (reading.mention[head - 1] != -1 or reading.tokens[head - 1].full == ","):
        head -= 1
    if head > start and _asks(reading, words, head - 1):
        return None  # "Ketua X Desak Polisi Ungkap ...": what is asked for
    if token.lower in words.demand_or_claim and has_demand(reading, words, at + 1):
        return None
    if token.lower in words.of_fact and not has_claim(reading, words, at + 1):
        return None
    speaker = speaker_before(reading, words, at)
    if speaker is None or speaker.kind is not ReferenceKind.MENTION:
        return None
    return _report(reading, words, at, speaker, "headline verb")


def _according_to(reading: Reading, words: ReportingWords, at: int) -> ReportedSpeech | None:
    """`Menurut X, ...` and `Menurutnya, ...`."""
    token = reading.tokens[at]
    if token.lower not in words.preposition or not _outside(reading, at):
        return None
    if token.enclitic:
        return _report(reading, words, at, _enclitic(reading, at), "menurutnya")
    if at + 1 >= len(reading.tokens):
        return None
    named = reading.mention[at + 1] != -1 or reading.tokens[at + 1].full in words.pronoun_third | words.pronoun_plural
    speaker, behind = speaker_after(reading, words, at + 1)
    if not named or speaker is None:
        return None
    return _report(reading, words, at, speaker, "menurut", behind=behind)


def _speech_act(reading: Reading, words: ReportingWords, at: int) -> ReportedSpeech | None:
    """Another verb of speaking: no statement, but its subject is who speaks by then."""
    token = reading.tokens[at]
    pair = f"{token.full} {reading.tokens[at + 1].full}" if at + 1 < len(reading.tokens) else ""
    if (token.full not in words.speech_act and pair not in words.speech_act) or not _outside(reading, at):
        return None
    if _blocked(reading, words, at) and not _denied(reading, words, at):
        return None
    before = _before_adverbs(reading, words, at)
    if before >= 0 and reading.tokens[before].full == RELATIVE:
        return None  # "putusan X yang melarang ...": told of somebody, not told by them
    speaker = speaker_before(reading, words, at)
    if speaker is None:
        return None
    return _report(reading, words, at, speaker, "speech act", statement=False)


def _outside(reading: Reading, at: int) -> bool:
    """Whether a token is outside quotations, or in one whose closing mark is missing."""
    inside = reading.inside[at]
    if inside == -1:
        return True
    end = reading.quotations[inside].span.end
    text = reading.document.article.text
    return not text[end : end + 1].strip()


def _blocked(reading: Reading, words: ReportingWords, at: int) -> bool:
    """Whether nothing has been said: a negation, plan or purpose stands before the verb."""
    before = _before_adverbs(reading, words, at)
    return before >= 0 and reading.tokens[before].full in words.blocker


def _denied(reading: Reading, words: ReportingWords, at: int) -> bool:
    """Whether a verb is blocked by its subject's own silence or plan ("enggan menjelaskan", "akan menyampaikan")."""
    return reading.tokens[_before_adverbs(reading, words, at)].full in words.negation


def _before_adverbs(reading: Reading, words: ReportingWords, at: int) -> int:
    before = at - 1
    while before >= 0 and (
        reading.tokens[before].full in words.adverb or (reading.tokens[before].full == MANNER and before < at - 1)
    ):
        before -= 1
    return before


def _opens_sentence(reading: Reading, words: ReportingWords, at: int) -> bool:
    """Whether a token opens its sentence, after connectives at most ("Lebih lanjut dijelaskan, ...")."""
    start = reading.bounds(reading.tokens[at].sentence)[0]
    return all(reading.tokens[i].is_punctuation or reading.tokens[i].full in words.adverb for i in range(start, at))


def _asked_for(reading: Reading, words: ReportingWords, at: int, speaker: Reference) -> bool:
    """Whether a verb is not reported.

    It is demanded ("agar X menyampaikan ..."), asked about ("Kapan X mengatakan ...?") or tells the time of something
    else ("saat X menyampaikan ...").
    """
    start, end = reading.bounds(reading.tokens[at].sentence)
    if reading.tokens[end - 1].full == "?" and reading.tokens[start].full in words.question_word:
        return True
    if speaker.span is None:
        return False
    head = at
    while head > start and reading.tokens[head - 1].span.start >= speaker.span.start:
        head -= 1
    while head > start and reading.mention[head - 1] != -1:
        head -= 1
    before = reading.tokens[head - 1].full if head > start else ""
    if before in words.demand_marker or before in words.blocker:
        return True
    behind = next((i for i in range(head, at) if reading.tokens[i].span.start >= speaker.span.end), at)
    between = [reading.tokens[i].full for i in range(behind, at)]
    return RELATIVE not in between and any(form in words.demand_marker and form != "untuk" for form in between)


def _asks(reading: Reading, words: ReportingWords, at: int) -> bool:
    token = reading.tokens[at]
    return token.full in words.speech_act or token.upos == "VERB" or token.full in words.oblique_marker


def _inside_own_speech(reading: Reading, at: int, speaker: Reference) -> bool:
    """Whether a verb in a quotation has the quoted speaker as its subject ("saya katakan"): not another statement."""
    return reading.inside[at] != -1 and speaker.kind in (ReferenceKind.FIRST_PERSON, ReferenceKind.PRONOUN)


def _quotation_of_verb(reading: Reading, at: int, speaker: Reference) -> int | None:
    """The quotation that a verb of saying introduces (`X berkata: "..."`) or closes (`"...?" X bertanya kembali`)."""
    behind = _first_of_speaker(reading, at, speaker)
    if behind is not None and reading.after[behind] != -1:
        span = reading.quotations[reading.after[behind]].span
        if reading.document.article.text[span.end - 1 : span.end] in OPEN_ENDS:
            return reading.after[behind]
    following = at + 1
    while following < len(reading.tokens) and reading.tokens[following].is_punctuation:
        following += 1
    if following < len(reading.tokens) and following > at + 1 and reading.inside[following] != -1:
        quotation = reading.inside[following]
        return quotation if reading.inside[at] != quotation else None
    return None


def _first_of_speaker(reading: Reading, at: int, speaker: Reference) -> int | None:
    """The token that the speaker before a verb outside quotations begins with, posts beside the name included."""
    if reading.inside[at] != -1 or speaker.span is None:
        return None
    first = at - 1
    while first >= 0 and reading.tokens[first].span.start > speaker.span.start:
        first -= 1
    return chain_at(reading, first).start if first >= 0 and reading.mention[first] != -1 else first


def _without_doubles(found: Sequence[ReportedSpeech]) -> Iterator[ReportedSpeech]:
    """One cue of two that share their speaker.

    Of "lanjut ia mengatakan, ..." the verb is kept, of "..., kata X menambahkan" the stem.
    """
    behind: ReportedSpeech | None = None  # the stem whose speaker stands behind it
    for index, report in enumerate(found):
        following = found[index + 1] if index + 1 < len(found) else None
        if behind is not None and _shares_speaker(behind, report):
            continue
        behind = None
        if report.rule == STEM_BETWEEN and following is not None and _shares_speaker(report, following):
            continue
        if report.rule == STEM_BEHIND:
            behind = report
        yield report


def _shares_speaker(stem: ReportedSpeech, verb: ReportedSpeech) -> bool:
    speaker = stem.speaker.span
    return (
        speaker is not None
        and verb.rule == ACTIVE
        and verb.speaker.span == speaker
        and stem.cue.start < speaker.start < verb.cue.start
    )
