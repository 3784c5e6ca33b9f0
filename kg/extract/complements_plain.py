"""What follows a cue where no phrase of people does: everybody together, a condition."""

from __future__ import annotations

from kg.extract.actors import named_in
from kg.extract.calls import everybody_at
from kg.extract.frames import Frame, make_frame
from kg.extract.grammar import Grammar
from kg.extract.issuers import subject_of
from kg.extract.members import names_end
from kg.extract.passage import Passage, is_passive, is_verb
from kg.extract.phrases import agents_in, phrase_end, reference_to, starts_animate
from kg.extract.predicates import begins_predicate, demanded_agent, passive_predicate
from kg.lexicon.cues import Complement, Cue, Voice
from kg.model import Force, Reference
from kg.model.making import replace
from kg.model.members import FORBID, NONE, PERMIT, PERSON, POST, REQUEST, UNIT, URGE

OFFICIAL = (POST, UNIT, PERSON)
VERBAL = frozenset({Voice.ACTIVE, Voice.BARE, Voice.PASSIVE})
ASKING = frozenset({REQUEST, URGE, Force.ORDER})
MAX_NAME = 6  # words of a name
MAX_NAMES = 16  # words of a list of names
MAX_SPEAKER = 20  # words of who says so, between two parts of a quotation
MAX_FRONTED = 14  # words of a condition between a cue and what is to be done


def together(passage: Passage, grammar: Grammar, at: int, stop: int) -> Frame | None:
    """`saya minta kita semua [untuk] menjaga ...`: the speaker and the hearers are addressed; else see `_oneself`."""
    end = everybody_at(passage, grammar, at + 1, stop)
    if end == at + 1:
        return _oneself(passage, grammar, at, stop)
    all_of_us = Reference(NONE, passage.span(at, end), None, passage.sentence.index)
    if end >= stop:
        return None
    marked = passage.lower[end] in grammar.demand
    start = end + 1 if marked and end + 1 < stop else end
    return make_frame(passage, grammar, (all_of_us,), start, "object", demand=marked)


def _oneself(passage: Passage, grammar: Grammar, at: int, stop: int) -> Frame | None:
    """`"Presiden meminta kami [untuk] mempercepat ..."`: whoever is quoted tells what was asked of himself."""
    if passage.quotation[at] < 0 or passage.agent_at(at) is None:
        return None
    teller = subject_of(passage, grammar, at - 1).mention
    if teller is None or passage.mentions[teller].kind not in OFFICIAL:
        return None  # `dia menyuruh saya masuk ke mobil`: a story
    start, others = at + 1, tuple[Reference, ...]()
    joins = grammar.companion | grammar.list_conjunction
    if start + 1 < stop and passage.lower[start] in joins and starts_animate(passage, grammar, start + 1):
        end, _ = phrase_end(passage, grammar, start + 1, stop)  # `kami beserta para camat`
        start, others = end, agents_in(passage, grammar, start + 1, end)
    told = (reference_to(passage, grammar, at), *others)
    marked = start < stop and passage.lower[start] in grammar.demand
    while start < stop and passage.lower[start] in grammar.demand:
        start += 1
    if start >= stop or not begins_predicate(passage, grammar, start) or is_passive(passage, grammar, start):
        return None
    return make_frame(passage, grammar, told, start, "oneself", demand=marked)


def not_to(passage: Passage, grammar: Grammar, at: int, stop: int) -> Frame | None:
    """`mengingatkan jangan sampai para camat terlambat`: who stands behind the prohibitive is not to do what follows;
    `None` if nobody does."""
    begun = grammar.cues.forms.get(passage.lower[at], ())
    forms = [form.words for form in begun if form.cue.force is FORBID]
    behind = at + max([len(words) for words in forms if passage.lower[at : at + len(words)] == words], default=0)
    if behind == at or behind >= stop or not starts_animate(passage, grammar, behind):
        return None
    end, _ = phrase_end(passage, grammar, behind, stop)
    members = agents_in(passage, grammar, behind, end)
    if not members or end >= stop or passage.is_punctuation(end) or passive_predicate(passage, grammar, end, stop):
        return None
    frame = make_frame(passage, grammar, members, end, "forbidden-subject", demand=True)
    return frame and replace(frame, forbids=True)


