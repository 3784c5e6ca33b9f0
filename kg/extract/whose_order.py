"""Whose order a modal or a passive stands under: the one that opens its clause, or whose `bahwa` opens it."""

from __future__ import annotations

from kg.extract.agents import possessor
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, clause_start
from kg.lexicon.cues import Voice
from kg.model import Reference

MAX_TOLD = 12  # words from a modal to the `bahwa` of an order, and from that to its noun
MAX_OPENING = 16  # words from what opens a reported clause to its modal


def on_whose_order(passage: Passage, grammar: Grammar, cue: int) -> Reference | None:
    """Whose order opens the clause (`sesuai arahan Presiden, seluruh menteri wajib ...`) or is told by it (`arahan
    Presiden bahwa warga tidak boleh ...`), `None` if none does."""
    told = _order_told(passage, grammar, cue)
    if told is not None:
        return told
    at = _opening(passage, grammar, cue)
    if at >= cue or not (passage.lower[at] in grammar.receiving_verb or passage.lower[at] in grammar.authority):
        return None
    noun = at + 2 if at + 1 < cue and passage.lower[at + 1] in grammar.purpose_lead else at + 1
    forms = grammar.cues.forms.get(passage.lower[noun], ()) if noun < cue else ()
    if not any(form.voice is Voice.NOUN and len(form.words) == 1 for form in forms):
        return None
    issuer, behind = possessor(passage, grammar, noun, cue)
    return issuer if behind < cue and passage.lower[behind] == "," else None


def _opening(passage: Passage, grammar: Grammar, cue: int) -> int:
    """The first word of the clause of a cue, of what is reported if a verb of saying stands before (`Kapolres
    mengatakan, sesuai arahan X, anggota wajib ...`)."""
    at = floor = clause_start(passage, cue)
    while at < cue and (passage.is_punctuation(at) or passage.lower[at] in grammar.imperative_lead):
        at += 1
    for k in range(cue - 3, max(floor + 1, cue - MAX_OPENING), -1):
        if passage.lower[k] in grammar.authority:
            that = k - 1 if passage.lower[k - 1] in grammar.that else k
            said = that - 1 - (passage.lower[that - 1] == ",")
            if (that < k or said < that - 1) and passage.lower[said] in grammar.speech:
                return k
    return at


def _order_told(passage: Passage, grammar: Grammar, cue: int) -> Reference | None:
    """Whose order the clause of a cue tells: the noun and its possessor stand right before its `bahwa`."""
    that = next((k for k in range(cue - 1, max(0, cue - MAX_TOLD), -1) if passage.lower[k] in grammar.that), 0)
    for noun in range(that - 2, max(-1, that - MAX_TOLD), -1):
        forms = grammar.cues.forms.get(passage.lower[noun], ())
        if any(form.voice is Voice.NOUN and form.words == (passage.lower[noun],) for form in forms):
            issuer, behind = possessor(passage, grammar, noun, that + 1)
            return issuer if behind == that else None
    return None
