"""Cues that are performed although an auxiliary of what has not happened stands before them."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.passage import Passage
from kg.model.members import EMPHASISE, REMIND

SPOKEN = (EMPHASISE, REMIND)  # forces of cues that are done by saying that one wants to
MAX_TEXT = 6  # words of a text and its verb before `untuk`


def performs(passage: Passage, grammar: Grammar, cue: int, at: int) -> bool:
    """Whether the auxiliary at a word leaves the cue performed: it is all that somebody can do (`hanya bisa mengimbau
    warga`), or that he wants to say it says it (`Kapolres ingin mengingatkan warga`)."""
    lower = passage.lower[at]
    if lower in grammar.able:
        return at > 0 and passage.lower[at - 1] in grammar.only
    spoken = any(form.cue.force in SPOKEN for form in grammar.cues.forms.get(passage.lower[cue], ()))
    return spoken and lower in grammar.wanting and at + 1 == cue


def issued_text(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether the word at `at` leads to what a text that was issued lays down (`mengeluarkan surat edaran (SE) untuk
    mewajibkan ...`): the verb of issuing stands near before it, the text's noun behind the verb."""
    before = passage.lower[max(0, at - 2 * MAX_TEXT) : at]
    near = before[-MAX_TEXT:]
    issued = next((k for k, lower in enumerate(near) if lower in grammar.signing), None)
    if issued is None or "," in near[issued:] or grammar.directive_document.isdisjoint(near[issued + 1 :]):
        return False
    undone = grammar.negator | grammar.planned | grammar.irrealis  # `belum mengeluarkan`, `akan mengeluarkan`
    return undone.isdisjoint(before)


def rallied(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether the word at `at` leads to what a rally that was held demands (`menggelar aksi di depan Istana untuk
    menuntut ...`): to hold it is to demand it. The rally's noun stands near before it, its verb right before that."""
    first = max(1, at - 2 * MAX_TEXT)
    rally = next((k for k in range(at - 1, first, -1) if passage.lower[k] in grammar.rally), None)
    if rally is None or "," in passage.lower[rally:at]:
        return False
    held = rally if passage.lower[rally] in grammar.rallying else rally - 1
    while held > first and passage.lower[held] in grammar.rally and passage.lower[held] not in grammar.rallying:
        held -= 1  # `melakukan aksi unjuk rasa`
    undone = grammar.negator | grammar.planned | grammar.irrealis
    return passage.lower[held] in grammar.rallying and undone.isdisjoint(passage.lower[max(0, held - MAX_TEXT) : held])
