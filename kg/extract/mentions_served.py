"""Finds where the holder of a role begins behind whom it serves or is related to: "kuasa hukum dari korban, X"."""

from __future__ import annotations

from kg.extract.mentions_called import served_end
from kg.extract.mentions_evidence import Evidence, lean
from kg.extract.mentions_line import Line, past_markers
from kg.extract.mentions_names import is_given_name
from kg.extract.mentions_persons import name_end
from kg.extract.mentions_tags import OFFICES, Tag
from kg.extract.mentions_tickets import pair_end
from kg.extract.mentions_units import find_unit

LONGEST_DISTRICT = 4  # places and numbers: "Jawa Timur III"
LONGEST_CLIENT = 5  # words of the name of the second of two clients
BEHIND = ("ADP", "SCONJ")  # UD tags of what follows whom somebody serves
HELD_BEHIND = (*BEHIND, "VERB")
LONGEST_PLACED = 8  # words: ", Nusa Tenggara Timur ( NTT ),"


def client_end(line: Line, head: int, index: int, evidence: Evidence) -> int:
    """The end of "dari" and whom somebody serves, where a comma and his own name follow: "kuasa hukum dari korban, X";
    else `index`.
    """
    if not line.tags[head] & Tag.OFFICE_OF_PERSON:
        return index
    if line.tags[index] & Tag.QUANTIFIER and not line.capital[index]:
        end = index
        while line.pieces[end].isalpha() and not line.capital[end] and end < index + LONGEST_PLACED:
            end += 1
        return end if line.texts[end] == "," and holder_follows(line, end, evidence) else index
    if line.pieces[index] not in line.words.origins:
        return index
    end = index + 1
    while line.tags[end] & Tag.GROUP and not line.capital[end]:
        end = line.end(end, Tag.GROUP)
    if line.proper[end] and not line.tags[end] & OFFICES:
        end = name_end(line, end, evidence, sure=True)
    apposed = end > index + 1 and line.texts[end] == "," and holder_follows(line, end, evidence)
    return end if apposed else index


def related_end(line: Line, first: int, head: int, index: int, evidence: Evidence, *, role: bool) -> int:
    """The end of the person that a role, or an office beside a person, from `first` on is related to: "kuasa hukum
    Brigadir J", "juru bicara Rama Wijaya", with the holder's name behind a comma or before one.
    """
    if line.tags[index] & Tag.PRONOUN and not line.capital[index]:
        return line.end(index, Tag.PRONOUN) if role else index
    at = line.end(index, Tag.RANK)
    if not line.proper[at]:
        return index
    end = at
    while end < line.length and end < at + 4 and line.proper[end] and not line.tags[end] & OFFICES:
        end += 1
    second = _second_client_end(line, end, evidence)
    if second > end > at and line.tags[head] & Tag.OFFICE_OF_PERSON:
        return second
    behind = past_markers(line, end)
    if line.tags[head] & Tag.OFFICE_OF_PERSON and (own := served_end(line, at, end, evidence.called)) > at:
        return own
    if end > at and line.texts[behind] == "," and holder_follows(line, behind, evidence):
        return end
    if end > at and line.tags[head] & Tag.OFFICE_OF_PERSON and _of_one_named(line, first, end, evidence):
        return end
    if not role:
        return index
    of_whom = end > at and line.tags[head] & Tag.OFFICE_OF_PERSON and line.pieces[end] in line.words.demonstratives
    return end if at > index or of_whom else index  # "kuasa hukum Rama itu": not Rama is meant


def _second_client_end(line: Line, index: int, evidence: Evidence) -> int:
    """The end of the second of two clients, whose "dan" stands at `index`, where a comma and the name of their counsel
    follow: "kuasa hukum Rama dan Sinta, Danu"; `index` if there is none.
    """
    if line.pieces[index] not in line.words.connectors or not line.proper[index + 1]:
        return index
    end = index + 1
    while end < index + LONGEST_CLIENT and line.proper[end] and not line.tags[end] & (OFFICES | Tag.ORGANISATION_HEAD):
        end += 1
    return end if end > index + 1 and line.texts[end] == "," and holder_follows(line, end, evidence) else index


