"""The subject of a passive cue: the noun phrase of who is addressed (UD nsubj:pass)."""

from __future__ import annotations

from kg.extract.clause_agents import before_attribution
from kg.extract.extents import nominal_clause, restricts
from kg.extract.grammar import Grammar
from kg.extract.headline_clauses import past_first_clause, past_other_clause
from kg.extract.passage import Passage, clause_start, compounds, is_verb, says_that
from kg.extract.phrases import starts_animate
from kg.extract.predicates import begins_predicate, passive_predicate
from kg.extract.subjects_whole import whole_subject

NOMINAL = ("NOUN", "PROPN", "PRON", "DET", "NUM")


def subject_phrase(passage: Passage, grammar: Grammar, cue: int, floor: int) -> tuple[int, int]:
    """The words of the noun phrase before a passive cue, adverbs left out; an empty range if there is none.

    It begins behind the last comma, conjunction, speech verb or preposition; `kepada X dilarang` counts as X.
    """
    first, last = _phrase(passage, grammar, cue, floor)
    if passage.title_case:
        first = past_first_clause(passage, grammar, first, last)
    whole = whole_subject(passage, grammar, cue, floor)
    if whole is not None and (whole[0] < first or first == last):
        return past_other_clause(passage, grammar, *whole), whole[1]
    first = past_other_clause(passage, grammar, first, last)
    if last == cue and (first == last or not is_animate_phrase(passage, grammar, first, last)):
        return _behind_circumstance(passage, grammar, cue, floor) or (first, last)
    return first, last


def _phrase(passage: Passage, grammar: Grammar, cue: int, floor: int) -> tuple[int, int]:
    last = cue
    while last > floor and (
        (passage.lower[last - 1] in grammar.pre_verb and passage.mention[last - 1] < 0)
        or passage.lower[last - 1] in grammar.irrealis
        or passage.lower[last - 1] in grammar.negator
        or passage.lower[last - 1] == ","
    ):
        last -= 1
        if passage.lower[last] == ",":
            last = min(last, before_attribution(passage, grammar, last, floor) + 1)
    if last > floor and passage.lower[last - 1] == ")":
        opening = last - 1
        while opening > floor and passage.lower[opening] != "(":
            opening -= 1
        last = opening
    first = last
    while first > floor:
        before = passage.lower[first - 1]
        if before in grammar.relative and first < last and nominal_clause(passage, grammar, first - 1):
            first -= 1  # `yang bersangkutan`
            continue
        if before in grammar.relative and any(is_verb(passage, grammar, k) for k in range(first, last)):
            first -= 1  # `anggota yang berjaga diperintahkan`: the relative clause is the subject's own
            continue
        if before in grammar.pre_verb and (yang := _negated_relative(passage, grammar, first - 1, last, floor)) >= 0:
            first = yang  # `kendaraan yang tidak laik dilarang masuk`
            continue
        if before == "," and first < last and _restricted(passage, grammar, first):
            first -= 1  # `para pemuda, termasuk mahasiswa baru harus ...`
            continue
        if passage.mention[first - 1] < 0 and _bounds_subject(passage, grammar, first - 1, first):
            described = _described(passage, grammar, first - 1, floor)
            if described is None:
                break
            first = described
            continue
        first -= 1
    while first < last and passage.sentence.words[first].continues:
        first += 1
    first = _past_adverbial(passage, grammar, first, last, floor)
    if first < last and passage.lower[first] in grammar.preposition and passage.mention[first] < 0:
        # `selain masyarakat, Panwaslu juga diminta`: the subject is behind the comma
        comma = next((k for k in range(first, last) if passage.lower[k] == ","), None)
        if comma is not None:
            first = comma + 1
        elif (behind := _past_occasion(passage, grammar, first + 1, last, floor)) > first + 1:
            first = behind
        elif not any(is_verb(passage, grammar, k) for k in range(first, last)):
            return last, last  # `melalui rapat ini diharapkan ...`: no subject stands there
    timed = first < last and passage.lower[first] in grammar.time and passage.mention[first] < 0
    if timed and "," in passage.lower[last:cue]:
        return last, last  # `bagi warga yang melaut pada malam hari, diminta ...`: when, not who
    parted = last < cue and passage.lower[last] == "," and passage.addressable_at(last - 1) is None
    if parted:
        first = next((k for k in range(floor, last) if not passage.is_punctuation(k)), last)
        whole = first < last and starts_animate(passage, grammar, first)
        if not whole or any(is_verb(passage, grammar, k) or passage.lower[k] == "," for k in range(first, last)):
            return last, last  # `oleh karenanya, ditekankan ...`: what stands before a comma is no subject
    while (
        first < last
        and (passage.lower[first] in grammar.pre_verb or passage.is_punctuation(first))
        and passage.mention[first] < 0
    ):
        first += 1
    return _past_time(passage, grammar, _past_occasion(passage, grammar, first, last, floor), last), last


