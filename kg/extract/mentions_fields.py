"""What widens the name of an office between its head and the name of its holder: brackets, lists of fields, bodies and
other offices.
"""

from __future__ import annotations

from kg.extract.mentions_evidence import Evidence, lean
from kg.extract.mentions_line import Line
from kg.extract.mentions_names import names_firm, unknown_before_body
from kg.extract.mentions_tags import OFFICES, Tag
from kg.extract.mentions_terms import numbered_end

LONGEST_BRACKET = 5  # words
LONGEST_PLACE = 6  # words
PAIR = 2  # words: "yang juga"
INITIALS = 2  # capitals before a name: "Jaksa Agung ST Burhanuddin"
FIELD = 2.0  # how plainly a word must belong to an office to be a field in a list
NOT_UNKNOWN = OFFICES | Tag.RANK | Tag.TITLE | Tag.ADDRESS | Tag.PRONOUN
COMPLETE = (Tag.ORGANISATION, Tag.PLACE, Tag.NATIONAL_OFFICE, Tag.PLACE_OFFICE)
UNITS = (Tag.ORGANISATION, Tag.ORGANISATION_HEAD)
OTHER = OFFICES | Tag.RANK | Tag.ORGANISATION | Tag.ORGANISATION_HEAD | Tag.PLACE | Tag.LAW_HEAD | Tag.ELECTION


def bracket_end(line: Line, index: int, evidence: Evidence, *, served: int = 0) -> int:
    """The end of an abbreviation in brackets at `index` behind which the name of the office goes on: "Badan Pengawas
    Pemilu (Bawaslu) Kota X", or an office of the kinds that may be `served`: "Penasihat Hukum (PH) Camat X"; `index`
    if there is none.
    """
    if line.texts[index] != "(" or not line.proper[index + 1] or line.tags[index + 1] & Tag.RANK:
        return index
    stop = next((at for at in range(index + 2, index + LONGEST_BRACKET) if line.texts[at] == ")"), index)
    behind = stop + 1
    if stop == index or line.tags[behind] & Tag.RANK:
        return index
    body = 0 if line.tags[index + 1] & OFFICES else Tag.ORGANISATION | Tag.ORGANISATION_HEAD
    known = line.tags[behind] & (Tag.PLACE | Tag.PLACE_HEAD | Tag.UNIT_PLACE | body)
    field = line.pieces[behind] in line.words.organisation_words or line.pieces[behind] in line.words.office_fields
    if names_firm(line, behind) and unknown_before_body(line, behind, evidence):
        return behind
    on = (known or field) and (line.proper[behind] or line.number[behind] or field) and lean(line, behind, evidence) > 0
    return behind if on or (line.tags[behind] & served and line.capital[behind]) else index


def listed_end(line: Line, index: int, evidence: Evidence) -> int:
    """The end of a list of fields that goes on at `index` behind the first of them: "Menteri Pendidikan, Kebudayaan,
    Riset, dan Teknologi"; `index` if no list does.
    """
    at, last = index, False
    while not last and line.texts[at] == ",":
        first = at + 1
        if line.pieces[first] in line.words.connectors:
            first, last = first + 1, True
        end = _field_end(line, first, evidence)
        if end == first and _is_matter(line, first):
            end = first + 1
        if end == first:
            return index
        at = end
        if line.texts[at] == "&" or (line.pieces[at] in line.words.connectors and line.texts[at].isalpha()):
            end = _field_end(line, at + 1, evidence)
            return end if end > at + 1 else index
    return at if last else index


def _is_matter(line: Line, index: int) -> bool:
    """Whether one word at `index`, a comma behind it, is a matter though bodies are called by it: "Menteri Koordinator
    Bidang Hukum, HAM, Imigrasi, dan Pemasyarakatan".
    """
    return line.pieces[index] in line.words.organisation_words and line.proper[index] and line.texts[index + 1] == ","


