"""Which verbs report what somebody said, in texts of the tables."""

from __future__ import annotations

import pytest

from kg import pipeline
from tests.extract.parses import documents, stages
from tests.extract.points import Case, tables


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Kapolsek Iptu Beni Tolo mengatakan pelaku ditahan. RN menangis. Ia mengaku terdesak utang. "
            '"Saya kapok," ujarnya.',
            ["Kapolsek (Beni Tolo)", "RN", "RN"],
        ),
        (
            'Kapolsek Iptu Beni Tolo mengatakan RN ditahan. RN mengatakan khilaf. "Kami sita linggis," ujarnya.',
            ["Kapolsek (Beni Tolo)", "RN", "Kapolsek (Beni Tolo)"],
        ),
        (
            "Legislator DPR Danu Sapta menyoroti tarif tol. Direktur PT Jalan Raya Timur, Bima Aditya, menyatakan "
            'tarif wajar. "Tarif itu mencekik," kata legislator asal Kolaka itu.',
            ["Direktur PT Jalan Raya Timur (Bima Aditya)", "Legislator DPR (Danu Sapta)"],
        ),
        (
            "Penumpang bernama Tiwi mengeluhkan jadwal bus. Penumpang bernama Santi berharap bus ditambah. "
            '"Sering penuh," katanya.',
            ["Santi"],
        ),
        ("Seorang warga Batusitanduk, Tasrif, mengaku takut.", ["Tasrif"]),
        ("Kapolres Tebo Rama Wijaya memastikan bahwa jalan tidak ditutup.", ["Kapolres Tebo (Rama Wijaya)"]),
        (
            "Polres Tebo hadir untuk menjaga kelancaran arus dan memastikan aksi berjalan aman.",
            [],
        ),
        (
            "Bupati Tebo Rahmat Hidayat menegaskan, kasus ini harus menjadi pelajaran bagi semua pihak.",
            ["Bupati Tebo (Rahmat Hidayat)"],
        ),
        (
            "Bupati Tebo Rahmat Hidayat menekankan pentingnya perusahaan sawit untuk menaati aturan lingkungan.",
            ["Bupati Tebo (Rahmat Hidayat)"],
        ),
        (
            "Bupati Tebo Rahmat Hidayat mengingatkan, Indonesia adalah negara hukum yang harus dihormati.",
            ["Bupati Tebo (Rahmat Hidayat)"],
        ),
        ("Bupati Tebo Rahmat Hidayat menegaskan agar para camat menjaga sungai.", []),
        (
            "Bupati Tebo Rahmat Hidayat menegaskan komitmen dinas untuk menjaga sungai.",
            ["Bupati Tebo (Rahmat Hidayat)"],
        ),
        (
            "Terpisah, Kapolres Tebo, AKBP Rama Wijaya saat dimintai konfirmasi mengatakan akan memeriksa saksi.",
            ["Kapolres Tebo (Rama Wijaya)"],
        ),
        ("Bupati Tebo Rahmat Hidayat menyampaikan, ASN dilarang ikut kampanye.", ["Bupati Tebo (Rahmat Hidayat)"]),
        ("Bupati Tebo Rahmat Hidayat menyampaikan kepada ASN agar netral.", []),
        ("Bupati Tebo Rahmat Hidayat meminta calon gubernur dan wakil gubernur memaparkan program.", []),
        ("Bupati Tebo Rahmat Hidayat menegaskan kebebasan berpendapat ada batasnya.", ["Bupati Tebo (Rahmat Hidayat)"]),
        ("Sumarni, warga Desa Karangjati mengatakan air naik sejak pagi.", ["Sumarni"]),
        (
            "Dalam poin Ketentuan, disebutkan penyelenggara acara wajib mendapat izin.",
            [],
        ),
        ("Ajudan Kapolda Jatim meminta wartawan menjauh.", []),
        (
            'Jalan rusak. "Warga jangan main hakim sendiri," begitu pesan Kapolsek Tebo Kompol Arif Wardana.',
            ["Kapolsek Tebo (Arif Wardana)"],
        ),
        ('Jalan rusak. Kapolsek Tebo Kompol Arif Wardana: "Warga jangan main hakim sendiri."', []),
        (
            "AKP Danu Prakosa mengatakan pelaku mengaku anggota ormas. Ajudan Bupati Tebo mengatakan jalan rusak.",
            ["Danu Prakosa", "Ajudan Bupati Tebo"],
        ),
        (
            "Bupati Tebo Rahmat Hidayat mengungkapkan, banyak pihak menyampaikan keberatan atas harga itu.",
            ["Bupati Tebo (Rahmat Hidayat)"],
        ),
        (
            "Polisi membenarkan kejadian itu, namun warga mengatakan jembatan sudah dibuka.",
            ["Polisi", "warga"],
        ),
        ("Pengunggah video mengaku rekaman itu rekayasa.", ["Pengunggah video"]),
        (
            '"Jembatan dibuka besok," demikian Kapolres Tebo AKBP Rama Wijaya.',
            ["Kapolres Tebo (Rama Wijaya)"],
        ),
        ('"Jembatan dibuka besok," demikian bunyi pengumuman itu.', []),
        ("Pendukung Danu Prakosa mengatakan hal itu tidak adil.", ["Pendukung"]),
        (
            "Orang tua Danu Prakosa mendesak polisi bertindak. Danu Prakosa mengaku dipukul.",
            ["Danu Prakosa"],
        ),
        ("Ayahanda Danu Prakosa mengaku bangga. Danu meminta warga tenang.", ["Ayahanda Danu Prakosa"]),
        (
            "Bupati Tebo Rahmat Hidayat bersyukur. Meski Sumarno masih menjadi anggota KPU, Rahmat mengaku lega.",
            ["Bupati Tebo (Rahmat Hidayat)"],
        ),
        (
            "Dikonfirmasi terpisah, Kapolres Tebo AKBP Danu Prakosa membantah hal itu.",
            ["Kapolres Tebo (Danu Prakosa)"],
        ),
        ("Hal itu dikonfirmasi Kapolres Tebo AKBP Danu Prakosa.", ["Kapolres Tebo (Danu Prakosa)"]),
        (
            'Ia membeli lahan yang katanya sudah bersertifikat. "Itu tidak benar," kata Danu Prakosa.',
            ["Danu Prakosa"],
        ),
        (
            "Bupati Tebo Rahmat Hidayat didampingi Sekda Danu Prakosa dan Camat Sinta Larasati mengatakan dana cair.",
            ["Bupati Tebo (Rahmat Hidayat)"],
        ),
        ("Rina Sari meminta agar penjelasan disampaikan oleh kuasa hukumnya.", []),
        ("Wali kota meminta hasil audit dijelaskan oleh inspektorat.", []),
        (
            "Imbauan agar warga waspada disampaikan Kapolres Demak AKBP Rudi Satria.",
            ["Kapolres Demak (Rudi Satria)"],
        ),
        ("Sindikat pencuri sapi itu akhirnya diungkap oleh Polres Demak.", []),
        ("Motif pembunuhan itu diungkap Kapolres Demak AKBP Rudi Satria.", ["Kapolres Demak (Rudi Satria)"]),
        ("Berdasarkan visum, diungkapkan korban Andri mengalami luka di kepala.", []),
        ("Dalam sidang disebutkan saksi Rahmat melihat terdakwa di lokasi.", []),
        ("Hal itu disampaikan Ketua DPRD Rudi Satria menanggapi kritik warga.", ["Ketua DPRD (Rudi Satria)"]),
        (
            "Hal itu dibenarkan Kapolres Demak AKBP Rudi Satria didampingi Kasat Reskrim.",
            ["Kapolres Demak (Rudi Satria)"],
        ),
        (
            "Kapolres Demak AKBP Rudi Satria mengatakan, menyampaikan pendapat di muka umum merupakan hak warga.",
            ["Kapolres Demak (Rudi Satria)"],
        ),
        ("Danramil 04 Kapten Inf Hadi Subroto melaporkan bahwa tanggul selesai.", ["Danramil 04 (Hadi Subroto)"]),
        ("Kepada bupati, Camat Rudi Hartawan memberitahu bahwa pasar sudah buka.", ["Camat (Rudi Hartawan)"]),
        ("Danramil 04 Kapten Inf Hadi Subroto melaporkan penemuan mortir ke Polsek.", []),
        ("Panen tahun ini lebih baik, tutup Danramil 04 Kapten Inf Hadi Subroto.", ["Danramil 04 (Hadi Subroto)"]),
        ("Warga memasang portal, tolak Kapolsek.", []),
    ],
)
def test_who_says_something(text: str, speakers: list[str]) -> None:
    document = next(one for one in documents().values() if one.article.text == text)
    found = pipeline.extract(document, stages()).statements
    assert [one.speaker.label for one in found if one.speaker] == speakers


