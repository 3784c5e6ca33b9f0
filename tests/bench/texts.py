"""Invented articles of any number, as long and as rich as real ones, and their parses without a parser.

A few sentences are parsed once by the embedded weights; an article is some of them with other persons and places in the
same roles, and so is its parse. Everything else of a build then runs as ever, from files that `kg build --cache` finds,
on as many different articles as one likes. What the parser itself costs is measured on its own (`tests.bench.stages`).
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from kg import pipeline
from kg.article import clean, read_sources
from kg.model import Article
from kg.parse.cache import ParseCache
from kg.parse.rows import ParsedText, Row

PLACE, OTHER, GIVEN, FAMILY = "Slawi", "Brebes", "Surya", "Daniswara"
"""What is replaced in the sentences: one word each, so that the parse stays as it is."""

TITLE = "Kapolres Slawi Minta Warga Menjaga Gudang"
OPENING = "Kapolres Slawi AKBP Surya Daniswara memerintahkan Kapolsek Brebes meningkatkan patroli malam."
ORDERS = (
    "Ia juga meminta warga melapor ke pos terdekat apabila melihat orang asing di sekitar gudang logistik.",
    "Kapolres Slawi AKBP Surya Daniswara mengimbau masyarakat menjaga ketertiban selama masa tenang.",
    "Seluruh anggota dilarang menerima hadiah dari pasangan calon.",
    "Bupati Brebes mengingatkan camat agar mendata warga terdampak banjir sebelum bantuan dibagikan.",
    "Para Kapolsek harus mengamankan gudang logistik sampai hari pemungutan suara.",
    '"Jangan percaya kabar bohong," ujar Surya Daniswara.',
)
"""Sentences with a directive."""
STATEMENTS = (
    '"Situasi di Slawi aman dan terkendali," kata Surya.',
    "Ketua KPU Brebes menyatakan surat suara untuk semua kecamatan sudah diterima sejak awal pekan.",
    '"Kami menerima laporan itu dari warga pada Minggu malam sekitar pukul sembilan," ujar Surya Daniswara.',
    "Menurut Surya, jumlah personel yang bertugas tahun ini lebih banyak daripada tahun sebelumnya.",
    "Surya Daniswara mengatakan bahwa air sungai mulai surut dan jalan utama sudah dapat dilewati kendaraan.",
    '"Hujan turun tiga hari tanpa henti sehingga tanggul di hilir tidak kuat menahan air," tuturnya.',
    "Ia menjelaskan, gudang itu menyimpan ribuan kotak suara yang baru tiba dari pelabuhan.",
    "Bupati Brebes menyebut kerugian akibat banjir mencapai dua miliar rupiah.",
    '"Bantuan datang dari banyak pihak dan semuanya sudah kami catat," kata Surya.',
    "Surya menambahkan, kegiatan serupa pernah digelar di alun-alun Slawi dua tahun lalu.",
)
"""Sentences that say what somebody has said."""
REPORTS = (
    "Kegiatan itu berlangsung di halaman kantor pada pagi hari dan diikuti ratusan orang dari berbagai kecamatan.",
    "Petugas membagikan beras kepada keluarga di tepi sungai yang rumahnya terendam sejak hari Jumat.",
    "Jalan yang menghubungkan Slawi dan Brebes sempat tertutup lumpur sepanjang dua ratus meter.",
    "Sejumlah pedagang mulai membuka kembali kios mereka di pasar lama setelah air surut.",
    "Perlengkapan pemungutan suara tiba dengan empat truk dan disimpan di gedung olahraga.",
    "Apel pagi dihadiri perwakilan tokoh agama, tokoh pemuda, dan anggota dewan setempat.",
    "Cuaca cerah membuat perjalanan rombongan dari Brebes ke Slawi hanya memakan waktu satu jam.",
    "Acara ditutup dengan doa bersama dan penyerahan piagam kepada dua puluh relawan.",
    "Pada pemilihan lima tahun lalu, tingkat kehadiran pemilih di daerah itu termasuk yang tertinggi di provinsi.",
    "Tidak ada korban jiwa dalam peristiwa tersebut, tetapi belasan rumah rusak ringan.",
    "Sebanyak tiga ratus personel gabungan dari beberapa satuan ikut serta dalam kegiatan itu.",
    "Warga tampak mengantre dengan tertib di depan balai desa sejak matahari terbit.",
)
"""Sentences that tell what happened."""
SHARES = ((ORDERS, (1, 3)), (STATEMENTS, (5, 8)), (REPORTS, (7, 10)))
"""How many sentences of each kind an article has besides title and opening, at least and at most.