def _past_adverbial(passage: Passage, grammar: Grammar, first: int, last: int, floor: int) -> int:
    """Behind the comma of an adverbial that opens the clause and ends in somebody (`berdasarkan hasil uji dan laporan
    petugas, warga diharapkan ...`); `first` if a list goes on behind it, or whom it names is told."""
    opens = next((k for k in range(floor, first) if not passage.is_punctuation(k)), first)
    if opens == first or passage.lower[opens] not in grammar.preposition or passage.lower[opens] in grammar.to:
        return first
    commas = [k for k in range(opens, last) if passage.lower[k] == ","]
    if not commas or commas[-1] < first or not starts_animate(passage, grammar, commas[-1] + 1):
        return first
    closed = len(commas) == 1 or not grammar.list_conjunction.isdisjoint(passage.lower[commas[-2] : commas[-1]])
    goes_on = not grammar.list_conjunction.isdisjoint(passage.lower[commas[-1] : last])
    return commas[-1] + 1 if closed and not goes_on else first


def _negated_relative(passage: Passage, grammar: Grammar, at: int, last: int, floor: int) -> int:
    """The relative word of the clause whose predicate begins with the negation or adverb at a word; -1 if there is
    none."""
    first = at
    while first > floor and passage.lower[first] in grammar.pre_verb and passage.mention[first] < 0:
        first -= 1
    if first <= floor or passage.lower[first] not in grammar.relative:
        return -1
    tells = any(passage.sentence.tags[k] in ("VERB", "ADJ") for k in range(at + 1, last))
    return first if tells else -1


