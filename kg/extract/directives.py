"""Directives of one article, before it is known who is meant: the cue rules, the imperatives, and what they share."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from kg.extract.adjuncts import positive, without_day, without_prohibitive
from kg.extract.called_on import told
from kg.extract.cues import CueHit, find_cues, written
from kg.extract.fronted_conditions import with_condition
from kg.extract.grammar import Grammar
from kg.extract.imperative import bare, marked
from kg.extract.insisted import insisted
from kg.extract.modal import modal
from kg.extract.nominal import nominal
from kg.extract.passage import Passage, is_passive, is_verb, passages
from kg.extract.quoted_titles import in_title
from kg.extract.sequence import with_sequels
from kg.extract.subjects_modal import GOING_ON, going_on
from kg.extract.verbal import active, passive
from kg.lexicon.cues import Complement, Voice
from kg.model import DirectiveDraft, Document, Factuality, Mention, Quotation, Reference, Span
from kg.model.making import replace
from kg.model.members import DENIED, EMPHASISE, FORBID, HYPOTHETICAL, REMIND

NO_WORDS: frozenset[int] = frozenset()
ADDED = (EMPHASISE, REMIND)  # forces that only add to that of a cue before
MAX_CONDITION = 5  # words from the comma before a prohibition to its marker

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
            if in_title(passage, grammar, draft):
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
        drafts = _nest(passage, grammar, drafts)
    elif drafts and drafts[0].rule == GOING_ON:
        drafts = []
    if drafts and len(hits) > 1:
        drafts = insisted(passage, grammar, hits, drafts)
    taken = _taken(passage, drafts) if drafts else NO_WORDS
    for one in bare(passage, grammar, taken):
        drafts.append(_clipped(passage, grammar, one, drafts))
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


def _nest(passage: Passage, grammar: Grammar, drafts: Sequence[DirectiveDraft]) -> list[DirectiveDraft]:
    """Cues inside the content of another: one that is coordinated with the outer cue ends its content, a marker or
    modal that begins the content belongs to it, any other was not given but is only demanded, hence hypothetical."""
    kept: list[DirectiveDraft] = []
    for draft in sorted(drafts, key=lambda draft: (draft.trigger.start, draft.trigger.end)):
        outer = next(
            (
                index
                for index, other in enumerate(kept)
                if other.content is not None
                and other.sentence == draft.sentence
                and other.content.covers(draft.trigger)
                and other.trigger.start < draft.trigger.start
            ),
            None,
        )
        if outer is None:
            if draft.rule != GOING_ON:
                kept.append(draft)
            elif kept and _follows(passage, draft, kept[-1]):  # `warga jangan diam, tetapi harus melapor`
                kept.append(replace(draft, addressees=kept[-1].addressees, issuer=kept[-1].issuer))
            continue
        host = kept[outer]
        demanded = host.content
        if demanded is None:
            continue
        if draft.rule.startswith(("active", "bare", "passive")) and _coordinated(passage, grammar, draft):
            rest = _cut(demanded, _before(passage, draft.trigger.start))
            kept[outer] = replace(host, content=rest)
            shared = _shares_object(passage, grammar, draft)
            kept.append(replace(draft, addressees=host.addressees) if shared else draft)
            if rest is None:
                del kept[outer]  # `mengingatkan warga tentang petasan dan meminta ...`: of what, nothing to be done
        elif draft.rule == GOING_ON:
            if host.addressees and (host.force is not draft.force or host.cue != draft.cue):
                kept[outer] = replace(host, content=_cut(demanded, _before(passage, draft.trigger.start)))
                kept.append(replace(draft, addressees=host.addressees, issuer=host.issuer))
        elif draft.rule.startswith(("modal", "imperative")) or _opens_with(passage, grammar, draft, host):
            rest = _cut(demanded, _before(passage, _opening(passage, grammar, draft)))
            if rest is not None and _parted(passage, grammar, draft, host):
                kept[outer] = positive(passage, grammar, replace(host, content=rest))
                kept.append(draft if draft.addressees else replace(draft, addressees=_in_row(draft, host)))
            continue
        elif draft.rule.startswith("noun"):
            told = {one.mention for one in host.addressees if one.mention is not None}
            asked = draft.issuer.mention in told  # `meminta orang tua tak hanya memberi larangan kepada anak`
            kept.append(replace(draft, factuality=_weaker(draft.factuality)) if asked else draft)
        else:
            kept.append(replace(draft, factuality=_weaker(draft.factuality)))
    return kept


def _opens_with(passage: Passage, grammar: Grammar, draft: DirectiveDraft, host: DirectiveDraft) -> bool:
    """Whether a passive of obligation begins what another cue demands (`mengingatkan, warga dilarang masuk`)."""
    if host.content is None or draft.trigger.start != host.content.start:
        return False
    at = next(word.index for word in passage.sentence.words if word.span.start >= draft.trigger.start)
    return passage.lower[at] in grammar.obligation


def _follows(passage: Passage, draft: DirectiveDraft, host: DirectiveDraft) -> bool:
    """Whether a demand goes on right behind a prohibition's content, parted from it by a conjunction and a comma."""
    if host.content is None or not host.addressees or host.force is not FORBID or draft.force is FORBID:
        return False
    between = sum(host.content.end <= word.span.start < draft.trigger.start for word in passage.sentence.words)
    return 0 < between <= 2


