"""Places behind a comma that belong to who stands before it."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.passage import Passage
from kg.model import MentionKind


def placed_end(passage: Passage, grammar: Grammar, comma: int, stop: int) -> int:
    """Behind the places that say behind a comma where somebody's place lies (`warga Desa Sumber, Kecamatan Wonorejo,
    Kabupaten Pasuruan, ...`): the comma that closes them, or what follows; the first comma if none stands there, or a
    list of them (`Polda Riau, Jambi, dan Bengkulu`)."""
    at = comma
    while at + 1 < stop and passage.lower[at] == "," and _is_place(passage, at + 1):
        at = passage.mentions[passage.mention[at + 1]].last
    behind = at + (at < stop and passage.lower[at] == ",")
    if behind + 1 >= stop or passage.lower[behind] not in grammar.list_conjunction:
        return at
    unknown = behind > at and passage.sentence.tags[behind + 1] == "PROPN"  # a place that the gazetteer does not know
    return comma if unknown or _is_place(passage, behind + 1) else at


def before_place(passage: Passage, comma: int) -> int:
    """The comma before the place that another comma closes; this comma itself if no place stands there."""
    at = comma
    while at > 1 and _is_place(passage, at - 1):
        at = passage.mentions[passage.mention[at - 1]].first
    return at - 1 if at < comma and passage.lower[at - 1] == "," else comma


def _is_place(passage: Passage, at: int) -> bool:
    found = passage.mention[at]
    return found >= 0 and passage.mentions[found].kind is MentionKind.PLACE
