"""Comparing the names of offices, whatever short form a newsroom chose."""

from __future__ import annotations

import pytest

from kg.lexicon.contractions import shortens_title
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
    ("title", "office", "short"),
    [
        ("dansatgas", "komandan satgas pamtas", True),
        ("dansatkor", "komandan satuan kapal eskorta", True),
        ("danki", "komandan kompi 3", True),
        ("kapensatgas", "kepala penerangan satgas", True),
        ("pangkoarmada iii", "panglima koarmada iii", True),
        ("pangkoarmada i", "panglima koarmada iii", False),
        ("danki", "komandan kodim 0612", False),
        ("danpos", "komandan koramil 07", False),
        ("kades", "kepala dinas sosial", False),
        ("danwing", "komandan", False),
    ],
)
def test_titles_in_one_word(title: str, office: str, short: bool) -> None:
    assert shortens_title(title, office) is short


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
        (post("Dansatgas", "Dansatgas"), post("Komandan Satgas Banjir", "Komandan"), True),
        (post("Dansatgas", "Dansatgas"), post("Komandan Kodim 0612", "Komandan"), False),
        (post("Kapendam", "Kapendam"), post("Kepala Penerangan Kodam Mulawarman", "Kepala"), True),
        (post("Kapolda", "Kapolda"), post("Kepala Polsek Daha", "Kepala"), False),
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


def test_a_title_of_many_pieces_is_compared_at_once() -> None:
    """No search through all the ways in which the same letters may be cut (texts are hostile)."""
    assert not shortens_title("dan" + "a" * 28 + "x", "komandan " + "aaaa " * 14)
    assert not shortens_title("dan" + "a" * 5000, "komandan " + "a" * 5000)
    assert shortens_title("dansatgas", "komandan satgas pamtas")
