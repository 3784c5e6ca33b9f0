"""Forms of imperatives that bid nobody anything: names, nouns, the doings of culprits, what is to be averted."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.mere_acts import tells_act
from kg.extract.passage import Passage, clause_end, clause_start, is_passive, is_verb
from kg.extract.phrases import starts_animate

MAX_AVERTED = 6  # words from a verb of averting to a prohibition
MAX_CALLED = 4  # words of who is called before a comma
MAX_SOME = 16  # words of what some do
MAX_ACT = 6  # words of an act before what it brings about


def bids_nobody(passage: Passage, grammar: Grammar, at: int, first: int) -> bool:
    """Whether a verb without prefix at a word, before which whom it is told begins at `first`, is no imperative: what
    culprits do (`para pencuri cari rumah kosong`), a name with a capital behind a comma (`webinar Kota Kita,
    Tingkatkan Mutu`) or before a verb (`Bina Marga meratakan ...`), a noun in a list (`sikat gigi, sisir, atau
    baju`), or the subject of a copula (`kaji ulang reformasi merupakan ...`)."""
    if first < at and not grammar.culprit.isdisjoint(passage.lower[first : first + 2]):
        return True
    behind = passage.lower[at + 1 : at + 3]
    plain = not passage.lower[at].endswith(("kan", "i"))  # not `pastikan juga tidak ada ...`
    if plain and len(behind) > 1 and behind[0] in grammar.adding and behind[1] in grammar.negator:
        return True  # `telepon juga tidak pernah diangkat`
    reports = at + 2 < len(passage) and passage.lower[at] in grammar.reporting_in and passage.lower[at + 1] == ","
    if reports and (at == 0 or passage.is_punctuation(at - 1)) and passage.sentence.words[at + 2].text[:1].isupper():
        return True  # `Lapor, Jenderal!`
    if tells_act(passage, grammar, at, first):
        return True
    if _even(passage, grammar, at) or prays(passage, grammar, at) or _only_told(passage, grammar, at):
        return True
    if at > 0 and passage.lower[at - 1] in grammar.willing:
        return True  # `saudara rela korbankan jiwa`
    if _takes_part(passage, grammar, at) or _some_do(passage, grammar, at) or _brings_about(passage, grammar, at):
        return True
    listed = at > 3 and passage.lower[at - 1] == "," and passage.lower[at - 2] in grammar.verb_form
    if listed and passage.lower[at - 4] in grammar.relative:
        return True  # `apa yang saya lihat, dengar, dan rasakan`
    headline = passage.title_case or passage.sentence.is_title
    word = passage.sentence.words[at]
    if not headline and at > 0 and passage.lower[at - 1] == "," and word.text[:1].isupper():
        return True
    behind = passage.lower[at + 1 : at + 3]
    if at > 0 and passage.lower[at - 1] == "," and behind[:1] == (",",) and behind[-1] in grammar.either:
        return True
    named = at + 2 < len(passage) and passage.sentence.words[at + 1].text[:1].isupper() and word.text[:1].isupper()
    if named and not headline and passage.lower[at + 2].startswith("me") and is_verb(passage, grammar, at + 2):
        return True
    subject = word.deprel.startswith("nsubj")
    return any(
        passage.lower[k] in grammar.equating
        and (passage.lower[k - 1] == "," or (subject and passage.lower[k - 1] not in grammar.relative))
        for k in range(at + 1, clause_end(passage, at))
    )


def _even(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether an act with `pun` behind it is what does not come about (`cari di rumahnya pun tidak ada`)."""
    for k in range(at + 1, min(at + MAX_ACT, len(passage) - 1)):
        if passage.is_punctuation(k):
            return False
        if passage.lower[k] in grammar.even:
            return passage.lower[k + 1] in grammar.negator or passage.lower[k + 1] in grammar.able
    return False


