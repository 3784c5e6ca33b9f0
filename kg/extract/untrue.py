"""Whether a sentence calls a message untrue or a rumour: what it tells was not ordered, or nobody knows (`kabar Kapolri
memerintahkan ... tidak benar`, `bukan Kapolri yang memerintahkan ...`, `beredar kabar Kapolri memerintahkan ...`)."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.passage import Passage

MAX_CLEFT = 12  # words from `bukan` to the relative word of its clause


def called_untrue(passage: Passage, grammar: Grammar, cue: int) -> bool:
    """Whether the sentence of the cue at word `cue` says of what is told with it that it is not so."""
    if grammar.truth.isdisjoint(passage.lower) and grammar.untruth.isdisjoint(passage.lower):
        return _other_than(passage, grammar, cue)
    before = any(
        passage.lower[k] in grammar.negator
        and passage.lower[k + 1] in grammar.truth
        and _opens(passage, grammar, k)
        and "," not in passage.lower[k:cue]
        for k in range(cue - 1)
    )
    if before or _other_than(passage, grammar, cue):
        return True
    return any(untrue_from(passage, grammar, cue + 1, k) is not None for k in range(cue + 2, len(passage)))


def untrue_from(passage: Passage, grammar: Grammar, start: int, at: int) -> int | None:
    """Where the predicate begins that says of a message named before `start` that it is untrue, its last word being at
    `at`; `None` if none does: it ends its clause and stands in no relative clause (UD acl:relcl) or condition.
    """
    first = at - 1 if passage.lower[at] in grammar.truth else at
    if first == at and passage.lower[at] not in grammar.untruth:
        return None
    if first < at and passage.lower[first] not in grammar.negator:
        return None
    ends = at + 1 >= len(passage) or passage.is_punctuation(at + 1)
    while first - 1 > start and passage.lower[first - 1] in grammar.verdict_lead:
        first -= 1
    before = passage.lower[first - 1]
    if not ends or before in grammar.relative or before in grammar.conditional or before in grammar.hoax_deed:
        return None
    named = next((k for k in range(start - 1, -1, -1) if passage.lower[k] in grammar.hearsay_noun), None)
    return None if named is None or "," in passage.lower[named:first] else first


def rumoured(passage: Passage, grammar: Grammar, cue: int) -> bool:
    """Whether an order is only rumoured, suspected or played: news of it goes about (`beredar kabar Kapolri
    memerintahkan ...`, `menurut rumor, ...`), somebody suspects it (`warga menduga Kapolri memerintahkan ...`), or the
    sentence opens with a play (`dalam film itu ...`)."""
    lower = passage.lower
    told = not (grammar.rumour.isdisjoint(lower) and grammar.suspecting.isdisjoint(lower))
    for k in range(cue - 1) if told else ():
        if lower[k] in grammar.rumour and (lower[k - 1] in grammar.circulating or lower[k + 1] in grammar.circulating):
            return "," not in lower[k:cue]
        if lower[k] in grammar.suspecting and only_names(passage, grammar, k + 1, cue):
            return True
    first = next((k for k in range(cue) if not passage.is_punctuation(k)), cue)
    opening = lower[first + 1] if first + 1 < cue else ""
    heard = lower[first] in grammar.speech and opening in grammar.rumour
    return heard or (lower[first] in grammar.preposition and opening in grammar.play)


def only_names(passage: Passage, grammar: Grammar, first: int, last: int) -> bool:
    """Whether nothing but somebody, a conjunction before him and adverbs behind stand in `[first, last)`."""
    own = grammar.reflexive  # `isu bahwa dirinya ...`
    named = [
        passage.agent_at(k) is not None or lower in own or (passage.split[k - 1] and passage.lower[k - 1] in own)
        for k, lower in enumerate(passage.lower[first:last], first)
    ]
    known = grammar.pre_verb | grammar.claim_opener
    return any(named) and all(
        one or passage.lower[first + at] in known or passage.is_punctuation(first + at) for at, one in enumerate(named)
    )


def _opens(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a clause opens at a word: nothing, a mark, a verb of speech or its conjunction stands before it."""
    before = passage.lower[at - 1] if at else ""
    return not before or passage.is_punctuation(at - 1) or before in grammar.speech or before in grammar.claim_opener


def _other_than(passage: Passage, grammar: Grammar, cue: int) -> bool:
    """Whether somebody else gave the order: `bukan X yang [telah] memerintahkan ...`, but `bukan hanya X yang ...`."""
    relative = cue - 1
    while relative > 0 and passage.lower[relative] in grammar.pre_verb:
        relative -= 1
    if relative < 1 or passage.lower[relative] not in grammar.relative or passage.agent_at(relative - 1) is None:
        return False
    for k in range(relative - 2, max(-1, relative - MAX_CLEFT), -1):
        if passage.lower[k] == ",":
            return False
        if passage.lower[k] in grammar.negator and _opens(passage, grammar, k):
            return passage.agent_at(k + 1) is not None or passage.lower[k + 1] in grammar.quantifier
    return False
