"""The lexicon as a whole: complete, consistent, quick, and open to the user's own entries."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pyoxigraph
import pytest

from kg.errors import LexiconError
from kg.lexicon.files import lexicon_files, ontology_dir
from kg.lexicon.load import Lexicon, build, load
from kg.lexicon.names import ID, KG
from kg.lexicon.records import PlaceKind, Service

PREFIXES = """
@prefix kg: <https://w3id.org/perintah/ns#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix unit: <https://w3id.org/perintah/id/unit/> .
@prefix uk: <https://w3id.org/perintah/id/unit-kind/> .
@prefix rank: <https://w3id.org/perintah/id/rank/> .
@prefix words: <https://w3id.org/perintah/id/words/> .
"""


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


def own(tmp_path: Path, turtle: str) -> Path:
    file = tmp_path / "mine.ttl"
    file.write_text(PREFIXES + turtle, encoding="utf-8")
    return file


def test_files_are_those_of_the_ontology_without_the_shapes() -> None:
    names = {path.name for path in lexicon_files()}
    assert {"ranks-id.ttl", "posts-id.ttl", "units-id.ttl", "places-id.ttl", "words-id.ttl"} <= names
    assert "shapes.ttl" not in names
    assert (ontology_dir() / "shapes.ttl").exists()


def test_regions_are_complete_with_codes(lexicon: Lexicon) -> None:
    kinds = Counter(place.kind for place in lexicon.place_of.values())
    assert kinds[PlaceKind.PROVINCE] == 38
    assert kinds[PlaceKind.REGENCY] + kinds[PlaceKind.CITY] == 514
    assert kinds[PlaceKind.CITY] == 98
    codes = [place.code for place in lexicon.place_of.values() if place.code]
    assert len(codes) == len(set(codes)) == 38 + 514
    for place in lexicon.place_of.values():
        if place.kind in (PlaceKind.REGENCY, PlaceKind.CITY):
            province = lexicon.place_of[place.within]
            assert province.kind is PlaceKind.PROVINCE
            assert place.code.startswith(f"{province.code}.")
            assert place.districts, place.label
            assert (place.code[3] >= "7") == (place.kind is PlaceKind.CITY)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Sumsel", "16"),
        ("OKU Timur", "16.08"),
        ("Jaksel", "31.74"),
        ("Kabupaten Bogor", "32.01"),
        ("Kota Bogor", "32.71"),
        ("Raja Ampat", "96.03"),
        ("Maybrat", "96.05"),
        ("Pohuwato", "75.04"),
        ("Lubuklinggau", "16.73"),
        ("Nduga", "95.08"),
    ],
)
def test_codes(lexicon: Lexicon, name: str, code: str) -> None:
    assert [place.code for place in lexicon.places.exact(name)] == [code]


def test_every_regency_and_city_has_its_police(lexicon: Lexicon) -> None:
    family = lexicon.gazetteer.families[ID + "unit-kind/polres"]
    assert {iri.removeprefix(ID + "unit-kind/") for iri in family} == {
        "polres", "polresta", "polrestabes", "polres-metro",
    }  # fmt: skip
    for place in lexicon.place_of.values():
        if place.kind in (PlaceKind.REGENCY, PlaceKind.CITY):
            serving = [unit for kind in family for unit in lexicon.gazetteer.serving.get((kind, place.iri), ())]
            assert len(serving) == 1, place.label


def test_every_province_has_its_polda(lexicon: Lexicon) -> None:
    polda = [unit for unit in lexicon.unit_of.values() if unit.kind == ID + "unit-kind/polda"]
    assert len(polda) == 36
    served = Counter(
        place for unit in polda for place in unit.serves if lexicon.place_of[place].kind is PlaceKind.PROVINCE
    )
    assert len(served) == 38
    assert set(served.values()) == {1}


@pytest.mark.parametrize(
    ("unit", "above"),
    [
        ("polres-metro-bekasi", "polda-metro-jaya"),
        ("polres-metro-depok", "polda-metro-jaya"),
        ("polres-tangerang-selatan", "polda-metro-jaya"),
        ("polresta-tangerang", "polda-banten"),
        ("polres-bogor", "polda-jawa-barat"),
        ("polres-merauke", "polda-papua"),
        ("polres-jayawijaya", "polda-papua"),
        ("polres-nabire", "polda-papua-tengah"),
        ("polresta-barelang", "polda-kepulauan-riau"),
        ("korem-044", "kodam-sriwijaya"),
    ],
)
def test_units_stand_below(lexicon: Lexicon, unit: str, above: str) -> None:
    assert lexicon.unit_of[f"{ID}unit/{unit}"].above == (f"{ID}unit/{above}",)


def test_whatever_a_record_names_is_known(lexicon: Lexicon) -> None:
    known = {*lexicon.unit_of, *lexicon.unit_kind_of}
    for post in lexicon.post_kind_of.values():
        assert {*post.leads, *post.within} <= known, post.iri
    for kind in lexicon.unit_kind_of.values():
        assert set(kind.above) <= known, kind.iri
    for unit in lexicon.unit_of.values():
        assert unit.kind in lexicon.unit_kind_of, unit.iri
        assert set(unit.above) <= set(lexicon.unit_of), unit.iri
        assert set(unit.serves) <= set(lexicon.place_of), unit.iri
    for place in lexicon.place_of.values():
        assert not place.within or place.within in lexicon.place_of, place.iri


def test_records_have_labels_in_both_languages(lexicon: Lexicon) -> None:
    for table in (lexicon.rank_of, lexicon.post_kind_of, lexicon.unit_kind_of, lexicon.unit_of, lexicon.place_of):
        for record in table.values():
            assert record.label, record.iri
            assert record.label_en, record.iri
            assert record.label in record.forms


def test_units_have_no_cycle(lexicon: Lexicon) -> None:
    for start in lexicon.unit_of:
        seen, line = set(), [start]
        while line:
            unit = line.pop()
            assert unit not in seen or unit != start
            if unit not in seen:
                seen.add(unit)
                line += lexicon.unit_of[unit].above


@pytest.mark.parametrize(
    ("form", "service", "stars"),
    [
        ("Irjen Pol", Service.POLRI, 2),
        ("Komjen", Service.POLRI, 3),
        ("AKBP", Service.POLRI, 0),
        ("Mayjen TNI", Service.ARMY, 2),
        ("Laksda", Service.NAVY, 2),
        ("Marsma TNI", Service.AIR_FORCE, 1),
        ("Letkol", Service.TNI, 0),
    ],
)
def test_ranks(lexicon: Lexicon, form: str, service: Service, stars: int) -> None:
    assert [(rank.service, rank.stars) for rank in lexicon.ranks.exact(form)] == [(service, stars)]


def test_ranks_of_equal_order_have_equal_stars(lexicon: Lexicon) -> None:
    stars: dict[int, set[int]] = {}
    for rank in lexicon.rank_of.values():
        stars.setdefault(rank.order, set()).add(rank.stars)
    assert all(len(found) == 1 for found in stars.values())
    assert len([rank for rank in lexicon.rank_of.values() if rank.service is Service.POLRI]) == 22


def test_a_shared_form_gives_every_rank(lexicon: Lexicon) -> None:
    assert {rank.service for rank in lexicon.ranks.exact("Brigjen")} == {Service.POLRI, Service.ARMY}


def test_word_classes(lexicon: Lexicon) -> None:
    assert "(Inf)" in lexicon.words("corps")
    assert lexicon.words("words/corps") == lexicon.words("corps")
    with pytest.raises(LexiconError, match="no one word class is called 'nothing-of-the-kind'"):
        lexicon.words("nothing-of-the-kind")


def test_a_name_of_two_word_classes_must_say_which() -> None:
    turtle = (
        PREFIXES
        + "@prefix y: <https://example.org/y/> .\n"
        + 'words:same a kg:WordClass ; kg:form "a" .\ny:same a kg:WordClass ; kg:form "b" .'
    )
    lexicon = build([("one.ttl", turtle.encode())], owned=1)
    assert lexicon.words("y/same") == {"b"}
    with pytest.raises(LexiconError, match="say which: words/same, y/same"):
        lexicon.words("same")


def test_a_users_file_adds_an_entry(tmp_path: Path) -> None:
    file = own(
        tmp_path,
        'unit:bumn-maju a kg:Unit ; skos:prefLabel "Perusda Maju"@id ; kg:form "PD Maju" ; kg:unitKind uk:perusahaan .',
    )
    lexicon = load([file])
    assert [unit.label for unit in lexicon.units.exact("PD Maju")] == ["Perusda Maju"]
    assert len(lexicon.unit_of) == len(load().unit_of) + 1
    assert lexicon.sha256 != load().sha256


def test_a_users_file_replaces_an_entry_whole(tmp_path: Path) -> None:
    file = own(
        tmp_path,
        'rank:polri-brigadir a kg:Rank ; skos:prefLabel "Brigadir baru"@id ; kg:service "polri" ;\n'
        "    kg:seniority 9 ; kg:stars 0 .",
    )
    lexicon = load([file])
    assert lexicon.ranks.exact("Brigpol") == ()
    assert [rank.label for rank in lexicon.ranks.exact("Brigadir baru")] == ["Brigadir baru"]


@pytest.mark.parametrize(
    ("turtle", "message"),
    [
        ("rank:x a kg:Rank .", "skos:prefLabel in Indonesian is missing"),
        (
            'rank:x a kg:Rank ; skos:prefLabel "X"@id ; kg:service "scouts" .',
            "kg:service is 'scouts', not one of: polri",
        ),
        ("words:x a kg:WordClass .", "a word class needs kg:form"),
        ("unit:x a kg:Unit", "not Turtle"),
    ],
)
def test_a_users_mistake_is_named(tmp_path: Path, turtle: str, message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        load([own(tmp_path, turtle)])


def seconds(work: Callable[[], object]) -> float:
    """The processor time of the quickest of three runs."""
    found = []
    for _ in range(3):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


def test_loading_takes_a_small_multiple_of_the_parse() -> None:
    texts = [path.read_bytes() for path in lexicon_files()]
    parse = seconds(
        lambda: [sum(1 for _ in pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.TURTLE)) for text in texts]
    )
    assert seconds(load) < 15 * parse  # measured: 7; the parse takes 0.05 s


def test_loading_is_repeatable() -> None:
    assert load().sha256 == load().sha256


def test_entries_of_are_sorted_and_named(lexicon: Lexicon) -> None:
    iris = [entry.iri for entry in lexicon.entries_of(KG + "Rank", KG + "Title")]
    assert iris == sorted(iris)
    assert not any(iri.startswith("_:") for iri in iris)
    assert len(iris) > 150
