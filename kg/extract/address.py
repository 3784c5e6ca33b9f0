"""Where an imperative may stand: bare verbs and -lah, in speech, behind an address or at the start of a clause."""

from __future__ import annotations

from kg.extract.bare import is_bare
from kg.extract.cues import written
from kg.extract.grammar import Grammar
from kg.extract.headlines import headline_speaker
from kg.extract.leadins import announces, said_first, told_before
from kg.extract.passage import Passage, clause_start, is_verb
from kg.extract.phrases import agents_in
from kg.extract.subjects import list_start
from kg.extract.unparted import suffixed, under_condition
from kg.extract.vocatives import called
from kg.model import Reference
from kg.model.members import GROUP, PERSON, POST, UNIT

MAX_INTRODUCTION = 6  # words before a comma that introduce an imperative
LEADING_WORDS = 2  # at the start of a clause that may open it
MAX_SPEAKER = 12  # words of a reporting cue and its speaker
VOCATIVES = frozenset({GROUP, POST, UNIT, PERSON})


def in_speech(passage: Passage, grammar: Grammar, at: int, floor: int) -> bool:
    """Whether a word is in a quotation, in reported speech, or in a headline behind its speaker's colon."""
    if passage.quotation[at] >= 0:
        return True
    if passage.sentence.is_title:
        return headline_speaker(passage, grammar, at) is not None
    return is_reported(passage, grammar, at, floor)


def is_reported(passage: Passage, grammar: Grammar, at: int, floor: int) -> bool:
    """Speech without marks: a cue and its speaker stand right before, parted by a comma (`kata Kapolres, batasi`)."""
    comma = at - 1
    while comma > floor and passage.lower[comma] in grammar.imperative_lead:
        comma -= 1
    if comma <= floor or passage.lower[comma] != ",":
        return False
    return any(passage.lower[k] in grammar.speech for k in range(max(floor, comma - MAX_SPEAKER), comma))


def address_before(passage: Passage, grammar: Grammar, at: int, floor: int) -> tuple[tuple[Reference, ...], int | None]:
    """Who is addressed before an imperative at `at`, and where its clause starts; `None` for a start if it is no
    imperative.

    Only words that may lead an imperative, an address, or a condition with its comma stand before it.
    """
    if at > floor and passage.lower[at - 1] in grammar.purpose_lead:
        return (), None
    transitive = passage.lower[at] in grammar.bare_verb and suffixed(passage.lower[at], grammar)
    if at > floor and passage.lower[at - 1] in grammar.pointing and transitive:
        first = _object_first(passage, grammar, at - 1, floor)
        if first is not None:
            return (), first  # `data itu kirimkan ke provinsi`: the object is fronted
    k = _before_leads(passage, grammar, at, floor)
    if k < floor or passage.is_mark(k):
        colon = k < floor and k > 0 and passage.lower[k] in grammar.colon
        told = told_before(passage, grammar, clause_start(passage, k), k) if colon else None
        return told or (), max(k + 1, floor)
    if under_condition(passage, grammar, at, floor) or _comes_first(passage, grammar, k, floor):
        return (), at
    lower = passage.lower[k]
    if lower in grammar.hesitation and passage.lower[k - 1] in grammar.prohibitive and k + 1 < at:
        return (), at  # `jangan takut dan laporkan ...`
    by_name = called(passage, grammar, k, floor) if lower == "," else None
    if by_name is not None:
        return by_name
    before = said_first(passage, grammar, floor, k) if lower == "," else None
    if before is not None:
        return before, at
    if lower == "," and _in_brackets(passage, at, floor):
        return (), None
    if lower == "," and not (_bids(passage, grammar, at) or _clause_allows(passage, grammar, k, floor)):
        return (), None
    if lower in (",", ".", "!", ";", ":", "-", "–", "—"):
        if lower == "," and k - 1 >= floor and passage.mention[k - 1] >= 0:
            mention = passage.mentions[passage.mention[k - 1]]
            if mention.kind in VOCATIVES and opens_clause(passage, grammar, mention.first, floor):
                return agents_in(passage, grammar, mention.first, k), mention.first
        return (), k + 1
    if lower in grammar.verb_coordinator and k - 1 >= floor:
        return (), (k + 1 if _imperative_before(passage, grammar, k, floor) else None)
    if passage.mention[k] >= 0 and passage.mentions[passage.mention[k]].kind in VOCATIVES:
        first = passage.mentions[passage.mention[k]].first
        while first - 1 >= floor and (
            passage.lower[first - 1] in grammar.quantifier or passage.mention[first - 1] >= 0
        ):
            first -= 1
        first = list_start(passage, grammar, first, floor)
        if at - 1 > k or transitive:
            first = _pair_start(passage, grammar, first)
        if opens_clause(passage, grammar, first, floor) and not _states(passage, grammar, at):
            return agents_in(passage, grammar, first, k + 1), first
    return (), None


