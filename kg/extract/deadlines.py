"""Deadlines that somebody is given: `memberi waktu tiga hari kepada pedagang untuk mengosongkan trotoar`."""

from __future__ import annotations

from kg.extract.cues import CueHit
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, is_verb

MAX_AMOUNT = 8  # words of how long or until when


def gives_time(passage: Passage, grammar: Grammar, hit: CueHit) -> bool:
    """Whether a cue consists of a verb of giving and a noun of time."""
    return hit.last - hit.first > 1 and passage.lower[hit.last - 1] in grammar.time_given


def past_amount(passage: Passage, grammar: Grammar, hit: CueHit) -> int | None:
    """The word behind how much time a cue that gives time gives; right behind any other cue.

    `None` if only time is given without saying how much: that leaves somebody free (`memberi waktu kepada warga untuk
    beristirahat`), unless the noun itself means a deadline (`memberi tenggat kepada ...`).
    """
    if not gives_time(passage, grammar, hit):
        return hit.last
    at = hit.last
    measured = passage.lower[at - 1] in grammar.deadline
    while at < min(len(passage), hit.last + MAX_AMOUNT):
        lower = passage.lower[at]
        told = passage.addressable_at(at) is not None and passage.lower[at - 1] not in grammar.period
        if lower in grammar.to or lower in grammar.demand or told:
            return at if measured else None
        if lower == "," or is_verb(passage, grammar, at):
            return None
        number = passage.sentence.tags[at] == "NUM" or any(map(str.isdigit, lower))
        measured = measured or number or lower in grammar.one_span or lower in grammar.period
        at += 1
    return None
