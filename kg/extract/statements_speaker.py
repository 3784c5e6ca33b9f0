"""Whom a reporting cue names as its speaker: the phrase behind it, its subject before it, or its enclitic."""

from __future__ import annotations

import re
from typing import Final, Literal

from kg.extract.statements_chain import PERSONAL, Chain, chain_at
from kg.extract.statements_text import Reading
from kg.extract.statements_words import ReportingWords
from kg.model import MentionKind, Reference, ReferenceKind, Span

JOINTS = "/-–"  # marks inside a name: "Kementerian X/Badan Y"
LONGEST_DESCRIPTION = 12  # tokens
LONGEST_NOUN_PHRASE = 6  # tokens between a preposition and the name that depends on it
DOCUMENT: Final = "document"
HANDLE = re.compile(r"@\w[\w.]*\w")


def speaker_after(reading: Reading, words: ReportingWords, at: int) -> tuple[Reference | None, int]:
    """The speaker named from token `at` on ("kata X", "disampaikan oleh X"), and the token behind; (None, at) if none.

    A description that closes with a demonstrative ("jenderal bintang dua tersebut") points back; one without a mention
    of its own may be followed by the name in apposition ("pengacara korban, X").
    """
    tokens = reading.tokens
    end = reading.bounds(tokens[at].sentence)[1] if at < len(tokens) else at
    while at < end and tokens[at].full in words.agent_marker:
        at += 1
    if at >= end or tokens[at].is_punctuation:
        return None, at
    token = tokens[at]
    if token.lower in words.pronoun_third and not token.enclitic:
        return Reference(ReferenceKind.PRONOUN, token.span, None, token.sentence), at + 1
    if token.lower in words.pronoun_first:
        return Reference(ReferenceKind.FIRST_PERSON, token.span, None, token.sentence), at + 1
    if token.full in words.pronoun_plural:
        return Reference(ReferenceKind.PRONOUN, token.span, None, token.sentence), at + 1
    stop = _description_end(reading, words, at, end)
    if stop < end and tokens[stop].full in words.relative and token.lower in words.person_noun:
        span = Span(token.span.start, tokens[stop].span.end)  # "pria yang akrab disapa ...": somebody named before
        return Reference(ReferenceKind.DESCRIPTION, span, None, token.sentence), stop + 1
    if tokens[stop - 1].full in words.demonstrative and stop - 1 > at:
        span = Span(token.span.start, tokens[stop - 1].span.end)
        return Reference(ReferenceKind.DESCRIPTION, span, None, token.sentence), stop
    if reading.mention[at] != -1:
        chain = chain_at(reading, at)
        return chain.reference, min(chain.end, end)
    if stop == at:
        return None, at
    span = Span(token.span.start, tokens[stop - 1].span.end)
    name = stop + 1 if stop < end and tokens[stop].full == "," else stop
    if name < end and reading.mention[name] != -1 and reading.mentions[reading.mention[name]].kind in PERSONAL:
        chain = chain_at(reading, name)
        return chain.reference, min(chain.end, end)
    return Reference(ReferenceKind.DESCRIPTION, span, None, token.sentence), stop


def account_behind(reading: Reading, words: ReportingWords, at: int) -> Reference | None:
    """The account in whose post a quotation was published ("ujarnya dalam unggahan X @nama"), if the cue names one."""
    posted = False
    end = reading.bounds(reading.tokens[at].sentence)[1]
    text = reading.document.article.text
    for behind in range(at + 1, end):
        token = reading.tokens[behind]
        if token.full in words.source_marker or token.is_mark or (token.full == "," and not posted):
            return None
        posted = posted or token.full in words.account_noun
        handle = HANDLE.match(text, token.span.start)
        if posted and handle is not None:
            return Reference(ReferenceKind.DESCRIPTION, Span(*handle.span()), None, token.sentence)
    return None


def _description_end(reading: Reading, words: ReportingWords, at: int, end: int) -> int:
    """Where the noun phrase that begins at a token ends: at punctuation, a preposition, a verb or its demonstrative."""
    stop = at
    while stop < end and stop - at < LONGEST_DESCRIPTION:
        token = reading.tokens[stop]
        joint = token.full in JOINTS and stop > at
        if (token.is_punctuation and not joint) or token.full in words.end_of_agent:
            break
        if stop > at and token.full in words.adverb:
            break
        if token.full in words.demonstrative:
            return stop + 1 if stop > at else stop
        stop += 1
    return stop


