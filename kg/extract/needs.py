"""Whether what follows a cue is what the cue needs to be a directive (kg:complement)."""

from __future__ import annotations

from kg.extract.actors import comes_about
from kg.extract.cues import CueHit
from kg.extract.described import BEFALLS
from kg.extract.frames import Frame
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, is_passive
from kg.extract.predicates import is_action_noun, main_verb
from kg.lexicon.cues import Complement, Cue, Voice
from kg.model.members import ADVISE, NONE, PERSON, REQUEST, URGE

MAX_GIVEN = 8  # words between a verb of giving and what is to be done


def _obliges(passage: Passage, grammar: Grammar, frame: Frame) -> bool:
    return not grammar.obligation.isdisjoint(passage.lower[frame.start : frame.end])


def _itself_demands(passage: Passage, grammar: Grammar, frame: Frame) -> bool:
    """Whether the clause behind a verb of saying demands by a word of its own (`menyampaikan, ASN dilarang ...`)."""
    first = passage.lower[frame.start]
    forms = grammar.cues.forms.get(first, ())
    asks = any(form.cue.force is REQUEST and form.voice in (Voice.ACTIVE, Voice.BARE) for form in forms)
    if asks and passage.lower[frame.start - 1] in grammar.purpose_lead:
        return True  # `mengirim surat kepada Presiden untuk meminta izin`: what he asks himself
    if passage.lower[frame.start - 1] in grammar.demand:
        return False  # `menyampaikan kepada warga agar wajib melapor`
    return first in grammar.obligation or any(form.voice is Voice.PASSIVE for form in forms)


def _thing_acts(passage: Passage, grammar: Grammar, frame: Frame) -> bool:
    """Whether who is to act is a name that no mention of somebody covers (`berharap Pemilu 2024 berjalan tertib`), and
    that is no country's (`mendorong Indonesia menjadi penengah`)."""
    named = [
        one
        for one in frame.addressees
        if one.kind is NONE
        and one.span is not None
        and passage.lower[passage.sentence.word_from(one.span.start)] not in grammar.country | grammar.home
        and not _everybody_acts(passage, grammar, one.span.start, frame)
    ]
    return frame.kind == "actor" and not frame.demand and len(named) == len(frame.addressees)


def _everybody_acts(passage: Passage, grammar: Grammar, at: int, frame: Frame) -> bool:
    """Whether the word at an offset is for everybody and a transitive verb tells what they are to do (`berharap
    semuanya menjaga keamanan`); what only comes about is of things (`berharap semuanya berjalan lancar`)."""
    if passage.lower[passage.sentence.word_from(at)] not in grammar.everyone:
        return False
    verb = main_verb(passage, grammar, frame.start, frame.end)
    if verb is None or not passage.lower[verb].startswith("me"):
        return False
    return passage.lower[verb] not in grammar.being | grammar.stative | grammar.turning_into


def is_done(passage: Passage, grammar: Grammar, frame: Frame) -> bool:
    """Whether something is to be done to whom or what a frame begins with (`proyek jalan ini ditunda`), nobody else
    being named before it."""
    if frame.kind == "object-passive":
        return True  # `meminta korban dilindungi`
    if frame.kind != "thing-passive":
        return False
    verb = main_verb(passage, grammar, frame.start, frame.end)
    if verb is None or not is_passive(passage, grammar, verb):
        return comes_about(passage, grammar, frame.start, frame.end)  # `proyek jalan ini selesai`
    return all(passage.addressable_at(k) is None for k in range(frame.start, verb))


def done_to_thing(passage: Passage, grammar: Grammar, frame: Frame) -> bool:
    """Whether something is to be done to a thing that is otherwise asked for itself (`meminta waktu kunjungan
    diperpanjang`): not what it is for or about (`meminta waktu untuk dilengkapi`, `meminta persetujuan, apakah usulan
    ini diterima`)."""
    if not is_done(passage, grammar, frame):
        return False
    verb = main_verb(passage, grammar, frame.start, frame.end)
    if verb is None or frame.kind != "thing-passive":
        return True
    serves = passage.lower[verb - 1] in grammar.purpose_lead & grammar.demand
    return not serves and grammar.question.isdisjoint(passage.lower[frame.start : verb])


def _is_person(passage: Passage, frame: Frame) -> bool:
    """Whether a person by name is who is to act."""
    found = [one.mention for one in frame.addressees if one.mention is not None]
    return any(passage.mentions[one].kind is PERSON for one in found)