def _before_leads(passage: Passage, grammar: Grammar, at: int, floor: int) -> int:
    """The last word before those that lead an imperative at `at`, which the parser may have split (`maka|nya`)."""
    k = at - 1
    while k >= floor and passage.lower[k] not in grammar.first_person:
        if k > floor and passage.split[k - 1] and written(passage, k - 1)[0] in grammar.imperative_lead:
            k -= 2
        elif passage.mention[k] < 0 and passage.lower[k] in grammar.imperative_lead:
            k -= 1
        else:
            break
    return k


def _pair_start(passage: Passage, grammar: Grammar, first: int) -> int:
    """Where two who are addressed together begin, the second at `first` (`camat dan lurah segera cek ...`)."""
    joined = first > 1 and passage.lower[first - 1] in grammar.list_conjunction and passage.lower[first - 1] != ","
    found = passage.addressable_at(first - 2) if joined else None
    return first if found is None else passage.mentions[found].first


def _comes_first(passage: Passage, grammar: Grammar, last: int, floor: int) -> bool:
    """Whether nothing but what comes first is named before an imperative (`dan yang paling penting berikan ...`)."""
    first = next((k for k in range(last, floor - 1, -1) if passage.lower[k] not in grammar.priority), floor - 1)
    named = floor <= first < last and passage.lower[first] in grammar.relative
    return named and opens_clause(passage, grammar, first, floor)


