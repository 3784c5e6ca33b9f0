"""Invented finished articles, as the builder would hand them over: real kinds of offices, persons who do not exist.

They need no parser: the extraction is made up with the text. What makes facts span articles is frequent in them: the
same offices, namesakes, one order in several articles, names spelled in two ways, units that only articles know.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from kg.build.fingerprint import record
from kg.build.records import Built
from kg.graph.facts import quads
from kg.graph.names import Names
from kg.graph.serialise import nquads
from kg.graph.vocabulary import BASE
from kg.lexicon.load import Lexicon, load
from kg.model import (
    Agent,
    Article,
    CleanText,
    Directive,
    Document,
    Entity,
    Extraction,
    Force,
    MentionKind,
    OffsetMap,
    Polarity,
    Span,
    Statement,
    Tenure,
)
from kg.resolve.identity import identify

MADE_WITH = "models=invented lexicon=invented"

GIVEN = ("Arga", "Bima", "Candra", "Dewi", "Endah", "Fajar", "Galih", "Hesti", "Agus", "Budi", "Djoko", "Joko")
FAMILY = ("Prasetya", "Wiratama", "Lesmana", "Kusuma", "Hartanto", "Mandala", "Saragi", "Tanjung", "Wibawa", "Setiawan")
THIRD = ("", "", "", " Nugraha", " Sanjaya", " Utama")
SYLLABLES = tuple(first + second for first in "bdghklmnprstw" for second in ("a", "i", "u", "an", "un"))
PLACES = (
    *("Lampung", "Riau", "Jambi", "Banten", "Bali", "Aceh", "Jawa Tengah", "Jawa Timur", "Sumatera Selatan"),
    *("Kota Bogor", "Kabupaten Malang", "Pesawaran", "Sleman", "Kudus", "Gresik"),
)
CHIEFS = ("Kapolda", "Kapolres", "Gubernur", "Bupati", "Ketua KPU", "Ketua Bawaslu", "Kapolsek", "Kepala Dinas Sosial")
ALONE = ("Kapolri", "Menteri Sosial", "Ketua DKPP", "Panglima TNI")
GROUPS = (
    "masyarakat",
    "para Kapolres",
    "jajaran Polda Lampung",
    "seluruh kepala daerah",
    "anggota Polri",
    "jajaran Polres Pesawaran",
)
UNITS = ("Polda Lampung", "Polres Pesawaran", "Polsek Kedondong", "Polri", "Satgas Pangan Riau", "Dinas Sosial Kudus")
RANKS = ("", "Irjen Pol", "Brigjen Pol", "AKBP", "Kombes Pol")
VERBS = {"memerintahkan": Force.ORDER, "meminta": Force.REQUEST, "mengimbau": Force.URGE, "melarang": Force.FORBID}
DEEDS = ("menjaga gudang", "mendata warga", "membuka posko", "menambah patroli", "menerima hadiah")
OUTLETS = ("Kabar Selatan", "Warta Nusa", "kabar selatan", "Harian Bahari")
FIRST = date(2024, 11, 1)


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many persons, days and sentences the articles are about: few make them meet, many keep them apart."""

    persons: int = 40
    days: int = 6
    sentences: int = 4


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    return load()


def articles(count: int, seed: int = 0, sizes: Sizes = Sizes()) -> Iterator[Built]:
    """So many articles, the same for a seed."""
    for number in range(count):
        yield article(f"berita-{number}", f"{seed}/{number}", sizes)


def article(name: str, seed: str, sizes: Sizes = Sizes(), made_with: str = MADE_WITH) -> Built:
    """The article of that id; another seed gives it another text."""
    return built(extraction(name, seed, sizes), made_with)


def built(extracted: Extraction, made_with: str = MADE_WITH) -> Built:
    """An extraction as the builder hands it over."""
    given = extracted.article
    return Built(
        graph=Names(BASE).graph(given),
        source=given.source,
        sha256=given.sha256,
        made_with=made_with,
        quads=nquads(quads(identify(extracted, lexicon()), BASE)),
        directives=len(extracted.directives),
        statements=len(extracted.statements),
        tenures=len(extracted.tenures),
        article=given.id,
        record=record(given),
    )


class _Text:
    """A text that grows; every piece added gives its span."""

    def __init__(self) -> None:
        self.text = ""

    def add(self, piece: str) -> Span:
        start = len(self.text)
        self.text += piece
        return Span(start, start + len(piece))


