"""Turtle read into entries: what they hold, and what is said when a file is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import LexiconError
from kg.lexicon.entries import digest, parse_entries, read_entries
from kg.lexicon.names import KG, PREF_LABEL, local_name

TURTLE = b"""
@prefix kg: <https://w3id.org/perintah/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix x: <https://example.org/x/> .
x:a a kg:Rank ; skos:prefLabel "Satu"@id, "One"@en ; kg:form "b", "a" ; kg:stars 2 ;
    kg:numbered true ; kg:under x:c, x:b .
x:d kg:example [ kg:form "inside" ] .
"""


def test_an_entry_holds_everything_sorted() -> None:
    entry = parse_entries(TURTLE, "test.ttl")["https://example.org/x/a"]
    assert entry.types == (KG + "Rank",)
    assert entry.texts(KG + "form") == ("a", "b")
    assert entry.text(PREF_LABEL, "id") == "Satu"
    assert entry.number(KG + "stars") == 2
    assert entry.number(KG + "absent", 7) == 7
    assert entry.flag(KG + "numbered")
    assert not entry.flag(KG + "absent")
    assert [local_name(iri) for iri in entry.iris(KG + "under")] == ["b", "c"]
    assert entry.iri_of(KG + "absent") == ""


def test_blank_nodes_are_named_by_file_and_order() -> None:
    entries = parse_entries(TURTLE, "test.ttl")
    (inner,) = entries["https://example.org/x/d"].iris(KG + "example")
    assert inner == "_:test.ttl-0"
    assert entries[inner].texts(KG + "form") == ("inside",)


def test_one_value_is_wanted_where_several_stand() -> None:
    entry = parse_entries(TURTLE, "test.ttl")["https://example.org/x/a"]
    with pytest.raises(LexiconError, match="more than once: a, b"):
        entry.text(KG + "form")
    with pytest.raises(LexiconError, match="more than once"):
        entry.iri_of(KG + "under")
    with pytest.raises(LexiconError, match="not a whole number"):
        parse_entries(TURTLE.replace(b"kg:stars 2", b'kg:stars "two"'), "t")["https://example.org/x/a"].number(
            KG + "stars"
        )


def test_errors_name_file_and_line(tmp_path: Path) -> None:
    broken = tmp_path / "mine.ttl"
    broken.write_text("@prefix x: <https://example.org/> .\nx:a x:b .\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"mine\.ttl: not Turtle: .* \(line 2\)"):
        read_entries(broken)
    with pytest.raises(LexiconError, match=r"absent\.ttl: No such file"):
        read_entries(tmp_path / "absent.ttl")


def test_digest_tells_names_and_contents_apart() -> None:
    assert digest([("a", b"bc")]) != digest([("ab", b"c")])
    assert digest([("a", b"1"), ("b", b"2")]) == digest([("a", b"1"), ("b", b"2")])
