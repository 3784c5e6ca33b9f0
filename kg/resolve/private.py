"""What private people ask of each other in a story, and pronouns that go on with such a person, not with the official
who tells of him."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from kg.model import Agent, Directive, DirectiveDraft, Document, Force, Mention, Reference, ReferenceKind
from kg.model.making import replace
from kg.model.members import FIRST_PERSON, GROUP, PERSON, POST, PRONOUN, UNIT
from kg.resolve.coreference import referring
from kg.resolve.coreference_quoted import is_initials
from kg.resolve.discourse import Discourse
from kg.resolve.roles import Roles
from kg.resolve.sameness import same_agent

ENCLITIC = "nya"
REPORTED = ("ccomp", "parataxis")  # UD relations of what somebody is reported to say
LETTERS = 3  # at most, of somebody's initials: a longer word in capitals is a body
INITIALS = 2  # letters of somebody whom the police do not name


def private_matter(directive: Directive, roles: Roles) -> bool:
    """Whether a pronoun asks only whom it knows in private (`ia mengajak tiga temannya ...`): no directive of whoever
    spoke last, and most often part of a crime."""
    if directive.issuer_basis != "pronoun" or directive.cue not in roles.everyday_request:
        return False
    return bool(directive.addressees) and all(_tied(one, roles) for one in directive.addressees)


def part_of_story(directive: Directive, roles: Roles) -> bool:
    """What a private person makes a victim do is part of the crime that is told, no directive (guidelines: scams); so
    is what somebody known by his initials makes another such do, and what kin ask of kin.
    """
    issuer = directive.issuer
    if issuer is None:
        return False
    role = issuer.office.lower().split(" ")
    if not directive.addressees:  # `... diarahkan oleh tersangka untuk mengisi data`, `pelaku meminta diantar`
        who = role[1] if len(role) > 1 and role[0] in roles.counted else role[0]
        asked = directive.cue in roles.everyday_request and who in roles.offender
        return asked or (directive.force is Force.ORDER and role[0] in roles.culprit)
    official = issuer.kind in (POST, UNIT) or bool(issuer.office and issuer.person)
    if directive.issuer_basis == "pronoun" and directive.cue in roles.luring:
        official = False  # `Ia kerap mengajak korban jalan-jalan`: the culprit, whoever spoke last
    named = [one.office.lower() for one in directive.addressees]
    teller = directive.source  # `"Ayah saya meminta saya pulang," kata Danu`
    told = zip(directive.addressees, named, strict=True)
    family = _kin(issuer.office or issuer.person, roles) and all(
        _kin(name, roles) or (teller is not None and same_agent(one, teller)) for one, name in told
    )
    if _initials(issuer, roles):
        others = zip(directive.addressees, named, strict=True)
        return family or all(_initials(one, roles) or name.partition(" ")[0] in roles.victim for one, name in others)
    if official and not family:
        return False
    return family or (not official and all(name in roles.victim for name in named))


def _initials(agent: Agent, roles: Roles) -> bool:
    """Whether somebody is only known by the letters that stand for his name, as suspects and victims are: they are
    taken for a body where they stand alone (`RS meminta ...`)."""
    name = agent.person or agent.office
    if (agent.person and agent.office) or agent.rank or not (name.isalpha() and name.isupper()):
        return False
    body = agent.kind is UNIT and (len(name) > INITIALS or name.lower() in roles.body)
    return agent.kind in (PERSON, UNIT, GROUP) and not body and len(name) <= LETTERS


def _kin(name: str, roles: Roles) -> bool:
    words = name.lower().split(" ")
    head = words[1] if len(words) > 1 and words[0] in roles.person_article else words[0]
    return head.removesuffix(ENCLITIC) in roles.kin


def _tied(agent: Agent, roles: Roles) -> bool:
    words = agent.office.lower().split()
    return any(word.endswith(ENCLITIC) and word.removesuffix(ENCLITIC) in roles.tie for word in words)


def asks_victim(draft: DirectiveDraft, mentions: Sequence[Mention], roles: Roles) -> bool:
    """Whether a directive is to a victim only, in words of every day (`ZA tetangga korban. Ia mengajak korban ...`)."""
    told = [mentions[one.mention].text.partition(" ")[0].lower() for one in draft.addressees if one.mention is not None]
    return draft.cue in roles.everyday_request and bool(told) and roles.victim.issuperset(told)


def rather_meant(
    document: Document,
    draft: DirectiveDraft,
    issuer: Agent,
    mentions: Sequence[Mention],
    discourse: Discourse,
    roles: Roles,
) -> Agent | None:
    """The issuer, unless a pronoun means somebody else of whom the sentence before tells: who is introduced there, if
    it reports no speech; `None` if its official speaker or the person he tells of may be meant.

    He may tell of somebody whom he introduces, or who acts in what is reported, if a single person is asked too. Verbs
    by which one speaks to the public are the speaker's own.
    """
    if draft.issuer.kind is not ReferenceKind.PRONOUN or draft.quotation is not None:
        return issuer
    if not issuer.office:
        return None if _initials(issuer, roles) else issuer  # who of the public a suspect asks nobody reports
    told = [discourse.agent(one) for one in draft.addressees]
    named = (one.mention is not None and mentions[one.mention].kind is not PRONOUN for one in draft.addressees)
    if any(plain and one is not None and same_agent(one, issuer) for plain, one in zip(named, told, strict=True)):
        return None  # `Ia menuntut bupati mundur`, who spoke last being the bupati
    if draft.cue not in roles.everyday_request or draft.sentence == 0:
        return issuer
    before = draft.sentence - 1
    if _takes_part(document, before, discourse, roles) or _apposed(document, before, issuer, mentions, discourse):
        return None
    introduced = newly_named(document, draft.sentence - 1, mentions, discourse, roles)
    if introduced is not None and any(_names(document, one, introduced) for one in draft.addressees):
        return issuer  # `Ia meminta keluarga X ...`: not X
    if introduced is not None and not same_agent(introduced, issuer):
        if not discourse.reports_of.get(draft.sentence - 1):
            return referring(introduced, draft.issuer.span, "who is introduced in the sentence before")
        return issuer if any(_official(one, document, roles) for one in draft.addressees) else None
    if not told or any(one is None or one.kind is not PERSON or one.office for one in told):
        return issuer
    others = (issuer, *(one for one in told if one is not None))
    acts = _somebody_acts(document, draft.sentence - 1, others, mentions, discourse, roles)
    return None if acts else issuer


def _takes_part(document: Document, sentence: int, discourse: Discourse, roles: Roles) -> bool:
    """Whether a victim, culprit or witness is the subject of a sentence (UD nsubj of the root) that reports no
    speech, by role or initials: a pronoun behind it may mean him (`Tersangka menangis. Ia meminta ...`)."""
    if discourse.reports_of.get(sentence) or document.sentences[sentence].is_title:
        return False
    words = document.sentences[sentence].words
    lead = next((one for one in words if one.deprel == "nsubj" and words[one.head].deprel == "root"), None)
    takes_part = roles.victim | roles.culprit | roles.testifying
    return lead is not None and (lead.lower in takes_part or is_initials(lead.text))


def _apposed(
    document: Document, sentence: int, issuer: Agent, mentions: Sequence[Mention], discourse: Discourse
) -> bool:
    """Whether a sentence brings in a private person by what he is, his name between commas (`Pedagang beras, Danu
    Wijaya, mengeluh. Dia meminta ...`): the pronoun may mean him."""
    words = document.sentences[sentence].words
    for index in _in_sentence(mentions, sentence):
        mention = mentions[index]
        parted = mention.first > 1 and words[mention.first - 1].text == ","
        parted = parted and mention.last < len(words) and words[mention.last].text == ","
        if mention.kind is PERSON and parted and words[mention.first - 2].upos in ("NOUN", "PROPN"):
            agent = discourse.agent_of_mention(index)
            return not agent.office and not same_agent(agent, issuer)
    return False


def spoken_of(
    document: Document, draft: DirectiveDraft, issuer: Agent, mentions: Sequence[Mention], discourse: Discourse
) -> bool:
    """Whether a first person outside quotation marks is not who is taken to go on speaking: the sentence before, which
    reports no speech, speaks of him in the third person (`Ia takut sesuatu menimpa Dimas. Saya mohon ...`)."""
    if draft.issuer.kind is not FIRST_PERSON or draft.quotation is not None or draft.sentence == 0:
        return False
    if draft.issuer.span is not None and draft.issuer.span.of(document.article.text).lower().endswith(ENCLITIC):
        return False  # `pihaknya`
    if discourse.speaker_at(draft.trigger) is not None or discourse.reports_of.get(draft.sentence - 1):
        return False
    words = document.sentences[draft.sentence - 1].words
    for index in _in_sentence(mentions, draft.sentence - 1):
        mention = mentions[index]
        governed = not any(word.deprel.startswith("nsubj") for word in words[mention.first : mention.last])
        if mention.kind is PERSON and governed and same_agent(discourse.agent_of_mention(index), issuer):
            return True
    return False


def _names(document: Document, reference: Reference, agent: Agent) -> bool:
    """Whether a word of somebody's name stands in a reference or right behind it (`keluarga X`)."""
    if reference.span is None:
        return False
    sentence = document.sentences[reference.sentence]
    words = sentence.texts[sentence.word_from(reference.span.start) : sentence.word_from(reference.span.end) + 1]
    return not set(agent.person.split()).isdisjoint(words)


