"""Entities: who is who within the short articles."""

from __future__ import annotations

import pytest

from kg.extract.mentions import find_mentions
from kg.model import Entity, Mention, MentionKind
from kg.resolve.entities import link_entities
from kg.resolve.entities_persons import close, persons
from tests.extract.mention_parses import documents, lexicon


def linked(name: str) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    document = documents()[name]
    mentions = find_mentions(document, lexicon())
    return mentions, link_entities(document, mentions, lexicon())


@pytest.mark.parametrize(
    ("name", "person", "office", "texts"),
    [
        (
            "police chief",
            "Bram Sadewa",
            "Kapolda Lampung",
            ["Kapolda Lampung", "Irjen Pol Bram Sadewa, S.I.K., M.H.", "Bram", "Kapolda"],
        ),
        (
            "behind",
            "Gilar Nandana",
            "Kasi Humas Polres Sragen",
            ["Iptu Gilar Nandana", "Kasi Humas Polres Sragen", "Gilar"],
        ),
        ("acting", "Yosafat Kogoya", "Pj Gubernur Papua Tengah", ["Pj. Gubernur Papua Tengah", "Yosafat Kogoya"]),
        (
            "former",
            "Surya Dananjaya",
            "Kadiv Humas Polri",
            ["Kadiv Humas Polri", "Irjen Surya Dananjaya", "Mantan Kapolda Bengkulu"],
        ),
        ("handover", "Retno Palupi", "Kapolsek Godean", ["Kapolsek Godean", "AKP Retno Palupi"]),
        ("handover", "Tomi Wardana", "", ["Kompol Tomi Wardana"]),
        (
            "headline",
            "Novan Sadhewa",
            "Kapolres Bantul",
            ["Kapolres Bantul", "Kapolres Bantul", "AKBP Novan Sadhewa", "Novan"],
        ),
        ("nickname", "Basri Tanuwijaya", "Gubernur nonaktif Sulawesi Barat", None),
        ("bare unit", "Danu Wirawan", "Kapolres Klaten", ["Kapolres", "AKBP Danu Wirawan"]),
        ("introduction", "Benhur", "Kapolda Maluku", ["Kapolda Maluku", "Benhur"]),
        ("affiliation", "Rusdiman", "Perum Bulog", ["Rusdiman"]),
        ("roles", "Hotasi Damanik", "Kuasa hukum keluarga korban", ["Kuasa hukum keluarga korban", "Hotasi Damanik"]),
    ],
)
def test_persons_with_their_posts(name: str, person: str, office: str, texts: list[str] | None) -> None:
    mentions, entities = linked(name)
    (entity,) = [entity for entity in entities if entity.person == person]
    assert entity.office == office
    if texts is not None:
        assert [mentions[at].text for at in entity.mentions] == texts


def test_a_bare_title_with_two_holders_is_nobodys() -> None:
    mentions, entities = linked("two of a kind")
    bare = next(at for at, mention in enumerate(mentions) if mention.text == "Kapolres")
    (entity,) = [entity for entity in entities if bare in entity.mentions]
    assert (entity.person, entity.mentions) == ("", (bare,))


def test_posts_in_the_plural_have_no_holder() -> None:
    mentions, entities = linked("groups")
    plural = [at for at, mention in enumerate(mentions) if mention.quantifier and mention.kind is MentionKind.POST]
    assert len(plural) == 2
    for at in plural:
        (entity,) = [entity for entity in entities if at in entity.mentions]
        assert (entity.person, len(entity.mentions)) == ("", 1)


