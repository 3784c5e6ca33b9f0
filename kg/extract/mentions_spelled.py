"""Where the name of a body ends that an abbreviation in brackets behind it tells: "Barisan Rakyat Rama (Bara Rama)"."""

from __future__ import annotations

from kg.extract.mentions_evidence import Evidence, lean
from kg.extract.mentions_line import Line
from kg.extract.mentions_tags import OFFICES, Tag

LONGEST = 8  # words of a name before its abbreviation
LONGEST_SHORT = 2  # words of an abbreviation
SHORTEST = 2  # letters of an abbreviation
ABBREVIATED = 5.0  # an abbreviation in brackets follows the name of an organisation
HOLDER = 2  # words that most names have
LONGEST_NAME = 4  # words
NO_NAME = OFFICES | Tag.RANK | Tag.ORGANISATION | Tag.ORGANISATION_HEAD | Tag.PLACE_HEAD | Tag.GROUP | Tag.PRONOUN
NAMED_BEHIND = OFFICES | Tag.RANK | Tag.ACTING | Tag.FORMER


def spelled_end(line: Line, index: int) -> int:
    """The end of a bracket, behind the capitalised words from `index` on, with an abbreviation that is made of their
    letters, where another name follows at once; `index` if there is none.

    The initials of a person are no such abbreviation: nothing that is a name follows them.
    """
    at = index
    while at < index + LONGEST and (line.proper[at] or line.pieces[at] in line.words.connectors):
        if line.tags[at] & Tag.RANK:
            return index  # "Inspektur Jenderal (Irjen) X"
        at += 1
    if at < index + SHORTEST or line.texts[at] != "(" or line.headline:
        return index
    stop = next((k for k in range(at + 2, at + 2 + LONGEST_SHORT) if line.texts[k] == ")"), at)
    if stop == at or not line.proper[stop + 1] or line.tags[stop + 1] & NAMED_BEHIND:
        return index
    short = "".join(line.pieces[at + 1 : stop])
    spelled = short.isalpha() and len(short) >= SHORTEST and _made_of(short, line.pieces[index:at])
    return stop + 1 if spelled else index


def _made_of(short: str, pieces: tuple[str, ...]) -> bool:
    """Whether an abbreviation is made of letters of words, in their order: of each its first and others, or none."""
    if not short or not pieces:
        return not short
    piece, rest = pieces[0], pieces[1:]
    taken = [length for length in range(1, len(short) + 1) if short[0] == piece[0] and _inside(short[:length], piece)]
    return any(_made_of(short[length:], rest) for length in [*reversed(taken), 0])


def _inside(letters: str, word: str) -> bool:
    """Whether a word has the letters in their order."""
    left = iter(word)
    return all(letter in left for letter in letters)


def numbered_end(line: Line, index: int) -> int:
    """The end of capitalised words from `index` on whose last bears a number behind a dash, as ships do ("KRI Bung
    Karno-369"): no person is called so; `index` if there is none."""
    for at in range(index, index + LONGEST):
        if not line.proper[at] or line.tags[at] & NAMED_BEHIND:
            return index
        name, dash, number = line.texts[at].rpartition("-")
        if dash and number.isdigit() and name.isalpha():
            return at + 1
    return index


def bracketed(line: Line, index: int) -> tuple[int, float, str]:
    """An abbreviation in brackets, "(BP2MI)" or "(Dirjen AHU)"."""
    for stop in range(index + 1, min(index + 6, line.length)):
        if line.pieces[stop] == ")":
            inner = line.joined(index + 1, stop)
            if stop > index + 1 and line.proper[index + 1]:
                return stop + 1 - index, ABBREVIATED if inner.isupper() else 1.0, inner
            return 0, 0.0, ""
    return 0, 0.0, ""


def abbreviated(line: Line, index: int) -> bool:
    """Whether an abbreviation in brackets behind the word at `index` ends with its first letter: "untuk Rakyat
    (JPPR)".
    """
    short = line.texts[index + 2]
    return (
        line.texts[index + 1] == "("
        and line.texts[index + 3] == ")"
        and short.isupper()
        and (len(short) > SHORTEST and short[-1] == line.texts[index][:1])
    )


def name_in_brackets(line: Line, index: int, evidence: Evidence) -> bool:
    """Whether nothing but a name of two words or more stands in the brackets that open before `index`: "Pak Wali Kota X
    (Rama Wijaya)"."""
    end = index
    while end < index + LONGEST_NAME and line.proper[end] and not line.tags[end] & NO_NAME:
        end += 1
    if line.texts[index - 1] != "(" or line.texts[end] != ")" or end - index < HOLDER or line.headline:
        return False
    letters = "".join(piece[:1] for piece in line.pieces[index:end])
    known = any(line.pieces[at] in line.words.person_names for at in range(index, end))
    spelled = letters in (line.pieces[index - 2], line.pieces[end - 1])
    return known and not spelled and all(lean(line, at, evidence) < 0 for at in range(index, end))
