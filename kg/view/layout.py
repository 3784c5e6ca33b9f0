"""Where things stand: positions computed once, here, so that the page opens drawn and never shakes.

A star (one sender and those it addresses) is set on an ellipse, any other component is sprung; labels are then pushed
apart and the components packed on shelves. All figures are CSS pixels at zoom 1.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np

Point = tuple[float, float]
Link = tuple[str, str, int]
_LINE = 18
_CHARACTER = 7.2
_WRAP = 20


@dataclass(frozen=True, slots=True)
class Box:
    """Width and height of a node with its label beneath, both in pixels."""

    width: float
    height: float


def wrap(label: str, width: int = _WRAP, lines: int = 3) -> str:
    """`label` broken at blanks into at most `lines` lines of about `width` characters, the rest cut with an
    ellipsis.
    """
    rows: list[str] = []
    for word in label.split():
        piece = word if len(word) <= width else word[: width - 1] + "…"
        if rows and len(rows[-1]) + 1 + len(piece) <= width:
            rows[-1] += " " + piece
        else:
            rows.append(piece)
    if len(rows) > lines:
        last = rows[lines - 1]
        rows = [*rows[: lines - 1], (last if len(last) < width else last[: width - 1]) + "…"]
    return "\n".join(rows)


def box(label: str, radius: float) -> Box:
    """The room that a node of `radius` with `label` written beneath it takes."""
    rows = wrap(label).split("\n")
    width = max(len(row) for row in rows) * _CHARACTER
    return Box(max(width, 2 * radius) + 26, 2 * radius + len(rows) * _LINE + 30)


def place(boxes: Mapping[str, Box], links: Iterable[Link], aspect: float = 1.3) -> dict[str, tuple[int, int]]:
    """A position for each box, centred on the origin, as `{key: (x, y)}` in whole pixels; `links` are (key, key,
    weight).

    The same input always gives the same positions: keys are taken in sorted order and the spring has a fixed seed.
    """
    graph = nx.Graph()
    graph.add_nodes_from(sorted(boxes))
    for source, target, weight in sorted(links):
        if source != target:
            graph.add_edge(source, target, weight=1 + math.log1p(weight))
    parts = [_component(_alone(graph, sorted(keys)), boxes) for keys in nx.connected_components(graph)]
    return _pack(parts, boxes, aspect)


def _alone(graph: nx.Graph, keys: Sequence[str]) -> nx.Graph:
    """The part of `graph` with these keys, in their order; networkx's own views come in the order of a set."""
    part = nx.Graph()
    part.add_nodes_from(keys)
    for key in keys:
        part.add_weighted_edges_from((key, other, graph[key][other]["weight"]) for other in sorted(graph[key]))
    return part


def _component(graph: nx.Graph, boxes: Mapping[str, Box]) -> dict[str, Point]:
    keys = sorted(graph)
    if len(keys) == 1:
        return {keys[0]: (0.0, 0.0)}
    hub = max(keys, key=lambda key: (graph.degree(key), key))
    if graph.degree(hub) == len(keys) - 1 == graph.number_of_edges() and len(keys) <= 25:
        return _separate(_star(hub, [key for key in keys if key != hub]), boxes)
    turned = nx.spring_layout(graph, seed=7, iterations=150 if len(keys) < 120 else 60, weight="weight", method="force")
    found = _lying({key: (float(turned[key][0]), float(turned[key][1])) for key in keys})
    wide, high = (
        max(point[axis] for point in found.values()) - min(point[axis] for point in found.values()) for axis in (0, 1)
    )
    reach = 135.0 * math.sqrt(len(keys))
    rise = min(2.2, max(0.8, wide / max(high, 0.05) / 1.45))
    return _separate({key: (x * reach, y * reach * rise) for key, (x, y) in found.items()}, boxes)


def _lying(points: Mapping[str, Point]) -> dict[str, Point]:
    """The same drawing turned so that its longest axis lies flat, as screens do."""
    at = np.array([points[key] for key in sorted(points)])
    at -= at.mean(axis=0)
    (xx, xy), (_, yy) = at.T @ at
    angle = 0.5 * math.atan2(2 * xy, xx - yy)
    cos, sin = math.cos(angle), math.sin(angle)
    return {
        key: (float(x * cos + y * sin), float(y * cos - x * sin))
        for key, (x, y) in zip(sorted(points), at, strict=True)
    }


def _star(hub: str, rim: Sequence[str]) -> dict[str, Point]:
    """The hub with its rim around it, the first to the right; straight below the hub, where its label is, stays
    free.
    """
    across = max(205.0, 27.0 * len(rim))
    turn = 0.0 if len(rim) < 3 else math.pi * (0.5 + 1 / len(rim))
    points = {hub: (0.0, 0.0)}
    for index, key in enumerate(rim):
        angle = turn + 2 * math.pi * index / len(rim)
        points[key] = (across * math.cos(angle), max(150.0, across * 0.74) * math.sin(angle))
    return points


