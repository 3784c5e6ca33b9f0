"""The frozen records that flow between the stages.

All offsets are half-open code-point offsets into `Article.text`, the article's original text. Word indices are
0-based within their sentence, sentence indices 0-based within their article. An empty string, `None` or an empty
tuple means unknown.
"""

from __future__ import annotations

from kg.model.articles import Article, CleanText, DateExpression, OffsetMap, Span
from kg.model.claims import (
    Directive,
    DirectiveDraft,
    Extraction,
    Factuality,
    Force,
    Lack,
    Polarity,
    Quotation,
    ReportedSpeech,
    SeenCue,
    SlotConfidence,
    Statement,
    Tenure,
)
from kg.model.identities import HeldPost, Identified, Match, Sighting, Thing, Verdict
from kg.model.parses import Document, Sentence, Word
from kg.model.parties import Agent, Entity, Mention, MentionKind, Reference, ReferenceKind

__all__ = [
    "Agent",
    "Article",
    "CleanText",
    "DateExpression",
    "Directive",
    "DirectiveDraft",
    "Document",
    "Entity",
    "Extraction",
    "Factuality",
    "Force",
    "HeldPost",
    "Identified",
    "Lack",
    "Match",
    "Mention",
    "MentionKind",
    "OffsetMap",
    "Polarity",
    "Quotation",
    "Reference",
    "ReferenceKind",
    "ReportedSpeech",
    "SeenCue",
    "Sentence",
    "Sighting",
    "SlotConfidence",
    "Span",
    "Statement",
    "Tenure",
    "Thing",
    "Verdict",
    "Word",
]
