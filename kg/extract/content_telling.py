"""How, where and on whose report something was told, said behind what is to be done: no part of the content."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, is_verb
from kg.extract.phrases import phrase_end, starts_animate
from kg.extract.predicates import main_verb
from kg.model.members import PERSON, POST

MAX_OPPOSED = 4  # words of a thing that is not meant
MAX_CUE = 3  # words from an opening mark to the content of the cue behind it
MAX_ADVERBS = 2  # words between a conjunction or a verb and what tells that the issuer speaks


def tells_how(passage: Passage, grammar: Grammar, at: int, end: int) -> bool:
    """Whether a word of time, manner or coordination opens what the issuer did while telling (`saat ditemui`, `dalam
    sambutannya`, `seperti dikutip Antara`, `dan menyebut ...`)."""
    lower = passage.lower[at]
    if at + 1 >= end:
        return False
    if lower in grammar.time_clause and _speaks(passage, grammar, at + 1, end):
        return True
    if lower in grammar.said_in and _utterance(passage, grammar, at + 1, end):
        return True
    if lower in grammar.as_reported:
        reported = at + 1 + (passage.lower[at + 1] in grammar.relative)  # `seperti [yang] disampaikan ajudannya`
        if reported < end and passage.lower[reported] in grammar.quoting:
            return True
    joined = lower in grammar.list_conjunction or lower in grammar.meanwhile
    return joined and _remarks(passage, grammar, at + 1, end)


def attributes(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a verb of saying and who says so stand behind a comma (`..., pungkasnya`, `..., tandas dia`)."""
    lower = passage.lower[at]
    if lower.endswith("nya") and lower[:-3] in grammar.attributing:
        return True
    if lower not in grammar.attributing or at + 1 >= len(passage):
        return False
    if passage.split[at] or passage.lower[at + 1] in grammar.third_person:
        return passage.lower[at + 1] in grammar.third_person or passage.lower[at + 1] == "nya"
    said = passage.mention[at + 1]
    return said >= 0 and passage.mentions[said].kind in (PERSON, POST)


def quoted_before(passage: Passage, grammar: Grammar, start: int, at: int) -> bool:
    """Whether a mark closes what is said, which no pair of marks shows: who says so stands behind it (`... tim itu"
    ucap Beni`), or the mark that opens it stands right before the content's cue (`bertuliskan "dilarang parkir"`)."""
    behind = passage.lower[at + 1] if at + 1 < len(passage) else ""
    if behind in grammar.speech or behind in grammar.attributing or attributes(passage, grammar, at + 1):
        return not is_verb(passage, grammar, at + 1) or behind in grammar.attributing
    return any(passage.is_mark(k) for k in range(max(0, start - MAX_CUE), start))


def remarks_behind(passage: Passage, grammar: Grammar, at: int, end: int) -> bool:
    """Whether what stands behind a comma is said about the demand: a comment, whose wording it is, where it was read,
    its reason, or whom it is told (`..., kebetulan ...`, `..., bunyi surat itu`, `..., dikutip dari Antara`, `...,
    dengan alasan ...`, `..., Pak, ...`)."""
    lower = passage.lower[at]
    if lower in grammar.commenting or lower in grammar.cited or lower in grammar.wording:
        return True
    if passage.split[at] and lower + passage.lower[at + 1] in grammar.supposing:
        return True  # `silakan saja, mestinya polisi ...`
    if at + 1 >= end:
        return False
    behind = passage.lower[at + 1]
    if lower in grammar.with_help:
        return behind in grammar.motive or (behind in grammar.speech and behind.startswith("me"))
    called = lower in grammar.form_of_address and behind == "," and at + 2 < end
    if called:  # `..., Pak, jalan ini ditutup`, not `guru, bapak, ibu, dan siswa`
        called = passage.lower[at + 2] not in grammar.form_of_address | grammar.list_conjunction
    goes_on = behind in grammar.irrealis or behind in grammar.continuing or behind in grammar.already
    return called or (lower in grammar.second_person and goes_on)  # `jangan menyerah, kamu masih bisa ikut`


def since_then(passage: Passage, grammar: Grammar, at: int, end: int) -> bool:
    """Whether how long after something it was told stands at a word behind a comma (`..., dua hari setelah kecelakaan
    itu`)."""
    counted = passage.sentence.tags[at] == "NUM" or passage.lower[at] in grammar.quantifier
    unit = at + 1 if counted else at
    if unit + 1 >= end or passage.lower[unit + 1] not in grammar.afterwards:
        return False
    return passage.lower[unit] in grammar.time or passage.lower[unit].removeprefix("se") in grammar.time


