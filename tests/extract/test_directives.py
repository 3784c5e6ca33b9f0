"""Directives of single sentences: who ordered what to whom, and what is no order at all."""

from __future__ import annotations

import pytest

from kg import pipeline
from kg.model import Directive, Factuality
from tests.extract.directive_cases import CASES, Case, Expected
from tests.extract.parses import documents, stages


def found(name: str) -> tuple[str, tuple[Directive, ...]]:
    document = documents()[name]
    return document.article.text, pipeline.extract(document, stages()).directives


def described(text: str, one: Directive) -> Expected:
    doubt = "" if one.factuality is Factuality.ASSERTED else "?"
    return Expected(
        one.trigger.of(text),
        one.force.value + doubt,
        one.polarity.value,
        one.issuer.label if one.issuer else "",
        tuple(agent.label for agent in one.addressees),
        one.content.of(text) if one.content else "",
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_directives_of_a_sentence(case: Case) -> None:
    text, directives = found(f"case: {case.name}")
    assert [described(text, one) for one in directives] == list(case.expected)


EXAMPLES = [
    (cue.label, cue.force, number) for cue in stages().grammar.cues.cues for number in range(1, len(cue.examples) + 1)
]


@pytest.mark.parametrize(("label", "force", "number"), EXAMPLES)
def test_examples_of_cues_are_directives_of_their_force(label: str, force: str, number: int) -> None:
    _, directives = found(f"cue: {label} {number}")
    assert [one.force for one in directives] == [force]


def test_every_span_lies_in_its_sentence() -> None:
    for document in documents().values():
        for one in pipeline.extract(document, stages()).directives:
            assert one.sentence.covers(one.trigger)
            assert one.content is None or one.sentence.covers(one.content)


def test_extraction_is_pure() -> None:
    document = documents()[f"case: {CASES[0].name}"]
    assert pipeline.extract(document, stages()) == pipeline.extract(document, stages())
