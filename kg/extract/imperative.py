"""Imperatives in speech: bare verbs, -lah, and the markers jangan, mari, tolong, harap, silakan."""

from __future__ import annotations

from kg.extract.address import address_before, in_speech, is_reported
from kg.extract.bare import bare_forms, is_bare, stands_alone
from kg.extract.calls import (
    before_imperative,
    begs_pardon,
    done_to,
    everybody_at,
    joins_in,
    who_comes,
    wished,
)
from kg.extract.carried import goes_on_telling, told_behind
from kg.extract.circumstances import past_reason
from kg.extract.contents import Content, content_end, describe
from kg.extract.cues import CueHit
from kg.extract.described import called_by_deed, described
from kg.extract.drafts import build, fronted_addressees, headline_addressees
from kg.extract.embedded import said_by
from kg.extract.frames import Frame
from kg.extract.grammar import Grammar
from kg.extract.headlines import headline_order, told_afterwards
from kg.extract.inverted import behind_marker
from kg.extract.issuers import speaker_reference
from kg.extract.leadins import called_behind
from kg.extract.listed import RULE, listed
from kg.extract.mere_acts import is_slogan
from kg.extract.needless import only_needless
from kg.extract.needs import is_done
from kg.extract.no_bidding import averted, bids_nobody, reminds_only, serves_own_act
from kg.extract.passage import Passage, clause_end, clause_start, is_passive, is_verb
from kg.extract.phrases import agents_in, phrase_end, starts_animate
from kg.extract.predicates import begins_predicate, passive_predicate
from kg.extract.reported import bids_on, subject_told, told_by, told_first
from kg.extract.supposed import in_example
from kg.extract.vocatives import called_first, postposed_subject
from kg.model import DirectiveDraft, Force, Reference
from kg.model.making import maker, replace
from kg.model.members import FORBID, HYPOTHETICAL, NONE, PERMIT, REQUEST, URGE

MAX_FEARED = 4  # words of what is feared to be something
MAX_QUESTION = 40  # words from a verb to its question mark

new_directive_draft = maker(DirectiveDraft)


