"""Names that hold small words or begin with a word of another kind: `Bashar al-Hamid`, `Bupati Sleman Harda Jaya`."""

from __future__ import annotations

from kg.extract.mentions_evidence import PLACES, Evidence, lean
from kg.extract.mentions_line import Line
from kg.extract.mentions_tags import Tag

MOST_PARTICLES = 2  # small words one behind another: "van der Linden"
MAYBE_NAME = 1.0  # the lean of a given name that is a place too lies below
CERTAIN_NAME = -2.0  # the lean of a word that names of persons are made of lies below


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
    "Wamendagri Bima Arya".
    """
    if line.headline or not line.tags[index] & Tag.PLACE or line.pieces[index] not in line.words.person_names:
        return False
    follows = index + 1 < line.length and line.proper[index + 1] and not line.tags[index + 1]
    return follows and lean(line, index + 1, evidence) < 0
