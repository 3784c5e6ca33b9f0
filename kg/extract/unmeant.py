"""Modals by which the speaker tells nobody anything: what is dreaded, compared or borne, how something is to come."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, is_passive

MAX_RATHER = 6  # words between what is better and the modal of what it is better than


def unmeant(passage: Passage, grammar: Grammar, modal: int, start: int, floor: int) -> bool:
    """Whether a modal, what must be done beginning at `start`, asks nothing of anybody."""
    return (
        _dreaded(passage, grammar, modal)
        or _names(passage, grammar, modal)
        or _sought(passage, grammar, modal, floor)
        or _worse(passage, grammar, modal, floor)
        or _weighed(passage, grammar, modal, floor)
        or _own(passage, grammar, modal, floor)
        or f"{passage.lower[start]} {passage.lower[min(start + 1, len(passage) - 1)]}" in grammar.burden
    )


def _dreaded(passage: Passage, grammar: Grammar, modal: int) -> bool:
    """Whether a modal only tells what it must not come to (`jangan sampai yang membantu harus dibantu`)."""
    until = next((k for k in range(modal - 1, 0, -1) if passage.lower[k] in grammar.until), 0)
    return (
        until > 0
        and passage.lower[until - 1] in grammar.prohibitive
        and not any(passage.is_punctuation(k) for k in range(until, modal))
    )


def _names(passage: Passage, grammar: Grammar, modal: int) -> bool:
    """Whether a modal is part of a noun (`wajib pajak`, `program wajib belajar`); not before a passive (`program itu
    wajib dijalankan`)."""
    if modal + 1 >= len(passage) or passage.lower[modal] not in grammar.must:
        return False
    if f"{passage.lower[modal]} {passage.lower[modal + 1]}" in grammar.obliged:
        return True
    kind = modal > 0 and passage.lower[modal - 1] in grammar.obliging
    return kind and passage.lower[modal] in grammar.obliged and not is_passive(passage, grammar, modal + 1)


def _sought(passage: Passage, grammar: Grammar, modal: int, floor: int) -> bool:
    """Whether a clause only asks how to bring it about that somebody must (`kami bahas bagaimana agar warga wajib
    ...`)."""
    return any(
        passage.lower[k] in grammar.question and passage.lower[k + 1] in grammar.verb_object_conjunction
        for k in range(floor, modal - 1)
    )


def _worse(passage: Passage, grammar: Grammar, modal: int, floor: int) -> bool:
    """Whether a modal tells what something is better than (`lebih baik daripada semua harus dipindah`)."""
    if passage.lower[modal] not in grammar.must:
        return False  # `daripada menunggu, lebih baik ...`
    first = max(floor, modal - MAX_RATHER)
    rather = next((k for k in range(modal - 1, first, -1) if passage.lower[k] in grammar.rather_than), None)
    return rather is not None and not any(
        passage.is_punctuation(k) or passage.lower[k] in grammar.clause_opener for k in range(rather, modal)
    )


def _weighed(passage: Passage, grammar: Grammar, modal: int, floor: int) -> bool:
    """Whether a clause is only what somebody studies or discusses (`Pemkot Kaji ASN Wajib Naik Bus`): nothing but a
    noun phrase between the verb and the modal."""
    at = modal - 1
    while at > floor and passage.sentence.tags[at] in ("NOUN", "PROPN", "ADJ", "DET", "NUM"):
        if passage.lower[at] in grammar.weighing:
            break
        at -= 1
    return floor < at < modal - 1 and passage.lower[at] in grammar.weighing


def _own(passage: Passage, grammar: Grammar, modal: int, floor: int) -> bool:
    """Whether a modal without a subject is said by somebody of himself (`kalau saya karena perlu, jadi harus hemat`):
    the sentence opens with him."""
    opens = next((k for k in range(floor, modal) if not passage.is_punctuation(k)), modal)
    if opens + 1 >= modal or passage.quotation[modal] < 0 or passage.lower[opens] not in grammar.as_for:
        return False
    before = modal - 1
    while before > opens and passage.lower[before] in grammar.pre_verb:
        before -= 1
    bare = passage.is_punctuation(before) or passage.lower[before] in grammar.clause_opener
    return bare and passage.lower[opens + 1] in grammar.first_person