def marked(passage: Passage, grammar: Grammar, hit: CueHit) -> DirectiveDraft | None:
    """The directive of a marker before an imperative (`jangan`, `mari`, `tolong`, `harap`, `silakan`), in speech
    only."""
    cue = hit.form.cue
    floor, stop = clause_start(passage, hit.first), clause_end(passage, hit.first)
    if not in_speech(passage, grammar, hit.first, floor) and not _opens_report(passage, grammar, hit.first):
        first, last = subject_told(passage, grammar, hit.first, floor)
        several = last - first == 1 and passage.lower[first] in grammar.pronoun_plural  # `mereka jangan ...`
        told = told_by(passage, grammar, hit, first, last)
        told = told or bids_on(passage, grammar, hit, floor)
        if not told and (not several or not _opens_report(passage, grammar, first)):
            return None
    start = past_reason(passage, grammar, hit.last) if cue.force is FORBID else hit.last
    issuer = speaker_reference(passage, grammar, hit.first)
    wish = wished(passage, grammar, hit, floor, stop)
    if wish is not None:
        return build(passage, grammar, hit, wish, issuer, f"imperative:{wish.kind}")
    while (
        start < stop
        and (
            passage.lower[start] in grammar.imperative_lead
            or passage.lower[start] in (",", *grammar.imperative_particle, *grammar.particle)
            or (cue.force is PERMIT and passage.lower[start] in grammar.post_cue)  # `silakan saja melapor`
        )
        and passage.lower[start] not in grammar.intransitive  # `jangan jadi orang yang ...`
        and passage.mention[start] < 0
        and not is_passive(passage, grammar, start)  # `jangan di lepas`
    ) or (start < stop and cue.force is URGE and joins_in(passage, grammar, start)):
        start += 1
    everybody = everybody_at(passage, grammar, start, stop) if cue.force is URGE else start
    if start >= stop or passage.is_punctuation(start) or passage.lower[start] in cue.not_object:
        return None
    if f"{passage.lower[hit.first]} {passage.lower[start]}" in grammar.compound or is_slogan(passage, hit.first):
        return None  # `hidup tolong menolong`
    if only_needless(passage, grammar, hit, start, floor):
        return None
    if cue.force is FORBID and not grammar.copula.isdisjoint(passage.lower[start : start + MAX_FEARED]):
        return None  # `jangan sampai pelakunya adalah oknum`: what is feared
    if passage.quotation[start] < 0 and passage.lower[start] in grammar.consumption:
        return None  # `Jangan lewatkan ...`: the outlet invites its readers
    if " ".join(passage.lower[start : start + 2]) in cue.not_object or begs_pardon(passage, grammar, hit, start):
        return None
    members, _ = address_before(passage, grammar, hit.first, floor)
    fronted = fronted_addressees(passage, grammar, hit.first)
    members = members or fronted or _subject(passage, grammar, hit.first, floor)
    members = members or who_comes(passage, grammar, hit.first, floor) or described(passage, grammar, hit.first, floor)
    calls = called_first(passage, grammar, start, stop) if cue.force is not FORBID else None
    if calls is not None:
        (members, start), fronted = calls, calls[0]
    elif everybody > start:
        phrase = passage.span(start, everybody)
        members, start = (Reference(NONE, phrase, None, passage.sentence.index),), everybody
    if not members and passage.sentence.is_title:
        colon = max((k for k in range(hit.first) if passage.lower[k] in grammar.colon), default=0)
        members = headline_addressees(passage, grammar, 0, colon)
    if passage.lower[start] in grammar.to_person and starts_animate(passage, grammar, start + 1):
        start += 1  # `mohon kepada warga untuk bersabar`
    if starts_animate(passage, grammar, start) and cue.force is not FORBID:
        end, _ = phrase_end(passage, grammar, start, stop)
        named = agents_in(passage, grammar, start, end)
        if cue.force is REQUEST and passive_predicate(passage, grammar, end, stop):
            frame = Frame((), start, content_end(passage, grammar, start), "marker", clausal=True, demand=True)
            return build(passage, grammar, hit, frame, issuer, "imperative:marker")  # `tolong warga didata`
        if named and end < stop and not is_passive(passage, grammar, end):
            members = named
            called = cue.force is URGE and passage.lower[end] == "," and passage.lower[end + 1] in grammar.first_person
            start = end + 2 if called else end  # `ayo, warga Palu, kita jaga ...`
            while start < stop and passage.lower[start] in grammar.demand:
                start += 1
    if start >= stop or reminds_only(passage, grammar, start, stop):
        return None
    spoken_noun = passage.lower[start] in grammar.colloquial_verb  # `camat silakan koordinasi dengan desa`
    haste = calls is not None or passage.lower[start - 1] in grammar.urgency  # `dinas tolong segera survei jalannya`
    spoken_noun = spoken_noun or (haste and start > hit.last and passage.lower[start] in grammar.verb_form)
    goes_on = start + 1 < stop and passage.lower[start] in grammar.pre_verb and is_verb(passage, grammar, start + 1)
    goes_on = goes_on or (cue.force is URGE and passage.lower[start] in grammar.destination)  # `ayo ke posyandu`
    predicate = goes_on or spoken_noun or is_predicate(passage, grammar, start)  # `mari warga untuk terus menjaga ...`
    if cue.force is not FORBID and not predicate:
        end = content_end(passage, grammar, start)
        frame = Frame(fronted, start, end, "thing-passive", clausal=True, demand=True, passive=True)
        if cue.force is not REQUEST or not is_done(passage, grammar, frame):
            return None  # but `mohon laporan ini diselesaikan tepat waktu`
        return build(passage, grammar, hit, frame, issuer, "imperative:marker-passive")
    near = range(max(floor, hit.first - 2), hit.first)
    own = any(passage.lower[k] in grammar.first_person for k in near)
    if own and passage.lower[hit.first - 1] != "," and cue.force is FORBID:
        return None  # `kita jangan kalah`: the speaker's own plan
    if not members and cue.force is FORBID and serves_own_act(passage, grammar, hit.first, floor):
        return None
    if (cue.force is FORBID and averted(passage, grammar, hit.first)) or (
        cue.force is PERMIT and passage.lower[start] in grammar.negator
    ):
        return None  # the last: `monggo, tidak ada masalah`
    end = content_end(passage, grammar, start)
    if cue.force is FORBID:
        end = before_imperative(passage, grammar, start, end)
        if end == start + 1 and passage.lower[start] in grammar.additive:
            return None  # `jangan hanya karena ingin menang, ...`: it stands behind the reason
    members = members or called_behind(passage, grammar, end) or told_behind(passage, grammar, start, end)
    members, first = behind_marker(passage, grammar, hit, members, start, end)
    if (cue.force is REQUEST or (members and cue.force is FORBID)) and is_passive(passage, grammar, start):
        first = done_to(passage, grammar, hit, floor, start)
        members = () if first < start else members
    frame = Frame(members, first, end, "marker", clausal=True, demand=True)
    draft = build(
        passage,
        grammar,
        hit,
        frame,
        said_by(passage, grammar, hit.first, told_first(passage, grammar, hit, floor)),
        "imperative:marker-passive" if is_passive(passage, grammar, start) else "imperative:marker",
        inherits=not members and goes_on_telling(passage, grammar, hit, start),
    )
    return replace(draft, factuality=HYPOTHETICAL) if in_example(passage, grammar, hit.first) else draft


