"""Cues that gave no directive, and what each lacked: for explanations, not for the graph."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.complements import frame_behind
from kg.extract.cues import CueHit, find_cues
from kg.extract.directives import RULES, asks
from kg.extract.grammar import Grammar
from kg.extract.issuers import subject_of
from kg.extract.needs import satisfies
from kg.extract.passage import Passage, passages
from kg.lexicon.cues import Voice
from kg.model import Document, Lack, Mention, Quotation, ReferenceKind, SeenCue, Sentence, Span

VERBS = frozenset({Voice.ACTIVE, Voice.BARE})


def cues_seen(
    document: Document,
    mentions: Sequence[Mention],
    quotations: Sequence[Quotation],
    grammar: Grammar,
    sentence: Sentence,
) -> tuple[SeenCue, ...]:
    """The cues of a sentence from left to right; `lack` tells why the rule of a cue by itself gives no directive."""
    all_passages = passages(document, mentions, quotations, grammar)
    passage = next((one for one in all_passages if one.sentence.index == sentence.index), None)
    if passage is None:
        return ()
    caption = any(caption.covers(sentence.span) for caption in document.clean.captions)
    question = asks(passage, grammar)
    found = []
    for hit in find_cues(passage, grammar):
        words = passage.sentence.words
        span = Span(words[hit.first].span.start, words[hit.last - 1].span.end)
        lack = Lack.CAPTION if caption else Lack.QUESTION if question else _lack(passage, grammar, hit)
        found.append(SeenCue(span, hit.form.cue.label, hit.voice.value, lack))
    return tuple(found)


def _lack(passage: Passage, grammar: Grammar, hit: CueHit) -> Lack:
    if hit.last < len(passage) and passage.lower[hit.last] in hit.form.cue.not_object:
        return Lack.FALSE_FRIEND
    if RULES[hit.voice](passage, grammar, hit) is not None:
        return Lack.NOTHING
    if hit.voice not in VERBS:
        return Lack.DEMAND
    frame = frame_behind(passage, grammar, hit.last)
    if frame is None or not satisfies(passage, grammar, hit.form.cue, frame):
        return Lack.DEMAND
    issuer = subject_of(passage, grammar, hit.first)
    nobody = issuer.kind is ReferenceKind.NONE and issuer.span is None
    return Lack.ISSUER if nobody else Lack.SPEECH
