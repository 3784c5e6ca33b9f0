"""What bears the name of a person: streets, buildings, schools."""

from __future__ import annotations

from kg.extract.mentions_evidence import HOLDER, LONGEST_NAME, behind_rank
from kg.extract.mentions_line import Line
from kg.extract.mentions_tags import OFFICES, Tag
from kg.extract.mentions_tickets import glued

STROKE = "/"
BRACKET = 3  # words: "(PP)"
LONGEST_HONORIFIC = 4  # words
CHIEFS = Tag.NATIONAL_OFFICE | Tag.PLACE_OFFICE  # "Jalan Panglima X", "Gedung Gubernur X"


def named_after_end(line: Line, index: int) -> int:
    """The end of the name of a person at `index`, with his rank, title or office, that a building or body bears:
    "Universitas Jenderal Soedirman", "Jalan Panglima Sudirman"; `index` if none does. Without any of them only where
    those of its chief follow ("Kepala RSPAD Rama Wijaya Letjen X"), or somebody named behind a comma ("Dosen
    Universitas Rama Wijaya, X").
    """
    bracket = line.texts[index - 1] == ")" and line.texts[index - BRACKET] == "("  # "Pondok Pesantren (PP) Al Hikmah"
    bearer = line.pieces[index - 1 - BRACKET * bracket]
    if bearer not in line.words.named_after and bearer not in line.words.bearers:
        return index
    first = line.pieces[index]
    arabic = first in line.words.name_particles or (first.endswith("ul") and len(first) > HOLDER + 1)
    if (
        arabic
        and not line.tags[index] & Tag.PLACE
        and line.proper[index]
        and line.proper[index + 1]
        and not line.headline
    ):
        return index + HOLDER  # "Masjid Nurul Huda", "DKM Al Barokah"
    if bracket or bearer not in line.words.named_after:
        return index
    street = line.pieces[index - 1] in line.words.streets
    if street or not line.headline:
        served = _office_end(line, index)
        if served > index:
            return served
    titled = bool(line.tags[index] & (Tag.RANK | Tag.TITLE))
    name = behind_rank(line, index) if titled else index
    end = name
    while end < name + LONGEST_NAME and line.proper[end] and not line.tags[end] & (OFFICES | Tag.RANK):
        end += 1
    chief = bool(line.tags[end] & (Tag.RANK | Tag.TITLE))
    led = bool(line.tags[index - 2] & Tag.PLACE_OFFICE) and not chief and not _another_named(line, end)
    if end == index or line.headline or led:  # "Kapolresta Bandara Kombes X": its chief
        return index
    if not (titled or chief):
        return end if end == index + HOLDER and _holder_behind(line, index, end) else index
    if end == name:
        return index
    if line.tags[end] & Tag.RANK and end > name + HOLDER:
        return end  # "Pangkalan Udara I Gusti Ngurah Rai Kolonel X"
    held = line.proper[end] or end - name > HOLDER  # the name of somebody else follows without a comma
    return max(name + 1, end - HOLDER) if held and line.texts[end] not in (",", "(") else end


def _another_named(line: Line, index: int) -> bool:
    """Whether a name of two words stands behind the comma at `index`: "Direktur RSUD dr. Rama Wijaya, Danu Prasojo"."""
    first, second = index + 1, index + 2
    names = line.words.person_names
    plain = all(line.proper[at] and (not line.tags[at] or line.pieces[at] in names) for at in (first, second))
    return line.texts[index] == "," and plain and line.pieces[first] not in line.words.calendar


def _office_end(line: Line, index: int) -> int:
    """The end of an office of one word and the name behind it at `index`, by which a street or building is called."""
    tags = line.tags[index]
    if not tags & CHIEFS or not line.capital[index]:
        return index
    if max(line.end(index, Tag.NATIONAL_OFFICE), line.end(index, Tag.PLACE_OFFICE)) > index + 1:
        return index
    end = index + 1
    while end < index + 1 + HOLDER and line.pieces[end] in line.words.person_names and line.proper[end]:
        end += 1
    placed = line.tags[index + 1] & (Tag.PLACE | Tag.UNIT_PLACE)
    return index if placed else end if end > index + 1 else index


def _holder_behind(line: Line, index: int, end: int) -> bool:
    """Whether two words of a person's name in `[index, end)` are those of a body, as somebody at it is named behind a
    comma: "Dosen Universitas Rama Wijaya, Danu Prasojo".
    """
    names = line.words.person_names
    if not (line.tags[index - 1] & Tag.ORGANISATION_HEAD and line.tags[index - 2] & (OFFICES | Tag.GROUP)):
        return False
    if any(line.tags[at] for at in range(index, end)) or line.texts[end] != "," or line.pieces[end - 1] not in names:
        return False
    behind = end + 1
    return line.pieces[behind] in names and line.proper[behind] and line.pieces[behind] not in line.words.calendar


def told_apart(line: Line, index: int) -> bool:
    """Whether an office in capitals, between commas, and a verb of speaking follow: ", Kepala X, mengatakan"."""
    if line.texts[index] != "," or not line.tags[index + 1] & OFFICES or not line.capital[index + 1] or line.headline:
        return False
    end = index + 2
    while end < line.length and (line.proper[end] or line.texts[end] in ("(", ")", "-")):
        end += 1
    return line.texts[end] == "," and line.pieces[end + 1] in line.words.speech_verbs


def numbers_document(line: Line, index: int) -> bool:
    """Whether the number of a circular or decree begins at a word (`Gubernur Jabar Nomor 45/KP.03/2021`,
    `Nomor 45 Tahun 2021`): a letter's number has a stroke in it, as no office's has, a decree's its year behind it."""
    behind = line.texts[index + 1 : index + 3]
    if not behind or not behind[0][:1].isdigit():
        return False
    dated = line.pieces[index + 2] in line.words.law_parts and line.texts[index + 3].isdigit()
    return dated or any(STROKE in text for text in behind)


def of_code(line: Line, index: int) -> bool:
    """Whether a word behind a stroke is the end of a letter's number (`45/KP.03/KESRA`): digits stand glued before."""
    at = index - 1
    while at > 0 and glued(line, at - 1) and not line.texts[at][:1].isdigit():
        at -= 1
    return line.texts[at][:1].isdigit() and at < index - 1 and any(one.isdigit() for one in line.texts[index - 2])


def where_from(line: Line, index: int) -> bool:
    """Whether an unknown word at `index` behind a noun for one person is where he is from, as his name follows between
    commas ("seorang warga X, Budi, mengaku"): a given name is none."""
    behind = index + 2
    if line.pieces[index] in line.words.person_names or line.texts[index + 1] != "," or not line.proper[behind]:
        return False
    end = behind + 1
    while end < line.length and line.proper[end]:
        end += 1
    return not line.tags[behind] & (OFFICES | Tag.PLACE) and line.texts[end] in (",", "(")


def names_no_body(line: Line, first: int, last: int) -> bool:
    """Whether a place stands alone where the body of a member would, right before another name: it begins the member's
    own ("anggota Bintan Saragih")."""
    places = all(line.tags[at] & Tag.PLACE and not line.tags[at] & Tag.ORGANISATION for at in range(first, last))
    return first < last and places and line.proper[last]


def honorific_end(line: Line, index: int) -> int:
    """The end of the honorific of a battalion behind its number and a stroke ("Yonif 405/Surya Kusuma"), which a
    person may be called as well; behind the word at `index` if it is none of those known."""
    for words in range(LONGEST_HONORIFIC, 1, -1):
        if " ".join(line.pieces[index : index + words]) in line.words.battalion_names:
            return index + words
    return index + 1
