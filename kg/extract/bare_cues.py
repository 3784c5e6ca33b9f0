"""Whether a cue without meN- is a verb: behind a pronoun, or in a headline behind its subject."""

from __future__ import annotations

from kg.extract.cues import CueHit
from kg.extract.grammar import Grammar
from kg.extract.headlines import subject_behind
from kg.extract.passage import Passage, is_passive
from kg.model.members import GROUP, PERSON, POST

HOLDING = (PERSON, POST)


def stands_as_verb(passage: Passage, grammar: Grammar, hit: CueHit) -> bool:
    """A form without meN- is a verb behind a pronoun or, in a headline, behind its subject (Sneddon 2010, 3.28)."""
    at = hit.first - 1
    if at >= 0 and (passage.lower[at] in grammar.receiving_verb or passage.lower[at] in grammar.reciprocal):
        return False  # `Jenderal X Dapat Perintah Ini`: a noun; `Massa Saling Dorong`: each other
    while at >= 0 and passage.lower[at] in grammar.pre_verb and passage.mention[at] < 0:
        at -= 1
    opens = hit.first == 0 or passage.quotation[hit.first - 1] < 0
    if passage.quotation[hit.first] >= 0 and opens and is_passive(passage, grammar, hit.last):
        return True  # `"minta dihukum seberat-beratnya," kata ayah korban`
    if at < 0 or hit.first == 0:
        return subject_behind(passage, grammar, hit.first) is not None
    lower = passage.lower[at]
    if lower in grammar.first_person or lower in grammar.third_person:
        return True
    if lower in grammar.relative and passage.quotation[at] >= 0:  # `"Pak Lurah yang suruh saya pulang"`
        named = passage.agent_at(at - 1)
        return named is not None and passage.mentions[named].kind is not GROUP
    if passage.sentence.is_title or passage.title_case:
        return True
    if passage.sentence.words[hit.first].text[:1].isupper():
        return passage.agent_at(at) is not None or lower == ","
    mention = passage.agent_at(at) if lower != "," else _apposed(passage, at)
    if mention is None or passage.sentence.words[hit.first].upos != "VERB":
        return False
    demands = passage.lower[hit.last : hit.last + 1] and passage.lower[hit.last] in grammar.verb_object_conjunction
    return bool(demands) or passage.mentions[mention].kind is not GROUP  # `warga minta agar polisi ...`


def _apposed(passage: Passage, comma: int) -> int | None:
    """Who stands in apposition between a comma and the one before it (`Bupati Garut, Rudi Gunawan, minta ...`)."""
    found = passage.agent_at(comma - 1)
    first = 0 if found is None else passage.mentions[found].first
    apposed = first > 1 and passage.lower[first - 1] == "," and passage.agent_at(first - 2) is not None
    return found if apposed and passage.mentions[passage.mention[first - 2]].kind in HOLDING else None
