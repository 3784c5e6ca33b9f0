"""Tokens as they flow from the tokenizer to the analysis."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST_TOKEN = 200


@dataclass(frozen=True, slots=True)
class Token:
    """A surface token; `multi` says that the tokenizer holds it for several words (`ujarnya`)."""

    text: str
    start: int
    end: int
    multi: bool = False

    @property
    def model_text(self) -> str:
        """What the models see: a run of characters that no word is as long as would only cost memory."""
        return self.text if len(self.text) <= LONGEST_TOKEN else "<UNK>"


TokenSentence = tuple[Token, ...]