def _official(reference: Reference, document: Document, roles: Roles) -> bool:
    """Whether somebody addressed is a body, or all of a kind of people: whom officials ask."""
    words = reference.span.of(document.article.text).casefold() if reference.span is not None else ""
    return words.replace("/", " ").partition(" ")[0] in roles.body


def told_newly_named(
    document: Document,
    draft: DirectiveDraft,
    directive: Directive,
    mentions: Sequence[Mention],
    discourse: Discourse,
    roles: Roles,
) -> Directive:
    """The directive with whom the sentence before introduces last in place of the official who told of him, if a
    passive has a pronoun for its subject (`ditemukan warga bernama Suherman. Dia diminta ...`)."""
    if not draft.rule.startswith("passive") or draft.quotation is not None or draft.sentence == 0:
        return directive
    if len(draft.addressees) != 1 or not directive.addressees:
        return directive
    reference = draft.addressees[0]
    if reference.mention is None or mentions[reference.mention].kind is not PRONOUN:
        return directive
    if mentions[reference.mention].text.casefold() in discourse.words.plural:
        return directive
    introduced = newly_named(document, draft.sentence - 1, mentions, discourse, roles)
    return directive if introduced is None else replace(directive, addressees=(introduced,))


def newly_named(
    document: Document, sentence: int, mentions: Sequence[Mention], discourse: Discourse, roles: Roles
) -> Agent | None:
    """The person whom a sentence names last, if it introduces him there: behind `bernama`, or with his age."""
    words = document.sentences[sentence].words
    last: int | None = None
    for index in _in_sentence(mentions, sentence):
        if mentions[index].kind is PERSON:
            last = index
    if last is None:
        return None
    mention = mentions[last]
    named = mention.first > 0 and words[mention.first - 1].lower in roles.named_as
    behind = words[mention.last : mention.last + 3]
    aged = [word.text for word in behind[::2]] == ["(", ")"] and behind[1].text.isdigit()
    agent = discourse.agent_of_mention(last)
    first = all(discourse.agent_of_mention(k).entity != agent.entity for k in range(last) if agent.entity is not None)
    return agent if (named or aged) and first and not agent.office else None


