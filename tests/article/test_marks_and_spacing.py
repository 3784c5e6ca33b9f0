"""Quotation marks in pairs; sentences, words and lines that were glued or broken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.article.marks import with_paired_marks, with_single_kinds
from kg.article.traced import Traced

from .conftest import Cleaner

MARKS = [
    ("“Jaga netralitas,” kata Surya.", '"Jaga netralitas," kata Surya.'),
    ('“Jaga netralitas," kata Surya.', '"Jaga netralitas," kata Surya.'),
    ("”Jaga netralitas,” kata Surya.", '"Jaga netralitas," kata Surya.'),
    ("&quot;Jaga netralitas&quot; kata Surya.", '"Jaga netralitas" kata Surya.'),
    ("''Jaga netralitas,'' kata Surya.", '"Jaga netralitas," kata Surya.'),
    ("«Jaga netralitas,» kata Surya.", '"Jaga netralitas," kata Surya.'),
    ('" Jaga netralitas , " kata Surya.', '"Jaga netralitas," kata Surya.'),
    ('"Jaga netralitas,"kata Surya.', '"Jaga netralitas," kata Surya.'),
    ('Surya berkata,"Jaga netralitas."', 'Surya berkata, "Jaga netralitas."'),
    ("\ufffdJaga netralitas,\ufffdkata Surya.", '"Jaga netralitas," kata Surya.'),
    ("Ia menyebut ‘bersih-bersih’ itu wajar.", "Ia menyebut 'bersih-bersih' itu wajar."),
    ('"Kami mulai "bersih-bersih" besok," kata Surya.', "\"Kami mulai 'bersih-bersih' besok,\" kata Surya."),
    # the mark that opens is lost: it stood at the start of the sentence
    ('Rapat digelar. Kami siap," kata Surya.', 'Rapat digelar. "Kami siap," kata Surya.'),
    # the mark that opens is glued to the full stop before it
    ('Rapat digelar." Kami siap. Semua hadir," kata Surya.', 'Rapat digelar. "Kami siap. Semua hadir," kata Surya.'),
    # the mark that closes is lost: the paragraph ends the quotation
    ("“Kami siap. Semua personel sudah di pos.", '"Kami siap. Semua personel sudah di pos."'),
    # marks without a partner
    ('Rapat digelar. " Kapolres hadir.', "Rapat digelar. Kapolres hadir."),
    ('Kapolres hadir. "', "Kapolres hadir."),
]


@pytest.mark.parametrize(("text", "expected"), MARKS)
def test_marks_come_in_straight_pairs(cleaned: Cleaner, text: str, expected: str) -> None:
    assert cleaned(text).text == expected


def test_a_quotation_over_paragraphs_is_closed_in_each(cleaned: Cleaner) -> None:
    text = "“Kami siap.\n“Semua personel sudah di pos,” kata Surya."
    assert cleaned(text).text == '"Kami siap."\n\n"Semua personel sudah di pos," kata Surya.'


@given(st.text("ab \"“”.,\n'", max_size=60))
def test_every_paragraph_has_its_marks_in_pairs(text: str) -> None:
    result = with_paired_marks(with_single_kinds(Traced.of(text)), "\n")
    assert all(line.count('"') % 2 == 0 for line in result.text.split("\n"))
    assert "“" not in result.text
    assert "”" not in result.text


GLUED = [
    ("Kegiatan ini demi bangsa.”Meski begitu, hujan turun.", None),
    ("Ia sudah pensiun.Putusan itu dibacakan kemarin.", "Ia sudah pensiun. Putusan itu dibacakan kemarin."),
    ("Rapat (WFH).“Kami siap,” kata Surya.", 'Rapat (WFH). "Kami siap," kata Surya.'),
    ('"Kami siap," kata Surya."Semua hadir," ujarnya.', '"Kami siap," kata Surya. "Semua hadir," ujarnya.'),
    ("Acara dihadiri TNI,Polri dan warga.", "Acara dihadiri TNI, Polri dan warga."),
    ("Polda Tebing(Poltebing) hadir.", "Polda Tebing (Poltebing) hadir."),
    ("Kapolda bersama KapoldaTebing Raya hadir.", "Kapolda bersama Kapolda Tebing Raya hadir."),
    ("Masa jabatan anggotaDPRDdi kota habis. DPRD diam.", "Masa jabatan anggota DPRD di kota habis. DPRD diam."),
    ("Ia berkata kepadadetikcom, Selasa.", "Ia berkata kepada detikcom, Selasa."),
]


@pytest.mark.parametrize(("text", "expected"), [pair for pair in GLUED if pair[1]])
def test_what_was_glued_is_parted(cleaned: Cleaner, text: str, expected: str) -> None:
    assert cleaned(text).text == expected


@pytest.mark.parametrize(
    "text",
    [
        "Beritanya dimuat SUMEKS.CO dan Tebing.com pagi tadi.",
        "AKBP Surya Daniswara, S.I.K., M.H. hadir.",
        "Harga naik dari Rp14.000 per kilogram menjadi Rp15.000 per kilogram.",
        "Ia membayar lewat GrabPay karena GrabPay lebih murah daripada Grab.",
        "Aplikasi mySehat dan aCepat diperkenalkan kemarin.",
        "Harganya Rp 1.000 per kilogram pada pukul 08.00 WIB.",
        "Menurut Politikus NasDem itu, NasDem siap.",
        "Pesan itu beredar lewat WhatsApp dan YouTube.",
        "Nomor 19/PUU-XXIII/2025 dan No.12 berlaku.",
        "Polres/ta serta 41,5 persen warga hadir.",
        "Ia menulis kepada humas@polresTebing.go.id kemarin.",
    ],
)
def test_what_belongs_together_stays_so(cleaned: Cleaner, text: str) -> None:
    assert cleaned(text).text == text


def test_an_article_of_glued_sentences_gets_its_paragraphs_back(cleaned: Cleaner) -> None:
    text = (
        "Rapat digelar.“Kami siap,” kata Surya.Semua hadir pada pengamanan."
        "1. PengamananPersonel disiapkan sejak pagi.Warga dan personel tenang."
    )
    assert cleaned(text).text.split("\n\n") == [
        "Rapat digelar.",
        '"Kami siap," kata Surya.',
        "Semua hadir pada pengamanan.",
        "1. Pengamanan",
        "Personel disiapkan sejak pagi.",
        "Warga dan personel tenang.",
    ]


def test_a_glued_stop_within_a_quotation_ends_no_paragraph(cleaned: Cleaner) -> None:
    text = "Rapat digelar.Semua hadir.Warga tenang.“Kami siap.Semua di pos,” kata Surya."
    assert cleaned(text).text.split("\n\n")[-1] == '"Kami siap. Semua di pos," kata Surya.'


FILLER = "Patroli digelar setiap malam dan warga ikut berjaga di pos masing-masing sampai pagi. " * 10
"""So much text in one line that the page must have lost its line ends."""

HEADED = [
    # a word that opens sentences
    ("Warga tenang. Jaga NetralitasMenurut Surya, anggota dilarang berpihak.", "Jaga Netralitas"),
    ("Warga tenang. Pengamanan BerlapisDalam apel itu Surya hadir.", "Pengamanan Berlapis"),
    # the head of a subject
    ("Warga tenang. Larangan Konvoi BerlakuKapolres Muara Tebing meminta warga patuh.", "Larangan Konvoi Berlaku"),
    # a name that stands elsewhere, and its verb
    ("Kata Daniswara, warga tenang. Jangan TerprovokasiDaniswara mengimbau warga melapor.", "Jangan Terprovokasi"),
    ("Surya hadir. Dua Pos DitambahSurya juga meminta warga melapor.", "Dua Pos Ditambah"),
    # a page that lost a line end before a word that opens sentences lost the others, too
    (
        "Daniswara hadir. Warga tenang semuaDi tempat lain ada pos. Jumlah petugasJumlah petugas bertambah.",
        "Jumlah petugas",
    ),
]


@pytest.mark.parametrize(("text", "heading"), HEADED)
def test_a_heading_stands_alone_where_the_page_lost_its_line_ends(cleaned: Cleaner, text: str, heading: str) -> None:
    assert f"\n\n{heading}\n\n" in cleaned(FILLER + text).text.replace(". " + heading, ".\n\n" + heading)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a title before a name
        (
            "Daniswara hadir. Ketua Umum PartaiDaniswara mengimbau warga.",
            "Ketua Umum Partai Daniswara mengimbau warga.",
        ),
        # links lost the blanks around them: a preposition, a verb was glued, too
        (
            "Warga Tebing hadir diTebing. Calon KetuaDaniswara memuji Daniswara.",
            "Calon Ketua Daniswara memuji Daniswara.",
        ),
        ("Daniswara pergi. Calon JuruDaniswaramengimbau warga.", "Calon Juru Daniswara mengimbau warga."),
        # a brand
        ("Surya hadir. Aplikasi SuryaPeta memandu. Peta SuryaPeta benar.", "Aplikasi Surya Peta memandu."),
    ],
)
def test_what_is_glued_to_a_name_is_no_heading(cleaned: Cleaner, text: str, expected: str) -> None:
    assert expected in cleaned(FILLER + text).text


def test_in_paragraphs_a_capitalised_run_before_a_name_is_no_heading(cleaned: Cleaner) -> None:
    text = "Daniswara hadir.\nWarga tenang. Pasukan Pelindung MalamDaniswara mengimbau warga."
    assert "Pasukan Pelindung Malam Daniswara mengimbau warga." in cleaned(text).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Surya Daniswaramengimbau warga. Kata Daniswara, pos dijaga.", "Surya Daniswara mengimbau warga."),
        ("Kapolda Danisworomemerintahkan patroli. Itu kata Danisworo.", "Kapolda Danisworo memerintahkan patroli."),
        # no other word ends in a long reporting verb: the name need not stand elsewhere
        ("Gubernur Surya Daniswaramengatakan aturan itu berlaku.", "Gubernur Surya Daniswara mengatakan aturan itu"),
        ("Warga Tebingyang hadir. Di Tebing ramai.", "Warga Tebing yang hadir."),
        ("BPTmenggelar rapat. Rapat BPT ramai.", "BPT menggelar rapat."),
        ("PresidenDaniswaramemuji warga. Daniswara memuji pos.", "Presiden Daniswara memuji warga."),
        # the lexicon has the name
        ("Gubernur Surya Prasetyobuka pasar itu.", "Gubernur Surya Prasetyo buka pasar itu."),
        ("Kapolres Surya Prasetyokemudian pulang.", "Kapolres Surya Prasetyo kemudian pulang."),
        ("Kapolres Surya Prasetyohari ini pulang.", "Kapolres Surya Prasetyo hari ini pulang."),
        # a preposition, as a place follows
        ("Wali Kota Prasetyoke Jepang. Warga Tebingtinggidi Stadion itu.", "Wali Kota Prasetyo ke Jepang."),
        ("Warga Selokrajadi tengah pasar. Selokraja sepi.", "Warga Selokraja di tengah pasar."),
        # a country, initials or a brand before a name
        ("Menteri Amerika SerikatSurya Wijaya pulang.", "Menteri Amerika Serikat Surya Wijaya pulang."),
        ("Menteri ASDaniswara Putra pulang. Kata AS itu.", "Menteri AS Daniswara Putra pulang."),
        ("KetuaDPRSurya Wijaya pulang. Ketua DPR tiba. ", "Ketua DPR Surya Wijaya pulang."),
        ("Bos OpenAIDaniswara Putra pulang.", "Bos OpenAI Daniswara Putra pulang."),
    ],
)
def test_a_word_glued_to_a_name_is_parted(cleaned: Cleaner, text: str, expected: str) -> None:
    assert cleaned(text).text.startswith(expected)


@pytest.mark.parametrize(
    "text",
    [
        "Ramadan tiba. Rama hadir.",  # the article has "Rama", but too short a name for "dan"
        "Wahyudi datang. Wahyu pulang.",  # "di" is the end of many names
        "Daripada diam, Surya pergi. Dari sana ia kembali, kata dari itu.",
        "Suramerah hadir. Surya pergi.",  # the article has no "Sura"
        "Surayang dan Sura hadir. Surayang pulang.",  # the article writes it so twice
        "Tebingkarang ramai. Tebing sepi, tetapi karang tetap.",  # no word that follows names
        "Sutrisnodi datang. Sutrisno pulang.",  # no place behind it
        "Suharihari Putra datang. Kata Suhari itu.",  # "hari", but not "hari ini"
        "Agen BNILink Baru datang.",  # the article has no "BNI" alone
    ],
)
def test_names_that_end_like_a_word_stay_whole(cleaned: Cleaner, text: str) -> None:
    assert cleaned(text).text == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Surya meminta\nwarga\nmelapor.", "Surya meminta warga melapor."),
        ("Surya meminta warga melapor\n, Selasa.", "Surya meminta warga melapor, Selasa."),
        ("Surya hadir.\nWarga tenang.", "Surya hadir.\n\nWarga tenang."),
        ("Surya hadir.\r\n\r\n\r\nWarga tenang.\r\n", "Surya hadir.\n\nWarga tenang."),
        ("Surya&nbsp;hadir &amp;nbsp; di\u200b sini\u202e.", "Surya hadir di sini."),
        ("Surya\u00a0hadir &amp;amp; pulang.", "Surya hadir & pulang."),
        ("â€œSiap,â€\x9d kata Surya.", '"Siap," kata Surya.'),
        ("<p>Surya hadir.</p><p>Warga <b>tenang</b>.</p>", "Surya hadir.\n\nWarga tenang."),
    ],
)
def test_lines_blanks_and_entities(cleaned: Cleaner, text: str, expected: str) -> None:
    assert cleaned(text).text == expected
