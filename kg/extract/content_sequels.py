"""What follows a content in its sentence and is no part of it: what comes of it, what others or the issuer do."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, is_passive, is_verb
from kg.extract.phrases import starts_animate
from kg.extract.predicates import ACTIVE, begins_predicate
from kg.lexicon.cues import Voice
from kg.model.members import UNIT

MAX_SUBJECT = 12  # words of a subject before what becomes of it
MAX_TOLD = 8  # words of others who are told something too
MAX_BOUND = 5  # words of a subject and the modal that binds it
NOMINAL = ("NOUN", "PROPN", "DET", "PRON", "NUM")


def states_outcome(passage: Passage, grammar: Grammar, at: int, end: int) -> bool:
    """Whether a clause with its own subject and `akan` or `berhasil` begins at a word: what will come of it or came of
    it (`... dan setiap usaha akan berbuah`, `... dan akhirnya pelaku ditangkap`)."""
    if at < end and passage.lower[at] in grammar.upshot:
        return True
    if at < end and passage.lower[at] in grammar.planned:
        return passage.lower[at - 2] not in grammar.already  # `... atau akan dikenai sanksi`, not `yang telah dan akan`
    if at >= end or passage.sentence.words[at].upos not in NOMINAL or passage.lower[at] in grammar.relative:
        return False
    described = False
    for k in range(at, min(end, at + MAX_SUBJECT)):
        if passage.lower[k] in grammar.planned or passage.lower[k] in grammar.achieving:
            return k > at and not described
        if passage.lower[k] in grammar.relative:
            described = True
        elif passage.is_punctuation(k) or passage.lower[k] in grammar.clause_opener:
            return False
        elif is_verb(passage, grammar, k):
            if not described:
                return False
            described = False
    return False


def must_too(passage: Passage, grammar: Grammar, start: int, at: int, end: int) -> bool:
    """Whether a clause of what others must do begins at a word behind a whole demand (`... segera ditangkap, dan warga
    jangan main hakim sendiri`); not of what all must do (`..., kita harus ...`)."""
    # `..., dan dalam rapat harus ...`
    at += at + 1 < end and passage.lower[at] in grammar.said_in and passage.lower[at - 1] in grammar.list_conjunction
    if at >= end or passage.sentence.words[at].upos not in NOMINAL:
        return False
    if asks_too(passage, grammar, start, at, end):
        return True
    if not _is_demanded(passage, grammar, start, at - 1):
        return False
    for k in range(at, min(end, at + MAX_BOUND)):
        lower = passage.lower[k]
        if lower in grammar.must or lower in grammar.prohibitive:
            comma = next((v for v in range(k, end) if passage.lower[v] == ","), end)
            return k > at and any(is_verb(passage, grammar, v) for v in range(k + 1, min(comma, k + MAX_BOUND)))
        if _ends_subject(grammar, lower) or passage.is_punctuation(k) or is_verb(passage, grammar, k):
            return False
    return False


def asks_too(passage: Passage, grammar: Grammar, start: int, at: int, end: int) -> bool:
    """Whether a clause begins at a word in which others are told something too (`mendata korban, dan warga diimbau
    tenang`): people, and the passive of a directive right behind them; not who is told it in the list of whom one
    deals with."""
    told = begins_predicate(passage, grammar, start) or any(is_verb(passage, grammar, k) for k in range(start, at - 1))
    if not told or not starts_animate(passage, grammar, at):
        return False
    if passage.lower[start] in grammar.conditional or passage.lower[start] in grammar.time_clause:
        return False
    listed = passage.lower[at - 1] in grammar.list_conjunction and passage.addressable_at(at - 2) is not None
    if listed and passage.lower[at - 2] != ",":
        return False  # `mengawal saksi dan korban diminta ...`: who is told may be both
    for k in range(at + 1, min(end - 1, at + MAX_TOLD)):
        forms = grammar.cues.forms.get(passage.lower[k], ())
        if any(form.voice is Voice.PASSIVE and len(form.words) == 1 for form in forms):
            return begins_predicate(passage, grammar, k + 1) or passage.lower[k + 1] in grammar.demand
        if _ends_subject(grammar, passage.lower[k]) or passage.is_punctuation(k) or is_verb(passage, grammar, k):
            return False
    return False


def _ends_subject(grammar: Grammar, lower: str) -> bool:
    """Whether others who must do something are not told of from a word on: asked for a word, as joining the classes
    for every clause takes longer."""
    joins = lower in grammar.list_conjunction or lower in grammar.preposition or lower in grammar.first_person
    opens = lower in grammar.relative or lower in grammar.conditional or lower in grammar.clause_opener
    return joins or opens or lower in grammar.demand


def forbids_too(passage: Passage, grammar: Grammar, start: int, at: int) -> bool:
    """Whether a prohibition stands behind a whole demand without a conjunction (`segera cek lokasinya jangan sampai
    ...`); not what one sees to (`jaga jangan sampai ...`)."""
    before = passage.lower[at - 1]
    joined = before in grammar.list_conjunction or before in grammar.demand or before in grammar.pre_verb
    joined = joined or before in grammar.clause_opener or before in grammar.relative or before in grammar.apposition
    if at < start + 2 or joined or passage.is_punctuation(at - 1) or is_verb(passage, grammar, at - 1):
        return False
    if passage.addressable_at(at - 1) is not None or passage.lower[start - 1] in grammar.obligation - grammar.must:
        return False  # `... warga jangan ...`: whom it tells; `sebaiknya ke hutan jangan merokok`: when
    return _is_demanded(passage, grammar, start, start)


def _is_demanded(passage: Passage, grammar: Grammar, start: int, end: int) -> bool:
    """Whether what begins at a word is a predicate, or what must be stands before `end`."""
    first = passage.lower[start]
    predicate = is_verb(passage, grammar, start) or first in grammar.content_adverb or first in grammar.negator
    predicate = predicate or (start > 0 and passage.lower[start - 1] in grammar.prohibitive)
    return predicate or any(word in grammar.must for word in passage.lower[start:end])


def does_too(passage: Passage, grammar: Grammar, at: int, end: int) -> bool:
    """Whether a clause begins at a word whose subject does something too (`... dan kelompok itu juga menyampaikan`)."""
    found = passage.agent_at(at)
    if found is None:
        return False
    verb = passage.mentions[found].last
    while verb < end and passage.lower[verb] in grammar.pointing:
        verb += 1
    too = verb < end and passage.lower[verb] in grammar.adding
    return too and verb + 1 < end and passage.lower[verb + 1].startswith("me") and is_verb(passage, grammar, verb + 1)


def done_too(passage: Passage, grammar: Grammar, start: int, at: int, end: int) -> bool:
    """Whether a clause of what is or will be done stands behind a comma whose subject is another than those who are to
    act (`melapor, identitas pelapor dirahasiakan`, `melapor, petugas akan datang`); not in a list of what is to be
    done to things, nor behind a condition that opens the content."""
    if passage.lower[start] in grammar.conditional or passage.lower[start] in grammar.time_clause:
        return False
    if states_outcome(passage, grammar, at, end):
        return True
    first = next((k for k in range(start, at - 1) if is_verb(passage, grammar, k)), start)
    if is_passive(passage, grammar, first) or not _is_demanded(passage, grammar, start, start):
        return False
    if passage.sentence.words[at].upos != "NOUN" or is_verb(passage, grammar, at):
        return False
    for k in range(at + 1, min(end, at + MAX_BOUND)):
        if is_passive(passage, grammar, k):
            return passage.lower[k - 1] not in grammar.list_conjunction
        if passage.is_punctuation(k) or passage.lower[k] in grammar.relative | grammar.preposition | grammar.demand:
            return False
        if is_verb(passage, grammar, k) or passage.lower[k] in grammar.list_conjunction:
            return False
    return False


def else_comes(passage: Passage, grammar: Grammar, at: int, end: int) -> bool:
    """Whether a condition tells what will follow (`..., apabila melanggar akan disanksi`), or says no more than that it
    is not done (`..., kalau tidak rakyat sengsara`)."""
    if not grammar.planned.isdisjoint(passage.lower[at + 2 : end]):
        return True
    if at + 2 >= end or passage.lower[at + 1] not in grammar.negator:
        return False
    return passage.sentence.words[at + 2].upos in NOMINAL


def adds_to(passage: Passage, grammar: Grammar, start: int, at: int) -> bool:
    """Whether a contrast goes on with what is to be done: behind `tidak hanya` (`tidak hanya menindak, tetapi juga
    mencegah`) or, before a predicate, behind what is not to be done (`tidak panik, namun tetap waspada`, `tidak
    menembak, melainkan menangkap`), or before how else something is to be done (`tegas, namun tetap santun`)."""
    where = at + 1 if passage.lower[at] == "," else at
    if where + 1 < len(passage) and passage.lower[where] in grammar.much_less:
        return _even_less(passage, grammar, start, where)
    if where + 1 >= len(passage) or passage.lower[where] not in grammar.contrast:
        return False
    behind = passage.lower[where + 1]
    negated = next((k for k in range(start, at) if passage.lower[k] in grammar.negator), at)
    if negated == at:  # `bertindak tegas, namun tetap santun`, not `jangan takut, tapi tetap waspada`
        manner = (grammar.existence | grammar.additive).isdisjoint(passage.lower[where + 2 : where + 3])
        return behind in grammar.steadfast and manner and passage.lower[start - 1] not in grammar.prohibitive
    if behind in grammar.obligation:
        return False
    if passage.lower[negated + 1] in grammar.additive and passage.sentence.tags[where + 1] == "NOUN":
        return passage.sentence.tags[at - 1] in NOMINAL  # `bukan hanya visi, tapi program`
    return behind in grammar.adding or behind in grammar.content_adverb or is_verb(passage, grammar, where + 1)


def _even_less(passage: Passage, grammar: Grammar, start: int, at: int) -> bool:
    """Whether an active verb stands behind what adds to a prohibition (`jangan singgah, apalagi [sampai] menginap`)."""
    opening = passage.lower[max(0, start - 2) : at]
    if grammar.prohibitive.isdisjoint(opening) and grammar.negator.isdisjoint(opening):
        return False
    verb = at + 1 + (passage.lower[at + 1] in grammar.until)
    active = verb < len(passage) and passage.lower[verb].startswith(ACTIVE) and is_verb(passage, grammar, verb)
    return active and passage.lower[verb] not in grammar.content_end


def does_himself(passage: Passage, grammar: Grammar, at: int, end: int) -> bool:
    """Whether a pronoun of the third person and its active verb stand at a word: what who demands does himself
    (`... dan ia berjanji membantu`); or the first person behind `atau`: what he threatens (`... atau kami tangkap`)."""
    if at + 1 < end and passage.lower[at] in grammar.first_person and passage.lower[at - 1] in grammar.either:
        return is_verb(passage, grammar, at + 1)
    found = passage.agent_at(at)
    threatens = found is not None and passage.lower[at - 1] in grammar.either and passage.lower[at - 2] == ","
    if threatens and found is not None and (last := passage.mentions[found].last) < end:
        return passage.lower[last].startswith("me") and is_verb(
            passage, grammar, last
        )  # `..., atau polisi menjemputnya`
    if at + 1 >= end or passage.lower[at] not in grammar.third_person or passage.sentence.words[at].continues:
        return False
    verb = at + 1
    while verb < end and (passage.lower[verb] in grammar.pre_verb or passage.lower[verb] in grammar.adding):
        verb += 1
    active = verb < end and is_verb(passage, grammar, verb) and not is_passive(passage, grammar, verb)
    return active and passage.quotation[at] < 0


def judges_act(passage: Passage, grammar: Grammar, at: int, end: int) -> bool:
    """Whether a clause begins at a word whose subject is an act, of which it says what it will be (`..., memecatnya
    akan menjadi pilihan terbaik`)."""
    if not passage.lower[at].startswith("me") or not is_verb(passage, grammar, at):
        return False
    for k in range(at + 1, end - 1):
        if passage.is_punctuation(k) or passage.lower[k] in grammar.relative or passage.lower[k] in grammar.demand:
            return False
        if passage.lower[k] in grammar.planned and passage.lower[k + 1] in grammar.being:
            return True
    return False


def exempts(passage: Passage, grammar: Grammar, at: int, end: int) -> bool:
    """Whether a clause begins at a word whose subject has no head and which forbids (`..., yang sakit jangan
    datang`), or one that tells of what stands before the comma what happened or will happen to it (`..., yang sudah
    disiapkan`)."""
    if passage.lower[at] in grammar.to and passage.lower[at + 1 : at + 2] and passage.lower[at + 1] in grammar.relative:
        return not grammar.planned.isdisjoint(passage.lower[at + 2 : end])  # `..., bagi yang melanggar akan disanksi`
    if passage.lower[at] not in grammar.relative:
        return False
    if not grammar.already.isdisjoint(passage.lower[at + 1 : at + 2]):
        return True
    if not grammar.planned.isdisjoint(passage.lower[at + 1 : at + 4]):
        return True
    at = next((k for k in range(at + 2, end) if passage.lower[k] in grammar.prohibitive), end)
    begun = grammar.cues.forms.get(passage.lower[at], ()) if at < end else ()
    return any(form.voice is Voice.IMPERATIVE for form in begun)


def came_of_it(passage: Passage, grammar: Grammar, start: int, at: int) -> bool:
    """Whether a passive behind a conjunction tells what became of a demand (`meminta pergi tapi ditolak`)."""
    if passage.lower[at] in grammar.coordinator or passage.quotation[at] >= 0:
        return False
    if at + 1 >= len(passage) or not is_passive(passage, grammar, at + 1):
        return False
    verb = next((k for k in range(start, at) if is_verb(passage, grammar, k)), None)
    return verb is not None and not is_passive(passage, grammar, verb)


def bids_instead(passage: Passage, grammar: Grammar, start: int, at: int) -> bool:
    """Whether a conjunction behind what is forbidden begins what must be done instead (`jangan panik tapi harus
    waspada`)."""
    if at + 1 >= len(passage) or passage.lower[at + 1] not in grammar.obligation or not start:
        return False
    return passage.lower[start - 1] in grammar.prohibitive or passage.lower[max(0, start - 2)] in grammar.negator


def is_act(passage: Passage, grammar: Grammar, start: int, at: int) -> bool:
    """Whether a word that may open a reason is a predicate, as its auxiliary tells (`untuk mengingat jasa mereka`,
    `telah usai`), or opens the only reason for which something is forbidden (`jangan tolak pasien hanya karena ...`).
    """
    lone = passage.lower[at - 1] in grammar.only and passage.lower[at] in grammar.reason and at - 1 > start
    if lone and passage.lower[start - 1] in grammar.prohibitive:
        return True
    if passage.lower[at] in grammar.clause_opener:
        return False
    before = passage.lower[at - 1]
    return before in grammar.demand or before in grammar.already or before in grammar.planned


def leads_reason(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a word before a reason or result belongs to it (`terutama karena ...`, `hanya karena ...`); not what says
    how something is to be done (`dengan baik sehingga ...`)."""
    lower = passage.lower[at]
    joins = grammar.list_conjunction | grammar.only | grammar.copula | grammar.by | grammar.prohibitive
    if lower in joins:
        return True
    before = passage.lower[at - 1]
    return lower in grammar.restriction and before not in grammar.preposition and before not in grammar.relative


def form_of_address_end(passage: Passage, grammar: Grammar, at: int) -> int:
    """The end of a form of address with which a quotation ends behind a comma (`usut kasus ini, Pak Kapolri`); `at` if
    none begins there."""
    if passage.quotation[at] < 0 or passage.lower[at] not in grammar.form_of_address:
        return at
    end = at
    while end < len(passage):
        found = passage.addressable_at(end)
        if found is not None and passage.mentions[found].kind is not UNIT:
            end = passage.mentions[found].last
        elif passage.lower[end] in grammar.form_of_address:
            end += 1
        else:
            break
    closing = end
    while closing < len(passage) and passage.is_punctuation(closing) and not passage.is_mark(closing):
        closing += 1
    return end if closing >= len(passage) or passage.is_mark(closing) else at
