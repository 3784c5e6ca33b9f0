"""Questions that the index answers by itself, since it keeps their counts."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pyoxigraph import Literal

from kg.graph.answers import Table
from kg.graph.index.side import SideIndex

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def count(kept: str, index: SideIndex, terms: Mapping[str, str]) -> Table | None:
    """The table of a question whose head says `# counted: KEPT`; `None` if nothing of that name is kept.

    `months` is (month, issuer, directives) between the days `since` and `until`, as `issuers-by-month` asks for it.
    """
    if kept != "months":
        return None
    since, until = (_DAY.findall(terms.get(name, "")) for name in ("since", "until"))
    rows = index.months(*(days[0] if days else "" for days in (since, until)))
    values = {value for row in rows for value in row}
    literals = {value: None if value is None else Literal(value) for value in values}
    return Table(
        ("month", "issuer", "directives"),
        tuple((literals[month], literals[label], literals[number]) for month, label, number in rows),
    )
