"""Persons across articles, kept up as articles come and go: only those touched are compared again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.build.known import Matches, Sightings
from kg.graph.changes import Change, difference
from kg.graph.namesakes import all_kept, first_quads, group_path, kept, key_quads, links, member_quads, members, sharing
from kg.graph.persons import kept_match_quads, match_quads, sightings
from kg.graph.stores import GraphStore
from kg.lexicon.load import Lexicon
from kg.model import Match, Verdict
from kg.resolve.persons_blocks import Pair, groups, keys
from kg.resolve.persons_match import clusters, match_pairs, people
from kg.resolve.persons_profile import Profile

Judgements = Mapping[Pair, Verdict]


@dataclass(slots=True)
class _Round:
    """One time of following: whom the change touched, and what is known of them and of their groups from now on.

    `anew` are the persons to be compared anew: the touched ones, and those of a group for which another one stands.
    """

    touched: frozenset[str]
    profiles: dict[str, Profile]
    groups: dict[str, str] = field(default_factory=dict)
    firsts: dict[str, str] = field(default_factory=dict)
    members: dict[str, set[str]] = field(default_factory=dict)
    anew: set[str] = field(default_factory=set)
    change: Change = field(default_factory=Change)

    def stands(self, path: str) -> bool:
        """Whether a person stands for a group or for itself."""
        return path in self.profiles and self.firsts.get(self.groups.get(path, ""), path) == path


@dataclass(frozen=True, slots=True)
class Persons:
    """Who is one with whom in a store: `kg.pipeline.join_persons`, but for some persons and not for all.

    The persons that may be one with another are found by the keys of their names, which the ledger keeps.
    """

    store: GraphStore
    lexicon: Lexicon
    judgements: Judgements
    _seen: Sightings = field(init=False, repr=False, compare=False)
    _compared: Matches = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Nobody is known at first."""
        object.__setattr__(self, "_seen", Sightings(self.store, self.lexicon))
        object.__setattr__(self, "_compared", Matches(self.store))

    def follow(self, touched: frozenset[str], persons: frozenset[str], added: frozenset[str]) -> Change:
        """What has to change in the graph of persons (see `kg.graph.following.PersonsFollow`)."""
        if not touched and not persons:
            return Change()
        base = self.store.base
        felt = {iri.removeprefix(base) for iri in touched}
        spoken = {iri.removeprefix(base) for iri in persons}
        self._seen.forget(felt if added else felt | spoken)
        self._seen.add(added)
        now = _Round(frozenset(felt | spoken), self._seen.profiles(felt | spoken))
        self._regroup(now)
        pairs = self._pairs(now)
        now.profiles |= self._seen.profiles({path for pair in pairs for path in pair} - set(now.profiles))
        known = (pair for pair in pairs if pair[0] in now.profiles and pair[1] in now.profiles)
        matches = frozenset(match_pairs(now.profiles, known, self.lexicon, self.judgements))
        before = self._compared.of(now.anew)
        near, around = self._near(now.anew, {*matches, *before})
        joined, were = clusters((*matches, *around)), self._compared.joined(near)
        kept = kept_match_quads(self.store, before - matches)
        compared = difference(kept, match_quads(matches - before, {}, base))
        self._compared.replace(now.anew, matches, joined, near)
        return now.change.with_(compared).with_(difference(*(match_quads((), one, base) for one in (were, joined))))

    def anew(self) -> Change:
        """What has to change in the ledger so that it keeps what it has to of all persons of the store."""
        self._compared.forget()
        profiles, base = people(sightings(self.store), self.lexicon), self.store.base
        group = self._groups(profiles)
        firsts: dict[str, str] = {}
        for path in sorted(group, reverse=True):
            firsts[group[path]] = path
        standing = (path for path in profiles if firsts.get(group.get(path, ""), path) == path)
        new = (
            *member_quads(group, base),
            *first_quads(firsts, base),
            *key_quads({path: keys(profiles[path], self.lexicon).own for path in standing}, base),
        )
        return difference(all_kept(self.store), new)

    def _groups(self, profiles: Mapping[str, Profile]) -> dict[str, str]:
        alike = groups(profiles, self.lexicon, self.judgements)
        return {path: group_path(text) for path, text in alike.items()}

    def _regroup(self, now: _Round) -> None:
        """Who stands for whom from now on, and who is to be compared anew for that."""
        store, base = self.store, self.store.base
        kept_groups = kept(store, "namesakeIn", now.touched)
        left = links(kept_groups, base)
        now.groups = self._groups(now.profiles)
        felt = {*left.values(), *now.groups.values()}
        kept_firsts = kept(store, "representedBy", felt)
        firsts = links(kept_firsts, base)
        joining: dict[str, set[str]] = {}
        for path, group in now.groups.items():
            joining.setdefault(group, set()).add(path)
        # Those of a group are only looked up where another one comes to stand for it, or that one has been touched.
        whole = {
            group
            for group in felt
            if group not in firsts or firsts[group] in now.touched or min(joining.get(group, {"~"})) < firsts[group]
        }
        now.members = {group: paths - now.touched for group, paths in members(store, whole & set(firsts)).items()}
        now.anew = set(now.touched)
        for group in felt:
            if group in whole:
                now.members[group] = now.members.get(group, set()) | joining.get(group, set())
                now.anew |= now.members[group]
                now.groups |= dict.fromkeys(now.members[group], group)
            standing = min(now.members.get(group, {firsts.get(group, "")}), default="")
            if standing:
                now.firsts[group] = standing
        now.profiles |= self._seen.profiles(now.anew - now.touched)
        own = {path: keys(now.profiles[path], self.lexicon).own for path in now.anew if now.stands(path)}
        mine = {path: group for path, group in now.groups.items() if path in now.touched}
        now.change = (
            difference(kept_groups, member_quads(mine, base))
            .with_(difference(kept_firsts, first_quads(now.firsts, base)))
            .with_(difference(kept(store, "nameKey", now.anew), key_quads(own, base)))
        )

    def _pairs(self, now: _Round) -> set[Pair]:
        """Those to be compared anew with whoever stands for them, or for others; and with whom they were judged."""
        pairs: set[Pair] = {pair for pair in self.judgements if pair[0] in now.anew or pair[1] in now.anew}
        standing = {path for path in now.anew if now.stands(path)}
        known = {path: keys(now.profiles[path], self.lexicon) for path in standing}
        blocks: dict[str, set[str]] = {}
        asked = {key for one in known.values() for key in one.asked}
        for key, found in sharing(self.store, asked).items():
            blocks[key] = found - now.anew
        for path, one in known.items():
            for key in one.own:
                blocks.setdefault(key, set()).add(path)
        for path in now.anew & set(now.profiles):
            first = now.firsts.get(now.groups.get(path, ""), path)
            others = now.members.get(now.groups.get(path, ""), set()) if path in standing else {first}
            pairs |= {_pair(path, other) for other in others if other != path}
        for path, one in known.items():
            pairs |= {_pair(path, other) for key in one.asked for other in blocks.get(key, ()) if other != path}
        return pairs

    def _near(self, touched: set[str], matches: Iterable[Match]) -> tuple[set[str], set[Match]]:
        """All whom chains of "same" lead to from the touched persons, and the matches among the untouched of them."""
        near, around = set(touched), set[Match]()
        front = _same(matches) - near
        while front:
            near |= front
            found = {m for m in self._compared.of(front) if m.one not in touched and m.other not in touched}
            around |= found
            front = _same(found) - near
        return near, {match for match in around if match.one in near and match.other in near}


def _same(matches: Iterable[Match]) -> set[str]:
    return {path for match in matches if match.verdict is Verdict.SAME for path in (match.one, match.other)}


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)
