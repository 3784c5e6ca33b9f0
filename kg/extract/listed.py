"""Orders in a list that a noun of speech announces: `menyampaikan penekanan, yaitu: pertama, jaga kesehatan`."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.agents import possessor, verb_before
from kg.extract.grammar import Grammar
from kg.extract.issuers import subject_of
from kg.extract.passage import Passage, is_passive
from kg.extract.phrases import agents_in, phrase_end, starts_animate
from kg.model import Reference
from kg.model.making import quickly_made

MAX_ANNOUNCED = 12  # words between the noun and what opens its list
RULE = "imperative:listed"


@quickly_made
@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list of orders: who gave them, to whom, and where the item ends before a semicolon."""

    issuer: Reference
    addressees: tuple[Reference, ...]
    end: int


def behind_listing(passage: Passage, grammar: Grammar, at: int) -> int:
    """The word behind what opens a list at a word (`antara lain`, `di antaranya`, `yaitu`); that word if nothing
    does."""
    for length in (3, 2, 1):
        if " ".join(passage.lower[at : at + length]) in grammar.listing:
            return at + length
    return at


def listed(passage: Passage, grammar: Grammar, at: int) -> Item | None:
    """The item of a list that an imperative of a report begins; `None` if no noun of speech before it announces one,
    or nobody gave it."""
    if passage.quotation[at] >= 0 or passage.sentence.is_title or grammar.announcing.isdisjoint(passage.lower[:at]):
        return None
    found = _announced(passage, grammar, at)
    if found is None or not _opens_item(passage, grammar, at, found[1]):
        return None
    noun, _ = found
    issuer, behind = possessor(passage, grammar, noun, at)
    light = verb_before(passage, grammar, noun, grammar.light_verb)
    if issuer is None and light is not None and not is_passive(passage, grammar, light):
        issuer = subject_of(passage, grammar, light)
    if issuer is None:
        return None
    told: tuple[Reference, ...] = ()
    if passage.lower[behind] in grammar.to_person and starts_animate(passage, grammar, behind + 1):
        end, _ = phrase_end(passage, grammar, behind + 1, at)
        told = agents_in(passage, grammar, behind + 1, end)
    end = next((k for k in range(at, len(passage)) if passage.lower[k] == ";"), len(passage))
    return Item(issuer, told, end)


def _opens_item(passage: Passage, grammar: Grammar, at: int, opens: int) -> bool:
    """Whether an item of the list that begins at the word `opens` begins with the verb at `at`."""
    first = at
    while first > opens and passage.lower[first - 1] in grammar.sequence_lead:
        first -= 1
    if first - 1 > opens and passage.lower[first - 1] == "," and passage.lower[first - 2] in grammar.ordinal:
        first -= 2  # `pertama, jaga ...`
    elif first > opens and passage.lower[first - 1] in grammar.ordinal:
        first -= 1
    return first == opens or (first > opens and passage.lower[first - 1] == ";")


def _announced(passage: Passage, grammar: Grammar, at: int) -> tuple[int, int] | None:
    """The noun of speech that announces a list before `at`, and the list's first word."""
    for noun in range(at - 2, -1, -1):
        if passage.lower[noun] not in grammar.announcing:
            continue
        for k in range(noun + 1, min(at, noun + MAX_ANNOUNCED)):
            start = behind_listing(passage, grammar, k)
            while start < at and passage.lower[start] in grammar.colon:
                start += 1
            if start > k:
                return noun, start
    return None
