"""Noun phrases that describe a speaker: where they end, and which noun a relative clause tells more of."""

from __future__ import annotations

from kg.extract.statements_text import Reading
from kg.extract.statements_words import ReportingWords

JOINTS = "/-–"  # marks inside a name: "Kementerian X/Badan Y"
CLOSING = (",", "(", ")")  # marks inside a phrase that a demonstrative closes
BEYOND = ("CCONJ", "NUM")  # tags of words without a capital there
WITH = ("NOUN", "PROPN", "NUM", "ADJ", "ADP")  # tags of words behind `dengan` there
LONGEST_DESCRIPTION = 12  # tokens
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
