"""Who is called before an imperative by nothing but what holds of him (`bagi yang belum terdaftar, segera ...`)."""

from __future__ import annotations

from kg.extract.calls import exempted
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, is_passive, is_verb
from kg.model import Reference
from kg.model.members import NONE

MAX_DESCRIBED = 12  # words of a relative clause without a head
OBJECTS = ("NOUN", "PROPN", "VERB", "PRON")  # UD tags of what begins an object
BEFALLS = "ter"  # prefix of a verb of what befalls things (`yang terjadi, ...`)


def called_by_deed(passage: Passage, grammar: Grammar, at: int, floor: int) -> tuple[Reference, ...]:
    """Whom a bare imperative calls by what holds of him, unless he is its object (`yang membawa senjata, tangkap`)."""
    behind = passage.sentence.words[at + 1].upos if at + 1 < len(passage) else "PUNCT"
    whole = behind in OBJECTS or (behind == "ADP" and passage.lower[at] in grammar.intransitive)
    return described(passage, grammar, at, floor) if whole else ()


def described(passage: Passage, grammar: Grammar, at: int, floor: int) -> tuple[Reference, ...]:
    """Whoever a relative clause without a head that opens the clause describes, with `bagi` by any predicate, else by
    an active verb: not what is said of the matter (`yang penting, ...`, `yang kami minta, ...`)."""
    spared = exempted(passage, grammar, at, floor)
    if spared:
        return spared
    first = at
    while first > floor and not passage.is_punctuation(first - 1):
        first -= 1
    end = at if passage.lower[first] in grammar.relative or first == floor else first - 1
    if end < at:
        if passage.lower[end] != "," or any(passage.lower[k] not in grammar.imperative_lead for k in range(first, at)):
            return ()
        first = end
        while first > floor and not passage.is_punctuation(first - 1):
            first -= 1
    while first < end and passage.lower[first] in grammar.imperative_lead and passage.lower[first] not in grammar.to:
        first += 1
    for_them = first < end and passage.lower[first] in grammar.to | grammar.benefactive
    first += for_them
    if end - first < 2 or end - first > MAX_DESCRIBED or passage.lower[first] not in grammar.relative:
        return ()
    if not grammar.first_person.isdisjoint(passage.lower[first:end]) or passage.lower[first + 1] in grammar.priority:
        return ()
    while end - 1 > first and passage.lower[end - 1] in grammar.imperative_lead:
        end -= 1
    further = grammar.obligation | grammar.already  # of a second predicate: `yang lapor harus korban`
    if not further.isdisjoint(passage.lower[first + 2 : end]):
        return ()
    if not for_them and not _acts(passage, grammar, first + 1, end):
        return ()
    return (Reference(NONE, passage.span(first, end), None, passage.sentence.index),)


def _acts(passage: Passage, grammar: Grammar, at: int, end: int) -> bool:
    """Whether a predicate that begins at a word is an active verb."""
    while at < end and (passage.lower[at] in grammar.pre_verb or passage.lower[at] in grammar.irrealis):
        at += 1
    verb = at < end and is_verb(passage, grammar, at) and not is_passive(passage, grammar, at)
    return verb and passage.lower[at] not in grammar.being and not passage.lower[at].startswith(BEFALLS)
