"""The written forms of the lexicon that a mention can start with, each with what it starts."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from kg.extract.mentions_tags import CLASSES, Tag
from kg.lexicon.forms import squeeze
from kg.lexicon.load import Lexicon
from kg.lexicon.names import KG
from kg.lexicon.records import Named, PostKind

FOLDER = "mentions/"
AHEAD = 2  # letters by which a form goes on behind the first word


def tagged_forms(lexicon: Lexicon) -> Iterator[tuple[str, int]]:
    """Every form of the lexicon that a mention can start with, and what it starts."""
    for name, tag in CLASSES:
        for form in lexicon.words(FOLDER + name):
            yield form, tag
    for name, tag in (("acting", Tag.ACTING), ("corps", Tag.CORPS), ("retired", Tag.RETIRED)):
        for form in lexicon.words(f"words/{name}"):
            yield form, tag
    named: tuple[tuple[Iterable[Named], int], ...] = (
        (lexicon.rank_of.values(), Tag.RANK),
        (lexicon.place_of.values(), Tag.PLACE),
        (lexicon.unit_of.values(), Tag.ORGANISATION),
        (lexicon.unit_kind_of.values(), Tag.ORGANISATION_HEAD),
    )
    for records, tag in named:
        for record in records:
            for form in record.forms:
                yield form, tag
    for form in _unit_places(lexicon):
        yield form, Tag.UNIT_PLACE
    for place in lexicon.place_of.values():
        for district in place.districts:
            if " " in district:  # what a lone word is, the words around it tell
                yield district, Tag.UNIT_PLACE
    for post in lexicon.post_kind_of.values():
        tag = _office_tag(lexicon, post)
        for form in post.forms:
            yield form, tag
    for title in {title.iri: title for titles in lexicon.titles.by_key.values() for title in titles}.values():
        for form in title.forms:
            if title.category == "honorific":
                yield form, Tag.ADDRESS
            elif title.before:
                yield form, Tag.TITLE
            if title.after:
                yield form, Tag.DEGREE


def _unit_places(lexicon: Lexicon) -> Iterator[str]:
    """What is left of the names of units without their kind: "Metro Jaya" of "Polda Metro Jaya"."""
    for unit in lexicon.unit_of.values():
        kind = lexicon.unit_kind_of.get(unit.kind)
        heads = [form.split() for form in kind.forms] if kind is not None else []
        for form in unit.forms:
            words = form.split()
            for head in heads:
                if len(words) > len(head) and words[: len(head)] == head:
                    rest = " ".join(words[len(head) :])
                    yield rest
                    yield rest.replace("/", " ")


def _office_tag(lexicon: Lexicon, post: PostKind) -> int:
    """A post that heads a kind of unit is followed by the unit's place, one that heads the only unit, or deputises
    there, by nothing.
    """
    led = [lexicon.unit_kind_of[iri] for iri in post.leads if iri in lexicon.unit_kind_of]
    if any(kind.levels or kind.numbered for kind in led):
        return Tag.PLACE_OFFICE
    deputises = post.deputy and not post.leads and all(iri in lexicon.unit_of for iri in post.within)
    if (post.leads and not post.within and not led) or (deputises and post.within):
        return Tag.NATIONAL_OFFICE
    return Tag.OFFICE


def going_on(starts: Sequence[str], forms: Container[str]) -> tuple[dict[str, int], dict[str, set[str]]]:
    """For each of the sorted `starts`, all `forms` among them, the length of the longest form that begins with it, and
    the first `AHEAD` letters by which such forms go on.
    """
    reach = dict.fromkeys(starts, 0)
    ahead: dict[str, set[str]] = {start: set() for start in starts}
    within: list[str] = []  # the starts that the last one begins with
    for start in starts:
        while within and not start.startswith(within[-1]):
            within.pop()
        if start in forms:
            reach[start] = size = len(start)
            for one in within:
                reach[one] = max(reach[one], size)
                ahead[one].add(start[len(one) : len(one) + AHEAD])
        within.append(start)
    return reach, ahead


def compiled_forms(lexicon: Lexicon) -> tuple[dict[str, set[int]], dict[str, int], dict[str, set[str]]]:
    """Every form by its squeezed spelling with its tags, and what `going_on` tells of them."""
    forms: dict[str, set[int]] = {}
    connectors = {squeeze(form) for form in lexicon.words(FOLDER + "office-connector")}
    starts: set[str] = set()
    for form, tag in tagged_forms(lexicon):
        key = squeeze(form)
        if key and key not in connectors:  # "Dan" abbreviates Komandan, but "dan" is a conjunction
            starts |= {key, squeeze(form.split()[0]), "(" if form.startswith("(") else key}
            if tag == Tag.DEGREE:
                starts.add(squeeze(form.partition(".")[0]))  # "S." "Sos" "."
            forms.setdefault(key, set()).add(tag)
    reach, ahead = going_on(sorted(starts), forms)
    return forms, reach, ahead


def cue_forms(lexicon: Lexicon, term: str) -> frozenset[str]:
    """The squeezed forms that the cues of `lexicon` have under `term`."""
    return frozenset(squeeze(form) for cue in lexicon.entries_of(KG + "Cue") for form in cue.texts(KG + term))
