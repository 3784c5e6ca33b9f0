"""Titles of other texts, which direct nobody: between quotation marks (`dalam artikel "Bupati Minta Warga Tenang"`), on
a line of their own."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.passage import Passage
from kg.model import DirectiveDraft
from kg.model.members import DENIED

FIRST_WITHIN = 3  # sentence of an article that is neither its headline nor what repeats it
MAX_TITLE = 20  # words from the mark that opens a title to a trigger in it


def in_title(passage: Passage, grammar: Grammar, draft: DirectiveDraft) -> bool:
    """Whether the words between quotation marks that a directive stands in are a title by the word before the mark."""
    at = passage.sentence.word_from(draft.trigger.start)
    opening = next((k for k in range(at - 1, max(0, at - MAX_TITLE), -1) if passage.is_mark(k)), 0)
    return opening > 0 and passage.lower[opening - 1] in grammar.entitled


def heads_another(passage: Passage, grammar: Grammar, draft: DirectiveDraft) -> bool:
    """Whether a sentence inside an article is the headline of another: most of its words have a capital, no sign ends
    it, and it names who demands, or who is told in a passive (`Kapolri Minta Warga Tenang`)."""
    sentence = passage.sentence
    if draft.factuality is DENIED or sentence.is_title or sentence.index < FIRST_WITHIN or not passage.title_case:
        return False
    if passage.lower[-1] in grammar.sentence_sign or passage.quotation[-1] >= 0 or passage.is_mark(len(passage) - 1):
        return False
    if draft.rule.startswith("passive"):
        return bool(draft.addressees)
    return draft.issuer.mention is not None and draft.issuer.sentence == sentence.index
