"""Verbs of demand that demand nothing: a thing is their subject, or what follows is brought to mind or wished for."""

from __future__ import annotations

from itertools import pairwise

from kg.extract.cues import CueHit, written
from kg.extract.frames import Frame
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, clause_end, clause_start, is_passive, is_verb
from kg.extract.phrases import starts_animate
from kg.extract.unsaid import unsaid
from kg.model import Reference
from kg.model.members import DESCRIPTION, EMPHASISE, FIRST_PERSON, NONE, REMIND, REQUEST, URGE

MAX_LAW = 12  # words between a law and the verb by which it says something


def demands_nothing(passage: Passage, grammar: Grammar, hit: CueHit, frame: Frame, issuer: Reference) -> bool:
    """Whether an active cue with this frame and issuer is no act of speech by which somebody is told something."""
    return (
        _of_thing(passage, grammar, hit, issuer)
        or _brings_to_mind(passage, grammar, hit, frame)
        or _wishes(passage, grammar, hit, frame)
        or _asks_help(passage, grammar, frame)
        or _asks_pardon(passage, grammar, hit, frame)
        or _aims(passage, grammar, hit)
        or _plans(passage, grammar, hit, frame)
        or _announces(passage, grammar, hit, frame)
        or _avows(passage, grammar, hit)
        or _tells_motive(passage, grammar, hit)
        or _tells_somebody(passage, grammar, frame)
        or (frame.kind == "thing-passive" and not grammar.colon.isdisjoint(passage.lower[frame.start : frame.end]))
    )


def _asks_pardon(passage: Passage, grammar: Grammar, hit: CueHit, frame: Frame) -> bool:
    """Whether nobody is asked for anything but to be forgiven (`saya mohon dibukakan pintu maaf`)."""
    asks = hit.form.cue.force is REQUEST and not frame.addressees
    return asks and not grammar.pardon.isdisjoint(passage.lower[frame.start : frame.start + 3])


def _tells_somebody(passage: Passage, grammar: Grammar, frame: Frame) -> bool:
    """Whether nothing but somebody follows a verb (`yang memerintah seseorang`): what he is to do is not told."""
    alone = frame.kind == "thing" and frame.end - frame.start == 1
    return alone and passage.lower[frame.start] in grammar.private_person


def nobody_told(passage: Passage, grammar: Grammar, subject: int, cue: int, floor: int) -> bool:
    """Whether a passive or a modal is nobody's demand there: what a law says, not one of all (`tidak semua pengendara
    diperintahkan ...`), how easily somebody is told, or what a rule in a headline is about (`Pakar Kritik Aturan ASN
    Dilarang ...`, `... Putusan MK soal Polisi Tak Boleh ...`)."""
    if passage.lower[subject] in grammar.signboard and not is_passive(passage, grammar, min(cue + 1, len(passage) - 1)):
        return True  # `rambu dilarang parkir dirusak`: what is written there
    if cue > 0 and passage.lower[cue - 1] in grammar.ability:
        return True  # `warga sulit diminta mengungsi`: what they are like
    unmet = grammar.met.isdisjoint(passage.lower[cue + 1 : cue + 2])
    if not unmet and passage.lower[subject] in grammar.condition_noun:
        return True  # `syarat usia harus dipenuhi calon`: a rule
    if subject > 0 and passage.lower[subject] in grammar.quantifier and passage.lower[subject - 1] in grammar.negator:
        return True
    pairs = {f"{one} {two}" for one, two in pairwise(passage.lower[floor:cue])}
    if not grammar.unsaid.isdisjoint(pairs):
        return True  # `tidak disebutkan warga diperbolehkan ...`, `belum lagi, warga harus ...`
    if _tells_when(passage, grammar, cue, floor) or _is_about(passage, grammar, subject, cue, floor):
        return True
    whole = written(passage, subject)[0]
    if (whole != passage.lower[subject] and whole in grammar.own_side) or _polled(passage, grammar, cue, floor):
        return True  # `pihaknya dituntut untuk ...`: by whom, is not told
    if unsaid(passage, grammar, cue, floor):
        return True
    headline = passage.sentence.is_title or passage.title_case
    asked = headline and passage.lower[-1] == "?"  # `Moeldoko Diminta Mundur?`
    if asked or _law_says(passage, grammar, cue):
        return True
    if not headline:
        return False
    first = max((k + 1 for k in range(floor, cue) if passage.lower[k] == ","), default=floor)
    about = first < cue and passage.lower[first] in grammar.topic  # `Soal Warga Dilarang Mudik, Kapolri: ...`
    return about or not grammar.rule_noun.isdisjoint(passage.lower[first:cue])


