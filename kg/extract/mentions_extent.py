"""Where the name of an office or organisation ends and the name of its holder begins.

In Indonesian the office stands before the name, often with nothing between them ("Menteri Pertanian Andi Amran"), so
a run of capitalised words is cut once: at the place where the words before look most like an office and those behind
most like a person.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.mentions_bearers import honorific_end, named_after_end, numbers_document
from kg.extract.mentions_evidence import DIRECTION, NUMBER, ORDINARY, ORGANISATION, Evidence, lean
from kg.extract.mentions_fields import in_field
from kg.extract.mentions_line import Line, lists_names
from kg.extract.mentions_names import (
    are_initials,
    are_initials_behind,
    bears_unknown,
    begins_name_behind_place,
    begins_titled,
    field_is_name,
    firm_end,
    is_headed,
    is_holder,
    is_named,
)
from kg.extract.mentions_ordinary import is_ordinary_in_headline
from kg.extract.mentions_spelled import (
    ABBREVIATED,
    abbreviated,
    bracketed,
    name_in_brackets,
    numbered_end,
    spelled_end,
)
from kg.extract.mentions_tags import OFFICES, Tag
from kg.extract.mentions_tickets import glued, ticket_end
from kg.model.making import maker, quickly_made

LONGEST = 16  # words: no office is longer
HEADED = 2.0  # the head of an organisation's name is followed by the rest of it
CLOSED = frozenset({"PRON", "SCONJ", "DET", "AUX"})  # no such word stands in an office
LONGEST_TEAM = 8  # words of the name of a team, brackets counted
RANKED = 4.0  # a rank begins the name of the holder
CODE_LENGTH = 3  # digits: "Dandim 0403"; fewer are a quantity unless they stand inside a name ("Densus 88")
NAMED = (Tag.PLACE, Tag.UNIT_PLACE, Tag.ORGANISATION)
A_NAME = Tag.PLACE | Tag.UNIT_PLACE | Tag.ORGANISATION
DIVIDERS = frozenset({"/", "-"})
INNER = Tag.PLACE | Tag.UNIT_PLACE | Tag.ORGANISATION_HEAD
TITLED = Tag.RANK | Tag.TITLE
OTHERS = Tag.RANK | Tag.FORMER | Tag.ACTING | Tag.ADDRESS  # what begins another mention
FULL_OFFICES = OFFICES & ~Tag.ROLE
OTHER_KINDS = Tag.RANK | OFFICES | Tag.ORGANISATION | Tag.ORGANISATION_HEAD | Tag.PLACE | Tag.GROUP
POINTED = 2.0  # "Ketua Yayasan X Y itu": nobody points to a name
PARTED = 1.5  # a comma and a capitalised word: the holder follows


@quickly_made
@dataclass(frozen=True, slots=True)
class Extent:
    """The end of the office part of a run; `abbreviation` is what stands in brackets in it."""

    end: int
    abbreviation: str = ""


new_extent = maker(Extent)


def extent(line: Line, start: int, evidence: Evidence, first: float = 0.0) -> Extent:
    """The office part of the run that starts at `start`; `first` is added to what speaks for its first word."""
    total, best, end = 0.0, 0.0, start
    abbreviation = found = ""
    position = start
    bonus = first
    longest = start + LONGEST
    named = False  # a name has begun: only a rank tells that it belongs to the office all the same
    spelled = max(spelled_end(line, start), firm_end(line, start), numbered_end(line, start))
    if spelled > start:
        total = best = ABBREVIATED
        position = end = spelled
    while position < longest and position < line.length:
        step, value, note = _chunk(line, position, evidence, position > start)
        if note and start < position and are_initials_behind(line, start, position, note, evidence):
            break
        if not step or (line.headline and position > start and _is_complete(line, position)):
            break
        if value < 0 and bears_unknown(line, start, position, evidence):
            value = ORDINARY
        total += value + bonus
        named = named or (position > start and begins_name_behind_place(line, position, evidence))
        headed = line.tags[position] & Tag.ORGANISATION_HEAD and not line.tags[position] & Tag.ORGANISATION
        bonus = HEADED if headed or _bears_name(line, position) else 0.0
        position += step
        found = note or found
        if total > best and not named:
            best, end, abbreviation = total, position, found
    follows = _followed(line, position) if position > start and not is_holder(line, end, position, evidence) else 0.0
    if total + follows > best and not (named and follows < RANKED):
        end, abbreviation = position, found
    return new_extent(end, abbreviation)


def _bears_name(line: Line, index: int) -> bool:
    """Whether a building or a village whose name follows stands at `index`: "Imam Besar Masjid Istiqlal"."""
    if not line.tags[index] & Tag.PLACE_HEAD:
        return False
    return line.pieces[index] in line.words.named_after or line.pieces[index] in line.words.settlements


def _chunk(line: Line, index: int, evidence: Evidence, inside: bool) -> tuple[int, float, str]:
    """How many words from `index` on belong together, their lean, and the abbreviation they hold; no words: the run
    ends.
    """
    piece, tags, words = line.pieces[index], line.tags[index], line.words
    if piece == "(":
        holder = inside and name_in_brackets(line, index + 1, evidence)  # "Pak Bupati X (Rama Wijaya)"
        return bracketed(line, index) if inside and not holder else (0, 0.0, "")
    if line.texts[index][:1] in DIVIDERS:
        joined = inside and glued(line, index - 1)
        if joined and len(line.texts[index]) > 1:
            return 1, 1.0, ""
        if joined and index + 1 < line.length and (line.proper[index + 1] or line.number[index + 1]):
            return honorific_end(line, index + 1) - index, 1.0, ""
        return 0, 0.0, ""
    before = line.pieces[index - 1]
    borne = before in words.named_after or before in words.bearers or line.texts[index - 1] == ")"
    bearer = named_after_end(line, index) if borne else index
    if bearer > index:
        return bearer - index, ORGANISATION, ""
    if line.number[index]:
        short = line.texts[index].isdigit() and len(piece) < CODE_LENGTH
        short = short and line.pieces[index - 1] not in line.words.lettered_units  # "Ketua RT 03, X"
        coded = line.texts[index + 1] in DIVIDERS and glued(line, index)  # "Danramil 05/Ngaglik"
        if short and not inside and not line.proper[index + 1] and not coded:
            return 0, 0.0, ""
        value, end = lean(line, index, evidence), line.end(index, Tag.UNIT_PLACE)
        if value < 0 and end <= index + 1:
            return 0, 0.0, ""  # the article of a Balinese name: "Gubernur Bali I Wayan Koster"
        return max(1, end - index), max(0.5, value), ""
    if piece in words.ballot_number and numbers_document(line, index):
        return 0, 0.0, ""
    if not line.proper[index]:
        following = index + 1 < line.length and line.proper[index + 1]
        connected = piece in words.connectors or line.texts[index] == "&"
        at_place = (
            piece in words.locatives and line.pieces[index - 1] in words.person_names and not line.tags[index - 1]
        )
        if inside and connected and following and not at_place and joins(line, index + 1, evidence):
            return 1, 0.0, ""
        return 0, 0.0, ""
    if are_initials(line, index):
        return 0, 0.0, ""  # "Kabupaten Kaur M Puncak Setiawan", "Jawa Barat MQ Ismail"
    if inside and tags & line.tags[index - 1] & Tag.PLACE and is_named(line, index):
        return 0, 0.0, ""  # "Wali Kota Bogor Bima Aryaguna": a district stands in no other
    team = (inside or line.pieces[index - 1] in words.teams) and piece not in words.organisation_words
    if (inside or piece in words.name_openers) and field_is_name(line, index, evidence):
        return 0, 0.0, ""
    ticket = ticket_end(line, index) if team and line.hyphened else index
    if ticket > index and words.teams & set(line.pieces[max(0, index - LONGEST_TEAM) : index]):
        return ticket - index, ORGANISATION, ""  # whom a team is for: "Tim Kampanye Daerah Rama-Sinta"
    if inside and piece == line.pieces[index - 1] and len(piece) > CODE_LENGTH:
        return 1, DIRECTION, ""  # "Alun Alun"
    if tags & OTHERS or (tags & Tag.TITLE and begins_titled(line, index)):
        return 0, 0.0, ""
    if not tags and line.sentence.tags[index] in CLOSED and piece not in words.person_names:
        return 0, 0.0, ""  # "Kepala Daerah Yang"
    if tags & OFFICES and not tags & INNER:
        office = tags & FULL_OFFICES and piece not in words.office_fields
        headed = is_headed(line, index) or _names_members(line, index)
        role = tags & Tag.ROLE and not inside and not (tags & Tag.GROUP and headed)
        if (office and not _in_organisation(line, index)) or role:
            return 0, 0.0, ""
    if line.headline and is_ordinary_in_headline(line, index, evidence):
        return 0, 0.0, ""
    noun = tags & INNER or piece in words.person_names or piece in words.organisation_words
    if not noun and piece in words.verbs and line.sentence.tags[index] == "VERB":
        return 0, 0.0, ""  # a headline inside the text: "Kapolda Ajak Masyarakat"
    value = lean(line, index, evidence)
    if line.initial[index] and line.pieces[index - 1] in words.lettered_units:
        value = NUMBER  # "Komisi B DPRD"
    if value > 0:
        longest = _named_end(line, index) if tags & A_NAME else line.end(index, Tag.ORGANISATION_HEAD)
        return (longest - index if longest > index else 1), value, ""
    return 1, value, ""


def _named_end(line: Line, index: int) -> int:
    """Where the longest name of a place or a body that starts at `index` ends."""
    found, longest = line.found[index], 0
    for tag in NAMED:
        if tag in found and found[tag] > longest:
            longest = found[tag]
    return index + longest


def _names_members(line: Line, index: int) -> bool:
    """Whether a word for people stands right behind the first word of the name of those they join: "Asosiasi Petani
    Sawit Riau"."""
    written = line.capital[index - 1] and line.capital[index]
    return written and line.pieces[index - 1] in line.words.member_organisations


