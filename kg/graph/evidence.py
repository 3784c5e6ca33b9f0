"""Evidence: stretches of an article as Web Annotation resources.

Each stretch is an `oa:SpecificResource` with an `oa:TextPositionSelector` and an `oa:TextQuoteSelector` (Web Annotation
Data Model, 4.2.4 and 4.2.5). Positions count code points of the article's text as it was given.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from kg.graph import literals
from kg.graph.names import Names
from kg.graph.vocabulary import OA, TYPE
from kg.model import Article, Span

CONTEXT = 32
"""Code points of prefix and suffix in a quote selector."""


def evidence(article: Article, span: Span, names: Names) -> tuple[NamedNode, Iterator[Triple]]:
    """The node of a stretch of the article and the triples that describe it."""
    node = NamedNode(names.span(article, span))
    return node, _describe(node, article, span, names)


def _describe(node: NamedNode, article: Article, span: Span, names: Names) -> Iterator[Triple]:
    position = NamedNode(names.span(article, span, "position"))
    quote = NamedNode(names.span(article, span, "quote"))
    yield Triple(node, TYPE, OA["SpecificResource"])
    yield Triple(node, OA["hasSource"], NamedNode(names.article(article)))
    yield Triple(node, OA["hasSelector"], position)
    yield Triple(node, OA["hasSelector"], quote)
    yield Triple(position, TYPE, OA["TextPositionSelector"])
    yield Triple(position, OA["start"], literals.integer(span.start))
    yield Triple(position, OA["end"], literals.integer(span.end))
    yield Triple(quote, TYPE, OA["TextQuoteSelector"])
    yield Triple(quote, OA["exact"], literals.string(span.of(article.text)))
    yield Triple(quote, OA["prefix"], literals.string(article.text[max(0, span.start - CONTEXT) : span.start]))
    yield Triple(quote, OA["suffix"], literals.string(article.text[span.end : span.end + CONTEXT]))