def _states(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a verb right behind its subject is no imperative: one with ber- has the same form in a statement, as has
    one without a suffix that colloquial speech says of people; one with -kan or -i would have meN- there."""
    lower = passage.lower[at]
    if lower in grammar.opining or passage.sentence.words[at - 1].continues:
        return True  # `suaminya cabut permohonan`: somebody's kin is spoken of
    at_once = passage.lower[at - 1] in grammar.urgency and passage.lower[at - 1] in grammar.post_cue
    if at_once and not passage.sentence.is_title:
        return True  # `petugas langsung tangkap pelaku`: how it came
    if lower.startswith("ber"):
        return lower in grammar.bare_verb_or_noun
    if lower in grammar.intransitive:
        return True  # `keluarganya juga ikut naik kelas`
    if suffixed(lower, grammar) or passage.sentence.is_title:
        return False
    found = passage.mention[at - 1]
    if found >= 0 and passage.mentions[found].kind is not GROUP:
        return False  # `"Polri jaga netralitas"`
    if passage.lower[at - 1] not in grammar.imperative_lead or passage.mention[at - 1] >= 0:
        return True  # `banyak teman-teman buka cabang`
    following = passage.sentence.words[at + 1 : at + 2]
    return any(word.lower in grammar.to and word.upos == "ADP" for word in following)  # `personel segera geser ke TPS`


def _clause_allows(passage: Passage, grammar: Grammar, comma: int, floor: int) -> bool:
    """Whether an imperative may follow the clause that ends at a comma.

    It may behind an address, another imperative, a condition, time or reason, and a few words of introduction; not
    behind a statement (`ngotot mau mudik, bayar dua kali lipat`).
    """
    start = comma
    while start > floor and passage.lower[start - 1] not in (".", "!", ";", ":") and not passage.is_mark(start - 1):
        start -= 1
    if announces(passage, grammar, start, comma):
        return True
    last = next((k for k in range(comma, start, -1) if passage.lower[k - 1] == ","), start)
    if "".join(passage.lower[last : last + 2]) in grammar.refusal:
        return False  # `kita senang, bukan-nya saling hujat, buat hoaks`
    told = grammar.first_person | grammar.third_person | grammar.purpose_lead
    again = passage.lower[comma + 1]
    if any(passage.lower[k] == again and passage.lower[k - 1] in told for k in range(start + 1, comma)):
        return False  # `kalau ada apa-apa saya lapor ke Presiden, lapor ke Menteri`
    joins = grammar.list_conjunction | grammar.contrast
    opening = [k for k in range(start, comma) if k < start + LEADING_WORDS or passage.lower[k - 1] == ","]
    opening += [k for k in range(start + 2, comma) if passage.lower[k - 2] == "," and passage.lower[k - 1] in joins]
    if start >= comma or any(passage.lower[k] in grammar.imperative_clause for k in opening):
        return not _own_acts(passage, grammar, comma, start)
    if passage.addressable_at(comma - 1) is not None and opens_clause(
        passage, grammar, passage.mentions[passage.mention[comma - 1]].first, floor
    ):
        return True
    if any(is_bare(passage, grammar, k) for k in range(start, comma)):
        return _imperative_before(passage, grammar, comma, start)
    relative = next((k for k in range(start, comma) if passage.lower[k] in grammar.relative), comma)
    verbs = sum(is_verb(passage, grammar, k) for k in range(start, relative))
    heard = not grammar.second_person.isdisjoint(passage.lower[start:relative])
    if heard and suffixed(passage.lower[comma + 1], grammar) and passage.lower[comma + 1] in grammar.bare_verb:
        return True  # `kalian digaji rakyat, layani mereka`
    return comma - start <= MAX_INTRODUCTION and not verbs


def _own_acts(passage: Passage, grammar: Grammar, comma: int, floor: int) -> bool:
    """Whether the stretch before a comma tells a story or what the speakers do, which a bare verb goes on telling
    (`kami buka lapangan kerja, bayar pajak`)."""
    first = comma
    while first > floor and (not passage.is_punctuation(first - 1) or is_bare(passage, grammar, first)):
        first -= 1  # past `..., catat, ...`, which goes on
    if passage.lower[floor] in grammar.story_opener:
        return True  # `awalnya ada mobil berhenti, buka kaca`
    if passage.lower[first] in grammar.conditional:
        return False
    own = grammar.first_person | grammar.third_person
    said = grammar.speech | grammar.handing_on  # `saya sampaikan, lanjutkan`
    for k in range(first, comma):
        if passage.lower[k] not in own:
            continue
        verb = k + 1
        while verb < comma and passage.lower[verb] in grammar.urgency:
            verb += 1  # `kami langsung turun, sisir lokasi`
        lower = passage.lower[verb]
        acts = is_bare(passage, grammar, verb) or lower in grammar.needing or lower in grammar.obligation
        if lower not in said and (acts or lower in grammar.intransitive):
            return True
    return False


def _bids(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a word with -lah is an imperative behind any clause (`saya tidak tahu, tanyalah kepada camat`): what
    moves or is tells what came next (`masuklah ia`)."""
    following = passage.lower[at + 1] if at + 1 < len(passage) else ""
    lower = passage.lower[at]
    for particle in grammar.imperative_particle:
        stem = lower if following == particle else lower.removesuffix(particle)
        if following == particle or stem != lower:
            transitive = stem in grammar.bare_verb or stem in grammar.bare_verb_or_noun
            return transitive and stem not in grammar.intransitive
    return False


def _object_first(passage: Passage, grammar: Grammar, last: int, floor: int) -> int | None:
    """The first word of a short phrase that opens the clause and ends in a determiner at `last`."""
    first = last
    while first > floor and not passage.is_punctuation(first - 1):
        first -= 1
    short = 0 < last - first <= 3
    plain = all(passage.mention[k] < 0 and not is_verb(passage, grammar, k) for k in range(first, last))
    nominal = (
        passage.sentence.words[first].upos in ("NOUN", "PROPN") and passage.lower[first] not in grammar.preposition
    )
    return first if short and plain and nominal else None


def _in_brackets(passage: Passage, at: int, floor: int) -> bool:
    before = passage.lower[floor:at]
    return before.count("(") > before.count(")")


def opens_clause(passage: Passage, grammar: Grammar, first: int, floor: int) -> bool:
    """Whether only words that lead an imperative stand between the start of the clause and word `first`."""
    k = first - 1
    while (
        k >= floor
        and passage.mention[k] < 0
        and (passage.lower[k] in grammar.imperative_lead or passage.lower[k] in grammar.to)
    ):
        k -= 1
    return k < floor or passage.is_punctuation(k)


def _imperative_before(passage: Passage, grammar: Grammar, at: int, floor: int) -> bool:
    """Whether a bare verb in `[floor, at)` is an imperative; one behind a comma or conjunction is what the one before
    it is (`kami akan patuhi aturan, bayar pajak, dan ...`: a plan)."""
    told, passed = grammar.first_person | grammar.third_person | grammar.planned, False
    told |= (
        grammar.purpose_lead | grammar.irrealis
    )  # `berat untuk beli seragam`, `saya tidak bisa pulang, lapor ke ...`
    for k in range(floor, at):
        if not (is_bare(passage, grammar, k) or (k == floor and passage.lower[k] in grammar.rhetorical)):
            continue
        before = passage.lower[k - 1] if k > floor else ""
        if before not in told and not (passed and (before == "," or before in grammar.list_conjunction)):
            return True
        passed = True
    return False
