"""The subject of a modal that is named without being known as somebody (a country, a firm by its name alone), or apart
from it: before a comma, an apposition, a restriction."""

from __future__ import annotations

from kg.extract.extents import qualifies
from kg.extract.grammar import Grammar
from kg.extract.list_ends import singled_out
from kg.extract.passage import Passage, is_verb
from kg.extract.phrases import agents_in, phrase_end, reference_to, starts_animate
from kg.extract.predicates import main_verb
from kg.extract.vocatives import called
from kg.model import Reference
from kg.model.members import NONE, PLACE

MAX_NAME = 4  # words of a name that no mention covers
MAX_ASIDE = 8  # words of a restriction between commas
BEFORE_NAME = ("PUNCT", "ADV", "CCONJ", "SCONJ")  # tags of what may stand before the subject of a clause


def acting_name(passage: Passage, grammar: Grammar, first: int, last: int, verb: int, floor: int) -> Reference | None:
    """Who is to do what an active verb says if only a name tells: a place that stands for its government (`Indonesia
    harus menghormati ...`), or in speech a name that no mention covers (`kata dia Sagarindo harus mengganti ...`)."""
    if last < floor or not passage.lower[verb].startswith("me") or not is_verb(passage, grammar, verb):
        return None
    found = passage.mention[last] if first <= last else -1
    if found >= 0:
        place = passage.mentions[found].kind is PLACE and passage.mentions[found].first == first
        return _somebody(passage, first, last) if place else None
    start = last + 1
    while start > floor and _is_name(passage, start - 1):
        start -= 1
    if not 0 < last + 1 - start <= MAX_NAME or not (start == floor or _opens(passage, grammar, start - 1)):
        return None
    said = passage.quotation[last] >= 0 or any(
        passage.lower[k] in grammar.speech or passage.lower[k] in grammar.assurance for k in range(floor, start)
    )
    return _somebody(passage, start, last) if said else None


def _is_name(passage: Passage, at: int) -> bool:
    word = passage.sentence.words[at]
    return word.upos == "PROPN" and word.text[:1].isupper() and passage.mention[at] < 0


