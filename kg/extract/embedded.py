"""Speech told inside a quotation: who is said to have bidden something (`ia bilang ke saya tolong jaga ibu`)."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.issuers import nothing, speaker_reference, subject_of
from kg.extract.passage import Passage, clause_start
from kg.model import Reference, ReferenceKind
from kg.model.members import FIRST_PERSON

INNER = frozenset("'‘`")  # marks that may open a quotation inside another


def telling_before(passage: Passage, grammar: Grammar, at: int, floor: int) -> int | None:
    """The verb of telling (UD parataxis, ccomp) whose speech an imperative at `at` begins, nothing but whom it is told
    and a conjunction between them; `None` outside quotation marks or if there is none."""
    if passage.quotation[at] < 0:
        return None
    verb = at - 1
    while verb > floor and (passage.lower[verb] in grammar.claim_opener or passage.is_punctuation(verb)):
        verb -= 1
    whom = verb
    while whom > floor and (passage.agent_at(whom) is not None or passage.lower[whom] in grammar.first_person):
        whom = passage.mentions[passage.mention[whom]].first - 1 if passage.mention[whom] >= 0 else whom - 1
    if whom < verb and passage.lower[whom] in grammar.to:
        verb = whom - 1
    return verb if verb > floor and passage.lower[verb] in grammar.bidding else None


def inner_opening(passage: Passage, at: int) -> int | None:
    """The single mark that opens the words of another around a word of a quotation (`Ketua bilang, 'pulanglah'`)."""
    quoted = passage.quotation[at]
    if quoted < 0:
        return None
    starts, ends = passage.sentence.starts, passage.sentence.ends
    for k in range(at - 1, 0, -1):
        if passage.quotation[k] != quoted or passage.quotation[k - 1] != quoted:
            return None
        if passage.lower[k] in INNER:
            return k if ends[k] == starts[k + 1] and ends[k - 1] < starts[k] else None
    return None


def _verb_before(passage: Passage, grammar: Grammar, opening: int) -> int | None:
    """The verb of saying or demanding right before a mark, but for a comma or colon."""
    verb = opening - 1
    while verb > 0 and passage.is_punctuation(verb):
        verb -= 1
    lower = passage.lower[verb]
    says = lower in grammar.speech or lower in grammar.telling or lower in grammar.cues.forms
    return verb if says else None


def said_by(passage: Passage, grammar: Grammar, at: int) -> Reference:
    """Who bids what an imperative at `at` says: the subject of the verb that tells it, else whoever is quoted or
    reported there."""
    opening = inner_opening(passage, at)
    start = at if opening is None else opening
    telling = telling_before(passage, grammar, start, clause_start(passage, start))
    if opening is not None and telling is None:
        telling = _verb_before(passage, grammar, opening)
        if telling is None:
            return nothing(passage)  # `slogan kami 'jaga jarak'`
    issuer = None if telling is None else subject_of(passage, grammar, telling)
    if issuer is None or issuer.kind is FIRST_PERSON:
        return speaker_reference(passage, grammar, at)
    # `ia bilang`: who that is, is not plain
    return nothing(passage) if issuer.kind is ReferenceKind.PRONOUN else issuer
