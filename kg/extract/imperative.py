"""Imperatives in speech: bare verbs, -lah, and the markers jangan, mari, tolong, harap, silakan."""

from __future__ import annotations

from kg.extract.complements import Frame
from kg.extract.contents import content_end, describe
from kg.extract.cues import CueHit
from kg.extract.grammar import Grammar
from kg.extract.issuers import speaker_reference
from kg.extract.passage import Passage, clause_end, clause_start, is_passive, is_verb
from kg.extract.phrases import agents_in, phrase_end, starts_animate
from kg.extract.verbal import build, fronted_addressees
from kg.lexicon.cues import Voice
from kg.model import DirectiveDraft, Force, MentionKind, Reference

VOCATIVES = frozenset({MentionKind.GROUP, MentionKind.POST, MentionKind.UNIT, MentionKind.PERSON})


def marked(passage: Passage, grammar: Grammar, hit: CueHit) -> DirectiveDraft | None:
    """The directive of a marker before an imperative (`jangan`, `mari`, `tolong`, `harap`, `silakan`), in speech only."""
    cue = hit.form.cue
    floor, stop = clause_start(passage, hit.first), clause_end(passage, hit.first)
    if passage.quotation[hit.first] < 0 and not _reported(passage, grammar, hit.first, floor):
        return None
    start = hit.last
    while (start < stop and (passage.lower[start] in grammar.imperative_lead or passage.lower[start] == ",") and passage.mention[start] < 0) or (
        start < stop and passage.lower[start] in grammar.first_person and cue.force is Force.URGE
    ):
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
    if any(passage.lower[k] in grammar.first_person for k in range(max(floor, hit.first - 2), hit.first)) and cue.force is Force.FORBID:
        return None  # `kita jangan kalah`: the speaker's own plan
    frame = Frame(members, start, content_end(passage, grammar, start), "marker", clausal=True, demand=True)
    return build(
        passage, grammar, hit, frame, speaker_reference(passage, hit.first), "imperative:marker", inherits=not members
    )


def _predicate(passage: Passage, grammar: Grammar, at: int) -> bool:
    return is_verb(passage, grammar, at) or passage.sentence.words[at].upos in ("VERB", "ADJ", "AUX", "PART", "NOUN")


def bare(passage: Passage, grammar: Grammar, taken: frozenset[int]) -> tuple[DirectiveDraft, ...]:
    """The bare imperatives of a sentence, `taken` being words that another directive's content holds already.

    A bare verb is an imperative at the start of a clause, or behind an address (`para Kapolres laksanakan`); behind a pronoun
    it is a passive (`kami amankan`), behind `yang` or in a headline a statement.
    """
    found: list[DirectiveDraft] = []
    if passage.sentence.is_title and all(index < 0 for index in passage.quotation):
        return ()
    reach = -1
    for at in range(len(passage)):
        if at <= reach or at in taken or not _is_bare(passage, grammar, at):
            continue
        floor = clause_start(passage, at)
        if passage.quotation[at] < 0 and not _reported(passage, grammar, at, floor):
            continue
        members, first = _vocative(passage, grammar, at, floor)
        if first is None or _question(passage, at):
            continue
        end = content_end(passage, grammar, at)
        if end - at < 2 and not _alone(passage, grammar, at):
            continue
        content = describe(passage, grammar, at, end)
        found.append(
            DirectiveDraft(
                trigger=passage.sentence.words[at].span,
                cue=passage.lower[at],
                force=Force.ORDER,
                polarity=content.polarity,
                sentence=passage.sentence.index,
                rule="imperative:bare" if not members else "imperative:address",
                issuer=speaker_reference(passage, at),
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
        )
        reach = end - 1 if end - at > 2 else at + 1
    return tuple(found)


def _question(passage: Passage, at: int) -> bool:
    return "?" in passage.lower[at : at + 40]


def _alone(passage: Passage, grammar: Grammar, at: int) -> bool:
    """A single bare verb is an imperative only if nothing else stands in its clause: `Laksanakan!`"""
    return at > 0 and passage.lower[at] in grammar.bare_verb and passage.is_mark(at - 1)


def _is_bare(passage: Passage, grammar: Grammar, at: int) -> bool:
    lower = passage.lower[at]
    if passage.mention[at] >= 0:
        return False
    if lower.endswith("lah") and (lower[:-3] in grammar.bare_verb or lower[:-3] in grammar.bare_verb_or_noun):
        return True
    if any(form.voice is Voice.BARE and form.words == (lower,) for form in grammar.cues.forms.get(lower, ())):
        return False
    if lower in grammar.bare_verb:
        following = passage.lower[at + 1] if at + 1 < len(passage) else ""
        return following not in grammar.irrealis and following not in ("adalah", "nya", "yang", "merupakan", "oleh")
    if lower in grammar.bare_verb_or_noun and passage.sentence.words[at].upos == "VERB":
        following = passage.sentence.words[at + 1].upos if at + 1 < len(passage) else ""
        return following in ("NOUN", "PROPN", "ADJ", "ADV", "PRON", "VERB")
    return False


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
    while k >= floor and passage.mention[k] < 0 and passage.lower[k] in grammar.imperative_lead and passage.lower[k] not in grammar.first_person:
        k -= 1
    if k < floor or passage.is_mark(k):
        return (), max(k + 1, floor)
    lower = passage.lower[k]
    if lower == "," and _in_brackets(passage, at, floor):
        return (), None
    if lower in (",", ".", "!", ";", ":", "-", "–", "—"):
        if lower == "," and k - 1 >= floor and passage.mention[k - 1] >= 0:
            mention = passage.mentions[passage.mention[k - 1]]
            if mention.kind in VOCATIVES and _opens(passage, grammar, mention.first, floor):
                return agents_in(passage, grammar, mention.first, k), mention.first
        return (), k + 1
    if lower in ("dan", "serta", "lalu", "kemudian") and k - 1 >= floor:
        return (), (k + 1 if _imperative_before(passage, grammar, k, floor) else None)
    if passage.mention[k] >= 0 and passage.mentions[passage.mention[k]].kind in VOCATIVES:
        first = passage.mentions[passage.mention[k]].first
        while first - 1 >= floor and (passage.lower[first - 1] in grammar.quantifier or passage.mention[first - 1] >= 0):
            first -= 1
        if _opens(passage, grammar, first, floor):
            return agents_in(passage, grammar, first, k + 1), first
    return (), None


def _in_brackets(passage: Passage, at: int, floor: int) -> bool:
    depth = 0
    for k in range(floor, at):
        depth += (passage.lower[k] == "(") - (passage.lower[k] == ")")
    return depth > 0


def _opens(passage: Passage, grammar: Grammar, first: int, floor: int) -> bool:
    """Whether only words that lead an imperative stand between the start of the clause and word `first`."""
    k = first - 1
    while k >= floor and passage.mention[k] < 0 and (passage.lower[k] in grammar.imperative_lead or passage.lower[k] in ("kepada", "bagi")):
        k -= 1
    return k < floor or passage.is_punctuation(k)


def _imperative_before(passage: Passage, grammar: Grammar, at: int, floor: int) -> bool:
    return any(
        _is_bare(passage, grammar, k)
        and not (k > floor and (passage.lower[k - 1] in grammar.first_person or passage.lower[k - 1] in grammar.third_person))
        for k in range(floor, at)
    )
