"""Passives of a report by which nobody is told anything: who somebody is, what a court is asked for, a lure, a
reader's guide."""

from __future__ import annotations

from kg.extract.cues import CueHit
from kg.extract.described import BEFALLS
from kg.extract.frames import Frame
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, is_passive, is_verb
from kg.lexicon.cues import Complement
from kg.model import Force
from kg.model.members import FORBID, PERMIT, URGE

RULED = (Force.REQUIRE, FORBID, PERMIT)
NEAR = 5  # words from where a content begins to its verb
LAWFUL = (Force.ORDER, Force.REQUIRE, FORBID, PERMIT)  # what rules say as well as persons


def only_tells(passage: Passage, grammar: Grammar, hit: CueHit, relative: int | None) -> bool:
    """Whether a passive without an agent tells what is the case anyway (`memang dilarang`), or, outside quotation
    marks, who somebody is (`warga yang dilarang masuk`), how a culprit began (`saat korban diajak pergi`), or what
    readers are to know (`bila Anda sakit, dianjurkan ...`)."""
    at = hit.first
    if at > 0 and passage.lower[at - 1] in grammar.existing and hit.form.cue.force in RULED:
        return True
    if passage.quotation[at] >= 0:
        return False
    if hit.form.cue.force in LAWFUL and _by_rule(passage, grammar, at):
        return True
    if relative is not None and hit.form.cue.force in LAWFUL:
        return True
    if at > 0 and passage.lower[at - 1] in grammar.victim and passage.lower[at] in grammar.lured:
        return True
    own = grammar.first_person.isdisjoint(passage.lower)
    return own and not grammar.reader.isdisjoint(passage.lower[:at])


def only_done(passage: Passage, grammar: Grammar, hit: CueHit, frame: Frame) -> bool:
    """Whether an active cue tells of a deed or a thing: a push (`mendorong korban ke sungai`), a cry (`berteriak minta
    tolong`), or what a device has its users do (`aplikasi meminta Anda ...`),."""
    lower, at = passage.lower, hit.first
    if moved(passage, grammar, hit, frame.start):
        return True
    if len(hit.form.words) > 1 and hit.form.words[-1] in grammar.plea and at and lower[at - 1] in grammar.shouting:
        return True
    if _serves(passage, grammar, hit, frame):
        return True
    if passage.quotation[at] >= 0:
        return False
    told = frame.addressees[0].span if frame.addressees else None
    reader = told is not None and lower[passage.sentence.word_from(told.start)] in grammar.reader
    return reader and grammar.first_person.isdisjoint(lower)


def _serves(passage: Passage, grammar: Grammar, hit: CueHit, frame: Frame) -> bool:
    """Whether what stands behind a verb of teaching or encouraging is what that serves, not what those taught are to do
    (`memberikan edukasi kepada warga agar terhindar dari ...`), or the teaching itself is only an aim (`untuk
    memberikan edukasi ...`)."""
    cue, at = hit.form.cue, hit.first
    if cue.complement is not Complement.BIDDING or cue.force is not URGE:
        return False
    aims = at > 0 and (passage.lower[at - 1] in grammar.demand or passage.lower[at - 1] in grammar.irrealis)
    acts = range(frame.start, min(frame.end, frame.start + NEAR))
    verb = next((k for k in acts if is_verb(passage, grammar, k)), frame.start)
    return aims or is_passive(passage, grammar, verb) or passage.lower[verb].startswith(BEFALLS)


def moved(passage: Passage, grammar: Grammar, hit: CueHit, start: int) -> bool:
    """Whether somebody is pushed, not urged: where to or what comes of it stands where his task would (`mendorong
    korban ke tempat tidur`, `menekan dada korban hingga ...`)."""
    lower = passage.lower
    if lower[hit.first] not in grammar.pushing or start + 1 >= len(passage):
        return False
    if lower[start - 1] in grammar.demand and not lower[hit.first].startswith("di"):
        return False
    place = lower[start] in grammar.destination and passage.sentence.tags[start + 1] == "NOUN"
    return place or lower[start] in grammar.until or lower[start - 1] in grammar.until


def asks_term(passage: Passage, grammar: Grammar, start: int) -> bool:
    """Whether what is demanded of somebody is a term (`dituntut tujuh tahun penjara`): of a court, not of him."""
    behind = start + 1
    return (
        behind < len(passage)
        and passage.sentence.tags[start] == "NUM"
        and passage.lower[behind] in grammar.time
        and passage.mention[start] < 0
    )


def _by_rule(passage: Passage, grammar: Grammar, cue: int) -> bool:
    """Whether a sentence opens with the rules that bid (`berdasarkan aturan itu, truk dilarang ...`), and nobody says
    so."""
    first = next((k for k in range(cue) if not passage.is_punctuation(k)), cue)
    if first + 1 >= cue or passage.lower[first] not in grammar.authority:
        return False
    return passage.lower[first + 1] in grammar.terms and grammar.speech.isdisjoint(passage.lower[first + 1 :])
