"""Whom a preposition says is told, and what: `kepada warga agar melapor`, `kepada para kapolsek pendirian pos`."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.complements_plain import past_attribution, past_condition, past_repeated
from kg.extract.extents import nominal_clause
from kg.extract.frames import Frame, make_frame, thing_frame
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, clause_end, is_passive, is_verb
from kg.extract.phrases import agents_in, phrase_end, starts_animate
from kg.extract.predicates import begins_predicate, is_action_noun
from kg.model import Reference
from kg.model.members import NONE, POST, UNIT

MAX_NAME = 6  # words of a name
MAX_FRONTED = 14  # words of a relative clause that names somebody
MAX_MANNER = 20  # words of how somebody is told something


def behind_preposition(passage: Passage, grammar: Grammar, at: int, stop: int) -> Frame | None:
    """`... kepada warga [agar] melapor`, `... kepada setiap kapolsek pendirian pos`."""
    end, marked = phrase_end(passage, grammar, at + 1, stop)
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


def _post_and_act(passage: Passage, members: Sequence[Reference], end: int) -> bool:
    """Whether the noun of an act stands right behind the one post that is told (`kepada para kapolres penindakan tegas
    terhadap ...`): no part of a post's name, as it may be of a group's (`petugas pengamanan`)."""
    if len(members) != 1 or members[0].mention is None:
        return False
    post = passage.mentions[members[0].mention]
    return post.kind is POST and post.last < end and is_action_noun(passage, post.last)


def demanded_behind(passage: Passage, grammar: Grammar, end: int, stop: int, *, marked: bool) -> tuple[int, int, bool]:
    """Where what is to be done begins and ends behind the phrase of whom it is told to, which ends at `end`, and
    whether a conjunction marks it."""
    start = _past_aside(passage, grammar, end, stop)
    while start < stop and (passage.lower[start] in grammar.demand or passage.lower[start] == ","):
        marked = marked or passage.lower[start] in grammar.demand
        start += 1
    served = start + 1 < stop and passage.lower[start] in grammar.benefactive
    if served and passage.lower[start + 1].startswith(("me", "ber")) and is_verb(passage, grammar, start + 1):
        start, marked = start + 1, True  # `meminta anaknya buat membeli obat`
    if not marked and (start >= stop or passage.lower[start] in grammar.colon):
        start, stop, marked = _resumed(passage, grammar, end, start, stop)
    if not marked and start < stop:
        how = _past_manner(passage, grammar, start, stop)
        start, marked = past_condition(passage, grammar, start, stop) if how is None else (how, True)
    return start, stop, marked


def told_too(
    passage: Passage, grammar: Grammar, end: int, stop: int, *, marked: bool
) -> tuple[tuple[Reference, ...], int, int, bool]:
    """Who else is told behind an object that ends at `end`, and what `demanded_behind` says of what stands behind."""
    others, behind = named_too(passage, grammar, end, stop)
    return others, *demanded_behind(passage, grammar, behind, stop, marked=marked and behind == end)


def _past_aside(passage: Passage, grammar: Grammar, comma: int, stop: int) -> int:
    """The comma behind what it is about, why, where or when that commas part from who is told (`kami minta kepada
    dinas, soal pupuk itu, agar ...`, `nelayan, demi keselamatan, memakai ...`); the first comma if nothing of the kind
    stands there."""
    if comma + 2 >= stop or passage.lower[comma] != ",":
        return comma
    near = range(comma + 2, min(stop - 1, comma + MAX_FRONTED))
    second = next((k for k in near if passage.lower[k] == ","), comma)
    opener, behind = passage.lower[comma + 1], passage.lower[second + 1]
    if second == comma or passage.quotation[comma + 1] != passage.quotation[comma]:
        return comma
    if opener in grammar.conditional and behind in grammar.prohibitive:
        return second if passage.quotation[comma] >= 0 else comma  # where the prohibition would be one of its own
    timed = opener in grammar.time_clause or opener in grammar.period
    opens = timed or opener in grammar.preposition or opener in grammar.topic
    return second if opens and (behind in grammar.demand or begins_predicate(passage, grammar, second + 1)) else comma


def _past_manner(passage: Passage, grammar: Grammar, at: int, stop: int) -> int | None:
    """What is to be done behind how somebody is told it and a conjunction (`mengingatkan jajaran secara berjenjang dari
    atas ke bawah untuk netral`); `None` if no manner stands there, or a verb follows it."""
    if passage.lower[at] not in grammar.manner:
        return None
    for k in range(at + 2, min(stop - 1, at + MAX_MANNER)):
        if passage.lower[k] in grammar.demand:
            return k + 1
        if is_verb(passage, grammar, k):
            return None
    return None


def _resumed(passage: Passage, grammar: Grammar, end: int, at: int, stop: int) -> tuple[int, int, bool]:
    """Where what is to be done begins and ends, and whether a conjunction marks it, if who says so parts a quotation
    behind the addressee (`"Saya minta camat," kata Bupati, "turun ke desa."`), or a colon parts it (`menekankan kepada
    prajurit: jaga netralitas`); else `at` and `stop`."""
    start = past_attribution(passage, grammar, end)
    if start is None and _lists(passage, grammar, end):
        return end + 1, stop, True
    if start is None:
        return at, stop, False
    marked = passage.lower[start] in grammar.demand
    while start < len(passage) and passage.lower[start] in grammar.demand:
        start += 1
    return start, clause_end(passage, start), marked


def _lists(passage: Passage, grammar: Grammar, colon: int) -> bool:
    """Whether a verb stands behind a colon inside a sentence, outside quotation marks."""
    if colon + 1 >= len(passage) or passage.lower[colon] not in grammar.colon:
        return False
    told = passage.sentence.is_title or passage.title_case
    return not told and passage.quotation[colon + 1] < 0 and begins_predicate(passage, grammar, colon + 1)


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


def named_too(passage: Passage, grammar: Grammar, comma: int, stop: int) -> tuple[tuple[Reference, ...], int]:
    """Who else is told behind a comma and `juga`, by names that no mention need cover, and where they end (`kepada
    Pertamina, juga AKR, Shell, untuk ...`)."""
    if 0 < comma < stop and passage.lower[comma] in grammar.adding and passage.lower[comma - 1] == ",":
        comma -= 1
    first = comma + 2
    if first >= stop or passage.lower[comma] != "," or passage.lower[comma + 1] not in grammar.adding:
        return (), comma
    if starts_animate(passage, grammar, first):
        last, _ = phrase_end(passage, grammar, first, stop)
        return agents_in(passage, grammar, first, last), last
    members: list[Reference] = []
    at = begun = first
    while at <= stop:
        name = at < stop and passage.sentence.tags[at] in ("PROPN", "NOUN") and not is_verb(passage, grammar, at)
        if not name:
            if at > begun:
                members.append(Reference(NONE, passage.span(begun, at), None, passage.sentence.index))
            joins = at < stop and (passage.lower[at] == "," or passage.lower[at] in grammar.list_conjunction)
            if not joins:
                break
            begun = at + 1
        at += 1
    return tuple(members), min(at, stop) if members else comma
