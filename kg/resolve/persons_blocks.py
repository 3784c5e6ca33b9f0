"""Which persons are worth comparing: the number of comparisons grows with that of articles, not with its square.

Two persons are compared where their names and what else is known of them can make them one (`keys`). Of persons who
look alike in everything (`namesakes`: a name without a post, say, that a hundred articles have) one stands for all:
each of the others is compared with that one, and that one with everybody else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date
from itertools import combinations, permutations

from kg.lexicon.load import Lexicon
from kg.resolve.persons import name_tokens
from kg.resolve.persons_compare import common_names
from kg.resolve.persons_names import TYPO_LENGTH, spelling
from kg.resolve.persons_profile import Profile

Pair = tuple[str, str]
"""IRI paths of two persons, the smaller first."""


@dataclass(frozen=True, slots=True)
class Keys:
    """What a person has (`own`) and what it looks for in others (`asked`), as text.

    Of two persons either both look for what the other has, or neither does.
    """

    own: frozenset[str]
    asked: frozenset[str]


def keys(profile: Profile, lexicon: Lexicon) -> Keys:
    """The keys of a person: whoever shares none with another cannot be one with them.

    Two words of the name, or a word and a post. One rare word (in today's spelling) is enough only beside something
    else that speaks for one person, and where the rest of the names allows it: a name of one word, an initial, a
    misprint. The weights of `kg.resolve.persons_compare` say what else it takes.
    """
    common, posts = common_names(lexicon), {post.iri for post in profile.posts}
    both, own, asked = set[str](), set[str](), set[str]()
    for name in profile.names:
        words = sorted({spelling(word) for word in name_tokens(name, lexicon)})
        full = [word for word in words if len(word) > 1]
        both.update(f"{one} {other}" for one, other in combinations(words, 2))
        both.update(f"{word} {post}" for word in full for post in posts)
        rare = [word for word in full if word not in common]
        if len(words) == 1 and profile.ranks:
            own.update(f"1 {word}" for word in rare)
            asked.update(f"{sign} {word}" for word in rare for sign in ("1", "+"))
        elif profile.ranks:
            own.update(f"+ {word}" for word in rare)
            asked.update(f"1 {word}" for word in rare)
        if len(words) == 2 and profile.ranks:
            both.update(key for word, other in permutations(full, 2) if word in rare for key in _misprints(word, other))
        if profile.ranks or profile.posts:
            initials = {f"{one} {word}" for one in words if len(one) == 1 for word in rare}
            shortened = {f"{other[0]} {word}" for word, other in permutations(full, 2) if word in rare}
            own |= {f"i {key}" for key in initials} | {f"f {key}" for key in shortened}
            asked |= {f"f {key}" for key in initials} | {f"i {key}" for key in shortened}
    return Keys(frozenset(both | own), frozenset(both | asked))


def _misprints(word: str, other: str) -> Iterator[str]:
    """Keys that a word shares with all that are one letter apart: the letter is in one half only.

    Of words whose lengths differ by one the longer has the half of the shorter too.
    """
    if len(other) >= TYPO_LENGTH:
        for length in {len(other), max(len(other) - 1, TYPO_LENGTH)}:
            half = (length - 1) // 2
            yield f"{word} {other[:half]}-"
            yield f"{word} -{other[-half:]}"


def namesakes(profile: Profile, lexicon: Lexicon) -> str:
    """What those have in common who cannot be told from each other, as text; "" for a person of several articles.

    That is the name, rank and posts, and where there are any the half-year, because what they are worth hangs on time.
    """
    if len(profile.articles) > 1:
        return ""
    words = sorted(" ".join(name_tokens(name, lexicon)) for name in profile.names)
    ranks = sorted("/".join(rank.label for rank in found) for found in profile.ranks)
    posts = [f"{post.iri} {post.former:d}{post.acting:d}" for post in profile.posts]
    days = [*profile.posts.values(), *profile.ranks.values()]
    times = sorted({_half_year(day) for one in days for day in one.known})
    return "\n".join(["|".join(part) for part in (words, ranks, posts, times)])


def _half_year(day: date) -> str:
    return f"{day.year}-{1 if day.month <= 6 else 2}"


def groups(profiles: Mapping[str, Profile], lexicon: Lexicon, judged: Iterable[Pair] = ()) -> dict[str, str]:
    """The namesakes that each person is one of, by IRI path; who stands alone is left out, as is who was judged."""
    told = {path for pair in judged for path in pair}
    alike = ((path, namesakes(one, lexicon)) for path, one in profiles.items() if path not in told)
    return {path: group for path, group in alike if group}


def candidates(profiles: Mapping[str, Profile], lexicon: Lexicon, judged: Iterable[Pair] = ()) -> set[Pair]:
    """The pairs worth comparing of these persons, those `judged` among them."""
    members: dict[str, list[str]] = defaultdict(list)
    group = groups(profiles, lexicon, judged)
    for path in profiles:
        members[group.get(path, path)].append(path)
    pairs = {pair for pair in judged if pair[0] in profiles and pair[1] in profiles}
    blocks: dict[str, set[str]] = defaultdict(set)
    asking: dict[str, frozenset[str]] = {}
    for alike in members.values():
        first = min(alike)
        pairs |= {(first, other) for other in alike if other != first}
        found = keys(profiles[first], lexicon)
        asking[first] = found.asked
        for key in found.own:
            blocks[key].add(first)
    none: Set[str] = frozenset()
    for path, asked in asking.items():
        pairs |= {(path, other) for key in asked for other in blocks.get(key, none) if path < other}
    return pairs
