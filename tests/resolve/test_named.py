"""Whom a name stands for that no mention covers."""

from __future__ import annotations

import pytest

from kg.lexicon.load import Lexicon, load
from kg.model import Mention, Span
from kg.model.members import GROUP, PERSON, PLACE, UNIT
from kg.resolve.coreference_words import pointing_words
from kg.resolve.named import bearer


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


def _bearer(name: str, lexicon: Lexicon, *places: tuple[int, int]) -> tuple[object, str] | None:
    found = [Mention(Span(first, last), 0, 0, 1, PLACE, name[first:last]) for first, last in places]
    agent = bearer(name, Span(0, len(name)), found, pointing_words(lexicon), "a test")
    return None if agent is None else (agent.kind, agent.person or agent.office)


@pytest.mark.parametrize("name", ["Militer Myanmar", "Uni Selatan", "ProWarga", "TokoSurya", "FORWAS", "Panpel Selok"])
def test_bodies_are_no_persons(name: str, lexicon: Lexicon) -> None:
    assert _bearer(name, lexicon) == (UNIT, name)


@pytest.mark.parametrize("name", ["Zahwan", "Zahwan Ratih", "dr Zahwan", "McZahwan", "KDR", "Zahwan-Ratih"])
def test_names_are_those_of_persons(name: str, lexicon: Lexicon) -> None:
    assert _bearer(name, lexicon) == (PERSON, name)


def test_with_a_place_a_name_is_that_of_a_body(lexicon: Lexicon) -> None:
    assert _bearer("Zahwan Palu", lexicon, (7, 11)) == (UNIT, "Zahwan Palu")
    assert _bearer("dr Palu", lexicon, (3, 7)) == (PERSON, "dr Palu")
    assert _bearer("Rama Palu", lexicon, (5, 9)) == (PERSON, "Rama Palu")  # "Rama" is a given name


@pytest.mark.parametrize("name", ["Sentimen", "Proyek", "- Wakil (Wawa) Zahwan"])
def test_words_that_open_a_sentence_name_nobody(name: str, lexicon: Lexicon) -> None:
    assert _bearer(name, lexicon) is None


def test_a_place_is_nobody(lexicon: Lexicon) -> None:
    assert _bearer("Palu", lexicon, (0, 4)) is None
    assert _bearer("Bima", lexicon, (0, 4)) == (PERSON, "Bima")  # a given name too
    assert _bearer("Putih Sari", lexicon) == (PERSON, "Putih Sari")  # "Putih" stands in names of bodies


def test_holders_of_something_are_a_group(lexicon: Lexicon) -> None:
    assert _bearer("Pemegang Saham", lexicon) == (GROUP, "Pemegang Saham")
