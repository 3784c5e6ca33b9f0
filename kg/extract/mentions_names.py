"""Names that hold small words or begin with a word of another kind: `Bashar al-Hamid`, `Bupati Sleman Harda Jaya`."""

from __future__ import annotations

from kg.extract.mentions_evidence import ORDINARY, PLACES, UNKNOWN, Evidence, lean
from kg.extract.mentions_line import Line, listed_field
from kg.extract.mentions_tags import OFFICES, Tag

NO_PART = OFFICES & ~Tag.ROLE | Tag.RANK | Tag.TITLE | Tag.ADDRESS | Tag.DEGREE  # of the name of a firm
MOST_PARTICLES = 2  # small words one behind another: "van der Linden"
MAYBE_NAME = 1.0  # the lean of a given name that is a place too lies below
CERTAIN_NAME = -2.0  # the lean of a word that names of persons are made of lies below
PAIR = 2  # words: "Kepala Badan"
INITIALS = 2  # letters: "MQ Ismail"
NO_NAME = OFFICES | Tag.ORGANISATION | Tag.ORGANISATION_HEAD | Tag.PRONOUN | Tag.GROUP | Tag.LAW_HEAD
VERBAL = frozenset({"VERB", "ADV"})
LONGEST_PLACE = 3  # words
BRACKETED = 3  # words: "(CEO)"
OFFICE_SIZES = (1, 2, 3)  # words: "chief executive officer"
MOST_BORNE = 4  # words between "PT" and the last word of its name


def particles_end(line: Line, index: int) -> int:
    """The word behind the particles inside a name at `index`, and behind a title that follows them: "bin Haji Karim",
    "van der Linden", "al-Hamid"; `index` if no name goes on there.
    """
    particle, hyphen, rest = line.texts[index].partition("-")
    if hyphen and particle.lower() in line.words.name_particles and rest[:1].isupper():
        return index + 1
    at = index
    while at < index + MOST_PARTICLES and line.pieces[at] in line.words.name_particles and not line.capital[at]:
        at += 1
    if at == index or not line.proper[at]:
        return index
    titled = line.tags[at] & (Tag.TITLE | Tag.ADDRESS) and line.proper[at + 1]
    return at + 1 if titled and line.pieces[at] not in line.words.person_names else at


def field_is_name(line: Line, index: int, evidence: Evidence) -> bool:
    """Whether a word for a field of work at `index` begins a name: no field stands behind a place ("Bupati Sleman Harda
    X").
    """
    opener = line.pieces[index] in line.words.name_openers and line.proper[index - 1]
    if opener and not line.tags[index] and line.proper[index + 1] and not line.tags[index + 1] & NO_PART:
        return line.pieces[index + 1] in line.words.person_names or lean(line, index + 1, evidence) < 0
    if line.headline or line.tags[index] or not line.tags[index - 1] & PLACES:
        return False
    if line.pieces[index] not in line.words.office_fields or not line.proper[index + 1]:
        return False
    return lean(line, index + 1, evidence) < MAYBE_NAME


def begins_name_behind_place(line: Line, index: int, evidence: Evidence) -> bool:
    """Whether a name begins at `index`, right behind a place that the gazetteer knows, and goes on behind: what belongs
    to an office does not come back then ("Ketua DPRD Kediri Melani Pertiwi").
    """
    if line.headline or not line.tags[index - 1] & Tag.PLACE or line.tags[index] or not line.proper[index + 1]:
        return False
    if line.acronym[index] or line.number[index] or line.pieces[index] in line.words.place_directions:
        return False
    return lean(line, index, evidence) < 0