def _asks_measure(passage: Passage, grammar: Grammar, frame: Frame) -> bool:
    """Whether a measure that others are to take is asked for (`meminta penundaan pilkada`): named with what it is taken
    on, by an active cue; not where a verb follows, whose subject the whole is (`demo menuntut ... berlangsung
    ricuh`)."""
    if frame.kind not in ("thing", "preposition-thing") or passage.mention[frame.start] >= 0:
        return False
    named = passage.lower[frame.start] in grammar.measure and frame.end - frame.start > 1
    if not named or is_passive(passage, grammar, frame.start - 1):
        return False
    return main_verb(passage, grammar, frame.start, frame.end) is None


def _untermed(passage: Passage, grammar: Grammar, cue: Cue, frame: Frame) -> bool:
    """Whether a conjunction leads to what is to be done without a number or a word of a sentence, as a prosecutor names
    them (`keluarga menuntut agar pelaku dihukum seberat-beratnya`)."""
    if passage.lower[frame.start - 1] not in grammar.verb_object_conjunction:
        return False
    verb = main_verb(passage, grammar, frame.start, frame.end)
    behind = range(frame.start if verb is None else verb + 1, frame.end)
    return all(passage.sentence.tags[k] != "NUM" and passage.lower[k] not in cue.not_object for k in behind)


def satisfies(passage: Passage, grammar: Grammar, cue: Cue, frame: Frame) -> bool:
    """Whether a frame is what the cue needs to be a directive (see kg:complement in `ontology/lexicon-id.ttl`)."""
    done = done_to_thing(passage, grammar, frame) or passage.lower[frame.start - 1] in grammar.verb_object_conjunction
    if cue.not_object and not done and passage.lower[frame.start] in cue.not_object and frame.start < frame.end:
        return False  # not where something is to be done to it (`meminta [agar] proyek ini dihentikan`)
    verb = main_verb(passage, grammar, frame.start, frame.end) if frame.passive else None
    if verb is not None and passage.lower[verb] in cue.not_object and not _untermed(passage, grammar, cue, frame):
        return False  # `jaksa menuntut terdakwa dihukum ...`
    match cue.complement:
        case Complement.ANY:
            proposed = cue.force is ADVISE and passage.lower[frame.start] in grammar.being
            return not (proposed and _is_person(passage, frame))  # `merekomendasikan Rangga menjadi calon`
        case Complement.CLAUSE:
            return frame.clausal or frame.kind == "thing-for"
        case Complement.ACTION:
            thing = frame.kind == "thing" and is_action_noun(passage, frame.start)
            return frame.clausal or frame.kind == "thing-for" or thing or _asks_measure(passage, grammar, frame)
        case Complement.REQUEST:
            return frame.clausal or _asks_measure(passage, grammar, frame)
        case Complement.DEMAND:
            return (
                frame.demand
                and frame.kind != "thing-for"
                and not _fulfilled(passage, grammar, frame)
                and (frame.kind != "thing-passive" or _obliges(passage, grammar, frame))
            )
        case Complement.ANIMATE:
            if frame.kind in ("thing-for", "thing-passive", "thing-acts") or _thing_acts(passage, grammar, frame):
                return False
            if passage.lower[frame.start] in grammar.feeling:
                return False  # `diharapkan warga merasa aman`: what is hoped for them
            if cue.force is ADVISE and frame.kind == "object" and _is_person(passage, frame):
                return False  # `mengusulkan Rangga menjadi calon`: who is proposed
            return frame.demand or bool(frame.addressees) or _own_call(passage, grammar, cue, frame)
        case Complement.BIDDING:
            bidden = passage.lower[frame.start - 1] not in grammar.purpose_lead
            return frame.demand and bidden and bool(frame.addressees) and frame.kind in ("object", "preposition")
        case Complement.PURPOSE:
            bids = passage.lower[frame.start] in grammar.prohibitive  # `saya katakan kepada Kapolda jangan ...`
            asks = not bids or passage.lower[frame.start - 1] in grammar.demand
            asks = asks and passage.lower[frame.start] not in grammar.conditional  # `mengatakan kepada warga jika ...`
            asks = asks and not _itself_demands(passage, grammar, frame)
            things = frame.kind in ("thing-for", "thing-passive")  # `menyampaikan kasus itu ditangani Polda`
            asks = asks and not _left_in_care(passage, grammar, frame) and not _own_aim(passage, grammar, frame)
            return frame.demand and asks and bool(frame.addressees) and not things


