"""Whom a quotation is told: `"...," kata Kapolres kepada para pemudik`, or the sentence that announces it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from kg.model import Document, Mention, Quotation, Sentence
from kg.model.members import GROUP, PERSON, POST
from kg.resolve.discourse import Discourse

HEARERS = (GROUP, POST, PERSON)
BESIDE = ("CCONJ", "DET", "PUNCT")  # UD tags of what may stand beside those who are called
REACH = 14  # words behind a cue in which its recipient stands


def audiences(
    document: Document,
    mentions: Sequence[Mention],
    discourse: Discourse,
    recipient: frozenset[str],
    press: frozenset[str],
    speech: frozenset[str],
    second_person: frozenset[str],
) -> Mapping[int, tuple[int, ...]]:
    """For each quotation the mentions of those whom it is told (UD obl with `kepada` of its cue, or of the cue of the
    sentence right before it), the press left out, or who are called at its start; a quotation that carries another on
    has the same hearers.
    """
    found: dict[int, tuple[int, ...]] = {}
    by_sentence: dict[int, tuple[int, ...]] = {}
    for report in discourse.reports:
        if report.inside is not None:
            continue
        heard = _recipients(document.sentences[report.sentence], report.word, mentions, recipient, press, speech)
        if heard and report.quotation is not None:
            found.setdefault(report.quotation, heard)
        elif heard:
            by_sentence[report.sentence] = heard
    for quotation in discourse.quotations:
        first = quotation.sentences[0]
        if quotation.index in found:
            continue
        if quotation.continues is not None and quotation.continues in found:
            found[quotation.index] = found[quotation.continues]
        elif first in by_sentence:
            found[quotation.index] = by_sentence[first]
        elif (
            first - 1 in by_sentence and document.sentences[first].paragraph == document.sentences[first - 1].paragraph
        ):
            found[quotation.index] = by_sentence[first - 1]
        elif called := _called(document.sentences[first], quotation, mentions, recipient, second_person):
            found[quotation.index] = called
    return found


def _called(
    sentence: Sentence,
    quotation: Quotation,
    mentions: Sequence[Mention],
    recipient: frozenset[str],
    second_person: frozenset[str],
) -> tuple[int, ...]:
    """Who is called before the first comma of a quotation, nothing else there but conjunctions and words for whoever is
    spoken to, if these come (`"Jaksa dan hakim, saya yakin saudara setia ..."`, `"Kepada para camat, saya ..."`)."""
    comma = next(
        (
            word.index
            for word in sentence.words[bisect_left(sentence.starts, quotation.span.start) :]
            if word.lower == ","
        ),
        -1,
    )
    if comma < 0:
        return ()
    at = bisect_left(sentence.starts, quotation.span.start)
    lowers = sentence.lowers
    spoken_to = not second_person.isdisjoint(lowers[at:]) or not recipient.isdisjoint(lowers[at:comma])
    names: list[int] = []
    while at < comma and spoken_to:
        start = bisect_left(mentions, (sentence.index, at), key=_place)
        named = start < len(mentions) and _place(mentions[start]) == (sentence.index, at)
        if named and mentions[start].kind in HEARERS and mentions[start].last <= comma:
            if mentions[start].text.lower() not in second_person:  # `saudara-saudara para camat, ...`
                names.append(start)
            at = mentions[start].last
        elif sentence.words[at].upos in BESIDE or lowers[at] in second_person or lowers[at] in recipient:
            at += 1
        else:
            return ()
    return tuple(names)


def _recipients(
    sentence: Sentence,
    cue: int,
    mentions: Sequence[Mention],
    recipient: frozenset[str],
    press: frozenset[str],
    speech: frozenset[str],
) -> tuple[int, ...]:
    """The mention right behind the first `kepada` behind a cue, no other verb between (`meminta TNI melapor kepada
    ...`), if it is of somebody who can hear.
    """
    if recipient.isdisjoint(sentence.lowers):
        return ()
    for at in (0, *range(cue + 1, min(len(sentence.words) - 1, cue + REACH))):
        giving = sentence.words[at + 1].lower in speech  # `kata Bupati saat memberi arahan kepada camat`
        if at and sentence.words[at].upos == "VERB" and not giving:
            break
        if sentence.words[at].lower in recipient:
            start = bisect_left(mentions, (sentence.index, at + 1), key=_place)
            if start < len(mentions) and _place(mentions[start]) == (sentence.index, at + 1):
                mention = mentions[start]
                words = {word.lower for word in sentence.words[mention.first : mention.last]}
                if mention.kind in HEARERS and not words & press:
                    return (start,)
            return ()
    return ()


def _place(mention: Mention) -> tuple[int, int]:
    return mention.sentence, mention.first
