"""Directives whose cue is a noun: `instruksi Kapolri agar ...`, `memberikan imbauan kepada warga untuk ...`."""

from __future__ import annotations

from kg.extract.agents import agent_of_passive, possessor, verb_before
from kg.extract.complements import frame_behind
from kg.extract.contents import content_end
from kg.extract.cues import CueHit
from kg.extract.drafts import build, fronted_addressees, headline_addressees
from kg.extract.factuality import factuality_of
from kg.extract.frames import Frame
from kg.extract.grammar import Grammar
from kg.extract.issuers import nothing, speaker_reference, subject_of
from kg.extract.listed import behind_listing
from kg.extract.main_clause import before_main_predicate as before_predicate
from kg.extract.nominal_bidden import bidden, told_behind
from kg.extract.nominal_ends import before_main_predicate, calls_so, goes_by, past_channel, past_kind, told_to_all
from kg.extract.nominal_front import acts_on_order, fronted_order, main_comma, received_by
from kg.extract.nominal_own import own_words
from kg.extract.nominal_said import in_force, said_by, shown_by
from kg.extract.passage import Passage, clause_end, clause_start, is_passive, is_verb
from kg.extract.phrases import agents_in, phrase_end, starts_animate
from kg.extract.predicates import begins_predicate, is_action_noun, passive_predicate
from kg.lexicon.cues import Complement
from kg.model import DirectiveDraft, Force, Reference, ReferenceKind
from kg.model.members import ADVISE, DENIED, FIRST_PERSON, FORBID, MENTION, QUOTE_SPEAKER

OWN = (FIRST_PERSON, QUOTE_SPEAKER)  # who performs what he wants to say
RECEIVER = (MENTION, FIRST_PERSON, ReferenceKind.PRONOUN)  # `saya mendapat perintah dari Kapolres untuk ...`
MAX_RECORD = 14  # words of where a directive is recorded


