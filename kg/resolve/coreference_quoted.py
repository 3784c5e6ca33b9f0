"""Who cannot have said a quotation, by its own words: whom it speaks of, and who only takes part in what is told."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from kg.model import Agent, Document, Mention, Quotation, ReportedSpeech, Sentence, Span
from kg.model.making import maker
from kg.model.members import GROUP, PERSON, POST
from kg.resolve.coreference import Event
from kg.resolve.coreference_words import TellingWords

ENCLITIC = "nya"
INITIALS = 2  # letters
ONE_WORD = 1  # words between a pronoun and the post that it holds
new_agent = maker(Agent)


@dataclass(frozen=True)
class Talk:
    """What all quotations of an article tell of whom its cues may mean, gathered when first asked for.

    `speaking` are the mentions of those who are reported to speak, wherever: a mark may be missing there.
    """

    document: Document
    mentions: Sequence[Mention]
    agents: Mapping[int, Agent]
    words: TellingWords
    quotations: Sequence[Quotation]
    reports: Sequence[ReportedSpeech]

    @cached_property
    def speaking(self) -> frozenset[int]:
        """The mentions of all speakers."""
        return frozenset(one.speaker.mention for one in self.reports if one.speaker.mention is not None)

    @cached_property
    def told_of(self) -> frozenset[int]:
        """The entities of the persons whom speakers name in their quotations and whom no cue of one names: they are
        told of, and quoted nowhere."""
        spans = [quotation.span for quotation in self.quotations]
        within: set[int] = set()
        for index, mention in enumerate(self.mentions):
            if mention.kind is PERSON and index not in self.speaking and any(one.covers(mention.span) for one in spans):
                entity = self.agents[index].entity
                words = self.document.sentences[mention.sentence].lowers[max(mention.first - 2, 0) : mention.first]
                if entity is not None and self.words.first.isdisjoint(words):
                    within.add(entity)
        if not within:
            return frozenset()
        named = (one for one in self.reports if one.speaker.mention is not None and one.quotation is not None)
        return frozenset(within - {self.agents[one.speaker.mention or 0].entity for one in named})


@dataclass(frozen=True)
class Quoted:
    """The words of one quotation, outside of which its cue stands, within the talk of its article."""

    span: Span
    talk: Talk

    def bars(self, event: Event, sentence: int, *, told: bool) -> bool:
        """Whether the agent of an event is not who said it.

        Whom the quotation calls by name or noun is another than its speaker, unless just quoted, and so is whose
        kinsman or man the speaker calls him ("istri saya"). Who only takes part in what is told (`told` says that
        somebody in office has told it), by his noun or since others name him in what they say, speaks just before, or
        of himself.
        """
        agent = event.agent
        noun = _noun(agent) or self._called_with(agent)
        if noun in self._of_speaker:
            return True
        if not agent.office and is_initials(agent.person):
            return not (event.speech and sentence - event.sentence <= 1 and self._of_layman)
        taking_part = noun in self.words.participant
        if not event.quoting and (agent.entity in self._named or (taking_part and noun in self._lowers)):
            return True
        near = sentence - event.sentence <= 1
        if told and not event.quoting and not agent.office and agent.entity in self.talk.told_of:
            return not (near and event.speech and self.of_oneself)
        own = near and event.speech and bool(agent.person) and noun in self.words.sufferer and self._of_layman
        return told and taking_part and not (event.quoting and near) and not self.of_oneself and not own

    def apologised(self, event: Event, sentence: int) -> bool:
        """Whether people apologise in the sentence before, or in the quotation right behind what they said: it is
        theirs, whoever spoke before."""
        if event.person or event.agent.kind is not GROUP or not event.speech or sentence - event.sentence > 1:
            return False
        before = self.document.sentences[event.sentence].lowers
        return not self.words.apology.isdisjoint(before) or not self.words.apology.isdisjoint(self._lowers)

    def is_own(self, event: Event, sentence: int) -> bool:
        """Whether somebody who takes part in what is told has just avowed something, and now speaks of himself."""
        near = event.speech and sentence - event.sentence <= 1
        if not near or not self.of_oneself or _noun(event.agent) not in self.words.participant:
            return False
        there = self.document.sentences[event.sentence]
        return there.lowers[there.word_from(event.at)] in self.words.avowing

    @property
    def document(self) -> Document:
        """The article's document."""
        return self.talk.document

    @property
    def words(self) -> TellingWords:
        """The words that tell whose a quotation may be."""
        return self.talk.words

    @cached_property
    def of_oneself(self) -> bool:
        """Whether one who speaks for himself speaks in the quotation."""
        return not self.words.own.isdisjoint(self._lowers)

    def _called_with(self, agent: Agent) -> str:
        """The noun before `bernama` and an agent's name (`saksi bernama X`), "" if none stands there."""
        if agent.office or agent.antecedent is None:
            return ""
        at = bisect_right(self.document.sentences, agent.antecedent.start, key=_start) - 1
        lowers = self.document.sentences[at].lowers
        first = self.document.sentences[at].word_from(agent.antecedent.start)
        return lowers[first - 2] if first > 1 and lowers[first - 1] in self.words.called else ""

    @cached_property
    def _of_layman(self) -> bool:
        """Whether nobody in office need speak: by `kami`, or of those who take part."""
        return self._lowers.isdisjoint(self.words.participant | (self.words.first - self.words.own))

    @cached_property
    def _tokens(self) -> tuple[str, ...]:
        found: list[str] = []
        for sentence in self._sentences:
            inside = (self.span.start <= start < self.span.end for start in sentence.starts)
            found += [lower for lower, within in zip(sentence.lowers, inside, strict=True) if within]
        return tuple(found)

    @property
    def _sentences(self) -> Sequence[Sentence]:
        return [one for one in self.document.sentences if one.span.overlaps(self.span)]

    @cached_property
    def _lowers(self) -> frozenset[str]:
        return frozenset(self._tokens)

    @cached_property
    def _of_speaker(self) -> frozenset[str]:
        """The nouns before a pronoun of the first person: "istri saya"."""
        tokens = self._tokens
        return frozenset(noun for noun, owner in pairwise(tokens) if owner in self.words.first)

    @cached_property
    def _named(self) -> frozenset[int]:
        """The entities of the persons whom the quotation names, but for who names himself ("saya, Budi, ...")."""
        found = set()
        for index, mention in enumerate(self.talk.mentions):
            if mention.kind is not PERSON or index in self.talk.speaking or not self.span.covers(mention.span):
                continue
            words = self.document.sentences[mention.sentence].lowers[max(mention.first - 2, 0) : mention.first]
            entity = self.talk.agents[index].entity
            if entity is not None and self.words.first.isdisjoint(words):
                found.add(entity)
        return frozenset(found)


