"""Imperatives that no comma parts from the condition before them (`kalau banjir datang tutup pintu air`)."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, is_verb

MAX_CONDITION = 8  # words of a condition whose verb stands right before the imperative
MAX_WHOLE = 16  # words of one that goes on behind its verb


def suffixed(verb: str, grammar: Grammar) -> bool:
    """Whether a bare verb has -kan or -i, so that a statement would have it with meN-."""
    return verb.endswith(("kan", "i")) and verb not in grammar.root_in_i  # `pelaku cari korban`: none


def under_condition(passage: Passage, grammar: Grammar, at: int, floor: int) -> bool:
    """Whether a bare verb follows a whole condition without a comma (`kalau banjir datang tutup pintu air`)."""
    first = at
    while first > floor and not passage.is_punctuation(first - 1):
        first -= 1
    while first < at and passage.lower[first] in grammar.imperative_lead and passage.mention[first] < 0:
        first += 1
    if passage.lower[at] not in grammar.bare_verb or passage.lower[first] not in grammar.conditional:
        return False
    before = passage.lower[at - 1]
    if before in grammar.urgency and at - first <= MAX_CONDITION + 1:
        return not any(
            passage.lower[k] in grammar.first_person for k in range(first, at)
        )  # `kalau melihat, segera ...`
    if before in grammar.pre_verb or before in grammar.irrealis or before in grammar.first_person:
        return False
    whole = at - first <= MAX_CONDITION and is_verb(passage, grammar, at - 1)
    return (whole and before not in grammar.bare_verb) or _goes_past_verb(passage, grammar, at, first)


def _goes_past_verb(passage: Passage, grammar: Grammar, at: int, first: int) -> bool:
    """Whether a condition in speech whose verb is not its last word ends before a bare verb (`kalau ada yang tahu
    alamatnya laporkan`, `kalau memang bersih ya buktikan`): a clause behind a comma would be what follows from it."""
    before = passage.lower[at - 1]
    if passage.quotation[at] < 0 or not first < at - 1 < first + MAX_WHOLE or not suffixed(passage.lower[at], grammar):
        return False
    own = grammar.second_person | grammar.third_person | grammar.first_person | grammar.relative | grammar.demand
    own |= grammar.negator | grammar.coordinator | grammar.preposition
    if before in own or _followed(passage, grammar, at):
        return False
    if before in grammar.particle:
        return True
    acts = (k for k in range(first + 1, at - 1) if passage.lower[k] not in grammar.bare_verb)
    return any(passage.lower[k] in grammar.existence or is_verb(passage, grammar, k) for k in acts)


def _followed(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether something but a reason, an aim or another imperative stands behind the first comma in speech, or a clause
    of its own behind the verb (`kalau ada yang sembunyikan surat itu kami tindak`)."""
    comma = next((k for k in range(at, len(passage)) if passage.is_punctuation(k) or passage.quotation[k] < 0), at)
    goes_on = grammar.reason | grammar.demand | grammar.purpose | grammar.prohibitive | grammar.bare_verb
    for k in range(at + 1, comma - 1):
        ours = passage.lower[k] in grammar.first_person and is_verb(passage, grammar, k + 1)
        if passage.lower[k] in grammar.equating or (ours and passage.lower[k - 1] not in goes_on):
            return True
    behind = comma + 1
    if passage.lower[comma] != "," or behind >= len(passage) or passage.is_mark(behind):
        return False
    return passage.quotation[behind] >= 0 and passage.lower[behind] not in goes_on