def nominal(passage: Passage, grammar: Grammar, hit: CueHit) -> DirectiveDraft | None:
    """The directive of a noun with stated content, its possessor or the subject of its light verb being the issuer.

    A noun alone (`instruksi tersebut`, `atas perintah Kapolri`) only points at a directive and is none.
    """
    stop = clause_end(passage, hit.first)
    if hit.last < stop and passage.lower[hit.last] in grammar.regular:
        return None  # `perintah harian Kapolri`: a document's name
    issuer, at = possessor(passage, grammar, hit.last - 1, stop)
    if issuer is not None and told_to_all(passage, grammar, hit.last):
        return None  # `ajakan seluruh masyarakat untuk ...`: it is told to them
    if goes_by(passage, grammar, hit.first):
        return None  # `imbauan Kemenag melalui seruan polisi agar ...`: by what it goes
    light = verb_before(passage, grammar, hit.first, grammar.light_verb)
    receiving = verb_before(passage, grammar, hit.first, grammar.receiving_verb)
    hoped = hit.last + 1 < stop and passage.sentence.words[hit.last].continues and passage.lower[hit.last + 1] == ","
    if issuer is None and hoped and clause_start(passage, hit.first) == hit.first:
        speaker = speaker_reference(passage, grammar, hit.first)
        clause = own_words(passage, grammar, hit, speaker, hit.last + 2, stop)
        return None if clause is None else build(passage, grammar, hit, clause, speaker, "noun:clause")
    if issuer is None and light is None and calls_so(passage, grammar, hit.first):
        issuer = speaker_reference(passage, grammar, hit.first)
    said = None  # where its own clause goes on
    if issuer is None and light is None:
        issuer, said = said_by(passage, grammar, hit, stop)
        stop = stop if said is None else said
    if issuer is None and light is None and (standing := in_force(passage, grammar, hit, stop)) is not None:
        giver, frame = standing
        return build(passage, grammar, hit, frame, giver, "noun:thing")
    if issuer is None:
        if light is None or light == receiving:
            return None
        if is_passive(passage, grammar, light):
            agent, _ = agent_of_passive(passage, grammar, hit.last - 1, stop, has_subject=True)
            if agent is None and hit.form.cue.force is ADVISE:
                return None  # `tambang itu tetap diberikan rekomendasi untuk beroperasi`: nobody says by whom
            issuer = agent or speaker_reference(passage, grammar, hit.first)
        else:
            issuer = subject_of(passage, grammar, light)
            shown, said = shown_by(passage, grammar, light, hit.last, stop)
            issuer = shown or issuer
    addressees: tuple[Reference, ...] = ()
    while at < stop and passage.lower[at] in grammar.post_cue and passage.mention[at] < 0:
        at += 1
    at = past_channel(passage, grammar, past_kind(passage, grammar, at, stop), stop)
    if at + 2 < stop and passage.lower[at] in grammar.list_conjunction and passage.lower[at + 2] in grammar.to:
        at += 2  # `imbauan dan sosialisasi kepada warga`
    if issuer is not None and at < stop and passage.lower[at] in grammar.relative:
        at = _behind_record(passage, grammar, at, stop)
    if at < stop and passage.lower[at] in grammar.to:
        end, _ = phrase_end(passage, grammar, at + 1, stop)
        addressees = agents_in(passage, grammar, at + 1, end)
        at = end
    if at < stop and passage.lower[at] == ",":
        at += 1
        at = behind_listing(passage, grammar, at)  # `memberi arahan, antara lain agar ...`
        if at < stop and passage.lower[at] in grammar.speech:
            return None  # `warga mengikuti arahan petugas, ujar Kapolres`: who says so
    colon = _colon(passage, grammar, at, stop)
    if colon is not None:
        at = colon + 1
        addressees = addressees or headline_addressees(passage, grammar, hit.last, colon)
    marker = passage.lower[at] if at < stop else ""
    lead = None if issuer is None else fronted_order(passage, grammar, hit.first)
    acting = None if lead is None else acts_on_order(passage, grammar, hit, lead, at - 1, stop)
    if acting is not None:
        frame = Frame(acting[0], acting[1], acting[2], "acts", clausal=True, demand=True)
        return build(passage, grammar, hit, frame, issuer or nothing(passage), "noun:acts")
    circular = hit.form.cue.complement is Complement.PURPOSE
    if marker in grammar.topic and light is not None and not circular:
        start = at + 1
        end = content_end(passage, grammar, start) if start < stop else start
        for k in range(start, end):  # ... mengenai X kepada Y
            if passage.lower[k] in grammar.to and not addressees and starts_animate(passage, grammar, k + 1):
                phrase, _ = phrase_end(passage, grammar, k + 1, stop)
                addressees, end = agents_in(passage, grammar, k + 1, phrase), k
                break
        kind = "topic"
        if start >= stop or not is_action_noun(passage, start):
            return None  # `imbauan terkait kondisi pandemi`: what it is about, not what is to be done
    elif marker in grammar.demand:
        start = at + 1
        if start < stop and starts_animate(passage, grammar, start) and not addressees:
            phrase, marked = phrase_end(passage, grammar, start, stop)
            members = agents_in(passage, grammar, start, phrase)
            served = phrase >= stop or (not marked and not begins_predicate(passage, grammar, phrase))
            if marker in grammar.purpose_lead and served:
                return None  # `mengeluarkan imbauan untuk warga, ...`: for whom
            done = not marked and phrase < stop and passive_predicate(passage, grammar, phrase, stop)
            if members and phrase < stop and not done:  # `perintah agar pelaku ditangkap` is told to somebody else
                addressees, start = members, phrase + (1 if marked else 0)
        end = content_end(passage, grammar, start) if start < stop else start
        kind = "demand"
        if marker in grammar.purpose_lead and not addressees and circular:
            return None  # `surat edaran untuk mewujudkan ...`: what it serves
        if marker in grammar.purpose_lead and not addressees and start < stop and not _begins(passage, grammar, start):
            return None  # `imbauan untuk kendaraan yang ...`
    elif (
        addressees
        and issuer is not None
        and passage.quotation[hit.first] >= 0
        and at < stop
        and passage.lower[at] not in grammar.time
        and passage.lower[at] not in grammar.pre_verb
        and (is_verb(passage, grammar, at) or passage.lower[at] in grammar.obligation)
    ):
        start = at  # `saran saya kepada Panglima kerahkan ...`
        end = content_end(passage, grammar, start)
        kind = "demand"
    elif colon is not None and at < stop and begins_predicate(passage, grammar, at):
        if passage.sentence.is_title and "," in passage.lower[hit.first : colon]:
            return None  # `Protes Larangan Berkumis, Budi: Jangan Aneh-aneh`: another speaks
        start = at  # `memberi instruksi kepada camat: data warga`
        end = content_end(passage, grammar, start)
        kind = "demand"
    elif colon is not None and (ruled := _rules(passage, grammar, at, stop)) is not None:
        return build(passage, grammar, hit, ruled, issuer or nothing(passage), "noun:clause")
    elif (own := own_words(passage, grammar, hit, issuer, at, stop)) is not None:
        inherits = passage.quotation[hit.first] >= 0 and not own.addressees and not own.passive
        return build(passage, grammar, hit, own, issuer or nothing(passage), "noun:clause", inherits=inherits)
    elif hit.form.cue.force is FORBID and light is not None and at < stop and _act_at(passage, grammar, at):
        start = at  # `mengeluarkan larangan penyelenggaraan pesta`, `... larangan menyalakan petasan`
        end = content_end(passage, grammar, start)
        kind = "thing"
    elif light is not None and receiving is None and _orders_act(passage, grammar, hit, at, stop):
        start = at  # `mengeluarkan instruksi pembentukan satgas`
        end = content_end(passage, grammar, start)
        kind = "thing"
    elif light is not None and not addressees and (told := told_behind(passage, grammar, at, stop)) is not None:
        start, end, addressees = at, told[0], told[1]  # `memberi imbauan menjaga jarak kepada warga`
        kind = "demand"
    elif light is not None and receiving is None and (bid := bidden(passage, grammar, hit, at, stop, addressees)):
        start, end, addressees = bid  # `memberi instruksi kepada anggotanya bersiap`
        kind = "demand"
    elif receiving is not None and issuer is not None and at < stop and _acts_on(passage, grammar, at):
        start = at  # `menjalankan perintah Kapolda mengejar pelaku`
        end = content_end(passage, grammar, start)
        kind = "demand"
    else:
        return None
    if said is None:
        end = before_predicate(passage, hit.first if light is None else light, start, end)
    else:
        end = min(end, said)
    if lead is not None and kind == "demand" and (comma := main_comma(passage, grammar, start, stop)) is not None:
        addressees = addressees or received_by(passage, grammar, comma, start, stop)
        end = min(end, comma)
    if end > start and kind == "demand" and light is None and receiving is None and said is None:
        end = before_main_predicate(passage, grammar, hit.first, start, end)
    if end <= start or (kind == "demand" and not _has_predicate(passage, grammar, start, end)):
        return None
    if not addressees and receiving is not None and light in (None, receiving):
        subject = subject_of(passage, grammar, receiving)
        known = subject.kind in (MENTION, FIRST_PERSON) or passage.lower[receiving] in grammar.light_verb
        if known and subject.kind in RECEIVER and grammar.culprit.isdisjoint(passage.lower[hit.last : hit.last + 2]):
            addressees = (subject,)
    if not addressees and light is not None and passage.lower[light] in grammar.given:
        subject = subject_of(passage, grammar, light)
        addressees = (subject,) if subject.kind in RECEIVER and subject != issuer else ()
    if not addressees and light is not None:
        addressees = fronted_addressees(passage, grammar, light)
    selfish = marker in grammar.purpose_lead and not addressees and passage.lower[hit.first] in grammar.own_aim
    if selfish and not is_passive(passage, grammar, start):
        return None  # `usulan Bupati untuk mengambil alih pasar`: what he himself would do
    frame = Frame(addressees, start, end, kind, clausal=True, demand=True)
    if (
        hit.first >= 2
        and passage.lower[hit.first - 1] in grammar.existence
        and passage.lower[hit.first - 2] in grammar.negator
    ):
        factuality = DENIED  # `tidak ada perintah dari Kapolda untuk ...`
        return build(passage, grammar, hit, frame, issuer or nothing(passage), f"noun:{kind}", factuality=factuality)
    said = light if light is not None else hit.first
    able = said > 0 and not grammar.capable.isdisjoint(passage.lower[max(0, said - 2) : said])
    performs = not able or issuer is None or issuer.kind in OWN  # `Wali kota bisa mengeluarkan perintah ...`
    factuality = factuality_of(passage, grammar, said, first_person=performs)
    source = _hands_on(passage, grammar, hit.first, issuer)
    rule = f"noun:{kind}"
    return build(passage, grammar, hit, frame, issuer or nothing(passage), rule, factuality=factuality, source=source)


