"""Imperatives in speech: bare verbs, -lah, and the markers jangan, mari, tolong, harap, silakan."""

from __future__ import annotations

from kg.extract.complements import Frame
from kg.extract.contents import Content, content_end, describe
from kg.extract.cues import CueHit
from kg.extract.grammar import Grammar
from kg.extract.issuers import headline_speaker, speaker_reference
from kg.extract.passage import Passage, clause_end, clause_start, is_passive, is_verb
from kg.extract.phrases import agents_in, phrase_end, starts_animate
from kg.extract.verbal import build, fronted_addressees
from kg.lexicon.cues import Voice
from kg.model import DirectiveDraft, Force, MentionKind, Reference

MAX_INTRODUCTION = 6  # words before a comma that introduce an imperative
VOCATIVES = frozenset({MentionKind.GROUP, MentionKind.POST, MentionKind.UNIT, MentionKind.PERSON})


def marked(passage: Passage, grammar: Grammar, hit: CueHit) -> DirectiveDraft | None:
    """The directive of a marker before an imperative (`jangan`, `mari`, `tolong`, `harap`, `silakan`), in speech only."""
    cue = hit.form.cue
    floor, stop = clause_start(passage, hit.first), clause_end(passage, hit.first)
    if not _in_speech(passage, grammar, hit.first, floor):
        return None
    start = hit.last
    while (
        start < stop
        and (passage.lower[start] in grammar.imperative_lead or passage.lower[start] == ",")
        and passage.mention[start] < 0
    ) or (start < stop and passage.lower[start] in grammar.first_person and cue.force is Force.URGE):
        start += 1
    if start >= stop or passage.is_punctuation(start) or passage.lower[start] in cue.not_object:
        return None
    members, _ = _vocative(passage, grammar, hit.first, floor)
    members = members or fronted_addressees(passage, grammar, hit.first)
    if starts_animate(passage, grammar, start) and cue.force is not Force.FORBID:
        end, _ = phrase_end(passage, grammar, start, stop)
        named = agents_in(passage, grammar, start, end)
        if named and end < stop and not is_passive(passage, end):
            members = named
            start = end
            while start < stop and passage.lower[start] in grammar.demand:
                start += 1
    if start >= stop:
        return None
    if cue.force is not Force.FORBID and not _predicate(passage, grammar, start):
        return None
    if (
        any(passage.lower[k] in grammar.first_person for k in range(max(floor, hit.first - 2), hit.first))
        and cue.force is Force.FORBID
    ):
        return None  # `kita jangan kalah`: the speaker's own plan
    frame = Frame(members, start, content_end(passage, grammar, start), "marker", clausal=True, demand=True)
    return build(
        passage,
        grammar,
        hit,
        frame,
        speaker_reference(passage, grammar, hit.first),
        "imperative:marker",
        inherits=not members,
    )


def _predicate(passage: Passage, grammar: Grammar, at: int) -> bool:
    return is_verb(passage, grammar, at) or passage.sentence.words[at].upos in ("VERB", "ADJ", "AUX", "PART")


def bare(passage: Passage, grammar: Grammar, taken: frozenset[int]) -> tuple[DirectiveDraft, ...]:
    """The bare imperatives of a sentence, `taken` being words that another directive's content holds already.

    A bare verb is an imperative at the start of a clause, or behind an address (`para Kapolres laksanakan`); behind a pronoun
    it is a passive (`kami amankan`), behind `yang` or in a headline a statement.
    """
    found: list[DirectiveDraft] = []
    reach = -1
    for at in range(len(passage)):
        if at <= reach or at in taken or not _is_bare(passage, grammar, at):
            continue
        floor = clause_start(passage, at)
        told = passage.quotation[at] < 0 and _told_on(passage, grammar, at)
        if passage.quotation[at] < 0 and not told and (passage.sentence.is_title or not _reported(passage, grammar, at, floor)):
            continue
        members, first = _vocative(passage, grammar, at, floor)
        if first is None or _question(passage, at):
            continue
        end = content_end(passage, grammar, at)
        if end - at < 2 and not _alone(passage, grammar, at):
            continue
        content = describe(passage, grammar, at, end)
        rule = "imperative:address" if members else "imperative:told" if told else "imperative:bare"
        found.append(_draft(passage, grammar, at, members, content, rule))
        reach = end - 1 if end - at > 2 else at + 1
    return tuple(found)


