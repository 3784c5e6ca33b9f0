"""Reads the names of units: known ones, ones that follow from kind and place, and ones that only an article knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.lexicon.forms import squeeze
from kg.lexicon.load import Lexicon
from kg.lexicon.records import Level, Unit, UnitKind
from kg.resolve.identity_hierarchy import derive
from kg.resolve.identity_kinds import (
    UnitReading,
    district_unit,
    inside,
    known_unit,
    named_unit,
    numbered_unit,
    one_of,
    section_at,
)
from kg.resolve.identity_names import marker_keys
from kg.resolve.identity_places import read_place
from kg.resolve.identity_scope import Scope, province_of_unit


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
        return one_of(exact, exact[0].kind, lexicon, scope, text)
    return None


def _placed(unit: Unit) -> bool:
    return bool(unit.serves)


def _beneath(units: Sequence[Unit], rest: Sequence[str], lexicon: Lexicon, scope: Scope) -> UnitReading | None:
    """A known unit with more words behind it: its level, its parent, or the place of a branch."""
    if is_national(rest, lexicon):
        return UnitReading(units[0], reasons=("name in the gazetteer",))
    if begins_with_connector(rest, lexicon):
        return None
    behind = read_unit(rest, lexicon, scope)
    unit = units[0]
    if behind is not None and behind.unit is not None:
        if behind.unit.iri == unit.iri or behind.unit.iri in unit.above or unit.iri in behind.unit.above:
            return UnitReading(unit, reasons=("name in the gazetteer",))
        name = f"{unit.label} {behind.unit.label}"
        # A unit that the gazetteer does not list is described only where it is named: what it is below stands in.
        higher = (behind.unit.iri,) if behind.unit.iri in lexicon.unit_of else behind.unit.above
        branch = Unit(
            f"{unit.iri}-{behind.unit.slug}",
            name,
            "",
            (name,),
            unit.kind,
            tuple(sorted({unit.iri, *(iri for iri in higher if iri in lexicon.unit_of)})),
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
    if is_national(rest, lexicon) or _is_level(rest, lexicon) or begins_with_connector(rest, lexicon):
        national = [lexicon.unit_of[iri] for iri in kind.above if iri in lexicon.unit_of]
        if rest and is_national(rest, lexicon) and len(national) == 1 and kind.label in national[0].forms:
            return UnitReading(national[0], reasons=("named as the national body",))
        return UnitReading(None, bare=kind)
    whole = _of_kind(kind, rest, lexicon, scope)
    if whole.known or not kind.levels:
        return whole
    for cut in range(len(rest) - 1, 0, -1):
        part = _of_kind(kind, rest[:cut], lexicon, scope)
        if part.known and part.unit is not None:
            behind = " ".join(rest[cut:])
            doubt = "" if is_national(rest[cut:], lexicon) else f"the words behind the name are left out: {behind}"
            return replace(part, doubt="; ".join(filter(None, (part.doubt, doubt))))
    return whole


def is_national(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether words only say that a body is the national one ("KPU RI")."""
    national = marker_keys(lexicon, "mentions/national-level")
    return all(squeeze(word) in national for word in words)


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
        return UnitReading(None, bare=kind) if not spec else named_unit(kind, spec, lexicon, scope)
    if kind.numbered and any(char.isdigit() for char in own[0]):
        return numbered_unit(kind, own, lexicon, scope)
    known = known_unit(kind, own, lexicon, scope)
    if known is not None:
        return known
    if Level.DISTRICT in kind.levels:
        return district_unit(kind, own, lexicon, scope)
    place = read_place(own, lexicon, kind.levels, scope)
    if place.place is not None and kind.levels:
        unit, derived = derive(kind, place.place, lexicon)
        return UnitReading(
            unit, doubt=place.doubt, reasons=(*place.reasons, "follows from kind and place"), derived=derived
        )
    if not kind.levels:
        above = section_at(kind, own, lexicon, scope)
        if above is not None:
            return above
    return named_unit(kind, own, lexicon, scope)
