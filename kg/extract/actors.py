"""Who is to act in what is demanded, where the noun phrase itself does not tell that it is of people."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.members import names_end
from kg.extract.passage import Passage, is_passive, is_verb
from kg.extract.phrases import agents_in, starts_animate
from kg.extract.predicates import is_action_noun
from kg.model import MentionKind, Reference
from kg.model.members import NONE

PAIR = 3  # words of two joined by a conjunction
MAX_NAME = 6  # words of a name
NOBODY = (MentionKind.ELECTION, MentionKind.LAW)


def somebody_behind(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether the object stands at a word, behind a phrase of time (`kami minta pada pilkada nanti KPU tegas`)."""
    before = passage.lower[at - 1]
    return starts_animate(passage, grammar, at) and before not in grammar.preposition and before not in grammar.relative


def time_phrase(passage: Passage, grammar: Grammar, at: int) -> int | None:
    """The last word of a phrase that opens at a preposition and says how soon (`dalam waktu segera`)."""
    if at + 3 >= len(passage) or passage.lower[at + 1] not in grammar.time or passage.is_punctuation(at + 3):
        return None
    return at + 2 if passage.sentence.words[at + 2].upos in ("ADV", "ADJ") else None


def participation_end(passage: Passage, grammar: Grammar, at: int, stop: int) -> int:
    """Behind a noun for taking part (`peran serta warga untuk melapor`): who takes part is addressed."""
    if at + 1 < stop and f"{passage.lower[at]} {passage.lower[at + 1]}" in grammar.participation:
        end = at + 2
    elif passage.lower[at] in grammar.participation or passage.lower[at] in grammar.help:
        end = at + 1
    else:
        return at
    while end < stop and (passage.lower[end] in grammar.by or passage.lower[end] in grammar.active_part):
        end += 1
    if end < stop and passage.lower[end] in grammar.to_person:
        end += 1  # `memohon atensi kepada Bupati untuk ...`
    return end


def takes_part(passage: Passage, grammar: Grammar, at: int, verb: int) -> bool:
    """Whether those whose part is asked for are to do an active verb themselves (`mengimbau peran serta warga menjaga
    ...`), not what only comes about (`partisipasi warga meningkat`) or what help serves (`bantuan warga mencari
    ...`)."""
    if verb + 1 >= len(passage) or passage.lower[at] in grammar.help:
        return False
    of_whom = grammar.by | grammar.to_person
    if any(passage.lower[k] in grammar.preposition and passage.lower[k] not in of_whom for k in range(at + 1, verb)):
        return False  # `keterlibatan warga dalam menjaga ...`: their part in it
    transitive = passage.lower[verb].startswith("me") and passage.sentence.tags[verb + 1] in ("NOUN", "PROPN", "PRON")
    return transitive and is_verb(passage, grammar, verb)


