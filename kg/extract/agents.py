"""Whoever a passive or a noun names as the issuer: the agent, the possessor, whose order opens a clause."""

from __future__ import annotations

from kg.extract.clause_agents import mention_start
from kg.extract.cues import CueHit
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, clause_end, clause_start, is_passive, is_verb
from kg.extract.phrases import phrase_end, reference_to, starts_animate
from kg.model import Force, Reference
from kg.model.members import DESCRIPTION, FORBID, GROUP, NONE, PERMIT, PERSON, REQUEST

LAWFUL = frozenset({Force.ORDER, Force.REQUIRE, FORBID, PERMIT})  # what a law does itself
PLAIN = frozenset({Force.ORDER, REQUEST})  # what a criminal makes somebody do is told with
MANNER = ("ADV", "ADJ", "ADP")  # UD tags of words that say how something is told
OF_VERBS = ("pe", "ke")  # prefixes of nouns that have the agent of their verb (`penipuan oleh ...`)
BEHIND_AGENT = ("ADP", "SCONJ", "ADV")  # UD tags of words that begin what is said besides: when, where, how long
MAX_MANNER = 4  # words from a passive to `oleh`
ENCLITIC = "nya"
MAX_ASKED = 8  # words from victims who are asked something to its verb
MAX_OBJECT = 5  # words from a verb, or from who is to act, to what is asked
MAX_PLACE = 6  # words of where somebody is sent
MAX_LAW = 4  # words from the start of a sentence to that of the law
MAX_TOLD = 12  # words from a modal to the `bahwa` of an order, and from that to its noun


def agent_of_passive(
    passage: Passage, grammar: Grammar, verb: int, stop: int, has_subject: bool
) -> tuple[Reference | None, int]:
    """The agent behind a passive (`oleh X`, or X itself before a demand conjunction) and where what follows begins."""
    fronted = _fronted_agent(passage, grammar, verb)
    if fronted is not None:
        return fronted, verb + 1
    at = _past_manner(passage, grammar, verb + 1, stop)
    if at < stop and passage.lower[at] in grammar.by and at + 1 < stop and passage.agent_at(at + 1) is not None:
        reference = reference_to(passage, grammar, at + 1)
        return reference, _chain_end(passage, at + 1, stop)
    if at < stop and passage.agent_at(at) is not None:
        mention = passage.mentions[passage.mention[at]]
        end = _past_place(passage, grammar, _chain_end(passage, at, stop), stop)
        # `diperintah ketua kelompok|nya`
        end += end < stop and passage.lower[end] == ENCLITIC and passage.sentence.continuing[end]
        verb = end
        adverbs = stop - 1 if has_subject else end  # `ia diminta partainya kembali maju`
        while verb < adverbs and passage.lower[verb] in grammar.pre_verb and not is_verb(passage, grammar, verb):
            verb += 1
        behind = end < stop and (
            passage.lower[end] in grammar.demand or (verb < stop and is_verb(passage, grammar, verb))
        )
        told = mention.kind is GROUP or _opens_clause(passage, grammar, at - 1)  # `diharapkan Bulog menyerap gabah`
        if behind and (has_subject or not told):
            return reference_to(passage, grammar, at), end
    if has_subject and _unnamed_agent(passage, grammar, at, stop):
        return Reference(DESCRIPTION, passage.span(at, at + 1), None, passage.sentence.index), at + 1
    return None, at


def _fronted_agent(passage: Passage, grammar: Grammar, verb: int) -> Reference | None:
    """The agent right before a passive (`namun oleh petugas diminta pulang`)."""
    last = verb - 1
    while last > 0 and passage.lower[last] in grammar.pre_verb and passage.mention[last] < 0:
        last -= 1
    found = passage.agent_at(last) if last > 0 else None
    first = 0 if found is None else mention_start(passage, grammar, last, 0)
    by = first > 0 and passage.lower[first - 1] in grammar.passive_agent
    return reference_to(passage, grammar, first) if by else None


def _unnamed_agent(passage: Passage, grammar: Grammar, at: int, stop: int) -> bool:
    """Whether a noun of people or a name that no mention covers stands between a passive and what is to be done
    (`penumpang diminta pramugari memakai ...`, `kurir diperintah Koko untuk ...`)."""
    if at + 1 >= stop or passage.mention[at] >= 0:
        return False
    acts = passage.lower[at + 1].startswith("me") and is_verb(passage, grammar, at + 1)
    named = passage.sentence.tags[at] == "PROPN" and passage.sentence.texts[at][:1].isupper() and not passage.title_case
    people = passage.lower[at] in grammar.animate or passage.lower[at] in grammar.person_noun
    return (acts and people) or (named and (acts or passage.lower[at + 1] in grammar.demand))


