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

    def quads(self, graph: NamedNode) -> Iterator[str]:
        """What describes the stretches cited so far as N-Quads of a graph: all lines of a subject at a time, in order.

        They are most of what an article says, and are never needed as terms.
        """
        text, end = self._article.text, f" {graph} .\n"
        source = f"<{self._names.article(self._article)}>"
        for (start, stop), node in self._nodes.items():
            span = Span(start, stop)
            position = f"<{self._names.span(self._article, span, 'position')}>"
            quote = f"<{self._names.span(self._article, span, 'quote')}>"
            exact, before, after = text[start:stop], text[max(0, start - CONTEXT) : start], text[stop : stop + CONTEXT]
            yield (
                f"{node} {_RESOURCE}{end}{node} {_SELECTOR} {position}{end}{node} {_SELECTOR} {quote}{end}"
                f"{node} {_SOURCE} {source}{end}"
            )
            yield (
                f'{position} {_POSITION}{end}{position} {_END} "{stop}"^^{_INTEGER}{end}'
                f'{position} {_START} "{start}"^^{_INTEGER}{end}'
            )
            yield (
                f"{quote} {_QUOTE}{end}{quote} {_EXACT} {literals.quoted(exact)}{end}"
                f"{quote} {_PREFIX} {literals.quoted(before)}{end}{quote} {_SUFFIX} {literals.quoted(after)}{end}"
            )
