"""What a modal says of somebody's own plight: what he must not suffer, what he admits that his own must do."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.passage import Passage

MAX_BECOMING = 4  # words from a modal to what somebody must not become
ENCLITIC = "nya"


def suffers(passage: Passage, grammar: Grammar, cue: int) -> bool:
    """Whether what somebody must not become is what others make of him (`rakyat tidak boleh terus menjadi korban`)."""
    near = range(cue + 1, min(len(passage) - 1, cue + MAX_BECOMING))
    at = next((k for k in near if passage.lower[k] in grammar.becoming), cue)
    return at > cue and passage.lower[at + 1] in grammar.suffering


def admits_must(passage: Passage, grammar: Grammar, cue: int, floor: int) -> bool:
    """Whether somebody admits what he or his own must do (`pelatih mengaku pemainnya harus berlatih lebih keras`)."""
    saying = next((k for k in range(cue - 1, floor, -1) if passage.lower[k] in grammar.speech), floor)
    admits = next((k for k in range(cue - 1, saying, -1) if passage.lower[k] in grammar.own_experience), saying)
    if admits == saying or passage.lower[cue] not in grammar.must or passage.quotation[cue] >= 0:
        return False
    return admits + 1 == cue or ENCLITIC in passage.lower[admits + 1 : cue]
