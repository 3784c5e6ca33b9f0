"""A draft from a cue, its frame and its issuer; addressees that stand before the subject."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict, Unpack

from kg.extract.advised_against import forbidden_in
from kg.extract.contents import describe
from kg.extract.cues import CueHit
from kg.extract.frames import Frame
from kg.extract.grammar import Grammar
from kg.extract.headlines import before_number, headline_speaker
from kg.extract.passage import Passage, clause_start, is_passive, is_verb
from kg.extract.phrases import agents_in, reference_to, starts_animate
from kg.lexicon.cues import CueForm, Voice
from kg.model import DirectiveDraft, Factuality, Force, Reference
from kg.model.making import maker
from kg.model.members import ADVISE, FORBID, GROUP, NONE, PERSON, POST, UNIT

MAX_GIVEN = 2  # names before the last one of a person
MAX_NAME = 4  # words of a name that no mention covers
TOLD = (GROUP, POST, UNIT)

new_directive_draft = maker(DirectiveDraft)


class Judgement(TypedDict, total=False):
    """What a rule knows of a draft beyond its cue and frame; the fields of `DirectiveDraft` of the same names."""

    factuality: Factuality
    inherits: bool
    source: Reference | None


def fronted_addressees(
    passage: Passage, grammar: Grammar, cue: int, *, persons_only: bool = False
) -> tuple[Reference, ...]:
    """Addressees before the subject: `Kepada seluruh personel, Kapolres menegaskan agar ...` (UD obl); with
    `persons_only` behind a preposition that leads to nobody but the addressee."""
    floor = clause_start(passage, cue)
    start = floor
    while (
        start < cue
        and not _serves(passage, grammar, start)
        and (
            passage.is_punctuation(start)
            or passage.lower[start] in grammar.imperative_lead
            or passage.lower[start] in grammar.clause_opener
            or passage.lower[start] in grammar.restriction
        )
    ):
        start += 1  # `sementara itu, terutama bagi warga yang ..., diharapkan ...`
    opener = passage.lower[start] if start + 1 < cue else ""
    if opener in grammar.preposition and passage.lower[start + 1] in grammar.presence:
        start, opener = start + 1, passage.lower[start + 1]  # `di hadapan ratusan kader, ketua meminta ...`
    if persons_only and opener not in grammar.to_person:
        return ()
    if opener not in grammar.to | grammar.presence and not _serves(passage, grammar, start):
        return ()
    end = start + 1
    while end < cue and passage.lower[end] != ",":
        end += 1
    if end >= cue or not grammar.press.isdisjoint(passage.lower[start:end]):
        return ()  # `kepada wartawan, Kapolres mengimbau agar ...`: they are told of it
    if opener in grammar.presence and _body_at(passage, start + 1):
        return ()  # `di depan Polres, massa meminta agar ...`: a building
    if starts_animate(passage, grammar, start + 1):
        return agents_in(passage, grammar, start + 1, _list_end(passage, grammar, end, cue))
    if _those_who(passage, grammar, start + 1):
        return (Reference(NONE, passage.span(start + 1, end), None, passage.sentence.index),)
    known = opener in grammar.to_person and 0 < end - start - 1 <= MAX_NAME  # `kepada daerah, jangan ...`
    if not known or any(is_verb(passage, grammar, k) for k in range(start + 1, end)):
        return ()
    return (Reference(NONE, passage.span(start + 1, end), None, passage.sentence.index),)


def _body_at(passage: Passage, at: int) -> bool:
    return passage.mention[at] >= 0 and passage.mentions[passage.mention[at]].kind is UNIT


def _list_end(passage: Passage, grammar: Grammar, comma: int, cue: int) -> int:
    """The comma behind the last member of a list of addressees (`Kepada Polri, TNI, dan dinas, Bupati meminta ...`):
    the conjunction's member ends at a comma too, behind which the subject stands; else the first comma."""
    start = comma + 1
    for end in range(start, cue):
        if is_verb(passage, grammar, end) or passage.is_mark(end):
            break
        if passage.lower[end] != ",":
            continue
        if any(passage.lower[k] in grammar.list_conjunction for k in range(start, end - 1)):
            return end if passage.agent_at(end + 1) is not None else comma
        start = end + 1
    return comma


