"""One sentence as the rules of directives see it: words in lower case, the mentions and quotations over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress

from kg.extract.grammar import Grammar
from kg.extract.kinds import (
    ACTIVE,
    BARE_VERB,
    BARE_VERB_OR_NOUN,
    COMPOUND,
    COMPOUND_TAIL,
    DI,
    DIVIDERS,
    DIVIDES,
    LEADING,
    LEADS,
    MARKS,
    NO_VERB,
    PASSIVE,
    SIGN,
    TELLS_OF_VERB,
    kinds_of,
)
from kg.lexicon.remembered import Remembered
from kg.model import Document, Mention, Quotation, Sentence, Span
from kg.model.making import maker, quickly_made
from kg.model.members import GROUP, PERSON, POST, PRONOUN, UNIT

AGENTIVE = frozenset({PERSON, POST, UNIT, GROUP, PRONOUN})
ADDRESSABLE = frozenset({PERSON, POST, UNIT, GROUP})
MAX_HEARER = 7  # words of to whom something is said
KNOWN_WORDS = 65536  # at most; then all are forgotten
NAMING = ("PROPN", "ADP")  # what a bare verb with a capital inside a sentence is tagged, if it is none
OPEN = ("NOUN", "ADJ", "ADV")  # what an active verb may be tagged by mistake
FOR_HEADLINE, AGAINST_HEADLINE = 3, 7  # weights of words with a capital and without: seven in ten make a headline

new_span = maker(Span)


@quickly_made
@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with, for each word, its lower-case form, the index of the mention over it (-1: none) and of the
    quotation around it (-1: none)."""

    sentence: Sentence
    lower: tuple[str, ...]
    mention: tuple[int, ...]
    quotation: tuple[int, ...]
    mentions: tuple[Mention, ...]  # of the whole article; `mention` indexes into it
    kinds: tuple[int, ...]  # of the words: see `kg.extract.kinds`
    leads: tuple[tuple[int, int], ...]  # the words of `LEADS` with their kinds
    led: int  # the kinds of all of them
    split: tuple[bool, ...]  # whether the word behind is written in one with this one: `sebaik|nya`
    one_voice: bool = False  # all of the sentence stands in one quotation, or outside of any
    undivided: bool = False  # no quotation, semicolon or colon is known to divide the sentence
    closes: int = 0  # where the signs begin that the sentence ends with

    def __len__(self) -> int:
        return len(self.lower)

    @property
    def title_case(self) -> bool:
        """Whether most words begin with a capital, as in a headline: a capital tells nothing. Few rules ask for it."""
        return _title_case(self.sentence)

    def span(self, first: int, last: int) -> Span:
        """The span of the words `[first, last)`; `first < last`."""
        return new_span(self.sentence.words[first].span.start, self.sentence.words[last - 1].span.end)

    def is_mark(self, index: int) -> bool:
        """Whether a word is a quotation mark."""
        return self.lower[index] in MARKS

    def is_punctuation(self, index: int) -> bool:
        return self.kinds[index] & SIGN > 0 or self.sentence.tags[index] == "PUNCT"

    def agent_at(self, index: int) -> int | None:
        """The mention over a word if it is of somebody who can act, else `None`."""
        if not 0 <= index < len(self.lower) or self.mention[index] < 0:
            return None
        found = self.mention[index]
        return found if self.mentions[found].kind in AGENTIVE else None

    def addressable_at(self, index: int) -> int | None:
        """The mention over a word if it is of somebody who can be addressed, pronouns left out."""
        if not 0 <= index < len(self.lower) or self.mention[index] < 0:
            return None
        found = self.mention[index]
        return found if self.mentions[found].kind in ADDRESSABLE else None


new_passage = maker(Passage)


def passages(
    document: Document, mentions: Sequence[Mention], quotations: Sequence[Quotation], grammar: Grammar
) -> tuple[Passage, ...]:
    """The passages of an article, one for each sentence with a word that can lead to a directive.

    Where mentions nest, the one that starts first and is longest counts.
    """
    by_sentence: dict[int, list[int]] = {}
    for index, mention in enumerate(mentions):
        by_sentence.setdefault(mention.sentence, []).append(index)
    quoting: dict[int, list[Quotation]] = {}
    for quotation in quotations:
        for touched in range(*quotation.sentences):
            quoting.setdefault(touched, []).append(quotation)
    all_mentions = tuple(mentions)
    found = []
    for sentence in document.sentences:
        kinds = kinds_of(sentence, grammar)
        leads = tuple([(at, kind) for at, kind in compress(enumerate(kinds), kinds) if kind & LEADS])
        led = 0
        for _, kind in leads:
            led |= kind
        if not led & LEADING:
            continue
        here = quoting.get(sentence.index, ())
        around = _quotations_around(sentence, here)
        whole = not here or len(set(around)) == 1
        found.append(
            new_passage(
                sentence,
                sentence.lowers,
                _mentions_over(len(sentence.words), by_sentence.get(sentence.index, ()), all_mentions),
                around,
                all_mentions,
                kinds,
                leads,
                led,
                (*sentence.continuing[1:], False),
                whole,
                whole and not led & DIVIDES,
                _closes(sentence, kinds, 0, len(kinds)),
            )
        )
    return tuple(found)


def _mentions_over(length: int, here: Sequence[int], mentions: Sequence[Mention]) -> tuple[int, ...]:
    """For each of a sentence's words the mention over it, `here` being those of the sentence."""
    over = [-1] * length
    if not here:
        return tuple(over)
    behind = 0
    for index in here:
        mention = mentions[index]
        if mention.first < behind or mention.last > length:
            return _nested_over(length, here, mentions)
        behind = mention.last
        over[mention.first : behind] = [index] * (behind - mention.first)
    return tuple(over)


