"""What is to be done: where the content of a directive ends, and the parts that qualify it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import or_

from kg.extract.content_aside import happened_before, said_aside
from kg.extract.content_beyond import (
    asks_back,
    closes_before,
    disbelieves,
    fronted,
    new_subject,
    opens_sentence,
    other_sentence,
    others_act,
    states_aside,
    threatens,
    until_now,
)
from kg.extract.content_clauses import runs_on
from kg.extract.content_joined import holds_on, joins_another, turns
from kg.extract.content_parts import object_of, purpose_of, qualifier
from kg.extract.content_sequels import (
    adds_to,
    done_too,
    else_comes,
    exempts,
    forbids_too,
    form_of_address_end,
    judges_act,
    leads_reason,
    must_too,
)
from kg.extract.content_telling import (
    attributes,
    quoted_before,
    remarks_behind,
    sets_against,
    since_then,
    stresses,
    tells_how,
)
from kg.extract.grammar import Grammar
from kg.extract.kinds import AUTHORITY, CONDITIONAL, ENDS_CONTENT, PERIOD, PURPOSE, PURPOSE_LEAD
from kg.extract.passage import Passage, clause_end, is_passive, is_verb
from kg.extract.untrue import untrue_from
from kg.lexicon.cues import Voice
from kg.model import Polarity, Span
from kg.model.making import maker, quickly_made
from kg.model.members import DO, DONT, URGE

NEXT = (Voice.BARE, Voice.PASSIVE)
MAX_ACT = 12  # words of an act before what is said of it
MAX_LEAD = 4  # words: `..., tentu ini akan kami evaluasi`


@quickly_made
@dataclass(frozen=True, slots=True)
class Content:
    """The content's span and the spans that qualify it; `action` is the lemma of the main verb, `object` its object."""

    span: Span
    polarity: Polarity
    action: str = ""
    object: str = ""
    condition: Span | None = None
    purpose: Span | None = None
    period: Span | None = None
    authority: Span | None = None


new_content = maker(Content)


def content_end(passage: Passage, grammar: Grammar, start: int) -> int:
    """The end (half-open) of the content that begins at word `start`.

    Outside it stay an attribution behind a comma (`, kata ...`), a reason (`karena ...`) and a result (`sehingga ...`).
    """
    end = clause_end(passage, start)
    at = start + 1
    while at < end:
        if not passage.kinds[at] & ENDS_CONTENT:
            at += 1
            continue
        lower = passage.lower[at]
        if adds_to(passage, grammar, start, at):
            at += 2
            continue  # `tidak hanya menindak, tetapi juga mencegah`
        if (lower in grammar.content_end and not holds_on(passage, grammar, start, at)) or (
            lower in grammar.sentence_opener and opens_sentence(passage, at)
        ):
            break
        if tells_how(passage, grammar, at, end) or other_sentence(passage, grammar, at, end):
            break
        if lower in grammar.particle and at + 1 < end and passage.lower[at + 1] in (",", "."):
            break
        if lower in grammar.planned and threatens(passage, grammar, at, end):
            at = next((k for k in range(at - 1, max(start, at - MAX_LEAD), -1) if passage.lower[k] == ","), at)
            while at > start + 1 and passage.sentence.words[at - 1].upos == "ADV":
                at -= 1  # `pasti akan kami tindak`
            break
        if lower in grammar.truth or lower in grammar.untruth:
            untrue = untrue_from(passage, grammar, start, at)
            if untrue is not None:
                at = untrue  # `kabar Kapolri memerintahkan penutupan masjid tidak benar`
                break
        if (lower == ")" and closes_before(passage, start, at)) or (
            lower == ";" and (passage.sentence.is_title or passage.title_case)
        ):
            break
        if lower in grammar.clause_opener and lower in grammar.new_clause and turns(passage, grammar, start, at):
            break
        if lower in grammar.list_conjunction and joins_another(passage, grammar, start, at + 1, end):
            break
        if passage.is_mark(at) and quoted_before(passage, grammar, start, at):
            break
        forbids = lower in grammar.prohibitive and forbids_too(passage, grammar, start, at)
        if forbids or happened_before(passage, grammar, at, end) or runs_on(passage, grammar, start, at, end):
            break
        if lower in grammar.colon and passage.sentence.is_title and at + 1 < end:
            whole = any(is_verb(passage, grammar, k) for k in range(start, at))  # `Minta MK Tolak Gugatan: Ganggu ...`
            if whole or _bids(passage, grammar, at + 1):
                break
        parted = lower in (",", ";") and at + 1 < end and not fronted(passage, grammar, start, at)
        if parted and (
            _leaves_content(passage, grammar, at + 1, end)
            or must_too(passage, grammar, start, at + 1, end)
            or others_act(passage, grammar, start, at + 1, end)
            or done_too(passage, grammar, start, at + 1, end)
            or states_aside(passage, grammar, at + 1, end)
            or said_aside(passage, grammar, start, at + 1, end)
        ):
            break
        at += 1
    ending = grammar.content_end | grammar.afterwards  # `..., terutama karena ...`, `..., terlebih setelah ...`
    reasoned = at < end and passage.lower[at] in ending
    while at > start + 1 and (
        (passage.is_punctuation(at - 1) and passage.lower[at - 1] != ")")
        or (reasoned and leads_reason(passage, grammar, at - 1))
    ):
        at -= 1
    return at