def _in_organisation(line: Line, index: int) -> bool:
    """Whether an office at `index` is a word of an organisation's name: "Asosiasi Kepala Desa", "GM FKPPI"."""
    if line.tags[index] & Tag.ORGANISATION:
        return True
    before = index - 1
    if not line.proper[before] or line.headline or line.tags[before] & (Tag.ORGANISATION | Tag.PLACE):
        return False
    return line.pieces[before] in line.words.member_organisations


def _is_complete(line: Line, index: int) -> bool:
    """Whether in a headline the name before `index` is complete: after a place or a body only another of them goes
    on.
    """
    named = Tag.PLACE | Tag.UNIT_PLACE | Tag.ORGANISATION
    if line.tags[index] & (named | Tag.ORGANISATION_HEAD) or line.number[index] or not line.proper[index]:
        return False
    if line.pieces[index] in line.words.levels or line.pieces[index] in line.words.place_directions:
        return False
    return any(line.end(at, tag) == index for at in range(max(0, index - 4), index) for tag in NAMED)


def joins(line: Line, index: int, evidence: Evidence) -> bool:
    """Whether the word behind "dan" or "untuk" goes on with the name of the same office."""
    if abbreviated(line, index):
        return True
    if line.pieces[index] in line.words.calendar:
        return False  # "Direktur Utama X pada April"
    country = line.pieces[index] in line.words.countries or line.pieces[index] in line.words.national_levels
    if country and line.sentence.words[index - 1].upos == "ADP":
        return True  # "Duta Besar Jepang untuk Indonesia"
    if line.pieces[index - 1] in line.words.locatives:
        return line.tags[index] & (Tag.ORGANISATION_HEAD | Tag.PLACE_HEAD) == Tag.ORGANISATION_HEAD
    if in_field(line, index):
        return True
    field = line.pieces[index] in line.words.office_fields and line.tags[index] & OTHER_KINDS == Tag.OFFICE
    if line.tags[index] & OTHER_KINDS and not field:
        return False  # "Marketing and Public Relations" is a field
    if lean(line, index, evidence) > 0:
        return True
    before = line.pieces[index - 2]
    if line.texts[index + 1] == "," and _closes(line, index, evidence):
        return True
    unknown = not line.tags[index] and line.pieces[index] not in line.words.person_names
    return unknown and before in line.words.organisation_words and line.sentence.words[index].upos in ("NOUN", "PROPN")


