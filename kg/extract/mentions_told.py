"""What the words around a post tell of it: whether it is that of all its holders, of a candidate, or of kin."""

from __future__ import annotations

from kg.extract.mentions_evidence import Evidence
from kg.extract.mentions_groups import all_over
from kg.extract.mentions_line import Line
from kg.extract.mentions_posts import find_post
from kg.extract.mentions_tags import OFFICES, Tag
from kg.model import Mention
from kg.model.making import replace
from kg.model.members import PERSON, POST

CANDIDATE = "role/candidate"
FARTHEST = 3  # words: "putra sulung mantan Presiden"


def as_told(line: Line, found: Mention, evidence: Evidence, before: list[Mention]) -> Mention:
    """A post with what the words around it tell of it."""
    return _with_relative(line, _with_candidates(line, _of_all(line, found), before), evidence)


def _of_all(line: Line, found: Mention) -> Mention:
    """A post that is that of all its holders by the word behind it: "camat se-Sleman", "Kapolsek jajaran"."""
    behind = found.last
    wide = behind < line.length and (all_over(line, behind) or line.pieces[behind] in line.words.all_behind)
    if not wide or found.quantifier or found.kind is not POST:
        return found
    return replace(found, quantifier=line.texts[behind], rule="post/plural")


def _with_candidates(line: Line, found: Mention, before: list[Mention]) -> Mention:
    """A post that is one of those for which somebody stands: "calon bupati dan wakil bupati"."""
    if not found.first:
        return found
    stands = bool(line.tags[found.first - 1] & Tag.CANDIDATE)
    if not stands and before and before[-1].rule == CANDIDATE:
        gap = line.texts[before[-1].last : found.first]
        stands = len(gap) == 1 and (line.pieces[before[-1].last] in line.words.connectors or gap[0] in ("/", "-"))
    return replace(found, rule=CANDIDATE) if stands else found


def _with_relative(line: Line, role: Mention, evidence: Evidence) -> Mention:
    """A role of kin with the post and the name of whose kin it is, if it names both."""
    if role.kind is not POST or not role.rule.startswith("role") or line.pieces[role.first] not in line.words.relatives:
        return role
    for at in range(role.first + 1, min(role.first + 1 + FARTHEST, role.last)):
        if not line.tags[at] & (OFFICES & ~Tag.ROLE | Tag.FORMER):
            continue
        post = find_post(line, at, evidence)
        if post is None or post.last >= role.last or post.rule != "post":
            return role
        name = line.end(post.last, Tag.RANK)
        if name >= role.last or not all(line.proper[name : role.last]):
            return role
        rank = line.joined(post.last, name)
        person = line.mention(PERSON, name, role.last, "person", name=line.joined(name, role.last), rank=rank)
        return replace(role, relative=(post, person))
    return role
