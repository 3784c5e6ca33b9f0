"""Mentions in apposition that name one speaker: "Kapolres X, AKBP Y", "Y, warga setempat"."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.clause_agents import LIST_MARKS, LISTED, MAX_COMPANY
from kg.extract.statements_text import Reading
from kg.extract.statements_words import ReportingWords
from kg.model import MentionKind, Reference, Span
from kg.model.making import maker, quickly_made
from kg.model.members import DESCRIPTION, GROUP, MENTION, PERSON, POST

PERSONAL = (PERSON, POST)
MAX_FIELD = 4  # words in small letters behind an office: "Pelatih tunggal putra pelatnas"
MAX_CAMP = 3  # nouns between a quantifier and the noun for whose camp it is
DIRECT = frozenset(
    (
        (POST, PERSON),
        (PERSON, POST),
        (GROUP, PERSON),
        (PERSON, GROUP),
    )
)
ACROSS_COMMA = frozenset(
    (
        (POST, PERSON),
        (PERSON, POST),
        (GROUP, PERSON),
    )
)


new_reference = maker(Reference)


@quickly_made
@dataclass(frozen=True, slots=True)
class Chain:
    """Tokens `[start, end)` with mentions of one speaker; `reference` points to the person among them, or the first."""

    start: int
    end: int
    reference: Reference
    personal: bool


new_chain = maker(Chain)


def chain_at(reading: Reading, at: int) -> Chain:
    """The chain around a token that a mention lies over; it holds each kind of mention once, in one sentence."""
    chain = reading.chains.get(at)
    if chain is None:
        chain = reading.chains[at] = _chain(reading, at)
    return chain


def _chain(reading: Reading, at: int) -> Chain:
    low, high = reading.bounds(reading.sentence(at))
    start, end = _extent(reading, at, low, high)
    chain = [reading.mention[at]]
    grown = True
    while grown:
        grown = False
        for before, gap in ((start - 1, DIRECT), (start - 2, ACROSS_COMMA)):
            if (
                before < low
                or reading.mention[before] == -1
                or (gap is ACROSS_COMMA and not _comma(reading, start - 1))
            ):
                continue
            if _joins(reading, chain, reading.mention[before], (reading.mention[before], chain[0]), gap):
                chain.insert(0, reading.mention[before])
                start = _extent(reading, before, low, high)[0]
                grown = True
                break
        for after, gap in ((_behind_brackets(reading, end, high), DIRECT), (end + 1, ACROSS_COMMA)):
            if after >= high or reading.mention[after] == -1 or (gap is ACROSS_COMMA and not _comma(reading, end)):
                continue
            if _joins(reading, chain, reading.mention[after], (chain[-1], reading.mention[after]), gap):
                chain.append(reading.mention[after])
                end = _extent(reading, after, low, high)[1]
                grown = True
                break
    best, personal = chain[0], False
    for index in reversed(chain):
        kind = reading.mentions[index].kind
        personal = personal or kind is PERSON or kind is POST
        if kind is PERSON and index not in reading.masters:
            best = index  # the first of them in the end
    mention = reading.mentions[best]
    people = _people_of(reading, start, low)
    if people is not None:
        span = Span(reading.span(people).start, reading.span(end - 1).end)
        reference = new_reference(DESCRIPTION, span, None, mention.sentence)
    else:
        reference = new_reference(MENTION, mention.span, best, mention.sentence)
    return new_chain(start, end, reference, personal)


def _people_of(reading: Reading, start: int, low: int) -> int | None:
    """The noun before a chain for somebody of whoever it names ("ajudan Kapolda", "tim sukses X", "ibu korban"), if no
    mention of somebody else lies over it."""
    words = reading.words
    camp = _of_camp(reading, start, low)
    if camp is not None:
        return camp
    noun = start - 1
    heads = words.kin if reading.lower[start] in words.victim else words.belonging
    if noun > low and reading.full[noun] in words.belonging_further:
        noun, heads = noun - 1, words.belonging | words.belonging_before
    if noun < low or reading.full[noun] not in heads or reading.inside[noun] != reading.inside[start]:
        return None
    return noun


def _of_camp(reading: Reading, start: int, low: int) -> int | None:
    """The quantifier of one who belongs to somebody's camp: "seorang pejabat pemerintahan X"."""
    words = reading.words
    noun = start - 1
    if noun - 1 <= low or reading.lower[noun] not in words.camp:
        return None
    first = noun
    while first > low and noun - first < MAX_CAMP and reading.upos(first - 1) == "NOUN":
        first -= 1
    return first - 1 if first < noun and first > low and reading.lower[first - 1] in words.one_of else None


