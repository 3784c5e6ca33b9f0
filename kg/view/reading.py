"""Reads what a page shows out of a graph that follows the ontology, and out of nothing else.

The reader asks for no more than is there: what a graph leaves out stays empty, what it says twice (in the graphs of two
articles) is taken once, and values are taken in sorted order, so that the order of the triples does not show.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any, Protocol, runtime_checkable

from pyoxigraph import NamedNode

from kg.view.facts import Agent, Article, Directive, Facts, Kind, Mark, Passage, Role, Tenure, Unit

_KG = "https://w3id.org/perintah/ns#"
_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_ORG = "http://www.w3.org/ns/org#"
_OA = "http://www.w3.org/ns/oa#"
_SCHEMA = "https://schema.org/"
_FOAF = "http://xmlns.com/foaf/0.1/"
_DCTERMS = "http://purl.org/dc/terms/"

_KINDS = {
    f"{_ORG}Post": Kind.POST,
    f"{_FOAF}Person": Kind.PERSON,
    f"{_ORG}OrganizationalUnit": Kind.UNIT,
    f"{_ORG}Organization": Kind.UNIT,
    f"{_KG}Group": Kind.GROUP,
}
_EVIDENCE = {
    f"{_KG}trigger": Role.TRIGGER,
    f"{_KG}issuerEvidence": Role.ISSUER,
    f"{_KG}addresseeEvidence": Role.ADDRESSEE,
    f"{_KG}contentEvidence": Role.CONTENT,
    f"{_KG}slotEvidence": Role.CONDITION,
}

_READ = (
    _RDF_TYPE,
    *(f"{_SKOS}{name}" for name in ("prefLabel", "altLabel")),
    f"{_RDFS}label",
    f"{_FOAF}name",
    *(f"{_ORG}{name}" for name in ("postIn", "unitOf", "subOrganizationOf", "member", "role")),
    *(f"{_OA}{name}" for name in ("hasSelector", "start", "end", "exact")),
    *(f"{_SCHEMA}{name}" for name in ("name", "headline", "publisher", "datePublished", "url", "containedInPlace")),
    *(f"{_DCTERMS}{name}" for name in ("publisher", "title", "date")),
    *_EVIDENCE,
    *(
        f"{_KG}{name}"
        for name in (
            "force", "polarity", "factuality", "issuer", "issuerPerson", "addressee", "addresseePerson", "source",
            "sourcePerson", "content", "condition", "purpose", "period", "authority", "quoted", "saidOn", "dateBasis",
            "place", "confidence", "reportedIn", "rule", "sentence", "post", "rank", "former", "leads", "membersOf",
            "regionCode",
        )
    ),
)  # fmt: skip
"""Every property that a page reads: a store of many articles holds more."""

Value = tuple[str, str]  # text of an IRI or literal, language tag or ""
Table = dict[str, dict[str, list[Value]]]


@runtime_checkable
class _Quads(Protocol):
    def quads_for_pattern(self, s: Any, p: Any, o: Any, g: Any = None) -> Iterable[Any]: ...

    def query(self, query: str, *, use_default_graph_as_union: bool = False, prefixes: Any = None) -> Any: ...


class GraphReader:
    """Look-ups in a graph by subject and property; every answer is sorted and without doubles."""

    def __init__(self, triples: Iterable[tuple[str, str, Value]]) -> None:
        table: dict[str, dict[str, set[Value]]] = {}
        for subject, predicate, value in triples:
            table.setdefault(subject, {}).setdefault(predicate, set()).add(value)
        self._table: Table = {
            subject: {predicate: sorted(values) for predicate, values in row.items()} for subject, row in table.items()
        }

    def instances(self, kind: str) -> list[str]:
        """All subjects of type `kind`, sorted."""
        return sorted(s for s, row in self._table.items() if any(v == kind for v, _ in row.get(_RDF_TYPE, ())))

    def all(self, subject: str, *predicates: str) -> tuple[str, ...]:
        """The values of the first of `predicates` that has any, in any language."""
        row = self._table.get(subject, {})
        for predicate in predicates:
            if predicate in row:
                return tuple(dict.fromkeys(text for text, _ in row[predicate]))
        return ()

    def one(self, subject: str, *predicates: str) -> str:
        """The first value, or "" if there is none."""
        return next(iter(self.all(subject, *predicates)), "")

    def text(self, subject: str, lang: str, *predicates: str) -> str:
        """The value in `lang`, or "" if there is none in it."""
        row = self._table.get(subject, {})
        return next((text for p in predicates for text, tag in row.get(p, ()) if tag.split("-")[0] == lang), "")


def read_facts(dataset: object, only: Collection[str] | None = None) -> Facts:
    """The facts of a `kg.graph` dataset, a pyoxigraph Store, or an rdflib Graph or Dataset.

    `only`, if given, is the IRIs of the directives to keep.
    """
    reader = GraphReader(_triples(dataset))
    regions = _Regions(reader)
    directives = tuple(
        _directive(reader, regions, iri) for iri in reader.instances(f"{_KG}Directive") if only is None or iri in only
    )
    named = {iri for d in directives for iri in (*d.issuers, *d.persons, *d.addressees, d.source) if iri}
    tenures = tuple(
        sorted(
            (_tenure(reader, iri) for iri in reader.instances(f"{_KG}Tenure")),
            key=lambda t: (t.post, t.person, t.rank, t.former, t.article),
        )
    )
    held = {
        iri
        for tenure in tenures
        if tenure.post in named or tenure.person in named
        for iri in (tenure.person, tenure.post)
    }
    agents = {iri: _agent(reader, regions, iri) for iri in sorted(named | held) if iri}
    units = _units(reader, regions, {agent.unit for agent in agents.values() if agent.unit})
    articles = {iri: _article(reader, iri) for iri in sorted({d.article for d in directives if d.article})}
    return Facts(
        agents, units, articles, directives, tuple(t for t in tenures if t.post in agents and t.person in agents)
    )


def quad_store(dataset: object) -> _Quads | None:
    """The pyoxigraph store that `dataset` is or holds, or `None` if it is an rdflib graph."""
    for candidate in (dataset, getattr(dataset, "store", None)):
        if isinstance(candidate, _Quads):
            return candidate
    return None


def _triples(dataset: object) -> Iterator[tuple[str, str, Value]]:
    store = quad_store(dataset)
    if store is not None:
        for quad in (quad for name in _READ for quad in store.quads_for_pattern(None, NamedNode(name), None, None)):
            value = quad.object
            yield (
                str(quad.subject.value),
                str(quad.predicate.value),
                (value.value, getattr(value, "language", None) or ""),
            )
        return
    rdflib: Any = dataset
    for row in getattr(rdflib, "quads", rdflib.triples)((None, None, None)):
        yield str(row[0]), str(row[1]), (str(row[2]), getattr(row[2], "language", None) or "")


def _day(text: str) -> str:
    """The day of an `xsd:date` or `xsd:dateTime`, "" if it is none."""
    try:
        return date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        return ""


def _local(iri: str) -> str:
    return iri.rpartition("#")[2].rpartition("/")[2]


def _label(reader: GraphReader, iri: str) -> str:
    names = (f"{_SKOS}prefLabel", f"{_RDFS}label", f"{_FOAF}name", f"{_SCHEMA}name")
    return reader.text(iri, "id", *names) or reader.one(iri, *names) or _local(iri).replace("-", " ") or iri


def _label_en(reader: GraphReader, iri: str) -> str:
    return reader.text(iri, "en", f"{_SKOS}prefLabel", f"{_RDFS}label")


def _agent(reader: GraphReader, regions: _Regions, iri: str) -> Agent:
    types = reader.all(iri, _RDF_TYPE)
    kind = next((found for name, found in _KINDS.items() if name in types), Kind.GROUP)
    unit = iri if kind is Kind.UNIT else ""
    unit = unit or reader.one(iri, f"{_ORG}postIn", f"{_KG}leads", f"{_KG}membersOf", f"{_ORG}unitOf")
    label = _label(reader, iri)
    alt = tuple(name for name in reader.all(iri, f"{_SKOS}altLabel") if name != label)
    return Agent(iri, kind, label, _label_en(reader, iri), alt, unit, regions.of(iri) or regions.of(unit))


def _units(reader: GraphReader, regions: _Regions, wanted: set[str]) -> dict[str, Unit]:
    found: dict[str, Unit] = {}
    queue = sorted(wanted)
    while queue:
        iri = queue.pop()
        if iri in found:
            continue
        parents = reader.all(iri, f"{_ORG}subOrganizationOf", f"{_ORG}unitOf")
        parents = _nearest(reader, tuple(parent for parent in parents if parent != iri))
        found[iri] = Unit(iri, _label(reader, iri), _label_en(reader, iri), parents, regions.of(iri))
        queue.extend(parents)
    return dict(sorted(found.items()))


def _nearest(reader: GraphReader, parents: tuple[str, ...]) -> tuple[str, ...]:
    """`parents` without those that stand above another of them, for graphs in which the hierarchy was closed."""
    above = {
        upper
        for parent in parents
        for upper in reader.all(parent, f"{_ORG}subOrganizationOf", f"{_ORG}unitOf")
        if upper != parent
    }
    return tuple(parent for parent in parents if parent not in above) or parents[:1]


def _tenure(reader: GraphReader, iri: str) -> Tenure:
    return Tenure(
        person=reader.one(iri, f"{_ORG}member"),
        post=reader.one(iri, f"{_KG}post", f"{_ORG}role"),
        rank=reader.one(iri, f"{_KG}rank"),
        former=reader.one(iri, f"{_KG}former") in ("true", "1"),
        article=reader.one(iri, f"{_KG}reportedIn"),
    )


def _article(reader: GraphReader, iri: str) -> Article:
    publisher = reader.one(iri, f"{_SCHEMA}publisher", f"{_DCTERMS}publisher")
    outlet = _label(reader, publisher) if ":" in publisher and " " not in publisher else publisher
    return Article(
        iri,
        title=reader.one(iri, f"{_SCHEMA}headline", f"{_DCTERMS}title", f"{_SCHEMA}name"),
        outlet=outlet,
        published=_day(reader.one(iri, f"{_SCHEMA}datePublished", f"{_DCTERMS}date")),
        url=reader.one(iri, f"{_SCHEMA}url"),
    )


class _Regions:
    """The province of a place, by its official code (two digits) or by what it is contained in."""

    def __init__(self, reader: GraphReader) -> None:
        self._reader = reader
        self._provinces = {
            code: _label(reader, place)
            for place in reader.instances(f"{_SCHEMA}Place")
            for code in reader.all(place, f"{_KG}regionCode")
            if len(code) == 2
        }

    def of(self, thing: str) -> str:
        """The province of the place that `thing` has, the place's own name if its province is unknown, or ""."""
        place = self._reader.one(thing, f"{_KG}place") if thing else ""
        return self.province(place) if place else ""

    def at_home(self, agent: str) -> str:
        """The province of an agent, or of the unit that its post is in."""
        unit = self._reader.one(agent, f"{_ORG}postIn", f"{_KG}leads", f"{_KG}membersOf")
        return self.of(agent) or self.of(unit)

    def province(self, place: str) -> str:
        """The province of `place`."""
        seen: list[str] = []
        while place and place not in seen:
            seen.append(place)
            code = self._reader.one(place, f"{_KG}regionCode")
            if code[:2] in self._provinces:
                return self._provinces[code[:2]]
            place = self._reader.one(place, f"{_SCHEMA}containedInPlace")
        return _label(self._reader, seen[-1])


