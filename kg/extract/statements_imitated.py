"""Whose words a quotation imitates: `"...," kata Kapolsek menirukan ucapan pelaku`."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.statements_chain import chain_at
from kg.extract.statements_introduced import ANOTHER, report_of
from kg.extract.statements_text import Reading
from kg.extract.statements_words import ReportingWords
from kg.model import Quotation, Reference, ReportedSpeech
from kg.model.members import NONE


def imitated(reading: Reading, words: ReportingWords) -> Iterator[ReportedSpeech]:
    """For each quotation beside which somebody is said to hand on the words of another, whose they are."""
    if words.relaying.isdisjoint(reading.full):
        return
    for quotation in reading.quotations:
        if quotation.sentences[0] + 1 >= len(reading.starts):
            continue
        for at in _beside(reading, quotation):
            report = _imitated(reading, words, at, quotation) if reading.full[at] in words.relaying else None
            if report is not None:
                yield report
                break


def _beside(reading: Reading, quotation: Quotation) -> Iterator[int]:
    """The tokens of a quotation's sentences before its first word, from the last mark on, and behind its last."""
    start, end = reading.bounds(quotation.sentences[0])
    before = next((k for k in range(start, end) if reading.inside[k] == quotation.index), start)
    if before - 1 > start:
        yield from (k for k in range(start, before) if reading.inside[k] == -1)
    start, end = reading.bounds(quotation.sentences[1] - 1)
    behind = next((k for k in range(end - 1, start - 1, -1) if reading.inside[k] == quotation.index), end)
    for k in range(behind + 1, end):
        if reading.inside[k] not in (-1, quotation.index):
            return
        yield k


def _imitated(reading: Reading, words: ReportingWords, at: int, quotation: Quotation) -> ReportedSpeech | None:
    """The report of whose words are handed on by a verb at a token: of nobody known where no mention names him."""
    end = reading.bounds(reading.sentence(at))[1]
    imitates = reading.full[at] in words.imitating
    named = at + 1
    while named < end and reading.full[named] in words.utterance_noun | words.spoken_noun:
        named += 1
    if named == at + 1 and not imitates:
        return None  # `sambil menyampaikan bantuan Bupati`
    while named < end and (reading.upos(named) == "ADJ" or reading.full[named] in words.origin):
        named += 1
    known = named < end and reading.mention[named] != -1
    if not known and not imitates:
        return None
    nobody = Reference(NONE, None, None, reading.sentence(at))
    speaker = chain_at(reading, named).reference if known else nobody
    return report_of(reading, at, speaker, ANOTHER, quotation.index)
