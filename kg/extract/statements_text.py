"""An article as one row of tokens, with the mentions and quotations over them: what the rules of statements read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress, count, pairwise
from operator import not_
from typing import TYPE_CHECKING

from kg.lexicon.remembered import Remembered
from kg.model import Document, Mention, Quotation, Span, Word
from kg.model.making import quickly_made
from kg.model.members import GROUP, PERSON, POST, UNIT

if TYPE_CHECKING:
    from kg.extract.statements_chain import Chain
    from kg.extract.statements_words import ReportingWords

SPEAKING_KINDS = frozenset((PERSON, POST, UNIT, GROUP))
ENCLITIC = "nya"
SHORTEST_WITH_ENCLITIC = 5  # letters: "tanya" and "hanya" have none
MARKS = "\"'“”‘’„«»`´\ufffd"
KNOWN_FORMS = 65536  # of words in lower case, at most; then all are forgotten


Form = tuple[str, str, bool, bool]


@quickly_made
@dataclass(frozen=True, slots=True)
class Reading:
    """The written tokens of the whole article in order, by column; -1 stands for none.

    `lower[i]` is the first word of token i, `full[i]` the whole with its enclitic, `enclitic[i]` whether that is -nya;
    `heads[i]` is the first word as parsed, `last[i]` the word behind the token, `joined` the spans of tokens of
    several words. `mention[i]` is the mention over token i that can speak, `inside[i]` the quotation around it,
    `after` maps the tokens that directly follow a quotation to it.
    `starts[s]` is the first token of sentence s, with the number of tokens behind the last; `sentences[i]` is the
    sentence of token i, `holders` are the persons known to hold a post named beside them, `masters` those whose people
    the mention before them is of ("pendukung X"), `chains` the answers that `chain_at` has given,
    `words` the closed word classes.
    """

    heads: Sequence[Word]
    last: Sequence[int]
    joined: Mapping[int, Span]
    lower: tuple[str, ...]
    full: tuple[str, ...]
    enclitic: tuple[bool, ...]
    is_punctuation: tuple[bool, ...]
    starts: Sequence[int]
    sentences: Sequence[int]
    mention: tuple[int, ...]
    inside: tuple[int, ...]
    after: Mapping[int, int]
    mentions: Sequence[Mention]
    quotations: Sequence[Quotation]
    document: Document
    holders: frozenset[int]
    masters: frozenset[int]
    chains: dict[int, Chain]
    words: ReportingWords

    def __len__(self) -> int:
        return len(self.heads)

    def word(self, at: int) -> int:
        """The index of a token's first word in its sentence."""
        return self.heads[at].index

    def sentence(self, at: int) -> int:
        """The sentence that a token stands in."""
        return self.sentences[at]

    def span(self, at: int) -> Span:
        """Where a token stands in the text."""
        return self.joined.get(at) or self.heads[at].span

    def upos(self, at: int) -> str:
        """The word class of a token's first word."""
        return self.heads[at].upos

    def capitalised(self, at: int) -> bool:
        return self.heads[at].text[:1].isupper()

    def is_mark(self, at: int) -> bool:
        """Whether a token is a quotation mark."""
        return not self.full[at]

    def bounds(self, sentence: int) -> tuple[int, int]:
        """The half-open range of tokens of a sentence."""
        return self.starts[sentence], self.starts[sentence + 1]

    def token_at(self, sentence: int, word: int) -> int:
        """The token that holds a word."""
        start, end = self.bounds(sentence)
        return max(bisect_right(self.last, word, start, end - 1), start)


def read(
    document: Document, mentions: Sequence[Mention], quotations: Sequence[Quotation], classes: ReportingWords
) -> Reading:
    """The tokens of a document; where mentions nest, the one that starts first and is longest stands over a token."""
    heads: list[Word] = []
    last: list[int] = []
    forms: list[Form] = []
    starts: list[int] = []
    sentences: list[int] = []
    offsets: list[int] = []  # where the tokens start in the text
    joined: dict[int, Span] = {}  # the tokens of several words
    for sentence in document.sentences:
        words = sentence.words
        start = len(heads)
        starts.append(start)
        if True not in sentence.continuing:
            heads += words
            offsets += sentence.starts
            last += range(1, len(words) + 1)
            forms += map(FORMS.__getitem__, sentence.lowers)
        else:
            opening = list(map(not_, sentence.continuing))
            first = list(compress(count(), opening))
            heads += compress(words, opening)
            offsets += compress(sentence.starts, opening)
            behind = [*first[1:], len(words)]
            last += behind
            forms += map(FORMS.__getitem__, compress(sentence.lowers, opening))
            for at, (head, end) in enumerate(zip(first, behind, strict=True), start):
                if end > head + 1:
                    forms[at] = _joined(words[head:end])
                    joined[at] = Span(words[head].span.start, words[end - 1].span.end)
        sentences += [len(starts) - 1] * (len(heads) - start)
    starts.append(len(heads))
    lower, full, enclitic, is_punctuation = zip(*forms, strict=True) if forms else ((),) * 4
    return Reading(
        heads,
        last,
        joined,
        lower,
        full,
        enclitic,
        is_punctuation,
        starts,
        sentences,
        _mentions_over(len(heads), last, starts, mentions),
        _inside(len(heads), offsets, quotations),
        _after(offsets, is_punctuation, quotations),
        mentions,
        quotations,
        document,
        frozenset([mention.holder for mention in mentions if mention.holder is not None]),
        frozenset(_masters(mentions, classes)),
        {},
        classes,
    )