def _tells_when(passage: Passage, grammar: Grammar, cue: int, floor: int) -> bool:
    """Whether a clause that says since or after when something is the case holds the cue as its verb (`sejak dinas
    ditugaskan membagikan bantuan, ...`): a time that a comma ends is none."""
    at = next((k for k in range(floor, cue) if not passage.is_punctuation(k)), cue)
    if at + 1 >= cue or passage.lower[at] not in grammar.time_clause | grammar.since or "," in passage.lower[at:cue]:
        return False
    if passage.sentence.tags[at + 1] not in ("NOUN", "PROPN", "DET"):
        return False
    parted = any(starts_animate(passage, grammar, k) and passage.agent_at(k - 1) is None for k in range(at + 2, cue))
    subject = starts_animate(passage, grammar, at + 1) or not parted  # not `sejak kemarin warga diminta ...`
    return subject and not any(is_verb(passage, grammar, k) for k in range(at + 1, cue))


def _is_about(passage: Passage, grammar: Grammar, subject: int, cue: int, floor: int) -> bool:
    """Whether a demand is only what something is about (`putusan soal anggota partai dilarang maju`): a word of that
    stands before its subject, nothing but a noun phrase between them and the cue."""
    if subject == cue:
        while subject > floor and passage.sentence.tags[subject - 1] in ("NOUN", "PROPN", "ADJ", "DET"):
            subject -= 1
    told = subject + 1 < cue and passage.addressable_at(subject + 1) is not None
    if told and passage.lower[subject] in grammar.incident and passage.lower[cue].startswith("di"):
        return True  # `peristiwa jemaah dilarang memakai masker terjadi pada April`
    if floor < subject < cue and passage.lower[subject - 1] in grammar.topic:
        return True
    first = cue
    while first > floor + 1 and passage.sentence.tags[first - 1] in ("NOUN", "PROPN", "ADJ", "DET"):
        first -= 1
    if first - 2 < floor or passage.lower[first - 1] not in grammar.topic or passage.addressable_at(first) is None:
        return False
    acts = cue + 1 == len(passage) or not is_passive(passage, grammar, cue + 1)  # not `aturan soal warga harus ditaati`
    return acts and passage.sentence.tags[first - 2] == "NOUN"  # `memberi penjelasan mengenai pegawai harus ...`


def _polled(passage: Passage, grammar: Grammar, cue: int, floor: int) -> bool:
    """Whether a demand is what so many of those asked hold (`70 persen responden menyebut Kapolri harus ...`)."""
    saying = next((k for k in range(cue - 1, floor, -1) if passage.lower[k] in grammar.speech), floor)
    return not grammar.polled.isdisjoint(passage.lower[floor:saying])


def _law_says(passage: Passage, grammar: Grammar, cue: int) -> bool:
    """Whether a demand is what a law says (`Pasal 24 yang menyatakan pegawai wajib ...`) or what a noun is about, which
    nobody utters."""
    says = grammar.speech | grammar.claim_opener | grammar.regulating
    saying = next((k for k in range(cue - 1, 0, -1) if passage.lower[k] in says), 0)
    first = clause_start(passage, saying)
    opens = saying > 0 and passage.lower[saying] in grammar.claim_opener
    if opens and passage.sentence.words[saying - 1].upos == "NOUN" and passage.mention[saying - 1] < 0:
        return True  # `fakta bahwa warga harus ...`: the clause says what the noun is
    where = next((k for k in range(cue - 1, 0, -1) if passage.lower[k] in grammar.wherein), 0)
    if not grammar.law.isdisjoint(passage.lower[max(0, where - MAX_LAW) : where]):
        return True  # `Pasal 21 Perda Nomor 8, di mana setiap orang dilarang ...`
    near = passage.lower[max(first, saying - MAX_LAW) : saying]
    states = (
        passage.lower[saying].startswith("me") and passage.lower[saying] not in grammar.preposition
    )  # `aturan itu menyebut ...`, not `usulan itu, menurutnya, ...`
    return not grammar.law.isdisjoint(near) or (states and not grammar.rule_noun.isdisjoint(near))


def _announces(passage: Passage, grammar: Grammar, hit: CueHit, frame: Frame) -> bool:
    """Whether it only says what somebody is going to do (`mengultimatum bila harga naik, pemerintah akan merazia
    gudang`); but what will be done may be hoped for."""
    if hit.form.cue.force is URGE or not frame.addressees or frame.addressees[-1].span is None:
        return False
    between = passage.lower[passage.sentence.word_from(frame.addressees[-1].span.end) : frame.start]
    if between and between[-1] in grammar.planned:
        return True  # `memperingatkan warga: rumah yang melanggar akan ...`
    return not grammar.planned.isdisjoint(between) and grammar.relative.isdisjoint(between)


