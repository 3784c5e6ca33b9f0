"""The unit of one kind that a name, a place, a number or the unit around it tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.lexicon.forms import squeeze
from kg.lexicon.load import Lexicon
from kg.lexicon.names import ID
from kg.lexicon.records import Level, Unit, UnitKind
from kg.resolve.identity_hierarchy import above_numbered, derive, namesakes, regional_above, unit_of_place
from kg.resolve.identity_names import slug
from kg.resolve.identity_places import read_place
from kg.resolve.identity_scope import Scope, province_of_unit

NUMBER = re.compile(r"[0-9IVXLC]+(?:[-/][0-9]+)*\b")
REGIONAL = (Level.REGENCY, Level.CITY)


@dataclass(frozen=True, slots=True)
class UnitReading:
    """A unit, whether it is known or follows from the gazetteer, and why it may be another one.

    `apart` marks a name that several units have or that only one article knows: its IRI must say which article.
    `derived` are the units above it that the gazetteer does not list. `bare` is a kind of unit named without telling
    which one; then `unit` is `None`.
    """

    unit: Unit | None
    known: bool = True
    doubt: str = ""
    reasons: tuple[str, ...] = ()
    derived: tuple[Unit, ...] = ()
    apart: bool = False
    bare: UnitKind | None = None


def one_of(candidates: Sequence[Unit], kind: str, lexicon: Lexicon, scope: Scope, text: str) -> UnitReading:
    """The candidate in the article's province; without one a unit of its own below what all have above them."""
    here = scope.only(candidates, lambda unit: province_of_unit(unit, lexicon))
    if here is not None:
        return UnitReading(here, reasons=("the only unit of this name in the article's province",))
    above = set(candidates[0].above).intersection(*(unit.above for unit in candidates[1:]))
    labels = ", ".join(sorted(unit.label for unit in candidates))
    unit = Unit(ID + "unit/" + slug(text), text, "", (text,), kind, tuple(sorted(above)), ())
    return UnitReading(unit, known=False, doubt=f"could be any of: {labels}", reasons=("name of several units",))


def known_unit(kind: UnitKind, words: Sequence[str], lexicon: Lexicon, scope: Scope) -> UnitReading | None:
    """A known unit of the kind, or of a kind on the same rung, by name or by the place it serves.

    Newspapers call a Polrestabes or Polresta simply Polres, and go on using the kind of before a promotion. But
    "Polresta Malang" is the only Polresta in a place called Malang, though the regency's Polres has that very name.
    """
    text = " ".join(words)
    family = sorted(lexicon.gazetteer.families.get(kind.iri, {kind.iri}))
    labels = [lexicon.unit_kind_of[iri].label for iri in family]
    named = [unit for label in labels for unit in lexicon.units.exact(f"{label} {text}")]
    serving = [
        lexicon.unit_of[unit]
        for place in lexicon.places.exact(text)
        for iri in family
        for unit in lexicon.gazetteer.serving.get((iri, place.iri), ())
    ]
    general = all(label.startswith(kind.label) for label in labels)
    for candidates in (
        [unit for unit in named if unit.kind == kind.iri],
        [unit for unit in serving if unit.kind == kind.iri and not general],
        named,
        serving,
    ):
        found = {unit.iri: unit for unit in candidates}
        if len(found) > 1:
            return one_of([found[iri] for iri in sorted(found)], kind.iri, lexicon, scope, f"{kind.label} {text}")
        for unit in found.values():
            if unit.kind == kind.iri:
                return UnitReading(unit, reasons=("name in the gazetteer",))
            others = ", ".join(sorted({other.label for other in serving if other.iri != unit.iri}))
            doubt = f"could also be {others}" if others else ""
            return UnitReading(
                unit, doubt=doubt, reasons=(f"the unit there is a {lexicon.unit_kind_of[unit.kind].label}",)
            )
    return None


