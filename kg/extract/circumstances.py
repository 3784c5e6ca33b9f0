"""What is forbidden behind a reason or an occasion: `jangan sampai karena beda pilihan, warga bermusuhan`."""

from __future__ import annotations

from kg.extract.contents import content_end
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, is_verb

MAX_CIRCUMSTANCE = 18  # words of a reason or an occasion


def past_reason(passage: Passage, grammar: Grammar, at: int) -> int:
    """Where what is forbidden begins if a reason or an occasion stands at word `at`, right behind the prohibition; else
    `at`.

    It begins behind the word that leads to it (`jangan karena kaya lantas sombong`) or behind a comma; where neither is
    there, the occasion is a part of it (`jangan saat ada masalah baru lapor`).
    """
    first = at
    while first < len(passage) and (passage.lower[first] in grammar.only or (first == at and passage.lower[at] == ",")):
        first += 1  # `jangan hanya karena ...`, `jangan sampai, ketika ..., ...`
    circumstance = grammar.reason | grammar.time_clause | grammar.conditional
    if first >= len(passage) or passage.lower[first] not in circumstance:
        return at
    near = range(first, min(len(passage), first + MAX_CIRCUMSTANCE))
    stop = next((k for k in near if passage.quotation[k] != passage.quotation[at]), near.stop)
    led = next((k for k in range(first + 1, stop - 1) if passage.lower[k] in grammar.lead_to), None)
    if led is not None:
        return led + 1
    ends = [k for k in range(first + 1, stop - 1) if passage.lower[k] == ","]
    free = [k for k in ends if passage.lower[k + 1] not in circumstance]
    comma = next((k for k in free if _acts_behind(passage, grammar, k, ends)), next(iter(free), None))
    if comma is None or content_end(passage, grammar, comma + 1) <= comma + 1:
        return first
    return comma + 1


def _acts_behind(passage: Passage, grammar: Grammar, comma: int, commas: list[int]) -> bool:
    """Whether a verb stands between a comma and the next one, if there is one (`karena sudah paham, jalan keluarnya
    juga, ia lupa ...`)."""
    behind = next((k for k in commas if k > comma), None)
    return behind is None or any(is_verb(passage, grammar, k) for k in range(comma + 1, behind))
