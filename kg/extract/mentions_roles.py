"""Where somebody has the role that he is called by: the body that a profession is exercised at."""

from __future__ import annotations

from kg.extract.mentions_evidence import Evidence
from kg.extract.mentions_extent import extent
from kg.extract.mentions_line import Line, origin_end
from kg.extract.mentions_served import holder_follows
from kg.extract.mentions_tags import Tag

BODY = Tag.ORGANISATION | Tag.ORGANISATION_HEAD


def rule_of_role(line: Line, head: int, first: int, last: int) -> str:
    """The rule of a role at `head` whose complement is `[first, last)`: whether a body stands there ("dosen Universitas
    X"), which those who are employed always have, whatever its name ("kapten tim Rama Muda").
    """
    employed = "".join(line.pieces[head:first]) in line.words.employed
    if employed and (line.pieces[first] in line.words.locatives or line.pieces[head - 1] in line.words.bylines):
        return "role"  # "kepada wartawan di Polda X", "Laporan wartawan X, Y"
    if any(line.tags[at] & BODY and line.capital[at] for at in range(first, last)):
        return "role/body"
    placed = last in (line.end(first, Tag.PLACE), line.end(first, Tag.UNIT_PLACE))
    named = first < last and all(line.capital[first:last]) and not placed
    return "role/body" if employed and named else "role"


def from_body(line: Line, index: int, evidence: Evidence) -> int:
    """The end of the body that somebody of a profession is from, at `index` behind it, as his name follows: "pengamat
    politik dari Universitas X, Y"; `index` if none stands there.
    """
    if line.pieces[index] not in line.words.origins:
        return index
    if not line.proper[index + 1] or line.headline:
        return index
    end = extent(line, index + 1, evidence).end
    named = any(line.pieces[at] in line.words.organisation_tails for at in range(index + 2, end))
    if not (named or line.tags[index + 1] & BODY):
        return index
    short = line.texts[end] == "(" and line.texts[end + 2] == ")" and line.acronym[end + 1]
    end = end + 3 if short else end
    return end if holder_follows(line, end, evidence) else index


def points_at_role(line: Line, first: int, end: int) -> bool:
    """Whether who speaks at a role that ends at `end`, with where he comes from, is one named before: "Menurut pengamat
    dari Universitas X itu".
    """
    behind = origin_end(line, end)
    said = line.pieces[first - 1] in line.words.speech_prepositions and not line.capital[first]
    return said and behind > end and line.pieces[behind] in line.words.demonstratives
