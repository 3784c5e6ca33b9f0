"""From facts to something that can be drawn: vertices, links between them, and the groups that a large graph folds
into.

A directive that names nobody on one side still shows: its other side gets an unnamed vertex of its own.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import networkx as nx

from kg.view.facts import Agent, Directive, Facts
from kg.view.folding import Chain, Folding, Group
from kg.view.layout import Box, box, place

DRAWN_AT_ONCE = 400
_OUTSIDE, PUBLIC = -1, 8
UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Vertex:
    """A node of the network: an agent, or the unnamed other side (`beside` is then the agent it stands next to).

    `level` is its place in the chain of command: -1 outside of it, 0 the topmost unit, 1 and more below, 8 groups and
    public.
    """

    key: str
    kind: str
    label: str
    label_en: str
    radius: int
    level: int
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything with its place; `at` is relative to the centre of the group that holds it (`within`, "" at the
    top).
    """

    vertices: Mapping[str, Vertex]
    groups: Mapping[str, Group]
    within: Mapping[str, str]
    at: Mapping[str, tuple[int, int]]
    links: Mapping[tuple[str, str, str], int]

    def fold_of(self, key: str) -> str:
        """What stands for the vertex `key` when everything is folded: itself or its topmost group."""
        while parent := self.within.get(key, ""):
            key = parent
        return key