def unit_end(line: Line, head: int, index: int, evidence: Evidence) -> int:
    """The end of the unit that the office at `head` leads, where its name is longer than the office that the list has:
    "Kepala Dinas Pekerjaan Umum dan Penataan Ruang", "Kepala Dinas Pangan dan Perikanan"; `index` if it is not.
    """
    longest = max([line.end(at, tag) for at in range(head + 1, index) for tag in UNITS]) if index > head + 1 else index
    if longest > index:
        return longest
    if index < head + PAIR:
        return index
    words = line.words
    field = line.pieces[index - 1] in words.organisation_words and line.capital[index - 1]
    if not field or line.pieces[index] not in words.connectors or line.tags[index + 1] & Tag.GROUP or line.headline:
        return index
    end = _field_end(line, index + 1, evidence)
    return end if end > index + 1 else index


def _field_end(line: Line, index: int, evidence: Evidence) -> int:
    """The end of one field of a list: capitalised words that only offices are made of."""
    end = index
    fields = line.words.office_fields  # "Humas" is an office too
    while line.proper[end] and (not line.tags[end] & OTHER or line.pieces[end] in fields):
        if lean(line, end, evidence) < FIELD:
            break
        end += 1
    return end


def national_end(line: Line, index: int, evidence: Evidence) -> int:
    """ "RI" and "Republik Indonesia" belong to a national office, and the name of another country: "PM Singapura"."""
    index = numbered_end(line, listed_end(line, index, evidence))
    if line.pieces[index] in line.words.countries:
        return line.end(index, Tag.PLACE)
    while index < line.length and line.pieces[index] in line.words.national_levels and line.capital[index]:
        index += 1
    return numbered_end(line, index)


def of_body(line: Line, index: int) -> bool:
    """Whether an office that is the country's by itself has a body of its own at `index`: "Presiden PKS"."""
    if line.tags[index] & Tag.ORGANISATION:
        return True
    if line.headline or not line.proper[index] or line.pieces[index] in line.words.person_names:
        return False
    if line.tags[index] & Tag.ORGANISATION_HEAD:
        return line.proper[index + 1]
    if line.pieces[index] in line.words.organisation_words and not line.tags[index] & (Tag.PLACE | OFFICES):
        levels = line.words.national_levels, line.words.levels
        return line.proper[index + 1] and not any(line.pieces[index] in words for words in levels)
    known = line.pieces[index] in line.words.levels or line.tags[index] & (Tag.PLACE | Tag.RANK | Tag.TITLE)
    return line.acronym[index] and len(line.pieces[index]) > INITIALS and line.proper[index + 1] and not known


def of_office(line: Line, head: int, index: int) -> bool:
    """Whether another office follows at once, whose holder the first one serves: "Penasihat Khusus Presiden"."""
    if line.headline or not (line.capital[head] and line.capital[index]) or line.tags[head] & Tag.ROLE:
        return False
    beside = OFFICES & ~Tag.NATIONAL_OFFICE if index == head + 1 else Tag.OFFICE
    if line.tags[index] & beside and line.proper[index + 1]:
        return not line.tags[index] & Tag.ACTING  # "Koordinator Dosen Pembimbing", "Kabag Ops Dirlantas Polda X"
    return bool(line.tags[index] & (Tag.NATIONAL_OFFICE | Tag.PLACE_OFFICE)) and not line.tags[index] & Tag.ROLE


def before_rank(line: Line, index: int) -> int:
    """Where the rank begins that ends a place at `index` named after a person: "Danlanud Pangeran X Letkol Y"; `index`
    if there is none.
    """
    if line.headline or line.tags[index] & (Tag.PLACE | Tag.UNIT_PLACE):
        return index
    end = index
    while end < index + LONGEST_PLACE and line.proper[end] and not line.tags[end] & (Tag.RANK | OFFICES):
        end += 1
    return end if line.tags[end] & Tag.RANK and line.proper[end + 1] else index


