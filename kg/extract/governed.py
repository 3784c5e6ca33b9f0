"""The whole noun phrase of which the body right before a verb is only the last part (`korban penipuan oknum Polri`):
who acts is its head, by the tree."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.passage import Passage
from kg.model import Reference
from kg.model.members import DESCRIPTION, GROUP, MENTION, NONE, POST, UNIT

NOMINAL = ("nmod", "compound", "flat", "fixed", "appos")  # UD relations of what belongs to the noun before it
SUBJECTS = ("nsubj", "csubj")
ALL_SUBJECTS = (*SUBJECTS, "nsubj:pass")
ENCLITIC = "nya"
ROLE = "role"  # rule of mentions of kin and of who suffers a crime
MAX_TRADE = 3  # words of what somebody is by trade
LONGEST = 8  # words of a phrase before the body it ends with


def whole_phrase(passage: Passage, grammar: Grammar, at: int, verb: int) -> Reference | None:
    """The phrase of people that ends with the body at a word and is the subject of a verb; a reference to nobody if
    what it names is only made to look like that body's; `None` if the body is itself the subject."""
    mention = passage.mentions[passage.mention[at]]
    if mention.kind not in (UNIT, GROUP):
        return None
    top = _head(passage, mention.first, mention.last)
    words = passage.sentence.words
    if not mention.first - LONGEST <= top < mention.first or words[top].head != verb:
        return None
    if not words[top].deprel.startswith(SUBJECTS):
        return None
    if not grammar.untruth.isdisjoint(passage.lower[top : mention.first]):
        return Reference(NONE, None, None, passage.sentence.index)  # `akun palsu Polda`
    if not any(_people(passage, grammar, k) for k in range(top, mention.first)):
        return None
    found = passage.mention[top]
    named = found >= 0 and passage.mentions[found].kind is GROUP and passage.mentions[found].first == top
    span = passage.span(top, mention.last)
    return Reference(MENTION if named else DESCRIPTION, span, found if named else None, passage.sentence.index)


def _head(passage: Passage, first: int, last: int) -> int:
    """The noun that governs the words `[first, last)` inside one noun phrase, over attributes (UD nmod) and the objects
    of attributive words (UD acl: `aliansi mahasiswa peduli Polri`)."""
    words = passage.sentence.words
    top = next((k for k in range(first, last) if not first <= words[k].head < last), first)
    while 0 <= words[top].head < top:
        head = words[top].head
        described = words[top].deprel == "obj" and words[head].deprel == "acl"
        if not described and not words[top].deprel.startswith((*NOMINAL, "acl")):
            break
        if words[top].deprel == "acl:relcl":
            break
        top = head
    return top


def _people(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a word before the body is of people, by what it means or by its mention."""
    found = passage.mention[at]
    if passage.lower[at] in grammar.body_noun:
        return False  # `ormas Islam Muhammadiyah` is Muhammadiyah
    if found < 0:
        return any(passage.lower[at] in words for words in (grammar.animate, grammar.person_noun, grammar.belonging))
    mention = passage.mentions[found]
    if mention.kind is GROUP:
        return at == mention.first
    return mention.kind is POST and mention.rule == ROLE  # `demo keluarga korban tragedi Polres`


def enclitic_subject(passage: Passage, grammar: Grammar, at: int, verb: int) -> Reference | None:
    """The people whose possessor the enclitic at a word right before a verb is (`korban dan temannya meminta ...`,
    `wakilnya meminta ...`): they act, not whom it stands for."""
    words = passage.sentence.words
    enclitic = at > 0 and words[at].continues and passage.lower[at] == ENCLITIC
    if not enclitic or words[at].head != at - 1:
        return None
    first = at - 1
    if not (_people(passage, grammar, first) or passage.lower[first] in grammar.tie):
        return None
    while words[first].deprel == "conj" and 0 <= words[first].head < first:
        first = words[first].head
    if words[first].head != verb or not words[first].deprel.startswith(SUBJECTS):
        return None
    return Reference(DESCRIPTION, passage.span(first, at + 1), None, passage.sentence.index)


def people_unnamed(passage: Passage, grammar: Grammar, at: int, verb: int) -> Reference | None:
    """The people right before a verb whom no mention covers, its subject by the tree or by their number (`serta 98
    persen responden mendorong ...`); a reference to nobody for a share of them (`50 persen meminta ...`)."""
    if at < 0 or passage.mention[at] >= 0:
        return None
    words = passage.sentence.words
    counted = at > 0 and (words[at - 1].upos == "NUM" or passage.lower[at - 1] in grammar.percent)
    first = at if counted else _head(passage, at, at + 1)
    if not counted and (words[first].head != verb or not words[first].deprel.startswith(SUBJECTS)):
        return None
    if passage.lower[at] in grammar.percent:
        return Reference(NONE, None, None, passage.sentence.index)
    if first > 0 and passage.lower[first - 1] in grammar.preposition:
        return None
    one = first > 0 and passage.lower[first - 1] in grammar.one_person  # `seorang orator`
    if words[at].upos != "NOUN" or at - first > LONGEST or not (one or _people(passage, grammar, at)):
        return None
    while (
        not counted and first > 0 and passage.lower[first - 1] in grammar.quantifier and passage.mention[first - 1] < 0
    ):
        first -= 1
    return Reference(DESCRIPTION, passage.span(first, at + 1), None, passage.sentence.index)


def governed_subject(passage: Passage, verb: int) -> int | None:
    """The word of the UD subject of a verb, or of the verb it is coordinated with, that a mention of an agent
    covers; the nearest of several."""
    words = passage.sentence.words
    seen = 0
    at = verb
    while seen < 3:
        found = [
            word.index
            for word in words[:verb]
            if word.head == at and word.deprel in ALL_SUBJECTS and passage.agent_at(word.index) is not None
        ]
        if found:
            return found[-1]
        if words[at].deprel in ("conj", "xcomp", "advcl", "ccomp", "parataxis") and words[at].head >= 0:
            at = words[at].head
            seen += 1
        else:
            return None
    return None


def people_in_headline(passage: Passage, grammar: Grammar, at: int, floor: int) -> Reference | None:
    """A noun of people that begins a headline, its subject without a name (`Pengamat Minta Pemerintah ...`)."""
    if not passage.sentence.is_title or not 0 <= at - floor < MAX_TRADE or passage.lower[floor] not in grammar.animate:
        return None
    plain = (passage.sentence.tags[k] in ("NOUN", "PROPN", "ADJ") for k in range(floor, at + 1))
    return Reference(NONE, passage.span(floor, at + 1), None, passage.sentence.index) if all(plain) else None
