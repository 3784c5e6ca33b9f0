"""Noun phrases that describe a speaker: where they end, and which noun a relative clause tells more of."""

from __future__ import annotations

from kg.extract.statements_text import Reading
from kg.extract.statements_words import ReportingWords
from kg.model import Reference, Span
from kg.model.members import DESCRIPTION, MENTION, PERSON

JOINTS = "/-–"  # marks inside a name: "Kementerian X/Badan Y"
CLOSING = (",", "(", ")")  # marks inside a phrase that a demonstrative closes
BEYOND = ("CCONJ", "NUM")  # tags of words without a capital there
WITH = ("NOUN", "PROPN", "NUM", "ADJ", "ADP")  # tags of words behind `dengan` there
LONGEST_DESCRIPTION = 12  # tokens
LONGEST_NAME = 3  # tokens of a name that no mention covers
MAX_TRADE = 3  # tokens of what somebody is by trade: "dokter gigi"


def description_end(reading: Reading, words: ReportingWords, at: int, end: int) -> int:
    """Where the noun phrase that begins at a token ends: at punctuation, a preposition, a verb or its demonstrative."""
    stop = at
    while stop < end and stop - at < LONGEST_DESCRIPTION:
        full = reading.full[stop]
        joint = full in JOINTS and stop > at
        if (reading.is_punctuation[stop] and not joint) or full in words.end_of_agent:
            return _closed_beyond(reading, words, stop, end) or stop
        if stop > at and full in words.adverb:
            break
        if full in words.demonstrative:
            return stop + 1 if stop > at else stop
        stop += 1
    return stop


def _closed_beyond(reading: Reading, words: ReportingWords, stop: int, end: int) -> int | None:
    """The token behind the demonstrative that closes a noun phrase beyond a mark or a place: "kata Menteri Hukum, HAM,
    dan Imigrasi itu", "kata orang nomor satu di Jambi itu", "kata perwira dengan dua melati itu"."""
    marked = reading.full[stop] in words.manner_marker
    if not (marked or reading.full[stop] in (",", "(") or reading.full[stop] in words.origin):
        return None
    plain = WITH if marked else BEYOND
    named = stop + 1
    while named < min(end, stop + LONGEST_DESCRIPTION):
        full = reading.full[named]
        if full in words.demonstrative:
            return named + 1
        if not (reading.capitalised(named) or full in CLOSING or reading.upos(named) in plain):
            return None
        named += 1
    return None


def described_by_clause(reading: Reading, words: ReportingWords, relative: int, start: int) -> int | None:
    """The noun of a person whom a relative clause at a token tells more of ("dokter gigi yang akrab disapa X")."""
    if reading.full[relative] not in words.relative:
        return None
    noun = relative - 1
    while noun >= max(start, relative - MAX_TRADE):
        if reading.lower[noun] in words.person_noun:
            return noun
        if reading.upos(noun) != "NOUN" or reading.capitalised(noun):
            return None
        noun -= 1
    return None


def name_before(reading: Reading, words: ReportingWords, last: int, start: int) -> Reference | None:
    """The name no mention covers that ends at a token, behind a comma or `bernama`: "Juru parkir, Wagimin, ..."."""
    closed = reading.full[last] == ","
    end = last if closed else last + 1
    first = end
    while first > start and end - first < LONGEST_NAME and _is_name(reading, words, first - 1):
        first -= 1
    called = first - 1 > start and reading.full[first - 1] in words.called
    apart = closed and first - 1 > start and reading.full[first - 1] == ","
    if first == end or not (called or (apart and reading.upos(first - 2) in ("NOUN", "PROPN", "ADJ"))):
        return None
    over = {reading.mention[k] for k in range(start, first)} - {-1}
    if any(reading.mentions[index].kind is PERSON for index in over) or reading.lower[start] in words.outlet:
        return None  # "Budi, Konsultan Keuangan, mengatakan", "Surat kabar Jepang, Asahi, mengungkapkan"
    return _name(reading, first, end)


def name_behind(reading: Reading, words: ReportingWords, at: int, end: int) -> Reference | None:
    """The name behind a description at a token: behind `bernama`, or one that no mention covers behind a comma, closed
    by a mark or by where and when something was said ("kata juru parkir, Wagimin, di lokasi")."""
    if at + 1 >= end or not (reading.full[at] == "," or reading.full[at] in words.called):
        return None
    person = _called_person(reading, words, at + 1, at - 1)
    if person is not None:
        return person
    last = at + 1
    while last < end and last - at <= LONGEST_NAME and _is_name(reading, words, last):
        last += 1
    if last == at + 1:
        return None
    closed = last >= end or reading.is_punctuation[last]
    return _name(reading, at + 1, last) if closed or reading.full[last] in words.setting_opening else None


def _called_person(reading: Reading, words: ReportingWords, at: int, start: int) -> Reference | None:
    """The person whose mention lies over a token, right behind `bernama`."""
    index = reading.mention[at]
    if index == -1 or reading.mentions[index].kind is not PERSON:
        return None
    first = at
    while first > start and reading.mention[first - 1] == index:
        first -= 1
    if first <= start or reading.full[first - 1] not in words.called:
        return None
    mention = reading.mentions[index]
    return Reference(MENTION, mention.span, index, mention.sentence)


def _is_name(reading: Reading, words: ReportingWords, at: int) -> bool:
    plain = reading.mention[at] == -1 and reading.capitalised(at) and not reading.is_punctuation[at]
    known = words.no_name | words.calendar
    return plain and reading.upos(at) == "PROPN" and reading.lower[at] not in known


def _name(reading: Reading, first: int, end: int) -> Reference:
    span = Span(reading.span(first).start, reading.span(end - 1).end)
    return Reference(DESCRIPTION, span, None, reading.sentence(first))
