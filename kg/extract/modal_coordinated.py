"""A modal or a passive that goes on telling those whom the cue before it told."""

from __future__ import annotations

from kg.extract.contents import content_end
from kg.extract.cues import CueHit
from kg.extract.drafts import build
from kg.extract.frames import Frame
from kg.extract.grammar import Grammar
from kg.extract.issuers import speaker_reference
from kg.extract.passage import Passage, is_passive, is_verb
from kg.lexicon.cues import Voice
from kg.model import DirectiveDraft
from kg.model.members import ADVISE

GOING_ON = "modal:coordinated"  # the rule of a modal or a passive that has no subject of its own
SHARING = (Voice.MODAL, Voice.PASSIVE)


def going_on(passage: Passage, grammar: Grammar, hit: CueHit) -> DirectiveDraft | None:
    """A modal or a passive right behind a conjunction, its subject being whom the cue before addresses (`warga
    dipersilakan masuk dan wajib melapor`): a directive only together with that cue's."""
    before = passage.lower[hit.first - 1]
    coordinated = hit.first > 1 and (before in grammar.list_conjunction or before in grammar.sequence_conjunction)
    also = hit.voice is Voice.MODAL and hit.first > 2 and before in grammar.adding
    coordinated = coordinated or (also and passage.lower[hit.first - 2] in grammar.contrast)  # `..., tetapi juga harus`
    if coordinated and passage.lower[hit.first - 2] in grammar.obligation:
        return None  # `wajib dan harus memiliki`
    if hit.voice not in SHARING or not coordinated or hit.form.cue.force is ADVISE or hit.last >= len(passage):
        return None
    start = hit.last
    while hit.voice is Voice.PASSIVE and start + 1 < len(passage) and passage.lower[start] in grammar.demand:
        start += 1
    if not is_verb(passage, grammar, start) or is_passive(passage, grammar, start):
        return None
    frame = Frame((), start, content_end(passage, grammar, start), "subject", clausal=True, demand=True)
    return build(passage, grammar, hit, frame, speaker_reference(passage, grammar, hit.first), GOING_ON)
