"""What follows an active or passive cue: addressee and content, by conjunction, preposition and predicate."""

from __future__ import annotations

from kg.extract.actors import (
    acts,
    comes_about,
    name_acts,
    named_in,
    obliged,
    obliged_thing,
    participation_end,
    somebody_behind,
    takes_part,
    whose_concern,
)
from kg.extract.complements_aside import behind_aside, told_too
from kg.extract.complements_enclitic import behind_enclitic
from kg.extract.complements_fronted import adverbial_ends, past_aside, past_circumstance, past_opener, told_behind_claim
from kg.extract.complements_plain import (
    bare_actor,
    bids,
    not_to,
    on_condition,
    past_adverbs,
    past_attribution,
    together,
)
from kg.extract.complements_to import asked_of, behind_preposition, headless, those_who, told_behind
from kg.extract.contents import content_end
from kg.extract.cues import written
from kg.extract.extents import act_noun
from kg.extract.frames import Frame, headline_frame, make_frame
from kg.extract.grammar import Grammar
from kg.extract.headlines import done_last, headline_clause_end, named_by_act
from kg.extract.passage import Passage, clause_end, is_passive, is_verb
from kg.extract.phrases import agents_in, phrase_end, starts_animate
from kg.extract.predicates import (
    begins_predicate,
    demanded_agent,
    given_by,
    has_own_subject,
    is_deed,
    main_verb,
    passive_predicate,
    states_fact,
)
from kg.extract.told_if import told_if
from kg.model import Reference
from kg.model.making import replace
from kg.model.members import NONE

MAX_NAME = 6  # words of a name


def frame_behind(passage: Passage, grammar: Grammar, at: int) -> Frame | None:
    """The frame that begins at word `at`, right behind a cue; `None` if nothing is to be done or to be addressed."""
    at = at if passage.undivided else past_attribution(passage, grammar, at) or at
    stop = headline_clause_end(passage, grammar, at) if at < len(passage) else at
    if at < stop and passage.sentence.words[at].continues and passage.mention[at] >= 0:
        return behind_enclitic(passage, grammar, at, stop)
    at = past_adverbs(passage, grammar, at, stop)
    if (
        at + 1 < stop
        and passage.lower[at] == ","
        and (starts_animate(passage, grammar, at + 1) or passage.lower[at + 1] in grammar.to_person)
        and passage.lower[at + 1] not in grammar.first_person
    ):
        at += 1  # a stray comma between verb and object: `mengimbau, semua pihak menghormati`
    elif at + 2 < stop and passage.lower[at] == "," and obliged_thing(passage, grammar, at + 1, stop):
        at += 1  # `menegaskan, penindakan harus dilakukan secara tegas`
    if at + 2 < stop and passage.lower[at] == "," and passage.lower[at + 1] in grammar.demand:
        serves = passage.lower[at + 1] in grammar.purpose_lead and not begins_predicate(passage, grammar, at + 2)
        at += 0 if serves else 1  # `menegaskan, untuk acara itu ...`: for what, not what to do
    aside = past_aside(passage, grammar, at, stop)
    if aside is not None:
        return frame_behind(passage, grammar, aside)  # `saya meminta, setelah rapat ini, dinas membuat ...`
    bare = at + 1 < stop and passage.lower[at] == "," and passage.lower[at + 1] in grammar.bare_verb
    if bare and passage.lower[at + 1] not in passage.lower[at + 2 : at + 3]:  # not `..., Undang Undang Pers ...`
        return make_frame(passage, grammar, (), at + 1, "imperative", demand=True)  # `perintahkan, tangkap`
    if at + 2 < stop and passage.lower[at] == "," == passage.lower[at + 2] and passage.lower[at + 1] in grammar.ordinal:
        return frame_behind(passage, grammar, at + 3)  # `saya minta, pertama, perkara ini dihentikan`
    if at >= stop or passage.is_punctuation(at):
        return None
    if passage.lower[at] in grammar.topic:
        return None  # `mengingatkan soal perintah ...`: what it is about
    if asked_of(passage, grammar, at, stop):
        return _behind_object(passage, grammar, at + 1, stop)  # `minta dari dinas agar ...`
    if (passage.lower[at] in grammar.time_clause or passage.lower[at] in grammar.period) and (
        behind := past_circumstance(passage, grammar, at, stop)
    ):
        return _behind_object(passage, grammar, behind, stop)  # `meminta selama libur warga tidak bepergian`
    if passage.lower[at] in grammar.conditional or (
        passage.lower[at] in grammar.preposition
        and passage.lower[at] not in grammar.to
        and passage.lower[at] not in grammar.demand
    ):
        marker = next((k for k in range(at, stop) if passage.lower[k] in grammar.verb_object_conjunction), stop)
        fronted = _behind_fronted(passage, grammar, at, marker)
        if fronted is not None or marker == stop:
            return fronted or on_condition(passage, grammar, at, stop)
        return told_if(passage, grammar, at, marker, _behind_conjunction(passage, grammar, marker + 1, stop))
    if passage.lower[at] in grammar.claim_opener and (who := told_behind_claim(passage, grammar, at, stop)):
        return _behind_object(passage, grammar, who, stop)  # `mengingatkan bahwa saat libur warga agar waspada`
    if passage.lower[at] in grammar.that or written(passage, at)[0] in grammar.that:
        return None
    if passage.lower[at] in grammar.demand:
        return _behind_conjunction(passage, grammar, at + 1, stop)
    if passage.lower[at] in grammar.prohibitive and (told := not_to(passage, grammar, at, stop)) is not None:
        return told
    if passage.lower[at] in grammar.to:
        name = at + 2 < stop and passage.sentence.words[at + 1].upos == "PROPN" and passage.mention[at + 1] < 0
        somebody_named = name and passage.lower[at + 2] in grammar.demand  # `meminta ke Eva untuk ...`
        known = passage.lower[at] in grammar.to_person or somebody_named
        leans = passage.lower[at - 1] in grammar.hoping and passage.lower[at] not in grammar.to_person
        leans = leans and " ".join(passage.lower[at : at + 2]) not in grammar.going_on  # but `berharap ke depan ...`
        if leans and not starts_animate(passage, grammar, at + 1):
            return None  # `berharap pada bantuan pemerintah untuk bertahan hidup`: what one hopes in
        if not known and not starts_animate(passage, grammar, at + 1):
            somebody = next(
                (k for k in range(at + 2, min(stop, at + MAX_NAME)) if somebody_behind(passage, grammar, k)), None
            )
            return None if somebody is None else _behind_object(passage, grammar, somebody, stop)
        return behind_preposition(passage, grammar, at, stop)
    if starts_animate(passage, grammar, at):
        return _behind_object(passage, grammar, at, stop)
    if passage.lower[at] in grammar.first_person and (ours := together(passage, grammar, at, stop)) is not None:
        return ours
    part = participation_end(passage, grammar, at, stop)
    if part > at and starts_animate(passage, grammar, part):
        frame = _behind_object(passage, grammar, part, stop)
        if frame is not None and not frame.passive and (frame.demand or takes_part(passage, grammar, at, frame.start)):
            return frame
    return _without_addressee(passage, grammar, at, stop)


