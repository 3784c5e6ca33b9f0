"""What each article says of each person, in the form in which persons are compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from kg.model import Agent, Identified, MentionKind, Thing
from kg.resolve.identity_names import article_key
from kg.resolve.persons_match import HeldPost, Sighting


def sightings(identified: Identified) -> tuple[Sighting, ...]:
    """One sighting for each person of an article, sorted by IRI path: name, fullest rank, all posts, the day."""
    extraction = identified.extraction
    things = {thing.iri: thing for thing in identified.things}
    clean = extraction.document.clean
    day = extraction.article.published or clean.published
    ranks: dict[str, set[str]] = {}
    posts: dict[str, dict[HeldPost, None]] = {}
    days: dict[str, set[date]] = {}
    for tenure in extraction.tenures:
        iri = identified.persons.get(tenure.person)
        if iri is None:
            continue
        ranks.setdefault(iri, set()).add(tenure.rank)
        if tenure.cited is not None:
            days.setdefault(iri, set()).add(tenure.cited)
        post = _post(identified.offices.get(tenure.office), things, former=tenure.former, acting=bool(tenure.acting))
        if post is not None:
            posts.setdefault(iri, {})[post] = None
    for agent in _agents(identified):
        iri = identified.persons.get(agent.person)
        if iri is None:
            continue
        ranks.setdefault(iri, set()).add(agent.rank)
        post = _post(identified.offices.get(agent.office), things, former=False, acting=False)
        if post is not None and not any(held.iri == post.iri for held in posts.get(iri, {})):
            posts.setdefault(iri, {})[post] = None
    return tuple(
        Sighting(
            person=iri,
            name=things[iri].label,
            article=article_key(extraction.article),
            rank=max(ranks.get(iri, {""}), key=lambda rank: (len(rank), rank)),
            posts=tuple(sorted(posts.get(iri, {}))),
            day=day or max(days.get(iri, set()), default=None),
        )
        for iri in sorted(set(identified.persons.values()))
    )


def _agents(identified: Identified) -> Iterator[Agent]:
    for directive in identified.extraction.directives:
        parties = (directive.issuer, directive.source, *directive.addressees)
        yield from (agent for agent in parties if agent is not None and agent.person)
    for statement in identified.extraction.statements:
        if statement.speaker is not None and statement.speaker.person:
            yield statement.speaker


def _post(iri: str | None, things: Mapping[str, Thing], *, former: bool, acting: bool) -> HeldPost | None:
    thing = things.get(iri or "")
    if thing is None or thing.kind is not MentionKind.POST:
        return None
    above = _above(thing.unit, things)
    return HeldPost(
        iri=thing.iri,
        kind=thing.post_kind,
        unit=thing.unit,
        above=above[1:],
        body=_body(above, things),
        former=former,
        acting=acting,
    )


def _above(unit: str, things: Mapping[str, Thing]) -> tuple[str, ...]:
    """A unit and all above it, nearest first."""
    found = [unit] if unit else []
    for iri in found:
        parents = things[iri].parents if iri in things else ()
        found += [parent for parent in parents if parent not in found]
    return tuple(found)


def _body(units: tuple[str, ...], things: Mapping[str, Thing]) -> str:
    """The highest unit but for the government, under which police, army and ministries are bodies; "" if not known."""
    government = "id/unit/pemerintah-republik-indonesia"
    bodies = [unit for unit in units if unit != government]
    return bodies[-1] if bodies and things[bodies[-1]].known else ""
