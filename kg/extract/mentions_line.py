"""A sentence as the finders of mentions see it, and what the whole article tells about its words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypedDict, Unpack

from kg.extract.mentions_words import OFFICES, SKIP, Found, MentionWords, Tag
from kg.lexicon.forms import squeeze
from kg.model import Article, Mention, MentionKind, Sentence, Span

HEADLINE_SHARE = 0.7  # of the words: where so many are capitalised, a capital says nothing
HEADLINE_LENGTH = 4  # words: a shorter sentence is no headline by its capitals alone
COMMON = frozenset({"VERB", "NOUN", "ADJ", "ADV"})  # words that only headlines capitalise
SKIPPED = frozenset({".", "-", "–"})  # words that may stand inside a form
PAD = 8  # words: no look beyond the end of a sentence goes farther
LONGEST_ACRONYM = 8
DERIVED_LENGTH = 8  # letters
PAIR_LENGTH = 4  # letters: "Al-Habsyi" is one name
BALINESE = "i"  # the article before Balinese names ("I Wayan"), which looks like a numeral
ADDRESSING = Tag.RANK | Tag.ADDRESS
ROMAN = frozenset("ivxlc")

# How strongly a capitalised word belongs to the name of an office (above 0) or of a person (below 0). Only the order of
# magnitude matters: a word known as a name outweighs the guess for an unknown word, the article's own use outweighs
# both.
PLACE = 4.0
ORGANISATION = 4.0
NUMBER = 4.0
ACRONYM = 3.0
DIRECTION = 2.5
ORGANISATION_WORD = 2.5
ORDINARY = 1.5
UNKNOWN = -0.7
PERSON_NAME = -2.5
INITIAL = -3.0
EVIDENCE = 2.5
MOST_EVIDENCE = 5.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the article shows of its words, squeezed: how often each stands where only a person or a place can, and
    which
    are written in lower case too."""

    names: Mapping[str, int]
    places: Mapping[str, int]
    ordinary: frozenset[str]


