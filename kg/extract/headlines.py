"""Who speaks in a headline: before its colon, or behind the comma of what it begins with."""

from __future__ import annotations

from kg.extract.clause_agents import first_agent
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, clause_end, is_passive, is_verb
from kg.extract.phrases import agents_in, phrase_end, reference_to, starts_animate
from kg.lexicon.cues import Voice
from kg.model import Reference
from kg.model.members import PERSON, POST, UNIT

SPEAKERS = (PERSON, POST)
MANNER = ("ADJ", "ADV")


def headline_speaker(passage: Passage, grammar: Grammar, index: int) -> Reference | None:
    """The agent right before the colon of a headline, or the first in the last part before it."""
    colon = next((k for k in range(index - 1, 0, -1) if passage.lower[k] in grammar.colon), None)
    if colon is None:
        return _announced(passage, grammar, index)
    start = max((k + 1 for k in range(colon) if passage.lower[k] == ","), default=0)
    told = next(
        (k for k in range(start + 1, colon) if passage.lower[k] in grammar.to and passage.mention[k] < 0), colon
    )
    colon = told if passage.agent_at(told - 1) is not None else colon  # `Bupati ke Camat: Jangan ...`
    last = passage.agent_at(colon - 1)
    first = colon - 1 if last is not None else first_agent(passage, grammar, start, colon)
    if last is not None and _circumstance(passage, grammar, start, passage.mentions[last].first):
        first = first_agent(passage, grammar, start, colon)  # `Bupati di Pesta Rakyat Alor: Jangan ...`
    if last is not None:
        subject = first_agent(passage, grammar, start, passage.mentions[last].first)
        done = passage.lower[before_number(passage, passage.mentions[last].first - 1)] in grammar.bare_verb
        if subject is not None and (done or _acts(passage, grammar, subject)):
            first = subject  # `Bupati Kumpulkan Camat: Jangan ...`, `Bupati Bicara Sejarah Camat: Jangan ...`
    asks = next((k for k in range(start + 1, colon) if _is_bare_cue(passage, grammar, k)), None)
    if start + 1 < colon and passage.lower[start] in grammar.speech and passage.agent_at(start + 1) is not None:
        first = start + 1  # `Kata Bupati soal Begal Rampas Motor Warga: Jangan ...`
    if asks is not None:  # `Bupati Minta Warga Waspada: Jangan ...`
        subject = first_agent(passage, grammar, start, asks)
        first = first if subject is None else subject
    return None if first is None else reference_to(passage, grammar, first)


def headline_order(passage: Passage, grammar: Grammar, at: int) -> bool:
    """An imperative right behind the colon of a headline whose speaker is a person (`Kapolda: Kejar Pelaku`); a number
    in its object makes it a statement (`Kapolres: Tangkap 3 Pelaku`).

    Of others (`Polres: Tangkap Pencuri`) it may tell what they do; not if they are angry, bid haste, call out, or
    speak of anybody or of a case that may arise.
    """
    colon = at - 1
    while colon > 0 and passage.lower[colon] in grammar.urgency and passage.lower[colon] not in grammar.must:
        colon -= 1
    if passage.sentence.is_title and passage.lower[at] in grammar.bare_verb and _announced(passage, grammar, at):
        return True  # `Jaga Kekompakan, Pesan Bupati`
    if not passage.sentence.is_title or colon < 1 or passage.lower[colon] not in grammar.colon:
        return False
    counted = any(word.upos == "NUM" for word in passage.sentence.words[at + 1 : at + 3])
    if counted or passage.lower[at] not in grammar.bare_verb or not grammar.revealing.isdisjoint(passage.lower[:colon]):
        return False  # `Ajudan Ungkap Persiapan Bupati: Jaga Stamina`
    speaker = headline_speaker(passage, grammar, at)
    kind = None if speaker is None or speaker.mention is None else passage.mentions[speaker.mention].kind
    if kind in SPEAKERS:
        return True
    behind = passage.lower[at + 1 :]
    bids = colon < at - 1 or passage.lower[-1] == "!" or not grammar.conditional.isdisjoint(behind)
    bids = bids or passage.lower[at] in grammar.public_verb or not grammar.concessive.isdisjoint(behind[1:2])
    angry = kind is UNIT and not grammar.displeasure.isdisjoint(passage.lower[:at])  # `DPRD Geram: Copot ...`
    return kind is not None and (angry or bids)