def test_a_nickname_is_the_same_person() -> None:
    mentions, entities = linked("nickname")
    (entity,) = [entity for entity in entities if entity.kind is MentionKind.PERSON]
    assert entity.names == ("Basri Tanuwijaya", "Bas")
    assert [mentions[at].text for at in entity.mentions][-1] == "Bas"


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("nickname before the name", [("Hardi Kenanga", "Ken")]),
        ("nickname pointing back", [("Raka Wardhana Oktarian", "Okta")]),
        ("nickname of whom nobody speaks", [("Iwan Karnadi", "Iwan"), ("Ahmad Herlangga", "Aher")]),
        ("nickname behind the name", [("Armudi Wijaya", "Di")]),
        ("nickname of his own", [("Budi Hermanto", "Buher")]),
        ("called by a title", [("Gus Yafi", "Yafi"), ("Arman Yusuf",)]),
        ("called somebody", [("Samsul Ucokman", "Samsul"), ("Cokman",)]),  # an officer and a suspect
        ("wife with her husband's name", [("Sugiyanto Sabrang", "Sugiyanto"), ("Ivana Sugiyanto Sabrang", "Ivana")]),
        ("wife of one name", [("Jakawi",), ("Iriani Jakawi",)]),
        ("short name with a bare title", [("Thoriqul Hakima", "Thoriq")]),
        ("short name of two", [("Thoriqul Hakima",), ("Thoriqman",), ("Thoriq",)]),
        ("beginning of a name", [("Rudiyanto", "Rudi")]),
        ("beginning of two names", [("Rudiyanto Wijaya",), ("Rudihartono Saputra",), ("Rudi",)]),
        ("suspect of a like name", [("Rudiyanto",), ("Rudi",)]),
        ("officer of a like name", [("Rudiyanto",), ("Rudi",)]),
        ("called by the police", [("Rama Wijaya",), ("Surya Dananjaya",)]),
    ],
)
def test_what_persons_are_called(name: str, names: list[tuple[str, ...]]) -> None:
    _, entities = linked(name)
    assert [entity.names for entity in entities if entity.kind is MentionKind.PERSON] == names


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("one of a village", ["Salah satu warga Desa Woha", "Budi Santana", "Budi"]),
        ("one of a village without a comma", ["Seorang warga Desa Karang Anyar", "Budi Santoso"]),
        ("from a village", ["Budi Santoso", "warga Desa Woha"]),
        ("student from a town", ["Budi Santoso", "mahasiswa asal Jombang"]),
        ("villagers beside a speaker", ["Budi Santoso"]),
        ("villagers in a list", ["Camat", "Rama Wijaya"]),
        ("for villagers", ["Budi Santoso"]),
        ("many villagers", ["Budi Santoso"]),
        ("observer of a university", ["Pengamat politik", "Arlan Kusmana", "pengamat"]),
        ("any observer", ["Pengamat politik", "Arlan Kusmana"]),
        ("name and party in a headline", ["Dolly Golkar", "Ketua Komisi II DPR", "Ahmad Dolly Kurniawansa"]),
        ("name and party without a verb", ["Dolly", "Ketua Komisi II DPR", "Ahmad Dolly Kurniawansa"]),
    ],
)
def test_descriptions_of_persons_are_their_mentions(name: str, texts: list[str]) -> None:
    mentions, entities = linked(name)
    person = next(entity for entity in entities if entity.kind is MentionKind.PERSON)
    assert [mentions[at].text for at in person.mentions] == texts


@pytest.mark.parametrize(
    ("name", "office", "count"),
    [("units", "Badan Nasional Penanggulangan Bencana", 2), ("bare unit", "Polres Klaten", 2)],
)
def test_units_and_their_short_forms(name: str, office: str, count: int) -> None:
    _, entities = linked(name)
    (entity,) = [entity for entity in entities if entity.kind is MentionKind.UNIT and entity.office == office]
    assert len(entity.mentions) == count


@pytest.mark.parametrize("name", sorted(documents()))
def test_every_mention_but_a_pronoun_is_of_one_entity(name: str) -> None:
    mentions, entities = linked(name)
    covered = sorted(at for entity in entities for at in entity.mentions)
    assert covered == [at for at, mention in enumerate(mentions) if mention.kind is not MentionKind.PRONOUN]
    assert [entity.index for entity in entities] == list(range(len(entities)))
    assert [min(entity.mentions) for entity in entities] == sorted(min(entity.mentions) for entity in entities)


@pytest.mark.parametrize(
    ("names", "numbers"),
    [
        (["Bram Sadewa", "Bram", "Sadewa"], (0, 0, 0)),
        (["Bram", "Bram Sadewa"], (0, 0)),
        (["Matius D Fakri", "Matius Fakri", "Matius D. Fakri"], (0, 0, 0)),
        (["Ade Syam Indardi", "Ade Syam Indradi"], (0, 0)),
        (["Agus Salim", "Agus Nirwana", "Agus"], (0, 1, 2)),
        (["Agus Salim", "Salim Agung", "Salim"], (0, 1, 1)),
        (["Budi Santoso", "Budi Susanto"], (0, 1)),
        (["Budi Prajogo", "Budi Prajoho", "Budi"], (0, 0, 0)),
        (["Andika Hendra", "Andika Hendri"], (0, 1)),
        (["A Rahman", "B Rahman"], (0, 1)),
        (["Sri", "Sinta"], (0, 1)),
        ([], ()),
    ],
)
def test_names_of_one_person(names: list[str], numbers: tuple[int, ...]) -> None:
    assert persons(names, {}) == numbers


def test_an_alias_goes_with_its_bearer() -> None:
    assert persons(["Basri Tanuwijaya", "Bas", "Bas", "Bastian"], {1: 0}) == (0, 0, 0, 1)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("indardi", "indradi", True),
        ("kamarudin", "kamaruddin", True),
        ("dedi", "dedy", True),
        ("soedjono", "sujono", True),
        ("fajar", "fadjar", True),
        ("yadi", "jadi", False),
        ("hendra", "hendri", False),
    ],
)
def test_slips_of_spelling(one: str, other: str, same: bool) -> None:
    assert close(one, other) is same