def ends(facts: Facts, directive: Directive) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The keys of the vertices that the network draws `directive` from and to; empty if it names neither side."""
    senders, receivers = facts.senders(directive), directive.addressees
    if not senders and not receivers:
        return (), ()
    return (
        senders or tuple(f"?>{receiver}" for receiver in receivers[:1]),
        receivers or tuple(f"{sender}>?" for sender in senders[:1]),
    )


def build(facts: Facts) -> Scene:
    """The scene of all directives of `facts`."""
    links: Counter[tuple[str, str, str]] = Counter()
    for directive in facts.directives:
        sources, targets = ends(facts, directive)
        for source in sources:
            for target in targets:
                links[source, target, directive.force] += 1
    vertices = _vertices(facts, links)
    homes = _homes(facts, vertices, links)
    folding = _folding(facts, vertices, homes)
    at = _positions(vertices, folding.groups, folding.within, links)
    return Scene(vertices, folding.groups, folding.within, at, dict(sorted(links.items())))


def _vertices(facts: Facts, links: Mapping[tuple[str, str, str], int]) -> dict[str, Vertex]:
    busy: Counter[str] = Counter()
    sends: set[str] = set()
    for (source, target, _), count in links.items():
        busy[source] += count
        busy[target] += count
        sends.add(source)
    found: dict[str, Vertex] = {}
    for key in sorted(busy):
        beside = key[2:] if key.startswith("?>") else key[:-2] if key.endswith(">?") else ""
        if beside:
            level = _level(facts, facts.agents[beside], sends=beside in sends)
            level = PUBLIC if key.endswith(">?") and level >= 0 else level
            found[key] = Vertex(key, UNNAMED, "", "", 6, level, beside)
        else:
            agent = facts.agents[key]
            radius = min(30, round(8 + 3.2 * math.sqrt(busy[key])))
            level = _level(facts, agent, sends=key in sends)
            found[key] = Vertex(key, agent.kind, agent.label, agent.label_en or agent.label, radius, level)
    return found


def _level(facts: Facts, agent: Agent, *, sends: bool) -> int:
    if not agent.unit or agent.unit not in facts.units:
        return _OUTSIDE if sends else PUBLIC
    return min(len(facts.ancestors(agent.unit)) - 1, 5)


def _homes(facts: Facts, vertices: Mapping[str, Vertex], links: Mapping[tuple[str, str, str], int]) -> dict[str, Chain]:
    """The chain of units that each vertex is at home in; who has no unit is at home where most of its neighbours
    are.
    """
    homes = {
        key: facts.ancestors(facts.agents[key].unit)
        for key in vertices
        if key in facts.agents and facts.agents[key].unit
    }
    beside: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for (source, target, _), count in links.items():
        beside[source][target] += count
        beside[target][source] += count
    for _ in range(2):
        found: dict[str, tuple[str, ...]] = {}
        for key in vertices:
            if key not in homes:
                votes = Counter[tuple[str, ...]]()
                for other, count in beside[key].items():
                    if other in homes:
                        votes[homes[other]] += count
                if votes:
                    found[key] = max(votes, key=lambda chain: (votes[chain], chain))
        homes |= found
    lost = [key for key in vertices if key not in homes and not vertices[key].beside]
    number = {key: index for index, key in enumerate(lost)}
    graph = nx.Graph()
    graph.add_nodes_from(range(len(lost)))
    graph.add_edges_from(sorted((number[a], number[b]) for a, b, _ in links if a in number and b in number))
    for community in nx.community.louvain_communities(graph, seed=7) if lost else []:
        members = [lost[index] for index in sorted(community)]
        head = max(members, key=lambda key: vertices[key].radius)
        homes |= dict.fromkeys(members, (f"near:{head}",))
    return homes


def _folding(facts: Facts, vertices: Mapping[str, Vertex], homes: Mapping[str, Chain]) -> Folding:
    """The folds of the named vertices; an unnamed one goes where the agent goes that it stands beside."""

    def name(home: str) -> tuple[str, str]:
        if home.startswith("near:"):
            return vertices[home[5:]].label, vertices[home[5:]].label_en
        unit = facts.units.get(home)
        return (unit.label, unit.label_en or unit.label) if unit else (home, home)

    costs = Counter(vertex.beside or key for key, vertex in vertices.items())
    folding = Folding(costs, homes, name)
    for key, vertex in vertices.items():
        if vertex.beside and (parent := folding.within.get(vertex.beside)):
            folding.within[key] = parent
    return folding


def _positions(
    vertices: Mapping[str, Vertex],
    groups: Mapping[str, Group],
    within: Mapping[str, str],
    links: Mapping[tuple[str, str, str], int],
) -> dict[str, tuple[int, int]]:
    """Each vertex and group placed among what shares its group."""
    boxes: defaultdict[str, dict[str, Box]] = defaultdict(dict)
    for key, vertex in vertices.items():
        if not vertex.beside:
            boxes[within.get(key, "")][key] = box(vertex.label, vertex.radius)
    for key, group in groups.items():
        boxes[within.get(key, "")][key] = box(f"{group.label} {group.size:,}", group.radius + 6)
    chains = {key: _chain(key, within) for key in vertices}
    weights: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for (source, target, _), count in links.items():
        for parent, one, other in _meeting(chains[source], chains[target]):
            weights[parent][min(one, other), max(one, other)] += count
    at: dict[str, tuple[int, int]] = {}
    for parent in sorted(boxes):
        pairs = [
            (a, b, count) for (a, b), count in weights[parent].items() if a in boxes[parent] and b in boxes[parent]
        ]
        at |= place(boxes[parent], pairs)
    near: defaultdict[str, list[float]] = defaultdict(list)
    for pairs_of in weights.values():
        for one, other in pairs_of:
            if one in at and other in at:
                (ax, ay), (bx, by) = at[one], at[other]
                near[one].append(math.atan2(by - ay, bx - ax))
                near[other].append(math.atan2(ay - by, ax - bx))
    for key, vertex in vertices.items():
        if vertex.beside:
            angle, (x, y) = _gap(near[vertex.beside]), at[vertex.beside]
            reach = vertices[vertex.beside].radius + 58
            near[vertex.beside].append(angle)
            at[key] = (round(x + reach * math.cos(angle)), round(y + reach * math.sin(angle)))
    return dict(sorted(at.items()))


def _gap(angles: Sequence[float]) -> float:
    """The middle of the widest gap between `angles`, in radians; to the right if there are none."""
    if not angles:
        return 0.0
    ring = sorted(angles)
    gaps = [(later - one, one) for one, later in pairwise([*ring, ring[0] + 2 * math.pi])]
    width, start = max(gaps, key=lambda gap: (round(gap[0], 6), -gap[1]))
    return start + width / 2


def _chain(key: str, within: Mapping[str, str]) -> tuple[str, ...]:
    chain = [key]
    while parent := within.get(chain[-1], ""):
        chain.append(parent)
    return ("", *reversed(chain))


def _meeting(one: Sequence[str], other: Sequence[str]) -> list[tuple[str, str, str]]:
    """Where a link between two chains shows: in the innermost fold that holds both ends."""
    for (parent, a), (_, b) in zip(pairwise(one), pairwise(other), strict=False):
        if a != b:
            return [(parent, a, b)]
    return []
