"""Names that no mention covers, as the subjects of verbs."""

from __future__ import annotations

from kg.extract.documents import is_document_at
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage
from kg.model import Reference
from kg.model.making import maker
from kg.model.members import NONE, PLACE

new_reference = maker(Reference)

LETTERS = 3  # at most, of initials


def proper_name(passage: Passage, grammar: Grammar, at: int, floor: int) -> Reference | None:
    """A proper name right before the verb that no mention of an agent covers: the subject of an act of speech is
    somebody, a country stands for its government.
    """
    first = at + 1
    while first > floor and _of_name(passage, grammar, first - 1):
        first -= 1
    if first <= at and is_place(passage, first) and not _opens(passage, grammar, first, floor):
        return None
    if first <= at and is_document_at(passage, grammar, first):
        return None  # `Surat Edaran melarang ...`
    if first > at or at + 1 - first > 4 or (first > floor and passage.lower[first - 1] in grammar.preposition):
        return None
    return new_reference(NONE, passage.span(first, at + 1), None, passage.sentence.index)


def behind_comma(passage: Passage, named: Reference) -> bool:
    """Whether a comma parts a name from what stands before it, the topic of a headline."""
    first = passage.sentence.word_from(named.span.start) if named.span is not None else 0
    return first > 0 and passage.lower[first - 1] == ","


def _of_name(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a word belongs to a name: a proper noun, or capitalised in plain text, but for words of grammar."""
    word, lower = passage.sentence.words[at], passage.lower[at]
    if passage.mention[at] >= 0:
        return is_place(passage, at)
    if word.upos == "PROPN":
        return True
    grammatical = lower in grammar.pre_verb or lower in grammar.preposition or lower in grammar.clause_opener
    return not passage.title_case and word.upos == "NOUN" and word.text[:1].isupper() and not grammatical


def is_initials(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a word is somebody's initials that no mention covers, right behind a verb of speech."""
    word = passage.sentence.words[at]
    short = word.text.isalpha() and word.text.isupper() and 1 < len(word.text) <= LETTERS
    told = at > 0 and passage.lower[at - 1] in grammar.speech | grammar.claim_opener
    return short and told and passage.mention[at] < 0 and not passage.title_case


def is_place(passage: Passage, at: int) -> bool:
    return passage.mention[at] >= 0 and passage.mentions[passage.mention[at]].kind is PLACE


def _opens(passage: Passage, grammar: Grammar, at: int, floor: int) -> bool:
    """Whether a word opens its clause: only punctuation, conjunctions or adverbs stand right before it."""
    if at <= floor:
        return True
    before = passage.lower[at - 1]
    opener = before in grammar.clause_opener or before in grammar.verb_coordinator or before in grammar.pre_verb
    return opener or passage.is_punctuation(at - 1)
