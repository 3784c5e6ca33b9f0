"""Who is called on where an imperative's marker has no subject: everybody, whoever wishes to, whoever it befalls."""

from __future__ import annotations

from kg.extract.bare import is_bare
from kg.extract.content_aside import bidden_otherwise
from kg.extract.contents import content_end
from kg.extract.cues import CueHit
from kg.extract.frames import Frame
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, is_passive, is_verb
from kg.extract.phrases import agents_in, starts_animate
from kg.extract.predicates import begins_predicate
from kg.extract.reported import says_behind
from kg.extract.subjects import subject_phrase
from kg.extract.vocatives import called
from kg.extract.wishes import if_wished
from kg.lexicon.cues import Voice
from kg.model import Reference
from kg.model.members import FORBID, NONE, PERMIT, REQUEST, URGE

MAX_EXEMPTED = 8  # words of a relative clause without a head
PAIR = 2  # words
MAX_WISH = 10  # words of what somebody wishes before the marker


def everybody_at(passage: Passage, grammar: Grammar, start: int, stop: int) -> int:
    """The end of a word for everybody before the verb of an appeal (`mari [kita] semua[nya] menahan diri`)."""
    at = start
    while at < stop and (
        passage.lower[at] in grammar.quantifier or (at > start and passage.sentence.words[at].continues)
    ):
        at += 1
    goes_on = start < at < stop and (begins_predicate(passage, grammar, at) or passage.lower[at] in grammar.demand)
    return at if goes_on else start


def on_condition(passage: Passage, grammar: Grammar, conjunction: int, floor: int) -> bool:
    """Whether nothing but a clause of condition or time stands before the conjunction of a demand (`ketika sakit, agar
    segera melapor`): it is no purpose then."""
    if conjunction - 1 <= floor or passage.lower[conjunction - 1] != ",":
        return False
    first = floor
    while first < conjunction and (
        passage.is_punctuation(first)
        or passage.lower[first] in grammar.clause_opener
        or passage.lower[first] in grammar.imperative_lead
    ):
        first += 1
    opens = passage.lower[first] in grammar.conditional or passage.lower[first] in grammar.time_clause
    return opens and "," not in passage.lower[first : conjunction - 1]


def reported(passage: Passage, grammar: Grammar, conjunction: int, floor: int) -> tuple[Reference, ...]:
    """Whom a report names between a verb of speech, with its comma or without, and the conjunction of a demand
    (`Kapolres menambahkan, warga yang menonton agar naik angkutan umum`), or at the start of what somebody is said to
    have said behind it (`Petugas agar memeriksa surat tugas, tegas Dandim`)."""
    if passage.sentence.is_title or passage.quotation[conjunction] >= 0:
        return ()
    opens = (",", *grammar.claim_opener)
    comma = next((k for k in range(conjunction - 2, floor, -1) if passage.lower[k] in opens), floor)
    said = comma if comma > floor and passage.lower[comma - 1] in grammar.speech else floor
    if said == floor:
        verbs = (k for k in range(conjunction - 2, floor, -1) if passage.lower[k] in grammar.speech)
        said = next((k for k in verbs if is_verb(passage, grammar, k) and passage.lower[k].startswith("me")), floor)
        if any(len(form.words) == 1 for form in grammar.cues.forms.get(passage.lower[said], ())):
            return ()  # a cue of its own: `bertugas mengingatkan warga agar ...`
    if said > floor:
        found = called(passage, grammar, conjunction, said + 1)
        return () if found is None else found[0]
    tag = says_behind(passage, grammar, conjunction + 2)
    found = called(passage, grammar, conjunction, floor) if tag is not None else None
    whole = tag is not None and content_end(passage, grammar, conjunction + 1) == tag
    return found[0] if found is not None and found[1] == floor and whole else ()


