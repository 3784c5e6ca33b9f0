"""What a noun of ordering or urging with a light verb bids without a conjunction (`memberi perintah menembak`)."""

from __future__ import annotations

from kg.extract.contents import content_end
from kg.extract.cues import CueHit
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, is_passive, is_verb
from kg.extract.phrases import agents_in, phrase_end, starts_animate
from kg.extract.predicates import ACTIVE, begins_predicate
from kg.lexicon.cues import Complement
from kg.model import Force, Reference

MAX_BIDDEN = 14  # words of what is bidden before whom it is told
BIDDING = (Force.ORDER, Force.URGE)


def bidden(
    passage: Passage, grammar: Grammar, hit: CueHit, at: int, stop: int, told: tuple[Reference, ...]
) -> tuple[int, int, tuple[Reference, ...]] | None:
    """Where what is bidden begins and ends, and who is told: behind `kepada` and whom it is `told` (`memberi instruksi
    kepada anggotanya bersiap`), or right behind an order (`memberi perintah menembak`); not by what means (`memberi
    imbauan kepada warga memakai toa`), what about (`... menyikapi banjir`), nor what is done besides it."""
    force, complement = hit.form.cue.force, hit.form.cue.complement
    if force not in BIDDING or complement not in (Complement.ANY, Complement.CLAUSE) or not hit.last <= at < stop:
        return None
    apart = passage.lower[at - 1] == "," or passage.lower[at - 1] in grammar.preposition  # `yang datang dengan membawa`
    if apart or passage.title_case or passage.quotation[at] != passage.quotation[hit.first]:
        return None
    if not told and (at != hit.last or force is not Force.ORDER):
        return None
    return (at, content_end(passage, grammar, at), told) if _act(passage, grammar, at, stop) else None


def _act(passage: Passage, grammar: Grammar, at: int, stop: int) -> bool:
    """Whether an active verb, with a negation or not, stands at a word, and it does not tell by what means."""
    verb = at + (passage.lower[at] in grammar.negator or passage.lower[at] in grammar.content_adverb)
    if verb >= stop or not is_verb(passage, grammar, verb) or is_passive(passage, grammar, verb):
        return False
    active = passage.lower[verb].startswith(ACTIVE)
    aside = grammar.by_means | grammar.equating | grammar.responding
    return active and passage.lower[verb] not in aside and passage.lower[verb] not in grammar.speech


def told_behind(passage: Passage, grammar: Grammar, at: int, stop: int) -> tuple[int, tuple[Reference, ...]] | None:
    """Where what is to be done ends before whom it is told, and who that is; `None` if nobody is named there."""
    if at >= stop or not begins_predicate(passage, grammar, at) or is_passive(passage, grammar, at):
        return None
    for k in range(at + 1, min(stop - 1, at + MAX_BIDDEN)):
        if passage.lower[k] == "," or passage.lower[k] in grammar.clause_opener:
            return None
        if passage.lower[k] in grammar.to_person and starts_animate(passage, grammar, k + 1):
            end, _ = phrase_end(passage, grammar, k + 1, stop)
            members = agents_in(passage, grammar, k + 1, end)
            return (k, members) if members else None
    return None
