"""What need not be done, which forbids it only where somebody is bidden so (`tidak usah menyebar fitnah`)."""

from __future__ import annotations

from kg.extract.address import opens_clause
from kg.extract.cues import CueHit
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, is_passive

MAX_AFRAID = 2  # words from the marker to a word of fear


def only_needless(passage: Passage, grammar: Grammar, hit: CueHit, start: int, floor: int) -> bool:
    """Whether a marker of what need not be, what it speaks of beginning at `start`, forbids nothing: it has a subject
    (`warga tidak usah membayar`), calms (`tidak usah takut`), or tells of what is done or held (`tidak usah dibahas`,
    `tidak usah saya ulangi`, `tidak usah jadi juara`), or of what holds under a condition."""
    if hit.form.words[-1] not in grammar.needless or start >= len(passage):
        return False
    if passage.lower[hit.last] == ",":
        return True  # `tidak usah, biasa saja`: what, is left out
    near = passage.lower[start : start + MAX_AFRAID]
    if not (grammar.hesitation | grammar.vague).isdisjoint(near) or passage.lower[start] in grammar.first_person:
        return True  # the second: `tidak usah kayak gitu`
    if is_passive(passage, grammar, start) or passage.lower[start] in grammar.being:
        return True
    if not opens_clause(passage, grammar, hit.first, floor):
        return True
    return not grammar.conditional.isdisjoint(passage.lower[floor : hit.first])
