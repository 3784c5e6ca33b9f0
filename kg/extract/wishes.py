"""What is permitted to whoever is supposed to wish it (`kalau ada yang mau menggugat, silakan`)."""

from __future__ import annotations

from kg.extract.contents import content_end
from kg.extract.cues import CueHit
from kg.extract.frames import Frame
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, is_passive, is_verb
from kg.extract.phrases import agents_in, starts_animate
from kg.model import Reference
from kg.model.members import NONE

MAX_SUPPOSED = 16  # words of a condition before the marker
MAX_WHO = 6  # words from its conjunction to the wish


def if_wished(passage: Passage, grammar: Grammar, hit: CueHit, floor: int, stop: int) -> Frame | None:
    """What a marker of permission permits under a condition beside it: what is wished there (`silakan kalau ada warga
    yang mau protes`, `kalau mau protes, silakan saja`); who wishes it is told so."""
    behind = hit.last
    while behind < stop and (passage.lower[behind] in grammar.post_cue or passage.lower[behind] in grammar.particle):
        behind += 1
    if behind < stop and passage.lower[behind] in grammar.conditional:
        return _supposed(passage, grammar, behind, stop)
    if behind < stop and not passage.is_punctuation(behind):
        return None  # `kalau mau protes silakan datang`: what is permitted stands behind
    near = range(hit.first - 1, max(floor, hit.first - MAX_SUPPOSED) - 1, -1)
    opener = next((k for k in near if passage.lower[k] in grammar.conditional), None)
    if opener is None or (opener > floor and passage.lower[opener - 1] in grammar.urgency):
        return None  # the last: `silakan kalau mau protes silakan`, told by the first
    return _supposed(passage, grammar, opener, hit.first)


def _supposed(passage: Passage, grammar: Grammar, opener: int, stop: int) -> Frame | None:
    """The wish of a condition that begins at `opener` and what is wished, an act of those who wish it."""
    near = range(opener + 1, min(stop - 1, opener + 1 + MAX_WHO))
    wish = next((k for k in near if passage.lower[k] in grammar.wanting), None)
    own = grammar.first_person | grammar.third_person | grammar.negator
    if wish is None or not own.isdisjoint(passage.lower[opener + 1 : wish]):
        return None
    verb = wish + 1
    acts = is_verb(passage, grammar, verb) or passage.lower[verb] in grammar.colloquial_verb
    if not acts or is_passive(passage, grammar, verb):
        return None  # `kalau ada upaya hukum yang mau ditempuh, silakan`
    end = min(stop, content_end(passage, grammar, verb))
    end = next((k for k in range(verb + 1, end) if passage.lower[k] in (",", *grammar.urgency)), end)
    while end - 1 > verb and (passage.lower[end - 1] in grammar.particle or passage.is_punctuation(end - 1)):
        end -= 1
    first = opener + 1
    while first < wish and (passage.lower[first] in grammar.existence or passage.lower[first] in grammar.pre_verb):
        first += 1
    who: tuple[Reference, ...] = ()
    relative = next((k for k in range(first, wish) if passage.lower[k] in grammar.relative), wish)
    if first < relative < wish and passage.lower[first] in grammar.generic:
        who = (Reference(NONE, passage.span(first, end), None, passage.sentence.index),)  # `pihak yang mau ...`
    elif first < relative and starts_animate(passage, grammar, first):
        who = agents_in(passage, grammar, first, relative)
    elif first < wish:
        if passage.lower[first] not in grammar.relative:
            return None  # `kalau hujan mau turun, silakan ...`
        who = (Reference(NONE, passage.span(first, end), None, passage.sentence.index),)
    return Frame(who, verb, end, "wish", clausal=True, demand=True)
