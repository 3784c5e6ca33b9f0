"""The text that a treebank is parsed from."""

from __future__ import annotations

from kg.parse.evaluate import raw_text

TREEBANK = "# newdoc id = a\n# text = Satu.\n\n# text = Dua.\n\n# newpar\n# text = Tiga.\n\n"


def test_running_text_has_paragraphs_where_the_treebank_has_them() -> None:
    assert raw_text(TREEBANK) == "Satu. Dua.\n\nTiga."


def test_examples_are_paragraphs_of_their_own() -> None:
    assert raw_text(TREEBANK, running=False) == "Satu.\n\nDua.\n\nTiga."