def _masters(mentions: Sequence[Mention], classes: ReportingWords) -> Iterator[int]:
    """The persons whose people the mention right before them is of."""
    for at, (one, other) in enumerate(pairwise(mentions), 1):
        if one.sentence != other.sentence or one.last != other.first or other.kind is not PERSON:
            continue
        noun, *further = one.text.lower().split()
        people = one.kind is GROUP and [noun, *further][-1] in classes.belonging
        kin = noun in classes.belonging or (
            noun in classes.belonging_before and not classes.belonging_further.isdisjoint(further[:1])
        )
        kin = kin and one.kind is POST and one.holder is None
        if people or kin:
            yield at


def _joined(words: Sequence[Word]) -> Form:
    """The form of several words written in one."""
    full = "".join([word.lower for word in words]).strip(MARKS)
    return words[0].lower.strip(MARKS), full, words[-1].lower.lstrip("-") == ENCLITIC, _is_punctuation(full)


def _form(written: str) -> Form:
    """`lower`, `full`, `enclitic` and `is_punctuation` of a token of one word."""
    full = written.strip(MARKS)
    enclitic = full.endswith(ENCLITIC) and len(full) > SHORTEST_WITH_ENCLITIC
    lower = full[: -len(ENCLITIC)] if enclitic else full  # the parser did not split it
    return lower, full, enclitic, _is_punctuation(full)


FORMS = Remembered(_form, KNOWN_FORMS)


def _is_punctuation(full: str) -> bool:
    return not full.isalnum() and not any(map(str.isalnum, full))


def _in_order(mentions: Sequence[Mention]) -> list[int]:
    """The mentions that can speak, by where they start; of those that start together the longest first."""
    speaking: list[int] = []
    before = (-1, 0)
    ordered = True
    for index, mention in enumerate(mentions):
        if mention.kind in SPEAKING_KINDS:
            here = mention.sentence, mention.first
            ordered = ordered and here > before
            before = here
            speaking.append(index)
    if not ordered:
        speaking.sort(key=lambda at: (mentions[at].sentence, mentions[at].first, -mentions[at].last))
    return speaking


def _mentions_over(
    tokens: int, last: Sequence[int], starts: Sequence[int], mentions: Sequence[Mention]
) -> tuple[int, ...]:
    over = [-1] * tokens
    for index in _in_order(mentions):
        mention = mentions[index]
        start, end = starts[mention.sentence], starts[mention.sentence + 1]
        if end > start and last[end - 1] == end - start:  # each token is one word
            at, behind = start + mention.first, start + mention.last
        else:
            at = bisect_right(last, mention.first, start, end)
            behind = bisect_left(last, mention.last, at, end - 1) + 1 if at < end else at
        if at < end and over[at] == -1:
            over[at:behind] = [index] * (behind - at)
    return tuple(over)


def _inside(tokens: int, offsets: Sequence[int], quotations: Sequence[Quotation]) -> tuple[int, ...]:
    inside = [-1] * tokens
    for quotation in quotations:
        first, last = bisect_left(offsets, quotation.span.start), bisect_left(offsets, quotation.span.end)
        inside[first:last] = [quotation.index] * (last - first)
    return tuple(inside)


def _after(offsets: Sequence[int], is_punctuation: Sequence[bool], quotations: Sequence[Quotation]) -> dict[int, int]:
    after = {}
    for quotation in quotations:
        if quotation.listed:
            continue  # nothing closes a list
        at = bisect_right(offsets, quotation.span.end - 1)
        while at < len(offsets) and is_punctuation[at]:
            at += 1
        if at < len(offsets):
            after[at] = quotation.index
    return after
