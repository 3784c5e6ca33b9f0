"""Reads the names of units: known ones, ones that follow from kind and place, and ones that only an article knows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.lexicon.forms import squeeze
from kg.lexicon.load import Lexicon
from kg.lexicon.names import ID
from kg.lexicon.records import Level, Unit, UnitKind
from kg.resolve.identity_hierarchy import above_numbered, derive, namesakes, regional_above, unit_of_place
from kg.resolve.identity_names import marker_keys, slug
from kg.resolve.identity_places import read_place
from kg.resolve.identity_scope import Scope, province_of_unit

NATIONAL = frozenset({"ri", "republik", "indonesia", "pusat", "nasional"})
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


def read_unit(words: Sequence[str], lexicon: Lexicon, scope: Scope) -> UnitReading | None:
    """The unit that `words` name from the first to the last, `None` if they name none."""
    text = " ".join(words)
    exact = lexicon.units.exact(text) if words else ()
    bare = lexicon.unit_kinds.exact(text) if words else ()
    found = _exact(exact, bare, lexicon, scope, text)
    if found is not None:
        return found
    if bare:
        return UnitReading(None, bare=bare[0])
    kinds = lexicon.unit_kinds.longest(words)
    named = lexicon.units.longest(words)
    by_kind = None
    if kinds is not None:
        last = kinds.last
        if last > 1 and squeeze(words[last - 1]) in marker_keys(lexicon, "mentions/level"):
            last -= 1 if lexicon.places.exact(" ".join(words[last - 1 :])) else 0  # "BNN Kota" Bogor: Kota Bogor
        by_kind = read_kind(kinds.found[0], words[last:], lexicon, scope)
        if named is None or kinds.last >= named.last or (by_kind.known and not by_kind.doubt):
            return by_kind
    if named is None:
        return None
    return _beneath(named.found, words[named.last :], lexicon, scope) or by_kind


def _exact(
    exact: Sequence[Unit], bare: Sequence[UnitKind], lexicon: Lexicon, scope: Scope, text: str
) -> UnitReading | None:
    """The known unit of that very name; of several, the one in the article's province."""
    if bare and exact:  # "Polres Metro" is a kind, and the police of the city of Metro
        here = scope.only(exact, lambda unit: province_of_unit(unit, lexicon))
        if here is not None:
            return UnitReading(here, reasons=("the only unit of this name in the article's province",))
        if any(unit.above and lexicon.unit_kind_of[unit.kind] in bare for unit in exact):
            return UnitReading(exact[0], doubt="may be short for a regional unit") if len(exact) == 1 else None
        return UnitReading(exact[0], doubt="may be short for a regional unit") if not _placed(exact[0]) else None
    if len(exact) == 1:
        return UnitReading(exact[0], reasons=("name in the gazetteer",))
    if exact:
        return _one_of(exact, exact[0].kind, lexicon, scope, text)
    return None


def _placed(unit: Unit) -> bool:
    return bool(unit.serves)


def _one_of(candidates: Sequence[Unit], kind: str, lexicon: Lexicon, scope: Scope, text: str) -> UnitReading:
    """The candidate in the article's province; without one a unit of its own below what all have above them."""
    here = scope.only(candidates, lambda unit: province_of_unit(unit, lexicon))
    if here is not None:
        return UnitReading(here, reasons=("the only unit of this name in the article's province",))
    above = set(candidates[0].above).intersection(*(unit.above for unit in candidates[1:]))
    labels = ", ".join(sorted(unit.label for unit in candidates))
    unit = Unit(ID + "unit/" + slug(text), text, "", (text,), kind, tuple(sorted(above)), ())
    return UnitReading(unit, known=False, doubt=f"could be any of: {labels}", reasons=("name of several units",))


def _beneath(units: Sequence[Unit], rest: Sequence[str], lexicon: Lexicon, scope: Scope) -> UnitReading | None:
    """A known unit with more words behind it: its level, its parent, or the place of a branch."""
    if is_national(rest):
        return UnitReading(units[0], reasons=("name in the gazetteer",))
    if begins_with_connector(rest, lexicon):
        return None
    behind = read_unit(rest, lexicon, scope)
    unit = units[0]
    if behind is not None and behind.unit is not None:
        if behind.unit.iri == unit.iri or behind.unit.iri in unit.above or unit.iri in behind.unit.above:
            return UnitReading(unit, reasons=("name in the gazetteer",))
        name = f"{unit.label} {behind.unit.label}"
        branch = Unit(
            f"{unit.iri}-{behind.unit.slug}",
            name,
            "",
            (name,),
            unit.kind,
            tuple(sorted({unit.iri, behind.unit.iri})),
            (),
        )
        return replace(behind, unit=branch, known=False, doubt="a branch that the gazetteer does not list")
    place = read_place(rest, lexicon, (), scope)
    if place.place is None:
        if not lexicon.unit_kind_of[unit.kind].levels and lexicon.ranks.longest(rest) is None:
            return None
        doubt = f"the words behind the name are left out: {' '.join(rest)}"
        return UnitReading(unit, doubt=doubt, reasons=("name in the gazetteer",))
    name = f"{unit.label} {place.place.label}"
    branch = Unit(f"{unit.iri}-{place.place.slug}", name, "", (name,), unit.kind, (unit.iri,), (place.place.iri,))
    doubt = place.doubt or "a branch that the gazetteer does not list"
    return UnitReading(branch, known=False, doubt=doubt, reasons=place.reasons)


