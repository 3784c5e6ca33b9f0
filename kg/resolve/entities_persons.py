"""Which names of an article are the same person's: a short name belongs to the one longer name that holds its words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.lexicon.forms import squeeze
from kg.model.making import quickly_made

SHORTEST_FUZZY = 5  # letters: shorter words must be equal
PAIR = 2
SYLLABLE = 2  # letters
SHORTEST_BEGINNING = 4  # letters
KNOWN_NAMES = 16384  # of persons, the last that were compared
KNOWN_WORDS = 65536  # of names, the last that were compared
OLD_SPELLING = (("oe", "u"), ("dj", "j"), ("tj", "c"))  # Ejaan yang Disempurnakan, 1972
VOWELS = frozenset("aeiou")


@quickly_made
@dataclass(frozen=True, slots=True)
class Name:
    """A name as compared: its words squeezed, single letters apart; `heads` are the first letters of its words, as they
    are spelt and in the spelling of 1972.
    """

    words: tuple[str, ...]
    initials: frozenset[str]
    heads: frozenset[str]

    @classmethod
    @lru_cache(KNOWN_NAMES)  # who is in the news is named again and again
    def of(cls, text: str) -> Name:
        """The name written as `text`."""
        pieces = [squeeze(word) for word in text.replace(".", " ").split()]
        words = tuple([piece for piece in pieces if len(piece) > 1]) or tuple(pieces)
        initials = frozenset([piece for piece in pieces if len(piece) == 1])
        return cls(words, initials, frozenset([letter for word in words for letter in (word[:1], _modern(word)[:1])]))

    def within(self, other: Name) -> bool:
        """Whether every word of this name stands in `other`, in the same order."""
        if self.heads and self.heads.isdisjoint(other.heads):
            return False  # words that are `close` share a first letter in one of the spellings
        at, words = 0, other.words
        for word in self.words:
            while at < len(words) and not close(word, words[at]):
                at += 1
            if at == len(words):
                return False
            at += 1
        return True


def close(word: str, other: str) -> bool:
    """Whether two words of names are the same but for a slip of spelling: letters swapped or one left out.

    "Indardi" is "Indradi" and "Kamarudin" is "Kamaruddin", but "Hendra" is not "Hendri".
    """
    if word == other or _modern(word) == _modern(other):
        return True
    if min(len(word), len(other)) < SHORTEST_FUZZY or word[0] != other[0]:
        return False
    short, long = sorted((word, other), key=len)
    if len(short) == len(long):
        return sorted(short) == sorted(long)
    return len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


@lru_cache(KNOWN_WORDS)
def _modern(word: str) -> str:
    """A squeezed word in the spelling of 1972, which names keep or not: "Soedjono" is "Sujono", "Dedy" is "Dedi"."""
    for old, new in OLD_SPELLING:
        word = word.replace(old, new)
    return word[:-1] + "i" if word.endswith("y") and word[-2:-1] not in VOWELS else word


Differ = Callable[[Sequence["Name"], int, Sequence[int]], bool]


def persons(
    names: Sequence[str], aliases: Mapping[int, int], wives: Collection[int] = (), differ: Differ | None = None
) -> tuple[int, ...]:
    """For each name the number of its person; persons are numbered by their first mention.

    `aliases` maps a name that the text gives in brackets behind another to that other; `wives` are the names of those
    who may bear their husband's name behind their own; `differ` tells whether a name is not that of the longer ones.

    A name joins a longer one only if exactly one person has a name that holds all its words; a first word in common
    decides between several. Otherwise it is a person of its own.
    """
    parsed = [Name.of(name) for name in names]
    longest = sorted(range(len(names)), key=lambda at: (-len(parsed[at].words), at))
    groups: list[list[int]] = []
    for at in (*(at for at in longest if at not in aliases), *aliases):
        own = [index for index, group in enumerate(groups) if aliases[at] in group] if at in aliases else ()
        home = own[0] if own else _home(parsed, groups, at, wives, differ)
        if home is None:
            groups.append([at])
        else:
            groups[home].append(at)
    if aliases:
        called = {parsed[at].words: aliases[at] for at in aliases}
        groups = _with_aliases(parsed, groups, called)
    numbers = [0] * len(names)
    for number, group in enumerate(sorted(groups, key=min)):
        for at in group:
            numbers[at] = number
    return tuple(numbers)


def _with_aliases(
    parsed: Sequence[Name], groups: list[list[int]], called: Mapping[tuple[str, ...], int]
) -> list[list[int]]:
    """Joins the groups whose name is nothing but the alias of another person."""
    kept: list[list[int]] = []
    moved: dict[int, list[int]] = {}
    for group in groups:
        bearer = called.get(parsed[group[0]].words)
        if bearer is None or bearer in group:
            kept.append(group)
        else:
            moved.setdefault(bearer, []).extend(group)
    return [group + [at for bearer, names in moved.items() if bearer in group for at in names] for group in kept]


def _home(
    parsed: Sequence[Name], groups: Sequence[Sequence[int]], at: int, wives: Collection[int], differ: Differ | None
) -> int | None:
    """The only group whose longest name holds the name at `at`, which is not that of a husband or somebody else."""
    name = parsed[at]
    fitting = []
    for index, group in enumerate(groups):
        longer = parsed[group[0]]
        if not _fits(name, longer) or (group[0] in wives and _follows(name, longer)):
            continue  # mostly: a comprehension takes longer
        if differ is None or not differ(parsed, at, group):
            fitting.append(index)
    if len(fitting) > 1:
        first = [index for index in fitting if close(parsed[groups[index][0]].words[0], name.words[0])]
        fitting = first or fitting
    if len(fitting) > 1:  # who is introduced only later cannot be meant
        fitting = [index for index in fitting if min(groups[index]) < at]
    return fitting[0] if len(fitting) == 1 else None


def _follows(name: Name, longer: Name) -> bool:
    """Whether a name begins behind the first word of a longer one: "Rama Wijaya" in "Sinta Rama Wijaya"."""
    return not close(name.words[0], longer.words[0])


def _fits(name: Name, longer: Name) -> bool:
    if name.words == longer.words:
        return not (name.initials and longer.initials) or bool(name.initials & longer.initials)
    if _but_one_letter(name.words, longer.words):
        return True
    if not name.within(longer):
        return False
    if len(name.words) == len(longer.words):  # all but one word must be spelt alike, and there must be another
        return len(name.words) >= PAIR and sum(a != b for a, b in zip(name.words, longer.words, strict=True)) == 1
    return len(name.words) >= PAIR or any(_modern(name.words[0]) == _modern(word) for word in longer.words)


def _but_one_letter(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether two names of several words are the same but for one letter inside a long word: "Budi Prajogo" and "Budi
    Prajoho"; the last letter tells brothers apart.
    """
    if len(words) != len(others) or len(words) < PAIR:
        return False
    pairs = [(one, two) for one, two in zip(words, others, strict=True) if one != two]
    if len(pairs) != 1 or len(pairs[0][0]) != len(pairs[0][1]) or len(pairs[0][0]) <= SHORTEST_FUZZY:
        return False
    differing = [at for at, (one, two) in enumerate(zip(*pairs[0], strict=True)) if one != two]
    return len(differing) == 1 and 0 < differing[0] < len(pairs[0][0]) - 1


def shortens(short: str, name: str) -> bool:
    """Whether one word is made of the beginnings of two words of a name ("Jokowi", "Setnov") or is the beginning of one
    ("Yuli" of "Yuliyanto").
    """
    word, words = squeeze(short), Name.of(name).words
    if " " in short or len(words) < PAIR:
        return len(words) == 1 and len(word) >= SHORTEST_BEGINNING and words[0].startswith(word) and words[0] != word
    if len(word) >= SHORTEST_BEGINNING and any(other.startswith(word) for other in words):
        return True
    parts = [(word[:at], word[at:]) for at in range(SYLLABLE, len(word) - SYLLABLE + 1)]
    return any(words[0].startswith(one) and any(w.startswith(two) for w in words[1:]) for one, two in parts)


def begins(short: str, name: str) -> bool:
    """Whether one word is the beginning of a longer word of a name: "Yuli" of "Yuliyanto", "Mega" of "Megawati S"."""
    word = squeeze(short)
    longer = (other for other in Name.of(name).words if len(other) >= len(word) + SYLLABLE)
    return len(word) >= SHORTEST_BEGINNING and any(other.startswith(word) for other in longer)
