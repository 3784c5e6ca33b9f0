"""Who said it: every reporting cue of an article in order, with its speaker; a cue not listed must not be found."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.quotations import find_quotations
from kg.extract.statements import find_statements
from kg.lexicon.load import Lexicon, load
from kg.model import Reference, ReferenceKind, Span
from kg.resolve.discourse import Discourse, build_discourse
from tests.resolve.speech.cast import Role, body, cast_mentions, document, person

WIRYA = person(
    "Kapolda Jambi", "Wirya Anggada", "post: Kapolda Jambi", "person: Irjen Pol Wirya Anggada", "person: Wirya"
)
RATNO = person(
    "Kabid Propam",
    "Ratno Sudarmaji",
    "post: Kabid Propam Polda Jambi",
    "person: Kombes Pol Ratno Sudarmaji",
    "person: Ratno",
)
MELANI = person(
    "Ketua DPRD Jambi", "Melani Pertiwi", "post: Ketua DPRD Jambi", "person: Melani Pertiwi", "person: Melani"
)
SURYA = person("Wali Kota Metro", "Surya Handaka", "post: Wali Kota Metro", "person: Surya Handaka", "person: Surya")
YANTI = person(
    "Kepala DLH",
    "Yanti Oktarina",
    "post: Kepala Dinas Lingkungan Hidup Kota Metro",
    "person: Yanti Oktarina",
    "person: Yanti",
)
DARSONO = person(
    "Kasat Reskrim",
    "Darsono Wibawa",
    "post: Kasat Reskrim Polres Lamandau",
    "person: Iptu Darsono Wibawa",
    "person: Darsono",
)
HASNUL = person(
    "Juru bicara", "Hasnul Fikri", "post: Juru bicara Pemprov Bengkulu", "person: Hasnul Fikri", "person: Hasnul"
)
DIMAS = person("pengacara warga", "Dimas Prakoso", "person: Dimas Prakoso", "person: Dimas")
ENDAH = person("Kasi Humas", "Endah Lestari", "post: Kasi Humas", "person: Iptu Endah Lestari", "person: Endah")
TOGAR = person(
    "Danrem 042/Gapu",
    "Togar Sinambela",
    "post: Danrem 042",
    "post: Komandan Korem 042 / Garuda Putih",
    "person: Brigjen TNI Togar Sinambela",
)
ARFAN = person(
    "Ketua KNPI",
    "Arfan Maulana",
    "post: Ketua KNPI Jambi",
    "post: Ketua KNPI",
    "person: Arfan Maulana",
    "person: Arfan",
)
YANCE = person("petani", "Yance Wanma", "group: Petani", "person: Yance Wanma")
LUKAS = person(
    "Kapolres Sarmi", "Lukas Renyaan", "post: Kapolres Sarmi", "person: AKBP Lukas Renyaan", "post: Kapolres"
)
DEWAN = body("Dewan Etik", "unit: Dewan Etik")
RIMBA = person(
    "Ketua Dewan Etik Kolaka",
    "Rimba Laksana",
    "post: Ketua Dewan Etik Kolaka",
    "person: Rimba Laksana",
    "person: Rimba",
)
HERLAN = person("Camat Wundulako", "Herlan Tosepu", "post: Camat Wundulako", "person: Herlan Tosepu", "person: Herlan")
PESERTA = body("Perwakilan peserta", "group: Perwakilan peserta")
GALIH = person(
    "Kapolres Nunukan", "Galih Santosa", "post: Kapolres Nunukan", "person: AKBP Galih Santosa", "person: Galih"
)
BASO = person(
    "Ketua Nelayan Nunukan", "Baso Mappe", "post: Ketua Nelayan Nunukan", "person: Baso Mappe", "person: Baso"
)
UMAR = person(
    "Kepala Dinas Perikanan Nunukan",
    "Umar Daeng",
    "post: Kepala Dinas Perikanan Nunukan",
    "person: Umar Daeng",
    "person: Umar",
)
OTHERS = (
    person("Bupati Nunukan", "Rahmi Dewanti", "post: Bupati Nunukan", "person: Rahmi Dewanti"),
    person("Kapolda Kaltara", "Tirta Wijaya", "post: Kapolda Kaltara", "person: Irjen Tirta Wijaya"),
)
SAVERIUS = person(
    "Dandim Ende",
    "Saverius Mbipi",
    "post: Dandim Ende",
    "post: Komandan Kodim 1602 / Ende",
    "person: Letkol Inf Saverius Mbipi",
    "person: Saverius",
)
YOHANA = person(
    "Kepala Desa Nangaba", "Yohana Rewa", "post: Kepala Desa Nangaba", "person: Yohana Rewa", "person: Yohana"
)
DEKI = person("Camat Tomohon", "Deki Waworuntu", "post: Camat Tomohon", "person: Deki Waworuntu", "person: Deki")
JAROT = person(
    "Danramil Kubu", "Jarot Munandar", "post: Danramil Kubu", "person: Kapten Inf Jarot Munandar", "person: Jarot"
)
KADES = person("Kades Sungai Rengas", "", "post: Kades Sungai Rengas")
WULAN = person(
    "Wakil Ketua Koperasi Tani Rengas",
    "Wulan Maheswari",
    "post: Wakil Ketua Koperasi Tani Rengas",
    "person: Wulan Maheswari",
)
RATIH = person("petambak", "Ratih Saraswati", "person: Ratih Saraswati")
GUNADI = person("Bupati", "Gunadi Atmaja", "post: Bupati", "person: Gunadi Atmaja")
HARTONO = person(
    "Kepala Pasar Lama", "Hartono Wibisana", "post: Kepala Pasar Lama", "person: Hartono Wibisana", "person: Hartono"
)
PASAR = (
    HARTONO,
    body("Pedagang", "group: Pedagang"),
    body("Paguyuban", "group: Paguyuban pedagang", "group: Paguyuban"),
    body("Satpol PP", "unit: Satpol PP"),
    body("Polsek Pasar Lama", "unit: Polsek Pasar Lama"),
)

ARTICLES: dict[str, tuple[tuple[Role, ...], list[tuple[str, str | None]]]] = {
    "orders_chain": (
        (WIRYA, RATNO, MELANI, person("", "Gubernur", "post: Gubernur")),
        [
            ("Tegaskan", "Wirya Anggada"),
            ("mengatakan", "Wirya Anggada"),
            ("ujarnya", "Wirya Anggada"),
            ("menambahkan", "Wirya Anggada"),
            ("Menurut", "Wirya Anggada"),
            ("dibenarkan", "Ratno Sudarmaji"),
            ("menjelaskan", "Ratno Sudarmaji"),
            ("kata", "Ratno Sudarmaji"),
            ("imbuhnya", "Ratno Sudarmaji"),
            ("tutur", "Melani Pertiwi"),
            ("Dikatakannya", "Melani Pertiwi"),
            ("kata", "Melani Pertiwi"),
        ],
    ),
    "paragraphs": (
        (SURYA, YANTI),
        [
            ("ungkap", "Surya Handaka"),
            ("menurutnya", "Surya Handaka"),
            ("Ditambahkan", "Surya Handaka"),
            ("disampaikan", "Yanti Oktarina"),
            ("jelas", "Yanti Oktarina"),
        ],
    ),
    "false_friends": (
        (
            DARSONO,
            body("Polres Lamandau", "unit: Polres Lamandau"),
            body("Polisi", "group: Polisi"),
            body("Warga", "group: Warga"),
        ),
        [("mengungkapkan", "Polisi"), ("menegaskan", "Darsono Wibawa")],
    ),
    "spokesman": (
        (HASNUL, DIMAS, ENDAH, person("Gubernur Bengkulu", "", "post: Gubernur Bengkulu", "post: Gubernur")),
        [
            ("membantah", "Hasnul Fikri"),
            ("mengaku", "Hasnul Fikri"),
            ("kata", "Hasnul Fikri"),
            ("lanjut", "Hasnul Fikri"),
            ("menyebut", "Dimas Prakoso"),
            ("tegas", "Dimas Prakoso"),
            ("mengatakan", "Endah Lestari"),
            ("ujar", "Endah Lestari"),
        ],
    ),
    "headline": (
        (TOGAR, ARFAN, body("Polisi", "group: Polisi")),
        [
            ("Sebut", "Togar Sinambela"),
            ("tegaskan", "Togar Sinambela"),
            ("kata", "Togar Sinambela"),
            ("berujar", "Arfan Maulana"),
            ("serunya", "Arfan Maulana"),
            ("sambung", "Arfan Maulana"),
            ("diungkapkannya", "Arfan Maulana"),
        ],
    ),
    "hearing": (
        (DEWAN, RIMBA, HERLAN, PESERTA),
        [
            ("kata", "Dewan Etik"),
            ("imbuhnya", "Dewan Etik"),
            ("membantah", "Perwakilan peserta"),
            ("mengatakan", "Rimba Laksana"),
            ("bertanya", "Rimba Laksana"),
            ("ujarmya", "Rimba Laksana"),
            ("mengaku", "Herlan Tosepu"),
            ("sahut", "Herlan Tosepu"),
            ("tulis", "akun palsu atas nama camat"),
            ("cerita", "seorang pedagang pasar"),
        ],
    ),
    "embedded": (
        (GALIH, BASO, UMAR, *OTHERS),
        [
            ("menambahkan", "Galih Santosa"),
            ("menuturkan", "Galih Santosa"),
            ("membantah", "Galih Santosa"),
            ("menyebut", "Baso Mappe"),
            ("ujarnya", "Galih Santosa"),
            ("kata", "Galih Santosa"),
            ("menyatakan", "Galih Santosa"),
            ("menjelaskan", "Galih Santosa"),
            ("keluhnya", "Baso Mappe"),
            ("menyampaikan", "Umar Daeng"),
            ("lanjut", "Umar Daeng"),
        ],
    ),
    "fronted": (
        (SAVERIUS, YOHANA, person("Bupati", "", "post: Bupati")),
        [
            ("Ingatkan", "Saverius Mbipi"),
            ("mengingatkan", "Saverius Mbipi"),
            ("sampaikan", "Saverius Mbipi"),
            ("kata", "Saverius Mbipi"),
            ("mengaku", None),
            ("menilai", "Yohana Rewa"),
            ("puji", "Yohana Rewa"),
            ("menuding", "Yohana Rewa"),
            ("menurut", "Yohana Rewa"),
        ],
    ),
    "unlisted": (
        (DEKI, body("pemilik kafe", "group: Pemilik Kafe")),
        [
            ("sembur", "Deki Waworuntu"),
            ("gerutunya", "Deki Waworuntu"),
            ("dengusnya", "Deki Waworuntu"),
            ("rintih", "pemilik kafe"),
        ],
    ),
    "bare_post": (
        (YANCE, LUKAS, person("Kasat Intelkam Polres Biak", "", "former: Mantan Kasat Intelkam Polres Biak")),
        [
            ("mengaku", "Yance Wanma"),
            ("tuturnya", "Yance Wanma"),
            ("menyatakan", "Lukas Renyaan"),
            ("pesan", "Lukas Renyaan"),
            ("mengatakan", "Lukas Renyaan"),
            ("menambahkan", "Lukas Renyaan"),
            ("pungkasnya", "Lukas Renyaan"),
        ],
    ),
    "described": (
        (JAROT, KADES, WULAN, RATIH, GUNADI),
        [
            ("Sebut", "Kades Sungai Rengas"),
            ("katanya", "Jarot Munandar"),
            ("kata", "Jarot Munandar"),
            ("mengatakan", "Jarot Munandar"),
            ("ucapnya", "Wulan Maheswari"),
            ("mengatakan", "Ratih Saraswati"),
            ("mengaku", "Ratih Saraswati"),
            ("keluh", "Ratih Saraswati"),
            ("sahut", "sang perekam video"),
            ("ucap", "seorang penjaga berbaju loreng"),
        ],
    ),
    "several": (
        PASAR,
        [
            ("disampaikan", "Hartono Wibisana"),
            ("kata", "Hartono Wibisana"),
            ("mengatakan", "Paguyuban"),
            ("mengaku", None),
            ("menyatakan", "Polsek Pasar Lama"),
            ("ujarnya", "@kioslama77"),
            ("membantah", "Hartono Wibisana"),
            ("tulisnya", "Hartono Wibisana"),
            ("tuturnya", "Hartono Wibisana"),
            ("menyebut", "Hartono Wibisana"),
        ],
    ),
}


@cache
def loaded() -> Lexicon:
    return load()


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return loaded()


def discourse(name: str, lexicon: Lexicon) -> Discourse:
    article = document(name)
    mentions, entities = cast_mentions(article, ARTICLES[name][0])
    quotations = find_quotations(article)
    reports = find_statements(article, mentions, quotations, lexicon)
    return build_discourse(article, mentions, entities, quotations, reports, lexicon)


@pytest.mark.parametrize("name", ARTICLES)
def test_cues_and_speakers(name: str, lexicon: Lexicon) -> None:
    found = discourse(name, lexicon)
    text = found.document.article.text
    said = [
        (statement.cue.of(text), (statement.speaker.person or statement.speaker.office) if statement.speaker else None)
        for statement in found.statements()
    ]
    assert said == ARTICLES[name][1]


# (article, words that the reference spans, how it points, who is meant)
REFERENCES = [
    ("orders_chain", "laporkan", ReferenceKind.QUOTE_SPEAKER, "Wirya Anggada"),
    ("orders_chain", "Kami punya", ReferenceKind.FIRST_PERSON, "Wirya Anggada"),
    ("orders_chain", "Kami turun", ReferenceKind.FIRST_PERSON, "Ratno Sudarmaji"),
    ("orders_chain", "Hasilnya dilaporkan", ReferenceKind.PASSAGE_SPEAKER, "Ratno Sudarmaji"),
    ("orders_chain", "sanksi sudah", ReferenceKind.FIRST_PERSON, "Wirya Anggada"),
    ("orders_chain", "dewan siap", ReferenceKind.PASSAGE_SPEAKER, "Melani Pertiwi"),
    ("paragraphs", "Sampah itu", ReferenceKind.QUOTE_SPEAKER, "Surya Handaka"),
    ("paragraphs", "Saya tidak", ReferenceKind.FIRST_PERSON, "Surya Handaka"),
    ("paragraphs", "kita juga", ReferenceKind.FIRST_PERSON, "Surya Handaka"),
    ("paragraphs", "Gerobaknya", ReferenceKind.QUOTE_SPEAKER, "Yanti Oktarina"),
    ("paragraphs", "datang minggu", ReferenceKind.QUOTE_SPEAKER, "Yanti Oktarina"),
    ("spokesman", "beliau", ReferenceKind.PRONOUN, "Gubernur Bengkulu"),
    ("spokesman", "Pelakunya harus", ReferenceKind.QUOTE_SPEAKER, "Dimas Prakoso"),
    ("spokesman", "Kami minta", ReferenceKind.FIRST_PERSON, "Endah Lestari"),
    ("headline", "pihaknya", ReferenceKind.FIRST_PERSON, "Arfan Maulana"),
    ("headline", "Mereka", ReferenceKind.PRONOUN, None),
    ("bare_post", "Jangan", ReferenceKind.QUOTE_SPEAKER, "Lukas Renyaan"),
    ("bare_post", "Kami jaga", ReferenceKind.FIRST_PERSON, "Lukas Renyaan"),
    ("bare_post", "Seorang petani", ReferenceKind.PASSAGE_SPEAKER, None),
    ("false_friends", "Polres Lamandau mengungkap", ReferenceKind.NONE, None),
    ("several", "Diminta Pindah", ReferenceKind.PASSAGE_SPEAKER, "Hartono Wibisana"),
    ("several", "diminta mengosongkan", ReferenceKind.PASSAGE_SPEAKER, "Hartono Wibisana"),
    ("several", "Mereka mengaku", ReferenceKind.PRONOUN, None),
    ("several", "Mereka menyatakan", ReferenceKind.PRONOUN, "Polsek Pasar Lama"),
    ("described", "Kami pinjamkan", ReferenceKind.FIRST_PERSON, "Jarot Munandar"),
    ("described", "Minta Bantuan", ReferenceKind.PASSAGE_SPEAKER, "Kades Sungai Rengas"),
    ("fronted", "Ingatkan", ReferenceKind.PASSAGE_SPEAKER, "Saverius Mbipi"),
]


@pytest.mark.parametrize(("name", "words", "kind", "expected"), REFERENCES)
def test_references(name: str, words: str, kind: ReferenceKind, expected: str | None, lexicon: Lexicon) -> None:
    found = discourse(name, lexicon)
    start = found.document.article.text.index(words)
    first = words.split()[0]
    sentence = next(entry.index for entry in found.document.sentences if entry.span.start <= start < entry.span.end)
    agent = found.agent(Reference(kind, Span(start, start + len(first)), None, sentence))
    assert (agent and (agent.person or agent.office)) == expected
    assert agent is None or agent.reasons


# (article, cue, what is reported)
CONTENTS = [
    ("orders_chain", "mengatakan", ["pos mudik di wilayahnya tidak boleh memungut biaya apa pun"]),
    (
        "orders_chain",
        "ujarnya",
        [
            "Kalau ada anggota yang meminta uang, laporkan kepada saya. "
            "Kami punya nomor pengaduan yang aktif siang malam,"
        ],
    ),
    ("orders_chain", "menambahkan", ["sanksi sudah disiapkan"]),
    ("orders_chain", "Menurut", ["pengawasan dilakukan oleh tim dari Propam"]),
    ("orders_chain", "dibenarkan", ["Menurut dia, pengawasan dilakukan oleh tim dari Propam."]),
    ("orders_chain", "imbuhnya", ["Kami turun diam-diam,", "Hasilnya dilaporkan tiap malam,"]),
    ("orders_chain", "Dikatakannya", ["dewan siap mengawal"]),
    ("paragraphs", "Ditambahkan", ["pemerintah kota menyiapkan seratus gerobak baru"]),
    ("paragraphs", "disampaikan", ["Ditambahkan, pemerintah kota menyiapkan seratus gerobak baru."]),
    ("spokesman", "lanjut", ["Kabar itu", "muncul di grup percakapan warga, katanya dari akun palsu"]),
    ("fronted", "mengingatkan", ["batas hutan sudah dipasang sejak Maret"]),
    ("fronted", "kata", ["Bupati menekankan,"]),
    ("headline", "Sebut", ["Ada Lima Titik Api, Ketua KNPI Desak Polisi Ungkap Pelakunya"]),
    ("headline", "diungkapkannya", ['"Mereka harus ditangkap," sambung Arfan lagi.']),
]


@pytest.mark.parametrize(("name", "cue", "expected"), CONTENTS)
def test_contents(name: str, cue: str, expected: list[str], lexicon: Lexicon) -> None:
    found = discourse(name, lexicon)
    text = found.document.article.text
    statement = next(one for one in found.statements() if one.cue.of(text) == cue)
    assert [" ".join(span.of(text).split()) for span in statement.content] == expected
    assert statement.sentence.covers(statement.cue)


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_any_selection_of_sentences(data: st.DataObject) -> None:
    """Sentences lost or in any order of articles: every answer lies in the text, and asking twice answers the same."""
    name = data.draw(st.sampled_from(sorted(ARTICLES)))
    whole = document(name)
    kept = data.draw(st.lists(st.booleans(), min_size=len(whole.sentences), max_size=len(whole.sentences)))
    chosen = [sentence for sentence, keep in zip(whole.sentences, kept, strict=True) if keep]
    part = replace(whole, sentences=tuple(replace(sentence, index=index) for index, sentence in enumerate(chosen)))
    lexicon = loaded()
    mentions, entities = cast_mentions(part, ARTICLES[name][0])
    quotations = find_quotations(part)
    reports = find_statements(part, mentions, quotations, lexicon)
    found = build_discourse(part, mentions, entities, quotations, reports, lexicon)
    assert len(found.speakers) == len(reports)
    assert len(found.quoted) == len(quotations)
    for statement in found.statements():
        assert statement.sentence.covers(statement.cue)
        assert statement.speaker is None or (statement.speaker.label and statement.speaker.reasons)
    for sentence in part.sentences:
        first = sentence.words[0].span
        for kind in ReferenceKind:
            reference = Reference(kind, first, 0 if mentions else None, sentence.index)
            assert found.agent(reference) == found.agent(reference)
            found.speaker_at(first)
    again = build_discourse(part, mentions, entities, quotations, reports, lexicon)
    assert again.statements() == found.statements()
