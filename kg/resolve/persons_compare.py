"""How likely two persons are one: a declared list of features, each with its weight and its reason."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from types import MappingProxyType

from kg.lexicon.load import Lexicon
from kg.lexicon.records import Rank, Service
from kg.model import HeldPost, Match, Sighting, Verdict
from kg.resolve.persons import name_tokens
from kg.resolve.persons_names import Likeness, likeness, spelling
from kg.resolve.persons_profile import Days, Profile

SURE = 0.9
UNSURE = 0.5
NEAR = 45  # days within which two posts of one person must be compatible
TERM = 550  # days in which a post seldom changes hands twice
SENIOR = 16  # Rank.order of a Kompol or Mayor
GENERAL = 19  # Rank.order of a general of one star
YEARS_A_RANK = 2.0  # the least time between two promotions of one person


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


def compare(one: Sequence[Sighting], other: Sequence[Sighting], lexicon: Lexicon) -> Match:
    """How likely the persons of two lists of sightings are one, by the features below."""
    return compared(Profile.of(one, lexicon), Profile.of(other, lexicon), lexicon)


def compared(one: Profile, other: Profile, lexicon: Lexicon) -> Match:
    """`compare` for two profiles."""
    left, right = (one, other) if one.person <= other.person else (other, one)
    features = list(_features(left, right, lexicon))
    total = PRIOR + sum(feature.weight for feature in features)
    score = round(1 / (1 + math.exp(-total)), 3) if total > -50 else 0.0
    verdict = Verdict.SAME if score >= SURE else Verdict.UNSURE if score >= UNSURE else Verdict.DIFFERENT
    reasons = tuple(feature.reason for feature in features if feature.reason)
    return Match(left.person, right.person, score, verdict, reasons)


def common_names(lexicon: Lexicon) -> frozenset[str]:
    """Words that many names have, in today's spelling."""
    return _spelled(lexicon.words(COMMON_NAMES))


@lru_cache(maxsize=4)
def _spelled(words: frozenset[str]) -> frozenset[str]:
    return frozenset(spelling(word) for word in words)


def _features(one: Profile, other: Profile, lexicon: Lexicon) -> Iterator[_Feature]:
    yield from _names(one, other, lexicon)
    yield from _articles(one, other)
    yield from _posts(one, other)
    yield from _ranks(one, other)


def _names(one: Profile, other: Profile, lexicon: Lexicon) -> Iterator[_Feature]:
    """The closest likeness of their names, weighed by how rare the words are that they share."""
    order = list(Likeness)
    common = common_names(lexicon)
    best, weight = Likeness.NONE, 0.0
    for left, right in product(one.names, other.names):
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


def _articles(one: Profile, other: Profile) -> Iterator[_Feature]:
    """Two persons that one article tells apart are two."""
    if not one.articles.isdisjoint(other.articles):
        yield _Feature(-math.inf, "told apart in one article")


def _posts(one: Profile, other: Profile) -> Iterator[_Feature]:
    left, right = one.posts, other.posts
    if not left or not right:
        yield _Feature(0.0, "no post to compare")
        return
    shared = sorted({post.iri for post in left} & {post.iri for post in right})
    if shared:
        yield _Feature(max(_shared_weight(iri, left, right) for iri in shared), f"the same post: {shared[0]}")
        return
    clash = next(
        (pair for pair in product(left, right) if _clash(*pair) and _near(left[pair[0]], right[pair[1]])), None
    )
    if clash is not None:
        yield _Feature(-6.0, f"two posts at once: {clash[0].iri}, {clash[1].iri}")
        return
    together = {post.unit for post in left} & {post.unit for post in right} - {""}
    kinds = {post.kind for post in left} & {post.kind for post in right} - {""}
    bodies = {post.body for post in left} & {post.body for post in right} - {""}
    if together:
        yield _Feature(1.5, "posts in one unit")
    elif kinds:
        yield _Feature(1.5, f"posts of one kind: {min(kinds)}")
    elif bodies:
        yield _Feature(0.5, f"posts in one body: {min(bodies)}")
    elif all(post.body for post in (*left, *right)):
        yield _Feature(-2.5, "posts in different bodies")
    else:
        yield _Feature(0.0, "a post whose body is not known")