def before_number(passage: Passage, at: int) -> int:
    """The word at `at`, or the one before it if that is a number (`Lantik 90 Perwira`)."""
    return at - 1 if at > 0 and passage.sentence.tags[at] == "NUM" else at


def _announced(passage: Passage, grammar: Grammar, index: int) -> Reference | None:
    """Whose message a headline announces behind its comma (`Jangan Panik, Ini Pesan Bupati`, `..., Pesan Bupati`)."""
    if any(not passage.is_punctuation(k) for k in range(index)):
        return None
    for comma in range(index + 1, len(passage) - 2):
        if passage.lower[comma] != ",":
            continue
        announced = passage.lower[comma + 1] in grammar.presentative
        at = comma + 1 + announced
        said = passage.lower[at] in grammar.speech or passage.lower[at] in grammar.spoken_noun
        said = said or (announced and _is_noun_cue(passage, grammar, at))
        if said and passage.agent_at(at + 1) is not None:
            return reference_to(passage, grammar, at + 1)
    return None


def told_afterwards(passage: Passage, grammar: Grammar, end: int) -> tuple[Reference, ...]:
    """Whom a headline says behind its quotation that the speaker told (`"Jangan Judi!" Kapolres Ingatkan Anggota`)."""
    if not passage.sentence.is_title:
        return ()
    at = end
    while at < len(passage) and passage.is_punctuation(at):
        at += 1
    noun = at < len(passage) and passage.lower[at] in grammar.spoken_noun  # `..., Pesan Kapolres kepada Anggota`
    at += noun
    if at == end or passage.agent_at(at) is None:
        return ()
    while at < len(passage) and passage.agent_at(at) is not None:
        at = passage.mentions[passage.mention[at]].last
    if at + 1 >= len(passage):
        return ()
    leads = grammar.to | grammar.demand if noun else grammar.to  # `..., Pesan Bupati untuk Pedagang`
    if passage.lower[at] not in leads and (noun or not _is_bare_cue(passage, grammar, at)):
        return ()
    at += passage.lower[at + 1] in grammar.to
    if at + 1 >= len(passage) or not starts_animate(passage, grammar, at + 1):
        return ()
    last, _ = phrase_end(passage, grammar, at + 1, len(passage))
    closes = last >= len(passage) or passage.is_punctuation(last) or passage.lower[last] in grammar.topic
    return agents_in(passage, grammar, at + 1, last) if closes else ()


def _acts(passage: Passage, grammar: Grammar, agent: int) -> bool:
    """Whether a verb stands right behind the agent that holds word `agent`."""
    behind = passage.mentions[passage.mention[agent]].last
    return behind < len(passage) and is_verb(passage, grammar, behind) and not is_passive(passage, grammar, behind)


def _circumstance(passage: Passage, grammar: Grammar, start: int, end: int) -> bool:
    """Whether the words before `end` are an agent, then a preposition and no verb: on what occasion he speaks."""
    place = next((k for k in range(start + 1, end) if passage.lower[k] in grammar.preposition), end)
    verb = any(is_verb(passage, grammar, k) for k in range(start, end))
    return place < end and not verb and passage.agent_at(place - 1) is not None


def _is_bare_cue(passage: Passage, grammar: Grammar, at: int) -> bool:
    return any(form.voice is Voice.BARE for form in grammar.cues.forms.get(passage.lower[at], ()))


def _is_noun_cue(passage: Passage, grammar: Grammar, at: int) -> bool:
    return any(form.voice is Voice.NOUN for form in grammar.cues.forms.get(passage.lower[at], ()))


