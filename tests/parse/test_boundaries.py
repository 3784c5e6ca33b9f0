"""Sentence boundaries of news: where the tokenizer is corrected, and where it must not be."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.parse.boundaries import LONGEST_SENTENCE, join_dates, join_domains, join_doubled, mend
from kg.parse.tokens import Token
from tests.parse.builders import sentences, shown, tokens

ABBREVIATIONS = frozenset({"irjen", "pol", "drs", "jl", "no", "pt", "h"})


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Perintah Irjen.| Pol.| Sabar Wijaya jelas.", ["Perintah Irjen. Pol. Sabar Wijaya jelas."]),
        ("Posko ada di Jl.| Kenanga No.| 7.", ["Posko ada di Jl. Kenanga No. 7."]),
        ("Ia memanggil Drs.| Tohir.| Rapat selesai.", ["Ia memanggil Drs. Tohir.", "Rapat selesai."]),
        ("Menurut Sabar K.| Wijaya, aman.", ["Menurut Sabar K. Wijaya, aman."]),
        ("1.| Jaga pos.| 2.| Catat tamu.", ["1. Jaga pos.", "2. Catat tamu."]),
        ("-| Pos di simpang lima.", ["- Pos di simpang lima."]),
        ("“Bubar semua!”| seru Kapolsek.", ["“Bubar semua!” seru Kapolsek."]),
        ("Situasi tertib.Sementara itu warga pulang.", ["Situasi tertib.", "Sementara itu warga pulang."]),
        ("(Situasi tertib.)Sementara itu warga pulang.", ["(Situasi tertib.)", "Sementara itu warga pulang."]),
        ('"PERHATIAN!! Mulai besok patroli.', ['"PERHATIAN!!', "Mulai besok patroli."]),
        # must not: an address, an abbreviation, an initial
        (
            "Dikutip dari Kompas.Com dan Drs.Tohir, reserse.M Sabar.",
            ["Dikutip dari Kompas.Com dan Drs.Tohir, reserse.M Sabar."],
        ),
        # must not: two sentences stay two
        ("Patroli digelar di PT Maju.| Hasilnya nihil.", ["Patroli digelar di PT Maju.", "Hasilnya nihil."]),
        ("Rapat mulai pukul 08.00 WIB.| Kapolsek hadir.", ["Rapat mulai pukul 08.00 WIB.", "Kapolsek hadir."]),
        ("Hasil akan pol.| Semua senang.", ["Hasil akan pol.", "Semua senang."]),
        ("“Jangan lengah.| Tetap waspada,” ujarnya.", ["“Jangan lengah.", "Tetap waspada,” ujarnya."]),
        ("Kapolsek hadir di No.\n\n|Rapat selesai.", ["Kapolsek hadir di No.", "Rapat selesai."]),
    ],
)
def test_boundaries(marked: str, expected: list[str]) -> None:
    text, found = sentences(marked)
    assert shown(text, mend(text, found, ABBREVIATIONS)) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ('Ia pergi. "|Kami siap."| Rapat usai.', ["Ia pergi.", '"Kami siap."', "Rapat usai."]),
        ('"Kami siap.|" Rapat usai.', ['"Kami siap."', "Rapat usai."]),
        ("“Kami siap.|” Rapat usai.", ["“Kami siap.”", "Rapat usai."]),
    ],
)
def test_marks_go_to_the_sentence_they_are_written_against(marked: str, expected: list[str]) -> None:
    text, found = sentences(marked)
    assert shown(text, mend(text, found, ABBREVIATIONS)) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ('"Jaga pos.| Catat tamu," kata Sabar.| Rapat usai.', ['"Jaga pos. Catat tamu," kata Sabar.', "Rapat usai."]),
        ('"Jaga pos.| Rapat usai.| Semua pulang.', ['"Jaga pos.', "Rapat usai.", "Semua pulang."]),
        ("“Jaga pos.|\n\nCatat tamu,” kata Sabar.", ["“Jaga pos.", "Catat tamu,” kata Sabar."]),
    ],
)
def test_whole_quotations(marked: str, expected: list[str]) -> None:
    text, found = sentences(marked)
    assert shown(text, mend(text, found, ABBREVIATIONS, whole_quotations=True)) == expected


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Minggu (24/11/2024) pagi", ["24/11/2024"]),
        ("Minggu (24/11) pagi", ["24/11"]),
        ("pada 1-2-2024 lalu", ["1-2-2024"]),
        ("pada 01.02.2024 lalu", ["01.02.2024"]),
        # must not: ratios, sections, ranges, longer numbers
        ("rasio 24/11 naik", []),
        ("Korem 044/Gapo siaga", []),
        ("nomor 1/2/2024/5", []),
        ("harga 9.100/9.105", []),
    ],
)
def test_a_date_in_figures_is_one_token(text: str, dates: list[str]) -> None:
    parts = tuple(Token(character, at, at + 1) for at, character in enumerate(text) if not character.isspace())
    joined = join_dates(text, parts)
    assert [token.text for token in joined if len(token.text) > 1] == dates


@pytest.mark.parametrize(
    ("text", "doubled"),
    [
        ("syarat-syarat itu", ["syarat-syarat"]),
        ("Undang-undang dan Kata-Kata", ["Undang-undang", "Kata-Kata"]),
        # must not: another word behind the hyphen, an enclitic, figures, a chain
        ("sayur-mayur", []),
        ("anak-anaknya", []),
        ("120-120", []),
        ("kata-kata-kata", []),
    ],
)
def test_a_reduplication_is_one_token(text: str, doubled: list[str]) -> None:
    parts = tuple(Token(found[0], found.start(), found.end()) for found in re.finditer(r"\w+|-", text))
    assert [token.text for token in join_doubled(text, parts) if "-" in token.text and len(token.text) > 1] == doubled


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Menurut Kabar.com warga pulang", ["Kabar.com"]),
        ("Menurut KABAR.CO.ID warga pulang", ["KABAR.CO.ID"]),
        ("Ia pulang.Comot saja", []),
        ("Surel ke budi@kabar.com saja", []),
    ],
)
def test_the_address_of_an_outlet_is_one_token(text: str, address: list[str]) -> None:
    parts = tuple(Token(found[0], *found.span()) for found in re.finditer(r"[\w@]+|[^\w\s]", text))
    joined = join_domains(text, parts)
    assert [token.text for token in joined if "." in token.text and len(token.text) > 1] == address


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Saat dihubungi Kabar.|com ia diam.| Warga pulang.", ["Saat dihubungi Kabar.com ia diam.", "Warga pulang."]),
        ("Kepada KABAR.|CO.|ID ia diam.", ["Kepada KABAR.CO.ID ia diam."]),
        ("Ia membuka komputer.|Comot saja.", ["Ia membuka komputer.", "Comot saja."]),
    ],
)
def test_no_sentence_ends_in_the_address_of_an_outlet(marked: str, expected: list[str]) -> None:
    text, found, at = marked.replace("|", ""), [], 0
    for part in marked.split("|"):
        places = re.finditer(r"\w+|[^\w\s]", part)
        found.append(tuple(Token(one[0], at + one.start(), at + one.end()) for one in places))
        at += len(part)
    assert shown(text, mend(text, found, ABBREVIATIONS)) == expected


def test_no_sentence_is_too_long_for_memory() -> None:
    text = "kata " * (3 * LONGEST_SENTENCE)
    found = mend(text, [tokens(text)], ABBREVIATIONS)
    assert [len(sentence) for sentence in found] == [LONGEST_SENTENCE] * 3


@given(st.text(alphabet='aB1.,"“” \n/-', max_size=60), st.sets(st.integers(0, 60)), st.booleans())
def test_no_character_is_lost_or_moved(text: str, cuts: set[int], whole: bool) -> None:
    words = tokens(text)
    found, rest = [], list(words)
    for cut in sorted(cuts):
        part = [token for token in rest if token.end <= cut]
        rest = [token for token in rest if token.end > cut]
        found.append(tuple(part))
    found = [sentence for sentence in [*found, tuple(rest)] if sentence]
    mended = mend(text, found, ABBREVIATIONS, whole_quotations=whole)
    covered = [(at, text[at]) for sentence in mended for token in sentence for at in range(token.start, token.end)]
    assert covered == [(at, text[at]) for token in words for at in range(token.start, token.end)]
    assert all(mended)
