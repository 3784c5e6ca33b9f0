"""Posts, units, persons, groups, places, operations and elections as triples."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from kg.graph import literals
from kg.graph.lines import line
from kg.graph.names import Names
from kg.graph.vocabulary import FOAF, KG, LABEL, ORG, RDFS, SCHEMA, SKOS, TYPE
from kg.model import MentionKind, Thing

CLASSES = {
    MentionKind.PERSON: FOAF["Person"],
    MentionKind.POST: ORG["Post"],
    MentionKind.UNIT: ORG["OrganizationalUnit"],
    MentionKind.GROUP: KG["Group"],
    MentionKind.PRONOUN: KG["Group"],  # "mereka" left unresolved: people not named
    MentionKind.PLACE: SCHEMA["Place"],
    MentionKind.OPERATION: KG["Operation"],
    MentionKind.ELECTION: KG["Election"],
    MentionKind.LAW: KG["Law"],
}

FOLDERS = {
    MentionKind.PERSON: "person",
    MentionKind.POST: "post",
    MentionKind.UNIT: "unit",
    MentionKind.GROUP: "group",
    MentionKind.PRONOUN: "group",
    MentionKind.PLACE: "place",
    MentionKind.OPERATION: "operation",
    MentionKind.ELECTION: "election",
    MentionKind.LAW: "law",
}

# What `Thing.unit` means for each kind.
_UNIT = {MentionKind.POST: ORG["postIn"], MentionKind.GROUP: KG["membersOf"]}
# What `Thing.parents` means for each kind.
_PARENT = {MentionKind.UNIT: ORG["subOrganizationOf"], MentionKind.PLACE: SCHEMA["containedInPlace"]}


def describe(thing: Thing, names: Names) -> Iterator[str]:
    """What is known of a thing.

    The gazetteer's label is the preferred one. What only articles name has an `rdfs:label` in each of them, and one is
    preferred where all articles are seen together (`kg.graph.labels`).
    """
    node = NamedNode(names.absolute(thing.iri))
    yield line(node, TYPE, CLASSES[thing.kind])
    yield line(node, LABEL if thing.known else RDFS["label"], literals.text(thing.label))
    if thing.label_en:
        yield line(node, LABEL, literals.text(thing.label_en, literals.ENGLISH))
    if thing.kind is MentionKind.PERSON:
        yield line(node, FOAF["name"], literals.string(thing.label))
    for name in thing.alt:
        if name != thing.label:
            yield line(node, SKOS["altLabel"], literals.text(name))
    if thing.post_kind:
        yield line(node, KG["postKind"], literals.string(thing.post_kind))
    if thing.unit and thing.kind in _UNIT:
        yield line(node, _UNIT[thing.kind], NamedNode(names.absolute(thing.unit)))
    if thing.leads:
        yield line(node, KG["leads"], NamedNode(names.absolute(thing.leads)))
    if thing.kind in _PARENT:
        for parent in thing.parents:
            yield line(node, _PARENT[thing.kind], NamedNode(names.absolute(parent)))
    if thing.place:
        yield line(node, KG["place"], NamedNode(names.absolute(thing.place)))
    if thing.code:
        yield line(node, KG["regionCode"], literals.string(thing.code))
    if thing.known:
        yield line(node, KG["inGazetteer"], literals.boolean(True))


def judge(thing: Thing, names: Names) -> Iterator[str]:
    """Why an article's names were identified with the thing, and what speaks against it."""
    node = NamedNode(names.absolute(thing.iri))
    if thing.doubt:
        yield line(node, KG["doubt"], literals.string(thing.doubt))
    for reason in thing.reasons:
        yield line(node, KG["reason"], literals.string(reason))
