"""JSON-LD 1.1 with a context: prefixes, and for each property how its values are read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import groupby

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.graph.serialise import sorted_quads
from kg.graph.stores import GraphStore
from kg.graph.tables import short_iri
from kg.graph.vocabulary import TYPE, XSD, prefixes

Json = dict[str, object]


def json_ld(dataset: GraphStore) -> bytes:
    """All graphs, each an object with `@graph`; the default graph's nodes stand beside them."""
    quads = sorted_quads(dataset)
    coercions = _coercions(quads)
    context: Json = dict(prefixes(dataset.base))
    context.update({_compact(p, dataset.base): rule for p, rule in sorted(coercions.items()) if rule})
    members: list[Json] = []
    for graph, group in groupby(quads, key=lambda quad: quad.graph_name):
        nodes = _nodes(group, coercions, dataset.base)
        if isinstance(graph, DefaultGraph):
            members += nodes
        else:
            members.append({"@id": _compact(graph.value, dataset.base), "@graph": nodes})
    document = {"@context": context, "@graph": members}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _compact(iri: str, base: str) -> str:
    return short_iri(iri, base)


def _coercions(quads: Iterable[Quad]) -> dict[str, Json]:
    """For each property the rule that fits all its values: IRIs, one language, one datatype; none otherwise.

    Plain strings need none.
    """
    kinds: dict[str, set[tuple[str, str]]] = {}
    for quad in quads:
        if quad.predicate != TYPE:
            kinds.setdefault(quad.predicate.value, set()).add(_kind(quad.object))
    plain = ("@type", XSD["string"].value)
    return {
        predicate: dict(found) if len(found) == 1 and plain not in found else {} for predicate, found in kinds.items()
    }


def _kind(term: object) -> tuple[str, str]:
    if not isinstance(term, Literal):
        return "@type", "@id"
    if term.language:
        return "@language", term.language
    return "@type", term.datatype.value


def _nodes(quads: Iterable[Quad], coercions: dict[str, Json], base: str) -> list[Json]:
    nodes: list[Json] = []
    for subject, group in groupby(quads, key=lambda quad: quad.subject):
        node: Json = {"@id": _identifier(subject, base)}
        for predicate, statements in groupby(group, key=lambda quad: quad.predicate):
            if predicate == TYPE:
                values = [_identifier(quad.object, base) for quad in statements]
                node["@type"] = values[0] if len(values) == 1 else values
                continue
            rule = coercions[predicate.value]
            found = [_value(quad.object, rule, base) for quad in statements]
            node[_compact(predicate.value, base)] = found[0] if len(found) == 1 else found
        nodes.append(node)
    return nodes


def _identifier(term: object, base: str) -> str:
    return _compact(term.value, base) if isinstance(term, NamedNode) else str(term)


def _value(term: object, rule: Json, base: str) -> object:
    """The value as it stands where the context's rule reads it back, else an object that says what it is."""
    if not isinstance(term, Literal):
        identifier = _identifier(term, base)
        return identifier if rule else {"@id": identifier}
    if rule:
        return term.value
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype == XSD["string"]:
        return term.value
    return {"@value": term.value, "@type": term.datatype.value}
