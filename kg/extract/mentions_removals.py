"""Finds who lost a post: "mencopot X dari jabatan Y", "mencopot Kapolsek Y AKP X", "Kapolsek Y AKP X dimutasi"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.mentions_holding import HoldingWords, nearest_person
from kg.extract.mentions_line import Line
from kg.extract.mentions_search import HolderSearch
from kg.extract.mentions_tags import Tag

ENCLITIC = "nya"
PASSIVE = "di"  # prefix: the subject is removed, and does not remove another
LOSING = 6  # words before a post in which a verb of removal stands of which "sebagai" depends
BEFORE = 4  # words before a person in which the verb stands that removes him


def find_removals(sentence: HolderSearch, words: HoldingWords) -> None:
    """Marks the posts that a sentence says somebody lost as former, and links those that stand behind "dari"."""
    line = sentence.line
    for at in range(len(sentence.mentions)):
        if not sentence.is_post[at]:
            continue
        if at in sentence.held:
            if _is_removed(sentence, at, words) or lost(line, sentence.mentions[at].first, words):
                sentence.former.add(at)
            continue
        left = nearest_person(sentence, at, -1)
        if left is None:
            continue
        gap = sentence.gap(left, at)
        before = line.pieces[max(0, sentence.mentions[left].first - BEFORE) : sentence.mentions[left].first]
        if _leaves(line, gap, words):
            sentence.held[at] = (left, "removed")
            sentence.former.add(at)
            continue
        removed = any(word in words.removal_verb for word in [*gap, *before])
        if removed and any(word in line.words.origins for word in gap) and _all_from(gap, words):
            sentence.held[at] = (left, "removed")
            if _is_real(gap, words) and words.demanded_removal.isdisjoint(before):  # "meminta X mundur dari jabatan Y"
                sentence.former.add(at)


def _leaves(line: Line, gap: list[str], words: HoldingWords) -> bool:
    """Whether the words between a person and a post say that he left it: "X resmi melepas jabatan Y"."""
    verbs = line.words.leaving_verbs
    named = len(gap) > 1 and gap[-1] in words.from_office and gap[-2] in verbs
    told = all(word in verbs or word in words.from_office or word in words.holding_filler for word in gap)
    return named and told and _is_real(gap, words)


def _is_removed(sentence: HolderSearch, at: int, words: HoldingWords) -> bool:
    """Whether the holder beside his post is removed: "Kapolsek Y AKP X dimutasi", "resmi mencopot Kapolsek Y AKP X"."""
    line, post = sentence.line, sentence.mentions[at]
    person = sentence.mentions[sentence.held[at][0]]
    behind = line.pieces[max(post.last, person.last)]
    if behind in words.removal_verb and behind.startswith(PASSIVE):
        first = min(post.first, person.first)
        return _is_real(line.pieces[max(0, first - BEFORE) : first], words)  # "menuntut agar Kapolsek Y X dicopot"
    verb = min(post.first, person.first) - 1
    while verb > 0 and line.pieces[verb] in words.from_office:  # "mencopot jabatan Kapolsek Y AKP X"
        verb -= 1
    if verb < 0:
        return False
    leaves = line.pieces[verb] in line.words.leaving_verbs and line.pieces[verb + 1] in words.from_office
    if not leaves and line.pieces[verb] not in words.removal_active:
        return False
    return _is_real(line.pieces[:verb], words)


def _all_from(gap: list[str], words: HoldingWords) -> bool:
    return all(word in words.from_office or word in words.removal_verb or word in words.holding_filler for word in gap)


def lost(line: Line, post: int, words: HoldingWords) -> bool:
    """Whether the words right before a post say that somebody lost it: "dibebaskan dari jabatannya sebagai Y"."""
    at = post - 1
    while (
        at > 0
        and post - at < LOSING
        and (line.pieces[at] in words.from_office or line.pieces[at] == ENCLITIC or line.tags[at] & Tag.PRONOUN)
    ):
        at -= 1
    if at == post - 1 or line.pieces[at] not in words.removal_verb or not line.pieces[at].startswith(PASSIVE):
        return False
    if line.pieces[at] in words.appointing_verb and line.words.origins.isdisjoint(line.pieces[at:post]):
        return False  # "dimutasi sebagai Y"
    return _is_real(line.pieces[max(0, at - BEFORE) : at], words)


def _is_real(told: Sequence[str], words: HoldingWords) -> bool:
    """Whether no word before a removal says that it is asked for, planned or only said to be."""
    unreal = (words.demanded_removal, words.unreal_holding, words.unreal_removal)
    return all(map(frozenset(told).isdisjoint, unreal))
