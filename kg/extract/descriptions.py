"""Phrases that stand for a name before a verb: `jenderal bintang dua itu mengingatkan`; of whom something came."""

from __future__ import annotations

from kg.extract.clause_agents import counted, mention_start
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, is_verb
from kg.extract.phrases import reference_to
from kg.model import Reference
from kg.model.members import DESCRIPTION, GROUP, MENTION, NONE, PERSON, POST

HYPHENS = ("-", "–")
OPENING = ("SCONJ", "CCONJ", "ADV")  # UD tags of words that may stand before a subject
MAX_AGE = 4  # words in brackets behind a name
MAX_DESCRIPTION = 8  # words of a phrase that stands for a name


def description(passage: Passage, grammar: Grammar, at: int, floor: int) -> Reference | None:
    """A phrase that ends in a demonstrative right before the verb (`jenderal bintang dua tersebut mengingatkan`), or a
    noun behind the article of a person (`sang komandan mengingatkan`)."""
    if at > floor and passage.lower[at - 1] in grammar.person_article and passage.sentence.tags[at] == "NOUN":
        return Reference(DESCRIPTION, passage.span(at - 1, at + 1), None, passage.sentence.index)
    if at < floor or passage.lower[at] not in grammar.pointing:
        return None
    first = at
    while first > floor and not (
        passage.lower[first - 1] == ","
        or passage.is_mark(first - 1)
        or passage.lower[first - 1] in grammar.clause_opener
        or passage.lower[first - 1] in grammar.speech
        or (
            passage.lower[first - 1] in grammar.preposition
            and passage.mention[first - 1] < 0
            and not _inner(passage, grammar, first - 1)
        )
    ):
        first -= 1
    while first < at and passage.lower[first] in grammar.pre_verb:
        first += 1
    of_person = passage.lower[first] in grammar.person_noun and not _one_mention(passage, grammar, first, at)
    of_person = of_person or _of_somebody(passage, grammar, first, at)
    for k in range(first, at):
        if not of_person and passage.agent_at(k) is not None and passage.mentions[passage.mention[k]].last == at:
            whose = counted(passage, grammar, k, floor)  # `massa yang berjumlah 200 orang itu`
            return reference_to(passage, grammar, k if whose is None else whose)
    aside = next((at - k for k in range(first, at) if passage.lower[k] == "(" and passage.lower[at - 1] == ")"), 0)
    if at - first < 1 or at - first - aside > MAX_DESCRIPTION:
        return None
    if first > floor and passage.lower[first - 1] in grammar.authority:
        return None  # `berdasarkan hal-hal itu`
    return Reference(DESCRIPTION, passage.span(first, at + 1), None, passage.sentence.index)


def _of_somebody(passage: Passage, grammar: Grammar, first: int, end: int) -> bool:
    """Whether a role that somebody has for another opens the words `[first, end)`, who is named behind it (`kuasa hukum
    Danu`)."""
    mention = passage.mention[first]
    if mention < 0 or passage.mentions[mention].last >= end:
        return False
    ends = passage.lower[passage.mentions[mention].last - 1]
    pair = passage.lower[first] in grammar.belonging_before and ends in grammar.belonging_further
    return pair or ends in grammar.belonging


def _one_mention(passage: Passage, grammar: Grammar, first: int, end: int) -> bool:
    """Whether a single mention is all of the words `[first, end)`, but not of a public figure: "politisi PDIP itu" and
    "anggota Komisi III DPR itu" are spoken of before.
    """
    mention = passage.mention[first]
    if mention < 0 or passage.mentions[mention].last != end:
        return False
    lower = passage.lower
    seated = lower[first] in grammar.member_office and not grammar.seated_body.isdisjoint(lower[first:end])
    return passage.mentions[mention].kind is not GROUP or not (seated or lower[first] in grammar.public_figure)


def _inner(passage: Passage, grammar: Grammar, preposition: int) -> bool:
    """Whether a preposition stands inside a description: no demonstrative points at the name behind it."""
    name = passage.sentence.words[preposition + 1].text
    return passage.lower[preposition] in grammar.origin and name[:1].isupper()


def described_as(passage: Passage, grammar: Grammar, subject: int, verb: int, floor: int) -> Reference | None:
    """The description of a person that the subject at a word is part of ("jenderal polisi itu mengaku sudah ...")."""
    for at in range(subject + 1, min(verb, subject + MAX_DESCRIPTION)):
        if passage.is_punctuation(at) or is_verb(passage, grammar, at):
            return None
        if passage.lower[at] in grammar.pointing:
            return person_described(passage, grammar, at, floor)
    return None


def person_described(passage: Passage, grammar: Grammar, closing: int, floor: int) -> Reference | None:
    """The description that a demonstrative closes, if it begins with a noun of a person ("wakil X di DPRD ini")."""
    described = description(passage, grammar, closing, floor)
    if described is None or described.kind is not DESCRIPTION or described.span is None:
        return None
    first = next(word.lower for word in passage.sentence.words if word.span.end > described.span.start)
    return described if first in grammar.person_noun else None


