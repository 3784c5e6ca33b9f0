"""Tenures as triples: who holds or held a post, and on which days articles cite that."""

from __future__ import annotations

from collections.abc import Iterator

from kg.graph import written
from kg.graph.context import Context
from kg.graph.lines import line
from kg.graph.written import KG, ORG
from kg.model import MentionKind, Span, Tenure


def tenure_triples(tenure: Tenure, context: Context) -> Iterator[str]:
    """The membership, and `person org:holds post` where the article speaks of it as current."""
    if not (tenure.person and tenure.office):
        return
    person, post = context.person(tenure.person), context.office(tenure.office, MentionKind.POST)
    node = written.minted(context.names.tenure(person[1:-1], post[1:-1], former=tenure.former, acting=tenure.acting))
    yield from context.claim(node, KG["Tenure"], tenure.rule, tenure.reasons)
    yield line(node, ORG["member"], person)
    yield line(node, KG["post"], post)
    yield line(node, KG["former"], written.boolean(tenure.former))
    iri = context.identified.offices.get(tenure.office)
    thing = next((one for one in context.identified.things if one.iri == iri), None)
    if thing is not None and thing.unit:
        yield line(node, ORG["organization"], written.iri(context.names.absolute(thing.unit)))
    if tenure.rank:
        yield line(node, KG["rank"], written.string(tenure.rank))
    if tenure.acting:
        yield line(node, KG["acting"], written.string(tenure.acting))
    yield from _cited(node, tenure, context)
    yield from context.cite(node, "sentence", enclosing(tenure.evidence, context))
    if not tenure.former and (thing is None or thing.kind is MentionKind.POST):
        yield line(person, ORG["holds"], post)


def enclosing(span: Span, context: Context) -> Span:
    """The sentence around `span`; the span itself where the parse has none."""
    sentences = context.identified.extraction.document.sentences
    return next((sentence.span for sentence in sentences if sentence.span.covers(span)), span)


def _cited(node: str, tenure: Tenure, context: Context) -> Iterator[str]:
    """The day of citing: of publication, else the one day on which all dated speech of the article was said.

    Where neither is known the last day that the article names: near the day of citing, but not always before it.
    """
    day, basis = tenure.cited, "publication"
    if day is None:
        extraction = context.identified.extraction
        days = [act.date for act in extraction.directives] + [act.date for act in extraction.statements]
        said = {one for one in days if one is not None}
        day, basis = (min(said), "the speech that the article reports") if len(said) == 1 else (None, "")
    if day is not None:
        yield line(node, KG["citedOn"], written.day(day))
        yield line(node, KG["dateBasis"], written.string(basis))
        return
    named = [expression.value for expression in context.identified.extraction.document.clean.dates]
    known = [value for value in named if value is not None]
    if known:
        yield line(node, KG["citedNear"], written.day(max(known)))
