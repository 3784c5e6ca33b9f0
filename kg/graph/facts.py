"""Facts of one article as quads: its own named graph, and the gazetteer's for what it names and the gazetteer knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from pyoxigraph import Quad

from kg.graph import written
from kg.graph.context import Context
from kg.graph.evidence import Evidence
from kg.graph.lines import line
from kg.graph.names import Names
from kg.graph.serialise import parsed
from kg.graph.speech import directive_triples, statement_triples
from kg.graph.tenures import tenure_triples
from kg.graph.terms import load_terms
from kg.graph.things import CLASSES, describe, judge
from kg.graph.vocabulary import BASE
from kg.graph.written import KG, LABEL, PROV, RDFS, SCHEMA, TYPE
from kg.model import Agent, Extraction, Identified, MentionKind, Thing


def quads(identified: Identified, base: str = BASE) -> Iterator[Quad]:
    """All quads of an article, without repetition, in the order of its `document`."""
    yield from parsed(document(identified, base))


def document(identified: Identified, base: str = BASE) -> bytes:
    """All quads of an article as N-Quads, as `kg.graph.serialise.nquads` orders and writes them.

    What the article asserts is in the graph `id/graph/<hash>`; what the gazetteer knows of the things named is in
    `id/graph/gazetteer`, the same for every article that names them.
    """
    names = Names(base)
    article = identified.extraction.article
    context = Context(identified, names, load_terms(), Evidence(article, names))
    own, gazetteer = written.iri(names.graph(article)), written.iri(names.gazetteer)
    asserted = _quads(set(_asserted(context, own)), own)
    # of subjects of its own: sorted among the others all the same
    asserted += map(str.encode, context.evidence.quads(own))
    parts = [(own, asserted), (gazetteer, _quads(set(_gazetteer(context)), gazetteer))]
    return b"".join(chain.from_iterable(sorted(lines) for _, lines in sorted(parts)))


def _quads(triples: Iterable[str], graph: str) -> list[bytes]:
    """Triples as N-Quads of a graph, line by line: UTF-8 sorts as its characters do, and most lines are ASCII."""
    end = f" {graph} .\n"
    return [(triple + end).encode() for triple in triples]


def _gazetteer(context: Context) -> Iterator[str]:
    for thing in context.identified.things:
        if thing.known:
            yield from _known(thing, context.names.base)


@lru_cache(maxsize=8192)
def _known(thing: Thing, base: str) -> tuple[str, ...]:
    """The triples of a thing of the gazetteer, which many articles name."""
    return tuple(describe(thing, Names(base)))


def _asserted(context: Context, graph: str) -> Iterator[str]:
    yield from _article(context, graph)
    for thing in context.identified.things:
        if not thing.known:
            yield from describe(thing, context.names)
        yield from judge(thing, context.names)
    extraction = context.identified.extraction
    yield from _unidentified(context)
    for directive in extraction.directives:
        yield from directive_triples(directive, context)
    for statement in extraction.statements:
        yield from statement_triples(statement, context)
    for tenure in extraction.tenures:
        yield from tenure_triples(tenure, context)


def _article(context: Context, graph: str) -> Iterator[str]:
    article, clean, node = context.article, context.identified.extraction.document.clean, context.article_node
    yield line(node, TYPE, SCHEMA["NewsArticle"])
    yield line(node, SCHEMA["identifier"], written.string(article.id))
    title = article.title or (clean.title.of(clean.text) if clean.title else "")
    yield line(node, LABEL, written.text(title or article.id))
    if title:
        yield line(node, SCHEMA["headline"], written.text(title))
    yield line(node, SCHEMA["inLanguage"], written.string("id"))
    yield line(node, KG["sha256"], written.string(article.sha256))
    yield line(graph, PROV["wasDerivedFrom"], node)
    published = article.published or clean.published
    if published is not None:
        yield line(node, SCHEMA["datePublished"], written.day(published))
    if article.url:
        yield line(node, SCHEMA["url"], written.string(article.url))
    if clean.dateline_place:
        yield line(node, KG["dateline"], written.text(clean.dateline_place))
    outlet = article.outlet or clean.dateline_outlet
    if outlet:
        publisher = written.minted(context.names.outlet(outlet))
        yield line(node, SCHEMA["publisher"], publisher)
        yield line(publisher, TYPE, SCHEMA["NewsMediaOrganization"])
        yield line(publisher, RDFS["label"], written.text(outlet))


def _unidentified(context: Context) -> Iterator[str]:
    """Parties that identification gave no IRI: they are kept, apart in each article, and say so."""
    missing: dict[str, tuple[str, MentionKind]] = {}
    for name, kind in sorted(_offices(context.identified.extraction)):
        if name not in context.identified.offices:
            missing[context.office(name, kind)] = name, kind
    for name in sorted(_persons(context.identified.extraction)):
        if name not in context.identified.persons:
            missing[context.person(name)] = name, MentionKind.PERSON
    for node, (name, kind) in missing.items():
        yield line(node, TYPE, CLASSES[kind])
        yield line(node, RDFS["label"], written.text(name))
        yield line(node, KG["doubt"], written.string("not identified across articles"))


def _agents(extraction: Extraction) -> Iterator[Agent]:
    for directive in extraction.directives:
        yield from (agent for agent in (directive.issuer, directive.source, *directive.addressees) if agent is not None)
    yield from (statement.speaker for statement in extraction.statements if statement.speaker is not None)


def _offices(extraction: Extraction) -> set[tuple[str, MentionKind]]:
    """The offices that claims name, with what each is: a person's office is a post."""
    named = {
        (agent.office, MentionKind.POST if agent.kind is MentionKind.PERSON else agent.kind)
        for agent in _agents(extraction)
    }
    named |= {(tenure.office, MentionKind.POST) for tenure in extraction.tenures}
    return {(name, kind) for name, kind in named if name}


def _persons(extraction: Extraction) -> set[str]:
    named = {agent.person for agent in _agents(extraction)} | {tenure.person for tenure in extraction.tenures}
    return named - {""}
