"""Whom an article names where: its posts and groups by what it calls them, and the persons of a sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.model import Agent, Document, Mention
from kg.model.members import GROUP, PERSON, POST, UNIT
from kg.resolve.coreference import PERSONAL

OPENING_BRACKET = "("
COLLECTIVE = (GROUP, UNIT)
OWNER_WITHIN = 4  # words from the start of a sentence to whose text it opens with


@dataclass(frozen=True)
class Named:
    """The posts and groups of an article by what it calls them, gathered when first asked for: few articles do."""

    mentions: Sequence[Mention]
    agents: Mapping[int, Agent]

    def before(self, phrase: str, at: int) -> Agent | None:
        """Whom the last mention before an offset names that consists of a phrase in lower case."""
        earlier = self._by_phrase.get(phrase, ())
        before = bisect_left(earlier, at, key=_place)
        return self.agents[earlier[before - 1][1]] if before else None

    def behind(self, sentence: int, at: int, text: str) -> frozenset[int]:
        """The entities of the persons whom a sentence of an article's text names behind an offset, but for a name in
        brackets right there ("Ia (X)")."""
        found = set()
        for index in range(bisect_left(self.mentions, sentence, key=_sentence), len(self.mentions)):
            mention = self.mentions[index]
            if mention.sentence != sentence:
                break
            entity = self.agents[index].entity if mention.kind is PERSON and mention.span.start > at else None
            if entity is not None and text[at : mention.span.start].strip() != OPENING_BRACKET:
                found.add(entity)
        return frozenset(found)

    def fronted(self, sentence: int, at: int, document: Document, opening: frozenset[str]) -> Agent | None:
        """The person or post named at the start of a sentence behind a preposition of `opening` and a noun or none, a
        comma right before an offset ("Dalam keterangan X, ia ...", "Kepada X, ia ...")."""
        here = document.sentences[sentence]
        word = here.word_from(at)
        if word < 2 or here.words[word - 1].text != "," or here.lowers[0] not in opening:
            return None
        for index in range(bisect_left(self.mentions, sentence, key=_sentence), len(self.mentions)):
            mention = self.mentions[index]
            if mention.sentence != sentence or mention.first >= word:
                break
            if mention.last == word - 1 and mention.kind in PERSONAL:
                return self.agents[index]
        return None

    def fronted_body(
        self, sentence: int, at: int, document: Document, opening: frozenset[str], text: frozenset[str]
    ) -> Agent | None:
        """The group or body whose text a sentence opens with, before an offset ("Dalam pernyataan dari Forum X, mereka
        meminta ...")."""
        here = document.sentences[sentence]
        if here.lowers[0] not in opening or len(here.lowers) < 2 or here.lowers[1] not in text:
            return None
        for index in range(bisect_left(self.mentions, sentence, key=_sentence), len(self.mentions)):
            mention = self.mentions[index]
            if mention.sentence != sentence or mention.span.start >= at or mention.first > OWNER_WITHIN:
                break
            if mention.kind in COLLECTIVE:
                whole = mention.first == 2 or here.tags[mention.first - 1] in ("ADP", "ADJ", "VERB")
                return self.agents[index] if whole else None  # not `pernyataan Kerukunan Warga X`
        return None

    @cached_property
    def _by_phrase(self) -> Mapping[str, Sequence[tuple[int, int]]]:
        """Phrases to the offsets and indices of the mentions that consist of them, in order."""
        found: dict[str, list[tuple[int, int]]] = {}
        for index, mention in enumerate(self.mentions):
            if mention.kind in (POST, GROUP) and not mention.former and not mention.quantifier:
                phrase = " ".join(mention.text.casefold().split())
                found.setdefault(phrase, []).append((mention.span.start, index))
        return found


def _sentence(mention: Mention) -> int:
    return mention.sentence


def _place(entry: tuple[int, int]) -> int:
    return entry[0]