def is_initials(name: str) -> bool:
    """Whether a name is the two letters for somebody whom the police do not name."""
    return len(name) == INITIALS and name.isalpha() and name.isupper()


def takes_part(agent: Agent, words: TellingWords) -> bool:
    """Whether an agent is only told of as one who takes part: the victim, a witness, the culprit."""
    return _noun(agent) in words.participant


def has_told(event: Event, words: TellingWords) -> bool:
    """Whether an event is what a person in office says."""
    agent = event.agent
    return event.speech and bool(agent.person and agent.office) and not takes_part(agent, words)


def avowed_by(sentence: Sentence, quoted: Sequence[Span], words: TellingWords, span: Span) -> Agent | None:
    """The culprit, victim or witness who is the subject of the sentence (UD nsubj of the root) before an avowal, by his
    role or initials: "Pelaku tenang. Ia mengaku ...", "RN menangis. Ia mengaku ..."."""
    for word in sentence.words:
        leads = word.deprel.startswith("nsubj") and word.head >= 0 and sentence.words[word.head].deprel == "root"
        if not leads or any(one.overlaps(word.span) for one in quoted):
            continue
        if word.upos == "PROPN" and is_initials(word.text):
            reasons = (f"who leads the sentence before: {word.text}",)
            return new_agent(PERSON, "", word.text, "", span, word.span, None, reasons)
        if word.lower in words.participant:
            return new_agent(
                GROUP, word.lower, "", "", span, word.span, None, (f"who leads the sentence before: {word.lower}",)
            )
    return None


def named_by_post(
    span: Span,
    sentence: int,
    document: Document,
    mentions: Sequence[Mention],
    agents: Mapping[int, Agent],
    words: TellingWords,
) -> Agent | None:
    """The person whose post a pronoun is said to hold: "Ia sebagai Danrem X yang baru mengaku siap"."""
    here = document.sentences[sentence]
    behind = here.word_from(span.end)
    if behind + ONE_WORD >= len(here.words) or here.lowers[behind] not in words.as_post:
        return None
    for index, mention in enumerate(mentions):
        if mention.sentence == sentence and mention.first == behind + ONE_WORD and mention.kind is POST:
            return agents[index] if agents[index].person and not mention.former else None
    return None


def _start(sentence: Sentence) -> int:
    return sentence.span.start


def _noun(agent: Agent) -> str:
    """The noun that an agent is described by: `rekan` of "rekannya"."""
    first = agent.office.casefold().partition(" ")[0]
    return first.removesuffix(ENCLITIC) if len(first) > len(ENCLITIC) + 2 else first
