"""Who issued a document that a later sentence says something of: `SE ini melarang ...` is the mayor's order."""

from __future__ import annotations

from kg.model import Agent, Document, Mention, Sentence
from kg.model.members import PERSON, POST, UNIT
from kg.resolve.coreference import referring
from kg.resolve.discourse import Discourse
from kg.resolve.roles import Roles

SIGNING_KINDS = (POST, PERSON, UNIT)
MAX_NAME = 6  # words between a verb of issuing and the document


def names_document(text: str, words: Roles) -> bool:
    """Whether a phrase begins with the name of a document."""
    lower = text.lower().split()
    return bool(lower) and (lower[0] in words.directive_document or " ".join(lower[:2]) in words.directive_document)


def signatory(document: Document, sentence: int, discourse: Discourse, words: Roles) -> Agent | None:
    """Who issued the document that was spoken of last before or in a sentence: whoever signed it, issued it or whose it
    is called; `None` if that is not said."""
    by_start: dict[int, dict[int, int]] = {}
    for index, mention in enumerate(discourse.mentions):
        if mention.kind in SIGNING_KINDS and mention.sentence <= sentence:
            by_start.setdefault(mention.sentence, {})[mention.first] = index
    for place in range(sentence, -1, -1):
        found = _signs(document.sentences[place], by_start.get(place, {}), discourse.mentions, words)
        if found is not None:
            return referring(discourse.agent_of_mention(found), None, "who issued the document")
    return None


def _signs(sentence: Sentence, starts: dict[int, int], mentions: tuple[Mention, ...], words: Roles) -> int | None:
    lower = sentence.lowers
    for at in range(len(lower)):
        if lower[at] in words.signed and not words.directive_document.isdisjoint(lower[:at]):
            agent = next((k for k in range(at + 1, len(lower)) if lower[k] not in words.by), at)
            if agent in starts:
                return starts[agent]
        if lower[at] in words.signing and not words.directive_document.isdisjoint(lower[at + 1 : at + MAX_NAME]):
            before = [start for start in starts if start < at and not _oblique(sentence, start)]
            if before:
                return starts[min(before)]
        document = lower[at] in words.directive_document
        if document and at + 1 in starts:
            return starts[at + 1]
    return None


def _oblique(sentence: Sentence, start: int) -> bool:
    return start > 0 and sentence.words[start - 1].upos == "ADP"
