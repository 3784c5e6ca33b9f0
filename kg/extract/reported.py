"""Prohibitions in a report without quotation marks: whom they tell, and whether somebody is said to give them."""

from __future__ import annotations

from kg.extract.content_telling import attributes
from kg.extract.cues import CueHit
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, is_verb
from kg.extract.phrases import starts_animate
from kg.extract.subjects import subject_phrase
from kg.extract.subjects_modal import behind_source
from kg.model.members import FORBID


def subject_told(passage: Passage, grammar: Grammar, at: int, floor: int) -> tuple[int, int]:
    """The words of the subject before a marker (UD nsubj), behind who says so (`menurut Bupati, warga jangan ...`)."""
    first, last = subject_phrase(passage, grammar, at, floor)
    comma = behind_source(passage, first) if _says(passage, grammar, first - 1) else last
    return (comma + 1 if comma < last and passage.lower[comma] == "," else first), last


def told_first(passage: Passage, grammar: Grammar, hit: CueHit, floor: int) -> int:
    """Where those begin who stand before a marker (`anggota jangan ...`), else the marker's first word."""
    first, last = subject_told(passage, grammar, hit.first, floor)
    return first if first < last and starts_animate(passage, grammar, first) else hit.first


def told_by(passage: Passage, grammar: Grammar, hit: CueHit, first: int, last: int) -> bool:
    """Whether a report tells what somebody said that those in `[first, last)` are not to do (`Bupati mengatakan[,]
    warga jangan ...`, `menurut Bupati, warga jangan ...`, `warga jangan ..., kata Bupati`)."""
    if hit.form.cue.force is not FORBID or first >= last or not starts_animate(passage, grammar, first):
        return False
    before = first - 1
    while before > 0 and (passage.lower[before] == "," or passage.lower[before] in grammar.claim_opener):
        before -= 1
    if before > 0 and passage.lower[before] in grammar.speech and is_verb(passage, grammar, before):
        return True
    source = before
    while source > 0 and passage.agent_at(source) is not None:
        source = passage.mentions[passage.mention[source]].first - 1
    if source < before < first - 1 and _says(passage, grammar, source):
        return True
    return says_behind(passage, grammar, hit.last + 2) is not None


def says_behind(passage: Passage, grammar: Grammar, start: int) -> int | None:
    """The comma from `start` on behind which a verb of saying and who says so stand (`..., ungkap Pangdam`)."""
    return next(
        (
            k - 1
            for k in range(start, len(passage) - 1)
            if passage.lower[k - 1] == ","
            and (passage.lower[k] in grammar.speech or attributes(passage, grammar, k))
            and passage.agent_at(k + 1) is not None
        ),
        None,
    )


def bids_on(passage: Passage, grammar: Grammar, hit: CueHit, floor: int) -> bool:
    """Whether a report goes on behind what must be done with what is forbidden, somebody being named who says so
    (`sopir wajib beristirahat, jangan memaksakan diri, kata Kapolres`)."""
    at = hit.first - 1
    joined = at > floor and (passage.lower[at] in grammar.list_conjunction or passage.lower[at] in grammar.contrast)
    if hit.form.cue.force is not FORBID or at <= floor or not (joined or passage.lower[at] == ","):
        return False
    must = next((k for k in range(floor + 1, at) if passage.lower[k] in grammar.must), None)
    if must is None or passage.lower[must - 1] in grammar.first_person:
        return False
    if any(_says(passage, grammar, k) and is_verb(passage, grammar, k) for k in range(floor, must)):
        return True
    return any(
        passage.lower[k - 1] == "," and _says(passage, grammar, k) and passage.agent_at(k + 1) is not None
        for k in range(hit.last + 1, len(passage) - 1)
    )


def _says(passage: Passage, grammar: Grammar, at: int) -> bool:
    return at >= 0 and passage.lower[at] in grammar.speech
