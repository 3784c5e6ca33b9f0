"""Whose a demand is that no possessor or light verb before it tells: whoever voices it, shows it, or lays it down."""

from __future__ import annotations

from kg.extract.cues import CueHit
from kg.extract.frames import Frame
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, is_passive, is_verb
from kg.extract.phrases import agents_in, phrase_end, reference_to, starts_animate
from kg.extract.predicates import is_action_noun
from kg.model import Reference
from kg.model.members import FORBID, NONE

MAX_SAID = 40  # words from a noun of demand to what is done with it
MAX_BANNED = 14  # words from a ban to whom it holds for


def said_by(passage: Passage, grammar: Grammar, hit: CueHit, stop: int) -> tuple[Reference | None, int | None]:
    """Who voices a demand whose noun opens the sentence, and where the predicate stands that tells it (`seruan agar
    warga tenang disuarakan MUI`, `desakan agar lurah mundur datang dari warga`)."""
    if any(not passage.is_punctuation(k) for k in range(hit.first)) or hit.last >= stop:
        return None, None
    if passage.lower[hit.last] not in grammar.to_person | grammar.demand:
        return None, None
    for at in range(hit.last + 2, min(stop, hit.last + MAX_SAID) - 1):
        agent = _voice(passage, grammar, at, stop)
        if agent is not None:
            return reference_to(passage, grammar, agent), at
    return None, None


def _voice(passage: Passage, grammar: Grammar, at: int, stop: int) -> int | None:
    """Where whoever voices a demand is named behind a passive of handing on or a verb of coming."""
    handed = passage.lower[at] in grammar.handed and is_passive(passage, grammar, at)
    comes = passage.lower[at] in grammar.coming_from
    if not handed and not comes:
        return None
    behind = at + 1
    while behind < stop - 1 and passage.lower[behind] in grammar.pre_verb and passage.mention[behind] < 0:
        behind += 1
    led = passage.lower[behind] in (grammar.by if handed else grammar.origin)
    behind += led
    if not (handed or led) or passage.agent_at(behind) is None:
        return None
    return behind


def shown_by(
    passage: Passage, grammar: Grammar, light: int, start: int, stop: int
) -> tuple[Reference | None, int | None]:
    """Who shows what holds a demand, and where it is told (`spanduk berisi imbauan agar ... dipasang polisi`, `polisi
    memasang spanduk berisi imbauan ...`)."""
    if passage.lower[light] not in grammar.holding_text or passage.lower[light - 1] in grammar.pointing:
        return None, None
    for at in range(start, min(stop, start + MAX_SAID) - 1):
        if passage.lower[at] in grammar.shown and is_passive(passage, grammar, at):
            behind = at + 1 + (passage.lower[at + 1] in grammar.by)
            if passage.agent_at(behind) is not None:
                return reference_to(passage, grammar, behind), at
            return Reference(NONE, None, None, passage.sentence.index), at
    return None, None


def in_force(passage: Passage, grammar: Grammar, hit: CueHit, stop: int) -> tuple[Reference, Frame] | None:
    """A ban that opens its sentence and is told to hold for somebody (`larangan membawa tas bagi siswa berlaku ...`),
    and who gave it: whoever a passive names behind it, else somebody unknown."""
    opens = all(passage.is_punctuation(k) for k in range(hit.first)) or passage.lower[hit.first - 1] in "-–—"
    if hit.form.cue.force is not FORBID or not opens or hit.last + 3 >= stop:
        return None
    start = hit.last
    acts = is_verb(passage, grammar, start) and not is_passive(passage, grammar, start)
    if not acts and not is_action_noun(passage, start):
        return None
    leads = grammar.to | grammar.purpose_lead
    for at in range(start + 1, min(stop - 2, start + MAX_BANNED)):
        if passage.lower[at] == "," or passage.lower[at] in grammar.relative:
            return None
        if passage.lower[at] not in leads or not starts_animate(passage, grammar, at + 1):
            continue
        end, _ = phrase_end(passage, grammar, at + 1, stop)
        holds = next((k for k in range(end, min(stop, end + MAX_BANNED)) if _holds(passage, grammar, k)), None)
        members = agents_in(passage, grammar, at + 1, end)
        if holds is None or not members:
            return None
        behind = holds + 1 + (holds + 1 < stop and passage.lower[holds + 1] in grammar.by)
        given = passage.lower[holds] in grammar.handed and passage.agent_at(behind) is not None
        giver = reference_to(passage, grammar, behind) if given else Reference(NONE, None, None, passage.sentence.index)
        return giver, Frame(members, start, at, "thing", clausal=True, demand=True)
    return None


def _holds(passage: Passage, grammar: Grammar, at: int) -> bool:
    return passage.lower[at] in grammar.in_force or passage.lower[at] in grammar.handed
