"""Directives that a modal carries: `anggota wajib ...`, `warga tidak boleh ...`, `pemerintah sebaiknya ...`."""

from __future__ import annotations

from kg.extract.advice import advised
from kg.extract.carried import goes_on_telling
from kg.extract.contents import content_end
from kg.extract.cues import CueHit
from kg.extract.drafts import build
from kg.extract.duties import general_truth
from kg.extract.embedded import said_by
from kg.extract.frames import Frame
from kg.extract.grammar import Grammar
from kg.extract.inverted import forbidden_to
from kg.extract.issuers import speaker_reference
from kg.extract.leadins import hands_over
from kg.extract.modal_extent import behind_judgement, identifies, left_out, parted_at, shows_thing
from kg.extract.no_demand import nobody_told
from kg.extract.passage import Passage, clause_end, clause_start, is_passive, is_verb
from kg.extract.passives import bound_start
from kg.extract.phrases import agents_in, phrase_end, starts_animate
from kg.extract.predicates import demanded_agent
from kg.extract.said_between import past_speaker
from kg.extract.subjects_modal import (
    asked,
    before_modal,
    behind_lead,
    coordinated_subject,
    first_of_subject,
    for_whom,
    goes_on_of_ours,
    own_side,
    shown,
    tells_how_it_was,
    tells_why,
    unnamed,
)
from kg.extract.subjects_named import acting_name, of_clause_behind, parted_subject, subject_ends
from kg.extract.subjects_whole import whole_subject
from kg.extract.unmeant import unmeant
from kg.extract.whose_order import on_whose_order
from kg.model import DirectiveDraft, Reference
from kg.model.members import ADVISE, FORBID, PRONOUN

ADVERBIAL = ("ADV", "ADJ")  # UD tags
MAX_VERB = 5  # words from a modal to its verb
MAX_QUESTION = 6  # words between a word that asks and the modal
ATTRIBUTES = ("ADJ", "ADV", "NOUN", "DET", "VERB")  # what may be said of an act
MAX_REPEATED = 3  # words from the first person to its modal
MAX_ASKED = 30  # words between a modal and the question mark behind it


