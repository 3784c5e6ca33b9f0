"""The clause of a cue beside another: as its adverbial, or joined to a demand, whose subject is its own too."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, clause_end, is_verb
from kg.extract.phrases import reference_to
from kg.lexicon.cues import CueForm, Voice
from kg.model import Reference


def main_subject(passage: Passage, grammar: Grammar, verb: int, floor: int) -> Reference | None:
    """The subject of the main clause behind a clause without one that says when, how or besides what (`setelah meminta
    warga menjauh, tim gegana meledakkan ...`): subject of the cue at word `verb` as well (UD advcl)."""
    joined = verb > floor + 2 and passage.lower[verb - 1] in grammar.list_conjunction
    if joined:  # `setelah berkoordinasi dan meminta ...`
        verb = next((k for k in range(floor + 1, verb - 1) if is_verb(passage, grammar, k)), verb)
    opener = verb - 1
    while opener > floor and passage.lower[opener] in grammar.pre_verb and not _opens(passage, grammar, opener):
        opener -= 1
    if opener < floor or not _opens(passage, grammar, opener):
        return None
    before = (k for k in range(floor, opener) if not passage.is_punctuation(k))
    if any(passage.lower[k] not in grammar.clause_opener for k in before):
        return None
    for comma in range(verb + 2, clause_end(passage, verb) - 2):
        if passage.lower[comma] == "," and (subject := _acting(passage, grammar, comma + 1)) is not None:
            return reference_to(passage, grammar, subject)
    return None


def _opens(passage: Passage, grammar: Grammar, at: int) -> bool:
    return passage.lower[at] in grammar.time_clause or passage.lower[at] in grammar.besides


def _acting(passage: Passage, grammar: Grammar, at: int) -> int | None:
    """The agent that a clause begins with, a verb or an auxiliary right behind it, else `None`."""
    while at < len(passage) and passage.lower[at] in grammar.quantifier and passage.mention[at] < 0:
        at += 1
    first = at
    while at < len(passage) and passage.agent_at(at) is not None:
        at = passage.mentions[passage.mention[at]].last
    if at == first:
        return None
    while at < len(passage) and (passage.lower[at] in grammar.pre_verb or passage.lower[at] in grammar.irrealis):
        at += 1
    return first if at < len(passage) and is_verb(passage, grammar, at) else None


def demand_before(passage: Passage, grammar: Grammar, verb: int, subject: int) -> int | None:
    """The verb of demand before `subject`, the first word of who stands before another verb that a conjunction joins to
    it; `None` if there is none."""
    joint = verb - 1
    while joint > subject and passage.lower[joint] in grammar.pre_verb and passage.mention[joint] < 0:
        if passage.lower[joint] in grammar.verb_coordinator and passage.lower[joint - 1] == ",":
            break  # `..., sekaligus mengimbau ...`
        joint -= 1
    joined = grammar.list_conjunction | grammar.verb_coordinator
    if joint <= subject or passage.lower[joint] not in joined:
        return None
    supposed = False
    for at in range(subject - 1, 0, -1):
        if passage.is_mark(at):
            return None
        if any(form.voice is Voice.ACTIVE and len(form.words) == 1 for form in _forms(passage, grammar, at)):
            return at
        if supposed and passage.lower[at] in grammar.speech and is_verb(passage, grammar, at):
            return at  # `menegaskan akan menindak jika ada unsur pidana, sekaligus mengimbau warga ...`
        supposed = supposed or passage.lower[at] in grammar.conditional
    return None


def told_passively(passage: Passage, grammar: Grammar, verb: int, subject: int) -> bool:
    """Whether a passive of demand stands between `subject` and another verb that a conjunction joins to what is
    demanded (`siswa diharapkan membawa bekal serta mendorong ...`): whoever is told there demands nothing."""
    if passage.lower[verb - 1] not in grammar.list_conjunction:
        return False
    return any(
        form.voice is Voice.PASSIVE and len(form.words) == 1
        for at in range(subject, verb - 1)
        for form in _forms(passage, grammar, at)
    )


def _forms(passage: Passage, grammar: Grammar, at: int) -> tuple[CueForm, ...]:
    return grammar.cues.forms.get(passage.lower[at], ()) if passage.mention[at] < 0 else ()
