"""Somebody without a name whom the sentence before a pronoun is about: the pronoun may mean him, not who spoke last."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Agent, Document, Sentence, Span, Word
from kg.resolve.coreference import Event
from kg.resolve.coreference_words import PointingWords

SUBJECT = "nsubj"
ROOT = "root"
MARKER_WITHIN = 2  # words from `seorang` to the noun that it counts
POINTING_WITHIN = 2  # words from a noun to what points at it


def somebody_else_leads(
    agent: Agent,
    events: Sequence[Event],
    at: int,
    sentence: int,
    document: Document,
    quoted: Sequence[Span],
    words: PointingWords,
    *,
    of_quotation: bool,
) -> bool:
    """Whether the sentence before a pronoun at an offset is about one person without a name, not the agent (`Seorang
    petani naik ke panggung. Ia meminta ...`; UD nsubj of the root), and neither it nor what precedes the pronoun tells
    of anybody with a name.

    Those who only take part in what an official tells are left out, so is who is pointed back at (`pengacara itu`: who
    spoke) and who stands for all of a kind (`seorang camat harus ...`). Behind a quotation only a word that counts one
    brings in somebody new.
    """
    if sentence == 0:
        return False
    before = document.sentences[sentence - 1]
    near = (event for event in events if event.sentence >= sentence - 1 and event.at < at)
    if before.is_title or any(event.speech or event.agent.person for event in near):
        return False
    lead = next((word for word in before.words if _leads(before, word)), None)
    if lead is None or lead.upos not in ("NOUN", "PROPN") or any(span.overlaps(lead.span) for span in quoted):
        return False
    if lead.lower in words.telling.participant or (agent.mention is not None and agent.mention.overlaps(lead.span)):
        return False
    if any(word.upos == "AUX" for word in before.words[lead.index : max(lead.head, lead.index)]):
        return False
    markers = before.lowers[max(0, lead.index - MARKER_WITHIN) : lead.index]
    counted = any(word in words.individual_marker for word in markers)
    behind = before.lowers[lead.index + 1 : lead.index + 2 + POINTING_WITHIN]
    alone = lead.lower in words.one_alone and not of_quotation and words.demonstrative.isdisjoint(behind)
    return counted or alone or (not of_quotation and _apposed(before, lead))


def _apposed(sentence: Sentence, lead: Word) -> bool:
    """Whether a name between commas says who the noun is (UD appos: `Pedagang beras, Danu Wijaya, mengeluh`)."""
    words = sentence.words
    named = (word for word in words if word.head == lead.index and word.deprel == "appos" and word.upos == "PROPN")
    return any(words[name.index - 1].text == "," for name in named)


def _leads(sentence: Sentence, word: Word) -> bool:
    return word.deprel == SUBJECT and word.head >= 0 and sentence.words[word.head].deprel == ROOT
