"""The figures of the benchmarks and the Markdown table that they make."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table: what was measured, at which size, what came of it, and in relation to what."""

    what: str
    size: str
    value: str
    ratio: str = ""


def markdown(figures: Iterable[Figure]) -> str:
    """The figures as a table."""
    rows = [(one.what, one.size, one.value, one.ratio) for one in figures]
    lines = [("What", "Size", "Figure", "Ratio"), ("---",) * 4, *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |" for line in lines)


def rate(number: float, seconds: float) -> str:
    """So many a second, in three figures."""
    value = number / max(seconds, 1e-9)
    return f"{round(value):,}" if value >= 100 else f"{value:.3g}"


def times(value: float, other: float) -> str:
    """How many times the other a value is."""
    return f"{value / other:.2f}x" if other else "-"


def megabytes(size: float) -> str:
    return f"{size / 1e6:,.0f} MB"
