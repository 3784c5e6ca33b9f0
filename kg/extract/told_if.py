"""Whom a demand on a condition tells that names nobody: the subject of the condition."""

from __future__ import annotations

from kg.extract.frames import Frame
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage
from kg.extract.phrases import agents_in, phrase_end, starts_animate
from kg.model.making import replace

MAX_EXPERIENCE = 3  # words from the conjunction of a condition, or from who is its subject, to its verb


def told_if(passage: Passage, grammar: Grammar, at: int, marker: int, frame: Frame | None) -> Frame | None:
    """A frame behind the conjunction at `marker` whose addressees are those that the condition at a word tells what
    befalls (`mengimbau jika ada warga menemukan bom agar melapor`), where it names nobody itself."""
    first = at + 1 + (passage.lower[at + 1] in grammar.existence)
    if frame is None or frame.addressees or frame.passive or passage.lower[at] not in grammar.conditional:
        return frame
    if not starts_animate(passage, grammar, first) or passage.lower[first] in grammar.second_person:
        return frame
    end, _ = phrase_end(passage, grammar, first, marker)
    described = [k for k in range(first, end) if passage.lower[k] in grammar.relative]  # `warga yang kehilangan motor`
    verb = described[0] if described else end
    befalls = not grammar.witness.isdisjoint(passage.lower[verb : min(marker, verb + MAX_EXPERIENCE)])
    return replace(frame, addressees=agents_in(passage, grammar, first, end)) if befalls else frame
