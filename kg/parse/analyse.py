"""Words, tags, lemmas and trees of tokenized sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import torch
from stanza.models.common.doc import Document

from kg.parse import arcs
from kg.parse.enclitics import Expander
from kg.parse.lemmas import Lemmatizer
from kg.parse.rows import Row
from kg.parse.tokens import Token, TokenSentence


class Analyser:
    """Runs the stages after the tokenizer over a batch of sentences, each distinct sentence once."""

    def __init__(self, pipeline: Any) -> None:
        self.pipeline = pipeline
        stages = pipeline.processors
        self._expander = Expander(stages["mwt"]) if "mwt" in stages else None
        self._lemmatizer = Lemmatizer(stages["lemma"])
        self._fast = arcs.can_parse(stages["depparse"])

    @torch.inference_mode()
    def analyse(self, sentences: Sequence[TokenSentence]) -> list[tuple[Row, ...]]:
        """The rows of each sentence, in order."""
        keys = [tuple((token.model_text, token.multi) for token in sentence) for sentence in sentences]
        distinct = {key: index for index, key in enumerate(dict.fromkeys(keys))}
        if not distinct:
            return []
        batch = Document(self._raw(list(distinct)))
        self.pipeline.processors["pos"].process(batch)
        self._lemmatizer.annotate(word for sentence in batch.sentences for word in sentence.words)
        if self._fast:
            arcs.annotate(self.pipeline.processors["depparse"], batch)
        else:
            self.pipeline.processors["depparse"].process(batch)
        return [
            tuple(_rows(sentence, batch.sentences[distinct[key]]))
            for sentence, key in zip(sentences, keys, strict=True)
        ]

    def _raw(self, sentences: Sequence[tuple[tuple[str, bool], ...]]) -> list[list[dict[str, Any]]]:
        """The sentences as Stanza reads them: an entry a word, and one before the words of a multi-word token."""
        multi = {text for sentence in sentences for text, several in sentence if several}
        words_of = self._expander.split(sorted(multi)) if self._expander else {}
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
