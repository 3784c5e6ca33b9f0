"""The parse of an article: words, sentences, trees (Universal Dependencies)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from kg.model.articles import Article, CleanText, Span
from kg.model.making import quickly_made


@quickly_made
@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word of Universal Dependencies; enclitics (`-nya`) are words of their own with their own
    characters.

    `continues` says that the word is written in one token with the word before it.
    """

    index: int
    text: str
    lemma: str
    upos: str
    feats: str
    head: int  # index of the head, -1 for the root
    deprel: str
    span: Span
    lower: str  # text in lower case: what lexicon look-ups use
    continues: bool = False


@quickly_made
@dataclass(frozen=True, slots=True)
class Sentence:
    """A parsed sentence; `paragraph` counts blank-line-separated blocks of the cleaned text, the title being one.

    `texts`, `lowers`, `relations`, `tags` and `continuing` are the words' columns `text`, `lower`, `deprel`, `upos` and
    `continues`, which many rules run through; `starts` and `ends` are where the words start and end in the text.
    """

    index: int
    words: tuple[Word, ...]
    span: Span
    paragraph: int = 0
    is_title: bool = False
    texts: tuple[str, ...] = field(init=False, repr=False, compare=False)
    lowers: tuple[str, ...] = field(init=False, repr=False, compare=False)
    relations: tuple[str, ...] = field(init=False, repr=False, compare=False)
    tags: tuple[str, ...] = field(init=False, repr=False, compare=False)
    continuing: tuple[bool, ...] = field(init=False, repr=False, compare=False)
    starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    ends: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "texts", tuple([word.text for word in self.words]))
        object.__setattr__(self, "lowers", tuple([word.lower for word in self.words]))
        object.__setattr__(self, "relations", tuple([word.deprel for word in self.words]))
        object.__setattr__(self, "tags", tuple([word.upos for word in self.words]))
        object.__setattr__(self, "continuing", tuple([word.continues for word in self.words]))
        object.__setattr__(self, "starts", tuple([word.span.start for word in self.words]))
        object.__setattr__(self, "ends", tuple([word.span.end for word in self.words]))

    def word_from(self, offset: int) -> int:
        """The index of the first word that starts at `offset` of the text or behind it, `len(words)` if none does."""
        return bisect_left(self.starts, offset)

    def words_in(self, span: Span) -> range:
        """The indices of the words that lie within a span of the text."""
        return range(bisect_left(self.starts, span.start), bisect_right(self.ends, span.end))


@dataclass(frozen=True, slots=True)
class Document:
    """An article with its parse: what extraction sees."""

    clean: CleanText
    sentences: tuple[Sentence, ...]

    @property
    def article(self) -> Article:
        return self.clean.article
