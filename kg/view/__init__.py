"""Pages and pictures of a graph: who ordered what to whom, each order with the sentence it was read from.

`dataset` is a pyoxigraph Store, a `kg.graph` Dataset or an rdflib Graph or Dataset that follows the ontology. The
options that select are the same everywhere: `focus` and `hops`, `since` and `until`, `force`, `query`; see
`kg.view.selection`. All functions raise QueryError if an option is wrong or names nothing, and give the same result
for the same graph and options.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kg.view.facts import Facts


def select(
    dataset: object,
    *,
    focus: str | None = None,
    hops: int = 2,
    since: date | str | None = None,
    until: date | str | None = None,
    force: str | Sequence[str] | None = None,
    query: str | None = None,
) -> Facts:
    """The facts of `dataset` that a view with these options shows; see `kg.view.selection` for what each means."""
    from kg.view import selection
    from kg.view.reading import read_facts

    facts = selection.of_query(read_facts(dataset), dataset, query)
    facts = selection.of_force(selection.since_until(facts, since, until), force)
    return selection.around(facts, focus, hops)


def render(
    dataset: object,
    *,
    lang: str = "id",
    focus: str | None = None,
    hops: int = 2,
    since: date | str | None = None,
    until: date | str | None = None,
    force: str | Sequence[str] | None = None,
    query: str | None = None,
    title: str = "",
) -> str:
    """One self-contained HTML page of `dataset`: a `kg.graph` dataset, a pyoxigraph Store or an rdflib Graph that
    follows the ontology.

    `lang` ("id" or "en") is the language it opens in, `title` its heading instead of the usual one. Write it as UTF-8.
    The same graph and options give the same text. Raises QueryError if an option is wrong or names nothing.
    """
    from kg.view.page import page
    from kg.view.payload import payload
    from kg.view.scene import build

    facts = select(dataset, focus=focus, hops=hops, since=since, until=until, force=force, query=query)
    scene = build(facts)
    return page(scene, payload(facts, scene), lang=lang, title=title)


def to_svg(
    dataset: object,
    *,
    view: str = "network",
    lang: str = "id",
    focus: str | None = None,
    hops: int = 2,
    since: date | str | None = None,
    until: date | str | None = None,
    force: str | Sequence[str] | None = None,
    query: str | None = None,
    title: str = "",
) -> str:
    """A picture of one view ("network", "chain" or "timeline") as an SVG document, made without a browser.

    Raises ValueError if there is no such view.
    """
    from kg.view.pictures import svg

    facts = select(dataset, focus=focus, hops=hops, since=since, until=until, force=force, query=query)
    return svg(facts, view, lang, title)


def to_png(
    dataset: object,
    *,
    view: str = "network",
    lang: str = "id",
    focus: str | None = None,
    hops: int = 2,
    since: date | str | None = None,
    until: date | str | None = None,
    force: str | Sequence[str] | None = None,
    query: str | None = None,
    title: str = "",
    scale: float = 2.0,
) -> bytes:
    """The same picture as PNG, `scale` pixels to one of the SVG; see `to_svg`."""
    from kg.view.pictures import png, svg

    facts = select(dataset, focus=focus, hops=hops, since=since, until=until, force=force, query=query)
    return png(svg(facts, view, lang, title), scale)
