"""What identification found, as things of the graph: each with its kind, its place in the hierarchy and its doubts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from kg.lexicon.load import Lexicon
from kg.lexicon.names import ID
from kg.lexicon.records import Place, PlaceKind, Unit
from kg.model import MentionKind, Thing
from kg.resolve.identity_groups import GroupReading
from kg.resolve.identity_hierarchy import lacking_above
from kg.resolve.identity_kinds import UnitReading
from kg.resolve.identity_names import path
from kg.resolve.identity_offices import Reading
from kg.resolve.identity_places import bare_name
from kg.resolve.identity_posts import PostReading, head_of
from kg.resolve.identity_scope import chain

KNOWN_UNITS, KNOWN_KINDS = 4096, 1024  # the last that articles named, of the gazetteer


def reading_things(reading: Reading, lexicon: Lexicon) -> Iterator[Thing]:
    """The thing that an office names, the units above it up to the national body, and the posts that head those."""
    if isinstance(reading, PostReading):
        yield post_thing(reading, lexicon)
        if reading.unit is not None:
            yield from hierarchy(reading.unit, lexicon)
    elif isinstance(reading, UnitReading):
        if reading.unit is not None:
            yield replace(
                unit_thing(reading.unit, known=reading.known, lexicon=lexicon),
                doubt=reading.doubt,
                reasons=reading.reasons,
            )
            yield from hierarchy(reading, lexicon)
    else:
        yield group_thing(reading, lexicon)
        if reading.unit is not None:
            yield from hierarchy(reading.unit, lexicon)
            yield from members(reading, lexicon)
        if reading.place:
            yield from place_things(lexicon.place_of[reading.place], lexicon)


def reading_path(reading: Reading) -> str:
    """The IRI path of what an office names, "" for a bare kind of unit."""
    if isinstance(reading, UnitReading):
        return path(reading.unit.iri) if reading.unit is not None else ""
    return path(reading.iri)


def hierarchy(reading: UnitReading, lexicon: Lexicon) -> Iterator[Thing]:
    """A unit, the units above it, their heads and the places they serve."""
    if reading.unit is None:
        return
    derived = {unit.iri: unit for unit in (reading.unit, *(reading.derived or lacking_above(reading.unit, lexicon)))}
    pending = [iri for unit in derived.values() for iri in unit.above]
    known = {iri for start in (*pending, *derived) if start in lexicon.unit_of for iri in chain(start, lexicon)}
    for unit in derived.values():
        if lexicon.unit_of.get(unit.iri) is unit:
            yield from _in_gazetteer(unit.iri, lexicon)
        else:
            yield from _with_head(unit, known=unit.iri in lexicon.unit_of or reading.known, lexicon=lexicon)
    for iri in sorted(known):
        yield from _in_gazetteer(iri, lexicon)


@lru_cache(maxsize=KNOWN_UNITS)
def _in_gazetteer(iri: str, lexicon: Lexicon) -> tuple[Thing, ...]:
    """What is known of a unit of the gazetteer, which many articles name."""
    return tuple(_with_head(lexicon.unit_of[iri], known=True, lexicon=lexicon))


def _with_head(unit: Unit, *, known: bool, lexicon: Lexicon) -> Iterator[Thing]:
    """A unit, its head and the places it serves."""
    yield unit_thing(unit, known=known, lexicon=lexicon)
    head = head_of(unit, lexicon)
    if head is not None:
        yield post_thing(replace(head, known=known, doubt="", reasons=()), lexicon)
    for place in unit.serves:
        yield from place_things(lexicon.place_of[place], lexicon)


def members(group: GroupReading, lexicon: Lexicon) -> Iterator[Thing]:
    """The known posts of the group's kind below its unit: the fifteen chiefs that "Kapolres" means in Lampung."""
    if group.post_kind is None or group.unit is None or group.unit.unit is None:
        return
    pending = [group.unit.unit.iri]
    for above in pending:
        for below in lexicon.gazetteer.below.get(above, ()):
            pending.append(below)
            unit = lexicon.unit_of[below]
            head = head_of(unit, lexicon)
            if head is not None and head.kind == group.post_kind:
                for iri in chain(below, lexicon):  # those between it and the group's unit are named by nobody else
                    yield unit_thing(lexicon.unit_of[iri], known=True, lexicon=lexicon)
                yield post_thing(replace(head, known=True, doubt="", reasons=()), lexicon)


