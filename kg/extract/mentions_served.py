"""Finds where the holder of a role begins behind whom it serves or is related to: "kuasa hukum dari korban, X"."""

from __future__ import annotations

from kg.extract.mentions_evidence import Evidence, lean
from kg.extract.mentions_line import Line
from kg.extract.mentions_persons import name_end
from kg.extract.mentions_tags import OFFICES, Tag
from kg.extract.mentions_tickets import pair_end
from kg.extract.mentions_units import find_unit


def client_end(line: Line, head: int, index: int, evidence: Evidence) -> int:
    """The end of "dari" and whom somebody serves, where a comma and his own name follow: "kuasa hukum dari korban, X";
    else `index`.
    """
    if not line.tags[head] & Tag.OFFICE_OF_PERSON or line.pieces[index] not in line.words.origins:
        return index
    end = index + 1
    while line.tags[end] & Tag.GROUP and not line.capital[end]:
        end = line.end(end, Tag.GROUP)
    if line.proper[end] and not line.tags[end] & OFFICES:
        end = name_end(line, end, evidence, sure=True)
    apposed = end > index + 1 and line.texts[end] == "," and holder_follows(line, end, evidence)
    return end if apposed else index


def related_end(line: Line, head: int, index: int, evidence: Evidence) -> int:
    """The end of the person that a role is related to: "kuasa hukum Brigadir J", with the holder's name behind a
    comma.
    """
    if line.tags[index] & Tag.PRONOUN and not line.capital[index]:
        return line.end(index, Tag.PRONOUN)
    at = line.end(index, Tag.RANK)
    if not line.proper[at]:
        return index
    end = at
    while end < line.length and end < at + 4 and line.proper[end] and not line.tags[end] & OFFICES:
        end += 1
    if line.texts[end] == "," and holder_follows(line, end, evidence):
        return end
    of_whom = end > at and line.tags[head] & Tag.OFFICE_OF_PERSON and line.pieces[end] in line.words.demonstratives
    return end if at > index or of_whom else index  # "kuasa hukum Rama itu": not Rama is meant


def holder_follows(line: Line, index: int, evidence: Evidence) -> bool:
    """Whether the name of a person starts at `index` or behind a comma there; the body that the holder comes from may
    stand before it (`anggota DPR dari Fraksi X Rama Wijaya`).
    """
    if line.pieces[index] in line.words.origins and line.proper[index + 1]:
        origin = find_unit(line, index + 1, evidence)
        index = origin.last if origin is not None else index
    if line.texts[index] == ",":
        index += 1
    if line.tags[index] & Tag.RANK or (line.tags[index] & (Tag.TITLE | Tag.ADDRESS) and line.proper[index + 1]):
        return True
    if not line.proper[index] or line.tags[index] & (OFFICES | Tag.GROUP | Tag.LAW_HEAD | Tag.ELECTION | Tag.PRONOUN):
        return False
    piece = line.pieces[index]
    if piece in line.words.calendar or pair_end(line, index) > index:
        return False
    if line.headline:
        return piece in line.words.person_names or piece in evidence.names
    return lean(line, index, evidence) < 0
