"""Who is speaking in each passage of an article: the frozen answer that directives and statements are resolved with."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from kg.lexicon.load import Lexicon
from kg.model import (
    Agent,
    Document,
    Entity,
    Mention,
    Quotation,
    Reference,
    ReferenceKind,
    ReportedSpeech,
    Sentence,
    Span,
    Statement,
)
from kg.model.making import maker, quickly_made
from kg.model.members import DESCRIPTION, FIRST_PERSON, GROUP, MENTION, NONE, PASSAGE_SPEAKER, QUOTE_SPEAKER
from kg.resolve.attribution import ANOTHER, Passages, passages, quotation_speakers, topic_shifts
from kg.resolve.coreference import Event, referring, third_person_in_quotation
from kg.resolve.coreference_agents import agents_of_mentions, holders_of_bare_posts
from kg.resolve.coreference_named import Named
from kg.resolve.coreference_plural import Collective, collectives, leading_before, told_that
from kg.resolve.coreference_reports import resolve_back, resolve_reports
from kg.resolve.coreference_words import PointingWords, is_plural, pointing_words
from kg.resolve.kinds import kind_of

# How often cue and speaker are right by how the speaker is referred to, counted on annotated articles and rounded down.
SPEAKING = (FIRST_PERSON, QUOTE_SPEAKER, PASSAGE_SPEAKER)
CONFIDENCE: Mapping[ReferenceKind, float] = MappingProxyType(
    {
        MENTION: 0.97,
        ReferenceKind.PRONOUN: 0.95,
        ReferenceKind.DESCRIPTION: 0.9,
        FIRST_PERSON: 0.85,
        QUOTE_SPEAKER: 0.85,
        PASSAGE_SPEAKER: 0.85,
        NONE: 0.5,
    }
)
UNKNOWN_SPEAKER = 0.5
NO_DAYS: Mapping[int, tuple[date, str]] = MappingProxyType({})

new_statement = maker(Statement)


@quickly_made
@dataclass(frozen=True, slots=True)
class Discourse:
    """The speakers of one article.

    `speakers[i]` is who speaks by the i-th report, `quoted[q]` who speaks in quotation q; `None` is unknown. `agents`
    are the agents of the mentions by index, `reports_of` the indices of the reports with their cue in a sentence,
    `named` what the article calls its posts and groups, `groups` the groups that are subjects or objects.
    """

    document: Document
    mentions: tuple[Mention, ...]
    quotations: tuple[Quotation, ...]
    reports: tuple[ReportedSpeech, ...]
    agents: Mapping[int, Agent]
    events: tuple[Event, ...]
    speakers: tuple[Agent | None, ...]
    quoted: tuple[Agent | None, ...]
    passages: Passages
    words: PointingWords
    named: Named
    groups: tuple[Collective, ...]
    reports_of: Mapping[int, tuple[int, ...]]

    def agent_of_mention(self, mention: int) -> Agent:
        """The agent that a mention (its index) names, with what the whole article says of it."""
        return self.agents[mention]

    def agent(self, reference: Reference) -> Agent | None:
        """Who a reference points to, `None` if the article does not make it plain, as where nobody is named who held an
        office once (`mantan Bupati X`): the office stands for who holds it now.
        """
        kind = reference.kind
        if kind is MENTION:
            found = self.agents[reference.mention] if reference.mention is not None else None
            once = found is not None and not found.person and self.mentions[reference.mention or 0].former
            return None if once else self._shown(reference, found)
        if kind is NONE:
            return None
        if kind not in SPEAKING:
            return self._pointing_back(reference)
        told = self._quoted_at if kind is PASSAGE_SPEAKER else self.speaker_at
        found = told(reference.span) if reference.span is not None else None
        at = reference.span if found is None else None
        if at is not None and (self._listed_at(at) or self._of_another(at)):
            return None
        return found or self.passage_speaker(reference.sentence)

    def _shown(self, reference: Reference, found: Agent | None) -> Agent | None:
        """The agent of a mention; of a noun for one of a kind with a demonstrative behind it (`ekonom itu`) whom it
        points back to."""
        if found is None or found.kind is not GROUP or found.person or reference.span is None:
            return found
        words = self.document.sentences[reference.sentence].words
        behind = self.document.sentences[reference.sentence].word_from(reference.span.end)
        if behind >= len(words) or words[behind].lower not in self.words.demonstrative:
            return found
        span = Span(reference.span.start, words[behind].span.end)
        phrase = reference.span.of(self.document.article.text).split()
        hailed = len(phrase) > 1 and phrase[0].lower() not in self.words.anybody and phrase[1] in self.words.hailing
        if kind_of(phrase, self.words).signs is None and not hailed:  # `tokoh asal X itu`
            return found
        return self._pointing_back(Reference(DESCRIPTION, span, None, reference.sentence)) or found

    def _of_another(self, span: Span) -> bool:
        """Whether a span stands in a quotation that hands on the words of another, or is read from a text whose author
        is not told."""
        quoted = self._quotation_at(span)
        if quoted is None:
            return False
        own = [index for index, one in enumerate(self.reports) if one.quotation == quoted]
        return any(
            self.reports[index].rule == ANOTHER
            or (self.speakers[index] is None and self._of_text(self.reports[index].speaker))
            for index in own
        )

    def _of_text(self, reference: Reference) -> bool:
        """Whether a reference points at a text ("bunyi surat tersebut")."""
        said = reference.span.of(self.document.article.text).casefold().split() if reference.span is not None else [""]
        return said[0] in self.words.document and said[-1] in self.words.demonstrative

    def speaker_at(self, span: Span) -> Agent | None:
        """Who speaks a span's words: the speaker of the quotation around it, else of the indirect speech around it."""
        quoted = self._quotation_at(span)
        if quoted is not None:
            return self.quoted[quoted]
        sentence = bisect_right(self.document.sentences, span.start, key=_start) - 1
        best: tuple[int, Agent] | None = None
        for index in (*self.reports_of.get(sentence, ()), *self.reports_of.get(sentence + 1, ())):
            report, speaker = self.reports[index], self.speakers[index]
            if speaker is None or not report.statement:
                continue
            for content in report.content:
                if content.covers(span) and (best is None or content.end - content.start < best[0]):
                    best = content.end - content.start, speaker
        return best[1] if best is not None else None

    def passage_speaker(self, sentence: int) -> Agent | None:
        """The person whose speech the passage around a sentence reports."""
        return self.passages.speaker(sentence)

    def told(self) -> list[tuple[ReportedSpeech, Agent | None]]:
        """The reports that are statements, with their speakers; one whose agentless cue nobody can be found for is left
        out.
        """
        return [
            (report, speaker)
            for report, speaker in zip(self.reports, self.speakers, strict=True)
            if report.statement and (speaker is not None or report.speaker.kind is not PASSAGE_SPEAKER)
        ]

    def statements(self, days: Mapping[int, tuple[date, str]] = NO_DAYS) -> tuple[Statement, ...]:
        """The statements; `days` gives, for a sentence, the day that it states for what it reports, and what that was
        read from.
        """
        found = []
        for report, speaker in self.told():
            day, basis = days.get(report.sentence, (None, ""))
            found.append(
                new_statement(
                    report.cue,
                    self.document.sentences[report.sentence].span,
                    report.rule,
                    speaker,
                    report.content,
                    report.direct,
                    day,
                    basis,
                    CONFIDENCE[report.speaker.kind] if speaker is not None else UNKNOWN_SPEAKER,
                    reasons=speaker.reasons if speaker is not None else ("no speaker found",),
                )
            )
        return tuple(found)

    def several_before(self, span: Span, sentence: int) -> Agent | None:
        """Whom a plural pronoun plainly means: who leads the sentence before, in the same quotation or in none."""
        told = told_that(span.start, self.document.sentences[sentence], self.mentions, self.agents)
        if told is not None:
            return referring(told, span, "who is told what the clause says")
        if sentence == 0 or self._quotation_at(span) != self._quotation_at(_opening_of(self.document, sentence - 1)):
            return None
        found = leading_before(span.start, sentence, self.document, self.mentions, self.agents)
        return referring(found, span, "who leads the sentence before") if found is not None else None

    def _quotation_at(self, span: Span) -> int | None:
        at = bisect_right(self.quotations, span.start, key=_opening) - 1
        if at >= 0 and self.quotations[at].span.overlaps(span):
            return at
        return None

    def _listed_at(self, span: Span) -> bool:
        quoted = self._quotation_at(span)
        return quoted is not None and self.quotations[quoted].listed

    def _quoted_at(self, span: Span) -> Agent | None:
        quoted = self._quotation_at(span)
        return self.quoted[quoted] if quoted is not None else None

    def _describes(self, span: Span, kind: ReferenceKind) -> bool:
        """Whether a reference names people by what they are, and points at nobody ("korban dan temannya")."""
        closing = span.of(self.document.article.text).casefold().rpartition(" ")[2]
        return kind is DESCRIPTION and closing not in self.words.demonstrative and closing not in self.words.relative

    def _pointing_back(self, reference: Reference) -> Agent | None:
        if reference.span is None:
            return None
        quoted = self._quotation_at(reference.span)
        if quoted is None or self._describes(reference.span, reference.kind):
            return resolve_back(
                reference,
                self.events,
                self.document,
                self.words,
                self.named,
                self.groups,
                of_quotation=False,
                quotations=self.quotations,
            )
        if is_plural(reference.span.of(self.document.article.text), self.words):
            return None
        meant = third_person_in_quotation(
            reference.span, reference.sentence, self.document, self.mentions, self.agents, self.quoted[quoted]
        )
        return referring(meant, reference.span, "whom the quoted speaker means") if meant is not None else None