def _past_manner(passage: Passage, grammar: Grammar, at: int, stop: int) -> int:
    """Behind how something is told, if `oleh` follows (`diperintah langsung oleh Presiden`, `diminta dengan tegas oleh
    X`)."""
    for k in range(at, min(stop, at + MAX_MANNER)):
        if passage.lower[k] in grammar.by:
            return k
        if passage.mention[k] >= 0 or passage.sentence.words[k].upos not in MANNER:
            break
    return at


def _opens_clause(passage: Passage, grammar: Grammar, verb: int) -> bool:
    """Whether nothing but punctuation and what leads a sentence stands before a verb: it has no subject to be told."""
    for k in range(clause_start(passage, verb), verb):
        lead = passage.lower[k] in grammar.imperative_lead and passage.lower[k] not in grammar.content_end
        if not lead and not passage.is_punctuation(k):
            return False
    return True


def _past_place(passage: Passage, grammar: Grammar, at: int, stop: int) -> int:
    """Behind where an agent sends somebody, if the conjunction of what he is to do there follows (`ditugaskan Kapolda
    ke Ternate untuk ...`)."""
    if at >= stop or passage.lower[at] not in grammar.to or passage.lower[at] in grammar.to_person:
        return at
    for k in range(at + 1, min(stop, at + MAX_PLACE)):
        if passage.lower[k] in grammar.demand:
            return k if k + 1 < stop and not is_passive(passage, grammar, k + 1) else at
        if passage.sentence.tags[k] not in ("NOUN", "PROPN"):
            break
    return at


def _chain_end(passage: Passage, at: int, stop: int) -> int:
    end = passage.mentions[passage.mention[at]].last
    while end < stop:
        person = end + 1 if passage.lower[end] == "," and end + 1 < stop else end
        if passage.agent_at(person) is None or passage.mentions[passage.mention[person]].kind is not PERSON:
            break
        end = passage.mentions[passage.mention[person]].last
        if person > at + 1 and end < stop and passage.lower[end] == ",":
            end += 1  # `Kapolda Bengkulu, Irjen Pol X, S.I.K., kepada ...`
            break
    return end


def possessor(passage: Passage, grammar: Grammar, noun: int, stop: int) -> tuple[Reference | None, int]:
    """The possessor behind a noun (`perintah [dari] Kapolri`, `instruksinya`, `pesan yang disampaikan Kapolri`) and
    where what follows begins."""
    at = noun + 1
    while at < stop and (passage.lower[at] in grammar.source_adjective or passage.lower[at] in grammar.by):
        at += 1
    if at < stop and passage.agent_at(at) is not None:
        reference = reference_to(passage, grammar, at)
        end = _chain_end(passage, at, stop)
        if end < stop and passage.lower[end] == "(":
            while end < stop and passage.lower[end] != ")":
                end += 1
            end = min(end + 1, stop)
        end = _past_others(passage, grammar, end, stop)
        whole = end + 1 < stop and passage.lower[end] in grammar.everyone and passage.lower[end + 1] in grammar.demand
        return reference, end + 1 if whole else end  # `harapan kita semua agar ...`
    handed = at + (at < stop and passage.lower[at] in grammar.relative)
    if handed + 1 < stop and passage.lower[handed] in grammar.handed:
        by = handed + 1 + (passage.lower[handed + 1] in grammar.by)
        if by < stop and passage.agent_at(by) is not None:  # `pesan yang disampaikan [oleh] Kapolri`
            return reference_to(passage, grammar, by), _chain_end(passage, by, stop)
    return None, at


def _past_others(passage: Passage, grammar: Grammar, at: int, stop: int) -> int:
    """Behind another possessor or another name of the one (`instruksi Kapolri dan Panglima agar ...`, `usul Bupati
    Danu Wijaya atau Cak Danu agar ...`) if a demand follows, else `at`."""
    if at + 1 >= stop or passage.lower[at] not in grammar.list_conjunction or passage.agent_at(at + 1) is None:
        return at
    end = _chain_end(passage, at + 1, stop)
    return end if end < stop and passage.lower[end] in grammar.demand else at


def by_law(passage: Passage, grammar: Grammar, hit: CueHit) -> bool:
    """Whether a sentence of a report opens with the law that says what a passive tells (`dalam Undang-Undang Nomor 2
    diamanatkan setiap orang ...`), not who asks for it."""
    first = next((k for k in range(hit.first) if not passage.is_punctuation(k)), hit.first)
    if _by_office(passage, grammar, hit):
        return True
    if hit.form.cue.force not in LAWFUL or passage.quotation[hit.first] >= 0 or first >= hit.first:
        return False
    near = passage.lower[first + 1 : min(hit.first, first + MAX_LAW)]
    return passage.lower[first] in grammar.preposition and not grammar.law.isdisjoint(near)


def _by_office(passage: Passage, grammar: Grammar, hit: CueHit) -> bool:
    """Whether a report tells what an office makes of whoever holds it, told by nobody (`seorang penyidik dituntut mampu
    bersabar`)."""
    at = hit.last
    while at < len(passage) and passage.lower[at] in grammar.demand:
        at += 1
    able = at < len(passage) and passage.lower[at] in grammar.able_to
    if not able or passage.lower[hit.first] not in grammar.expected or passage.quotation[hit.first] >= 0:
        return False
    return grammar.speech.isdisjoint(passage.lower)


