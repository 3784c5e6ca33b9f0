"""Finds units and organisations, places, laws, operations and elections."""

from __future__ import annotations

from kg.extract.mentions_bearers import named_after_end
from kg.extract.mentions_evidence import Evidence, lean
from kg.extract.mentions_extent import HEADED, extent
from kg.extract.mentions_line import Line
from kg.extract.mentions_ordinary import is_ordinary_in_headline
from kg.extract.mentions_tags import OFFICES, Tag
from kg.extract.mentions_tickets import glued
from kg.model import Mention, MentionKind
from kg.model.members import GROUP, PLACE, UNIT

YEAR_LENGTH = 4
JOINTS = frozenset(",/")
LONGEST = 8  # words of a name behind its head
LONGEST_PLACE = 3  # words behind the kind of place
NAMED = Tag.ORGANISATION | Tag.ORGANISATION_HEAD


def find_unit(line: Line, index: int, evidence: Evidence) -> Mention | None:
    """The unit or organisation that starts at `index`: a known name, or a head noun with the rest of the name behind
    it.
    """
    if line.pieces[index] in line.words.not_names and not (line.acronym[index] and index):
        return None  # "Mari ajak warga", "DALAM pidatonya"
    if not line.tags[index] & NAMED and line.pieces[index] not in line.words.bare_units:
        return _acronym(line, index, evidence) if line.acronym[index] else None
    end = line.end(index, Tag.ORGANISATION)
    if end > index and not line.capital[end - 1] and line.tags[end] & Tag.ORGANISATION and line.capital[end]:
        end = index  # "Lembaga antirasuah KPK": what it is called stands before its name
    headed = line.end(index, Tag.ORGANISATION_HEAD)
    if headed > index:
        asks = HEADED if line.capital[index] else HEADED / 2  # "KPU" is complete, "Polsek" asks for its name
        run = extent(line, headed, evidence, first=0.0 if end > index else asks)
        if run.end > max(end, headed):
            return _of_branches(line, index, run.end) or _unit(line, index, run.end, run.abbreviation, "head")
        behind = _behind_short(line, index, headed) if end == index else headed
        run = extent(line, behind, evidence, first=asks) if behind > headed else run
        if run.end > max(end, behind):
            return _unit(line, index, run.end, line.joined(behind - 2, behind - 1), "head")
        named = _abbreviated_end(line, index, headed)
        if named > headed:
            return _unit(line, index, named, line.joined(named - 2, named - 1), "head")
        written_on = _glued(line, headed)
        if written_on > max(end, headed):
            return _unit(line, index, written_on, "", "head")
        if end == index and line.capital[index] and headed - index > 1:
            end = headed
    if end > index and line.capital[index]:
        end += line.texts[end].startswith("-") and len(line.texts[end]) > 1 and glued(line, end - 1)  # "Persib-Persija"
        return _of_branches(line, index, end) or _unit(line, index, _levels(line, end, evidence), "", "name")
    if headed > index and line.capital[index] and not line.headline and line.texts[index] != line.texts[index].title():
        return _unit(line, index, headed, "", "acronym")
    if line.pieces[index] in line.words.bare_units or (
        headed > index and line.capital[index] and (not line.headline or line.acronym[index])
    ):
        bare = max(index + 1, headed)
        return _of_branches(line, index, bare) or _unit(line, index, bare, "", "bare")
    if headed > index or not line.acronym[index]:
        return None
    return _acronym(line, index, evidence)


def _of_branches(line: Line, first: int, end: int) -> Mention | None:
    """All branches of the body named in `[first, end)`, if a level without a name of its own follows: "KPU daerah"."""
    last = _branches(line, end)
    return line.mention(GROUP, first, last, "group/branches", name=line.joined(first, end)) if last > end else None


def _unit(line: Line, first: int, last: int, abbreviation: str, rule: str) -> Mention:
    unit = line.joined(first, last)
    place = line.place(first, last)
    return line.mention(UNIT, first, last, f"unit/{rule}", unit=unit, name=abbreviation, place=place)


def _levels(line: Line, index: int, evidence: Evidence) -> int:
    """The end of what tells apart the branches of an organisation: "RI", "Kabupaten Lahat", "Sumsel"."""
    if line.texts[index] == "(" and line.texts[index + 2] == ")" and line.proper[index + 1]:
        index += 3
    while index < line.length and (line.capital[index] or line.pieces[index] in line.words.branch_levels):
        behind = index + 1
        if not line.capital[index]:  # "DPRD kota Solo"
            if not (line.proper[behind] and line.tags[behind] & Tag.PLACE):
                break
            index = line.end(behind, Tag.PLACE)
        elif line.pieces[index] in line.words.levels:
            index += 1
        elif line.tags[index] & Tag.PLACE and lean(line, index, evidence) > 0:
            index = line.end(index, Tag.PLACE)
        else:
            break
    return index