def on_condition(passage: Passage, grammar: Grammar, at: int, stop: int) -> Frame | None:
    """What is to be done on a condition that no comma parts from it: the first passive behind the condition's own words
    (`mendesak kalau cukup bukti ditahan`)."""
    if passage.lower[at] not in grammar.conditional:
        return None
    whole = passage.lower[at : min(stop, at + MAX_FRONTED)]
    verb = next((at + k for k in range(2, len(whole)) if is_passive(passage, grammar, at + k)), None)
    if verb is None or "," in passage.lower[at:verb] or passage.lower[verb - 1] in grammar.relative:
        return None
    if not grammar.therefore.isdisjoint(passage.lower[verb:stop]):
        return None  # `mengusulkan jika camat dipilih maka ...`: the condition itself
    by = demanded_agent(passage, grammar, verb, stop)
    return make_frame(passage, grammar, by, verb, "condition-passive", demand=False, passive=True)


def past_attribution(passage: Passage, grammar: Grammar, at: int) -> int | None:
    """Where a quotation goes on that who says so parts right behind a cue (`"Kami meminta," kata Kapolda, "agar
    ..."`); `None` if none does."""
    if not 0 < at < len(passage) or passage.lower[at] != "," or passage.quotation[at - 1] < 0:
        return None
    said = at + 1
    while said < len(passage) and passage.is_mark(said):
        said += 1
    if said >= len(passage) or passage.quotation[said] >= 0 or passage.lower[said] not in grammar.speech:
        return None
    resumed = next((k for k in range(said, min(len(passage), said + MAX_SPEAKER)) if passage.quotation[k] >= 0), None)
    if resumed is None or "," not in passage.lower[resumed - 2 : resumed + 1]:
        return None
    while resumed < len(passage) and passage.is_mark(resumed):
        resumed += 1
    return resumed


def past_condition(passage: Passage, grammar: Grammar, at: int, stop: int) -> tuple[int, bool]:
    """Where what is to be done begins behind an addressee and a condition, and whether it is a demand: behind its own
    conjunction (`warga bila curiga agar melapor`), else at the condition if something is bidden behind it (`warga jika
    curiga segera melapor`), unless that only foretells what will be; `at` if no condition stands there, or none is one
    (`mengingatkan warga jika pelaku belum ditangkap`: that he is not)."""
    if passage.lower[at] not in grammar.conditional:
        return at, False
    if at + 2 < stop and passage.lower[at + 1] in grammar.possibility and is_verb(passage, grammar, at + 2):
        return at + 1, True  # `berharap warga apabila bisa menggunakan ...`: a polite demand
    wish = at + 2 < stop and passage.lower[at + 1] in grammar.irrealis and is_verb(passage, grammar, at + 2)
    if wish and _permitted(passage, grammar, at):
        return at + 2, True  # `mempersilakan warga jika ingin melapor`: what they wish is permitted
    for k in range(at + 2, min(stop - 1, at + MAX_FRONTED)):
        lower = passage.lower[k]
        if lower in grammar.verb_object_conjunction or (lower in grammar.demand and passage.lower[k - 1] == ","):
            return k + 1, True
        if lower in grammar.planned:
            return at, False
    return at, at + 1 < stop and _bidden(passage, grammar, at + 1, stop, _asks(passage, grammar, at))


