"""Labels on a picture: the heaviest first, none over another or over a node."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.view.svg import Element, element

_INK, _GROUND = "#1c1b19", "#fbfaf7"


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A box in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Rectangle) -> bool:
        """Whether the two have a point inside both."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Label:
    """The rows of a label, where it may stand (centres, the best first) and how it looks; heavier ones are set
    first.
    """

    rows: tuple[str, ...]
    centres: tuple[tuple[float, float], ...]
    size: float
    weight: float = 0.0
    bold: bool = False
    colour: str = _INK


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """About how wide `text` is in pixels; narrow and wide letters count as such."""
    units = sum(
        0.28 if c in "ijlt.,'|:;!I() " else 0.82 if c in "mwMW%×" else 0.62 if c.isupper() else 0.51 for c in text
    )
    return units * size * (1.05 if bold else 1.0)


def set_labels(labels: Iterable[Label], taken: Sequence[Rectangle], within: Rectangle) -> list[Element]:
    """The labels for which a place is free, as text with a halo; `taken` is where none may stand."""
    used = list(taken)
    drawn: list[Element] = []
    for label in sorted(labels, key=lambda one: (-one.weight, one.rows, one.centres)):
        wide = max((width_of(row, label.size, bold=label.bold) for row in label.rows), default=0.0)
        high = label.size * 1.14 * len(label.rows)
        for x, y in label.centres:
            box = Rectangle(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
            inside = box.left >= within.left and box.right <= within.right and box.top >= within.top
            if inside and box.bottom <= within.bottom and not any(box.meets(other) for other in used):
                used.append(box)
                drawn.extend(_rows(label, x, box.top))
                break
    return drawn


def _rows(label: Label, x: float, top: float) -> list[Element]:
    return [
        element(
            "text",
            row,
            x=x,
            y=top + label.size * (0.88 + 1.14 * index),
            font_size=label.size,
            font_weight="600" if label.bold else "400",
            fill=label.colour,
            stroke=_GROUND,
            stroke_width=label.size * 0.3,
            stroke_linejoin="round",
            paint_order="stroke",
            text_anchor="middle",
        )
        for index, row in enumerate(label.rows)
    ]
