"""To whom a directive is addressed: who its phrase names, who hears the quotation, who was addressed or spoken of
before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from kg.model import (
    Agent,
    Directive,
    DirectiveDraft,
    Document,
    Force,
    Mention,
    Reference,
    ReferenceKind,
    Span,
)
from kg.model.making import replace
from kg.model.members import GROUP, PERSON, POST, PRONOUN, UNIT, URGE
from kg.resolve.audience import met
from kg.resolve.coreference_plural import counted_before
from kg.resolve.coreference_words import is_plural
from kg.resolve.discourse import Discourse
from kg.resolve.expected import expected, nobody_named
from kg.resolve.introduced import goes_on_with, quoted_together
from kg.resolve.roles import Roles
from kg.resolve.sameness import mentioned, own_body, same_agent, sentence_index
from kg.resolve.shared_subject import shared_subject
from kg.resolve.spans import in_brackets, words_of
from kg.resolve.spokesmen import one_voice
from kg.resolve.they_told import they_told

ENCLITIC = "nya"
GONE_ON = "addressees: those of the directive before"
NEXT = 1  # sentences from the directive whose addressees are kept to where the words begin that keep them
MAX_PASSED = 3  # directives back to the one that told somebody
NEAR = 2  # ... if that one names them, and not the public at large
TELLING = ("imperative:bare", "imperative:told", "imperative:marker")
CLAUSES = ("ccomp", "xcomp")
TOPICS = (UNIT, POST, GROUP)


def addressed(
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
        if agent is None or (found and any(other.label == agent.label for other in found)):
            continue
        if reference.kind is ReferenceKind.PRONOUN and issuer is not None and _colleague(agent, issuer, roles):
            continue
        one_person = agent.kind is PERSON or reference.kind is ReferenceKind.PRONOUN
        if issuer is not None and one_person and same_agent(agent, issuer):
            other = _other_person(reference, issuer, mentions, discourse)
            if other is None or any(same_agent(one, other) for one in found):
                continue  # the last: `Rangga dan dirinya`
            agent = other
        found.append(agent)
    if len(found) == 1 and is_plural(found[0].office, discourse.words):
        found = [*they_told(draft, issuer, mentions, discourse, document, earlier, roles)] or found
    if not found and (shared := shared_subject(draft, issuer, mentions, discourse, document)) is not None:
        return (shared,), ""
    if found:
        return tuple(found), ""
    if not draft.inherits:
        kept = earlier and issuer is not None and goes_on_with(earlier[-1], issuer, draft, document, discourse)
        return (earlier[-1].addressees, "addressees: whom the quotation is introduced with") if kept else ((), "")
    audience = told.get(draft.quotation, ()) if draft.quotation is not None else ()
    point = draft.quotation is not None and discourse.quotations[draft.quotation].listed
    last = earlier[-1] if earlier else None
    kept = last is not None and (last.addressee_basis == "named" or GONE_ON in last.reasons)
    within = not point and last is not None and kept and quoted_together(last, draft, discourse)
    if audience and not within:
        said = [_addressee(mentioned(mentions, index), mentions, discourse, text) for index in audience]
        heard = tuple(agent for agent in said if agent is not None and not (issuer and same_agent(agent, issuer)))
        if heard:
            return heard, "addressees: whom the quotation is told"
    if point and not (earlier and _of_one_point(earlier[-1], draft, discourse)):
        return (), ""  # each point of a list tells those whom it names
    if earlier and issuer is not None:
        last = _last_told(draft, earlier, discourse)
        near = _goes_on(draft, last, document, discourse, roles)
        spoken_of = last.addressee_basis == "named" and quoted_together(last, draft, discourse)
        spoken_of = spoken_of and sentence_index(document, last.sentence) < draft.sentence
        if spoken_of and _called(draft, document, roles):
            return (), ""  # `"Terdakwa tidak boleh keluar. Saudara harus paham"`: another is spoken to
        if near and last.addressees and last.issuer is not None and one_voice(last.issuer, issuer, roles):
            public = any(_public(one, roles) for one in last.addressees)
            if draft.force is URGE and last.force is not URGE and not public:
                return (), ""  # `mari ...` includes the speaker: no order to subordinates goes on so
            if draft.force is Force.ORDER and not draft.rule.startswith("imperative") and public:
                return (), ""  # `memerintahkan agar segera mengejar pelaku`: the public is asked, not ordered
            return last.addressees, GONE_ON
    if draft.quotation is None:
        before = met(document, draft.sentence - 1, issuer, mentions, discourse, roles)
        whom = [_addressee(mentioned(mentions, index), mentions, discourse, text) for index in before]
        if any(whom):
            return tuple(agent for agent in whom if agent is not None), "addressees: whom the issuer met before"
    called = _called(draft, document, roles)
    if draft.rule in TELLING and draft.force is not URGE and issuer is not None and not called:
        wanted = _wanted(draft, issuer, mentions, discourse, document, roles)
        if wanted is not None:
            return (wanted,), "addressees: of whom something is expected before"
        topic = _topic(document, draft.sentence - 1, issuer, mentions, discourse, roles)
        if topic is not None:
            return (topic,), "addressees: of whom the sentence before speaks"
    return (), ""


def _of_one_point(last: Directive, draft: DirectiveDraft, discourse: Discourse) -> bool:
    return draft.quotation is not None and discourse.quotations[draft.quotation].span.covers(last.trigger)


def _wanted(
    draft: DirectiveDraft,
    issuer: Agent,
    mentions: Sequence[Mention],
    discourse: Discourse,
    document: Document,
    roles: Roles,
) -> Agent | None:
    """The one of whom the words before expect something, not the issuer nor his own body."""
    found: dict[str, Agent] = {}
    for index in expected(document, draft, mentions, discourse, roles):
        agent = _addressee(mentioned(mentions, index), mentions, discourse, document.article.text)
        if agent is not None and not same_agent(agent, issuer) and not own_body(agent, issuer):
            found[agent.label] = agent
    return next(iter(found.values())) if len(found) == 1 else None


def _colleague(agent: Agent, issuer: Agent, roles: Roles) -> bool:
    """Whether a pronoun with which officers tell somebody something would mean an officer (`Kapolsek menyebut sopir itu
    mengantuk. Polisi memintanya menepi`): another was spoken of."""
    ranked = bool(agent.rank) and bool(agent.office)
    return ranked and issuer.kind is GROUP and not roles.officer.isdisjoint(issuer.office.lower().split()[:2])


def _last_told(draft: DirectiveDraft, earlier: Sequence[Directive], discourse: Discourse) -> Directive:
    """The directive before; in one quotation passed over what only tells to what something is to be done (`patroli
    harus ditingkatkan`): whom the one before that told still listens."""
    for one in reversed(earlier[-MAX_PASSED:]):
        if not quoted_together(one, draft, discourse):
            break
        if one.addressees or "passive" not in one.rule:
            return one
    return earlier[-1]


def _goes_on(draft: DirectiveDraft, last: Directive, document: Document, discourse: Discourse, roles: Roles) -> bool:
    """Whether a directive goes on telling those of the one before: its words, or the quotation that they stand in,
    begin in the next sentence; one sentence may part them if those were named and are not the public at large.
    """
    start = draft.sentence if draft.quotation is None else discourse.quotations[draft.quotation].sentences[0]
    said = next((one for one in discourse.quotations if one.span.covers(last.trigger)), None)
    end = sentence_index(document, last.sentence) if said is None else said.sentences[1] - 1
    distance = sum(len(sentence.words) > 1 for sentence in document.sentences[end + 1 : start + 1])
    if distance <= NEXT or distance > NEAR:
        return distance <= NEXT
    return last.addressee_basis == "named" and not any(_public(one, roles) for one in last.addressees)


def _public(agent: Agent, roles: Roles) -> bool:
    words = [word for word in agent.office.lower().split() if word not in roles.quantifier]
    return bool(words) and words[0] in roles.public


def _called(draft: DirectiveDraft, document: Document, roles: Roles) -> bool:
    """Whether somebody is spoken to before the trigger (`kamu jangan ...`, `ibu jangan ...`): nobody of whom the report
    speaks."""
    sentence = document.sentences[draft.sentence]
    before = sentence.lowers[: bisect_right(sentence.ends, draft.trigger.start)]
    return not roles.second_person.isdisjoint(before) or bool(roles.kin.intersection(before[-1:]))


def _other_person(
    reference: Reference, issuer: Agent, mentions: Sequence[Mention], discourse: Discourse
) -> Agent | None:
    """Whom a pronoun that cannot mean the issuer means: the last other person or post before it in the sentence
    (`memanggil Kapolres dan memintanya ...`).
    """
    if reference.kind is not ReferenceKind.PRONOUN or reference.span is None:
        return None
    found: Agent | None = None
    for index in range(bisect_left(mentions, reference.sentence, key=_sentence_of), len(mentions)):
        mention = mentions[index]
        if mention.sentence != reference.sentence or mention.span.start >= reference.span.start:
            break
        if mention.kind in (PERSON, POST) and not mention.former:
            agent = discourse.agent(mentioned(mentions, index))
            found = agent if agent is not None and not same_agent(agent, issuer) else found
    return found


def _topic(
    document: Document,
    sentence: int,
    issuer: Agent,
    mentions: Sequence[Mention],
    discourse: Discourse,
    roles: Roles,
) -> Agent | None:
    """The one body, post or group, not the issuer's own, that is the subject (UD nsubj) of what the issuer says in a
    sentence that reports it (UD ccomp, xcomp): not who acts in the sentence itself (`personel juga berpatroli`), nor
    the first of several.
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
        described = mention.last < len(words) and words[mention.last].lower in roles.relative
        spoken_of = [word.lower for word in words[mention.first : mention.last]]
        anybody = described or nobody_named(spoken_of, roles)
        joined = any(word.deprel == "conj" and mention.first <= word.head < mention.last for word in words)
        if mention.kind in TOPICS and subject and not (purpose or anybody or joined or mention.former):
            agent = _addressee(mentioned(mentions, index), mentions, discourse, document.article.text)
            if agent is not None and not same_agent(agent, issuer) and not own_body(agent, issuer):
                found[agent.label] = agent
    return next(iter(found.values())) if len(found) == 1 else None