class MentionFields(TypedDict, total=False):
    """What was read from a mention; the fields of `Mention` of the same names."""

    name: str
    rank: str
    degrees: str
    office: str
    post: str
    unit: str
    place: str
    acting: str
    former: bool
    quantifier: str


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence: its words as written (`texts`) and squeezed (`pieces`), and which forms start at each (`found`,
    `tags`).

    `capital` tells which words begin with a capital, `proper` which are words besides. `headline` says that capitals
    tell
    nothing: a title in title case or a sentence in capitals (`shouting`). All but `found` have `PAD` empty places
    behind
    the last word, so that a look a few words beyond either end finds nothing.
    """

    sentence: Sentence
    article: Article
    length: int
    texts: tuple[str, ...]
    pieces: tuple[str, ...]
    capital: tuple[bool, ...]
    proper: tuple[bool, ...]
    found: tuple[Found, ...]
    tags: tuple[int, ...]
    headline: bool
    shouting: bool
    words: MentionWords

    @classmethod
    def of(cls, sentence: Sentence, article: Article, words: MentionWords) -> Line:
        """The line of a parsed sentence."""
        texts = [word.text for word in sentence.words]
        pieces, capital, proper = [], [], []
        letters = 0
        for text in texts:
            plain = text.isalnum() and text.isascii()
            piece = text.lower() if plain else SKIP if text in SKIPPED else squeeze(text)
            upper = text[:1].isupper() or text[1:2].isupper()
            alphabetic = piece[:1].isalpha()
            letters += alphabetic
            pieces.append(piece)
            capital.append(upper)
            proper.append(upper and alphabetic)
        crowded = letters >= HEADLINE_LENGTH and sum(proper) >= HEADLINE_SHARE * letters
        if crowded and not sentence.is_title:  # many names alone make no headline: its verbs are capitalised too
            common = [flag for flag, word in zip(capital, sentence.words, strict=True) if word.upos in COMMON]
            crowded = sum(common) >= HEADLINE_SHARE * len(common)
        shouting = crowded and all(
            text.isupper() for text, piece in zip(texts, pieces, strict=True) if piece[:1].isalpha()
        )
        found = words.found([_head_of(piece) if "/" in piece else piece for piece in pieces])
        return cls(
            sentence,
            article,
            len(texts),
            (*texts, *[""] * PAD),
            (*pieces, *[""] * PAD),
            (*capital, *[False] * PAD),
            (*proper, *[False] * PAD),
            found,
            (*map(sum, found), *[0] * PAD),
            crowded,
            shouting,
            words,
        )

    def __len__(self) -> int:
        return self.length

    def end(self, index: int, tag: int) -> int:
        """Where the longest form with `tag` that starts at `index` ends; `index` itself if none does."""
        return self.found[index][tag] if self.tags[index] & tag else index

    def initial(self, index: int) -> bool:
        """Whether the word is a single capital letter, with or without a full stop."""
        return len(self.pieces[index]) == 1 and self.proper[index]

    def acronym(self, index: int) -> bool:
        """Whether the word is written in capitals where the sentence is not."""
        text = self.texts[index]
        return 2 <= len(text) <= LONGEST_ACRONYM and text.isupper() and text[:1].isalpha() and not self.shouting

    def number(self, index: int) -> bool:
        """Whether the word is a number, a Roman numeral or a code ("044", "IX", "044/Gapo")."""
        text = self.texts[index]
        if text[:1].isdigit():
            return True
        return text.isupper() and set(text.lower()) <= ROMAN and text not in ("C", "L")

    def joined(self, first: int, last: int) -> str:
        """The words of `[first, last)` as they are written, what stands in brackets left out."""
        parts: list[str] = []
        depth = 0
        before = -1
        if last == first + 1:
            return self.texts[first]
        for word in self.sentence.words[first:last]:
            if word.text == "(":
                depth += 1
            if not depth:
                parts.append(word.text if word.span.start == before or not parts else " " + word.text)
                before = word.span.end
            if word.text == ")":
                depth = max(0, depth - 1)
        return "".join(parts).strip()

    def mention(self, kind: MentionKind, first: int, last: int, rule: str, **fields: Unpack[MentionFields]) -> Mention:
        """A mention of `[first, last)`; its text is that of the original article."""
        words = self.sentence.words
        start, end = words[first].span.start, words[last - 1].span.end
        span = Span(start, end)
        return Mention(span, self.sentence.index, first, last, kind, self.article.text[start:end], rule=rule, **fields)

    def place(self, first: int, last: int) -> str:
        """The first place that is named in `[first, last)`, "" if none is."""
        for at in range(first, last):
            if self.tags[at] & Tag.PLACE:
                return self.joined(at, self.end(at, Tag.PLACE))
        return ""


def _head_of(piece: str) -> str:
    """The part of "Polres/ta" and "Kapolda/Kapolres" that tells what it is."""
    head, slash, tail = piece.partition("/")
    return head if slash and head[:1].isalpha() and tail[:1].isalpha() else piece


def is_pair(text: str) -> bool:
    """Whether a word is two names with a hyphen: "Prabowo-Gibran" is a ticket, no person."""
    first, hyphen, second = text.partition("-")
    return bool(hyphen) and len(first) >= PAIR_LENGTH and first[:1].isupper() and second[:1].isupper()


def _is_derived_noun(piece: str, words: MentionWords) -> bool:
    """Whether a word has the circumfix of an abstract noun, ke-...-an or pe-...-an, which no name has
    ("Pelanggaran").
    """
    return len(piece) >= DERIVED_LENGTH and piece[:2] in words.noun_prefixes and piece[-2:] in words.noun_suffixes


def lean(line: Line, index: int, evidence: Evidence) -> float:
    """How much the capitalised word at `index` looks like a part of an office (above 0) or of a person's name
    (below).
    """
    piece = line.pieces[index]
    words = line.words
    if line.initial(index) and not line.number(index):
        return INITIAL
    named = piece in words.person_names
    if piece == BALINESE and line.pieces[index + 1] in words.person_names:
        return INITIAL
    if line.number(index):
        return NUMBER
    if line.tags[index] & (Tag.ORGANISATION | Tag.ORGANISATION_HEAD) and not named:
        value = ORGANISATION
    elif line.tags[index] & (Tag.PLACE | Tag.UNIT_PLACE):
        longer = max(line.end(index, Tag.PLACE), line.end(index, Tag.UNIT_PLACE)) > index + 1
        value = PLACE if longer or not named else 0.5
    elif named:
        value = PERSON_NAME
    elif piece in words.organisation_tails:
        value = ORGANISATION
    elif piece in words.organisation_words or piece in words.office_fields or _is_derived_noun(piece, words):
        value = ORGANISATION_WORD
    elif line.acronym(index) and not line.tags[index] & Tag.DEGREE:
        value = ACRONYM
    elif piece in words.place_directions and line.pieces[index - 1] not in words.person_names:
        value = DIRECTION
    elif piece in evidence.ordinary:
        value = ORDINARY
    else:
        value = UNKNOWN
    value -= min(MOST_EVIDENCE, EVIDENCE * evidence.names.get(piece, 0))
    return value + min(MOST_EVIDENCE, EVIDENCE * evidence.places.get(piece, 0))


def gather(lines: Iterable[Line]) -> Evidence:
    """The evidence of an article: words behind ranks, forms of address and reporting verbs, and behind prepositions
    of place.
    """
    names: dict[str, int] = {}
    places: dict[str, int] = {}
    ordinary: set[str] = set()
    for line in lines:
        if line.headline:
            continue
        words, pieces, proper, tags = line.words, line.pieces, line.proper, line.tags
        for index in range(line.length):
            piece = pieces[index]
            if not proper[index]:
                ordinary.add(piece)
                continue
            before = pieces[index - 1] if index else ""
            if before in words.locatives:
                places[piece] = places.get(piece, 0) + 1
            elif before in words.speech:
                _count_names(line, index, names)
            elif before in words.name_words:
                _count_names(line, index, names, 2)
            if tags[index] & ADDRESSING:
                _count_names(line, behind_rank(line, index), names)
    return Evidence(MappingProxyType(names), MappingProxyType(places), frozenset(ordinary))


def behind_rank(line: Line, index: int) -> int:
    """The word behind the ranks, corps, titles and forms of address that start at `index`."""
    while True:
        here = line.found[index] if index < len(line) else {}
        end = max((here[tag] for tag in (Tag.RANK, Tag.CORPS, Tag.RETIRED, Tag.ADDRESS) if tag in here), default=index)
        if Tag.TITLE in here and line.capital[index]:
            end = max(end, here[Tag.TITLE])
        if end == index:
            return index
        if line.texts[end] == "." and line.proper[end + 1]:
            end += 1
        elif line.texts[end] == "(" and line.tags[end + 1] & (Tag.TITLE | Tag.RANK):
            inner = max(line.end(end + 1, Tag.TITLE), line.end(end + 1, Tag.RANK))
            end = inner + 1 if line.texts[inner] == ")" else end
        index = end


def _count_names(line: Line, index: int, names: dict[str, int], weight: int = 1) -> None:
    """Counts the words of the name that starts at `index`, up to the first that is plainly none."""
    words = line.words
    for position in range(index, min(index + 4, len(line))):
        piece = line.pieces[position]
        if not line.proper[position] or line.tags[position] & (
            Tag.RANK | Tag.DEGREE | OFFICES | Tag.ORGANISATION | Tag.GROUP
        ):
            break
        if line.tags[position] & (Tag.ORGANISATION_HEAD | Tag.PRONOUN) or piece in words.organisation_words:
            break
        if position > index and line.tags[position] & Tag.PLACE and piece not in words.person_names:
            break
        if len(piece) > 1:
            names[piece] = names.get(piece, 0) + weight