def extraction(name: str, seed: str, sizes: Sizes) -> Extraction:
    """The facts of an invented article with its text."""
    rng = random.Random(f"invented {seed}")  # noqa: S311 - made-up data, not secrets
    text = _Text()
    title = text.add(f"Berita {seed}")
    text.add("\n\n")
    directives: list[Directive] = []
    statements: list[Statement] = []
    tenures: list[Tenure] = []
    people: dict[str, set[str]] = {}
    published = FIRST + timedelta(days=rng.randrange(sizes.days))
    for _ in range(1 + rng.randrange(sizes.sentences)):
        start = len(text.text)
        acts = random.Random(f"order {rng.randrange(3)}") if rng.random() < 0.4 else rng  # noqa: S311 - a repeat
        office, person = _office(acts), _person(rng, sizes.persons)
        rank = rng.choice(RANKS)
        people.setdefault(person, set()).add(office)
        mention = text.add(office)
        text.add(f" {rank} {person} ")
        verb = acts.choice(sorted(VERBS))
        trigger = text.add(verb)
        text.add(" ")
        to, kind = _addressee(acts)
        addressed = text.add(to)
        text.add(" ")
        deed = acts.choice(DEEDS)
        content = text.add(deed)
        text.add(". ")
        sentence = Span(start, len(text.text) - 1)
        day = published - timedelta(days=rng.randrange(2))
        issuer = Agent(MentionKind.POST, office, person if rng.random() < 0.6 else "", rank, mention)
        force = VERBS[verb]
        directives.append(
            Directive(
                trigger, verb, force, Polarity.DONT if force is Force.FORBID else Polarity.DO, sentence, "invented",
                issuer=issuer, addressees=(Agent(kind, to, mention=addressed),), content=content, date=day,
                date_basis="publication", action=deed, place=rng.choice(("", *PLACES)),
            )
        )  # fmt: skip
        if rng.random() < 0.7:
            former = rng.random() < 0.2
            tenures.append(Tenure(person, office, rank, former=former, evidence=sentence, cited=published))
        start = len(text.text)
        speaker = _person(rng, sizes.persons)
        people.setdefault(speaker, set())
        said = text.add("Semua aman")
        text.add(" ")
        cue = text.add("kata")
        text.add(" ")
        who = text.add(speaker)
        text.add(". ")
        agent = Agent(MentionKind.PERSON, person=speaker, mention=who)
        statements.append(Statement(cue, Span(start, len(text.text) - 1), "invented", agent, (said,), direct=True))
    given = Article(
        name,
        text.text,
        title.of(text.text),
        title,
        published,
        f"https://kabar.example/{name}",
        rng.choice(OUTLETS),
        name,
    )
    clean = CleanText(given, text.text, OffsetMap((0,), (0,), (len(text.text),), len(text.text)), title)
    entities = [
        Entity(number, MentionKind.PERSON, min(offices, default=""), tuple(sorted(offices)), person, (person,))
        for number, (person, offices) in enumerate(sorted(people.items()))
    ]
    return Extraction(
        Document(clean, ()), (), tuple(entities), tuple(directives), tuple(statements), tuple(tenures)
    )  # fmt: skip


def _person(rng: random.Random, persons: int) -> str:
    """One of so many persons: a few are often in the news."""
    number = min(int(rng.paretovariate(0.8)), persons) - 1 if rng.random() < 0.5 else rng.randrange(persons)
    own = random.Random(f"person {number}")  # noqa: S311
    if number < len(GIVEN) * len(FAMILY):
        return f"{_one(own, GIVEN)} {_one(own, FAMILY)}{_one(own, THIRD)}"
    return " ".join("".join(_one(own, SYLLABLES) for _ in range(3)).capitalize() for _ in range(2))


def _one(rng: random.Random, of: Sequence[str]) -> str:
    return of[rng.randrange(len(of))]


def _office(rng: random.Random) -> str:
    return _one(rng, ALONE) if rng.random() < 0.2 else f"{_one(rng, CHIEFS)} {_one(rng, PLACES)}"


def _addressee(rng: random.Random) -> tuple[str, MentionKind]:
    chance = rng.random()
    if chance < 0.3:
        return _one(rng, GROUPS), MentionKind.GROUP
    if chance < 0.5:
        return _one(rng, UNITS), MentionKind.UNIT
    return _office(rng), MentionKind.POST
