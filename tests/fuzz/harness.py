"""Runs fuzzers for a time: each is given inputs until the time is over; what it lets through is a finding."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from kg.errors import PerintahError

ROUND = 50
"""Examples before the clock is looked at."""
LONGEST_STORY = 3_000
"""Characters that are kept of a finding, its smallest input among them."""


@dataclass(frozen=True, slots=True)
class Fuzzer:
    """A reader of foreign input: `attempt` may raise `PerintahError`; anything else is a finding."""

    name: str
    inputs: Callable[[], st.SearchStrategy[object]]
    attempt: Callable[[object], None]
    round: int = ROUND


@dataclass(slots=True)
class Outcome:
    """What became of the inputs: how many, how many were refused with an error of ours, and the findings."""

    inputs: int = 0
    refused: int = 0
    seconds: float = 0.0
    findings: dict[str, str] = field(default_factory=dict)


def run_round(fuzzer: Fuzzer, number: int, outcome: Outcome) -> None:
    """One round of inputs from a seed; a finding is noted once for each place in the code that raised it."""
    profile = settings(
        max_examples=fuzzer.round,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
    )

    @seed(number)
    @profile
    @given(fuzzer.inputs())
    def examples(value: object) -> None:
        outcome.inputs += 1
        try:
            fuzzer.attempt(value)
        except PerintahError:
            outcome.refused += 1

    started = time.monotonic()
    try:
        examples()
    except Exception as error:  # noqa: BLE001 - whatever comes out is what is looked for
        story = "".join(traceback.format_exception(error, limit=-6))
        outcome.findings.setdefault(_place(error), story[:LONGEST_STORY])
    outcome.seconds += time.monotonic() - started


def _place(error: BaseException) -> str:
    """The kind of error and the line of the project that it came through last."""
    frames = [one for one in traceback.extract_tb(error.__traceback__) if "/kg/" in one.filename]
    where = f"{frames[-1].filename.rpartition('/kg/')[2]}:{frames[-1].lineno}" if frames else "the check"
    return f"{type(error).__name__} in {where}"
