"""Predicates behind a cue: where what is to be done begins, whether it is a passive, and who is to do it."""

from __future__ import annotations

from kg.extract.extents import in_name, in_state
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, is_passive, is_verb
from kg.extract.phrases import agents_in, phrase_end, starts_animate
from kg.model import Reference
from kg.model.members import GROUP, POST, UNIT

ACTIVE = ("me", "ber")  # prefixes of verbs whose subject acts: meN-, ber-
NAMES = ("NOUN", "PROPN")
AGENTS = (GROUP, POST, UNIT)
MAX_MANNER = 7  # words between a passive and its agent


def begins_predicate(passage: Passage, grammar: Grammar, at: int) -> bool:
    adverb = passage.lower[at] in grammar.content_adverb and passage.mention[at] < 0
    return adverb or is_verb(passage, grammar, at) or in_state(passage, grammar, at)


def verb_by_form(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a word is a verb by its prefix or by the list of bare verbs, whatever its tag."""
    lower = passage.lower[at]
    return lower.startswith(("me", "ber", "di", "ter")) or lower in grammar.verb_form


def goes_back(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether an adverb that may stand behind a cue is the verb of what is demanded (`diminta untuk kembali ke rumah`):
    behind a demand, or before where to; not in `diminta kembali mengungsi`, which is asked again."""
    if passage.lower[at] not in grammar.bare_verb_or_noun or passage.mention[at] >= 0:
        return False
    led = at > 0 and passage.lower[at - 1] in grammar.demand
    aimed = at + 2 < len(passage) and passage.lower[at + 1] in grammar.to
    return led or (aimed and passage.lower[at + 2] not in grammar.time)


def states_fact(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether what begins at a word is a fact that somebody is reminded of (`mengingatkan, para prajurit telah
    bersumpah`, `mengingatkan warga akan bahaya petasan`), or who says so (`melarang truk, kata Bupati`)."""
    before = passage.lower[at - 1]
    if before == "," and passage.lower[at] in grammar.speech:
        return True
    if passage.lower[at] in grammar.equating:
        return True  # `mengingatkan Sekjen merupakan wakil partainya`
    behind = passage.sentence.words[at + 1 : at + 2]
    described = passage.sentence.tags[at + 2 : at + 3] == ("ADJ",)  # `juga pro aktif`: one acts
    named = any(word.upos in NAMES and word.deprel == "ccomp" for word in behind) and not described
    if passage.lower[at] in grammar.adding and named:
        # `mengingatkan, PBB juga anggota koalisi` (UD ccomp): what one is
        return not begins_predicate(passage, grammar, at + 1) and passage.lower[at + 1] not in grammar.colloquial_verb
    return before in grammar.already or (before in grammar.planned and not verb_by_form(passage, grammar, at))


def is_action_noun(passage: Passage, at: int) -> bool:
    """A noun of an action: peN- -an (Sneddon 2010, 1.33)."""
    lower = passage.lower[at]
    return lower.startswith("pe") and lower.endswith("an") and len(lower) > 6 and passage.mention[at] < 0


def is_deed(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a noun phrase, behind numbers and quantifiers, is headed by a noun of a deed or a measure, and so nobody
    acts (`tiga langkah cepat`, `komunikasi intensif`): peN- -an, -asi (Sneddon 2010, 1.33), or a word of the lists.
    """
    while at + 1 < len(passage.lower) and (
        passage.sentence.tags[at] == "NUM" or passage.lower[at] in grammar.quantifier
    ):
        at += 1
    lower = passage.lower[at]
    listed = lower in grammar.activity or lower in grammar.official_act or lower in grammar.deed
    return listed or is_action_noun(passage, at) or (lower.endswith("asi") and passage.mention[at] < 0)


def main_verb(passage: Passage, grammar: Grammar, at: int, end: int) -> int | None:
    """The first verb that is not in a relative clause."""
    relative = False
    for k in range(at, end):
        if passage.lower[k] in grammar.relative:
            relative = True
        elif is_verb(passage, grammar, k):
            if not relative:
                return k
            relative = False
    return None


def passive_predicate(passage: Passage, grammar: Grammar, at: int, stop: int) -> bool:
    """Whether the first verb from `at` on, behind adverbs only, is a passive."""
    verb = main_verb(passage, grammar, at, min(stop, at + 8))
    if verb is None or not is_passive(passage, grammar, verb):
        return False
    if passage.lower[verb] in grammar.speaking and passage.lower[verb - 1] in grammar.time_clause:
        return False  # `meminta warga tenang saat ditemui di kantornya`
    if "," in passage.lower[at + 1 : verb] and passage.lower[at] in grammar.content_adverb:
        return False  # `minta warga waspada, dan sekolah ditutup`
    if not grammar.content_end.isdisjoint(passage.lower[at + 1 : verb]):
        return False  # `minta warga tenang, karena pelaku sudah ditangkap`
    if not grammar.conditional.isdisjoint(passage.lower[at + 1 : verb]):
        return False  # `membolehkan warga mudik asalkan sudah divaksin`
    if not grammar.time_clause.isdisjoint(passage.lower[at + 2 : verb - 1]):
        return False  # `meminta perwira hayati sumpah saat mereka dilantik`
    return all(passage.lower[k] not in grammar.demand | grammar.contrast for k in range(at, verb))


def demanded_agent(
    passage: Passage, grammar: Grammar, at: int, stop: int, *, parted: bool = False
) -> tuple[Reference, ...]:
    """The agent of a demanded passive (`agar segera ditindaklanjuti oleh Kapolri`) is who is to act: the addressee;
    `parted` if a modal parts the passive from its subject."""
    for k in range(at, stop - 1):
        if (
            passage.lower[k] in grammar.by
            and passage.lower[k] not in grammar.origin
            and starts_animate(passage, grammar, k + 1)
        ):
            verb = next((v for v in range(k - 1, max(at - 1, k - 3), -1) if is_passive(passage, grammar, v)), None)
            verb = _done_how(passage, grammar, k, at) if verb is None else verb
            if verb is not None and passage.lower[verb] in grammar.experience:
                return ()  # `agar hasilnya dirasakan oleh warga`
            if verb is not None and not any(word in grammar.relative for word in passage.lower[at:verb]):
                end, _ = phrase_end(passage, grammar, k + 1, stop)
                return agents_in(passage, grammar, k + 1, end)
    return _agent_behind(passage, grammar, at, stop, parted=parted)


def _agent_behind(passage: Passage, grammar: Grammar, at: int, stop: int, *, parted: bool) -> tuple[Reference, ...]:
    """Who stands right behind a passive that has its subject before it (`agar jalan itu diperbaiki Dinas PUPR`): its
    agent; nobody where it is not to be done, is nothing that one does, or is done for them."""
    verb = main_verb(passage, grammar, at, stop - 1)
    if verb is None or not is_passive(passage, grammar, verb) or passage.lower[verb - 1] in grammar.negator:
        return ()
    if not (parted or has_own_subject(passage, at, verb)) or passage.lower[verb] in grammar.experience:
        return ()
    first = verb + 1
    if first < stop and passage.sentence.tags[first] == "ADJ" and passage.mention[first] < 0:
        first += 1  # `harus diawasi ketat warga`
    if first >= stop or passage.lower[verb] in grammar.becoming or passage.lower[verb] in grammar.handed_over:
        return ()
    found = passage.addressable_at(first)
    if found is None and not (passage.sentence.tags[first] == "NOUN" and starts_animate(passage, grammar, first)):
        return ()
    if found is not None and (passage.mentions[found].kind not in AGENTS or passage.mentions[found].first != first):
        return ()
    end, _ = phrase_end(passage, grammar, first, stop)
    return agents_in(passage, grammar, first, end)


def _done_how(passage: Passage, grammar: Grammar, by: int, at: int) -> int | None:
    """The passive before the agent's preposition, over words that say how it is done (`dilakukan secara tegas, baik
    oleh polisi maupun TNI`)."""
    for k in range(by - 1, max(at - 1, by - MAX_MANNER), -1):
        if is_passive(passage, grammar, k):
            return k
        how = passage.sentence.words[k].upos in ("ADJ", "ADV", "ADP", "SCONJ") or passage.lower[k] == ","
        how = how or passage.lower[k] in grammar.time or passage.sentence.tags[k] == "DET"  # `setiap hari oleh polisi`
        if _as_possible(passage, k):
            continue
        if passage.mention[k] >= 0 or not (how or passage.sentence.words[k].continues):
            return None
    return None


def _as_possible(passage: Passage, at: int) -> bool:
    """Whether a word is of an adverb of degree, se-, a doubled adjective and -nya (`seberat-beratnya`)."""
    whole = passage.lower[at - passage.sentence.words[at].continues]
    first, _, second = whole.partition("-")
    return bool(second) and first.startswith("se") and first.removeprefix("se") == second.removesuffix("nya")


def given_by(passage: Passage, grammar: Grammar, at: int, stop: int) -> tuple[Reference, ...]:
    """Who is to give what there shall be (`minta ada bantuan dari korban`): the addressee."""
    if passage.lower[at] not in grammar.existence or at + 3 >= stop or passage.lower[at + 2] not in grammar.origin:
        return ()
    if passage.mention[at + 1] >= 0 or not starts_animate(passage, grammar, at + 3):
        return ()
    end, _ = phrase_end(passage, grammar, at + 3, stop)
    return agents_in(passage, grammar, at + 3, end)


def has_own_subject(passage: Passage, start: int, verb: int) -> bool:
    """Whether the clause behind a conjunction has a subject of its own before its verb."""
    return any(passage.sentence.words[k].upos in ("NOUN", "PROPN", "PRON") for k in range(start, verb))


def is_predicative(passage: Passage, grammar: Grammar, at: int) -> bool:
    return (
        is_verb(passage, grammar, at)
        or passage.lower[at] in grammar.content_adverb
        or passage.sentence.words[at].upos in ("VERB", "ADJ", "AUX")
    )


def acts_by_noun(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a noun of an action that speech uses as a verb, or a bare verb with its object, stands at a word (`warga
    diminta daftar ulang`, `camat diminta bentuk satgas`)."""
    bare = passage.lower[at] in grammar.bare_verb_or_noun and passage.sentence.tags[at + 1 : at + 2] == ("NOUN",)
    return (bare and passage.mention[at] < 0) or (
        passage.lower[at] in grammar.colloquial_verb and passage.mention[at] < 0 and not in_name(passage, grammar, at)
    )


def opens_content(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a word opens what somebody is to do or be: a verb, an adjective, an auxiliary or an adverb of content."""
    return (
        is_verb(passage, grammar, at)
        or (passage.lower[at] in grammar.content_adverb and passage.mention[at] < 0)
        or passage.sentence.words[at].upos in ("VERB", "ADJ", "AUX", "PART")
        or (passage.sentence.words[at].upos == "ADV" and at + 1 < len(passage) and is_verb(passage, grammar, at + 1))
    )
