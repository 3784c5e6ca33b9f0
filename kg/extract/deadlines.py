"""Deadlines that somebody is given: `memberi waktu tiga hari kepada pedagang untuk mengosongkan trotoar`."""

from __future__ import annotations

import re

from kg.extract.cues import CueHit
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, is_verb
from kg.lexicon.cues import Voice
from kg.model.members import EMPHASISE, REMIND, URGE

CALLING = (EMPHASISE, REMIND, URGE)
MAX_AMOUNT = 8  # words of how long or until when
A_DAY = re.compile(r"(?<!\d)(?:2[4-9]|[3-9]\d|[1-9]\d{2,})(?!\d)")  # hours of a day or more: `24`, `2x24`


def gives_time(passage: Passage, grammar: Grammar, hit: CueHit) -> bool:
    """Whether a cue consists of a verb of giving and a noun of time."""
    return hit.last - hit.first > 1 and passage.lower[hit.last - 1] in grammar.time_given


def past_amount(passage: Passage, grammar: Grammar, hit: CueHit) -> int | None:
    """The word behind how much time a cue that gives time gives; right behind any other cue and the noun of what it
    calls out (`menyerukan peringatan kepada warga untuk ...`).

    `None` if only time is given without saying how much: that leaves somebody free (`memberi waktu kepada warga untuk
    melihat-lihat`), as do minutes or hours and time for a right (`memberi waktu dua hari untuk mengajukan banding`),
    unless the noun itself means a deadline (`memberi tenggat kepada ...`).
    """
    if not gives_time(passage, grammar, hit):
        return hit.last + _calls_out(passage, grammar, hit)
    at = hit.last
    due = not grammar.deadline.isdisjoint(passage.lower[hit.first : at])
    measured, until = due, due
    while at < min(len(passage), hit.last + MAX_AMOUNT):
        lower = passage.lower[at]
        told = passage.addressable_at(at) is not None and passage.lower[at - 1] not in grammar.period
        if lower in grammar.to or lower in grammar.demand or told:
            return at if measured and (due or not _entitled(passage, grammar, at)) else None
        if lower == "," or is_verb(passage, grammar, at):
            return None
        until = until or (lower in grammar.period and lower not in grammar.locative_of_time)  # `sampai jam 12`
        short = lower in grammar.hour and A_DAY.search(passage.lower[at - 1]) is None
        if not until and (short or lower in grammar.moment):
            return None
        number = passage.sentence.tags[at] == "NUM" or any(map(str.isdigit, lower))
        measured = measured or number or lower in grammar.one_span or lower in grammar.period
        at += 1
    return None


def _calls_out(passage: Passage, grammar: Grammar, hit: CueHit) -> bool:
    """Whether a noun of demand is the object of an active cue, whom it is told or what is demanded behind it."""
    at = hit.last
    if hit.voice is not Voice.ACTIVE or hit.form.cue.force not in CALLING or at + 1 >= len(passage):
        return False
    noun = any(
        form.voice is Voice.NOUN and len(form.words) == 1 for form in grammar.cues.forms.get(passage.lower[at], ())
    )
    return noun and (passage.lower[at + 1] in grammar.to or passage.lower[at + 1] in grammar.demand)


def _entitled(passage: Passage, grammar: Grammar, start: int) -> bool:
    """Whether time is given for a right or for ease (`untuk [segera] mengajukan banding`), not for what must be done;
    `start` is whom it is given or the conjunction."""
    marker = next((k for k in range(start, len(passage)) if passage.lower[k] in grammar.demand), None)
    at = len(passage) if marker is None else marker + 1
    while at < len(passage) and (passage.lower[at] in grammar.content_adverb or passage.lower[at] in grammar.pre_verb):
        at += 1
    return at < len(passage) and passage.lower[at] in grammar.entitlement
