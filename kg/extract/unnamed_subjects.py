"""Subjects that name nobody who demands: rallies, laws, anybody of whom a clause tells, or what somebody is."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, is_verb
from kg.model import MentionKind

MAX_NAMED = 4  # words of what a rally is called


def rally_before(passage: Passage, grammar: Grammar, verb: int, floor: int) -> int | None:
    """Where the rally is named that a verb right behind it tells the aim of (`mengamankan aksi "505" menuntut ...`),
    another verb having it for its object; `None` if a word of somebody or a verb parts them."""
    for at in range(verb - 1, max(floor, verb - 1 - MAX_NAMED), -1):
        if passage.lower[at] in grammar.rally:
            before = at - 1
            return at if before >= floor and is_verb(passage, grammar, before) else None
        if passage.agent_at(at) is not None or is_verb(passage, grammar, at) or passage.lower[at] == ",":
            return None
    return None


def said_to_be(passage: Passage, grammar: Grammar, head: int, floor: int) -> int | None:
    """The word of whom the head of a relative clause only says what he is (`Kombes X adalah orang yang memerintahkan
    ...`, `X inilah yang ...`); -1 if nobody plainly is (`diduga menjadi sosok yang ...`), `None` if the head says no
    such thing."""
    shown = passage.lower[head] in grammar.presentative and passage.lower[head] not in grammar.pointing
    if not shown and passage.lower[head] not in grammar.figure:
        return None
    at = head - 1
    if not shown:
        if at <= floor or not (passage.lower[at] in grammar.equating or passage.lower[at] in grammar.turning_into):
            return None
        at -= 1
    while at > floor and passage.lower[at] in grammar.adding:
        at -= 1
    return at if at >= floor and passage.agent_at(at) is not None else -1


def law_before(passage: Passage, grammar: Grammar, verb: int, floor: int) -> bool:
    """Whether a law or a part of one is the subject right before a verb (`mengatakan Pasal 280 melarang ...`)."""
    at = verb - 1
    while at > floor and (passage.sentence.tags[at] == "NUM" or passage.lower[at] in grammar.pre_verb):
        at -= 1
    if passage.mention[at] >= 0:
        named = passage.mentions[passage.mention[at]]
        return named.kind is MentionKind.LAW and passage.lower[named.first] in grammar.law
    return at >= floor and passage.lower[at] in grammar.law


def of_anybody(passage: Passage, grammar: Grammar, verb: int) -> bool:
    """Whether a verb is joined to that of a relative clause of anybody (`pihak yang membawa atau menyuruh ...`)."""
    words = passage.sentence.words
    first = words[words[verb].head] if words[verb].deprel == "conj" and words[verb].head >= 0 else None
    if first is None or not first.deprel.startswith("acl") or first.index > verb:
        return False
    relative = next((k for k in range(first.index - 1, 0, -1) if passage.lower[k] in grammar.relative), 0)
    return relative > 0 and passage.lower[relative - 1] in grammar.generic
