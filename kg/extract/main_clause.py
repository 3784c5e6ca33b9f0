"""Where the content of a cue in a clause that belongs to a noun ends before the predicate of the clause around it
(`putusan yang melarang truk melintas menuai protes`, `kabar bahwa Bupati melarang truk melintas itu dibantah`)."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.kinds import DIVIDERS
from kg.extract.passage import Passage, is_passive
from kg.lexicon.cues import Voice

NAMING = ("nmod", "nmod:poss", "flat", "flat:name", "appos", "conj", "compound")  # UD relations inside a noun phrase
LEADING = ("aux", "aux:pass", "cop", "advmod", "advmod:emph", "case", "mark", "cc", "punct")  # before a predicate


def before_main_predicate(passage: Passage, verb: int, start: int, end: int) -> int:
    """Where the content `[start, end)` of the cue at `verb` ends: before the predicate whose subject (UD nsubj) the
    head of its relative clause (acl:relcl), or the noun that is the cue itself, is, and before the words that lead that
    predicate; else `end`."""
    words = passage.sentence.words
    if words[verb].deprel.startswith("acl"):
        subject = words[verb].head
    elif words[verb].upos == "NOUN" and DIVIDERS.isdisjoint(passage.lower[verb:start]):
        subject = verb  # `instruksi Bupati agar pasar ditutup menuai protes`
    else:
        return end
    while words[subject].deprel in NAMING and words[subject].head >= 0:
        subject = words[subject].head
    predicate = words[subject].head
    if not words[subject].deprel.startswith("nsubj") or not (subject <= verb and start < predicate <= end):
        return end
    at = predicate
    while at - 1 > start and words[at - 1].head in (predicate, at - 2) and words[at - 1].deprel in LEADING:
        at -= 1  # also a clitic of a word before (`bukan|lah hal baru`)
    while at - 1 > start and passage.is_punctuation(at - 1):
        at -= 1
    return at


def before_predicate(passage: Passage, grammar: Grammar, cue: int, start: int, end: int) -> int:
    """Where the content `[start, end)` of a cue ends before the main predicate: behind `yang`, a passive that stands
    beside another (`warga yang meminta tugu dibongkar ditetapkan tersangka`), else as `before_main_predicate` says."""
    related = cue > 0 and passage.lower[cue - 1] in grammar.relative
    for at in range(start + 1, end if related else start):
        if not (is_passive(passage, grammar, at) and is_passive(passage, grammar, at - 1)):
            continue
        if not any(form.voice is Voice.PASSIVE for form in grammar.cues.forms.get(passage.lower[at - 1], ())):
            return at
    return before_main_predicate(passage, cue, start, end)


def message_noun(passage: Passage, grammar: Grammar, cue: int) -> int | None:
    """The noun that opens the sentence and whose `bahwa` opens the clause of a cue (`tudingan bahwa Bupati melarang
    ...`), `None` if none does."""
    first = next((k for k in range(cue) if not passage.is_punctuation(k)), cue)
    if first + 1 >= cue or passage.lower[first + 1] not in grammar.that:
        return None
    if passage.sentence.tags[first] != "NOUN" and passage.lower[first] not in grammar.hearsay_noun:
        return None
    return None if "," in passage.lower[first:cue] else first


def message_end(passage: Passage, grammar: Grammar, cue: int, start: int, end: int) -> int:
    """Where the content `[start, end)` of a cue in the clause of a message ends: before the demonstrative that closes
    the message, or the auxiliary, right before what is done with it (`... itu disampaikan X`, `... telah dibantah`)."""
    if message_noun(passage, grammar, cue) is None:
        return end
    for k in range(start + 1, min(end, len(passage) - 1)):
        behind = k + 1
        while behind < len(passage) - 1 and passage.sentence.tags[behind] == "AUX":
            behind += 1
        closes = passage.lower[k] in grammar.pointing or passage.sentence.tags[k] == "AUX"
        if closes and (is_passive(passage, grammar, behind) or passage.lower[behind].startswith("ter")):
            return k
    return end
