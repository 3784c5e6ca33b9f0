"""Styles: which treebank's conventions a parse follows. Needs no weights."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from kg.errors import ModelError
from kg.parse import Parser
from kg.parse.enclitics import Expander
from kg.parse.rows import Row
from kg.parse.styles import AUTO, CSUI, GSD, NEWS, STYLES, mark
from kg.parse.tokens import Token
from kg.parse.train import trees
from kg.parse.train.trees import Node, Tree
from kg.parse.train.vectors import Splitter
from kg.parse.weights import WHOLE, Weights

SENTENCES = [(Token("Patroli", 0, 7), Token("digelar", 8, 15))]


class Surest:
    """An analyser that is as sure of each style as it is told, and whose relations name the style."""

    def __init__(self, sure: Mapping[str, float]) -> None:
        self._sure = sure
        self.styles = tuple(sure)

    def weighed(self, sentences: Sequence[Any], style: str) -> tuple[list[tuple[Row, ...]], float]:
        return [(Row("a", "a", "X", "", -1, style, 0, 1),)] * len(sentences), self._sure.get(style, 0.0)


@pytest.mark.parametrize(
    ("sure", "expected"),
    [
        ({"csui": -10.0, "gsd": -30.0, "pud": -20.0}, "csui"),
        ({"csui": -10.5, "gsd": -10.4, "pud": -20.0}, "gsd"),
        ({"csui": -10.0, "gsd": -10.0, "pud": -10.0}, "csui"),  # the first, of equals
        ({}, ""),  # weights that know no style
    ],
)
def test_auto_takes_the_style_that_the_model_is_surest_of(sure: dict[str, float], expected: str) -> None:
    parser = Parser(style=AUTO)
    [[row]] = parser._likeliest(Surest(sure), SENTENCES)  # type: ignore[arg-type]
    assert row.deprel == expected


def test_a_style_parts_caches_and_news_is_what_articles_are() -> None:
    hashes = {style: Parser(style=style).model_hash for style in (AUTO, *STYLES)}
    assert len(set(hashes.values())) == 4
    assert Parser().model_hash == hashes[NEWS] == hashes[CSUI]


def test_a_mark_is_no_word_of_a_text() -> None:
    assert len({mark(style) for style in STYLES}) == len(STYLES)
    assert not any(mark(style).isalpha() for style in STYLES)


class LastThree:
    """An expander that takes the last three letters for an enclitic."""

    trainer = SimpleNamespace(expansion_dict={"rumahnya": "rumah nya"})

    @staticmethod
    def process(document: Any) -> Any:
        from stanza.models.common.doc import Document

        forms = [sentence.tokens[0].text for sentence in document.sentences]
        return Document([[{"id": (1,), "text": form[:-3]}, {"id": (2,), "text": form[-3:]}] for form in forms])


def test_a_word_that_a_treebank_keeps_whole_is_whole_in_its_style_only() -> None:
    expander = Expander(LastThree(), {GSD: frozenset({"lainnya"})})
    assert expander.split(["Lainnya", "rumahnya"], CSUI) == {"Lainnya": ("Lain", "nya"), "rumahnya": ("rumah", "nya")}
    assert expander.split(["Lainnya", "rumahnya"], GSD) == {"Lainnya": ("Lainnya",), "rumahnya": ("rumah", "nya")}
    assert expander.split(["lainnya"]) == {"lainnya": ("lain", "nya")}


@pytest.mark.parametrize("text", ["[", "[]", '{"gsd": 1}', "\x00"])
def test_a_damaged_table_of_whole_words_is_said(tmp_path: Path, text: str) -> None:
    (tmp_path / WHOLE).write_text(text)
    with pytest.raises(ModelError, match="table of words"):
        Weights(tmp_path).whole()


def test_the_table_of_whole_words_is_part_of_the_weights(tmp_path: Path) -> None:
    assert Weights(tmp_path).whole() == {}
    assert tmp_path / WHOLE not in Weights(tmp_path).files
    (tmp_path / WHOLE).write_text(json.dumps({"gsd": ["lainnya"]}))
    assert Weights(tmp_path).whole() == {"gsd": {"lainnya"}}
    assert tmp_path / WHOLE in Weights(tmp_path).files


def _kept(*forms: str) -> Tree:
    return Tree("k", [Node(form, form, "NOUN", "", 0, "root") for form in forms])


def _split(stem: str) -> Tree:
    nodes = [Node(stem, stem, "NOUN", "", 0, "root", False), Node("nya", "nya", "PRON", "", 1, "nmod")]
    return Tree("s", nodes, [(1, 2, f"{stem}nya")])


def test_words_that_stay_whole() -> None:
    own, others = [_kept("adanya"), _split("rupa")], [_kept("rupanya", "akhirnya", "akhirnya", "bertanya", "pitanya")]
    frequency = {"bertanya": 9, "berta": 2, "pita": 9, "pitanya": 1}
    # its own; what others keep twice; what they keep once and has no stem; not `rupanya`, which its own trees split
    assert Splitter(own).whole(Splitter([*own, *others]), frequency) == ["adanya", "akhirnya", "bertanya"]


def test_the_style_of_a_tree_is_kept_on_disk(tmp_path: Path) -> None:
    told = Tree("s1", [Node("Aman", "aman", "ADJ", "", 0, "root")], [], GSD)
    trees.write(tmp_path / "a.conllu", [told])
    assert trees.read(tmp_path / "a.conllu") == [told]


def test_the_tagger_is_told_the_style_of_most_sentences() -> None:
    from kg.parse.train.tagger import marked

    rng = random.Random(1)  # noqa: S311 - reproducible
    told = [marked(Tree("s", [Node("Aman", "aman", "ADJ", "", 0, "root")], [], GSD), rng) for _ in range(400)]
    first = [tree.nodes[0].form for tree in told]
    assert 0.9 < first.count(mark(GSD)) / 400 < 1
    assert set(first) == {mark(GSD), "Aman"}
    untold = marked(Tree("s", [Node("Aman", "aman", "ADJ", "", 0, "root")]), rng)
    assert [node.form for node in untold.nodes] == ["Aman"]