def speaker_before(reading: Reading, words: ReportingWords, at: int) -> Reference | None:
    """The subject of the verb at token `at`: the nearest phrase before it that is neither object nor oblique.

    Looks no further than the clause: a quotation mark, a semicolon or the sentence's start. The antecedent of `yang` is
    the subject of its clause. The parser's nsubj (UD) is preferred where it lies on a mention or pronoun.
    """
    tokens = reading.tokens
    start = reading.bounds(tokens[at].sentence)[0]
    left = _before_adverbs(reading, words, at, start)
    if left >= start and tokens[left].full in words.demonstrative and not tokens[left].is_punctuation:
        described = _description_back(reading, words, left, start)
        if described is not None:
            return described
    if left >= start and tokens[left].full in words.relative:
        return _antecedent_of_relative(reading, words, left - 1, start)
    if left >= start and reading.mention[left] != -1 and reading.inside[left] == reading.inside[at]:
        beside = chain_at(reading, left)
        aside = _aside(reading, words, beside, start)
        if beside.personal and aside is None and not _oblique(reading, words, beside.start, start):
            return beside.reference
    parsed = _parsed_subject(reading, words, at)
    if isinstance(parsed, Reference):
        return parsed
    if parsed is DOCUMENT:
        return None
    beside_verb = left
    body: Reference | None = None
    beside_it: Reference | None = None  # in a phrase that is no subject
    while left >= start:
        token = tokens[left]
        if token.is_mark or token.full in (";", ":") or reading.inside[left] != reading.inside[at]:
            break
        if reading.mention[left] != -1:
            chain = chain_at(reading, left)
            aside = _aside(reading, words, chain, start)
            if aside is not None:
                left = aside
                continue
            oblique = _oblique(reading, words, chain.start, start)
            if not oblique and (chain.personal or left == beside_verb):
                return chain.reference
            if not oblique:
                body = body or chain.reference
            elif chain.personal:
                beside_it = beside_it or chain.reference
            left = chain.start - 1
            continue
        pronoun = _pronoun(reading, words, left)
        if pronoun is not None and not _oblique(reading, words, left, start):
            return pronoun
        left -= 1
    return body or beside_it


def _before_adverbs(reading: Reading, words: ReportingWords, at: int, start: int) -> int:
    """The last token before a verb that is neither adverb nor particle."""
    left = at - 1
    while left >= start and reading.tokens[left].full in words.adverb:
        left -= 1
    return left


def _description_back(reading: Reading, words: ReportingWords, last: int, start: int) -> Reference | None:
    """The description of a person that a demonstrative closes ("Mantan Kapolres X ini"); `None` for a thing."""
    first = last
    for relative in range(last - 1, max(start, last - LONGEST_DESCRIPTION), -1):
        if reading.tokens[relative].is_punctuation:
            break
        if reading.tokens[relative].full in words.relative and reading.tokens[relative - 1].lower in words.person_noun:
            span = Span(reading.tokens[relative - 1].span.start, reading.tokens[last].span.end)
            return Reference(ReferenceKind.DESCRIPTION, span, None, reading.tokens[last].sentence)
    while first > start and last - first < LONGEST_DESCRIPTION:
        token = reading.tokens[first - 1]
        if token.full in words.origin and first - 1 > start and reading.tokens[first].capitalised:
            first -= 1  # "Wakil X di DPRD ini": no demonstrative points at a name, so it closes the whole phrase
            continue
        if token.is_punctuation and token.full not in JOINTS:
            break
        if token.full in words.end_of_agent or token.upos in ("VERB", "ADP", "SCONJ", "CCONJ"):
            break
        first -= 1
    if _oblique(reading, words, first, start):
        return None
    while first < last:
        over = reading.mention[first]
        if reading.tokens[first].lower in words.person_noun or (
            over != -1
            and reading.mentions[over].kind in PERSONAL
            and reading.mentions[over].span.start >= reading.tokens[first].span.start
        ):
            span = Span(reading.tokens[first].span.start, reading.tokens[last].span.end)
            return Reference(ReferenceKind.DESCRIPTION, span, None, reading.tokens[first].sentence)
        first += 1
    return None


def _antecedent_of_relative(reading: Reading, words: ReportingWords, before: int, start: int) -> Reference | None:
    """The mention that a relative clause describes: it stands right before `yang`, a comma at most between.

    A text of somebody's says what its author does ("unggahannya yang menyebut ...").
    """
    if before > start and reading.tokens[before].full == ",":
        before -= 1
    token = reading.tokens[before]
    if before >= start and token.enclitic and token.lower in words.utterance_noun:
        return Reference(ReferenceKind.PRONOUN, token.span, None, token.sentence)
    if before < start or reading.mention[before] == -1:
        return None
    return chain_at(reading, before).reference


