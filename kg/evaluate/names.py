"""When two names are the same: abbreviations spelt out, quantifiers and collectives left out, four words more."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Record = Mapping[str, Any]
MAX_EXTRA_WORDS = 4
ENCLITIC = re.compile(r"(?<=...)nya$")


@dataclass(frozen=True, slots=True)
class NameRules:
    """How names are made comparable: abbreviations spelt out, quantifiers and collectives left out."""

    aliases: Mapping[str, str]
    quantifiers: frozenset[str]
    collectives: frozenset[str]

    def tokens(self, name: str) -> list[str]:
        """The comparable words of a name, lower case, without punctuation or the enclitic -nya."""
        folded = unicodedata.normalize("NFKC", name).lower()
        words = [
            ENCLITIC.sub("", token)
            for word in re.findall(r"[a-z0-9/]+", folded)
            for token in self.aliases.get(word, word).split()
        ]
        words = [word for word in words if word not in self.quantifiers] or words
        return [word for word in words if word not in self.collectives] or words

    def same(self, gold: object, predicted: object) -> bool:
        """Whether some predicted name holds all words of some gold name and at most four more."""
        for one in _names(predicted):
            found = self.tokens(one)
            for other in _names(gold):
                wanted = self.tokens(other)
                if wanted and set(wanted) <= set(found) and len(found) <= len(wanted) + MAX_EXTRA_WORDS:
                    return True
        return False

    def same_agent(self, gold: Record, predicted: Record | None) -> bool:
        """Whether every part that gold knows and the prediction states agrees, and at least one does."""
        predicted = predicted or {}
        known = [part for part in ("office", "person") if _names(gold.get(part))]
        if not known:
            return not (_names(predicted.get("office")) or _names(predicted.get("person")))
        stated = [part for part in known if _names(predicted.get(part))]
        return bool(stated) and all(self.same(gold[part], predicted[part]) for part in stated)

    def same_addressees(self, gold: Sequence[object], predicted: Sequence[object] | None) -> bool:
        """Whether gold and predicted addressees can be paired off."""
        left = list(predicted or ())
        if len(gold) != len(left):
            return False
        for one in gold:
            hit = next((at for at, other in enumerate(left) if self.same(one, other)), None)
            if hit is None:
                return False
            del left[hit]
        return True


def _names(value: object) -> list[str]:
    if not value:
        return []
    return [value] if isinstance(value, str) else [str(name) for name in value]  # type: ignore[attr-defined]
