"""What all sightings of a person say together: names, posts and ranks, each with its days."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kg.lexicon.load import Lexicon
from kg.lexicon.records import Rank
from kg.model import HeldPost, Sighting


@dataclass(frozen=True, slots=True)
class Days:
    """The days of some sightings, sorted, each once; `unknown` says that one has none."""

    known: tuple[date, ...]
    unknown: bool

    @classmethod
    def of(cls, days: Iterable[date | None]) -> Days:
        """The days of a list."""
        given = set(days)
        return cls(tuple(sorted(day for day in given if day is not None)), None in given)

    def gap(self, other: Days) -> int | None:
        """The fewest days between one of these and one of the others; `None` where one side has none."""
        gaps = [gap for day in self.known for gap in (other.after(day), other.before(day))]
        return min((gap for gap in gaps if gap is not None), default=None)

    def after(self, day: date, *, strictly: bool = False) -> int | None:
        """From a day to the next of these."""
        at = (bisect_right if strictly else bisect_left)(self.known, day)
        return (self.known[at] - day).days if at < len(self.known) else None

    def before(self, day: date) -> int | None:
        """From the last of these up to a day."""
        at = bisect_right(self.known, day)
        return (day - self.known[at - 1]).days if at else None


@dataclass(frozen=True, slots=True)
class Profile:
    """What all sightings of a person say together, so that two who are often in the news compare fast.

    `posts` and `ranks` have the days on which each was held; a rank is a tuple of those that the article's word may
    mean.
    """

    person: str
    names: tuple[str, ...]
    articles: frozenset[str]
    posts: Mapping[HeldPost, Days]
    ranks: Mapping[tuple[Rank, ...], Days]

    @classmethod
    def of(cls, seen: Sequence[Sighting], lexicon: Lexicon) -> Profile:
        """The profile of the sightings of one person."""
        posts: dict[HeldPost, list[date | None]] = {}
        ranks: dict[tuple[Rank, ...], list[date | None]] = {}
        meant: dict[str, tuple[Rank, ...]] = {}
        for sighting in seen:
            for post in sighting.posts:
                posts.setdefault(post, []).append(sighting.day)
            if sighting.rank not in meant:
                meant[sighting.rank] = ranks_meant(sighting.rank, lexicon)
            if meant[sighting.rank]:
                ranks.setdefault(meant[sighting.rank], []).append(sighting.day)
        return cls(
            seen[0].person,
            tuple(sorted({sighting.name for sighting in seen})),
            frozenset(sighting.article for sighting in seen),
            {post: Days.of(days) for post, days in sorted(posts.items())},
            {rank: Days.of(days) for rank, days in ranks.items()},
        )

    @property
    def bodies(self) -> frozenset[str]:
        """The national bodies of the posts."""
        return frozenset(post.body for post in self.posts) - {""}


def ranks_meant(words: str, lexicon: Lexicon) -> tuple[Rank, ...]:
    """The ranks that the article's word may mean: "Brigjen" is one of the police and one of the army, of one order."""
    match = lexicon.ranks.longest(words.split()) if words.split() else None
    return match.found if match is not None else ()
