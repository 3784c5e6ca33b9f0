"""Directives with agents for references: who issued, who passed it on, who was addressed; dates and repeats."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.model import (
    Agent,
    Directive,
    DirectiveDraft,
    Document,
    Factuality,
    Force,
    Mention,
    MentionKind,
    Reference,
    ReferenceKind,
    Span,
)
from kg.resolve.audience import audiences
from kg.resolve.dates import SpeechDates
from kg.resolve.discourse import Discourse


@dataclass(frozen=True, slots=True)
class Roles:
    """Words for who suffers a crime, for kin, and for whom the press is told by (`ontology/directives-id.ttl`)."""

    victim: frozenset[str]
    kin: frozenset[str]
    press: frozenset[str]
    recipient: frozenset[str]
    demand: frozenset[str]
    generic: frozenset[str]
    speech: frozenset[str]


SPEAKER_KINDS = frozenset({ReferenceKind.QUOTE_SPEAKER, ReferenceKind.PASSAGE_SPEAKER})
NEEDS_SPEAKER = ("modal", "imperative")
MIN_SHARED_WORDS = 0.6
ENCLITIC = "nya"
TELLING = ("imperative:bare", "imperative:told", "imperative:marker")
CLAUSES = ("root", "ccomp")
TOPICS = (MentionKind.UNIT, MentionKind.POST, MentionKind.GROUP)
MAX_DISTANCE = 3  # sentences between a directive and the one whose addressees it keeps


def resolve_directives(
    document: Document,
    drafts: Sequence[DirectiveDraft],
    mentions: Sequence[Mention],
    discourse: Discourse,
    dates: SpeechDates,
    roles: Roles,
) -> tuple[Directive, ...]:
    """The directives of an article in reading order.

    A modal or an imperative whose speaker is unknown is left out: nobody is known to have given it. A passive cue
    without agent or known speaker stays, its issuer unknown.
    """
    resolved: list[Directive] = []
    told = audiences(document, mentions, discourse, roles.recipient, roles.press, roles.speech)
    for draft in drafts:
        issuer = _issuer(document, draft, discourse)
        if issuer is None and draft.rule.startswith(NEEDS_SPEAKER):
            continue
        directive = _directive(document, draft, issuer, mentions, discourse, dates, resolved, told, roles)
        if not _of_oneself(directive) and not _crime(directive, roles):
            resolved.append(directive)
    return _link_repeats(document, resolved)


def _of_oneself(directive: Directive) -> bool:
    """Whether the issuer is the only addressee (`pemerintah harus ...` said by the government), or tells what its own
    body does (`KPU pastikan ...` said by a commissioner of the KPU).
    """
    issuer = directive.issuer
    if issuer is None:
        return False
    if not directive.addressees:
        return directive.rule == "imperative:address"  # `saya pastikan ...`: only the speaker was addressed
    if all(same_agent(one, issuer) for one in directive.addressees):
        return True
    if directive.rule != "imperative:address":
        return False
    return all(_own_body(one, issuer) for one in directive.addressees)


def _own_body(agent: Agent, issuer: Agent) -> bool:
    """Whether an agent is the body that a holder of a post is of (`Komisi III` for its member)."""
    own = issuer.office.lower().split()  # `Polri` is the body of the `Kapolri`
    names = agent.office.lower().split()
    return agent.kind is MentionKind.UNIT and all(any(word.endswith(name) for word in own) for name in names)


def _crime(directive: Directive, roles: Roles) -> bool:
    """What a private person makes a victim do is part of the crime that is told, no directive (guidelines: scams); nor
    is what kin ask of kin.
    """
    issuer = directive.issuer
    if issuer is None or not directive.addressees:
        return False
    official = issuer.kind in (MentionKind.POST, MentionKind.UNIT) or bool(issuer.office and issuer.person)
    named = [one.office.lower() for one in directive.addressees]
    family = _kin(issuer.office or issuer.person, roles) and all(_kin(name, roles) for name in named)
    return not official and (family or all(name in roles.victim for name in named))


def _kin(name: str, roles: Roles) -> bool:
    head = name.lower().split(" ", 1)[0]
    return head.removesuffix(ENCLITIC) in roles.kin


def _issuer(document: Document, draft: DirectiveDraft, discourse: Discourse) -> Agent | None:
    """The agent of the issuer's reference; a name that no mention covers stands for itself."""
    reference = draft.issuer
    if reference.kind is ReferenceKind.NONE and reference.span is not None:
        name = " ".join(reference.span.of(document.article.text).split())
        return Agent(MentionKind.PERSON, person=name, mention=reference.span, reasons=("a name no mention covers",))
    return discourse.agent(reference)


