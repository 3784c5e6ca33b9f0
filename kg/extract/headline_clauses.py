"""A headline of two clauses: where that of a passive cue begins behind the comma."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, is_verb
from kg.extract.phrases import starts_animate


def past_first_clause(passage: Passage, grammar: Grammar, first: int, last: int) -> int:
    """Behind the clause without a subject that opens a headline (`Cegah Tawuran, Guru Diminta ...`, `Jika Kalah, Partai
    Diminta ...`); `first` if somebody does not stand behind its comma."""
    comma = next((k for k in range(first, last) if passage.lower[k] == ","), last)
    opens = is_verb(passage, grammar, first) or passage.lower[first] in grammar.conditional
    return comma + 1 if comma + 1 < last and opens and starts_animate(passage, grammar, comma + 1) else first


def past_other_clause(passage: Passage, grammar: Grammar, first: int, last: int) -> int:
    """Behind the only comma of a headline if another clause than the cue's stands before it, somebody named with more
    than his name and no conjunction (`Presiden Kunjungi Bali, Sopir Diminta ...`, not `TNI, Polri Diminta ...`)."""
    commas = [k for k in range(first, last) if passage.lower[k] == ","] if passage.title_case else []
    if len(commas) != 1 or not grammar.list_conjunction.isdisjoint(passage.lower[first:last]):
        return first
    comma, found = commas[0], passage.addressable_at(first)
    named = first if found is None else passage.mentions[found].last
    governed = first > 0 and passage.lower[first - 1] in grammar.preposition
    apart = governed or comma - named > 1
    return comma + 1 if apart and comma + 1 < last and starts_animate(passage, grammar, comma + 1) else first