def _directive(reader: GraphReader, regions: _Regions, iri: str) -> Directive:
    force = _local(reader.one(iri, f"{_KG}force")) or "order"
    place = reader.one(iri, f"{_KG}place")
    issuers, persons = _parties(reader, iri, "issuer", "issuerPerson")
    addressees, others = _parties(reader, iri, "addressee", "addresseePerson")
    confidence = reader.one(iri, f"{_KG}confidence")
    sides = (*issuers, *persons, *addressees)
    region = regions.province(place) if place else next((r for r in map(regions.at_home, sides) if r), "")
    return Directive(
        iri=iri,
        force=force,
        polarity=_local(reader.one(iri, f"{_KG}polarity")) or "do",
        factuality=_local(reader.one(iri, f"{_KG}factuality")) or "asserted",
        issuers=issuers,
        persons=persons,
        addressees=addressees or others,
        source=reader.one(iri, f"{_KG}source", f"{_KG}sourcePerson"),
        content=reader.one(iri, f"{_KG}content"),
        condition=reader.one(iri, f"{_KG}condition"),
        purpose=reader.one(iri, f"{_KG}purpose"),
        period=reader.one(iri, f"{_KG}period"),
        authority=reader.one(iri, f"{_KG}authority"),
        quoted=reader.one(iri, f"{_KG}quoted") in ("true", "1"),
        date=_day(reader.one(iri, f"{_KG}saidOn")),
        date_basis=reader.one(iri, f"{_KG}dateBasis"),
        place=_label(reader, place) if place else "",
        region=region,
        confidence=float(confidence) if confidence else None,
        passage=_passage(reader, iri),
        article=reader.one(iri, f"{_KG}reportedIn"),
        rule=reader.one(iri, f"{_KG}rule"),
    )


