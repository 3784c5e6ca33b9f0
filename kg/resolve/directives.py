"""Directives with agents for references: who issued, who passed it on, who was addressed; dates and repeats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.lexicon.remembered import Remembered
from kg.model import Agent, Directive, DirectiveDraft, Document, Mention, ReferenceKind
from kg.model.making import maker, replace
from kg.model.members import (
    ASSERTED,
    DESCRIPTION,
    FIRST_PERSON,
    PASSAGE_SPEAKER,
    PERSON,
    POST,
    QUOTE_SPEAKER,
    UNIT,
)
from kg.resolve.addressees import addressed
from kg.resolve.agentless import part_of_crime, remembered, told_only, untold
from kg.resolve.audience import audiences
from kg.resolve.dates import SpeechDates
from kg.resolve.demanding import one_demanding, several_demanding
from kg.resolve.discourse import Discourse
from kg.resolve.doers import doer_before
from kg.resolve.headlines import headed
from kg.resolve.issuers import issuer_of
from kg.resolve.private import asks_victim, part_of_story, private_matter, rather_meant, spoken_of, told_newly_named
from kg.resolve.roles import Roles
from kg.resolve.sameness import own_body, same_agent, sentence_index

SPEAKER_KINDS = frozenset({QUOTE_SPEAKER, PASSAGE_SPEAKER})
NEEDS_SPEAKER = ("modal", "imperative")
GOING_ON = "modal:coordinated"  # rule of what shares the subject of the directive before it
MIN_SHARED_WORDS = 0.6
REPEATED_NEAR = 2  # sentences between a directive and its repeat that tells the same people
NEXT_SPEAKER = 4  # sentences from a passive without an agent to who speaks next
OFFICIALS = frozenset({PERSON, POST, UNIT})
PREFIXES = ("meng", "mem", "men", "me", "di")  # the longest of those that begin a word is the one
SHORTEST_PREFIXES = ("me", "di")
SHORT = frozenset({""})  # what is left of short words
KNOWN_WORDS = 65536  # at most; then all are forgotten

new_directive = maker(Directive)


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
    told = audiences(document, mentions, discourse, roles)
    for draft in drafts:
        issuer = issuer_of(document, draft, discourse, roles) or _going_on(document, draft, resolved, discourse)
        if issuer is None and draft.issuer.kind is ReferenceKind.PRONOUN:
            issuer = several_demanding(document, draft, resolved, discourse, roles)
        teller = None
        if issuer is not None and told_only(document, draft, issuer, mentions, discourse, resolved, roles):
            teller, issuer = issuer, None
        issuer = doer_before(document, draft, issuer, mentions, discourse, roles) or issuer
        if draft.rule == GOING_ON and resolved and resolved[-1].sentence == document.sentences[draft.sentence].span:
            issuer = resolved[-1].issuer  # `karyawan diminta keluar dan dilarang menelepon`: whoever asked them
        if issuer is not None and (
            _testified(draft, issuer, roles) or spoken_of(document, draft, issuer, mentions, discourse)
        ):
            issuer = None
        if issuer is not None:
            meant = rather_meant(document, draft, issuer, mentions, discourse, roles)
            if meant is None and asks_victim(draft, mentions, roles):
                continue
            issuer = meant or one_demanding(document, draft, resolved, discourse, issuer)
        if issuer is None and draft.rule.startswith(NEEDS_SPEAKER):
            continue
        if part_of_crime(document, draft, mentions, roles) or remembered(document, draft, discourse, roles):
            continue
        directive = _directive(document, draft, issuer, mentions, discourse, dates, resolved, told, roles)
        if teller is not None:
            directive = untold(directive, teller)
        if (
            draft.issuer.kind is ReferenceKind.PRONOUN
            and _of_oneself(directive)
            and not draft.rule.startswith(NEEDS_SPEAKER)
        ):
            directive = replace(directive, issuer=None, issuer_basis="none")  # `ia` is not whom he tells, but another
        directive = told_newly_named(document, draft, directive, mentions, discourse, roles)
        if not _of_oneself(directive) and not part_of_story(directive, roles) and not private_matter(directive, roles):
            resolved.append(directive)
    return _link_repeats(document, headed(document, resolved, words_said))


def _of_oneself(directive: Directive) -> bool:
    """Whether the issuer is the only addressee (`pemerintah harus ...` said by the government), or tells what its own
    body does (`KPU pastikan ...` said by a commissioner of the KPU).
    """
    issuer = directive.issuer
    if issuer is None:
        return False
    if not directive.addressees:
        return directive.rule == "imperative:address"  # `saya pastikan ...`: only the speaker was addressed
    for one in directive.addressees:
        if not same_agent(one, issuer):
            break
    else:
        return True
    if directive.rule != "imperative:address":
        return False
    return all(own_body(one, issuer) for one in directive.addressees)


def _testified(draft: DirectiveDraft, issuer: Agent, roles: Roles) -> bool:
    """Whether a passive without an agent is what a court is told (`Menurut saksi, Irwan diminta mengambil kamera`): who
    testifies says what others asked.
    """
    if not draft.rule.startswith("passive") or draft.issuer.kind not in SPEAKER_KINDS:
        return False
    role = issuer.office.lower()
    return role in roles.testifying or role.partition(" ")[0] in roles.testifying


def _going_on(
    document: Document, draft: DirectiveDraft, earlier: Sequence[Directive], discourse: Discourse
) -> Agent | None:
    """Who tells somebody something in a passive without an agent, if nobody is known to be speaking there.

    Whoever issued the directive of the sentence before, in the same paragraph (`Warga diminta waspada. Sementara itu,
    nelayan diimbau ...`), else who speaks next: a lead often says what its official is quoted with later.
    """
    of_text = draft.issuer.kind is DESCRIPTION and draft.rule.startswith("passive")  # `dalam surat itu, Bupati diminta`
    if not of_text and (draft.issuer.kind is not PASSAGE_SPEAKER or not draft.rule.startswith("passive")):
        return None
    if earlier:
        here, last = document.sentences[draft.sentence], earlier[-1]
        before = sentence_index(document, last.sentence)
        near = draft.sentence - before == 1 and document.sentences[before].paragraph == here.paragraph
        if near and not last.quoted and last.issuer is not None:
            return last.issuer
    if of_text:
        return None
    for report, speaker in zip(discourse.reports, discourse.speakers, strict=True):
        if report.sentence - draft.sentence > NEXT_SPEAKER:
            break
        if report.sentence > draft.sentence and speaker is not None and speaker.kind in OFFICIALS:
            told = [discourse.agent(one) for one in draft.addressees]
            answers = any(one is not None and (same_agent(one, speaker) or own_body(one, speaker)) for one in told)
            return speaker if told and not answers else None  # `Bupati diminta mundur`: he speaks next
    return None


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
    addressees, reason = addressed(draft, issuer, mentions, discourse, document, earlier, told, roles)
    source = None
    if draft.issuer.kind not in SPEAKER_KINDS and draft.issuer.kind is not FIRST_PERSON:
        quoted = draft.quotation is not None
        speaker = discourse.speaker_at(draft.trigger) if quoted else _teller(draft, discourse)
        if speaker is None and draft.source is not None:
            speaker = discourse.agent(draft.source)
        if speaker is not None and issuer is not None and not same_agent(speaker, issuer):
            source = speaker
    day, basis = dates.of(document, draft, issuer, source)
    reasons = [f"issuer: {draft.issuer.kind}"]
    if issuer is not None:
        for why in issuer.reasons:
            reasons.append(f"issuer: {why}")  # noqa: PERF401 # mostly one: a comprehension takes longer
    if reason:
        reasons.append(reason)
    return new_directive(
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
        issuer_basis=str(draft.issuer.kind) if issuer is not None else "none",
        addressee_basis="none" if not addressees else "inherited" if reason else "named",
        reasons=tuple(dict.fromkeys((*draft.reasons, *reasons))),
    )


def _teller(draft: DirectiveDraft, discourse: Discourse) -> Agent | None:
    """Who tells of the directive in its own sentence, without quotation marks: `Kapolri memerintahkan ..., kata Kadiv
    Humas`."""
    for report in discourse.reports:
        beside = report.sentence == draft.sentence and not report.cue.overlaps(draft.trigger)
        if beside and any(span.covers(draft.trigger) for span in report.content):
            return discourse.agent(report.speaker)
    return None


def _link_repeats(document: Document, directives: Sequence[Directive]) -> tuple[Directive, ...]:
    """Later mentions of an earlier directive point back at its trigger: same issuer, polarity and factuality, and
    most of the words of the shorter content in the longer one.
    """
    text = document.article.text
    said = Remembered[tuple[int, int], frozenset[str]](lambda part: words_said(text[slice(*part)]), len(directives) + 1)
    linked: list[Directive] = []
    given: list[Directive] = []  # what a later one may repeat
    for directive in directives:
        plain = directive.issuer is not None and directive.content is not None and directive.factuality is ASSERTED
        first = _repeated(said, given, directive) if plain else None
        if first is None:
            linked.append(directive)
            if plain:
                given.append(directive)
        else:
            reasons = (*directive.reasons, "repeat: same issuer and content as an earlier mention")
            again = replace(directive, repeat_of=first.trigger, reasons=reasons)
            apart = sentence_index(document, again.sentence) - sentence_index(document, first.sentence)
            if first.addressees and not again.addressees and apart <= REPEATED_NEAR:
                why = (*reasons, "addressees: those of the mention that it repeats")
                again = replace(again, addressees=first.addressees, addressee_basis="inherited", reasons=why)
            linked.append(again)
    return tuple(linked)


def _repeated(
    said: Mapping[tuple[int, int], frozenset[str]], given: Sequence[Directive], directive: Directive
) -> Directive | None:
    """The first of the asserted directives that are `given` which another asserted one is; `said` tells the words of a
    content.
    """
    issuer, content, polarity = directive.issuer, directive.content, directive.polarity
    for one in given:
        if one.polarity is not polarity or issuer is None or one.issuer is None or not same_agent(one.issuer, issuer):
            continue
        if content is None or one.content is None:
            continue
        first, second = said[one.content.start, one.content.end], said[content.start, content.end]
        shared = len(first & second)
        if shared and (shared / len(first) >= MIN_SHARED_WORDS or shared / len(second) >= MIN_SHARED_WORDS):
            return one
    return None


def words_said(text: str) -> frozenset[str]:
    """Words of at least four letters without the prefix meN- or di-, so that active and passive forms meet."""
    return frozenset(map(STEMS.__getitem__, text.lower().split())) - SHORT


def _stem(raw: str) -> str:
    """A word without the signs around it and its prefix; "" for a short one."""
    word = raw.strip(".,;:!?()\"'“”‘’")
    for prefix in PREFIXES if word.startswith(SHORTEST_PREFIXES) else ():
        if word.startswith(prefix) and len(word) - len(prefix) >= 4:
            word = word[len(prefix) :]
            break
    return word if len(word) >= 4 else ""


STEMS = Remembered(_stem, KNOWN_WORDS)