def _subject(passage: Passage, grammar: Grammar, at: int, floor: int) -> tuple[Reference, ...]:
    """Who stands before a marker as its subject (`warga yang melihatnya silakan melapor`)."""
    first, last = subject_told(passage, grammar, at, floor)
    if first >= last or not starts_animate(passage, grammar, first):
        return ()
    if passage.lower[first] in grammar.second_person and not 0 <= passage.mention[first] == passage.mention[first + 1]:
        return ()  # but `rekan-rekan wartawan mohon bersabar`
    if passage.lower[first] in grammar.indefinite:
        return ()  # `banyak korban yang jatuh, jangan sampai ...`: they are spoken of
    if first - 1 > floor and passage.lower[first - 1] in grammar.turning_into:
        return ()  # `kalau ada warga yang jadi korban silakan ...`
    told = first - 1 > floor and passage.lower[first - 1] in grammar.to and is_bare(passage, grammar, first - 2)
    if told and passage.lower[first - 2] not in grammar.handing_on:
        return ()  # `laporkan kepada polisi, jangan ...`; but `sampaikan kepada warga, jangan ...`
    return agents_in(passage, grammar, first, last)


def is_predicate(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a word can head or open a predicate, by its form or its tag (UD VERB, ADJ, AUX, PART)."""
    return begins_predicate(passage, grammar, at) or passage.sentence.words[at].upos in ("VERB", "ADJ", "AUX", "PART")


def bare(passage: Passage, grammar: Grammar, taken: frozenset[int]) -> tuple[DirectiveDraft, ...]:
    """The bare imperatives of a sentence, `taken` being words that another directive's content holds already.

    A bare verb is an imperative at the start of a clause, or behind an address (`para Kapolres laksanakan`); behind a
    pronoun it is a passive (`kami amankan`), behind `yang` or in a headline a statement.
    """
    found: list[DirectiveDraft] = []
    reach = -1
    for at in bare_forms(passage):
        if at <= reach or at in taken or not is_bare(passage, grammar, at):
            continue
        floor = clause_start(passage, at)
        told = passage.quotation[at] < 0 and _told_on(passage, grammar, at)
        item = listed(passage, grammar, at)
        if (
            passage.quotation[at] < 0
            and not told
            and item is None
            and not headline_order(passage, grammar, at)
            and (passage.sentence.is_title or not is_reported(passage, grammar, at, floor))
        ):
            continue
        members, first = address_before(passage, grammar, at, floor) if item is None else (item.addressees, at)
        if first is None or "?" in passage.lower[at : at + MAX_QUESTION] or bids_nobody(passage, grammar, at, first):
            continue
        members = members or fronted_addressees(passage, grammar, at) or who_comes(passage, grammar, at, floor)
        members = members or called_by_deed(passage, grammar, at, floor) or postposed_subject(passage, grammar, at)
        if not members and passage.sentence.is_title and passage.quotation[at] < 0:
            members = headline_addressees(passage, grammar, 0, at - 1)
        end = content_end(passage, grammar, at) if item is None else min(item.end, content_end(passage, grammar, at))
        members = members or called_behind(passage, grammar, end) or told_afterwards(passage, grammar, end)
        fronted = not members and passage.lower[at - 1] in grammar.pointing and first < at
        fronted = fronted and passage.lower[first] not in grammar.imperative_lead  # `oleh karena itu pilih ...`
        told_off = end < len(passage) and passage.lower[end] in grammar.particle  # `catat ya`
        if told_off and end - at < 2 and passage.lower[min(end + 2, len(passage) - 1)] in grammar.first_person:
            continue  # `catat ya, saya tidak bersalah`
        told_off = told_off or (bool(members) and passage.lower[at].endswith(grammar.endings))  # `pejabat, sadarlah`
        if end - at < 2 and not told_off and not stands_alone(passage, grammar, at):
            continue
        content = describe(passage, grammar, first if fronted else at, end)  # `data itu kirimkan ke provinsi`
        rule = "imperative:address" if members else "imperative:told" if told else "imperative:bare"
        draft = spoken(passage, grammar, at, members, content, rule if item is None else RULE)
        draft = draft if item is None else replace(draft, issuer=item.issuer, factuality=item.factuality)
        found.append(replace(draft, factuality=HYPOTHETICAL) if in_example(passage, grammar, at) else draft)
        reach = end - 1 if end - at > 2 else at + 1
    return tuple(found)


def spoken(
    passage: Passage,
    grammar: Grammar,
    at: int,
    members: tuple[Reference, ...],
    content: Content,
    rule: str,
) -> DirectiveDraft:
    """The draft of an order that is said to somebody, its verb at word `at`."""
    return new_directive_draft(
        trigger=passage.sentence.words[at].span,
        cue=passage.lower[at],
        force=Force.ORDER,
        polarity=content.polarity,
        sentence=passage.sentence.index,
        rule=rule,
        issuer=said_by(passage, grammar, at),
        addressees=members,
        content=content.span,
        inherits=not members,
        quotation=passage.quotation[at] if passage.quotation[at] >= 0 else None,
        action=content.action,
        object=content.object,
        condition=content.condition,
        purpose=content.purpose,
        period=content.period,
        authority=content.authority,
    )


def _told_on(passage: Passage, grammar: Grammar, at: int) -> bool:
    """An imperative that opens a sentence of the report: it goes on telling what the passage's speaker demanded.

    Not in headlines, whose prefixless verbs state (`Lakukan Perlawanan, Pelaku Ditembak`).
    """
    if passage.lower[at] in grammar.consumption or not grammar.second_person.isdisjoint(passage.lower):
        return False  # `Simak ulasan lengkapnya ...`, `Pastikan Anda ...`: the outlet speaks to its readers
    if passage.lower[at] in grammar.speech and passage.agent_at(at + 1) is not None:
        return False  # `Selanjutnya, tambah Ade, penyidik akan ...`: who says so
    behind = passage.sentence.words[at + 1 : at + 2]
    if any(word.upos == "NUM" or (word.text[:1].isupper() and passage.mention[word.index] < 0) for word in behind):
        return False  # `Sita Ribuan Paket`: a heading without a line of its own
    if any(
        passage.lower[k] in grammar.speech and passage.agent_at(k - 1) is not None for k in range(at + 2, len(passage))
    ):
        return False  # `Rampok dan sekap korban Kapolres menjelaskan, ...`: a heading that lost its line
    return passage.lower[at] in grammar.bare_verb and _opens_report(passage, grammar, at)


def _opens_report(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a word opens a plain sentence of the report, but for words that lead an imperative."""
    if passage.title_case or passage.sentence.is_title or passage.lower[-1] != ".":
        return False
    opening = [k for k in range(at) if not passage.is_punctuation(k)]
    leads = grammar.imperative_lead | grammar.clause_opener
    return len(opening) <= 2 and all(passage.lower[k] in leads for k in opening)
