"""Reporting cues: who is said to have said what, in direct and indirect speech."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, compress, count

from kg.extract.statements_cues import ACTIVE, RULES, STEM_BEHIND, STEM_BETWEEN
from kg.extract.statements_imitated import imitated
from kg.extract.statements_introduced import ANOTHER, introduced
from kg.extract.statements_listed import listed
from kg.extract.statements_text import read
from kg.extract.statements_words import reporting_words
from kg.lexicon.load import Lexicon
from kg.model import DirectiveDraft, Document, Mention, Quotation, ReportedSpeech
from kg.model.making import replace
from kg.model.members import DESCRIPTION, GROUP


def find_statements(
    document: Document, mentions: Sequence[Mention], quotations: Sequence[Quotation], lexicon: Lexicon
) -> tuple[ReportedSpeech, ...]:
    """The cues of speech in reading order, their speakers not yet resolved (see `kg.resolve.discourse`).

    A verb that carries a demand ("menegaskan agar") is no statement; it and other verbs of speaking are given with
    `statement` False, because their subject is the one who speaks next.
    """
    words = reporting_words(lexicon)
    reading = read(document, mentions, quotations, words)
    found: list[ReportedSpeech] = []
    cue = words.cue
    may_be = {*compress(count(), map(cue.__contains__, reading.full)), *reading.after}
    may_be.update([at + 1 for at in reading.after if reading.full[at] in words.summing_up and at + 1 < len(reading)])
    for at in chain(compress(count(), reading.enclitic), reading.joined):  # elsewhere the first word is the whole
        if reading.lower[at] in cue:
            may_be.add(at)
    for at in sorted(may_be):
        for rule in RULES:
            report = rule(reading, words, at)
            if report is not None:
                found.append(report)
                break
    found += introduced(reading, words)
    found += listed(reading, words)
    taken = {one.quotation for one in found if one.rule == ANOTHER}
    found += [one for one in imitated(reading, words) if one.quotation not in taken]
    found.sort(key=_place)
    return tuple(_without_nested(_without_doubles(found), mentions, document))


def _place(report: ReportedSpeech) -> int:
    return report.cue.start


def without_demands(
    document: Document, reports: Sequence[ReportedSpeech], drafts: Sequence[DirectiveDraft]
) -> tuple[ReportedSpeech, ...]:
    """The reports, those as statements whose verb might have carried a demand while its sentence holds none behind it
    (`menegaskan, kasus ini harus menjadi pelajaran`); none whose verb is only demanded (`meminta calon memaparkan
    program`)."""
    triggers = [draft.trigger.start for draft in drafts]
    return tuple(
        replace(one, statement=True)
        if one.content and not one.statement and not any(one.cue.start <= start < one.cue.end for start in triggers)
        else one
        for one in reports
        if one.rule != ACTIVE or not any(_only_told(one, draft) for draft in drafts)
    )


def _only_told(report: ReportedSpeech, draft: DirectiveDraft) -> bool:
    """Whether the verb of a report is what somebody is told to do, who would say it being among those that are told."""
    by, content = report.speaker.span, draft.content
    if by is None or content is None or by.start < draft.trigger.start:
        return False
    if not content.start <= report.cue.start < content.end:
        return False
    return any(one.span is not None and one.span.start <= by.start < one.span.end for one in draft.addressees)


def _without_nested(
    found: Iterable[ReportedSpeech], mentions: Sequence[Mention], document: Document
) -> Iterator[ReportedSpeech]:
    """The reports but those that only tell, inside what another says, what people without a name said: "X mengatakan
    polisi sudah menyampaikan teguran"."""
    outer: ReportedSpeech | None = None
    for report in found:
        plain = report.rule == ACTIVE and report.statement and report.inside is None and not report.direct
        if plain and outer is not None and any(one.start <= report.cue.start < one.end for one in outer.content):
            by = report.speaker
            group = by.kind is DESCRIPTION or (by.mention is not None and mentions[by.mention].kind is GROUP)
            if group and by.span is not None and by.span.start >= outer.cue.end and not _coordinated(report, document):
                continue
        outer = report if plain else outer
        yield report


def _coordinated(report: ReportedSpeech, document: Document) -> bool:
    """Whether a conjunction between clauses stands before the subject of a report: "X membenarkan itu, namun polisi
    mengatakan"."""
    words = document.sentences[report.sentence].words
    start = report.speaker.span.start if report.speaker.span else 0
    first = next((at for at, word in enumerate(words) if word.span.start == start), 0)
    return first > 0 and words[first - 1].upos == "CCONJ"


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
