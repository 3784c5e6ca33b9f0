"""Entries of the ontology turned into the records of `kg.lexicon.records`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TypeVar

from kg.errors import LexiconError
from kg.lexicon.entries import Entry
from kg.lexicon.names import FORM, KG, NOTATION, PREF_LABEL, SUB_ORGANIZATION_OF
from kg.lexicon.records import Level, Place, PlaceKind, PostKind, Rank, Service, Title, Unit, UnitKind

Entries = Callable[[str], tuple[Entry, ...]]
Choice = TypeVar("Choice", bound=StrEnum)


def ranks(entries: Entries) -> tuple[Rank, ...]:
    """The entries of class `kg:Rank`, juniors first."""
    found = [
        Rank(
            *_named(entry),
            service=_choice(Service, entry, "service"),
            order=entry.number(KG + "seniority"),
            stars=entry.number(KG + "stars"),
        )
        for entry in entries(KG + "Rank")
    ]
    return tuple(sorted(found, key=lambda rank: (rank.order, rank.iri)))


def titles(entries: Entries) -> tuple[Title, ...]:
    """The entries of class `kg:Title`."""
    return tuple(
        Title(
            *_named(entry),
            category=entry.text(KG + "category"),
            before="before" in entry.texts(KG + "position"),
            after="after" in entry.texts(KG + "position"),
        )
        for entry in entries(KG + "Title")
    )


def post_kinds(entries: Entries) -> tuple[PostKind, ...]:
    """The entries of class `kg:PostKind`."""
    return tuple(
        PostKind(
            *_named(entry),
            leads=entry.iris(KG + "heads"),
            within=entry.iris(KG + "postIn"),
            deputy=entry.flag(KG + "deputy"),
        )
        for entry in entries(KG + "PostKind")
    )


def unit_kinds(entries: Entries) -> tuple[UnitKind, ...]:
    """The entries of class `kg:UnitKind`."""
    return tuple(
        UnitKind(
            *_named(entry),
            levels=_choices(Level, entry, "level"),
            above=entry.iris(KG + "under"),
            numbered=entry.flag(KG + "numbered"),
        )
        for entry in entries(KG + "UnitKind")
    )


def units(entries: Entries) -> tuple[Unit, ...]:
    """The entries of class `kg:Unit`."""
    return tuple(
        Unit(
            *_named(entry),
            kind=entry.iri_of(KG + "unitKind"),
            above=entry.iris(SUB_ORGANIZATION_OF),
            serves=entry.iris(KG + "serves"),
            number=entry.text(KG + "number"),
            prefixes=entry.texts(KG + "numberPrefix"),
        )
        for entry in entries(KG + "Unit")
    )


def places(entries: Entries) -> tuple[Place, ...]:
    """The entries of class `kg:Place`, by code."""
    found = [
        Place(
            *_named(entry),
            kind=_choice(PlaceKind, entry, "placeKind"),
            code=entry.text(NOTATION),
            within=entry.iri_of(KG + "containedIn"),
            districts=entry.texts(KG + "district"),
        )
        for entry in entries(KG + "Place")
    ]
    return tuple(sorted(found, key=lambda place: (place.code, place.iri)))


def _named(entry: Entry) -> tuple[str, str, str, tuple[str, ...]]:
    """IRI, labels and forms; raises `LexiconError` if there is no Indonesian label."""
    label = entry.text(PREF_LABEL, "id")
    if not label:
        raise LexiconError(f"{entry.iri}: skos:prefLabel in Indonesian is missing")
    return entry.iri, label, entry.text(PREF_LABEL, "en"), _longest_first((label, *entry.texts(FORM)))


def _longest_first(forms: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(forms), key=lambda form: (-len(form), form)))


def _choice(choices: type[Choice], entry: Entry, term: str) -> Choice:
    """The member of `choices` that `kg:term` names; raises `LexiconError` if it names none."""
    return _member(choices, entry, term, entry.text(KG + term))


def _choices(choices: type[Choice], entry: Entry, term: str) -> tuple[Choice, ...]:
    """The members of `choices` that `kg:term` names, in their order; raises `LexiconError` if one is unknown."""
    named = {_member(choices, entry, term, value) for value in entry.texts(KG + term)}
    return tuple(choice for choice in choices if choice in named)


def _member(choices: type[Choice], entry: Entry, term: str, value: str) -> Choice:
    try:
        return choices(value)
    except ValueError:
        known = ", ".join(choices)
        raise LexiconError(f"{entry.iri}: kg:{term} is {value!r}, not one of: {known}") from None
