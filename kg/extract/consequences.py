"""Modals that tell what came of something: `ini membuat pasien harus cuci darah`, nobody demands it."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, is_passive, is_verb, says_that
from kg.extract.predicates import main_verb, verb_by_form


def came_of_it(passage: Passage, grammar: Grammar, modal: int, floor: int) -> bool:
    """Whether a modal tells a consequence: how far it came or despite what (`panitia sampai harus membatasi peserta`),
    what something made happen, what befell who has just been said to suffer something (`siswa tidak diterima dan harus
    ...`), or what a condition supposes (`istrinya siap jika ia harus dipindah`, `jika warga harus mengungsi, ...`)."""
    if modal and passage.lower[modal - 1] in grammar.to_the_point:
        return True
    if passage.quotation[modal] < 0 and _owing(passage, grammar, modal, floor):
        return True
    first = modal
    while first > floor and passage.lower[first - 1] != ",":
        first -= 1
    caused = not grammar.causing.isdisjoint(passage.lower[first:modal])
    return caused or _suffered(passage, grammar, first, modal) or _supposed(passage, grammar, first, modal)


def _owing(passage: Passage, grammar: Grammar, modal: int, floor: int) -> bool:
    """Whether a report begins its clause with what came of something (`akibat banjir, pasien harus dipindah`)."""
    opens = next((k for k in range(floor, modal) if not passage.is_punctuation(k)), modal)
    whole = passage.lower[opens] + (passage.lower[opens + 1] if passage.split[opens] else "")
    return whole in grammar.owing_to and grammar.speech.isdisjoint(passage.lower[opens:modal])


def _suffered(passage: Passage, grammar: Grammar, first: int, modal: int) -> bool:
    """Whether a conjunction right before the modal joins it to a passive of what happened to its subject."""
    if modal - 1 <= first or passage.lower[modal - 1] not in grammar.verb_coordinator:
        return False
    verbs = [k for k in range(first, modal - 1) if is_verb(passage, grammar, k)]
    if not grammar.as_it_came.isdisjoint(passage.lower[first : modal - 1]):
        return True  # `warga terpaksa mengungsi dan harus tidur di tenda`
    asked = not grammar.obligation.isdisjoint(passage.lower[first : modal - 1])
    return bool(verbs) and not asked and is_passive(passage, grammar, verbs[-1])


def _supposed(passage: Passage, grammar: Grammar, first: int, modal: int) -> bool:
    """Whether a condition right behind the verb of the main clause, or at the start of a clause, is completed by no
    verb but its modal's; `kalau` at the start of a clause may only say what is spoken of."""
    condition = next((k for k in range(modal - 1, first - 1, -1) if passage.lower[k] in grammar.conditional), None)
    if condition is not None and passage.lower[condition + 1] in grammar.indeed:
        return True  # `kalau memang itu harus dilakukan, ...`
    if condition is None or says_that(passage, grammar, condition):
        return False  # `mengatakan jika warga harus melapor`: that they must
    believed = not grammar.that.isdisjoint(passage.lower[condition + 2 : modal])
    if believed and condition > first and passage.lower[condition - 1] not in grammar.speech:
        return True  # `jika ia percaya bahwa warga harus patuh, ...`
    spoken_of = passage.lower[condition] in grammar.that  # `kalau truk itu harus diperiksa`: as for that lorry
    if spoken_of if condition == first else not _completed(passage, grammar, first, condition, modal):
        return False
    return main_verb(passage, grammar, condition + 1, modal) is None


def _completed(passage: Passage, grammar: Grammar, first: int, condition: int, modal: int) -> bool:
    """Whether a main clause stands before a condition: its verb right before it or, in a report, anywhere from `first`
    on (`KBRI sudah menyiapkan bus apabila warga harus dipindah`), or a word that denies it (`mustahil bila ...`)."""
    if verb_by_form(passage, grammar, condition - 1) or passage.lower[condition - 1] in grammar.disbelief:
        return True
    alone = passage.lower[condition] not in grammar.that and passage.quotation[condition] < 0
    alone = alone and passage.lower[modal] in grammar.must  # not `ia sepakat bila hakim sebaiknya ...`
    said = next((k + 1 for k in range(condition - 1, first - 1, -1) if passage.lower[k] in grammar.speech), first)
    return alone and main_verb(passage, grammar, said, condition) is not None