def _restricted(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether what begins at a word behind a comma only tells who of the people before it is meant too."""
    qualifies = passage.lower[at] in grammar.apposition or restricts(passage, grammar, at)
    return qualifies and passage.addressable_at(at - 2) is not None


def _past_occasion(passage: Passage, grammar: Grammar, first: int, last: int, floor: int) -> int:
    """Behind a prepositional phrase with a demonstrative before somebody (`pada kesempatan itu warga diminta ...`)."""
    if first <= floor or passage.lower[first - 1] not in grammar.preposition or starts_animate(passage, grammar, first):
        return first
    behind = (k + 1 for k in range(first, last - 1) if passage.lower[k] in grammar.pointing)
    return next((at for at in behind if starts_animate(passage, grammar, at)), first)


def past_pointed(passage: Passage, grammar: Grammar, first: int, last: int, floor: int) -> int:
    """Behind a prepositional phrase with a demonstrative before a thing (`pada rapat itu anggaran diminta ...`)."""
    if first <= floor or passage.lower[first - 1] not in grammar.locative_of_time:
        return first
    return next((k + 1 for k in range(first, last - 1) if passage.lower[k] in grammar.pointing), first)


def _behind_circumstance(passage: Passage, grammar: Grammar, cue: int, floor: int) -> tuple[int, int] | None:
    """Who stands right before a passive cue that an active predicate follows, behind a time or an occasion that no
    comma parts from him (`pada masa tenang warga diminta menjaga ...`); `None` if no such phrase opens the clause."""
    opens = cue
    while opens > floor and not passage.is_punctuation(opens - 1) and passage.lower[opens - 1] not in grammar.speech:
        opens -= 1
    lower = passage.lower[opens]
    timed = lower in grammar.time_clause or lower in grammar.period or lower in grammar.locative_of_time
    if not timed or passage.addressable_at(cue - 1) is None or passage.lower[cue - 1] in grammar.victim:
        return None
    first = passage.mentions[passage.mention[cue - 1]].first
    joined = first - 2 > opens and passage.lower[first - 1] in grammar.list_conjunction
    if joined and passage.addressable_at(first - 2) is not None:
        first = passage.mentions[passage.mention[first - 2]].first
    before = passage.lower[first - 1]
    if (
        first <= opens + 1
        or before in grammar.preposition
        or before in grammar.relative
        or before in grammar.coordinator
    ):
        return None
    behind = cue + 1
    while behind < len(passage) and passage.lower[behind] in grammar.demand:
        behind += 1
    acts = behind < len(passage) and begins_predicate(passage, grammar, behind)
    return (first, cue) if acts and not passive_predicate(passage, grammar, behind, len(passage)) else None


def _past_time(passage: Passage, grammar: Grammar, first: int, last: int) -> int:
    """Behind a time that opens the clause before somebody (`setiap Senin dan Kamis tersangka kami wajibkan ...`)."""
    at = first + 1 if first < last and passage.lower[first] in grammar.quantifier else first
    end = at
    while end < last and (
        passage.lower[end] in grammar.time or (end > at and passage.lower[end] in grammar.coordinator)
    ):
        end += 1
    return end if at < end < last and starts_animate(passage, grammar, end) else first


def _described(passage: Passage, grammar: Grammar, conjunction: int, floor: int) -> int | None:
    """The head of the relative clause that a conjunction is inside of (`pekerja yang tinggal di desa dan kota itu`)."""
    if passage.lower[conjunction] not in grammar.list_conjunction:
        return None
    for k in range(conjunction - 1, floor, -1):
        if passage.is_punctuation(k) or passage.lower[k] in grammar.clause_opener:
            return None
        if passage.lower[k] in grammar.relative:
            return k - 1 if passage.addressable_at(k - 1) is not None else None
    return None


def _bounds_subject(passage: Passage, grammar: Grammar, at: int, first: int) -> bool:
    """Whether the word at `at` ends what may belong to the noun phrase that begins at `first`."""
    lower = passage.lower[at]
    if lower == "," and _attributes(passage, grammar, at):
        return True  # `kata Kapolres, warga diminta ...`
    if lower.startswith("me") and is_verb(passage, grammar, at) and _is_main(passage, grammar, at):
        return True  # `MK memutuskan polisi dilarang ...`
    if lower == "," or lower in grammar.list_conjunction:
        return not _in_list(passage, grammar, at, first)
    return (
        lower in grammar.clause_opener
        or says_that(passage, grammar, at)
        or lower in grammar.relative
        or lower in grammar.to
        or lower in grammar.speech
        or lower in grammar.deciding
        or (lower in grammar.pre_verb and not compounds(passage, grammar, at))
        or (passage.is_punctuation(at) and lower not in grammar.list_conjunction)
    )


def _is_main(passage: Passage, grammar: Grammar, verb: int) -> bool:
    """Whether a verb stands in no relative clause and a noun behind it: somebody does it right before."""
    if passage.lower[verb] in grammar.own_experience or passage.sentence.tags[verb + 1] not in NOMINAL:
        return False
    at = verb - 1
    while at > 0 and passage.lower[at] in grammar.pre_verb:
        at -= 1
    if passage.agent_at(at) is None:
        return False
    opens = range(clause_start(passage, at), passage.mentions[passage.mention[at]].first)
    return all(passage.is_punctuation(k) or passage.lower[k] in grammar.imperative_lead for k in opens)


def _attributes(passage: Passage, grammar: Grammar, comma: int) -> bool:
    """Whether nothing but a bare verb of speech or `menurut` and who speaks stand before a comma."""
    at = comma - 1
    while at > 0 and passage.agent_at(at) is not None:
        at = passage.mentions[passage.mention[at]].first - 1
    said = at < comma - 1 and passage.lower[at] in grammar.speech
    return said and (passage.lower[at] in grammar.preposition or not passage.lower[at].startswith("me"))


def _in_list(passage: Passage, grammar: Grammar, at: int, first: int) -> bool:
    """Whether a comma or conjunction parts members of a list of people (`para pimpinan, kasatwil, dan perwira`)."""
    before = at - 1
    while before > 0 and (passage.lower[before] == "," or passage.lower[before] in grammar.list_conjunction):
        before -= 1
    if passage.addressable_at(before) is not None and passage.addressable_at(first) is not None:
        return True
    noun = passage.sentence.words[before].upos in ("NOUN", "PROPN") and before > 0
    short = (
        before < 2
        or passage.lower[before - 1] in (",", *grammar.list_conjunction)
        or passage.lower[before - 1] in grammar.quantifier
    )
    listed = passage.lower[first] in grammar.list_conjunction or (
        first + 1 < len(passage) and (passage.lower[first + 1] == "," or passage.lower[first] == ",")
    )
    return noun and short and (listed or passage.addressable_at(first) is not None) and passage.lower[at] != ""


def is_animate_phrase(passage: Passage, grammar: Grammar, first: int, last: int) -> bool:
    if starts_animate(passage, grammar, first):
        return True
    words = passage.sentence.words
    if words[first].upos == "ADP" or passage.lower[first] in grammar.preposition:
        return False
    return passage.mention[first] >= 0 and passage.agent_at(first) is not None


def list_start(passage: Passage, grammar: Grammar, first: int, floor: int) -> int:
    """Where a list of somebody begins whose last member begins at `first`, if it has three or more (`Polri, BNN (Badan
    Narkotika Nasional), Kemenkominfo harus ...`); else `first`: of two, one may say so or be called."""
    members, start, at = 1, first, first
    found = passage.addressable_at(first)
    behind = len(passage) if found is None else passage.mentions[found].last
    if behind < len(passage):
        members += passage.lower[behind] in grammar.list_conjunction and passage.addressable_at(behind + 1) is not None
    while at - 2 >= floor and passage.addressable_at(first) is not None:
        joined = passage.lower[at - 1] in grammar.list_conjunction
        before = at - 2 - (joined and passage.lower[at - 2] == ",")
        if not joined and passage.lower[at - 1] != ",":
            break
        closes = passage.lower[before] == ")"
        before = next((k - 1 for k in range(before, floor, -1) if passage.lower[k] == "("), floor) if closes else before
        found = passage.addressable_at(before)
        if before < floor or found is None or passage.mentions[found].first < floor:
            break
        members, start, at = members + 1, passage.mentions[found].first, passage.mentions[found].first
    whom = passage.lower[start - 1] if members > 2 and start > floor else ""
    opens = start - 1 == floor or passage.is_punctuation(start - 2)  # `kepada camat, lurah, dan kades, jangan ...`
    leads = opens and whom in grammar.to | grammar.purpose_lead  # not `dengan Polri, TNI, dan warga harus`
    return start if members > 2 and (leads or whom not in grammar.preposition) else first
