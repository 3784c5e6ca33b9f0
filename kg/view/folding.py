"""How a large graph folds: by the units that its vertices are at home in, each group small enough to be unfolded.

What has no unit is at home in a community of its neighbours (see `kg.view.scene`), so a home is either the IRI of a
unit or `near:` and the vertex that a community is called after.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

Chain = tuple[str, ...]
Names = Callable[[str], tuple[str, str]]
_AT_ONCE = 300
_MOST_GROUPS = 60
_FEW = 6
_LOOSE = 150


@dataclass(frozen=True, slots=True)
class Group:
    """A fold of the drawing: what it holds is shown when it is opened; `radius` is its size while folded."""

    key: str
    label: str
    label_en: str
    parent: str
    size: int
    radius: int


@dataclass(frozen=True, slots=True)
class _Part:
    depth: int
    members: tuple[str, ...]


class Folding:
    """The groups of a drawing and what each vertex and group is `within` (nothing: it stands at the top).

    `costs` is how many nodes a vertex is drawn as, `homes` its chain of homes from the topmost down, `name` the
    Indonesian and English label of a home. A drawing of up to 300 nodes is not folded; a group that would be larger
    holds groups itself.
    """

    def __init__(self, costs: Mapping[str, int], homes: Mapping[str, Chain], name: Names) -> None:
        self.groups: dict[str, Group] = {}
        self.within: dict[str, str] = {}
        self._costs, self._homes, self._name = costs, homes, name
        self._split(sorted(costs), "", 0)

    def _cost(self, members: Sequence[str]) -> int:
        return sum(self._costs[key] for key in members)

    def _put(self, members: Sequence[str], parent: str) -> None:
        if parent:
            self.within.update(dict.fromkeys(members, parent))

    def _add(self, home: str, label: tuple[str, str], parent: str, members: Sequence[str]) -> str:
        key = f"{parent}/{home.rpartition('/id/')[2]}".lstrip("/")
        radius = min(46, round(16 + 2.4 * math.sqrt(len(members))))
        self.groups[key] = Group(key, *label, parent, len(members), radius)
        self._put([key], parent)
        return key

    def _split(self, members: Sequence[str], parent: str, depth: int) -> None:
        if self._cost(members) <= _AT_ONCE:
            self._put(members, parent)
            return
        parts = self._parts(members, depth)
        if len(parts) == 1:
            self._chunk(members, parent)
            return
        ranked = sorted(parts, key=lambda home: (-self._cost(parts[home].members), home))
        rest: list[str] = []
        loose = 0
        for place, home in enumerate(ranked):
            part = parts[home]
            cost = self._cost(part.members)
            if cost < _FEW and loose + cost <= _LOOSE:
                self._put(part.members, parent)
                loose += cost
            elif cost < _FEW or place >= _MOST_GROUPS:
                rest.extend(part.members)
            else:
                self._split(part.members, self._add(home, self._name(home), parent, part.members), part.depth + 1)
        if rest:
            self._chunk(rest, self._add("rest", ("Lainnya", "Others"), parent, rest))

    def _parts(self, members: Sequence[str], depth: int) -> dict[str, _Part]:
        """`members` by home; a home that holds more than a third of them gives way to the homes below it."""
        parts = self._by_home(members, depth)
        most = max(60, self._cost(members) * 0.35)
        while True:
            large = [
                home
                for home, part in parts.items()
                if (len(parts) == 1 or self._cost(part.members) > most)
                and any(len(self._homes.get(key, ())) > part.depth + 1 for key in part.members)
            ]
            if not large:
                return parts
            part = parts.pop(min(large))
            parts |= self._by_home(part.members, part.depth + 1)

    def _by_home(self, members: Sequence[str], depth: int) -> dict[str, _Part]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for key in members:
            chain = self._homes.get(key, ())
            found[chain[min(depth, len(chain) - 1)] if chain else ""].append(key)
        return {home: _Part(depth, tuple(keys)) for home, keys in found.items()}

    def _chunk(self, members: Sequence[str], parent: str) -> None:
        """Numbered parts where nothing tells the members apart."""
        if parent and self._cost(members) <= _AT_ONCE:
            self._put(members, parent)
            return
        chunks: list[list[str]] = [[]]
        for key in members:
            if self._cost(chunks[-1]) + self._costs[key] > _AT_ONCE * 2 // 3:
                chunks.append([])
            chunks[-1].append(key)
        for number, chunk in enumerate(chunks, start=1):
            label = (f"Bagian {number}", f"Part {number}")
            self._put(chunk, self._add(f"part:{number}", label, parent, chunk))
