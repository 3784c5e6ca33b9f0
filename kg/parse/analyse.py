"""Words, tags, lemmas and trees of tokenized sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import torch
from stanza.models.common.doc import Document

from kg.parse import arcs
from kg.parse.enclitics import Expander
from kg.parse.lemmas import Lemmatizer
from kg.parse.rows import Row
from kg.parse.styles import STYLES, mark
from kg.parse.tokens import Token, TokenSentence


class Analyser:
    """Runs the stages after the tokenizer over a batch of sentences, each distinct sentence once.

    `styles` are those that the parser was trained to tell apart (`kg.parse.styles`), none for other weights.
    """

    def __init__(self, pipeline: Any, whole: Mapping[str, frozenset[str]] | None = None) -> None:
        self.pipeline = pipeline
        stages = pipeline.processors
        self._expander = Expander(stages["mwt"], whole or {}) if "mwt" in stages else None
        self._lemmatizer = Lemmatizer(stages["lemma"])
        self._fast = arcs.can_parse(stages["depparse"])
        known = stages["depparse"].vocab["xpos"]
        self.styles = tuple(style for style in STYLES if style in known) if self._fast else ()
        self._marks = frozenset(style for style in self.styles if mark(style) in stages["pos"].vocab["word"])

    def analyse(self, sentences: Sequence[TokenSentence], style: str = "") -> list[tuple[Row, ...]]:
        """The rows of each sentence, in order; `style` is one of `styles`, or empty."""
        return self.weighed(sentences, style)[0]

    @torch.inference_mode()
    def weighed(self, sentences: Sequence[TokenSentence], style: str) -> tuple[list[tuple[Row, ...]], float]:
        """The rows of each sentence and the log probability of all arcs and relations (0 if the parser tells none)."""
        keys = [tuple((token.model_text, token.multi) for token in sentence) for sentence in sentences]
        distinct = {key: index for index, key in enumerate(dict.fromkeys(keys))}
        if not distinct:
            return [], 0.0
        batch = Document(self._raw(list(distinct), style))
        self._tag(batch, style)
        self._lemmatizer.annotate(word for sentence in batch.sentences for word in sentence.words)
        likelihood = 0.0
        if self._fast:
            likelihood = arcs.annotate(self.pipeline.processors["depparse"], batch)
        else:
            self.pipeline.processors["depparse"].process(batch)
        rows = [
            tuple(_rows(sentence, batch.sentences[distinct[key]]))
            for sentence, key in zip(sentences, keys, strict=True)
        ]
        return rows, likelihood

    def _tag(self, batch: Any, style: str) -> None:
        """Set tags and features, and the style as XPOS, which only the parser reads."""
        tagger = self.pipeline.processors["pos"]
        if style in self._marks:
            told = Document([_told(sentence, style) for sentence in batch.sentences])
            tagger.process(told)
            for sentence, tagged in zip(batch.sentences, told.sentences, strict=True):
                for word, source in zip(sentence.words, tagged.words[1:], strict=True):
                    word.upos, word.feats = source.upos, source.feats
        else:
            tagger.process(batch)
        if style in self.styles:
            for sentence in batch.sentences:
                for word in sentence.words:
                    word.xpos = style

    def _raw(self, sentences: Sequence[tuple[tuple[str, bool], ...]], style: str) -> list[list[dict[str, Any]]]:
        """The sentences as Stanza reads them: an entry a word, and one before the words of a multi-word token."""
        multi = {text for sentence in sentences for text, several in sentence if several}
        words_of = self._expander.split(sorted(multi), style) if self._expander else {}
        result = []
        for sentence in sentences:
            entries: list[dict[str, Any]] = []
            number = 0
            for text, several in sentence:
                words = words_of.get(text, (text,)) if several else (text,)
                if len(words) > 1:
                    entries.append({"id": (number + 1, number + len(words)), "text": text})
                for word in words:
                    number += 1
                    entries.append({"id": (number,), "text": word})
            result.append(entries)
        return result


def _told(sentence: Any, style: str) -> list[dict[str, Any]]:
    """The words of a sentence with the mark of a style before them."""
    words = (mark(style), *(word.text for word in sentence.words))
    return [{"id": (number,), "text": text} for number, text in enumerate(words, 1)]


def _rows(tokens: Sequence[Token], parsed: Any) -> Iterator[Row]:
    for token, analysed in zip(tokens, parsed.tokens, strict=True):
        several = len(analysed.words) > 1
        start = token.start
        for number, word in enumerate(analysed.words):
            end = start + len(word.text) if several else token.end
            yield Row(
                text=word.text if several else token.text,
                lemma=word.lemma or "_",
                upos=word.upos or "X",
                feats=word.feats or "",
                head=word.head - 1,
                deprel=word.deprel,
                start=start,
                end=end,
                continues=number > 0,
            )
            start = end
