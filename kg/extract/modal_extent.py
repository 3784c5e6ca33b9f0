"""How far the demand of a modal reaches: what it only identifies, and where its predicate and its content begin."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.passage import Passage


def identifies(passage: Passage, grammar: Grammar, start: int, stop: int) -> bool:
    """Whether a modal says what something must be, not what is to be done: a noun with -nya or with a relative clause
    stands right behind it (`pelapornya harus korbannya`, `harus visum yang dipakai`)."""
    if start + 1 >= stop or passage.sentence.tags[start] not in ("NOUN", "PROPN") or passage.mention[start] >= 0:
        return False
    if passage.lower[start] in grammar.colloquial_verb or passage.lower[start] in grammar.verb_form:
        return False
    own = passage.split[start] and passage.lower[start + 1] == "nya"
    return own or passage.lower[start + 1] in grammar.relative


def parted_at(passage: Passage, start: int, stop: int) -> int:
    """The first comma in `[start, stop)`, behind which stands no predicate of the modal; else `stop`."""
    return next((k for k in range(start + 1, stop) if passage.lower[k] == ","), stop)


def shows_thing(passage: Passage, grammar: Grammar, modal: int, floor: int) -> bool:
    """Whether a demonstrative alone is the subject of a modal (`..., ini harus sudah masuk tahap kedua`)."""
    at = modal - 1
    while at > floor and passage.lower[at] in grammar.pre_verb and passage.lower[at] not in grammar.pointing:
        at -= 1
    if at < floor or passage.lower[at] not in grammar.pointing:
        return False
    return at == floor or passage.is_punctuation(at - 1)


def behind_judgement(passage: Passage, grammar: Grammar, first: int, modal: int, start: int) -> int:
    """Where what must be done begins: at the predicate, if the clause has said before it what its subject is (`ini
    adalah langkah baik dan harus dilanjutkan`), else at the subject's first word."""
    if passage.lower[first] in grammar.contrast:
        return first + 1  # `bukan dihukum, melainkan harus diselamatkan`
    judged = not grammar.equating.isdisjoint(passage.lower[first:modal])
    judged = judged or (first > 0 and passage.lower[first - 1] in grammar.presentative)  # `ini perang dan harus menang`
    return start if judged and passage.lower[modal - 1] in grammar.list_conjunction else first


def left_out(passage: Passage, grammar: Grammar, start: int, stop: int) -> bool:
    """Whether what must be done only points at what was said (`tidak boleh dulu`, `memang harus demikian`, `harus
    seperti itu`)."""
    like = passage.lower[start] in grammar.likeness and start + 1 < stop and passage.lower[start + 1] in grammar.vague
    last = start + like
    if last + 1 < stop and passage.lower[last + 1] != ",":
        return False
    return like or passage.lower[start] in grammar.imperative_lead or passage.lower[start] in grammar.vague
