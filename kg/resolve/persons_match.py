"""Tells which persons of different articles are one: a declared list of features, each with its weight and its reason.

Merges are claims of their own beside the IRIs that articles give, so they carry a score and can be undone.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import combinations
from types import MappingProxyType

from kg.lexicon.load import Lexicon
from kg.lexicon.records import Rank, Service
from kg.model import HeldPost, Match, Sighting, Verdict
from kg.resolve.persons import name_tokens
from kg.resolve.persons_names import Likeness, likeness, spelling

SURE = 0.9
UNSURE = 0.5
NEAR = 45  # days within which two posts of one person must be compatible
TERM = 550  # days in which a post seldom changes hands twice
SENIOR = 16  # Rank.order of a Kompol or Mayor
GENERAL = 19  # Rank.order of a general of one star
YEARS_A_RANK = 2.0  # the least time between two promotions of one person
JUDGED = "judged by the user"


@dataclass(frozen=True, slots=True)
class _Feature:
    """A reason with its weight in log odds; an infinite one decides."""

    weight: float
    reason: str


NAME_WEIGHT = MappingProxyType(
    {
        Likeness.SAME: -0.5,
        Likeness.SPELLING: -0.75,
        Likeness.INITIALS: -1.0,
        Likeness.SHORTER: -0.75,
        Likeness.TYPO: -3.0,
        Likeness.ONE_WORD: -2.5,
        Likeness.NONE: -math.inf,
    }
)
RARE_WORD = 1.0  # each full word that both names share: the rarer, the better evidence
COMMON_WORD = 0.5  # a word of the class "common-name"
COMMON_NAMES = "words/common-name"
PRIOR = -1.5


def match_persons(
    sightings: Iterable[Sighting], lexicon: Lexicon, judgements: Mapping[tuple[str, str], Verdict] | None = None
) -> tuple[Match, ...]:
    """All pairs of persons with a score of `UNSURE` or more, and all judged ones, sorted by IRIs.

    `judgements` maps pairs of IRI paths, the smaller first, to the user's verdict, which overrides the score. The
    result does not depend on the order of `sightings`.
    """
    people = by_person(sightings)
    judged = judgements or {}
    pairs = set(_candidates(people, lexicon)) | {pair for pair in judged if pair[0] in people and pair[1] in people}
    return match_pairs(people, pairs, lexicon, judged)


def by_person(sightings: Iterable[Sighting]) -> dict[str, list[Sighting]]:
    """The sightings of each person, in their order."""
    people: dict[str, list[Sighting]] = {}
    for sighting in sightings:
        people.setdefault(sighting.person, []).append(sighting)
    return people


def match_pairs(
    people: Mapping[str, Sequence[Sighting]],
    pairs: Iterable[tuple[str, str]],
    lexicon: Lexicon,
    judged: Mapping[tuple[str, str], Verdict],
) -> tuple[Match, ...]:
    """`match_persons` for these pairs alone, the smaller IRI of each first."""
    found: list[Match] = []
    for one, other in sorted(pairs):
        verdict = judged.get((one, other))
        if verdict is not None:
            score = 1.0 if verdict is Verdict.SAME else 0.0
            found.append(Match(one, other, score, verdict, (JUDGED,)))
            continue
        match = compare(people[one], people[other], lexicon)
        if match.score >= UNSURE:
            found.append(match)
    return tuple(found)


def compare(one: Sequence[Sighting], other: Sequence[Sighting], lexicon: Lexicon) -> Match:
    """How likely the persons of two lists of sightings are one, by the features below."""
    first, second = one[0].person, other[0].person
    left, right = (one, other) if first <= second else (other, one)
    features = list(_features(left, right, lexicon))
    total = PRIOR + sum(feature.weight for feature in features)
    score = round(1 / (1 + math.exp(-total)), 3) if total > -50 else 0.0
    verdict = Verdict.SAME if score >= SURE else Verdict.UNSURE if score >= UNSURE else Verdict.DIFFERENT
    reasons = tuple(feature.reason for feature in features if feature.reason)
    return Match(left[0].person, right[0].person, score, verdict, reasons)


def clusters(matches: Iterable[Match]) -> Mapping[str, str]:
    """For each person in a match of verdict "same" the first IRI of all that are one with it.

    The surest matches join first; none joins what holds two persons that are judged or scored different.
    """
    matches = tuple(matches)
    apart = {(match.one, match.other) for match in matches if match.verdict is Verdict.DIFFERENT}
    groups: dict[str, frozenset[str]] = {}
    for match in sorted(matches, key=lambda match: (-match.score, match.one, match.other)):
        if match.verdict is not Verdict.SAME:
            continue
        left = groups.get(match.one, frozenset({match.one}))
        right = groups.get(match.other, frozenset({match.other}))
        if left is right or any((min(a, b), max(a, b)) in apart for a in left for b in right):
            continue
        joined = left | right
        groups.update(dict.fromkeys(joined, joined))
    return MappingProxyType({iri: min(group) for iri, group in sorted(groups.items())})


def _candidates(people: Mapping[str, Sequence[Sighting]], lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Pairs worth comparing: they share a rare word of the name, two words, or a word and a post.

    The number of pairs grows with that of namesakes, not with that of persons.
    """
    blocks: dict[tuple[str, ...], set[str]] = {}
    for iri, seen in people.items():
        for key in block_keys(seen, lexicon):
            blocks.setdefault(key, set()).add(iri)
    for sharing in blocks.values():
        yield from combinations(sorted(sharing), 2)