def _shared_weight(iri: str, left: Mapping[HeldPost, Days], right: Mapping[HeldPost, Days]) -> float:
    """What one post in both lists is worth: most if held at one time, less if years lie between."""
    best = 2.5
    for post, same in product(left, right):
        if post.iri != iri or same.iri != iri or (post.former and same.former):
            continue
        days, others = left[post], right[same]
        if post.former != same.former:
            before, after = (others, days) if post.former else (days, others)
            ordered = before.unknown or after.unknown or before.known[0] <= after.known[-1]
            best = max(best, 4.0 if ordered else 0.0)
            continue
        if days.unknown or others.unknown:
            best = max(best, 4.0)
        gap = days.gap(others)
        if gap is not None:
            best = max(best, 6.0 if gap <= TERM else 3.0)
    return best


def _clash(one: HeldPost, other: HeldPost) -> bool:
    """Whether no person holds both posts at a time."""
    return not one.former and not other.former and not _compatible(one, other)


def _near(one: Days, other: Days) -> bool:
    """Whether two sightings are of one time; unknown days may be."""
    if one.unknown or other.unknown:
        return True
    gap = one.gap(other)
    return gap is not None and gap <= NEAR


def _compatible(one: HeldPost, other: HeldPost) -> bool:
    """Whether one person may hold both posts at once: in one unit, one of them acting, or in bodies of their own.

    A minister may head a party, a chief of police may lead a task force; nobody is chief of two Polres.
    """
    if one.acting or other.acting or one.unit == other.unit:
        return True
    return not one.body or not other.body or one.body != other.body


def _ranks(one: Profile, other: Profile) -> Iterator[_Feature]:
    left, right = one.ranks, other.ranks
    if not left or not right:
        if (left or right) and one.bodies and other.bodies and not one.bodies & other.bodies:
            yield _Feature(-1.0, "only one of them has a rank")
        return
    if not any(_one_service(a.service, b.service) for p, q in product(left, right) for a, b in product(p, q)):
        yield _Feature(-6.0, "ranks of different services")
        return
    pairs = [(a[0], b[0]) for a, b in product(left, right)]
    if any(_too_fast(a[0], days, b[0], others) for a, days in left.items() for b, others in right.items()):
        yield _Feature(-3.0, "the ranks do not follow in that time")
        return
    if any(a.order == b.order for a, b in pairs):
        yield _Feature(1.5, "the same rank")
    else:
        yield _Feature(0.75, "a promotion in the time between")
    lowest = min(min(a.order, b.order) for a, b in pairs)
    if lowest >= SENIOR:
        yield _Feature(2.0 if lowest >= GENERAL else 1.0, "a rank that few hold")


def _one_service(one: Service, other: Service) -> bool:
    """Whether two ranks may be of one service; the ranks that army, navy and air force share fit each of these."""
    return one == other or (Service.TNI in (one, other) and Service.POLRI not in (one, other))


def _too_fast(one: Rank, days: Days, other: Rank, others: Days) -> bool:
    """Whether on some of these days one had a rank and on others the other, and no time allows that.

    More promotions lie between two ranks than `YEARS_A_RANK` years each allow, or a demotion; without days more than
    two promotions.
    """
    if one.order == other.order:
        return False
    if (days.unknown or others.unknown) and abs(one.order - other.order) > 2:
        return True
    if not days.known or not others.known:
        return False
    rising = one.order < other.order
    lower, higher = (days, others) if rising else (others, days)
    if (lower.known[-1] - higher.known[0]).days > NEAR:
        return True
    # Two reports of one day: the second list's is taken for the later one.
    gaps = [gap for day in lower.known if (gap := higher.after(day, strictly=not rising)) is not None]
    return bool(gaps) and abs(one.order - other.order) - 1 - int(min(gaps) / 365.25 / YEARS_A_RANK) > 0
