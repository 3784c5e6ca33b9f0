"""Who an expression refers to: mentions to entities, pronouns and descriptions to who was speaking before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress

from kg.lexicon.remembered import Remembered
from kg.model import Agent, Document, Mention, MentionKind, Sentence, Span
from kg.model.making import maker, quickly_made
from kg.model.members import PERSON, POST

PERSONAL = (PERSON, POST)
NEAR = 3  # sentences: how far ahead a name may be that the lead withholds
BACK = 2  # sentences: how far back a quoted pronoun may point
SUBJECT = "nsubj"
ENCLITIC = "nya"
AGENTIVE = "obl:agent"
IS_SUBJECT = Remembered[str, bool](lambda relation: relation.startswith(SUBJECT), 1024)

new_agent = maker(Agent)


@quickly_made
@dataclass(frozen=True, slots=True)
class Event:
    """That somebody speaks or is the subject of a sentence, at an offset: what a later pronoun may point back to.

    `speech` is False for the subject of another verb; `named` says that the passage names the agent there, `quoting`
    that the cue belongs to a quotation, `introduces` that the article speaks of the agent for the first time, `person`
    that the agent is one person, `presides` that an officer does there what his office is for.
    """

    at: int
    sentence: int
    agent: Agent
    speech: bool
    named: bool
    quoting: bool = False
    introduces: bool = False
    person: bool = True
    presides: bool = False


new_event = maker(Event)


def subject_events(
    document: Document,
    mentions: Sequence[Mention],
    agents: Mapping[int, Agent],
    quoted: Sequence[Span],
    pointing: frozenset[str],
    attending: frozenset[str],
    undergoing: frozenset[str],
    presiding: frozenset[str],
) -> Iterable[Event]:
    """The persons and posts that are subjects of main clauses outside quotations (UD nsubj of the root), or agents.

    A description that a demonstrative of `pointing` closes ("Putra sulung Bupati X ini") introduces nobody and is left
    out. A passive agent (UD obl:agent) counts only where the article introduces somebody ("disambut oleh Camat X") and
    no person is the subject ("Camat X dilantik Bupati Y"). Who only attends by a verb of `attending` ("dihadiri oleh
    Camat X") is introduced by nothing that he does, nor is who only undergoes something by one of `undergoing`
    ("Direktur X disebut mengetahuinya"). An officer presides by a verb of `presiding` ("Bupati meninjau posko").
    """
    by_sentence: dict[int, list[int]] = {}
    for index, mention in enumerate(mentions):
        if mention.kind in PERSONAL:
            by_sentence.setdefault(mention.sentence, []).append(index)
    seen: set[int] = set()
    starts = [span.start for span in quoted]
    for sentence in document.sentences:
        if sentence.index not in by_sentence:
            continue
        here = by_sentence[sentence.index]
        introducing = _main_subjects(sentence)
        opening = None if introducing else _opening_topic(sentence, mentions, here)
        if opening is not None:
            introducing = [opening]
        if AGENTIVE in sentence.relations:
            agents_of_passives = [at for at, relation in enumerate(sentence.relations) if relation == AGENTIVE]
            introducing = sorted({*introducing, *agents_of_passives})
        told_of = False  # whether a person is the subject
        for at in introducing:
            agentive = sentence.relations[at] == AGENTIVE
            word = sentence.words[at]
            quotation = bisect_right(starts, word.span.start) - 1
            if quotation >= 0 and word.span.start < quoted[quotation].end:
                continue
            over = mention_over(mentions, here, at)
            if over is not None and not _points_back(sentence, mentions[over], mentions, here, pointing):
                agent = agents[over]
                first = bool(agent.person) and (agent.entity is None or agent.entity not in seen)
                told_of = told_of or (not agentive and bool(agent.person))
                if (first and not told_of) or not agentive:
                    verbs = sentence.lowers[word.head : word.head + 2] if word.head >= 0 else ()  # "turut ditahan"
                    introduces = first and (attending if agentive else undergoing).isdisjoint(verbs)
                    yield new_event(
                        word.span.start,
                        sentence.index,
                        agent,
                        speech=False,
                        named=True,
                        introduces=introduces,
                        presides=not agentive and bool(agent.office) and not presiding.isdisjoint(verbs[:1]),
                    )
        if not sentence.is_title:
            for index in here:
                known = agents[index].entity
                if known is not None and (mentions[index].kind is PERSON or not agents[index].person):
                    seen.add(known)  # "Warga mendatangi bupati" introduces no name


def mention_over(mentions: Sequence[Mention], here: Sequence[int], word: int) -> int | None:
    """The mention over a word of a sentence, `here` being those of the sentence."""
    for index in here:
        if mentions[index].first <= word < mentions[index].last:
            return index
    return None


def _points_back(
    sentence: Sentence, mention: Mention, mentions: Sequence[Mention], here: Sequence[int], pointing: frozenset[str]
) -> bool:
    """Whether a demonstrative closes the phrase of a mention and of the one right behind it."""
    end = mention.last
    for index in here:
        if mentions[index].first == end:
            end = mentions[index].last
    closing = end < len(sentence.words) and sentence.words[end].lower in pointing
    return closing and (end != mention.last or not mention.anaphoric)


def _main_subjects(sentence: Sentence) -> list[int]:
    """The subjects of the root (UD nsubj with its subtypes)."""
    found = []
    relations = sentence.relations
    for word in compress(sentence.words, map(IS_SUBJECT.__getitem__, relations)):
        if word.head >= 0 and relations[word.head] == "root":
            found.append(word.index)  # noqa: PERF401 # mostly none: a comprehension takes longer
    return found


def _opening_topic(sentence: Sentence, mentions: Sequence[Mention], here: Sequence[int]) -> int | None:
    """The first word of a post and name that open a sentence and close with a comma: its topic, whatever the verb.

    The sentence has no main subject of its own.
    """
    if sentence.is_title:
        return None
    end = 0
    kinds: list[MentionKind] = []
    for index in here:
        gap = sentence.words[end : mentions[index].first]
        if len(gap) > (1 if kinds else 0) or any(word.text != "," for word in gap):
            break
        kinds.append(mentions[index].kind)
        end = mentions[index].last
    closed = end < len(sentence.words) and sentence.words[end].text == ","
    return 0 if closed and set(kinds) == set(PERSONAL) else None


def antecedent(
    events: Sequence[Event],
    at: int,
    sentence: int,
    *,
    of_quotation: bool,
    speech_only: bool = False,
    others: frozenset[int] = frozenset(),
    barred: Callable[[Event], bool] | None = None,
    own: Callable[[Event], bool] | None = None,
) -> Agent | None:
    """The agent that a third person pronoun at an offset points back to, `None` if nobody fits.

    A person: the last who spoke; or the subject of a later sentence without speech if nobody spoke before, if the
    article introduces them there with name and post, but nobody if the sentence before is about another, or if they
    preside in the sentence right before. A body only
    for a cue behind a quotation (`of_quotation`): the body quoted last, or one that spoke where no person did. `events`
    are in order of their offsets; with `speech_only` those without speech do not count, and nobody of `others`
    (entities) or `barred` does. `own` tells who speaks of himself whether or not he is a person.
    """
    subject: Agent | None = None
    body: Agent | None = None
    rival = False  # whether the sentence before is about `subject`
    for index in range(bisect_left(events, at, key=_offset) - 1, -1, -1):
        event = events[index]
        if _overshadowed(events, index) or (speech_only and not event.speech) or event.agent.entity in others:
            continue
        if barred is not None and barred(event):
            continue
        if own is not None and own(event):
            return event.agent
        if not event.person and not (event.quoting and of_quotation):
            body = body or (event.agent if event.speech else None)
        elif event.speech:
            return event.agent
        elif event.introduces and event.agent.office and sentence - event.sentence <= NEAR:
            return None if rival and subject is not None and subject.label != event.agent.label else event.agent
        elif event.presides and subject is None and sentence - event.sentence == 1:
            return event.agent
        else:
            rival = rival or (subject is None and sentence - event.sentence == 1)
            subject = subject or event.agent
    return subject or (body if of_quotation else None)


def _offset(event: Event) -> int:
    return event.at


def _overshadowed(events: Sequence[Event], index: int) -> bool:
    """Whether another event of the sentence tells who speaks there.

    The subject of what is reported speaks less than the reporter, and so does who is reported to speak ("X menambahkan
    bahwa Y meminta ..."), unless a quotation is theirs.
    """
    event = events[index]
    before = index - 1
    while before >= 0 and events[before].sentence == event.sentence:
        if events[before].speech and not event.quoting:
            return True
        before -= 1
    after = index + 1
    while not event.speech and after < len(events) and events[after].sentence == event.sentence:
        if events[after].speech:
            return True
        after += 1
    return False


def _sentence(mention: Mention) -> int:
    return mention.sentence


def third_person_in_quotation(
    span: Span,
    sentence: int,
    document: Document,
    mentions: Sequence[Mention],
    agents: Mapping[int, Agent],
    speaker: Agent | None,
) -> Agent | None:
    """Whom a quoted speaker means by a third person pronoun ("Beliau meminta ..."): somebody named close by.

    A name in brackets behind the pronoun; else the last subject (UD nsubj) of this or the two sentences before, else
    the last person named in them.
    """
    words = document.sentences[sentence].words
    behind = document.sentences[sentence].word_from(span.end)
    if behind < len(words) and words[behind].text == "(":
        for index in range(bisect_left(mentions, sentence, key=_sentence), len(mentions)):
            mention = mentions[index]
            if mention.sentence == sentence and mention.first == behind + 1 and mention.kind in PERSONAL:
                return agents[index]
            if mention.sentence > sentence:
                break
    nearest: Agent | None = None
    subject: Agent | None = None
    for index in range(bisect_left(mentions, sentence - BACK, key=_sentence), len(mentions)):
        mention = mentions[index]
        if mention.sentence > sentence:
            break
        if mention.kind not in PERSONAL or mention.former:
            continue
        if mention.span.start >= span.start or (speaker is not None and agents[index].label == speaker.label):
            continue
        nearest = agents[index]
        head = document.sentences[mention.sentence].words[mention.first : mention.last]
        if any(word.deprel.startswith("nsubj") for word in head):
            subject = agents[index]
    return subject or nearest


def ahead(events: Sequence[Event], at: int, sentence: int, *, of_quotation: bool) -> Agent | None:
    """The first speaker named within the next sentences, for a lead that withholds the name: of a quotation no body
    that is not quoted there, nor whom his office calls another's."""
    for index in range(bisect_right(events, at, key=_offset), len(events)):
        event = events[index]
        if event.sentence - sentence > NEAR:
            return None
        if event.speech and event.named and (event.person or event.quoting or not of_quotation):
            own = event.agent.office.casefold().endswith(ENCLITIC)
            return None if own else event.agent  # `pengacaranya`: another's, who was spoken of before
    return None


def referring(agent: Agent, span: Span | None, reason: str) -> Agent:
    """The same agent as another expression refers to it."""
    reasons = (*agent.reasons, reason)
    return new_agent(agent.kind, agent.office, agent.person, agent.rank, span, agent.antecedent, agent.entity, reasons)
