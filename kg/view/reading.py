"""Reads what a page shows out of a graph that follows the ontology, and out of nothing else.

It asks for no more than is there: what a graph leaves out stays empty.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from kg.view.facts import Agent, Article, Directive, Facts, Kind, Tenure, Unit
from kg.view.lookup import (
    DCTERMS,
    FOAF,
    KG,
    ORG,
    RDF_TYPE,
    SCHEMA,
    SKOS,
    GraphReader,
    english_of,
    label_of,
    local_name,
    reader_of,
)  # fmt: skip
from kg.view.naming import short_english
from kg.view.passages import passage_of

_KINDS = {
    f"{ORG}Post": Kind.POST,
    f"{FOAF}Person": Kind.PERSON,
    f"{ORG}OrganizationalUnit": Kind.UNIT,
    f"{ORG}Organization": Kind.UNIT,
    f"{KG}Group": Kind.GROUP,
}


def read_facts(dataset: object, only: Collection[str] | None = None) -> Facts:
    """The facts of a `kg.graph` dataset, a pyoxigraph Store, or an rdflib Graph or Dataset.

    `only`, if given, is the IRIs of the directives to keep.
    """
    reader = reader_of(dataset)
    regions = _Regions(reader)
    directives = tuple(
        _directive(reader, regions, iri) for iri in reader.instances(f"{KG}Directive") if only is None or iri in only
    )
    named = {iri for d in directives for iri in (*d.issuers, *d.persons, *d.addressees, d.source) if iri}
    tenures = tuple(
        sorted(
            (_tenure(reader, iri) for iri in reader.instances(f"{KG}Tenure")),
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


def _day(text: str) -> str:
    """The day of an `xsd:date` or `xsd:dateTime`, "" if it is none."""
    try:
        return date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        return ""


def _agent(reader: GraphReader, regions: _Regions, iri: str) -> Agent:
    types = reader.all(iri, RDF_TYPE)
    kind = next((found for name, found in _KINDS.items() if name in types), Kind.GROUP)
    unit = iri if kind is Kind.UNIT else ""
    unit = unit or reader.one(iri, f"{ORG}postIn", f"{KG}leads", f"{KG}membersOf", f"{ORG}unitOf")
    label = label_of(reader, iri)
    alt = tuple(name for name in reader.all(iri, f"{SKOS}altLabel") if name != label)
    english = english_of(reader, iri)
    short = short_english(english, (label_of(reader, unit), english_of(reader, unit)) if unit else ())
    return Agent(iri, kind, label, short, alt, unit, regions.of(iri) or regions.of(unit), english)


def _units(reader: GraphReader, regions: _Regions, wanted: set[str]) -> dict[str, Unit]:
    found: dict[str, Unit] = {}
    queue = sorted(wanted)
    while queue:
        iri = queue.pop()
        if iri in found:
            continue
        parents = reader.all(iri, f"{ORG}subOrganizationOf", f"{ORG}unitOf")
        parents = _nearest(reader, tuple(parent for parent in parents if parent != iri))
        english = short_english(english_of(reader, iri), ())
        found[iri] = Unit(iri, label_of(reader, iri), english, parents, regions.of(iri))
        queue.extend(parents)
    return dict(sorted(found.items()))


def _nearest(reader: GraphReader, parents: tuple[str, ...]) -> tuple[str, ...]:
    """`parents` without those that stand above another of them, for graphs in which the hierarchy was closed."""
    above = {
        upper
        for parent in parents
        for upper in reader.all(parent, f"{ORG}subOrganizationOf", f"{ORG}unitOf")
        if upper != parent
    }
    return tuple(parent for parent in parents if parent not in above) or parents[:1]


def _tenure(reader: GraphReader, iri: str) -> Tenure:
    return Tenure(
        person=reader.one(iri, f"{ORG}member"),
        post=reader.one(iri, f"{KG}post", f"{ORG}role"),
        rank=reader.one(iri, f"{KG}rank"),
        former=reader.one(iri, f"{KG}former") in ("true", "1"),
        article=reader.one(iri, f"{KG}reportedIn"),
    )


def _article(reader: GraphReader, iri: str) -> Article:
    publisher = reader.one(iri, f"{SCHEMA}publisher", f"{DCTERMS}publisher")
    outlet = label_of(reader, publisher) if ":" in publisher and " " not in publisher else publisher
    return Article(
        iri,
        title=reader.one(iri, f"{SCHEMA}headline", f"{DCTERMS}title", f"{SCHEMA}name"),
        outlet=outlet,
        published=_day(reader.one(iri, f"{SCHEMA}datePublished", f"{DCTERMS}date")),
        url=reader.one(iri, f"{SCHEMA}url"),
    )


class _Regions:
    """The province of a place, by its official code (two digits) or by what it is contained in."""

    def __init__(self, reader: GraphReader) -> None:
        self._reader = reader
        self._provinces = {
            code: label_of(reader, place)
            for place in reader.instances(f"{SCHEMA}Place")
            for code in reader.all(place, f"{KG}regionCode")
            if len(code) == 2
        }

    def of(self, thing: str) -> str:
        """The province of the place that `thing` has, the place's own name if its province is unknown, or ""."""
        place = self._reader.one(thing, f"{KG}place") if thing else ""
        return self.province(place) if place else ""

    def at_home(self, agent: str) -> str:
        """The province of an agent, or of the unit that its post is in."""
        unit = self._reader.one(agent, f"{ORG}postIn", f"{KG}leads", f"{KG}membersOf")
        return self.of(agent) or self.of(unit)

    def province(self, place: str) -> str:
        """The province of `place`."""
        seen: list[str] = []
        while place and place not in seen:
            seen.append(place)
            code = self._reader.one(place, f"{KG}regionCode")
            if code[:2] in self._provinces:
                return self._provinces[code[:2]]
            place = self._reader.one(place, f"{SCHEMA}containedInPlace")
        return label_of(self._reader, seen[-1])