def _of_one_named(line: Line, first: int, end: int, evidence: Evidence) -> bool:
    """Whether a role from `first` on belongs to the person named before it, as nothing but a mark or a preposition
    follows whom it serves: "X, kuasa hukum Y, mengatakan", "kata X selaku kuasa hukum Y".
    """
    held = line.pieces[first - 1] in line.words.holding_verbs
    named = line.proper[first - 2] and not line.headline and lean(line, first - 2, evidence) < 0
    if not held and not (first > 1 and line.texts[first - 1] == "," and named):
        return False
    if end >= line.length or line.pieces[end][:1].isalnum():
        return end >= line.length or line.sentence.words[end].upos in (
            ("ADP", "SCONJ", "VERB") if held else ("ADP", "SCONJ")
        )
    return not (line.texts[end] == "," and line.pieces[end + 1] in line.words.connectors)


def _past_places(line: Line, index: int, evidence: Evidence) -> int:
    """The last comma of the larger places that follow the comma at `index`: ", Kelurahan X, Kota Y (Z), Rama"."""
    while line.tags[index + 1] & (Tag.PLACE_HEAD | Tag.PLACE) and line.capital[index + 1]:
        if line.pieces[index + 1] in line.words.person_names or is_given_name(line, index + 1, evidence):
            break
        end = index + 2
        while end < index + LONGEST_PLACED and (line.proper[end] or line.texts[end] in ("(", ")")):
            end += 1
        if line.texts[end] != "," or (end == index + 2 and not line.tags[index + 1] & Tag.PLACE):
            break
        index = end
    return index


def holder_follows(line: Line, index: int, evidence: Evidence) -> bool:
    """Whether the name of a person starts at `index` or behind a comma there; the body that the holder comes from may
    stand before it (`anggota DPR dari Fraksi X Rama Wijaya`).
    """
    if line.pieces[index] in line.words.origins and line.proper[index + 1]:
        origin = find_unit(line, index + 1, evidence)
        index = origin.last if origin is not None else index
    if line.texts[index] == ",":
        index = _past_places(line, index, evidence) + 1
    if line.tags[index] & Tag.RANK or (line.tags[index] & (Tag.TITLE | Tag.ADDRESS) and line.proper[index + 1]):
        return True
    if not line.proper[index] or line.tags[index] & (OFFICES | Tag.GROUP | Tag.LAW_HEAD | Tag.ELECTION | Tag.PRONOUN):
        return False
    piece = line.pieces[index]
    if piece in line.words.calendar or pair_end(line, index) > index:
        return False
    if line.headline:
        return piece in line.words.person_names or piece in evidence.names
    return lean(line, index, evidence) < 0 or is_given_name(line, index, evidence)


def past_constituency(line: Line, index: int) -> int:
    """The end of the electoral district at `index` that a member of parliament comes from: "dari daerah pemilihan
    (Dapil) Papua", "dari Dapil Jawa Timur III", "Dapil Papua"; `index` if none stands there.
    """
    at = index + 1 if line.pieces[index] in line.words.origins else index
    named = next((end for end in (at + 1, at + 2) if "".join(line.pieces[at:end]) in line.words.constituencies), 0)
    if not named:
        return index
    if line.texts[named] == "(" and line.texts[named + 2] == ")":
        named += 3
    end = named
    while end < named + LONGEST_DISTRICT and (line.number[end] or line.end(end, Tag.PLACE) > end):
        end = max(end + 1, line.end(end, Tag.PLACE))
    return end if end > named else index


def behind_other(line: Line, index: int) -> int:
    """Skips "lainnya", "itu" and an abbreviation in brackets behind an office: "anggota Komisi III DPR lainnya, X"."""
    short = line.texts[index] == "(" and line.texts[index + 2] == ")"
    if short and (line.acronym[index + 1] or line.tags[index + 1] & Tag.ORGANISATION):
        index += 3
    return past_markers(line, index)
