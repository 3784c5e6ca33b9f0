"""Reads the names of offices: which post it is, in which unit, and whether it heads that unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.lexicon.load import Lexicon
from kg.lexicon.names import ID
from kg.lexicon.records import PostKind, Unit, UnitKind
from kg.resolve.identity_kinds import UnitReading, inside
from kg.resolve.identity_names import KNOWN_OFFICES, slug
from kg.resolve.identity_scope import Scope, chain
from kg.resolve.identity_units import begins_with_connector, is_national, read_kind, split_unit


@dataclass(frozen=True, slots=True)
class PostReading:
    """A post: its IRI (absolute), its kind, its unit as far as known, and whether it heads the unit.

    `bare` is set, and `iri` empty, where the text gives the kind of post alone ("Kapolres") or with the unit above
    all of the kind ("Kapolres Polda Lampung").
    """

    iri: str = ""
    label: str = ""
    label_en: str = ""
    kind: PostKind | None = None
    unit: UnitReading | None = None
    leads: bool = False
    known: bool = False
    doubt: str = ""
    reasons: tuple[str, ...] = ()
    bare: PostKind | None = None


def read_post(words: Sequence[str], lexicon: Lexicon, scope: Scope) -> PostReading | None:
    """The post that `words` name; `None` if they do not begin with a kind of post."""
    match = lexicon.post_kinds.longest(words)
    if match is None:
        return None
    rest = tuple(words[match.last :])
    readings = [_of_kind(kind, rest, lexicon, scope) for kind in match.found]
    best = next((reading for reading in readings if reading.iri), readings[0])
    if best.bare is not None and match.last > 1:  # "Kapolres Metro": the kind, or the police of the city of Metro
        for cut in range(match.last - 1, 0, -1):
            for kind in lexicon.post_kinds.exact(" ".join(words[:cut])):
                shorter = _of_kind(kind, tuple(words[cut:]), lexicon, scope)
                here = shorter.unit.unit if shorter.known and shorter.unit is not None else None
                if here is not None and scope.only((here,), lambda unit: _province(unit, lexicon)) is not None:
                    return shorter
    return best


def _province(unit: Unit, lexicon: Lexicon) -> str:
    return lexicon.gazetteer.provinces.get(unit.serves[0], "") if unit.serves else ""


def _of_kind(kind: PostKind, rest: Sequence[str], lexicon: Lexicon, scope: Scope) -> PostReading:
    fixed = [lexicon.unit_of[iri] for iri in (*kind.leads, *kind.within) if iri in lexicon.unit_of]
    kinds = [lexicon.unit_kind_of[iri] for iri in (*kind.leads, *kind.within) if iri in lexicon.unit_kind_of]
    own = () if is_national(rest, lexicon) or begins_with_connector(rest, lexicon) else rest
    if fixed and (not own or not kinds):
        found = _fixed(kind, fixed[0], own, rest, lexicon, scope)
        if found is not None:
            return found
    elif kinds:
        if not own:
            return PostReading(bare=kind)
        readings = [reading for one in kinds if (reading := _placed(kind, one, own, lexicon, scope)) is not None]
        if readings:
            return next((reading for reading in readings if reading.known), readings[0])
    elif not own:
        return PostReading(bare=kind)
    return _custom(kind, own, lexicon, scope)


def _fixed(
    kind: PostKind, unit: Unit, own: Sequence[str], rest: Sequence[str], lexicon: Lexicon, scope: Scope
) -> PostReading | None:
    """A post of the one unit that has it; words behind it may only repeat that unit or what stands above it."""
    if own:
        start, behind = split_unit(own, lexicon, scope)
        over = behind.unit if behind is not None else None
        if start > 0 or over is None or over.iri not in chain(unit.iri, lexicon):
            return None
    several = any(iri in lexicon.unit_kind_of for iri in (*kind.leads, *kind.within))
    doubt = "no region is named" if several and not rest and scope.province else ""
    return PostReading(
        f"{ID}post/{kind.slug}",
        kind.label,
        kind.label_en,
        kind,
        UnitReading(unit, reasons=("the only unit with this post",)),
        leads=unit.iri in kind.leads,
        known=True,
        doubt=doubt,
        reasons=("the only post of its kind",),
    )


def _placed(
    kind: PostKind, unit_kind: UnitKind, rest: Sequence[str], lexicon: Lexicon, scope: Scope
) -> PostReading | None:
    """A post in a unit of the kind that belongs to it."""
    start, parent = split_unit(rest, lexicon, scope)
    family = lexicon.gazetteer.families.get(unit_kind.iri, frozenset({unit_kind.iri}))
    if parent is not None and parent.unit is not None:
        over = parent.unit
        if over.kind in family and start == 0:
            return in_unit(kind, parent, lexicon)
        higher = {iri for above in unit_kind.above for iri in lexicon.gazetteer.families.get(above, {above})}
        if over.kind in higher and (kind.leads or start == 0):
            section = inside(unit_kind, rest[:start], parent, lexicon)
            if section.unit is None:
                return PostReading(bare=kind, unit=parent)
            return in_unit(kind, section, lexicon)
        return None
    if unit_kind.forms == (unit_kind.label,) and not unit_kind.above:
        return None  # so general a kind that the words behind it are an organisation's own name
    reading = read_kind(unit_kind, rest, lexicon, scope)
    if reading.unit is None:
        return PostReading(bare=kind)
    if not reading.known and not unit_kind.levels and not unit_kind.numbered and not kind.leads:
        return None
    return in_unit(kind, reading, lexicon)


def in_unit(kind: PostKind, reading: UnitReading, lexicon: Lexicon) -> PostReading | None:
    unit = reading.unit
    if unit is None:
        return None
    kind = _kind_there(kind, unit, lexicon)
    leads = unit.kind in kind.leads
    unit_kind = lexicon.unit_kind_of[unit.kind]
    single = leads or kind.deputy or sum(iri in lexicon.unit_kind_of for iri in kind.within) == 1
    named = unit.label.startswith(f"{unit_kind.label} ") and unit.slug.startswith(f"{unit_kind.slug}-")
    if single and (unit_kind.levels or unit_kind.numbered or named):
        tail, end = _tail(unit.label, unit_kind.label), unit.slug.removeprefix(f"{unit_kind.slug}-")
        tail, end = (_as_head(unit, lexicon) if kind.deputy else None) or (tail, end)
    else:
        tail, end = unit.label, unit.slug
    english = f"{kind.label_en}, {unit.label_en or unit.label}" if kind.label_en else ""
    return PostReading(
        f"{ID}post/{kind.slug}-{end}",
        f"{kind.label} {tail}",
        english,
        kind,
        reading,
        leads=leads,
        known=reading.known,
        doubt=reading.doubt,
        reasons=(*reading.reasons, "kind of post and unit"),
    )


def head_of(unit: Unit, lexicon: Lexicon) -> PostReading | None:
    """The post that heads a unit, `None` if the gazetteer names no one kind for it."""
    return _head_known(unit.iri, lexicon) if lexicon.unit_of.get(unit.iri) is unit else _head(unit, lexicon)


@lru_cache(maxsize=KNOWN_OFFICES)
def _head_known(unit: str, lexicon: Lexicon) -> PostReading | None:
    return _head(lexicon.unit_of[unit], lexicon)


def _head(unit: Unit, lexicon: Lexicon) -> PostReading | None:
    own = lexicon.post_kind_of.get(lexicon.gazetteer.heads.get(unit.iri, ""))
    if own is not None:
        return _fixed(own, unit, (), (unit.label,), lexicon, Scope())
    kind = lexicon.post_kind_of.get(lexicon.gazetteer.heads.get(unit.kind, ""))
    if kind is None or not kind.leads or not any("/unit-kind/" in iri for iri in kind.leads):
        return None
    return in_unit(kind, UnitReading(unit, known=unit.iri in lexicon.unit_of), lexicon)


def _kind_there(kind: PostKind, unit: Unit, lexicon: Lexicon) -> PostKind:
    """The kind of post that the unit really has: "Kapolres Palembang" is the Kapolrestabes."""
    family = lexicon.gazetteer.families.get(unit.kind, frozenset())
    if len(family) > 1 and unit.kind not in (*kind.leads, *kind.within):
        table = lexicon.gazetteer.deputies if kind.deputy else lexicon.gazetteer.heads
        if kind.deputy or family.intersection(kind.leads):
            return lexicon.post_kind_of.get(table.get(unit.kind, ""), kind)
    return kind


def _as_head(unit: Unit, lexicon: Lexicon) -> tuple[str, str] | None:
    """What the office of the unit's head adds to that of such heads, as label and in the IRI: a deputy shares it.

    The deputy of the "Menteri Sekretaris Negara" is not named after the Kementerian Sekretariat Negara.
    """
    heads = lexicon.gazetteer.heads
    own, such = (lexicon.post_kind_of.get(heads.get(iri, "")) for iri in (unit.iri, unit.kind))
    if own is None or such is None or not own.label.startswith(f"{such.label} "):
        return None
    if not own.slug.startswith(f"{such.slug}-"):
        return None
    return own.label.removeprefix(such.label).strip(), own.slug.removeprefix(f"{such.slug}-")


def _tail(label: str, kind: str) -> str:
    return label.removeprefix(kind).strip() or label


def _custom(kind: PostKind, rest: Sequence[str], lexicon: Lexicon, scope: Scope) -> PostReading:
    """A post whose unit is none of its kind's own: "Ketua NasDem Sumut", "Anggota Komisi III DPR"."""
    if not rest:
        return PostReading(bare=kind)
    start, parent = split_unit(rest, lexicon, scope)
    spec = " ".join(rest[:start])
    if parent is None or parent.unit is None:
        name = " ".join(rest)
        return PostReading(
            f"{ID}post/{kind.slug}-{slug(name)}", f"{kind.label} {name}", "", kind, doubt="its unit is not known"
        )
    unit = parent.unit
    label = " ".join(part for part in (kind.label, spec, unit.label) if part)
    heads = not spec and bool(kind.leads) and lexicon.gazetteer.heads.get(unit.iri) is None
    return PostReading(
        f"{ID}post/" + "-".join(part for part in (kind.slug, slug(spec) if spec else "", unit.slug) if part),
        label,
        "",
        kind,
        parent,
        leads=heads,
        known=False,
        doubt=parent.doubt,
        reasons=("the text names the unit",),
    )
