"""Bringing GSD to today's annotation, and the contents of orders; needs neither torch nor weights."""

from __future__ import annotations

import numpy as np
import pytest

from kg.parse.train.convert import Bridge, join_hyphens, punctuated, segmented
from kg.parse.train.orders import cues, shapes, with_contents
from kg.parse.train.trees import Node, Tree
from kg.parse.train.vectors import Splitter
from tests.parse.test_train import tree


def shown(found: Tree) -> list[tuple[str, int, str]]:
    return [(node.form, node.head, node.deprel) for node in found.nodes]


@pytest.mark.parametrize(
    ("text", "heads", "expected"),
    [
        ("Anak - anak bermain", [4, 3, 1, 0], [("Anak-anak", 2), ("bermain", 0)]),
        ("abad ke - 5 tiba", [5, 1, 4, 2, 0], [("abad", 3), ("ke-5", 1), ("tiba", 0)]),
        ("tahun 1960 - an", [0, 1, 4, 2], [("tahun", 0), ("1960-an", 1)]),
        ("orang - orangnya pergi", [4, 3, 1, 0], [("orang-orangnya", 2), ("pergi", 0)]),
        ("iris - irisan itu", [0, 3, 1, 1], [("iris-irisan", 0), ("itu", 1)]),
        ("berbulan - bulan lalu", [0, 3, 1, 1], [("berbulan-bulan", 0), ("lalu", 1)]),
        ("rute Jawa - Bali", [0, 1, 4, 2], [("rute", 0), ("Jawa", 1), ("-", 4), ("Bali", 2)]),
        ("skor 5 - 6", [0, 1, 4, 2], [("skor", 0), ("5", 1), ("-", 4), ("6", 2)]),
        ("- anak pulang", [3, 3, 0], [("-", 3), ("anak", 3), ("pulang", 0)]),
    ],
)
def test_hyphens(text: str, heads: list[int], expected: list[tuple[str, int]]) -> None:
    tags = " ".join("PUNCT" if word == "-" else "NOUN" for word in text.split())
    found = join_hyphens(tree(text, heads, tags, " ".join("dep" for _ in heads)))
    assert [(node.form, node.head) for node in found.nodes] == expected


def test_rare_enclitics_are_split_off_known_stems_only() -> None:
    apakah = Tree(
        "a", [Node("apa", "apa", "PRON", "", 0, "root", False), Node("kah", "kah", "PART", "", 1, "advmod:emph")],
        [(1, 2, "apakah")],
    )  # fmt: skip
    kept = tree("siapa masa masalah ada adalah", [0, 1, 1, 1, 1], "PRON NOUN NOUN VERB AUX", "root dep dep dep dep")
    old = tree("Apakah siapakah masalah adalah langkah", [0, 1, 1, 1, 1], "PRON PRON NOUN AUX NOUN", "root a b c d")
    found = segmented(old, Splitter([apakah, kept]))
    assert [node.form for node in found.nodes] == ["Apa", "kah", "siapa", "kah", "masalah", "adalah", "langkah"]


def test_marks_hang_from_the_lower_phrase() -> None:
    # the comma before a clause that hangs from the main verb belongs to the clause; brackets to what they enclose
    found = punctuated(
        tree(
            "Ketika hujan , warga ( tua ) pulang .",
            [2, 8, 8, 8, 8, 4, 8, 0, 8],
            "SCONJ NOUN PUNCT NOUN PUNCT ADJ PUNCT VERB PUNCT",
            "mark advcl punct nsubj punct amod punct root punct",
        )
    )
    assert [node.head for node in found.nodes] == [2, 8, 2, 8, 6, 4, 6, 0, 8]


def test_a_mark_never_hangs_from_what_hangs_from_it() -> None:
    found = punctuated(tree("Satu , dua", [0, 1, 2], "NUM PUNCT NUM", "root punct conj"))
    assert [node.head for node in found.nodes] == [0, 1, 2]


def test_old_trees_are_evidence_by_what_stands_beside_them() -> None:
    new = tree("Kota Bandung ramai .", [3, 1, 0, 3], "NOUN PROPN ADJ PUNCT", "nsubj nmod root punct")
    old = tree("Kota Bandung ramai .", [3, 1, 0, 1], "NOUN PROPN ADJ PUNCT", "nsubj flat root punct")
    bridge = Bridge([(new, old)] * 20)
    names = ("flat:name", "nmod", "nsubj", "punct", "root")
    relations = np.zeros((5, 5), np.float32)
    bridge.relations(old, [0, 3, 1, 0, 3], names, relations)
    assert names[relations[2].argmax()] == "nmod"
    heads = np.zeros((5, 5), np.float32)
    bridge.heads(old, heads)
    assert heads[2, 1] > 0
    assert heads[4].tolist() == [0] * 5, "old punctuation is no evidence"


ORDER = tree(
    "Kapolda meminta warga menjaga kampung .",
    [2, 0, 2, 2, 4, 2],
    "NOUN VERB NOUN VERB NOUN PUNCT",
    "nsubj root obj xcomp obj punct",
)


def order_cues() -> frozenset[str]:
    return cues([ORDER])


def test_cues_take_an_addressee_and_a_content() -> None:
    claim = tree("Ia mengaku melihat api .", [2, 0, 2, 3, 2], "PRON VERB VERB NOUN PUNCT", "nsubj root xcomp obj punct")
    assert cues([ORDER, claim]) == {"meminta"}


@pytest.mark.parametrize(
    ("text", "heads", "tags", "relations", "at", "expected"),
    [
        (
            "Kapolda meminta warga untuk pulang",
            [2, 0, 2, 5, 2], "NOUN VERB NOUN ADP VERB", "nsubj root obj case advcl", 5, "xcomp",
        ),
        (
            "Kapolda meminta agar warga pulang",
            [2, 0, 5, 5, 2], "NOUN VERB SCONJ NOUN VERB", "nsubj root mark nsubj advcl", 5, "ccomp",
        ),
        (
            "Kapolda menutup jalan agar aman",
            [2, 0, 2, 5, 2], "NOUN VERB NOUN SCONJ VERB", "nsubj root obj mark advcl", 5, "advcl",
        ),
        (
            "Agar aman Kapolda meminta bantuan",
            [2, 4, 4, 0, 4], "SCONJ VERB NOUN VERB NOUN", "mark advcl nsubj root obj", 2, "advcl",
        ),
    ],
)  # fmt: skip
def test_contents(text: str, heads: list[int], tags: str, relations: str, at: int, expected: str) -> None:
    found = with_contents(tree(text, heads, tags, relations), order_cues())
    assert found.nodes[at - 1].deprel == expected


def test_shapes_of_an_order() -> None:
    first, second = shapes([ORDER, ORDER], order_cues())
    assert first.text() == "Kapolda meminta warga agar menjaga kampung ."
    assert shown(first)[3:5] == [("agar", 5, "mark"), ("menjaga", 2, "xcomp")]
    assert second.text() == "Kapolda meminta kepada warga untuk menjaga kampung ."
    assert shown(second)[2:6] == [
        ("kepada", 4, "case"),
        ("warga", 2, "obl"),
        ("untuk", 6, "mark"),
        ("menjaga", 2, "xcomp"),
    ]
