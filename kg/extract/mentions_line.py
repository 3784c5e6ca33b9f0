"""A sentence as the finders of mentions see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress

from kg.extract.mentions_tags import OFFICES, Tag
from kg.extract.mentions_words import NO_WORDS, NOTHING, Found, MentionWords
from kg.model import Article, Mention, MentionKind, Sentence, Span
from kg.model.making import maker, quickly_made

HEADLINE_SHARE = 0.7  # of the words: where so many are capitalised, a capital says nothing
HEADLINE_LENGTH = 4  # words: a shorter sentence is no headline by its capitals alone
NAMING = OFFICES | Tag.ORGANISATION | Tag.ORGANISATION_HEAD
COMMON = frozenset({"VERB", "NOUN", "ADJ", "ADV"})  # words that only headlines capitalise
PAD = 8  # words: no look beyond the end of a sentence goes farther
NO_TEXTS, NO_CAPITALS, NO_FORMS, NO_TAGS = ("",) * PAD, (False,) * PAD, (NOTHING,) * PAD, (0,) * PAD
LONGEST_NAME = 3  # words of one candidate behind or before a hyphen
YEARS = 3  # words: "2023 - 2024"
BRACKET = 3  # words: "(Unair)"
HYPHENS = frozenset({"-", "–"})
LONGEST_OPENING = 4  # words before a subject
LONGEST_RULER = 4  # words: "era Presiden X Y"

new_span, new_mention = maker(Span), maker(Mention)


@quickly_made
@dataclass(frozen=True, slots=True)
class Line:
    """One sentence: its words as written (`texts`) and squeezed (`pieces`), and which forms start at each (`found`,
    `tags`).

    `capital` tells which words begin with a capital, `proper` which are words besides, `initial` which are one capital
    letter, with or without a full stop, `acronym` which are in capitals where the sentence is not, `number` which are
    a number, a Roman numeral or a code ("044", "IX", "044/Gapo"), `digits` which have a digit; `hyphened` says whether
    any has a hyphen. `headline` says that capitals tell nothing: a title in title case or a sentence in capitals
    (`shouting`). All columns have `PAD` empty places behind the last word, so that a look a few words beyond either end
    finds nothing. `posts` are the answers that `find_post` has given, by word: an article gives it the same evidence
    for all of them.
    """

    sentence: Sentence
    article: Article
    length: int
    texts: tuple[str, ...]
    pieces: tuple[str, ...]
    capital: tuple[bool, ...]
    proper: tuple[bool, ...]
    initial: tuple[bool, ...]
    acronym: tuple[bool, ...]
    number: tuple[bool, ...]
    digits: tuple[bool, ...]
    found: tuple[Found, ...]
    tags: tuple[int, ...]
    headline: bool
    shouting: bool
    hyphened: bool
    words: MentionWords
    posts: dict[int, Mention | None]

    @classmethod
    def of(cls, sentence: Sentence, article: Article, words: MentionWords) -> Line:
        """The line of a parsed sentence."""
        texts = sentence.texts
        columns = zip(*map(words.written.__getitem__, texts), strict=True) if texts else NO_WORDS
        pieces, heads, capital, proper, alphabetic, initial, acronym, number, digits, hyphen, *opening = columns
        found, tags = words.found(heads + NO_TEXTS, *opening)
        letters = alphabetic.count(True)
        crowded = letters >= HEADLINE_LENGTH and proper.count(True) >= HEADLINE_SHARE * letters
        if crowded and not sentence.is_title:
            crowded = _has_capital_verbs(sentence, capital, pieces, tags, words)
        shouting = crowded and all(map(str.isupper, compress(texts, alphabetic)))
        return new_line(
            sentence,
            article,
            len(texts),
            texts + NO_TEXTS,
            pieces + NO_TEXTS,
            capital + NO_CAPITALS,
            proper + NO_CAPITALS,
            initial + NO_CAPITALS,
            NO_CAPITALS + (False,) * len(texts) if shouting else acronym + NO_CAPITALS,
            number + NO_CAPITALS,
            digits + NO_CAPITALS,
            (*found, *NO_FORMS),
            (*tags, *NO_TAGS),
            crowded,
            shouting,
            True in hyphen,
            words,
            {},
        )

    def end(self, index: int, tag: int) -> int:
        """Where the longest form with `tag` that starts at `index` ends; `index` itself if none does."""
        return index + self.found[index][tag] if self.tags[index] & tag else index

    def joined(self, first: int, last: int) -> str:
        """The words of `[first, last)` as they are written, what stands in brackets left out."""
        if last <= first + 1:
            return self.texts[first] if last > first else ""
        plain = " ".join(self.texts[first:last])
        words = self.sentence.words
        if "(" not in plain and plain == self.article.text[words[first].span.start : words[last - 1].span.end]:
            return plain
        parts: list[str] = []
        depth = 0
        before = -1
        for word in self.sentence.words[first:last]:
            if word.text == "(":
                depth += 1
            if not depth:
                glued = word.span.start == before and not (parts[-1:] and _runs_on(parts[-1], word.text))
                parts.append(word.text if glued or not parts else " " + word.text)
                before = word.span.end
            if word.text == ")":
                depth = max(0, depth - 1)
        return "".join(parts).strip()

    def mention(
        self,
        kind: MentionKind,
        first: int,
        last: int,
        rule: str,
        name: str = "",
        rank: str = "",
        degrees: str = "",
        office: str = "",
        post: str = "",
        unit: str = "",
        place: str = "",
        acting: str = "",
        former: bool = False,
        quantifier: str = "",
    ) -> Mention:
        """A mention of `[first, last)`, with what was read from it; its text is that of the original article."""
        words = self.sentence.words
        span = words[first].span
        if last != first + 1:
            span = new_span(span.start, words[last - 1].span.end)
        text = self.article.text[span.start : span.end]
        sentence = self.sentence.index
        return new_mention(
            span, sentence, first, last, kind, text, name, rank, degrees,
            office, post, unit, place, acting, former, quantifier, rule,
        )  # fmt: skip

    def place(self, first: int, last: int) -> str:
        """The first place that is named in `[first, last)`, "" if none is."""
        for at in range(first, last):
            if self.tags[at] & Tag.PLACE:
                return self.joined(at, self.end(at, Tag.PLACE))
        return ""


new_line = maker(Line)


def _has_capital_verbs(
    sentence: Sentence, capital: Sequence[bool], pieces: Sequence[str], tags: Sequence[int], words: MentionWords
) -> bool:
    """Whether a sentence of many capitals is a headline: many names alone make none, its common words have them too."""
    common = [
        capital[at]
        for at, upos in enumerate(sentence.tags)
        if upos in COMMON and at and not tags[at] & NAMING and pieces[at] not in words.organisation_words
    ]
    return sum(common) >= HEADLINE_SHARE * len(common) if common else sentence.texts[-1] != "."


def _runs_on(before: str, text: str) -> bool:
    """Whether two words were written in one by a slip: "KapoldaBanten" is "Kapolda Banten"."""
    return len(text) > 1 and before[-1:].islower() and text[:1].isupper() and text[1:].islower()


def past_markers(line: Line, index: int) -> int:
    """Skips "lainnya" and "itu" behind an office: "kuasa hukum Rama lainnya, Danu"."""
    while line.pieces[index] in line.words.other_markers:
        index += 1
    return index


def ballot_end(line: Line, index: int) -> int:
    """The end of the number that a candidate has on the ballot at `index` ("nomor urut 3"); `index` if none stands
    there."""
    if line.pieces[index] not in line.words.ballot_number:
        return index
    end = index + 1 + (line.pieces[index + 1] in line.words.ballot_number)
    return end + 1 if end < line.length and line.sentence.words[end].upos == "NUM" else index


def standing_end(line: Line, index: int) -> int:
    """The end of what may stand at `index` between an office and its holder: "Camat setempat, X", "Kapolri saat itu,
    X", "Duta Besar Y di Z, X"; `index` if nothing does."""
    words = line.words
    if not line.pieces[index]:  # a comma, mostly
        return index
    if line.texts[index][:1].isdigit():  # "mantan Kapolri 2016-2019 X"
        end = _years_end(line, index)
        return end if end and any(mark in "".join(line.texts[index:end]) for mark in HYPHENS) else index
    if line.pieces[index] in words.locatives:
        return index + 2 if line.proper[index + 1] and line.texts[index + 2] == "," else index
    if line.pieces[index] in words.ballot_number:  # "calon bupati nomor urut 3, X"
        return ballot_end(line, index)
    if line.pieces[index] in words.standing_openers:
        for end in (index + 1, index + 2):
            said = "".join(line.pieces[index:end])
            if said in words.terms_of_office:
                return _years_end(line, end) or index
            if said in words.standing_now or said in words.standing_then:
                return end
        if line.pieces[index] in words.eras:
            return _era_end(line, index)
    if line.pieces[index] in words.demonstratives or line.tags[index] & Tag.PRONOUN:
        return index + 1 if _apposed(line, index + 1) else index  # "pedagang itu, X, mengaku"
    end = past_markers(line, index)
    return end if line.texts[end] == "," else index  # "kuasa hukum X lainnya, Y", "pedagang lain, X"


