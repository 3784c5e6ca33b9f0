"""Finds persons: a rank, title or form of address with a name, or a bare name that its surroundings show to be one."""

from __future__ import annotations

from kg.extract.mentions_bearers import told_apart
from kg.extract.mentions_called import bears_place, of_year
from kg.extract.mentions_called import speaks_alone as is_given_name_of
from kg.extract.mentions_evidence import ORDINARY, Evidence, begins_balinese, behind_rank, lean, small_title
from kg.extract.mentions_initials import initials_within
from kg.extract.mentions_line import Line, is_day, names_owner, tells_behind
from kg.extract.mentions_names import (
    field_is_name,
    goes_on,
    headline_subject,
    holds_behind,
    in_place_list,
    is_firm,
    is_given_name,
    noun_is_name,
    particles_end,
    stands_for_body,
)
from kg.extract.mentions_ordinary import is_ordinary_in_headline
from kg.extract.mentions_slips import cut_off, degrees_behind, is_brand, nickname_end, whole_pieces, written_name
from kg.extract.mentions_tags import OFFICES, Tag
from kg.extract.mentions_tickets import in_ticket, pair_end
from kg.model import Mention
from kg.model.members import PERSON

LONGEST = 6  # words of a name
NAMED = 2.0  # a bare name is believed from here on
WEIGHT_SPEECH = 3.0
WEIGHT_INTRODUCED = 1.5
WEIGHT_AGE = 2.5
WEIGHT_HOLDER = 1.5  # "X selaku Ketua Y"
WEIGHT_KNOWN = 2.0
WEIGHT_TWO_WORDS = 0.7
WEIGHT_SUBJECT = 0.8
WEIGHT_PLACE = -3.0
WEIGHT_SENTENCE_START = -1.0
AGES = frozenset(map(str, range(120)))  # in years
ORDINARY_LIMIT = 2.0  # a surer sign of an office than that is no name even behind a rank
FUNCTION = frozenset({"ADP", "CCONJ", "SCONJ", "PRON", "DET", "PART", "AUX"})
NAMING = frozenset({"PROPN", "NOUN", "X", "NUM", "SYM"})
NO_NAME = OFFICES | Tag.ORGANISATION | Tag.ORGANISATION_HEAD | Tag.PRONOUN | Tag.GROUP | Tag.LAW_HEAD
RANK_OR_OFFICE = Tag.RANK | OFFICES
APPOSED = OFFICES | Tag.FORMER | Tag.ACTING | Tag.CANDIDATE
BEHIND_ACTING = Tag.ACTING | OFFICES  # "X Penjabat (Pj) Gubernur Y"
COMMON_HEADS = Tag.GROUP | Tag.QUANTIFIER | Tag.PRONOUN | Tag.LAW_HEAD | Tag.ELECTION | Tag.ORGANISATION_HEAD
VERBAL = frozenset({"VERB", "ADV"})


def find_ranked(line: Line, index: int, evidence: Evidence) -> Mention | None:
    """The person whose rank, title or form of address starts at `index`."""
    first = behind_rank(line, index)
    if first == index or not line.proper[first]:
        return None
    rank = line.end(index, Tag.RANK)
    at = index
    while rank == at and at < first:  # a form of address or title before the rank
        at += 1
        rank = line.end(at, Tag.RANK)
    ranked = rank > at
    written = line.capital[index] or small_title(line, index)
    if not ranked and line.tags[index] & Tag.TITLE and (not written or of_year(line, index)):
        return None
    end = name_end(line, first, evidence, sure=True)
    if end == first and not line.headline and (_is_called(line, first) or (ranked and not line.tags[first] & NO_NAME)):
        end = max(first + 1, name_end(line, first + 1, evidence, sure=True))  # "AKP Lalu Samsul"
    if end == first or in_ticket(line, first, end):
        return None
    corps = rank
    while ranked and corps < first and line.tags[corps] & Tag.CORPS:
        corps = line.end(corps, Tag.CORPS)
    called = end == first + 1 and line.pieces[first - 1] in line.words.called_with  # "Gus Yahya", "Cak Imin"
    rule = "rank" if ranked else "called" if called else "title"
    return _person(line, evidence, index, first, end, line.joined(at, corps) if ranked else "", rule)


