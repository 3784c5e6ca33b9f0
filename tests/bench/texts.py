"""Invented short articles of any number, and their parses without a parser.

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
SENTENCES = (
    "Ia juga meminta warga melapor ke pos terdekat.",
    "Kapolres Slawi AKBP Surya Daniswara mengimbau masyarakat menjaga ketertiban selama masa tenang.",
    "Seluruh anggota dilarang menerima hadiah dari pasangan calon.",
    '"Situasi di Slawi aman dan terkendali," kata Surya.',
    "Bupati Brebes Surya Daniswara mengingatkan camat agar mendata warga terdampak banjir.",
    "Kegiatan itu berlangsung di halaman kantor pada pagi hari.",
    "Para Kapolsek harus mengamankan gudang logistik sampai hari pemungutan suara.",
    '"Jangan percaya kabar bohong," ujar Surya Daniswara.',
    "Ketua KPU Brebes menyatakan surat suara sudah diterima.",
    "Petugas membagikan beras kepada keluarga di tepi sungai.",
)
LENGTH = (4, 9)
"""Sentences of an article besides title and opening, at least and at most."""

PLACES = (
    "Sleman", "Bantul", "Kudus", "Tegal", "Jepara", "Rembang", "Blora", "Demak", "Klaten", "Boyolali", "Karanganyar",
    "Sragen", "Wonogiri", "Purworejo", "Kebumen", "Banyumas", "Cilacap", "Purbalingga", "Banjarnegara", "Wonosobo",
    "Temanggung", "Kendal", "Batang", "Pemalang", "Ngawi", "Magetan", "Ponorogo", "Pacitan", "Trenggalek", "Gresik",
    "Tulungagung", "Lamongan", "Tuban", "Bojonegoro", "Jombang", "Lumajang", "Jember", "Bondowoso", "Situbondo",
    "Sampang", "Pamekasan", "Sumenep", "Garut", "Ciamis", "Kuningan", "Majalengka", "Sumedang", "Indramayu", "Subang",
    "Purwakarta", "Karawang", "Pandeglang", "Lebak",
)  # fmt: skip
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


def write(folder: Path, count: int, added: int = 0, seed: int = 1) -> Archive:
    """Writes an archive of `count` articles and `added` more; the same for a number and seed. Loads the models once."""
    stages = pipeline.prepare()
    cache = folder / "parses"
    parser = pipeline.parser(stages)
    kept = ParseCache(cache, parser.model_hash)
    patterns = dict(zip((TITLE, OPENING, *SENTENCES), map(_alone, parser.parse_texts([TITLE, OPENING, *SENTENCES])),
                        strict=True))  # fmt: skip
    folder.mkdir(parents=True, exist_ok=True)
    given = sorted(name.capitalize() for name in stages.lexicon.words(NAMES) if len(name) >= SHORTEST)
    texts = list(invented(patterns, given, count + added, seed))
    files = [folder / "articles.jsonl", *(folder / f"added-{number}.jsonl" for number in range(added))]
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
        body = [OPENING, *chance.sample(SENTENCES, chance.randint(*LENGTH))]
        while (person, words[OTHER], tuple(body)) in told:  # the same text twice would be rejected
            body = [OPENING, *chance.sample(SENTENCES, chance.randint(*LENGTH))]
        told.add((person, words[OTHER], tuple(body)))
        title, *rest = (filled(pattern, patterns[pattern], words) for pattern in (TITLE, *body))
        blocks = ["\n".join(sentence for sentence, _ in rest[at : at + 2]) for at in range(0, len(rest), 2)]
        yield Text(
            f"berita-{number:06d}", title[0], "\n\n".join(blocks),
            FIRST + timedelta(days=chance.randrange(DAYS)), chance.choice(OUTLETS), (title, *rest),
        )  # fmt: skip


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
