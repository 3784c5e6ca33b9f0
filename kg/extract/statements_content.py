"""What a reporting cue reports: its content, and whether that is a claim or a demand."""

from __future__ import annotations

from kg.extract.statements_text import Reading
from kg.extract.statements_words import ReportingWords
from kg.model import Span

ANAPHOR = 3  # tokens at the start of a sentence within which a demonstrative points to the sentence before
DEMAND_WINDOW = 14  # tokens: an addressee with post and unit stands between the verb and its agar or harus


def has_demand(reading: Reading, words: ReportingWords, at: int) -> bool:
    """Whether a demand follows ("agar ...", "anggota wajib ...", "kepada X untuk ...") before any claim ("bahwa ...").

    `untuk` makes a demand only right behind the verb or behind its addressee ("komitmennya untuk" is a purpose).
    """
    if at >= len(reading.tokens):
        return False
    end = reading.bounds(reading.tokens[at].sentence)[1]
    for i in range(at, min(end, at + DEMAND_WINDOW)):
        token = reading.tokens[i]
        if token.full in words.claim_marker or token.is_mark:
            return False
        if token.full not in words.demand_marker:
            continue
        if token.full not in words.purpose_marker or i == at or reading.mention[i - 1] != -1:
            return True
    return False


def has_claim(reading: Reading, words: ReportingWords, at: int) -> bool:
    """Whether a clause or a noun of information follows a verb that may also take a thing ("mengungkap kasus")."""
    if at >= len(reading.tokens):
        return False
    start, end = reading.bounds(reading.tokens[at].sentence)
    if not start <= at < end:
        return False
    first = reading.tokens[at]
    if first.full == "," and at + 1 < end and reading.tokens[at + 1].is_mark:
        return False  # “Ketua menekankan,” kata X: the quotation is interrupted
    if first.full == "," or first.full in words.claim_marker or first.full in words.claim_opening:
        return True
    if first.full in words.information_noun or first.lower in words.information_noun:
        return True
    return _has_clause(reading, at)


def _has_clause(reading: Reading, at: int) -> bool:
    """Whether the parse gives the verb before a token a clausal complement (UD ccomp) behind it."""
    verb = reading.tokens[at - 1]
    sentence = reading.document.sentences[verb.sentence]
    return any(word.head == verb.word and word.deprel == "ccomp" and word.index > verb.word for word in sentence.words)


def content_of(
    reading: Reading, words: ReportingWords, at: int, behind: int, quotation: int | None, *, passive: bool
) -> tuple[Span, ...]:
    """The spans of what is reported: the quotations of one speech, or what indirect speech says around the cue.

    `behind` is the token behind the cue and its speaker. A cue between commas reports what stands on both sides; a
    passive one that does not open its sentence reports its subject, and the sentence before if that is "Hal itu".
    """
    if quotation is not None:
        return _quoted(reading, quotation)
    token = reading.tokens[at]
    start, end = reading.bounds(token.sentence)
    ahead = behind < end and reading.tokens[behind].full in words.claim_marker
    subject = [i for i in range(start, at) if reading.tokens[i].full not in words.adverb]
    if passive and subject and not ahead and not reading.tokens[at - 1].is_punctuation:
        if token.sentence and any(reading.tokens[i].full in words.demonstrative for i in subject[:ANAPHOR]):
            return (reading.document.sentences[token.sentence - 1].span,)
        span = _trimmed(reading, words, start, at)
        return (span,) if span is not None else ()
    spans = []
    parenthetical = at > start and reading.tokens[at - 1].full == ","
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
    tokens = reading.tokens
    while first < last and (tokens[first].is_punctuation or tokens[first].full in words.claim_marker):
        first += 1
    while first < last and tokens[last - 1].is_punctuation:
        last -= 1
    return Span(tokens[first].span.start, tokens[last - 1].span.end) if first < last else None
