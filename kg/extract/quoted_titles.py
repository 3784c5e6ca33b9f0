"""Titles of other texts between quotation marks, which direct nobody: `dalam artikel "Bupati Minta Warga Tenang"`."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.passage import Passage
from kg.model import DirectiveDraft

MAX_TITLE = 20  # words from the mark that opens a title to a trigger in it


def in_title(passage: Passage, grammar: Grammar, draft: DirectiveDraft) -> bool:
    """Whether the words between quotation marks that a directive stands in are a title by the word before the mark."""
    at = passage.sentence.word_from(draft.trigger.start)
    opening = next((k for k in range(at - 1, max(0, at - MAX_TITLE), -1) if passage.is_mark(k)), 0)
    return opening > 0 and passage.lower[opening - 1] in grammar.entitled
