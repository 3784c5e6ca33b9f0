"""Evidence: stretches of an article as Web Annotation resources.

Each stretch is an `oa:SpecificResource` with an `oa:TextPositionSelector` and an `oa:TextQuoteSelector` (Web Annotation
Data Model, 4.2.4 and 4.2.5). Positions count code points of the article's text as it was given.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from kg.graph import literals
from kg.graph.names import Names
from kg.graph.vocabulary import OA, TYPE, XSD
from kg.model import Article, Span

CONTEXT = 32
"""Code points of prefix and suffix in a quote selector."""

_RESOURCE = f"{TYPE} {OA['SpecificResource']}"
_POSITION = f"{TYPE} {OA['TextPositionSelector']}"
_QUOTE = f"{TYPE} {OA['TextQuoteSelector']}"
_SOURCE, _SELECTOR, _START, _END = (str(OA[name]) for name in ("hasSource", "hasSelector", "start", "end"))
_EXACT, _PREFIX, _SUFFIX = (str(OA[name]) for name in ("exact", "prefix", "suffix"))
_INTEGER = str(XSD["integer"])


class Evidence:
    """The stretches of an article that its claims cite, each described once however many do."""

    def __init__(self, article: Article, names: Names) -> None:
        self._article = article
        self._names = names
        self._nodes: dict[tuple[int, int], NamedNode] = {}

    def node(self, span: Span) -> NamedNode:
        """The node of a stretch, which is described from now on."""
        key = span.start, span.end
        if key not in self._nodes:
            self._nodes[key] = NamedNode(self._names.span(self._article, span))
        return self._nodes[key]

    def lines(self) -> Iterator[str]:
        """The triples that describe the stretches cited so far, as N-Triples writes them, without the full stop.

        They are most of what an article says, and are never needed as terms.
        """
        text = self._article.text
        source = f"<{self._names.article(self._article)}>"
        for (start, end), node in self._nodes.items():
            span = Span(start, end)
            position = f"<{self._names.span(self._article, span, 'position')}>"
            quote = f"<{self._names.span(self._article, span, 'quote')}>"
            yield f"{node} {_RESOURCE}"
            yield f"{node} {_SOURCE} {source}"
            yield f"{node} {_SELECTOR} {position}"
            yield f"{node} {_SELECTOR} {quote}"
            yield f"{position} {_POSITION}"
            yield f'{position} {_START} "{start}"^^{_INTEGER}'
            yield f'{position} {_END} "{end}"^^{_INTEGER}'
            yield f"{quote} {_QUOTE}"
            yield f"{quote} {_EXACT} {literals.quoted(text[start:end])}"
            yield f"{quote} {_PREFIX} {literals.quoted(text[max(0, start - CONTEXT) : start])}"
            yield f"{quote} {_SUFFIX} {literals.quoted(text[end : end + CONTEXT])}"
