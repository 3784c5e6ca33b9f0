"""Directives whose cue is a verb: active, headline and passive forms."""

from __future__ import annotations

from kg.extract.actors import subjects_in
from kg.extract.advised_against import against
from kg.extract.agents import agent_at_end, agent_of_passive, by_law, made_to, people_at
from kg.extract.bare_cues import stands_as_verb
from kg.extract.called_on import called_first
from kg.extract.complements import frame_behind
from kg.extract.contents import content_end
from kg.extract.cues import CueHit
from kg.extract.deadlines import gives_time, past_amount
from kg.extract.documents import handed_on, spoken_through, whose_document
from kg.extract.drafts import build, fronted_addressees
from kg.extract.duties import no_speaker
from kg.extract.factuality import factuality_of
from kg.extract.frames import Frame
from kg.extract.fronted_objects import object_before, people_before
from kg.extract.grammar import Grammar
from kg.extract.headlines import subject_behind, subject_resumed
from kg.extract.issuers import nothing, speaker_reference, subject_of
from kg.extract.main_clause import before_predicate, message_end
from kg.extract.met import met_before
from kg.extract.needs import done_to_thing, presses, satisfies, speaker_hopes
from kg.extract.no_demand import demands_behind, demands_nothing, is_judged, nobody_told, only_adds, points_elsewhere
from kg.extract.nominal import nominal
from kg.extract.nominal_ends import past_kind
from kg.extract.passage import Passage, clause_end, clause_start, is_passive
from kg.extract.passives import (
    acts_behind,
    asks_thing,
    behind_condition,
    bidden_by,
    equated,
    goes_on_outside,
    list_of_things,
    narrates,
    only_by_whom,
    petitioner_at_end,
    relative_before,
    relative_end,
    serves_aim,
    skip_adverbs,
    skip_to_content,
    tells_next,
    to_reader,
)
from kg.extract.phrases import agents_in
from kg.extract.predicates import acts_by_noun, is_predicative, opens_content
from kg.extract.private_agents import by_somebody, speaker_told
from kg.extract.subjects import is_animate_phrase, past_pointed, subject_phrase
from kg.extract.told_apart import none_to_be, told_last
from kg.extract.told_of import asks_term, moved, only_done, only_tells
from kg.extract.whose_order import on_whose_order
from kg.lexicon.cues import Complement, Voice
from kg.model import DirectiveDraft, Reference
from kg.model.making import replace
from kg.model.members import (
    DESCRIPTION,
    FIRST_PERSON,
    NONE,
    PERMIT,
    QUOTE_SPEAKER,
    REMIND,
)

UNMARKED = ("headline", "object-act")  # frames without a verb


