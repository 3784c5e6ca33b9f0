"""Whose words somebody quoted hands on: who is said to have said them, or whose order the sentence opens with."""

from __future__ import annotations

from kg.extract.agents import possessor
from kg.extract.clause_agents import skip_adverbs
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, clause_start, is_verb
from kg.extract.phrases import reference_to
from kg.lexicon.cues import Voice
from kg.model import Reference
from kg.model.members import NONE, REMIND, REQUEST, URGE

MAX_TOLD = 16  # words from a verb of saying to what it says must be done
MAX_AFTER = 3  # words from whose order it is to the comma behind it
ENCLITIC = "nya"
WORDED = frozenset({URGE, REMIND, REQUEST})  # forces of verbs that may open what is said in so many words
FORMAL = ("me", "ber")  # how verbs begin that are no bare verbs of a quotation's cue


def retold_from(passage: Passage, grammar: Grammar, cue: int) -> Reference | None:
    """Whose words a quoted speaker hands on at a word (`"Pak Camat mengatakan bahwa warga harus pindah"`, `"Arahan
    Presiden, harga jangan naik"`); a reference to nobody if that is not plain (`"beliau mengatakan, silakan maju"`);
    `None` if the words are his own."""
    if passage.quotation[cue] < 0:
        return None
    return _told(passage, grammar, cue) or _ordered(passage, grammar, cue)


def _told(passage: Passage, grammar: Grammar, cue: int) -> Reference | None:
    """The subject of the verb of saying whose complement a cue begins, nothing but a condition between commas before
    it."""
    quoted, commas = passage.quotation[cue], 0
    for verb in range(cue - 1, max(0, cue - MAX_TOLD), -1):
        lower = passage.lower[verb]
        if passage.quotation[verb] != quoted or passage.is_mark(verb) or lower in (";", "."):
            return None
        commas += lower == ","
        if lower in grammar.clause_opener and lower not in grammar.claim_opener:
            return None
        if passage.mention[verb] < 0 and _says(passage, grammar, verb):
            behind = verb + 1 + (passage.lower[verb + 1] in (",", ":"))
            behind += passage.lower[behind] in grammar.claim_opener
            condition = passage.lower[behind] in grammar.conditional
            opened = passage.lower[verb + 1] in (",", ":")
            return _teller(passage, grammar, verb) if commas - opened <= condition else None
    return None


def _says(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a verb opens what is said: a colloquial one at once, a formal one before a comma, a colon or
    `bahwa`."""
    lower = passage.lower[at]
    if lower in grammar.bidding or lower in grammar.colloquial_saying:
        return True
    opens = passage.lower[at + 1] in (",", ":") or passage.lower[at + 1] in grammar.claim_opener
    if not opens or passage.lower[at - 1] in grammar.negator:
        return False
    if lower in grammar.speech:
        return lower.startswith(FORMAL) and is_verb(passage, grammar, at)
    forms = grammar.cues.forms.get(lower, ())  # `Pak Gubernur berpesan, jangan ...`
    return any(form.voice is Voice.ACTIVE and len(form.words) == 1 and form.cue.force in WORDED for form in forms)


def _teller(passage: Passage, grammar: Grammar, verb: int) -> Reference | None:
    floor = clause_start(passage, verb)
    at = skip_adverbs(passage, grammar, verb - 1, floor)
    if at < floor or passage.quotation[at] != passage.quotation[verb]:
        return None
    if passage.lower[at] in grammar.first_person:
        of_kin = at > floor and passage.lower[at - 1] in grammar.kin
        return Reference(NONE, None, None, passage.sentence.index) if of_kin else None
    if passage.lower[at] in grammar.third_person:
        return Reference(NONE, None, None, passage.sentence.index)
    if passage.agent_at(at) is not None:
        return reference_to(passage, grammar, at)
    noun = passage.sentence.tags[at] in ("NOUN", "PROPN") or passage.lower[at] == ENCLITIC
    unknown = noun or passage.lower[at] in grammar.relative or passage.lower[at] in grammar.pointing
    return Reference(NONE, None, None, passage.sentence.index) if unknown else None


def _ordered(passage: Passage, grammar: Grammar, cue: int) -> Reference | None:
    """Whose order the clause of a cue opens with, a comma behind it (`perintah Kapolri jelas, anggota jangan ...`)."""
    noun = clause_start(passage, cue)
    while noun < cue and (passage.is_punctuation(noun) or passage.lower[noun] in grammar.imperative_lead):
        noun += 1
    if noun + 1 >= cue or passage.quotation[noun] != passage.quotation[cue]:
        return None
    forms = grammar.cues.forms.get(passage.lower[noun], ())
    if not any(form.voice is Voice.NOUN and len(form.words) == 1 for form in forms):
        return None
    issuer, behind = possessor(passage, grammar, noun, cue)
    end = next((k for k in range(behind, min(cue, behind + MAX_AFTER + 1)) if passage.lower[k] in (",", ":")), cue)
    if end >= cue or any(is_verb(passage, grammar, k) for k in range(behind, end)):
        return None
    if issuer is not None:
        first = passage.lower[noun + 1] in grammar.first_person
        return None if first else issuer
    people = passage.lower[noun + 1] in grammar.animate
    return Reference(NONE, None, None, passage.sentence.index) if people else None
