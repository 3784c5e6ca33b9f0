"""Where an article plays: what decides between places and units of the same name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kg.lexicon.load import Lexicon
from kg.lexicon.records import Unit

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Scope:
    """The provinces that an article is about, the surest evidence first, and the units it names.

    `regions` are the regencies and cities that those units serve. All are absolute IRIs.
    """

    provinces: tuple[frozenset[str], ...] = ()
    units: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()

    def only(self, candidates: Sequence[T], province: Callable[[T], str]) -> T | None:
        """The one candidate in the article's provinces, by the surest evidence that leaves exactly one."""
        for tier in self.provinces:
            inside = [candidate for candidate in candidates if province(candidate) in tier]
            if len(inside) == 1:
                return inside[0]
        return None

    @property
    def province(self) -> str:
        """The only province of the article, "" if there is none or more than one."""
        return next((next(iter(tier)) for tier in self.provinces if len(tier) == 1), "")


def chain(unit: str, lexicon: Lexicon) -> tuple[str, ...]:
    """A known unit and the units above it up to the national body, each once, nearest first."""
    found = [unit]
    for iri in found:
        known = lexicon.unit_of.get(iri)
        found += [above for above in (known.above if known else ()) if above not in found]
    return tuple(found)


def province_of_unit(unit: Unit, lexicon: Lexicon) -> str:
    """The province that a unit serves or lies in, "" if it is national.

    Of several it is the one that the unit is named after, or the only one that it serves as a whole: Polda Papua serves
    three, Polda Metro Jaya one and some cities of two others.
    """
    provinces = {lexicon.gazetteer.provinces.get(place, "") for place in unit.serves} - {""}
    whole = provinces.intersection(unit.serves)
    named = {iri for iri in whole if unit.label.endswith(lexicon.place_of[iri].label)}
    for found in (provinces, named, whole):
        if len(found) == 1:
            return next(iter(found))
    above = [lexicon.unit_of[iri] for iri in unit.above if iri in lexicon.unit_of]
    inherited = {province_of_unit(one, lexicon) for one in above} - {""}
    return next(iter(inherited)) if len(inherited) == 1 else ""
