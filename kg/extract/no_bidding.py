"""Forms of imperatives that bid nobody anything: names, nouns, the doings of culprits, what is to be averted."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, clause_end, is_verb

MAX_AVERTED = 6  # words from a verb of averting to a prohibition


def bids_nobody(passage: Passage, grammar: Grammar, at: int, first: int) -> bool:
    """Whether a verb without prefix at a word, before which whom it is told begins at `first`, is no imperative: what
    culprits do (`para pencuri cari rumah kosong`), a name with a capital behind a comma (`webinar Kota Kita,
    Tingkatkan Mutu`) or before a verb (`Bina Marga meratakan ...`), a noun in a list (`sikat gigi, sisir, atau
    baju`), or the subject of a copula (`kaji ulang reformasi merupakan ...`)."""
    if first < at and not grammar.culprit.isdisjoint(passage.lower[first : first + 2]):
        return True
    if at > 0 and passage.lower[at - 1] in grammar.willing:
        return True  # `saudara rela korbankan jiwa`
    listed = at > 3 and passage.lower[at - 1] == "," and passage.lower[at - 2] in grammar.verb_form
    if listed and passage.lower[at - 4] in grammar.relative:
        return True  # `apa yang saya lihat, dengar, dan rasakan`
    headline = passage.title_case or passage.sentence.is_title
    word = passage.sentence.words[at]
    if not headline and at > 0 and passage.lower[at - 1] == "," and word.text[:1].isupper():
        return True
    behind = passage.lower[at + 1 : at + 3]
    if at > 0 and passage.lower[at - 1] == "," and behind[:1] == (",",) and behind[-1] in grammar.either:
        return True
    named = at + 2 < len(passage) and passage.sentence.words[at + 1].text[:1].isupper() and word.text[:1].isupper()
    if named and not headline and passage.lower[at + 2].startswith("me") and is_verb(passage, grammar, at + 2):
        return True
    subject = word.deprel.startswith("nsubj")
    return any(
        passage.lower[k] in grammar.equating
        and (passage.lower[k - 1] == "," or (subject and passage.lower[k - 1] not in grammar.relative))
        for k in range(at + 1, clause_end(passage, at))
    )


def averted(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a prohibition is what something is done against (`untuk mengantisipasi jangan sampai ada kerumunan`)."""
    near = passage.lower[max(0, at - MAX_AVERTED) : at]
    return not grammar.averting.isdisjoint(near) and "," not in near


def reminds_only(passage: Passage, grammar: Grammar, start: int, stop: int) -> bool:
    """Whether only forgetting is forbidden, what must not be forgotten standing behind the comma (`jangan lupa juga,
    pastikan ...`)."""
    end = start + 1
    while end < stop and passage.lower[end] in grammar.post_cue:
        end += 1
    return passage.lower[start] in grammar.refusal and end < len(passage) and passage.lower[end] == ","
