"""What belongs to the page goes and says why; what belongs to the article stays."""

from __future__ import annotations

import pytest

from kg.article.headlines import headline_end, is_headline
from kg.article.rules import CleanRules

from .conftest import Cleaner

BODY = "Kapolres Muara Tebing AKBP Surya Daniswara meminta warga waspada."
MORE = "Ia menambahkan, patroli ditingkatkan mulai pekan ini."

CUT = [
    ("related article", "BACA JUGA:Polres Muara Tebing Gelar Patroli Skala Besar Jelang Pilkada"),
    ("related article", "Baca juga: Ketua KPU Muara Tebing: Logistik Sudah Siap"),
    (
        "related article",
        "Baca Juga\n- Warga Muara Tebing Tangkap Buaya Empat Meter\n- Bupati Lepas Kafilah MTQ ke Palembang",
    ),
    ("related article", "Baca juga:\nHarga Cabai di Pasar Induk Naik Dua Kali Lipat"),
    ("related article", "Lihat juga: Jembatan Gantung Putus, Sepuluh Desa Terisolasi"),
    ("page furniture", "ADVERTISEMENT"),
    ("page furniture", "SCROLL TO CONTINUE WITH CONTENT"),
    ("embedded media", "[Gambas:Video 20detik]"),
    ("call to watch", "Simak Video 'Detik-detik Banjir Muara Tebing':"),
    ("call to watch", "Tonton juga video Banjir Bandang di Muara Tebing:"),
    ("call to turn the page", "Simak selengkapnya di halaman selanjutnya."),
    ("call to turn the page", "Halaman 2 dari 3"),
    ("call to the reader", "Dapatkan update berita pilihan setiap hari. Mari bergabung di Grup Telegram kami."),
    ("call to the reader", "BACA BERITA TEBINGPOS.CO.ID DI GOOGLE NEWS LAINNYA"),
    ("call to the reader", "Cek Berita dan Artikel yang lain di Google News"),
    (
        "notice of an earlier publication",
        "Artikel ini telah tayang di TribunTebing.com dengan judul Warga Diminta Waspada",
    ),
    ("separator", "."),
    ("link", "https://contoh.id/berita/1"),
    ("credit", "Sumber:"),
    ("credit", "Editor: Ratna Pelangi"),
]


@pytest.mark.parametrize(("rule", "piece"), CUT)
@pytest.mark.parametrize("last", [False, True])
def test_furniture_on_lines_of_its_own_goes(cleaned: Cleaner, rule: str, piece: str, last: bool) -> None:
    text = f"{BODY}\n{piece}\n{MORE}" if not last else f"{BODY}\n{MORE}\n{piece}"
    result = cleaned(text)
    assert result.text == f"{BODY}\n\n{MORE}"
    assert {name for _, name in result.removed} == {rule}
    assert "".join(span.of(text) for span, _ in result.removed).strip() == piece


INLINE = [
    "Baca juga: Polres Muara Tebing Gelar Patroli Skala Besar ",
    "Baca juga:Sekda: Anggaran Pilkada Sudah Cair, KPU Tinggal Jalan ",
    "Simak Video 'Banjir Bandang': ",
    "SCROLL TO CONTINUE WITH CONTENT ",
    "[Gambas:Video 20detik] ",
    # one link behind another, whose headline has no full stop, and one in brackets
    "Baca juga: Polres Gelar Patroli Skala Besar Baca juga: Sekda Buka Pasar Murah di Tebing Hulu ",
    "Baca juga: polres gelar patroli besar di tebing Baca juga: Sekda Buka Pasar Murah di Tebing Hulu ",
    "(Baca juga: Sekda Buka Pasar Murah di Tebing Hulu Hari Ini) ",
    "Advertisement ",
    "Advertisement Baca Juga ",
    "Perbesar",
    "2 dari 3 halaman ",
    "View this post on Instagram A post shared by Polres Tebing (@polres.tebing) ",
    "googletag.cmd.push(function() { googletag.display('inarticle'); }); ",
]


@pytest.mark.parametrize("piece", INLINE)
def test_furniture_inside_a_paragraph_goes(cleaned: Cleaner, piece: str) -> None:
    assert cleaned(f"{BODY} {piece}{MORE}").text.split() == f"{BODY} {MORE}".split()


@pytest.mark.parametrize(
    "ending",
    [
        " Pewarta: Ratna Pelangi Editor: Bima Lestari Copyright © ANTARA 2030 Dilarang keras mengambil konten.",
        " Editor: Ratna Pelangi Copyright © ANTARA 2030 Dilarang keras mengambil konten.",
        " Baca juga: warga tebing hulu panen raya Pewarta: Ratna Pelangi Editor: Bima Lestari",
    ],
)
def test_what_names_makers_and_owners_at_the_end_goes(cleaned: Cleaner, ending: str) -> None:
    assert cleaned(f"{BODY} {MORE}{ending}").text == f"{BODY} {MORE}"