def _sentence_of(mention: Mention) -> int:
    return mention.sentence


def _addressee(reference: Reference, mentions: Sequence[Mention], discourse: Discourse, text: str) -> Agent | None:
    if reference.mention is None:
        if reference.span is None:
            return None
        counted = counted_before(reference.span, reference.sentence, mentions, discourse.document)
        return _named(counted or reference.span, text)
    mention = mentions[reference.mention]
    if mention.kind is PRONOUN:
        if (named := in_brackets(mention.span, text)) is not None:
            return _named(named, text)
        several = is_plural(mention.text, discourse.words)  # whom `mereka` means is seldom plain
        found = discourse.several_before(mention.span, mention.sentence) if several else discourse.agent(reference)
        bound = mention.text.casefold() == ENCLITIC
        return found or (None if bound else _named(mention.span, text))
    if mention.kind is GROUP:
        span = reference.span or mention.span
        words = words_of(span, text)
        return Agent(GROUP, office=words, mention=span, reasons=("group",))
    agent = discourse.agent(reference)
    if agent is not None and mention.kind is UNIT and _is_name(mention.text, agent.office):
        return replace(agent, office=" ".join(mention.text.split()))  # as the sentence names it: `KPU`
    return agent


def _named(span: Span, text: str) -> Agent:
    """Somebody whom the phrase names and nothing else of the article."""
    words = words_of(span, text)
    return Agent(GROUP, office=words, mention=span, reasons=("named in the phrase",))


def _is_name(text: str, office: str) -> bool:
    """Whether a unit's mention names it by itself: an abbreviation, or more than the bare kind of unit, which the
    whole name begins with (`Polres` for `Polres Tebo`).
    """
    words = text.split()
    return len(words) > 1 or text.isupper() or not office.lower().startswith(text.lower())
