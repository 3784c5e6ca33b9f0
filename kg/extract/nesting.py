"""Cues inside what another demands: which are demands of their own, which only belong to it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from kg.extract.adjuncts import positive
from kg.extract.grammar import Grammar
from kg.extract.modal_coordinated import GOING_ON
from kg.extract.passage import Passage, is_passive, is_verb
from kg.model import DirectiveDraft, Reference, Span
from kg.model.making import replace
from kg.model.members import DENIED, FORBID

MAX_FUNCTION = 4  # letters of what a headline may write without a capital
MAX_JOINED = 3  # words from what is forbidden to the modal that goes on: `, tetapi juga`
MAX_CONDITION = 5  # words from the comma before a prohibition to its marker


def nested(passage: Passage, grammar: Grammar, drafts: Sequence[DirectiveDraft]) -> list[DirectiveDraft]:
    """Cues inside the content of another: one that is coordinated with the outer cue ends its content, a marker or
    modal that begins the content belongs to it, any other is only demanded and was not given (guidelines: the outer
    request only)."""
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
                kept[outer] = replace(host, content=_cut(demanded, _before(passage, _joined(passage, grammar, draft))))
                kept.append(replace(draft, addressees=host.addressees, issuer=host.issuer))
        elif draft.rule.startswith(("modal", "imperative")) or _opens_with(passage, grammar, draft, host):
            rest = _cut(demanded, _before(passage, _opening(passage, grammar, draft)))
            if rest is not None and _parted(passage, grammar, draft, host):
                kept[outer] = positive(passage, grammar, replace(host, content=rest))
                kept.append(draft if draft.addressees else replace(draft, addressees=_in_row(draft, host)))
            continue
        elif draft.rule.startswith("noun"):
            span = draft.issuer.span  # `menjalankan perintah Presiden agar ...`, not `mengeluarkan perintah agar ...`
            if draft.issuer.mention is not None and span is not None and span.start >= draft.trigger.end:
                kept.append(draft)
        elif draft.trigger.start == demanded.start and draft.cue == host.cue and draft.rule[:4] == host.rule[:4]:
            kept[outer] = replace(draft, issuer=host.issuer)  # `meminta meminta warga ...`: a slip
        else:
            end = _ends_before(passage, grammar, draft, host)
            if end is not None:
                rest = _cut(demanded, end)
                kept[outer : outer + 1] = [] if rest is None else [replace(host, content=rest)]
                kept.append(draft)
            elif draft.factuality is DENIED:
                kept.append(draft)
    return kept


def _ends_before(passage: Passage, grammar: Grammar, draft: DirectiveDraft, host: DirectiveDraft) -> int | None:
    """Where what is demanded ends if another clause begins behind it with a demand of its own, else `None`: a passive
    with its subject behind a conjunction or comma (`warga diminta waspada dan nelayan diharapkan menepi`), or the first
    sentence behind a headline that lost its line (`Bupati Minta Warga Tenang Bupati X meminta warga ...`)."""
    opens = [one.span.start for one in draft.addressees if one.span is not None and one.sentence == draft.sentence]
    begins = min(opens, default=0)
    passives = draft.rule.startswith("passive") and host.rule.startswith("passive")
    if passives and host.content is not None and begins > host.content.start:
        before = passage.lower[passage.sentence.word_from(begins) - 1]
        if before == "," or before in grammar.list_conjunction or before in grammar.verb_coordinator:
            return _before(passage, begins)
    issuer = draft.issuer
    here = issuer.mention is not None and issuer.sentence == draft.sentence
    if not here or issuer.span is None or issuer.span.start <= host.trigger.end:
        return None
    first, last = passage.sentence.word_from(host.trigger.start), passage.sentence.word_from(issuer.span.start)
    verb, texts = passage.sentence.word_from(draft.trigger.start), passage.sentence.texts
    cased = all(word[:1].isupper() or len(word) <= MAX_FUNCTION or not word.isalpha() for word in texts[first:last])
    headline = cased and first + 1 < last and texts[first][:1].isupper() and texts[verb][:1].islower()
    return passage.sentence.ends[last - 1] if headline else None


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
    return 0 < between <= MAX_JOINED


def _joined(passage: Passage, grammar: Grammar, draft: DirectiveDraft) -> int:
    """Where the adverb or the trigger behind a conjunction begins (`..., tetapi juga harus ...`)."""
    at = passage.sentence.word_from(draft.trigger.start)
    return passage.sentence.starts[at - 1] if passage.lower[at - 1] in grammar.adding else draft.trigger.start


def clipped(
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