def named_behind_holder(line: Line, first: int, index: int, evidence: Evidence) -> int:
    """The end of an unknown name at `index` that belongs to the office at `first`, because the holder stands before it:
    "X yang juga Ketua Umum Y", "X selaku Ketua Y"; `index` if there is none.
    """
    if line.headline or first < PAIR:
        return index
    links = line.words.holding_verbs, line.words.joint_offices
    held = any(line.pieces[first - 1] in words for words in links) and (
        line.proper[first - 2] or line.tags[first - 2] & Tag.PRONOUN
    )
    entered = _entered(line, first, index)
    if not (held or entered) and not all(piece in line.words.joint_offices for piece in line.pieces[first - 2 : first]):
        return index
    end = index
    while end < index + LONGEST_BRACKET and line.proper[end] and not line.tags[end] & NOT_UNKNOWN:
        named = line.pieces[end] in line.words.person_names and not entered
        if named or line.pieces[end] in evidence.names:
            return index
        end += 1
    return end if line.pieces[end] and not line.tags[end] & NOT_UNKNOWN else index


def _entered(line: Line, first: int, index: int) -> bool:
    """Whether somebody is said to come into the office at `first`, or to hold it, by a verb whose subject stands before
    it, and the name of its body is not complete at `index`: "menjabat Direktur PT Mekar" of "PT Mekar Jaya Abadi".
    """
    words, before = line.words, first - 1
    if line.pieces[before] in words.as_offices:
        before -= 1
        said = line.pieces[before] in words.taking_verbs or line.pieces[before] in words.appointing_verbs
    else:
        said = line.pieces[before] in words.taking_verbs
    if line.end(first, Tag.OFFICE) == index:
        return said  # "Direktur Utama" may head a place, but is not complete
    return said and not any(line.end(at, tag) == index for at in range(first, index) for tag in COMPLETE)


def heads_place(line: Line, head: int, end: int) -> bool:
    """Whether an office that may head a place has an unknown one behind it: "Kepala Kejaksaan Negeri X Y", "Kadus X,
    Kabupaten Y".
    """
    if line.end(head, Tag.PLACE_OFFICE) < end or line.tags[end] or not line.proper[end] or line.acronym[end]:
        return False
    if line.pieces[end] in line.words.person_names or line.pieces[end] in line.words.organisation_words:
        return False
    within = line.texts[end + 1] == "," and line.tags[end + 2] & (Tag.PLACE | Tag.PLACE_HEAD)
    return bool(within) or line.end(head + 1, Tag.ORGANISATION_HEAD) == end > head + 1


def heads_branch(line: Line, head: int, end: int) -> bool:
    """Whether the head of a body with branches is that of the branch whose place follows: "Kepala BNN Asahan"."""
    if end < head + PAIR or not line.tags[end - 1] & Tag.ORGANISATION or line.headline or not line.capital[head]:
        return False
    placed = line.tags[end] & (Tag.PLACE | Tag.PLACE_HEAD) and line.proper[end]
    placed = placed and line.pieces[end] not in line.words.person_names
    return bool(placed) and line.pieces[end] not in line.words.countries


def second_field(line: Line, index: int) -> bool:
    """Whether "dan" at `index`, behind an office that is known with its field, joins a second field of people."""
    return line.pieces[index] in line.words.connectors and line.proper[index + 1] and in_field(line, index + 1)


def in_field(line: Line, index: int) -> bool:
    """Whether a word for people behind "dan" is the second of two fields, as the body or an abbreviation follows:
    "Kabid Humas dan Media PP X", "Perlindungan Perempuan dan Anak Indonesia (PPAI)".
    """
    words, before = line.words, line.pieces[index - 2]
    if line.headline or line.tags[index] & ~(Tag.GROUP | Tag.ROLE | Tag.OFFICE_OF_PERSON) or not line.tags[index]:
        return False
    if not line.capital[index - 2] or not (before in words.organisation_words or before in words.office_fields):
        return False
    for bracket in (index + 1, index + 2):
        if line.texts[bracket] == "(" and line.proper[bracket - 1]:
            return line.acronym[bracket + 1]
    if line.pieces[index + 1] in words.connectors and line.proper[index + 2] and not line.tags[index + 2] & OFFICES:
        return True  # "Perempuan dan Anak serta Pemberantasan X"
    levels = line.pieces[index + 1] in words.national_levels or line.tags[index + 1] & (Tag.ORGANISATION | Tag.PLACE)
    return bool(levels) or line.acronym[index + 1]
