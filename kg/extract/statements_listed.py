"""Whose words the points of an announced list are: `Kapolres X memberikan tiga arahan: 1. ...`, `Berikut imbauan Polres
Y bagi pemudik: - ...`, `Isi maklumat tersebut: ...`."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.statements_chain import chain_at
from kg.extract.statements_introduced import past_qualifiers, report_of
from kg.extract.statements_speaker import speaker_before
from kg.extract.statements_text import Reading
from kg.extract.statements_words import ReportingWords
from kg.model import Quotation, Reference, ReportedSpeech, Span
from kg.model.members import DESCRIPTION

LISTED = "list behind its announcement"
MAX_NAME = 8  # tokens of a document's name and number up to its demonstrative
BACK = 2  # sentences before a list in which whoever gave the orders is named


def listed(reading: Reading, words: ReportingWords) -> Iterator[ReportedSpeech]:
    """A report for each announced list whose giver is told; its cue is the noun for the orders, or the verb."""
    for quotation in reading.quotations:
        if quotation.listed and quotation.continues is None:
            report = _announced(reading, words, quotation)
            if report is not None:
                yield report


def _announced(reading: Reading, words: ReportingWords, quotation: Quotation) -> ReportedSpeech | None:
    first = quotation.sentences[0]
    for sentence in range(first - 1, max(first - 1 - BACK, -1), -1):
        start, end = reading.bounds(sentence)
        for at in range(start, end):
            if reading.full[at] in words.issuing and reading.inside[at] == -1:
                giver = speaker_before(reading, words, at)
                if giver is not None:
                    return report_of(reading, at, giver, LISTED, quotation.index)
        nouns = [at for at in range(start, end) if reading.lower[at] in words.listed_noun]
        for at in nouns:
            giver = _owner(reading, words, at, end)
            if giver is not None:
                return report_of(reading, at, giver, LISTED, quotation.index)
        for at in reversed(nouns):
            giver = _pointed_at(reading, words, at, end)
            if giver is not None:
                return report_of(reading, at, giver, LISTED, quotation.index)
        if words.point_noun.isdisjoint(reading.full[start:end]):
            return None  # it names the orders itself, and nobody who gave them
    return None


def _owner(reading: Reading, words: ReportingWords, noun: int, end: int) -> Reference | None:
    """Whose orders a noun names: `imbauan Polres X`, `instruksi tegas dari Kapolri`."""
    at = noun + 1
    while at < end and (reading.full[at] in words.origin or reading.full[at] in words.belonging_further):
        at += 1
    at = past_qualifiers(reading, at) if at < end else at
    if at < end and reading.full[at] in words.origin:
        at += 1
    return chain_at(reading, at).reference if at < end and reading.mention[at] != -1 else None


def _pointed_at(reading: Reading, words: ReportingWords, noun: int, end: int) -> Reference | None:
    """The text named before that a noun with a demonstrative stands for (`maklumat tersebut`)."""
    for behind in range(noun + 1, min(end, noun + MAX_NAME)):
        if reading.full[behind] in words.demonstrative:
            first = noun - 1 if noun and reading.full[noun - 1] in words.document_noun else noun  # `surat edaran`
            span = Span(reading.span(first).start, reading.span(behind).end)
            return Reference(DESCRIPTION, span, None, reading.sentence(noun))
        if reading.is_punctuation[behind]:
            return None
    return None
