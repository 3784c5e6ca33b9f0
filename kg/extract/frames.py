"""The frame of a cue: who is addressed, and which words say what is to be done."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.content_aside import remarks_in_headline
from kg.extract.contents import content_end
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage
from kg.extract.phrases import reference_to
from kg.extract.predicates import begins_predicate, is_action_noun, is_predicative
from kg.lexicon.cues import Voice
from kg.model import Reference
from kg.model.making import maker, quickly_made
from kg.model.members import FORBID


@quickly_made
@dataclass(frozen=True, slots=True)
class Frame:
    """Addressees and the content's words `[start, end)`; `clausal` if the content is a clause, `demand` if a
    conjunction, modal or prohibitive makes it a demand, `passive` if its verb is one, `forbids` if a prohibitive before
    the addressees makes it what they are not to do; `kind` names the pattern."""

    addressees: tuple[Reference, ...]
    start: int
    end: int
    kind: str
    clausal: bool
    demand: bool
    passive: bool = False
    forbids: bool = False


new_frame = maker(Frame)


def make_frame(
    passage: Passage,
    grammar: Grammar,
    members: tuple[Reference, ...],
    start: int,
    kind: str,
    *,
    demand: bool,
    passive: bool = False,
) -> Frame | None:
    """The frame of a content that begins at word `start`; `None` if nothing there is a predicate."""
    if start and remarks_in_headline(passage, grammar, start):
        return None  # `Ingatkan Pemkot soal Cagar Budaya, Sindir Proyek Taman`
    end = content_end(passage, grammar, start)
    action = demand and not members and is_action_noun(passage, start)  # `memerintahkan untuk penyelidikan`
    going = demand and bool(members) and end - start > 1 and passage.lower[start] in grammar.to  # `untuk ke Samsat`
    going = going or (demand and passage.lower[start] in grammar.colloquial_verb)  # `untuk patroli`
    if end <= start or not (action or going or _has_predicate(passage, grammar, start, end)):
        return None
    modal = passage.lower[start] in grammar.prohibitive or passage.lower[start] in grammar.obligation
    modal = modal or _forbidden(passage, grammar, start)
    return new_frame(members, start, end, kind, clausal=True, demand=demand or modal, passive=passive)


def _forbidden(passage: Passage, grammar: Grammar, start: int) -> bool:
    """Whether a modal of several words forbids what follows (`menekankan anggota tidak boleh ...`)."""
    return any(
        form.voice is Voice.MODAL
        and form.cue.force is FORBID
        and passage.lower[start : start + len(form.words)] == form.words
        for form in grammar.cues.forms.get(passage.lower[start], ())
    )


def _has_predicate(passage: Passage, grammar: Grammar, start: int, end: int) -> bool:
    at = start
    while at < end and not is_predicative(passage, grammar, at):
        at += 1
    return at < end


def thing_frame(passage: Passage, grammar: Grammar, told: Reference, at: int, stop: int) -> Frame | None:
    """What is asked of somebody behind his name: a thing (`memerintahkan kepada kapolsek pendirian pos`), or what he is
    to do behind where he is (`... kepada warga di tiga desa bersama-sama membantu`); `None` for a relative clause."""
    if passage.lower[at] in grammar.relative:
        return None  # `mengingatkan kepada warga yang datang bahwa ...`
    if passage.lower[at] not in grammar.preposition:
        end = content_end(passage, grammar, at)
        if not grammar.that.isdisjoint(passage.lower[at:end]):
            return None  # `mengingatkan kepada pengguna media sosial bahwa ...`: a fact
        return new_frame((told,), at, end, "preposition-thing", clausal=False, demand=False)
    does = next((k for k in range(at + 1, stop) if begins_predicate(passage, grammar, k)), stop)
    ends = grammar.relative | grammar.that | grammar.clause_opener
    if does == stop or not ends.isdisjoint(passage.lower[at:does]):
        return None
    return make_frame(passage, grammar, (told,), does, "preposition", demand=False)


def headline_frame(passage: Passage, grammar: Grammar, at: int, stop: int) -> Frame | None:
    """A headline may leave the verb out: `Perintahkan Kapolres Patroli Skala Besar`, `Larang Kepala Dinas Cuti`."""
    if not passage.title_case:
        return None
    end = at
    members: list[Reference] = []
    while end < stop:
        if passage.addressable_at(end) is not None:
            members.append(reference_to(passage, grammar, end))
            end = passage.mentions[passage.mention[end]].last
        elif (
            passage.lower[end] in grammar.list_conjunction
            or passage.lower[end] in grammar.quantifier
            or passage.lower[end] in (",", ":")
        ):
            end += 1
        else:
            break
    if not members or end >= stop or passage.lower[end] in grammar.preposition | grammar.relative:
        return None
    return new_frame(
        tuple(members),
        end,
        content_end(passage, grammar, end),
        "headline",
        clausal=True,
        demand=passage.lower[end - 1] in grammar.colon,
    )
