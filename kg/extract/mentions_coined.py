"""Offices that no list has, contracted as all of the forces are: "Danpuslatsenjata Kolonel X"."""

from __future__ import annotations

from kg.extract.mentions_evidence import Evidence
from kg.extract.mentions_line import Line
from kg.extract.mentions_tags import Tag
from kg.model import Mention
from kg.model.members import POST

SHORTEST = 4  # letters behind the prefix
LONGEST_UNIT = 4  # words: "211 Tanjung Kait"
UNIT = Tag.PLACE | Tag.UNIT_PLACE | Tag.ORGANISATION | Tag.ORGANISATION_HEAD


def find_coined(line: Line, index: int, evidence: Evidence) -> Mention | None:
    """The post at `index` that is known by its first letters only, as a rank follows it or its unit."""
    piece = line.pieces[index]
    if line.headline or line.tags[index] or not line.proper[index] or piece in line.words.person_names:
        return None
    if piece in line.words.verbs or piece in evidence.names or piece in evidence.ordinary or not piece.isalpha():
        return None
    if not piece.startswith(line.words.office_prefixes):
        return None
    if not any(piece.startswith(head) and len(piece) >= len(head) + SHORTEST for head in line.words.office_prefixes):
        return None
    end = index + 1
    while end <= index + LONGEST_UNIT and (line.number[end] or (line.proper[end] and line.tags[end] & UNIT)):
        end += 1
    if not line.tags[end] & Tag.RANK or not line.proper[end + 1]:
        return None
    post, unit = line.texts[index], line.joined(index + 1, end)
    return line.mention(POST, index, end, "post", office=line.joined(index, end), post=post, unit=unit)
