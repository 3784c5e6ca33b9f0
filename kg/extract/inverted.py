"""Who must not do something, told behind the cue that forbids it (`tidak boleh terdakwa keluar`)."""

from __future__ import annotations

from kg.extract.cues import CueHit
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, is_passive, is_verb
from kg.extract.phrases import agents_in, phrase_end, starts_animate
from kg.extract.predicates import ACTIVE
from kg.model import Reference
from kg.model.members import FORBID


def forbidden_to(passage: Passage, grammar: Grammar, start: int, stop: int) -> tuple[tuple[Reference, ...], int] | None:
    """Those who stand at a word behind a cue that forbids, and where what they must not do begins (`jangan polisi
    memihak`, `tidak dibenarkan seorang guru untuk memukul siswa`); `None` if what is told befalls them."""
    if not starts_animate(passage, grammar, start) or passage.lower[start] in grammar.second_person:
        return None
    end, _ = phrase_end(passage, grammar, start, stop)
    members = agents_in(passage, grammar, start, end)
    described = not grammar.relative.isdisjoint(passage.lower[start:end])  # `jangan warga yang menjadi korban`
    while end < stop and (passage.lower[end] in grammar.demand or passage.lower[end] in grammar.pre_verb):
        end += 1
    if not members or described or end >= stop or not is_verb(passage, grammar, end):
        return None
    lower = passage.lower[end]
    befalls = lower in grammar.stative or lower in grammar.being or lower in grammar.feeling
    if befalls or lower in grammar.suffering or is_passive(passage, grammar, end) or not lower.startswith(ACTIVE):
        return None
    return members, end


def behind_marker(
    passage: Passage, grammar: Grammar, hit: CueHit, members: tuple[Reference, ...], start: int, stop: int
) -> tuple[tuple[Reference, ...], int]:
    """Those addressed and where what is to be done begins, those included whom a marker that forbids names behind it;
    not behind `jangan sampai` (`jangan sampai warga mengungsi`: what is feared)."""
    alone = not members and hit.form.cue.force is FORBID and hit.last == hit.first + 1
    return (forbidden_to(passage, grammar, start, stop) if alone else None) or (members, start)
