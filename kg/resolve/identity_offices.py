"""Decides what an office string of an article names: a post, a unit or a group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.lexicon.forms import squeeze
from kg.lexicon.load import Lexicon
from kg.lexicon.names import ID
from kg.lexicon.records import Level, PostKind, Unit, UnitKind
from kg.model import MentionKind
from kg.resolve.identity_groups import GroupReading, read_group, read_holders, read_units
from kg.resolve.identity_hierarchy import derive
from kg.resolve.identity_kinds import UnitReading, inside
from kg.resolve.identity_names import Bare, marker_keys, slug, strip_markers
from kg.resolve.identity_posts import PostReading, in_unit, read_post
from kg.resolve.identity_scope import Scope
from kg.resolve.identity_units import read_unit, split_unit

Reading = PostReading | UnitReading | GroupReading
GROUPS = (MentionKind.GROUP, MentionKind.PRONOUN)
ALONE = "a title alone; the only unit of this kind that the article leaves"


@dataclass(frozen=True, slots=True)
class OfficeName:
    """An office as an article writes it, its kind of mention, and the unit of whoever addresses it."""

    text: str
    kind: MentionKind
    commander: Unit | None = None


def read_office(office: OfficeName, article: str, lexicon: Lexicon, scope: Scope) -> Reading:
    """What an office names; what only its article can tell apart carries `article` in its IRI, marked as unsure."""
    reading = _read(office, article, lexicon, scope)
    if isinstance(reading, UnitReading):
        return _set_apart(reading, article)
    if isinstance(reading, PostReading) and reading.unit is not None and reading.unit.apart:
        return replace(reading, iri=f"{reading.iri}-{article}", unit=_set_apart(reading.unit, article))
    return reading


def _set_apart(reading: UnitReading, article: str) -> UnitReading:
    unit = reading.unit
    if unit is None or not reading.apart:
        return reading
    return replace(reading, unit=replace(unit, iri=f"{unit.iri}-{article}"))


def _read(office: OfficeName, article: str, lexicon: Lexicon, scope: Scope) -> Reading:
    bare = strip_markers(office.text, lexicon)
    bare = _members(bare, lexicon)
    if not bare.words:
        return _unknown(office, (office.text,), article)
    grouped = _is_group(bare.words, lexicon) and (office.kind in GROUPS or bare.words[0].islower())
    if office.kind is not MentionKind.UNIT and not grouped:
        post = read_post(bare.words, lexicon, scope)
        if post is not None:
            return _post(post, bare, office, article, lexicon, scope)
    if (not bare.plural and office.kind is not MentionKind.GROUP) or _begins_with_unit(bare.words, lexicon):
        unit = read_unit(bare.words, lexicon, scope)
        if unit is not None:
            return _unit(unit, bare, office, lexicon, scope)
    if office.kind in GROUPS or bare.plural or bare.own or _is_group(bare.words, lexicon):
        return _group(bare, office, article, lexicon, scope)
    return _unknown(office, bare.words, article, lexicon, scope)


def _members(bare: Bare, lexicon: Lexicon) -> Bare:
    """ "jajaran Kapolres" are the holders of the post, "jajaran Polda Lampung" is a group of its own."""
    collectives = marker_keys(lexicon, "mentions/collective")
    if len(bare.words) > 1 and squeeze(bare.words[0]) in collectives and lexicon.post_kinds.longest(bare.words, 1):
        return replace(bare, words=bare.words[1:], plural=True)
    return bare


def _begins_with_unit(words: Sequence[str], lexicon: Lexicon) -> bool:
    return lexicon.unit_kinds.longest(words) is not None or lexicon.units.longest(words) is not None


def _is_group(words: Sequence[str], lexicon: Lexicon) -> bool:
    keys = marker_keys(lexicon, "words/public-group") | marker_keys(lexicon, "words/subordinate-group")
    return any(squeeze("".join(words[:size])) in keys for size in (1, 2, 3))


def _post(post: PostReading, bare: Bare, office: OfficeName, article: str, lexicon: Lexicon, scope: Scope) -> Reading:
    kind = post.bare
    if kind is None:
        if post.unit is not None:
            return post
        heads = _heads_of_kind(post, bare, lexicon, scope)
        if heads is not None:
            return read_holders(heads, office.commander, lexicon, scope)
        return replace(post, iri=f"{post.iri}-{article}")
    kinds = [lexicon.unit_kind_of[iri] for iri in (*kind.leads, *kind.within) if iri in lexicon.unit_kind_of]
    regional = [one for one in kinds if one.numbered or one.above or set(one.levels) - {Level.NATION}]
    if not regional:
        label = " ".join(bare.words)
        doubt = "a title alone: no unit is named"
        if office.kind is MentionKind.GROUP or bare.plural:
            return _group(bare, office, article, lexicon, scope)
        return PostReading(f"{ID}post/{kind.slug}-{article}", label, "", kind, doubt=doubt)
    commander = post.unit.unit if post.unit is not None else office.commander
    single = not bare.plural and office.kind is not MentionKind.GROUP and post.unit is None
    section = _section(kind, regional, office.commander, lexicon, scope) if single else None
    if section is not None:
        return section
    if single and office.commander is None:
        alone = _only_unit(regional, lexicon, scope)
        found = in_unit(kind, UnitReading(alone), lexicon) if alone is not None else None
        if found is not None:
            return replace(found, doubt=ALONE, reasons=(*found.reasons, "the article's own region"))
    return read_holders(kind, commander, lexicon, scope)


def _section(
    kind: PostKind, kinds: Sequence[UnitKind], commander: Unit | None, lexicon: Lexicon, scope: Scope
) -> PostReading | None:
    """The post of a section that each unit has one of, in the commander's unit or the only one of the article.

    A chief of police who instructs "Direktur Narkoba" means his own.
    """
    for one in kinds:
        if one.levels or one.numbered:
            continue
        over = {member for iri in one.above for member in lexicon.gazetteer.families.get(iri, {iri})}
        units = {iri for iri in scope.units if lexicon.unit_of[iri].kind in over}
        owner = commander if commander is not None and commander.kind in over else None
        if owner is None and len(units) == 1:
            owner = lexicon.unit_of[next(iter(units))]
        if owner is not None:
            found = in_unit(kind, inside(one, (), UnitReading(owner), lexicon), lexicon)
            return replace(found, doubt=ALONE) if found is not None else None
    return None


def _heads_of_kind(post: PostReading, bare: Bare, lexicon: Lexicon, scope: Scope) -> PostKind | None:
    """The kind of post that heads a bare kind of unit: "para pimpinan Polres" are the Kapolres."""
    match = lexicon.post_kinds.longest(bare.words)
    if match is None or post.kind is None or not post.kind.leads:
        return None
    unit = read_unit(bare.words[match.last :], lexicon, scope)
    if unit is None or unit.bare is None:
        return None
    return lexicon.post_kind_of.get(lexicon.gazetteer.heads.get(unit.bare.iri, ""))


def _only_unit(kinds: Sequence[UnitKind], lexicon: Lexicon, scope: Scope) -> Unit | None:
    """The only unit of the kinds that the article names, or that serves its only region of their level."""
    family = {member for kind in kinds for member in lexicon.gazetteer.families.get(kind.iri, {kind.iri})}
    named = sorted(iri for iri in scope.units if lexicon.unit_of[iri].kind in family)
    if len(named) == 1:
        return lexicon.unit_of[named[0]]
    if named:
        return None
    found: dict[str, Unit] = {}
    for kind in kinds:
        for region in (scope.province, *(scope.regions if len(scope.regions) == 1 else ())):
            place = lexicon.place_of.get(region)
            if place is not None and [level.value for level in kind.levels] == [place.kind.value]:
                unit, _ = derive(kind, place, lexicon)
                found[unit.iri] = unit
    return next(iter(found.values())) if len(found) == 1 else None


def _unit(unit: UnitReading, bare: Bare, office: OfficeName, lexicon: Lexicon, scope: Scope) -> Reading:
    if unit.bare is None:
        return unit
    if not bare.plural and office.kind is not MentionKind.GROUP and office.commander is None:
        alone = _only_unit((unit.bare,), lexicon, scope)
        if alone is not None:
            return UnitReading(alone, doubt=ALONE, reasons=("the article's own region",))
    return read_units(unit.bare, office.commander, lexicon, scope)


def _group(bare: Bare, office: OfficeName, article: str, lexicon: Lexicon, scope: Scope) -> GroupReading:
    group = read_group(bare, office.commander, lexicon, scope)
    return replace(group, iri=f"{group.iri}-{article}") if group.apart else group


def _unknown(
    office: OfficeName, words: Sequence[str], article: str, lexicon: Lexicon | None = None, scope: Scope | None = None
) -> Reading:
    """An office whose words say no known kind: a unit by its name, a post with its unit, else apart in its article."""
    text = " ".join(words)
    if office.kind is MentionKind.UNIT:
        unit = Unit(f"{ID}unit/{slug(text)}", text, "", (), "", (), ())
        return UnitReading(unit, known=False, doubt="not in the gazetteer")
    if office.kind in (MentionKind.POST, MentionKind.PERSON):
        if lexicon is not None and scope is not None:
            start, unit_reading = split_unit(words, lexicon, scope)
            if start > 0 and unit_reading is not None and unit_reading.unit is not None:
                iri = f"{ID}post/{slug(' '.join(words[:start]))}-{unit_reading.unit.slug}"
                return PostReading(
                    iri, text, "", None, unit_reading, doubt="a kind of post that is not in the gazetteer"
                )
        return PostReading(f"{ID}post/{slug(text)}-{article}", text, doubt="neither post nor unit is in the gazetteer")
    return GroupReading(f"{ID}group/{slug(text)}-{article}", text, apart=True, doubt="only this article knows which")
