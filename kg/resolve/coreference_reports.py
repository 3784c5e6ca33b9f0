"""The speaker of each reporting cue, resolved in reading order."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Mapping, Sequence

from kg.model import Agent, Document, Mention, Quotation, Reference, ReferenceKind, ReportedSpeech, Span
from kg.model.making import maker
from kg.model.members import DESCRIPTION, FIRST_PERSON, GROUP, MENTION, PASSAGE_SPEAKER
from kg.resolve.coreference import ENCLITIC, PERSONAL, Event, ahead, antecedent, referring, subject_events
from kg.resolve.coreference_clauses import subject_before
from kg.resolve.coreference_described import account, whom_described
from kg.resolve.coreference_kinds import of_kind
from kg.resolve.coreference_named import Named
from kg.resolve.coreference_plural import Collective, counted, does_more, is_number, they
from kg.resolve.coreference_quoted import Quoted, Talk, avowed_by, has_told, named_by_post
from kg.resolve.coreference_single import somebody_else_leads
from kg.resolve.coreference_words import PointingWords, is_plural

ANOTHER = "words of another"  # rule of reports of whose words somebody hands on
HANDLE = "@"

new_event = maker(Event)


def resolve_reports(
    document: Document,
    mentions: Sequence[Mention],
    agents: Mapping[int, Agent],
    quotations: Sequence[Quotation],
    reports: Sequence[ReportedSpeech],
    words: PointingWords,
    called: Named,
    groups: Sequence[Collective],
) -> tuple[tuple[Agent | None, ...], tuple[Event, ...]]:
    """Who speaks by each report, and the events that later references may point back to, in order of their offsets.

    A pronoun sees the speakers resolved before it.
    """
    spans = [quotation.span for quotation in quotations]
    verbs = words.attending, words.undergoing, words.presiding
    subjects = subject_events(document, mentions, agents, spans, words.demonstrative, *verbs)
    named = [
        _event(report, agents[report.speaker.mention], words, named=True)
        for report in reports
        if report.speaker.mention is not None and _tells_who_speaks(report)
    ]
    events = sorted([*subjects, *named], key=_position)
    speakers: list[Agent | None] = []
    talk = Talk(document, mentions, agents, words.telling, quotations, reports)
    unknown = -1  # where somebody last was quoted of whom nothing is known
    for report in reports:
        speaker = _speaker(report, events, quotations, document, words, called, groups, talk, unknown)
        quoted = report.quotation is not None and report.rule != ANOTHER
        if speaker is None and quoted and report.speaker.kind is not DESCRIPTION:
            unknown = report.cue.start
        speakers.append(speaker)
        if speaker is not None and report.speaker.mention is None and _tells_who_speaks(report):
            insort(events, _event(report, speaker, words, named=False), key=_position)
    return tuple(speakers), tuple(events)


def _event(report: ReportedSpeech, agent: Agent, words: PointingWords, *, named: bool) -> Event:
    return new_event(
        report.cue.start,
        report.sentence,
        agent,
        speech=True,
        named=named,
        quoting=report.quotation is not None,
        person=_is_person(agent, words),
    )


def _is_person(agent: Agent, words: PointingWords) -> bool:
    """Whether an agent is one person: named, by post, or described ("pengemudi mobil itu", "dokter kandungan")."""
    if agent.kind in PERSONAL or (agent.kind is GROUP and agent.entity is None):
        return True
    return agent.kind is GROUP and agent.office.casefold().partition(" ")[0] in words.individual


def _tells_who_speaks(report: ReportedSpeech) -> bool:
    """Whether later pronouns may mean a report's speaker: not if it is quoted or in a relative clause about another."""
    return report.inside is None and not report.rule.endswith(("relative clause", "words of another"))


def _position(event: Event) -> tuple[int, bool]:
    return event.at, event.speech