def _behind_fronted(passage: Passage, grammar: Grammar, at: int, stop: int) -> Frame | None:
    """`berharap melalui pelatihan ini, seluruh personel memahami ...`: the object stands behind an adverbial, which
    ends at a comma or at a demonstrative."""
    timed, comma, pointed = adverbial_ends(passage, grammar, at, stop)
    for end in (timed, comma, pointed):
        if end is None or end + 1 >= stop:
            continue
        start = end + 1
        if starts_animate(passage, grammar, start):
            return _behind_object(passage, grammar, start, clause_end(passage, start))
        opens = grammar.prohibitive | grammar.negator
        comes = end != comma and passage.lower[start] in grammar.existence  # `minta nanti di tahun ini ada kamera`
        if end == timed or comes or passage.lower[start] in opens:
            return _without_addressee(passage, grammar, start, clause_end(passage, start))
    return None


def _behind_conjunction(passage: Passage, grammar: Grammar, at: int, stop: int) -> Frame | None:
    """`... agar [warga] melapor`: a subject of people before an active verb is the addressee."""
    kind = "conjunction-subject"
    while at < stop and passage.lower[at] in grammar.demand:
        at += 1
    if at >= stop:
        return None
    timed = passage.lower[at] in grammar.to or passage.lower[at] in grammar.next_time
    again = next((k for k in range(at + 1, min(stop - 1, at + 4)) if passage.lower[k] in grammar.demand), None)
    if timed and again is not None and passage.mention[at] < 0 and passage.mention[at + 1] < 0:
        at = again + 1  # `berharap untuk ke depannya agar partai ...`
    if passage.lower[at] in grammar.relative and (those := headless(passage, grammar, at, stop)) is not None:
        return those
    at = past_opener(passage, grammar, at, stop)
    if passage.lower[at] in grammar.prohibitive and (told := not_to(passage, grammar, at, stop)) is not None:
        return told
    if starts_animate(passage, grammar, at):
        end, marked = phrase_end(passage, grammar, at, stop)
        if (act := act_noun(passage, grammar, at, end, marked)) is not None:  # `agar ASN cuti`
            return make_frame(passage, grammar, agents_in(passage, grammar, at, act), act, kind, demand=True)
        start = end if marked else behind_aside(passage, grammar, end, stop)
        while start < stop and marked and passage.lower[start] in (*grammar.demand, ","):
            start += 1
        if start + 1 < stop and passage.lower[start] == "," and bids(passage, grammar, start + 1):
            start += 1  # `agar pemerintah, termasuk Presiden, melakukan ...`, `supaya warga, ayo kita jaga ...`
        if start < stop and end > at and not passive_predicate(passage, grammar, start, stop):
            members = agents_in(passage, grammar, at, end)
            if members and not passage.is_punctuation(start):
                return make_frame(passage, grammar, members, start, kind, demand=True)
        by = demanded_agent(passage, grammar, at, stop)
        return make_frame(passage, grammar, by, at, "conjunction-passive", demand=True, passive=True)
    verb = main_verb(passage, grammar, at, stop)
    end = at if verb is None else next((k for k in range(at, verb) if passage.lower[k] in grammar.prohibitive), verb)
    told_not = verb is not None and at < end == verb - 1 and set(passage.sentence.tags[at:end]) == {"PROPN"}
    if verb is not None and (told_not or name_acts(passage, grammar, at, verb)):  # `agar setiap TPS menyiapkan ...`
        name = (Reference(NONE, passage.span(at, end), None, passage.sentence.index),)
        frame = make_frame(passage, grammar, name, verb, kind, demand=True)
        return frame and replace(frame, forbids=end < verb)  # `agar Surabaya jangan menghambat ...`
    passive = passive_predicate(passage, grammar, at, stop)
    agents = demanded_agent(passage, grammar, at, stop) if passive else ()
    return make_frame(passage, grammar, agents, at, "conjunction", demand=True, passive=passive)