def _is_called(line: Line, index: int) -> bool:
    """Whether a word for a group at `index`, behind a rank or title, is a given name: "Prof Taruna Wijaya"."""
    behind = index + 1
    if line.tags[index] & NO_NAME != Tag.GROUP or not line.proper[behind] or line.tags[behind]:
        return False
    return line.sentence.words[behind].upos == "PROPN" and line.pieces[behind] not in line.words.organisation_words


def find_named(line: Line, index: int, evidence: Evidence) -> Mention | None:
    """The person whose name starts at `index` right behind an office: anything that can be a name will do."""
    initials = line.acronym[index] and len(line.pieces[index]) == 2 and line.proper[index + 1]  # "ST Burhanuddin"
    initials = initials and not line.tags[index + 1] & (OFFICES | Tag.RANK)
    if (
        not line.proper[index]
        or line.tags[index] & (Tag.PRONOUN | Tag.ELECTION)
        or (line.tags[index] & Tag.LAW_HEAD and not initials)
    ):
        return None
    piece, field = line.pieces[index], field_is_name(line, index, evidence)
    known = field or piece in line.words.person_names or piece in evidence.names
    other = piece in line.words.not_organisations and not (line.texts[index].istitle() and line.proper[index + 1])
    if piece in line.words.law_parts or (other and not (initials or known)):  # "AI", but "Ai Maryati"
        return None
    if line.tags[index] & Tag.PLACE_HEAD and line.texts[index] != line.texts[index].upper():
        return None
    if piece in line.words.no_names or _is_title(line, index):
        return None
    if not known and (piece in line.words.verbs or line.sentence.words[index].upos not in NAMING):
        return None
    if line.acronym[index] and not (initials or known):
        return None
    given = field or is_given_name(line, index, evidence) or noun_is_name(line, index, evidence)
    if lean(line, index, evidence) >= 0 and not evidence.names.get(line.pieces[index]) and not (initials or given):
        return None
    if in_place_list(line, index):
        return None
    start = index + 1 if initials or given else index
    end = name_end(line, start, evidence, sure=True)
    if end == index or in_ticket(line, index, end) or stands_for_body(line, index, end, evidence):
        return None
    return _person(line, evidence, index, index, end, "", "office")


def _is_title(line: Line, index: int) -> bool:
    """Whether nothing but titles and full stops stand at `index` before what is no name: "Prof. dr." of somebody."""
    end = behind_rank(line, index) if line.pieces[index] not in line.words.person_names else index
    return end > index and not line.proper[end]


def find_bare(line: Line, index: int, evidence: Evidence) -> Mention | None:
    """The person whose bare name starts at `index`, if enough speaks for it."""
    if not line.proper[index] or line.headline or (line.number[index] and not line.initial[index]):
        return None
    if line.pieces[index] in line.words.no_names and line.pieces[index] not in line.words.person_names:
        return None
    piece = line.pieces[index]
    known = piece in line.words.person_names or piece in evidence.names
    if not known and (line.sentence.words[index].upos in FUNCTION or names_owner(line, index)):
        return None
    end = name_end(line, index, evidence, sure=(balinese := begins_balinese(line, index)))
    if end == index or in_ticket(line, index, end) or is_firm(line, index, end, evidence):
        return None
    named = balinese or _score(line, index, end, evidence) >= NAMED
    return _person(line, evidence, index, index, end, "", "bare") if named else None