def _speaker(
    report: ReportedSpeech,
    events: Sequence[Event],
    quotations: Sequence[Quotation],
    document: Document,
    words: PointingWords,
    named: Named,
    groups: Sequence[Collective],
    talk: Talk,
    unknown: int,
) -> Agent | None:
    """Who speaks by one report, given the speakers before it.

    `unknown` is where somebody unknown was quoted last (-1: nowhere).
    """
    reference = report.speaker
    if reference.kind is MENTION and reference.mention is not None:
        return named.agents[reference.mention]
    if reference.kind in (ReferenceKind.PRONOUN, DESCRIPTION):
        if reference.kind is not DESCRIPTION and reference.span is not None and report.quotation is None:
            own = _of_himself(report, quotations, document, words, named)
            if own is not None:
                return own
        quoted = None
        if report.quotation is not None:
            quoted = Quoted(quotations[report.quotation].span, talk)
        return resolve_back(
            reference,
            events,
            document,
            words,
            named,
            groups,
            of_quotation=quoted is not None,
            quoted=quoted,
            quotations=quotations,
            unknown=unknown,
        )
    if reference.kind in (PASSAGE_SPEAKER, FIRST_PERSON):
        side = reference.span is not None and reference.span.of(document.article.text).casefold().endswith(ENCLITIC)
        agent = antecedent(events, report.cue.start, report.sentence, of_quotation=True, speech_only=not side)
        return referring(agent, reference.span, "speaker of the passage") if agent is not None else None
    return None


def _of_himself(
    report: ReportedSpeech, quotations: Sequence[Quotation], document: Document, words: PointingWords, named: Named
) -> Agent | None:
    """Who a pronoun is whose post the sentence tells, or who avows something: the culprit spoken of before."""
    span, at = report.speaker.span, report.sentence
    if span is None:
        return None
    post = named_by_post(span, at, document, named.mentions, named.agents, words.telling)
    if post is not None:
        return referring(post, span, "whose post the sentence tells")
    sentence = document.sentences[at]
    if sentence.words[report.word].lower not in words.telling.avowing or at == 0:
        return None
    spans = [quotation.span for quotation in quotations]
    return avowed_by(document.sentences[at - 1], spans, words.telling, span)


def resolve_back(
    reference: Reference,
    events: Sequence[Event],
    document: Document,
    words: PointingWords,
    named: Named,
    groups: Sequence[Collective],
    *,
    of_quotation: bool,
    quoted: Quoted | None = None,
    quotations: Sequence[Quotation] = (),
    unknown: int = -1,
) -> Agent | None:
    """Whom a pronoun or description outside quotations points back to.

    `quoted` is the quotation whose cue it is, `unknown` where somebody unknown was quoted last (-1: nowhere): it is not
    who spoke before that, and no lead that withholds who is named next.

    "Pemilik kafe itu" is the one whom the article called `pemilik kafe`, if it did; "jenderal itu" who spoke last.
    """
    if reference.span is None:
        return None
    article = document.article.text
    text = reference.span.of(article)
    if is_plural(text, words):
        here, at = document.sentences[reference.sentence], reference.span.start
        authors = named.fronted_body(reference.sentence, at, document, words.containing, words.joint_text)
        if authors is not None and not of_quotation:
            return referring(authors, reference.span, f"{text}: whose words the sentence begins with")
        more = does_more(here, reference.span.start, words.doing_more)
        if is_number(text):  # `keduanya`
            groups = [one for one in groups if one.agent is not None and counted(one.agent, text, document)]
            events = ()
        several = they(groups, events, reference.span.start, reference.sentence, more=more)
        if several is None:
            return None
        return referring(several, reference.span, f"{text}: the one group spoken of before")
    if text.startswith(HANDLE):
        last = antecedent(events, reference.span.start, reference.sentence, of_quotation=of_quotation)
        return account(text, reference.span, last)
    *phrase, closing = text.casefold().split()
    if reference.kind is DESCRIPTION:
        if phrase and phrase[0] in words.definite:  # `sang rektor`
            holder = of_kind(reference, " ".join((*phrase[1:], closing)), None, events, document, words, named)
            if holder is not None:
                return referring(holder, reference.span, f"{text}: who is called so")
        found = whom_described(reference, text, document, words, named)
        if not isinstance(found, str):
            return found
    else:
        author = _author(reference, document, words, named)
        if author is not None:
            return referring(author, reference.span, f"{text}: whose words the sentence begins with")
        here = document.sentences[reference.sentence]
        around = None if of_quotation else subject_before(reference.span, here, named.mentions, named.agents)
        if around is not None:
            return referring(around, reference.span, f"{text}: the subject of the clause around it")
    # Who is named behind a pronoun is another ("Dia menuduh Kombes X ..."); behind a quotation it may be him.
    others = frozenset[int]() if of_quotation else named.behind(reference.sentence, reference.span.end, article)
    told = named.fronted(reference.sentence, reference.span.start, document, words.recipient)
    if told is not None and told.entity is not None:
        others |= {told.entity}
    agent = _last(reference, reference.span, events, words, quoted, others, unknown)
    if agent is not None and agent.kind not in PERSONAL and reference.kind is DESCRIPTION:
        called = bool(phrase) and agent.entity is None and phrase[0] in agent.office.casefold().split()
        agent = agent if called else None  # a description of a person never means a body
    if reference.kind is DESCRIPTION and closing in words.demonstrative:
        agent = of_kind(reference, text, agent, events, document, words, named)
    reason = f"{text}: who spoke last"
    spans = [one.span for one in quotations]
    if (
        agent is not None
        and reference.kind is not DESCRIPTION
        and somebody_else_leads(
            agent, events, reference.span.start, reference.sentence, document, spans, words, of_quotation=of_quotation
        )
    ):
        return None
    of_text = reference.kind is DESCRIPTION and bool(phrase) and phrase[0] in words.document
    listed = quoted is not None and any(one.listed and one.span == quoted.span for one in quotations)
    of_text = of_text and not listed  # the points of a circular are those of whom the report is about
    if of_text and (agent is None or not _issued(agent, phrase, document, words)):
        return None  # "bunyi siaran pers tersebut": whose it is, is not told
    next_named = agent is None and unknown < 0
    if next_named:
        agent = ahead(events, reference.span.start, reference.sentence, of_quotation=of_quotation)
        reason = f"{text}: who is named next"
    pointed = bool(phrase) and phrase[0] in words.anybody and closing in words.demonstrative
    pointed = pointed and (next_named or len(phrase) == 1)
    if pointed and next_named and agent is not None and not agent.person:
        agent = None  # `pria berseragam itu`, and next a driver speaks
    if pointed and (_in_office(agent, words) if agent is not None else quoted is not None or len(phrase) > 1):
        return Agent(GROUP, text[: -len(closing)].rstrip(), mention=reference.span, reasons=(f"described: {text}",))
    return referring(agent, reference.span, reason) if agent is not None else None


