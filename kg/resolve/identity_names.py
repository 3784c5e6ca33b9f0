"""Names made into readable parts of IRIs, and names stripped of what does not identify."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.lexicon.forms import squeeze
from kg.lexicon.load import Lexicon
from kg.lexicon.names import BASE
from kg.model import Article

HASH_LENGTH = 16
LONGEST_SLUG = 80
"""A longer name is cut in its IRI, and told apart by a digest of the whole."""
KNOWN_OFFICES = 8192
"""Names of offices that are remembered with what was read of them."""
_UNSAFE = re.compile(r"[^a-z0-9]+")
_BRACKETS = re.compile(r"\([^()]*\)")
_JOINED = re.compile(r"([A-Z][a-z]+)([A-Z].*)")
_POSSESSIVE = re.compile(r"(?<=\w{3})nya$", re.IGNORECASE)


def slug(text: str) -> str:
    """A readable part of an IRI ("KPU Kota Bogor" -> "kpu-kota-bogor"); a digest where no ASCII character is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower().replace("'", "")
    readable = _UNSAFE.sub("-", plain).strip("-") or digest(text)
    return readable if len(readable) <= LONGEST_SLUG else f"{readable[:LONGEST_SLUG].rstrip('-')}-{digest(text)}"


def digest(*parts: str) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of the parts, kept apart by a unit separator."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:HASH_LENGTH]


def article_key(article: Article) -> str:
    """What tells an article apart inside the IRIs of things that only it knows."""
    return article.sha256[:HASH_LENGTH]


def path(iri: str) -> str:
    """The path below the base of an absolute IRI of this project."""
    return iri.removeprefix(BASE)


@dataclass(frozen=True, slots=True)
class Bare:
    """An office or group without what does not identify it; `plural` where it speaks of all holders of a post.

    `own` marks a possessive ("jajarannya"): whose it is, the text says elsewhere.
    """

    words: tuple[str, ...]
    plural: bool = False
    own: bool = False


@lru_cache(maxsize=KNOWN_OFFICES)
def strip_markers(text: str, lexicon: Lexicon) -> Bare:
    """An office's words without honorifics, marks of acting and former holders, quantifiers and bracketed short forms.

    "Pj. Gubernur Sumsel" and "mantan Gubernur Sumsel" are about one post; "para Kapolres" are several.
    """
    plain = _BRACKETS.sub(" ", text).replace("(", " ").replace(")", " ").strip(" ,;:\"'“”")
    words = [part for word in plain.split() for part in _split(word, lexicon)]
    before = [marker_keys(lexicon, name) for name in ("words/acting", "words/former", "mentions/former-marker")]
    markers = frozenset().union(*before)
    quantifiers = marker_keys(lexicon, "mentions/group-quantifier")
    plural = own = False
    while words:
        title = lexicon.titles.longest(words)
        length = _longest_in(words, markers)
        several = _longest_in(words, quantifiers)
        honorific = title is not None and any(found.category == "honorific" for found in title.found)
        if title is not None and honorific and title.last < len(words):
            words = words[title.last :]
        elif length and length < len(words):
            words = words[length:]
        elif several and several < len(words):
            plural, words = True, words[several:]
        else:
            break
    words = _without(words, marker_keys(lexicon, "mentions/suspended-marker"))
    while len(words) > 1 and squeeze(words[-1]) in marker_keys(lexicon, "words/pointing"):
        words = words[:-1]
    if words and _POSSESSIVE.search(words[-1]) and squeeze(words[-1]) not in lexicon.places.by_key:
        words[-1], own = _POSSESSIVE.sub("", words[-1]), True
    return Bare(tuple(words), plural, own)


def _split(word: str, lexicon: Lexicon) -> list[str]:
    """A title that a lost space has joined to its unit ("KapoldaSumatera"), in two; any other word as it is."""
    match = _JOINED.fullmatch(word)
    if match is not None and (lexicon.post_kinds.exact(match[1]) or lexicon.unit_kinds.exact(match[1])):
        return [match[1], match[2]]
    return [word]


def _without(words: list[str], keys: frozenset[str]) -> list[str]:
    """The words but for the forms of a class, of up to three words, wherever they stand; all if none is left."""
    kept: list[str] = []
    index = 0
    while index < len(words):
        size = _longest_in(words[index:], keys)
        if not size:
            kept.append(words[index])
        index += max(size, 1)
    return kept or words


def marker_keys(lexicon: Lexicon, name: str) -> frozenset[str]:
    """The squeezed forms of a word class; none where the lexicon has no such class."""
    return _squeezed(lexicon.word_lists().get(name, frozenset()))


@lru_cache(maxsize=64)
def _squeezed(forms: frozenset[str]) -> frozenset[str]:
    return frozenset(squeeze(form) for form in forms)


def _longest_in(words: Sequence[str], keys: frozenset[str]) -> int:
    """How many words from the first on are one of `keys`: the most of up to three, 0 if none."""
    return next((size for size in (3, 2, 1) if size <= len(words) and squeeze("".join(words[:size])) in keys), 0)