def is_holder(line: Line, first: int, last: int, evidence: Evidence) -> bool:
    """Whether a name of a person stands in `[first, last)`, right behind a place, so that a title or a comma behind it
    is another's: "Wali Kota Tangerang Arief R Wisman", "Gubernur Riau Abdul Wahid, Ustaz Abdul Karim".
    """
    if first >= last or not line.tags[first - 1] & Tag.PLACE or lean(line, first, evidence) > CERTAIN_NAME:
        return False
    return not line.tags[last] & Tag.RANK and (line.texts[last] == "," or bool(line.tags[last] & Tag.TITLE))


def is_given_name(line: Line, index: int, evidence: Evidence) -> bool:
    """Whether a given name that is a place too begins a name behind an office, whose own place stood before it:
    "Wamendagri Bima Aryaguna".
    """
    known = line.pieces[index] in line.words.person_names
    if line.headline or not line.tags[index] & Tag.PLACE or not (known or line.pieces[index] in evidence.called):
        return False
    follows = index + 1 < line.length and line.proper[index + 1] and not line.tags[index + 1]
    return follows and lean(line, index + 1, evidence) < 0


def noun_is_name(line: Line, index: int, evidence: Evidence) -> bool:
    """Whether a common noun with a capital behind an office and a comma begins a name, as a known name ends it there:
    "Kepala Bagian Humas, Hari Wicaksana, menyebut".
    """
    if line.headline or line.texts[index - 1] != "," or line.tags[index] or line.tags[index + 1]:
        return False
    if line.pieces[index + 1] not in line.words.person_names or not line.proper[index + 1]:
        return False
    return lean(line, index, evidence) <= ORDINARY and line.pieces[index] not in line.words.calendar


def in_place_list(line: Line, index: int) -> bool:
    """Whether a lone word between commas behind an office is a smaller place, as a known place follows: "Lurah X, Y,
    Bantul"."""
    if line.texts[index - 1] != "," or line.texts[index + 1] != "," or line.pieces[index] in line.words.person_names:
        return False
    return bool(line.tags[index + 2] & Tag.PLACE) and line.capital[index + 2]


def bears_unknown(line: Line, start: int, index: int, evidence: Evidence) -> bool:
    """Whether the unknown word at `index`, in what follows an office from `start` on, ends the name of a firm, school
    or station, as a known name of at least two words follows: "Direktur PT Sinar Rejo Budi Hartono".
    """
    if line.headline or not _is_unknown(line, index, evidence):
        return False
    end = index + 1
    while end < index + MOST_BORNE and _is_unknown(line, end, evidence):
        end += 1
    if line.initial[end]:
        return end > index + 1  # "PT Jasa Raharja Rivan A. Purwanto": the name begins before its initial
    if not line.proper[end] or line.tags[end] or lean(line, end, evidence) > CERTAIN_NAME:
        return False
    led = names_firm(line, start)
    full = line.proper[end + 1] and not line.tags[end + 1] & (OFFICES | Tag.RANK)
    if led and all(_is_unknown(line, at, evidence) for at in range(start, index)):
        return full or end > start + 1
    if line.tags[index - 1] & (Tag.ORGANISATION | PLACES) or not full:
        return False
    numbered = line.number[index - 2]  # "SDN 2 Sukorejo X Y": a school is named after a village
    before = range(max(start - 1, index - MOST_BORNE), index)
    return not numbered and any(line.pieces[at] in line.words.bearers for at in before)


def stands_for_body(line: Line, index: int, end: int, evidence: Evidence) -> bool:
    """Whether unknown words right behind an office are what the office is of, and nobody's name: a word of a body
    follows ("Presiden Sinar Group"), or it is one that is written as brands and addresses are, or the name of a firm
    follows such an office ("mantan CEO Sinarpay")."""
    pieces = line.pieces[index:end]
    if not (line.words.person_names.isdisjoint(pieces) and evidence.names.keys().isdisjoint(pieces)):
        return False
    if line.proper[end] and line.pieces[end] in line.words.organisation_words:
        return True
    if end > index + 1 and line.pieces[end - 1] in line.words.organisation_tails:
        return True
    if end > index + 1:
        return False
    text = line.texts[index]
    return names_firm(line, index) or "." in text[1:] or text[:1].islower() or listed_field(line, index)