KEPT = [
    "Ia baru membaca 2 dari 3 halaman surat itu.",
    "Perbesar peluang warga, kata Surya.",
    "Polres Perbesar Pos Jaga di Tebing, kata Surya.",
    "Surya memuji warga: pewarta: harus jujur kepada siapa pun.",
    "Ia menyinggung undang-undang hak cipta.",
    "Warga dapat baca juga pengumuman itu di kantor desa.",
    "Ia meminta warga tidak ikut berita bohong di halaman depan koran.",
    "Foto korban dipasang di dinding rumah duka.",
    "Sumber dana berasal dari APBD.",
    "Ia membaca kabar itu lewat Google News.",
    'Dalam video itu, Surya berkata, "Jangan panik."',
    "Menurut sumber kepolisian, penyidik memeriksa tiga saksi (dua di antaranya anggota DPRD).",
    "Kasus ini termasuk kekerasan dalam rumah tangga (KDRT)",
    "Kegiatan Belajar Mengajar di SMAN 1 Tetap Berjalan.",
    "- AKBP Surya Daniswara Kapolres Muara Tebing\n- AKBP Ratna Pelangi Kapolres Hulu Tebing",
    "Daftar lokasi:\n- Pasar Baru Muara Tebing Kota\n- Terminal Lama Muara Tebing Kota",
    "1. Pasar Baru Muara Tebing Kota\n2. Terminal Lama Muara Tebing Kota",
    "Sektor Lama Tetap Dijaga, kata Surya.",
    "- Pos pengamanan di simpang tiga Muara Tebing\n- Pos pengamanan di dermaga lama",
]


@pytest.mark.parametrize("sentence", KEPT)
def test_the_articles_own_text_stays(cleaned: Cleaner, sentence: str) -> None:
    result = cleaned(f"{BODY}\n{MORE}\n{sentence}")
    assert result.removed == ()
    assert sentence.replace("\n", "\n\n") in result.text


BOUNDARIES = [
    ("Polisi Tangkap Dua Pencuri Sapi di Tebing Surya mengatakan, keduanya", "Surya mengatakan", ". Kata Surya itu."),
    (
        "Polisi Tangkap Dua Pencuri Sapi di Tebing Kapolres Tebing AKBP Surya Daniswara mengatakan",
        "Kapolres Tebing",
        "",
    ),
    ("Polisi Tangkap Dua Pencuri Sapi Menurut Surya, keduanya", "Menurut", ""),
    ("Polisi Tangkap Dua Pencuri Sapi Ia menegaskan, keduanya", "Ia", ""),
    ('Polisi Tangkap Dua Pencuri Sapi "Keduanya kami tahan," katanya', '"Keduanya', ""),
    ("Polisi Tangkap Dua Pencuri SapiKeduanya ditahan di Mapolres", "Keduanya", ""),
    ("Benarkah Sapi Warga Tebing Dicuri? Polisi belum menjawab", "Polisi belum", ""),
    ("“Keduanya kami tahan,” katanya", "“Keduanya", ""),
    ("Analis Sekuritas Tebing Raya Surya Daniswara menilai", "Analis", ""),
    ("Sementara itu, Kapolres Tebing memeriksa", "Sementara", ""),
]


@pytest.mark.parametrize(("text", "sentence", "elsewhere"), BOUNDARIES)
def test_where_a_pasted_headline_ends(rules: CleanRules, text: str, sentence: str, elsewhere: str) -> None:
    announced = not sentence.startswith("Analis")
    assert text[headline_end(text, elsewhere, rules, announced=announced) :].startswith(sentence)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Warga Muara Tebing Tangkap Buaya Empat Meter", True),
        ("Harga Cabai Naik, Pedagang di Pasar Induk Mengeluh", True),
        ("Pos pengamanan di simpang tiga", False),
        ("Warga Muara Tebing Tangkap Buaya.", False),
        ("Muara Tebing", False),
        ("Kapolres meminta warga melapor", False),
        ("Kantor kumparan Pindah Lagi", True),
        ("Wartawan detikJateng Raih Hadiah", True),
        ("Lampu Mati Tiga detik Saja", False),
    ],
)
def test_headlines_are_told_by_their_capitals(rules: CleanRules, line: str, expected: bool) -> None:
    assert is_headline(line, rules) is expected
