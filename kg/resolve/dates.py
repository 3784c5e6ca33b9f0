"""The day of a speech act: read from the passages that report it, never from the clock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kg.model import Agent, DirectiveDraft, Document, Quotation
from kg.model.making import quickly_made
from kg.model.members import GROUP, UNIT
from kg.resolve.dates_stated import DateWords, Day, Stated, on_same_occasion, sections, stated_days
from kg.resolve.discourse import Discourse
from kg.resolve.sameness import one_side, same_agent

ALREADY = 3  # words before a cue in which `sudah` puts it before the day of the report
BODIES = frozenset({UNIT, GROUP})
NAMING = 5  # letters of a word that may tell a body
NEAR = 3  # sentences from another statement of the same speaker, where the article dates several


@quickly_made
@dataclass(frozen=True, slots=True)
class Occasion:
    """That somebody spoke on a day (`speaker` None: a gathering was held), as a sentence says."""

    sentence: int
    section: int
    day: Day
    speaker: Agent | None
    gathering: bool = False


@quickly_made
@dataclass(frozen=True, slots=True)
class SpeechDates:
    """The dated speech of an article.

    `by_sentence` holds the day of each sentence that states one for what it reports, `occasions` who spoke then: the
    press states the day once, and it holds for all that the same speaker says in the same section. `speaking` are the
    persons who speak, by sentence; `documents` the sentences that date a document, and where; `written` whom they name.
    """

    by_sentence: Mapping[int, Day]
    occasions: tuple[Occasion, ...]
    quotation_sentences: Mapping[int, tuple[int, int]]
    sections: tuple[int, ...]
    already: frozenset[str]
    speaking: tuple[tuple[int, Agent], ...]
    written: tuple[Occasion, ...]
    documents: Mapping[int, tuple[int, Day]]
    names: Mapping[int | None, tuple[str, ...]]

    def of(
        self, document: Document, draft: DirectiveDraft, issuer: Agent | None, source: Agent | None
    ) -> tuple[date | None, str]:
        """The day of a draft's speech act and what it was read from; `(None, "")` where the article does not state
        it: also where it is told on that day that somebody else gave an order, and where it had been given before.
        """
        if not self.occasions and not self.by_sentence and not self.documents:
            return None, ""
        sentence = document.sentences[draft.sentence]
        first = sentence.word_from(draft.trigger.start)
        if not self.already.isdisjoint(sentence.lowers[max(first - ALREADY, 0) : first]):
            return None, ""  # `sudah memerintahkan`: the date is the report's, not the order's
        if source is not None and (issuer is None or not _sides(issuer, source)):
            return None, ""
        if draft.sentence in self.documents and self.documents[draft.sentence][0] < draft.trigger.start:
            return self.documents[draft.sentence][1]  # `Surat edaran tertanggal 5 Mei 2025 melarang ...`
        reach = [draft.sentence]
        if draft.quotation is not None and draft.quotation in self.quotation_sentences:
            start, end = self.quotation_sentences[draft.quotation]
            reach += list(range(start, end + 1))
        for index in reach:
            if index in self.by_sentence:
                return self.by_sentence[index]
        for who in (issuer, source):
            day = self._of_speaker(who, draft.sentence) if who is not None else None
            if day is not None:
                return day[0], f"{day[1]}; another statement of the same speaker"
        day = self._of_gathering(issuer, draft.sentence) if issuer is not None else None
        return (day[0], f"{day[1]}; the gathering that the article tells of") if day is not None else (None, "")

    def _of_speaker(self, who: Agent, sentence: int) -> Day | None:
        """The day on which somebody speaks by the other statements of the section: the only one, else the day of the
        nearest statement.
        """
        here = [one for one in self.occasions if one.section == self.sections[sentence]]
        if who.kind in BODIES:
            written = [
                one for one in self.written if one.section == self.sections[sentence] and one.sentence < sentence
            ]
            if written:  # what a body orders in writing was not ordered on the day on which somebody speaks of it
                own = [one for one in written if one.speaker is not None and same_agent(one.speaker, who)]
                return own[-1].day if own else None
        who = self._mouth(who, sentence, here)
        known = [(one, one.speaker) for one in here if one.speaker is not None]
        said = [one for one, speaker in known if not one.gathering and same_agent(speaker, who)]
        said = said or [one for one, speaker in known if not one.gathering and _sides(speaker, who)]
        said = said or [one for one, speaker in known if one.gathering and same_agent(speaker, who)]
        if len({one.day[0] for one in said}) > 1:
            said = [one for one in said if abs(one.sentence - sentence) <= NEAR]
        return said[0].day if len({one.day[0] for one in said}) == 1 else None

    def _mouth(self, who: Agent, sentence: int, here: Sequence[Occasion]) -> Agent:
        """Who speaks for a body of which a passage tells between two statements of one speaker, or next to those of one
        of its people; else the body itself.
        """
        if who.kind not in BODIES or who.person:
            return who
        before = next((one for one in reversed(self.speaking) if one[0] < sentence), None)
        after = next((one for one in self.speaking if one[0] > sentence), None)
        if after is None or (before is not None and not same_agent(before[1], after[1])):
            return who
        if after[0] - sentence > NEAR or (before is not None and sentence - before[0] > NEAR):
            return who
        within = before is not None and after[0] - before[0] <= NEAR
        return after[1] if within or self._of_its_people(after[1], who) else who

    def _of_its_people(self, person: Agent, body: Agent) -> bool:
        """Whether the office of a person names a body by a word of one of the body's names (`Juru Bicara KPK`)."""
        names = {word for name in (body.office, *self.names.get(body.entity, ())) for word in _words(name)}
        return not names.isdisjoint(_words(person.office))

    def _of_gathering(self, who: Agent, sentence: int) -> Day | None:
        """The day of the gathering that the section tells of, if nobody's speech there is dated and all gatherings are
        on one day.
        """
        here = [one for one in self.occasions if one.section == self.sections[sentence]]
        if not here or not all(one.gathering for one in here) or len({one.day[0] for one in here}) > 1:
            return None
        return here[0].day


