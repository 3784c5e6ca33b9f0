"""Tells whether a title of one word is short for an office in several: "Dansatgas" for "Komandan Satgas Pamtas"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

KNOWN_PAIRS = 16384  # titles and offices, the last that were compared
SHORTEST_PIECE = 2  # letters: of the beginning or the end of a word, or from its first letter on
LONGEST_TITLE = 32  # letters
MOST_WORDS = 16  # of an office
SHORTEST_INNER = 3  # letters from the midst of a word: "Dansatkor" is of the "Satuan Kapal Eskorta"


@lru_cache(KNOWN_PAIRS)
def shortens_title(title: str, office: str) -> bool:
    """Whether the first word of a title is made of pieces of the first words of an office, in lower case.

    The first two words of the office must give their piece, later ones may ("Satuan (Kapal) Eskorta"). What the title
    has behind its first word the office has as well, and nothing that is not contracted stands before it then
    ("Pangkoarmada II" is the "Panglima Koarmada II").
    """
    short, *tail = title.split()
    words = [word[:LONGEST_TITLE] for word in office.split()]
    if tail:
        if words[-len(tail) :] != tail:
            return False
        words = words[: -len(tail)]
    return len(words) > 1 and len(short) <= LONGEST_TITLE and _made_of(short, words[:MOST_WORDS], whole=bool(tail))


def _made_of(short: str, words: Sequence[str], *, whole: bool) -> bool:
    """Whether the letters of a title are pieces of the words in their order, the last one of the last if `whole`."""
    reached = {0}  # how many letters the words so far can make, by all the ways in which they may
    for index, word in enumerate(words):
        ends = {
            end
            for start in reached
            for end in range(start + SHORTEST_PIECE, len(short) + 1)
            if _piece(short[start:end], word)
        }
        if index > 0 and len(short) in ends and (not whole or index + 1 == len(words)):
            return True
        reached = ends | reached if index > 1 else ends
    return False


def _piece(piece: str, word: str) -> bool:
    if word.startswith(piece) or word.endswith(piece):
        return True
    if len(piece) >= SHORTEST_INNER and piece in word:
        return True
    letters = iter(word)  # "ki" of "kompi", "den" of "detasemen"
    return piece[0] == word[0] and piece[-1] == word[-1] and all(letter in letters for letter in piece)
