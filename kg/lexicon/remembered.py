"""Values of a pure function of a word: most words of an article were in the one before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Remembered(dict[K, V], Generic[K, V]):
    """The values of `function` by argument, looked up as in a dict: `map(table.__getitem__, words)` calls no Python.

    At most `most` are kept; when there are more, all are forgotten.
    """

    __slots__ = ("_function", "_most")

    def __init__(self, function: Callable[[K], V], most: int) -> None:
        super().__init__()
        self._function = function
        self._most = most

    def __missing__(self, key: K) -> V:
        value = self._function(key)
        if len(self) >= self._most:
            self.clear()
        self[key] = value
        return value
