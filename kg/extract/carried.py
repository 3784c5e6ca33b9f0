"""Whether a demand that names nobody goes on telling whom the one before told; whose concern it is."""

from __future__ import annotations

from kg.extract.actors import whose_concern
from kg.extract.cues import CueHit
from kg.extract.grammar import Grammar
from kg.extract.headlines import told_afterwards
from kg.extract.passage import Passage, clause_start
from kg.model import Reference
from kg.model.members import FORBID

SUBJECTS = ("NOUN", "PROPN")  # UD tags of what opens a clause as its subject
OUTSIDE = ("ADV", "CCONJ", "SCONJ", "PUNCT", "INTJ")  # UD tags of what may stand before it


def goes_on_telling(passage: Passage, grammar: Grammar, hit: CueHit, start: int) -> bool:
    """Whether those whom the directive before told are told this one too: not what shall not happen, what the
    speaker's own side shall not do (`jangan kita lengah`), nor what another subject must do, which a comma parts from
    its modal (`tugas ulama yang utama, harus ...`, `yang baru mulai, jangan ...`)."""
    lower = passage.lower
    ours = hit.form.cue.force is FORBID and not grammar.first_person.isdisjoint(lower[hit.last : start + 1])
    if ours or lower[start] in grammar.occurring:
        return False
    return not _own_subject(passage, grammar, hit.first)


def _own_subject(passage: Passage, grammar: Grammar, cue: int) -> bool:
    """Whether a noun with a relative clause, or such a clause alone, opens the clause of a modal and ends at the comma
    right before it."""
    floor, comma = clause_start(passage, cue), cue - 1
    if comma <= floor or passage.lower[comma] != ",":
        return False
    first = floor
    while first < comma and (passage.sentence.tags[first] in OUTSIDE or passage.is_mark(first)):
        first += 1
    headless = passage.lower[first] in grammar.relative
    if not headless and passage.sentence.tags[first] not in SUBJECTS:
        return False
    return headless or not grammar.relative.isdisjoint(passage.lower[first:comma])


def told_behind(passage: Passage, grammar: Grammar, start: int, end: int) -> tuple[Reference, ...]:
    """Who is told behind what is bidden, `[start, end)`: in a headline's next clause, or as it is their concern."""
    return told_afterwards(passage, grammar, end) or _concerned(passage, grammar, start, end)


def _concerned(passage: Passage, grammar: Grammar, start: int, end: int) -> tuple[Reference, ...]:
    """Whose concern something shall become (`tolong jadi perhatian bagi para camat`): they are told."""
    if passage.lower[start] not in grammar.turning_into or start + 1 >= end:
        return ()
    return whose_concern(passage, grammar, start, end) if passage.lower[start + 1] in grammar.concern else ()