def block_keys(seen: Iterable[Sighting], lexicon: Lexicon) -> frozenset[tuple[str, ...]]:
    """What a person must share with another to be compared: a rare word, two words, or a word and a post.

    A word is taken in today's spelling. That two share "Agus" alone is no reason to compare them.
    """
    common = _common_names(lexicon)
    posts = {post.iri for sighting in seen for post in sighting.posts}
    keys: set[tuple[str, ...]] = set()
    for name in {sighting.name for sighting in seen}:
        words = sorted({spelling(word) for word in name_tokens(name, lexicon)})
        full = [word for word in words if len(word) > 1]
        keys.update((word,) for word in full if word not in common)
        keys.update(combinations(words, 2))
        keys.update((word, post) for word in full for post in posts)
    return frozenset(keys)


def _common_names(lexicon: Lexicon) -> frozenset[str]:
    return _spelled(lexicon.words(COMMON_NAMES))


@lru_cache(maxsize=4)
def _spelled(words: frozenset[str]) -> frozenset[str]:
    return frozenset(spelling(word) for word in words)


def _features(one: Sequence[Sighting], other: Sequence[Sighting], lexicon: Lexicon) -> Iterator[_Feature]:
    yield from _names(one, other, lexicon)
    yield from _articles(one, other)
    yield from _posts(one, other)
    yield from _ranks(one, other, lexicon)


def _names(one: Sequence[Sighting], other: Sequence[Sighting], lexicon: Lexicon) -> Iterator[_Feature]:
    """The closest likeness of their names, weighed by how rare the words are that they share."""
    order = list(Likeness)
    common = _common_names(lexicon)
    best, weight = Likeness.NONE, 0.0
    for left in sorted({sighting.name for sighting in one}):
        for right in sorted({sighting.name for sighting in other}):
            names = name_tokens(left, lexicon), name_tokens(right, lexicon)
            found = likeness(*names)
            words = min(({spelling(word) for word in name if len(word) > 1} for name in names), key=len)
            rarity = sum(COMMON_WORD if word in common else RARE_WORD for word in words)
            if found is Likeness.SAME and len(words) == 1:
                found = Likeness.ONE_WORD
            if found is Likeness.TYPO and _both_common(*names, common):
                found = Likeness.NONE
            if (order.index(found), -rarity) < (order.index(best), -weight):
                best, weight = found, rarity
    yield _Feature(NAME_WEIGHT[best] + weight, best.value)


def _both_common(one: Sequence[str], other: Sequence[str], common: Set[str]) -> bool:
    """Whether the words by which two names differ are both common: Hendra and Hendri are two names, no misprint."""
    differing = [{spelling(a), spelling(b)} for a, b in zip(one, other, strict=False) if spelling(a) != spelling(b)]
    return all(words <= common for words in differing)


def _articles(one: Sequence[Sighting], other: Sequence[Sighting]) -> Iterator[_Feature]:
    """Two persons that one article tells apart are two."""
    if {sighting.article for sighting in one} & {sighting.article for sighting in other}:
        yield _Feature(-math.inf, "told apart in one article")


def _posts(one: Sequence[Sighting], other: Sequence[Sighting]) -> Iterator[_Feature]:
    left = [(post, sighting.day) for sighting in one for post in sighting.posts]
    right = [(post, sighting.day) for sighting in other for post in sighting.posts]
    if not left or not right:
        yield _Feature(0.0, "no post to compare")
        return
    shared = sorted({post.iri for post, _ in left} & {post.iri for post, _ in right})
    if shared:
        yield _Feature(max(_shared_weight(iri, left, right) for iri in shared), f"the same post: {shared[0]}")
        return
    clash = [
        (a, b)
        for a, day in left
        for b, other_day in right
        if not a.former and not b.former and _near(day, other_day) and not _compatible(a, b)
    ]
    if clash:
        yield _Feature(-6.0, f"two posts at once: {clash[0][0].iri}, {clash[0][1].iri}")
        return
    together = any(a.unit and a.unit == b.unit for a, _ in left for b, _ in right)
    kinds = {post.kind for post, _ in left} & {post.kind for post, _ in right} - {""}
    bodies = {post.body for post, _ in left} & {post.body for post, _ in right} - {""}
    if together:
        yield _Feature(1.5, "posts in one unit")
    elif kinds:
        yield _Feature(1.5, f"posts of one kind: {min(kinds)}")
    elif bodies:
        yield _Feature(0.5, f"posts in one body: {min(bodies)}")
    elif _all_in_bodies(left) and _all_in_bodies(right):
        yield _Feature(-2.5, "posts in different bodies")
    else:
        yield _Feature(0.0, "a post whose body is not known")