# Who said each cue of the texts of `points/who-said.txt`, in their order; whom no cue names is left out.
HEARD = [
    ["Kapolres Tebo (Danu Prakosa)", "Kapolres Tebo (Danu Prakosa)", "Kapolres Tebo (Danu Prakosa)"],
    ["Jaksa (Hadi Subroto)", "Jaksa (Hadi Subroto)"],
    ["Sekda Tebo (Hadi Subroto)", "Sekda Tebo (Hadi Subroto)", "Sekda Tebo (Hadi Subroto)"],
    ["Ketua KPU Tebo (Rudi Hartawan)", "Ketua Bawaslu Tebo (Sinta Larasati)"],
    ["Rangga", "Rangga"],
    ["Kasat Narkoba Polres Blora (Hadi Subroto)", "pelaku", "Pelaku", "Kasat Narkoba Polres Blora (Hadi Subroto)"],
    ["Kapolsek Ngawi (Danu Prakosa)", "Pelaku", "Kapolsek Ngawi (Danu Prakosa)"],
    ["Kapolsek Ngawi (Danu Prakosa)", "Pelaku", "Pelaku"],
    ["Kuasa hukum korban (Hadi Subroto)", "Kuasa hukum korban (Hadi Subroto)"],
    ["Kapolsek Ngawi (Danu Prakosa)", "korban"],
    ["Wali Kota Metro (Surya Handaka)"],
    ["Kapolres Tebo (Danu Prakosa)", "Kapolres Tebo (Danu Prakosa)"],
    [],
    ["Kapolres Brebes (Danu Prakosa)", "Dandim 0713/Brebes (Hadi Subroto)"],
    ["Bupati Tebo (Rudi Hartawan)", "warga"],
    [],
    ["orang", "orang", "Kapolsek Tebo (Danu Prakosa)"],
    ["Danu Prakosa"],
    [],
    ["Ketua KPU Tebo (Rudi Hartawan)"],
    ["Ketua DPP Partai Mawar (Rudi Hartawan)"],
    ["Kasat Reskrim Tebo (Hadi Subroto)", "Bupati Tebo (Rudi Hartawan)"],
    ["Kapolres Tebo (Danu Prakosa)"],
    ["Kapolres Tebo (Danu Prakosa)"],
    ["Kapolsek Ngawi (Danu Prakosa)", "Kapolsek Ngawi (Danu Prakosa)"],
    ["Kapolsek Ngawi (Danu Prakosa)", "Sumini"],
    ["Kapolsek Ngawi (Danu Prakosa)", "Sumini", "Sumini"],
    ["Kapolsek Ngawi (Danu Prakosa)", "Pembuat video", "Pembuat video"],
    ["Kapolsek Ngawi (Danu Prakosa)", "Kapolsek Ngawi (Danu Prakosa)"],
    ["Kuasa hukum korban (Hadi Subroto)", "Kuasa hukum korban (Hadi Subroto)"],
    [
        "Kuasa hukum korban (Hadi Subroto)",
        "Direktur PT Alas Jati (Rudi Hartawan)",
        "Direktur PT Alas Jati (Rudi Hartawan)",
    ],
    ["Sekda Tebo (Hadi Subroto)", "Sekda Tebo (Hadi Subroto)"],
    ["Dokter (Ratna Sari)"],
    ["Bupati Tebo (Rudi Hartawan)"],
    ["Kapolsek Ngawi (Danu Prakosa)", "@kabarngawi"],
    ["pedagang sayur", "pedagang sayur"],
    ["Joko Lelono", "Joko Lelono"],
    ["kuasa hukum Rudi Hartawan (Danu Prakosa)"],
    ["Kasat Reskrim Tebo (Hadi Subroto)", "Pengamat (Surya Handaka)"],
    ["Gubernur Riau (Hadi Subroto)", "Gubernur Riau (Hadi Subroto)"],
    ["Menko Energi (Hadi Subroto)"],
    ["Kapolres Sleman (Danu Prakosa)"],
    ["Kepala Dinas Kesehatan (Ratna Sari)"],
    ["Panglima TNI (Surya Handaka)"],
    ["Gubernur Riau (Hadi Subroto)", "Presiden", "Gubernur Riau (Hadi Subroto)"],
    ["Gubernur Riau (Hadi Subroto)", "Gubernur Riau (Hadi Subroto)"],
    ["Kapolri", "Kapolres Tebo (Danu Prakosa)"],
    ["Lurah Wonosari (Rudi Hartawan)"],
    ["Kapolres Tebo (Danu Prakosa)"],
    ["Bupati Tebo (Rudi Hartawan)"],
    ["Lurah Wonosari (Rudi Hartawan)"],
    ["Wagimin", "Wagimin"],
    ["Wali Kota Metro (Surya Handaka)"],
    ["Rohman", "Rohman"],
    ["Seorang pejabat pemerintahan Wirya", "Seorang pejabat pemerintahan Wirya"],
    [],
    ["Kapolres Tebo (Danu Prakosa)"],
    ["Lurah Wonosari (Rudi Hartawan)"],
    ["pemuda pengangguran", "Kanit Reskrim (Hadi Subroto)"],
    ["Pengacaranya (Hadi Subroto)"],
]


@pytest.mark.parametrize(("case", "speakers"), list(zip(tables()["who-said"], HEARD, strict=True)))
def test_whose_words_a_quotation_is(case: Case, speakers: list[str]) -> None:
    found = pipeline.extract(documents()[case.name], stages()).statements
    assert [one.speaker.label for one in found if one.speaker] == speakers
