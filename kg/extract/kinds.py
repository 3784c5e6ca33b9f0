"""What words are to the rules of directives by their form alone, as bits: one look-up a word for all rules."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import compress, count
from typing import TYPE_CHECKING, Final

from kg.lexicon.remembered import Remembered

if TYPE_CHECKING:
    from kg.extract.grammar import Grammar
    from kg.model import Sentence

LONG_ACTIVE = 7  # letters: a longer word with meN- is a verb, whatever it is tagged
SHORT_PASSIVE = 4  # letters: a word with di- must be longer to be a passive
MEN, DI = ("mem", "men", "meng"), "di"
MARKS = frozenset("\"'“”„‟«»‘’`") | {"``", "''", "“", "”"}
DIVIDERS = frozenset({";", ":"})
KNOWN_WORDS = 65536  # at most; then all are forgotten

# What a word can be, as bits.
CUE: Final = 1 << 0  # a form of a cue begins with it, or is its whole token
FORM: Final = 1 << 1  # it may be an imperative
PARTICLE: Final = 1 << 2  # makes an imperative of the word before
URGES: Final = 1 << 3
JOINS: Final = 1 << 4  # a conjunction between a verb and what it demands
DIVIDES: Final = 1 << 5  # parts a sentence
NO_VERB: Final = 1 << 6
COMPOUND: Final = 1 << 7  # begins a compound noun
BARE_VERB: Final = 1 << 8
BARE_VERB_OR_NOUN: Final = 1 << 9
ACTIVE: Final = 1 << 10  # has meN- and is long
PASSIVE: Final = 1 << 11  # has di-
SIGN: Final = 1 << 12  # neither letters nor digits
ENDS_CONTENT: Final = 1 << 13  # what is demanded may end before it
CONDITIONAL: Final = 1 << 14
PURPOSE: Final = 1 << 15
PURPOSE_LEAD: Final = 1 << 16
PERIOD: Final = 1 << 17
AUTHORITY: Final = 1 << 18
ENDS_OBJECT: Final = 1 << 19  # a verb's object ends before it
COMPOUND_TAIL: Final = 1 << 20  # ends a compound noun

LEADING: Final = CUE | FORM | PARTICLE | URGES | JOINS  # what can lead to a directive
LEADS: Final = LEADING | DIVIDES
TELLS_OF_VERB: Final = BARE_VERB | BARE_VERB_OR_NOUN | ACTIVE  # without these a word is a verb only by its tag


def kinds_of(sentence: Sentence, grammar: Grammar) -> tuple[int, ...]:
    """The kinds of a sentence's words; a cue that is a token of several words is one of the first."""
    lowers = sentence.lowers
    kinds = tuple(map(grammar.kinds.__getitem__, lowers))
    if DI in lowers:
        kinds = _with_split_passives(kinds, lowers, grammar)
    if True not in sentence.continuing:
        return kinds
    whole = list(kinds)
    for at in compress(count(), sentence.continuing[1:]):
        behind = at + 1
        while behind < len(lowers) and sentence.continuing[behind]:
            behind += 1
        whole[at] |= grammar.kinds["".join(lowers[at:behind])] & CUE
    return tuple(whole)


def _with_split_passives(kinds: tuple[int, ...], lowers: tuple[str, ...], grammar: Grammar) -> tuple[int, ...]:
    """The kinds with those of passives whose prefix is written apart (`harus di usut`), a slip of many papers: before a
    root that is no noun, or behind a word that needs a verb."""
    found = [at for at in range(1, len(lowers) - 1) if lowers[at] == DI and _splits(kinds, lowers, at, grammar)]
    return tuple([kind | PASSIVE if at in found else kind for at, kind in enumerate(kinds)]) if found else kinds


def _splits(kinds: tuple[int, ...], lowers: tuple[str, ...], at: int, grammar: Grammar) -> bool:
    root, before = lowers[at + 1], lowers[at - 1]
    if root in grammar.no_split_root:
        return False
    if kinds[at + 1] & BARE_VERB and not kinds[at + 1] & BARE_VERB_OR_NOUN:
        return True
    needed = before in grammar.obligation or before in grammar.demand or before in grammar.pre_verb
    return root in grammar.split_root and (needed or before in grammar.prohibitive)


def known_kinds(grammar: Grammar) -> Remembered[str, int]:
    """The kinds of each word in lower case."""
    listed = _listed(grammar)
    no_passive = grammar.not_passive | grammar.verb_form

    def kinds(word: str) -> int:
        found = listed.get(word, 0)
        if word.endswith(grammar.endings):
            found |= FORM
        if word.startswith(MEN) and len(word) > LONG_ACTIVE:
            found |= ACTIVE
        if word.startswith(DI) and len(word) > SHORT_PASSIVE and word not in no_passive:
            found |= PASSIVE
        return found if word.isalnum() or any(map(str.isalnum, word)) else found | SIGN

    return Remembered(kinds, KNOWN_WORDS)


def _listed(grammar: Grammar) -> dict[str, int]:
    """The kinds of the words that the grammar lists."""
    lists: tuple[tuple[int, Iterable[str]], ...] = (
        (CUE, grammar.cues.forms),
        (FORM, grammar.bare_form),
        (PARTICLE, grammar.imperative_particle),
        (URGES, grammar.urgency),
        (JOINS, grammar.verb_object_conjunction),
        (DIVIDES, DIVIDERS),
        (NO_VERB, grammar.no_verb),
        (COMPOUND, grammar.compound_head),
        (COMPOUND_TAIL, grammar.compound_tail),
        (BARE_VERB, grammar.bare_verb),
        (BARE_VERB_OR_NOUN, grammar.bare_verb_or_noun),
        (ENDS_CONTENT, grammar.ends_content),
        (CONDITIONAL, grammar.conditional),
        (PURPOSE, grammar.purpose),
        (PURPOSE_LEAD, grammar.purpose_lead),
        (PERIOD, grammar.period),
        (AUTHORITY, grammar.authority),
        (ENDS_OBJECT, grammar.preposition | grammar.coordinator | grammar.demand | grammar.relative),
    )
    found: dict[str, int] = {}
    for kind, words in lists:
        for word in words:
            found[word] = found.get(word, 0) | kind
    return found


def ending_words(grammar: Grammar) -> frozenset[str]:
    """The words before which the content of a directive may end, and the signs."""
    ending = grammar.content_end | grammar.sentence_opener | grammar.particle | grammar.prohibitive
    ending |= grammar.clause_opener & grammar.new_clause
    ending |= grammar.truth | grammar.untruth | grammar.planned | grammar.list_conjunction | grammar.colon
    ending |= grammar.time_clause | grammar.said_in | grammar.as_reported | grammar.meanwhile
    ending |= grammar.sentence_sign | grammar.afterwards | grammar.main_predicate | grammar.pointing
    return ending | MARKS | {",", ")", ";"}
