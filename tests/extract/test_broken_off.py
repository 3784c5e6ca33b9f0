"""Sentences that break off: a headline cut by a feed, a lead without its end, half a quotation. No rule may look past
the last word, or before the first; what is found stands in what is left."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest

from kg import pipeline
from kg.model import Document, Sentence, Span
from tests.extract.parses import documents, stages

PARTS = 8  # the frozen parses are many: each part takes every so many of them
CUTS = 2  # of each article, at random words


def broken_off(sentence: Sentence, first: int, last: int, index: int) -> Sentence:
    """The words from `first` to `last` (half-open) as a sentence; its root takes what hung on a word that is gone."""
    kept = [
        replace(word, index=word.index - first, head=word.head - first if first <= word.head < last else -1)
        for word in sentence.words[first:last]
    ]
    kept[0] = replace(kept[0], continues=False)
    root = next(word.index for word in kept if word.head < 0)
    words = tuple(replace(word, head=root) if word.head < 0 and word.index != root else word for word in kept)
    return replace(sentence, index=index, words=words, span=Span(words[0].span.start, words[-1].span.end))


def halves(document: Document, chance: random.Random) -> Iterator[Sentence]:
    """Each sentence without its end, or its beginning, or both."""
    for index, sentence in enumerate(document.sentences):
        first = chance.choice((0, 0, chance.randrange(len(sentence.words))))
        last = chance.choice((len(sentence.words), chance.randint(first + 1, len(sentence.words))))
        yield broken_off(sentence, first, last, index)


@pytest.mark.parametrize("part", range(PARTS))
def test_a_sentence_may_break_off_anywhere(part: int) -> None:
    for name, document in list(documents().items())[part::PARTS]:
        chance = random.Random(name)  # noqa: S311
        for _ in range(CUTS):
            cut = replace(document, sentences=tuple(halves(document, chance)))
            found = pipeline.extract(cut, stages())
            spans = [sentence.span for sentence in cut.sentences]
            for one in found.directives:
                assert any(span.covers(one.trigger) for span in spans), (name, cut.sentences)
