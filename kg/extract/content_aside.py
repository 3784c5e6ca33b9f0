"""What is said besides a content in its sentence: a headline's remark, what there is, whose advice it is, what had
happened before."""

from __future__ import annotations

from kg.extract.content_clauses import says_besides
from kg.extract.content_sequels import NOMINAL
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, is_passive, is_verb

MAX_SUBJECT = 8  # words of a subject before what it did


def said_aside(passage: Passage, grammar: Grammar, start: int, at: int, end: int) -> bool:
    """Whether what begins behind a comma only goes with the demand that began at `start`."""
    return (
        remarks_in_headline(passage, grammar, at)
        or _there_is(passage, grammar, start, at, end)
        or _advises(passage, grammar, at, end)
        or _another_clause(passage, grammar, start, at, end)
        or says_besides(passage, grammar, start, at, end)
    )


def remarks_in_headline(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a headline goes on behind a comma with what who demands says or threatens (`Minta Polisi Usut Kasus Itu,
    Singgung Peran Camat`)."""
    headline = passage.sentence.is_title or passage.title_case
    if not headline or passage.mention[at] >= 0 or passage.lower[at - 1] != ",":
        return False
    lower = passage.lower[at]
    if lower in grammar.spoken_noun and passage.agent_at(at + 1) is not None:
        return True  # `Jangan Bakar Lahan, Imbauan Polres kepada Petani`
    return lower in grammar.headline_remark or lower in grammar.presentative or lower in grammar.question


def _another_clause(passage: Passage, grammar: Grammar, start: int, at: int, end: int) -> bool:
    """Whether a clause with a subject of its own begins behind a comma that tells what is the case: its verb stands
    behind an auxiliary of time (`mari jaga kampung kita, pemerintah sudah berusaha`), in a headline also an active verb
    or a state (`Minta RS Siaga, Kasus DBD Meningkat`); not one of things to be seen to."""
    if passage.sentence.tags[at] not in NOMINAL or is_verb(passage, grammar, at):
        return False
    if not grammar.assurance.isdisjoint(passage.lower[start : start + 1]) or is_passive(passage, grammar, start):
        return False
    headline = passage.sentence.is_title or passage.title_case
    for k in range(at + 1, min(end, at + MAX_SUBJECT)):
        lower = passage.lower[k]
        if passage.is_punctuation(k) or lower in grammar.relative or lower in grammar.demand:
            return False
        if lower in grammar.list_conjunction or lower in grammar.preposition or lower in grammar.conditional:
            return False
        timed = lower in grammar.already or lower in grammar.continuing
        if timed and k + 1 < end:
            return is_verb(passage, grammar, k + 1) and (headline or not is_passive(passage, grammar, k + 1))
        if is_verb(passage, grammar, k):
            return headline and lower.startswith(("me", "ber", "ter")) and lower not in grammar.bare_verb
    return False


def _there_is(passage: Passage, grammar: Grammar, start: int, at: int, end: int) -> bool:
    """Whether what there is stands behind a comma (`hindari jalan itu, ada pawai`): a noun follows, and the demand is
    not itself that there be something."""
    if passage.lower[at] not in grammar.existence or at + 1 >= end or passage.lower[at + 1] in grammar.relative:
        return False
    whole = at - start > 2 and any(is_verb(passage, grammar, k) for k in range(start, at - 1))
    there = not grammar.existence.isdisjoint(passage.lower[start : at - 1])
    return whole and not there and passage.sentence.tags[at + 1] in NOMINAL


def _advises(passage: Passage, grammar: Grammar, at: int, end: int) -> bool:
    """Whether whose advice or hope what follows is stands behind a comma (`..., usul dari saya ...`)."""
    if passage.lower[at] not in grammar.advice_noun:
        return False
    behind = at + 1 + (at + 1 < end and passage.lower[at + 1] in grammar.origin)
    return behind < end and passage.lower[behind] in grammar.first_person


def happened_before(passage: Passage, grammar: Grammar, at: int, end: int) -> bool:
    """Whether a clause tells, outside a quotation, after what event something was demanded: behind `setelah` stand its
    own subject and a verb with meN-, or any verb if the subject is so many (`meminta warga waspada setelah sejumlah
    rumah roboh`); not what somebody is to do first (`setelah menyentuh unggas`)."""
    if passage.lower[at] not in grammar.afterwards or at + 2 >= end or passage.quotation[at] >= 0:
        return False
    first = at + 1
    if passage.sentence.tags[first] not in NOMINAL or is_verb(passage, grammar, first):
        return False
    if at and passage.lower[at - 1] in grammar.urgency:
        return False  # `kembali segera setelah keadaan memungkinkan`: when to do it
    several = passage.sentence.tags[first] == "NUM" or passage.lower[first] in grammar.indefinite
    for k in range(first + 1, min(end, first + MAX_SUBJECT)):
        lower = passage.lower[k]
        if passage.is_punctuation(k) or lower in grammar.relative or lower in grammar.demand:
            return False
        if lower in grammar.existence or lower in grammar.planned or lower in grammar.must:
            return False
        if is_verb(passage, grammar, k) or (several and passage.sentence.tags[k] == "ADJ"):
            acts = lower.startswith("me") and not is_passive(passage, grammar, k)
            return several or (acts and lower not in grammar.speech)
    return False


def bidden_otherwise(passage: Passage, grammar: Grammar, start: int, end: int) -> int:
    """Where a prohibition ends before what is to be done instead: a positive adverb or modal and a predicate behind a
    comma (`jangan panik, lebih berhati-hati`, `jangan terlena, harus siaga`); else `end`."""
    for at in range(start + 1, end - 2):
        joined = passage.lower[at] == "," or passage.lower[at] in grammar.list_conjunction
        if not joined or passage.lower[at + 1] not in grammar.positive_lead:
            continue
        behind = at + 2
        while behind < end - 1 and passage.lower[behind] in grammar.positive_lead:
            behind += 1
        state = passage.sentence.tags[behind] == "ADJ" or passage.lower[behind] in grammar.attitude
        if state or (is_verb(passage, grammar, behind) and passage.lower[at + 1] != passage.lower[start]):
            return at
    return end
