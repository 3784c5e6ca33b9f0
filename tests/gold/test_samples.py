"""The gold annotations of the embedded samples are well formed and point at the words they mean."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import kg
from kg.model import Factuality, Force, Polarity

SAMPLES = Path(kg.__file__).parent / "samples"
GOLD: list[dict[str, Any]] = [json.loads(line) for line in (SAMPLES / "gold.jsonl").read_text("utf-8").splitlines()]
TEXTS = {path.stem: path.read_text("utf-8") for path in SAMPLES.glob("*.txt")}


def spans(record: dict[str, Any]) -> list[list[int]]:
    """Every span of one article's annotations."""
    found = [s["cue"] for s in record["statements"]]
    for directive in record["directives"]:
        found += directive["triggers"] + ([directive["content"]] if directive["content"] else [])
    return found


def test_every_sample_is_annotated_once() -> None:
    assert sorted(record["id"] for record in GOLD) == sorted(TEXTS)
    assert len(TEXTS) >= 14


@pytest.mark.parametrize("record", GOLD, ids=[record["id"] for record in GOLD])
def test_spans_cover_whole_words(record: dict[str, Any]) -> None:
    text = TEXTS[record["id"]]
    for start, end in spans(record):
        assert 0 <= start < end <= len(text)
        assert re.fullmatch(r"\S(.*\S)?", text[start:end], re.DOTALL)
        assert re.search(r"\w\w$", text[start - 1 : start + 1]) is None, f"starts within a word: {text[start:end]}"
        assert re.search(r"\w\w$", text[end - 1 : end + 1]) is None, f"ends within a word: {text[start:end]}"


@pytest.mark.parametrize("record", GOLD, ids=[record["id"] for record in GOLD])
def test_values_are_those_of_the_model(record: dict[str, Any]) -> None:
    for directive in record["directives"]:
        assert directive["force"] in set(Force)
        assert directive["polarity"] in set(Polarity)
        assert directive["factuality"] in set(Factuality)
        assert directive["date"] is None or date.fromisoformat(directive["date"])
        assert all(names and all(names) for names in directive["addressees"])
    assert all(post["status"] in {"current", "former"} and post["person"] for post in record["posts"])


@pytest.mark.parametrize("record", GOLD, ids=[record["id"] for record in GOLD])
def test_names_of_persons_stand_in_the_text(record: dict[str, Any]) -> None:
    agents = [d["issuer"] for d in record["directives"]] + [s["speaker"] for s in record["statements"]]
    for name in (name for agent in agents + record["posts"] for name in agent["person"]):
        assert name in TEXTS[record["id"]]


def test_samples_show_every_force_and_factuality() -> None:
    directives = [directive for record in GOLD for directive in record["directives"]]
    assert {d["force"] for d in directives} == set(Force)
    assert {d["factuality"] for d in directives} == set(Factuality)
    assert Counter(bool(record["directives"]) for record in GOLD)[False] == 1, "one article has no order at all"
