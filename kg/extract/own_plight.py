"""What a modal or passive says of somebody's own plight: what he must not suffer, what he admits that his own must do,
what he was told himself."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, is_passive, is_verb

MAX_DID = 14  # words from what a speaker says he did to what he was told then
MAX_BECOMING = 4  # words from a modal to what somebody must not become
ENCLITIC = "nya"


def own_plight(passage: Passage, grammar: Grammar, cue: int, floor: int) -> bool:
    """Whether a modal or passive tells of somebody's own plight, so that nobody is told anything by it."""
    if suffers(passage, grammar, cue) or admits_must(passage, grammar, cue, floor):
        return True
    return befell_speaker(passage, grammar, cue, floor)


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


def befell_speaker(passage: Passage, grammar: Grammar, cue: int, floor: int) -> bool:
    """Whether a quoted speaker tells what he was told himself after what he did (`"saya datang ke kantor desa dan
    diminta membawa surat"`): a passive without a subject, joined to a verb of which the first person is the subject."""
    if passage.quotation[cue] < 0 or cue + 2 >= len(passage) or not is_passive(passage, grammar, cue):
        return False
    does = cue + 1 + (passage.lower[cue + 1] in grammar.purpose_lead)
    joint = cue - 1
    while joint > floor and passage.lower[joint] in grammar.pre_verb:
        joint -= 1
    joiner = grammar.sequence_conjunction | grammar.and_then
    joined = any(passage.lower[k] == "," or passage.lower[k] in joiner for k in range(joint, cue))
    if not joined or not is_verb(passage, grammar, does):
        return False
    for at in range(joint, max(floor - 1, joint - MAX_DID), -1):
        if passage.quotation[at] != passage.quotation[cue] or passage.is_mark(at):
            return False
        if passage.lower[at] in grammar.exclusive_first:
            did = at + 1
            while passage.lower[did] in grammar.pre_verb:
                did += 1
            says = passage.lower[did] in grammar.speech or passage.lower[did] in grammar.cues.forms
            return did <= joint and is_verb(passage, grammar, did) and not says
    return False
