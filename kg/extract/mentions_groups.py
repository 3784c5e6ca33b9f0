"""Finds groups of people ("seluruh personel Polres Kaur"), posts in the plural ("para Kapolres") and pronouns."""

from __future__ import annotations

from kg.extract.mentions_evidence import Evidence
from kg.extract.mentions_line import Line, ballot_end, past_markers
from kg.extract.mentions_persons import find_ranked
from kg.extract.mentions_posts import find_post
from kg.extract.mentions_served import holder_follows
from kg.extract.mentions_tags import OFFICES, Tag
from kg.extract.mentions_units import find_unit, place_name_end
from kg.model import Mention
from kg.model.making import replace
from kg.model.members import GROUP, POST, PRONOUN

ENCLITIC = "nya"
ALL_OVER = "se"  # prefix: "se-Sumsel"
TIME = "nmod:tmod"  # UD: when
NOMINAL = ("nmod", "flat", "compound", "fixed")  # UD: what belongs to the noun before it
LONGEST = 8  # words behind the head


def find_group(line: Line, index: int, evidence: Evidence) -> Mention | None:
    """The group that starts at `index` with a quantifier or with its head."""
    head = line.end(index, Tag.SINGLE) if line.tags[index] & Tag.SINGLE else index
    if head > index and line.tags[head] & OFFICES:
        post = find_post(line, head, evidence)
        if post is not None and holder_follows(line, past_markers(line, post.last), evidence):
            return None
    if _is_adjective(line, index):
        return None
    head = index
    while line.tags[head] & Tag.QUANTIFIER:
        head = line.end(head, Tag.QUANTIFIER)
    quantifier = line.joined(index, head)
    plural = _plural_post(line, index, head, evidence)
    if plural is not None:
        return plural
    if not line.tags[head] & Tag.GROUP:
        if head > index and line.end(index, Tag.GROUP) == head and not line.pieces[head]:
            return line.mention(GROUP, index, head, "group", name=quantifier)  # "siapa pun,"
        return _quantified(line, index, head, evidence)
    end = _before_body(line, head, line.end(head, Tag.GROUP), evidence)
    if line.pieces[head] in line.words.gathered and line.tags[end] & (OFFICES | Tag.RANK):
        return None  # "pensiunan Panglima X", as "mantan Panglima X"
    last, unit = _modifiers(line, end, evidence)
    numbered = next((at for at in (last, last - 1, last - 2) if ballot_end(line, at) > last), None)
    last = last if numbered is None else ballot_end(line, numbered)  # "paslon nomor urut dua"
    name = line.joined(head, end)
    return line.mention(GROUP, index, last, "group", quantifier=quantifier, unit=unit, name=name)


def _before_body(line: Line, head: int, end: int, evidence: Evidence) -> int:
    """Where a group's head ends: before its last word, if that begins the name of a body that goes on behind it ("pihak
    Kepolisian Resor X", "pihak Kepolisian Daerah (Polda) X")."""
    last = end - 1
    if last == head or line.headline or not line.capital[last] or not line.tags[last] & Tag.ORGANISATION_HEAD:
        return end
    body = find_unit(line, last, evidence)
    return last if body is not None and body.last > end and line.tags[head] & Tag.GROUP else end


def _is_adjective(line: Line, index: int) -> bool:
    """Whether a noun of people is but an adjective of the common noun before it: "ruang publik" is open to all (UD nmod
    or compound)."""
    if index == 0 or line.pieces[index - 1] + line.pieces[index] not in line.words.open_to_all:
        return False
    word = line.sentence.words[index]
    return word.head == index - 1 and word.deprel.startswith(NOMINAL)


def find_association(line: Line, index: int, evidence: Evidence) -> Mention | None:
    """The association that starts at `index`, named after whom it gathers in words of no name ("forum purnawirawan
    TNI", "organisasi sayap Partai X"): the body behind is no more than theirs.
    """
    behind = index + 1
    if line.headline or behind >= line.length or line.capital[behind]:
        return None
    if line.tags[index] & Tag.GROUP and not line.capital[index]:
        return None  # a group like any other: "keluarga korban"
    word = line.sentence.words[behind]
    theirs = line.tags[behind] & (Tag.GROUP | OFFICES) or line.pieces[behind] in line.words.gathered
    if not theirs or word.upos != "NOUN" or word.head != index or not word.deprel.startswith(NOMINAL):
        return None
    last, unit = _modifiers(line, behind, evidence)
    if last == behind:
        return None
    return line.mention(GROUP, index, last, "group", unit=unit, name=line.texts[index])


