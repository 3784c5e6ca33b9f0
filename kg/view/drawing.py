"""The network and the chain of command as a picture: what the page shows when it opens."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from kg.view.appearance import Appearance, forces, words
from kg.view.chain import Band, chain
from kg.view.labels import Label, Rectangle, set_labels
from kg.view.layout import wrap
from kg.view.scene import PUBLIC, UNNAMED, Scene
from kg.view.svg import Element, element, group

_INK, _SOFT, _SHEET, _WASH = "#1c1b19", "#5a564f", "#ffffff", "#f1eee7"
_MARGIN_X, _MARGIN_Y = 96.0, 56.0
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Line:
    source: str
    target: str
    force: str
    count: int
    bend: float


def drawing(scene: Scene, view: str, lang: str, width: float, tallest: float) -> tuple[list[Element], float]:
    """The elements of the network (or, if `view` is "chain", the chain of command) and the height they take in
    pixels.
    """
    lines = _lines(scene)
    keys = [key for key in (*scene.vertices, *scene.groups) if not scene.within.get(key)]
    bands: list[Band] = []
    if view == "chain":
        weights: Counter[tuple[str, str]] = Counter()
        for line in lines:
            weights[line.source, line.target] += line.count
        stubs = [key for key in keys if key in scene.vertices and scene.vertices[key].beside]
        at, bands = chain(_levels(scene, [key for key in keys if key not in stubs]), weights)
        for key in stubs:
            x, y = at[scene.vertices[key].beside]
            at[key] = (x + 44.0, y + (-40.0 if key.startswith("?>") else 40.0))
    else:
        at = {key: (float(scene.at[key][0]), float(scene.at[key][1])) for key in keys}
    if not at:
        return [], 40.0
    side = _MARGIN_X + (90.0 if bands else 0.0)
    low_x, high_x = min(x for x, _ in at.values()), max(x for x, _ in at.values())
    low_y, high_y = min(y for _, y in at.values()), max(y for _, y in at.values())
    if bands:
        low_y, high_y = bands[0].top + 40, bands[-1].bottom - 40
    scale = min(
        1.15,
        (width - side - _MARGIN_X) / max(high_x - low_x, 1.0),
        (tallest - 2 * _MARGIN_Y) / max(high_y - low_y, 1.0),
    )
    middle = (side + width - _MARGIN_X) / 2
    points = {
        key: (middle + (x - (low_x + high_x) / 2) * scale, _MARGIN_Y + (y - low_y) * scale)
        for key, (x, y) in at.items()
    }
    height = (high_y - low_y) * scale + 2 * _MARGIN_Y
    sends = {line.source for line in lines}
    radii = {key: max(3.0, _radius(scene, key) * max(scale, 0.62)) for key in keys}
    elements = [
        *_bands(bands, low_y, scale, width, lang),
        *(_edge(line, points, radii) for line in lines),
        *(_node(scene, key, points[key], radii[key], sends=key in sends) for key in keys),
        *_labels(
            scene, points, radii, lines, sends, lang, Rectangle(side - 46 if bands else 2, 0, width - 2, height + 8)
        ),
    ]
    return elements, height


def _levels(scene: Scene, keys: list[str]) -> dict[str, int]:
    below: defaultdict[str, list[int]] = defaultdict(list)
    for key, vertex in scene.vertices.items():
        below[scene.fold_of(key)].append(vertex.level)
    commanding = {key: [level for level in levels if 0 <= level < PUBLIC] for key, levels in below.items()}
    return {key: min((key in scene.groups and commanding[key]) or below[key]) for key in keys if below[key]}


def _radius(scene: Scene, key: str) -> float:
    return scene.groups[key].radius if key in scene.groups else scene.vertices[key].radius


def _lines(scene: Scene) -> list[_Line]:
    """One line for each force between two nodes; between folded groups one for all, since they meet in many."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for (source, target, force), count in scene.links.items():
        one, other = scene.fold_of(source), scene.fold_of(target)
        if one != other:
            counts[one, other, "" if one in scene.groups or other in scene.groups else force] += count
    pairs: defaultdict[tuple[str, str], list[tuple[str, str, str]]] = defaultdict(list)
    for key in sorted(counts):
        pairs[min(key[:2]), max(key[:2])].append(key)
    found: list[_Line] = []
    for keys in pairs.values():
        both = len({key[0] for key in keys}) > 1
        for index, key in enumerate(keys):
            bend = 0.06 if len(keys) == 1 else 0.12 + index // 2 * 0.16
            found.append(_Line(*key, counts[key], bend if both or index % 2 == 0 else -bend))
    return found


def _curve(line: _Line, points: Mapping[str, Point], radii: Mapping[str, float]) -> tuple[Point, Point, Point]:
    """Start, control and end point, from rim to rim."""
    (ax, ay), (bx, by) = points[line.source], points[line.target]
    dx, dy = bx - ax, by - ay
    control = ((ax + bx) / 2 + dy * line.bend, (ay + by) / 2 - dx * line.bend)

    def rim(at: Point, radius: float) -> Point:
        length = math.hypot(control[0] - at[0], control[1] - at[1]) or 1.0
        return at[0] + (control[0] - at[0]) / length * radius, at[1] + (control[1] - at[1]) / length * radius

    return rim((ax, ay), radii[line.source]), control, rim((bx, by), radii[line.target] + 3)


