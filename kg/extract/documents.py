"""Documents and messages that carry directives: whose they are, and who only hands them on."""

from __future__ import annotations

from kg.extract.agents import possessor
from kg.extract.cues import CueHit
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, clause_start, is_passive
from kg.extract.phrases import reference_to
from kg.lexicon.cues import Voice
from kg.model import Reference
from kg.model.members import DESCRIPTION, PERSON, POST

ENCLITIC = "nya"
MAX_OPENING = 16  # words of a phrase that opens a clause and names a document with who signed it


def is_document_at(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether the name of a document that carries directives begins at a word."""
    pair = f"{passage.lower[at]} {passage.lower[at + 1]}" if at + 1 < len(passage) else ""
    return passage.lower[at] in grammar.directive_document or pair in grammar.directive_document


def document_pointed_at(passage: Passage, grammar: Grammar, closing: int, floor: int) -> Reference | None:
    """The document named before that a short form and a demonstrative stand for (`SE ini melarang ...`): a description,
    as the longer `surat edaran ini` is."""
    if passage.lower[closing] not in grammar.pointing:
        return None
    near = range(closing - 2, max(floor, closing - MAX_OPENING), -1)
    signed = next((k for k in near if _signs(passage, grammar, k)), 0)
    if signed and any(is_document_at(passage, grammar, k) for k in range(floor, signed)):
        return reference_to(passage, grammar, signed + 1 + (passage.lower[signed + 1] in grammar.by))
    begins = (k for k in (closing - 1, closing - 2) if k >= floor and is_document_at(passage, grammar, k))
    first = next(begins, None)  # `SE ini`, `SE Bersama ini`
    if first is None:
        return None
    return Reference(DESCRIPTION, passage.span(first, closing + 1), None, passage.sentence.index)


def _signs(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a passive of signing stands at a word, whoever signed right behind it (`edaran yang diteken Bupati X
    itu`)."""
    if passage.lower[at] not in grammar.signed:
        return False
    return passage.agent_at(at + 1 + (passage.lower[at + 1] in grammar.by)) is not None


def whose_document(passage: Passage, grammar: Grammar, cue: int) -> Reference | None:
    """Whose document or speech the clause of a cue opens with (`dalam amanat Kapolri yang dibacakan Kapolres, anggota
    diminta ...`, `dalam surat telegram yang ditandatangani Asops Kapolri, kapolda diperintahkan ...`, `menurut laporan
    LBH X, polisi harus ...`), the document if one is pointed at (`dalam surat itu, bupati diminta ...`), or who acts in
    a passive behind (`oleh petugas, warga diminta ...`)."""
    at = clause_start(passage, cue)
    while at < cue and (passage.is_punctuation(at) or passage.lower[at] in grammar.imperative_lead):
        if passage.lower[at] in grammar.passive_agent and passage.agent_at(at + 1) is not None:
            return reference_to(passage, grammar, at + 1) if is_passive(passage, grammar, cue) else None
        at += 1
    if at + 2 >= cue:
        return None
    if passage.lower[at] not in grammar.recorded_in and passage.lower[at] not in grammar.read_from:
        return None
    noun = at + 1
    text = is_document_at(passage, grammar, noun)
    if not (text or passage.lower[noun] in grammar.speech_noun or passage.lower[noun] in grammar.report_text):
        return None
    end = min(cue, noun + MAX_OPENING)
    comma = next((k for k in range(noun, end) if passage.lower[k] == "," and passage.agent_at(k + 1) is None), end)
    owner = noun + 1
    while owner < comma and passage.mention[owner] < 0 and _qualifies(passage, grammar, owner):
        owner += 1
    if owner < comma and passage.agent_at(owner) is not None:
        return reference_to(passage, grammar, owner)
    the_text = Reference(DESCRIPTION, passage.span(noun, owner + 1), None, passage.sentence.index)
    if text and owner + 1 < cue and passage.lower[owner] in grammar.pointing:
        closed = passage.lower[owner + 1] == "," or passage.agent_at(owner + 1) is not None
        if closed:
            return the_text
    for k in range(noun + 1, comma - 1):
        if passage.lower[k] in grammar.signed:
            agent = k + 1 + (passage.lower[k + 1] in grammar.by or passage.lower[k + 1] in grammar.pre_verb)
            return reference_to(passage, grammar, agent) if passage.agent_at(agent) is not None else the_text
    return None


def hearsay(passage: Passage, grammar: Grammar, index: int) -> bool:
    """Whether somebody quoted tells at a word what he has heard (`"katanya pasar harus kosong"`): not his demand."""
    quotation = passage.quotation[index]
    for k in range(index - 2, -1, -1) if quotation >= 0 else ():
        if passage.quotation[k] != quotation or passage.is_mark(k) or passage.lower[k] in grammar.list_conjunction:
            return False
        if k > 0 and passage.lower[k] in grammar.colloquial_saying and passage.lower[k - 1] in grammar.third_person:
            return True  # `dia bilang tanda tangan saja, jangan banyak tanya`
        if passage.lower[k] in grammar.says_so and passage.lower[k + 1] == ENCLITIC and passage.split[k]:
            return True
    return False


def _qualifies(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a word belongs to a document's name or number (`surat edaran`, `amanat tertulis`)."""
    words = grammar.source_adjective | grammar.directive_document | grammar.numbering | grammar.press_word
    pair = f"{passage.lower[at - 1]} {passage.lower[at]}"
    return passage.lower[at] in words or pair in grammar.directive_document


def spoken_through(passage: Passage, grammar: Grammar, issuer: Reference, verb: int) -> Reference | None:
    """Through whom the issuer before a verb speaks (`Kapolda X melalui Kabid Humas Y mengimbau ...`)."""
    if issuer.mention is None or issuer.sentence != passage.sentence.index:
        return None
    first = passage.mentions[issuer.mention].last
    for k in range(first, verb - 1):
        if passage.lower[k] in grammar.channel and passage.mention[k] < 0:
            found = passage.agent_at(k + 1)
            named = found is not None and passage.mentions[found].kind in (POST, PERSON)
            return reference_to(passage, grammar, k + 1) if named else None
    return None


def handed_on(passage: Passage, grammar: Grammar, hit: CueHit) -> CueHit | None:
    """The noun of an order that a cue of several words ends in, if its possessor stands right behind it."""
    noun = hit.last - 1
    if len(hit.form.words) < 2 or possessor(passage, grammar, noun, len(passage))[0] is None:
        return None
    for form in grammar.cues.forms.get(passage.lower[noun], ()):
        if form.voice is Voice.NOUN and len(form.words) == 1:
            return CueHit(noun, hit.last, form, form.voice)
    return None