def _behind_object(passage: Passage, grammar: Grammar, at: int, stop: int) -> Frame | None:
    """`... warga [untuk] melapor`: the object is the addressee, unless a passive is done to it."""
    end, marked = phrase_end(passage, grammar, at, stop)
    others, start, stop, marked = told_too(passage, grammar, end, stop, marked=marked)
    act, headline = act_noun(passage, grammar, at, end, marked), passage.title_case
    if act is not None and not headline:
        told, last = agents_in(passage, grammar, at, act), content_end(passage, grammar, act)
        return Frame(told, act, last, "object-act", True, False)
    if start >= stop or (not marked and headline and not begins_predicate(passage, grammar, start)):
        return headline_frame(passage, grammar, at, stop)
    described = headline and end - 2 > at and passage.lower[end - 2] in grammar.relative
    freed = is_passive(passage, grammar, end - 1) and passive_predicate(passage, grammar, start, stop)
    if described and not marked and is_verb(passage, grammar, end - 1) and not freed:
        return None  # `Ultimatum Pihak yang Gelar Muktamar`: who they are; `Minta Petani yang Ditahan Dibebaskan`
    if not marked and headline and any(passage.lower[k] in grammar.time_clause for k in range(at, start)):
        return headline_frame(passage, grammar, at, stop)  # `Minta KPU Konsultasi Sebelum Buat Aturan`
    if not marked and (states_fact(passage, grammar, start) or passage.lower[start] in grammar.happening):
        return None  # the last: `mengusulkan calon sebelum pemilu berlangsung`
    members = (*agents_in(passage, grammar, at, end), *others)
    if not marked and named_by_act(passage, grammar, start, stop):
        return make_frame(passage, grammar, (), at, "object-passive", demand=False, passive=True)
    if marked and any(passage.lower[k] in grammar.done_to for k in range(start, min(stop, start + 2))):
        by = demanded_agent(passage, grammar, start, stop)  # `mendesak Kapolres untuk dicopot`
        return make_frame(passage, grammar, by, at, "object-passive", demand=True, passive=True)
    bound = passage.lower[start] in grammar.obligation | grammar.hoped  # `mengingatkan, warga dilarang masuk`
    bound = bound and not (passage.lower[start] in grammar.must and is_passive(passage, grammar, start + 1))
    if not marked and not bound and passive_predicate(passage, grammar, start, stop):
        by = demanded_agent(passage, grammar, start, stop)
        done = make_frame(passage, grammar, by, at, "object-passive", demand=False, passive=True)
        return done if done is not None and done.end > start else None  # `perintahkan siswa, nanti bisa dilibatkan`
    if not marked and not begins_predicate(passage, grammar, start):
        return None
    return make_frame(passage, grammar, members, start, "object", demand=marked)