def _plans(passage: Passage, grammar: Grammar, hit: CueHit, frame: Frame) -> bool:
    """Whether what somebody stresses is what will be done, which no conjunction makes a demand (`menegaskan kerja bakti
    akan rutin digelar`)."""
    if hit.form.cue.force is not EMPHASISE or frame.addressees or not frame.passive:
        return False
    opens = passage.lower[frame.start - 1] in grammar.demand
    verb = next((k for k in range(frame.end - 1, frame.start, -1) if is_passive(passage, grammar, k)), frame.start)
    return not opens and not grammar.planned.isdisjoint(passage.lower[frame.start : verb])


def _avows(passage: Passage, grammar: Grammar, hit: CueHit) -> bool:
    """Whether what somebody has or does is affirmed (`menegaskan komitmen TNI untuk ...`), not demanded."""
    return hit.form.cue.force is EMPHASISE and passage.lower[hit.last] in grammar.participation


def _tells_motive(passage: Passage, grammar: Grammar, hit: CueHit) -> bool:
    """Whether a cue behind the colon of a headline says why or how something was done (`Motif Pekerja Bakar Gudang:
    Ajak Majikan Berunding`)."""
    colon = next((k for k in range(hit.first - 1, 0, -1) if passage.lower[k] in grammar.colon), 0)
    return passage.sentence.is_title and not grammar.motive.isdisjoint(passage.lower[:colon])


def _of_thing(passage: Passage, grammar: Grammar, hit: CueHit, issuer: Reference) -> bool:
    """Whether a thing demands: a law or a creed (`agama melarang ...`), what happens (`kegiatan ini mengajak peserta
    ...`), or what only has effect, by a verb that things are said to do (`posisi kami mengharuskan ...`)."""
    if not grammar.incident.isdisjoint(passage.lower[: hit.first]) and _happens(passage, grammar, hit.first):
        return True
    if any(
        passage.lower[word.index] in grammar.condition_noun and word.head == hit.first and word.deprel == "nsubj"
        for word in passage.sentence.words[: hit.first]
    ):
        return True  # `syarat pencalonan bupati mewajibkan calon ...`
    if issuer.span is None or issuer.sentence != passage.sentence.index:
        return False
    first = passage.sentence.word_from(issuer.span.start)
    if issuer.kind is NONE:
        return passage.lower[first] in grammar.law or passage.lower[first] in grammar.creed
    if passage.lower[hit.first] not in grammar.compelling:
        return False
    if issuer.kind is FIRST_PERSON:
        return first > 0 and passage.sentence.tags[first - 1] == "NOUN"
    return issuer.kind is DESCRIPTION and passage.lower[first] not in grammar.person_noun


def _happens(passage: Passage, grammar: Grammar, verb: int) -> bool:
    """Whether the subject of a verb is a noun for what happens, is or is held (UD nsubj), nobody being named between
    (`kasus itu, LBH mendesak ...`)."""
    at = next(
        (
            word.index
            for word in passage.sentence.words[:verb]
            if word.head == verb and word.deprel == "nsubj" and passage.lower[word.index] in grammar.incident
        ),
        verb,
    )
    shown = any(passage.lower[k] in grammar.pointing for k in range(at + 1, verb))
    named = any(passage.agent_at(k) is not None or passage.is_punctuation(k) for k in range(at + 1, verb))
    return at < verb and (shown or not named)


def _brings_to_mind(passage: Passage, grammar: Grammar, hit: CueHit, frame: Frame) -> bool:
    """Whether somebody is reminded of something (`mengingatkan warga pada masa ketika ...`), no conjunction leading to
    what is to be done."""
    told = next((one.mention for one in frame.addressees if one.mention is not None), None)
    if hit.form.cue.force is not REMIND or told is None:
        return False
    end = passage.mentions[told].last
    between = passage.lower[end : frame.start]
    plain = grammar.demand.isdisjoint(between) and "," not in between
    return bool(between) and between[0] in grammar.of_what and plain


