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
    """`label` broken at blanks into at most `lines` lines of about `width` characters, the rest cut with an ellipsis."""
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


def place(boxes: Mapping[str, Box], links: Iterable[Link], aspect: float = 1.5) -> dict[str, tuple[int, int]]:
    """A position for each box, centred on the origin, as `{key: (x, y)}` in whole pixels; `links` are (key, key, weight).

    The same input always gives the same positions: keys are taken in sorted order and the spring has a fixed seed.
    """
    graph = nx.Graph()
    graph.add_nodes_from(sorted(boxes))
    for source, target, weight in sorted(links):
        if source != target:
            graph.add_edge(source, target, weight=1 + math.log1p(weight))
    parts = [_component(graph.subgraph(sorted(keys)), boxes) for keys in nx.connected_components(graph)]
    return _pack(parts, boxes, aspect)


def _component(graph: nx.Graph, boxes: Mapping[str, Box]) -> dict[str, Point]:
    keys = sorted(graph)
    if len(keys) == 1:
        return {keys[0]: (0.0, 0.0)}
    hub = max(keys, key=lambda key: (graph.degree(key), key))
    if graph.degree(hub) == len(keys) - 1 == graph.number_of_edges() and len(keys) <= 25:
        return _separate(_star(hub, [key for key in keys if key != hub]), boxes)
    found = nx.spring_layout(graph, seed=7, iterations=150 if len(keys) < 120 else 60, weight="weight", method="force")
    reach = 95.0 * math.sqrt(len(keys))
    return _separate({key: (found[key][0] * reach * 1.35, found[key][1] * reach) for key in keys}, boxes)


def _star(hub: str, rim: Sequence[str]) -> dict[str, Point]:
    """The hub with its rim around it, the first to the right; straight below the hub, where its label is, stays free."""
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
    at = np.array([points[key] for key in keys], dtype=float)
    half = np.array([(boxes[key].width / 2, boxes[key].height / 2) for key in keys])
    reach = half[:, None, :] + half[None, :, :]
    rank = np.sign(np.arange(len(keys))[:, None] - np.arange(len(keys))[None, :])
    for _ in range(passes):
        apart = at[:, None, :] - at[None, :, :]
        overlap = reach - np.abs(apart)
        hit = (overlap > 0.5).all(axis=2)
        np.fill_diagonal(hit, val=False)
        if not hit.any():
            break
        sideways = overlap[:, :, 0] <= overlap[:, :, 1] * 1.6
        direction = np.where(apart == 0, rank[:, :, None], np.sign(apart))
        push = direction * overlap * 0.26
        at[:, 0] += np.where(hit & sideways, push[:, :, 0], 0).sum(axis=1)
        at[:, 1] += np.where(hit & ~sideways, push[:, :, 1], 0).sum(axis=1)
    return {key: (float(at[index, 0]), float(at[index, 1])) for index, key in enumerate(keys)}


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


def _pack(parts: Sequence[dict[str, Point]], boxes: Mapping[str, Box], aspect: float) -> dict[str, tuple[int, int]]:
    """Set the components on shelves, the tallest first, in a sheet about `aspect` times as wide as it is high."""
    gap = 28.0
    sized = [(part, _extent(part, boxes)) for part in parts]
    sized.sort(key=lambda pair: (-round(pair[1].height), -round(pair[1].width), min(pair[0])))
    area = sum((extent.width + gap) * (extent.height + gap) for _, extent in sized)
    limit = max([math.sqrt(area * aspect) * 1.04, *(extent.width for _, extent in sized)], default=0.0)
    shelves: list[tuple[float, float, list[tuple[dict[str, Point], _Extent, float]]]] = []
    x = y = height = 0.0
    shelf: list[tuple[dict[str, Point], _Extent, float]] = []
    for part, extent in sized:
        if shelf and x + extent.width > limit:
            shelves.append((y, x - gap, shelf))
            y, x, height, shelf = y + height + gap, 0.0, 0.0, []
        shelf.append((part, extent, x))
        x, height = x + extent.width + gap, max(height, extent.height)
    if shelf:
        shelves.append((y, x - gap, shelf))
    whole = y + height
    placed: dict[str, tuple[int, int]] = {}
    for top, width, row in shelves:
        for part, extent, start in row:
            for key, (px, py) in part.items():
                placed[key] = (
                    round(px - extent.left + start - width / 2),
                    round(py - extent.top + top - whole / 2),
                )
    return dict(sorted(placed.items()))
