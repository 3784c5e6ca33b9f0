"""Attitudes that one is bidden to keep without a verb (`fokus saja pada tugas`, `waspada sebelum terlambat`)."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, clause_end

MAX_MINDED = 10  # words of what one is to mind: what is longer mostly tells of something


def minds(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether an adjective of an attitude is an imperative: it opens a sentence of speech, what it is to go to or until
    when follows, and nothing of what is or of who does so."""
    opens = passage.quotation[at] >= 0 and (at == 0 or passage.is_mark(at - 1) or passage.quotation[at - 1] < 0)
    behind = at + 1
    while behind < len(passage) and passage.lower[behind] in grammar.post_cue | grammar.imperative_lead:
        if passage.lower[behind] in grammar.preposition or passage.mention[behind] >= 0:
            break
        behind += 1
    if not opens or behind >= len(passage):
        return False
    if passage.lower[behind] not in grammar.preposition | grammar.time_clause | grammar.colloquial_and:
        return False
    end = next(
        (k for k in range(behind, clause_end(passage, at)) if passage.is_punctuation(k)), clause_end(passage, at)
    )
    tells = grammar.first_person | grammar.third_person | grammar.equating | grammar.already | grammar.irrealis
    tells |= grammar.negator | grammar.planned | grammar.relative | grammar.judging
    if passage.lower[behind] not in grammar.time_clause:
        tells |= grammar.being  # but `waspada sebelum jadi korban`
    return end - at <= MAX_MINDED and tells.isdisjoint(passage.lower[at + 1 : end])
