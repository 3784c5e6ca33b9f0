"""Verbs of demand that tell what somebody is there for or what a thing brings about, and general truths: no demands."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, clause_start
from kg.extract.unsaid import drives, only_able, serves
from kg.model.members import UNIT

MAX_DUTY = 12  # words from the noun of a duty to its copula


def no_speaker(passage: Passage, grammar: Grammar, cue: int) -> bool:
    """Whether a cue tells what somebody is there for or what a thing brings about: nobody says anything to anybody."""
    if drives(passage, grammar, cue) or serves(passage, grammar, cue) or only_able(passage, grammar, cue):
        return True
    return _is_duty(passage, grammar, cue, clause_start(passage, cue)) or _thing_acts(passage, grammar, cue)


def _is_duty(passage: Passage, grammar: Grammar, cue: int, floor: int) -> bool:
    """Whether a cue is what somebody or something is there for (`satgas bertugas mengingatkan warga ...`, `tugas
    mereka adalah mengimbau ...`)."""
    at = cue - 1
    while at > floor and passage.lower[at] in grammar.demand:
        at -= 1
    if at < floor:
        return False
    if passage.lower[at] in grammar.being_there_for:
        return True
    noun = passage.lower[max(floor, at - MAX_DUTY) : at]
    return passage.lower[at] in grammar.copula and not grammar.duty.isdisjoint(noun)


def _thing_acts(passage: Passage, grammar: Grammar, cue: int) -> bool:
    """Whether the subject (UD nsubj) of a cue is a thing that can only bring something about (`film itu mengajak
    penonton ...`); not the first word of a body's name (`Gerakan Pemuda ...`)."""
    for word in passage.sentence.words[:cue]:
        if word.head != cue or not word.deprel.startswith("nsubj") or word.lower not in grammar.acting_thing:
            continue
        if "," in passage.lower[word.index : cue]:
            continue  # `Kasus Tanah Desa, DPRD Desak ...`
        found = passage.mention[word.index]
        named = found >= 0 and passage.mentions[found].kind is UNIT
        if not named or passage.mentions[found].last == word.index + 1:
            return True
    return False


def general_truth(passage: Passage, grammar: Grammar, first: int, last: int) -> bool:
    """Whether a subject `[first, last]` is anyone of a kind (`seorang pemimpin harus dekat dengan rakyat`)."""
    return first <= last and passage.lower[first] in grammar.any_one
