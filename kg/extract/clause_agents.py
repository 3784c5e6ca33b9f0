"""Who stands in a clause before a verb: the agent outside a prepositional phrase, over adverbs and brackets."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.passage import Passage
from kg.model.members import PERSON, POST, PRONOUN

NAMES = (PERSON, POST)  # what a comma may part of its apposition


def skip_adverbs(passage: Passage, grammar: Grammar, at: int, floor: int) -> int:
    """Leftwards over adverbs, auxiliaries, negations, commas and brackets; the index of the first other word."""
    while at >= floor:
        lower = passage.lower[at]
        if passage.mention[at] >= 0 and passage.agent_at(at) is not None:
            return at
        if lower == ")":
            while at >= floor and passage.lower[at] != "(":
                at -= 1
            at -= 1
            continue
        skippable = (
            lower in grammar.pre_verb
            or lower in grammar.negator
            or lower in grammar.irrealis
            or lower == ","
            or lower in ("-", "–", "—")
        )
        if not skippable:
            return at
        at -= 1
    return at


def mention_start(passage: Passage, grammar: Grammar, at: int, floor: int) -> int:
    """The first word of the mention over `at`, of posts and persons chained before it, and of its quantifiers."""
    first = passage.mentions[passage.mention[at]].first
    kind = passage.mentions[passage.mention[at]].kind
    if kind is PRONOUN:
        return first
    while first - 1 >= floor:
        before = passage.lower[first - 1]
        if before in grammar.quantifier or (
            before in (",", "(") and kind in NAMES and passage.agent_at(first - 2) is not None
        ):
            first -= 1
        elif passage.mention[first - 1] >= 0 and passage.agent_at(first - 1) is not None:
            first = passage.mentions[passage.mention[first - 1]].first
        else:
            break
    return first


def in_prepositional(passage: Passage, grammar: Grammar, at: int, floor: int) -> bool:
    first = mention_start(passage, grammar, at, floor)
    return first - 1 >= floor and passage.lower[first - 1] in grammar.preposition


def first_agent(passage: Passage, grammar: Grammar, floor: int, stop: int) -> int | None:
    """The first agent of the clause outside a prepositional phrase; a person behind a post counts as that post."""
    at = floor
    while at < stop:
        if passage.agent_at(at) is not None:
            if not in_prepositional(passage, grammar, at, floor):
                return at
            at = passage.mentions[passage.mention[at]].last
            continue
        at += 1
    return None