def _hands_on(passage: Passage, grammar: Grammar, noun: int, issuer: Reference | None) -> Reference | None:
    """Who hands the order of its possessor on (`Kabid Humas X menyampaikan pesan Kapolda agar ...`)."""
    verb = verb_before(passage, grammar, noun, grammar.relaying)
    if verb is None or issuer is None or issuer.mention is None:
        return None
    subject = subject_of(passage, grammar, verb)
    return subject if subject.mention is not None and subject.mention != issuer.mention else None


def _orders_act(passage: Passage, grammar: Grammar, hit: CueHit, at: int, stop: int) -> bool:
    """Whether the noun of an act stands right behind a noun of ordering; not what a warrant is for."""
    orders = hit.form.cue.force is Force.ORDER and hit.form.cue.complement is Complement.ANY
    behind = orders and at == hit.last < stop and passage.mention[at] < 0 and passage.lower[at] not in grammar.warrant
    return behind and is_action_noun(passage, at)


def _act_at(passage: Passage, grammar: Grammar, at: int) -> bool:
    acts = is_verb(passage, grammar, at) and not is_passive(passage, grammar, at)
    return acts or is_action_noun(passage, at)


def _acts_on(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether what is done on an order begins at a word (`menjalankan perintah Kapolda mengejar pelaku`); not what is
    said (`atas perintah Kapolda, ia menegaskan ...`)."""
    return is_verb(passage, grammar, at) and passage.lower[at] not in grammar.speech


def _behind_record(passage: Passage, grammar: Grammar, relative: int, stop: int) -> int:
    """The demand's conjunction behind where a directive is recorded (`instruksi Kapolri yang tertuang dalam surat
    telegram untuk ...`); the relative word itself if its clause tells something else."""
    if relative + 2 >= stop or passage.lower[relative + 1] not in grammar.recorded:
        return relative
    for at in range(relative + 2, min(stop, relative + MAX_RECORD)):
        if passage.lower[at] in grammar.demand:
            return at
        if passage.lower[at] == "," or is_verb(passage, grammar, at):
            break
    return relative


def _rules(passage: Passage, grammar: Grammar, at: int, stop: int) -> Frame | None:
    """The clause of duty behind a colon (`memberi perintah: semua personel tidak boleh cuti`), in a headline also one
    of who is told and a bare verb (`Pesan Bupati: Kades Jaga Hutan`)."""
    frame = frame_behind(passage, grammar, at) if at < stop and starts_animate(passage, grammar, at) else None
    if frame is None or not (frame.clausal and frame.addressees):
        return None
    bare = passage.sentence.is_title and passage.lower[frame.start] in grammar.verb_form
    return frame if frame.demand or bare else None


def _colon(passage: Passage, grammar: Grammar, at: int, stop: int) -> int | None:
    """The colon behind a noun and its addressee, in a headline also behind more (`Pesan Bupati ke Siswa: Belajar`)."""
    if at < stop and passage.lower[at] in grammar.colon:
        return at
    if not passage.sentence.is_title:
        return None
    return next((k for k in range(at, stop - 1) if passage.lower[k] in grammar.colon), None)


def _begins(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether what is to be done begins at a word, or a thing that something is to be done to."""
    if begins_predicate(passage, grammar, at) or is_action_noun(passage, at):
        return True
    relative = next((k for k in range(at, len(passage)) if passage.lower[k] in grammar.relative), len(passage))
    return any(begins_predicate(passage, grammar, k) for k in range(at, relative))


def _has_predicate(passage: Passage, grammar: Grammar, start: int, end: int) -> bool:
    return any(
        is_verb(passage, grammar, k)
        or passage.lower[k] in grammar.content_adverb
        or passage.sentence.words[k].upos == "ADJ"
        for k in range(start, end)
    )
