"""Gives every post, unit, group, place and person of an article its IRI.

Each IRI follows from the article and the gazetteer alone: whatever the order of articles, and however the work is
split, the same office has the same IRI.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

from kg.lexicon.load import Lexicon
from kg.lexicon.names import BASE, ID
from kg.lexicon.records import PlaceKind, Unit
from kg.model import Agent, Extraction, Identified, MentionKind, Thing
from kg.resolve.identity_groups import GroupReading
from kg.resolve.identity_names import KNOWN_OFFICES, article_key, path, slug
from kg.resolve.identity_offices import OfficeName, Reading, read_office
from kg.resolve.identity_places import OF_AN_EVENT, read_district, read_place
from kg.resolve.identity_posts import PostReading
from kg.resolve.identity_scope import Scope, chain
from kg.resolve.identity_things import described_once, place_things, reading_path, reading_things
from kg.resolve.persons import Holding, person_path, person_thing


def identify(extraction: Extraction, lexicon: Lexicon) -> Identified:
    """The IRIs of everything that an extraction names, and a description of each thing and of the units above it."""
    kinds = _office_kinds(extraction)
    key = article_key(extraction.article)
    scope = _scope(extraction, {**_mentioned_kinds(extraction), **kinds}, lexicon)
    readings = {name: read_office(OfficeName(name, kind), key, lexicon, scope) for name, kind in sorted(kinds.items())}
    for name, commander in _commanders(extraction, readings).items():
        readings[name] = read_office(OfficeName(name, kinds[name], commander), key, lexicon, scope)
    offices = {name: reading_path(reading) for name, reading in readings.items() if reading_path(reading)}
    places = dict(_places(extraction, lexicon, scope))
    people = _people(extraction)
    holdings = _holdings(extraction, people, offices, readings)
    persons = {
        name: person_path(person.name, holdings.get(person.name, ()), extraction.article, lexicon)
        for name, person in people.items()
    }
    things: list[Thing] = [thing for reading in readings.values() for thing in reading_things(reading, lexicon)]
    things += [thing for _, found in sorted(places.items()) for thing in found]
    things += [
        person_thing(persons[name], person.name, person.names, holdings.get(person.name, ()))
        for name, person in sorted(people.items())
    ]
    things += _events(extraction)
    return Identified(
        extraction,
        described_once(things),
        MappingProxyType(offices),
        MappingProxyType(persons),
        MappingProxyType({name: found[0].iri for name, found in sorted(places.items())}),
    )


def _agents(extraction: Extraction) -> Iterator[Agent]:
    for directive in extraction.directives:
        yield from (agent for agent in (directive.issuer, directive.source, *directive.addressees) if agent is not None)
    for statement in extraction.statements:
        if statement.speaker is not None:
            yield statement.speaker


def _office_kinds(extraction: Extraction) -> Mapping[str, MentionKind]:
    """Every office of the article with the kind of mention it is; a holder makes it a post."""
    found: dict[str, set[MentionKind]] = {}
    for agent in _agents(extraction):
        if agent.office:
            kind = MentionKind.POST if agent.kind is MentionKind.PERSON or agent.person else agent.kind
            found.setdefault(agent.office, set()).add(kind)
    for tenure in extraction.tenures:
        if tenure.office:
            found.setdefault(tenure.office, set()).add(MentionKind.POST)
    return _one_kind(found)


def _mentioned_kinds(extraction: Extraction) -> Mapping[str, MentionKind]:
    """The offices and units that the article speaks of beside those that act: they too tell where it plays."""
    found: dict[str, set[MentionKind]] = {}
    for entity in extraction.entities:
        kind = MentionKind.POST if entity.person or entity.kind is MentionKind.PERSON else entity.kind
        if kind in (MentionKind.POST, MentionKind.UNIT):
            for office in (entity.office, *entity.offices):
                if office:
                    found.setdefault(office, set()).add(kind)
    return _one_kind(found)


def _one_kind(found: Mapping[str, set[MentionKind]]) -> Mapping[str, MentionKind]:
    order = (MentionKind.POST, MentionKind.UNIT, MentionKind.GROUP)
    return {name: next((kind for kind in order if kind in kinds), min(kinds)) for name, kinds in sorted(found.items())}


def _scope(extraction: Extraction, kinds: Mapping[str, MentionKind], lexicon: Lexicon) -> Scope:
    """The provinces and units that the article names without doubt, its dateline and its places."""
    held = [unit for name, kind in kinds.items() if (unit := _unit_alone(name, kind, lexicon)) is not None]
    units = {iri for unit in held for iri in (unit.iri, *unit.above) if iri in lexicon.unit_of}
    served = {place for unit in held for place in unit.serves}
    served |= {place for iri in units for place in lexicon.unit_of[iri].serves}
    above = {place for iri in units for up in chain(iri, lexicon) for place in lexicon.unit_of[up].serves}
    dateline = _sure_places((extraction.document.clean.dateline_place,), lexicon)
    mentioned = [mention.text for mention in extraction.mentions if mention.kind is MentionKind.PLACE]
    tiers = (
        _provinces(served, lexicon) or _provinces(above, lexicon),
        _provinces(dateline, lexicon),
        _provinces(_sure_places(mentioned, lexicon), lexicon),
    )
    regions = frozenset(place for place in served if lexicon.place_of[place].kind is not PlaceKind.PROVINCE)
    return Scope(tuple(tier for tier in tiers if tier), frozenset(units), regions or frozenset(dateline))


@lru_cache(maxsize=KNOWN_OFFICES)  # who is in the news is named again and again
def _unit_alone(name: str, kind: MentionKind, lexicon: Lexicon) -> Unit | None:
    """The unit of an office as far as its name alone tells, whatever the article."""
    reading = read_office(OfficeName(name, kind), "", lexicon, Scope())
    if isinstance(reading, GroupReading) and reading.post_kind is not None:
        return None
    return _unit_of(reading)


def _provinces(places: Iterable[str], lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.gazetteer.provinces[place] for place in places) - {""}


def _sure_places(names: Iterable[str], lexicon: Lexicon) -> set[str]:
    """The places of names that lie in one province only."""
    found: set[str] = set()
    for name in names:
        places = lexicon.places.exact(name)
        if places and len({lexicon.gazetteer.provinces[place.iri] for place in places}) == 1:
            found.add(places[0].iri)
    return found


def _unit_of(reading: Reading) -> Unit | None:
    """The unit that a post is in, or that is named, or whose people a group is."""
    if isinstance(reading, PostReading | GroupReading):
        return reading.unit.unit if reading.unit is not None else None
    return reading.unit


def _commanders(extraction: Extraction, readings: Mapping[str, Reading]) -> dict[str, Unit]:
    """For each office addressed the unit of whoever addresses it, where all who do are of one unit."""
    found: dict[str, set[str]] = {}
    units: dict[str, Unit] = {}
    for directive in extraction.directives:
        issuer = readings.get(directive.issuer.office) if directive.issuer is not None else None
        unit = _unit_of(issuer) if issuer is not None else None
        if unit is not None:
            units[unit.iri] = unit
        for addressee in directive.addressees:
            if addressee.office:
                found.setdefault(addressee.office, set()).add(unit.iri if unit is not None else "")
    return {
        name: units[next(iter(iris))]
        for name, iris in sorted(found.items())
        if len(iris) == 1 and next(iter(iris)) in units
    }


@dataclass(frozen=True, slots=True)
class _Person:
    """Somebody of the article: the fullest name and all that the article uses."""

    name: str
    names: tuple[str, ...]


def _people(extraction: Extraction) -> dict[str, _Person]:
    """Every name of a person in the article, with the person it names."""
    entities = [entity for entity in extraction.entities if entity.person]
    by_name = {name: entity for entity in reversed(entities) for name in (*entity.names, entity.person)}
    wanted = {agent.person for agent in _agents(extraction)} | {tenure.person for tenure in extraction.tenures}
    wanted |= {entity.person for entity in entities}
    found: dict[str, _Person] = {}
    for name in sorted(wanted - {""}):
        entity = by_name.get(name)
        found[name] = (
            _Person(entity.person, tuple(sorted({*entity.names, entity.person})))
            if entity is not None
            else _Person(name, (name,))
        )
    return found


def _holdings(
    extraction: Extraction,
    people: Mapping[str, _Person],
    offices: Mapping[str, str],
    readings: Mapping[str, Reading],
) -> dict[str, tuple[Holding, ...]]:
    """The posts of each person, by the person's fullest name."""
    found: dict[str, set[tuple[str, bool]]] = {}
    for tenure in extraction.tenures:
        if tenure.person and tenure.office:
            found.setdefault(people[tenure.person].name, set()).add((tenure.office, tenure.former))
    for agent in _agents(extraction):
        if agent.person and agent.office:
            found.setdefault(people[agent.person].name, set()).add((agent.office, False))
    result: dict[str, tuple[Holding, ...]] = {}
    for name, held in found.items():
        over = {office for office, former in held if former}
        posts = [
            Holding(office in over, not reading.known, offices[office])
            for office, _ in held
            if isinstance(reading := readings.get(office), PostReading) and office in offices
        ]
        result[name] = tuple(sorted(set(posts)))
    return result