def _wishes(passage: Passage, grammar: Grammar, hit: CueHit, frame: Frame) -> bool:
    """Whether what is hoped for is somebody's fate, which nobody carries out (`berharap timnas menang`), or what
    is to befall the one who hopes (`ia berharap selalu diberi kesehatan`)."""
    if hit.form.cue.force is not URGE or passage.lower[hit.first] not in grammar.hoping:
        return False
    at = frame.start
    passed = grammar.irrealis | grammar.content_adverb | grammar.pre_verb
    while at < frame.end - 1 and passage.lower[at] in passed:
        if passage.lower[at] in grammar.negator:
            # not `berharap polisi tidak kalah dengan pengedar`
            return frame.kind == "verb" and not frame.addressees and is_passive(passage, grammar, at + 1)
        at += 1
    selfish = frame.kind == "verb" and not frame.addressees and is_passive(passage, grammar, at)
    return selfish or passage.lower[at] in grammar.fate or _benefits(passage, grammar, hit, frame)


def _benefits(passage: Passage, grammar: Grammar, hit: CueHit, frame: Frame) -> bool:
    """Whether what is hoped is only what a measure will bring (`dengan bantuan ini, ia berharap warga dapat ...`)."""
    floor = clause_start(passage, hit.first)
    opens = next((k for k in range(floor, hit.first) if not passage.is_punctuation(k)), hit.first)
    if passage.lower[opens] not in grammar.with_help or passage.lower[frame.start] not in grammar.possibility:
        return False
    comma = next((k for k in range(opens, hit.first) if passage.lower[k] == ","), opens)
    return comma > opens + 1 and passage.lower[comma - 1] in grammar.pointing


def _aims(passage: Passage, grammar: Grammar, hit: CueHit) -> bool:
    """Whether what follows a verb of saying and its conjunction only tells what for something is done behind a comma
    (`menjelaskan agar pupuk tepat sasaran, pemerintah membuat kartu tani`)."""
    if len(hit.form.words) == 1 or passage.lower[hit.last - 1] not in grammar.purpose:
        return False
    told = grammar.speech | grammar.list_conjunction | grammar.in_role | grammar.content_end | grammar.cues.forms.keys()
    end = clause_end(passage, hit.last) - 1
    return any(passage.lower[k] == "," and passage.lower[k + 1] not in told for k in range(hit.last, end))


def _asks_help(passage: Passage, grammar: Grammar, frame: Frame) -> bool:
    """Whether only who is asked follows (`minta tolong sama saya`), or what is asked for is to be with somebody
    (`meminta bertemu Bupati`, `meminta berfoto bersama`)."""
    if frame.kind == "verb" and not frame.addressees and passage.lower[frame.start] in grammar.being_with:
        return True
    of_whom = passage.lower[frame.start] in grammar.of_whom and frame.start + 1 < len(passage)
    return of_whom and (passage.agent_at(frame.start + 1) is not None or _pronoun(passage, grammar, frame.start + 1))


def _pronoun(passage: Passage, grammar: Grammar, at: int) -> bool:
    return passage.lower[at] in grammar.first_person or passage.lower[at] in grammar.third_person


def is_judged(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a verb is what an adjective with -nya is said of (`sulitnya mengajak ...`), or an adjective itself (`yang
    paling mendesak`), hence no act of speech."""
    graded = at > 1 and passage.lower[at - 1] in grammar.degree and passage.lower[at - 2] in grammar.relative
    joined = at > 1 and passage.lower[at] in grammar.urgent and passage.lower[at - 1] in grammar.list_conjunction
    joined = joined and passage.sentence.tags[at - 2] == "ADJ" and not starts_animate(passage, grammar, at + 1)
    graded = graded or joined  # `hal penting dan mendesak`
    return graded or (at > 1 and passage.lower[at - 1] == "nya" and passage.sentence.words[at - 2].upos == "ADJ")


def only_adds(passage: Passage, grammar: Grammar, frame: Frame) -> bool:
    """Whether nothing but `juga` follows who is told: what they are to do is left out (`kami mengajak warga juga,
    karena ...`)."""
    return frame.end - frame.start == 1 and passage.lower[frame.start] in grammar.adding


def points_elsewhere(passage: Passage, grammar: Grammar, frame: Frame) -> bool:
    """Whether the content only points at what is said elsewhere: `memerintahkan hal itu pekan lalu`."""
    lower = passage.lower[frame.start : frame.start + 2]
    if frame.clausal or len(lower) < 2:
        return False
    return lower[0] in grammar.vague and lower[1] in grammar.pointing


def demands_behind(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a demand follows what is otherwise for the speaker (`berharap untuk ke depannya agar warga ...`)."""
    rest = passage.lower[at + 1 : clause_end(passage, at)]
    return passage.lower[at] in grammar.demand and any(word in grammar.verb_object_conjunction for word in rest)