def _separate(points: Mapping[str, Point], boxes: Mapping[str, Box], passes: int = 160) -> dict[str, Point]:
    """Push overlapping boxes apart along the axis of least overlap until none overlap or the passes are used up."""
    keys = sorted(points)
    at = np.array([points[key] for key in keys], dtype=float).T.copy()
    half = np.array([(boxes[key].width / 2, boxes[key].height / 2) for key in keys]).T.copy()
    reach = half[0][:, None] + half[0]
    np.fill_diagonal(reach, 0.0)  # nothing meets itself
    push = np.zeros(reach.shape)
    for _ in range(passes):
        # Few boxes meet across, so only of those is looked whether they meet down as well.
        pair = np.stack((reach - np.abs(at[0][:, None] - at[0]) > 0.5).nonzero())
        deep = half[1, pair[0]] + half[1, pair[1]] - np.abs(at[1, pair[0]] - at[1, pair[1]])
        pair = pair[:, deep > 0.5]
        if not pair.size:
            break
        apart = at[:, pair[0]] - at[:, pair[1]]
        overlap = half[:, pair[0]] + half[:, pair[1]] - np.abs(apart)
        direction = np.where(apart == 0, np.sign(pair[0] - pair[1]), np.sign(apart))
        sideways = overlap[0] <= overlap[1] * 1.6
        for axis, chosen in enumerate((sideways, ~sideways)):
            one, other = pair[:, chosen]
            push[one, other] = direction[axis, chosen] * overlap[axis, chosen] * 0.26
            at[axis] += push.sum(axis=1)
            push[one, other] = 0.0
    return {key: (float(at[0, index]), float(at[1, index])) for index, key in enumerate(keys)}


@dataclass(frozen=True, slots=True)
class _Extent:
    left: float
    top: float
    width: float
    height: float


def _extent(points: Mapping[str, Point], boxes: Mapping[str, Box]) -> _Extent:
    left = min(x - boxes[key].width / 2 for key, (x, _) in points.items())
    right = max(x + boxes[key].width / 2 for key, (x, _) in points.items())
    top = min(y - boxes[key].height / 2 for key, (_, y) in points.items())
    bottom = max(y + boxes[key].height / 2 for key, (_, y) in points.items())
    return _Extent(left, top, right - left, bottom - top)


_Sized = tuple[dict[str, Point], _Extent]
_Shelf = tuple[float, float, list[tuple[_Sized, float]]]  # top, width, (component, left)


def _pack(parts: Sequence[dict[str, Point]], boxes: Mapping[str, Box], aspect: float) -> dict[str, tuple[int, int]]:
    """Set the components on shelves, the tallest first, in the sheet that comes closest to `aspect` (width to
    height).
    """
    sized = [(part, _extent(part, boxes)) for part in parts]
    sized.sort(key=lambda pair: (-round(pair[1].height), -round(pair[1].width), min(pair[0])))
    widest = max((extent.width for _, extent in sized), default=0.0)
    area = sum(extent.width * extent.height for _, extent in sized)
    limits = [max(widest, math.sqrt(area * aspect) * stretch) for stretch in (0.9, 1.0, 1.1, 1.25, 1.45, 1.7, 2.0)]

    def waste(limit: float) -> float:
        shelves, height = _shelve(sized, limit)
        return max(max((width for _, width, _ in shelves), default=0.0) / aspect, height)

    shelves, height = _shelve(sized, min(limits, key=waste))
    placed: dict[str, tuple[int, int]] = {}
    for top, width, shelf in shelves:
        for (part, extent), left in shelf:
            for key, (x, y) in part.items():
                placed[key] = (round(x - extent.left + left - width / 2), round(y - extent.top + top - height / 2))
    return dict(sorted(placed.items()))


def _shelve(sized: Sequence[_Sized], limit: float, gap: float = 28.0) -> tuple[list[_Shelf], float]:
    """The shelves of a sheet `limit` wide, and its height."""
    shelves: list[_Shelf] = []
    shelf: list[tuple[_Sized, float]] = []
    x = y = height = 0.0
    for part, extent in sized:
        if shelf and x + extent.width > limit:
            shelves.append((y, x - gap, shelf))
            y, x, height, shelf = y + height + gap, 0.0, 0.0, []
        shelf.append(((part, extent), x))
        x, height = x + extent.width + gap, max(height, extent.height)
    if shelf:
        shelves.append((y, x - gap, shelf))
    return shelves, y + height
