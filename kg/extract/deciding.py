"""Who decides what must be done: the subject of a verb of deciding whose complement holds the demand."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, clause_start, is_verb
from kg.extract.phrases import reference_to
from kg.model import Reference
from kg.model.members import NONE


def decided_by(passage: Passage, grammar: Grammar, cue: int) -> Reference | None:
    """Who decided that a passive or modal at word `cue` holds (`MK memutuskan polisi dilarang ...`; UD ccomp of the
    verb): whoever stands right before the verb, but for adverbs, else somebody unknown; `None` if nobody decides it."""
    if grammar.deciding.isdisjoint(passage.lower):
        return None
    floor = clause_start(passage, cue)
    at = cue - 1
    while at > floor and passage.lower[at] not in grammar.deciding:
        if is_verb(passage, grammar, at) or passage.lower[at] in grammar.relative:
            return None
        at -= 1
    decider = at - 1
    while decider > floor and passage.lower[decider] in grammar.pre_verb and passage.mention[decider] < 0:
        decider -= 1
    if at <= floor:
        return None
    if passage.agent_at(decider) is None:
        return Reference(NONE, None, None, passage.sentence.index)
    return reference_to(passage, grammar, decider)
