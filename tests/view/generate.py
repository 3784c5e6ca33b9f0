"""Graphs made up for the tests of the view: any number of directives among invented posts, always the same for a
size.
"""

from __future__ import annotations

import random
from collections.abc import Generator, Iterator
from datetime import date, timedelta
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, Store

KG = "https://w3id.org/perintah/ns#"
ID = "https://w3id.org/perintah/id/"
RDF_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
SKOS = "http://www.w3.org/2004/02/skos/core#"
ORG = "http://www.w3.org/ns/org#"
OA = "http://www.w3.org/ns/oa#"
SCHEMA = "https://schema.org/"
FOAF = "http://xmlns.com/foaf/0.1/"

_REGIONS = (
    "Aceh", "Sumatera Utara", "Riau", "Jambi", "Lampung", "Banten", "Jawa Barat", "Jawa Tengah", "Bali", "Papua",
    "Maluku", "Gorontalo", "Bengkulu", "Kalimantan Barat", "Kalimantan Timur", "Sulawesi Selatan", "Sulawesi Utara",
)  # fmt: skip
_FORCES = (
    "order", "order", "order", "require", "forbid", "request", "urge", "urge",
    "remind", "emphasise", "advise", "permit",
)  # fmt: skip
_VERBS = {
    "order": "memerintahkan", "require": "mewajibkan", "forbid": "melarang", "request": "meminta", "urge": "mengimbau",
    "remind": "mengingatkan", "emphasise": "menekankan kepada", "advise": "menyarankan", "permit": "mengizinkan",
}  # fmt: skip
_DEEDS = (
    "menambah patroli malam", "menjaga gudang logistik", "memeriksa senjata anggota", "bersikap netral dalam pemilihan",
    "membawa senjata ke tempat pemungutan suara", "melapor ke pos terdekat", "mendata warga terdampak banjir",
    "menertibkan tambang tanpa izin", "membuka posko pengaduan", "menerima hadiah dari pasangan calon",
)  # fmt: skip
_GIVEN = (
    "Arga", "Bima", "Candra", "Dewi", "Endah", "Fajar", "Galih", "Hesti", "Indra", "Jati",
    "Kirana", "Laras", "Mahesa", "Nawang",
)  # fmt: skip
_FAMILY = (
    "Prasetya", "Wiratama", "Lesmana", "Kusuma", "Hartanto", "Mandala", "Siregar", "Nasution", "Tanjung", "Wibawa",
)  # fmt: skip
_Post = tuple[str, str]  # IRI and label
_Posts = list[tuple[str, list[_Post]]]
_OUTLETS = ("Warta Nusa", "Kabar Selatan", "Harian Bahari", "Suara Khatulistiwa", "Pos Rimba")


def store(directives: int, *, agents: int | None = None) -> Store:
    """A store with that many directives among about `agents` posts and groups (a fifth of the directives unless
    given).
    """
    made = Store()
    made.bulk_extend(quads(directives, agents=agents))
    return made


def write(path: Path, directives: int) -> None:
    """Writes such a graph as TriG."""
    from pyoxigraph import RdfFormat, serialize

    serialize(quads(directives), output=str(path), format=RdfFormat.TRIG)


