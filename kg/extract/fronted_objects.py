"""Whom a cue addresses who stands before its subject: the fronted object of a first person, the object before it."""

from __future__ import annotations

from kg.extract.cues import CueHit
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, clause_start, is_verb
from kg.extract.phrases import agents_in, starts_animate
from kg.extract.subjects import is_animate_phrase, subject_phrase
from kg.lexicon.cues import Voice
from kg.model import Reference
from kg.model.members import GROUP


def object_before(passage: Passage, grammar: Grammar, hit: CueHit) -> tuple[Reference, ...]:
    """Who stands before a pronoun and a bare cue (`Bulog saya minta menyiapkan stok`): the subject of the passive
    whose agent the pronoun is (Sneddon 2010, 3.29), hence addressed; a third person is such an agent where nothing but
    that subject opens the clause (`camat juga ia minta mendata warga`, not `usai menemui warga ia minta ...`)."""
    pronoun = hit.first - 1
    while pronoun > 0 and passage.lower[pronoun] in grammar.pre_verb and passage.mention[pronoun] < 0:
        pronoun -= 1
    if hit.voice is not Voice.BARE or pronoun < 1:
        return ()
    third = passage.lower[pronoun] in grammar.third_person
    if not third and passage.lower[pronoun] not in grammar.first_person:
        return ()
    if passage.lower[pronoun - 1] == ",":
        return () if third else _of_clause_before(passage, grammar, pronoun - 1)
    start = clause_start(passage, hit.first)
    first, last = subject_phrase(passage, grammar, pronoun, start)
    if first >= last or not is_animate_phrase(passage, grammar, first, last):
        return ()
    if (
        third
        and first > start
        and not (passage.is_punctuation(first - 1) or passage.lower[first - 1] in grammar.to_person)
    ):
        return ()
    return agents_in(passage, grammar, first, last)


def people_before(passage: Passage, grammar: Grammar, hit: CueHit) -> tuple[Reference, ...]:
    """The same if it is of people, not of a body or an event, of which one hopes too (`warga kami harap tenang`)."""
    found = object_before(passage, grammar, hit)
    people = (one.mention is not None and passage.mentions[one.mention].kind is GROUP for one in found)
    return found if all(people) else ()


def _of_clause_before(passage: Passage, grammar: Grammar, comma: int) -> tuple[Reference, ...]:
    """Whom the speaker deals with in the clause before (`kami datangi pedagang di trotoar, kami imbau untuk ...`)."""
    first = clause_start(passage, comma)
    pronoun = next((k for k in range(comma - 1, first, -1) if passage.lower[k] in grammar.first_person), first)
    for verb in range(pronoun + 1, min(comma, pronoun + 3)):
        if is_verb(passage, grammar, verb) and starts_animate(passage, grammar, verb + 1):
            return agents_in(passage, grammar, verb + 1, comma)
    return ()
