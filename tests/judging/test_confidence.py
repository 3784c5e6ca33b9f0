"""Confidence is a share that was counted: the table, and what it says of the embedded samples."""

from __future__ import annotations

import json
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from kg import pipeline
from kg.calibration import MOST, PRIOR, Calibration, Count, count, read_calibration, reliability, turtle
from kg.evaluate import NameRules, read_gold
from kg.lexicon.load import load
from kg.naming import name_rules
from tests.conftest import Built, Run

RULES = NameRules({}, frozenset(), frozenset())

# counts of a rule, counts of all the others of its kind, at least, at most
COUNTED = (
    (Count(96, 100), Count(0, 0), 0.94, 0.97),
    (Count(0, 0), Count(90, 100), 0.88, 0.91),  # never seen: as the others of its kind
    (Count(1, 1), Count(90, 100), 0.90, 0.93),  # seen once: hardly more than the others
    (Count(0, 1), Count(90, 100), 0.70, 0.75),
    (Count(2, 20), Count(90, 100), 0.10, 0.25),  # a bad rule among good ones stays bad
    (Count(5000, 5000), Count(90, 100), MOST, MOST),  # nothing read from a text by rule is certain
    (Count(0, 50), Count(0, 50), 0.0, 0.05),
)


@pytest.mark.parametrize(("own", "others", "least", "most"), COUNTED)
def test_a_confidence_is_the_share_that_was_right(own: Count, others: Count, least: float, most: float) -> None:
    counts = {("directive", "one"): own, ("directive", "others"): others}
    calibration = Calibration(MappingProxyType({key: one for key, one in counts.items() if one.seen}))
    assert least <= calibration.confidence("directive", "one") <= most


def test_of_what_was_never_counted_the_prior_is_told() -> None:
    assert Calibration(MappingProxyType({})).confidence("directive", "one") == PRIOR


GOLD: dict[str, Any] = {
    "triggers": [[10, 17]],
    "force": "request",
    "polarity": "do",
    "factuality": "asserted",
    "issuer": {"office": ["Kapolres Blora"], "person": []},
    "addressees": [["warga"]],
    "content": [20, 40],
    "date": None,
    "optional": False,
}
FOUND: dict[str, Any] = {
    "trigger": [10, 17],
    "force": "request",
    "polarity": "do",
    "factuality": "asserted",
    "issuer": {"office": "Kapolres Blora", "person": None},
    "addressees": ["warga"],
    "content": [20, 40],
    "date": None,
    "confidence": 0.95,
    "rule": "active:object",
    "issuer_basis": "mention",
    "addressee_basis": "named",
}
RIGHT, WRONG, LEFT_OUT = (1, 1), (0, 1), None

# what differs from gold, what differs from the directive found, is it right, its issuer, its content
Judged = tuple[int, int] | None
JUDGED: tuple[tuple[dict[str, Any], dict[str, Any], Judged, Judged, Judged], ...] = (
    ({}, {}, RIGHT, RIGHT, RIGHT),
    ({}, {"force": "order"}, WRONG, RIGHT, RIGHT),
    ({}, {"polarity": "dont"}, WRONG, RIGHT, RIGHT),
    ({}, {"issuer": {"office": "Kapolres Cepu", "person": None}}, RIGHT, WRONG, RIGHT),
    ({}, {"content": [60, 90]}, RIGHT, RIGHT, WRONG),
    ({}, {"trigger": [100, 107]}, WRONG, LEFT_OUT, LEFT_OUT),  # nothing is there
    ({"factuality": "denied"}, {}, WRONG, RIGHT, RIGHT),  # asserted, but gold denies it
    ({"optional": True}, {}, LEFT_OUT, LEFT_OUT, LEFT_OUT),
    ({}, {"factuality": "denied"}, LEFT_OUT, LEFT_OUT, LEFT_OUT),  # not asserted: no edge, nothing to count
)


@pytest.mark.parametrize(("gold", "found", "directive", "issuer", "content"), JUDGED)
def test_what_is_counted(
    gold: dict[str, Any],
    found: dict[str, Any],
    directive: tuple[int, int] | None,
    issuer: tuple[int, int] | None,
    content: tuple[int, int] | None,
) -> None:
    golds, predicted = {"a": {"directives": [GOLD | gold]}}, {"a": {"directives": [FOUND | found]}}
    counts = count(golds, predicted, RULES).counts
    for what, expected in ((("directive", "active:object"), directive), (("issuer", "mention"), issuer),
                           (("content", "active:object"), content)):  # fmt: skip
        assert counts.get(what) == (None if expected is None else Count(*expected))
    assert reliability(golds, predicted, RULES, 0.9) == (directive or (0, 0))
    assert reliability(golds, predicted, RULES, 0.96) == (0, 0)


def test_counts_are_read_as_they_were_written(tmp_path: Path) -> None:
    counts = {("directive", "active:object"): Count(7, 9), ("issuer", "none"): Count(0, 3)}
    path = tmp_path / "confidence.ttl"
    path.write_text(turtle(Calibration(MappingProxyType(counts))), "utf-8")
    own = {key: one for key, one in read_calibration(load([path])).counts.items() if key in counts}
    assert set(own) == set(counts)


def test_every_rule_and_basis_of_the_embedded_counts_was_seen() -> None:
    counts = pipeline.prepare().calibration.counts
    assert len(counts) > 40
    assert all(0 <= one.right <= one.seen > 0 for one in counts.values())


def test_nine_of_ten_that_are_given_nine_tenths_are_right(built: Built, kg: Run, samples: list[Path]) -> None:
    ran = kg("extract", *samples, "--cache", built.cache)
    predicted = {record["id"]: record for record in map(json.loads, ran.lines)}
    gold = read_gold(samples[0].parent / "gold.jsonl")
    right, seen = reliability(gold, predicted, name_rules(load()), 0.9)
    assert seen >= 60
    assert right >= 0.9 * seen
