"""Whether a directive was given: denied, only planned or wished for, or asserted."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.grammar import Grammar
from kg.extract.main_clause import message_noun
from kg.extract.passage import Passage, clause_start, is_passive, is_verb, says_that
from kg.extract.performed import issued_text, performs, rallied
from kg.extract.phrases import starts_animate
from kg.extract.predicates import verb_by_form
from kg.extract.supposed import supposed
from kg.extract.untrue import called_untrue, rumoured
from kg.model import Factuality
from kg.model.members import ASSERTED, DENIED, HYPOTHETICAL

MAX_AIM = 20  # words of an aim before its last verb
MAX_CONDITION = 8  # words from a condition's conjunction to a cue that no comma parts from it
REACH = 4  # words before a cue in which a negation or auxiliary is its own


def factuality_of(passage: Passage, grammar: Grammar, cue: int, first_person: bool) -> Factuality:
    """The factuality of the cue at word `cue`.

    A negation or refusal right before it denies, as does a verb of denial of which it is the object. An auxiliary of
    what has not happened (`akan`, `berencana`, `bisa`) or a rumour makes it hypothetical, except that a speaker's own
    `ingin` or `mau` before the cue performs the act (`kami ingin mengimbau`).
    """
    floor = clause_start(passage, cue)
    near = passage.lower[floor:cue][-REACH:]
    acts = is_verb(passage, grammar, cue) and not is_passive(passage, grammar, cue)
    parted = False  # by a conjunction: `menolak lalu meminta ...` refuses something else
    for offset in range(1, len(near) + 1):
        word = near[-offset]
        before = near[-offset - 1] if offset < len(near) else ""
        if passage.mention[cue - offset] >= 0 and word in grammar.irrealis:
            break  # `Pihak berwenang mendesak ...`: part of a name
        parted = parted or word in grammar.sequence_conjunction
        if passage.sentence.words[cue - offset].continues and before + word in grammar.supposing:
            return HYPOTHETICAL  # `Kapolda mestinya memerintahkan ...`
        if passage.sentence.words[cue - offset].continues and before in grammar.negator:
            continue  # `bukannya memerintahkan ...`
        if word in grammar.demand and before in grammar.refusal and acts:
            continue  # `tidak lupa untuk meminta ...`
        if word in grammar.demand and before in grammar.negator and acts:
            return DENIED  # `datang bukan untuk mengajak ...`
        if (
            word in grammar.demand
            and acts
            and (issued_text(passage, grammar, cue - offset) or rallied(passage, grammar, cue - offset))
        ):
            break  # `mengeluarkan surat edaran untuk mewajibkan ...`, `menggelar aksi untuk menuntut ...`
        if word in grammar.irrealis and performs(passage, grammar, cue, cue - offset):
            break  # `hanya bisa mengimbau ...`, `ia ingin mengingatkan ...`
        if word in grammar.demand and acts and not grammar.carrying_out.isdisjoint(near[-offset - 2 : -offset]):
            done = cue - offset - (1 if before in grammar.carrying_out else 2)
            return factuality_of(passage, grammar, done, first_person)  # `[belum] memutuskan untuk melarang ...`
        if word in grammar.refusal and acts and not parted:
            never = before in grammar.impossible and not grammar.negator.isdisjoint(near[-offset - 2 : -offset - 1])
            if never or before in grammar.negator or before in grammar.prohibitive:
                break  # `tidak [pernah] lupa meminta ...`
            return DENIED
        if word in grammar.demand and before in grammar.weariness and acts:
            continue  # `tak [pernah] bosan untuk mengingatkan ...`
        if word in grammar.weariness and _unwearied(grammar, near[:-offset]):
            break  # `tak henti-hentinya meminta ...`
        if (word in grammar.accused and not parted) or (word in grammar.readiness and before in grammar.negator):
            return DENIED
        if word in grammar.hearsay:
            return HYPOTHETICAL
        if before in grammar.hearsay and passage.sentence.words[cue - offset].upos in ("ADJ", "ADV"):
            return HYPOTHETICAL  # `diduga kuat memerintahkan`
        if word in grammar.negator:
            adds = offset > 1 and near[1 - offset] in grammar.additive  # `tak hanya meminta ..., juga ...`
            return ASSERTED if adds else DENIED
        if word in grammar.irrealis and not first_person:
            return HYPOTHETICAL
        if word in grammar.planned or word in grammar.undecided:
            return HYPOTHETICAL
        if word not in grammar.pre_verb and word not in grammar.irrealis:
            break
    if cue > floor and passage.lower[cue - 1] in grammar.verb_coordinator and _planned(passage, grammar, cue, floor):
        return HYPOTHETICAL  # `akan menutup jalan dan meminta warga ...`
    if cue > floor and passage.lower[cue - 1] in grammar.either and _neither(passage, grammar, cue, floor):
        return DENIED  # `tidak akan meminta uang atau menyuruh warga ...`
    if cue > floor and acts and _never_any(passage, grammar, cue, floor):
        return DENIED  # `tidak pernah melarang pasar, mengharuskan vaksin dan mewajibkan masker`
    clause = passage.lower[floor:cue]
    if not grammar.disbelief.isdisjoint(clause[:2]) and _disbelieved(passage, grammar, cue, floor):
        return DENIED  # `masak Presiden memerintahkan`
    if not grammar.impossible.isdisjoint(clause) and _impossible(passage, grammar, cue, floor):
        return DENIED  # `tidak mungkin Presiden memerintahkan`
    if not grammar.denial.isdisjoint(clause) and _denied(passage, grammar, cue, floor):
        return DENIED
    if called_untrue(passage, grammar, cue):
        return DENIED
    message = message_noun(passage, grammar, cue)
    if message is not None and (doubt := _message_doubted(passage, grammar, message, cue)) is not None:
        return doubt
    if not grammar.accusation.isdisjoint(clause) and _slandered(passage, grammar, cue, floor):
        return DENIED
    if not grammar.accused.isdisjoint(clause) and _in_role(passage, grammar, cue, floor):
        return DENIED
    if (acts and (_aimed_at(passage, grammar, cue, floor) or _aimed_too(passage, grammar, cue))) or rumoured(
        passage, grammar, cue
    ):
        return HYPOTHETICAL
    if supposed(passage, grammar, cue):
        return HYPOTHETICAL
    if not grammar.conditional.isdisjoint(clause):
        opener = next(k for k in range(cue - 1, floor - 1, -1) if passage.lower[k] in grammar.conditional)
        spoken = says_that(passage, grammar, opener)
        near_by = "," not in passage.lower[opener:cue] and cue - opener <= MAX_CONDITION
        if near_by and not spoken and not _behind_condition(passage, grammar, opener, cue):
            return HYPOTHETICAL
    return ASSERTED


def _behind_condition(passage: Passage, grammar: Grammar, opener: int, cue: int) -> bool:
    """Whether the first person begins the main clause right before the cue, the condition before it having a predicate
    of its own (`kalau kondisinya kurang bagus kami sarankan ...`): what is asked is conditional, the asking is not."""
    own = cue - 1
    while own > opener and passage.lower[own] in grammar.pre_verb:
        own -= 1
    if passage.lower[own] not in grammar.first_person or passage.lower[own - 1] in grammar.irrealis:
        return False  # `jika berkerumun akan kita imbau pulang`: a plan
    return any(is_verb(passage, grammar, k) or passage.sentence.tags[k] == "ADJ" for k in range(opener + 1, own))


def _unwearied(grammar: Grammar, before: Sequence[str]) -> bool:
    """Whether a negation, `pernah` between them or not, stands right before a word of tiring."""
    last = -2 if before and before[-1] in grammar.impossible else -1
    return len(before) >= -last and before[last] in grammar.negator


def _message_doubted(passage: Passage, grammar: Grammar, noun: int, cue: int) -> Factuality | None:
    """What a message before `bahwa` makes of the order that it tells (`tudingan bahwa ...`, `kabar bahwa ... dibantah`,
    `rumor bahwa ...`), `None` if it is told as a fact."""
    lower = passage.lower[noun]
    refuted = not grammar.denial.isdisjoint(passage.lower[cue + 1 :])
    if lower in grammar.accusation or (lower in grammar.hearsay_noun and refuted):
        return DENIED
    return HYPOTHETICAL if lower in grammar.unconfirmed else None


def _slandered(passage: Passage, grammar: Grammar, cue: int, floor: int) -> bool:
    """Whether an order is what an accusation says (`menyebarkan fitnah bahwa Bupati menyuruh ...`, `tuduhan tanpa bukti
    bahwa ...`): its `bahwa` stands before the cue, near behind the noun."""
    that = next((k for k in range(cue - 1, floor, -1) if passage.lower[k] in grammar.that), floor)
    return not grammar.accusation.isdisjoint(passage.lower[max(floor, that - REACH) : that])


def _aimed_at(passage: Passage, grammar: Grammar, cue: int, floor: int) -> bool:
    """Whether that somebody gives the order is only the aim of something (`memohon agar hakim memerintahkan ...`): a
    conjunction of purpose stands right before who would."""
    at = cue
    while at > floor and passage.lower[at - 1] in grammar.pre_verb and passage.mention[at - 1] < 0:
        at -= 1
    found = passage.mention[at - 1] if at > floor else -1
    first = passage.mentions[found].first if found >= 0 else floor
    return first > floor and passage.lower[first - 1] in grammar.purpose & grammar.demand


def _aimed_too(passage: Passage, grammar: Grammar, cue: int) -> bool:
    """Whether a cue is the last of several verbs of an aim that is no demand's content (`kami membuka ruang agar media
    bisa belajar, memperkuat diri, dan mendorong Polri ...`)."""
    if cue < 1 or passage.lower[cue - 1] not in grammar.list_conjunction:
        return False
    aims = grammar.purpose & grammar.demand
    aim = next((k for k in range(cue - 1, max(0, cue - MAX_AIM), -1) if passage.lower[k] in aims), 0)
    possible = any(passage.lower[k] in grammar.irrealis for k in range(aim + 1, cue - 1))
    return (
        aim > 0
        and possible
        and not any(word in grammar.cues.forms and word not in grammar.irrealis for word in passage.lower[:aim])
    )


def _disbelieved(passage: Passage, grammar: Grammar, cue: int, floor: int) -> bool:
    """Whether a word of disbelief that opens a clause is said of all of it: no comma parts it from the cue and no noun
    or adjective makes it the name of a time (`masa tenang, KPU meminta ...`, `memasuki masa kampanye ...`)."""
    at = next(k for k in range(floor, cue) if passage.lower[k] in grammar.disbelief)
    if passage.lower[floor] in grammar.preposition or "," in passage.lower[at:cue] or at + 1 == cue:
        return False  # the last: `masa menuntut ...`: the crowd
    if at > floor and is_verb(passage, grammar, floor):
        return False
    named = passage.sentence.tags[at] == "NOUN" and passage.sentence.tags[at + 1] in ("NOUN", "ADJ")
    return not named or starts_animate(passage, grammar, at + 1)


def _impossible(passage: Passage, grammar: Grammar, cue: int, floor: int) -> bool:
    """Whether a negated possibility stands in the clause before a cue, no comma nor conjunction of an adverbial clause
    between them (`tak ada yang hadir saat Bupati meminta ...`); not that of tiring or forgetting (`tidak pernah lelah
    meminta ...`) or of denying (`tidak ada yang membantah ...`)."""
    return any(
        passage.lower[k] in grammar.negator
        and passage.lower[k + 1] in grammar.impossible
        and passage.lower[k + 2] not in grammar.weariness
        and passage.lower[k + 2] not in grammar.refusal
        and "," not in passage.lower[k:cue]
        and grammar.denial.isdisjoint(passage.lower[k:cue])
        and not _aside_between(passage, grammar, k, cue)
        for k in range(floor, cue - 1)
    )


def _aside_between(passage: Passage, grammar: Grammar, first: int, cue: int) -> bool:
    """Whether the cue stands in an adverbial clause that somebody opens behind its conjunction (UD advcl): what is
    negated or denied before is another clause."""
    return any(
        passage.lower[k] in grammar.side_clause and starts_animate(passage, grammar, k + 1)
        for k in range(first, cue - 1)
    )


def _denied(passage: Passage, grammar: Grammar, cue: int, floor: int) -> bool:
    """Whether a word of denial before a cue denies it: no comma between them, the cue not coordinated with it
    (`membantah kabar itu dan meminta ...`), the denial not only told of the subject (`yang membantah terlibat meminta
    ...`), nor the object of another verb (`menanggapi hoaks itu Bupati meminta ...`)."""
    first = cue
    while first > floor and passage.lower[first - 1] in grammar.pre_verb:
        first -= 1
    joined = passage.lower[max(floor, first - 1) : cue]
    if any(word in grammar.verb_coordinator or word in grammar.sequence_conjunction for word in joined):
        return False
    at = next(k for k in range(cue - 1, floor - 1, -1) if passage.lower[k] in grammar.denial)
    if "," in passage.lower[at:cue] or (at > floor and passage.lower[at - 1] in grammar.negator):
        return False
    if _aside_between(passage, grammar, at, cue):
        return False
    if passage.lower[at - 1] in grammar.relative and not grammar.negator.isdisjoint(passage.lower[max(0, at - 3) : at]):
        return False  # `tidak ada yang membantah ...`
    pointed = passage.lower[at + 1] in grammar.pointing and passage.agent_at(at + 2) is not None
    if pointed and at > floor and is_verb(passage, grammar, at - 1):
        return False
    told = at > floor and passage.lower[at - 1] in grammar.relative
    return not told or not any(verb_by_form(passage, grammar, k) for k in range(at + 1, cue))


def _in_role(passage: Passage, grammar: Grammar, cue: int, floor: int) -> bool:
    """Whether somebody is accused of being who gave the order (`dituduh sebagai orang yang memerintahkan ...`)."""
    at = next(k for k in range(cue - 1, floor - 1, -1) if passage.lower[k] in grammar.accused)
    return passage.lower[at + 1] in grammar.in_role and passage.lower[cue - 1] in grammar.relative


def _planned(passage: Passage, grammar: Grammar, cue: int, floor: int) -> bool:
    """Whether the verb that a cue is coordinated with is a plan: an auxiliary of one stands in the clause."""
    first = cue
    while first > floor and not passage.is_punctuation(first - 1):
        first -= 1
    return (
        any(  # not `mengingatkan warga akan bahaya petasan dan meminta ...`, nor `berjanji akan mengusut dan meminta`
            (passage.lower[k] in grammar.planned or passage.lower[k] in grammar.able)
            and (k == first or passage.lower[k - 1] not in grammar.remarking | grammar.speech)
            and any(verb_by_form(passage, grammar, v) for v in range(k + 1, min(cue, k + REACH)))
            for k in range(first, cue)
        )
    )


def _neither(passage: Passage, grammar: Grammar, cue: int, floor: int) -> bool:
    """Whether the verb before `atau` is negated, no other verb coordinated with it: the negation holds for both."""
    for at in range(cue - 2, floor - 1, -1):
        if passage.is_punctuation(at) or passage.lower[at] in grammar.verb_coordinator:
            return False
        if passage.lower[at] in grammar.negator:
            return any(verb_by_form(passage, grammar, verb) for verb in range(at + 1, min(cue - 1, at + REACH)))
    return False


def _never_any(passage: Passage, grammar: Grammar, cue: int, floor: int) -> bool:
    """Whether a cue goes on with a list of what was never done: behind a comma, or behind the conjunction of a list
    with a comma, nothing but verbs with meN- and their objects standing between it and `tidak pernah`."""
    before = passage.lower[cue - 1]
    if before != "," and before not in grammar.list_conjunction:
        return False
    listed = False
    for at in range(cue - 1, floor - 1, -1):
        lower = passage.lower[at]
        if at + 1 < cue and lower in grammar.negator and passage.lower[at + 1] in grammar.impossible:
            return listed
        active = passage.lower[at + 1].startswith("me") and verb_by_form(passage, grammar, at + 1)
        if lower == "," and not active:
            return False
        listed = listed or lower == ","
        if lower in grammar.contrast or lower in grammar.clause_opener or passage.is_mark(at):
            return False
    return False
