"""Where a list of those who are addressed ends: at a restriction, an apposition or the range of a group."""

from __future__ import annotations

from kg.extract.extents import ranges, restricts
from kg.extract.grammar import Grammar
from kg.extract.members import names_end
from kg.extract.passage import Passage
from kg.model import MentionKind
from kg.model.members import GROUP, PERSON, POST, UNIT

NAMED = (POST, UNIT)
PLACES = (MentionKind.PLACE, PERSON)  # a place that is not known looks like a name
MAX_NAME = 4  # words of a name that no mention covers
MAX_WHOLE = 12  # words of the group of which somebody is singled out


def ends_list(passage: Passage, grammar: Grammar, at: int, *, head: bool, members: bool) -> bool:
    """Whether a list ends before a word; `head` if a member may begin there, `members` if there are any yet."""
    apposed = passage.lower[at] in grammar.apposition
    if restricts(passage, grammar, at) or (apposed and not head):
        return True
    parted = head and members and passage.lower[at - 1] == ","
    if parted and passage.lower[at] in grammar.respectively:
        return True  # `Camat Bora dan Camat Sape, masing-masing Rama dan Surya, ...`
    one = parted and passage.lower[at] in grammar.any_one
    if one:  # `pasien itu, seorang perempuan, ...`: who it is
        comma = next((k for k in range(at, len(passage)) if passage.lower[k] == ","), at)
        return comma == at or grammar.list_conjunction.isdisjoint(passage.lower[at : comma + 2])
    ranged = ranges(passage, grammar, at)
    return ranged if not head else (apposed or ranged) and passage.lower[at - 1] == "," and members


def singled_out(passage: Passage, grammar: Grammar, at: int) -> int | None:
    """Where he begins who is named as meant above all behind a restriction (`Partai Maju, terutama Bagas, ...`): a
    person, a post, a body, or a group of another name (`masyarakat, khususnya petani`; not `warga, khususnya warga
    bantaran`); `None` if nobody is."""
    if not restricts(passage, grammar, at):
        return None
    first = at + 1 + passage.split[at]
    found = passage.agent_at(first)
    before = passage.lower[max(0, at - MAX_WHOLE) : at]
    # `personel khususnya jajaran lalu lintas`, `semua pihak, baik pemerintah maupun swasta`: of whom they consist
    every = passage.lower[at] in grammar.both or passage.lower[at - 1] != ","
    if found is None:
        people = not every and first < len(passage) and passage.lower[first] in grammar.animate
        return first if people and passage.lower[first] not in before else None
    mention = passage.mentions[found]
    if mention.kind is GROUP:
        return first if not every and set(mention.name.lower().split()).isdisjoint(before) else None
    known = bool(mention.place or mention.unit) or mention.holder is not None or len(mention.text.split()) > 1
    return first if mention.kind is PERSON or (mention.kind in NAMED and known) else None


def places_end(passage: Passage, grammar: Grammar, at: int, end: int) -> int:
    """Behind a list of places that a preposition leads to (`camat di Sape, Wera, serta Lambu`): proper names that name
    no office, body or group; `at` if none stands there."""
    last = names_end(passage, grammar, at, end)
    named = (passage.mention[k] for k in range(at, last))
    return last if all(found < 0 or passage.mentions[found].kind in PLACES for found in named) else at


def unknown_body_end(passage: Passage, grammar: Grammar, at: int, stop: int) -> int:
    """Behind a name at a word that no mention covers, in a list behind a known body; `at` if no list goes on there."""
    before, last = passage.mention[at - 2], at
    if before < 0:
        return at
    known = passage.mentions[before]
    if known.kind is not UNIT and not (known.kind is GROUP and passage.lower[known.first] in grammar.body):
        return at
    while last < min(stop, at + MAX_NAME) and passage.sentence.tags[last] == "PROPN" and passage.mention[last] < 0:
        last += 1
    joined = last + 1 < stop and (passage.lower[last] == "," or passage.sentence.tags[last] == "CCONJ")
    return last if joined else at
