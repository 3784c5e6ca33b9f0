"""The tables of `tests/extract/points`: each text holds its directives, slot by slot, and nothing else."""

from __future__ import annotations

import pytest

from kg import pipeline
from kg.model import Directive, Factuality, Span
from tests.extract.parses import documents, stages
from tests.extract.points import Case, Row, tables

CASES = [case for table in tables().values() for case in table]


def slot(text: str, one: Directive, name: str) -> str:
    value = one.repeat_of if name == "repeats" else getattr(one, name)
    if isinstance(value, Span):
        return value.of(text)
    label = getattr(value, "label", value)
    return "" if label is None else str(label)


def described(text: str, one: Directive, like: Row | None) -> Row:
    doubt = "" if one.factuality is Factuality.ASSERTED else "?"
    names = [name for name, _ in like.slots] if like is not None else []
    if one.repeat_of is not None and "repeats" not in names:
        names.append("repeats")
    return Row(
        one.trigger.of(text),
        f"{one.force}{doubt} {one.polarity}",
        one.issuer.label if one.issuer else "",
        tuple(agent.label for agent in one.addressees),
        one.content.of(text) if one.content else "",
        tuple((name, slot(text, one, name)) for name in names),
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_directives_of_a_text(case: Case) -> None:
    document = documents()[case.name]
    text = document.article.text
    found = pipeline.extract(document, stages()).directives
    likes = [*case.rows, *[None] * len(found)]
    assert [described(text, one, like) for one, like in zip(found, likes, strict=False)] == list(case.rows)


@pytest.mark.parametrize(
    ("point", "cases"), tables().items(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_every_point_has_cases_of_both_kinds(point: str, cases: tuple[Case, ...]) -> None:
    assert sum(bool(case.rows) for case in cases) >= 5
    assert any(not case.rows for case in cases) or point in {"5-contents", "7-repeats"}
    assert len({case.name for case in cases}) == len(cases)
