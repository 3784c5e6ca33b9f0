"""What the whole article tells about its words: which are parts of names of persons, which of offices and places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import compress, count
from operator import not_

from kg.extract.mentions_called import called_alone
from kg.extract.mentions_initials import initials_of_person, is_body, may_be_body, short_for_body
from kg.extract.mentions_line import Line, is_day
from kg.extract.mentions_tags import OFFICES, Tag
from kg.extract.mentions_words import MentionWords
from kg.model.making import quickly_made

DERIVED_LENGTH = 8  # letters
LONGEST_NAME = 4  # words
HOLDER = 2  # words that most names have
BALINESE = "i"  # the article before Balinese names ("I Wayan"), which looks like a numeral
BEFORE_NAMES = (Tag.RANK, Tag.CORPS, Tag.RETIRED, Tag.ADDRESS)
BEFORE_NAME = Tag.RANK | Tag.CORPS | Tag.RETIRED | Tag.ADDRESS | Tag.TITLE
ADDRESSING = Tag.RANK | Tag.ADDRESS
HEADING = Tag.PLACE_HEAD | Tag.ORGANISATION_HEAD
BRACKETS = frozenset({"(", ")"})
ORGANISATIONS = Tag.ORGANISATION | Tag.ORGANISATION_HEAD
PLACES = Tag.PLACE | Tag.UNIT_PLACE

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


@quickly_made
@dataclass(frozen=True, slots=True)
class Evidence:
    """What the article shows of its words, squeezed: how often each stands where only a person or only a place can,
    which are written in lower case too, which are the initials of a body that it spells out, and which are all that it
    calls somebody.
    """

    names: Mapping[str, int]
    places: Mapping[str, int]
    ordinary: frozenset[str]
    bodies: frozenset[str] = frozenset()
    called: frozenset[str] = frozenset()


def _ends_place(line: Line, index: int) -> bool:
    """Whether a word that names persons too ends the name of a place ("Banjar Agung"): no other name follows it."""
    if line.pieces[index] not in line.words.place_directions or not line.tags[index - 1] & (Tag.PLACE | Tag.UNIT_PLACE):
        return False
    if not line.proper[index + 1]:
        return True
    if line.pieces[index + 1] in line.words.person_names:
        return False
    return bool(line.tags[index + 1]) or line.pieces[index + 1] in line.words.place_directions


def _is_derived_noun(piece: str, words: MentionWords) -> bool:
    """Whether a word has the circumfix of an abstract noun, ke-...-an or pe-...-an, which no name has
    ("Pelanggaran").
    """
    return len(piece) >= DERIVED_LENGTH and piece[:2] in words.noun_prefixes and piece[-2:] in words.noun_suffixes


def begins_balinese(line: Line, index: int) -> bool:
    """Whether the article of a Balinese name stands at `index`: "I Wayan Koster"."""
    return line.pieces[index] == BALINESE and line.pieces[index + 1] in line.words.person_names


def _behind_name(line: Line, index: int) -> bool:
    """Whether a word that names persons stands before `index`, or one does before a word that nothing is known of
    ("Andi Pangerang Hasanuddin")."""
    names, before = line.words.person_names, index - 1
    if not line.proper[before] or before < 0:
        return False
    if line.pieces[before] in names:
        return True
    plain = (
        not line.tags[before] and not line.acronym[before] and line.pieces[before] not in line.words.organisation_words
    )
    return plain and before > 0 and line.proper[before - 1] and line.pieces[before - 1] in names


def lean(line: Line, index: int, evidence: Evidence) -> float:
    """How much the capitalised word at `index` looks like a part of an office (above 0) or of a person's name
    (below).
    """
    piece = line.pieces[index]
    words = line.words
    tags = line.tags[index]
    if line.number[index]:
        return INITIAL if begins_balinese(line, index) else NUMBER
    if line.initial[index] and (len(piece) == 1 or not (tags or piece in words.national_levels)):
        return INITIAL
    named = piece in words.person_names
    if (tags & ORGANISATIONS or piece in evidence.bodies) and not named:
        value = ORGANISATION
    elif tags & PLACES:
        longer = max(line.end(index, Tag.PLACE), line.end(index, Tag.UNIT_PLACE)) > index + 1
        behind = _behind_name(line, index)  # "Aria Bima"
        value = PLACE if longer or not named else PERSON_NAME if behind else 0.5
    elif named and _ends_place(line, index):
        value = DIRECTION
    elif named:
        value = PERSON_NAME
    elif piece in words.organisation_tails:
        value = ORGANISATION
    elif piece in words.organisation_words or piece in words.office_fields or _is_derived_noun(piece, words):
        value = ORGANISATION_WORD
    elif line.acronym[index] and not tags & Tag.DEGREE:
        initials = len(piece) <= HOLDER and line.pieces[index - 1] in words.person_names  # "Herman HN"
        value = INITIAL if initials else ACRONYM
    elif piece in words.place_directions and line.pieces[index - 1] not in words.person_names:
        value = DIRECTION
    elif piece in evidence.ordinary:
        value = ORDINARY
    else:
        value = UNKNOWN
    if piece in evidence.names:
        value -= min(MOST_EVIDENCE, EVIDENCE * evidence.names[piece])
    if piece in evidence.places:
        value += min(MOST_EVIDENCE, EVIDENCE * evidence.places[piece])
    return value


def gather(lines: Sequence[Line]) -> Evidence:
    """The evidence of an article: words behind ranks, forms of address and reporting verbs, and behind prepositions
    of place.
    """
    names: dict[str, int] = {}
    places: dict[str, int] = {}
    ordinary: set[str] = set()
    bodies: set[str] = set()
    for line in lines:
        if line.headline:
            continue
        words, pieces, proper, tags, acronym = line.words, line.pieces, line.proper, line.tags, line.acronym
        ordinary.update(compress(pieces[: line.length], map(not_, proper)))
        for index in compress(count(), proper):
            piece = pieces[index]
            before = pieces[index - 1]  # before the first word stands nothing
            if before in words.locatives:
                places[piece] = places.get(piece, 0) + 1
            elif tags[index - 1] & HEADING and proper[index - 1]:
                _count_place(line, index, places)
            elif before in words.speech:
                if not may_be_body(line, index):
                    _count_names(line, index, names)
            elif before in words.name_words:
                _count_names(line, index, names, 2)
            if tags[index] & ADDRESSING:
                _count_names(line, behind_rank(line, index), names)
            if line.texts[index - 1] == "(" and not acronym[index] and short_for_body(line, index):
                bodies.add(piece)
            if acronym[index] and line.texts[index - 1] == "(":
                if is_body(line, index):
                    bodies.add(piece)
                elif initials_of_person(line, index):
                    names[piece] = names.get(piece, 0) + 2
    for piece in bodies:
        names.pop(piece, None)
    return Evidence(names, places, frozenset(ordinary), frozenset(bodies), called_alone(lines))


def _count_place(line: Line, index: int, places: dict[str, int]) -> None:
    """Counts the words of the name behind a kind of place: "TPU Tegal Alur", "Lanud Raden Sadjad"."""
    before = index - 1
    while before >= 0 and (line.proper[before] or _inside_office(line, before)):
        if line.tags[before] & (OFFICES | Tag.ORGANISATION):
            return  # a holder may follow: "Kepala Inspektorat Kota X Y"
        before -= 1
    headed = line.tags[index - 1] & Tag.PLACE_HEAD or line.pieces[index - 1] in line.words.firms
    for position in range(index, min(index + 3, line.length)):
        if not line.proper[position] or line.tags[position] & (OFFICES | Tag.RANK | Tag.ADDRESS | Tag.TITLE):
            break
        if line.tags[position] & (Tag.ORGANISATION | Tag.ORGANISATION_HEAD):
            break
        placed = position > index and not headed and line.tags[index] & PLACES and not line.tags[position]
        if placed and line.pieces[position] not in line.words.place_directions:
            break  # "anggota DPRD Solo Y", "PN Solo Y"
        person = line.pieces[position] in line.words.person_names
        if person and (not headed or (position > index and line.pieces[position + 1] in line.words.person_names)):
            break
        places[line.pieces[position]] = places.get(line.pieces[position], 0) + 1


def _inside_office(line: Line, index: int) -> bool:
    """Whether "dan" or a bracket at `index` may stand inside the name of an office."""
    return line.texts[index] in BRACKETS or (line.pieces[index] in line.words.connectors and line.proper[index - 1])


def behind_rank(line: Line, index: int) -> int:
    """The word behind the ranks, corps, titles and forms of address that start at `index`."""
    retired = False  # "Irjen (Purn) Armed X": a corps stands before the mark of retirement
    while True:
        if not line.tags[index] & BEFORE_NAME:
            return index
        here = line.found[index]
        words = 0
        for tag in BEFORE_NAMES:
            if tag in here and here[tag] > words and (tag != Tag.CORPS or not retired):
                words = here[tag]
        if Tag.TITLE in here and (line.capital[index] or small_title(line, index)):
            words = max(words, here[Tag.TITLE])
        if not words:
            return index
        retired = retired or bool(line.tags[index] & Tag.RETIRED)
        end = index + words
        if (line.texts[end] == "." and (line.proper[end + 1] or small_title(line, end + 1))) or (
            line.texts[end] == "," and _parted_by_comma(line, index, end + 1)
        ):
            end += 1
        elif line.texts[end] == "(" and line.tags[end + 1] & (Tag.TITLE | Tag.RANK):
            inner = max(line.end(end + 1, Tag.TITLE), line.end(end + 1, Tag.RANK))
            end = inner + 1 if line.texts[inner] == ")" else end
        index = end


def small_title(line: Line, index: int) -> bool:
    """Whether a title that is written small stands before a name at `index`: "dr. Rama"."""
    if line.pieces[index] not in line.words.small_titles:
        return False
    return line.proper[index + 1] or (line.texts[index + 1] == "." and line.proper[index + 2])


def _parted_by_comma(line: Line, index: int, name: int) -> bool:
    """Whether a comma between a rank behind an office and a name is a slip: "Kapolda X Irjen Pol, Y"."""
    other = Tag.RANK | OFFICES | Tag.ORGANISATION | Tag.ORGANISATION_HEAD | Tag.PLACE | Tag.ADDRESS
    if not (line.tags[index] & Tag.RANK and line.proper[name] and not line.tags[name] & other):
        return False
    return line.proper[index - 1] and line.pieces[name] not in line.words.calendar


def _count_names(line: Line, index: int, names: dict[str, int], weight: int = 1) -> None:
    """Counts the words of the name that starts at `index`, up to the first that is plainly none."""
    words = line.words
    for position in range(index, min(index + 4, line.length)):
        piece = line.pieces[position]
        if not line.proper[position] or line.tags[position] & (
            Tag.RANK | Tag.DEGREE | OFFICES | Tag.ORGANISATION | Tag.GROUP
        ):
            break
        if line.tags[position] & (Tag.ORGANISATION_HEAD | Tag.PRONOUN) or piece in words.organisation_words:
            break
        if line.sentence.words[position].upos == "AUX" and piece not in words.person_names:
            break  # "Jenderal Rama Wijaya Dapat Perintah"
        if position > index and is_day(line, position):
            break
        if position > index and line.tags[position] & Tag.PLACE and piece not in words.person_names:
            break
        if len(piece) > 1:
            names[piece] = names.get(piece, 0) + weight