def wished(passage: Passage, grammar: Grammar, hit: CueHit, floor: int, stop: int) -> Frame | None:
    """What whoever wishes to do it is told to go on and do: `silakan yang mau mudik`, `yang mau mudik silakan`.

    The relative clause without a head is the addressee, its verb what is permitted. What a marker of appeal calls on
    all to do may stand before it, too (`kita jaga yuk kampung ini`).
    """
    verb = hit.first - 1
    if hit.form.cue.force is URGE and verb >= floor and passage.lower[verb] in grammar.bare_verb:
        ours = verb > floor and passage.lower[verb - 1] in grammar.first_person
        end = content_end(passage, grammar, verb)
        return Frame((), verb, end, "marker", clausal=True, demand=True) if ours and end > hit.last else None
    if hit.form.cue.force is not PERMIT:
        return None
    supposed = if_wished(passage, grammar, hit, floor, stop)
    if supposed is not None:
        return supposed
    relative, end = hit.last, stop
    if relative < stop and (passage.lower[relative] in grammar.to or passage.lower[relative] in grammar.everyone):
        relative += 1
    if relative < stop and passage.lower[relative] in grammar.relative:
        end = content_end(passage, grammar, relative)
        end = next((k for k in range(relative, end) if _permits(passage, grammar, k)), end)
    elif hit.last >= stop:
        end = hit.first
        while end > floor and (passage.lower[end - 1] in grammar.particle or passage.lower[end - 1] == ","):
            end -= 1
        first = max(floor, end - MAX_WISH)
        relative = next((k for k in range(first, end) if passage.lower[k] in grammar.relative), end)
        opens = relative == floor or passage.is_punctuation(relative - 1) or passage.lower[relative - 1] in grammar.to
        if not opens:
            return None
    else:
        return None
    verb = relative + 1
    while verb < end and passage.lower[verb] in grammar.irrealis:
        verb += 1
    if verb in (relative + 1, end) or not any(is_verb(passage, grammar, k) for k in range(verb, min(end, verb + 2))):
        return None
    who = Reference(NONE, passage.span(relative, end), None, passage.sentence.index)
    return Frame((who,), verb, end, "wish", clausal=True, demand=True)


def _permits(passage: Passage, grammar: Grammar, at: int) -> bool:
    forms = grammar.cues.forms.get(passage.lower[at], ())
    return any(form.voice is Voice.IMPERATIVE and form.cue.force is PERMIT for form in forms)


def exempted(passage: Passage, grammar: Grammar, at: int, floor: int) -> tuple[Reference, ...]:
    """Who is named before an imperative by nothing but what holds of him, behind a comma (`..., yang sakit jangan
    datang`)."""
    first = at
    while first > floor and not passage.is_punctuation(first - 1):
        first -= 1
    if first == floor or at - first > MAX_EXEMPTED or passage.lower[first] not in grammar.relative or at - first < PAIR:
        return ()
    return (Reference(NONE, passage.span(first, at), None, passage.sentence.index),)


def who_comes(passage: Passage, grammar: Grammar, at: int, floor: int) -> tuple[Reference, ...]:
    """Whom a condition supposes to be there before an imperative, if something befalls them or they learn of it
    (`kalau ada warga yang dirugikan, laporkan`); not whom one is to report (`kalau ada orang yang merusak, ...`)."""
    opener = next((k for k in range(at - 1, floor - 1, -1) if passage.lower[k] in grammar.conditional), None)
    if opener is None:
        return ()
    first = opener + 1
    while first < at and passage.lower[first] in grammar.pre_verb:
        first += 1
    if first >= at or passage.lower[first] not in grammar.existence or not starts_animate(passage, grammar, first + 1):
        return ()
    relative = next((k for k in range(first + 2, at) if passage.lower[k] in grammar.relative), at)
    verb = relative + 1
    while verb < at and passage.lower[verb] in grammar.pre_verb:
        verb += 1
    if verb >= at or passage.lower[verb] not in grammar.witness:
        return ()
    return agents_in(passage, grammar, first + 1, at)


def before_imperative(passage: Passage, grammar: Grammar, start: int, end: int) -> int:
    """Where a prohibition ends before what is bidden instead: an imperative behind a comma (`jangan ragu, laporkan
    ...`) or behind an adverb of haste (`jangan diam segera lapor`), or a modal (`jangan berhenti harus diusut ...`);
    neither a comma nor a conjunction is left at its end."""
    end = bidden_otherwise(passage, grammar, start, _bidden_instead(passage, grammar, start, end))
    while end - 1 > start and (passage.lower[end - 1] == "," or passage.lower[end - 1] in grammar.list_conjunction):
        end -= 1
    return end


def _past_haste(passage: Passage, grammar: Grammar, at: int, end: int) -> int:
    while at + 1 < end and (passage.lower[at] in grammar.urgency or passage.lower[at] in grammar.post_cue):
        at += 1
    return at


