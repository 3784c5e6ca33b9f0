"""What follows a content in its sentence and is no part of it: what comes of it, what others or the issuer do."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, is_passive, is_verb
from kg.lexicon.cues import Voice

MAX_SUBJECT = 12  # words of a subject before what becomes of it


def states_outcome(passage: Passage, grammar: Grammar, at: int, end: int) -> bool:
    """Whether a clause with its own subject and `akan` begins at a word: what will come of it (`... dan setiap usaha
    akan berbuah`)."""
    if at >= end or passage.sentence.words[at].upos not in ("NOUN", "PROPN", "DET", "PRON"):
        return False
    described = False
    for k in range(at, min(end, at + MAX_SUBJECT)):
        if passage.lower[k] in grammar.planned:
            return k > at and not described
        if passage.lower[k] in grammar.relative:
            described = True
        elif passage.is_punctuation(k) or passage.lower[k] in grammar.clause_opener:
            return False
        elif is_verb(passage, grammar, k):
            if not described:
                return False
            described = False
    return False


def does_too(passage: Passage, grammar: Grammar, at: int, end: int) -> bool:
    """Whether a clause begins at a word whose subject does something too (`... dan kelompok itu juga menyampaikan`)."""
    found = passage.agent_at(at)
    if found is None:
        return False
    verb = passage.mentions[found].last
    while verb < end and passage.lower[verb] in grammar.pointing:
        verb += 1
    too = verb < end and passage.lower[verb] in grammar.adding
    return too and verb + 1 < end and passage.lower[verb + 1].startswith("me") and is_verb(passage, grammar, verb + 1)


def does_himself(passage: Passage, grammar: Grammar, at: int, end: int) -> bool:
    """Whether a pronoun of the third person and its active verb stand at a word: what who demands does himself
    (`... dan ia berjanji membantu`)."""
    if at + 1 >= end or passage.lower[at] not in grammar.third_person or passage.sentence.words[at].continues:
        return False
    verb = at + 1
    while verb < end and (passage.lower[verb] in grammar.pre_verb or passage.lower[verb] in grammar.adding):
        verb += 1
    active = verb < end and is_verb(passage, grammar, verb) and not is_passive(passage, grammar, verb)
    return active and passage.quotation[at] < 0


def judges_act(passage: Passage, grammar: Grammar, at: int, end: int) -> bool:
    """Whether a clause begins at a word whose subject is an act, of which it says what it will be (`..., memecatnya
    akan menjadi pilihan terbaik`)."""
    if not passage.lower[at].startswith("me") or not is_verb(passage, grammar, at):
        return False
    for k in range(at + 1, end - 1):
        if passage.is_punctuation(k) or passage.lower[k] in grammar.relative or passage.lower[k] in grammar.demand:
            return False
        if passage.lower[k] in grammar.planned and passage.lower[k + 1] in grammar.being:
            return True
    return False


def exempts(passage: Passage, grammar: Grammar, at: int, end: int) -> bool:
    """Whether a clause begins at a word whose subject has no head and which forbids (`..., yang sakit jangan
    datang`)."""
    if passage.lower[at] not in grammar.relative:
        return False
    at = next((k for k in range(at + 2, end) if passage.lower[k] in grammar.prohibitive), end)
    begun = grammar.cues.forms.get(passage.lower[at], ()) if at < end else ()
    return any(form.voice is Voice.IMPERATIVE for form in begun)


def came_of_it(passage: Passage, grammar: Grammar, start: int, at: int) -> bool:
    """Whether a passive behind a conjunction tells what became of a demand (`meminta pergi tapi ditolak`)."""
    if passage.lower[at] in grammar.coordinator or passage.quotation[at] >= 0:
        return False
    if at + 1 >= len(passage) or not is_passive(passage, grammar, at + 1):
        return False
    verb = next((k for k in range(start, at) if is_verb(passage, grammar, k)), None)
    return verb is not None and not is_passive(passage, grammar, verb)


def bids_instead(passage: Passage, grammar: Grammar, start: int, at: int) -> bool:
    """Whether a conjunction behind what is forbidden begins what must be done instead (`jangan panik tapi harus
    waspada`)."""
    if at + 1 >= len(passage) or passage.lower[at + 1] not in grammar.obligation or not start:
        return False
    return passage.lower[start - 1] in grammar.prohibitive or passage.lower[max(0, start - 2)] in grammar.negator
