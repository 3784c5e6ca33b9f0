"""Reads the names of places, and tells namesakes apart by the article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.lexicon.load import Lexicon
from kg.lexicon.records import Level, Place, PlaceKind
from kg.resolve.identity_scope import Scope


@dataclass(frozen=True, slots=True)
class PlaceReading:
    """A place, or `None`, with what speaks against it."""

    place: Place | None
    doubt: str = ""
    reasons: tuple[str, ...] = ()


def read_place(words: Sequence[str], lexicon: Lexicon, levels: Sequence[Level], scope: Scope) -> PlaceReading:
    """The place that `words` name, of one of `levels` if given; of several namesakes the one in the article's province.

    A province comes before a city of its name, a regency before a city, each marked as unsure.
    """
    wanted = {level.value for level in levels}
    found = [place for place in lexicon.places.exact(" ".join(words)) if not wanted or place.kind.value in wanted]
    if not found:
        return PlaceReading(None)
    if len(found) == 1:
        return PlaceReading(found[0], reasons=("name in the gazetteer",))
    order = [PlaceKind.PROVINCE, PlaceKind.REGENCY, PlaceKind.CITY]
    provinces = {lexicon.gazetteer.provinces.get(place.iri, "") for place in found}
    if len(provinces) > 1:
        here = scope.only(found, lambda place: lexicon.gazetteer.provinces.get(place.iri, ""))
        if here is None:
            return PlaceReading(None, doubt="name of several places")
        return PlaceReading(here, reasons=("the only place of this name in the article's province",))
    best = min(found, key=lambda place: (order.index(place.kind) if place.kind in order else len(order), place.iri))
    others = ", ".join(sorted(place.label for place in found if place is not best))
    return PlaceReading(best, doubt=f"could also be {others}", reasons=("name in the gazetteer",))


def bare_name(place: Place) -> str:
    """The name of a regency or city without that word: "Kabupaten Bogor" -> "Bogor"."""
    first, _, rest = place.label.partition(" ")
    return rest if rest and first in ("Kabupaten", "Kota") and place.kind is not PlaceKind.PROVINCE else place.label
