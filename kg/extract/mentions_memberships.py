"""Members of the body whose chair a sentence has named: `Ketua MKMK X serta anggota Y`, `didampingi anggotanya, Y`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.mentions_line import Line
from kg.lexicon.forms import squeeze
from kg.lexicon.load import Lexicon
from kg.model import Mention
from kg.model.making import replace
from kg.model.members import PERSON, POST, PRONOUN

RULE = "post/member"
LONGEST_CHAIR = 3  # words: "Wakil Ketua Umum"
NEAR = 3  # mentions from the member's word to his name


@dataclass(frozen=True, slots=True)
class MemberWords:
    """Word classes of `ontology/mentions-id.ttl`, squeezed: words for members, and for who presides over them."""

    member: frozenset[str]
    chair: frozenset[str]


@lru_cache(maxsize=2)
def member_words(lexicon: Lexicon) -> MemberWords:
    """The words of `lexicon`; raises `LexiconError` if a class is missing."""
    return MemberWords(
        frozenset(map(squeeze, lexicon.words("mentions/member-of-body"))),
        frozenset(map(squeeze, lexicon.words("mentions/chair"))),
    )


def with_memberships(line: Line, mentions: Sequence[Mention], words: MemberWords) -> Sequence[Mention]:
    """The mentions of a sentence, lone words for a member with a name behind with the body of the chair before them."""
    posts = [at for at, mention in enumerate(mentions) if mention.kind is POST]
    lone = [at for at in posts[1:] if squeeze(mentions[at].office) in words.member]
    if not lone:
        return mentions
    result = list(mentions)
    for at in lone:
        member = mentions[at]
        body = next((one for before in reversed(mentions[:at]) if (one := _body(before, words))), "")
        if not body or member.unit or holder_of(line, mentions, at) is None:
            continue
        office = f"{member.office} {body}"
        result[at] = replace(member, office=office, unit=body, quantifier="", rule=RULE)
    return result


def holder_of(line: Line, mentions: Sequence[Mention], at: int) -> int | None:
    """The person named right behind a member's word, an enclitic and a comma between them at most."""
    last = mentions[at].last
    for other in range(at + 1, min(at + NEAR, len(mentions))):
        gap = line.texts[last : mentions[other].first]
        if any(text != "," for text in gap):
            return None
        if mentions[other].kind is PERSON:
            return other
        if mentions[other].kind is not PRONOUN or gap:
            return None
        last = mentions[other].last
    return None


def _body(mention: Mention, words: MemberWords) -> str:
    """The body of the office of who presides over it; empty for any other mention."""
    if mention.kind is not POST or mention.former:
        return ""
    office = mention.office.split()
    length = max((n for n in range(1, LONGEST_CHAIR + 1) if squeeze("".join(office[:n])) in words.chair), default=0)
    return " ".join(office[length:]) if length else ""