def _bids(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether an imperative's marker stands behind the colon of a headline (`Minta Warga Tenang: Jangan Panik`)."""
    return any(form.voice is Voice.IMPERATIVE for form in grammar.cues.forms.get(passage.lower[at], ()))


def _leaves_content(passage: Passage, grammar: Grammar, at: int, end: int) -> bool:
    """Whether what follows a comma is no part of the content: an attribution, a reason, a purpose, another clause."""
    lower = passage.lower[at]
    if lower in grammar.list_conjunction and at + 1 < end:
        following = passage.lower[at + 1]
        other = following in grammar.determiner or following in grammar.third_person
        return other or following in grammar.conditional  # `..., dan jika benar, ...`
    if lower in grammar.speech or lower in grammar.content_end or lower in grammar.verb_object_conjunction:
        return True
    if any(form.voice is Voice.IMPERATIVE and form.cue.force is URGE for form in grammar.cues.forms.get(lower, ())):
        return True  # `..., ayo pulang`: another appeal
    if lower in grammar.purpose or attributes(passage, grammar, at) or since_then(passage, grammar, at, end):
        return True
    if remarks_behind(passage, grammar, at, end):
        return True
    if lower in grammar.relative and "," not in passage.lower[at:end]:
        return True  # `memanfaatkan layanan 110, yang gratis`: told besides
    if lower in grammar.demand and at + 1 < end and passage.lower[at + 1] in grammar.pointing:
        return True  # `..., untuk itu anggaran ditambah`
    if lower in grammar.in_role and at + 1 < end and passage.lower[at + 1] in grammar.token:
        return True  # `..., sebagai bentuk kepedulian`: what the demand stands for
    stressed = stresses(passage, grammar, at, end) or sets_against(passage, grammar, at, end)
    if (lower in grammar.new_clause and not stressed) or lower in grammar.possibility or lower in grammar.already:
        return True  # `..., bisa lewat jalan lain`: what is possible is not demanded
    calls = form_of_address_end(passage, grammar, at) > at or disbelieves(passage, grammar, at, end)
    calls = calls or until_now(passage, grammar, at, end)
    if calls or judges_act(passage, grammar, at, end) or exempts(passage, grammar, at, end):
        return True
    if passage.title_case and any(
        form.voice in NEXT and len(form.words) == 1 for form in grammar.cues.forms.get(lower, ())
    ):
        return True  # `Imbau Pemudik Istirahat, Minta Rest Area ...`: the headline's next cue
    if passage.sentence.is_title and (lower in grammar.aftermath or new_subject(passage, at, end)):
        return True  # `..., Buntut Kericuhan`, `Periksa Kesehatan, Biayanya Gratis`
    if passage.split[at] and lower + passage.lower[at + 1] in grammar.first_person:
        return True  # `..., pihaknya siap membantu`
    if asks_back(passage, grammar, at, end) or until_now(passage, grammar, at, end):
        return True
    if lower in grammar.conditional:
        return "," in passage.lower[at:end] or else_comes(passage, grammar, at, end)
    if passage.addressable_at(at) is not None:
        last = passage.mentions[passage.mention[at]].last
        verb = last
        if passage.sentence.is_title and last < end and passage.lower[last] in grammar.colon:
            return True  # `Diminta Mundur, Bupati: ...`: who speaks next
        headline = passage.sentence.is_title or passage.title_case
        if headline and last < end and is_verb(passage, grammar, last):
            return True  # `Minta Hakim Batalkan Putusan, Bupati Ajukan Banding`
        while verb < end and (passage.lower[verb] in grammar.pre_verb or passage.addressable_at(verb) is not None):
            verb += 1
        if verb < end and passage.lower[verb] in grammar.speech:
            return True  # `..., Bupati justru menyebut ...`: another clause
        return last < end and passage.lower[last] in grammar.irrealis and passage.lower[last] not in grammar.demand
    return False


def describe(passage: Passage, grammar: Grammar, start: int, end: int, forbids: bool = False) -> Content:
    """The content `[start, end)` with its polarity, main action and object, condition, purpose, period and
    authority."""
    met = reduce(or_, passage.kinds[start:end], 0)
    condition = qualifier(passage, CONDITIONAL, start, end) if met & CONDITIONAL else None
    purpose = qualifier(passage, PURPOSE, start + 1, end) if met & PURPOSE else None
    if purpose is None and met & PURPOSE_LEAD:
        purpose = purpose_of(passage, grammar, start + 1, end)
    period = qualifier(passage, PERIOD, start + 1, end) if met & PERIOD else None
    authority = qualifier(passage, AUTHORITY, start + 1, end) if met & AUTHORITY else None
    done = _behind_condition(passage, grammar, start, end)
    verb = _main_verb(passage, grammar, done, end)
    negated = forbids or _negated(passage, grammar, done, end if verb is None else verb)
    negated = negated or _act_not_done(passage, grammar, start, end)
    action = passage.sentence.words[verb].lemma if verb is not None else ""
    obj = "" if verb is None else object_of(passage, grammar, verb + 1, end)
    return new_content(
        passage.span(start, end),
        DONT if negated else DO,
        action,
        obj,
        condition,
        purpose,
        period,
        authority,
    )


def _behind_condition(passage: Passage, grammar: Grammar, start: int, end: int) -> int:
    """Where what is to be done begins behind a condition and its comma (`kalau hujan, jangan berteduh`)."""
    if passage.lower[start] not in grammar.conditional:
        return start
    comma = next((k for k in range(start + 1, end - 1) if passage.lower[k] == ","), start - 1)
    return comma + 1


def _main_verb(passage: Passage, grammar: Grammar, start: int, end: int) -> int | None:
    """The first verb outside a relative clause and a prepositional phrase (`dalam menjalankan ibadah`)."""
    relative = False
    for at in range(start, end):
        lower = passage.lower[at]
        if lower in grammar.relative:
            relative = True
        elif lower == ",":
            relative = False
        elif is_verb(passage, grammar, at):
            before = passage.lower[at - 1] if at > start else ""
            if not relative and (before not in grammar.preposition or before in grammar.demand):
                return at
            relative = False
    return None


def _negated(passage: Passage, grammar: Grammar, start: int, stop: int) -> bool:
    """Whether a negation or prohibitive stands before the main verb, outside a relative clause; behind its predicate
    before a passive (`perkara yang membuat resah tak diteruskan`)."""
    relative = told = False
    for at in range(start, stop):
        lower = passage.lower[at]
        if lower in grammar.relative:
            relative, told = True, False
        elif relative and (is_verb(passage, grammar, at) or passage.sentence.words[at].upos == "ADJ"):
            told = True
        elif lower == ",":
            if passage.lower[start] in grammar.content_adverb or passage.sentence.words[start].upos == "ADJ":
                return False  # `harus lebih elegan, tidak lagi ...`: what comes first counts
            relative = False
        elif at > start and (lower in grammar.verb_object_conjunction or lower in grammar.list_conjunction):
            predicate = passage.lower[start] in grammar.content_adverb or is_verb(passage, grammar, start)
            subject = passage.sentence.words[start].upos in ("NOUN", "PROPN", "DET") and not predicate
            if not subject or lower in grammar.verb_object_conjunction:
                return False
        elif (not relative or (told and at + 1 < len(passage) and is_passive(passage, grammar, at + 1))) and (
            lower in grammar.negator or lower in grammar.prohibitive
        ):
            behind = passage.lower[at + 1 : at + 3]
            twice = len(behind) > 1 and behind[0] in grammar.irrealis and behind[1] in grammar.negator
            return not twice and grammar.additive.isdisjoint(behind[:1])  # `tidak boleh tidak ...`, `tak hanya ...`
    return False


def _act_not_done(passage: Passage, grammar: Grammar, start: int, end: int) -> bool:
    """Whether the content's verb phrase is itself the subject of a negated passive (`mematikan lampu ini tidak
    dilakukan`): a determiner ends it."""
    if not is_verb(passage, grammar, start) or is_passive(passage, grammar, start):
        return False
    for at in range(start + 1, min(end - 2, start + MAX_ACT)):
        if passage.lower[at] in grammar.pointing:
            return passage.lower[at + 1] in grammar.negator and is_passive(passage, grammar, at + 2)
    return False
