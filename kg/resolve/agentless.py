"""Passives without an agent, and modals, whose demand the speaker of the passage tells of, but does not make."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from kg.model import Agent, Directive, DirectiveDraft, Document, Force, Mention, Reference
from kg.model.making import replace
from kg.model.members import FORBID, GROUP, PASSAGE_SPEAKER, PERMIT, PERSON, PRONOUN, QUOTE_SPEAKER
from kg.resolve.discourse import Discourse
from kg.resolve.passives_told import told_of_others
from kg.resolve.roles import Roles
from kg.resolve.sameness import mentioned, own_body, same_agent, sentence_index

SPEAKERS = (PASSAGE_SPEAKER, QUOTE_SPEAKER)
LAWFUL = (Force.ORDER, Force.REQUIRE, FORBID, PERMIT)  # what needs an office
ADVICE = (Force.URGE, Force.ADVISE)
LONGEST_OPENING = 4  # words
OPENING = 2  # words of what says that something is known
BYSTANDER_WITHIN = 2  # words of a group's name
VERB_WITHIN = 2  # words of a content, an adverb before its verb


def told_only(
    document: Document,
    draft: DirectiveDraft,
    issuer: Agent,
    mentions: Sequence[Mention],
    discourse: Discourse,
    earlier: Sequence[Directive],
    roles: Roles,
) -> bool:
    """Whether the speaker of the passage only tells what somebody else demanded: of himself (`Ia diminta melapor`,
    `Abdul pulang karena diarahkan melapor`), or, in his own words, of a single person (`Kapolres menjelaskan BR
    diminta ...`).

    A passive that names no agent is the speaker's own where he speaks to a public (`warga diminta waspada`), but what
    somebody is obliged to or forbidden is not the demand of citizens. So is a modal, but for what a single person had
    to do.
    """
    passive = draft.rule.startswith("passive")
    who = issuer.office.lower().partition(" ")[0]
    anybody = issuer.kind is GROUP and who in discourse.words.anybody and who not in roles.public
    if passive and draft.issuer.kind in SPEAKERS and (anybody or (issuer.kind is GROUP and _private(issuer, roles))):
        return True
    if passive and draft.issuer.kind in SPEAKERS and _without_authority(document, draft, issuer, roles):
        return True
    if passive and draft.issuer.kind is PASSAGE_SPEAKER and _rule_told(draft, issuer, discourse, roles):
        return True
    if passive and draft.issuer.kind in SPEAKERS and _came(document, draft, mentions, roles):
        return True
    if passive and draft.issuer.kind in SPEAKERS and told_of_others(document, draft, discourse, roles):
        return True
    if passive and draft.issuer.kind in SPEAKERS and _own_are_told(draft, issuer, mentions, discourse):
        return True
    if draft.issuer.kind is not PASSAGE_SPEAKER:
        return False
    if _far(document, draft, issuer, mentions, discourse, earlier, roles):
        return True
    if _before_all(document, draft, mentions, discourse, earlier, roles):
        return True
    if draft.rule == "modal:active":
        return bool(draft.addressees) and _narrated(document, draft, mentions, discourse, roles)
    if not passive:
        return False
    told = [discourse.agent(reference) for reference in draft.addressees]
    if any(one is not None and same_agent(one, issuer) for one in told):
        return True
    reports = [report for report in discourse.reports if report.sentence == draft.sentence]
    if any(span.covers(draft.trigger) for report in reports for span in report.content):
        return bool(told) and all(_single(reference, mentions) for reference in draft.addressees)
    return not told and not reports and _acts(document, draft, issuer, mentions, discourse)


def _own_are_told(draft: DirectiveDraft, speaker: Agent, mentions: Sequence[Mention], discourse: Discourse) -> bool:
    """Whether a passive tells what was asked of the body or group that its speaker heads or sits in (`Bulog diminta
    menyerap gabah`, `panitia diminta ...`, said by their head): by others."""
    if any(one.mention is not None and mentions[one.mention].kind is PRONOUN for one in draft.addressees):
        return False
    told = [discourse.agent(one) for one in draft.addressees]
    return bool(told) and all(one is not None and _of_own(one, speaker) for one in told)


def _of_own(told: Agent, speaker: Agent) -> bool:
    office = speaker.office.lower().split()
    group = told.kind is GROUP and told.office.lower().split() == office[1:]
    return group or own_body(told, speaker)


def part_of_crime(document: Document, draft: DirectiveDraft, mentions: Sequence[Mention], roles: Roles) -> bool:
    """Whether a passive without an agent tells what a culprit, named in its sentence or the one before, made a victim
    do (`pelaku mengambil ponsel, lalu korban diminta mengambilnya di polsek`): part of the crime."""
    if draft.issuer.kind not in SPEAKERS or not draft.rule.startswith("passive"):
        return False
    victims = [
        one.mention is not None and mentions[one.mention].text.partition(" ")[0].lower() in roles.victim
        for one in draft.addressees
    ]
    near = document.sentences[max(0, draft.sentence - 1) : draft.sentence + 1]
    return any(victims) and all(victims) and not all(roles.culprit.isdisjoint(one.lowers) for one in near)


def remembered(document: Document, draft: DirectiveDraft, discourse: Discourse, roles: Roles) -> bool:
    """Whether an imperative stands in a quotation of what somebody remembers, in whose words who bids is not plain
    (`"jujurlah, Nak," kenang Kapolsek`)."""
    if draft.quotation is None or not draft.rule.startswith("imperative"):
        return False
    return any(
        report.quotation == draft.quotation
        and document.sentences[report.sentence].lowers[report.word] in roles.remembering
        for report in discourse.reports
    )


def _private(speaker: Agent, roles: Roles) -> bool:
    """Whether a speaker is only known by a role in a crime (`korban`, `pelaku`): he tells what others demanded."""
    role = speaker.office.lower().split(" ", 1)[0]
    return role in roles.victim or role in roles.culprit


def _without_authority(document: Document, draft: DirectiveDraft, speaker: Agent, roles: Roles) -> bool:
    """Whether a speaker tells what others ordered: some of the public (`sejumlah warga`) and people without office or
    rank oblige and forbid nobody, a court hopes for nothing, and what the report adds as known (`untuk diketahui, truk
    dilarang ...`) or as done (`warga sudah diizinkan ...`) is not his."""
    if draft.quotation is None:
        words = document.sentences[draft.sentence].lowers
        if any(" ".join(words[:length]) in roles.informing for length in range(1, OPENING + 1)):
            return True
    if draft.cue in roles.hoping and speaker.office.partition(" ")[0].lower() in roles.court:
        return True
    if draft.force not in LAWFUL:
        return False
    if speaker.kind is GROUP:
        return not roles.public.isdisjoint(speaker.office.lower().split()) or _bystanders(speaker, roles)
    if draft.quotation is not None:
        return False
    if speaker.kind is PERSON and not speaker.rank and (not speaker.office or _bystanders(speaker, roles)):
        return True
    if draft.force is Force.ORDER:
        return False
    before = [word for word in document.sentences[draft.sentence].words if word.span.end < draft.trigger.start]
    return bool(before) and before[-1].lower in roles.already


def _rule_told(draft: DirectiveDraft, speaker: Agent, discourse: Discourse, roles: Roles) -> bool:
    """Whether a passive that obliges or forbids stands beside what a member of parliament, a scholar or a union says,
    and not in it (`Pengusaha diwajibkan membayar. Presiden KSPI X menyambut baik ...`): it tells a rule of others."""
    if draft.force not in LAWFUL or roles.no_command.isdisjoint(speaker.office.lower().replace("/", " ").split()):
        return False
    reports = [report for report in discourse.reports if report.sentence == draft.sentence]
    return not any(span.covers(draft.trigger) for report in reports for span in report.content)


def _bystanders(speaker: Agent, roles: Roles) -> bool:
    words = speaker.office.lower().split()
    return not roles.bystander.isdisjoint(words[:BYSTANDER_WITHIN])


def _came(document: Document, draft: DirectiveDraft, mentions: Sequence[Mention], roles: Roles) -> bool:
    """Whether a passive tells what once happened (`penumpang sempat diminta turun`), or then to a single person (`Danu
    kemudian diminta duduk`): by whom it does not say."""
    before = [word for word in document.sentences[draft.sentence].words if word.span.end < draft.trigger.start]
    if not before or before[-1].lower in roles.as_it_came:
        return bool(before)
    single = bool(draft.addressees) and all(_single(one, mentions) for one in draft.addressees)
    return single and before[-1].lower in roles.and_then


def _narrated(
    document: Document, draft: DirectiveDraft, mentions: Sequence[Mention], discourse: Discourse, roles: Roles
) -> bool:
    """Whether the report itself tells what one person, or somebody in a crime, had to do (`Clara harus memilih`,
    `korban harus mendapat perawatan`), what anybody had to bear (`warga harus mengungsi`), or what is done every day:
    no verb of saying stands in the sentence."""
    if any(report.sentence == draft.sentence for report in discourse.reports):
        return False
    words = document.sentences[draft.sentence].lowers
    behind = draft.content.of(document.article.text).lower().split() if draft.content is not None else ()
    if not roles.hardship.isdisjoint(behind[:VERB_WITHIN]) or (words[0] in roles.quantifier and words[1] in roles.time):
        return True
    return all(_single(one, mentions) or _in_crime(one, mentions, roles) for one in draft.addressees)


def _in_crime(reference: Reference, mentions: Sequence[Mention], roles: Roles) -> bool:
    head = mentions[reference.mention].text.partition(" ")[0].lower() if reference.mention is not None else ""
    return head in roles.victim or head in roles.culprit


def _far(
    document: Document,
    draft: DirectiveDraft,
    issuer: Agent,
    mentions: Sequence[Mention],
    discourse: Discourse,
    earlier: Sequence[Directive],
    roles: Roles,
) -> bool:
    """Whether sentences that report nobody part a passive or modal from its speaker, and nothing shows that he goes on.

    He does where the sentence opens as a continuation (`Oleh karena itu, ...`), where he speaks just behind it or
    demanded something just before; and advice to the public is what officials give (`Masyarakat diimbau ...`).
    """
    sentence = document.sentences[draft.sentence]
    if not draft.rule.startswith(("modal", "passive")):
        return False
    if sentence.is_title or not discourse.passages.carried_far(draft.sentence):
        return False
    if any(report.sentence == draft.sentence for report in discourse.reports):
        return False
    after = discourse.passages.own(draft.sentence + 1)
    if after is not None and same_agent(after, issuer):
        return False
    if any(" ".join(sentence.lowers[:length]) in roles.going_on for length in range(1, LONGEST_OPENING + 1)):
        return False
    if earlier and draft.sentence - sentence_index(document, earlier[-1].sentence) <= 1:
        last = earlier[-1].issuer
        if last is not None and same_agent(last, issuer):
            return False
    if not draft.rule.startswith("passive"):
        return True
    advice = draft.force in ADVICE and draft.cue not in roles.luring
    told = [mentions[one.mention].text.lower() for one in draft.addressees if one.mention is not None]
    return not advice and not any(not roles.public.isdisjoint(name.split()) for name in told)


def _before_all(
    document: Document,
    draft: DirectiveDraft,
    mentions: Sequence[Mention],
    discourse: Discourse,
    earlier: Sequence[Directive],
    roles: Roles,
) -> bool:
    """Whether a report tells in its own words what circumstances made necessary before anybody has spoken or demanded
    anything (`Pasien itu harus dirujuk. ...`), whoever speaks next; what all of a kind must do is demanded (`Seluruh
    ASN harus netral. Begitu pesan Bupati`)."""
    spoken = discourse.reports and discourse.reports[0].sentence <= draft.sentence
    plain = draft.rule.startswith("modal") and draft.quotation is None and not earlier and not spoken
    if not plain or draft.trigger.of(document.article.text).lower() not in roles.necessity:
        return False
    following = document.sentences[draft.sentence + 1 : draft.sentence + 2]
    if document.sentences[draft.sentence].is_title or any(one.lowers[0] in roles.thus for one in following):
        return False
    told = [mentions[one.mention].text.lower().split() for one in draft.addressees if one.mention is not None]
    return len(told) == len(draft.addressees) and not any(words[0] in roles.quantifier for words in told)


def untold(directive: Directive, teller: Agent) -> Directive:
    """The directive without its teller among the addressees if he tells it in office: a pronoun seldom means a
    spokesman (`Kasi Humas menyebut Vadel dipanggil. Dia diminta hadir`), a group is none."""
    if not teller.office or teller.kind is GROUP:
        return directive
    others = tuple(one for one in directive.addressees if not same_agent(one, teller))
    if len(others) == len(directive.addressees):
        return directive
    return replace(directive, addressees=others, addressee_basis=directive.addressee_basis if others else "none")


def _single(reference: Reference, mentions: Sequence[Mention]) -> bool:
    """Whether a reference is to one private person, by name without an office."""
    return reference.mention is not None and mentions[reference.mention].kind is PERSON


def _acts(
    document: Document, draft: DirectiveDraft, issuer: Agent, mentions: Sequence[Mention], discourse: Discourse
) -> bool:
    """Whether the speaker is the subject (UD nsubj) of a verb before the passive in its sentence."""
    words = document.sentences[draft.sentence].words
    for index in range(bisect_left(mentions, draft.sentence, key=_sentence_of), len(mentions)):
        mention = mentions[index]
        if mention.sentence != draft.sentence or mention.span.start >= draft.trigger.start:
            return False
        subject = any(word.deprel.startswith("nsubj") for word in words[mention.first : mention.last])
        agent = discourse.agent(mentioned(mentions, index)) if subject and mention.kind in (PERSON, PRONOUN) else None
        if agent is not None and same_agent(agent, issuer):
            return True
    return False


def _sentence_of(mention: Mention) -> int:
    return mention.sentence
