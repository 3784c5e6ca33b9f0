"""A few seconds of every fuzzer; `python -m tests.fuzz --minutes 10` runs them for longer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.errors import InputError
from tests.fuzz.__main__ import FUZZERS
from tests.fuzz.harness import Fuzzer, Outcome, run_round

LOADS_MODELS = {"weights"}
FEW = 15


@pytest.mark.parametrize(
    "fuzzer",
    [pytest.param(one, marks=[pytest.mark.model] * (one.name in LOADS_MODELS), id=one.name) for one in FUZZERS],
)
def test_only_errors_of_ours_come_out(fuzzer: Fuzzer) -> None:
    outcome = Outcome()
    run_round(replace(fuzzer, round=min(FEW, fuzzer.round)), 1, outcome)
    assert outcome.inputs > 0
    assert outcome.findings == {}, "\n".join(outcome.findings.values())


def test_a_finding_is_found() -> None:
    def attempt(value: object) -> None:
        assert isinstance(value, bytes)
        if b"\xff" in value:
            raise ZeroDivisionError
        raise InputError("a", "refused")

    outcome = Outcome()
    run_round(replace(FUZZERS[0], attempt=attempt, round=500), 1, outcome)
    assert list(outcome.findings) == ["ZeroDivisionError in the check"]
    assert outcome.refused > 0