def find_short(line: Line, index: int, known: frozenset[str], evidence: Evidence) -> Mention | None:
    """A name made of words by which the article calls its persons elsewhere; headlines have no other kind of name."""
    end = index
    while end < line.length and line.proper[end] and line.pieces[end] in known and not line.tags[end] & Tag.DEGREE:
        end += 1
    if end == index and line.headline and line.pieces[index] in line.words.person_names:
        end = headline_subject(line, index)
    if end == index or (end == index + 1 and (line.initial[index] or _is_other(line, index, evidence))):
        return None
    if line.pieces[index - 1] in line.words.locatives or line.tags[index] & Tag.PRONOUN or in_ticket(line, index, end):
        return None
    return _person(line, evidence, index, index, end, "", "short")


def _is_other(line: Line, index: int, evidence: Evidence) -> bool:
    """Whether a word by itself is more likely no name: a common noun that nobody speaks by ("Hari menambahkan")."""
    value = lean(line, index, evidence)
    return value > 1.0 and not (value <= ORDINARY and is_given_name_of(line, index, evidence.called))


def _person(line: Line, evidence: Evidence, first: int, name: int, end: int, rank: str, rule: str) -> Mention:
    last, degrees = degrees_behind(line, end)
    written = written_name(line, name, end, evidence)
    return line.mention(PERSON, first, last, f"person/{rule}", name=written, rank=rank, degrees=degrees)


def name_end(line: Line, index: int, evidence: Evidence, *, sure: bool) -> int:
    """The end of the name that starts at `index`; `sure` that one does, so that its first word may be any."""
    position = index
    words = line.words
    stop = index + LONGEST
    while position < stop and position < line.length:
        piece = line.pieces[position]
        if not line.proper[position]:
            if position > index and cut_off(line, position):
                position += 1
                continue
            quoted = nickname_end(line, position) if position > index else position
            if quoted > position and _may_be_named(line, quoted, evidence, first=False, sure=sure):
                position = quoted + 1
                continue
            if position > index and particles_end(line, position) > position:
                position = particles_end(line, position)
                continue
            short = line.initial[position - 1] or line.pieces[position - 1] in words.name_abbreviations  # "Moh. Rama"
            if not (line.texts[position] == "." and short and line.proper[position + 1]):
                break
            position += 1
            continue
        if position > index and piece in words.not_names and piece not in words.person_names:
            break  # `Albertus Melansir Antara`, `Albertus Kepada Wartawan`
        named = _may_be_named(line, position, evidence, first=position == index, sure=sure)
        named = named or (sure and position == index + 1 and line.initial[index] and not line.tags[position] & NO_NAME)
        if not named and position > index:
            held = sure or (position == index + 1 and bears_place(line, position))
            named = initials_within(line, position) or (held and goes_on(line, position))
        if not named:
            break
        position += 1
    while position > index and (line.pieces[position - 1] in words.name_particles and not line.capital[position - 1]):
        position -= 1
    return position


