"""Agents of a passive whom no mention covers: somebody private, or of the subject's own people; and a speaker who tells
what he was told."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, is_verb
from kg.extract.phrases import reference_to
from kg.model import Reference

ENCLITIC = "nya"
MAX_AGENT = 14  # words from a passive to its agent further on


def by_somebody(passage: Passage, grammar: Grammar, at: int, stop: int) -> bool:
    """Whether the agent behind a passive is somebody private whom no mention covers (`tersangka diperintah bosnya
    mengambil paket`): a story, not told to the subject by the speaker."""
    if _own_people_behind(passage, grammar, at, stop) or _noun_before(passage, grammar, at - 1):
        return True
    at += at < stop and passage.lower[at] in grammar.by
    if _leader_behind(passage, grammar, at, stop):
        return True
    known = grammar.private_person | grammar.kin
    if at + 1 >= stop or passage.lower[at] not in known or passage.agent_at(at) is not None:
        return False
    behind = at + 2 if passage.sentence.words[at + 1].continues else at + 1
    if passage.lower[behind] in grammar.named_as:
        behind = _past_name(passage, behind + 1, stop)  # `seseorang bernama Koko`
    while behind < stop and (passage.lower[behind] in grammar.demand or passage.lower[behind] in grammar.pre_verb):
        behind += 1
    return behind < stop and is_verb(passage, grammar, behind)


def speaker_told(
    passage: Passage, grammar: Grammar, agent: Reference | None, first: int, last: int
) -> tuple[Reference, ...]:
    """The speaker, whom a passive with its agent says he was told (`"Saya diperintah Kapolres menutup jalan"`)."""
    own = agent is not None and last - first == 1 and passage.quotation[first] >= 0
    told = own and passage.mention[first] >= 0 and passage.lower[first] in grammar.first_person
    return (reference_to(passage, grammar, first),) if told else ()


def _noun_before(passage: Passage, grammar: Grammar, verb: int) -> bool:
    """Whether a noun that no mention covers is the agent right before a passive (`oleh satpam diarahkan ke pos`)."""
    noun = verb - 1
    by = noun > 0 and passage.lower[noun - 1] in grammar.passive_agent
    return by and passage.sentence.tags[noun] in ("NOUN", "PROPN") and passage.mention[noun] < 0


def _leader_behind(passage: Passage, grammar: Grammar, at: int, stop: int) -> bool:
    """Whether somebody at the head of the subject's own people stands at a word before a verb (`diperintah ketua
    kelompoknya membakar ...`)."""
    owner = at + 2
    if owner + 1 >= stop or passage.lower[at] not in grammar.person_noun or passage.mention[at + 1] >= 0:
        return False
    own = passage.lower[owner] == ENCLITIC and passage.sentence.words[owner].continues
    return own and passage.sentence.tags[at + 1] == "NOUN" and is_verb(passage, grammar, owner + 1)


def _own_people_behind(passage: Passage, grammar: Grammar, at: int, stop: int) -> bool:
    """Whether an agent further on is somebody of the subject's own (`diajak pindah oleh tetangganya`)."""
    by = next((k for k in range(at, min(stop - 2, at + MAX_AGENT)) if passage.lower[k] in grammar.by), stop)
    if by + 2 >= stop or not passage.sentence.words[by + 2].continues:
        return False
    return passage.lower[by + 1] in grammar.private_person | grammar.kin and passage.lower[by + 2] == ENCLITIC


def _past_name(passage: Passage, at: int, stop: int) -> int:
    while at < stop and (passage.sentence.tags[at] == "PROPN" or passage.mention[at] >= 0):
        at += 1
    return at
