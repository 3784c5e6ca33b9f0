"""Reads the names of groups: the holders of a kind of post, the people of a unit or place, people at large."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.lexicon.forms import squeeze
from kg.lexicon.load import Lexicon
from kg.lexicon.names import ID
from kg.lexicon.records import PostKind, Unit, UnitKind
from kg.resolve.identity_hierarchy import national_above
from kg.resolve.identity_kinds import UnitReading
from kg.resolve.identity_names import Bare, marker_keys, slug
from kg.resolve.identity_places import read_place
from kg.resolve.identity_scope import Scope, chain
from kg.resolve.identity_units import split_unit

LONGEST_HEAD = 3  # words of a group's head noun


@dataclass(frozen=True, slots=True)
class GroupReading:
    """A group: the unit whose people it is, the kind of post that its members hold, the place where they live.

    `iri` is absolute; `apart` marks a group that only its article knows, which its IRI must say.
    """

    iri: str
    label: str
    unit: UnitReading | None = None
    post_kind: PostKind | None = None
    place: str = ""
    known: bool = False
    apart: bool = False
    doubt: str = ""
    reasons: tuple[str, ...] = ()


def read_holders(kind: PostKind, commander: Unit | None, lexicon: Lexicon, scope: Scope) -> GroupReading:
    """All holders of a kind of post: those below the unit that addresses them, else in the article's only province.

    "Kapolres" in an article from Lampung is the fifteen chiefs below Polda Lampung, never one of them.
    """
    kinds = [lexicon.unit_kind_of[iri] for iri in (*kind.leads, *kind.within) if iri in lexicon.unit_kind_of]
    over = _over(kinds, commander, lexicon) if commander is not None else None
    reason = "the posts of this kind below the unit that addresses them"
    if over is None and scope.province:
        over = _commander_of_province(kind, scope.province, lexicon)
        reason = "the posts of this kind in the article's only province"
    doubt = "a title alone: no unit is named"
    if over is None:
        return GroupReading(
            f"{ID}group/{kind.slug}", kind.label, post_kind=kind, known=True, doubt=doubt, reasons=("a title alone",)
        )
    return GroupReading(
        f"{ID}group/{kind.slug}-{over.slug}",
        f"{kind.label} ({over.label})",
        UnitReading(over),
        kind,
        known=over.iri in lexicon.unit_of,
        doubt=doubt,
        reasons=(reason,),
    )


def read_units(kind: UnitKind, commander: Unit | None, lexicon: Lexicon, scope: Scope) -> GroupReading:
    """All units of a kind, where the text names none of them ("seluruh Polsek"), as `read_holders` does for posts."""
    over = _over((kind,), commander, lexicon) if commander is not None else None
    if over is None and scope.province:
        over = _highest_at(kind, scope.province, lexicon)
    doubt = "a kind of unit alone: none is named"
    tail = f"-{over.slug}" if over is not None else ""
    label = f"{kind.label} ({over.label})" if over is not None else kind.label
    return GroupReading(
        f"{ID}group/{kind.slug}{tail}",
        label,
        UnitReading(over) if over is not None else None,
        known=over is None or over.iri in lexicon.unit_of,
        doubt=doubt,
        reasons=("a kind of unit without a name",),
    )


def read_group(bare: Bare, commander: Unit | None, lexicon: Lexicon, scope: Scope) -> GroupReading:
    """A group by its head noun and what it belongs to: a unit, a place, whoever addresses it, or nobody known."""
    words = bare.words
    size = _head_length(words, lexicon)
    head = " ".join(words[:size]).lower()
    start, unit = split_unit(words[size:], lexicon, scope)
    middle = " ".join(words[size : size + start]).lower() if unit is not None else ""
    if unit is not None and unit.unit is not None:
        name = " ".join(part for part in (head, middle) if part)
        return GroupReading(
            f"{ID}group/{slug(name)}-{unit.unit.slug}",
            f"{name} {unit.unit.label}",
            unit,
            known=unit.known and not middle and _is(head, "words/subordinate-group", lexicon),
            doubt=unit.doubt,
            reasons=("the text names the unit",),
        )
    place = _place_at_end(words[size:], lexicon, scope)
    if place is not None:
        cut, iri = place
        name = " ".join((head, *words[size : size + cut])).lower()
        found = lexicon.place_of[iri]
        return GroupReading(
            f"{ID}group/{slug(name)}-{found.slug}",
            f"{name} {found.label}",
            place=iri,
            reasons=("the text names the place",),
        )
    name = " ".join(words).lower()
    others = any(word[:1].isupper() for word in words[size:])  # "anggota KKB" are nobody's men but KKB's
    if _is(head, "words/subordinate-group", lexicon) and commander is not None and not others:
        return GroupReading(
            f"{ID}group/{slug(name)}-{commander.slug}",
            f"{name} {commander.label}",
            UnitReading(commander),
            doubt="whose they are follows from who addresses them",
            reasons=("the people of the unit that addresses them",),
        )
    if _is(head, "words/public-group", lexicon):
        return GroupReading(f"{ID}group/{slug(name)}", name, known=len(words) == size, reasons=("people at large",))
    return GroupReading(f"{ID}group/{slug(name)}", " ".join(words), apart=True, doubt="only this article knows which")


def _head_length(words: Sequence[str], lexicon: Lexicon) -> int:
    """How many words the head noun has: the longest form of a group known, else one."""
    keys = marker_keys(lexicon, "words/public-group") | marker_keys(lexicon, "words/subordinate-group")
    sizes = range(min(LONGEST_HEAD, len(words)), 0, -1)
    return next((size for size in sizes if squeeze("".join(words[:size])) in keys), min(1, len(words)))


def _is(head: str, name: str, lexicon: Lexicon) -> bool:
    return squeeze(head) in marker_keys(lexicon, name)


def _place_at_end(words: Sequence[str], lexicon: Lexicon, scope: Scope) -> tuple[int, str] | None:
    """Where the longest name of a place begins that goes on to the end, and the place."""
    for start in range(len(words)):
        if words[start][:1].isupper():
            place = read_place(words[start:], lexicon, (), scope).place
            if place is not None:
                return start, place.iri
    return None


def _over(kinds: Sequence[UnitKind], commander: Unit, lexicon: Lexicon) -> Unit | None:
    """The unit whose part a kind is for a commander: his own, or the national body if he is at its head or above."""
    below = _kinds_below(commander.kind, lexicon)
    for kind in kinds:
        if kind.iri in below:
            return commander
        if commander.iri in _units_above(kind, lexicon):
            return lexicon.unit_of[national_above(kind, lexicon)[0]]
    return None


def _units_above(kind: UnitKind, lexicon: Lexicon) -> frozenset[str]:
    """The national units above a kind, up to the body at the top."""
    return frozenset(over for iri in national_above(kind, lexicon) for over in chain(iri, lexicon))


def _kinds_below(kind: str, lexicon: Lexicon) -> frozenset[str]:
    """The kinds of units below a kind, at any depth."""
    found: set[str] = set()
    grown = {kind}
    while grown:
        family = {member for one in grown for member in lexicon.gazetteer.families.get(one, {one})}
        grown = {one.iri for one in lexicon.unit_kind_of.values() if family.intersection(one.above)} - found
        found |= grown
    return frozenset(found)


def _commander_of_province(kind: PostKind, province: str, lexicon: Lexicon) -> Unit | None:
    """The highest regional unit of a province that has units with such posts below it."""
    for iri in (*kind.leads, *kind.within):
        unit_kind = lexicon.unit_kind_of.get(iri)
        over = _highest_at(unit_kind, province, lexicon) if unit_kind is not None else None
        if over is not None:
            return over
    return None


def _highest_at(kind: UnitKind, province: str, lexicon: Lexicon) -> Unit | None:
    """The known unit above a kind that serves the province."""
    for iri in kind.above:
        for known in lexicon.gazetteer.serving.get((iri, province), ()):
            return lexicon.unit_of[known]
        over = lexicon.unit_kind_of.get(iri)
        if over is not None and over.iri != kind.iri:
            found = _highest_at(over, province, lexicon)
            if found is not None:
                return found
    return None