def _opens(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a clause may begin behind a word: a conjunction, an adverb, a comma, a verb of speech or of judging."""
    lower = passage.lower[at]
    if lower in grammar.speech or lower in grammar.assurance or lower in grammar.clause_opener:
        return True
    return passage.sentence.words[at].upos in BEFORE_NAME and lower not in grammar.list_conjunction


def _somebody(passage: Passage, first: int, last: int) -> Reference:
    return Reference(NONE, passage.span(first, last + 1), None, passage.sentence.index)


def parted_subject(passage: Passage, grammar: Grammar, comma: int, floor: int) -> tuple[Reference, ...]:
    """Who is the subject of a modal behind a comma: a phrase with a relative clause that opens the clause (`setiap
    calon yang mendaftar, wajib ...`)."""
    if comma > floor and passage.lower[comma] != ",":
        return _with_restriction(passage, grammar, comma, floor) or _with_condition(passage, grammar, comma, floor)
    if comma <= floor:
        return ()
    likewise = _likewise(passage, grammar, comma, floor)
    if likewise:
        return likewise
    named = _beside(passage, grammar, comma, floor) or _restricted(passage, grammar, comma, floor)
    if named:
        return named
    found = called(passage, grammar, comma, floor)
    if found is None or not any(passage.lower[k] in grammar.relative for k in range(found[1], comma)):
        return ()
    return found[0]


def _likewise(passage: Passage, grammar: Grammar, comma: int, floor: int) -> tuple[Reference, ...]:
    """Whom a demand behind a comma is made of too, behind an opening that says so (`begitu juga [dengan] para camat,
    harus ...`)."""
    first = next((k for k in range(floor, comma) if not passage.is_punctuation(k)), comma)
    at = first
    while at < comma and (passage.lower[at] in grammar.likewise or passage.lower[at] in grammar.adding):
        at += 1
    if at == first or passage.lower[first] in grammar.adding:
        return ()
    if at < comma and passage.lower[at] in grammar.with_help:
        at += 1
    if at >= comma or not starts_animate(passage, grammar, at):
        return ()
    end, _ = phrase_end(passage, grammar, at, comma)
    return agents_in(passage, grammar, at, end) if end == comma else ()


def _beside(passage: Passage, grammar: Grammar, comma: int, floor: int) -> tuple[Reference, ...]:
    """Who opens the clause before an apposition between commas (`KPU, sebagai penyelenggara pemilu, harus ...`, `para
    pemuda, termasuk mahasiswa, harus ...`)."""
    first = next((k for k in range(floor, comma) if not passage.is_punctuation(k)), comma)
    found = passage.addressable_at(first)
    if found is None:
        return ()
    end = passage.mentions[found].last
    if end + 1 >= comma or passage.lower[end] != ",":
        return ()
    opener = passage.lower[end + 1]
    held = opener in grammar.conditional or opener in grammar.time_clause  # `polisi, jika ada laporan, harus ...`
    held = held and "," not in passage.lower[end + 1 : comma] and passage.quotation[comma] >= 0
    beside = held or opener in grammar.in_role or opener in grammar.coordinator
    if not beside and not qualifies(passage, grammar, end + 1):
        return ()
    return (reference_to(passage, grammar, first), *_above_all(passage, grammar, end + 1, comma))


def _above_all(passage: Passage, grammar: Grammar, at: int, end: int) -> tuple[Reference, ...]:
    """Who is named as meant above all by a restriction at a word (`warga, khususnya pedagang, harus ...`)."""
    named = singled_out(passage, grammar, at)
    return () if named is None else agents_in(passage, grammar, named, end)


def _with_restriction(passage: Passage, grammar: Grammar, last: int, floor: int) -> tuple[Reference, ...]:
    """Who opens the clause before a restriction that no comma ends (`warga, termasuk lansia harus ...`)."""
    comma = next((k for k in range(last - 1, max(floor, last - MAX_ASIDE), -1) if passage.lower[k] == ","), floor)
    if comma == floor or not qualifies(passage, grammar, comma + 1):
        return ()
    plain = not any(is_verb(passage, grammar, k) or passage.is_mark(k) for k in range(comma + 2, last + 1))
    return _beside(passage, grammar, last + 1, floor) if plain else ()


def _with_condition(passage: Passage, grammar: Grammar, last: int, floor: int) -> tuple[Reference, ...]:
    """Who opens a clause of speech before a condition that no comma parts from the modal (`dinas bila ada laporan harus
    ...`); not where somebody stands right before the modal, who may be its subject (`polisi kalau ada warga harus
    ...`)."""
    first = next((k for k in range(floor, last) if not passage.is_punctuation(k)), last)
    if first >= last or passage.quotation[first] < 0 or passage.agent_at(last) is not None:
        return ()
    if not starts_animate(passage, grammar, first) or grammar.conditional.isdisjoint(passage.lower[first:last]):
        return ()
    end, _ = phrase_end(passage, grammar, first, last)
    parted = end >= last or passage.lower[end] not in grammar.conditional or "," in passage.lower[end:last]
    return () if parted else agents_in(passage, grammar, first, end)


def _restricted(passage: Passage, grammar: Grammar, comma: int, floor: int) -> tuple[Reference, ...]:
    """Who stands before a restriction between commas behind a verb of speech (`Bupati mengatakan, generasi muda,
    khususnya pelajar, tidak boleh ...`)."""
    before = next((k for k in range(comma - 1, max(floor, comma - MAX_ASIDE), -1) if passage.lower[k] == ","), floor)
    opens = qualifies(passage, grammar, before + 1) or passage.lower[before + 1] in grammar.coordinator
    found = passage.addressable_at(before - 1) if before > floor and opens else None
    if found is None:
        return ()
    first = passage.mentions[found].first
    while first > floor and passage.lower[first - 1] in grammar.quantifier:
        first -= 1
    said = first - 1
    while said > floor and (passage.lower[said] == "," or passage.lower[said] in grammar.claim_opener):
        said -= 1
    told = said > floor and passage.lower[said] in grammar.speech
    if not told:
        return ()
    return (*agents_in(passage, grammar, first, before), *_above_all(passage, grammar, before + 1, comma))


def of_clause_behind(passage: Passage, grammar: Grammar, first: int, last: int) -> int:
    """Where the subject right before a modal begins if it is joined to a whole clause that has a modal of its own
    (`dinas mesti menambah lampu dan polisi harus ...`); else `first`."""
    found = passage.addressable_at(last)
    start = first if found is None else passage.mentions[found].first
    while start - 1 > first and passage.lower[start - 1] in grammar.quantifier:
        start -= 1
    joined = start - 1 > first and passage.lower[start - 1] in grammar.list_conjunction
    binds = joined and any(passage.lower[k] in grammar.must for k in range(first + 1, start - 1))
    return start if binds else first


def subject_ends(passage: Passage, grammar: Grammar, first: int, end: int) -> int:
    """Where the subject of a coordinated modal ends: before its own verb or modal (`rekanan harus mampu membayar dan
    tidak boleh ...`)."""
    verb = main_verb(passage, grammar, first, end)
    end = end if verb is None else verb
    return next((k for k in range(first + 1, end) if passage.lower[k] in grammar.must), end)