def post_thing(post: PostReading, lexicon: Lexicon) -> Thing:
    unit = post.unit.unit if post.unit is not None else None
    own = head_of(unit, lexicon) if unit is not None and post.known else None
    if own is not None and own.iri == post.iri:  # one name for one post: "Ketua" of the DKPP is the "Ketua DKPP"
        post = replace(post, label=own.label, label_en=own.label_en, kind=own.kind)
    kind = post.kind
    return Thing(
        iri=path(post.iri),
        kind=MentionKind.POST,
        label=post.label,
        label_en=post.label_en if post.known else "",
        alt=_alternatives(kind.label if kind is not None else "", post.label, unit, lexicon) if post.known else (),
        post_kind=kind.label if kind is not None else "",
        unit=path(unit.iri) if unit is not None else "",
        leads=path(unit.iri) if unit is not None and post.leads else "",
        known=post.known,
        doubt=post.doubt,
        reasons=post.reasons,
    )


def unit_thing(unit: Unit, *, known: bool, lexicon: Lexicon) -> Thing:
    """A unit without what one article thinks of it."""
    kind = lexicon.unit_kind_of.get(unit.kind)
    only = lexicon.place_of[unit.serves[0]] if len(unit.serves) == 1 else None
    forms = tuple(form for form in unit.forms if form != unit.label) if unit.iri in lexicon.unit_of else ()
    return Thing(
        iri=path(unit.iri),
        kind=MentionKind.UNIT,
        label=unit.label,
        label_en=unit.label_en,
        alt=tuple(sorted({*forms, *_alternatives(kind.label if kind else "", unit.label, unit, lexicon)}))
        if known
        else (),
        parents=tuple(path(iri) for iri in unit.above),
        place=path(unit.serves[0]) if unit.serves else "",
        code=only.code if only is not None else "",
        known=known,
    )


def group_thing(group: GroupReading, lexicon: Lexicon) -> Thing:
    """A group; people who hold a kind of post are called by its name, whether they were read as such or at large."""
    unit = group.unit.unit if group.unit is not None else None
    label = _kind_called(group.iri.removeprefix(f"{ID}group/"), lexicon) if group.known else ""
    return Thing(
        iri=path(group.iri),
        kind=MentionKind.GROUP,
        label=label or group.label,
        post_kind=group.post_kind.label if group.post_kind is not None else "",
        unit=path(unit.iri) if unit is not None else "",
        place=path(group.place) if group.place else "",
        known=group.known,
        doubt=group.doubt,
        reasons=group.reasons,
    )


@lru_cache(maxsize=KNOWN_KINDS)
def _kind_called(named: str, lexicon: Lexicon) -> str:
    """The name of the kind of post with this last part of its IRI, "" if there is none."""
    return min((kind.label for kind in lexicon.post_kind_of.values() if kind.slug == named), default="")


def place_things(place: Place, lexicon: Lexicon) -> Iterator[Thing]:
    """A place and those around it."""
    around: Place | None = place
    while around is not None:
        above = lexicon.place_of.get(around.within)
        yield Thing(
            iri=path(around.iri),
            kind=MentionKind.PLACE,
            label=around.label,
            label_en=around.label_en,
            alt=tuple(sorted(form for form in around.forms if form != around.label)),
            parents=(path(above.iri),) if above is not None else (),
            code=around.code,
            known=True,
        )
        around = above


def _alternatives(kind: str, label: str, unit: Unit | None, lexicon: Lexicon) -> tuple[str, ...]:
    """The label with each of the names that the press has for the unit's place: "Kapolda Sumsel"."""
    if unit is None or not kind or not unit.serves:
        return ()
    place = lexicon.place_of[unit.serves[0]]
    names = [form for form in place.forms if form.partition(" ")[2] not in place.forms]  # not "Kab." and the name
    if place.kind is PlaceKind.PROVINCE or label.endswith(bare_name(place)):
        full = place.label if label.endswith(place.label) else bare_name(place)
        if label.endswith(full):
            stem = label.removesuffix(full)
            return tuple(sorted({stem + name for name in names} - {label}))
    return ()


def described_once(things: Iterable[Thing]) -> tuple[Thing, ...]:
    """Each IRI once, sorted: what is known before what is guessed, longer labels before short ones, all doubts kept."""
    found: dict[str, list[Thing]] = {}
    for thing in things:
        found.setdefault(thing.iri, []).append(thing)
    return tuple(_merged(found[iri]) for iri in sorted(found))


def _merged(things: list[Thing]) -> Thing:
    best = min(things, key=lambda thing: (not thing.known, -len(thing.label), thing.label, thing.unit, thing.parents))
    alt = tuple(sorted({name for thing in things for name in thing.alt}))
    doubt = "; ".join(sorted({thing.doubt for thing in things} - {""}))
    reasons = tuple(sorted({reason for thing in things for reason in thing.reasons}))
    if (alt, doubt, reasons) == (best.alt, best.doubt, best.reasons):
        return best
    return replace(best, alt=alt, doubt=doubt, reasons=reasons)
