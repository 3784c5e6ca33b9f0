"""A country as the subject of a clause of its own: it stands for its government, not for who tells of it."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.passage import Passage
from kg.extract.proper_names import is_place
from kg.model import Reference
from kg.model.members import NONE

SUBJECT = "nsubj"


def acting_country(passage: Passage, grammar: Grammar, at: int, verb: int, floor: int) -> Reference | None:
    """The country that acts by a verb in a clause that somebody tells (`Menlu mengatakan bahwa Inggris melarang ...`):
    right before the verb, or its subject by the tree (UD nsubj)."""
    if not (at >= floor and is_place(passage, at)):
        words = passage.sentence.words
        governed = (k for k in range(floor, verb) if words[k].head == verb and words[k].deprel == SUBJECT)
        at = next((k for k in governed if is_place(passage, k)), -1)
    if at < floor:
        return None
    mention = passage.mentions[passage.mention[at]]
    if mention.text.casefold() not in grammar.country or not _opened(passage, grammar, mention.first, floor):
        return None
    return Reference(NONE, passage.span(mention.first, mention.last), None, passage.sentence.index)


def _opened(passage: Passage, grammar: Grammar, first: int, floor: int) -> bool:
    """Whether a clause begins at a word behind who tells it: a conjunction, a question word or a verb of speech, with
    or without a comma, stands before it."""
    if first - 1 <= floor:
        return False
    before = passage.lower[first - 1 - (passage.lower[first - 1] == ",")]
    if before in grammar.speech or before in grammar.claim_opener:
        return True
    openers = (grammar.clause_opener, grammar.conditional, grammar.question)
    return passage.lower[first - 1] != "," and any(before in words for words in openers)
