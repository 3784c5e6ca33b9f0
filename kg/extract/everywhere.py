"""Bodies and posts of which a phrase means all that there are: no one of them that the article names elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.grammar import Grammar
from kg.extract.passage import Passage
from kg.model import MentionKind, Reference
from kg.model.making import replace
from kg.model.members import MENTION, NONE, PERSON, POST, UNIT

NOUNS = ("NOUN", "PROPN")  # UD tags
UNITS = (UNIT,)
BODIES = (UNIT, POST)  # posts `se-Jawa Tengah` are known to be several
ALL_OVER = "se-"  # prefix of a region (`se-Jawa Tengah`)


def everywhere(passage: Passage, grammar: Grammar, members: Sequence[Reference]) -> tuple[Reference, ...]:
    """The members of a phrase, those by their words alone that name no place and behind which all of a region are meant
    (`bupati dan wali kota seluruh Indonesia`, `Polres jajaran`, `Disdik di setiap daerah`)."""
    kept = tuple(members)
    if not kept or kept[-1].mention is None or kept[-1].kind is not MENTION:
        return kept
    last = passage.mentions[kept[-1].mention].last
    end = _all_over(passage, grammar, last)
    if end == last:
        return kept
    opens = passage.lower[last]
    kinds = UNITS if opens in grammar.subordinate_all or opens.startswith(ALL_OVER) else BODIES
    return (*(_by_words(passage, one, kinds) for one in kept[:-1]), _by_words(passage, kept[-1], kinds, end))


def _all_over(passage: Passage, grammar: Grammar, at: int) -> int:
    """Where words end that say that all of a region are meant; where they would begin if there are none."""
    if at + 1 >= len(passage):
        return at
    if passage.lower[at] in grammar.subordinate_all:
        return at + 1
    if passage.lower[at].startswith(ALL_OVER):
        return _region_end(passage, at)
    region = at + 1 + (passage.lower[at] in grammar.locative_of_time)
    known = region < len(passage) and passage.sentence.words[region].upos in NOUNS
    return _region_end(passage, region) if known and passage.lower[region - 1] in grammar.all_over else at


def _region_end(passage: Passage, at: int) -> int:
    """Where the name of a region ends: its mention, or names (UD PROPN) one behind the other."""
    if passage.mention[at] >= 0:
        return passage.mentions[passage.mention[at]].last
    end = at + 1
    while end < len(passage) and passage.sentence.words[end].upos == "PROPN":
        end += 1
    return end


def _by_words(passage: Passage, member: Reference, kinds: tuple[MentionKind, ...], end: int | None = None) -> Reference:
    if member.mention is None or member.kind is not MENTION:
        return member
    mention = passage.mentions[member.mention]
    if mention.kind not in kinds or mention.place or mention.holder is not None:
        return member
    behind = passage.mention[mention.last] if mention.last < len(passage) else -1
    if behind >= 0 and passage.mentions[behind].kind is PERSON:
        return member
    span = passage.span(mention.first, mention.last if end is None else end)
    return replace(member, kind=NONE, mention=None, span=span)
