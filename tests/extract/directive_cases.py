"""Sentences written for the tests, each with the directives that it holds and nothing else.

An expected directive is (trigger, force, polarity, issuer, addressees, content); the issuer is `Agent.label`, "" for
unknown; a trailing "?" on the force means denied or hypothetical.
"""

from __future__ import annotations

from typing import NamedTuple


class Expected(NamedTuple):
    trigger: str
    force: str
    polarity: str
    issuer: str
    addressees: tuple[str, ...]
    content: str


class Case(NamedTuple):
    name: str
    text: str
    expected: tuple[Expected, ...] = ()


def one(
    trigger: str, force: str, polarity: str, issuer: str, addressees: tuple[str, ...], content: str
) -> tuple[Expected, ...]:
    return (Expected(trigger, force, polarity, issuer, addressees, content),)


K = "Kapolda Jambi (Surya Wicaksana)"
LEAD = "Kapolda Jambi Irjen Pol Surya Wicaksana memimpin apel di Jambi, Senin (5/8/2024). "

CASES = (
    # active voice
    Case(
        "object and untuk",
        "Kapolda Jambi Irjen Pol Surya Wicaksana memerintahkan seluruh Kapolres untuk memperketat penjagaan.",
        one("memerintahkan", "order", "do", K, ("Kapolres",), "memperketat penjagaan"),
    ),
    Case(
        "coordinated addressees without conjunction",
        "Kapolda Jambi Irjen Pol Surya Wicaksana meminta Kapolres dan Kapolsek menjaga gudang logistik.",
        one("meminta", "request", "do", K, ("Kapolres", "Kapolsek"), "menjaga gudang logistik"),
    ),
    Case(
        "preposition and agar with negation",
        "Kapolres Tebo AKBP Rangga Prasetya mengimbau kepada masyarakat agar tidak membakar lahan.",
        one("mengimbau", "urge", "dont", "Kapolres Tebo (Rangga Prasetya)", ("masyarakat",), "tidak membakar lahan"),
    ),
    Case(
        "subject of the content clause",
        "Kapolres Tebo AKBP Rangga Prasetya mengingatkan agar seluruh personel menjaga netralitas.",
        one(
            "mengingatkan",
            "remind",
            "do",
            "Kapolres Tebo (Rangga Prasetya)",
            ("seluruh personel",),
            "menjaga netralitas",
        ),
    ),
    Case(
        "thing to be done, no addressee",
        "KPU Sleman melarang kampanye di tempat ibadah.",
        one("melarang", "forbid", "dont", "KPU Sleman", (), "kampanye di tempat ibadah"),
    ),
    Case(
        "passive demanded",
        "Bupati Blora Arif Nugraha meminta agar jembatan itu segera diperbaiki.",
        one("meminta", "request", "do", "Bupati Blora (Arif Nugraha)", (), "jembatan itu segera diperbaiki"),
    ),
    Case(
        "demanded passive with agent",
        "Bupati Blora Arif Nugraha meminta agar laporan itu segera ditindaklanjuti oleh Polres Blora.",
        one(
            "meminta",
            "request",
            "do",
            "Bupati Blora (Arif Nugraha)",
            ("Polres Blora",),
            "laporan itu segera ditindaklanjuti oleh Polres Blora",
        ),
    ),
    Case(
        "relative clause",
        "Warga menghormati Kapolda Jambi Irjen Pol Surya Wicaksana yang memerintahkan personelnya mundur.",
        one("memerintahkan", "order", "do", K, ("personelnya",), "mundur"),
    ),
    Case(
        "coordinated cues are one directive",
        "Kapolres Tebo AKBP Rangga Prasetya mengingatkan sekaligus menekankan setiap anggota wajib menjaga integritas.",
        one(
            "mengingatkan sekaligus menekankan",
            "remind",
            "do",
            "Kapolres Tebo (Rangga Prasetya)",
            ("setiap anggota",),
            "menjaga integritas",
        ),
    ),
    Case(
        "fronted addressee",
        "Kepada seluruh personel, Kapolres Tebo AKBP Rangga Prasetya menegaskan agar tidak berpihak.",
        one(
            "menegaskan",
            "emphasise",
            "dont",
            "Kapolres Tebo (Rangga Prasetya)",
            ("seluruh personel",),
            "tidak berpihak",
        ),
    ),
    # passive voice
    Case(
        "passive with oleh",
        "Seluruh personel diperintahkan oleh Kapolda Jambi Irjen Pol Surya Wicaksana untuk siaga di pos.",
        one("diperintahkan", "order", "do", K, ("Seluruh personel",), "siaga di pos"),
    ),
    Case(
        "active and passive do not swap who orders whom",
        "Kapolres Tebo diperintahkan Kapolda Jambi untuk menutup tambang.",
        one("diperintahkan", "order", "do", "Kapolda Jambi", ("Kapolres Tebo",), "menutup tambang"),
    ),
    # quotations
    Case(
        "imperative in a quotation",
        LEAD + '"Laksanakan patroli di titik rawan," ujar Surya.',
        one("Laksanakan", "order", "do", K, (), "Laksanakan patroli di titik rawan"),
    ),
    Case(
        "address before an imperative",
        LEAD + '"Para Kapolres laksanakan patroli berskala besar," ujar Surya.',
        one("laksanakan", "order", "do", K, ("Kapolres",), "laksanakan patroli berskala besar"),
    ),
    Case(
        "jangan",
        LEAD + '"Jangan memihak calon mana pun," kata Surya.',
        one("Jangan", "forbid", "dont", K, (), "memihak calon mana pun"),
    ),
    Case(
        "first person bare form",
        LEAD + '"Saya minta Kapolres menindak pelaku," kata Surya.',
        one("minta", "request", "do", K, ("Kapolres",), "menindak pelaku"),
    ),
    Case(
        "modal with an addressee",
        LEAD + '"Anggota wajib menjaga netralitas," tegas Surya.',
        one("wajib", "require", "do", K, ("Anggota",), "menjaga netralitas"),
    ),
    Case(
        "mari",
        LEAD + '"Mari kita jaga kerukunan," ajak Surya.',
        one("Mari", "urge", "do", K, (), "jaga kerukunan"),
    ),
    # nouns
    Case(
        "noun with possessor",
        "Langkah itu sesuai perintah Kapolda Jambi kepada seluruh Kapolres agar memperketat patroli.",
        one("perintah", "order", "do", "Kapolda Jambi", ("Kapolres",), "memperketat patroli"),
    ),
    Case(
        "light verb",
        "Danrem 042/Gapu memberikan instruksi kepada para Dandim agar menyiagakan pompa.",
        one("instruksi", "order", "do", "Danrem 042/Gapu", ("Dandim",), "menyiagakan pompa"),
    ),
    # factuality
    Case(
        "denied",
        "Kapolda Jambi tidak pernah memerintahkan anggotanya menembak warga.",
        one("memerintahkan", "order?", "do", "Kapolda Jambi", ("anggotanya",), "menembak warga"),
    ),
    Case(
        "planned",
        "Kapolda Jambi akan memerintahkan anggotanya menutup jalan.",
        one("memerintahkan", "order?", "do", "Kapolda Jambi", ("anggotanya",), "menutup jalan"),
    ),
    Case(
        "an order inside a request was not given",
        "PWNU Jambi meminta Kapolda Jambi memerintahkan jajarannya bergerak.",
        (Expected("meminta", "request", "do", "PWNU Jambi", ("Kapolda Jambi",), "memerintahkan jajarannya bergerak"),),
    ),
    # must not extract
    Case("asking pardon", "Kapolda Jambi meminta maaf kepada warga."),
    Case("taking a statement", "Polisi meminta keterangan sejumlah saksi di Polres Tebo."),
    Case("asking leave", "Panitia meminta izin kepada Polres Tebo."),
    Case("assertion", "Kapolda Jambi menegaskan bahwa situasi aman."),
    Case("reminder of a fact", "Kapolda Jambi mengingatkan bahwa Pilkada tinggal dua pekan."),
    Case("own plan", LEAD + '"Kita akan meningkatkan pengawasan," kata Surya.'),
    Case("own deed", LEAD + '"Lima pelaku sudah kami amankan," kata Surya.'),
    Case("question", LEAD + '"Apakah warga harus pindah?" kata Surya.'),
    Case("government, not order", "Pemerintah membangun jalan baru di Tebo."),
    Case("noun without content", "Instruksi tersebut disampaikan Kapolda Jambi, Senin."),
    Case("description", "Personel melaksanakan patroli di titik rawan sejak Senin."),
    Case("a thing asked for", "Pelaku meminta uang kepada warga untuk membeli rokok."),
    Case("victim of a crime", "Pelaku mengajak korban bertemu di sebuah kedai."),
    Case("thanks", LEAD + '"Terima kasih kepada warga," kata Surya.'),
)
