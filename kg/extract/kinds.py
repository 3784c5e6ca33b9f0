"""What words are to the rules of directives by their form alone, as bits: one look-up a word for all rules."""

from __future__ import annotations

from collections.abc import Callable
from itertools import compress, count
from typing import TYPE_CHECKING, Final

from kg.lexicon.remembered import Remembered

if TYPE_CHECKING:
    from kg.extract.grammar import Grammar
    from kg.model import Sentence

LONG_ACTIVE = 7  # letters: a longer word with meN- is a verb, whatever it is tagged
SHORT_PASSIVE = 4  # letters: a word with di- must be longer to be a passive
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
    if True not in sentence.continuing:
        return kinds
    whole = list(kinds)
    for at in compress(count(), sentence.continuing[1:]):
        behind = at + 1
        while behind < len(lowers) and sentence.continuing[behind]:
            behind += 1
        whole[at] |= grammar.kinds["".join(lowers[at:behind])] & CUE
    return tuple(whole)


def known_kinds(grammar: Grammar) -> Remembered[str, int]:
    """The kinds of each word in lower case."""
    tests: tuple[tuple[int, Callable[[str], bool]], ...] = (
        (CUE, grammar.cues.forms.__contains__),
        (FORM, lambda word: word in grammar.bare_form or word.endswith(grammar.endings)),
        (PARTICLE, grammar.imperative_particle.__contains__),
        (URGES, grammar.urgency.__contains__),
        (JOINS, grammar.verb_object_conjunction.__contains__),
        (DIVIDES, DIVIDERS.__contains__),
        (NO_VERB, grammar.no_verb.__contains__),
        (COMPOUND, grammar.compound_head.__contains__),
        (COMPOUND_TAIL, grammar.compound_tail.__contains__),
        (BARE_VERB, grammar.bare_verb.__contains__),
        (BARE_VERB_OR_NOUN, grammar.bare_verb_or_noun.__contains__),
        (ACTIVE, lambda word: word.startswith(("mem", "men", "meng")) and len(word) > LONG_ACTIVE),
        (PASSIVE, lambda word: _is_passive(word) and word not in grammar.not_passive | grammar.verb_form),
        (SIGN, lambda word: not word.isalnum() and not any(map(str.isalnum, word))),
        (ENDS_CONTENT, grammar.ends_content.__contains__),
        (CONDITIONAL, grammar.conditional.__contains__),
        (PURPOSE, grammar.purpose.__contains__),
        (PURPOSE_LEAD, grammar.purpose_lead.__contains__),
        (PERIOD, grammar.period.__contains__),
        (AUTHORITY, grammar.authority.__contains__),
        (ENDS_OBJECT, (grammar.preposition | grammar.coordinator | grammar.demand | grammar.relative).__contains__),
    )
    return Remembered(lambda word: sum(kind for kind, holds in tests if holds(word)), KNOWN_WORDS)


def _is_passive(word: str) -> bool:
    return word.startswith("di") and len(word) > SHORT_PASSIVE


def ending_words(grammar: Grammar) -> frozenset[str]:
    """The words before which the content of a directive may end, and the signs."""
    ending = grammar.content_end | grammar.sentence_opener | grammar.particle | grammar.prohibitive
    ending |= grammar.clause_opener & grammar.new_clause
    ending |= grammar.truth | grammar.untruth | grammar.planned | grammar.list_conjunction | grammar.colon
    ending |= grammar.time_clause | grammar.said_in | grammar.as_reported | grammar.meanwhile
    ending |= grammar.sentence_sign
    return ending | {",", ")", ";"}