def _directive(
    document: Document,
    draft: DirectiveDraft,
    issuer: Agent | None,
    mentions: Sequence[Mention],
    discourse: Discourse,
    dates: SpeechDates,
    earlier: Sequence[Directive],
    told: Mapping[int, tuple[int, ...]],
    roles: Roles,
) -> Directive:
    sentence = document.sentences[draft.sentence]
    addressees, reason = _addressees(draft, issuer, mentions, discourse, document, earlier, told, roles)
    source = None
    if draft.issuer.kind not in SPEAKER_KINDS and draft.issuer.kind is not ReferenceKind.FIRST_PERSON:
        quoted = draft.quotation is not None
        speaker = discourse.speaker_at(draft.trigger) if quoted else _teller(draft, discourse)
        if speaker is not None and issuer is not None and not same_agent(speaker, issuer):
            source = speaker
    day, basis = dates.of(document, draft)
    reasons = [f"issuer: {draft.issuer.kind}"]
    if issuer is not None:
        reasons += [f"issuer: {why}" for why in issuer.reasons]
    if reason:
        reasons.append(reason)
    return Directive(
        trigger=draft.trigger,
        cue=draft.cue,
        force=draft.force,
        polarity=draft.polarity,
        sentence=sentence.span,
        rule=draft.rule,
        factuality=draft.factuality,
        issuer=issuer,
        source=source,
        addressees=addressees,
        content=draft.content,
        action=draft.action,
        object=draft.object,
        condition=draft.condition,
        purpose=draft.purpose,
        period=draft.period,
        authority=draft.authority,
        date=day,
        date_basis=basis,
        place=document.clean.dateline_place,
        quoted=draft.quotation is not None,
        issuer_basis=draft.issuer.kind.value if issuer is not None else "none",
        addressee_basis="none" if not addressees else "inherited" if reason else "named",
        reasons=tuple(dict.fromkeys((*draft.reasons, *reasons))),
    )


def _addressees(
    draft: DirectiveDraft,
    issuer: Agent | None,
    mentions: Sequence[Mention],
    discourse: Discourse,
    document: Document,
    earlier: Sequence[Directive],
    told: Mapping[int, tuple[int, ...]],
    roles: Roles,
) -> tuple[tuple[Agent, ...], str]:
    """The addressed agents, each once, the issuer left out; and why, where they come from the directive before."""
    text = document.article.text
    found: list[Agent] = []
    for reference in draft.addressees:
        agent = _addressee(reference, mentions, discourse, text)
        if agent is None or any(other.label == agent.label for other in found):
            continue
        one_person = agent.kind is MentionKind.PERSON or reference.kind is ReferenceKind.PRONOUN
        if issuer is not None and one_person and same_agent(agent, issuer):
            continue
        found.append(agent)
    if found or not draft.inherits:
        return tuple(found), ""
    audience = told.get(draft.quotation, ()) if draft.quotation is not None else ()
    within = (
        bool(earlier) and earlier[-1].addressee_basis == "named" and _quoted_together(earlier[-1], draft, discourse)
    )
    if audience and not within:
        said = [_addressee(_mentioned(mentions, index), mentions, discourse, text) for index in audience]
        heard = tuple(agent for agent in said if agent is not None and not (issuer and same_agent(agent, issuer)))
        if heard:
            return heard, "addressees: whom the quotation is told"
    if earlier and issuer is not None:
        last = earlier[-1]
        distance = draft.sentence - _sentence_index(document, last.sentence)
        near = distance <= MAX_DISTANCE
        if near and last.addressees and last.issuer is not None and same_agent(last.issuer, issuer):
            if draft.force is Force.URGE and last.force is not Force.URGE:
                return (), ""
            return last.addressees, "addressees: those of the directive before"
    if draft.rule in TELLING and draft.force is not Force.URGE and issuer is not None:
        topic = _topic(document, draft.sentence - 1, issuer, mentions, discourse, roles)
        if topic is not None:
            return (topic,), "addressees: of whom the sentence before speaks"
    return (), ""


def _topic(
    document: Document,
    sentence: int,
    issuer: Agent,
    mentions: Sequence[Mention],
    discourse: Discourse,
    roles: Roles,
) -> Agent | None:
    """The one body, post or group, not the issuer's own, that is a subject (UD nsubj) of the main or the reported
    clause (UD ccomp) of a sentence that reports the issuer's words.
    """
    speaker = discourse.passage_speaker(sentence) if sentence >= 0 else None
    if speaker is None or not same_agent(speaker, issuer):
        return None
    words = document.sentences[sentence].words
    found: dict[str, Agent] = {}
    for index in range(bisect_left(mentions, sentence, key=_sentence_of), len(mentions)):
        mention = mentions[index]
        if mention.sentence != sentence:
            break
        subject = any(
            word.deprel.startswith("nsubj") and word.head >= 0 and words[word.head].deprel in CLAUSES
            for word in words[mention.first : mention.last]
        )
        purpose = mention.first > 0 and words[mention.first - 1].lower in roles.demand
        anybody = words[mention.first].lower in roles.generic
        if mention.kind in TOPICS and subject and not (purpose or anybody or mention.former):
            agent = _addressee(_mentioned(mentions, index), mentions, discourse, document.article.text)
            if agent is not None and not same_agent(agent, issuer) and not _own_body(agent, issuer):
                found[agent.label] = agent
    return next(iter(found.values())) if len(found) == 1 else None


