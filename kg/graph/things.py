"""Posts, units, persons, groups, places, operations and elections as triples."""

from __future__ import annotations

from collections.abc import Iterator

from kg.graph import written
from kg.graph.lines import line
from kg.graph.literals import ENGLISH
from kg.graph.names import Names
from kg.graph.written import FOAF, KG, LABEL, ORG, RDFS, SCHEMA, SKOS, TYPE
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
    node = written.iri(names.absolute(thing.iri))
    yield line(node, TYPE, CLASSES[thing.kind])
    yield line(node, LABEL if thing.known else RDFS["label"], written.text(thing.label))
    if thing.label_en:
        yield line(node, LABEL, written.text(thing.label_en, ENGLISH))
    if thing.kind is MentionKind.PERSON:
        yield line(node, FOAF["name"], written.string(thing.label))
    for name in thing.alt:
        if name != thing.label:
            yield line(node, SKOS["altLabel"], written.text(name))
    if thing.post_kind:
        yield line(node, KG["postKind"], written.string(thing.post_kind))
    if thing.unit and thing.kind in _UNIT:
        yield line(node, _UNIT[thing.kind], written.iri(names.absolute(thing.unit)))
    if thing.leads:
        yield line(node, KG["leads"], written.iri(names.absolute(thing.leads)))
    if thing.kind in _PARENT:
        for parent in thing.parents:
            yield line(node, _PARENT[thing.kind], written.iri(names.absolute(parent)))
    if thing.place:
        yield line(node, KG["place"], written.iri(names.absolute(thing.place)))
    if thing.code:
        yield line(node, KG["regionCode"], written.string(thing.code))
    if thing.known:
        yield line(node, KG["inGazetteer"], written.boolean(True))


def judge(thing: Thing, names: Names) -> Iterator[str]:
    """Why an article's names were identified with the thing, and what speaks against it."""
    node = written.iri(names.absolute(thing.iri))
    if thing.doubt:
        yield line(node, KG["doubt"], written.string(thing.doubt))
    for reason in thing.reasons:
        yield line(node, KG["reason"], written.string(reason))