def _somebody_acts(
    document: Document,
    sentence: int,
    known: Sequence[Agent],
    mentions: Sequence[Mention],
    discourse: Discourse,
    roles: Roles,
) -> bool:
    """Whether a single private person is the subject (UD nsubj) of what a sentence reports (ccomp), none of those known
    to be meant otherwise: the issuer and whom he tells."""
    words = document.sentences[sentence].words
    for index in _in_sentence(mentions, sentence):
        mention = mentions[index]
        subject = any(
            word.deprel == "nsubj" and word.head >= 0 and words[word.head].deprel in REPORTED
            for word in words[mention.first : mention.last]
        )
        initials = mention.kind is UNIT and len(mention.text) == INITIALS and mention.text.isupper()
        role = mention.kind is GROUP and not mention.quantifier and words[mention.first].lower in roles.culprit
        if subject and (initials or role or mention.kind is PERSON):
            agent = discourse.agent_of_mention(index)
            if not any(same_agent(agent, one) for one in known) and (not agent.office or mention.kind is not PERSON):
                return True
    return False


def _in_sentence(mentions: Sequence[Mention], sentence: int) -> range:
    start = bisect_left(mentions, sentence, key=_sentence)
    return range(start, bisect_left(mentions, sentence + 1, key=_sentence))


def _sentence(mention: Mention) -> int:
    return mention.sentence
