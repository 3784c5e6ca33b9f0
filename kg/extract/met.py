"""Whom a cue addresses who stands in the clause it is joined to: who is met, called together, told or written to."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, clause_start
from kg.extract.phrases import agents_in, starts_animate
from kg.model import Reference
from kg.model.members import NONE

MAX_MET = 16  # words between a verb of meeting and the cue joined to it
MAX_NAME = 4  # words of a name that no mention covers
MAX_OBJECT = 6  # words between an appeal and to whom it is made (`laporan penipuan umrah itu ke Polda`)


def met_before(passage: Passage, grammar: Grammar, cue: int, *, done: bool) -> tuple[Reference, ...]:
    """Whom the issuer meets, calls together, writes to or speaks to in the clause that the cue is joined to by a
    conjunction or a comma (`keluarga menghampiri guru itu dan meminta ...`, `menyurati Gubernur, mendesak agar ...`).

    If something is to be `done`, by nobody who is named, only those to whom one appeals are told, no mere hearers.
    """
    joint = _joint(passage, grammar, cue)
    floor = max(clause_start(passage, cue), joint - MAX_MET)
    for at in range(joint - 2, floor, -1):
        lower = passage.lower[at]
        if lower == ",":
            return ()
        found = _told_at(passage, grammar, at, joint, done=done)
        if found:
            return found
    return () if done or joint else _met_first(passage, grammar, cue)


def _met_first(passage: Passage, grammar: Grammar, cue: int) -> tuple[Reference, ...]:
    """Whom the issuer meets in the adverbial that opens the clause of a cue (`dalam pertemuan dengan para petani, ia
    berpesan agar ...`, `saat menyapa warga, ...`)."""
    floor = clause_start(passage, cue)
    opens = next((k for k in range(floor, cue) if not passage.is_punctuation(k)), cue)
    comma = next((k for k in range(opens, min(cue, opens + MAX_MET)) if passage.lower[k] == ","), opens)
    if passage.lower[opens] not in grammar.occasion_lead or comma == opens:
        return ()
    for at in range(opens + 1, comma - 1):
        lower, before = passage.lower[at], at - 1 - passage.sentence.continuing[at - 1]
        meets = lower in grammar.approach or f"{passage.lower[at - 1]} {lower}" in grammar.conferring
        meets = meets or (lower in grammar.meeting_with_whom and passage.lower[before] in grammar.encounter)
        if not meets or not starts_animate(passage, grammar, at + 1):
            continue
        told = passage.lower[at + 1 : comma]
        heard = grammar.press.isdisjoint(told) and grammar.victim.isdisjoint(told)
        return agents_in(passage, grammar, at + 1, comma) if heard else ()
    return ()


def _joint(passage: Passage, grammar: Grammar, cue: int) -> int:
    """Where the clause ends that a cue is joined to; 0 if it is joined to none."""
    joint = cue - 1
    joins = grammar.sequence_conjunction | grammar.meanwhile
    between = grammar.sequence_lead | joins
    if joint > 2 and passage.lower[joint] == ",":
        return joint
    while joint > 2 and (passage.lower[joint - 1] in between or passage.lower[joint - 1] == ","):
        joint -= 1
    return 0 if joint < 2 or joins.isdisjoint(passage.lower[joint:cue]) else joint


def _told_at(passage: Passage, grammar: Grammar, at: int, joint: int, *, done: bool) -> tuple[Reference, ...]:
    """Who stands behind the verb or preposition at a word, if that leads to somebody who is then spoken to."""
    lower, behind = passage.lower[at], at + 1
    animate = starts_animate(passage, grammar, behind)
    met = lower in grammar.approach
    if met and not animate and joint - behind <= MAX_NAME:
        named = all(passage.sentence.words[k].upos == "PROPN" for k in range(behind, joint))
        return (Reference(NONE, passage.span(behind, joint), None, passage.sentence.index),) if named else ()
    if not animate or not grammar.press.isdisjoint(passage.lower[behind:joint]):
        return ()
    before = passage.lower[max(0, at - MAX_OBJECT) : at]
    appeals = lower in grammar.toward and not grammar.appeal.isdisjoint(before)
    appeals = appeals or (lower in grammar.to_person and not grammar.speech_noun.isdisjoint(before))
    hears = not done and (lower in grammar.mustering or lower in grammar.to_person)
    together = f"{passage.lower[at - 1]} {lower}" in grammar.conferring
    return agents_in(passage, grammar, behind, joint) if met or appeals or hears or together else ()