def _apposed(line: Line, comma: int) -> bool:
    """Whether a name stands between the comma at a word and another."""
    end = comma + 1
    while end < comma + 1 + LONGEST_RULER and line.proper[end]:
        end += 1
    return line.texts[comma] == "," and end > comma + 1 and line.texts[end] == ","


def _era_end(line: Line, index: int) -> int:
    """The end of whose time an office was held in, a comma behind it: "Menteri X era Presiden Y, Z"; else `index`."""
    end = index + 1
    while end < index + LONGEST_RULER and line.proper[end]:
        end += 1
    return end if end > index + 1 and line.texts[end] == "," else index


def _years_end(line: Line, index: int) -> int:
    """The end of the years of a term of office at `index` ("2023-2024", in one word or three), 0 if there are none."""
    end = index
    while end < index + YEARS and (line.texts[end] in HYPHENS or line.texts[end][:1].isdigit()):
        end += 1
    return end if end > index else 0


def is_day(line: Line, index: int) -> bool:
    """Whether a weekday stands at `index` with its date, in brackets or not: "kata Rama Minggu 22 September"."""
    behind = index + 2 if line.texts[index + 1] in ("(", ",") else index + 1
    return line.pieces[index] in line.words.calendar_days and line.texts[behind][:1].isdigit()