def _draft(
    passage: Passage,
    grammar: Grammar,
    at: int,
    members: tuple[Reference, ...],
    content: Content,
    rule: str,
) -> DirectiveDraft:
    return DirectiveDraft(
        trigger=passage.sentence.words[at].span,
        cue=passage.lower[at],
        force=Force.ORDER,
        polarity=content.polarity,
        sentence=passage.sentence.index,
        rule=rule,
        issuer=speaker_reference(passage, grammar, at),
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
    if passage.title_case or passage.sentence.is_title or passage.lower[at] not in grammar.bare_verb:
        return False
    if passage.lower[-1] != ".":
        return False
    opening = [k for k in range(at) if not passage.is_punctuation(k)]
    return len(opening) <= 2 and all(passage.lower[k] in grammar.imperative_lead for k in opening)


def _question(passage: Passage, at: int) -> bool:
    return "?" in passage.lower[at : at + 40]


def _alone(passage: Passage, grammar: Grammar, at: int) -> bool:
    """A single bare verb is an imperative only if nothing else stands in its clause: `Laksanakan!`"""
    return at > 0 and passage.lower[at] in grammar.bare_verb and passage.is_mark(at - 1)


def _is_bare(passage: Passage, grammar: Grammar, at: int) -> bool:
    lower = passage.lower[at]
    if passage.mention[at] >= 0:
        return False
    if _with_particle(passage, grammar, at):
        return True
    if any(form.voice is Voice.BARE and form.words == (lower,) for form in grammar.cues.forms.get(lower, ())):
        return False
    if at + 1 < len(passage) and f"{lower} {passage.lower[at + 1]}" in grammar.compound:
        return False
    if lower in grammar.bare_verb:
        following = passage.lower[at + 1] if at + 1 < len(passage) else ""
        return following not in grammar.irrealis and following not in grammar.not_imperative_before
    urged = at > 0 and passage.lower[at - 1] in grammar.urgency
    if lower in grammar.bare_verb_or_noun and (urged or passage.sentence.words[at].upos == "VERB"):
        following = passage.sentence.words[at + 1].upos if at + 1 < len(passage) else ""
        return following in ("NOUN", "PROPN", "ADJ", "ADV", "PRON", "VERB")
    return False


def _with_particle(passage: Passage, grammar: Grammar, at: int) -> bool:
    """A verb with -lah, whether the parser split the particle off or not (Sneddon 2010, 2.158)."""
    lower = passage.lower[at]
    for particle in grammar.imperative_particle:
        split = at + 1 < len(passage) and passage.lower[at + 1] == particle
        glued = lower.endswith(particle) and len(lower) > len(particle) + 2
        stem = lower if split else lower[: -len(particle)] if glued else ""
        if stem in grammar.bare_verb or stem in grammar.bare_verb_or_noun or stem in grammar.intransitive:
            return True
        if split and stem.startswith("ber") and passage.sentence.words[at].upos == "VERB":
            return True
        if glued and stem.startswith("ber") and len(stem) > 6 and passage.sentence.words[at].upos in ("VERB", "NOUN"):
            return True
    return False


def told(passage: Passage, grammar: Grammar, taken: frozenset[int]) -> DirectiveDraft | None:
    """`"Petugas jaga agar meningkatkan kewaspadaan"`: somebody named at the start of speech, and agar with a predicate."""
    for at in range(1, len(passage)):
        if at in taken or passage.lower[at] not in grammar.verb_object_conjunction or passage.quotation[at] < 0:
            continue
        floor = clause_start(passage, at)
        before = at - 1
        if passage.addressable_at(before) is None:
            continue
        members, first = _vocative(passage, grammar, at, floor)
        start = at + 1
        if not members or first is None or start >= len(passage) or not _predicate(passage, grammar, start):
            continue
        end = content_end(passage, grammar, start)
        if end <= start or is_passive(passage, start):
            continue
        content = describe(passage, grammar, start, end)
        return _draft(passage, grammar, at, members, content, "imperative:agar")
    return None


def _in_speech(passage: Passage, grammar: Grammar, at: int, floor: int) -> bool:
    """Whether a word is in a quotation, in reported speech, or in a headline behind its speaker's colon."""
    if passage.quotation[at] >= 0:
        return True
    if passage.sentence.is_title:
        return headline_speaker(passage, grammar, at) is not None
    return _reported(passage, grammar, at, floor)


def _reported(passage: Passage, grammar: Grammar, at: int, floor: int) -> bool:
    """Speech without marks: a reporting cue and its speaker stand right before, parted by a comma (`kata Kapolres, batasi`)."""
    comma = at - 1
    while comma > floor and passage.lower[comma] in grammar.imperative_lead:
        comma -= 1
    if comma <= floor or passage.lower[comma] != ",":
        return False
    return any(passage.lower[k] in grammar.speech for k in range(max(floor, comma - 12), comma))


def _vocative(passage: Passage, grammar: Grammar, at: int, floor: int) -> tuple[tuple[Reference, ...], int | None]:
    """Who is addressed before an imperative at `at`, and where its clause starts; `None` for a start if it is no imperative.

    Only words that may lead an imperative, an address, or a condition with its comma stand before it.
    """
    if at > floor and passage.lower[at - 1] in grammar.purpose_lead:
        return (), None
    k = at - 1
    while (
        k >= floor
        and passage.mention[k] < 0
        and passage.lower[k] in grammar.imperative_lead
        and passage.lower[k] not in grammar.first_person
    ):
        k -= 1
    if k < floor or passage.is_mark(k):
        return (), max(k + 1, floor)
    lower = passage.lower[k]
    if lower == "," and _in_brackets(passage, at, floor):
        return (), None
    if lower == "," and not _clause_allows(passage, grammar, k, floor):
        return (), None
    if lower in (",", ".", "!", ";", ":", "-", "–", "—"):
        if lower == "," and k - 1 >= floor and passage.mention[k - 1] >= 0:
            mention = passage.mentions[passage.mention[k - 1]]
            if mention.kind in VOCATIVES and _opens(passage, grammar, mention.first, floor):
                return agents_in(passage, grammar, mention.first, k), mention.first
        return (), k + 1
    if lower in grammar.pointing and k == at - 1 and passage.lower[at].endswith(("kan", "i")):
        first = _object_first(passage, grammar, k, floor)
        if first is not None:
            return (), first  # `data itu kirimkan ke provinsi`: the object is fronted
    if lower in grammar.verb_coordinator and k - 1 >= floor:
        return (), (k + 1 if _imperative_before(passage, grammar, k, floor) else None)
    if passage.mention[k] >= 0 and passage.mentions[passage.mention[k]].kind in VOCATIVES:
        first = passage.mentions[passage.mention[k]].first
        while first - 1 >= floor and (
            passage.lower[first - 1] in grammar.quantifier or passage.mention[first - 1] >= 0
        ):
            first -= 1
        if _opens(passage, grammar, first, floor):
            return agents_in(passage, grammar, first, k + 1), first
    return (), None


def _clause_allows(passage: Passage, grammar: Grammar, comma: int, floor: int) -> bool:
    """Whether an imperative may follow the clause that ends at a comma.

    It may behind an address, another imperative, a condition, time or reason, and a few words of introduction; not behind a
    statement (`ngotot mau mudik, bayar dua kali lipat`).
    """
    start = comma
    while start > floor and passage.lower[start - 1] not in (".", "!", ";", ":") and not passage.is_mark(start - 1):
        start -= 1
    if start >= comma or any(passage.lower[k] in grammar.imperative_clause for k in range(start, comma)):
        return True
    if passage.addressable_at(comma - 1) is not None and _opens(
        passage, grammar, passage.mentions[passage.mention[comma - 1]].first, floor
    ):
        return True
    if any(_is_bare(passage, grammar, k) for k in range(start, comma)):
        return _imperative_before(passage, grammar, comma, start)
    verbs = sum(is_verb(passage, grammar, k) for k in range(start, comma))
    return comma - start <= MAX_INTRODUCTION and not verbs


def _object_first(passage: Passage, grammar: Grammar, last: int, floor: int) -> int | None:
    """The first word of a short phrase that opens the clause and ends in a determiner at `last`."""
    first = last
    while first > floor and not passage.is_punctuation(first - 1):
        first -= 1
    short = 0 < last - first <= 3
    plain = all(passage.mention[k] < 0 and not is_verb(passage, grammar, k) for k in range(first, last))
    nominal = (
        passage.sentence.words[first].upos in ("NOUN", "PROPN") and passage.lower[first] not in grammar.preposition
    )
    return first if short and plain and nominal else None


def _in_brackets(passage: Passage, at: int, floor: int) -> bool:
    depth = 0
    for k in range(floor, at):
        depth += (passage.lower[k] == "(") - (passage.lower[k] == ")")
    return depth > 0


def _opens(passage: Passage, grammar: Grammar, first: int, floor: int) -> bool:
    """Whether only words that lead an imperative stand between the start of the clause and word `first`."""
    k = first - 1
    while (
        k >= floor
        and passage.mention[k] < 0
        and (passage.lower[k] in grammar.imperative_lead or passage.lower[k] in grammar.to)
    ):
        k -= 1
    return k < floor or passage.is_punctuation(k)


def _imperative_before(passage: Passage, grammar: Grammar, at: int, floor: int) -> bool:
    return any(
        _is_bare(passage, grammar, k)
        and not (
            k > floor and (passage.lower[k - 1] in grammar.first_person or passage.lower[k - 1] in grammar.third_person)
        )
        for k in range(floor, at)
    )