def subject_behind(passage: Passage, grammar: Grammar, verb: int) -> Reference | None:
    """Who stands behind the comma of a headline that begins with a cue, before a verb or a colon: its subject too
    (`Minta Hakim Batalkan Putusan, Bupati Ajukan Banding`)."""
    if not passage.sentence.is_title or not all(passage.is_punctuation(k) for k in range(verb)):
        return None
    for comma in range(verb + 1, len(passage) - 2):
        if passage.lower[comma] != "," or passage.agent_at(comma + 1) is None:
            continue
        at = comma + 1
        while at < len(passage) and passage.agent_at(at) is not None:
            at = passage.mentions[passage.mention[at]].last
        if at < len(passage) and (passage.lower[at] in grammar.colon or is_verb(passage, grammar, at)):
            return reference_to(passage, grammar, comma + 1)
    return None


def subject_resumed(
    passage: Passage, grammar: Grammar, cue: int, start: int, end: int
) -> tuple[tuple[Reference, ...], int] | None:
    """Who is told by a passive that opens a headline, and where its content ends: the subject of the main clause behind
    the first comma (`Diminta Tertib, Penonton Ricuh`); `None` if nobody stands there."""
    if not passage.sentence.is_title or not all(passage.is_punctuation(k) for k in range(cue)):
        return None
    comma = next((k for k in range(start + 1, len(passage) - 2) if passage.lower[k] == ","), None)
    if comma is None or comma > end or not starts_animate(passage, grammar, comma + 1):
        return None
    last, _ = phrase_end(passage, grammar, comma + 1, len(passage))
    members = agents_in(passage, grammar, comma + 1, last)[:1]
    return (members, comma) if members else None


def done_last(passage: Passage, grammar: Grammar, verb: int, end: int) -> bool:
    """Whether a headline's object has a clause without `yang` of its own, as a passive that ends the headline tells
    what is to be done to it (`Minta Tambang Tewaskan Warga Ditutup Permanen`)."""
    if not passage.sentence.is_title or is_passive(passage, grammar, verb):
        return False
    last = end - 1 - (passage.sentence.tags[end - 1] in MANNER and not is_passive(passage, grammar, end - 1))
    parts = (
        passage.is_punctuation(k)
        or passage.lower[k] in grammar.clause_opener
        or passage.lower[k] in grammar.relative
        or passage.lower[k] in grammar.time_clause
        or passage.lower[k] in grammar.demand
        for k in range(verb, last)
    )
    return last > verb and is_passive(passage, grammar, last) and not any(parts)


def named_by_act(passage: Passage, grammar: Grammar, verb: int, stop: int) -> bool:
    """Whether people in a headline are named by what they do, as a passive behind the object of their verb tells what
    is to be done to them (`Minta Massa Aksi Tolak RUU Dibebaskan`)."""
    if verb + 2 >= stop or passage.lower[verb] not in grammar.bare_verb:
        return False
    end = next((k for k in range(verb, stop) if passage.is_punctuation(k)), stop)
    object_before = passage.sentence.tags[end - 2] in ("NOUN", "PROPN") and end - 2 > verb
    return object_before and done_last(passage, grammar, verb, end)


def headline_clause_end(passage: Passage, grammar: Grammar, at: int) -> int:
    """Where the clause ends that stands at `at` behind a cue; in a headline at its only comma if the first passive
    stands behind it, which has no subject of its own (`Minta Dana Rp 5 M, Dipakai Untuk Ini`)."""
    stop = clause_end(passage, at)
    if not passage.sentence.is_title:
        return stop
    commas = [k for k in range(at + 1, stop - 1) if passage.lower[k] == ","]
    if len(commas) != 1 or not is_passive(passage, grammar, commas[0] + 1):
        return stop
    return stop if any(is_passive(passage, grammar, k) for k in range(at, commas[0])) else commas[0]
