"""A modal behind a verb of insisting or reminding: one demand, of that verb's force (`menegaskan bahwa warga harus
melapor`)."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.cues import CueHit
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, is_verb, says_that
from kg.extract.phrases import agents_in, phrase_end, starts_animate
from kg.extract.places import before_place
from kg.lexicon.cues import Voice
from kg.model import DirectiveDraft, Force, Reference, Span
from kg.model.making import replace
from kg.model.members import ADVISE, FORBID, PERMIT, REMIND

BRACKETS = ("(", ")")
INSISTING = (Force.EMPHASISE, REMIND)
LEGAL = (FORBID, PERMIT)  # what a passive cue says of its subject as a modal does (`dilarang`, `diperbolehkan`)


def insisted(
    passage: Passage, grammar: Grammar, hits: Sequence[CueHit], drafts: Sequence[DirectiveDraft]
) -> list[DirectiveDraft]:
    """The drafts of a sentence, those of a modal in the clause that a verb of insisting is followed by having its
    trigger and force; the verb is followed by `bahwa` or a comma and the clause's subject (UD ccomp)."""
    found = list(drafts)
    for hit in hits:
        told, behind = _clause_behind(passage, grammar, hit)
        if behind is None:
            continue
        for index, draft in enumerate(found):
            at = passage.sentence.word_from(draft.trigger.start)
            if at > behind and _is_modal(draft) and _is_subject(passage, grammar, behind, at):
                trigger = passage.span(hit.first, hit.last)
                draft = replace(draft, trigger=trigger, force=hit.form.cue.force, cue=hit.form.cue.label)
                found[index] = _told(passage, grammar, draft, told, behind) if told else draft
                break
    return found


def _clause_behind(passage: Passage, grammar: Grammar, hit: CueHit) -> tuple[tuple[Reference, ...], int | None]:
    """Whom a verb of insisting is said to before `bahwa`, and where its clause begins, behind `bahwa`, `jika` or a
    comma if one is there, outside quotation marks."""
    verb = hit.form.cue.force in INSISTING and hit.voice in (Voice.ACTIVE, Voice.BARE)
    if not verb or passage.quotation[hit.first] >= 0:
        return (), None
    behind = hit.last
    told: tuple[Reference, ...] = ()
    first = behind + (behind + 1 < len(passage) and passage.lower[behind] in grammar.to_person)
    if first < len(passage) and starts_animate(passage, grammar, first):
        end, _ = phrase_end(passage, grammar, first, len(passage))
        if end < len(passage) and passage.lower[end] in grammar.claim_opener:
            behind, told = end, agents_in(passage, grammar, first, end)
    behind += behind < len(passage) and says_that(passage, grammar, behind)  # `menegaskan jika ...`
    while behind < len(passage) and (passage.lower[behind] == "," or passage.lower[behind] in grammar.claim_opener):
        behind += 1
    inside = behind < len(passage) and passage.quotation[behind] < 0
    return told, behind if inside else None


def _told(
    passage: Passage, grammar: Grammar, draft: DirectiveDraft, told: tuple[Reference, ...], first: int
) -> DirectiveDraft:
    """The draft told to whom the verb is said to: what others must do is told with its subject (`mengingatkan nakhoda
    bahwa penumpang wajib ...`), unless a pronoun means them (`... bahwa mereka wajib ...`)."""
    own = passage.lower[first] in grammar.pronoun_plural or passage.lower[first] in grammar.third_person
    content = draft.content
    if content is None or own or not draft.addressees:
        return replace(draft, addressees=told)
    return replace(draft, addressees=told, content=Span(passage.sentence.words[first].span.start, content.end))


def _is_modal(draft: DirectiveDraft) -> bool:
    modal = draft.rule.startswith("modal") and draft.force is not ADVISE
    return modal or (draft.rule.startswith("passive:subject") and draft.force in LEGAL)


def _is_subject(passage: Passage, grammar: Grammar, first: int, end: int) -> bool:
    """Whether nothing but a subject with its relative clause stands in `[first, end)`."""
    relative = next((k for k in range(first, end) if passage.lower[k] in grammar.relative), end)
    if any(is_verb(passage, grammar, k) for k in range(first, relative)):
        return False
    signs = [k for k in range(first, end) if passage.is_punctuation(k) and passage.lower[k] not in BRACKETS]
    placed = [k for k in signs if before_place(passage, k) < k]  # `petugas asal Kudus, Jawa Tengah, yang ...`
    if len(signs) != 2 * len(placed):
        return False
    return (grammar.speech | grammar.claim_opener).isdisjoint(passage.lower[first:end])
