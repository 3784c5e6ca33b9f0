"""Rows on a terminal: a table where its columns fit, otherwise one block a row."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

GAP = "  "
LONGEST_WORD = 24
"""A column gives way to no less than its longest word, or this if the word is longer."""
MOST_LINES = 3
"""A table whose cells need more lines than this is set as blocks."""

# Control, format (zero-width, bidirectional) and surrogate characters would move or hide text on a terminal.
_INVISIBLE = frozenset({"Cc", "Cf", "Cs"})


def lay_out(columns: Sequence[str], cells: Sequence[Sequence[str]], width: int) -> str:
    """The rows within `width` terminal columns and, below, how many there are."""
    rows = [[one_line(cell) for cell in row] for row in cells]
    widths = _widths(columns, rows, width)
    fits = sum(widths) + len(GAP) * (len(columns) - 1) <= width
    lines = _table(columns, rows, widths) if fits else None
    if lines is None:
        lines = _blocks(columns, rows, width)
    lines.append(f"{len(rows)} row" if len(rows) == 1 else f"{len(rows)} rows")
    return "\n".join(line.rstrip() for line in lines) + "\n"


def one_line(cell: str) -> str:
    """The cell without line breaks and without characters that move or hide others."""
    spaced = "".join(" " if char.isspace() else char for char in cell)
    return " ".join("".join(c for c in spaced if unicodedata.category(c) not in _INVISIBLE).split())


def display_width(text: str) -> int:
    """Terminal columns: two for wide characters, none for combining ones (Unicode Standard Annex 11)."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most `width` terminal columns, broken at spaces; words that are longer are cut."""
    lines = [""]
    for word in text.split(" "):
        rest = word
        joined = f"{lines[-1]} {rest}" if lines[-1] else rest
        if display_width(joined) <= width:
            lines[-1] = joined
            continue
        while display_width(rest) > width:
            head = _cut(rest, width)
            lines.append(head)
            rest = rest[len(head) :]
        lines.append(rest)
    return [line for line in lines if line] or [""]


def _cut(word: str, width: int) -> str:
    """The longest beginning of `word` that fits, at least one character."""
    end = 1
    while end < len(word) and display_width(word[: end + 1]) <= width:
        end += 1
    return word[:end]


def _table(columns: Sequence[str], rows: list[list[str]], widths: list[int]) -> list[str] | None:
    """The lines of a table; `None` where a row needs more than `MOST_LINES`."""
    lines = [_line(columns, widths), _line(["-" * size for size in widths], widths)]
    blocks = [[wrap(cell, size) for cell, size in zip(row, widths, strict=True)] for row in rows]
    heights = [max((len(cell) for cell in block), default=1) for block in blocks]
    if max(heights, default=1) > MOST_LINES:
        return None
    for block, height in zip(blocks, heights, strict=True):
        lines += [_line([cell[at] if at < len(cell) else "" for cell in block], widths) for at in range(height)]
    return lines


def _blocks(columns: Sequence[str], rows: list[list[str]], width: int) -> list[str]:
    """Each row as lines of name and value, an empty line after it; empty values are left out."""
    margin = max((len(name) for name in columns), default=0)
    room = max(width - margin - len(GAP), LONGEST_WORD)
    lines: list[str] = []
    for row in rows:
        for name, cell in zip(columns, row, strict=True):
            if cell:
                first, *rest = wrap(cell, room)
                lines.append(f"{name:<{margin}}{GAP}{first}")
                lines += [f"{'':<{margin}}{GAP}{line}" for line in rest]
        lines.append("")
    return lines


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return GAP.join(cell + " " * (width - display_width(cell)) for cell, width in zip(cells, widths, strict=True))


def _widths(columns: Sequence[str], rows: list[list[str]], width: int) -> list[int]:
    """Each column as wide as its widest cell; while together they are too wide, the widest that can gives way."""
    least, widths = [], []
    for at, name in enumerate(columns):
        words = [display_width(word) for row in rows for word in row[at].split(" ")]
        least.append(max([len(name), *(min(word, LONGEST_WORD) for word in words)]))
        widths.append(max([least[at], *(display_width(row[at]) for row in rows)]))
    room = width - len(GAP) * (len(columns) - 1)
    while (excess := sum(widths) - room) > 0:
        loose = [at for at in range(len(widths)) if widths[at] > least[at]]
        if not loose:
            break
        widest = max(loose, key=lambda at: widths[at])
        others = [widths[at] for at in loose if widths[at] < widths[widest]]
        widths[widest] = max(least[widest], widths[widest] - excess, min(max(others, default=0), widths[widest] - 1))
    return widths