def _own_call(passage: Passage, grammar: Grammar, cue: Cue, frame: Frame) -> bool:
    """Whether who speaks presses for a measure himself (`kami juga mendorong penguatan pengawasan`): what is told of
    others with the cue is as often what came about (`desain ini mendorong penguatan partai`)."""
    if cue.force is not URGE or frame.kind != "thing" or not is_action_noun(passage, frame.start):
        return False
    if passage.lower[frame.start - 1] in grammar.hoping:
        return False  # `kami berharap pengesahan itu ...`: nobody is told
    own = frame.start - 2
    while own > 0 and passage.lower[own] in grammar.pre_verb:
        own -= 1
    verb = main_verb(passage, grammar, frame.start, frame.end)
    single = frame.end - frame.start > 1 and (verb is None or passage.lower[verb - 1] in grammar.preposition)
    return own >= 0 and single and passage.lower[own] in grammar.speaking_self and passage.quotation[own] >= 0


def _fulfilled(passage: Passage, grammar: Grammar, frame: Frame) -> bool:
    """Whether what stands behind `untuk` is told to be done already, and only says what a thing is for (`menegaskan
    seluruh celah untuk menghindari pajak sudah ditutup`); not when (`setelah libur sudah lewat`)."""
    if passage.lower[frame.start - 1] not in grammar.purpose_lead:
        return False
    at = next((k for k in range(frame.start + 1, frame.end - 1) if passage.lower[k] in grammar.already), None)
    if at is None or not grammar.time_clause.isdisjoint(passage.lower[frame.start : at]):
        return False
    return is_passive(passage, grammar, at + 1) or passage.lower[at + 1].startswith(BEFALLS)


def _own_aim(passage: Passage, grammar: Grammar, frame: Frame) -> bool:
    """Whether `untuk` and a verb of asking tell what somebody writes or calls for (`menyurati menteri untuk meminta
    penjelasan`)."""
    first = passage.lower[frame.start]
    asks = any(form.cue.force is REQUEST for form in grammar.cues.forms.get(first, ()))
    return asks and passage.lower[frame.start - 1] in grammar.purpose_lead


def _left_in_care(passage: Passage, grammar: Grammar, frame: Frame) -> bool:
    """Whether what follows a verb of giving is what is to be done to the one who is given (`menitipkan anaknya
    kepada tetangga untuk dijaga`), which `untuk` makes its aim."""
    verb = main_verb(passage, grammar, frame.start, frame.end)
    given = not grammar.entrusting.isdisjoint(passage.lower[max(0, frame.start - MAX_GIVEN) : frame.start + 1])
    if verb is None or frame.kind not in ("object", "object-passive") or not given:
        return False
    return is_passive(passage, grammar, verb) and passage.lower[verb - 1] in grammar.purpose_lead


def presses(passage: Passage, grammar: Grammar, hit: CueHit, frame: Frame) -> bool:
    """Whether somebody presses for what is soon to be done to a thing (`mendorong kasus itu segera diusut`); whoever
    hopes so asks nobody."""
    if hit.form.cue.force is not URGE or frame.kind != "thing-passive" or passage.lower[hit.first] in grammar.hoping:
        return False
    verb = next((k for k in range(frame.start + 1, frame.end) if is_passive(passage, grammar, k)), frame.start)
    return verb > frame.start + 1 and passage.lower[verb - 1] in grammar.urgency


def speaker_hopes(passage: Passage, grammar: Grammar, hit: CueHit, frame: Frame) -> bool:
    """Whether the speaker asks in speech for what is to be done to a thing (`saya harapkan rapat itu dilakukan di
    rumah`); not for what can come of it (`... itu bisa dimanfaatkan`)."""
    own = hit.voice is Voice.BARE and hit.first > 0 and passage.lower[hit.first - 1] in grammar.first_person
    if not own or frame.kind != "thing-passive" or passage.quotation[hit.first] < 0:
        return False
    verb = next((k for k in range(frame.start + 1, frame.end) if is_passive(passage, grammar, k)), frame.start)
    return verb > frame.start and passage.lower[verb - 1] in grammar.pointing
