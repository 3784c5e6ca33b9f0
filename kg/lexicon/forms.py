"""Look-up of written forms, whatever the spacing, dots and case that a newsroom or a tokenizer chose."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from kg.lexicon.records import Named
from kg.model.making import quickly_made

N = TypeVar("N", bound=Named)

ACRONYM = 4  # letters of an acronym that could be a word in small letters
HEAD = 3  # leading characters of a key that the length table is indexed by
SKIPPED = frozenset({".", "-", "–"})  # words that may stand inside a form: "Irjen . Pol"
KNOWN_FORMS = 65536  # the last that were squeezed
KEPT = frozenset("/()")  # "Danrem 044/Gapo" and "Jenderal (Pol)" are told apart by them
DROPPED = {code: None for code in range(128) if not chr(code).isalnum() and chr(code) not in KEPT}


@lru_cache(KNOWN_FORMS)  # the names and offices of an article recur in it, and its words in others
def squeeze(text: str) -> str:
    """A form without case, spaces, dots, hyphens and apostrophes: "Irjen. Pol." and "IRJEN POL" give "irjenpol"."""
    if text.isascii():
        return text.lower().translate(DROPPED)
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(char for char in folded if char.isalnum() or char in KEPT)


@quickly_made
@dataclass(frozen=True, slots=True)
class Match(Generic[N]):
    """A form found in a row of words: the half-open range it covers and every record that is written so."""

    first: int
    last: int
    found: tuple[N, ...]


@dataclass(frozen=True, slots=True)
class FormIndex(Generic[N]):
    """Records by their written forms."""

    by_key: Mapping[str, tuple[N, ...]]
    reach: Mapping[str, int]
    acronyms: frozenset[str]

    def exact(self, text: str) -> tuple[N, ...]:
        """The records that are written as `text`, sorted by IRI; a short acronym must be in capitals."""
        key = squeeze(text)
        return () if key in self.acronyms and _differs((text,), key) else self.by_key.get(key, ())

    def longest(self, words: Sequence[str], start: int = 0, stop: int | None = None) -> Match[N] | None:
        """The longest form that starts at the word `start` and ends at a word boundary before `stop`.

        A comma, colon or quotation mark is never part of a form; a lone full stop or hyphen may be inside one. A short
        acronym must be in capitals.
        """
        best: Match[N] | None = None
        key = ""
        for index in range(start, len(words) if stop is None else stop):
            piece = squeeze(words[index])
            if not piece:
                if key and words[index] in SKIPPED:
                    continue
                break
            key += piece
            limit = HEAD if len(key) < HEAD else self.reach.get(key[:HEAD], 0)
            found = self.by_key.get(key)
            if found and not (key in self.acronyms and _differs(words[start : index + 1], key)):
                best = Match(start, index + 1, found)
            if len(key) > limit:
                break
        return best


def index_forms(records: Iterable[N]) -> FormIndex[N]:
    """An index of all forms of `records`."""
    by_key: dict[str, dict[str, N]] = {}
    reach: dict[str, int] = {}
    acronyms: set[str] = set()
    other: set[str] = set()
    for record in records:
        for form in record.forms:
            key = squeeze(form)
            if key:
                by_key.setdefault(key, {})[record.iri] = record
                (acronyms if _is_acronym(form, key) else other).add(key)
                head = key[:HEAD]
                reach[head] = max(reach.get(head, 0), len(key))
    return FormIndex(
        {key: tuple(found[iri] for iri in sorted(found)) for key, found in by_key.items()},
        reach,
        frozenset(acronyms - other),
    )


def _is_acronym(form: str, key: str) -> bool:
    """Whether a form is so short that in small letters it could be another word ("PAN", "M.A.")."""
    return len(key) <= ACRONYM and form.isupper()


def _differs(words: Sequence[str], key: str) -> bool:
    """Whether an acronym is not in capitals: up to three letters must all be, of longer ones a later one at least."""
    text = "".join(words)
    return text[1:].islower() if len(key) > 3 else any(char.islower() for char in text)
