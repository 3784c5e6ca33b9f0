"""The chain of command as rows: the highest level on top, each row ordered by where its orders come from and go to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

_ACROSS, _DOWN = 190, 132


@dataclass(frozen=True, slots=True)
class Band:
    """A level with its upper and lower edge."""

    level: int
    top: float
    bottom: float


def chain(
    levels: Mapping[str, int], links: Mapping[tuple[str, str], int]
) -> tuple[dict[str, tuple[float, float]], list[Band]]:
    """A place for each key of `levels` and the bands from the top down; `links` are weights between keys.

    Rows are ordered by the barycentre of their neighbours, sweeping down and up (Sugiyama, Tagawa and Toda 1981).
    """
    rows: defaultdict[int, list[str]] = defaultdict(list)
    for key in sorted(levels):
        rows[levels[key]].append(key)
    beside: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for (source, target), weight in sorted(links.items()):
        if source in levels and target in levels and source != target:
            beside[source].append((target, weight))
            beside[target].append((source, weight))
    rank = {key: (index + 0.5) / len(keys) for keys in rows.values() for index, key in enumerate(keys)}
    for sweep in range(6):
        for level in sorted(rows, reverse=bool(sweep % 2)):
            middle = {key: _barycentre(key, beside[key], rank) for key in rows[level]}
            rows[level].sort(key=lambda key, middle=middle: (middle[key], key))  # type: ignore[misc]
            rank |= {key: (index + 0.5) / len(rows[level]) for index, key in enumerate(rows[level])}
    most = max((len(keys) for keys in rows.values()), default=1)
    wide = max(4, min(16, round((len(levels) * 1.5) ** 0.5) + 1, most))
    return _set(rows, wide)


def _barycentre(key: str, beside: list[tuple[str, int]], rank: Mapping[str, float]) -> float:
    total = sum(weight for _, weight in beside)
    return sum(rank[other] * weight for other, weight in beside) / total if total else rank[key]


def _set(rows: Mapping[int, list[str]], wide: int) -> tuple[dict[str, tuple[float, float]], list[Band]]:
    """Levels of more than `wide` keys take several rows, filled column by column."""
    at: dict[str, tuple[float, float]] = {}
    bands: list[Band] = []
    y = 0.0
    for place, level in enumerate(sorted(rows)):
        keys = rows[level]
        deep = -(-len(keys) // wide)
        columns = -(-len(keys) // deep)
        across = min(_ACROSS * 1.5, wide * _ACROSS / columns)
        shift = (place % 2) * across * 0.22
        for index, key in enumerate(keys):
            row, column = index % deep, index // deep
            in_row = -(-(len(keys) - row) // deep)
            at[key] = ((column - (in_row - 1) / 2) * across + shift, y + 62 + row * _DOWN)
        bands.append(Band(level, y, y + deep * _DOWN + 26))
        y = bands[-1].bottom
    return at, bands
