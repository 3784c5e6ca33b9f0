"""Orders that a sentence only supposes: an adverb of what should be or is said opens it, or a role nobody has (`semoga
Presiden memerintahkan ...`, `konon Bupati melarang ...`, `kalau saya Kapolri, saya perintahkan ...`)."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.cues import written
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, clause_start
from kg.extract.untrue import only_names

MAX_WEIGHED = 8  # words from `apakah` to the cue
MAX_ROLE = 2  # words between a pronoun and its supposed office


def supposed(passage: Passage, grammar: Grammar, cue: int) -> bool:
    """Whether the sentence of the cue at word `cue` supposes the order: behind an adverb and nothing but who would give
    it, behind a counterfactual condition, or behind an office that the first person would have."""
    lower = passage.lower
    first = next((k for k in range(cue) if not passage.is_punctuation(k)), cue)
    opening, behind = written(passage, first)  # `mestinya`, which the parser splits
    if opening in grammar.truth_question and lower[-1] in grammar.question_mark:
        return True
    if opening in grammar.supposing | grammar.wishing and only_names(passage, grammar, behind, cue):
        return True
    if passage.quotation[cue] < 0 and _weighed(lower[max(0, cue - MAX_WEIGHED) : cue], grammar):
        return True
    if any(lower[k] in grammar.supposing and only_names(passage, grammar, k + 1, cue) for k in _before(passage, cue)):
        return True  # `menurutnya, sebagai atasan, seharusnya Bupati melarang ...`
    if not grammar.beforehand.isdisjoint(lower[:cue]) and _beforehand(passage, grammar, cue):
        return True
    if grammar.conditional.isdisjoint(lower[:cue]):
        return False
    return any(
        lower[k] in grammar.counterfactual or _in_office(passage, grammar, k)
        for k in range(cue)
        if lower[k] in grammar.conditional and passage.quotation[k] == passage.quotation[cue]
    )


def in_example(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether the imperative at a word is an example's (`misalnya saya macet, tolong ...`), no condition's (`kalau
    misalnya buktinya kurang, lepaskan ...`)."""
    before = passage.lower[clause_start(passage, at) : at]
    return not grammar.example.isdisjoint(before) and grammar.conditional.isdisjoint(before)


def _weighed(near: Sequence[str], grammar: Grammar) -> bool:
    """Whether a report tells that somebody weighs if it is so (`mengkaji apakah putusan itu melarang ...`)."""
    return "," not in near and not grammar.whether.isdisjoint(near)


def _before(passage: Passage, cue: int) -> range:
    """The words of the clause of a cue before it."""
    return range(clause_start(passage, cue), cue)


def _beforehand(passage: Passage, grammar: Grammar, cue: int) -> bool:
    """Whether the cue only says before what something is done (`sebelum [kita] menuntut warga ..., kita mulai ...`)."""
    at = cue - 1
    while at > 0 and (passage.lower[at] in grammar.pre_verb or passage.lower[at] in grammar.first_person):
        at -= 1
    return passage.lower[at] in grammar.beforehand and "," in passage.lower[cue:]


def _in_office(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a condition gives the first person an office and ends there (`kalau saya [jadi] Kapolri, ...`)."""
    if at + 3 >= len(passage) or passage.lower[at + 1] not in grammar.first_person:
        return False
    office = next((k for k in range(at + 2, at + 2 + MAX_ROLE) if passage.agent_at(k) is not None), None)
    if office is None or (office > at + 2 and passage.lower[at + 2] not in grammar.becoming):
        return False
    behind = passage.mentions[passage.mention[office]].last
    return behind < len(passage) and passage.lower[behind] == ","