def _all_in_bodies(posts: Sequence[tuple[HeldPost, date | None]]) -> bool:
    return all(post.body for post, _ in posts)


def _shared_weight(
    iri: str, left: Sequence[tuple[HeldPost, date | None]], right: Sequence[tuple[HeldPost, date | None]]
) -> float:
    """What one post in both lists is worth: most if held at one time, less if years lie between."""
    best = 2.5
    for post, day in left:
        for same, other in right:
            if post.iri != iri or same.iri != iri or (post.former and same.former):
                continue
            if post.former != same.former:
                before, after = (other, day) if post.former else (day, other)
                best = max(best, 4.0 if before is None or after is None or before <= after else 0.0)
            elif day is not None and other is not None:
                best = max(best, 6.0 if abs((day - other).days) <= TERM else 3.0)
            else:
                best = max(best, 4.0)
    return best


def _near(day: date | None, other: date | None) -> bool:
    """Whether two sightings are of one time; unknown days may be."""
    return day is None or other is None or abs((day - other).days) <= NEAR


def _compatible(one: HeldPost, other: HeldPost) -> bool:
    """Whether one person may hold both posts at once: in one unit, one of them acting, or in bodies of their own.

    A minister may head a party, a chief of police may lead a task force; nobody is chief of two Polres.
    """
    if one.acting or other.acting or one.unit == other.unit:
        return True
    return not one.body or not other.body or one.body != other.body


def _ranks(one: Sequence[Sighting], other: Sequence[Sighting], lexicon: Lexicon) -> Iterator[_Feature]:
    left = [(ranks, sighting.day) for sighting in one if (ranks := _found(sighting, lexicon))]
    right = [(ranks, sighting.day) for sighting in other if (ranks := _found(sighting, lexicon))]
    if not left or not right:
        if (left or right) and _bodies(one) and _bodies(other) and not _bodies(one) & _bodies(other):
            yield _Feature(-1.0, "only one of them has a rank")
        return
    if not any(_one_service(a.service, b.service) for p, _ in left for q, _ in right for a in p for b in q):
        yield _Feature(-6.0, "ranks of different services")
        return
    pairs = [(a[0], day, b[0], other_day) for a, day in left for b, other_day in right]
    if any(_steps(*pair) > 0 for pair in pairs):
        yield _Feature(-3.0, "the ranks do not follow in that time")
        return
    if any(a.order == b.order for a, _, b, _ in pairs):
        yield _Feature(1.5, "the same rank")
    else:
        yield _Feature(0.75, "a promotion in the time between")
    lowest = min(min(a.order, b.order) for a, _, b, _ in pairs)
    if lowest >= SENIOR:
        yield _Feature(2.0 if lowest >= GENERAL else 1.0, "a rank that few hold")


def _found(sighting: Sighting, lexicon: Lexicon) -> tuple[Rank, ...]:
    """The ranks that the article's word may mean: "Brigjen" is one of the police and one of the army, of one order."""
    words = sighting.rank.split()
    match = lexicon.ranks.longest(words) if words else None
    return match.found if match is not None else ()


def _one_service(one: Service, other: Service) -> bool:
    """Whether two ranks may be of one service; the ranks that army, navy and air force share fit each of these."""
    return one == other or (Service.TNI in (one, other) and Service.POLRI not in (one, other))


def _steps(one: Rank, day: date | None, other: Rank, other_day: date | None) -> int:
    """How many promotions too many lie between two ranks, or 1 for a demotion; 0 if the time allows the step."""
    if one.order == other.order:
        return 0
    if day is None or other_day is None:
        return int(abs(one.order - other.order) > 2)
    if day > other_day:
        one, day, other, other_day = other, other_day, one, day
    if other.order < one.order:
        return int((other_day - day).days > NEAR)
    years = (other_day - day).days / 365.25
    return max(other.order - one.order - 1 - int(years / YEARS_A_RANK), 0)


def _bodies(seen: Sequence[Sighting]) -> frozenset[str]:
    return frozenset(post.body for sighting in seen for post in sighting.posts) - {""}
