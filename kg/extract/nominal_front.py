"""An order that opens the sentence as a reason or occasion for what its main clause tells (`menindaklanjuti arahan
Kapolda untuk memperketat pengawasan, Polres menggelar ...`), and whoever acts on it."""

from __future__ import annotations

from kg.extract.contents import content_end
from kg.extract.cues import CueHit
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, clause_start, is_passive, is_verb
from kg.extract.phrases import agents_in, phrase_end, starts_animate
from kg.model import Force, Reference

NOMINAL = ("NOUN", "PROPN", "PRON", "DET", "NUM")  # UD tags with which a subject may begin
MAX_LEAD = 2  # words between what leads to the order and its noun


def fronted_order(passage: Passage, grammar: Grammar, noun: int) -> int | None:
    """The word that leads to an order before the main clause (`sesuai`, `atas`, `menanggapi`), if nothing but signs or
    a place of report stands before it; else `None`."""
    for at in range(noun - 1, max(-1, noun - 2 - MAX_LEAD), -1):
        if passage.lower[at] in grammar.receiving_verb or passage.lower[at] in grammar.responding:
            floor = clause_start(passage, at)
            while floor < at and (
                passage.is_punctuation(floor)
                or passage.lower[floor] in grammar.imperative_lead
                or passage.lower[floor] in grammar.time_clause
            ):
                floor += 1
            capital = passage.sentence.texts[at][:1].isupper() and not passage.title_case
            return at if floor == at or capital else None
        if is_verb(passage, grammar, at) or passage.is_punctuation(at):
            break
    return None


def main_comma(passage: Passage, grammar: Grammar, start: int, stop: int) -> int | None:
    """The comma behind which the main clause begins, its subject and verb standing there; `None` if none does."""
    for comma in range(start + 1, stop - 2):
        at = comma + 1
        if passage.lower[comma] != "," or passage.lower[at] in grammar.coordinator:
            continue
        if passage.sentence.tags[at] not in NOMINAL and not starts_animate(passage, grammar, at):
            continue
        end, marked = phrase_end(passage, grammar, at, stop)
        while end < stop and passage.mention[end] < 0 and _leads(passage, grammar, end):
            end += 1
        if not marked and at < end < stop and is_verb(passage, grammar, end):
            return comma
    return None


def _leads(passage: Passage, grammar: Grammar, at: int) -> bool:
    lower = passage.lower[at]
    return lower in grammar.pre_verb or lower in grammar.irrealis or lower in grammar.negator


def received_by(passage: Passage, grammar: Grammar, comma: int, start: int, stop: int) -> tuple[Reference, ...]:
    """Who received the order: the subject of the main clause behind a comma, if the demand that begins at `start` is
    active and so has no other subject."""
    if is_passive(passage, grammar, start) or not is_verb(passage, grammar, start):
        return ()
    if not starts_animate(passage, grammar, comma + 1):
        return ()
    end, _ = phrase_end(passage, grammar, comma + 1, stop)
    return agents_in(passage, grammar, comma + 1, end)


def acts_on_order(
    passage: Passage, grammar: Grammar, hit: CueHit, lead: int, comma: int, stop: int
) -> tuple[tuple[Reference, ...], int, int] | None:
    """Who acts right behind the comma on an order that says nothing else (`atas instruksi Danrem, tim gabungan bergerak
    ke lokasi`), and what he does; `None` if nobody does, only speaks, will do so, or does not."""
    if hit.form.cue.force is not Force.ORDER or passage.lower[lead] not in grammar.by_reason:
        return None
    if passage.lower[comma] != "," or not starts_animate(passage, grammar, comma + 1):
        return None
    end, marked = phrase_end(passage, grammar, comma + 1, stop)
    members = agents_in(passage, grammar, comma + 1, end)
    if marked or not members or not grammar.culprit.isdisjoint(passage.lower[comma + 1 : end]):
        return None
    while end < stop and passage.lower[end] in grammar.pre_verb and passage.mention[end] < 0:
        end += 1
    if end >= stop or not is_verb(passage, grammar, end) or is_passive(passage, grammar, end):
        return None
    if passage.lower[end] in grammar.speech or passage.lower[end] in grammar.cues.forms:
        return None
    return members, end, content_end(passage, grammar, end)
