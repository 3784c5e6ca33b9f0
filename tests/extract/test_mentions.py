"""Finding mentions: what each short article names, what it must not, and what holds for any words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.mentions import find_mentions
from kg.model import Article, CleanText, Document, Mention, MentionKind, OffsetMap, Sentence, Span, Word
from tests.extract.mention_parses import documents, lexicon

Found = tuple[str, str, str]  # kind, text, and the name, office or unit that was read from it

FOUND: dict[str, list[Found]] = {
    "body or person behind a verb of saying": [
        ("unit", "JKRM", "JKRM"),
        ("person", "RSW", "RSW"),
        ("person", "SUGENG", "SUGENG"),
    ],
    "given name that is a place": [
        ("person", "Bandung Prasaja Wiguna", "Bandung Prasaja Wiguna"),
        ("person", "Bandung", "Bandung"),
        ("person", "Bima Surya Wijaya", "Bima Surya Wijaya"),
        ("place", "Bandung", ""),
        ("person", "Bima", "Bima"),
    ],
    "common noun as given name": [
        ("person", "Hari Wicaksana", "Hari Wicaksana"),
        ("person", "Hari", "Hari"),
        ("post", "Lurah Sidorejo", "Lurah Sidorejo"),
    ],
    "number on the ballot": [
        ("group", "Paslon nomor urut dua", ""),
        ("person", "Rama Wijaya", "Rama Wijaya"),
        ("post", "calon bupati nomor urut empat", "calon bupati nomor urut empat"),
    ],
    "police chief": [
        ("post", "Kapolda Lampung", "Kapolda Lampung"),
        ("person", "Irjen Pol Bram Sadewa, S.I.K., M.H.", "Bram Sadewa"),
        ("group", "seluruh personel Polres Pringsewu", "Polres Pringsewu"),
        ("pronoun", "Kami", ""),
        ("person", "Bram", "Bram"),
        ("place", "Mapolda Lampung", ""),
        ("post", "Kapolda", "Kapolda"),
        ("pronoun", "ia", ""),
        ("operation", "Operasi Lilin Krakatau 2024", ""),
    ],
    "comma": [
        ("post", "Kapolres Metro Jakarta Barat", "Kapolres Metro Jakarta Barat"),
        ("person", "Kombes Pol Yoga Tirtana", "Yoga Tirtana"),
        ("post", "Kasat Reskrim Polres Metro Jakarta Barat", "Kasat Reskrim Polres Metro Jakarta Barat"),
        ("person", "AKBP Lestari Widuri", "Lestari Widuri"),
    ],
    "minister": [
        ("post", "Menteri Kelautan dan Perikanan", "Menteri Kelautan dan Perikanan"),
        ("person", "Sekar Maheswari", "Sekar Maheswari"),
        ("post", "Gubernur Jawa Barat", "Gubernur Jawa Barat"),
        ("person", "Rangga Wiraguna", "Rangga Wiraguna"),
        ("post", "Sekjen Kementerian Pertanian", "Sekjen Kementerian Pertanian"),
        ("person", "Bimo Kertapati", "Bimo Kertapati"),
    ],
    "abbreviated": [
        ("post", "Menteri Koordinator Bidang Politik dan Keamanan", "Menteri Koordinator Bidang Politik dan Keamanan"),
        ("post", "Menko Polkam", "Menko Polkam"),
        ("person", "Arga Wicaksana", "Arga Wicaksana"),
        (
            "post",
            "Direktur Eksekutif Lembaga Pemantau Demokrasi Nusantara (LPDN)",
            "Direktur Eksekutif Lembaga Pemantau Demokrasi Nusantara",
        ),
        ("person", "Rania Putri", "Rania Putri"),
    ],
    "acting": [
        ("post", "Pj. Gubernur Papua Tengah", "Gubernur Papua Tengah"),
        ("person", "Yosafat Kogoya", "Yosafat Kogoya"),
        ("post", "Plt Kepala Dinas Kesehatan Kota Solo", "Kepala Dinas Kesehatan Kota Solo"),
        ("person", "Danar Prakosa", "Danar Prakosa"),
    ],
    "list": [
        ("post", "Bupati Kaur", "Bupati Kaur"),
        ("post", "Kapolres Kaur", "Kapolres Kaur"),
        ("post", "Dandim 0408/Bengkulu Selatan", "Dandim 0408/Bengkulu Selatan"),
        ("post", "Ketua KPU Kaur", "Ketua KPU Kaur"),
        ("person", "Mira Santosa", "Mira Santosa"),
    ],
    "groups": [
        ("post", "jajaran Kapolres", "Kapolres"),
        ("post", "para Kapolsek", "Kapolsek"),
        ("group", "Seluruh masyarakat Kota Metro", ""),
        ("group", "orang tua", ""),
        ("group", "pengguna jalan tol", ""),
        ("group", "Petugas jaga gudang", ""),
        ("group", "anggotanya", ""),
    ],
    "units": [
        ("unit", "KPU OKU Timur", "KPU OKU Timur"),
        ("unit", "Bawaslu RI", "Bawaslu RI"),
        ("unit", "Polres/ta", "Polres/ta"),
        ("unit", "Satgas Pangan Polri", "Satgas Pangan Polri"),
        ("unit", "Badan Nasional Penanggulangan Bencana (BNPB)", "Badan Nasional Penanggulangan Bencana"),
    ],
    "laws": [
        ("law", "Pasal 280 ayat (2) UU No. 7 Tahun 2017 tentang Pemilu", ""),
        ("election", "Pilkada 2024", ""),
        ("law", "Peraturan Bawaslu Nomor 5 Tahun 2022", ""),
    ],
    "headline": [("post", "Kapolres Bantul", "Kapolres Bantul"), ("person", "Novan", "Novan")],
    "capitals": [("post", "KAPOLDA JAMBI", "KAPOLDA JAMBI"), ("person", "Irjen Krisna Abimanyu", "Krisna Abimanyu")],
    "roles": [
        ("post", "Kuasa hukum keluarga korban", "Kuasa hukum keluarga korban"),
        ("post", "Pengamat politik Universitas Andalas", "Pengamat politik Universitas Andalas"),
        ("post", "Juru bicara Presiden", "Juru bicara Presiden"),
    ],
    "removed": [("person", "AKP Lalu Samsul", "Lalu Samsul")],
    "balinese": [("person", "AKP I Wayan Sudirga", "I Wayan Sudirga")],
    "all of them": [
        ("post", "Kepala desa", "Kepala desa"),
        ("post", "Kades Sabdodadi", "Kades Sabdodadi"),
        ("post", "Kapolda DIY", "Kapolda DIY"),
        ("post", "Kapolres", "Kapolres"),
        ("post", "Kapolres Bantul", "Kapolres Bantul"),
    ],
    "coded unit": [
        ("post", "Danramil 05/Ngaglik", "Danramil 05/Ngaglik"),
        ("post", "Danramil 1710-02/Timika", "Danramil 1710-02/Timika"),
    ],
    "balinese office": [
        ("post", "Ketua Bawaslu Bali", "Ketua Bawaslu Bali"),
        ("person", "I Ketut Renata", "I Ketut Renata"),
        ("person", "I Nyoman Pradipa", "I Nyoman Pradipa"),
        ("post", "Pangdam I Bukit Barisan", "Pangdam I Bukit Barisan"),
        ("post", "Wali Kota Denpasar", "Wali Kota Denpasar"),
        ("person", "I Gusti Ngurah Wirata", "I Gusti Ngurah Wirata"),
        ("post", "Danyonif I Marinir", "Danyonif I Marinir"),
    ],
    "candidate": [("post", "Calon Gubernur Banten", "Calon Gubernur Banten")],
    "headline verbs": [
        ("post", "Kapolresta Pekanbaru", "Kapolresta Pekanbaru"),
        ("unit", "Pemprov Riau", "Pemprov Riau"),
        ("unit", "Bawaslu", "Bawaslu"),
    ],
    "deputy": [
        ("post", "Wakil Menteri Sekretaris Negara", "Wakil Menteri Sekretaris Negara"),
        ("post", "Wamensesneg", "Wamensesneg"),
    ],
    "his head": [("post", "Kepala Puskesmas Bantul", "Kepala Puskesmas Bantul")],
    "lettered committee": [
        ("post", "Ketua Komisi B DPRD Surabaya", "Ketua Komisi B DPRD Surabaya"),
        ("group", "anggota Komisi III DPR RI", "Komisi III DPR RI"),
    ],
    "descendants": [("group", "keturunan PKI", "PKI")],
    "panel": [("unit", "Majelis Hakim PTUN Jakarta", "Majelis Hakim PTUN Jakarta")],
    "derived nouns": [
        (
            "post",
            "Koordinator Divisi Penanganan Pelanggaran Bawaslu Jateng",
            "Koordinator Divisi Penanganan Pelanggaran Bawaslu Jateng",
        ),
    ],
}

ABSENT: dict[str, list[tuple[str, str]]] = {
    "police chief": [("person", "Selasa")],
    "behind": [("post", "wartawan"), ("person", "Senin")],
    "groups": [("post", "orang tua"), ("person", "Kota Metro")],
    "headline": [("post", "Warga"), ("person", "Minta"), ("person", "Waspada"), ("person", "Ronda")],
    "capitals": [("person", "MINTA"), ("post", "WARGA")],
    "ticket": [("person", "Bramantyo-Gayatri"), ("person", "Bramantyo"), ("post", "Relawan")],
    "abbreviated": [("unit", "LPDN"), ("post", "Putri")],
    "list": [("person", "Kaur")],
    "his head": [("post", "Kepala")],
    "brand": [("person", "OctaFX")],
}


def read(mention: Mention) -> str:
    if mention.kind in (MentionKind.GROUP, MentionKind.UNIT):
        return mention.unit
    return mention.office or mention.name


def mentions_of(name: str) -> tuple[Mention, ...]:
    return find_mentions(documents()[name], lexicon())


@pytest.mark.parametrize("name", FOUND)
def test_mentions_are_found_in_order(name: str) -> None:
    found = iter((mention.kind.value, mention.text, read(mention)) for mention in mentions_of(name))
    for expected in FOUND[name]:
        assert expected in found  # consumes the iterator, so that the order is tested too


@pytest.mark.parametrize("name", ABSENT)
def test_what_is_no_mention(name: str) -> None:
    found = {(mention.kind.value, mention.text) for mention in mentions_of(name)}
    assert found.isdisjoint(ABSENT[name])


@pytest.mark.parametrize(
    ("name", "text", "rank", "degrees"),
    [
        ("police chief", "Irjen Pol Bram Sadewa, S.I.K., M.H.", "Irjen Pol", "S.I.K., M.H."),
        ("comma", "AKBP Lestari Widuri", "AKBP", ""),
        ("former", "Jenderal (Purn) Wahyu Adiguna", "Jenderal", ""),
    ],
)
def test_rank_and_degrees_are_no_part_of_the_name(name: str, text: str, rank: str, degrees: str) -> None:
    found = next(mention for mention in mentions_of(name) if mention.text == text)
    assert (found.rank, found.degrees) == (rank, degrees)


@pytest.mark.parametrize(
    ("name", "office", "former", "acting", "quantifier"),
    [
        ("former", "Kapolda Bengkulu", True, "", ""),
        ("former", "Kadiv Humas Polri", False, "", ""),
        ("acting", "Kepala Dinas Kesehatan Kota Solo", False, "Plt", ""),
        ("groups", "Kapolres", False, "", "jajaran"),
        ("groups", "Kapolsek", False, "", "para"),
    ],
)
def test_marks_before_an_office(name: str, office: str, former: bool, acting: str, quantifier: str) -> None:
    found = next(mention for mention in mentions_of(name) if mention.office == office)
    assert (found.former, found.acting, found.quantifier) == (former, acting, quantifier)


@pytest.mark.parametrize(
    ("name", "office", "holder"),
    [
        ("police chief", "Kapolda Lampung", "Bram Sadewa"),
        ("comma", "Kapolres Metro Jakarta Barat", "Yoga Tirtana"),
        ("behind", "Kasi Humas Polres Sragen", "Gilar Nandana"),
        ("behind", "Bupati Sragen", None),
        ("place between", "Bupati Kaur", "Gerry Pausa"),
        ("list", "Dandim 0408/Bengkulu Selatan", None),
        ("list", "Ketua KPU Kaur", "Mira Santosa"),
        ("holding", "Ketua DPC Partai Demokrat Ngawi", "Bayu Segara"),
        ("holding", "Kabid Humas Polda Bali", "Tirta Wangsa"),
        ("holding", "Kapolri", None),
        ("removed", "Kapolres Bima", "Reno Hardika"),
        ("handover", "Kapolsek Godean", "Retno Palupi"),
        ("candidate", "Gubernur Banten", None),
        ("career", "Karo SDM Polda Jambi", "Dewa Sasmita"),
        ("career", "Kapolri", "Listya Prabawa"),
        ("career", "Wakapolri", "Dewa Sasmita"),
    ],
)
def test_holder_beside_a_post(name: str, office: str, holder: str | None) -> None:
    found = mentions_of(name)
    post = next(mention for mention in found if mention.office == office)
    assert (None if post.holder is None else found[post.holder].name) == holder


def assert_well_formed(document: Document, found: tuple[Mention, ...]) -> None:
    """Spans reproduce their text, follow one another without overlapping, and cover whole words."""
    last = (-1, 0)
    for mention in found:
        words = document.sentences[mention.sentence].words
        assert mention.span.of(document.article.text) == mention.text
        assert 0 <= mention.first < mention.last <= len(words)
        assert mention.span == Span(words[mention.first].span.start, words[mention.last - 1].span.end)
        assert (mention.sentence, mention.first) >= last
        last = (mention.sentence, mention.last)
        for other in (mention.holder, mention.predecessor):
            assert other is None or found[other].kind is MentionKind.PERSON


@pytest.mark.parametrize("name", sorted(documents()))
def test_mentions_are_well_formed(name: str) -> None:
    document = documents()[name]
    found = find_mentions(document, lexicon())
    assert_well_formed(document, found)


WORDS = (
    "Kapolda Kapolres Ketua Pj . Mantan Irjen Pol AKBP ( ) , / - Polres KPU Metro Jaya Lampung 044 /Gapo IX "
    "Budi Santoso A I Wayan bin Gus H. S.H. para seluruh jajaran anggota warga nya ini itu yang menjabat sebagai "
    "wakil calon UU No 7 Tahun 2024 Operasi Pilkada dan untuk dari di kata menurut 'Warning' \u201c \u00bd \U0001f600"
)
VOCABULARY = tuple(WORDS.split())
TAGS = ("PROPN", "NOUN", "VERB", "ADP", "PUNCT", "NUM", "PRON", "X")


def handmade(sentences: list[list[tuple[str, str]]]) -> Document:
    """A document of words and their tags, each the child of the first word of its sentence."""
    text = "\n\n".join(" ".join(word for word, _ in words) for words in sentences)
    clean = CleanText(Article("handmade", text), text, OffsetMap((0,), (0,), (len(text),), len(text)))
    parsed = []
    start = 0
    for number, tagged in enumerate(sentences):
        words = []
        first = start
        for index, (word, upos) in enumerate(tagged):
            span = Span(start, start + len(word))
            words.append(Word(index, word, word, upos, "", index - 1 if index else -1, "flat", span, word.lower()))
            start += len(word) + 1
        parsed.append(Sentence(number, tuple(words), Span(first, start - 1), number))
        start += 1
    return Document(clean, tuple(parsed))


sentence = st.lists(st.tuples(st.sampled_from(VOCABULARY), st.sampled_from(TAGS)), min_size=1, max_size=14)


@settings(max_examples=150, deadline=None)
@given(st.lists(sentence, min_size=1, max_size=4))
def test_any_words_give_well_formed_mentions(sentences: list[list[tuple[str, str]]]) -> None:
    document = handmade(sentences)
    found = find_mentions(document, lexicon())
    assert_well_formed(document, found)
    assert find_mentions(document, lexicon()) == found