def find_expert(line: Line, index: int) -> Mention | None:
    """Somebody unnamed in a headline, by what he is known for, before a verb or a colon: "Pengamat Minta ..."."""
    behind = index + 1
    if not line.headline or line.pieces[index] not in line.words.experts or behind >= line.length:
        return None
    if line.pieces[behind] not in line.words.verbs and line.texts[behind] != ":":
        return None
    return line.mention(GROUP, index, behind, "group/expert", name=line.texts[index])


def _plural_post(line: Line, first: int, head: int, evidence: Evidence) -> Mention | None:
    """Offices behind a quantifier or "jajaran" are those of all holders: "para Kapolres", "jajaran Kapolres"."""
    if line.tags[head] & Tag.COLLECTIVE and line.tags[head + 1] & OFFICES:
        head += 1
    if head == first or not line.tags[head] & (Tag.PLACE_OFFICE | Tag.OFFICE | Tag.NATIONAL_OFFICE):
        return None
    if line.end(head, Tag.GROUP) > head and not line.capital[head]:
        return None
    post = find_post(line, head, evidence)
    if post is None:
        end = max(line.end(head, Tag.PLACE_OFFICE), line.end(head, Tag.OFFICE))
        office = line.joined(head, end)
        post = line.mention(POST, head, end, "post", office=office, post=office)
    if not (post.unit or line.capital[head]) and line.tags[post.last] & (Tag.ORGANISATION | Tag.ORGANISATION_HEAD):
        last, unit = _modifiers(line, post.last, evidence)  # "para petinggi partai politik"
        post = replace(post, last=last, office=line.joined(head, last), unit=unit)
    whole = line.mention(POST, first, post.last, "post/plural")
    return replace(
        post, span=whole.span, first=first, text=whole.text, quantifier=line.joined(first, head), rule=whole.rule
    )


def _quantified(line: Line, first: int, head: int, evidence: Evidence) -> Mention | None:
    """A quantifier with a unit ("seluruh Polsek") or, behind "para", with any noun."""
    if head == first or head >= line.length:
        return None
    if line.tags[head] & Tag.ORGANISATION_HEAD:
        unit = find_unit(line, head, evidence)
        last = unit.last if unit is not None else line.end(head, Tag.ORGANISATION_HEAD)
        while last < line.length and line.pieces[last] in line.words.group_modifiers:
            last += 1
        quantifier, unit_text = line.joined(first, head), line.joined(head, last)
        return line.mention(
            GROUP, first, last, "group/units", quantifier=quantifier, unit=unit_text, name=line.texts[head]
        )
    if line.pieces[head - 1] in line.words.people_quantifiers and line.sentence.words[head].upos in ("NOUN", "PROPN"):
        last, unit_text = _modifiers(line, head + 1, evidence)
        quantifier = line.joined(first, head)
        return line.mention(
            GROUP, first, last, "group/para", quantifier=quantifier, unit=unit_text, name=line.texts[head]
        )
    return None


