"""What verbs of demand tell though nobody says anything: what a law provides, what somebody can do, what things do."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.own_plight import own_plight
from kg.extract.passage import Passage, is_passive
from kg.extract.predicates import is_deed

MAX_CITED = 4  # words from a preposition to the law that it cites
MAX_NEED = 8  # words between a verb of needing and what something is needed for
NAMING = ("NOUN", "PROPN", "PRON")  # UD tags
STATE = "ke", "an"  # the circumfix of nouns for states (Sneddon 2010, 1.40)


def unsaid(passage: Passage, grammar: Grammar, cue: int, floor: int) -> bool:
    """Whether a modal or a passive is nobody's demand: what befalls somebody or is admitted, what a law provides, what
    gives a reason, or what is hoped of a thing."""
    if own_plight(passage, grammar, cue, floor):
        return True
    if _by_law(passage, grammar, cue, floor) or _gives_reason(passage, grammar, cue):
        return True
    if _says_why(passage, grammar, cue, floor):
        return True
    if passage.lower[cue] in grammar.hoped_for or _promoted(passage, grammar, cue):
        return _hoped_of_thing(passage, grammar, cue)
    return passage.lower[cue].startswith("di") and only_able(passage, grammar, cue)


def only_able(passage: Passage, grammar: Grammar, cue: int) -> bool:
    """Whether somebody only can say so (`atasan dapat meminta bukti`); not where it is all he can do (`kami hanya bisa
    mengimbau`)."""
    if cue > 0 and passage.lower[cue - 1] in grammar.hard:
        return True  # `hakim sulit melarang`
    if cue < 2 or passage.lower[cue - 1] not in grammar.capable:
        return False
    return passage.lower[cue - 2] not in grammar.only


def drives(passage: Passage, grammar: Grammar, cue: int) -> bool:
    """Whether the subject (UD nsubj) of a verb is a law, or that of a verb that things can have too a noun that stands
    for nobody (`sentimen ini mendorong petani menjual sawah`)."""
    if passage.title_case:
        return False
    thing = passage.lower[cue] in grammar.driving
    for word in passage.sentence.words[:cue]:
        if word.head != cue or word.deprel != "nsubj" or "," in passage.lower[word.index : cue]:
            continue
        if passage.lower[word.index] in grammar.provision and passage.mention[word.index] < 0:
            return True
        if (
            thing
            and word.upos == "NOUN"
            and _is_thing(passage, grammar, word.index)
            and not _named(passage, word.index)
        ):
            return True
    return False


def _named(passage: Passage, at: int) -> bool:
    """Whether a noun and the word behind it have capitals (`Semen Merapi`)."""
    texts = passage.sentence.texts[at : at + 2]
    return all(text[:1].isupper() for text in texts)


def serves(passage: Passage, grammar: Grammar, cue: int) -> bool:
    """Whether a verb behind `untuk` is only what something is good or needed for (`efektif untuk mengajak warga`, `kami
    butuh bantuan untuk mendesak DPR`)."""
    at = cue - 1
    if at < 1 or passage.lower[at] not in grammar.purpose_lead & grammar.demand:
        return False
    if passage.sentence.tags[at - 1] == "ADJ" and passage.mention[at - 1] < 0:
        return True
    return not grammar.needing.isdisjoint(passage.lower[max(0, at - MAX_NEED) : at])


def _by_law(passage: Passage, grammar: Grammar, cue: int, floor: int) -> bool:
    """Whether the clause opens with the law that provides so (`berdasarkan Pasal 3 perda itu, warga wajib ...`)."""
    for at in range(floor, cue - 1):
        if passage.lower[at] not in grammar.citing or passage.mention[at] >= 0:
            continue
        cited = passage.lower[at + 1 : min(cue, at + 1 + MAX_CITED)]
        if "," in cited:
            cited = cited[: cited.index(",")]
        if grammar.provision.isdisjoint(cited):
            continue
        first = at
        while first > floor and passage.lower[first - 1] != "," and passage.lower[first - 1] not in grammar.speech:
            first -= 1
        if not any(
            passage.sentence.tags[k] in NAMING and passage.lower[k] not in grammar.that for k in range(first, at)
        ):
            return True
    return False


def _gives_reason(passage: Passage, grammar: Grammar, cue: int) -> bool:
    """Whether a sentence of a report opens with a word that makes all of it a reason (`sebab, jalan itu harus
    ditutup`); not advice or what comes of the reason (`sebab, itu berbahaya, makanya ...`)."""
    if passage.quotation[cue] >= 0 or not (
        passage.lower[cue] in grammar.obligation or passage.lower[cue] in grammar.negator
    ):
        return False
    first = next((k for k in range(cue) if not passage.is_punctuation(k)), cue)
    if first + 1 >= cue or passage.lower[first] not in grammar.because or passage.lower[first + 1] != ",":
        return False
    between = passage.lower[first + 1 : cue]
    return grammar.clause_opener.isdisjoint(between) and grammar.hence.isdisjoint(between)


def _says_why(passage: Passage, grammar: Grammar, cue: int, floor: int) -> bool:
    """Whether a clause is what a noun for a reason that opens it is about (`alasan warga harus mengungsi ...`)."""
    first = next((k for k in range(floor, cue) if not passage.is_punctuation(k)), cue)
    if first + 1 >= cue or passage.lower[first] not in grammar.grounds:
        return False
    between = passage.lower[first + 1 : cue]
    return "," not in between and grammar.copula.isdisjoint(between) and grammar.clause_opener.isdisjoint(between)


def _promoted(passage: Passage, grammar: Grammar, cue: int) -> bool:
    """Whether a passive of pushing tells what its subject is promoted for (`sektor itu didorong untuk memacu ekonomi`);
    not what is to be done to it (`kasus itu didorong untuk segera diusut`)."""
    if passage.lower[cue] not in grammar.pushing or cue + 2 >= len(passage):
        return False
    aim = passage.lower[cue + 1] in grammar.purpose_lead
    return aim and not any(is_passive(passage, grammar, k) for k in (cue + 2, cue + 3) if k < len(passage))


def _hoped_of_thing(passage: Passage, grammar: Grammar, cue: int) -> bool:
    """Whether the subject (UD nsubj:pass) of a passive of hope is a thing, state or measure (`kehadiran pasar itu
    diharapkan membantu petani`)."""
    return any(
        word.head == cue
        and word.deprel.startswith("nsubj")
        and word.upos == "NOUN"
        and _is_thing(passage, grammar, word.index)
        for word in passage.sentence.words[:cue]
    )


def _is_thing(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a noun stands for a thing, a state or a deed, and for nobody."""
    lower = passage.lower[at]
    if passage.mention[at] >= 0 or lower in grammar.acting_body or lower in grammar.person_noun:
        return False
    prefix, suffix = STATE
    listed = lower in grammar.acting_thing or lower in grammar.hoped_thing or lower in grammar.incident
    return listed or (lower.startswith(prefix) and lower.endswith(suffix)) or is_deed(passage, grammar, at)