def _closes(line: Line, index: int, evidence: Evidence) -> bool:
    """Whether the name of the holder follows behind the comma that follows the word at `index`, and the word is no
    name: "Kepala Seksi Pupuk dan Pestisida, Rama Wijaya".
    """
    if line.tags[index] or line.pieces[index] in line.words.person_names or line.pieces[index] in evidence.names:
        return False
    behind = index + 2
    if line.tags[behind] & Tag.RANK:
        return True
    named = line.pieces[behind] in line.words.person_names or line.pieces[behind] in evidence.names
    return line.proper[behind] and (named or line.pieces[behind + 1] in line.words.person_names)


def _followed(line: Line, index: int) -> float:
    """What the words behind a run tell of its last word: a rank or a comma and a name say that it belongs to the
    office.
    """
    comma = line.texts[index] == ","
    behind = index + 1 if comma else index
    titled = line.tags[behind] & Tag.TITLE and line.pieces[behind] not in line.words.person_names  # "Sri" is a name too
    if line.tags[behind] & Tag.RANK or (titled and line.proper[behind]):
        return RANKED
    if line.pieces[index] in line.words.named_by:
        return RANKED  # "Kepala Dusun X bernama Y"
    if line.pieces[index] in line.words.demonstratives:
        return POINTED
    if (
        comma
        and not lists_names(line, behind)
        and line.proper[behind]
        and line.pieces[behind] not in line.words.calendar
        and not line.tags[behind]
        & (OFFICES | Tag.ACTING | Tag.FORMER | Tag.DEPUTY | Tag.PLACE | Tag.ORGANISATION | Tag.ORGANISATION_HEAD)
    ):
        return PARTED
    return 0.0
