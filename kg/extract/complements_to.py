"""Whom a preposition says is told, and what: `kepada warga agar melapor`, `kepada para kapolsek pendirian pos`."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.complements_aside import demanded_behind, named_too
from kg.extract.complements_plain import past_repeated
from kg.extract.extents import nominal_clause
from kg.extract.frames import Frame, make_frame, thing_frame
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, is_passive, is_verb
from kg.extract.phrases import agents_in, phrase_end, starts_animate
from kg.extract.predicates import begins_predicate, is_action_noun
from kg.model import Reference
from kg.model.members import NONE, POST, UNIT

MAX_NAME = 6  # words of a name
MAX_FRONTED = 14  # words of a relative clause that names somebody


def behind_preposition(passage: Passage, grammar: Grammar, at: int, stop: int) -> Frame | None:
    """`... kepada warga [agar] melapor`, `... kepada setiap kapolsek pendirian pos`."""
    end, marked = phrase_end(passage, grammar, at + 1, stop)
    comma = None if marked else _before_clause(passage, grammar, at + 1, end, stop)
    if comma is not None and (told := agents_in(passage, grammar, at + 1, comma)):
        return make_frame(passage, grammar, told, comma + 1, "preposition", demand=True)
    members = agents_in(passage, grammar, at + 1, end)
    others, behind = named_too(passage, grammar, end, stop)
    members, end = members + (others if members else ()), behind
    start, stop, marked = demanded_behind(passage, grammar, end, stop, marked=marked)
    there = not grammar.existence.isdisjoint(passage.lower[start : start + 1])
    if passage.lower[at - 1] in grammar.hoping and not marked and there:
        return None  # `berharap pada dukun ada yang sembuh`
    if others and start >= stop:
        return None  # `kami imbau kepada Bank Maju, juga Bank Jaya`: what, is left out
    named = end
    while named > at + 2 and passage.is_punctuation(named - 1):
        named -= 1
    person = marked or passage.lower[at] in grammar.to_person
    if not members and person and 0 < named - at - 1 <= MAX_NAME and start < stop:
        members = (Reference(NONE, passage.span(at + 1, named), None, passage.sentence.index),)
    if not members:
        return None
    says = start < stop and passage.lower[start - 1] == "," and passage.lower[start] in grammar.speech
    if not marked and (
        start >= stop or says or _post_and_act(passage, members, end) or not begins_predicate(passage, grammar, start)
    ):
        # `memerintahkan kepada setiap kapolsek pendirian pos`: the thing to be done stands behind the addressee.
        first = members[0]
        if first.mention is None or passage.mentions[first.mention].last >= end:
            return None
        return thing_frame(passage, grammar, first, passage.mentions[first.mention].last, stop)
    if start >= stop:
        return None
    start = past_repeated(passage, grammar, at + 1, start, stop) if marked else start
    return make_frame(passage, grammar, members, start, "preposition", demand=marked)


def _before_clause(passage: Passage, grammar: Grammar, first: int, end: int, stop: int) -> int | None:
    """The comma before those to whom something must or must not be done (`kepada mantri, orang miskin tidak boleh
    ditolak`), the last of what seems a list of whom it is said to; `None` if a list it is."""
    verb = end
    while verb < stop - 1 and (passage.lower[verb] in grammar.negator or passage.lower[verb] in grammar.needless):
        verb += 1
    while verb < stop - 1 and (passage.lower[verb] in grammar.must or passage.lower[verb] in grammar.urgency):
        verb += 1
    if verb == end or verb >= stop or not is_passive(passage, grammar, verb):
        return None
    comma = next((k for k in range(end - 1, first, -1) if passage.lower[k] == ","), None)
    if comma is None or not grammar.list_conjunction.isdisjoint(passage.lower[comma:end]):
        return None
    return comma


def _post_and_act(passage: Passage, members: Sequence[Reference], end: int) -> bool:
    """Whether the noun of an act stands right behind the one post that is told (`kepada para kapolres penindakan tegas
    terhadap ...`): no part of a post's name, as it may be of a group's (`petugas pengamanan`)."""
    if len(members) != 1 or members[0].mention is None:
        return False
    post = passage.mentions[members[0].mention]
    return post.kind is POST and post.last < end and is_action_noun(passage, post.last)


def headless(passage: Passage, grammar: Grammar, at: int, stop: int) -> Frame | None:
    """`diimbau untuk yang sakit agar ...`: whom a relative clause without a head means is told what follows the next
    conjunction of a demand; `None` without one."""
    again = next(
        (k for k in range(at + 2, min(stop - 1, at + MAX_FRONTED)) if passage.lower[k] in grammar.demand), None
    )
    if again is None or "," in passage.lower[at:again] or nominal_clause(passage, grammar, at):
        return None
    those = (Reference(NONE, passage.span(at, again), None, passage.sentence.index),)
    return make_frame(passage, grammar, those, again + 1, "conjunction-subject", demand=True)


def those_who(passage: Passage, grammar: Grammar, at: int, stop: int) -> Frame | None:
    """`minta yang belum mendaftar segera mendaftar`: whom a relative clause of a verb describes is told what follows a
    conjunction of a demand or a word of haste; `None` where it describes a thing (`minta yang jelas`)."""
    if passage.lower[at] not in grammar.relative or not any(is_verb(passage, grammar, k) for k in (at + 1, at + 2)):
        return None
    soon = next((k for k in range(at + 2, min(stop - 1, at + MAX_FRONTED)) if passage.lower[k] in grammar.urgency), at)
    if soon == at or not grammar.demand.isdisjoint(passage.lower[at:soon]):
        marked = headless(passage, grammar, at, stop)
        done = marked is not None and is_passive(passage, grammar, _verb_behind(passage, grammar, marked))
        return None if done else marked
    acts = is_verb(passage, grammar, soon + 1) and not is_passive(passage, grammar, soon + 1)
    if not acts or "," in passage.lower[at:soon]:
        return None  # a thing that is to be dealt with: `minta yang rusak segera diperbaiki`
    those = (Reference(NONE, passage.span(at, soon), None, passage.sentence.index),)
    return make_frame(passage, grammar, those, soon, "object", demand=False)


def _verb_behind(passage: Passage, grammar: Grammar, frame: Frame) -> int:
    """The first verb of a frame, or where it starts."""
    return next((k for k in range(frame.start, frame.end) if is_verb(passage, grammar, k)), frame.start)


def told_behind(passage: Passage, grammar: Grammar, at: int, end: int) -> tuple[tuple[Reference, ...], int]:
    """The one post or unit that is told behind an act that is asked for, and where the act ends (`memerintahkan
    pengusutan kasus itu kepada Kabareskrim`); not the receiver of what is given."""
    for k in range(at, end - 1):
        if passage.lower[k] in grammar.relative or passage.lower[k] in grammar.bestowal or is_verb(passage, grammar, k):
            break
        if passage.lower[k] in grammar.to_person:
            found = passage.addressable_at(k + 1)
            if found is None or passage.mentions[found].kind not in (POST, UNIT):
                break
            last, _ = phrase_end(passage, grammar, k + 1, end)
            return (agents_in(passage, grammar, k + 1, last), k) if last == end else ((), end)
    return (), end


def asked_of(passage: Passage, grammar: Grammar, at: int, stop: int) -> bool:
    """Whether a demand follows those of whom something is asked with a preposition of origin (`kami minta dari dinas
    agar ...`)."""
    source = passage.lower[at] in grammar.origin and passage.lower[at] in grammar.by
    if not source or at + 1 >= stop or not starts_animate(passage, grammar, at + 1):
        return False
    _, marked = phrase_end(passage, grammar, at + 1, stop)
    return marked