def modal(passage: Passage, grammar: Grammar, hit: CueHit) -> DirectiveDraft | None:
    """The directive of a modal in speech: its subject is addressed, the speaker issues it.

    None in a question, in a relative clause (`yang harus ...` describes), with a subject of the first or third person
    (the speaker's own plan, a description), or before a verb of being.
    """
    cue = hit.form.cue
    floor, stop = clause_start(passage, hit.first), clause_end(passage, hit.first)
    if passage.lower[-1] == "?" or asked(passage, grammar, max(floor, hit.first - MAX_QUESTION), hit.first):
        return None
    if "?" in passage.lower[hit.last : hit.last + MAX_ASKED]:
        return None
    before = before_modal(passage, grammar, hit.first, floor)
    if before >= floor and passage.lower[before] in grammar.relative:
        return shown(passage, grammar, hit, before, floor)
    if before >= floor and (passage.lower[before] in grammar.negator or passage.lower[before] in grammar.conditional):
        return None
    yet = hit.first > 0 and passage.lower[hit.first - 1] in grammar.remaining
    alone = before < floor or passage.is_punctuation(before)
    if yet and (passage.quotation[hit.first] < 0 or alone):
        return None  # `polisi masih harus memeriksa saksi`: what is yet to be done
    start = past_speaker(passage, grammar, hit.last, stop)
    if start < stop and passage.sentence.words[start].continues:
        return None  # `mestinya`, `harusnya`: an opinion, no cue of its own
    if start < stop and passage.lower[start] in grammar.first_person:
        return None  # `harus kita lakukan`: the speaker's own plan
    while start < stop and (
        (
            passage.lower[start] in grammar.post_cue
            and passage.lower[start] not in grammar.content_adverb
            and passage.lower[start] not in grammar.preposition  # `harus dengan tegas menolak`: how
        )
        or (start == hit.last and passage.lower[start] in grammar.purpose_lead & grammar.demand)  # `tidak boleh untuk`
        or passage.lower[start] in (",", *grammar.particle)  # `tidak boleh dong setengah-setengah`
        or (passage.is_mark(start) and passage.quotation[start] == passage.quotation[hit.first])
    ):
        start += 1
    if start >= stop or passage.lower[start] in grammar.first_person or passage.lower[start] in grammar.relative:
        return None
    led = start + 1 < stop and passage.lower[start] in grammar.preposition
    if passage.lower[start + led] in grammar.question or _by_us(passage, grammar, start, stop):
        return None  # `harus bagaimana, Pak`, `harus ke mana`, `harus benar-benar kita jaga`
    if _introduced(passage, grammar, hit.first, floor):
        return None
    if left_out(passage, grammar, start, stop):
        return None
    pair = f"{passage.lower[hit.first]} {passage.lower[start]}"
    if pair in grammar.compound and grammar.quantifier.isdisjoint(passage.lower[floor : hit.first]):
        return None  # `tersangka [dikenai] wajib lapor`: a measure; but `setiap tamu wajib lapor`
    comma = cue.force is ADVISE and hit.last < stop and passage.lower[hit.last] == ","
    served = cue.force is ADVISE and start > hit.last and passage.lower[start - 1] in grammar.purpose_lead
    if served and not is_verb(passage, grammar, start):
        return None  # `ruang yang lebih baik untuk siswa`: for whom it is better
    if comma or (cue.force is ADVISE and passage.lower[start] in grammar.comparison):
        return None  # `itu lebih baik daripada ...`
    if unmeant(passage, grammar, hit.first, start, floor):
        return None
    if _by_terms(passage, grammar, hit.first) or hands_over(passage, grammar, start, floor):
        return None
    if passage.lower[start] in grammar.borne_in_mind and first_of_subject(passage, grammar, before, floor) > before:
        return None  # `harus diingat, dana ini terbatas`: what is said behind it
    if _repeats_ours(passage, grammar, hit.first, floor) or tells_how_it_was(
        passage, grammar, hit.first, before, floor
    ):
        return None
    if nobody_told(passage, grammar, first_of_subject(passage, grammar, before, floor), hit.first, floor):
        return None
    if cue.force is ADVISE:
        return advised(passage, grammar, hit, before, floor, start, stop)
    named = parted_subject(passage, grammar, before, floor)
    bound = for_whom(passage, grammar, start, stop)
    if bound is not None:
        named, start = bound
        if not named:
            return None
    asks = _demands(passage, grammar, start) or cue.force is FORBID  # `begitu juga polisi, tidak boleh menjadi ...`
    if named and asks and not is_passive(passage, grammar, start):
        frame = Frame(named, start, content_end(passage, grammar, start), "subject", clausal=True, demand=True)
        issuer = on_whose_order(passage, grammar, hit.first) or speaker_reference(passage, grammar, hit.first)
        return build(passage, grammar, hit, frame, issuer, "modal:active")
    subject = behind_lead(passage, grammar, first_of_subject(passage, grammar, before, floor), before)
    whole = whole_subject(passage, grammar, hit.first, floor)
    if whole is not None and (whole[0] < subject or subject > before):
        subject, before = whole[0], whole[1] - 1  # `camat, lurah, hingga ketua RT harus ...`
    if passage.lower[subject] in grammar.quantifier and passage.lower[subject - 1] in grammar.negator:
        return None  # `tidak semua jalan harus ditutup`
    named_only = acting_name(passage, grammar, subject, before, start, floor)
    if named_only is not None and _demands(passage, grammar, start):
        frame = Frame((named_only,), start, content_end(passage, grammar, start), "place", clausal=True, demand=True)
        issuer = on_whose_order(passage, grammar, hit.first) or speaker_reference(passage, grammar, hit.first)
        return build(passage, grammar, hit, frame, issuer, "modal:active")
    subject = of_clause_behind(passage, grammar, subject, before) if subject <= before else subject
    somebody = subject <= before and starts_animate(passage, grammar, subject)
    if not somebody and subject <= before:
        subject = coordinated_subject(passage, grammar, subject, before)
        somebody = starts_animate(passage, grammar, subject)
    if tells_why(passage, grammar, min(subject, hit.first), floor, start, stop, somebody=somebody):
        return None
    being = passage.lower[start] in grammar.being and (somebody or cue.force is FORBID)  # `tidak boleh ada ...`
    if not being and not _demands(passage, grammar, start):
        return _owed(passage, grammar, hit, start, floor)
    if cue.force is not FORBID and identifies(passage, grammar, start, stop):
        return None
    near = parted_at(passage, start, min(stop, start + MAX_VERB))
    verb = next((k for k in range(start, near) if is_verb(passage, grammar, k)), None)
    if verb is not None and is_passive(passage, grammar, verb):
        first = first_of_subject(passage, grammar, before, floor)
        if (passage.quotation[hit.first] < 0 and first > before) or _has_verb(passage, grammar, first, before + 1):
            return None
        if passage.lower[hit.first - 1] in grammar.remaining and hit.first > floor:
            return None  # `masih harus diselidiki`: what is yet to be done
        end = content_end(passage, grammar, start)
        by = demanded_agent(passage, grammar, start, end, parted=before >= floor)  # `harus diusut [oleh] polisi`
        first = bound_start(passage, grammar, first, before, hit.first)
        first = behind_judgement(passage, grammar, first, hit.first, start)
        frame = Frame(by, first, end, "thing", clausal=True, demand=True, passive=True)
        issuer = on_whose_order(passage, grammar, hit.first) or said_by(passage, grammar, hit.first, first)
        return build(passage, grammar, hit, frame, issuer, "modal:passive")
    members: tuple[Reference, ...] = ()
    addressed = before >= floor and passage.lower[before] in grammar.second_person  # `kalian harus ...`
    yours = addressed and before > floor and passage.sentence.tags[before - 1] in ("NOUN", "PROPN")
    if yours or general_truth(passage, grammar, subject, before):
        return None  # the first: `nilai kamu harus ...`
    everyone = unnamed(passage, grammar, subject, before, start)
    if everyone is not None:
        members = (everyone,)
    elif subject <= before and not addressed and being and not somebody:
        if passage.lower[subject] not in grammar.preposition and passage.lower[subject - 1] not in grammar.preposition:
            return None  # but `di pasar itu tidak boleh ada ...`: where
    elif subject <= before and not addressed:
        if not somebody:
            return None
        acts = subject_ends(passage, grammar, subject, before + 1)  # `warga boleh membawa bendera dan wajib ...`
        members = agents_in(passage, grammar, subject, acts)
        several = subject == before and passage.lower[before] in grammar.pronoun_plural  # `mereka harus ...`
        if not several and any(
            passage.mention[k] >= 0
            and passage.mentions[passage.mention[k]].kind is PRONOUN
            and not passage.sentence.words[k].continues
            for k in range(subject, before + 1)
        ):
            return None
        everybody = passage.lower[subject] in grammar.quantifier  # `semua pihak harus ...`
        if not everybody and own_side(passage, grammar, max(subject, before - 1), before):
            return None
        if not members or any(
            not several and (passage.lower[k] in grammar.first_person or passage.lower[k] in grammar.third_person)
            for k in range(subject, before + 1)
            if passage.mention[k] < 0 or k == subject
        ):
            return None
    elif (
        passage.quotation[hit.first] < 0
        or shows_thing(passage, grammar, hit.first, floor)
        or goes_on_of_ours(passage, grammar, hit.first, floor)
    ):
        return None
    behind = forbidden_to(passage, grammar, start, stop) if cue.force is FORBID and subject > before else None
    members, start = behind or (members, start)
    frame = Frame(members, start, content_end(passage, grammar, start), "subject", clausal=True, demand=True)
    return build(
        passage,
        grammar,
        hit,
        frame,
        on_whose_order(passage, grammar, hit.first) or said_by(passage, grammar, hit.first, subject),
        "modal:active",
        inherits=not members and goes_on_telling(passage, grammar, hit, start),
    )


