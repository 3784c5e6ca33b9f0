"""What the training recipe does to trees; needs neither torch nor weights."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.parse.train import augment, trees
from kg.parse.train.convert import split_enclitics
from kg.parse.train.stages import labelled
from kg.parse.train.treebanks import harmonise, universal
from kg.parse.train.trees import Node, Tree
from kg.parse.train.vectors import Splitter

FREQUENCY = dict.fromkeys(
    [
        "tingkatkan",
        "laksanakan",
        "pastikan",
        "siapkan",
        "amankan",
        "perketat",
        "tegaskan",
        "minta",
        "jaga",
        "imbau",
        "tindak",
        "larang",
    ],
    10,
)


def tree(text: str, heads: list[int], upos: str, relations: str, name: str = "t") -> Tree:
    words = text.split()
    return Tree(
        name,
        [
            Node(form, form.lower(), tag, "", head, relation)
            for form, head, tag, relation in zip(words, heads, upos.split(), relations.split(), strict=True)
        ],
    )


DECLARATIVE = tree(
    "Polisi meningkatkan patroli malam .",
    [2, 0, 2, 3, 2],
    "NOUN VERB NOUN NOUN PUNCT",
    "nsubj root obj nmod punct",
)


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("meningkatkan", "tingkatkan"),
        ("melaksanakan", "laksanakan"),
        ("memastikan", "pastikan"),
        ("memperketat", "perketat"),
        ("menyiapkan", "siapkan"),
        ("mengamankan", "amankan"),
        ("meminta", "minta"),
        ("mengimbau", "imbau"),
        ("melarang", "larang"),
        ("bekerja", None),
        ("menghilang", None),
    ],
)
def test_stem_of_an_active_verb(verb: str, expected: str | None) -> None:
    assert augment.stem(verb, FREQUENCY) == expected


def test_imperative_of_a_declarative() -> None:
    found = augment.imperative(DECLARATIVE, FREQUENCY)
    assert found is not None
    assert found.text() == "Tingkatkan patroli malam ."
    assert [(node.head, node.deprel) for node in found.nodes] == [(0, "root"), (1, "obj"), (2, "nmod"), (1, "punct")]


def test_no_imperative_of_a_passive_or_without_subject() -> None:
    passive = tree("Patroli ditingkatkan polisi .", [2, 0, 2, 2], "NOUN VERB NOUN PUNCT", "nsubj:pass root obl punct")
    bare = tree(
        "Meningkatkan patroli malam ini .", [0, 1, 2, 3, 1], "VERB NOUN NOUN DET PUNCT", "root obj nmod det punct"
    )
    assert augment.imperative(passive, FREQUENCY) is None
    assert augment.imperative(bare, FREQUENCY) is None


def test_headline_of_a_declarative() -> None:
    found = augment.headline(DECLARATIVE, FREQUENCY)
    assert found is not None
    assert found.text() == "Polisi Tingkatkan Patroli Malam"


def test_imperative_in_front_of_a_reporting_clause() -> None:
    source = tree(
        '" Kami siap , " kata Sabar .',
        [3, 3, 0, 3, 3, 3, 6, 3],
        "PUNCT PRON ADJ PUNCT PUNCT VERB PROPN PUNCT",
        "punct nsubj root punct punct parataxis nsubj punct",
    )
    report = augment.reporting_clause(source)
    command = augment.imperative(DECLARATIVE, FREQUENCY)
    assert report is not None
    assert command is not None
    found = augment.quoted(command, report)
    assert [node.form for node in found.nodes] == [
        '"',
        "Tingkatkan",
        "patroli",
        "malam",
        ",",
        '"',
        "kata",
        "Sabar",
        ".",
    ]
    assert [node.head for node in found.nodes] == [2, 0, 2, 3, 2, 2, 2, 7, 2]


def test_enclitics_are_split_and_heads_renumbered() -> None:
    shown = Tree(
        "a",
        [Node("warga", "warga", "NOUN", "", 0, "root", False), Node("nya", "nya", "PRON", "", 1, "nmod:poss")],
        [(1, 2, "warganya")],
    )
    kept = tree("hanya satu", [2, 0], "ADV NUM", "advmod root")
    old = tree("Warganya hanya menunggu .", [3, 3, 0, 3], "NOUN ADV VERB PUNCT", "nsubj advmod root punct")
    found = split_enclitics(old, Splitter([shown, kept]))
    assert [(node.form, node.head) for node in found.nodes] == [
        ("Warga", 4), ("nya", 1), ("hanya", 4), ("menunggu", 0), (".", 4),
    ]  # fmt: skip
    assert found.tokens == [(1, 2, "Warganya")]


def test_conllu_round_trip(tmp_path: Path) -> None:
    source = Tree(
        "s1",
        [
            Node("Warga", "warga", "NOUN", "", 3, "nsubj", False),
            Node("nya", "nya", "PRON", "", 1, "nmod:poss", True),
            Node("pulang", "pulang", "VERB", "", 0, "root", False),
            Node(".", ".", "PUNCT", "", 3, "punct", True),
        ],
        [(1, 2, "Warganya")],
    )
    trees.write(tmp_path / "a.conllu", [source])
    assert trees.read(tmp_path / "a.conllu") == [source]
    assert source.text() == "Warganya pulang."


def test_labels_of_characters() -> None:
    source = Tree(
        "s1",
        [
            Node("Warga", "", "NOUN", "", 3, "nsubj", False),
            Node("nya", "", "PRON", "", 1, "nmod", True),
            Node("pulang", "", "VERB", "", 0, "root", False),
            Node(".", "", "PUNCT", "", 3, "punct", True),
        ],
        [(1, 2, "Warganya")],
    )
    text, labels = labelled([source], seed=1)
    assert text == "Warganya pulang.\n"
    assert labels == "0000000300000012\n"


def test_compound_is_nmod() -> None:
    found = harmonise(tree("serangan udara", [0, 1], "NOUN NOUN", "root compound"))
    assert found.nodes[1].deprel == "nmod"
    assert universal("flat:name") == "flat"
