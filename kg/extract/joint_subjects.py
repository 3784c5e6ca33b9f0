"""The verb before a cue whose subject is the cue's too: who stands between them is only its object."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, is_verb
from kg.extract.predicates import ACTIVE, verb_by_form

MAX_OBJECT = 8  # words from a verb to whom its object names last


def verb_by_means(passage: Passage, grammar: Grammar, index: int, verb: int, floor: int) -> int | None:
    """The active verb in whose object or adverbial the agent at a word stands, if the cue right behind them says by
    what means it is done (`menjawab keluhan warga dengan meminta ...`; UD advcl)."""
    if index <= floor or passage.lower[verb - 1] not in grammar.besides or passage.agent_at(index) is None:
        return None
    mention = passage.mentions[passage.mention[index]]
    words = passage.sentence.words[mention.first : mention.last]
    if mention.last != verb - 1 or any(word.deprel.startswith("nsubj") for word in words):
        return None
    for at in range(mention.first - 1, max(floor, mention.first - MAX_OBJECT), -1):
        if passage.lower[at] == "," or passage.is_mark(at) or passage.lower[at] in grammar.clause_opener:
            return None
        if passage.lower[at].startswith(ACTIVE) and is_verb(passage, grammar, at):
            return at
    return None


def verb_of_object(passage: Passage, grammar: Grammar, index: int, verb: int) -> int | None:
    """The active verb whose object the agent at a word is, if a verb coordinated with it has the same subject
    (`mengingatkan warga akan bahaya petasan dan meminta ...`): the object does nothing in between."""
    mention = passage.mentions[passage.mention[index]]
    before = mention.first - 1
    while before > 1 and passage.lower[before] in grammar.list_conjunction and passage.agent_at(before - 1) is not None:
        before = passage.mentions[passage.mention[before - 1]].first - 1  # `menemui korban dan keluarga lalu ...`
    before -= before > 1 and passage.sentence.tags[before] == "NUM"  # `melantik 15 camat, lalu meminta ...`
    conjunction = passage.lower[verb - 1]
    joined = conjunction in grammar.list_conjunction or conjunction in grammar.sequence_conjunction
    joined = joined or (
        conjunction in grammar.until and mention.last == verb - 1
    )  # `menekan warga hingga menyuruh ...`
    if not joined or before < 1 or not passage.lower[before].startswith("me") or not is_verb(passage, grammar, before):
        return None
    return None if any(verb_by_form(passage, grammar, k) for k in range(mention.last, verb)) else before
