"""Who says what in the texts of `points/spoken.txt`, where names are easily mistaken."""

from __future__ import annotations

import pytest

from kg import pipeline
from tests.extract.parses import documents, stages
from tests.extract.points import Case, tables

SPEAKERS = [
    ["Gubernur (Danu Prasojo)"],
    ["Bupati Tebo (Danu Prasojo)"],
    ["Suaminya (Rama Kartika)"],
    ["Presiden (Wibowo)", "Presiden (Wibowo)"],
    ["Sekda (Prasetyo)", "Bupati Tebo (Hendra Prasetyo)", "Sekda (Prasetyo)"],
    ["Kapolres Tebo (Rama Wijaya)"],
    ["Ketua KPU (Mochamad Afandi)"],
    ["Presiden (Wibowo)"],
    [],
    [],
    ["Camat Rengas (Rudi Saputra)"],
    [],
    ["Ketua RT 07 (Rudi Saputra)"],
    ["Kapolres Tebo"],
    ["Kepala BPBD Tebo (Danu Prasojo)"],
    ["Rudi Saputra"],
    ["Rudi Saputra"],
    ["Kepala Dinas Pasar Bima (Rudi Saputra)"],
    ["Direktur Perikanan (Pung Saksono Wijaya)"] * 3,
    ["Eko Wiranata", "Eko Wiranata", "Eko Baskoro"],
]


@pytest.mark.parametrize(
    ("case", "speakers"), [*zip(tables()["spoken"], SPEAKERS, strict=True)], ids=lambda one: getattr(one, "name", "")
)
def test_who_is_said_to_speak(case: Case, speakers: list[str]) -> None:
    found = pipeline.extract(documents()[case.name], stages()).statements
    assert [one.speaker.label if one.speaker else "" for one in found] == speakers