def _bidden_instead(passage: Passage, grammar: Grammar, start: int, end: int) -> int:
    predicate = False  # whether a verb stands before `at`
    for at in range(start + 1, end - 1):
        lower, following = passage.lower[at], passage.lower[at + 1]
        predicate = predicate or is_verb(passage, grammar, at - 1)
        goes = following in grammar.intransitive and passage.lower[at + 2] in grammar.to if at + 2 < end else False
        if lower == "," and (goes or is_bare(passage, grammar, _past_haste(passage, grammar, at + 1, end))):
            return at  # `jangan duduk saja, [langsung saja] turun ke lapangan`
        feared = passage.lower[start] in grammar.hesitation or _is_state(passage, start)
        feared = feared and lower in grammar.list_conjunction and following in grammar.bare_verb
        if feared and is_bare(passage, grammar, at + 1):
            return at  # `jangan takut dan laporkan ...`, `jangan terprovokasi dan jaga kerukunan`
        before = passage.lower[at - 1]
        joined = before in grammar.relative or before in grammar.clause_opener or before in grammar.verb_coordinator
        if joined or not predicate:
            continue
        if lower in grammar.urgency and following in grammar.bare_verb:
            return at
        if lower in grammar.must and is_passive(passage, grammar, at + 1):
            return at
    return end


def _is_state(passage: Passage, at: int) -> bool:
    """Whether a word tells of a state or of what befalls somebody: no act that goes on with another bare verb."""
    return passage.sentence.tags[at] == "ADJ" or passage.lower[at].startswith("ter")


def has_subject_behind(passage: Passage, verb: int, end: int) -> bool:
    """Whether a passive has its subject behind it, a noun with -nya: who stands before it is called on, not affected
    (`Bupati agar dibantu percepatannya`)."""
    noun = verb + 1
    return noun + 1 < end and passage.sentence.words[noun].upos == "NOUN" and passage.lower[noun + 1] == "nya"


def _thing_behind(passage: Passage, grammar: Grammar, verb: int) -> bool:
    """Whether a thing stands behind a passive, over adverbs: its subject, as nothing but people can be its agent."""
    at = verb + 1
    while at < len(passage) and passage.sentence.tags[at] == "ADV" and passage.mention[at] < 0:
        at += 1
    noun = at < len(passage) and passage.sentence.tags[at] == "NOUN" and passage.mention[at] < 0
    return noun and not starts_animate(passage, grammar, at) and passage.lower[at] not in grammar.time


def joins_in(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a word between an appeal and its verb only joins the speaker in (`mari kita jaga`, `mari bersama
    menjaga`)."""
    together = passage.lower[at] in grammar.companion and at + 1 < len(passage) and is_verb(passage, grammar, at + 1)
    return together or passage.lower[at] in grammar.first_person


def begs_pardon(passage: Passage, grammar: Grammar, hit: CueHit, start: int) -> bool:
    """`mohon dibukakan pintu maaf`."""
    near = passage.lower[start : start + 3]
    return hit.form.cue.force is REQUEST and any(word in grammar.pardon for word in near)


def done_to(passage: Passage, grammar: Grammar, hit: CueHit, floor: int, start: int) -> int:
    """Where the demand of a marker before a passive begins: at the passive's subject, to which it is to be done
    (`kelengkapan surat mohon dicek`, UD nsubj:pass), or at the passive's verb `start` if it has none or if those before
    the marker are spoken to (`kepada dinas mohon ditindaklanjuti`). What is not to be done to somebody (`korban jangan
    dihakimi`) needs a subject without a comma, who is not told not to be misled (`warga jangan ditipu`), no thing
    behind the passive being its subject."""
    marker = hit.first
    behind = has_subject_behind(passage, start, len(passage))
    misled = passage.lower[start] in grammar.misled
    if hit.form.cue.force is FORBID and (passage.lower[marker - 1] == "," or misled or behind):
        return start
    first, last = subject_phrase(passage, grammar, marker, floor)
    told_so = behind or _thing_behind(passage, grammar, start) or passage.lower[marker - 1] == ","
    if told_so and first < last and starts_animate(passage, grammar, first):
        return start  # `orang tua tolong dikontrol anaknya`, `Pak Camat tolong dicatat usul itu`
    if not grammar.conditional.isdisjoint(passage.lower[first:last]):
        return start  # `kalau ada paket mencurigakan jangan dibuka`
    relative = next((k for k in range(floor, marker) if passage.lower[k] in grammar.relative), None)
    if relative is not None:  # `barang bukti yang disita tolong disimpan`
        leads = (k for k in range(floor, relative) if passage.lower[k] not in grammar.imperative_lead)
        first, last = next((k for k in leads if not passage.is_punctuation(k)), relative), relative
    before = passage.lower[first - 1] if first > floor else ""
    told = before in grammar.to_person or before in grammar.preposition or before in grammar.conditional
    spoken_to = grammar.second_person | grammar.first_person | grammar.imperative_lead | grammar.preposition
    spoken_to |= grammar.already | grammar.pre_verb
    if first >= last or told or passage.lower[first] in spoken_to:
        return start
    return start if any(is_verb(passage, grammar, k) for k in range(first, last)) else first