def _nested_over(length: int, here: Sequence[int], mentions: Sequence[Mention]) -> tuple[int, ...]:
    """The same where mentions overlap: the longest counts."""
    over = [-1] * length
    found = [(mentions[index].first - mentions[index].last, mentions[index].first, index) for index in here]
    for longest, first, index in sorted(found):
        last = first - longest
        for at in range(first, min(length, last)):
            if over[at] < 0:
                over[at] = index
    return tuple(over)


def _quotations_around(sentence: Sentence, quotations: Sequence[Quotation]) -> tuple[int, ...]:
    """For each word of a sentence the quotation around it, `quotations` being those that touch the sentence."""
    around = [-1] * len(sentence.words)
    for quotation in quotations:
        first, last = sentence.word_from(quotation.span.start), sentence.word_from(quotation.span.end)
        around[first:last] = [quotation.index] * (last - first)
    return tuple(around)


def _title_case(sentence: Sentence) -> bool:
    """Whether most words of a sentence with more than two begin with a capital."""
    if sum(map(CASES.__getitem__, sentence.texts)) < 0:
        return False
    return sum([CASES[text] != 0 for text in sentence.texts]) > 2


def _case(text: str) -> int:
    """What a word says for a headline or, below 0, against it; 0 if it begins with no letter."""
    return (FOR_HEADLINE if text[:1].isupper() else -AGAINST_HEADLINE) if text[:1].isalpha() else 0


CASES = Remembered(_case, KNOWN_WORDS)


def is_verb(passage: Passage, grammar: Grammar, index: int) -> bool:
    """Whether a word can head a predicate: by its prefix, by the list of bare verbs, or by its tag.

    Prefixes come first because the treebanks hold next to no imperatives, so that the tagger takes them for nouns.
    """
    if index >= len(passage.kinds):
        return False  # behind the last word, where a sentence breaks off
    kind = passage.kinds[index]
    sentence = passage.sentence
    tag = sentence.tags[index]
    if not kind & TELLS_OF_VERB and tag != "VERB":
        return kind & PASSIVE > 0 and passage.lower[index] == DI  # `harus di usut`: the prefix written apart
    if kind & NO_VERB:
        return False
    if kind & COMPOUND and compounds(passage, grammar, index):
        return False
    if kind & COMPOUND_TAIL and index > 0 and compounds(passage, grammar, index - 1):
        return False  # `warga yang memiliki hak pilih`
    mention = passage.mention[index]
    if mention >= 0 and passage.mentions[mention].kind is not PRONOUN:
        return False
    if kind & BARE_VERB:
        return index == 0 or tag not in NAMING or not sentence.texts[index][:1].isupper() or passage.title_case
    if tag == "VERB":
        return True
    if kind & BARE_VERB_OR_NOUN:  # `Minta Jajaran Tindak Tegas ...`
        return passage.title_case and passage.addressable_at(index - 1) is not None
    return kind & ACTIVE > 0 and tag in OPEN


def compounds(passage: Passage, grammar: Grammar, index: int) -> bool:
    """Whether a word begins a noun of two words (`lalu lintas`)."""
    if not passage.kinds[index] & COMPOUND:
        return False
    return " ".join(passage.lower[index : index + 2]) in grammar.compound_noun


def says_that(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a word of condition behind an active verb of speech, and to whom it is said, opens what is said
    (`mengatakan [kepada wartawan] jika ...`)."""
    if at < 1 or passage.lower[at] not in grammar.conditional:
        return False
    told = next((k for k in range(at - 1, max(0, at - MAX_HEARER), -1) if passage.lower[k] in grammar.to_person), at)
    return passage.lower[told - 1] in grammar.speech and is_verb(passage, grammar, told - 1)


def is_passive(passage: Passage, grammar: Grammar, index: int) -> bool:
    """Whether a verb is a passive with di- (UD Voice=Pass, or the prefix)."""
    if index >= len(passage.kinds) or not passage.kinds[index] & PASSIVE:
        return False
    word = passage.sentence.words[index]
    return word.upos == "VERB" or "Voice=Pass" in word.feats or word.lower == DI


def clause_start(passage: Passage, index: int) -> int:
    """The first word of the stretch before `index` that no quotation mark, colon or semicolon parts from it."""
    if passage.undivided and index > 0:
        return 0
    at = index
    while at > 0:
        before = at - 1
        if passage.quotation[before] != passage.quotation[index] or passage.lower[before] in DIVIDERS:
            break
        at = before
    return at


def clause_end(passage: Passage, index: int) -> int:
    """The end (half-open) of the stretch from `index` on that stays inside or outside the same quotation."""
    length = len(passage.lower)
    if index >= length:
        return index
    if passage.one_voice:
        return passage.closes if passage.closes > index else index + 1
    at, quotation = index, passage.quotation
    here = quotation[index]
    while at < length and quotation[at] == here:
        at += 1
    return _closes(passage.sentence, passage.kinds, index + 1, at)


def _closes(sentence: Sentence, kinds: Sequence[int], start: int, end: int) -> int:
    """Where the signs begin that the words `[start, end)` end with, but for a bracket."""
    tags, lower = sentence.tags, sentence.lowers
    while end > start and (kinds[end - 1] & SIGN or tags[end - 1] == "PUNCT") and lower[end - 1] != ")":
        end -= 1
    return end
