"""Directives whose cue is a verb: active, headline and passive forms."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.complements import Frame, frame_behind, satisfies
from kg.extract.contents import content_end, describe
from kg.extract.cues import CueHit
from kg.extract.factuality import factuality_of
from kg.extract.grammar import Grammar
from kg.extract.issuers import agent_of_passive, speaker_reference, subject_of
from kg.extract.passage import Passage, clause_end, clause_start, is_passive, is_verb
from kg.extract.phrases import agents_in, starts_animate
from kg.lexicon.cues import Complement, Voice
from kg.model import DirectiveDraft, Force, MentionKind, Reference, ReferenceKind


MAX_SUBJECT = 5  # words of a subject that no mention covers


def active(passage: Passage, grammar: Grammar, hit: CueHit) -> DirectiveDraft | None:
    """The directive of an active or headline cue: its subject issues it (UD nsubj), its object is addressed (UD obj, obl)."""
    cue = hit.form.cue
    if hit.voice is Voice.BARE and not _bare_is_verb(passage, grammar, hit):
        return None
    if hit.last < len(passage) and passage.lower[hit.last] in cue.not_object:
        return None
    frame = frame_behind(passage, grammar, hit.last)
    if frame is None or not satisfies(passage, grammar, cue, frame):
        return None
    if any(passage.lower[k] in grammar.not_speech for k in range(max(0, hit.first - 2), hit.first)):
        return None
    issuer = subject_of(passage, grammar, hit.first)
    if issuer.kind is ReferenceKind.NONE and issuer.span is None:
        return None  # a law or a letter demands it, or nobody is named: no issuer, no directive
    if not frame.addressees and not frame.passive:
        fronted = fronted_addressees(passage, grammar, hit.first)
        frame = replace(frame, addressees=fronted) if fronted else frame
    first_person = issuer.kind in (ReferenceKind.FIRST_PERSON, ReferenceKind.QUOTE_SPEAKER)
    factuality = factuality_of(passage, grammar, hit.first, first_person)
    return build(passage, grammar, hit, frame, issuer, f"{hit.voice}:{frame.kind}", factuality=factuality)


def _bare_is_verb(passage: Passage, grammar: Grammar, hit: CueHit) -> bool:
    """A form without meN- is a verb behind a pronoun or, in a headline, behind its subject (Sneddon 2010, 3.28)."""
    at = hit.first - 1
    while at >= 0 and passage.lower[at] in grammar.pre_verb and passage.mention[at] < 0:
        at -= 1
    if at < 0:
        return False
    lower = passage.lower[at]
    if lower in grammar.first_person or lower in grammar.third_person:
        return True
    if passage.sentence.is_title or passage.title_case:
        return True
    if passage.sentence.words[hit.first].text[:1].isupper():
        return passage.agent_at(at) is not None or lower == ","
    mention = passage.agent_at(at)
    return (
        mention is not None
        and passage.mentions[mention].kind is not MentionKind.GROUP
        and passage.sentence.words[hit.first].upos == "VERB"
    )


def passive(passage: Passage, grammar: Grammar, hit: CueHit) -> DirectiveDraft | None:
    """The directive of a passive cue: its subject is addressed, `oleh` or a bare agent issues it, else the speaker does."""
    cue = hit.form.cue
    stop = clause_end(passage, hit.first)
    floor = clause_start(passage, hit.first)
    has_subject = hit.first > floor and passage.lower[hit.first - 1] not in (",",)
    agent, behind = agent_of_passive(passage, grammar, hit.last - 1, stop, has_subject)
    issuer = agent if agent is not None else speaker_reference(passage, grammar, hit.first)
    if any(passage.lower[k] in grammar.question for k in range(max(floor, hit.first - 3), hit.first)):
        return None
    subject_first, subject_last = _subject_phrase(passage, grammar, hit.first, floor)
    if subject_first == subject_last and hit.first - 1 > floor and passage.lower[hit.first - 1] in grammar.relative:
        head = hit.first - 2  # `AKP X yang diminta warga menembak`: the head of the relative clause is addressed
        if passage.addressable_at(head) is not None:
            subject_first, subject_last = passage.mentions[passage.mention[head]].first, head + 1
    animate = subject_last > subject_first and _animate_phrase(passage, grammar, subject_first, subject_last)
    factuality = factuality_of(passage, grammar, hit.first, first_person=False)
    frame: Frame | None
    if animate:
        start = _skip_to_content(passage, grammar, behind, stop)
        if start >= stop or passage.is_punctuation(start) or passage.lower[start] in grammar.that:
            return None
        if (
            cue.complement is not Complement.ANY
            and not passage.title_case
            and not _predicate_at(passage, grammar, start)
        ):
            return None
        members = agents_in(passage, grammar, subject_first, subject_last)
        first_person_subject = any(passage.lower[k] in grammar.first_person for k in range(subject_first, subject_last))
        if first_person_subject or not members:
            return None
        end = content_end(passage, grammar, start)
        frame = Frame(members, start, end, "subject", clausal=True, demand=True)
    elif subject_last > subject_first and _acts(
        passage, grammar, cue.complement, subject_first, subject_last, behind, stop
    ):
        start = _skip_to_content(passage, grammar, behind, stop)
        subject = Reference(ReferenceKind.NONE, passage.span(subject_first, subject_last), None, passage.sentence.index)
        frame = Frame(
            (subject,), start, content_end(passage, grammar, start), "subject-acts", clausal=True, demand=True
        )
    elif subject_last > subject_first:
        end = content_end(passage, grammar, hit.last)
        start = _skip(passage, grammar, behind, stop)
        if start < stop and is_passive(passage, start):
            frame = Frame((), subject_first, end, "thing-subject", clausal=True, demand=True, passive=True)
        else:
            return None
    else:
        frame = frame_behind(passage, grammar, behind)
        if frame is None:
            return None
        demanded = frame.kind == "thing-passive"  # `ditekankan kegiatan patroli ditingkatkan`
        if not demanded and not satisfies(passage, grammar, cue, frame):
            return None
        if (
            hit.first > floor
            and passage.quotation[hit.first] < 0
            and passage.lower[hit.first - 1] in grammar.verb_coordinator
        ):
            return None  # `pelaku menghubungi penjual dan diarahkan untuk ...`: a narrative, told to the subject before
    draft = build(passage, grammar, hit, frame, issuer, f"passive:{frame.kind}", factuality=factuality)
    return replace(draft, inherits=not frame.addressees and not frame.passive)


def fronted_addressees(passage: Passage, grammar: Grammar, cue: int) -> tuple[Reference, ...]:
    """Addressees before the subject: `Kepada seluruh personel, Kapolres menegaskan agar ...` (UD obl)."""
    floor = clause_start(passage, cue)
    start = floor
    while start < cue and (passage.is_punctuation(start) or passage.lower[start] in grammar.imperative_lead):
        start += 1
    if start >= cue or passage.lower[start] not in grammar.to or start + 1 >= cue:
        return ()
    if not starts_animate(passage, grammar, start + 1):
        return ()
    end = start + 1
    while end < cue and passage.lower[end] != ",":
        end += 1
    return agents_in(passage, grammar, start + 1, end) if end < cue else ()


def _skip_to_content(passage: Passage, grammar: Grammar, at: int, stop: int) -> int:
    while at < stop and (
        passage.lower[at] in grammar.post_cue or passage.lower[at] in grammar.demand or passage.lower[at] == ","
    ):
        at += 1
    return at


def _acts(
    passage: Passage, grammar: Grammar, complement: Complement, first: int, last: int, behind: int, stop: int
) -> bool:
    """Whether the subject of a passive cue is who is to act, whatever it is called: an active verb follows the cue.

    Not behind `diharapkan`, of which things can be the subject (`program ini diharapkan meningkatkan ...`).
    """
    if complement in (Complement.ANIMATE, Complement.DEMAND) or last - first > MAX_SUBJECT:
        return False
    if any(passage.lower[k] in grammar.preposition or passage.is_punctuation(k) for k in range(first, last)):
        return False
    if passage.lower[first] in grammar.pointing or passage.lower[first] in grammar.first_person:
        return False
    if passage.sentence.words[first].upos not in ("NOUN", "PROPN"):
        return False
    start = _skip_to_content(passage, grammar, behind, stop)
    return start < stop and is_verb(passage, grammar, start) and not is_passive(passage, start)


def _skip(passage: Passage, grammar: Grammar, at: int, stop: int) -> int:
    while at < stop and (
        passage.lower[at] in grammar.post_cue
        or passage.lower[at] in grammar.demand
        or passage.lower[at] in grammar.content_adverb
    ):
        at += 1
    return at


def _predicate_at(passage: Passage, grammar: Grammar, at: int) -> bool:
    return (
        is_verb(passage, grammar, at)
        or (passage.lower[at] in grammar.content_adverb and passage.mention[at] < 0)
        or passage.sentence.words[at].upos in ("VERB", "ADJ", "AUX", "PART")
    )


def _subject_phrase(passage: Passage, grammar: Grammar, cue: int, floor: int) -> tuple[int, int]:
    """The words of the noun phrase before a passive cue, adverbs left out; an empty range if there is none.

    It begins behind the last comma, conjunction, speech verb or preposition; `kepada X dilarang` counts as X.
    """
    last = cue
    while last > floor and (
        (passage.lower[last - 1] in grammar.pre_verb and passage.mention[last - 1] < 0)
        or passage.lower[last - 1] in grammar.irrealis
        or passage.lower[last - 1] in grammar.negator
        or passage.lower[last - 1] == ","
    ):
        last -= 1
    if last > floor and passage.lower[last - 1] == ")":
        opening = last - 1
        while opening > floor and passage.lower[opening] != "(":
            opening -= 1
        last = opening
    first = last
    while first > floor:
        before = passage.lower[first - 1]
        if before in grammar.relative and any(is_verb(passage, grammar, k) for k in range(first, last)):
            first -= 1  # `anggota yang berjaga diperintahkan`: the relative clause is the subject's own
            continue
        if passage.mention[first - 1] < 0 and _bounds_subject(passage, grammar, first - 1, first):
            break
        first -= 1
    while first < last and passage.sentence.words[first].continues:
        first += 1
    if first < last and passage.lower[first] in grammar.preposition and passage.mention[first] < 0:
        # `selain masyarakat, Panwaslu juga diminta`: the subject is behind the comma
        comma = next((k for k in range(first, last) if passage.lower[k] == ","), None)
        first = first if comma is None else comma + 1
    if last < cue and passage.lower[last] == "," and passage.addressable_at(last - 1) is None:
        return last, last  # `oleh karenanya, ditekankan ...`: what stands before a comma is no subject
    while (
        first < last
        and (passage.lower[first] in grammar.pre_verb or passage.is_punctuation(first))
        and passage.mention[first] < 0
    ):
        first += 1
    return first, last


def _bounds_subject(passage: Passage, grammar: Grammar, at: int, first: int) -> bool:
    """Whether the word at `at` ends what may belong to the noun phrase that begins at `first`."""
    lower = passage.lower[at]
    if lower == "," or lower in grammar.list_conjunction:
        return not _in_list(passage, grammar, at, first)
    return (
        lower in grammar.clause_opener
        or lower in grammar.relative
        or lower in grammar.to
        or lower in grammar.speech
        or lower in grammar.pre_verb
        or (passage.is_punctuation(at) and lower not in grammar.list_conjunction)
    )


def _in_list(passage: Passage, grammar: Grammar, at: int, first: int) -> bool:
    """Whether a comma or conjunction parts members of a list of people (`para pimpinan, kasatwil, dan perwira`)."""
    before = at - 1
    while before > 0 and (passage.lower[before] == "," or passage.lower[before] in grammar.list_conjunction):
        before -= 1
    if passage.addressable_at(before) is not None and passage.addressable_at(first) is not None:
        return True
    noun = passage.sentence.words[before].upos in ("NOUN", "PROPN") and before > 0
    short = (
        before < 2
        or passage.lower[before - 1] in (",", *grammar.list_conjunction)
        or passage.lower[before - 1] in grammar.quantifier
    )
    listed = passage.lower[first] in grammar.list_conjunction or (
        first + 1 < len(passage) and (passage.lower[first + 1] == "," or passage.lower[first] == ",")
    )
    return noun and short and (listed or passage.addressable_at(first) is not None) and passage.lower[at] != ""


def _animate_phrase(passage: Passage, grammar: Grammar, first: int, last: int) -> bool:
    if starts_animate(passage, grammar, first):
        return True
    words = passage.sentence.words
    if words[first].upos == "ADP" or passage.lower[first] in grammar.preposition:
        return False
    return passage.mention[first] >= 0 and passage.agent_at(first) is not None


def build(
    passage: Passage,
    grammar: Grammar,
    hit: CueHit,
    frame: Frame,
    issuer: Reference,
    rule: str,
    **more: object,
) -> DirectiveDraft:
    """A draft from a cue, its frame and its issuer."""
    cue = hit.form.cue
    start = frame.start
    force = cue.force
    lower = passage.lower[start]
    advising = next(
        (f for f in grammar.cues.forms.get(lower, ()) if f.voice is Voice.MODAL and f.cue.force is Force.ADVISE), None
    )
    if advising is not None and force is Force.EMPHASISE:
        force = Force.ADVISE
    content = describe(passage, grammar, start, frame.end, forbids=force is Force.FORBID)
    trigger = passage.span(hit.first, hit.last)
    draft = DirectiveDraft(
        trigger=trigger,
        cue=cue.iri,
        force=force,
        polarity=content.polarity,
        sentence=passage.sentence.index,
        rule=rule,
        issuer=issuer,
        addressees=frame.addressees,
        content=content.span,
        quotation=passage.quotation[hit.first] if passage.quotation[hit.first] >= 0 else None,
        action=content.action,
        object=content.object,
        condition=content.condition,
        purpose=content.purpose,
        period=content.period,
        authority=content.authority,
    )
    return replace(draft, **more)  # type: ignore[arg-type]
