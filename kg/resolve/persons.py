"""Persons of one article: their names without rank and degrees, and IRIs that no other article changes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from kg.lexicon.forms import squeeze
from kg.lexicon.load import Lexicon
from kg.model import Article, MentionKind, Thing
from kg.resolve.identity_names import article_key, digest, marker_keys

ARTICLE_ANCHOR = "article:"


@dataclass(frozen=True, slots=True, order=True)
class Holding:
    """A post that an article gives to a person: its IRI path, whether the gazetteer knows it, whether it is over."""

    former: bool
    unknown: bool
    post: str


@lru_cache(maxsize=16384)
def name_tokens(name: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The words of a name in small letters, without ranks, titles, degrees, accents and punctuation.

    "Irjen Pol. (Purn) Dr. H. Budi Santoso, S.I.K., M.H." gives ("budi", "santoso"). Initials stay.
    """
    retired = marker_keys(lexicon, "words/retired")
    words = [word for word in name.replace(",", " , ").split() if squeeze(word) not in retired]
    while words:
        rank, title = lexicon.ranks.longest(words), lexicon.titles.longest(words)
        before = title is not None and any(found.before for found in title.found)
        skip = max(rank.last if rank is not None else 0, title.last if title is not None and before else 0)
        if not skip or skip >= len(words):
            break
        words = words[skip:]
    tokens: list[str] = []
    index = 0
    while index < len(words):
        degree = lexicon.titles.longest(words, index)
        behind = words[index] == "," or (
            degree is not None and bool(tokens) and all(found.after and not found.before for found in degree.found)
        )
        if behind:
            if degree is None and words[index] == "," and tokens:
                index += 1
                continue
            index = degree.last if degree is not None else index + 1
            continue
        tokens += _letters(words[index])
        index += 1
    return tuple(tokens)


def _letters(word: str) -> list[str]:
    """The parts of a word: "M.Iqbal" has two, "Ma'ruf" one."""
    plain = unicodedata.normalize("NFKD", word).casefold().replace("'", "").replace("’", "")
    kept = "".join(char if char.isalnum() else " " for char in plain if not unicodedata.combining(char))
    return kept.split()


def person_path(name: str, holdings: Iterable[Holding], article: Article, lexicon: Lexicon) -> str:
    """The IRI path of a person: from the name and the surest current post, without one from name and article.

    It depends on this article alone, so neither the order nor the number of other articles changes it; that two of them
    are one person is said by matches (`kg.resolve.persons_match`), which can be undone.
    """
    tokens = name_tokens(name, lexicon)
    known = sorted(holding for holding in holdings if not holding.unknown)
    anchor = known[0].post if known else ARTICLE_ANCHOR + article_key(article)
    return f"id/person/{digest(' '.join(tokens) or name, anchor)}"


def person_thing(iri: str, name: str, names: Iterable[str], holdings: Iterable[Holding]) -> Thing:
    """A person as the article names them."""
    held = sorted(holdings)
    known = [holding for holding in held if not holding.unknown]
    return Thing(
        iri=iri,
        kind=MentionKind.PERSON,
        label=name,
        alt=tuple(sorted({other for other in names if other and other != name})),
        doubt="" if known else "no known post tells this person from others of the name",
        reasons=(f"name and post {known[0].post}",) if known else ("name in this article",),
    )