def _directive(reader: GraphReader, regions: _Regions, iri: str) -> Directive:
    force = local_name(reader.one(iri, f"{KG}force")) or "order"
    place = reader.one(iri, f"{KG}place")
    issuers, persons = _parties(reader, iri, "issuer", "issuerPerson")
    addressees, others = _parties(reader, iri, "addressee", "addresseePerson")
    confidence = reader.one(iri, f"{KG}confidence")
    sides = (*issuers, *persons, *addressees)
    region = regions.province(place) if place else next((r for r in map(regions.at_home, sides) if r), "")
    return Directive(
        iri=iri,
        force=force,
        polarity=local_name(reader.one(iri, f"{KG}polarity")) or "do",
        factuality=local_name(reader.one(iri, f"{KG}factuality")) or "asserted",
        issuers=issuers,
        persons=persons,
        addressees=addressees or others,
        source=reader.one(iri, f"{KG}source", f"{KG}sourcePerson"),
        content=reader.one(iri, f"{KG}content"),
        condition=reader.one(iri, f"{KG}condition"),
        purpose=reader.one(iri, f"{KG}purpose"),
        period=reader.one(iri, f"{KG}period"),
        authority=reader.one(iri, f"{KG}authority"),
        quoted=reader.one(iri, f"{KG}quoted") in ("true", "1"),
        date=_day(reader.one(iri, f"{KG}saidOn")),
        date_basis=reader.one(iri, f"{KG}dateBasis"),
        place=label_of(reader, place) if place else "",
        region=region,
        confidence=float(confidence) if confidence else None,
        passage=passage_of(reader, iri),
        article=reader.one(iri, f"{KG}reportedIn"),
        rule=reader.one(iri, f"{KG}rule"),
    )


def _parties(reader: GraphReader, iri: str, party: str, person: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Posts, units and groups on the one hand, persons on the other; a person in the place of a post counts as a
    person.
    """
    persons = list(reader.all(iri, f"{KG}{person}"))
    posts: list[str] = []
    for found in reader.all(iri, f"{KG}{party}"):
        if f"{FOAF}Person" in reader.all(found, RDF_TYPE):
            if found not in persons:
                persons.append(found)
        else:
            posts.append(found)
    return tuple(posts), tuple(persons)