def _sentence_of(mention: Mention) -> int:
    return mention.sentence


def _teller(draft: DirectiveDraft, discourse: Discourse) -> Agent | None:
    """Who tells of the directive in its own sentence, without quotation marks: `Kapolri memerintahkan ..., kata Kadiv
    Humas`."""
    for report in discourse.reports:
        beside = report.sentence == draft.sentence and not report.cue.overlaps(draft.trigger)
        if beside and any(span.covers(draft.trigger) for span in report.content):
            return discourse.agent(report.speaker)
    return None


def _quoted_together(one: Directive, draft: DirectiveDraft, discourse: Discourse) -> bool:
    """Whether an earlier directive stands in the quotation of a draft."""
    return draft.quotation is not None and discourse.quotations[draft.quotation].span.covers(one.trigger)


def _mentioned(mentions: Sequence[Mention], index: int) -> Reference:
    return Reference(ReferenceKind.MENTION, mentions[index].span, index, mentions[index].sentence)


def _addressee(reference: Reference, mentions: Sequence[Mention], discourse: Discourse, text: str) -> Agent | None:
    if reference.mention is None:
        if reference.span is None:
            return None
        return _named(reference.span, text)
    mention = mentions[reference.mention]
    if mention.kind is MentionKind.PRONOUN:
        several = mention.text.casefold() in discourse.words.plural  # whom `mereka` means is seldom plain
        found = None if several else discourse.agent(reference)
        return found or _named(mention.span, text)
    if mention.kind is MentionKind.GROUP:
        span = reference.span or mention.span
        words = " ".join(span.of(text).split())
        return Agent(MentionKind.GROUP, office=words, mention=span, reasons=("group",))
    agent = discourse.agent(reference)
    if agent is not None and mention.kind is MentionKind.UNIT and _is_name(mention.text, agent.office):
        return replace(agent, office=" ".join(mention.text.split()))  # as the sentence names it: `KPU`
    return agent


def _named(span: Span, text: str) -> Agent:
    """Somebody whom the phrase names and nothing else of the article."""
    words = " ".join(span.of(text).split())
    return Agent(MentionKind.GROUP, office=words, mention=span, reasons=("named in the phrase",))


def _is_name(text: str, office: str) -> bool:
    """Whether a unit's mention names it by itself: an abbreviation, or more than the bare kind of unit, which the
    whole name begins with (`Polres` for `Polres Tebo`).
    """
    words = text.split()
    return len(words) > 1 or text.isupper() or not office.lower().startswith(text.lower())


def _sentence_index(document: Document, span: Span) -> int:
    return next((s.index for s in document.sentences if s.span == span), 0)


def same_agent(one: Agent, other: Agent) -> bool:
    """Whether two agents of one article are the same entity, or have the same labels."""
    if one.entity is not None and other.entity is not None:
        return one.entity == other.entity
    return one.label == other.label


def _link_repeats(document: Document, directives: Sequence[Directive]) -> tuple[Directive, ...]:
    """Later mentions of an earlier directive point back at its trigger: same issuer, polarity and factuality, and
    most of the words of the shorter content in the longer one.
    """
    text = document.article.text
    linked: list[Directive] = []
    for directive in directives:
        first = next((one for one in linked if one.repeat_of is None and _repeats(text, one, directive)), None)
        if first is None:
            linked.append(directive)
        else:
            reasons = (*directive.reasons, "repeat: same issuer and content as an earlier mention")
            linked.append(replace(directive, repeat_of=first.trigger, reasons=reasons))
    return tuple(linked)


def _repeats(text: str, one: Directive, other: Directive) -> bool:
    if one.issuer is None or other.issuer is None or not same_agent(one.issuer, other.issuer):
        return False
    if (
        one.polarity is not other.polarity
        or one.factuality is not Factuality.ASSERTED
        or one.factuality is not other.factuality
    ):
        return False
    if one.content is None or other.content is None:
        return False
    first, second = _words(one.content.of(text)), _words(other.content.of(text))
    shorter = min(len(first), len(second))
    return shorter > 0 and len(first & second) / shorter >= MIN_SHARED_WORDS


def _words(text: str) -> frozenset[str]:
    """Words of at least four letters without the prefix meN- or di-, so that active and passive forms meet."""
    found = set()
    for raw in text.lower().split():
        word = raw.strip(".,;:!?()\"'“”‘’")
        for prefix in ("meng", "mem", "men", "me", "di"):
            if word.startswith(prefix) and len(word) - len(prefix) >= 4:
                word = word[len(prefix) :]
                break
        if len(word) >= 4:
            found.add(word)
    return frozenset(found)