def is_firm(line: Line, first: int, last: int, evidence: Evidence) -> bool:
    """Whether one unknown word is the firm or field of the office before it: "Direktur Utama (Dirut) Sinarpay"."""
    return last == first + 1 and names_firm(line, first) and stands_for_body(line, first, last, evidence)


def unknown_before_body(line: Line, index: int, evidence: Evidence) -> bool:
    """Whether an unknown word at `index` is the first of a firm's name, as a country or a word of a body follows:
    "Dompetku Indonesia"."""
    body = line.tags[index + 1] & Tag.PLACE or line.pieces[index + 1] in line.words.organisation_words
    return bool(body) and _is_unknown(line, index, evidence) and line.proper[index + 1]


def names_firm(line: Line, index: int) -> bool:
    """Whether an office that the name of its firm or field follows ends at `index`, or before the brackets with its
    abbreviation that end there: "CEO", "Chief Executive Officer (CEO)"."""
    end = index - BRACKETED if line.texts[index - 1] == ")" and line.texts[index - BRACKETED] == "(" else index
    offices = line.words.firm_offices
    return any("".join(line.pieces[max(0, end - size) : end]) in offices for size in OFFICE_SIZES)


def _is_unknown(line: Line, index: int, evidence: Evidence) -> bool:
    """Whether no list and nothing in the article tells what the capitalised word at `index` is."""
    plain = line.proper[index] and not line.tags[index] and not line.acronym[index] and not line.initial[index]
    return plain and line.pieces[index] not in evidence.names and UNKNOWN <= lean(line, index, evidence) < 0


def is_named(line: Line, index: int) -> bool:
    """Whether two words that names of persons are made of stand at `index`, the second no place."""
    names = line.words.person_names
    second = index + 1 < line.length and line.proper[index + 1] and not line.tags[index + 1] & Tag.PLACE
    if second and line.initial[index + 1]:
        return line.pieces[index] in names and line.proper[index + 2]  # "Wali Kota Bogor Bima A Sugiarto"
    return bool(second) and line.pieces[index] in names and line.pieces[index + 1] in names


def are_initials(line: Line, index: int) -> bool:
    """Whether an initial or two in one word begin, behind a place, the name of a person at `index`: "Kabupaten Kaur M
    Puncak Setiawan", "Jawa Barat MQ Ismail".
    """
    first = range(max(0, index - LONGEST_PLACE), index)
    if not any(line.end(at, tag) == index for at in first for tag in (Tag.PLACE, Tag.UNIT_PLACE)):
        return False
    if line.initial[index]:
        return line.proper[index + 1]
    two = line.acronym[index] and len(line.pieces[index]) == INITIALS and not line.tags[index]
    known = line.pieces[index] in line.words.national_levels or line.pieces[index] in line.words.organisation_words
    return bool(two) and not known and line.pieces[index + 1] in line.words.person_names


def is_headed(line: Line, index: int) -> bool:
    """Whether a word for people is the first behind an office that ends with the head of a body's name: "Kepala Badan
    Saksi Pemilu".
    """
    body = line.tags[index - 1] & Tag.ORGANISATION_HEAD and line.end(index - PAIR, Tag.OFFICE) == index
    return bool(body) and line.capital[index] and not line.headline


def are_initials_behind(line: Line, start: int, index: int, note: str, evidence: Evidence) -> bool:
    """Whether what stands in brackets at `index` are the initials of the words before, and those are no words of an
    office: "Kasubag Umum Rama Surya Wijaya (RSW)".
    """
    first = index - len(note)
    if first <= start or [line.texts[at][:1] for at in range(first, index)] != list(note):
        return False
    return all(line.proper[at] and lean(line, at, evidence) < 0 for at in range(first, index))


