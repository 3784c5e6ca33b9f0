"""Tenures: who holds or held which post, by the short articles."""

from __future__ import annotations

import pytest

from kg.extract.mentions import find_mentions
from kg.extract.tenures import find_tenures
from kg.model import Tenure
from kg.resolve.entities import link_entities
from tests.extract.mention_parses import documents, lexicon

Held = tuple[str, str, str, bool]  # person, office, rank, former

TENURES: dict[str, list[Held]] = {
    "police chief": [("Bram Sadewa", "Kapolda Lampung", "Irjen Pol", False)],
    "behind": [("Gilar Nandana", "Kasi Humas Polres Sragen", "Iptu", False)],
    "abbreviated": [
        ("Arga Wicaksana", "Menteri Koordinator Bidang Politik dan Keamanan", "", False),
        ("Rania Putri", "Direktur Eksekutif Lembaga Pemantau Demokrasi Nusantara", "", False),
    ],
    "acting": [
        ("Yosafat Kogoya", "Pj Gubernur Papua Tengah", "", False),
        ("Danar Prakosa", "Plt Kepala Dinas Kesehatan Kota Solo", "", False),
    ],
    "former": [
        ("Surya Dananjaya", "Kadiv Humas Polri", "Irjen", False),
        ("Surya Dananjaya", "Kapolda Bengkulu", "", True),
        ("Wahyu Adiguna", "Kapolri", "Jenderal", True),
    ],
    "removed": [
        ("Reno Hardika", "Kapolres Bima", "AKBP", True),
        ("Lalu Samsul", "Kapolsek Woha", "AKP", True),
    ],
    "handover": [
        ("Retno Palupi", "Kapolsek Godean", "AKP", False),
        ("Tomi Wardana", "Kapolsek Godean", "Kompol", True),
        ("Sinta Dewanti", "Kapolsek Gamping", "Iptu", False),
        ("Jaka Umbara", "Kapolsek Gamping", "AKP", True),
    ],
    "holding": [
        ("Bayu Segara", "Ketua DPC Partai Demokrat Ngawi", "", False),
        ("Bayu Segara", "Wakil Ketua DPRD Ngawi", "", False),
        ("Tirta Wangsa", "Kabid Humas Polda Bali", "Kombes Pol", False),
    ],
    "list": [
        ("Gerry Pausa", "Bupati Kaur", "", False),
        ("Yana Ferdian", "Kapolres Kaur", "AKBP", False),
        ("Mira Santosa", "Ketua KPU Kaur", "", False),
    ],
    "place between": [("Gerry Pausa", "Bupati Kaur", "", False)],
    "capitals": [("Krisna Abimanyu", "Kapolda Jambi", "Irjen", False)],
    "roles": [("Adit Mahesa", "Juru bicara Presiden", "", False)],
    "candidate": [],
    "groups": [],
    "bare unit": [("Danu Wirawan", "Kapolres Klaten", "AKBP", False)],
    "introduction": [("Benhur", "Kapolda Maluku", "", False)],
    "career": [
        ("Dewa Sasmita", "Karo SDM Polda Jambi", "", True),
        ("Dewa Sasmita", "Wakapolri", "", False),
        ("Listya Prabawa", "Kapolri", "Jenderal", False),
    ],
    "deputy": [("Jati Ardana", "Wakil Menteri Sekretaris Negara", "", False)],
    "brand": [],
    "nickname": [("Basri Tanuwijaya", "Gubernur nonaktif Sulawesi Barat", "", False)],
}


def tenures_of(name: str) -> tuple[Tenure, ...]:
    document = documents()[name]
    mentions = find_mentions(document, lexicon())
    return find_tenures(document, mentions, link_entities(document, mentions, lexicon()), lexicon())


@pytest.mark.parametrize("name", TENURES)
def test_tenures(name: str) -> None:
    found = [(tenure.person, tenure.office, tenure.rank, tenure.former) for tenure in tenures_of(name)]
    assert sorted(found) == sorted(TENURES[name])


def test_evidence_is_the_mention_of_the_post() -> None:
    (tenure,) = tenures_of("police chief")
    assert tenure.evidence.of(documents()["police chief"].article.text) == "Kapolda Lampung"


def test_a_tenure_leads_to_its_entity() -> None:
    document = documents()["former"]
    mentions = find_mentions(document, lexicon())
    entities = link_entities(document, mentions, lexicon())
    for tenure in find_tenures(document, mentions, entities, lexicon()):
        assert tenure.entity is not None
        assert entities[tenure.entity].person == tenure.person
