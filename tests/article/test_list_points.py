"""The points of a list keep lines of their own, also where a letter in lower case counts them."""

from __future__ import annotations

import pytest

from .conftest import Cleaner

POINTS = (
    ("Isi maklumat:\na. Panitia wajib melapor\nb. Tamu dilarang merokok", 3),
    ("Isi maklumat\na) Panitia wajib melapor\nb) Tamu dilarang merokok", 3),
    ("Pejabat Tiba\nWakil Menteri Aparatur Negara (\nPANRB\n), Rangga, tiba.", 2),  # a link in brackets
    ("Panitia pesta rakyat di Solok\nwajib melapor kepada polisi.", 1),  # a line broken inside a sentence
)


@pytest.mark.parametrize(("text", "paragraphs"), POINTS)
def test_paragraphs(cleaned: Cleaner, text: str, paragraphs: int) -> None:
    assert len(cleaned(text).text.split("\n\n")) == paragraphs