def made_to(passage: Passage, grammar: Grammar, hit: CueHit, first: int, last: int, start: int) -> bool:
    """Whether a victim is told of whom the criminal made do what begins at `start` (`korban diminta mentransfer uang`),
    not several of them or something that those in charge ask of them (`korban diminta membuat laporan`)."""
    if passage.lower[first] in grammar.victim and passage.lower[hit.first - 1] in grammar.and_then:
        return True  # `korban lalu diajak ...`: what came next
    if passage.lower[first] not in grammar.victim or hit.form.cue.force not in PLAIN:
        return False
    behind = range(first + 1, last)
    if not all(passage.lower[k] in grammar.pointing or passage.sentence.words[k].continues for k in behind):
        return False
    return _extorts(passage, grammar, start)


def _extorts(passage: Passage, grammar: Grammar, start: int) -> bool:
    """Whether what criminals want of their victims begins at a word: by its verb (`mentransfer ...`) or by its object
    (`menyerahkan ponselnya`, but `menyerahkan bukti transfer`)."""
    for at in range(start, min(start + MAX_OBJECT, len(passage))):
        if passage.lower[at] in grammar.extorted:
            return True
        noun = passage.sentence.words[at].upos in ("NOUN", "PROPN") and passage.lower[at] not in grammar.quantifier
        if at > start and (noun or passage.lower[at] in grammar.preposition):
            return False
    return False


def people_at(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a word that may be the thing asked for means people: it counts them (`sejumlah warga`, not `sejumlah
    uang`), or victims are to do what those in charge ask of them (`korban segera melapor`)."""
    if passage.lower[at] in grammar.quantifier:
        return starts_animate(passage, grammar, at)
    if passage.lower[at] in grammar.participation or passage.lower[at] in grammar.help:
        return _takes_part(passage, grammar, at)
    if passage.lower[at] not in grammar.victim:
        return False
    near = range(at + 1, min(at + MAX_TOLD, len(passage)))
    described = not grammar.relative.isdisjoint(passage.lower[at + 1 : at + MAX_OBJECT])
    first = next((k for k in near if described and passage.lower[k] in grammar.demand), at)  # `korban yang ... untuk`
    behind = range(first + 1, min(first + MAX_ASKED, len(passage)))
    verb = next((k for k in behind if is_verb(passage, grammar, k)), at)
    return passage.lower[verb] in grammar.recourse


def _takes_part(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether those whose help or support is asked for are to do what a demand behind them tells (`dukungan warga untuk
    menjaga ...`)."""
    first = at + 1
    while first < len(passage) and (passage.lower[first] in grammar.by or passage.lower[first] in grammar.to_person):
        first += 1
    if first >= len(passage) or not starts_animate(passage, grammar, first):
        return False
    end, marked = phrase_end(passage, grammar, first, clause_end(passage, at))
    return marked and end + 1 < len(passage) and is_verb(passage, grammar, end + 1)


def verb_before(passage: Passage, grammar: Grammar, noun: int, words: frozenset[str], reach: int = 3) -> int | None:
    """A verb of a word class within `reach` words before a noun, without another verb between."""
    for at in range(noun - 1, max(-1, noun - 1 - reach), -1):
        if passage.lower[at] in words:
            return at
        if is_verb(passage, grammar, at) or passage.is_punctuation(at):
            return None
    return None


def agent_at_end(passage: Passage, grammar: Grammar, start: int, end: int) -> tuple[int, Reference] | None:
    """Where the content ends before the cue's own agent, and that agent: `warga dilarang melintas oleh Dinas ...`.

    The content's verb being active, it has no agent of its own there (UD obl:agent of the cue).
    """
    at = next((k for k in range(start + 1, end - 1) if passage.lower[k] in grammar.passive_agent), None)
    if at is None or any(is_passive(passage, grammar, k) for k in range(start, at)):
        return None
    deverbal = passage.sentence.words[at - 1].upos == "NOUN" and passage.lower[at - 1].startswith(OF_VERBS)
    if deverbal:
        return None  # `diminta mewaspadai penipuan oleh ...`: who does what the noun tells
    if passage.addressable_at(at + 1) is None:  # `diminta pindah oleh pengembang`: nobody the graph could name
        named = passage.sentence.words[at + 1].upos in ("NOUN", "PROPN", "NUM", "DET") and passage.mention[at + 1] < 0
        return (at, Reference(NONE, None, None, passage.sentence.index)) if named else None
    behind = _chain_end(passage, at + 1, end)
    if behind < end and passage.sentence.words[behind].upos not in BEHIND_AGENT:
        return None
    return at, reference_to(passage, grammar, at + 1)
