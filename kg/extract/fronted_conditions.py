"""The condition that stands before what is to be done (UD advcl): `jika air naik, warga diminta mengungsi`."""

from __future__ import annotations

from bisect import bisect_left

from kg.extract.grammar import Grammar
from kg.extract.kinds import CONDITIONAL
from kg.extract.passage import Passage, clause_start, is_verb, says_that
from kg.model import DirectiveDraft, Span
from kg.model.making import replace

MIN_CONDITION = 3  # words
MIN_WORD = 6  # letters of the only word of a shorter one: `jika terbukti`, not `kalau bisa`


def with_condition(passage: Passage, grammar: Grammar, draft: DirectiveDraft) -> DirectiveDraft:
    """The draft with the condition that stands before its cue, or between its cue and its content, if it has none in
    its content."""
    content = draft.content
    if content is None or (draft.condition is not None and content.covers(draft.condition)):
        return draft
    draft = draft if draft.condition is None else replace(draft, condition=None)  # of what was cut off
    starts = passage.sentence.starts
    cue = bisect_left(starts, draft.trigger.start)
    first = bisect_left(starts, content.start)
    found = _before(passage, grammar, max(cue, first), min(cue, first))
    return draft if found is None else replace(draft, condition=found)


def _before(passage: Passage, grammar: Grammar, stop: int, cue: int) -> Span | None:
    """The last condition before `stop` that a comma ends, or the cue itself, where it has none."""
    if stop >= len(passage):
        return None
    for at in range(stop - 1, clause_start(passage, stop) - 1, -1):
        if not passage.kinds[at] & CONDITIONAL or passage.mention[at] >= 0:
            continue
        if says_that(passage, grammar, at) or not _opens(passage, grammar, at):
            return None
        if not grammar.content_end.isdisjoint(passage.lower[at:stop]):
            return None  # `kalau hujan, jangan berteduh karena petugas akan meminta ...`: of another clause
        comma = next((k for k in range(at + 1, stop) if passage.lower[k] == ","), None)
        end = comma if comma is not None else cue
        while passage.lower[end - 1] in grammar.clause_opener or passage.lower[end - 1] in grammar.particle:
            end -= 1
            if end <= at:
                return None
        if comma is None and (passage.lower[cue] not in grammar.prohibitive or at > cue):
            return None
        long = end - at >= MIN_CONDITION or (end - at > 1 and len(passage.lower[at + 1]) >= MIN_WORD)
        told = long and any(_predicates(passage, grammar, k) for k in range(at + 1, end))
        return passage.span(at, end) if told else None
    return None


def _opens(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a conjunction of a condition opens a clause before what is to be done: not behind a noun or a verb, of
    which it is the end."""
    if at == 0 or passage.is_punctuation(at - 1):
        return True
    before = passage.lower[at - 1]
    leads = before in grammar.clause_opener or before in grammar.imperative_lead or before in grammar.list_conjunction
    return leads or before in grammar.demand or before in grammar.claim_opener or before in grammar.speech


def _predicates(passage: Passage, grammar: Grammar, at: int) -> bool:
    return is_verb(passage, grammar, at) or passage.sentence.tags[at] == "ADJ" or passage.lower[at] in grammar.existence