def people_of(passage: Passage, grammar: Grammar, at: int, floor: int) -> Reference | None:
    """Those who belong to the person or post at a word (`keluarga Bupati`, `pendukung Budi Santoso`, `ajudan Kapolda`,
    `tim sukses Budi Santoso`), who act; also where no mention is of them. Two names that a hyphen joins are both meant
    (`tim sukses Budi - Sari`)."""
    named = _relative_named(passage, grammar, at, floor)
    if named is not None:
        return named
    first = mention_start(passage, grammar, at, floor)
    last = passage.mentions[passage.mention[at]].last
    pair = _pair_start(passage, first, floor)
    paired, first = pair < first, pair
    head = passage.mentions[passage.mention[first]] if passage.mention[first] >= 0 else None
    if passage.mention[first] == passage.mention[at]:
        head = None
    if head is not None and head.kind is GROUP and passage.lower[head.last - 1] in grammar.belonging:
        return Reference(MENTION, passage.span(first, last), passage.mention[first], passage.sentence.index)
    own = passage.lower[first] in grammar.belonging or (
        passage.lower[first] in grammar.belonging_before and passage.lower[first + 1] in grammar.belonging_further
    )
    if head is not None and head.kind is POST and head.holder is None and own:
        return Reference(DESCRIPTION, passage.span(first, last), None, passage.sentence.index)  # `istri Budi Santoso`
    noun = first - 1
    while noun > floor and passage.mention[noun] >= 0 and passage.mention[noun] == passage.mention[noun - 1]:
        noun -= 1
    if noun > floor and passage.lower[noun] in grammar.belonging_further:
        noun -= 1
    if noun < floor or passage.is_punctuation(first - 1):
        return Reference(NONE, passage.span(first, last), None, passage.sentence.index) if paired else None
    heads = grammar.belonging if noun == first - 1 else grammar.belonging_before | grammar.belonging
    if noun == first - 1 and passage.lower[first] in grammar.victim:
        heads = grammar.kin  # `ibu korban`, but `ibu Rina` is Rina
    if passage.lower[noun] not in heads:
        return Reference(NONE, passage.span(first, last), None, passage.sentence.index) if paired else None
    return Reference(DESCRIPTION, passage.span(noun, last), None, passage.sentence.index)


def _relative_named(passage: Passage, grammar: Grammar, at: int, floor: int) -> Reference | None:
    """Whoever is named before a comma, as the first of his clause, and behind it as a relative or follower of the
    person at a word (`Sari, adik Budi, meminta`): he is the one who acts. A comma that ends an adverbial parts two
    persons (`setelah menemui Sari, adik Budi meminta`)."""
    found = passage.mentions[passage.mention[at]]
    role = passage.mention[found.first - 1] if found.kind is PERSON and found.first > floor + 2 else -1
    if role < 0 or passage.mentions[role].kind is not POST or passage.mentions[role].last != found.first:
        return None
    comma = passage.mentions[role].first - 1
    noun = passage.lower[comma + 1]
    if comma <= floor or passage.lower[comma] != "," or not (noun in grammar.kin or noun in grammar.belonging):
        return None
    last = comma - 1
    if passage.lower[last] == ")":  # `Sari (30), istri Budi, meminta`
        last = next((k for k in range(last - 1, max(floor, last - MAX_AGE), -1) if passage.lower[k] == "("), comma) - 1
    named = passage.agent_at(last)
    if named is None or passage.mentions[named].kind is not PERSON or passage.title_case:
        return None
    before = mention_start(passage, grammar, last, floor) - 1
    if before >= floor and not passage.is_punctuation(before) and passage.sentence.tags[before] not in OPENING:
        return None
    return reference_to(passage, grammar, last)


def _pair_start(passage: Passage, first: int, floor: int) -> int:
    """The first word of the pair of names whose second begins at a word, a hyphen between them; else that word: behind
    the place of a dateline, in capitals, or before no person, no pair is named (`KENDAL - Kapolres X`)."""
    at = first - 1
    if at <= floor or passage.lower[at] not in HYPHENS or passage.sentence.tags[first] != "PROPN":
        return first
    other = passage.mention[first] >= 0 and passage.mentions[passage.mention[first]].kind is not PERSON
    if other or (passage.sentence.texts[at - 1].isupper() and not passage.sentence.texts[first].isupper()):
        return first
    while at > floor and passage.sentence.tags[at - 1] == "PROPN":
        at -= 1
    return at if at < first - 1 else first


def source_before(passage: Passage, grammar: Grammar, verb: int, floor: int) -> Reference | None:
    """Of whom something came in the clause that a verb is coordinated with (`tidak ada instruksi dari Panglima, namun
    menyetujui ...`), who is its subject too."""
    joined = any(
        passage.lower[verb - 1] in words
        for words in (grammar.verb_coordinator, grammar.list_conjunction, grammar.clause_opener)
    )
    for at in range(floor, verb - 2) if verb > floor and joined else ():
        if passage.lower[at] in grammar.by and passage.agent_at(at + 1) is not None:
            return reference_to(passage, grammar, at + 1)
    return None