def active(passage: Passage, grammar: Grammar, hit: CueHit) -> DirectiveDraft | None:
    """The directive of an active or headline cue: its subject issues it (UD nsubj), its object is told (obj, obl)."""
    cue = hit.form.cue
    if hit.voice is Voice.BARE and not stands_as_verb(passage, grammar, hit):
        return None
    thing = (
        hit.last < len(passage)
        and passage.lower[hit.last] in cue.not_object
        and not people_at(passage, grammar, hit.last)
        and not demands_behind(passage, grammar, hit.last)
    )
    if hit.first > 0 and passage.lower[hit.first - 1] in grammar.occasion and hit.voice is Voice.ACTIVE:
        return None  # `dalam mengajak warga, petugas ...`: on what occasion, nothing is said to have been told
    if is_judged(passage, grammar, hit.first) or no_speaker(passage, grammar, hit.first):
        return None  # `sulitnya mengajak perusahaan`
    handed = handed_on(passage, grammar, hit)
    if handed is not None:
        return nominal(passage, grammar, handed)  # `menyampaikan pesan Kapolri agar ...`
    behind = past_amount(passage, grammar, hit)
    if behind is not None and len(hit.form.words) > 1:
        behind = past_kind(passage, grammar, behind, len(passage))  # `menyampaikan pesan kamtibmas kepada ...`
    told = None if behind is None else none_to_be(passage, grammar, hit, behind)
    frame = None if behind is None else told or frame_behind(passage, grammar, behind)
    if frame is None or points_elsewhere(passage, grammar, frame) or only_adds(passage, grammar, frame):
        return None
    if passage.lower[frame.start - 1] in grammar.contrast or (
        passage.is_punctuation(frame.start) and frame.kind.endswith("thing")
    ):
        return None  # `saya minta tolong kepada dinas tetapi tidak dijawab`; `berharap kepada semua, termasuk dinas`
    if passage.lower[frame.start] in grammar.equating:  # `truk yang kami larang adalah ...`: which one it is
        return None
    end = before_predicate(passage, grammar, hit.first, frame.start, frame.end)
    if not frame.passive or any(is_passive(passage, grammar, k) for k in range(frame.start, end)):
        frame = replace(frame, end=end)
    frame = replace(frame, end=message_end(passage, grammar, hit.first, frame.start, frame.end))
    asked = frame.passive and passage.lower[hit.last] in grammar.demand  # `berharap untuk segera dikirimkan`
    if thing and not asked and not done_to_thing(passage, grammar, frame):
        return None
    if not frame.addressees and (
        cue.complement is Complement.ANIMATE or passage.lower[frame.start - 1] in grammar.demand
    ):
        told_first = fronted_addressees(passage, grammar, hit.first, persons_only=True)
        told_first = told_first or people_before(passage, grammar, hit)
        frame = replace(frame, addressees=told_first) if any(one.mention is not None for one in told_first) else frame
    pressed = speaker_hopes(passage, grammar, hit, frame) or presses(passage, grammar, hit, frame)
    if not satisfies(passage, grammar, cue, frame) and not pressed:
        return None
    if cue.force is REMIND and frame.kind in UNMARKED and not is_predicative(passage, grammar, frame.start):
        return None  # `Ingatkan Anggota Bahaya Narkoba`: of what, nothing to be done
    if cue.force is REMIND and not frame.demand and passage.lower[frame.start] in grammar.having:
        return None  # `mengingatkan warga memiliki hak memilih`: a fact
    if not grammar.not_speech.isdisjoint(passage.lower[max(0, hit.first - 2) : hit.first]):
        return None
    issuer = subject_behind(passage, grammar, hit.first) or subject_of(passage, grammar, hit.first)
    if hit.voice is Voice.BARE and hit.first > 0 and passage.lower[hit.first - 1] in grammar.first_person:
        own = passage.span(hit.first - 1, hit.first)  # `tersangka kami wajibkan`: the pronoun is no possessor
        issuer = Reference(FIRST_PERSON, own, None, passage.sentence.index)
    if issuer.kind is FIRST_PERSON and passage.sentence.is_title and passage.quotation[hit.first] < 0:
        issuer = speaker_reference(passage, grammar, hit.first)  # `Bupati: Kami Minta Warga Tenang`
    if issuer.kind is DESCRIPTION and gives_time(passage, grammar, hit):
        return None  # `keputusan itu memberi waktu dua pekan kepada ...`: a thing does so too
    if issuer.kind is NONE and issuer.span is None:
        return None  # a law or a letter demands it, or nobody is named: no issuer, no directive
    if demands_nothing(passage, grammar, hit, frame, issuer) or only_done(passage, grammar, hit, frame):
        return None
    if not frame.addressees:
        fronted = fronted_addressees(passage, grammar, hit.first, persons_only=frame.passive)
        fronted = fronted or (() if frame.passive else object_before(passage, grammar, hit))
        fronted = fronted or (() if frame.passive else called_first(passage, grammar, hit.first))
        acts = opens_content(passage, grammar, frame.start) or passage.lower[frame.start] in grammar.negator
        fronted = fronted or met_before(passage, grammar, hit.first, done=frame.passive or not acts)
        frame = replace(frame, addressees=fronted) if fronted else told_last(passage, grammar, frame)
    first_person = issuer.kind in (FIRST_PERSON, QUOTE_SPEAKER)
    factuality = factuality_of(passage, grammar, hit.first, first_person)
    source = spoken_through(passage, grammar, issuer, hit.first)
    rule = f"{hit.voice}:{frame.kind}"
    draft = build(passage, grammar, hit, frame, issuer, rule, factuality=factuality, source=source)
    if frame.kind == "conjunction" and not frame.addressees and not frame.passive:
        acts = opens_content(passage, grammar, frame.start) or passage.lower[frame.start] in grammar.negator
        draft = replace(draft, inherits=acts)  # `Ia juga meminta agar tidak ada yang terlambat`
    return against(passage, grammar, hit, draft)


