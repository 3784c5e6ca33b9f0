"""Pages and pictures of a graph: who ordered what to whom, each order with the sentence it was read from.

`dataset` is a pyoxigraph Store, a `kg.graph` Dataset or an rdflib Graph or Dataset that follows the ontology. The
options that select are the same everywhere: `focus` and `hops`, `since` and `until`, `force`, `query`; see
`kg.view.options`. All functions raise QueryError if an option is wrong or names nothing, and give the same result
for the same graph and options.
"""

from __future__ import annotations

from typing import Unpack

from kg.view.facts import Facts
from kg.view.options import Options


def select(dataset: object, **options: Unpack[Options]) -> Facts:
    """The facts of `dataset` that a view with these options shows."""
    from kg.view.reading import read_facts
    from kg.view.selection import chosen

    return chosen(read_facts(dataset), dataset, **options)


def render(dataset: object, *, lang: str = "id", title: str = "", **options: Unpack[Options]) -> str:
    """One self-contained HTML page of `dataset`: a `kg.graph` dataset, a pyoxigraph Store or an rdflib Graph that
    follows the ontology.

    `lang` ("id" or "en") is the language it opens in, `title` its heading instead of the usual one. Write it as UTF-8.
    """
    from kg.view.page import page
    from kg.view.payload import payload
    from kg.view.scene import build

    facts = select(dataset, **options)
    scene = build(facts)
    return page(scene, payload(facts, scene), lang=lang, title=title)


def to_svg(
    dataset: object, *, view: str = "network", lang: str = "id", title: str = "", **options: Unpack[Options]
) -> str:
    """A picture of one view ("network", "chain" or "timeline") as an SVG document, made without a browser.

    Raises ValueError if there is no such view.
    """
    from kg.view.pictures import svg

    return svg(select(dataset, **options), view, lang, title)


def to_png(
    dataset: object,
    *,
    view: str = "network",
    lang: str = "id",
    title: str = "",
    scale: float = 2.0,
    **options: Unpack[Options],
) -> bytes:
    """The same picture as PNG, `scale` pixels to one of the SVG; see `to_svg`."""
    from kg.view.pictures import png

    return png(to_svg(dataset, view=view, lang=lang, title=title, **options), scale)
