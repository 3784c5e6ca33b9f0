"""Tells which persons of different articles are one.

Merges are claims of their own beside the IRIs that articles give, so they carry a score and can be undone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kg.lexicon.load import Lexicon
from kg.model import Match, Sighting, Verdict
from kg.resolve.persons_blocks import Pair, candidates
from kg.resolve.persons_compare import UNSURE, compared
from kg.resolve.persons_profile import Profile

JUDGED = "judged by the user"


def match_persons(
    sightings: Iterable[Sighting], lexicon: Lexicon, judgements: Mapping[Pair, Verdict] | None = None
) -> tuple[Match, ...]:
    """The pairs of persons with a score of `UNSURE` or more, and all judged ones, sorted by IRIs.

    Of those who cannot be told from each other one stands for all (`kg.resolve.persons_blocks`). `judgements` maps
    pairs of IRI paths, the smaller first, to the user's verdict, which overrides the score. The result does not depend
    on the order of `sightings`.
    """
    profiles = people(sightings, lexicon)
    judged = judgements or {}
    return match_pairs(profiles, candidates(profiles, lexicon, judged), lexicon, judged)


def people(sightings: Iterable[Sighting], lexicon: Lexicon) -> dict[str, Profile]:
    """What is known of each person, by IRI path."""
    seen: dict[str, list[Sighting]] = {}
    for sighting in sightings:
        seen.setdefault(sighting.person, []).append(sighting)
    return {path: Profile.of(found, lexicon) for path, found in seen.items()}


def match_pairs(
    profiles: Mapping[str, Profile], pairs: Iterable[Pair], lexicon: Lexicon, judged: Mapping[Pair, Verdict]
) -> tuple[Match, ...]:
    """`match_persons` for these pairs alone, the smaller IRI of each first."""
    found: list[Match] = []
    for one, other in sorted(pairs):
        verdict = judged.get((one, other))
        if verdict is not None:
            score = 1.0 if verdict is Verdict.SAME else 0.0
            found.append(Match(one, other, score, verdict, (JUDGED,)))
            continue
        match = compared(profiles[one], profiles[other], lexicon)
        if match.score >= UNSURE:
            found.append(match)
    return tuple(found)


@dataclass(slots=True)
class _Cluster:
    """Persons that are one, and those who are not one with them."""

    members: set[str]
    others: set[str]


def clusters(matches: Iterable[Match]) -> Mapping[str, str]:
    """For each person in a match of verdict "same" the first IRI of all that are one with it.

    The surest matches join first; none joins what holds two persons that are judged or scored different.
    """
    matches = tuple(matches)
    apart: dict[str, set[str]] = {}
    for match in matches:
        if match.verdict is Verdict.DIFFERENT:
            apart.setdefault(match.one, set()).add(match.other)
            apart.setdefault(match.other, set()).add(match.one)
    groups: dict[str, _Cluster] = {}
    for match in sorted(matches, key=lambda match: (-match.score, match.one, match.other)):
        if match.verdict is not Verdict.SAME:
            continue
        pair = [
            groups.setdefault(path, _Cluster({path}, set(apart.get(path, ())))) for path in (match.one, match.other)
        ]
        small, large = sorted(pair, key=lambda group: len(group.members))
        if small is large or not small.others.isdisjoint(large.members):
            continue
        large.members |= small.members
        large.others |= small.others
        groups.update(dict.fromkeys(small.members, large))
    first = {id(group): min(group.members) for group in groups.values() if len(group.members) > 1}
    return MappingProxyType({path: first[id(group)] for path, group in sorted(groups.items()) if id(group) in first})
