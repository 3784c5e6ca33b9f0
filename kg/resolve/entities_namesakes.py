"""Who bears the name of another behind his own: a wife or child that of the husband or father, officials the given name
of somebody else as their last.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.lexicon.forms import squeeze
from kg.lexicon.load import Lexicon
from kg.lexicon.offices import Office, OfficeReader
from kg.model import Mention
from kg.model.members import POST
from kg.resolve.entities_persons import Name, close

PAIR = 2  # words of a full name
SHORTEST = 3  # letters of a word of a name that is not its initials
ROLE = "role"  # how the rules of posts begin that are no offices


@dataclass(frozen=True, slots=True, eq=False)
class Namesakes:
    """Which of the names of an article are those of different persons though one holds the other's words.

    `kin` are the names, by their positions, of those who are introduced as somebody's relatives, `kin_words` their
    words; `offices` those told beside each name, `told` the names beside which some are, by their words; `alone` are
    the words by which somebody is called alone; `ranked` are the names with a rank; `shared` are the squeezed first
    names that nobody is called by alone, `heads` the squeezed offices of heads of state, who have no rank.
    """

    kin: frozenset[int]
    kin_words: frozenset[tuple[str, ...]]
    offices: Mapping[int, Sequence[Office]]
    told: Mapping[tuple[str, ...], Sequence[int]]
    alone: frozenset[str]
    ranked: frozenset[int]
    reader: OfficeReader
    shared: frozenset[str]
    heads: frozenset[str]

    @classmethod
    def of(
        cls,
        names: Sequence[str],
        mentions: Sequence[Mention],
        number_of: Mapping[int, int],
        offices: Mapping[int, Office],
        reader: OfficeReader,
        relatives: frozenset[str],
    ) -> Namesakes:
        """Those of the persons whose names are numbered by `number_of`; `relatives` are squeezed nouns of kin."""
        words = [Name.of(name).words for name in names]
        kin: set[int] = set()
        held: dict[int, list[Office]] = {}
        for at, mention in enumerate(mentions):
            if mention.kind is not POST or mention.holder is None:
                continue
            if not mention.rule.startswith(ROLE):
                held.setdefault(number_of[mention.holder], []).append(offices[at])
            elif squeeze(mention.office) in relatives:
                kin.add(number_of[mention.holder])
        ranked = frozenset(number for at, number in number_of.items() if mentions[at].rank)
        told: dict[tuple[str, ...], list[int]] = {}
        for number in held:
            told.setdefault(words[number], []).append(number)
        alone = frozenset(one[0] for one in words if len(one) == 1)
        kin_words = frozenset(words[number] for number in kin)
        return cls(frozenset(kin), kin_words, held, told, alone, ranked, reader, *_classes(reader.lexicon))

    def differ(self, names: Sequence[Name], at: int, group: Sequence[int]) -> bool:
        """Whether the name at `at` is not that of whom the longer names of `group` are, though they end with it: of a
        relative who is introduced later, or of the holder of another office.
        """
        name, longer = names[at], names[group[0]]
        if close(name.words[0], longer.words[0]) or len(name.words) >= len(longer.words):
            return False
        if group[0] in self.kin and (len(name.words) >= PAIR or at < min(group)):
            return True
        if longer.words[-len(name.words) :] != name.words:
            return False
        if len(name.words) >= PAIR and name.words in self.kin_words:
            return True  # "suaminya, Rama Wijaya" of Sinta Rama Wijaya
        own = {one for one in longer.words[: -len(name.words)] if len(one) >= SHORTEST and one not in self.shared}
        return bool(own) and self._hold_others(names, name, group, own)

    def _hold_others(self, names: Sequence[Name], name: Name, group: Sequence[int], own: Collection[str]) -> bool:
        """Whether offices stand beside a name and beside the longer ones, none of which can be the same, and the
        bearer of the longer is called by another of his words (`own`) too, or named only behind the other, or of a
        rank where the other is a head of state.
        """
        told = self.told.get(name.words, ())
        if not told:
            return False
        others = [office for one in group if len(names[one].words) > len(name.words) for office in self._at(one)]
        held = [office for one in told for office in self._at(one)] if others else ()
        if not held or any(self.reader.matches(one, two) for one in held for two in others):
            return False
        if min(told) < min(group) or not self.alone.isdisjoint(own):
            return True
        return not self.ranked.isdisjoint(group) and any(squeeze(office.text) in self.heads for office in held)

    def _at(self, at: int) -> Sequence[Office]:
        return self.offices.get(at, ())


@lru_cache(maxsize=2)
def _classes(lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    """First names that nobody is called by alone, and offices of heads of state, compiled once."""
    shared, heads = (lexicon.words(f"mentions/{name}") for name in ("shared-first-name", "head-of-state"))
    return frozenset(map(squeeze, shared)), frozenset(map(squeeze, heads))