def _may_be_named(line: Line, index: int, evidence: Evidence, *, first: bool, sure: bool) -> bool:
    """Whether the capitalised word at `index` can be a part of a name."""
    piece = line.pieces[index]
    tags = line.tags[index]
    if tags & RANK_OR_OFFICE and not line.initial[index] and piece not in line.words.person_names:
        return False
    if tags & Tag.ACTING and not first and line.texts[index + 1] in ("(", ".") and line.tags[index + 2] & BEHIND_ACTING:
        return False
    degree = not first and line.tags[index] & Tag.DEGREE and piece not in line.words.person_names
    if (
        degree
        and not (index + 1 < line.length and cut_off(line, index + 1))
        and (line.end(index, Tag.DEGREE) > index + 1 or not (line.texts[index].istitle() and line.proper[index + 1]))
    ):  # "SIK", "S." "Sos", and "Sik" at the end
        return False
    if line.digits[index] or (line.hyphened and pair_end(line, index) > index):
        return False
    if not first and is_day(line, index):
        return False
    if piece in evidence.names and not line.headline:
        return True
    if line.headline:
        if piece in line.words.person_names:
            return True
        if line.tags[index] & NO_NAME:
            return False
        return piece not in evidence.ordinary and not is_ordinary_in_headline(line, index, evidence)
    upos = line.sentence.words[index].upos
    named = not first or line.pieces[index + 1] in line.words.person_names  # "August Parengkuan"
    month = named and piece in line.words.calendar and line.proper[index + 1] and not line.number[index + 1]
    if month and not line.tags[index + 1] and line.proper[index - 1] and piece not in line.words.calendar_days:
        return True  # "Raja Juli Antoni"
    if piece in line.words.calendar or (piece in line.words.verbs and piece not in line.words.person_names):
        return False
    if not sure and is_brand(line.texts[index]):
        return False
    if piece in line.words.speech or upos in FUNCTION or (upos in VERBAL and not sure):
        return piece in line.words.person_names
    if line.tags[index] & COMMON_HEADS:
        return piece in line.words.person_names
    value = lean(line, index, evidence)
    return value < 0 or line.initial[index] or (sure and first and value < ORDINARY_LIMIT)


def _score(line: Line, first: int, last: int, evidence: Evidence) -> float:
    """How much speaks for a bare name in `[first, last)`."""
    pieces, words = line.pieces, line.words
    score = 0.0
    name = pieces[first:last] if all(line.proper[first:last]) else whole_pieces(line, first, last)
    unknown = [piece for piece in name if piece not in words.person_names]
    known = len(name) - len(unknown)
    score += min(WEIGHT_KNOWN, known * 1.2)
    score += min(WEIGHT_SPEECH, 1.5 * max([evidence.names.get(piece, 0) for piece in name]))
    if last - first > 1:
        score += WEIGHT_TWO_WORDS
    before = line.pieces[first - 1]
    if before in words.speech:
        score += WEIGHT_SPEECH
    elif before in words.name_introducers:
        score += WEIGHT_INTRODUCED
    elif before in words.locatives or line.tags[first - 1] & Tag.PLACE_HEAD:
        score += WEIGHT_PLACE
    aged = line.texts[last] == "(" and line.texts[last + 1] in AGES
    score += WEIGHT_AGE if aged else 0.0
    behind = line.sentence.words[last] if last < line.length else None
    if behind is not None and behind.upos in ("VERB", "AUX") and not line.capital[last]:
        score += WEIGHT_SUBJECT
    if (line.texts[last] == "," and line.tags[last + 1] & APPOSED) or pieces[last] in words.aliases:
        score += WEIGHT_INTRODUCED
    if behind is not None and line.pieces[last] in words.speech_verbs and not line.capital[last]:
        score += WEIGHT_SPEECH
    if line.tags[last] & Tag.ACTING and line.capital[last] and line.texts[last + 1] == "(":
        score += WEIGHT_INTRODUCED
    if line.pieces[last] in words.origins and line.tags[last + 1] & (Tag.ORGANISATION | Tag.ORGANISATION_HEAD):
        score += WEIGHT_SPEECH if line.sentence.words[first].upos == "PROPN" else 0.0
    score += WEIGHT_HOLDER if holds_behind(line, last) else 0.0
    score += WEIGHT_SPEECH if line.sentence.words[first].upos == "PROPN" and tells_behind(line, last) else 0.0
    if first == 0 and last == 1 and not known and not evidence.names.get(pieces[0]):
        score += WEIGHT_HOLDER - WEIGHT_SENTENCE_START if told_apart(line, last) else WEIGHT_SENTENCE_START
    if not evidence.ordinary.isdisjoint(unknown):
        score -= WEIGHT_INTRODUCED
    if True in line.acronym[first:last] and any(line.acronym[at] and not line.initial[at] for at in range(first, last)):
        score -= 0.0 if aged or before in words.name_words else WEIGHT_KNOWN
    return score
