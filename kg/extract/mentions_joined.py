"""Names that only what stands before them shows to be names: further holders of one office."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.mentions_evidence import Evidence
from kg.extract.mentions_line import Line, lists_names
from kg.extract.mentions_persons import find_named
from kg.extract.mentions_spelled import NO_NAME
from kg.model import Mention
from kg.model.members import PERSON, POST

HOLDER = 2  # words that most names have
LONGEST_SHARED = 3  # words of the name of an office that several hold


def joined_name(line: Line, index: int, evidence: Evidence, before: Sequence[Mention]) -> Mention | None:
    """The person at `index` who is joined by "dan" or a comma to the holder of an office that several hold: "JPU X dan
    Y", "Komisioner KPU X, Y, dan Z"; `None` if nobody is.
    """
    gap = line.texts[before[-1].last : index]
    if before[-1].kind is not PERSON or line.headline or not line.proper[index] or not 0 < len(gap) <= HOLDER:
        return None
    last = line.pieces[index - 1] in line.words.name_conjunctions
    if (len(gap) == HOLDER and gap[0] != ",") or not (last or (gap == (",",) and lists_names(line, index))):
        return None
    if line.tags[index] & NO_NAME or not (line.proper[index + 1] or line.pieces[index] in line.words.person_names):
        return None
    at = len(before) - 1
    while at > 0 and before[at - 1].kind is PERSON and before[at].first - before[at - 1].last <= HOLDER:
        at -= 1
    post = before[at - 1] if at else before[at]
    if post.kind is not POST or post.quantifier or post.former or before[at].first - post.last > 1:
        return None
    words = post.post.lower().split()
    shared = line.words.shared_offices
    if not any(" ".join(words[:length]) in shared for length in range(1, min(LONGEST_SHARED, len(words)) + 1)):
        return None
    return find_named(line, index, evidence)
