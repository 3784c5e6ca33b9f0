"""An article as one row of tokens, with the mentions and quotations over them: what the rules of statements read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from kg.model import Document, Mention, MentionKind, Quotation, Span, Word

SPEAKING_KINDS = frozenset((MentionKind.PERSON, MentionKind.POST, MentionKind.UNIT, MentionKind.GROUP))
ENCLITIC = "nya"
SHORTEST_WITH_ENCLITIC = 5  # letters: "tanya" and "hanya" have none
MARKS = "\"'“”‘’„«»`´\ufffd"
KNOWN_FORMS = 65536  # of words in lower case, the last used


class Token(NamedTuple):
    """One written token: `lower` is its first word, `full` the whole with its enclitic; `enclitic` if that is -nya."""

    sentence: int
    word: int
    last: int  # half-open word index
    upos: str
    span: Span
    capitalised: bool
    lower: str
    full: str
    enclitic: bool
    is_punctuation: bool
    is_mark: bool  # a quotation mark


@dataclass(frozen=True, slots=True)
class Reading:
    """Tokens of the whole article in order; -1 stands for none.

    `mention[i]` is the mention over token i that can speak, `inside[i]` the quotation around it, `after[i]` the
    quotation that token i directly follows; `starts[s]` is the first token of sentence s, `holders` are the
    persons known to hold a post named beside them.
    """

    tokens: tuple[Token, ...]
    starts: tuple[int, ...]
    mention: tuple[int, ...]
    inside: tuple[int, ...]
    after: tuple[int, ...]
    mentions: Sequence[Mention]
    quotations: Sequence[Quotation]
    document: Document
    holders: frozenset[int]

    def bounds(self, sentence: int) -> tuple[int, int]:
        """The half-open range of tokens of a sentence."""
        end = self.starts[sentence + 1] if sentence + 1 < len(self.starts) else len(self.tokens)
        return self.starts[sentence], end

    def token_at(self, sentence: int, word: int) -> int:
        """The token that holds a word."""
        start, end = self.bounds(sentence)
        low = start
        while low + 1 < end and self.tokens[low].last <= word:
            low += 1
        return low


def read(document: Document, mentions: Sequence[Mention], quotations: Sequence[Quotation]) -> Reading:
    """The tokens of a document; where mentions nest, the one that starts first and is longest stands over a token."""
    tokens: list[Token] = []
    starts: list[int] = []
    for sentence in document.sentences:
        starts.append(len(tokens))
        words = sentence.words
        at, length = 0, len(words)
        while at < length:
            end = at + 1
            while end < length and words[end].continues:
                end += 1
            tokens.append(
                _token(sentence.index, words[at]) if end == at + 1 else _joined(sentence.index, words[at:end])
            )
            at = end
    spans = [token.span.start for token in tokens]
    return Reading(
        tuple(tokens),
        tuple(starts),
        _mentions_over(tokens, starts, mentions),
        _inside(tokens, spans, quotations),
        _after(tokens, spans, quotations),
        mentions,
        quotations,
        document,
        frozenset(mention.holder for mention in mentions if mention.holder is not None),
    )


def _token(sentence: int, word: Word) -> Token:
    """The token of a word that is written by itself."""
    index = word.index
    return Token(sentence, index, index + 1, word.upos, word.span, word.text[:1].isupper(), *_form(word.lower))


def _joined(sentence: int, words: Sequence[Word]) -> Token:
    """The token of several words written in one."""
    first, last = words[0], words[-1]
    full = "".join(word.lower for word in words).strip(MARKS)
    return Token(
        sentence,
        first.index,
        last.index + 1,
        first.upos,
        Span(first.span.start, last.span.end),
        first.text[:1].isupper(),
        first.lower.strip(MARKS),
        full,
        last.lower.lstrip("-") == ENCLITIC,
        _is_punctuation(full),
        not full,
    )


@lru_cache(KNOWN_FORMS)  # most words of an article were in the one before
def _form(written: str) -> tuple[str, str, bool, bool, bool]:
    """`lower`, `full`, `enclitic`, `is_punctuation` and `is_mark` of a token of one word."""
    full = written.strip(MARKS)
    enclitic = full.endswith(ENCLITIC) and len(full) > SHORTEST_WITH_ENCLITIC
    lower = full[: -len(ENCLITIC)] if enclitic else full  # the parser did not split it
    return lower, full, enclitic, _is_punctuation(full), not full


def _is_punctuation(full: str) -> bool:
    return not full.isalnum() and not any(map(str.isalnum, full))


def _mentions_over(tokens: Sequence[Token], starts: Sequence[int], mentions: Sequence[Mention]) -> tuple[int, ...]:
    over = [-1] * len(tokens)
    order = sorted(
        (index for index, mention in enumerate(mentions) if mention.kind in SPEAKING_KINDS),
        key=lambda index: (mentions[index].sentence, mentions[index].first, -mentions[index].last, index),
    )
    for index in order:
        mention = mentions[index]
        at = starts[mention.sentence]
        end = starts[mention.sentence + 1] if mention.sentence + 1 < len(starts) else len(tokens)
        while at < end and tokens[at].last <= mention.first:
            at += 1
        if at < end and over[at] != -1:
            continue
        while at < end and tokens[at].word < mention.last:
            over[at] = index
            at += 1
    return tuple(over)


def _inside(tokens: Sequence[Token], spans: Sequence[int], quotations: Sequence[Quotation]) -> tuple[int, ...]:
    inside = [-1] * len(tokens)
    for quotation in quotations:
        for at in range(bisect_left(spans, quotation.span.start), bisect_left(spans, quotation.span.end)):
            inside[at] = quotation.index
    return tuple(inside)


def _after(tokens: Sequence[Token], spans: Sequence[int], quotations: Sequence[Quotation]) -> tuple[int, ...]:
    after = [-1] * len(tokens)
    for quotation in quotations:
        at = bisect_right(spans, quotation.span.end - 1)
        while at < len(tokens) and tokens[at].is_punctuation:
            at += 1
        if at < len(tokens):
            after[at] = quotation.index
    return tuple(after)