def _by_us(passage: Passage, grammar: Grammar, at: int, stop: int) -> bool:
    """Whether adverbs and a passive whose agent is the speaker follow a modal: what is done, his own plan."""
    ours = next((k for k in range(at, stop) if passage.sentence.tags[k] not in ADVERBIAL), stop)
    if ours + 1 >= stop or passage.lower[ours] not in grammar.first_person or ours == at:
        return False
    return not passage.lower[ours + 1].startswith(("me", "ber")) and is_verb(passage, grammar, ours + 1)


def _owed(passage: Passage, grammar: Grammar, hit: CueHit, start: int, floor: int) -> DirectiveDraft | None:
    """What a speaker says there must be of somebody, nothing standing before the modal (`harus ada tindakan tegas dari
    Kapolda`): an act of those who hold an office, whose it is."""
    opens = all(
        passage.is_punctuation(k) or passage.lower[k] in grammar.imperative_lead for k in range(floor, hit.first)
    )
    noun = start + 1
    if not opens or passage.quotation[start] < 0 or passage.lower[start] not in grammar.existence:
        return None
    if noun >= len(passage) or passage.lower[noun] not in grammar.official_act:
        return None
    end = content_end(passage, grammar, start)
    source = next((k for k in range(noun + 1, end) if passage.lower[k] in grammar.by), end)
    plain = all(passage.sentence.tags[k] in ATTRIBUTES for k in range(noun + 1, source))
    if source + 1 >= end or not plain or not starts_animate(passage, grammar, source + 1):
        return None
    last, _ = phrase_end(passage, grammar, source + 1, end)
    members = agents_in(passage, grammar, source + 1, last)
    own = grammar.first_person | grammar.third_person
    if not members or not own.isdisjoint(passage.lower[source + 1 : last]):
        return None
    frame = Frame(members, start, end, "subject", clausal=True, demand=True)
    return build(passage, grammar, hit, frame, speaker_reference(passage, grammar, hit.first), "modal:active")