def _look(line: _Line) -> Appearance:
    if line.force:
        return forces()[line.force]
    return Appearance(_SOFT, _SOFT, "", open=False, dash=(), width=1.0 + min(6.0, math.sqrt(line.count) * 0.45))


def _edge(line: _Line, points: Mapping[str, Point], radii: Mapping[str, float]) -> Element:
    (ax, ay), (cx, cy), (bx, by) = _curve(line, points, radii)
    look = _look(line)
    angle = math.atan2(by - cy, bx - cx)
    wide = look.width * (0.8 + min(1.2, math.log2(line.count) * 0.3)) if line.force else look.width
    tip, barb = 8 + wide, 0.42
    head = " ".join(
        f"{bx - tip * math.cos(angle + turn):.1f},{by - tip * math.sin(angle + turn):.1f}" for turn in (barb, -barb)
    )
    path = f"M{ax:.1f} {ay:.1f}Q{cx:.1f} {cy:.1f} {bx - 5 * math.cos(angle):.1f} {by - 5 * math.sin(angle):.1f}"
    dash = {"stroke_dasharray": " ".join(f"{length:g}" for length in look.dash)} if look.dash else {}
    return group(
        [
            element("path", d=path, fill="none", stroke=look.light, stroke_width=wide, **dash),
            element("polygon", points=f"{bx:.1f},{by:.1f} {head}", fill=look.light),
        ],
        opacity=0.9 if line.force else 0.6,
    )


def _node(scene: Scene, key: str, at: Point, radius: float, *, sends: bool) -> Element:
    x, y = at
    if key in scene.groups:
        return element("circle", cx=x, cy=y, r=radius, fill=_WASH, stroke=_INK, stroke_width=3.5)
    kind = scene.vertices[key].kind
    if kind == UNNAMED:
        return element("circle", cx=x, cy=y, r=4, fill=_SHEET, stroke=_SOFT, stroke_width=1.3, stroke_dasharray="2 2")
    paint: dict[str, str | float] = {"fill": _INK if sends else _SHEET, "stroke": _INK, "stroke_width": 1.8}
    if kind == "unit":
        return element("rect", x=x - radius * 0.9, y=y - radius * 0.9, width=radius * 1.8, height=radius * 1.8, **paint)
    if kind in {"group", "person"}:
        corners, start = (6, 0.0) if kind == "group" else (3, -math.pi / 2)
        turn = [start + 2 * math.pi * index / corners for index in range(corners)]
        rim = " ".join(f"{x + radius * math.cos(angle):.1f},{y + radius * math.sin(angle):.1f}" for angle in turn)
        return element("polygon", points=rim, **paint)
    return element("circle", cx=x, cy=y, r=radius, **paint)


def _bands(bands: list[Band], low: float, scale: float, width: float, lang: str) -> list[Element]:
    drawn: list[Element] = []
    for index, band in enumerate(bands):
        top = _MARGIN_Y + (band.top - low) * scale
        high = (band.bottom - band.top) * scale
        if index % 2 == 0:
            drawn.append(element("rect", x=0, y=top, width=width, height=high, fill=_WASH))
        name = words(lang)[f"level_{band.level}"]
        drawn.append(element("text", name, x=12, y=top + 20, font_size=13, font_weight="600", fill=_SOFT))
    return drawn


def _labels(
    scene: Scene,
    points: Mapping[str, Point],
    radii: Mapping[str, float],
    lines: list[_Line],
    sends: set[str],
    lang: str,
    within: Rectangle,
) -> list[Element]:
    labels: list[Label] = []
    taken = [
        Rectangle(x - radii[key], y - radii[key], x + radii[key], y + radii[key]) for key, (x, y) in points.items()
    ]
    for key, (x, y) in points.items():
        thing = scene.groups[key] if key in scene.groups else scene.vertices[key]
        rows = tuple(wrap(thing.label_en if lang == "en" else thing.label).split("\n")) if thing.label else ()
        if rows:
            size = 14.0 if key in sends else 13.0
            off = radii[key] + 5 + size * 1.14 * len(rows) / 2
            beside = radii[key] + 6 + max(len(row) for row in rows) * size * 0.27
            centres = ((x, y + off), (x, y - off), (x + beside, y), (x - beside, y))
            heavy = 1000.0 + radii[key]
            labels.append(Label(rows, centres, size, heavy, bold=key in sends or key in scene.groups))
    for line in lines:
        (ax, ay), (cx, cy), (bx, by) = _curve(line, points, radii)
        name = words(lang)[f"f_{line.force}"] if line.force else ""
        times = f"×{line.count}" if line.force and line.count > 1 else "" if line.force else str(line.count)
        text = f"{name} {times}".strip()
        if math.hypot(bx - ax, by - ay) > len(text) * 6 + 26:
            centre = (ax / 4 + cx / 2 + bx / 4, ay / 4 + cy / 2 + by / 4)
            labels.append(Label((text,), (centre,), 11.5, float(line.count), colour=_look(line).light))
    return set_labels(labels, taken, within)
