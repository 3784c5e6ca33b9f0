"""What a view can be asked to show: the options that page, picture and `select` have in common."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypedDict


class Options(TypedDict, total=False):
    """Each narrows what is shown, and what is not given narrows nothing; `kg.view.selection` says what each means.

    `hops` counts only with `focus` and is 2 unless given; days are ISO 8601, `force` is one name or several.
    """

    focus: str | None
    hops: int
    since: date | str | None
    until: date | str | None
    force: str | Sequence[str] | None
    query: str | None
