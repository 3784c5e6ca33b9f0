"""Who acts in a clause of purpose: whoever is the subject of the clause around it (UD advcl; subject control)."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, clause_start, is_passive, is_verb

MAX_AIM = 14  # words between a verb and the aim of what it tells


def acting_verb(passage: Passage, grammar: Grammar, cue: int) -> int:
    """The verb whose subject is the cue's too: that of the clause before `untuk`, else the cue itself.

    Between them stands somebody whom the act meets or whose place it leads to (`mendatangi kantor bupati untuk menuntut
    ...`), or a rally that is held. Not a verb that sends, chooses or tells somebody for it: he is who acts then.
    """
    floor = clause_start(passage, cue)
    at = cue - 1
    while at > floor and passage.lower[at] in grammar.pre_verb and passage.mention[at] < 0:
        at -= 1
    if at <= floor or passage.lower[at] not in grammar.aim:
        return cue
    somebody = rally = False
    for verb in range(at - 1, max(floor, at - MAX_AIM) - 1, -1):
        lower = passage.lower[verb]
        if lower == "," or lower in grammar.demand:
            return cue
        if passage.agent_at(verb) is not None:
            somebody = True
        elif lower in grammar.rally and lower not in grammar.rallying:
            rally = True
        elif is_verb(passage, grammar, verb):
            sends = lower in grammar.cues.forms or lower in grammar.mustering or lower in grammar.deputing
            acts = somebody or (rally and lower in grammar.rallying)
            return verb if acts and not sends and not is_passive(passage, grammar, verb) else cue
    return cue
