"""Words, tags, lemmas and trees of tokenized sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from kg.parse.rows import Row
from kg.parse.tokens import Token, TokenSentence


class Analyser:
    """Runs the stages after the tokenizer over a batch of sentences, each distinct sentence once."""

    def __init__(self, pipeline: Any) -> None:
        self.pipeline = pipeline

    def analyse(self, sentences: Sequence[TokenSentence]) -> Iterator[tuple[Row, ...]]:
        """The rows of each sentence, in order."""
        import torch
        from stanza.models.common.doc import Document

        keys = [tuple((token.model_text, token.multi) for token in sentence) for sentence in sentences]
        distinct = {key: index for index, key in enumerate(dict.fromkeys(keys))}
        if not distinct:
            return
        batch = Document([[_raw(index, text, multi) for index, (text, multi) in enumerate(key)] for key in distinct])
        with torch.inference_mode():
            for stage in ("mwt", "pos", "lemma", "depparse"):
                batch = self.pipeline.processors[stage].process(batch)
        for sentence, key in zip(sentences, keys, strict=True):
            yield tuple(_rows(sentence, batch.sentences[distinct[key]]))


def _raw(index: int, text: str, multi: bool) -> dict[str, Any]:
    token: dict[str, Any] = {"id": (index + 1,), "text": text}
    if multi:
        token["misc"] = "MWT=Yes"
    return token


def _rows(tokens: Sequence[Token], parsed: Any) -> Iterator[Row]:
    for token, analysed in zip(tokens, parsed.tokens, strict=True):
        words = analysed.words
        single = len(words) == 1
        exact = "".join(word.text for word in words) == token.text
        start = token.start
        for number, word in enumerate(words):
            end = start + len(word.text) if exact and not single else token.end
            yield Row(
                text=token.text if single else word.text,
                lemma=word.lemma or "_",
                upos=word.upos or "X",
                feats=word.feats or "",
                head=word.head - 1,
                deprel=word.deprel,
                start=start,
                end=end,
                continues=number > 0,
            )
            if exact:
                start = end
