"""Joins persons of one word to those whose name it shortens: by their post, or as nothing else introduces them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.lexicon.offices import Office, OfficeReader
from kg.model import Document, Mention
from kg.resolve.entities_drafts import Draft
from kg.resolve.entities_persons import begins, shortens
from kg.resolve.entities_salience import introduced


def join_short_forms(
    mentions: Sequence[Mention], people: list[Draft], offices: Mapping[int, Office], reader: OfficeReader
) -> None:
    """Joins a person known by one word to the one person of the same post whose name it shortens: "Presiden Jokowi" is
    "Presiden Joko Widodo", "Bupati Thoriq" is "Bupati Lumajang Thoriqul Haq".
    """
    if len(people) < 2:
        return
    named = {id(draft): [mentions[at].name for at in draft.mentions if mentions[at].name] for draft in people}
    held = {id(draft): [offices[at] for at in draft.posts if not mentions[at].former] for draft in people}
    for short in [draft for draft in people if all(" " not in name for name in named[id(draft)])]:
        fitting = [
            draft
            for draft in people
            if draft is not short
            and any(one is two or reader.matches(one, two) for one in held[id(short)] for two in held[id(draft)])
            and any(shortens(one, name) for one in named[id(short)] for name in named[id(draft)])
        ]
        if len(fitting) == 1:
            _join(short, fitting[0], people)


def _join(one: Draft, other: Draft, people: list[Draft]) -> None:
    """Makes a person a part of another."""
    other.mentions += one.mentions
    other.posts += one.posts
    other.reasons += one.reasons
    people.remove(one)


def join_beginnings(document: Document, mentions: Sequence[Mention], people: list[Draft]) -> None:
    """Joins a person of one word whom nothing introduces to the only one named before whose name it begins: "ujar Yuli"
    is "Yuliyanto".
    """
    for short in [draft for draft in people if not draft.posts]:
        names = {mentions[at].name for at in short.mentions}
        first = min(short.mentions)
        if any(" " in name for name in names) or any(introduced(document, mentions, at) for at in short.mentions):
            continue
        longer = [draft for draft in people if draft is not short and min(draft.mentions) < first]
        fitting = [
            draft for draft in longer if any(begins(one, mentions[at].name) for one in names for at in draft.mentions)
        ]
        if len(fitting) == 1:
            _join(short, fitting[0], people)
