"""A made-up archive of any size as quads: the units of a police force, their posts, and articles with three directives.

It has what the named questions read (20 quads a directive), with parties, days and words spread unevenly as news are.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph import literals
from kg.graph.names import Names
from kg.graph.vocabulary import BASE, FOAF, KG, LABEL, OA, ORG, SCHEMA, SKOS, TYPE

UNITS = (38, 13, 10)
"""Polda, Polres in each, Polsek in each of those: about 5,500 units, each with the post that leads it."""
FIRST_DAY, DAYS = date(2015, 1, 1), 3650
FORCES = ("order", "order", "order", "request", "request", "urge", "forbid", "require", "remind", "advise")
DEEDS = (
    "meningkatkan patroli", "menjaga netralitas", "mengamankan gudang logistik", "menindak tegas pelaku", "melapor",
    "memeriksa senjata dinas", "membuka posko", "menertibkan tambang", "mendata warga", "mengawal kotak suara",
)  # fmt: skip
WORDS = (
    "wilayah", "masyarakat", "malam", "pasar", "terminal", "pelabuhan", "kampung", "jalan", "sekolah", "balai", "desa",
    "kantor", "sungai", "hutan", "pantai", "kebun", "gudang", "stadion", "alun-alun", "batas", "jembatan", "bandara",
    "hoaks", "banjir", "kebakaran", "kampanye", "pemilu", "pilkada", "narkoba", "judi", "minyak", "pupuk", "beras",
)  # fmt: skip

Post = tuple[NamedNode, str]


def quads(directives: int, seed: int = 1, units: tuple[int, int, int] = UNITS, base: str = BASE) -> Iterator[Quad]:
    """The archive: the gazetteer's graph, then a graph an article; the same for a size and seed."""
    chance = random.Random(seed)  # noqa: S311 - made-up data, not secrets
    names = Names(base)
    gazetteer = NamedNode(names.gazetteer)
    ranks: list[list[Post]] = [[], [], [], []]
    for level, post, triples in _force(names, units):
        ranks[level].append(post)
        yield from (Quad(*triple, gazetteer) for triple in triples)
    for article in range(-(-directives // 3)):
        size = min(3, directives - 3 * article)
        yield from _article(names, article, size, ranks, chance)


def _force(
    names: Names, units: tuple[int, int, int]
) -> Iterator[tuple[int, Post, list[tuple[NamedNode, NamedNode, NamedNode | Literal]]]]:
    """Level (0 is national), post and triples of each unit, those above first."""
    yield _unit(names, 0, "polri", "Polri", "Kapolri", None)
    for a in range(units[0]):
        yield _unit(names, 1, f"polda-{a}", f"Polda Daerah {a}", f"Kapolda Daerah {a}", "polri")
        for b in range(units[1]):
            yield _unit(names, 2, f"polres-{a}-{b}", f"Polres Kota {a} {b}", f"Kapolres Kota {a} {b}", f"polda-{a}")
            for c in range(units[2]):
                name, above = f"{a} {b} {c}", f"polres-{a}-{b}"
                yield _unit(names, 3, f"polsek-{a}-{b}-{c}", f"Polsek Desa {name}", f"Kapolsek Desa {name}", above)


def _unit(
    names: Names, level: int, key: str, unit: str, head: str, above: str | None
) -> tuple[int, Post, list[tuple[NamedNode, NamedNode, NamedNode | Literal]]]:
    node, post = NamedNode(f"{names.base}id/unit/{key}"), NamedNode(f"{names.base}id/post/ka{key}")
    triples: list[tuple[NamedNode, NamedNode, NamedNode | Literal]] = [
        (node, TYPE, ORG["OrganizationalUnit"]),
        (node, LABEL, literals.text(unit)),
        (node, SKOS["altLabel"], literals.text(unit.replace("Pol", "Kepolisian "))),
        (post, TYPE, ORG["Post"]),
        (post, LABEL, literals.text(head)),
        (post, ORG["postIn"], node),
        (post, KG["leads"], node),
    ]
    if above is not None:
        triples.append((node, ORG["subOrganizationOf"], NamedNode(f"{names.base}id/unit/{above}")))
    return level, (post, head), triples


def _article(names: Names, number: int, size: int, ranks: list[list[Post]], chance: random.Random) -> Iterator[Quad]:
    graph, article = NamedNode(f"{names.base}id/graph/{number:08x}"), NamedNode(f"{names.base}id/article/{number:08x}")
    day = FIRST_DAY + timedelta(days=int(DAYS * chance.random() ** 0.7))
    yield Quad(article, TYPE, SCHEMA["NewsArticle"], graph)
    yield Quad(article, LABEL, literals.text(f"Berita nomor {number}"), graph)
    yield Quad(article, KG["sha256"], literals.string(f"{number:064x}"), graph)
    yield Quad(article, SCHEMA["datePublished"], literals.day(day), graph)
    level = chance.choices((0, 1, 2), (2, 5, 3))[0]
    issuer = ranks[level][int(len(ranks[level]) * chance.random() ** 2)]
    person = NamedNode(f"{names.base}id/person/{issuer[0].value.rsplit('/', 1)[1]}-{day.year // 3}")
    yield Quad(person, TYPE, FOAF["Person"], graph)
    yield Quad(person, LABEL, literals.text(f"Pejabat {issuer[1]} {day.year // 3}"), graph)
    for index in range(3 * number, 3 * number + size):
        addressee = chance.choice(ranks[level + 1])
        yield from _directive(names, graph, article, index, day, issuer, person, addressee, chance)


def _directive(
    names: Names, graph: NamedNode, article: NamedNode, index: int, day: date, issuer: Post, person: NamedNode,
    addressee: Post, chance: random.Random,
) -> Iterator[Quad]:  # fmt: skip
    node, place = NamedNode(f"{names.base}id/directive/{index:08x}"), f"{names.base}id/span/{index:08x}"
    force, deed = chance.choice(FORCES), chance.choice(DEEDS)
    content = f"{deed} di {' '.join(chance.choices(WORDS, k=6))} {chance.randrange(2000)}"
    sentence = f"{issuer[1]} {force} {addressee[1]} {content}."
    sentence_node, quote = NamedNode(place), NamedNode(f"{place}/quote")
    triples: list[tuple[NamedNode, NamedNode, NamedNode | Literal]] = [
        (node, TYPE, KG["Directive"]),
        (node, LABEL, literals.text(f"{issuer[1]} {force} {addressee[1]}")),
        (node, KG["force"], KG[force]),
        (node, KG["polarity"], KG["dont" if force == "forbid" else "do"]),
        (node, KG["factuality"], KG["denied" if chance.random() < 0.02 else "asserted"]),
        (node, KG["issuer"], issuer[0]),
        (node, KG["issuerPerson"], person),
        (node, KG["addressee"], addressee[0]),
        (node, KG["saidOn"], literals.day(day)),
        (node, KG["content"], literals.text(content)),
        (node, KG["action"], literals.text(deed.split()[0])),
        (node, KG["confidence"], literals.decimal(0.9)),
        (node, KG["rule"], literals.string("active:object")),
        (node, KG["reportedIn"], article),
        (node, KG["sentence"], sentence_node),
        (sentence_node, OA["hasSource"], article),
        (sentence_node, OA["hasSelector"], quote),
        (quote, OA["exact"], literals.text(sentence)),
        (issuer[0], KG["instructs"], addressee[0]),
    ]
    yield from (Quad(*triple, graph) for triple in triples)