def _serves(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a preposition stands at a word by which somebody is told (`untuk warga yang rumahnya rusak, kami minta
    ...`)."""
    lower = passage.lower[at]
    leads = (lower in grammar.purpose_lead and lower in grammar.demand) or lower in grammar.benefactive
    return leads and (starts_animate(passage, grammar, at + 1) or _those_who(passage, grammar, at + 1))


def _those_who(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a relative clause without a head, of somebody who does something, stands at a word (`yang belum
    mendaftar`)."""
    if at >= len(passage) or passage.lower[at] not in grammar.relative:
        return False
    verb = at + 1
    while verb < len(passage) and (
        passage.lower[verb] in grammar.pre_verb
        or passage.lower[verb] in grammar.irrealis
        or passage.lower[verb] in grammar.negator
    ):
        verb += 1
    active = verb < len(passage) and passage.lower[verb].startswith(("me", "ber"))
    return active and is_verb(passage, grammar, verb)


def headline_addressees(passage: Passage, grammar: Grammar, start: int, colon: int) -> tuple[Reference, ...]:
    """Addressees between a headline's speaker and its colon: `Pesan Bupati ke Siswa: Jangan Tawuran` (UD obl)."""
    for at in range(start, colon - 1):
        served = passage.lower[at] in grammar.demand and at > start  # `Pesan Bupati untuk Siswa: Belajarlah`
        if (passage.lower[at] in grammar.to or served) and starts_animate(passage, grammar, at + 1):
            return agents_in(passage, grammar, at + 1, colon)
        person = passage.agent_at(colon - 1) if passage.lower[at] in grammar.to and at > start else None
        given = 0 if person is None else passage.mentions[person].first - at - 1  # names before the one known
        if person is not None and passage.mentions[person].kind is PERSON and 0 <= given <= MAX_GIVEN:
            return (reference_to(passage, grammar, colon - 1),)  # `Bupati ke Rudi Hartono: Jangan Takut`
    if passage.lower[start] in grammar.speech:
        return ()  # `Kata Bupati soal Begal Rampas Motor Warga: ...`
    return _spoken_of(passage, grammar, start, colon)


def _spoken_of(passage: Passage, grammar: Grammar, start: int, colon: int) -> tuple[Reference, ...]:
    """The one group, post or unit besides the speaker in a headline before its colon that does something or to which
    something is done (`Polisi Belajar Mengaji, Ketua MUI: ...`, `Bupati Kumpulkan Camat: ...`).
    """
    speaker = headline_speaker(passage, grammar, colon + 1)
    found: list[Reference] = []
    for at in range(start, colon):
        mention = passage.addressable_at(at)
        if mention is None or passage.mentions[mention].first != at or passage.mentions[mention].kind not in TOLD:
            continue
        if speaker is not None and speaker.mention == mention:
            continue
        last = passage.mentions[mention].last
        acts = last < colon and is_verb(passage, grammar, last) and not is_passive(passage, grammar, last)
        acts = acts and passage.lower[last] not in grammar.suffering
        done = at > start and passage.lower[before_number(passage, at - 1)] in grammar.bare_verb
        if not (acts or done):
            return ()
        found.append(reference_to(passage, grammar, at))
    return tuple(found) if len(found) == 1 else ()


def build(
    passage: Passage,
    grammar: Grammar,
    hit: CueHit,
    frame: Frame,
    issuer: Reference,
    rule: str,
    **more: Unpack[Judgement],
) -> DirectiveDraft:
    """A draft from a cue, its frame and its issuer."""
    cue = hit.form.cue
    start = frame.start
    force = cue.force
    begun = grammar.cues.forms.get(passage.lower[start], ())
    if force is Force.EMPHASISE and any(form.voice is Voice.MODAL and form.cue.force is ADVISE for form in begun):
        force = ADVISE
    end = _before_issuer(passage, issuer, start, frame.end)
    forbidden = force is FORBID or (bool(begun) and _forbids(passage, begun, start))
    forbidden = forbidden or forbidden_in(passage, grammar, hit, start, end)
    content = describe(passage, grammar, start, end, forbids=forbidden or frame.forbids)
    trigger = passage.span(hit.first, hit.last)
    return new_directive_draft(
        trigger=trigger,
        cue=cue.label,
        force=force,
        polarity=content.polarity,
        sentence=passage.sentence.index,
        rule=rule,
        issuer=issuer,
        addressees=frame.addressees,
        content=content.span,
        quotation=passage.quotation[hit.first] if passage.quotation[hit.first] >= 0 else None,
        action=content.action,
        object=content.object,
        condition=content.condition,
        purpose=content.purpose,
        period=content.period,
        authority=content.authority,
        **more,
    )


def _forbids(passage: Passage, forms: Sequence[CueForm], start: int) -> bool:
    """Whether one of the forms that may begin at a word stands there and is of a prohibition."""
    return any(
        form.cue.force is FORBID and passage.lower[start : start + len(form.words)] == form.words for form in forms
    )


def _before_issuer(passage: Passage, issuer: Reference, start: int, end: int) -> int:
    """Where a content ends: before a comma with the issuer behind it, whose own clause begins there."""
    if issuer.mention is None or issuer.sentence != passage.sentence.index:
        return end
    first = passage.mentions[issuer.mention].first
    return first - 1 if start + 1 < first < end and passage.lower[first - 1] == "," else end