def inside(kind: UnitKind, spec: Sequence[str], parent: UnitReading, lexicon: Lexicon) -> UnitReading:
    """A unit that the text itself puts inside another one."""
    over = parent.unit
    if over is None:
        return UnitReading(None, bare=kind)
    family = lexicon.gazetteer.families.get(kind.iri, frozenset({kind.iri}))
    if over.kind in family and not spec:
        return parent
    if kind.levels and over.serves and not spec:
        place = lexicon.place_of[over.serves[0]]
        if place.kind.value not in {level.value for level in kind.levels}:
            return UnitReading(None, bare=kind)  # "Polres Polda Lampung" names none of them
        unit, derived = derive(kind, place, lexicon)
        if over.iri in unit.above:
            return replace(parent, unit=unit, reasons=("the text names the unit above",), derived=derived)
    name = " ".join(spec)
    if Level.DISTRICT in kind.levels:
        derived_known = any(place in over.serves for place, _ in lexicon.gazetteer.districts.get(squeeze(name), ()))
        iri = f"{ID}unit/{kind.slug}-{slug(name)}" + namesakes(name, over, lexicon)
        unit = Unit(iri, f"{kind.label} {name}", "", (), kind.iri, (over.iri,), ())
        return replace(
            parent,
            unit=unit,
            known=derived_known and parent.known,
            reasons=("the text names the unit above",),
            derived=_with(parent),
        )
    label = " ".join(part for part in (kind.label, name, over.label) if part)
    unit = Unit(
        ID + "unit/" + slug(f"{kind.slug} {name} {over.slug}"), label, "", (), kind.iri, (over.iri,), over.serves
    )
    higher = {iri for above in kind.above for iri in lexicon.gazetteer.families.get(above, {above})}
    known = parent.known and not spec and over.kind in higher
    return replace(parent, unit=unit, known=known, reasons=("the text names the unit above",), derived=_with(parent))


def _with(parent: UnitReading) -> tuple[Unit, ...]:
    return (parent.unit, *parent.derived) if parent.unit is not None else parent.derived


def district_unit(kind: UnitKind, words: Sequence[str], lexicon: Lexicon, scope: Scope) -> UnitReading:
    """A unit of a district, of several namesakes the one in the article's region or province."""
    text = " ".join(words)
    homes = [iri for iri, _ in lexicon.gazetteer.districts.get(squeeze(text), ())]
    chosen = homes[0] if len(homes) == 1 else None
    reasons: tuple[str, ...] = ("the only district of this name",)
    doubt = ""
    if len(homes) > 1:
        regencies = {place for unit in scope.units for place in lexicon.unit_of[unit].serves}
        near = [home for home in homes if home in regencies]
        chosen = near[0] if len(near) == 1 else scope.only(homes, lambda home: lexicon.gazetteer.provinces[home])
        reasons = ("the only district of this name in the article's region",)
        doubt = "" if len(near) == 1 else "one of several districts of this name, chosen by the article's province"
    if chosen is None:
        return named_unit(kind, words, lexicon, scope)
    above, derived = unit_of_place(kind, lexicon.place_of[chosen], lexicon)
    if above is None:
        return named_unit(kind, words, lexicon, scope)
    iri = f"{ID}unit/{kind.slug}-{slug(text)}" + namesakes(text, above, lexicon)
    unit = Unit(iri, f"{kind.label} {text}", "", (), kind.iri, (above.iri,), ())
    return UnitReading(unit, doubt=doubt, reasons=reasons, derived=derived)


