"""The sentence a directive was read from, with the marks in it that are exact."""

from __future__ import annotations

from kg.view.facts import Mark, Passage, Role
from kg.view.lookup import KG, OA, GraphReader

_EVIDENCE = {
    f"{KG}trigger": Role.TRIGGER,
    f"{KG}issuerEvidence": Role.ISSUER,
    f"{KG}addresseeEvidence": Role.ADDRESSEE,
    f"{KG}contentEvidence": Role.CONTENT,
    f"{KG}slotEvidence": Role.CONDITION,
}


def passage_of(reader: GraphReader, iri: str) -> Passage:
    """The sentence with the marks that lie in it; a mark is kept only where the text there is what its own quote
    says.
    """
    sentence = reader.one(iri, f"{KG}sentence")
    first, last, text = _stretch(reader, sentence)
    if last - first != len(text):
        return Passage(text)
    marks: set[Mark] = set()
    for predicate, role in _EVIDENCE.items():
        for evidence in reader.all(iri, predicate):
            start, end, exact = _stretch(reader, evidence)
            start, end, exact = _within(first, last, start, end, exact)
            if start < end and text[start - first : end - first] == exact:
                marks.add(Mark(start - first, end - first, role))
    return Passage(text, tuple(sorted(marks)))


def _within(first: int, last: int, start: int, end: int, exact: str) -> tuple[int, int, str]:
    """The part of a stretch that lies within `[first, last)`, with its text."""
    low, high = max(first, start), min(last, end)
    return low, high, exact[low - start : high - start] if low < high else ""


def _stretch(reader: GraphReader, evidence: str) -> tuple[int, int, str]:
    """Start, end and text of an `oa:SpecificResource` (Web Annotation Data Model, 4.2.4 and 4.2.5); zeros if it has
    none.
    """
    start = end = ""
    exact = ""
    for selector in reader.all(evidence, f"{OA}hasSelector"):
        start = start or reader.one(selector, f"{OA}start")
        end = end or reader.one(selector, f"{OA}end")
        exact = exact or reader.one(selector, f"{OA}exact")
    if start.isdigit() and end.isdigit():
        return int(start), int(end), exact
    return 0, 0, exact
