"""Who is called on at the start of speech, and what `agar` demands of them (`petugas jaga agar meningkatkan ...`)."""

from __future__ import annotations

from kg.extract.address import address_before
from kg.extract.calls import has_subject_behind, on_condition, reported
from kg.extract.contents import content_end, describe
from kg.extract.drafts import fronted_addressees
from kg.extract.grammar import Grammar
from kg.extract.imperative import is_predicate, spoken
from kg.extract.kinds import JOINS, URGES
from kg.extract.passage import Passage, clause_start, is_passive, is_verb
from kg.extract.predicates import begins_predicate
from kg.extract.vocatives import called
from kg.model import DirectiveDraft, Reference


def told(passage: Passage, grammar: Grammar, taken: frozenset[int]) -> DirectiveDraft | None:
    """`"Petugas jaga agar meningkatkan kewaspadaan"`: somebody named at the start of speech, and agar with a
    predicate."""
    if not passage.led & (URGES | JOINS):
        return None
    if max(passage.quotation) < 0:
        return _reported(passage, grammar, taken)
    if passage.lower[0] in grammar.relative and passage.sentence.words[0].text.islower():
        return None  # the rest of a sentence that a slip of the pen cut in two
    for at in [at for at, kind in passage.leads if kind & (URGES | JOINS)]:
        if at == 0 or at in taken or passage.quotation[at] < 0:
            continue
        if passage.lower[at] in grammar.urgency and passage.lower[at - 1] == ",":
            fronted = fronted_addressees(passage, grammar, at)  # `kepada pelaku, segera menyerahkan diri`
            if (
                fronted
                and at + 1 < len(passage)
                and is_verb(passage, grammar, at + 1)
                and not is_passive(passage, grammar, at + 1)
            ):
                content = describe(passage, grammar, at, content_end(passage, grammar, at))
                return spoken(passage, grammar, at, fronted, content, "imperative:called")
        if passage.lower[at] not in grammar.verb_object_conjunction:
            continue
        floor = clause_start(passage, at)
        start = at + 1
        conditional = on_condition(passage, grammar, at, floor)
        members, first = called(passage, grammar, at, floor) or address_before(passage, grammar, at, floor)
        described = first is not None and any(passage.lower[k] in grammar.relative for k in range(first, at))
        if passage.addressable_at(at - 1) is None and not described and not conditional:
            continue
        if start >= len(passage) or not (conditional or (members and first is not None)):
            continue
        if not is_predicate(passage, grammar, start) and not begins_predicate(passage, grammar, start):
            continue
        end = content_end(passage, grammar, start)
        if end <= start or (first is not None and _is_aim(passage, grammar, first, start)):
            continue
        if is_passive(passage, grammar, start) and not has_subject_behind(passage, start, end):
            continue  # `warga agar dievakuasi`
        content = describe(passage, grammar, start, end)
        return spoken(passage, grammar, at, members, content, "imperative:agar")
    return None


def called_first(passage: Passage, grammar: Grammar, cue: int) -> tuple[Reference, ...]:
    """Who is called in speech before the speaker says right behind the comma what he asks (`Bapak dan Ibu guru, saya
    minta ...`)."""
    own = cue - 1
    while own > 0 and passage.lower[own] in grammar.pre_verb:
        own -= 1
    if own < 2 or passage.quotation[cue] < 0 or passage.lower[own] not in grammar.first_person:
        return ()
    found = called(passage, grammar, own - 1, clause_start(passage, cue)) if passage.lower[own - 1] == "," else None
    return () if found is None else found[0]


def _is_aim(passage: Passage, grammar: Grammar, first: int, start: int) -> bool:
    """Whether what there shall not be is the aim of what comes from those named before it (`pengawasan dari kepolisian
    supaya tidak ada penyimpangan`)."""
    if first < 1 or passage.lower[first - 1] not in grammar.origin or start + 1 >= len(passage):
        return False
    return passage.lower[start] in grammar.negator and passage.lower[start + 1] in grammar.existence


def _reported(passage: Passage, grammar: Grammar, taken: frozenset[int]) -> DirectiveDraft | None:
    """The same in a report, behind a verb of speech."""
    for at, kind in passage.leads:
        if not kind & JOINS or at in taken or at + 1 == len(passage):
            continue
        members = reported(passage, grammar, at, clause_start(passage, at))
        if members and begins_predicate(passage, grammar, at + 1) and not is_passive(passage, grammar, at + 1):
            end = content_end(passage, grammar, at + 1)
            if not grammar.obligation.isdisjoint(passage.lower[at + 1 : end]):
                continue  # `polisi agar dipercaya harus berbenah`: an aim
            content = describe(passage, grammar, at + 1, end)
            return spoken(passage, grammar, at, members, content, "imperative:agar")
    return None
