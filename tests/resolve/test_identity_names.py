"""More than 200 names of units, posts and places as newspapers write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.lexicon.load import Lexicon, load
from kg.model import MentionKind
from kg.resolve.identity_kinds import UnitReading
from kg.resolve.identity_names import path, slug
from kg.resolve.identity_offices import OfficeName, read_office
from kg.resolve.identity_places import read_place
from kg.resolve.identity_scope import Scope
from kg.resolve.identity_things import reading_path

NAMES = Path(__file__).with_name("office_names.tsv")
KINDS = {"post": MentionKind.POST, "unit": MentionKind.UNIT}


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


def scope(province: str) -> Scope:
    if not province:
        return Scope()
    return Scope((frozenset({f"https://w3id.org/perintah/id/place/{slug(province)}"}),))


def read(text: str, kind: str, province: str, lexicon: Lexicon) -> tuple[str, str]:
    """The path that a name resolves to and the doubt about it."""
    if kind == "place":
        place = read_place(text.split(), lexicon, (), scope(province))
        return (path(place.place.iri) if place.place is not None else "", place.doubt)
    reading = read_office(OfficeName(text, KINDS[kind]), "article", lexicon, scope(province))
    if isinstance(reading, UnitReading) and reading.unit is None:
        return "", "a kind of unit alone"
    return reading_path(reading), reading.doubt


def names() -> list[tuple[str, str, str, bool]]:
    found = []
    for line in NAMES.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            text, province, expected = line.split(";")
            found.append((text, province, "id/" + expected.removeprefix("~"), expected.startswith("~")))
    return found


def test_names_resolve_and_no_wrong_one_is_sure(lexicon: Lexicon) -> None:
    table = names()
    assert len(table) >= 200
    wrong = []
    for text, province, expected, may_doubt in table:
        found, doubt = read(text, expected.split("/")[1], province, lexicon)
        if found != expected:
            wrong.append((text, found, expected))
            assert doubt, f"{text} is {found} without a doubt, not {expected}"
        else:
            assert may_doubt or not doubt, f"{text}: {doubt}"
    assert len(wrong) / len(table) <= 0.03, wrong


def test_expected_paths_of_units_exist_or_follow(lexicon: Lexicon) -> None:
    """A path that the gazetteer does not list must at least be of a kind that it knows."""
    slugs = {unit.slug for unit in lexicon.unit_of.values()} | {place.slug for place in lexicon.place_of.values()}
    kinds = tuple(kind.slug + "-" for kind in lexicon.unit_kind_of.values())
    for _, _, expected, _ in names():
        tail = expected.split("/")[2]
        assert expected.startswith("id/post/") or tail in slugs or tail.startswith(kinds)
