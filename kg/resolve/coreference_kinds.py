"""Whom a description of a kind of people means (`politisi X itu`, `perwira menengah itu`): who is of that kind."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from kg.model import Agent, Document, Mention, Reference, Sentence
from kg.model.members import PERSON
from kg.resolve.coreference import Event
from kg.resolve.coreference_named import Named
from kg.resolve.coreference_words import PointingWords
from kg.resolve.kinds import Kind, kind_of

REACH = 12  # sentences back to an act of speech of who is described
NEAR = 2  # sentences back to any mention of his name
MOST = 200  # acts of speech, or mentions, that are looked at, the last before a description


def of_kind(
    reference: Reference,
    text: str,
    last: Agent | None,
    events: Sequence[Event],
    document: Document,
    words: PointingWords,
    named: Named,
) -> Agent | None:
    """Whom a description with a demonstrative means: who spoke last, unless only others are of the kind that it names,
    or are told of with the names in it; then who of those spoke last or was just named."""
    *phrase, closing = text.split()
    if closing.casefold() not in words.demonstrative:
        phrase.append(closing)
    kind = kind_of(phrase, words)
    if kind.signs is None and len(phrase) != 1:
        return last  # `mantan panglima X itu`: offices are more often new
    if kind.signs is None:
        kind = Kind(frozenset({phrase[0].casefold()}), kind.names)  # `pelatih itu`: who is called one
    if last is not None and not last.office:
        kind = Kind(None, kind.names)  # of what kind he is, is not told
    for way in kind.ways():
        if last is not None and _is_of(last, way, document, reference.sentence):
            return last
        for agent in _candidates(reference, events, named, near=way.signs is not None and len(phrase) > 1):
            if _is_of(agent, way, document, reference.sentence):
                return agent
    return last


def _is_of(agent: Agent, kind: Kind, document: Document, sentence: int) -> bool:
    """Whether an agent is of a kind by what is told of him before a sentence."""
    around: frozenset[str] = frozenset()
    if not kind.names.isdisjoint(agent.person.split()):
        return False  # `kuasa hukum X itu`: X is the client
    if kind.names and agent.antecedent is not None:
        at = bisect_right(document.sentences, agent.antecedent.start, key=_start) - 1
        around = frozenset(document.sentences[at].texts) if at < sentence else around
    return kind.has([agent.office], bool(agent.rank), around)


def _candidates(reference: Reference, events: Sequence[Event], named: Named, *, near: bool) -> Iterator[Agent]:
    """The persons who spoke or acted before a reference or, if asked, are named `near`, the last first."""
    at = reference.span.start if reference.span is not None else 0
    until = bisect_left(events, at, key=_offset)
    back = (one for one in events[max(0, until - MOST) : until] if reference.sentence - one.sentence <= REACH)
    found = [(one.at, one.agent) for one in back if one.agent.person]
    until = bisect_left(named.mentions, at, key=_place) if near else 0
    since = max(until - MOST, bisect_left(named.mentions, reference.sentence - NEAR, key=_sentence)) if near else 0
    for index in range(max(0, since), until):
        mention = named.mentions[index]
        if mention.kind is PERSON:
            found.append((mention.span.start, named.agents[index]))
    for _, agent in sorted(found, key=lambda one: one[0], reverse=True):
        yield agent


def _sentence(mention: Mention) -> int:
    return mention.sentence


def _place(mention: Mention) -> int:
    return mention.span.start


def _offset(event: Event) -> int:
    return event.at


def _start(sentence: Sentence) -> int:
    return sentence.span.start