The 47 articles of the development set have 407 words, 2.5 directives, 7.6 statements and 2.3 tenures on average.
"""

PLACES = (
    "Sleman", "Bantul", "Kudus", "Tegal", "Jepara", "Rembang", "Blora", "Demak", "Klaten", "Boyolali", "Karanganyar",
    "Sragen", "Wonogiri", "Purworejo", "Kebumen", "Banyumas", "Cilacap", "Purbalingga", "Banjarnegara", "Wonosobo",
    "Temanggung", "Kendal", "Batang", "Pemalang", "Ngawi", "Magetan", "Ponorogo", "Pacitan", "Trenggalek", "Gresik",
    "Tulungagung", "Lamongan", "Tuban", "Bojonegoro", "Jombang", "Lumajang", "Jember", "Bondowoso", "Situbondo",
    "Sampang", "Pamekasan", "Sumenep", "Garut", "Ciamis", "Kuningan", "Majalengka", "Sumedang", "Indramayu", "Subang",
    "Purwakarta", "Karawang", "Pandeglang", "Lebak",
)  # fmt: skip
ARTICLES, PARSES = "articles.jsonl", "parses"
NAMES, SHORTEST = "person-name", 4
"""The word class that given names are taken from, and the letters of the shortest one taken."""
SYLLABLES = (("Wira", "Dani", "Kusu", "Harta", "Lesma", "Praba", "Suma", "Tirta"), ("tama", "jaya", "wangsa", "brata"))
OUTLETS = ("Kabar Selatan", "Warta Nusa", "Harian Bahari", "Pos Rimba")
FIRST = date(2015, 1, 1)
DAYS = 3650
SCALE = 60
"""Persons of a small archive; a larger one has as many as articles, of whom a few are often in the news."""


@dataclass(frozen=True, slots=True)
class Text:
    """An article as it is written to the source, and the parse of each of its sentences with offsets from 0."""

    identifier: str
    title: str
    body: str
    published: date
    outlet: str
    sentences: tuple[tuple[str, tuple[Row, ...]], ...]


@dataclass(frozen=True, slots=True)
class Archive:
    """The files of an archive: all articles but the last ones, those one by one, and the parses of all."""

    articles: Path
    added: tuple[Path, ...]
    cache: Path


def write(folder: Path, count: int, added: int = 0, seed: int = 1, parses: Path | None = None) -> Archive:
    """Writes an archive of `count` articles and `added` more; the same for a number and seed.

    Loads the models once, and not at all where the folder `parses` has those of the sentences from an earlier time.
    """
    stages = pipeline.prepare()
    cache = folder / PARSES
    parser = pipeline.parser(stages, cache=parses)
    kept = ParseCache(cache, parser.model_hash)
    known = [TITLE, OPENING, *(sentence for kind, _ in SHARES for sentence in kind)]
    patterns = dict(zip(known, map(_alone, parser.parse_texts(known)), strict=True))
    folder.mkdir(parents=True, exist_ok=True)
    given = sorted(name.capitalize() for name in stages.lexicon.words(NAMES) if len(name) >= SHORTEST)
    texts = list(invented(patterns, given, count + added, seed))
    files = [folder / ARTICLES, *(folder / f"added-{number}.jsonl" for number in range(added))]
    parts = [texts[:count], *([one] for one in texts[count:])]
    for path, part in zip(files, parts, strict=True):
        path.write_text("".join(f"{json.dumps(_record(one), ensure_ascii=False)}\n" for one in part), "utf-8")
        for article, one in zip(read_sources([str(path)]), part, strict=True):
            assert isinstance(article, Article)
            cleaned = clean(article, stages.clean_rules).text
            kept.put(cleaned, placed(cleaned, one.sentences))
    return Archive(files[0], tuple(files[1:]), cache)


def invented(patterns: Mapping[str, tuple[Row, ...]], given: Sequence[str], count: int, seed: int) -> Iterator[Text]:
    """So many articles, no two alike, from parsed sentences by their text, about persons with these given names."""
    persons = max(SCALE, count)
    told: set[tuple[int, str, tuple[str, ...]]] = set()
    for number in range(count):
        chance = random.Random(f"{seed} {number}")  # noqa: S311 - made-up data, not secrets
        often = chance.random() < 0.5
        person = min(int(chance.paretovariate(0.8)), persons) - 1 if often else chance.randrange(persons)
        place = PLACES[person % len(PLACES)]
        words = {PLACE: place, OTHER: chance.choice([one for one in PLACES if one != place]), **_name(person, given)}
        body = _body(chance)
        while (person, words[OTHER], tuple(body)) in told:  # the same text twice would be rejected
            body = _body(chance)
        told.add((person, words[OTHER], tuple(body)))
        title, *rest = (filled(pattern, patterns[pattern], words) for pattern in (TITLE, *body))
        blocks = ["\n".join(sentence for sentence, _ in rest[at : at + 2]) for at in range(0, len(rest), 2)]
        yield Text(
            f"berita-{number:06d}", title[0], "\n\n".join(blocks),
            FIRST + timedelta(days=chance.randrange(DAYS)), chance.choice(OUTLETS), (title, *rest),
        )  # fmt: skip


def _body(chance: random.Random) -> list[str]:
    """The opening, and sentences of each kind in any order."""
    chosen = [sentence for kind, shares in SHARES for sentence in chance.sample(kind, chance.randint(*shares))]
    chance.shuffle(chosen)
    return [OPENING, *chosen]


def filled(sentence: str, rows: Sequence[Row], words: Mapping[str, str]) -> tuple[str, tuple[Row, ...]]:
    """A sentence and its parse with other words in the places of some; blanks stay."""
    text, made = "", []
    gaps = ["", *(sentence[one.end : other.start] for one, other in pairwise(rows))]
    for gap, row in zip(gaps, rows, strict=True):
        text += gap
        word = words.get(row.text, row.text)
        lemma = row.lemma if word == row.text else word.lower() if row.lemma.islower() else word
        made.append(replace(row, text=word, lemma=lemma, start=len(text), end=len(text) + len(word)))
        text += word
    return text, tuple(made)


def placed(text: str, sentences: Sequence[tuple[str, tuple[Row, ...]]]) -> ParsedText:
    """The parses at the places where the sentences stand in a text, in their order."""
    parsed, at = [], 0
    for sentence, rows in sentences:
        start = text.index(sentence, at)
        at = start + len(sentence)
        parsed.append(tuple(replace(row, start=row.start + start, end=row.end + start) for row in rows))
    return tuple(parsed)


def _alone(parsed: ParsedText) -> tuple[Row, ...]:
    """The only sentence of a text."""
    (rows,) = parsed
    return rows


def _name(person: int, given: Sequence[str]) -> dict[str, str]:
    """Given name and family name of a person: no two persons have both, a few dozen in 10,000 one of them."""
    first, last = SYLLABLES
    rest, ending = divmod(person, len(last))
    rest, middle = divmod(rest, len(first))
    rest, beginning = divmod(rest, len(first))
    family = f"{first[beginning]}{first[middle].lower()}{last[ending]}"
    return {GIVEN: given[(person + rest) % len(given)], FAMILY: family}


def _record(text: Text) -> dict[str, str]:
    return {
        "id": text.identifier, "title": text.title, "text": text.body, "date": text.published.isoformat(),
        "outlet": text.outlet, "url": f"https://kabar.example/{text.identifier}",
    }  # fmt: skip
