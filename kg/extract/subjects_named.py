"""The subject of a modal that is named without being known as somebody: a country, a firm by its name alone."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, is_verb
from kg.model import Reference
from kg.model.members import NONE, PLACE

MAX_NAME = 4  # words of a name that no mention covers
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
