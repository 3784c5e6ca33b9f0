"""Whether a parse that comes from a file can be what a parser gave: everything behind relies on it."""

from __future__ import annotations

from collections.abc import Sequence


def is_tree(heads: Sequence[int]) -> bool:
    """Whether exactly one word hangs from nothing (-1) and every other one, in the end, from it (UD, "Syntax")."""
    size = len(heads)
    if sum(head == -1 for head in heads) != 1 or not all(-1 <= head < size for head in heads):
        return False
    reached = [head == -1 for head in heads]
    for word in range(size):
        path: list[int] = []
        while not reached[word]:
            if len(path) == size:
                return False
            path.append(word)
            word = heads[word]
        for one in path:
            reached[one] = True
    return True


def is_ordered(spans: Sequence[tuple[int, int]], length: int) -> bool:
    """Whether stretches of a text follow one another and lie within its `length` characters."""
    at = 0
    for start, end in spans:
        if not at <= start <= end:
            return False
        at = start
    return all(end <= length for _, end in spans)
