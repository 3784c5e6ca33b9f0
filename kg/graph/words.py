"""The words of a name, by which people and the index look things up."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+")


def words(name: str) -> list[str]:
    """The words of a name without case and punctuation."""
    return _WORD.findall(name.casefold())