def _places(extraction: Extraction, lexicon: Lexicon, scope: Scope) -> Iterator[tuple[str, tuple[Thing, ...]]]:
    """The things of each place where a directive was given, the place itself first."""
    for name in sorted({directive.place for directive in extraction.directives} - {""}):
        reading = read_place(name.split(), lexicon, (), scope, OF_AN_EVENT)
        district = read_district(name.split(), lexicon, scope)
        if reading.place is not None:
            place, *around = place_things(reading.place, lexicon)
            yield name, (replace(place, doubt=reading.doubt), *around)
        elif district is not None:
            regency = lexicon.place_of[BASE + district.parents[0]]
            yield name, (district, *place_things(regency, lexicon))
        else:
            doubt = reading.doubt or "not in the gazetteer"
            yield name, (Thing(path(f"{ID}place/{slug(name)}"), MentionKind.PLACE, name, doubt=doubt),)


def _events(extraction: Extraction) -> Iterator[Thing]:
    """Operations and elections that the article names, one IRI for each name."""
    for mention in extraction.mentions:
        if mention.kind in (MentionKind.OPERATION, MentionKind.ELECTION):
            name = " ".join((mention.name or mention.text).split())
            yield Thing(path(f"{ID}{mention.kind}/{slug(name)}"), mention.kind, name)