def quads(directives: int, *, agents: int | None = None) -> Iterator[Quad]:
    """The quads of `store`."""
    rng = random.Random(directives)  # noqa: S311 - made-up data, not secrets
    national, posts = yield from _hierarchy(rng, agents or max(12, directives // 5))
    first = date(2024, 1, 1)
    for index in range(directives):
        graph = NamedNode(f"{ID}graph/{index // 3}")
        article = NamedNode(f"{ID}article/{index // 3}")
        day = first + timedelta(days=rng.randrange(360))
        region, chiefs = posts[rng.randrange(len(posts))]
        above, below = _pair(rng, national, chiefs)
        force = rng.choice(_FORCES)
        if index % 3 == 0:
            yield from _article(article, graph, index // 3, day, rng.choice(_OUTLETS))
        yield from _directive(graph, article, index, day, force, above, below, rng.choice(_DEEDS), region, rng)


def _pair(rng: random.Random, national: list[_Post], chiefs: list[_Post]) -> tuple[_Post, _Post]:
    if rng.random() < 0.12:
        return rng.choice(national), chiefs[0]
    above = chiefs[min(int(rng.expovariate(0.7)), len(chiefs) - 2)]
    return above, rng.choice([chief for chief in chiefs if chief is not above])


def _text(value: str, lang: str = "id") -> Literal:
    return Literal(value, language=lang)


def _named(iri: str, kind: str, label: str, **more: str) -> Iterator[Quad]:
    yield Quad(NamedNode(iri), RDF_TYPE, NamedNode(kind))
    yield Quad(NamedNode(iri), NamedNode(f"{SKOS}prefLabel"), _text(label))
    for name, target in more.items():
        prefix = KG if name in {"place", "leads", "membersOf"} else ORG
        yield Quad(NamedNode(iri), NamedNode(prefix + name), NamedNode(target))


def _hierarchy(rng: random.Random, agents: int) -> Generator[Quad, None, tuple[list[_Post], _Posts]]:
    """Yields the hierarchy; returns national posts and, for each region, its posts from the top down."""
    polri = f"{ID}unit/polri"
    yield from _named(polri, f"{ORG}OrganizationalUnit", "Polri")
    national = []
    for name in ("Kapolri", "Wakapolri", "Kabareskrim"):
        iri = f"{ID}post/{name.lower()}"
        yield from _named(iri, f"{ORG}Post", name, postIn=polri)
        national.append((iri, name))
    posts: _Posts = []
    count = max(2, min(len(_REGIONS), agents // 8))
    for number, region in enumerate(_REGIONS[:count]):
        slug = region.lower().replace(" ", "-")
        place, unit = f"{ID}place/{slug}", f"{ID}unit/polda-{slug}"
        yield from _named(place, f"{SCHEMA}Place", region)
        yield Quad(NamedNode(place), NamedNode(f"{KG}regionCode"), Literal(str(11 + number)))
        yield from _named(unit, f"{ORG}OrganizationalUnit", f"Polda {region}", subOrganizationOf=polri, place=place)
        iri = f"{ID}post/kapolda-{slug}"
        yield from _named(iri, f"{ORG}Post", f"Kapolda {region}", postIn=unit, leads=unit)
        yield from _tenure(rng, iri, slug)
        chiefs = [(iri, f"Kapolda {region}")]
        for town in range(max(2, agents // count - 2)):
            below = f"{ID}unit/polres-{slug}-{town}"
            yield from _named(
                below, f"{ORG}OrganizationalUnit", f"Polres {region} {town + 1}", subOrganizationOf=unit, place=place
            )
            post = f"{ID}post/kapolres-{slug}-{town}"
            yield from _named(post, f"{ORG}Post", f"Kapolres {region} {town + 1}", postIn=below, leads=below)
            chiefs.append((post, f"Kapolres {region} {town + 1}"))
        group = f"{ID}group/warga-{slug}"
        yield from _named(group, f"{KG}Group", f"warga {region}")
        chiefs.append((group, f"warga {region}"))
        posts.append((place, chiefs))
    return national, posts


def _tenure(rng: random.Random, post: str, slug: str) -> Iterator[Quad]:
    person, tenure = f"{ID}person/{slug}", NamedNode(f"{ID}tenure/{slug}")
    yield from _named(person, f"{FOAF}Person", f"{rng.choice(_GIVEN)} {rng.choice(_FAMILY)}")
    yield Quad(tenure, RDF_TYPE, NamedNode(f"{KG}Tenure"))
    yield Quad(tenure, NamedNode(f"{ORG}member"), NamedNode(person))
    yield Quad(tenure, NamedNode(f"{KG}post"), NamedNode(post))
    yield Quad(tenure, NamedNode(f"{KG}rank"), _text("Irjen Pol"))


def _article(article: NamedNode, graph: NamedNode, number: int, day: date, outlet: str) -> Iterator[Quad]:
    publisher = NamedNode(f"{ID}outlet/{outlet.lower().replace(' ', '-')}")
    yield Quad(article, RDF_TYPE, NamedNode(f"{SCHEMA}NewsArticle"), graph)
    yield Quad(article, NamedNode(f"{SCHEMA}headline"), _text(f"Kabar perintah nomor {number + 1}"), graph)
    yield Quad(article, NamedNode(f"{SCHEMA}datePublished"), Literal(day.isoformat()), graph)
    yield Quad(article, NamedNode(f"{SCHEMA}url"), Literal(f"https://berita.example/{number}"), graph)
    yield Quad(article, NamedNode(f"{SCHEMA}publisher"), publisher, graph)
    yield Quad(publisher, NamedNode(f"{SKOS}prefLabel"), _text(outlet), graph)


def _directive(
    graph: NamedNode, article: NamedNode, index: int, day: date, force: str, above: _Post, below: _Post, deed: str,
    place: str, rng: random.Random,
) -> Iterator[Quad]:  # fmt: skip
    node = NamedNode(f"{ID}directive/{index:06x}")

    def add(name: str, value: NamedNode | Literal) -> Quad:
        return Quad(node, NamedNode(KG + name), value, graph)

    yield Quad(node, RDF_TYPE, NamedNode(f"{KG}Directive"), graph)
    yield add("force", NamedNode(KG + force))
    yield add("polarity", NamedNode(KG + ("dont" if force == "forbid" else "do")))
    yield add("factuality", NamedNode(f"{KG}{'denied' if rng.random() < 0.02 else 'asserted'}"))
    yield add("issuer", NamedNode(above[0]))
    unnamed = rng.random() < 0.1
    if not unnamed:
        yield add("addressee", NamedNode(below[0]))
    if rng.random() < 0.8:
        yield add("saidOn", Literal(day.isoformat()))
        yield add("dateBasis", Literal("explicit"))
    yield add("place", NamedNode(place))
    yield add("content", _text(deed))
    yield add("confidence", Literal(f"{0.5 + rng.random() / 2:.2f}"))
    yield add("reportedIn", article)
    yield add("rule", Literal("active-verb"))
    pieces = [("", "issuerEvidence", above[1]), (" ", "trigger", _VERBS[force].split()[0])]
    if not unnamed:
        pieces.append((" ", "addresseeEvidence", below[1]))
    pieces.append((" ", "contentEvidence", deed))
    sentence, spans = "", []
    for before, name, text in pieces:
        sentence += before
        spans.append((name, len(sentence), len(sentence) + len(text), text))
        sentence += text
    sentence += f", {day.day}/{day.month}/{day.year}."
    start = 100 * (index % 3)
    for name, first, last, text in [*spans, ("sentence", 0, len(sentence), sentence)]:
        yield from _evidence(node, graph, name, f"{index:06x}-{name}", start + first, start + last, text)


def _evidence(
    node: NamedNode, graph: NamedNode, name: str, key: str, start: int, end: int, exact: str
) -> Iterator[Quad]:
    span, selector = NamedNode(f"{ID}span/{key}"), NamedNode(f"{ID}position/{key}")
    yield Quad(node, NamedNode(KG + name), span, graph)
    yield Quad(span, NamedNode(f"{OA}hasSelector"), selector, graph)
    yield Quad(selector, NamedNode(f"{OA}start"), Literal(str(start)), graph)
    yield Quad(selector, NamedNode(f"{OA}end"), Literal(str(end)), graph)
    yield Quad(selector, NamedNode(f"{OA}exact"), _text(exact), graph)
