"""Compares names of persons as Indonesian newspapers write them: shortened, abbreviated, in old and new spelling."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache


class Likeness(StrEnum):
    """How alike two names are, the closest first."""

    SAME = "same name"
    SPELLING = "same name in another spelling"
    INITIALS = "same name with initials"
    SHORTER = "shorter form of the name"
    TYPO = "same name but for one letter"
    ONE_WORD = "one word of the name"
    NONE = "different names"


# Indonesian orthography of 1972 (EYD): dj, j, tj, sj, nj, ch and oe became j, y, c, sy, ny, kh and u.
_OLD = (("oe", "u"), ("dj", "1"), ("tj", "c"), ("sj", "sy"), ("nj", "ny"), ("j", "y"), ("1", "j"))
_MUHAMMAD = re.compile(r"^(m|md|mhd|moh|moch|mochamad|mochammad|moham+ad|muh|muham+ad|mukhamad|mokhamad|muchamad)$")
_DOUBLE = re.compile(r"(.)\1+")
_LETTERS = (
    ("ph", "f"),
    ("dh", "d"),
    ("th", "t"),
    ("sh", "s"),
    ("ch", "h"),
    ("kh", "h"),
    ("y", "i"),
    ("v", "f"),
    ("z", "s"),
    ("q", "k"),
)
TYPO_LENGTH = 5  # letters of a word in which one may differ


def likeness(one: Sequence[str], other: Sequence[str]) -> Likeness:
    """How alike two names are, given as words in small letters (`kg.resolve.persons.name_tokens`)."""
    if not one or not other:
        return Likeness.NONE
    if tuple(one) == tuple(other) or "".join(one) == "".join(other):
        return Likeness.ONE_WORD if len(one) == 1 and len(other) == 1 and len(one[0]) < 3 else Likeness.SAME
    left, right = [spelling(word) for word in one], [spelling(word) for word in other]
    if left == right or "".join(left) == "".join(right):
        return Likeness.SPELLING
    short, long = (left, right) if len(left) <= len(right) else (right, left)
    if len(short) == len(long):
        return _word_by_word(short, long)
    matched = _aligned(short, long)
    if matched is None:
        return Likeness.NONE
    full = sum(len(word) > 1 for word in short)
    if full >= 2 and not any(len(word) == 1 for word in short):
        return Likeness.SHORTER
    if full >= 2 or (full == 1 and len(short) >= 2):
        return Likeness.INITIALS
    return Likeness.ONE_WORD if full else Likeness.NONE


@lru_cache(maxsize=65536)
def spelling(word: str) -> str:
    """A word in today's spelling, so that "Djoyo", "Joyo" and "Djojo" meet; "Moch" and all its sisters become "m"."""
    if _MUHAMMAD.match(word):
        return "m"
    old = word
    if any(sign in word for sign in ("oe", "dj", "tj", "sj", "nj")):
        for sign, today in _OLD:
            old = old.replace(sign, today)
    for sign, today in _LETTERS:
        old = old.replace(sign, today)
    return _DOUBLE.sub(r"\1", old)


def _word_by_word(one: Sequence[str], other: Sequence[str]) -> Likeness:
    """Names of as many words: each pair equal, an initial of the other, or in one pair different by one letter."""
    initials = typos = full = 0
    for left, right in zip(one, other, strict=True):
        if left == right:
            full += len(left) > 1
        elif len(left) == 1 or len(right) == 1:
            if left[0] != right[0]:
                return Likeness.NONE
            initials += 1
        elif min(len(left), len(right)) >= TYPO_LENGTH and one_letter_apart(left, right):
            typos += 1
        else:
            return Likeness.NONE
    if typos > 1 or (typos and (initials or not full)):
        return Likeness.NONE
    if typos:
        return Likeness.TYPO
    return Likeness.INITIALS if full else Likeness.NONE


def _aligned(short: Sequence[str], long: Sequence[str]) -> int | None:
    """Whether the words of a short name occur in the long one in their order, initials standing for words."""
    at = 0
    for word in short:
        while at < len(long) and not (long[at] == word or (1 in (len(word), len(long[at])) and long[at][0] == word[0])):
            at += 1
        if at == len(long):
            return None
        at += 1
    return at


def one_letter_apart(one: str, other: str) -> bool:
    """Whether one letter is replaced, left out or added, or two neighbours are swapped."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    first = next((index for index, char in enumerate(short) if char != long[index]), len(short))
    if len(short) < len(long):
        return short[first:] == long[first + 1 :]
    swapped = short[first : first + 2] == long[first : first + 2][::-1] and short[first + 2 :] == long[first + 2 :]
    return short[first + 1 :] == long[first + 1 :] or swapped
