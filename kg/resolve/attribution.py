"""Whose words a quotation or a passage without a cue of its own is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.model import Agent, Document, Mention, Quotation, ReferenceKind, ReportedSpeech
from kg.model.members import DESCRIPTION, PLACE
from kg.resolve.coreference import Event, referring
from kg.resolve.coreference_quoted import is_initials

ANOTHER = "words of another"  # rule of reports of whose words somebody hands on
LONGEST_OPENING = 4  # words
LEAD = 4  # sentences, the title among them, that may come before the name of who said what they tell
REACH = 4  # sentences that one attribution may be carried on without another
FAR = 2  # sentences behind the last act of speech: one at least between them reports nobody


@dataclass(frozen=True, slots=True)
class Passages:
    """For each sentence, who is reported there (`None`: nobody, or it is not plain), and how many sentences behind the
    last act of speech it stands."""

    speakers: tuple[Agent | None, ...]
    behind: tuple[int, ...]

    def speaker(self, sentence: int) -> Agent | None:
        """Who a sentence reports."""
        return self.speakers[sentence] if 0 <= sentence < len(self.speakers) else None

    def own(self, sentence: int) -> Agent | None:
        """Who speaks in a sentence by an act of speech of its own."""
        return self.speaker(sentence) if sentence < len(self.behind) and self.behind[sentence] == 0 else None

    def carried_far(self, sentence: int) -> bool:
        """Whether sentences that report nobody part this one from the speaker: the report itself may tell it."""
        return self.behind[sentence] >= FAR


def topic_shifts(
    document: Document, mentions: Sequence[Mention], quotations: Sequence[Quotation], openings: frozenset[str]
) -> frozenset[int]:
    """The sentences by which a passage leaves its speaker.

    They open with words of `openings` ("Sementara itu, ..."), or open a paragraph with a place ("Di Wamena, ...").
    """
    shifting = set()
    starts = [quotation.span.start for quotation in quotations]
    first_words = _first_words(openings)
    for sentence in document.sentences:
        if first_words.isdisjoint(sentence.lowers[:LONGEST_OPENING]):
            continue
        words = [word.lower for word in sentence.words[:LONGEST_OPENING] if word.upos != "PUNCT"]
        around = bisect_right(starts, sentence.words[0].span.start) - 1
        if around >= 0 and quotations[around].span.covers(sentence.words[0].span):
            continue
        if any(" ".join(words[:length]) in openings for length in range(1, len(words) + 1)):
            shifting.add(sentence.index)
    for mention in mentions:
        if mention.kind is not PLACE or mention.first != 1:
            continue
        sentence = document.sentences[mention.sentence]
        opens = mention.sentence == 0 or document.sentences[mention.sentence - 1].paragraph != sentence.paragraph
        if opens and sentence.words[0].upos == "ADP":
            shifting.add(mention.sentence)
    return frozenset(shifting)


@lru_cache(maxsize=2)
def _first_words(openings: frozenset[str]) -> frozenset[str]:
    return frozenset(opening.partition(" ")[0] for opening in openings)


def _speaks_of(label: str, sentence: int, mentions: Sequence[Mention], agents: Mapping[int, Agent]) -> bool:
    """Whether a sentence mentions who has that label."""
    for at, mention in enumerate(mentions):
        if mention.sentence > sentence:
            break
        if mention.sentence == sentence and agents[at].label == label:
            return True
    return False


def passages(
    document: Document,
    events: Sequence[Event],
    shifts: frozenset[int],
    mentions: Sequence[Mention],
    agents: Mapping[int, Agent],
) -> Passages:
    """The speaker of each sentence.

    A sentence with its own act of speech reports that speaker. One without carries on the speaker before it, unless it
    or a sentence between shifts the topic or introduces somebody else as its subject, or the speaker is far behind and
    does not speak next either. Title and lead may withhold who is named next; whom they mention themselves they only
    speak of.
    """
    own: dict[int, Agent] = {}
    introduced: dict[int, Agent] = {}
    for event in events:
        if event.speech and event.sentence not in own:
            own[event.sentence] = event.agent
        elif event.introduces:
            introduced[event.sentence] = event.agent
    following: list[Agent | None] = [None] * len(document.sentences)
    coming: Agent | None = None
    for sentence in reversed(document.sentences):
        following[sentence.index] = coming
        coming = own.get(sentence.index, coming)
    speakers: list[Agent | None] = []
    behind: list[int] = []
    current: Agent | None = None
    carried: Agent | None = None  # the current speaker, where no act of speech says so
    distance = 0
    for sentence in document.sentences:
        index = sentence.index
        if index in own and not own[index].office and is_initials(own[index].person):
            distance += 1  # what a suspect says goes on nowhere
            speakers.append(own[index])
            behind.append(0)
            continue
        if index in own:
            current, carried, distance = own[index], None, 0
            speakers.append(current)
            behind.append(0)
            continue
        distance += 1
        behind.append(distance if current is not None else 0)
        other = introduced.get(index)
        if index in shifts or (current is not None and other is not None and other.label != current.label):
            current = None
        if current is None:
            speakers.append(None)
            continue
        coming_next = following[index]
        same = coming_next is not None and coming_next.label == current.label
        if same or distance <= REACH:
            carried = carried or referring(current, None, "carries on who spoke before")
            speakers.append(carried)
        else:
            speakers.append(None)
    lead = _lead_speaker(document, events)
    for index in range(lead.sentence if lead is not None else 0):
        if lead is None or speakers[index] is not None:
            continue
        if not _speaks_of(lead.agent.label, index, mentions, agents):
            speakers[index] = referring(lead.agent, None, "the lead tells what is reported of who is named next")
    return Passages(tuple(speakers), tuple(behind))


def _lead_speaker(document: Document, events: Sequence[Event]) -> Event | None:
    """The first act of speech, if title and lead before it are short and speak of nobody else who could be meant."""
    first = next((event for event in events if event.speech), None)
    if first is None or not first.named or first.sentence > LEAD:
        return None
    others = [event for event in events if event.at < first.at and event.agent.label != first.agent.label]
    return None if others or document.sentences[first.sentence].is_title else first


def quotation_speakers(
    document: Document,
    quotations: Sequence[Quotation],
    reports: Sequence[ReportedSpeech],
    speakers: Sequence[Agent | None],
    reported: Passages,
) -> tuple[Agent | None, ...]:
    """The speaker of each quotation: its cue's, else that of the speech it carries on or is carried on by, else of the
    passage it stands in; a list that nobody is said to give may be the report's own advice."""
    found: list[Agent | None] = [None] * len(quotations)
    texts = set()  # quotations that are read from a text, or whose cue points to nobody plain
    another = {}  # quotations to whose words they hand on
    for report, speaker in zip(reports, speakers, strict=True):
        if report.quotation is not None and report.rule == ANOTHER:
            another[report.quotation] = speaker
    for index, speaker in another.items():
        found[index] = speaker
        if speaker is None:
            texts.add(index)
    for report, speaker in zip(reports, speakers, strict=True):
        if report.quotation is not None and found[report.quotation] is None and report.quotation not in another:
            found[report.quotation] = speaker
            if speaker is None and report.speaker.kind in (DESCRIPTION, ReferenceKind.PRONOUN):
                texts.add(report.quotation)
    for quotation in quotations:
        if found[quotation.index] is None and quotation.continues is not None:
            found[quotation.index] = _carried(found[quotation.continues])
    for quotation in reversed(quotations):
        earlier = quotation.continues
        if earlier is not None and found[earlier] is None:
            found[earlier] = _carried(found[quotation.index])
    for quotation in quotations:
        if found[quotation.index] is None and quotation.index not in texts and not quotation.listed:
            found[quotation.index] = _neighbour(document, quotation, quotations, found, reported)
    return tuple(found)


def _carried(agent: Agent | None) -> Agent | None:
    return referring(agent, None, "same speech as the neighbouring quotation") if agent is not None else None


def _neighbour(
    document: Document,
    quotation: Quotation,
    quotations: Sequence[Quotation],
    found: Sequence[Agent | None],
    reported: Passages,
) -> Agent | None:
    """The speaker of a quotation without a cue: of the sentence that introduces it, else of the next quotation."""
    first, last = quotation.sentences
    introduced = reported.speaker(first)
    if introduced is not None:
        return referring(introduced, None, "quoted in the passage that reports them")
    following = quotation.index + 1
    if following < len(quotations) and quotations[following].sentences[0] <= last + 1:
        return _carried(found[following])
    return None