def _clipped(
    passage: Passage, grammar: Grammar, one: DirectiveDraft, others: Sequence[DirectiveDraft]
) -> DirectiveDraft:
    """An imperative whose content ends before a coordinated cue (`batasi akses dan mewajibkan tamu melapor`)."""
    for other in others:
        bids = other.rule.startswith("imperative") and other.trigger.start > one.trigger.start
        if one.content is None or not one.content.covers(other.trigger):
            continue
        if bids and _forbids_instead(passage, grammar, other):
            before = passage.sentence.word_from(other.trigger.start) - 1
            return replace(one, content=_cut(one.content, passage.sentence.ends[before]))
        if _coordinated(passage, grammar, other) or (bids and _parted(passage, grammar, other, one)):
            return replace(one, content=_cut(one.content, _before(passage, other.trigger.start)))
    return one


def _forbids_instead(passage: Passage, grammar: Grammar, draft: DirectiveDraft) -> bool:
    """Whether a prohibition right behind an imperative and its object forbids something else, without a comma (`tanya
    camat jangan tanya saya`); `jangan sampai` tells what for, behind a conjunction it goes on."""
    at = passage.sentence.word_from(draft.trigger.start)
    plain = passage.lower[at] in grammar.prohibitive and passage.lower[at + 1] not in grammar.period
    return plain and passage.sentence.tags[at - 1] in ("NOUN", "PROPN", "PRON")


def _shares_object(passage: Passage, grammar: Grammar, draft: DirectiveDraft) -> bool:
    """Whether a coordinated cue without an object has that of the cue before (`mengimbau warga agar ... dan melarang
    membakar sampah`): what it demands is active."""
    if draft.addressees or draft.content is None or not draft.rule.endswith((":verb", ":conjunction")):
        return False
    start = passage.sentence.word_from(draft.content.start)
    return is_verb(passage, grammar, start) and not is_passive(passage, grammar, start)


def _weaker(factuality: Factuality) -> Factuality:
    return factuality if factuality is DENIED else HYPOTHETICAL


def _coordinated(passage: Passage, grammar: Grammar, draft: DirectiveDraft) -> bool:
    """Whether a coordinating conjunction stands right before the trigger."""
    at = passage.sentence.word_from(draft.trigger.start)
    before = passage.lower[at - 1] if at else ""
    denied = draft.factuality is DENIED  # `tak pernah melarang pasar, mewajibkan vaksin ...`
    return before in grammar.verb_coordinator or (denied and (before == "," or before in grammar.either))


def _parted(passage: Passage, grammar: Grammar, draft: DirectiveDraft, host: DirectiveDraft) -> bool:
    """Whether a modal or marker is a demand of its own: a comma or conjunction stands before it or before its
    subject."""
    at = passage.sentence.word_from(_opening(passage, grammar, draft))
    starts = [one.span.start for one in draft.addressees if one.span is not None]
    if starts and draft.rule.startswith("modal"):
        if any(one.span is not None and one.span.start in starts for one in host.addressees):
            return draft.force is not host.force and _coordinated(passage, grammar, draft)
        at = passage.sentence.word_from(min(starts))
        while at > 0 and passage.lower[at - 1] in grammar.quantifier:
            at -= 1
    elif not draft.rule.startswith("imperative"):
        other = draft.force is not host.force and passage.lower[at - 1] in grammar.list_conjunction
        apart = draft.force is FORBID is not host.force and draft.rule == host.rule and not host.addressees
        row = apart or bool(_in_row(draft, host))  # the first: `harus semua tertib, tidak boleh ada yang ...`
        return at > 0 and (other or passage.lower[at - 1] == ",") and row
    return at > 0 and (passage.lower[at - 1] == "," or passage.lower[at - 1] in grammar.verb_coordinator)


def _in_row(draft: DirectiveDraft, host: DirectiveDraft) -> tuple[Reference, ...]:
    """Whom a modal without a subject tells behind another: its subject (`polisi tidak boleh diam, harus bertindak`)."""
    both = draft.rule == host.rule == "modal:active" and not draft.addressees
    return host.addressees if both else ()


def _opening(passage: Passage, grammar: Grammar, draft: DirectiveDraft) -> int:
    """Where a prohibition begins: at its own condition, if nothing but a verb and adverbs follow a comma (`jika menang
    jangan sombong, jika kalah juga jangan marah`), else at its trigger."""
    at = passage.sentence.word_from(draft.trigger.start)
    comma = next((k for k in range(at - 1, max(0, at - MAX_CONDITION), -1) if passage.lower[k] == ","), None)
    if draft.force is not FORBID or comma is None:
        return draft.trigger.start
    light = (
        is_verb(passage, grammar, k) or passage.lower[k] in grammar.conditional or passage.lower[k] in grammar.pre_verb
        for k in range(comma + 1, at)
    )
    return passage.sentence.words[comma + 1].span.start if all(light) else draft.trigger.start


def _cut(content: Span, end: int) -> Span | None:
    """The content up to `end`; `None` if nothing of it is left."""
    return Span(content.start, end) if end > content.start else None


def _before(passage: Passage, offset: int) -> int:
    """The end of the last word before the conjunction that stands before `offset`."""
    before = bisect_right(passage.sentence.ends, offset)
    kept = before - 1 if before > 1 else before
    while kept > 1 and passage.is_punctuation(kept - 1):
        kept -= 1
    return passage.sentence.ends[kept - 1]
