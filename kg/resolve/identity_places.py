"""Reads the names of places, and tells namesakes apart by the article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.lexicon.forms import squeeze
from kg.lexicon.load import Lexicon
from kg.lexicon.records import Level, Place, PlaceKind
from kg.model import MentionKind, Thing
from kg.resolve.identity_names import path, slug
from kg.resolve.identity_scope import Scope


@dataclass(frozen=True, slots=True)
class PlaceReading:
    """A place, or `None`, with what speaks against it."""

    place: Place | None
    doubt: str = ""
    reasons: tuple[str, ...] = ()


ADMINISTRATIVE = (PlaceKind.PROVINCE, PlaceKind.REGENCY, PlaceKind.CITY)
OF_AN_EVENT = (PlaceKind.CITY, PlaceKind.REGENCY, PlaceKind.PROVINCE)


def read_place(
    words: Sequence[str],
    lexicon: Lexicon,
    levels: Sequence[Level],
    scope: Scope,
    order: Sequence[PlaceKind] = ADMINISTRATIVE,
) -> PlaceReading:
    """The place that `words` name, of one of `levels` if given; of several namesakes the one in the article's province.

    Of a province, a regency and a city of one name the first in `order` is taken, marked as unsure: units are named
    after the regency, events happen in the city.
    """
    wanted = {level.value for level in levels}
    found = [place for place in lexicon.places.exact(" ".join(words)) if not wanted or place.kind.value in wanted]
    if not found:
        return PlaceReading(None)
    if len(found) == 1:
        return PlaceReading(found[0], reasons=("name in the gazetteer",))
    provinces = {lexicon.gazetteer.provinces.get(place.iri, "") for place in found}
    if len(provinces) > 1:
        here = scope.only(found, lambda place: lexicon.gazetteer.provinces.get(place.iri, ""))
        if here is None:
            return PlaceReading(None, doubt="name of several places")
        return PlaceReading(here, reasons=("the only place of this name in the article's province",))
    best = min(found, key=lambda place: (order.index(place.kind) if place.kind in order else len(order), place.iri))
    others = ", ".join(sorted(place.label for place in found if place is not best))
    return PlaceReading(best, doubt=f"could also be {others}", reasons=("name in the gazetteer",))


def read_district(words: Sequence[str], lexicon: Lexicon, scope: Scope) -> Thing | None:
    """The district that `words` name, the only one of that name or the only one in the article's province."""
    name = " ".join(words)
    homes = lexicon.gazetteer.districts.get(squeeze(name), ())
    chosen = homes[0] if len(homes) == 1 else scope.only(homes, lambda home: lexicon.gazetteer.provinces[home[0]])
    if chosen is None:
        return None
    regency = lexicon.place_of[chosen[0]]
    return Thing(
        iri=f"id/place/kecamatan-{slug(chosen[1])}-{regency.slug}",
        kind=MentionKind.PLACE,
        label=f"Kecamatan {chosen[1]}",
        label_en=f"{chosen[1]} District",
        parents=(path(regency.iri),),
        known=True,
    )


def bare_name(place: Place) -> str:
    """The name of a regency or city without that word: "Kabupaten Bogor" -> "Bogor"."""
    rest = place.label.partition(" ")[2]
    return rest if rest in place.forms and place.kind in (PlaceKind.REGENCY, PlaceKind.CITY) else place.label
