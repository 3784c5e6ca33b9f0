"""Words made of the beginnings of others: initials of persons, and abbreviations that bodies are written by."""

from __future__ import annotations

from kg.extract.mentions_line import Line
from kg.extract.mentions_tags import OFFICES, Tag

BODY_LENGTH = 3  # letters: the initials of a person are no more
HOLDER = 2  # words that most names have
LONGEST_NAME = 4  # words
ORGANISATIONS = Tag.ORGANISATION | Tag.ORGANISATION_HEAD


def may_be_body(line: Line, index: int) -> bool:
    """Whether the word at `index` is written as bodies are, in four or more capitals, and alone: "tulis LPDN"."""
    long = line.acronym[index] and len(line.pieces[index]) > BODY_LENGTH and not line.initial[index]
    return long and not line.proper[index + 1] and line.pieces[index] not in line.words.person_names


def initials_of_person(line: Line, index: int) -> bool:
    """Whether the word at `index` stands in brackets behind the name of whose words it is the initials, words that
    mostly name persons: "Rama Surya Wijaya (RSW)"."""
    if line.texts[index - 1] != "(" or line.texts[index + 1] != ")":
        return False
    letters = line.texts[index].lower()
    first = index - 1 - len(letters)
    if first < 0 or len(letters) < HOLDER:
        return False
    before = range(first, index - 1)
    if any(not line.proper[k] or line.pieces[k][:1] != letters[k - first] for k in before):
        return False
    known = [k for k in before if line.pieces[k] in line.words.person_names]
    if any(line.tags[k] & (ORGANISATIONS | OFFICES) or line.pieces[k] in line.words.organisation_words for k in before):
        return False
    return 2 * len(known) >= len(letters)


def initials_within(line: Line, index: int) -> bool:
    """Whether two capitals at `index` stand for a name between two names of a person: "Rama LP Wijaya". The word before
    is one that begins names, the one behind nothing else; a level of a body ("RI") is none.
    """
    if not line.acronym[index] or len(line.pieces[index]) != HOLDER or line.pieces[index] in line.words.national_levels:
        return False
    before, behind = line.pieces[index - 1], line.pieces[index + 1]
    if before not in line.words.person_names or not line.proper[index + 1] or line.acronym[index + 1]:
        return False
    return behind in line.words.person_names or not (line.tags[index] or line.tags[index + 1])


def is_body(line: Line, index: int) -> bool:
    """Whether the word in brackets at `index` is made of the initials of a body before it, which begins with a kind of
    body and has no name of a person: "Tim Pembela Petani dan Nelayan (TPPN)".
    """
    left = line.texts[index].lower()
    at = index - 2
    while at >= 0 and left and (line.proper[at] or line.pieces[at] in line.words.connectors):
        if left[-1] == line.pieces[at][:1]:
            left = left[:-1]
            if not left:
                return bool(line.tags[at] & Tag.ORGANISATION_HEAD) and line.texts[index + 1] == ")"
        elif line.proper[at]:
            return False
        at -= 1
    return False


def short_for_body(line: Line, index: int) -> bool:
    """Whether the word in brackets at `index` is made of the beginnings of a body before it, of which it has the first
    two letters and no fewer capitals: "Yayasan Melati Garini (Yamarini)".
    """
    first = index - 2
    while first > 0 and line.proper[first - 1] and first > index - LONGEST_NAME - HOLDER:
        first -= 1
    head = next((at for at in range(first, index - 1) if line.tags[at] & Tag.ORGANISATION_HEAD), index)
    piece = line.pieces[index]
    begins = head < index - HOLDER and line.pieces[head][:HOLDER] == piece[:HOLDER] and line.proper[index]
    return begins and line.texts[index + 1] == ")" and piece not in line.words.person_names
