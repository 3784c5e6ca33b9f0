"""Comparing the names of offices, whatever short form a newsroom chose."""

from __future__ import annotations

import pytest

from kg.lexicon.offices import contracts, office_reader
from kg.model import Mention, MentionKind, Span
from tests.extract.mention_parses import lexicon


def post(office: str, head: str, place: str = "", abbreviation: str = "") -> Mention:
    return Mention(
        Span(0, len(office)),
        0,
        0,
        1,
        MentionKind.POST,
        office,
        office=office,
        post=head,
        place=place,
        name=abbreviation,
    )


@pytest.mark.parametrize(
    ("short", "words", "fits"),
    [
        ("tubaba", ("tulang", "bawang", "barat"), True),
        ("mura", ("musi", "rawas"), True),
        ("oki", ("ogan", "komering", "ilir"), True),
        ("jakbar", ("jakarta", "barat"), True),
        ("bogor", ("bogor", "kota"), False),
        ("muba", ("musi", "rawas"), False),
        ("mr", ("musi", "rawas"), False),
        ("musi", ("musi",), False),
    ],
)
def test_contractions(short: str, words: tuple[str, ...], fits: bool) -> None:
    assert contracts(short, words) is fits


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (
            post("Kapolda Sumsel", "Kapolda", "Sumsel"),
            post("Kapolda Sumatera Selatan", "Kapolda", "Sumatera Selatan"),
            True,
        ),
        (post("Kapolda", "Kapolda"), post("Kapolda Jambi", "Kapolda", "Jambi"), True),
        (post("Kapolda Jambi", "Kapolda", "Jambi"), post("Kapolda Riau", "Kapolda", "Riau"), False),
        (post("Kapolda Jambi", "Kapolda", "Jambi"), post("Wakapolda Jambi", "Wakapolda", "Jambi"), False),
        (post("Ketua KPU", "Ketua"), post("Ketua Komisi Pemilihan Umum", "Ketua"), True),
        (post("Kapolres Mura", "Kapolres"), post("Kapolres Musi Rawas", "Kapolres", "Musi Rawas"), True),
        (post("Presiden", "Presiden"), post("Presiden RI", "Presiden"), True),
        (post("Menteri", "Menteri"), post("Menteri Pertanian", "Menteri"), True),
        (
            post("Kepala Badan Contoh Nusantara", "Kepala", abbreviation="BCN"),
            post("Kepala BCN", "Kepala"),
            True,
        ),
        (post("Kepala Badan Contoh Nusantara", "Kepala"), post("Kepala Badan Lain Nusantara", "Kepala"), False),
        (
            post("Menteri Bidang Contoh", "Menteri", abbreviation="Menko Contoh"),
            post("Menko Contoh", "Menko Contoh"),
            True,
        ),
    ],
)
def test_same_office(one: Mention, other: Mention, same: bool) -> None:
    reader = office_reader(lexicon())
    assert reader.matches(reader.office(one), reader.office(other)) is same
    assert reader.matches(reader.office(other), reader.office(one)) is same


@pytest.mark.parametrize(
    ("office", "bare"), [("Kapolda", True), ("Kapolri", False), ("Presiden", False), ("Ketua", True)]
)
def test_bare_titles(office: str, bare: bool) -> None:
    assert office_reader(lexicon()).office(post(office, office)).bare is bare