def stresses(passage: Passage, grammar: Grammar, at: int, end: int) -> bool:
    """Whether what a word stresses behind a comma is where, whom or what above all what is to be done holds for (`...,
    terlebih pada malam hari`); no clause of its own (`..., terlebih sumur mulai kering`)."""
    if passage.lower[at] not in grammar.stressing or at + 1 >= end or passage.lower[at + 1] in grammar.time_clause:
        return False
    if passage.lower[at + 1] in grammar.to or passage.lower[at + 1] in grammar.locative_of_time:
        return True
    return passage.sentence.tags[at + 1] == "NOUN" and main_verb(passage, grammar, at + 1, end) is None


def sets_against(passage: Passage, grammar: Grammar, at: int, end: int) -> bool:
    """Whether `bukan` behind a comma sets what is to be done against another act or thing (`turun ke desa, bukan
    [hanya] duduk di kantor`); no clause of its own (`..., bukan urusan mereka mengatur`)."""
    first = at + 1
    while first < end and (passage.lower[first] in grammar.only or passage.lower[first] in grammar.instead):
        first += 1
    if passage.lower[at] not in grammar.opposing or first >= end or passage.mention[first] >= 0:
        return False
    if first > at + 1 and (passage.lower[first] in grammar.time_clause or passage.lower[first] in grammar.preposition):
        return True  # `bukan hanya ketika ...`, `bukan sekadar di ...`
    shown = first + 1 < end and passage.lower[first + 1] in grammar.pointing
    if passage.lower[first] in grammar.time or shown:
        return False  # `bukan kali ini saja`
    stop = next((k for k in range(first, end) if passage.lower[k] == ","), end)
    if is_verb(passage, grammar, first):
        return passage.lower[first] not in grammar.equating
    plain = passage.sentence.tags[first] == "NOUN" and passage.lower[first] not in grammar.time
    return plain and stop - first <= MAX_OPPOSED and main_verb(passage, grammar, first, stop) is None


def _speaks(passage: Passage, grammar: Grammar, at: int, end: int) -> bool:
    """Whether who tells is asked, presides or gives a speech by the verb at a word."""
    lower = passage.lower[at]
    if lower in grammar.speaking:
        return True
    gives = lower in grammar.delivering and at + 1 < end
    return gives and passage.lower[at + 1] in grammar.speech_noun | grammar.telling_noun


def _utterance(passage: Passage, grammar: Grammar, at: int, end: int) -> bool:
    """Whether a speech of somebody or a written statement stands at a word (`sambutannya`, `keterangan tertulis`)."""
    lower = passage.lower[at]
    if lower.endswith("nya") and lower[:-3] in grammar.telling_noun:
        return True
    if lower not in grammar.telling_noun or at + 1 >= end:
        return False
    return (passage.split[at] and passage.lower[at + 1] == "nya") or passage.lower[at + 1] in grammar.published


def _that(passage: Passage, grammar: Grammar, at: int, end: int) -> bool:
    """Whether `bahwa` follows a verb, behind whom it is said to at most (`mengingatkan [nakhoda] bahwa ...`)."""
    at += at < end and passage.lower[at] in grammar.to_person
    if at < end and starts_animate(passage, grammar, at):
        at, _ = phrase_end(passage, grammar, at, end)
    return at < end and passage.lower[at] in grammar.claim_opener


def _shares_object(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether an active verb right before the conjunction has the object of the verb at a word (`mengenal dan menilai
    keadaan tubuhnya`)."""
    return at > 1 and passage.lower[at - 2].startswith("me") and is_verb(passage, grammar, at - 2)


def _remarks(passage: Passage, grammar: Grammar, at: int, end: int) -> bool:
    """Whether the issuer remarks something by the verb at a word: of what comes, of itself, or by way of thanks."""
    while at + 1 < end and passage.lower[at] in grammar.adding:
        at += 1
    if at + 1 >= end:
        return False
    lower, behind = passage.lower[at], passage.lower[at + 1]
    if lower in grammar.asserting and _that(passage, grammar, at + 1, end):
        return True
    if lower in grammar.remarking and not _shares_object(passage, grammar, at):
        return behind not in grammar.relative and behind not in grammar.vague
    if lower in grammar.delivering:
        return behind in grammar.courtesy
    confesses = lower in grammar.own_experience and lower.startswith("me")
    return confesses and (behind in grammar.already or behind in grammar.negator or behind in grammar.planned)
