"""Of which kind of people somebody is: an officer by rank, a politician, scholar or counsel by office, or who is told
of with a name (`politisi X itu`)."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from kg.resolve.coreference_words import PointingWords

NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Kind:
    """What a phrase such as `politisi X` tells of whom it points to.

    `signs` are words of the offices of its kind, none for officers, `None` if its noun tells no kind; `names` are the
    names in the phrase.
    """

    signs: frozenset[str] | None
    names: frozenset[str]

    def ways(self) -> tuple[Kind, ...]:
        """What tells who is meant, the surer first: the names in the phrase, then its noun."""
        named = (Kind(None, self.names),) if self.names else ()
        return (*named, Kind(self.signs, NOBODY)) if self.signs is not None else named

    def has(self, offices: Sequence[str], ranked: bool, around: Set[str]) -> bool:
        """Whether somebody is of the kind, by his offices, whether he has a rank, or all names by the words around
        his own."""
        own = [word for office in offices for word in office.split()]
        if self.signs is None:
            return self.names.issubset(own) or self.names.issubset(around)
        return not self.signs.isdisjoint(word.casefold() for word in own) if self.signs else ranked


def kind_of(phrase: Sequence[str], words: PointingWords) -> Kind:
    """The kind that a phrase before its demonstrative tells of: by its first word or two, and its names behind them."""
    lower = [word.casefold() for word in phrase[:2]]
    called = {" ".join(lower), *lower[:1]}
    names = frozenset(word for word in phrase[1:] if word[:1].isupper())
    if called & words.officer:
        return Kind(frozenset(), frozenset())
    return Kind(next((signs for nouns, signs in words.kinds if called & nouns), None), names)
