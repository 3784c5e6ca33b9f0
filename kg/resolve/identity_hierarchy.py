"""Units that follow from kind and place, and which unit stands above one that the gazetteer does not list."""

from __future__ import annotations

from collections.abc import Iterator

from kg.lexicon.forms import squeeze
from kg.lexicon.load import Lexicon
from kg.lexicon.names import ID
from kg.lexicon.records import Place, PlaceKind, Unit, UnitKind
from kg.resolve.identity_names import slug
from kg.resolve.identity_places import bare_name
from kg.resolve.identity_scope import Scope


def derive(kind: UnitKind, place: Place, lexicon: Lexicon) -> tuple[Unit, tuple[Unit, ...]]:
    """The unit of a kind at a place, and the units above it that the gazetteer lacks."""
    for known in lexicon.gazetteer.serving.get((kind.iri, place.iri), ()):
        return lexicon.unit_of[known], ()
    alone = len(kind.levels) == 1
    name = bare_name(place) if alone else place.label
    tail = slug(name) if alone else place.slug
    above, derived = _derived_above(kind, place, lexicon)
    english = f"{kind.label_en} of {place.label_en}" if kind.label_en and place.label_en else ""
    unit = Unit(f"{ID}unit/{kind.slug}-{tail}", f"{kind.label} {name}", english, (), kind.iri, above, (place.iri,))
    return unit, derived


def _derived_above(kind: UnitKind, place: Place, lexicon: Lexicon) -> tuple[tuple[str, ...], tuple[Unit, ...]]:
    """What stands above: a unit of another kind at the place, else of a place around it, else the national body."""
    around: Place | None = place
    while around is not None and around.kind is not PlaceKind.COUNTRY:
        for iri in kind.above:
            over = lexicon.unit_kind_of.get(iri)
            if over is None or (iri == kind.iri and around is place):
                continue
            if any(level.value == around.kind.value for level in over.levels):
                unit, derived = derive(over, around, lexicon)
                return (unit.iri,), (derived if unit.iri in lexicon.unit_of else (unit, *derived))
        around = lexicon.place_of.get(around.within)
    return national_above(kind, lexicon), ()


def lacking_above(unit: Unit, lexicon: Lexicon) -> tuple[Unit, ...]:
    """The units above one that the gazetteer does not list, as far as they follow from its kind and what it serves."""
    kind = lexicon.unit_kind_of.get(unit.kind)
    if kind is None or unit.iri in lexicon.unit_of:
        return ()
    if unit.serves and not unit.number:
        same, derived = derive(kind, lexicon.place_of[unit.serves[0]], lexicon)
        return derived if same.above == unit.above else ()
    above, derived = above_numbered(kind, unit.number, None, lexicon) if unit.number else ((), ())
    return derived if above == unit.above else ()


def national_above(kind: UnitKind, lexicon: Lexicon) -> tuple[str, ...]:
    """The known units above a kind, or above the kinds that are above it."""
    direct = tuple(iri for iri in kind.above if iri in lexicon.unit_of)
    if direct:
        return direct
    higher = [lexicon.unit_kind_of[iri] for iri in kind.above if iri in lexicon.unit_kind_of and iri != kind.iri]
    return tuple(sorted({iri for over in higher for iri in national_above(over, lexicon)}))


def unit_of_place(kind: UnitKind, place: Place, lexicon: Lexicon) -> tuple[Unit | None, tuple[Unit, ...]]:
    """The unit directly above units of a kind at a place, and those above it that the gazetteer lacks."""
    for iri in kind.above:
        for known in lexicon.gazetteer.serving.get((iri, place.iri), ()):
            return lexicon.unit_of[known], ()
    for iri in kind.above:
        over = lexicon.unit_kind_of.get(iri)
        if over is not None and any(level.value == place.kind.value for level in over.levels):
            unit, derived = derive(over, place, lexicon)
            return unit, (unit, *derived)
    return None, ()


def above_numbered(
    kind: UnitKind, number: str, place: Place | None, lexicon: Lexicon
) -> tuple[tuple[str, ...], tuple[Unit, ...]]:
    """The unit above a numbered one, and what is above that if the gazetteer lacks it.

    The first part of a double number ("0403-05") is that of the unit above; else it is that of the place's province if
    only one serves it, else the one that such numbers begin with.
    """
    first, _, second = number.partition("-")
    over = next((lexicon.unit_kind_of[iri] for iri in kind.above if iri in lexicon.unit_kind_of), None)
    if second and first.isdigit() and over is not None and over.numbered:
        above, derived = above_numbered(over, first, place, lexicon)
        unit = Unit(f"{ID}unit/{over.slug}-{first}", f"{over.label} {first}", "", (), over.iri, above, (), first)
        return (unit.iri,), (unit, *derived)
    if place is not None:
        province = lexicon.gazetteer.provinces.get(place.iri, "")
        for iri in kind.above:
            units = lexicon.gazetteer.serving.get((iri, province), ())
            if len(units) == 1:
                return units, ()
    prefix = lexicon.gazetteer.prefixes.get(number[:2])
    if prefix is not None:
        return (prefix,), ()
    return national_above(kind, lexicon), ()


def regional_above(kind: UnitKind, scope: Scope, lexicon: Lexicon) -> Iterator[str]:
    """The unit two rungs up in the article's only province: a Polsek of an unknown Polres is below its Polda."""
    if not scope.province:
        return
    for iri in kind.above:
        over = lexicon.unit_kind_of.get(iri)
        for higher in over.above if over is not None else ():
            yield from lexicon.gazetteer.serving.get((higher, scope.province), ())[:1]
            return


def namesakes(name: str, over: Unit, lexicon: Lexicon) -> str:
    """What tells a district's unit from namesakes: nothing for the only district of that name, else the unit above."""
    homes = lexicon.gazetteer.districts.get(squeeze(name), ())
    if len(homes) == 1 and homes[0][0] in over.serves:
        return ""
    return f"-{over.slug}"
