"""Who demands where the subject of the verb is only set beside them: a description, or what belongs to a text."""

from __future__ import annotations

from kg.extract.clause_agents import in_prepositional, mention_start
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, is_verb
from kg.extract.phrases import reference_to
from kg.model import Reference
from kg.model.members import GROUP, NONE, PERSON

ENCLITIC = "nya"
MAX_TEXT = 8  # words from a verb to the text that somebody got
MAX_DESCRIPTION = 8  # words of what somebody is called behind his name


def whose_text(passage: Passage, grammar: Grammar, verb: int, floor: int) -> Reference | None:
    """Whose text it is of which a relative clause says what a part of it demands (`surat dari KPK yang isinya meminta
    ...`, `putusan MK yang amarnya memerintahkan ...`), a reference to nobody if somebody did not send it himself;
    `None` if the cue stands in no such clause."""
    at = verb - 1
    while at > floor and passage.lower[at] in grammar.pre_verb and passage.mention[at] < 0:
        at -= 1
    if at - 2 < floor or passage.lower[at] != ENCLITIC or not passage.sentence.continuing[at]:
        return None
    people = any(passage.lower[at - 1] in words for words in (grammar.kin, grammar.belonging, grammar.animate))
    if passage.lower[at - 2] not in grammar.relative or people or passage.agent_at(at - 1) is not None:
        return None
    owner = at - 3
    if owner >= floor and passage.agent_at(owner) is not None:
        first = mention_start(passage, grammar, owner, floor)
        of = first > floor and passage.lower[first - 1] in grammar.origin
        if of or not in_prepositional(passage, grammar, owner, floor):
            return reference_to(passage, grammar, first)
    verbs = (k for k in range(at - 3, max(floor, at - MAX_TEXT), -1) if is_verb(passage, grammar, k))
    met = next(verbs, None)
    own = met is None or passage.lower[met] in grammar.sending or passage.lower[met] in grammar.light_verb
    return None if own else Reference(NONE, None, None, passage.sentence.index)


def name_before_description(passage: Passage, grammar: Grammar, verb: int, floor: int) -> Reference | None:
    """The person whose name opens a clause, a comma and what he is behind it, closed by a demonstrative right before a
    verb (`Danu, pedagang pasar itu meminta ...`)."""
    at = verb - 1
    while at > floor and passage.lower[at] in grammar.pre_verb and passage.mention[at] < 0:
        at -= 1
    if at <= floor or passage.lower[at] not in grammar.pointing:
        return None
    comma = 0
    for k in range(at - 1, max(floor, at - MAX_DESCRIPTION), -1):
        if passage.is_mark(k) or is_verb(passage, grammar, k):
            return None
        if passage.lower[k] == "," and _one_of_kind(passage, k + 1):
            comma = k
            break
    named = passage.agent_at(comma - 1) if comma > floor else None
    if named is None or passage.mentions[named].kind is not PERSON:
        return None
    first = mention_start(passage, grammar, comma - 1, floor)
    opens = all(passage.is_punctuation(k) for k in range(floor, first))
    return reference_to(passage, grammar, first) if opens else None


def _one_of_kind(passage: Passage, at: int) -> bool:
    """Whether a noun for one of a kind of people begins at a word."""
    found = passage.mention[at]
    mention = passage.mentions[found] if found >= 0 else None
    return mention is not None and mention.kind is GROUP and mention.first == at and not mention.quantifier