def build_discourse(
    document: Document,
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    quotations: Sequence[Quotation],
    reports: Sequence[ReportedSpeech],
    lexicon: Lexicon,
) -> Discourse:
    """The discourse of an article: every report's speaker, then every quotation's and passage's.

    Reports are resolved in reading order, so that a pronoun sees the speakers resolved before it.
    """
    agents = agents_of_mentions(mentions, entities)
    speaking = [report.speaker.mention for report in reports if report.speaker.mention is not None]
    agents.update(holders_of_bare_posts(speaking, mentions, entities, agents))
    words = pointing_words(lexicon)
    named = Named(mentions, agents)
    spans = [quotation.span for quotation in quotations]
    groups = collectives(document, mentions, agents, spans, words.people, words.side, words.individual)
    speakers, spoken = resolve_reports(document, mentions, agents, quotations, reports, words, named, groups)
    shifts = topic_shifts(document, mentions, quotations, lexicon.words("reporting/topic-shift"))
    reported = passages(document, spoken, shifts, mentions, agents)
    quoted = quotation_speakers(document, quotations, reports, speakers, reported)
    return Discourse(
        document,
        tuple(mentions),
        tuple(quotations),
        tuple(reports),
        agents,
        spoken,
        speakers,
        quoted,
        reported,
        words,
        named,
        groups,
        _by_sentence(reports),
    )


def _by_sentence(reports: Sequence[ReportedSpeech]) -> Mapping[int, tuple[int, ...]]:
    found: dict[int, tuple[int, ...]] = {}
    for index, report in enumerate(reports):
        found[report.sentence] = (*found.get(report.sentence, ()), index)
    return MappingProxyType(found)


def _start(sentence: Sentence) -> int:
    return sentence.span.start


def _opening_of(document: Document, sentence: int) -> Span:
    """The first word of a sentence, quotation marks left out."""
    words = document.sentences[sentence].words
    return next((word.span for word in words if word.upos != "PUNCT"), words[0].span)


def _opening(quotation: Quotation) -> int:
    return quotation.span.start
