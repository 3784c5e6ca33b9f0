"""Evidence: stretches of an article as Web Annotation resources.

Each stretch is an `oa:SpecificResource` with an `oa:TextPositionSelector` and an `oa:TextQuoteSelector` (Web Annotation
Data Model, 4.2.4 and 4.2.5). Positions count code points of the article's text as it was given.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from kg.graph import literals
from kg.graph.names import Names
from kg.graph.written import OA, TYPE, XSD, minted
from kg.model import Article, Span

CONTEXT = 32
"""Code points of prefix and suffix in a quote selector."""

_RESOURCE = f"{TYPE} {OA['SpecificResource']}"
_POSITION = f"{TYPE} {OA['TextPositionSelector']}"
_QUOTE = f"{TYPE} {OA['TextQuoteSelector']}"
_SOURCE, _SELECTOR, _START, _END = (OA[name] for name in ("hasSource", "hasSelector", "start", "end"))
_EXACT, _PREFIX, _SUFFIX = (OA[name] for name in ("exact", "prefix", "suffix"))
_INTEGER = XSD["integer"]


class Evidence:
    """The stretches of an article that its claims cite, each described once however many do."""

    def __init__(self, article: Article, names: Names) -> None:
        self._article = article
        self._names = names
        self._nodes: dict[tuple[int, int], str] = {}

    def node(self, span: Span) -> str:
        """The node of a stretch, which is described from now on."""
        key = span.start, span.end
        found = self._nodes.get(key)
        if found is None:
            found = self._nodes[key] = minted(self._names.span(self._article, span))
        return found

    def quads(self, graph: str) -> Iterator[str]:
        """What describes the stretches cited so far as N-Quads of a graph: all lines of a subject at a time, in order.

        They are most of what an article says, and are never needed as terms.
        """
        text, end = self._article.text, f" {graph} .\n"
        of_article = f" {_SOURCE} {minted(self._names.article(self._article))}{end}"
        positions, quotes = (self._names.spans(self._article, kind) for kind in ("position", "quote"))
        unusual = literals.unusual(text)
        for (start, stop), node in self._nodes.items():
            position, quote = f"<{positions}{start}-{stop}>", f"<{quotes}{start}-{stop}>"
            first, last = max(0, start - CONTEXT), stop + CONTEXT
            exact, before, after = text[start:stop], text[first:start], text[stop:last]
            at = bisect_left(unusual, first)
            if at == len(unusual) or unusual[at] >= last:
                exact, before, after = f'"{exact}"', f'"{before}"', f'"{after}"'
            else:
                exact, before, after = map(literals.quoted, (exact, before, after))
            yield (
                f"{node} {_RESOURCE}{end}{node} {_SELECTOR} {position}{end}{node} {_SELECTOR} {quote}{end}"
                f"{node}{of_article}"
            )
            yield (
                f'{position} {_POSITION}{end}{position} {_END} "{stop}"^^{_INTEGER}{end}'
                f'{position} {_START} "{start}"^^{_INTEGER}{end}'
            )
            yield (
                f"{quote} {_QUOTE}{end}{quote} {_EXACT} {exact}{end}"
                f"{quote} {_PREFIX} {before}{end}{quote} {_SUFFIX} {after}{end}"
            )
