"""Sentence boundaries of the samples: the annotation is sound, and the parser finds them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import kg
from kg.article import read_sources
from kg.errors import InputError
from kg.pipeline import cleaned, parser, prepare

SAMPLES = Path(kg.__file__).parent / "samples"
FLOOR = 0.98
"""F1 of whole sentences, furniture cut; never lowered without saying why."""


def boundaries() -> dict[str, set[tuple[int, int]]]:
    """The sentences of each sample by hand, as offsets into its file; a quotation of several sentences is several."""
    lines = (Path(__file__).parent / "sentences.jsonl").read_text("utf-8").splitlines()
    return {record["id"]: {(start, end) for start, end in record["sentences"]} for record in map(json.loads, lines)}


@pytest.mark.parametrize("sample", sorted(boundaries()))
def test_annotation(sample: str) -> None:
    text = (SAMPLES / f"{sample}.txt").read_text("utf-8")
    last = 0
    for start, end in sorted(boundaries()[sample]):
        assert last <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        assert "\n" not in text[start:end]
        last = end


@pytest.mark.model
def test_parser_finds_the_sentences() -> None:
    stages = prepare()
    rejected: list[InputError] = []
    sources = [str(path) for path in sorted(SAMPLES.glob("*.txt"))]
    gold = boundaries()
    right = found = 0
    for document in parser(stages, threads=1).parse(cleaned(read_sources(sources), stages, rejected.append)):
        spans = {(sentence.span.start, sentence.span.end) for sentence in document.sentences}
        right += len(spans & gold[document.article.id])
        found += len(spans)
    assert not rejected
    wanted = sum(map(len, gold.values()))
    assert wanted == 199, "how many sentences the score rests on"
    assert 2 * right / (found + wanted) >= FLOOR