def numbered_unit(kind: UnitKind, words: Sequence[str], lexicon: Lexicon, scope: Scope) -> UnitReading:
    """A unit told apart by its number, as Kodim 0403/OKU; the number's beginning tells the unit above it."""
    text = " ".join(words).replace(" / ", "/")
    match = NUMBER.match(text)
    number = match.group() if match is not None else words[0]
    name = text[len(number) :].strip(" /")
    known = lexicon.units.exact(f"{kind.label} {number}")
    if known:
        return UnitReading(known[0], reasons=("number in the gazetteer",))
    label = f"{kind.label} {number}" + (f"/{name}" if name else "")
    place = read_place(name.split(), lexicon, REGIONAL, scope).place if name else None
    above, derived = above_numbered(kind, number, place, lexicon)
    serves = (place.iri,) if place is not None else ()
    unit = Unit(f"{ID}unit/{kind.slug}-{slug(number)}", label, "", (), kind.iri, above, serves, number)
    doubt = "" if above else "the unit above is unknown"
    return UnitReading(unit, known=False, doubt=doubt, reasons=("told apart by its number",), derived=derived)


def section_at(kind: UnitKind, words: Sequence[str], lexicon: Lexicon, scope: Scope) -> UnitReading | None:
    """A section named with a place only: "Satlantas Bogor" is that of the Polres there."""
    for iri in kind.above:
        over = lexicon.unit_kind_of.get(iri)
        if over is None or not over.levels:
            continue
        known = known_unit(over, words, lexicon, scope)
        if known is not None and known.unit is not None:
            return inside(kind, (), known, lexicon)
    return None


def named_unit(kind: UnitKind, words: Sequence[str], lexicon: Lexicon, scope: Scope) -> UnitReading:
    """A unit that only the article knows: below the only unit that the article leaves, marked as unsure.

    Unless its head has an office of that name: "Wakil Menteri Sekretaris Negara" is of the ministry that the Menteri
    Sekretaris Negara heads, whatever that is called.
    """
    name = " ".join(words)
    led = _led_under(kind, name, lexicon)
    if led is not None:
        return UnitReading(led, reasons=("its head has an office of this name",))
    wanted = {iri for iri in kind.above if iri in lexicon.unit_kind_of}
    homes = {place for place, _ in lexicon.gazetteer.districts.get(squeeze(name), ())}
    near = sorted(
        iri
        for iri in scope.units
        if (unit := lexicon.unit_of[iri]).kind in wanted and (not homes or homes.intersection(unit.serves))
    )
    if len(near) == 1:
        over = lexicon.unit_of[near[0]]
        iri = f"{ID}unit/{kind.slug}-{slug(name)}-{over.slug}"
        doubt = f"not in the gazetteer; put below {over.label}, the only such unit of the article"
        return UnitReading(
            Unit(iri, f"{kind.label} {name}", "", (), kind.iri, (over.iri,), ()), known=False, doubt=doubt
        )
    national = tuple(iri for iri in kind.above if iri in lexicon.unit_of)
    here = not homes or any(lexicon.gazetteer.provinces[home] == scope.province for home in homes)
    over_iris = national or (tuple(regional_above(kind, scope, lexicon)) if here else ())
    suffix = f"-{lexicon.unit_of[over_iris[0]].slug}" if over_iris and not national else ""
    unit = Unit(f"{ID}unit/{kind.slug}-{slug(name)}{suffix}", f"{kind.label} {name}", "", (), kind.iri, over_iris, ())
    several = len(lexicon.gazetteer.districts.get(squeeze(name), ())) > 1 and Level.DISTRICT in kind.levels
    local = not over_iris and bool({Level.DISTRICT, Level.VILLAGE}.intersection(kind.levels))
    doubt = "name of several districts" if several else "not in the gazetteer"
    return UnitReading(unit, known=False, doubt=doubt, apart=several or local)


def _led_under(kind: UnitKind, name: str, lexicon: Lexicon) -> Unit | None:
    """The unit of the kind whose head's office is the kind's office of a head with this name behind it."""
    head = lexicon.post_kind_of.get(lexicon.gazetteer.heads.get(kind.iri, ""))
    if head is None:
        return None
    units = {iri for form in head.forms for post in lexicon.post_kinds.exact(f"{form} {name}") for iri in post.leads}
    found = [unit for iri in units if (unit := lexicon.unit_of.get(iri)) is not None and unit.kind == kind.iri]
    return found[0] if len(found) == 1 else None
