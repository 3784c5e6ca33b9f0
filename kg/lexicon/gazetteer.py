"""What follows from the tables of posts, units and places together: who heads what, which unit serves which place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kg.lexicon.forms import squeeze
from kg.lexicon.records import Place, PlaceKind, PostKind, Unit, UnitKind


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Look-ups across tables; all keys and values are absolute IRIs.

    `serving` lists the known units of a kind that serve a place. `heads` is the kind of post that heads a kind of unit
    or a unit, `deputies` the kind of its second in command. `families` groups the unit kinds whose units are at the
    same rung below the same kind, as Polres, Polresta, Polrestabes and Polres Metro are. `below` lists the known units
    directly below one. `prefixes` finds the unit that stands above those whose number begins so ("04": Kodam
    II/Sriwijaya). `provinces` gives the province of every place. `districts` finds by its squeezed name the regencies
    with a district of that name, and how it is spelt there.
    """

    serving: Mapping[tuple[str, str], tuple[str, ...]]
    heads: Mapping[str, str]
    deputies: Mapping[str, str]
    families: Mapping[str, frozenset[str]]
    below: Mapping[str, tuple[str, ...]]
    prefixes: Mapping[str, str]
    provinces: Mapping[str, str]
    districts: Mapping[str, tuple[tuple[str, str], ...]]


def build_gazetteer(
    post_kinds: Iterable[PostKind], unit_kinds: Iterable[UnitKind], units: Iterable[Unit], places: Mapping[str, Place]
) -> Gazetteer:
    """The look-ups over the tables of a lexicon."""
    serving: dict[tuple[str, str], list[str]] = {}
    below: dict[str, list[str]] = {}
    prefixes: dict[str, str] = {}
    for unit in sorted(units, key=lambda unit: unit.iri):
        for place in unit.serves:
            serving.setdefault((unit.kind, place), []).append(unit.iri)
        for above in unit.above:
            below.setdefault(above, []).append(unit.iri)
        for prefix in unit.prefixes:
            prefixes[prefix] = unit.iri
    districts: dict[str, dict[str, str]] = {}
    for regency in places.values():
        for name in regency.districts:
            districts.setdefault(squeeze(name), {}).setdefault(regency.iri, name)
    kinds = tuple(post_kinds)
    return Gazetteer(
        MappingProxyType({key: tuple(found) for key, found in serving.items()}),
        _most_particular((kind, kind.leads) for kind in kinds),
        _most_particular((kind, kind.within) for kind in kinds if kind.deputy),
        _families(unit_kinds),
        MappingProxyType({above: tuple(found) for above, found in below.items()}),
        MappingProxyType(prefixes),
        MappingProxyType({iri: province_of(iri, places) for iri in places}),
        MappingProxyType({key: tuple(sorted(found.items())) for key, found in districts.items()}),
    )


def _most_particular(kinds: Iterable[tuple[PostKind, tuple[str, ...]]]) -> Mapping[str, str]:
    """For each unit or kind of unit the kind of post that belongs to the fewest; none where two are equal in that."""
    found: dict[str, list[tuple[int, str]]] = {}
    for kind, owners in kinds:
        for owner in owners:
            found.setdefault(owner, []).append((len(owners), kind.iri))
    best = {owner: sorted(ranked) for owner, ranked in found.items()}
    return MappingProxyType(
        {owner: ranked[0][1] for owner, ranked in best.items() if len(ranked) == 1 or ranked[0][0] < ranked[1][0]}
    )


def province_of(iri: str, places: Mapping[str, Place]) -> str:
    """The province that a place lies in or is, "" if none."""
    place = places.get(iri)
    while place is not None and place.kind is not PlaceKind.PROVINCE:
        place = places.get(place.within)
    return place.iri if place is not None else ""


def _families(unit_kinds: Iterable[UnitKind]) -> Mapping[str, frozenset[str]]:
    """Kinds with levels that stand below the same single kind and serve the same places, by kind."""
    grouped: dict[tuple[object, ...], list[str]] = {}
    for kind in unit_kinds:
        key: tuple[object, ...] = (kind.levels, kind.above) if kind.levels and len(kind.above) == 1 else (kind.iri,)
        if kind.numbered or not any("/unit-kind/" in above for above in kind.above):
            key = (kind.iri,)
        grouped.setdefault(key, []).append(kind.iri)
    return MappingProxyType({iri: frozenset(members) for members in grouped.values() for iri in members})