def listed_field(line: Line, index: int) -> bool:
    """Whether the word behind an office is its place as another place behind a conjunction is: "Kasatlantas Tasik
    maupun Garut".
    """
    joined = index + 2 < line.length and line.sentence.words[index + 1].upos == "CCONJ"
    return joined and line.proper[index + 2] and bool(line.tags[index + 2] & (Tag.PLACE | Tag.UNIT_PLACE))


def tells_behind(line: Line, index: int) -> bool:
    """Whether who somebody is and a verb of his speaking stand behind the comma at `index`: ", warga setempat
    menceritakan".
    """
    at = index + 1
    while line.tags[at] & (Tag.SINGLE | Tag.QUANTIFIER):
        at = max(line.end(at, Tag.SINGLE), line.end(at, Tag.QUANTIFIER))
    if line.texts[index] != "," or not line.tags[at] & Tag.GROUP or line.capital[at]:
        return False
    stop = at + LONGEST_OPENING + 1
    return any(line.pieces[k] in line.words.speech_verbs and not line.capital[k] for k in range(at + 1, stop))


def names_owner(line: Line, index: int) -> bool:
    """Whether a common noun opens the sentence and the name behind it says whose it is: "Ucapan Rama Wijaya itu"."""
    words = line.sentence.words
    opens = not any(line.proper[:index]) and index + 1 < line.length and words[index].upos == "NOUN"
    return opens and words[index + 1].upos == "PROPN" and words[index + 1].deprel == "nmod"


def lists_names(line: Line, index: int) -> bool:
    """Whether the name at `index` is one of several: another follows behind it ("Pimpinan KPK X, Y, dan Z")."""
    end = index
    while line.proper[end] and end < index + LONGEST_NAME:
        end += 1
    at = end + 1 if line.texts[end] == "," else end
    if line.pieces[at] in line.words.connectors:
        return line.proper[at + 1] and not line.tags[at + 1] & OFFICES
    return at > end and line.proper[at] and not line.tags[at] & (OFFICES | Tag.PLACE | Tag.DEGREE)


def origin_end(line: Line, index: int) -> int:
    """The end of where somebody comes from at `index`: "dari Universitas X (Y)"; `index` if nothing says it."""
    if line.pieces[index] not in line.words.origins or not line.proper[index + 1]:
        return index
    end = index + 1
    while line.proper[end] or line.number[end]:
        end += 1
    return end + BRACKET if line.texts[end] == "(" and line.texts[end + BRACKET - 1] == ")" else end