def _only_told(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether acts are only named, which a clause behind them points at (`naikkan gaji, itu yang selalu dijanjikan`),
    or told as a story whose next act is that of others (`tutup matanya, lalu mereka bawa saya`)."""
    for k in range(at + 2, clause_end(passage, at) - 1):
        lower, following = passage.lower[k], passage.lower[k + 1]
        parted = passage.lower[k - 1] == ","
        if parted and lower in grammar.pointing and following in grammar.relative:
            return True
        noun = passage.sentence.tags[k + 1] == "NOUN" and following not in grammar.announcing
        if parted and lower in grammar.thus and noun and following not in grammar.speech:
            return True  # `hantam dulu, begitu doktrin mereka`
        others = lower in grammar.and_then and following in grammar.third_person and passage.mention[k + 1] >= 0
        if others and not grammar.first_person.isdisjoint(passage.lower[k + 2 :]):
            return not any(word in grammar.planned for word in passage.lower[k + 2 : k + 4])
    return False


def prays(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether God is called before a word: a prayer (`ya Tuhan, lindungi kami`)."""
    if grammar.deity.isdisjoint(passage.lower[:at]):
        return False
    if not grammar.wishing.isdisjoint(passage.lower[:at]):
        return True  # `semoga Allah ampuni dosanya`
    called = (k for k in range(at) if passage.lower[k] in grammar.deity)
    return any(
        passage.lower[k + 1] == ","
        and (k == 0 or passage.is_punctuation(k - 1) or passage.lower[k - 1] in grammar.particle)
        for k in called
    )


def _takes_part(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a verb of taking part goes on behind a comma with what its subject does (`semua pemilik, dari juragan
    sampai sopir, ikut menanggung rugi`): neither an appeal, nor a condition, nor another imperative opens its
    clause."""
    if at < 1 or passage.lower[at] not in grammar.joining_in or passage.lower[at - 1] != ",":
        return False
    first = at - 1
    while first > 0 and not passage.is_mark(first - 1) and passage.lower[first - 1] not in grammar.sentence_sign:
        first -= 1
    bids = grammar.imperative_clause | grammar.imperative_lead | grammar.conditional | grammar.bare_verb
    return passage.lower[first] not in bids and at - first > MAX_CALLED


def _some_do(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a verb behind a comma goes on with what some do, or is done to some things (`ada yang ganti lampu,
    bersihkan saringan`)."""
    if at < 1 or passage.lower[at - 1] != ",":
        return False
    for k in range(at - 3, max(0, at - MAX_SOME) - 1, -1):
        some = passage.lower[k] in grammar.existence and passage.lower[k + 1] in grammar.relative
        if some and passage.lower[k + 2] in grammar.verb_form:
            return k == 0 or passage.lower[k - 1] not in grammar.conditional
    return False


def _brings_about(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a verb and its object are the subject of what they bring about (`buang sampah sembarangan bikin banjir`);
    not where people behind it are to do so (`ajak warga membuat kompos`)."""
    for k in range(at + 2, min(at + MAX_ACT, len(passage))):
        lower = passage.lower[k]
        if lower in grammar.effecting:
            shown = passage.lower[k - 1] in grammar.adding or passage.lower[k - 1] in grammar.pointing
            return shown or not starts_animate(passage, grammar, at + 1)
        if passage.is_punctuation(k) or lower in grammar.relative or lower in grammar.demand:
            return False
        if lower in grammar.list_conjunction or lower in grammar.preposition:
            return False
    return False


def averted(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a prohibition is what something is done against (`untuk mengantisipasi jangan sampai ada kerumunan`)."""
    if at > 1 and not passage.is_punctuation(at - 2):
        if passage.lower[at - 1] in grammar.reason:
            return True  # `ini diutamakan karena jangan sampai anak putus sekolah`: lest it come to that
        floor = clause_start(passage, at)
        done = any(is_passive(passage, grammar, k) for k in range(floor, at - 1))
        if passage.lower[at - 1] in grammar.demand and done and passage.lower[at + 1] in grammar.until:
            return True  # `jalan ditutup agar jangan sampai macet`
    first = max(0, at - MAX_AVERTED)
    found = next((k for k in range(at - 1, first - 1, -1) if passage.lower[k] in grammar.averting), None)
    return found is not None and "," not in passage.lower[found:at]


def reminds_only(passage: Passage, grammar: Grammar, start: int, stop: int) -> bool:
    """Whether only forgetting is forbidden, what must not be forgotten standing behind the comma (`jangan lupa juga,
    pastikan ...`), or what not to do is left out before those who are called (`jangan, Pak`)."""
    end = start
    while end < stop and passage.lower[end] in grammar.form_of_address:
        end += 1
    if end > start and (end >= stop or passage.is_punctuation(end)):
        return True
    end = start + 1
    while end < stop and passage.lower[end] in grammar.post_cue:
        end += 1
    return passage.lower[start] in grammar.refusal and end < len(passage) and passage.lower[end] == ","


def serves_own_act(passage: Passage, grammar: Grammar, at: int, floor: int) -> bool:
    """Whether a prohibition is the aim of what the speaker does (`kami membantu warga jangan sampai tertipu`): in one
    clause with a verb of the first person."""
    if passage.lower[at - 1] in grammar.second_person:
        return False  # `saya pergi Anda jangan ikut`
    first = at
    while first > floor and not passage.is_punctuation(first - 1):
        first -= 1
    own = next((k for k in range(first, at) if passage.lower[k] in grammar.first_person), None)
    if own is not None and not grammar.conditional.isdisjoint(passage.lower[own:at]):
        return False  # `ingat yang kita pegang, jika menang jangan sombong`
    return own is not None and any(
        is_verb(passage, grammar, k) and passage.lower[k] not in grammar.speech for k in range(own + 1, at)
    )
