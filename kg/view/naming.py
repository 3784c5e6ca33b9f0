"""Short English names of posts, for a drawing: what a post is chief of need not be said twice."""

from __future__ import annotations

import re
from collections.abc import Collection

_ASIDE = re.compile(r"\s*\([^()]*\)")
_OF_THE = " of the "


def short_english(name: str, units: Collection[str]) -> str:
    """`name` without asides in brackets and, where it ends with one of `units`, without what stands for that unit
    before it: "Chief of the Regional Police, Bengkulu Regional Police" is "Chief, Bengkulu Regional Police".
    """
    office, comma, unit = name.partition(", ")
    if comma and unit in units:
        name = f"{office.partition(_OF_THE)[0]}, {unit}"
    return _ASIDE.sub("", name) or name
