"""Who is told in a place of his own: last, behind a comma, or as whom a prohibition says there must not be."""

from __future__ import annotations

from kg.extract.contents import content_end
from kg.extract.cues import CueHit
from kg.extract.frames import Frame
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, clause_end, is_passive
from kg.extract.phrases import agents_in, phrase_end, starts_animate
from kg.extract.predicates import begins_predicate
from kg.model.making import replace
from kg.model.members import FORBID


def told_last(passage: Passage, grammar: Grammar, frame: Frame) -> Frame:
    """The frame with whom its sentence names last, behind a comma (`meminta dilakukan penguatan, kepada Kepala BNPB dan
    gubernur`; UD obl of the cue), nobody being named in its content with that preposition."""
    stop = clause_end(passage, frame.start)
    at = next((k for k in range(frame.start + 1, stop) if passage.lower[k] in grammar.to_person), stop)
    if at + 1 >= stop or passage.lower[at - 1] != "," or not starts_animate(passage, grammar, at + 1):
        return frame
    end, marked = phrase_end(passage, grammar, at + 1, stop)
    ends = end >= stop or passage.is_mark(end) or passage.lower[end] in (".", "!")
    if marked or not ends or not grammar.press.isdisjoint(passage.lower[at:end]):
        return frame
    members = agents_in(passage, grammar, at + 1, end)
    return replace(frame, addressees=members, end=min(frame.end, at - 1)) if members else frame


def none_to_be(passage: Passage, grammar: Grammar, hit: CueHit, at: int) -> Frame | None:
    """`melarang adanya warga [yang] membakar sampah`: those who must not be there are told, and what they must not do
    is the content."""
    while at + 2 < len(passage) and passage.lower[at] in grammar.post_cue:
        at += 1  # `melarang keras adanya ...`
    if hit.form.cue.force is not FORBID or at + 2 >= len(passage) or passage.lower[at] not in grammar.existence:
        return None
    first = at + 1 + passage.sentence.words[at + 1].continues
    if not starts_animate(passage, grammar, first):
        return None
    stop = clause_end(passage, at)
    relative = next((k for k in range(first + 1, stop) if passage.lower[k] in grammar.relative), stop)
    end, _ = phrase_end(passage, grammar, first, relative)
    start = end + (end == relative)
    if start >= stop or not begins_predicate(passage, grammar, start) or is_passive(passage, grammar, start):
        return None
    members = agents_in(passage, grammar, first, end)
    return Frame(members, start, content_end(passage, grammar, start), "object", True, False) if members else None