def _issued(agent: Agent, phrase: Sequence[str], document: Document, words: PointingWords) -> bool:
    """Whether the sentence that names an agent tells that a text is issued ("Kapolda X menerbitkan maklumat")."""
    if agent.antecedent is None:
        return False
    at = bisect_right(document.sentences, agent.antecedent.start, key=lambda one: one.span.start) - 1
    lowers = document.sentences[at].lowers
    return not set(phrase).isdisjoint(lowers) and not words.signing.isdisjoint(lowers)


def _author(reference: Reference, document: Document, words: PointingWords, named: Named) -> Agent | None:
    """Whose words a sentence begins with whose subject a pronoun is: "Dalam keterangan X, ia mengatakan ..."."""
    if reference.span is None or not document.sentences[reference.sentence].lowers[1:2]:
        return None
    if document.sentences[reference.sentence].lowers[1] not in words.own_words:
        return None
    return named.fronted(reference.sentence, reference.span.start, document, words.containing)


def _last(
    reference: Reference,
    span: Span,
    events: Sequence[Event],
    words: PointingWords,
    quoted: Quoted | None,
    others: frozenset[int],
    unknown: int,
) -> Agent | None:
    """Who spoke last before a pronoun or description, and can have said the quotation whose cue it belongs to."""
    at, sentence = span.start, reference.sentence
    if quoted is None or reference.kind is DESCRIPTION:
        return antecedent(events, at, sentence, of_quotation=quoted is not None, others=others)
    told = any(event.at < at and has_told(event, words.telling) for event in events)
    return antecedent(
        events,
        at,
        sentence,
        of_quotation=True,
        others=others,
        barred=lambda event: event.at < unknown or quoted.bars(event, sentence, told=told),
        own=lambda event: quoted.is_own(event, sentence) or quoted.apologised(event, sentence),
    )


def _in_office(agent: Agent, words: PointingWords) -> bool:
    """Whether an agent holds an office, whom the press does not call "pria itu"; to be a witness is none."""
    return bool(agent.office) and agent.office.casefold().partition(" ")[0] not in words.individual