def _without_addressee(passage: Passage, grammar: Grammar, at: int, stop: int) -> Frame | None:
    """A verb (`meminta diberlakukan penjagaan`) or a thing, done something to or not (`melarang mudik`)."""
    lower = passage.lower[at]
    if lower in grammar.list_conjunction or (lower in grammar.content_end and not is_verb(passage, grammar, at)):
        return None  # `mereka perlu kita arahkan dan diberdayakan`: its object is named before; or a reason
    if is_verb(passage, grammar, at) or (lower in grammar.content_adverb and passage.mention[at] < 0):
        passive = passive_predicate(passage, grammar, at, stop)
        demand = lower in grammar.prohibitive or lower in grammar.obligation
        plain = (
            passage.sentence.words[at].text.islower() and passage.lower[at - 1] != "," and lower not in grammar.speech
        )
        demand = demand or (lower in grammar.bare_verb and (passage.sentence.is_title or plain))  # `ingatkan jauhi ...`
        by = demanded_agent(passage, grammar, at, stop) if passive else given_by(passage, grammar, at, stop)
        done = passive and not (passage.split[at] and is_passive(passage, grammar, at))  # not `dilakukannya otopsi`
        return make_frame(passage, grammar, by, at, "verb", demand=demand or done, passive=passive)
    if lower in grammar.deictic_time and at + 1 < stop:
        return frame_behind(passage, grammar, at + 1)  # `diimbau besok untuk pengendara ...`
    actor = those_who(passage, grammar, at, stop) or bare_actor(passage, grammar, at, stop)
    if actor is not None:
        return actor
    end = min(stop, content_end(passage, grammar, at))
    verb = main_verb(passage, grammar, at, end)
    if verb is not None and not grammar.contrast.isdisjoint(passage.lower[at:verb]):
        end = next(k for k in range(at, verb) if passage.lower[k] in grammar.contrast)
        verb = None  # `meminta salinan berkas, tetapi tidak diberi`: what came of it
    if verb is not None and (passage.lower[at] in grammar.activity or done_last(passage, grammar, verb, end)):
        verb = next((k for k in range(verb, end) if is_passive(passage, grammar, k)), verb)  # `gerakan mematikan`
    marker = next((k for k in range(at + 1, end) if passage.lower[k] in grammar.verb_object_conjunction), None)
    if (
        marker is not None
        and verb is not None
        and marker < verb
        and not is_passive(passage, grammar, verb)
        and marker - at <= MAX_NAME + 2
    ):
        last = marker - (marker - at > 1 and passage.lower[marker - 1] == ",")
        start = marker + 1
        if verb - start <= 2 and not has_own_subject(passage, start, verb):
            if is_deed(passage, grammar, at):
                return Frame((), at, end, "thing", clausal=False, demand=True)  # `memerintahkan langkah untuk ...`
            return Frame(named_in(passage, grammar, at, last), start, end, "thing-for", clausal=False, demand=True)
    joint = verb if verb is None or passage.lower[verb - 1] not in grammar.negator else verb - 1
    joined = joint is not None and passage.lower[joint - 1] in grammar.list_conjunction  # `meminta kode atau ...`
    if joint is not None and joined and joint != verb:
        end, verb = joint - 1, None  # `mewajibkan iuran serta tidak membagi hasil`: two deeds
    if verb is not None and not joined and (marker is None or verb < marker) and acts(passage, grammar, at, verb):
        return Frame(named_in(passage, grammar, at, verb), verb, end, "thing-acts", clausal=True, demand=False)
    if marker is not None and (verb is None or marker < verb):
        by = demanded_agent(passage, grammar, at, end)
        return Frame(by, at, end, "thing-conjunction", clausal=True, demand=True, passive=True)
    if verb is not None and is_passive(passage, grammar, verb):
        by = demanded_agent(passage, grammar, at, end)
        return Frame(by, at, end, "thing-passive", clausal=True, demand=True, passive=True)
    if comes_about(passage, grammar, at, end):
        return Frame(
            whose_concern(passage, grammar, at, end), at, end, "thing-passive", clausal=True, demand=True, passive=True
        )
    if any(obliged(passage, grammar, k) for k in range(at + 1, end - 1)):
        return Frame((), at, end, "thing-must", clausal=True, demand=True, passive=True)
    marker = next((k for k in range(at + 1, verb or at) if passage.lower[k] in grammar.demand), None)
    if verb is not None and marker is not None:
        somebody = named_in(passage, grammar, at, marker)
        if marker - at > MAX_NAME + 2 or marker + 1 >= end:
            return None
        if is_deed(passage, grammar, at):
            return Frame((), at, end, "thing", clausal=False, demand=False)  # `memerintahkan langkah cepat untuk ...`
        return Frame(somebody, marker + 1, end, "thing-for", clausal=False, demand=True)
    told, end = told_behind(passage, grammar, at, end)
    return Frame(told, at, end, "thing", clausal=False, demand=False)
