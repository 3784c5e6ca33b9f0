"""Terms as text are the terms of the library as it writes them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from kg.graph import literals, vocabulary, written


@given(st.text() | st.sampled_from(["", '"', "\\", "a\nb", "\x00", "\ud800", "\x7f", "“ya”", "\ufffe"]))
def test_texts(value: str) -> None:
    assert written.string(value) == str(literals.string(value))
    assert written.text(value) == str(literals.text(value))
    assert written.text(value, "en") == str(literals.text(value, "en"))
    odd = literals.unusual(value)
    plain = "".join(char for at, char in enumerate(value) if at not in odd)
    assert written.string(plain) == f'"{plain}"'


@given(st.floats(0, 1), st.dates(), st.booleans())
def test_values(share: float, day: date, yes: bool) -> None:
    assert written.decimal(share) == str(literals.decimal(share))
    assert written.day(day) == str(literals.day(day))
    assert written.boolean(yes) == str(literals.boolean(yes))


def test_iris() -> None:
    assert written.ORG["Post"] == str(vocabulary.ORG["Post"]) == written.iri(vocabulary.ORG["Post"].value)
    assert written.minted(f"{vocabulary.BASE}id/x") == str(NamedNode(f"{vocabulary.BASE}id/x"))
    with pytest.raises(ValueError, match="IRI"):
        written.iri("no iri>")
