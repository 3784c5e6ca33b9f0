"""Tokens and sentence boundaries of texts, by Stanza's tokenizer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import torch
from stanza.models.tokenization.data import TokenizationDataset
from stanza.models.tokenization.utils import output_predictions

from kg.parse.tokens import Token, TokenSentence

LONGEST_RUN = 1_000
_LONG_RUN = re.compile(rf"\S{{{2 * LONGEST_RUN},}}")

_PIECE = re.compile(rf"(\S{{{LONGEST_RUN - 1}}})\S")


def _parted(run: re.Match[str]) -> str:
    """A run of characters with a blank in the place of every thousandth: Stanza's tokenizer takes quadratic time on it.

    No word, address or row of marks is as long; offsets stay, the characters replaced are in no token.
    """
    return _PIECE.sub(r"\1 ", run[0])


@torch.inference_mode()
def tokenize(pipeline: Any, texts: Sequence[str]) -> list[list[TokenSentence]]:
    """The sentences of each text, with offsets into that text; no sentence crosses a blank line.

    The texts go through the tokenizer as one, parted by blank lines, so that short paragraphs share batches.
    """
    joined = _LONG_RUN.sub(_parted, "\n\n".join(texts))
    sentences: list[list[TokenSentence]] = [[] for _ in texts]
    if not joined.strip():
        return sentences
    processor = pipeline.processors["tokenize"]
    trainer = processor.trainer
    batches = TokenizationDataset(
        processor.config, input_text=joined, vocab=processor.vocab, evaluation=True, dictionary=trainer.dictionary
    )
    *_, raw = output_predictions(None, trainer, batches, processor.vocab, None, orig_text=joined)
    starts = []
    offset = 0
    for text in texts:
        starts.append(offset)
        offset += len(text) + 2
    which = 0
    for sentence in raw:
        while which + 1 < len(starts) and starts[which + 1] <= sentence[0]["start_char"]:
            which += 1
        sentences[which].append(tuple(_token(token, starts[which]) for token in sentence))
    return sentences


def _token(token: dict[str, Any], offset: int) -> Token:
    return Token(
        token["text"], token["start_char"] - offset, token["end_char"] - offset, token.get("misc") == "MWT=Yes"
    )
