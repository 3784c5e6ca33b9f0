"""Directives of advice: `sebaiknya warga menunda`, `warga hendaknya menunda`, `alangkah baiknya jika warga menunda`."""

from __future__ import annotations

from kg.extract.contents import content_end
from kg.extract.cues import CueHit
from kg.extract.described import described
from kg.extract.drafts import build
from kg.extract.frames import Frame
from kg.extract.grammar import Grammar
from kg.extract.issuers import speaker_reference
from kg.extract.passage import Passage, is_passive, is_verb
from kg.extract.phrases import agents_in, phrase_end, starts_animate
from kg.extract.predicates import main_verb
from kg.extract.subjects_modal import first_of_subject
from kg.extract.whose_order import on_whose_order
from kg.model import DirectiveDraft, Reference
from kg.model.members import NONE

MAX_NAME = 4  # words of a name that no mention covers


def advised(
    passage: Passage, grammar: Grammar, hit: CueHit, before: int, floor: int, start: int, stop: int
) -> DirectiveDraft | None:
    """`Sebaiknya warga menunda`, `warga sebaiknya menunda`, `sebaiknya dilakukan sosialisasi`."""
    if passage.quotation[hit.first] < 0 and not grammar.second_person.isdisjoint(passage.lower):
        return None  # `bila kamu menunggak, ada baiknya ...`: the outlet speaks to its readers
    members: tuple[Reference, ...] = ()
    best = len(hit.form.words) > 1  # `alangkah baiknya jika KPU menjelaskan`: what is good, no condition
    if best and start + 1 < stop and passage.lower[start] in grammar.conditional:
        start += 1
    elif passage.lower[start] in grammar.time_clause:  # `sebaiknya sebelum berangkat, pemudik memeriksa ...`
        comma = next((k for k in range(start + 1, stop - 1) if passage.lower[k] == ","), start - 1)
        start = comma + 1
    if passage.lower[hit.last] in grammar.still_more:
        return None  # `lebih baik lagi memberikan pelayanan`: better than before
    acts = start  # `MK sebaiknya segera memutus ...`
    while acts + 1 < stop and passage.lower[acts] in grammar.content_adverb:
        acts += 1
    if not _opens_clause(passage, grammar, hit.first, floor) and not (
        is_verb(passage, grammar, acts)
        or starts_animate(passage, grammar, start)
        or (passage.sentence.words[start].upos == "ADJ" and _people_before(passage, grammar, before, floor))
    ):
        return None  # `dengan lebih baik dalam ...`: an adverb
    if before >= floor and passage.lower[before] in grammar.preposition and passage.mention[before] < 0:
        return None
    if starts_animate(passage, grammar, start) or passage.sentence.words[start].upos == "PROPN":
        end, _ = phrase_end(passage, grammar, start, stop)
        members = agents_in(passage, grammar, start, end)
        if not members and 0 < end - start <= MAX_NAME:
            members = (Reference(NONE, passage.span(start, end), None, passage.sentence.index),)
        if not members or end >= stop:
            return None
        if any(is_passive(passage, grammar, k) for k in range(end, min(stop, end + 3))):
            members = ()  # `sebaiknya pemilih lansia didahulukan`: something is done to them
        else:
            start = end
    else:
        subject = first_of_subject(passage, grammar, before, floor)
        if subject <= before and starts_animate(passage, grammar, subject) and not is_passive(passage, grammar, start):
            members = agents_in(passage, grammar, subject, before + 1)
    if passage.lower[start] in grammar.first_person or passage.lower[start] in grammar.third_person:
        return None
    end = content_end(passage, grammar, start)
    verb = main_verb(passage, grammar, start, end)
    if best and verb is None and not grammar.pointing.isdisjoint(passage.lower[start:end]):
        return None  # `alangkah baiknya suasana ini`: praise
    done = verb is not None and is_passive(passage, grammar, verb)  # `sebaiknya hal seperti ini dihindari`
    passive = done or any(is_passive(passage, grammar, k) for k in range(start, min(end, start + 3)))
    members = members if members or passive else described(passage, grammar, hit.first, floor)
    frame = Frame(members, start, end, "advice", clausal=True, demand=True, passive=passive)
    return build(
        passage,
        grammar,
        hit,
        frame,
        on_whose_order(passage, grammar, hit.first) or speaker_reference(passage, grammar, hit.first),
        "modal:advice",
        inherits=not members and not passive,
    )


def _people_before(passage: Passage, grammar: Grammar, before: int, floor: int) -> bool:
    """Whether the subject that ends at `before` is of people (`semua pihak yang bersaing hendaknya rukun`)."""
    subject = first_of_subject(passage, grammar, before, floor)
    return subject <= before and starts_animate(passage, grammar, subject)


def _opens_clause(passage: Passage, grammar: Grammar, at: int, floor: int) -> bool:
    before = at - 1
    while before >= floor and passage.mention[before] < 0 and passage.lower[before] in grammar.imperative_lead:
        before -= 1
    return before < floor or passage.is_punctuation(before)
