"""Orders in a list that a noun of speech announces: `menyampaikan penekanan, yaitu: pertama, jaga kesehatan`."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.agents import possessor, verb_before
from kg.extract.factuality import factuality_of
from kg.extract.grammar import Grammar
from kg.extract.issuers import subject_of
from kg.extract.passage import Passage, is_passive, is_verb
from kg.extract.phrases import agents_in, phrase_end, starts_animate
from kg.model import Factuality, Reference
from kg.model.making import quickly_made
from kg.model.members import DESCRIPTION, MENTION, NONE

MAX_ANNOUNCED = 12  # words between the noun and what opens its list
RULE = "imperative:listed"


@quickly_made
@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list of orders: who gave them, to whom, whether they were given at all, and where the item ends
    before a semicolon."""

    issuer: Reference
    addressees: tuple[Reference, ...]
    factuality: Factuality
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
    or nobody is known to have given it: whoever receives, refuses or carries out orders gives none."""
    if passage.quotation[at] >= 0 or passage.sentence.is_title or grammar.announcing.isdisjoint(passage.lower[:at]):
        return None
    found = _announced(passage, grammar, at)
    if found is None or not _opens_item(passage, grammar, at, found[1]):
        return None
    noun, _ = found
    if verb_before(passage, grammar, noun, grammar.holding | grammar.refusal) is not None:
        return None  # `ponsel berisi pesan X`, `menolak perintah X`
    issuer, behind = possessor(passage, grammar, noun, at)
    light = verb_before(passage, grammar, noun, grammar.light_verb)
    receiving = verb_before(passage, grammar, noun, grammar.receiving_verb)
    if issuer is None:
        if light is None or light == receiving or is_passive(passage, grammar, light):
            return None
        issuer = subject_of(passage, grammar, light)
        if not _gives(passage, grammar, issuer):
            return None
    told: tuple[Reference, ...] = ()
    to = passage.lower[behind] in grammar.to_person or passage.lower[behind] in grammar.demand  # `pesan X untuk siswa:`
    if to and starts_animate(passage, grammar, behind + 1):
        end, _ = phrase_end(passage, grammar, behind + 1, at)
        told = agents_in(passage, grammar, behind + 1, end)
    elif receiving is not None and is_verb(passage, grammar, receiving):
        receiver = subject_of(passage, grammar, receiving)  # `Kapolsek menerima arahan Kapolres, antara lain ...`
        told = (receiver,) if receiver.kind is MENTION else ()
    cue = next(k for k in (light, receiving, noun) if k is not None)
    factuality = factuality_of(passage, grammar, cue, first_person=False)
    end = next((k for k in range(at, len(passage)) if passage.lower[k] == ";"), len(passage))
    return Item(issuer, told, factuality, end)


def _gives(passage: Passage, grammar: Grammar, subject: Reference) -> bool:
    """Whether the subject of a verb of giving is somebody, no thing (`film itu menyampaikan pesan, yaitu ...`)."""
    if subject.kind is DESCRIPTION and subject.span is not None:
        return passage.lower[passage.sentence.word_from(subject.span.start)] in grammar.person_noun
    return subject.kind is not NONE


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