def _modifiers(line: Line, index: int, evidence: Evidence) -> tuple[int, str]:
    """The end of what belongs to a group's head behind it, and the unit among it."""
    unit_text = ""
    start = index - 1
    stop = index + LONGEST
    while index < stop and index < line.length:
        piece = line.pieces[index]
        if piece == ENCLITIC:
            index += 1
            break
        if line.tags[index] & (Tag.ORGANISATION | Tag.ORGANISATION_HEAD) and (
            line.capital[index] or not line.tags[index] & Tag.GROUP
        ):
            unit = find_unit(line, index, evidence)
            if unit is not None and (line.capital[index] or unit.rule in ("unit/head", "unit/name")):
                unit_text, index = unit.unit, unit.last
                continue
        person = find_ranked(line, index, evidence) if line.tags[index] & Tag.RANK and unit_text == "" else None
        if person is not None and line.words.kin_heads & set(line.pieces[max(0, stop - LONGEST - 2) : index]):
            alias = line.pieces[person.last] in line.words.aliases
            other = find_ranked(line, person.last + 1, evidence) if alias else None
            return (other or person).last, unit_text  # "keluarga Brigadir X alias Brigadir Y"
        named = place_name_end(line, index) if line.tags[index] & Tag.PLACE_HEAD else index
        if line.proper[index] and not line.headline and line.tags[index] & Tag.PLACE:
            index = line.end(index, Tag.PLACE)
        elif named > index:
            index = named
        elif piece in line.words.verbs and _has_object(line, index):
            break  # "meminta warga jaga kebersihan", but "petugas jaga"
        elif piece in line.words.acting_modifiers and _says_how(line, index):
            break
        elif not line.capital[index] and (piece in line.words.group_modifiers or line.tags[index] & Tag.GROUP):
            index = max(index + 1, line.end(index, Tag.GROUP))
        elif line.capital[index] and line.tags[index] & Tag.GROUP and index == start + 1 and _of_group(line, index):
            index = line.end(index, Tag.GROUP)
        elif _widens(line, index) or _belongs(line, index, start):
            index += 1
        else:
            break
    return index, unit_text


def _of_group(line: Line, index: int) -> bool:
    """Whether a group with a capital belongs to the noun of people before it ("Calon Jemaah", "anggota Linmas")."""
    word = line.sentence.words[index]
    return word.upos in ("NOUN", "PROPN") and word.head == index - 1 and word.deprel.startswith(NOMINAL)


def _has_object(line: Line, index: int) -> bool:
    """Whether the word behind is the object of a verb (UD obj)."""
    words = line.sentence.words[index + 1 : index + 2]
    return any(word.head == index and word.deprel == "obj" for word in words)


def _says_how(line: Line, index: int) -> bool:
    """Whether a modifier says how a group is to act, not which group is meant: a verb follows ("meminta warga aktif
    melapor", but "prajurit aktif")."""
    acts = index + 1 < line.length and line.sentence.words[index + 1].upos == "VERB"
    return acts and line.pieces[index - 1] not in line.words.in_service


def _widens(line: Line, index: int) -> bool:
    """Whether a word says where the group is: "se-Sumsel", "Kota" before its name, a modifier in a headline."""
    if line.headline:  # a verb there is the predicate: "Warga Jaga Kampung"
        return line.pieces[index] in line.words.group_modifiers and line.sentence.words[index].upos != "VERB"
    if line.capital[index] and line.pieces[index] in line.words.national_levels:
        return True
    if line.tags[index] & Tag.PLACE_HEAD and line.proper[index]:
        return line.proper[index + 1]
    return all_over(line, index)


def all_over(line: Line, index: int) -> bool:
    """Whether a word says that everybody of a region is meant: "se-Sumsel"."""
    text = line.texts[index]
    return text[:2].lower() == ALL_OVER and text[2:3] in ("-", "–") and text[3:4].isupper()


def _belongs(line: Line, index: int, start: int) -> bool:
    """Whether a common noun behind a group's head is a part of its name by the parse: "pengelola rest area"."""
    word = line.sentence.words[index]
    if word.upos not in ("NOUN", "X") or line.capital[index] or line.tags[index] & (Tag.PRONOUN | Tag.QUANTIFIER):
        return False
    if line.pieces[index] in line.words.name_enders and line.pieces[index - 1] not in line.words.participants:
        return False  # "melarang ASN cuti", but "peserta demo"
    if word.deprel == TIME:
        return False  # "kepada seluruh personel saat apel"
    nominal = word.deprel.partition(":")[0] in NOMINAL
    return nominal and start <= word.head < index


def find_pronoun(line: Line, index: int, evidence: Evidence) -> Mention | None:
    """The personal pronoun at `index`, "pihaknya" and its like being one too."""
    end = line.end(index, Tag.PRONOUN)
    if end == index or (line.pieces[index] == ENCLITIC and line.sentence.words[index].upos != "PRON"):
        return None
    if end == index + 1 and line.texts[index].isupper() and len(line.pieces[index]) > 1 and not line.shouting:
        return None
    return line.mention(PRONOUN, index, end, "pronoun")