def _asks(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether the nearest verb of a directive before a word asks for something to be done, so that a condition behind
    it is none of what is told (`meminta warga jika ...`, not `mengingatkan warga jika ...`, `memberi tahu ...`)."""
    cue = _cue_before(passage, grammar, at)
    tells = cue is not None and cue.complement in (Complement.PURPOSE, Complement.DEMAND)
    return cue is not None and cue.force in ASKING and not tells


def _permitted(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether the nearest verb of a directive before a word permits."""
    cue = _cue_before(passage, grammar, at)
    return cue is not None and cue.force is PERMIT


def _cue_before(passage: Passage, grammar: Grammar, at: int) -> Cue | None:
    """The nearest verb of a directive before a word."""
    for k in range(at - 1, -1, -1):
        for form in grammar.cues.forms.get(passage.lower[k], ()):
            if form.voice in VERBAL and passage.lower[k : k + len(form.words)] == form.words:
                return form.cue
    return None


def _bidden(passage: Passage, grammar: Grammar, first: int, stop: int, asked: bool) -> bool:
    """Whether something is to be done if what begins at a word holds: behind haste, a prohibition or an obligation, or
    by a bare verb or, if the condition has no subject of its own or it is `asked`, a second active verb (`jika melihat
    ular menghubungi petugas`); if it is `asked`, one with a negation too (`jika cuaca buruk tidak melaut`)."""
    bids = grammar.urgency | grammar.prohibitive | grammar.obligation
    lower = passage.lower
    own = _names_subject(passage, first)
    holds = not own and lower[first] not in grammar.pre_verb | grammar.irrealis
    there = lower[first] in grammar.existence
    for at in range(first + 1, min(stop, first + MAX_FRONTED)):
        if holds and lower[at] in bids:
            return True
        there = there or lower[at] in grammar.existence
        if not is_verb(passage, grammar, at):
            holds = holds or lower[at] == "," or passage.sentence.words[at].upos == "ADJ"
        elif lower[at - 1] not in grammar.relative:
            bare = lower[at] in grammar.bare_verb and (not own or lower[at - 1] == ",")
            denied = lower[at - 1] in grammar.negator
            joined = lower[at - 1 - denied] in grammar.verb_coordinator or (denied and (at - 1 == first or not asked))
            free = asked or not (own or there)
            if holds and not joined and (bare or (free and not is_passive(passage, grammar, at))):
                return True
            holds = True
    return False


def _names_subject(passage: Passage, at: int) -> bool:
    return passage.mention[at] >= 0 or passage.sentence.words[at].upos in ("NOUN", "PROPN", "PRON")


def bare_actor(passage: Passage, grammar: Grammar, at: int, stop: int) -> Frame | None:
    """`... Pamekasan mengadakan`, `... dirinya untuk menindak`: who is to do an active verb is addressed, whatever
    its name.

    Only a phrase without a preposition, of a name or a pronoun: a thing that serves a purpose (`meminta dana untuk
    membangun`) is asked for, not addressed.
    """
    end, marked = phrase_end(passage, grammar, at, stop)
    end = max(end, names_end(passage, grammar, at, stop))
    head = passage.sentence.words[at]
    if passage.lower[at] in grammar.each_time and at + 1 < stop and is_verb(passage, grammar, at + 1):
        return None  # `mengingatkan setiap terjadi banjir, ...`: how often
    if passage.lower[at] in grammar.time:
        return None  # `meminta Hari Pahlawan menjadi ...`: a day does nothing
    named = (
        passage.lower[at] in grammar.quantifier
        or head.upos == "PROPN"
        or (head.text[:1].isupper() and passage.mention[at] >= 0)
        or head.lower in grammar.reflexive
    )
    if (
        not named
        or not 0 < end - at <= (MAX_NAMES if "," in passage.lower[at:end] else MAX_NAME)
        or any(passage.lower[k] in grammar.preposition for k in range(at, end))
    ):
        return None
    start = end
    while start < stop and passage.lower[start] in grammar.demand:
        start += 1
    if (
        start >= stop
        or not begins_predicate(passage, grammar, start)
        or passive_predicate(passage, grammar, start, stop)
    ):
        return None
    while end > at + 1 and (passage.is_punctuation(end - 1) or passage.lower[end - 1] in grammar.particle):
        end -= 1  # `kami tugaskan Irjen ya, untuk ...`
    members = agents_in(passage, grammar, at, end, named=True) or named_in(passage, grammar, at, end)
    return make_frame(passage, grammar, members, start, "actor", demand=marked)


def bids(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a predicate or the marker of an imperative (`mari`, `jangan`) stands at a word."""
    marks = any(form.voice is Voice.IMPERATIVE for form in grammar.cues.forms.get(passage.lower[at], ()))
    return marks or begins_predicate(passage, grammar, at)


def past_adverbs(passage: Passage, grammar: Grammar, at: int, stop: int) -> int:
    while at < stop and passage.lower[at] in grammar.post_cue and passage.mention[at] < 0:
        if passage.lower[at] in grammar.preposition and at + 1 < stop and passage.lower[at + 1] not in grammar.post_cue:
            break  # `berharap dengan adanya jalan baru, ...`, not `dengan tegas`
        at += 1
    return at


def past_repeated(passage: Passage, grammar: Grammar, told: int, start: int, stop: int) -> int:
    """Where what is to be done begins if whom it is told is named again before it (`kepada warga agar warga untuk tidak
    panik`), `told` being where he is named first; else `start`."""
    while told < start and passage.lower[told] in grammar.quantifier:
        told += 1
    again = start
    while again < stop and passage.lower[again] in grammar.quantifier:
        again += 1
    if again >= stop or passage.lower[again] != passage.lower[told]:
        return start
    end, _ = phrase_end(passage, grammar, start, stop)
    if passage.lower[again:end] != passage.lower[told : min(start, told + end - again)]:
        return start  # `kepada Menteri Perhubungan agar Menteri BUMN menunda ...`: somebody else
    while end < stop and passage.lower[end] in grammar.demand:
        end += 1
    return end if end < stop and not passive_predicate(passage, grammar, end, stop) else start
