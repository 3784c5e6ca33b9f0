"""Finds the names by which an article says that somebody is called: "Pria yang akrab disapa Cak Raka", "Bang Raka,
sapaan akrab Rama Kartika".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import pairwise

from kg.lexicon.forms import squeeze
from kg.lexicon.load import Lexicon
from kg.model import Document, Mention, Word
from kg.model.members import PERSON, POST
from kg.resolve.entities_salience import pointed_at

FOLDER = "mentions/calling-"
FARTHEST = 8  # words: "yang lebih akrab disapa dengan nama"
PAIR = 2  # words of a full name
TELLING = 4  # letters: fewer stand in many names
MARKS = "-–(),\"'“”‘’"


@dataclass(frozen=True, slots=True)
class CallingWords:
    """The closed classes that say what somebody is called, squeezed; each field is the class of its name."""

    verb: frozenset[str]
    noun: frozenset[str]
    manner: frozenset[str]
    link: frozenset[str]
    own: frozenset[str]
    head: frozenset[str]
    pronoun: frozenset[str]
    pointing: frozenset[str]
    indefinite: frozenset[str]
    wed: frozenset[str]
    kin: frozenset[str]
    said: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> CallingWords:
        """The classes of `lexicon`; raises `LexiconError` if one is missing."""
        names = {entry.name: f"{FOLDER}{entry.name}" for entry in fields(cls)}
        return cls(**{field: frozenset(map(squeeze, lexicon.words(name))) for field, name in names.items()})

    def calls(self, run: Sequence[str]) -> bool:
        """Whether words name a manner of calling: "akrab disapa", "sapaan", but not "dipanggil" alone ("dipanggil
        KPK").
        """
        pairs = ({one, two} for one, two in pairwise(run))
        return not self.noun.isdisjoint(run) or any(
            not (self.verb.isdisjoint(pair) or self.manner.isdisjoint(pair)) for pair in pairs
        )


@dataclass(frozen=True, slots=True)
class Nicknames:
    """What the persons of an article are called, by the positions of mentions: the bearers of `known` are named beside
    them, those of `pointing` before, who speak where the nickname is told for those of `told`.
    """

    known: Mapping[int, int]
    pointing: frozenset[int]
    told: frozenset[int] = frozenset()


def nicknames(document: Document, mentions: Sequence[Mention], words: CallingWords) -> Nicknames:
    """The names by which the article says that somebody is called."""
    known: dict[int, int] = {}
    pointing: set[int] = set()
    told: set[int] = set()
    for at, mention in enumerate(mentions):
        if mention.kind is not PERSON:
            continue
        sentence = document.sentences[mention.sentence].words
        first = _first(mentions, at)
        before = _run(sentence, first - 1, -1, words)
        summoned = (first < mention.first or mention.rank) and words.noun.isdisjoint(before)
        if words.calls(before) and not summoned:  # "sering dipanggil Kapolres X"
            other = _named_until(mentions, at, first - len(before))
            if other is not None:
                short, full = sorted((other, at), key=lambda one: len(mentions[one].name.split()))
                known[short] = full
            elif _points_back(sentence, mention, first - len(before), words):
                pointing.add(at)
                told.update([at] if _is_speaker(sentence, first - len(before), words) else ())
            continue
        behind = _run(sentence, mention.last, 1, words)
        if words.calls(behind) and not words.own.isdisjoint(behind):
            end = mention.last + len(behind)
            following = mentions[at + 1] if at + 1 < len(mentions) else None
            if following is None or following.kind is not PERSON or following.first != end:
                pointing.add(at)
    return Nicknames(known, frozenset(pointing), frozenset(told))


def bearer(
    document: Document, mentions: Sequence[Mention], at: int, whose: Mapping[int, int], *, told: bool = False
) -> int | None:
    """The mention with the full name of whoever is called by the name at `at`: of the person whom the sentences before
    speak of, or else of the only one named before, if the letters of the nickname stand in the name in their order.
    `whose` numbers the persons of all mentions of persons; `told` if he speaks where the nickname is told: where only
    one is named before, the letters need not show him.

    `None` if the name is a part of a longer one, or if the person is of a rank: reports of crimes speak of an officer
    and of a suspect in turn.
    """
    own = whose[at]
    if any(number == own and mentions[one].name != mentions[at].name for one, number in whose.items()):
        return None
    called = mentions[at].name
    like = {one: number for one, number in whose.items() if one < at and _shortens(called, mentions[one].name)}
    number = pointed_at(document, mentions, at, {one: number for one, number in whose.items() if number != own})
    alone = len({other for one, other in whose.items() if one < at}) == 1
    if number not in like.values() and not (told and alone):
        number = next(iter(like.values())) if len(set(like.values())) == 1 and len(called) >= TELLING else None
    named = [one for one, other in whose.items() if other == number]
    if not named or any(mentions[one].rank for one in named):
        return None
    return max(named, key=lambda one: len(mentions[one].name.split()))


def _shortens(called: str, name: str) -> bool:
    """Whether the letters of a word of a nickname stand in a full name in their order: "Aher" in "Ahmad Heryawan"."""
    if len(name.split()) < PAIR:
        return False
    for word in called.split():
        letters = iter(squeeze(name))
        if all(letter in letters for letter in squeeze(word)):
            return True
    return False


def _first(mentions: Sequence[Mention], at: int) -> int:
    """Where a name begins, with the posts of its bearer before it."""
    first = mentions[at].first
    for one in range(at - 1, -1, -1):
        if mentions[one].holder != at or mentions[one].last != first or mentions[one].sentence != mentions[at].sentence:
            break
        first = mentions[one].first
    return first


def _run(sentence: Sequence[Word], start: int, step: int, words: CallingWords) -> list[str]:
    """The words from `start` on, leftwards or rightwards, that can say that somebody is called something."""
    run: list[str] = []
    at = start
    while 0 <= at < len(sentence) and len(run) < FARTHEST:
        word = squeeze(sentence[at].lower.strip(MARKS))
        calling = word in words.verb or word in words.noun or word in words.manner
        if word and not calling and word not in words.link and word not in words.own:
            break
        run.append(word)
        at += step
    return run


def _named_until(mentions: Sequence[Mention], at: int, end: int) -> int | None:
    """The person whose name, or whose post behind the name, ends at the word `end` of the sentence of the mention at
    `at`.
    """
    for one in range(at - 1, -1, -1):
        if mentions[one].sentence != mentions[at].sentence:
            break
        if mentions[one].last == end:
            return mentions[one].holder if mentions[one].kind is POST else one if mentions[one].kind is PERSON else None
    return None


def _points_back(sentence: Sequence[Word], mention: Mention, end: int, words: CallingWords) -> bool:
    """Whether the words that end at `end`, before those that say what somebody is called, speak of someone named
    before: "pria yang akrab disapa X itu", "ia akrab disapa X", but not "seorang pria yang akrab disapa X".
    """
    head = sentence[end - 1].lower if end else ""
    if head in words.pronoun:
        return True
    indefinite = end > 1 and sentence[end - 2].lower in words.indefinite
    behind = sentence[mention.last].lower if mention.last < len(sentence) else ""
    told = _is_speaker(sentence, end, words)
    return head in words.head and not indefinite and (behind in words.pointing or told)


def _is_speaker(sentence: Sequence[Word], end: int, words: CallingWords) -> bool:
    """Whether a stem of speech stands before the noun that ends at `end`: "kata pria yang akrab disapa X"."""
    return end > 1 and squeeze(sentence[end - 2].lower) in words.said and sentence[end - 1].lower in words.head