def split_unit(words: Sequence[str], lexicon: Lexicon, scope: Scope) -> tuple[int, UnitReading | None]:
    """Where in `words` the name of a unit begins that goes on to their end, and the unit; `len(words)` if none does.

    "Inanwatan Polres Sorong Selatan" is a name and the unit it belongs to.
    """
    for start in range(len(words)):
        if lexicon.unit_kinds.longest(words, start) is None and lexicon.units.longest(words, start) is None:
            continue
        if squeeze(words[start]) in lexicon.places.by_key and start == 0 and len(words) == 1:
            continue
        found = read_unit(words[start:], lexicon, scope)
        if found is not None:
            return start, found
    return len(words), None


def read_kind(kind: UnitKind, rest: Sequence[str], lexicon: Lexicon, scope: Scope) -> UnitReading:
    """The unit of a kind that the words behind it tell: a place, a number, a name, the unit it belongs to.

    Where all words are no name known, the longest beginning that is one counts, marked as unsure: a title of a headline
    runs on into its verb or into the holder's name.
    """
    if is_national(rest) or _is_level(rest, lexicon) or begins_with_connector(rest, lexicon):
        national = [lexicon.unit_of[iri] for iri in kind.above if iri in lexicon.unit_of]
        if rest and is_national(rest) and len(national) == 1 and kind.label in national[0].forms:
            return UnitReading(national[0], reasons=("named as the national body",))
        return UnitReading(None, bare=kind)
    whole = _of_kind(kind, rest, lexicon, scope)
    if whole.known or not kind.levels:
        return whole
    for cut in range(len(rest) - 1, 0, -1):
        part = _of_kind(kind, rest[:cut], lexicon, scope)
        if part.known and part.unit is not None:
            behind = " ".join(rest[cut:])
            doubt = "" if is_national(rest[cut:]) else f"the words behind the name are left out: {behind}"
            return replace(part, doubt="; ".join(filter(None, (part.doubt, doubt))))
    return whole


def is_national(words: Sequence[str]) -> bool:
    """Whether words only say that a body is the national one ("KPU RI")."""
    return all(squeeze(word) in NATIONAL for word in words)


def _is_level(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether words only say on which level a body is ("KPU Kabupaten/Kota")."""
    levels = marker_keys(lexicon, "mentions/level")
    return all(squeeze(part) in levels for word in words for part in word.split("/"))


def begins_with_connector(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether words go on with another office or unit ("Kapolda dan Pangdam"): what is before stands alone."""
    return bool(words) and words[0].islower() and squeeze(words[0]) in marker_keys(lexicon, "mentions/office-connector")


def _of_kind(kind: UnitKind, own: Sequence[str], lexicon: Lexicon, scope: Scope) -> UnitReading:
    start, parent = split_unit(own, lexicon, scope)
    spec = own[:start]
    if parent is not None and parent.unit is not None:
        return inside(kind, spec, parent, lexicon)
    if parent is not None and parent.bare is not None:
        return UnitReading(None, bare=kind) if not spec else _named(kind, spec, lexicon, scope)
    if kind.numbered and any(char.isdigit() for char in own[0]):
        return _numbered(kind, own, lexicon, scope)
    known = _known(kind, own, lexicon, scope)
    if known is not None:
        return known
    if Level.DISTRICT in kind.levels:
        return _district(kind, own, lexicon, scope)
    place = read_place(own, lexicon, kind.levels, scope)
    if place.place is not None and kind.levels:
        unit, derived = derive(kind, place.place, lexicon)
        return UnitReading(
            unit, doubt=place.doubt, reasons=(*place.reasons, "follows from kind and place"), derived=derived
        )
    if not kind.levels:
        above = _above_at(kind, own, lexicon, scope)
        if above is not None:
            return above
    return _named(kind, own, lexicon, scope)


def _known(kind: UnitKind, words: Sequence[str], lexicon: Lexicon, scope: Scope) -> UnitReading | None:
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
            return _one_of([found[iri] for iri in sorted(found)], kind.iri, lexicon, scope, f"{kind.label} {text}")
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
    if kind.levels and not spec:
        place = lexicon.place_of[over.serves[0]] if len(over.serves) == 1 else None
        if place is None or place.kind.value not in {level.value for level in kind.levels}:
            return UnitReading(None, bare=kind)
        unit, derived = derive(kind, place, lexicon)
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


def _district(kind: UnitKind, words: Sequence[str], lexicon: Lexicon, scope: Scope) -> UnitReading:
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
        return _named(kind, words, lexicon, scope)
    above, derived = unit_of_place(kind, lexicon.place_of[chosen], lexicon)
    if above is None:
        return _named(kind, words, lexicon, scope)
    iri = f"{ID}unit/{kind.slug}-{slug(text)}" + namesakes(text, above, lexicon)
    unit = Unit(iri, f"{kind.label} {text}", "", (), kind.iri, (above.iri,), ())
    return UnitReading(unit, doubt=doubt, reasons=reasons, derived=derived)


def _numbered(kind: UnitKind, words: Sequence[str], lexicon: Lexicon, scope: Scope) -> UnitReading:
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


def _above_at(kind: UnitKind, words: Sequence[str], lexicon: Lexicon, scope: Scope) -> UnitReading | None:
    """A section named with a place only: "Satlantas Bogor" is that of the Polres there."""
    for iri in kind.above:
        over = lexicon.unit_kind_of.get(iri)
        if over is None or not over.levels:
            continue
        known = _known(over, words, lexicon, scope)
        if known is not None and known.unit is not None:
            return inside(kind, (), known, lexicon)
    return None


def _named(kind: UnitKind, words: Sequence[str], lexicon: Lexicon, scope: Scope) -> UnitReading:
    """A unit that only the article knows: below the only unit that the article leaves, marked as unsure."""
    name = " ".join(words)
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
