"""Verbs of demand that tell what somebody is there for or what a thing brings about, and general truths: no demands."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, clause_start
from kg.extract.phrases import starts_animate
from kg.extract.unsaid import drives, only_able, serves
from kg.model.members import EMPHASISE, FORBID, REQUEST, UNIT

MAX_PRAYER = 4  # words from a verb of asking to God
MAX_DUTY = 12  # words from the noun of a duty to its copula


def no_speaker(passage: Passage, grammar: Grammar, cue: int) -> bool:
    """Whether a cue tells what somebody is there for or what a thing brings about: nobody says anything to anybody."""
    if drives(passage, grammar, cue) or serves(passage, grammar, cue) or only_able(passage, grammar, cue):
        return True
    floor = clause_start(passage, cue)
    if _is_duty(passage, grammar, cue, floor) or _thing_acts(passage, grammar, cue):
        return True
    if _is_customary(passage, grammar, cue, floor) or _asserts(passage, grammar, cue) or _prays(passage, grammar, cue):
        return True
    return _is_open_to(passage, grammar, cue, floor) or _is_state(passage, grammar, cue)


def _is_customary(passage: Passage, grammar: Grammar, cue: int, floor: int) -> bool:
    """Whether a cue tells what somebody does as a rule (`biasanya guru meminta ...`)."""
    return passage.quotation[cue] < 0 and not grammar.customary.isdisjoint(passage.lower[floor:cue])


def _asserts(passage: Passage, grammar: Grammar, cue: int) -> bool:
    """Whether a verb of stressing affirms that something is not so (`menegaskan tak semua data dibuka`), which no
    prohibition does (`menegaskan tidak boleh ...`)."""
    if cue + 2 >= len(passage) or passage.lower[cue + 1] not in grammar.negator:
        return False
    stresses = any(form.cue.force is EMPHASISE for form in grammar.cues.forms.get(passage.lower[cue], ()))
    return stresses and not any(
        form.cue.force is FORBID and passage.lower[cue + 1 : cue + 1 + len(form.words)] == form.words
        for form in grammar.cues.forms.get(passage.lower[cue + 1], ())
    )


def _is_open_to(passage: Passage, grammar: Grammar, cue: int, floor: int) -> bool:
    """Whether a cue is what somebody has a right or duty to do (`orang tua punya hak untuk tidak mengizinkan ...`) or
    shies away from (`ia kapok mengajak ...`)."""
    at = cue - 1
    while at > floor and (passage.lower[at] in grammar.demand or passage.lower[at] in grammar.negator):
        at -= 1
    if at < floor or passage.lower[at] in grammar.negator:
        return False
    if passage.lower[at] in grammar.shying:
        return at == floor or passage.lower[at - 1] not in grammar.negator | grammar.prohibitive
    if at == cue - 1 or passage.lower[cue - 1] in grammar.verb_object_conjunction:
        return False
    return not grammar.right.isdisjoint(passage.lower[max(floor, at - 1) : at + 1])  # `kewajiban moral untuk ...`


def _is_state(passage: Passage, grammar: Grammar, cue: int) -> bool:
    """Whether a form of a cue is an adjective (`karena mendesak`, `secara objektif mendesak`): who is pressed does not
    follow."""
    inside = 0 < cue < len(passage) - 1
    if passage.lower[cue] not in grammar.urgent or not inside or starts_animate(passage, grammar, cue + 1):
        return False
    way = cue > 1 and passage.lower[cue - 2] in grammar.manner
    demanded = passage.lower[cue + 1] in grammar.verb_object_conjunction
    return not demanded and (passage.lower[cue - 1] in grammar.reason or way)


def _prays(passage: Passage, grammar: Grammar, cue: int) -> bool:
    """Whether God is asked (`memohon kepada Allah agar ...`)."""
    asks = any(form.cue.force is REQUEST for form in grammar.cues.forms.get(passage.lower[cue], ()))
    return asks and not grammar.deity.isdisjoint(passage.lower[cue + 1 : cue + MAX_PRAYER])


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
