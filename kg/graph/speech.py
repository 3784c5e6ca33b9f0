"""Directives and statements as triples, and the direct edge between issuer and addressee."""

from __future__ import annotations

from collections.abc import Iterator

from kg.graph import written
from kg.graph.context import Context
from kg.graph.lines import line
from kg.graph.literals import ENGLISH, INDONESIAN
from kg.graph.written import KG, LABEL
from kg.model import Agent, Directive, Factuality, Polarity, Span, Statement

LABEL_LENGTH = 100
"""Characters of content in a label."""


def directive_triples(directive: Directive, context: Context) -> Iterator[str]:
    """All triples of one directive, its evidence and its direct edges."""
    article, names = context.article, context.names
    node = written.minted(names.directive(article, directive))
    yield from context.claim(node, KG["Directive"], directive.rule, directive.reasons)
    yield from _labels(node, directive, context)
    yield line(node, KG["force"], KG[directive.force])
    yield line(node, KG["polarity"], KG[directive.polarity])
    yield line(node, KG["factuality"], KG[directive.factuality])
    yield line(node, KG["cue"], written.text(directive.cue))
    yield line(node, KG["quoted"], written.boolean(directive.quoted))
    yield from _participants(node, directive, context)
    yield from _slots(node, directive, context)
    yield from _confidence(node, directive)
    if directive.repeat_of is not None:
        for earlier in context.identified.extraction.directives:
            if earlier.trigger == directive.repeat_of and earlier is not directive:
                yield line(node, KG["repeatOf"], written.minted(names.directive(article, earlier)))
    yield from _direct_edges(directive, context)


def statement_triples(statement: Statement, context: Context) -> Iterator[str]:
    """All triples of one statement and its evidence."""
    node = written.minted(context.names.statement(context.article, statement))
    yield from context.claim(node, KG["Statement"], statement.rule, statement.reasons)
    yield line(node, KG["direct"], written.boolean(statement.direct))
    yield line(node, KG["cue"], written.text(statement.cue.of(context.article.text)))
    yield line(node, KG["confidence"], written.decimal(statement.confidence))
    yield from context.cite(node, "sentence", statement.sentence)
    yield from context.cite(node, "trigger", statement.cue)
    for span in statement.content:
        yield from context.cite(node, "contentEvidence", span)
    if statement.content:
        said = " … ".join(span.of(context.article.text) for span in statement.content)
        yield line(node, KG["content"], written.text(said))
    if statement.date is not None:
        yield line(node, KG["saidOn"], written.day(statement.date))
    if statement.date_basis:
        yield line(node, KG["dateBasis"], written.string(statement.date_basis))
    if statement.speaker is not None:
        yield from _agent(node, "speaker", "issuerEvidence", statement.speaker, context)


def _agent(node: str, role: str, mention: str, agent: Agent, context: Context) -> Iterator[str]:
    """The party in a role, the person beside it and where the text points at them."""
    party, holder = context.party(agent), context.holder(agent)
    if party is not None:
        yield line(node, KG[role], party)
    if holder is not None:
        yield line(node, KG[f"{role}Person"], holder)
    yield from context.cite(node, mention, agent.mention)
    if agent.antecedent != agent.mention:
        yield from context.cite(node, "antecedent", agent.antecedent)


def _participants(node: str, directive: Directive, context: Context) -> Iterator[str]:
    if directive.issuer is not None:
        yield from _agent(node, "issuer", "issuerEvidence", directive.issuer, context)
    if directive.source is not None:
        yield from _agent(node, "source", "sourceEvidence", directive.source, context)
    for addressee in directive.addressees:
        yield from _agent(node, "addressee", "addresseeEvidence", addressee, context)


def _slots(node: str, directive: Directive, context: Context) -> Iterator[str]:
    yield from context.cite(node, "sentence", directive.sentence)
    yield from context.cite(node, "trigger", directive.trigger)
    yield from context.cite(node, "contentEvidence", directive.content)
    if directive.content is not None:
        yield line(node, KG["content"], written.text(directive.content.of(context.article.text)))
    circumstances: tuple[tuple[str, Span | None], ...] = (
        ("condition", directive.condition),
        ("purpose", directive.purpose),
        ("period", directive.period),
        ("authority", directive.authority),
    )
    for name, span in circumstances:
        if span is not None:
            yield line(node, KG[name], written.text(span.of(context.article.text)))
            yield from context.cite(node, "slotEvidence", span)
    for name, value in (("action", directive.action), ("object", directive.object)):
        if value:
            yield line(node, KG[name], written.text(value))
    if directive.date is not None:
        yield line(node, KG["saidOn"], written.day(directive.date))
    if directive.date_basis:
        yield line(node, KG["dateBasis"], written.string(directive.date_basis))
    if directive.place:
        path = context.identified.places.get(directive.place)
        if path is not None:
            yield line(node, KG["place"], written.iri(context.names.absolute(path)))
        else:
            yield line(node, KG["placeName"], written.text(directive.place))


def _confidence(node: str, directive: Directive) -> Iterator[str]:
    yield line(node, KG["confidence"], written.decimal(directive.confidence.directive))
    if directive.issuer is not None:
        yield line(node, KG["issuerConfidence"], written.decimal(directive.confidence.issuer))
    if directive.addressees:
        yield line(node, KG["addresseeConfidence"], written.decimal(directive.confidence.addressees))
    if directive.content is not None:
        yield line(node, KG["contentConfidence"], written.decimal(directive.confidence.content))


def _direct_edges(directive: Directive, context: Context) -> Iterator[str]:
    """`issuer kg:instructs addressee` and the narrower property; none for what is denied or hypothetical.

    Forces that do not bind give `kg:addresses` in place of `kg:instructs`.
    """
    if directive.factuality is not Factuality.ASSERTED or directive.issuer is None:
        return
    issuer = context.party(directive.issuer)
    if issuer is None:
        return
    force = context.terms.forces[directive.force]
    narrow = str(force.negated if directive.polarity is Polarity.DONT else force.direct)
    broad = KG["instructs"] if force.binding else KG["addresses"]
    for addressee in directive.addressees:
        party = context.party(addressee)
        if party is not None and party != issuer:
            yield line(issuer, narrow, party)
            yield line(issuer, broad, party)


def _labels(node: str, directive: Directive, context: Context) -> Iterator[str]:
    """One line in each language: who, force, whom, what; "?" for an unknown party."""
    terms = context.terms
    verb = terms.forces[directive.force].verb
    issuer = directive.issuer.label if directive.issuer is not None else "?"
    addressees = ", ".join(agent.label for agent in directive.addressees) or "?"
    content = " ".join(directive.content.of(context.article.text).split()) if directive.content is not None else ""
    if len(content) > LABEL_LENGTH:
        content = content[: LABEL_LENGTH - 1].rstrip() + "…"
    for language in (INDONESIAN, ENGLISH):
        marks = []
        if directive.polarity is Polarity.DONT:
            label = terms.polarity[directive.polarity]
            marks.append(label.id if language == INDONESIAN else label.en)
        if directive.factuality is not Factuality.ASSERTED:
            label = terms.factuality[directive.factuality]
            marks.append(label.id if language == INDONESIAN else label.en)
        said = verb.id if language == INDONESIAN else verb.en
        marked = f" ({', '.join(marks)})" if marks else ""
        colon = f": {content}" if content else ""
        yield line(node, LABEL, written.text(f"{issuer} {said} {addressees}{marked}{colon}", language))
