"""Directives of one article, before it is known who is meant: the cue rules, the imperatives, and what they share."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from kg.extract.adjuncts import without_day, without_prohibitive
from kg.extract.called_on import told
from kg.extract.cues import CueHit, find_cues, written
from kg.extract.fronted_conditions import with_condition
from kg.extract.grammar import Grammar
from kg.extract.imperative import bare, marked
from kg.extract.insisted import insisted
from kg.extract.modal import modal
from kg.extract.modal_coordinated import GOING_ON, going_on
from kg.extract.nesting import clipped, nested
from kg.extract.nominal import nominal
from kg.extract.passage import Passage, passages
from kg.extract.quoted_titles import heads_another, in_title
from kg.extract.sequence import with_sequels
from kg.extract.verbal import active, passive
from kg.lexicon.cues import Complement, Voice
from kg.model import DirectiveDraft, Document, Mention, Quotation, Span
from kg.model.making import replace
from kg.model.members import EMPHASISE, REMIND

NO_WORDS: frozenset[int] = frozenset()
ADDED = (EMPHASISE, REMIND)  # forces that only add to that of a cue before

RULES = {
    Voice.ACTIVE: active,
    Voice.BARE: active,
    Voice.PASSIVE: passive,
    Voice.NOUN: nominal,
    Voice.MODAL: modal,
    Voice.IMPERATIVE: marked,
}


def find_directives(
    document: Document, mentions: Sequence[Mention], quotations: Sequence[Quotation], grammar: Grammar
) -> tuple[DirectiveDraft, ...]:
    """The drafts of all directives of an article in reading order."""
    drafts: list[DirectiveDraft] = []
    for passage in passages(document, mentions, quotations, grammar):
        captions = document.clean.captions
        if captions and any(caption.covers(passage.sentence.span) for caption in captions):
            continue  # a caption shows, it directs nobody
        for draft in in_sentence(passage, grammar):
            if in_title(passage, grammar, draft) or heads_another(passage, grammar, draft):
                continue  # `dilansir Antara dalam artikel "Bupati Minta ..."`: what another text is called
            draft = with_condition(passage, grammar, without_prohibitive(passage, grammar, draft))
            drafts.append(without_day(document, draft))  # few
    return tuple(drafts)


def in_sentence(passage: Passage, grammar: Grammar) -> tuple[DirectiveDraft, ...]:
    """The drafts of one sentence in reading order."""
    if asks(passage, grammar):
        return ()
    drafts: list[DirectiveDraft] = []
    previous: CueHit | None = None
    hits = find_cues(passage, grammar)
    for hit in hits:
        if previous is not None and _continues(passage, grammar, previous, hit):
            draft = RULES[hit.voice](passage, grammar, hit)
            if draft is not None:
                plain = previous.form.cue.complement is Complement.PURPOSE  # `menyampaikan dan mengingatkan ...`
                governs = hit if plain or hit.form.cue.force not in ADDED else previous  # `memohon dan mengajak warga`
                whole = Span(passage.sentence.words[previous.first].span.start, draft.trigger.end)
                drafts = [kept for kept in drafts if not kept.trigger.overlaps(whole)]
                drafts.append(replace(draft, force=governs.form.cue.force, trigger=whole))
            previous = hit
            continue
        previous = hit
        draft = RULES[hit.voice](passage, grammar, hit) or going_on(passage, grammar, hit)
        if draft is not None:
            drafts.append(draft)
    if len(drafts) > 1:
        drafts = nested(passage, grammar, drafts)
    elif drafts and drafts[0].rule == GOING_ON:
        drafts = []
    if drafts and len(hits) > 1:
        drafts = insisted(passage, grammar, hits, drafts)
    taken = _taken(passage, drafts) if drafts else NO_WORDS
    for one in bare(passage, grammar, taken):
        drafts.append(clipped(passage, grammar, one, drafts))
    said = told(passage, grammar, taken)
    if said is not None and not any(_holds(said, one) for one in drafts):
        drafts.append(said)
    if not drafts:
        return ()
    found = with_sequels(passage, grammar, drafts)
    return tuple(sorted(found, key=_place)) if len(found) > 1 else found


def _holds(said: DirectiveDraft, one: DirectiveDraft) -> bool:
    """Whether one of two drafts of a sentence stands in the other: its trigger, or the content that both have."""
    return said.content is not None and (one.trigger.overlaps(said.content) or one.content == said.content)


def asks(passage: Passage, grammar: Grammar) -> bool:
    """Whether a sentence is a question, which directs nobody: by its mark and a question word that opens it."""
    lower = passage.lower
    if not lower or lower[-1] not in grammar.question_mark:
        return False
    return not grammar.question.isdisjoint(lower[:2]) or written(passage, 0)[0] in grammar.question


def _place(draft: DirectiveDraft) -> tuple[int, int, str]:
    return draft.trigger.start, draft.trigger.end, draft.rule


def _taken(passage: Passage, drafts: Sequence[DirectiveDraft]) -> frozenset[int]:
    """The words that the triggers and contents of `drafts` hold."""
    taken: set[int] = set()
    starts, ends = passage.sentence.starts, passage.sentence.ends
    for draft in drafts:
        taken.update(range(bisect_right(ends, draft.trigger.start), bisect_left(starts, draft.trigger.end)))
        if draft.content is not None:
            taken.update(passage.sentence.words_in(draft.content))
    return frozenset(taken)


def _continues(passage: Passage, grammar: Grammar, one: CueHit, two: CueHit) -> bool:
    """Whether two cues are coordinated with nothing but a conjunction between them."""
    between = passage.lower[one.last : two.first]
    return (
        len(between) in (1, 2)
        and all(word in grammar.verb_coordinator or word in grammar.list_conjunction or word == "," for word in between)
        and one.voice in (Voice.ACTIVE, Voice.BARE, Voice.PASSIVE)
        and one.voice is two.voice
    )