def _parties(reader: GraphReader, iri: str, party: str, person: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Posts, units and groups on the one hand, persons on the other; a person in the place of a post counts as a
    person.
    """
    persons = list(reader.all(iri, f"{_KG}{person}"))
    posts: list[str] = []
    for found in reader.all(iri, f"{_KG}{party}"):
        if f"{_FOAF}Person" in reader.all(found, _RDF_TYPE):
            if found not in persons:
                persons.append(found)
        else:
            posts.append(found)
    return tuple(posts), tuple(persons)


def _passage(reader: GraphReader, iri: str) -> Passage:
    """The sentence with the marks that lie in it; a mark is kept only where the text there is what its own quote
    says.
    """
    sentence = reader.one(iri, f"{_KG}sentence")
    first, last, text = _stretch(reader, sentence)
    if last - first != len(text):
        return Passage(text)
    marks: set[Mark] = set()
    for predicate, role in _EVIDENCE.items():
        for evidence in reader.all(iri, predicate):
            start, end, exact = _stretch(reader, evidence)
            start, end, exact = _within(first, last, start, end, exact)
            if start < end and text[start - first : end - first] == exact:
                marks.add(Mark(start - first, end - first, role))
    return Passage(text, tuple(sorted(marks)))


def _within(first: int, last: int, start: int, end: int, exact: str) -> tuple[int, int, str]:
    """The part of a stretch that lies within `[first, last)`, with its text."""
    low, high = max(first, start), min(last, end)
    return low, high, exact[low - start : high - start] if low < high else ""


def _stretch(reader: GraphReader, evidence: str) -> tuple[int, int, str]:
    """Start, end and text of an `oa:SpecificResource` (Web Annotation Data Model, 4.2.4 and 4.2.5); zeros if it has
    none.
    """
    start = end = ""
    exact = ""
    for selector in reader.all(evidence, f"{_OA}hasSelector"):
        start = start or reader.one(selector, f"{_OA}start")
        end = end or reader.one(selector, f"{_OA}end")
        exact = exact or reader.one(selector, f"{_OA}exact")
    if start.isdigit() and end.isdigit():
        return int(start), int(end), exact
    return 0, 0, exact
