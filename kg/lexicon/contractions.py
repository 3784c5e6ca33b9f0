"""Tells whether a title of one word is short for an office in several: "Dansatgas" for "Komandan Satgas Pamtas"."""

from __future__ import annotations

from functools import lru_cache

KNOWN_PAIRS = 16384  # titles and offices, the last that were compared
SHORTEST_PIECE = 2  # letters: of the beginning or the end of a word, or from its first letter on
SHORTEST_INNER = 3  # letters from the midst of a word: "Dansatkor" is of the "Satuan Kapal Eskorta"


@lru_cache(KNOWN_PAIRS)
def shortens_title(title: str, office: str) -> bool:
    """Whether the first word of a title is made of pieces of the first words of an office, in lower case.

    The first two words of the office must give their piece, later ones may ("Satuan (Kapal) Eskorta"). What the title
    has behind its first word the office has as well, and nothing that is not contracted stands before it then
    ("Pangkoarmada II" is the "Panglima Koarmada II").
    """
    short, *tail = title.split()
    words = office.split()
    if tail:
        if words[-len(tail) :] != tail:
            return False
        words = words[: -len(tail)]
    return len(words) > 1 and _made_of(short, tuple(words), 0, whole=bool(tail))


def _made_of(short: str, words: tuple[str, ...], index: int, *, whole: bool) -> bool:
    """Whether the letters that are left are pieces of the words from `index` on, of all of them if `whole`."""
    if not short:
        return index > 1 and (not whole or index == len(words))
    if index == len(words):
        return False
    for size in range(len(short), SHORTEST_PIECE - 1, -1):
        if _piece(short[:size], words[index]) and _made_of(short[size:], words, index + 1, whole=whole):
            return True
    return index > 1 and _made_of(short, words, index + 1, whole=whole)


def _piece(piece: str, word: str) -> bool:
    if word.startswith(piece) or word.endswith(piece):
        return True
    if len(piece) >= SHORTEST_INNER and piece in word:
        return True
    letters = iter(word)  # "ki" of "kompi", "den" of "detasemen"
    return piece[0] == word[0] and piece[-1] == word[-1] and all(letter in letters for letter in piece)