def passive(passage: Passage, grammar: Grammar, hit: CueHit) -> DirectiveDraft | None:
    """The directive of a passive cue: its subject is told, `oleh` or a bare agent issues it, else the speaker does."""
    cue = hit.form.cue
    floor, stop = clause_start(passage, hit.first), clause_end(passage, hit.first)
    subject_first, subject_last = subject_phrase(passage, grammar, hit.first, floor)
    related = hit.first > floor and passage.lower[hit.first - 1] in grammar.relative
    relative = relative_before(passage, grammar, hit.first, floor)
    same = equated(passage, grammar, hit, relative, floor)
    if same is not None:
        return build(passage, grammar, hit, *same, "passive:thing")
    if related and not grammar.copula.isdisjoint(passage.lower[hit.last : hit.last + 1]):
        return None  # `berkas yang diminta adalah keterangan ahli`: what it is
    has_subject = subject_last > subject_first or related
    agent, behind = agent_of_passive(passage, grammar, hit.last - 1, stop, has_subject)
    own = hit.first > floor and passage.lower[hit.first - 1] in grammar.own_experience
    own = own or passage.lower[hit.first] in grammar.narrated_passive  # `anak-anak disuruh bikin bom`
    own = own or by_somebody(passage, grammar, hit.last, stop)
    own = own or nobody_told(passage, grammar, subject_first, hit.first, floor)
    timed = past_amount(passage, grammar, hit)
    if hit.last < stop and passage.lower[hit.last] in grammar.and_then & grammar.sequence_conjunction:
        return None  # `ditegur kemudian pelaku diancam`: what came next
    if timed is None or (agent is None and hit.first and passage.lower[hit.first - 1] in grammar.time_clause):
        return None  # `setelah diminta berulang kali, pelaku ...`: a narrative
    behind = max(behind, timed)
    announced = not grammar.presentative.isdisjoint(passage.lower[hit.last + 1 : hit.last + 2])
    if announced and passage.lower[hit.last] == ",":
        return None  # `Mudik Dilarang, Begini Respons Warga`: what it is about
    if not has_subject and bidden_by(passage, grammar, hit.last, stop):
        return None
    if related and not grammar.pretending.isdisjoint(passage.lower[floor : hit.first]):
        return None  # `berpura-pura sebagai orang yang diminta ...`
    asked = not grammar.question.isdisjoint(passage.lower[max(floor, hit.first - 3) : hit.first])
    if asked or (agent is None and (own or by_law(passage, grammar, hit))):
        return None  # `ia mengaku disuruh seseorang`: the speaker was told, nobody knows by whom
    issuer = agent or on_whose_order(passage, grammar, hit.first) or whose_document(passage, grammar, hit.first)
    described = related and passage.quotation[hit.first] < 0  # `pendukung X, yang dilarang mencalonkan diri, ...`
    if issuer is None and only_tells(passage, grammar, hit, relative):
        return None
    if issuer is None and (described or narrates(passage, grammar, hit.first, subject_first, subject_last, floor)):
        issuer = nothing(passage)
    issuer = issuer or speaker_reference(passage, grammar, hit.first)
    if subject_first == subject_last and hit.first - 1 > floor and passage.lower[hit.first - 1] in grammar.relative:
        head = hit.first - 2  # `AKP X yang diminta warga menembak`: the head of the relative clause is addressed
        if passage.addressable_at(head) is not None:
            subject_first, subject_last = passage.mentions[passage.mention[head]].first, head + 1
    animate = subject_last > subject_first and is_animate_phrase(passage, grammar, subject_first, subject_last)
    if serves_aim(passage, grammar, hit, stop, subject=subject_last > subject_first, animate=animate):
        return None
    factuality = factuality_of(passage, grammar, hit.first, first_person=False)
    frame: Frame | None
    if animate:
        start = skip_to_content(passage, grammar, behind, stop)
        if start >= stop or passage.is_punctuation(start) or passage.lower[start] in grammar.that:
            return None
        pair = f"{passage.lower[start]} {passage.lower[start + 1]}" if start + 1 < stop else ""
        if passage.lower[start] in cue.not_object or pair in cue.not_object or asks_term(passage, grammar, start):
            return None  # `terdakwa dituntut membayar denda`
        stage = passage.lower[start] in grammar.planned or passage.lower[start] in grammar.already
        described = related and (stage or cue.complement is Complement.ANIMATE)
        if described or passage.lower[start] in grammar.attributive or passage.lower[start] in grammar.pointing:
            return None  # `disuruh oleh dokter bernama ...`, `petugas yang ditugaskan [akan/sudah ...]`
        if (
            cue.complement is not Complement.ANY
            and not passage.title_case
            and passage.lower[start - 1] not in grammar.verb_object_conjunction  # `diminta agar semangat bekerja`
            and not opens_content(passage, grammar, start)
            and not acts_by_noun(passage, grammar, start)
        ):
            return None
        members = agents_in(passage, grammar, subject_first, subject_last)
        members = members or speaker_told(passage, grammar, agent, subject_first, subject_last)
        first_person_subject = not grammar.first_person.isdisjoint(passage.lower[subject_first:subject_last])
        made = agent is None and made_to(passage, grammar, hit, subject_first, subject_last, start)
        if (first_person_subject and agent is None) or not members or made:
            return None
        end = relative_end(passage, grammar, relative, start, content_end(passage, grammar, start))
        if only_by_whom(passage, grammar, start, end):
            return None
        if agent is None and not is_passive(passage, grammar, start):
            end, issuer = agent_at_end(passage, grammar, start, end) or (end, issuer)
        if agent is None:
            end, issuer = petitioner_at_end(passage, grammar, start, end) or (end, issuer)
        frame = Frame(members, start, end, "subject", clausal=True, demand=True)
        if is_passive(passage, grammar, start):  # `Kapolres diminta dicopot`: something is to be done to the subject
            frame = Frame((), start, end, "subject-passive", clausal=True, demand=True, passive=True)
    elif subject_last > subject_first and acts_behind(
        passage, grammar, cue.complement, subject_first, subject_last, behind, stop
    ):
        start = skip_to_content(passage, grammar, behind, stop)
        if passage.lower[start] in cue.not_object:
            return None  # `raperda itu disetujui menjadi ...`
        named, end = subjects_in(passage, grammar, subject_first, subject_last), content_end(passage, grammar, start)
        if agent is None and not is_passive(passage, grammar, start):
            end, issuer = agent_at_end(passage, grammar, start, end) or (end, issuer)  # `Rudi dilarang masuk oleh ...`
        frame = Frame(named, start, end, "subject-acts", clausal=True, demand=True)
    elif subject_last > subject_first:
        end = content_end(passage, grammar, hit.last)
        start = skip_adverbs(passage, grammar, behind, stop)
        hoped = cue.complement is Complement.ANIMATE  # `tarif ini diharapkan dapat dimanfaatkan`
        if cue.force is PERMIT and agent is None and passage.quotation[hit.first] < 0:
            return None  # `alat itu disetujui untuk digunakan`: a fact, nobody says so
        if not hoped and start < stop and is_passive(passage, grammar, start):
            subject_first = past_pointed(passage, grammar, subject_first, subject_last, floor)
            subject_first = list_of_things(passage, subject_first, floor)
            subject_first = behind_condition(passage, grammar, subject_first, subject_last)
            if subject_first == subject_last:
                return None
            frame = Frame((), subject_first, end, "thing-subject", clausal=True, demand=True, passive=True)
        else:
            return None
    else:
        thing = hit.first > floor and passage.sentence.words[hit.first - 1].upos in ("NOUN", "ADJ", "DET")
        if passage.lower[hit.first] in grammar.steered and agent is None and thing:
            return None  # `kebijakan di bidang pertanian diarahkan untuk ...`: what a thing is for
        frame = frame_behind(passage, grammar, behind + passage.split[behind - 1])
        if frame is None or passage.lower[frame.start] in grammar.equating:
            return None  # `ODOL yang dilarang polisi adalah ...`: which one it is
        if related and asks_thing(passage, hit.first - 1, frame):
            return None
        if relative is not None and goes_on_outside(passage, grammar, frame, agent):
            return None
        if agent is None and (to_reader(passage, grammar, hit, frame) or tells_next(passage, grammar, hit, floor)):
            return None
        frame = replace(frame, end=relative_end(passage, grammar, relative, frame.start, frame.end))
        resumed = None if frame.passive else subject_resumed(passage, grammar, hit.first, frame.start, frame.end)
        frame = frame if resumed is None else replace(frame, addressees=resumed[0], end=resumed[1])
        if agent is None and frame.kind == "verb" and not frame.passive:
            end, issuer = agent_at_end(passage, grammar, frame.start, frame.end) or (frame.end, issuer)
            frame = replace(frame, end=end)  # `diminta menutup sekolah oleh gubernur`
        if not frame.addressees and not frame.passive:  # `bagi warga di lereng, diharapkan memantau ...`
            frame = replace(frame, addressees=fronted_addressees(passage, grammar, hit.first))
        # `ditekankan kegiatan patroli ditingkatkan`
        demanded = frame.kind == "thing-passive" and cue.complement is not Complement.ANIMATE
        if not demanded and not satisfies(passage, grammar, cue, frame):
            return None
        if (
            hit.first > floor
            and passage.quotation[hit.first] < 0
            and passage.lower[hit.first - 1] in grammar.verb_coordinator
        ):
            return None  # `pelaku menghubungi penjual dan diarahkan untuk ...`: a narrative, told to the subject before
    if moved(passage, grammar, hit, frame.start):
        return None
    draft = build(passage, grammar, hit, frame, issuer, f"passive:{frame.kind}", factuality=factuality)
    draft = replace(draft, inherits=not frame.addressees and not frame.passive)
    return against(passage, grammar, hit, draft)
