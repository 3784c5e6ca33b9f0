"""Whom a quotation is told: `"...," kata Kapolres kepada para pemudik`, or the sentence that announces it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from kg.model import Agent, Document, Mention, Quotation, Reference, ReferenceKind, Sentence
from kg.model.members import GROUP, PERSON, POST, PRONOUN
from kg.resolve.discourse import Discourse
from kg.resolve.roles import Roles
from kg.resolve.sameness import one_side, same_agent

SPEAKERS = (POST, PERSON, PRONOUN)
HEARERS = (GROUP, POST, PERSON)
BESIDE = ("CCONJ", "DET", "PUNCT")  # UD tags of what may stand beside those who are called
REACH = 14  # words behind a cue in which its recipient stands
PARTING = ("ADP", "SCONJ", "CCONJ")  # UD tags of what parts a name from its verb by commas
LIST = 12  # words from a comma to the conjunction before the last of a list of hearers
JOINED = ("CCONJ", "PUNCT", "ADV")  # UD tags of what stands before a verb that shares the subject of the one before
NEAR = 2  # words behind a verb in which the noun for the speech that is given stands


def audiences(
    document: Document,
    mentions: Sequence[Mention],
    discourse: Discourse,
    roles: Roles,
) -> Mapping[int, tuple[int, ...]]:
    """For each quotation the mentions of those whom it is told (UD obl with `kepada` of its cue, or of the cue of the
    sentence right before it), the press left out, who are called at its start, or to whom the sentence before says that
    its speaker spoke; a quotation that carries another on has the same hearers.
    """
    found: dict[int, tuple[int, ...]] = {}
    by_sentence: dict[int, tuple[int, ...]] = {}
    speaking: dict[int, Agent | None] = {}  # who speaks to them
    for report, speaker in zip(discourse.reports, discourse.speakers, strict=True):
        if report.inside is not None:
            continue
        listed = report.quotation is not None and discourse.quotations[report.quotation].listed
        markers = (
            roles.recipient | roles.directed_at if listed else roles.recipient
        )  # `imbauan Polres X bagi pemudik: ...`
        heard = _recipients(document.sentences[report.sentence], report.word, mentions, roles, markers)
        if heard and report.quotation is not None:
            found.setdefault(report.quotation, heard)
        elif heard:
            by_sentence[report.sentence] = heard
            speaking[report.sentence] = speaker
    for quotation in discourse.quotations:
        first = quotation.sentences[0]
        if quotation.index in found:
            continue
        if quotation.continues is not None and quotation.continues in found:
            found[quotation.index] = found[quotation.continues]
        elif first in by_sentence:
            found[quotation.index] = by_sentence[first]
        elif (
            first - 1 in by_sentence
            and document.sentences[first].paragraph == document.sentences[first - 1].paragraph
            and _one(speaking[first - 1], discourse.quoted[quotation.index])
        ):
            found[quotation.index] = by_sentence[first - 1]
        elif called := _called(document.sentences[first], quotation, mentions, roles):
            found[quotation.index] = called
        elif hearers := met(document, first - 1, discourse.quoted[quotation.index], mentions, discourse, roles):
            found[quotation.index] = hearers
    return found


def _one(agent: Agent | None, other: Agent | None) -> bool:
    """Whether two speakers may be of one side; who is unknown may be anybody."""
    return agent is None or other is None or one_side(agent, other)


def _called(
    sentence: Sentence,
    quotation: Quotation,
    mentions: Sequence[Mention],
    roles: Roles,
) -> tuple[int, ...]:
    """Who is called before the first comma of a quotation, nothing else there but conjunctions and words for whoever is
    spoken to, if these come (`"Jaksa dan hakim, saya yakin saudara setia ..."`, `"Kepada para camat, saya ..."`)."""
    comma = next(
        (
            word.index
            for word in sentence.words[bisect_left(sentence.starts, quotation.span.start) :]
            if word.lower == ","
        ),
        -1,
    )
    if comma < 0:
        return ()
    second_person, recipient = roles.second_person, roles.recipient
    at = bisect_left(sentence.starts, quotation.span.start)
    lowers = sentence.lowers
    spoken_to = not second_person.isdisjoint(lowers[at:]) or not recipient.isdisjoint(lowers[at:comma])
    while at < comma and sentence.words[at].upos == "PUNCT":
        at += 1
    if not spoken_to and at + 1 < comma and lowers[at] in roles.title_of_address:
        behind = bisect_left(mentions, (sentence.index, at), key=_place)  # `Bu Kadis` may be one mention, or `Kadis`
        post = behind < len(mentions) and mentions[behind].sentence == sentence.index
        after = sentence.words[comma + 1 : comma + 2]
        if any(word.upos in PARTING or word.lower in roles.title_of_address for word in after):
            return ()  # `Bapak Presiden, dalam pidatonya, ...` speaks of him; `Pak Camat, Pak Lurah, ...`: several
        return (behind,) if post and mentions[behind].last == comma and mentions[behind].kind in HEARERS else ()
    names: list[int] = []
    while at < comma and spoken_to:
        start = bisect_left(mentions, (sentence.index, at), key=_place)
        named = start < len(mentions) and _place(mentions[start]) == (sentence.index, at)
        if named and mentions[start].kind in HEARERS and mentions[start].last <= comma:
            if mentions[start].text.lower() not in second_person:  # `saudara-saudara para camat, ...`
                names.append(start)
            at = mentions[start].last
        elif sentence.words[at].upos in BESIDE or lowers[at] in second_person or lowers[at] in recipient:
            at += 1
        else:
            return ()
    return tuple(names)


def _recipients(
    sentence: Sentence,
    cue: int,
    mentions: Sequence[Mention],
    roles: Roles,
    markers: frozenset[str],
) -> tuple[int, ...]:
    """The mention right behind the first of `markers` (`kepada`) behind a cue, no other verb between (`meminta TNI
    melapor kepada ...`), or behind the meeting with them that it names (`saat apel bersama anggota`), if it is of
    somebody who can hear.
    """
    lowers = sentence.lowers
    if markers.isdisjoint(lowers) and roles.gathering.isdisjoint(lowers):
        return ()
    for at in (0, *range(cue + 1, min(len(sentence.words) - 1, cue + REACH))):
        giving = lowers[at + 1] in roles.speech or lowers[at + 1] in roles.gathering
        if at and sentence.words[at].upos == "VERB" and not giving:  # `kata Bupati saat memberi arahan kepada camat`
            break
        gathered = at > 0 and lowers[at] in roles.companion and lowers[at - 1] in roles.gathering
        if lowers[at] in markers or gathered:
            return hearers_at(sentence, at + 1, mentions, roles)
    return ()


def hearers_at(
    sentence: Sentence,
    at: int,
    mentions: Sequence[Mention],
    roles: Roles,
) -> tuple[int, ...]:
    """The mention that begins at a word and those coordinated with it (`kepada mahasiswa dan dosen`); none if the press
    is among them."""
    found: list[int] = []
    words = sentence.words
    while at < len(words):
        while found and at < len(words) and (words[at].upos == "CCONJ" or words[at].lower == ","):
            at += 1
        one = _hearer_at(sentence, at, mentions, roles)
        if not one:
            break
        found.extend(one)
        at = mentions[_named_beside(one[0], mentions)].last
        behind = words[at] if at < len(words) else None
        if behind is None or not (behind.upos == "CCONJ" or behind.lower == ","):
            break
        if behind.lower == "," and not any(word.upos == "CCONJ" for word in words[at : at + LIST]):
            break
    return tuple(found)


def _named_beside(index: int, mentions: Sequence[Mention]) -> int:
    """The person right behind a post, who is its holder (`kepada Menteri Y Rudi dan Dirut Z`), else the mention."""
    post, after = mentions[index], mentions[index + 1 : index + 2]
    beside = any((one.sentence, one.first) == (post.sentence, post.last) and one.kind is PERSON for one in after)
    return index + 1 if beside and post.kind is POST else index


def _hearer_at(sentence: Sentence, at: int, mentions: Sequence[Mention], roles: Roles) -> tuple[int, ...]:
    """The mention that begins at a word, if it is of somebody who can hear and is not the press."""
    start = bisect_left(mentions, (sentence.index, at), key=_place)
    if start == len(mentions) or _place(mentions[start]) != (sentence.index, at):
        return ()
    mention = mentions[start]
    return (start,) if mention.kind in HEARERS and not _names(sentence, mention, roles.press) else ()


def _names(sentence: Sentence, mention: Mention, words: frozenset[str]) -> bool:
    return not words.isdisjoint(sentence.lowers[mention.first : mention.last])


def met(
    document: Document,
    index: int,
    speaker: Agent | None,
    mentions: Sequence[Mention],
    discourse: Discourse,
    roles: Roles,
) -> tuple[int, ...]:
    """Those to whom a sentence of the report says that the speaker of what stands in the next one spoke (`Bupati
    memberi arahan kepada camat. "..."`)."""
    if index < 0 or speaker is None:
        return ()
    if any(one.sentences[0] <= index < one.sentences[1] for one in discourse.quotations):
        return ()
    sentence = document.sentences[index]
    lowers = sentence.lowers
    if all(words.isdisjoint(lowers) for words in (roles.giving, roles.meeting, roles.orating)):
        return ()
    for at in range(1, len(lowers) - 1):
        given = lowers[at] in roles.giving and not roles.speech.isdisjoint(lowers[at + 1 : at + 1 + NEAR])
        object_told = lowers[at] in roles.meeting
        if not (given or object_told or lowers[at] in roles.orating):
            continue
        subject = _last_before(index, at, mentions)
        if subject is None or not _is(subject, speaker, mentions, discourse):
            continue
        pointed = mentions[subject].kind is PRONOUN
        if (object_told or pointed) and not _acts(sentence, mentions[subject].last, at):
            continue
        first = at + 1 + (f"{lowers[at]} {lowers[at + 1]}" in roles.conversing)
        if object_told or first > at + 1:
            counts = (k for k in range(first, len(lowers)) if sentence.tags[k] != "NUM")
            heard = _hearer_at(sentence, first, mentions, roles)
            heard = heard or _hearer_at(sentence, next(counts, first), mentions, roles)
            grieved = roles.victim | roles.kin  # who comes to him with a complaint
            return () if any(_names(sentence, mentions[k], grieved) for k in heard) else heard
        return _recipients(sentence, at, mentions, roles, roles.recipient)
    return ()


def _acts(sentence: Sentence, behind: int, verb: int) -> bool:
    """Whether the subject that ends before a word is that of a verb: no other stands between, or a conjunction right
    before it (not `Bupati meminta warga menelepon bosnya`)."""
    tags = sentence.tags
    return "VERB" not in tags[behind:verb] or tags[verb - 1] in JOINED


def _is(index: int, speaker: Agent, mentions: Sequence[Mention], discourse: Discourse) -> bool:
    """Whether a mention is of somebody, be it by a pronoun."""
    mention = mentions[index]
    kind = ReferenceKind.PRONOUN if mention.kind is PRONOUN else ReferenceKind.MENTION
    agent = discourse.agent(Reference(kind, mention.span, index, mention.sentence))
    return agent is not None and same_agent(agent, speaker)


def _last_before(sentence: int, at: int, mentions: Sequence[Mention]) -> int | None:
    """The last mention of a person or a post before a word."""
    start = bisect_left(mentions, (sentence, 0), key=_place)
    end = bisect_left(mentions, (sentence, at), key=_place)
    return next((k for k in range(end - 1, start - 1, -1) if mentions[k].kind in SPEAKERS), None)


def _place(mention: Mention) -> tuple[int, int]:
    return mention.sentence, mention.first