def speech_dates(
    document: Document,
    discourse: Discourse,
    quotations: Sequence[Quotation],
    drafts: Sequence[DirectiveDraft],
    words: DateWords,
) -> SpeechDates:
    """The dated speech of an article, from its dates and where reporting and directive cues stand."""
    of_quotations = {quotation.index: quotation.sentences for quotation in quotations}
    if not document.clean.dates:
        return SpeechDates({}, (), of_quotations, (), words.already, (), (), {}, {})
    reports = [report for report, _ in discourse.told()]
    told = [quotation.span for quotation in quotations]
    told += [span for report in reports if not report.direct for span in report.content]
    told += [draft.content for draft in drafts if draft.content is not None]
    cues = [*[report.cue for report in reports], *[draft.trigger for draft in drafts]]
    stated = stated_days(document, told, cues, words)
    by_sentence = {index: day for index, (_, day) in stated.spoken.items()}
    if not stated.spoken and not stated.gathered and not stated.written:
        return SpeechDates({}, (), of_quotations, (), words.already, (), (), {}, {})
    section = sections(document, words)
    speaking: dict[int, list[tuple[int, Agent]]] = {}
    leaders: dict[int, Agent] = {}
    for event in discourse.events:
        if event.speech:
            speaking.setdefault(event.sentence, []).append((event.at, event.agent))
        else:
            leaders.setdefault(event.sentence, event.agent)
    occasions: list[Occasion] = []
    for sentence in document.sentences:
        index = sentence.index
        if index in stated.gathered:
            leading = leaders.get(index)
            occasions.append(Occasion(index, section[index], stated.gathered[index][1], leading, gathering=True))
        speakers = speaking.get(index)
        if speakers is None:
            continue
        if index in stated.spoken:
            at, day = stated.spoken[index]
            before = [agent for start, agent in speakers if start < at]
            occasions.append(Occasion(index, section[index], day, before[-1] if before else speakers[0][1]))
        elif occasions and occasions[-1].section == section[index] and on_same_occasion(sentence, words):
            occasions.append(Occasion(index, section[index], occasions[-1].day, speakers[0][1]))
    persons = tuple((event.sentence, event.agent) for event in discourse.events if event.speech and event.agent.person)
    named = _written(discourse, stated, section)
    return SpeechDates(
        by_sentence,
        tuple(occasions),
        of_quotations,
        section,
        words.already,
        persons,
        named,
        stated.written,
        _names(discourse),
    )


def _written(discourse: Discourse, stated: Stated, section: Sequence[int]) -> tuple[Occasion, ...]:
    """The documents of which the article gives the day, each with everybody whom its sentence mentions."""
    found = []
    for at, mention in enumerate(discourse.mentions if stated.written else ()):
        if mention.sentence in stated.written:
            day = stated.written[mention.sentence][1]
            found.append(Occasion(mention.sentence, section[mention.sentence], day, discourse.agent_of_mention(at)))
    return tuple(found)


def _names(discourse: Discourse) -> Mapping[int | None, tuple[str, ...]]:
    """What the article calls its bodies, by their entities."""
    found: dict[int | None, tuple[str, ...]] = {}
    for at, mention in enumerate(discourse.mentions):
        if mention.kind is UNIT:
            entity = discourse.agent_of_mention(at).entity
            if entity is not None:
                found[entity] = (*found.get(entity, ()), mention.text)
    return found


def _words(name: str) -> frozenset[str]:
    """The words of a name, in lower case, that may tell a body: no short ones but abbreviations."""
    words = name.replace("(", " ").replace(")", " ").split()
    return frozenset(word.lower() for word in words if len(word) >= NAMING or word.isupper())


def _sides(one: Agent, other: Agent) -> bool:
    """Whether two agents are one, or one speaks for the other."""
    return one_side(one, other) or one_side(other, one)