def _branches(line: Line, index: int) -> int:
    """The end of the levels of which all branches of a body are meant: "KPU provinsi dan kabupaten/kota"; `index` where
    a name follows ("KPU kota Solo").
    """
    end = at = index
    while at < line.length and not line.capital[at]:
        if line.pieces[at].removeprefix("/") in line.words.branch_levels:
            end = at + 1
        elif at == end and end > index and (line.texts[at] in JOINTS or line.sentence.words[at].upos == "CCONJ"):
            pass
        else:
            break
        at += 1
    return index if line.proper[end] else end


def _behind_short(line: Line, first: int, index: int) -> int:
    """The word behind the brackets at `index` that hold the abbreviation of the head before them, letter by letter, if
    a name follows: "Rumah Sakit (RS) X"; else `index`."""
    if line.headline or line.texts[index] != "(" or line.texts[index + 2] != ")" or not line.proper[index + 3]:
        return index
    initials = "".join(text[:1] for text in line.texts[first:index])
    return index + 3 if index > first + 1 and line.texts[index + 1] == initials else index


def _abbreviated_end(line: Line, first: int, index: int) -> int:
    """The end of an abbreviation in brackets behind a name that goes on at `index`, if it begins as the name does:
    "Perkumpulan untuk Pemilu dan Demokrasi (Perludem)"; `index` if there is none.
    """
    if not line.capital[first] or line.headline or line.pieces[index] not in line.words.connectors:
        return index
    at = index
    while at < index + LONGEST and (line.proper[at] or line.pieces[at] in line.words.connectors):
        at += 1
    short = line.texts[at + 1]
    fits = line.texts[at] == "(" and line.texts[at + 2] == ")" and short[:1] == line.texts[first][:1]
    return at + 3 if fits and len(short) > 2 and line.proper[at - 1] else index


def ends_abbreviated(line: Line, first: int, end: int) -> bool:
    """Whether a word for a body only ends a longer name whose abbreviation stands in brackets behind it, a letter a
    word ("Surat Keterangan Catatan Kepolisian (SKCK)")."""
    if line.texts[end] != "(" or line.texts[end + 2] != ")":
        return False
    short = line.texts[end + 1].upper()
    start = end - len(short)
    return 0 <= start < first and short == "".join(text[:1] for text in line.texts[start:end])


def _glued(line: Line, index: int) -> int:
    """The end of what is written in one with the word before: "Polres/ta"."""
    while index and "/" in line.texts[index] and glued(line, index - 1):
        index += 1
        if line.texts[index - 1] == "/" and glued(line, index - 1):
            index += 1
    return index


def _acronym(line: Line, index: int, evidence: Evidence) -> Mention | None:
    """The word in capitals at `index`, if it is an abbreviation that no list knows."""
    piece = line.pieces[index]
    if piece in evidence.bodies:
        return _unit(line, index, _levels(line, index + 1, evidence), "", "acronym")
    if len(piece) < 3 or line.headline or line.number[index]:
        return None
    if piece in line.words.not_organisations or line.tags[index] & (
        Tag.RANK | Tag.DEGREE | Tag.PLACE | Tag.LAW_HEAD | Tag.TITLE | Tag.GROUP
    ):
        return None
    if evidence.names.get(piece) or line.tags[index] & OFFICES:
        return None
    return _unit(line, index, _levels(line, index + 1, evidence), "", "acronym")


def find_place(line: Line, index: int, evidence: Evidence) -> Mention | None:
    """The place that starts at `index`: a kind of place and its name, or a name that the gazetteer knows."""
    if not line.capital[index]:
        return None
    headed = line.end(index, Tag.PLACE_HEAD)
    if headed > index and line.end(index, Tag.ORGANISATION_HEAD) > headed and not line.headline:
        return None  # "Kantor Imigrasi Kelas I"
    bearer = named_after_end(line, headed) if headed > index else headed
    if bearer > headed:
        return line.mention(PLACE, index, bearer, "place/head", place=line.joined(index, bearer))
    if headed > index and line.proper[headed] and not line.tags[headed] & (OFFICES | Tag.RANK):
        end = headed
        while end < line.length and end < headed + 4 and (line.proper[end] or line.number[end]):
            known = line.end(end, Tag.PLACE)
            if line.headline and is_ordinary_in_headline(line, end, evidence):
                break
            end = max(known, end + 1)
            if known > headed:
                break
        if end > headed:
            return line.mention(PLACE, index, end, "place/head", place=line.joined(index, end))
    end = line.end(index, Tag.PLACE)
    if end > index and (lean(line, index, evidence) > 0 or line.pieces[index - 1] in line.words.locatives):
        return line.mention(PLACE, index, end, "place/name", place=line.joined(index, end))
    return None


