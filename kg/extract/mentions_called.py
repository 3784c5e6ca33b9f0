"""Names that an article calls somebody by alone ("kata Wahyu"), and what they tell of two names that stand together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.extract.mentions_line import Line
from kg.extract.mentions_tags import OFFICES, Tag
from kg.model import Mention
from kg.model.making import replace
from kg.model.members import PERSON, UNIT

NO_NAME = OFFICES | Tag.ORGANISATION | Tag.ORGANISATION_HEAD | Tag.GROUP | Tag.PRONOUN | Tag.RANK
SHORTEST_NAME = 3  # letters
MOST_SERVED = 3  # words of the name of whom somebody speaks for


def called_alone(lines: Iterable[Line]) -> frozenset[str]:
    """The words that stand alone where the name of a person does: behind a verb of reporting or a form of address, or
    at a sentence's start before a verb."""
    called = set()
    for line in lines:
        if line.headline:
            continue
        for index in range(line.length):
            if not line.proper[index] or line.proper[index + 1] or (index and line.proper[index - 1]):
                continue
            if line.tags[index] & NO_NAME or line.acronym[index] or len(line.pieces[index]) < SHORTEST_NAME:
                continue
            if _is_subject(line, index) if index == 0 else _behind_saying(line, index):
                called.add(line.pieces[index])
    return frozenset(called)


def is_given_name(line: Line, index: int, known: frozenset[str], called: frozenset[str]) -> bool:
    """Whether a place at `index` is a given name of somebody the article names in full and calls by it alone, as he
    speaks: "Bima mengatakan", of "Bima Aryaguna Surya"."""
    return line.pieces[index] in known and speaks_alone(line, index, called)


def speaks_alone(line: Line, index: int, called: frozenset[str]) -> bool:
    """Whether a word that the article calls somebody by alone is who speaks at `index`: "Bima mengatakan"."""
    if line.pieces[index] not in called or line.headline:
        return False
    if line.proper[index - 1] or line.proper[index + 1] or line.pieces[index - 1] in line.words.locatives:
        return False
    return _behind_saying(line, index) or line.pieces[index + 1] in line.words.speech_verbs


def _behind_saying(line: Line, index: int) -> bool:
    return line.pieces[index - 1] in line.words.speech or bool(line.tags[index - 1] & Tag.ADDRESS)


def _is_subject(line: Line, index: int) -> bool:
    """Whether a verb of reporting follows, or any verb behind what is known as a name of persons."""
    verb = line.sentence.words[index + 1 : index + 2]
    acts = line.pieces[index] in line.words.person_names and any(word.upos == "VERB" for word in verb)
    return acts or line.pieces[index + 1] in line.words.speech_verbs


def served_end(line: Line, index: int, end: int, called: frozenset[str]) -> int:
    """Where the name at `index` of whom somebody speaks for gives way to his own, which the article calls him by too
    ("Jubir Rama Wahyu Hamdani", where "kata Wahyu" and "Rama" stand alone); `index` if the words are one name."""
    if line.pieces[index] not in called:
        return index
    return next((k for k in range(index + 1, min(end, index + 1 + MOST_SERVED)) if line.pieces[k] in called), index)


def begins_name(line: Line, index: int) -> bool:
    """Whether a noun of kin is no role: it begins a name, or it is the form of address before one, written with a
    capital ("Ibu Rania"); not before whose kin somebody is ("Ibu Rania, Sinta", "Ibu korban", "ibu Rania")."""
    if line.pieces[index] not in line.words.plain_addresses or not line.capital[index]:
        return _begins_given_name(line, index)
    if line.tags[index + 1] & Tag.PLACE_HEAD:
        return False  # "Ibu Negara Rania"
    end = index + 1
    while line.proper[end] and not line.tags[end] & (NO_NAME | Tag.GROUP):
        end += 1
    if end == index + 1 or line.pieces[index + 1] in line.words.parties:
        return False
    apposed = line.texts[end] in (",", "(") and line.proper[end + 1]
    return not (apposed or line.pieces[end] in line.words.named_by)


def _begins_given_name(line: Line, index: int) -> bool:
    """Whether a noun of kin that is a given name too begins one ("Ketua DPRD Metro Putri Lestari"): another name
    follows, and no third behind a comma ("Putri Surya, Rania")."""
    words = line.words
    if line.pieces[index] not in words.relatives or line.pieces[index] not in words.person_names:
        return False
    end = index + 1
    while line.proper[end] and not line.tags[end] & (NO_NAME | Tag.TITLE | Tag.ADDRESS):
        end += 1
    if not line.proper[index] or end == index + 1 or line.headline:
        return False
    return not (line.texts[end] == "," and line.proper[end + 1] and not line.tags[end + 1] & OFFICES)


def with_bodies(line: Line, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions of a headline, of which a body right behind the name that opens it only says whose somebody is:
    "Dolly Golkar Minta ...".
    """
    if not line.headline or len(mentions) < 2 or mentions[0].kind is not PERSON or mentions[1].kind is not UNIT:
        return mentions
    person, body = mentions[:2]
    if person.first or person.last != body.first or line.pieces[body.last] not in line.words.verbs:
        return mentions
    whole = line.mention(PERSON, person.first, body.last, person.rule)
    return [replace(person, span=whole.span, last=body.last, text=whole.text), *mentions[2:]]


def of_year(line: Line, index: int) -> bool:
    """Whether a letter behind a year stands at `index`, and no title: "1445 H."."""
    return len(line.texts[index]) == 1 and line.texts[index - 1].isdigit()


def bears_place(line: Line, index: int) -> bool:
    """Whether a place right behind a given name that no other word stands before is somebody's second name ("Ruslan
    Bone mengatakan")."""
    given = line.pieces[index - 1] in line.words.person_names and not line.tags[index - 1]
    alone = index == 1 or not (line.proper[index - 2] or line.tags[index - 2] & OFFICES)
    return given and alone and bool(line.tags[index] & Tag.PLACE) and not line.headline
