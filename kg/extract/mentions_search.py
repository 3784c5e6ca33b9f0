"""The posts and persons of one sentence while it is sought who holds which."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.mentions_line import Line
from kg.model import Mention
from kg.model.making import quickly_made
from kg.model.members import PERSON


@quickly_made
@dataclass(slots=True)
class HolderSearch:
    """The posts and persons of a sentence while their pairs are sought; `held` maps a post's position to its
    holder's.
    """

    line: Line
    mentions: list[Mention]
    held: dict[int, tuple[int, str]]
    former: set[int]
    is_post: list[bool]  # which of the mentions are posts that one person holds

    def gap(self, left: int, right: int) -> list[str]:
        """The squeezed words between two mentions but for those of mentions in between, punctuation as it is."""
        words: list[str] = []
        pieces, texts = self.line.pieces, self.line.texts
        for one in range(left, right):
            for at in range(self.mentions[one].last, self.mentions[one + 1].first):
                words.append(pieces[at] or texts[at])  # noqa: PERF401 # few: a comprehension takes longer
        return words

    def is_person(self, at: int) -> bool:
        return self.mentions[at].kind is PERSON

    def holder_known(self, person: int) -> bool:
        """Whether a post has been given to the person at this position already."""
        return any(holder == person for holder, _ in self.held.values())