def place_name_end(line: Line, index: int) -> int:
    """The end of a kind of place at `index` and of its name, behind which the name of a person may follow: "Desa Karang
    Anyar Rama Wijaya"; `index` if no name follows.
    """
    name = line.end(index, Tag.PLACE_HEAD)
    if line.headline or not (line.capital[index] and line.proper[name]):
        return index
    end = max(name + 1, line.end(name, Tag.PLACE))
    while end < name + LONGEST_PLACE and line.proper[end] and line.pieces[end] not in line.words.person_names:
        if line.tags[end] & ~(Tag.PLACE | Tag.UNIT_PLACE) or line.pieces[end] in line.words.calendar:
            break
        end = max(end + 1, line.end(end, Tag.PLACE))
    return end


def find_law(line: Line, index: int, evidence: Evidence) -> Mention | None:
    """The law or regulation that starts at `index`: its kind and at least a number or a capitalised word behind it."""
    end = line.end(index, Tag.LAW_HEAD)
    if end == index:
        return None
    head = end
    while end < line.length:
        piece = line.pieces[end]
        if piece in line.words.law_parts or line.number[end] or line.texts[end] in ("(", ")", "/"):
            end += 1
        elif line.tags[end] & Tag.LAW_HEAD and line.capital[end]:
            end = line.end(end, Tag.LAW_HEAD)
        elif (
            (not line.capital[end] and piece in line.words.organisation_words)
            or (
                line.proper[end]
                and piece not in line.words.calendar
                and not line.headline
                and not line.tags[end] & (Tag.RANK | OFFICES)
            )
            or ("/" in line.texts[end] and any(char.isdigit() for char in line.texts[end]))
        ):
            end += 1
        else:
            break
    while end > head and not (line.proper[end - 1] or line.number[end - 1] or line.texts[end - 1] == ")"):
        end -= 1
    if line.texts[end - 1] == ")" and "(" not in [line.texts[at] for at in range(head, end)]:
        end -= 1
    named = any(char.isdigit() for at in range(index, end) for char in line.texts[at])
    if (end == head and not named) or not (line.capital[index] or named):
        return None
    return line.mention(MentionKind.LAW, index, end, "law")


def find_event(line: Line, index: int, evidence: Evidence) -> Mention | None:
    """The operation or election that starts at `index`, with its place and year."""
    if not line.tags[index] & (Tag.OPERATION_HEAD | Tag.ELECTION):
        return None
    end = line.end(index, Tag.OPERATION_HEAD)
    if end > index and line.proper[end] and not line.tags[end] & OFFICES:
        last = _event_end(line, end, evidence, bracketed=True)
        return line.mention(MentionKind.OPERATION, index, last, "operation") if last > end else None
    end = line.end(index, Tag.ELECTION)
    if end > index:
        return line.mention(MentionKind.ELECTION, index, _event_end(line, end, evidence), "election")
    return None


def _event_end(line: Line, index: int, evidence: Evidence, *, bracketed: bool = False) -> int:
    while index < line.length:
        piece = line.pieces[index]
        year = line.texts[index].isdigit() and len(piece) == YEAR_LENGTH
        if bracketed and line.texts[index] == "(" and line.texts[index + 2] == ")" and line.proper[index + 1]:
            index += 3
        elif year:
            return index + 1
        elif piece in line.words.law_parts and line.texts[index + 1].isdigit():
            index += 1
        elif line.proper[index] and not line.tags[index] & (
            Tag.RANK | OFFICES | Tag.ORGANISATION_HEAD | Tag.ORGANISATION
        ):
            if line.headline and is_ordinary_in_headline(line, index, evidence):
                break
            if line.tags[index] & Tag.GROUP and line.acronym[index]:
                break  # "menjelang Pilkada ASN diminta netral"
            index = max(index + 1, line.end(index, Tag.PLACE))
        else:
            break
    return index