def obliged(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a word is a modal of obligation before what a thing must be (`anggaran harus selesai`)."""
    if passage.lower[at] not in grammar.must or passage.mention[at] >= 0 or passage.lower[at - 1] in grammar.relative:
        return False  # `persetujuan ini yang harus dilakukan`: what something is
    return passage.sentence.words[at + 1].upos in ("VERB", "ADJ", "ADV", "AUX", "ADP")


def comes_about(passage: Passage, grammar: Grammar, at: int, end: int) -> bool:
    """Whether a short noun phrase and what is to come of it begin at a word (`meminta harga beras turun`)."""
    counted = passage.sentence.tags[at] == "NUM"
    if not (counted or passage.sentence.tags[at] in ("NOUN", "PROPN")) or passage.lower[at] in grammar.time:
        return False
    for k in range(at + 1, min(end, at + MAX_NAME)):
        lower = passage.lower[k]
        if lower in grammar.outcome and not counted:
            return passage.mention[k] < 0
        if lower in grammar.turning_into:  # `meminta stunting jadi perhatian`
            return k + 1 < end and passage.lower[k + 1] in grammar.concern
        parted = lower in grammar.preposition or lower in grammar.relative or lower in grammar.clause_opener
        if parted or passage.is_punctuation(k) or is_verb(passage, grammar, k):
            return False
    return False


def whose_concern(passage: Passage, grammar: Grammar, at: int, end: int) -> tuple[Reference, ...]:
    """Whose concern something is to become (`meminta banjir jadi perhatian para camat`)."""
    noun = next((k for k in range(at + 1, end) if passage.lower[k] in grammar.concern), end)
    first = noun + 1
    while first < end and passage.mention[first] < 0 and passage.sentence.tags[first] == "ADJ":
        first += 1
    first += first < end and passage.lower[first] in grammar.benefit  # `jadi perhatian bagi para camat`
    return agents_in(passage, grammar, first, end) if first < end and starts_animate(passage, grammar, first) else ()


def obliged_thing(passage: Passage, grammar: Grammar, at: int, stop: int) -> bool:
    """Whether a short noun phrase of a thing stands at a word before a modal of obligation and a passive (`penindakan
    harus dilakukan`)."""
    if passage.sentence.words[at].upos != "NOUN" or starts_animate(passage, grammar, at):
        return False
    for k in range(at + 1, min(stop - 1, at + MAX_NAME)):
        if obliged(passage, grammar, k):
            return is_passive(passage, grammar, k + 1)
        if passage.is_punctuation(k) or is_verb(passage, grammar, k):
            return False
    return False


def acts(passage: Passage, grammar: Grammar, at: int, verb: int) -> bool:
    """Whether a short noun phrase is who is to act, whatever its name: a transitive verb with meN- follows it."""
    lower = passage.lower[verb]
    transitive = lower.startswith("me") and passage.sentence.words[verb].upos == "VERB"
    pair = verb - at == PAIR and passage.lower[at + 1] in grammar.list_conjunction  # `toko atau kios menjual ...`
    pair = pair and passage.sentence.words[at + 2].upos in ("NOUN", "PROPN")
    if not lower.endswith(("kan", "i")) and (passage.lower[at] in grammar.activity or (verb - at > 1 and not pair)):
        return False
    if passage.lower[at] in grammar.activity:
        return False
    short = 0 < verb - at <= MAX_NAME and passage.sentence.words[at].upos in ("NOUN", "PROPN")
    concerns = lower in grammar.turning_into and passage.lower[verb + 1 : verb + 2]
    if concerns and passage.lower[verb + 1] in grammar.concern:
        return False  # `meminta keselamatan menjadi perhatian`: a thing
    if (
        lower in grammar.being
        or not transitive
        or not short
        or passage.lower[at] in grammar.pointing
        or passage.lower[at] in grammar.time
    ):
        return False
    plain = all(
        passage.lower[k] not in grammar.preposition
        and passage.lower[k] not in grammar.relative
        and passage.lower[k] not in grammar.demand
        and passage.lower[k] not in grammar.clause_opener
        and not passage.is_punctuation(k)
        for k in range(at, verb)
    )
    return plain and not is_action_noun(passage, at)


def name_acts(passage: Passage, grammar: Grammar, at: int, verb: int) -> bool:
    """Whether a short phrase with a name or a quantifier that no mention of somebody covers is who is to act."""
    first = at
    while first < verb and passage.lower[first] in grammar.quantifier:
        first += 1
    events = any(
        passage.mention[k] >= 0 and passage.mentions[passage.mention[k]].kind in NOBODY for k in range(at, verb)
    )
    named = first > at or any(passage.sentence.words[k].upos == "PROPN" for k in range(first, verb))
    pointed = any(passage.lower[k] in grammar.pointing for k in range(at, verb))
    return named and not events and not pointed and acts(passage, grammar, first, verb)


def named_in(passage: Passage, grammar: Grammar, start: int, end: int) -> tuple[Reference, ...]:
    """Who is to act, whatever he is called: the members of `[start, end)` if a conjunction joins them, else it all."""
    several = any(passage.lower[k] in grammar.list_conjunction for k in range(start + 1, end))
    members = agents_in(passage, grammar, start, end, named=True) if several else ()
    return members or (Reference(NONE, passage.span(start, end), None, passage.sentence.index),)


def subjects_in(passage: Passage, grammar: Grammar, start: int, end: int) -> tuple[Reference, ...]:
    """Who acts by a name that no mention covers: each of a list of proper names, else the words `[start, end)`."""
    if names_end(passage, grammar, start, end) == end:
        return named_in(passage, grammar, start, end)
    return (Reference(NONE, passage.span(start, end), None, passage.sentence.index),)