def accompanies(reading: Reading, words: ReportingWords, chain: Chain, start: int) -> bool:
    """Whether a chain is the last of those who stand beside a subject: "Kapolres X didampingi Kasat Y dan Kasi Z".

    The word for company must have a subject before it; a list without conjunction may end before another subject
    ("Bersama Kapolda, Gubernur ...").
    """
    at = chain.start - 1
    if at <= start or reading.upos(at) != "CCONJ":
        return False
    for before in range(at - 1, max(start, at - MAX_COMPANY), -1):
        if reading.full[before] in words.company:
            return any(reading.mention[left] != -1 for left in range(start, before))
        listed = reading.upos(before) in LISTED or reading.full[before] in LIST_MARKS
        if not (listed or reading.mention[before] != -1):
            return False
    return False


def _joins(
    reading: Reading,
    chain: list[int],
    other: int,
    pair: tuple[int, int],
    pairs: frozenset[tuple[MentionKind, MentionKind]],
) -> bool:
    """Whether a mention beside a chain is in apposition to it."""
    kind = reading.mentions[other].kind
    for index in chain:
        if reading.mentions[index].kind is kind:
            return False
    first, second = reading.mentions[pair[0]].kind, reading.mentions[pair[1]].kind
    if (first, second) not in pairs:
        return False
    if second is PERSON and reading.mentions[pair[0]].text.casefold().split()[-1] in reading.words.camp:
        return False  # "seorang pejabat pemerintahan X"
    if pairs is ACROSS_COMMA and first is POST and second is PERSON:  # "masih menjadi hakim MK, X mengaku"
        return reading.mentions[pair[0]].holder == pair[1]
    return first is second or first not in PERSONAL or second not in PERSONAL or _may_hold(reading, pair)


def _may_hold(reading: Reading, pair: tuple[int, int]) -> bool:
    """Whether a post and a person may belong together: neither is known to belong to another beside it."""
    person, post = pair if reading.mentions[pair[0]].kind is PERSON else pair[::-1]
    holder = reading.mentions[post].holder
    if holder is not None:
        return holder == person
    return person not in reading.holders


def _behind_brackets(reading: Reading, at: int, high: int) -> int:
    """The token behind a short form in brackets ("Kepala Dinas X (Kadis) Y"), or `at` if none stands there."""
    if at + 2 < high and reading.full[at] == "(" and reading.full[at + 2] == ")":
        return at + 3
    return at


def _comma(reading: Reading, at: int) -> bool:
    return 0 <= at < len(reading) and reading.full[at] == ","


def _extent(reading: Reading, at: int, low: int, high: int) -> tuple[int, int]:
    """The tokens `[start, end)` of the mention over a token."""
    index = reading.mention[at]
    start = at
    while start > low and reading.mention[start - 1] == index:
        start -= 1
    end = at + 1
    while end < high and reading.mention[end] == index:
        end += 1
    return start, end


def apposed(reading: Reading, told: Reference, comma: int) -> Reference | None:
    """The person named between commas behind an office or people without a name: "Salah satu korban, Direktur X, Rama
    Wijaya, mengaku", "Pelatih tunggal putra, Rama, menyebut"."""
    if told.mention is None or reading.full[comma] != "," or reading.mention[comma - 1] == -1:
        return None
    nameless, chain = reading.mentions[told.mention], chain_at(reading, comma - 1)
    if nameless.kind not in (GROUP, POST) or nameless.holder is not None or not _comma(reading, chain.start - 1):
        return None
    before = chain.start - 2
    while before > chain.start - 2 - MAX_FIELD and reading.mention[before] == -1 and _in_field(reading, before):
        before -= 1
    named = chain.reference.mention is not None and reading.mentions[chain.reference.mention].kind is PERSON
    return chain.reference if named and reading.mention[before] == told.mention else None


def _in_field(reading: Reading, at: int) -> bool:
    """Whether a word in small letters tells the field of an office or where people belong."""
    return reading.upos(at) in ("NOUN", "ADJ", "PROPN") and not reading.capitalised(at)


def behind_heading(reading: Reading, chain: Chain, start: int, verb: int) -> bool:
    """Whether an office and its holder's name before a verb in small letters follow a capitalised word that names
    nobody: a heading ran into the sentence ("... Tak Dibawa ke Politik Bupati X Rama Wijaya menyebut")."""
    before = chain.start - 1
    if before <= start or reading.mention[before] != -1 or reading.capitalised(verb):
        return False
    post = reading.mentions[reading.mention[chain.start]].kind is POST
    named = chain.reference.mention is not None and reading.mentions[chain.reference.mention].kind is PERSON
    return post and named and reading.capitalised(before) and reading.upos(before) in ("NOUN", "PROPN", "VERB", "ADJ")
