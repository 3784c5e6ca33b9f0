"""Clauses that follow a content without a conjunction: the main clause's predicate, what something is or cannot be."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, clause_start, is_verb
from kg.extract.predicates import begins_predicate

MAX_CUE = 12  # words from a relative word to the content of the cue behind it
MAX_HEAD = 8  # words of the noun phrase before a relative word
MAX_SUBJECT = 5  # words of a subject before what it cannot
NOMINAL = ("NOUN", "PROPN", "DET", "PRON")


def runs_on(passage: Passage, grammar: Grammar, start: int, at: int, end: int) -> bool:
    """Whether another clause begins at a word behind the content begun at `start`, no sign between them: the predicate
    of what the cue's relative clause describes (`putusan yang melarang polisi berdagang harus ditaati`), or what the
    speaker calls the matter (`jangan ikut campur ini urusan kami`)."""
    lower = passage.lower[at]
    if at + 1 >= end:
        return False
    if lower in grammar.pointing:
        return _names_matter(passage, grammar, at)
    return lower in grammar.main_predicate and _behind_relative(passage, grammar, start, at)


def _names_matter(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a demonstrative that ends no noun phrase is the subject of what the matter is (`... secara terbuka ini
    merupakan keharusan`, `... ikut campur ini urusan kami`)."""
    if not (is_verb(passage, grammar, at - 1) or passage.sentence.tags[at - 1] == "ADJ"):
        return False
    behind = passage.lower[at + 1]
    return behind in grammar.equating or behind in grammar.affair


def _behind_relative(passage: Passage, grammar: Grammar, start: int, at: int) -> bool:
    """Whether a word is the predicate of the subject that the relative clause of the cue before `start` describes:
    nothing joins it to the content, and the subject has had no predicate yet."""
    if not (begins_predicate(passage, grammar, start) or any(is_verb(passage, grammar, k) for k in range(start, at))):
        return False
    for k in range(start, at):
        lower = passage.lower[k]
        if lower in grammar.relative or lower in grammar.list_conjunction or lower in grammar.demand or lower == ",":
            return False
    relative = next(
        (k for k in range(start - 1, max(0, start - MAX_CUE), -1) if passage.lower[k] in grammar.relative), 0
    )
    verb = relative + 1
    while relative and verb < start and passage.lower[verb] in grammar.pre_verb:
        verb += 1
    if not relative or passage.lower[verb] not in grammar.cues.forms or passage.is_punctuation(start - 1):
        return False
    floor = max(clause_start(passage, relative), relative - MAX_HEAD)
    first = relative
    while first > floor and not is_verb(passage, grammar, first - 1) and not passage.is_punctuation(first - 1):
        first -= 1
    if first == relative or passage.lower[first] in grammar.preposition:
        return False
    told = passage.lower[first - 1] if first > floor else ""
    opens = first == clause_start(passage, relative) or told in grammar.speech or told in grammar.assurance
    return opens or passage.is_punctuation(first - 1)


def says_besides(passage: Passage, grammar: Grammar, start: int, at: int, end: int) -> bool:
    """Whether what stands behind a comma is told besides the demand: what it led to (`..., hingga memicu kericuhan`),
    what counts for the speaker (`..., yang penting ...`), an objection (`..., cuma kalau ...`), that he has said so
    before (`..., seperti yang saya sampaikan`), or what somebody cannot or will not do (`bersatulah, pemerintah tidak
    bisa sendiri`)."""
    if at + 1 >= end:
        return False
    lower, behind = passage.lower[at], passage.lower[at + 1]
    if lower in grammar.until and behind in grammar.led_to:
        return passage.quotation[at] < 0
    if lower in grammar.relative and behind in grammar.weighty:
        return True
    if lower in grammar.additive and behind in grammar.conditional:
        return True
    if lower in grammar.as_reported and behind in grammar.relative and at + 3 < end:
        own = passage.lower[at + 2] in grammar.first_person
        return own and (passage.lower[at + 3] in grammar.speech or passage.lower[at + 3] in grammar.said_bare)
    return _cannot(passage, grammar, start, at, end)


def _cannot(passage: Passage, grammar: Grammar, start: int, at: int, end: int) -> bool:
    """Whether a subject of its own and what it cannot or will not do stand at a word; not among what one is to see
    to."""
    if passage.sentence.tags[at] not in NOMINAL or is_verb(passage, grammar, at):
        return False
    if passage.lower[start] in grammar.assurance or not begins_predicate(passage, grammar, start):
        return False
    for k in range(at + 1, min(end - 1, at + MAX_SUBJECT)):
        lower = passage.lower[k]
        if lower in grammar.negator:
            return passage.lower[k + 1] in grammar.unable
        joined = lower in grammar.preposition or lower in grammar.list_conjunction or lower in grammar.relative
        if joined or passage.is_punctuation(k) or is_verb(passage, grammar, k):
            return False
    return False
