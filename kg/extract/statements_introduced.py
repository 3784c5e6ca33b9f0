"""Quotations that are introduced or closed without a verb of saying: `Kapolsek X: "..."`, `"...," demikian X`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.statements_chain import chain_at
from kg.extract.statements_text import Reading
from kg.extract.statements_words import ReportingWords
from kg.model import Quotation, Reference, ReportedSpeech, Span
from kg.model.making import maker
from kg.model.members import DESCRIPTION

INTRODUCED = "name before a colon"
CLOSED = "name behind a quotation"
ANOTHER = "words of another"  # whoever quotes them speaks on behind
ENDS = (":", ",")
QUALIFYING = ("ADJ", "NOUN", "VERB")  # `keterangan tertulis`, `siaran pers`
MAX_QUALIFIERS = 2  # words
MAX_HEARERS = 8  # words of whom somebody's words are told, before their colon
HANDLE = re.compile(r"@\w[\w.]*\w")

new_reported_speech = maker(ReportedSpeech)


def introduced(reading: Reading, words: ReportingWords) -> Iterator[ReportedSpeech]:
    """Whose words a quotation is if a name stands before its colon (`X: "..."`, `Begini imbauan X: "..."`), if it is
    said to be handed on (`Y menirukan ucapan X, "..."`) or if only a name closes it (`"...," demikian X`)."""
    text = reading.document.article.text
    for quotation in reading.quotations:
        before = text[max(0, quotation.span.start - 4) : quotation.span.start].rstrip(" \n\"“”'‘’«»")
        if before.endswith(ENDS):
            report = _introduced(reading, words, quotation)
            if report is not None:
                yield report
    for at, index in reading.after.items():
        if reading.full[at] in words.summing_up and text[: reading.quotations[index].span.end].endswith(","):
            report = _closed(reading, at, index)
            if report is not None:
                yield report


def past_qualifiers(reading: Reading, at: int) -> int:
    """Behind what qualifies a noun (`keterangan tertulis LBH X`) if a name follows, else `at`."""
    named = at
    while named < min(len(reading), at + MAX_QUALIFIERS) and reading.upos(named) in QUALIFYING:
        if reading.mention[named] != -1 or reading.capitalised(named):
            break
        named += 1
    return named if named < len(reading) and reading.capitalised(named) else at


def author(reading: Reading, words: ReportingWords, at: int, end: int) -> int:
    """Where whose words they are is named behind a noun for them (`bunyi imbauan Polsek X`), else `at`."""
    named = past_qualifiers(reading, at + 1) if at + 1 < end else at
    noun = reading.mention[at] == -1 and reading.lower[at] in words.spoken_noun
    return named if noun and named < end and reading.mention[named] != -1 else at


def account_behind(reading: Reading, words: ReportingWords, at: int) -> Reference | None:
    """The account in whose post a quotation was published ("ujarnya dalam unggahan X @nama"), if the cue names one."""
    posted = False
    end = reading.bounds(reading.sentence(at))[1]
    text = reading.document.article.text
    for behind in range(at + 1, end):
        full = reading.full[behind]
        if full in words.source_marker or reading.is_mark(behind) or (full == "," and not posted):
            return None
        posted = posted or full in words.account_noun
        handle = HANDLE.match(text, reading.span(behind).start)
        if posted and handle is not None:
            return Reference(DESCRIPTION, Span(*handle.span()), None, reading.sentence(behind))
    return None


def _introduced(reading: Reading, words: ReportingWords, quotation: Quotation) -> ReportedSpeech | None:
    if quotation.sentences[0] + 1 >= len(reading.starts):
        return None
    start, end = reading.bounds(quotation.sentences[0])
    at = next((i for i in range(start, end) if reading.inside[i] == quotation.index), 0)
    mark = at - 1
    while mark > 0 and reading.is_mark(mark):
        mark -= 1
    if mark < 1 or reading.full[mark] not in ENDS or reading.mention[mark - 1] == -1:
        return None
    low = reading.bounds(reading.sentence(mark - 1))[0]
    colon = reading.full[mark] == ":"
    told = next(
        (k for k in range(mark - 1, max(low, mark - MAX_HEARERS), -1) if reading.full[k] in words.hearing), mark
    )
    told = told if reading.mention[told - 1] != -1 else mark  # `pesan X kepada para santri: "..."`
    chain = chain_at(reading, told - 1)
    if chain.end != told or reading.inside[mark - 1] != -1:
        return None
    if chain.start == low and told == mark:
        return report_of(reading, mark, chain.reference, INTRODUCED, quotation.index) if colon else None
    if chain.start == low:
        return None
    noun = chain.start - 1
    while noun > low and (reading.upos(noun) == "ADJ" or reading.full[noun] in words.origin):
        noun -= 1
    if reading.lower[noun] not in words.spoken_noun:
        return None
    if colon and (noun == low or reading.full[low] in words.presenting):
        return report_of(reading, noun, chain.reference, INTRODUCED, quotation.index)
    if noun > low and reading.full[noun - 1] in words.relaying:
        return report_of(reading, noun, chain.reference, ANOTHER, quotation.index)
    return None


def _closed(reading: Reading, at: int, quotation: int) -> ReportedSpeech | None:
    """Whoever is named alone behind a quotation: `"...," demikian X.`"""
    end = reading.bounds(reading.sentence(at))[1]
    if at + 1 >= end or reading.mention[at + 1] == -1:
        return None
    chain = chain_at(reading, at + 1)
    if chain.end < end and not reading.is_punctuation[chain.end]:
        return None
    return report_of(reading, at, chain.reference, CLOSED, quotation)


def report_of(reading: Reading, at: int, speaker: Reference, rule: str, quotation: int) -> ReportedSpeech:
    """The report of whose words a quotation is (its index), read at a token that is no verb of saying."""
    return new_reported_speech(
        reading.span(at),
        reading.sentence(at),
        reading.word(at),
        speaker,
        rule,
        False,
        quotation,
        None,
        (),
        True,
    )