def _parsed_subject(reading: Reading, words: ReportingWords, at: int) -> Reference | Literal["document"] | None:
    """The subject that the parse gives, if a mention or pronoun covers its head and it stands before the verb.

    `DOCUMENT` if the subject is a text or finding, which says nothing itself.
    """
    token = reading.tokens[at]
    sentence = reading.document.sentences[token.sentence]
    verb = token.word
    for _ in range(2):  # the verb's own, else that of the verb it is coordinated with or depends on as a complement
        for word in reversed(sentence.words[: token.word]):
            if word.head == verb and word.deprel.startswith("nsubj"):
                place = reading.token_at(token.sentence, word.index)
                if reading.inside[place] != reading.inside[at]:
                    continue
                if reading.mention[place] != -1:
                    chain, start = chain_at(reading, place), reading.bounds(token.sentence)[0]
                    if _oblique(reading, words, chain.start, start) or _aside(reading, words, chain, start) is not None:
                        continue  # "melalui WhatsApp mengatakan": the parse took the nearest noun
                    return chain.reference
                if reading.tokens[place].lower in words.document_noun:
                    return DOCUMENT
                return _pronoun(reading, words, place) or _bare_name(reading, place)
        if sentence.words[verb].deprel not in ("conj", "xcomp"):
            return None
        verb = sentence.words[verb].head
    return None


def _aside(reading: Reading, words: ReportingWords, chain: Chain, start: int) -> int | None:
    """The last token of the person whom a chain only describes: "X, adik Y, menyampaikan ..." is said by X.

    `None` if the chain stands for itself.
    """
    before = chain.start - 1
    while before > start and reading.tokens[before].upos == "NOUN" and reading.mention[before] == -1:
        before -= 1
    if before == chain.start - 1 or before <= start or reading.tokens[before].full != ",":
        return None
    if any(reading.tokens[at].full in words.adverb | words.agent_marker for at in range(before + 1, chain.start)):
        return None
    described = reading.mention[before - 1]
    return before - 1 if described != -1 and reading.mentions[described].kind is MentionKind.PERSON else None


def _oblique(reading: Reading, words: ReportingWords, head: int, start: int) -> bool:
    """Whether the phrase that begins at a token depends on a preposition, a participle or a verb before it.

    Nouns between them belong to the phrase ("atas perintah Kapolda X", "bersama pengacara Y").
    """
    before = head - 1
    while before >= start and head - before <= LONGEST_NOUN_PHRASE:
        token = reading.tokens[before]
        over = reading.mention[head]
        if token.full in words.channel_marker and over != -1:
            return reading.mentions[over].kind is not MentionKind.POST  # "Kapolres X melalui Kasi Humas Y mengatakan"
        if token.full in words.oblique_marker or token.full in words.speech_act or token.upos == "VERB":
            return token.full not in words.adverb
        if token.is_punctuation or token.full in words.adverb or token.upos not in ("NOUN", "ADJ", "NUM"):
            return False
        before -= 1
    return False


def _bare_name(reading: Reading, place: int) -> Reference | None:
    """The capitalised name around a token that no mention covers: a description, or nobody if it is a single word."""
    start, end = reading.bounds(reading.tokens[place].sentence)
    if not _is_name(reading, place) or (place == start and reading.tokens[place].upos != "PROPN"):
        return None
    first, last = place, place + 1
    while first > start and _is_name(reading, first - 1):
        first -= 1
    while last < end and _is_name(reading, last):
        last += 1
    span = Span(reading.tokens[first].span.start, reading.tokens[last - 1].span.end)
    kind = ReferenceKind.DESCRIPTION if last - first > 1 else ReferenceKind.NONE
    return Reference(kind, span, None, reading.tokens[place].sentence)


def _is_name(reading: Reading, at: int) -> bool:
    token = reading.tokens[at]
    return token.capitalised and token.upos == "PROPN" and reading.mention[at] == -1 and not token.is_punctuation


def _pronoun(reading: Reading, words: ReportingWords, at: int) -> Reference | None:
    token = reading.tokens[at]
    if token.full in words.own_side:
        return Reference(ReferenceKind.FIRST_PERSON, token.span, None, token.sentence)
    if token.full in words.pronoun_third or token.full in words.pronoun_plural:
        return Reference(ReferenceKind.PRONOUN, token.span, None, token.sentence)
    if token.full in words.pronoun_first:
        return Reference(ReferenceKind.FIRST_PERSON, token.span, None, token.sentence)
    return None
