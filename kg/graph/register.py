"""The table of directives from the rows of a graph: what `kg.graph.output.DIRECTIVES` answers, and faster.

SPARQL asks of each directive two dozen things that its row has in one place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from pyoxigraph import Literal, NamedNode

from kg.graph.answers import SEPARATOR, Table, Term
from kg.graph.lines import text_of
from kg.graph.literals import INDONESIAN
from kg.graph.rows import NOTHING, Row, Values
from kg.graph.vocabulary import KG, LABEL, OA, SCHEMA, TYPE, XSD

COLUMNS = (
    *("date", "issuer", "person", "source", "force", "polarity", "factuality", "addressees", "content", "action"),
    *("object", "condition", "purpose", "period", "authority", "place", "confidence", "rule", "sentence", "article"),
    *("outlet", "published", "url", "directive"),
)
_TYPE, _LABEL, _DIRECTIVE = str(TYPE), str(LABEL), str(KG["Directive"])
_SELECTOR, _EXACT = str(OA["hasSelector"]), str(OA["exact"])
_PUBLISHER, _PUBLISHED, _URL = (str(SCHEMA[name]) for name in ("publisher", "datePublished", "url"))
_NAMED = {name: str(KG[property_]) for name, property_ in zip(
    ("issuer", "person", "source", "addressees", "place"),
    ("issuer", "issuerPerson", "source", "addressee", "place"), strict=True,
)}  # fmt: skip
"""Columns of names of things, by the property whose value the thing is."""
_WORDS = {name: str(KG[name]) for name in COLUMNS[8:15]} | {"rule": str(KG["rule"])}
_TERMS = {name: str(KG[name]) for name in ("force", "polarity", "factuality")}
_REPORTED, _SENTENCE, _SAID, _CONFIDENCE, _WRITTEN = (
    str(KG[name]) for name in ("reportedIn", "sentence", "saidOn", "confidence", "placeName")
)
_DAY = re.compile(rf'"([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})"\^\^{re.escape(str(XSD["date"]))}')
_SHARE = re.compile(rf'"(0|1|0[.][0-9]*[1-9])"\^\^{re.escape(str(XSD["decimal"]))}')
"""A decimal from 0 to 1 as a store gives it back."""


class UnusualError(Exception):
    """A directive that lacks something, or has something twice or of an odd kind: SPARQL says what its row is."""


def directives_of(rows: Mapping[str, Row]) -> Table:
    """One row a directive, as the query sorts them. Raises UnusualError."""
    found = [_row(rows, node, row) for node, row in rows.items() if _DIRECTIVE in row.get(_TYPE, NOTHING)]
    at = [COLUMNS.index(name) for name in ("date", "published", "article", "directive")]
    found.sort(
        key=lambda cells: [
            (cell is not None, cell.value if cell is not None else "") for cell in map(cells.__getitem__, at)
        ]
    )
    return Table(COLUMNS, tuple(found))


def _row(rows: Mapping[str, Row], node: str, row: Row) -> tuple[Term | None, ...]:
    reported = rows.get(_only(row, _REPORTED), {})
    cells: dict[str, Term | None] = {"directive": NamedNode(node[1:-1])}
    cells |= {name: _least(_labels(rows, row.get(property_, NOTHING))) for name, property_ in _NAMED.items()}
    cells |= {name: _least(_texts(row.get(property_, NOTHING))) for name, property_ in _WORDS.items()}
    cells |= {name: Literal(_only(row, property_).partition("#")[2][:-1]) for name, property_ in _TERMS.items()}
    cells["addressees"] = _listed(_labels(rows, row.get(_NAMED["addressees"], NOTHING)))
    cells["place"] = cells["place"] or _least(_texts(row.get(_WRITTEN, NOTHING)))
    cells["date"], cells["published"] = _day(row.get(_SAID, NOTHING)), _day(reported.get(_PUBLISHED, NOTHING))
    cells["confidence"] = _share(_only(row, _CONFIDENCE)) if _CONFIDENCE in row else None
    cells["sentence"] = _exact(rows, _only(row, _SENTENCE))
    cells["article"] = _least(_texts(reported.get(_LABEL, NOTHING)))
    if cells["article"] is None:
        raise UnusualError(node)
    publishers = (rows.get(one, {}) for one in reported.get(_PUBLISHER, NOTHING))
    cells["outlet"] = _least(text for one in publishers for text in _texts(one.get(_LABEL, NOTHING)))
    cells["url"] = _plain(_only(reported, _URL)) if _URL in reported else None
    return tuple(cells[name] for name in COLUMNS)


def _only(row: Row, predicate: str) -> str:
    values = row.get(predicate, NOTHING)
    if len(values) != 1:
        raise UnusualError(predicate)
    return next(iter(values))


def _texts(values: Values) -> list[str]:
    return [text_of(value)[0] for value in values]


def _labels(rows: Mapping[str, Row], things: Values) -> list[str]:
    """The preferred Indonesian names of things."""
    named = (text_of(label) for thing in things for label in rows.get(thing, {}).get(_LABEL, NOTHING))
    return [text for text, language in named if language == INDONESIAN]


def _least(texts: Iterable[str]) -> Literal | None:
    found = min(texts, default=None)
    return None if found is None else Literal(found)


def _listed(texts: Sequence[str]) -> Literal | None:
    """As `kg.graph.answers.in_order` has them: what looks like several names is several."""
    listed = sorted(SEPARATOR.join(dict.fromkeys(texts)).split(SEPARATOR))
    return Literal(SEPARATOR.join(listed)) if any(listed) else None


def _day(values: Values) -> Literal | None:
    days = [_DAY.fullmatch(value) for value in values]
    if not days:
        return None
    if len(days) > 1 or days[0] is None:
        raise UnusualError(_SAID)
    return Literal(days[0][1], datatype=XSD["date"])


def _share(value: str) -> Literal:
    share = _SHARE.fullmatch(value)
    if share is None:
        raise UnusualError(value)
    return Literal(share[1], datatype=XSD["decimal"])


def _exact(rows: Mapping[str, Row], stretch: str) -> Literal:
    """The words of a stretch of text."""
    selectors = (rows.get(one, {}) for one in rows.get(stretch, {}).get(_SELECTOR, NOTHING))
    found = [value for selector in selectors for value in selector.get(_EXACT, NOTHING)]
    if len(found) != 1:
        raise UnusualError(stretch)
    return _plain(found[0])


def _plain(value: str) -> Literal:
    """A literal without language and datatype."""
    if value[0] != '"' or value[-1] != '"':
        raise UnusualError(value)
    return Literal(text_of(value)[0])