def _has_verb(passage: Passage, grammar: Grammar, first: int, end: int) -> bool:
    """Whether a verb outside a relative clause stands in what should be the noun phrase of a subject."""
    relative = next((k for k in range(first, end) if passage.lower[k] in grammar.relative), end)
    return any(is_verb(passage, grammar, k) for k in range(first, relative))


def _demands(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether what follows a modal is something to do, not to be: a verb but `ada`, `menjadi`, `diakui`."""
    if passage.sentence.words[at].upos in ("NUM", "PUNCT"):
        return " ".join(passage.lower[at : at + 2]) in grammar.at_one
    if passage.lower[at] in grammar.having:  # `polisi harus punya cara ...`, told to them
        pointed = passage.lower[max(0, at - 2)] in grammar.pointing and passage.agent_at(at - 3) is None
        return passage.quotation[at] >= 0 and not pointed
    return passage.lower[at] not in grammar.stative and passage.lower[at] not in grammar.being


def _by_terms(passage: Passage, grammar: Grammar, modal: int) -> bool:
    """Whether a sentence of a report opens with the rules that make a modal (`menurut syarat lomba, peserta harus
    ...`), nobody being named behind who says so."""
    first = next((k for k in range(modal) if not passage.is_punctuation(k)), modal)
    if passage.lower[first] in grammar.procedure and passage.split[first] and passage.lower[first + 2] == ",":
        return True  # `prosedurnya, pemohon harus ...`
    if passage.quotation[modal] >= 0 or first + 1 >= modal or passage.lower[first] not in grammar.preposition:
        return False
    return passage.lower[first + 1] in grammar.terms and grammar.speech.isdisjoint(passage.lower[first + 1 :])


def _introduced(passage: Passage, grammar: Grammar, modal: int, floor: int) -> bool:
    """Whether a report tells what he whom it only introduces must do (`sopir bernama Rudi harus mengurus ...`)."""
    told = passage.quotation[modal] < 0 and grammar.speech.isdisjoint(passage.lower[floor:])
    return told and not grammar.named_as.isdisjoint(passage.lower[floor:modal])


def _repeats_ours(passage: Passage, grammar: Grammar, cue: int, floor: int) -> bool:
    """Whether a modal right behind a comma repeats one whose subject is the first person (`saya harus tegas, harus
    jujur`)."""
    if cue - 2 <= floor or passage.lower[cue - 1] != ",":
        return False
    same = grammar.must | {passage.lower[cue]}
    first = next((k for k in range(floor + 1, cue - 1) if passage.lower[k] in same), floor)
    if any(starts_animate(passage, grammar, k) for k in range(first + 1, cue - 1) if passage.lower[k - 1] == ","):
        return False  # `saya harus adil, warga harus tertib, harus ...`
    return not grammar.first_person.isdisjoint(passage.lower[max(floor, first - MAX_REPEATED) : first])
