"""Where cues of directives stand in a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.grammar import Grammar
from kg.extract.kinds import CUE
from kg.extract.passage import Passage
from kg.lexicon.cues import CueForm, Voice
from kg.model.making import maker, quickly_made
from kg.model.members import GROUP


@quickly_made
@dataclass(frozen=True, slots=True)
class CueHit:
    """A form of a cue over the words `[first, last)` of a passage."""

    first: int
    last: int
    form: CueForm
    voice: Voice  # that of the form: a field is read more quickly than what is computed


new_cue_hit = maker(CueHit)


def find_cues(passage: Passage, grammar: Grammar) -> tuple[CueHit, ...]:
    """All cue forms of a sentence from left to right; the longest form at a word wins, one form a word."""
    if not passage.led & CUE:
        return ()
    hits: list[CueHit] = []
    behind = 0
    for at, kind in passage.leads:
        hit = _form_at(passage, grammar, at) if kind & CUE and at >= behind else None
        if hit is not None:
            hits.append(hit)
            behind = hit.last
    return tuple(hits)


def _form_at(passage: Passage, grammar: Grammar, at: int) -> CueHit | None:
    if passage.split[at]:
        token, behind = written(passage, at)
        for form in grammar.cues.forms.get(token, ()):
            last = behind if form.words == (token,) else _end_of(passage, at, form.words)
            if last is not None:  # `sebaiknya`, which the parser splits into sebaik and nya; `alang|kah baik|nya`
                return new_cue_hit(at, last, form, form.voice)
    for form in grammar.cues.forms.get(passage.lower[at], ()):
        last = at + 1 if len(form.words) == 1 else _end_of(passage, at, form.words)
        if last is not None and not _inside_name(passage, at, form):
            here = _voice_here(passage, grammar, at, form)
            return new_cue_hit(at, last, here, here.voice)
    return None


def _end_of(passage: Passage, at: int, words: tuple[str, ...]) -> int | None:
    """The end of a form's words, which the parser may have split (`alangkah baik|nya`); `None` if they differ."""
    for word in words:
        if at >= len(passage.lower):
            return None
        if passage.lower[at] == word:
            at += 1
            continue
        if not passage.split[at]:
            return None
        token, behind = written(passage, at)
        if token != word:
            return None
        at = behind
    return at


def written(passage: Passage, at: int) -> tuple[str, int]:
    """The written token that begins at word `at`, enclitics included, and the word behind it."""
    behind = at + 1
    while passage.split[behind - 1]:
        behind += 1
    return "".join(passage.lower[at:behind]), behind


def _inside_name(passage: Passage, at: int, form: CueForm) -> bool:
    """Whether the word belongs to a mention that is more than the word: `Instruksi Presiden Nomor 2`, `PT Perintah
    Jaya`."""
    found = passage.mention[at]
    if found < 0:
        return False
    mention = passage.mentions[found]
    return mention.last - mention.first > len(form.words)


def _voice_here(passage: Passage, grammar: Grammar, at: int, form: CueForm) -> CueForm:
    """The form in the voice that the context gives it, where one spelling has several (`harap`, `perintah`)."""
    rivals = grammar.cues.forms[form.words[0]]
    if len(rivals) > 1:
        rivals = tuple([other for other in rivals if other.words == form.words])
    if len(rivals) == 1:
        return form
    before = passage.lower[at - 1] if at else ""
    speaker = passage.agent_at(at - 1) if at and passage.title_case else None
    named = speaker is not None and passage.mentions[speaker].kind is not GROUP  # `Bupati Harap Warga ...`
    pronoun = named or before in grammar.first_person or before in grammar.third_person
    wanted = (Voice.BARE, Voice.PASSIVE) if pronoun else (Voice.NOUN, Voice.PASSIVE, Voice.IMPERATIVE)
    for voice in wanted:
        for other in rivals:
            if other.voice is voice:
                return other
    return form