def begins_titled(line: Line, index: int) -> bool:
    """Whether a title that only persons have stands at `index`."""
    titled = line.tags[index] & (Tag.TITLE | Tag.ORGANISATION_HEAD) == Tag.TITLE
    at = index + 2 if line.texts[index + 1] == "." else index + 1  # "KH. Rama"
    at += line.pieces[at] in line.words.small_titles  # "Dr dr Rama"
    return titled and line.proper[at + (line.texts[at] == ".")]


def firm_end(line: Line, index: int) -> int:
    """The end of what must belong to a firm at `index`: "PT" and the first half of the names behind it, which holds the
    rest ("PT Surya Dharma Ari Wiguna"); `index` if no firm starts there or something else tells its end.
    """
    if line.pieces[index] not in line.words.firms or not line.texts[index].isupper() or line.headline:
        return index
    end = index + 1
    while line.proper[end] and not line.tags[end] & NO_PART:
        if end > index + MOST_BORNE + PAIR or line.acronym[end]:
            return index
        end += 1
    if line.pieces[index + 1] not in line.words.person_names or end == index + 1:
        return index
    return index + 1 + max(1, (end - index - 1) // PAIR)


def holds_behind(line: Line, index: int) -> bool:
    """Whether a verb of holding and an office stand at `index`: "selaku Ketua", "menjabat sebagai Kapolres"."""
    at = index
    verbs, fillers = line.words.holding_verbs, line.words.holding_fillers
    while at < index + 4 and (line.pieces[at] in verbs or line.pieces[at] in fillers):
        at += 1
    return at > index and line.pieces[at - 1] in verbs and bool(line.tags[at] & OFFICES)


def goes_on(line: Line, index: int) -> bool:
    """Whether a capitalised common noun behind a sure name belongs to it ("Letkol Robby Bulan"): nothing else starts
    there.
    """
    if line.headline or line.acronym[index] or line.pieces[index] in line.words.calendar:
        return False
    if line.pieces[index] in line.words.name_enders:
        return False  # "Irjen Rama Marah"
    placed = line.tags[index] & (Tag.PLACE | Tag.PLACE_HEAD)
    placed = placed and not any(
        line.pieces[index] in names for names in (line.words.national_levels, line.words.countries)
    )
    if placed and not line.tags[index] & NO_NAME and not line.proper[index + 1] and index + 1 < line.length:
        return line.sentence.words[index + 1].upos in VERBAL  # "Anita Dewi Tanjung menyatakan"
    if placed and not line.tags[index] & NO_NAME and line.pieces[index - 1] in line.words.person_names:
        return _parts_name(line, index)  # "Yohanes Tuba Helan,"
    harmless = line.tags[index] & ~(Tag.ROLE | Tag.GROUP | Tag.UNIT_PLACE | Tag.OFFICE_OF_PERSON) == 0  # "Rania Putri"
    return harmless and line.sentence.words[index].upos in ("PROPN", "NOUN")


def _parts_name(line: Line, index: int) -> bool:
    """Whether a place at `index` behind a name is but the second of its three words: the third is nothing else."""
    last = index + 1
    alone = line.end(index, Tag.PLACE) == last and not line.tags[last] and not line.acronym[last]
    plain = alone and line.pieces[last] not in line.words.place_directions and not line.proper[last + 1]
    return plain and line.proper[last] and (line.texts[last + 1] == "," or line.pieces[last] in line.words.person_names)


def headline_subject(line: Line, index: int) -> int:
    """The end of a name that only the headline has, which a verb follows ("Mahfud MD Sebut ..."), else `index`."""
    end = index + 1
    while end < line.length and (line.pieces[end] in line.words.person_names or line.acronym[end]) and line.proper[end]:
        end += 1
    verbal = line.pieces[end] in line.words.verbs and line.pieces[end] not in line.words.person_names
    return end if verbal and not line.tags[index] & NO_NAME else index
