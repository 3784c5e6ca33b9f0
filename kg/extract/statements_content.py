"""What a reporting cue reports: its content, and whether that is a claim or a demand."""

from __future__ import annotations

from kg.extract.statements_text import Reading
from kg.extract.statements_words import ReportingWords
from kg.model import Span
from kg.model.making import maker

ANAPHOR = 3  # tokens at the start of a sentence within which a demonstrative points to the sentence before
DEMAND_WINDOW = 14  # tokens: an addressee with post and unit stands between the verb and its agar or harus
TOLD = 8  # tokens: whom somebody lets know stands before bahwa
LINKING = ("SCONJ", "ADP")  # tags of `agar` and `untuk`, not of `harus`

new_span = maker(Span)


def has_demand(reading: Reading, words: ReportingWords, at: int) -> bool:
    """Whether a demand follows ("agar ...", "anggota wajib ...", "kepada X untuk ...") before any claim ("bahwa ...").

    `untuk` makes a demand only right behind the verb or behind its addressee ("komitmennya untuk" is a purpose).
    """
    return _demand(reading, words, at) is not None


def _demand(reading: Reading, words: ReportingWords, at: int) -> int | None:
    """The word that makes a demand of what follows, see `has_demand`."""
    if at >= len(reading):
        return None
    end = reading.bounds(reading.sentence(at))[1]
    for i in range(at, min(end, at + DEMAND_WINDOW)):
        full = reading.full[i]
        if not full or full in words.claim_marker:
            return None
        if full not in words.demand_marker:
            continue
        if full not in words.purpose_marker or i == at or reading.mention[i - 1] != -1:
            return i
    return None


def may_claim(reading: Reading, words: ReportingWords, at: int) -> bool:
    """Whether what looks like a demand may be a claim all the same, should nobody be told to do it ("kasus ini harus
    menjadi pelajaran"): a modal makes it so, or a clause or "pentingnya" stands before `agar` or `untuk`."""
    marker = _demand(reading, words, at)
    if marker is None:
        return False
    linked = reading.upos(marker) in LINKING
    clause = any(reading.full[i] == "," or reading.upos(i) == "VERB" for i in range(at, marker))
    return not linked or clause or reading.full[at] in words.judgement_noun


def has_claim(reading: Reading, words: ReportingWords, at: int) -> bool:
    """Whether a clause or a noun of information follows a verb that may also take a thing ("mengungkap kasus")."""
    if at >= len(reading):
        return False
    start, end = reading.bounds(reading.sentence(at))
    if not start <= at < end:
        return False
    if reading.full[at] == "," and at + 1 < end and reading.is_mark(at + 1):
        return False  # “Ketua menekankan,” kata X: the quotation is interrupted
    if reading.full[at] == "," or reading.full[at] in words.claim_marker or reading.full[at] in words.claim_opening:
        return True
    if reading.full[at] in words.information_noun or reading.lower[at] in words.information_noun:
        return True
    return _has_clause(reading, at)


def records(reading: Reading, words: ReportingWords, at: int) -> bool:
    """Whether a verb at a token that may also mean to file tells what is so: `bahwa` behind it or behind whom it tells,
    or a comma where its subject stands right before it (`Camat X melaporkan, dua rumah roboh`)."""
    if reading.lower[at] not in words.of_record or at == 0:
        return False
    _, end = reading.bounds(reading.sentence(at))
    behind = at + 1
    if behind < end and reading.full[behind] == ",":
        return reading.mention[at - 1] != -1
    while behind < min(end, at + TOLD) and not reading.is_punctuation[behind]:
        if reading.full[behind] in words.plain_claim:
            return behind == at + 1 or reading.full[at + 1] in words.recipient or reading.mention[at + 1] != -1
        behind += 1
    return False


def _has_clause(reading: Reading, at: int) -> bool:
    """Whether the parse gives the verb before a token a clausal complement (UD ccomp) behind it."""
    sentence = reading.document.sentences[reading.sentence(at - 1)]
    verb = reading.word(at - 1)
    return any(word.head == verb and word.deprel == "ccomp" for word in sentence.words[verb + 1 :])


def content_of(
    reading: Reading, words: ReportingWords, at: int, behind: int, quotation: int | None, *, passive: bool
) -> tuple[Span, ...]:
    """The spans of what is reported: the quotations of one speech, or what indirect speech says around the cue.

    `behind` is the token behind the cue and its speaker. A cue between commas reports what stands on both sides; a
    passive one that does not open its sentence reports its subject, and the sentence before if that is "Hal itu".
    """
    if quotation is not None:
        return _quoted(reading, quotation)
    start, end = reading.bounds(reading.sentence(at))
    ahead = behind < end and reading.full[behind] in words.claim_marker
    subject = [i for i in range(start, at) if reading.full[i] not in words.adverb]
    if passive and subject and not ahead and not reading.is_punctuation[at - 1]:
        if reading.sentence(at) and any(reading.full[i] in words.demonstrative for i in subject[:ANAPHOR]):
            return (reading.document.sentences[reading.sentence(at) - 1].span,)
        span = _trimmed(reading, words, start, at)
        return (span,) if span is not None else ()
    spans = []
    parenthetical = at > start and reading.full[at - 1] == ","
    if parenthetical and (span := _trimmed(reading, words, start, at)) is not None:
        spans.append(span)
    if (span := _trimmed(reading, words, behind, end)) is not None:
        spans.append(span)
    return tuple(spans)


def _quoted(reading: Reading, quotation: int) -> tuple[Span, ...]:
    """The spans of a quotation and of those before it that it carries on."""
    spans = [reading.quotations[quotation].span]
    earlier = reading.quotations[quotation].continues
    while earlier is not None and (
        reading.quotations[earlier].sentences[1] > reading.quotations[quotation].sentences[0] - 2
    ):
        spans.insert(0, reading.quotations[earlier].span)
        earlier = reading.quotations[earlier].continues
    return tuple(spans)


def _trimmed(reading: Reading, words: ReportingWords, first: int, last: int) -> Span | None:
    """The span of tokens `[first, last)` without punctuation and conjunction at its ends, `None` if nothing is left."""
    while first < last and (reading.is_punctuation[first] or reading.full[first] in words.claim_marker):
        first += 1
    while first < last and reading.is_punctuation[last - 1]:
        last -= 1
    return new_span(reading.span(first).start, reading.span(last - 1).end) if first < last else None


def carries_demand(reading: Reading, words: ReportingWords, at: int) -> bool:
    """Whether the verb at a token carries a demand or takes a thing rather than a claim."""
    form = reading.lower[at]
    if form in words.demand_or_claim and has_demand(reading, words, at + 1):
        return True
    return form in words.of_fact and not has_claim(reading, words, at + 1)
