"""Which directives a page shows: a focus and what is around it, a span of days, forces, or the answers of a query."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Unpack

from pyoxigraph import NamedNode, QueryBoolean, QueryTriples

from kg.errors import QueryError
from kg.graph.answers import Answer, Table, Triples
from kg.graph.vocabulary import BASE, prefixes
from kg.model import Force
from kg.view.facts import Directive, Facts
from kg.view.lookup import quad_store
from kg.view.options import Options


def chosen(facts: Facts, dataset: object, **options: Unpack[Options]) -> Facts:
    """What is left of the `facts` of `dataset` after every option, in the order query, days, force, focus.

    Raises QueryError if an option is wrong or names nothing.
    """
    facts = of_query(facts, dataset, options.get("query"))
    facts = since_until(facts, options.get("since"), options.get("until"))
    facts = of_force(facts, options.get("force"))
    return around(facts, options.get("focus"), options.get("hops", 2))


def since_until(facts: Facts, since: date | str | None, until: date | str | None) -> Facts:
    """The directives said from `since` to `until`, both included; where the day is unknown, the day of publication
    counts.

    Raises QueryError if a day is not ISO 8601. A directive without either day is left out as soon as a limit is given.
    """
    first, last = _day(since), _day(until)
    if not first and not last:
        return facts

    def inside(directive: Directive) -> bool:
        day = directive.date or (facts.articles[directive.article].published if directive.article else "")
        return bool(day) and (not first or day >= first) and (not last or day <= last)

    return _keep(facts, [d for d in facts.directives if inside(d)])


def _day(day: date | str | None) -> str:
    if day is None or day == "":
        return ""
    try:
        return (day if isinstance(day, date) else date.fromisoformat(day)).isoformat()[:10]
    except ValueError as error:
        raise QueryError(f"{day!r} is not a day; write it as 2024-11-24") from error


def of_force(facts: Facts, force: str | Sequence[str] | None) -> Facts:
    """The directives of one force, or of several (a sequence, or one text with commas); QueryError if it does not
    exist.
    """
    if not force:
        return facts
    wanted = {part.strip() for text in ([force] if isinstance(force, str) else force) for part in str(text).split(",")}
    known = [str(f) for f in Force]
    for name in sorted(wanted - set(known)):
        raise QueryError(f"there is no force {name!r}; the forces are {', '.join(known)}")
    return _keep(facts, [d for d in facts.directives if d.force in wanted])


def around(facts: Facts, focus: str | None, hops: int) -> Facts:
    """The directives within `hops` steps of whoever `focus` names; a step leads from an issuer to an addressee or back.

    `focus` is an IRI, a label or another name, in any case; a unit stands for itself and for the posts in it. If
    nothing has just that name, whatever has it within its name is meant. Raises QueryError if there is nothing.
    """
    if not focus:
        return facts
    reached = _named(facts, focus)
    kept: set[str] = set()
    for _ in range(max(hops, 1)):
        found = [d for d in facts.directives if reached.intersection(_parties(d))]
        kept.update(d.iri for d in found)
        reached = reached.union(*(_parties(d) for d in found))
    return _keep(facts, [d for d in facts.directives if d.iri in kept])


def _parties(directive: Directive) -> set[str]:
    return {*directive.issuers, *directive.persons, *directive.addressees}


def _named(facts: Facts, focus: str) -> set[str]:
    wanted = focus.casefold().strip()
    names: dict[str, set[str]] = {}
    for agent in facts.agents.values():
        for name in (agent.iri, agent.label, agent.label_en, agent.full_en, *agent.alt):
            names.setdefault(name.casefold(), set()).add(agent.iri)
    for unit in facts.units.values():
        members = {agent.iri for agent in facts.agents.values() if agent.unit == unit.iri}
        for name in (unit.iri, unit.label, unit.label_en):
            names.setdefault(name.casefold(), set()).update(members)
    names.pop("", None)
    if wanted in names:
        return names[wanted]
    found = set[str]().union(*(iris for name, iris in names.items() if wanted in name and not name.startswith("http")))
    if wanted and found:
        return found
    near = difflib.get_close_matches(wanted, [name for name in sorted(names) if not name.startswith("http")], n=3)
    hint = f"; did you mean {' or '.join(near)}?" if near else ""
    raise QueryError(f"nobody in the graph is called {focus!r}{hint}")


def of_query(facts: Facts, dataset: object, query: str | None) -> Facts:
    """The directives that the answers of a SPARQL query name; if they name none, those of the parties and articles
    they name.

    Raises QueryError if the query is wrong or its answers name nothing that the page could show.
    """
    if not query:
        return facts
    named = _answers(dataset, query)
    found = [d for d in facts.directives if d.iri in named]
    found = found or [d for d in facts.directives if named.intersection((*_parties(d), d.article, d.source))]
    if not found:
        raise QueryError("the answers of the query name no directive, party or article of the graph")
    return _keep(facts, found)


def _answers(dataset: Any, query: str) -> set[str]:
    """Every IRI in the bindings or triples that `query` gives; none for ASK."""
    from kg.graph.stores import GraphStore  # loads what stores on disk need

    if isinstance(dataset, GraphStore):
        return _named_by(dataset.query(query))
    store = quad_store(dataset)
    try:
        if store is None:
            return _answers_of_rdflib(dataset, query)
        result = store.query(query, use_default_graph_as_union=True, prefixes=prefixes(BASE))
        if isinstance(result, QueryBoolean):
            return set()
        if isinstance(result, QueryTriples):
            return {str(term.value) for t in result for term in (t.subject, t.object) if isinstance(term, NamedNode)}
        return {str(term.value) for row in result for term in row if isinstance(term, NamedNode)}
    except (SyntaxError, ValueError, RuntimeError, OSError) as error:
        raise QueryError(f"the query cannot be read: {' '.join(str(error).split())}") from error


def _answers_of_rdflib(graph: Any, query: str) -> set[str]:
    """`_answers` of an rdflib graph. Raises ValueError where the query cannot be read."""
    from pyparsing import ParseException

    try:
        found = graph.query(query)
    except ParseException as error:
        raise ValueError(str(error)) from error
    return set() if found.type == "ASK" else {str(term) for row in found for term in row if term is not None}


def _named_by(answer: Answer) -> set[str]:
    if isinstance(answer, Table):
        return {cell.value for row in answer.rows for cell in row if isinstance(cell, NamedNode)}
    made = answer.triples if isinstance(answer, Triples) else ()
    return {term.value for triple in made for term in (triple.subject, triple.object) if isinstance(term, NamedNode)}


def _keep(facts: Facts, directives: Sequence[Directive]) -> Facts:
    """`facts` with these directives only; agents and units stay, since they carry the names."""
    return replace(facts, directives=tuple(directives))
