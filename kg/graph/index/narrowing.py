"""From the bound parameters of a named question to the claims that can answer it.

A question says in its head how: `# narrow: directive issuer=issuer,issuerPerson since=day until=day text=content` reads
"`?directive` is a claim; the parameter `issuer` names a party in one of these roles; `since` and `until` bound its day;
`text` stands in its content". Its line `#[narrowed] VALUES ?directive { $narrowed }` then joins the query.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.graph.index.side import Filter, SideIndex

SLOT = "narrowed"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_IRI = re.compile(r"<([^<>]*)>")
_COLUMNS = {"content", "sentence"}


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The kind of claim that a question is about, and what each of its parameters says of it."""

    kind: str
    parameters: Mapping[str, tuple[str, ...]]

    @classmethod
    def read(cls, declaration: str) -> Narrowing:
        """Reads the head's line."""
        kind, *pairs = declaration.split()
        split = (pair.partition("=") for pair in pairs)
        return cls(kind, {name: tuple(meaning.split(",")) for name, _, meaning in split})

    @property
    def answered(self) -> frozenset[str]:
        """The parameters that name parties: the claims found have them, and the store need not look again.

        (Oxigraph would join every directive with its issuer before it comes to those that are named.)
        """
        return frozenset(
            name for name, meaning in self.parameters.items() if not _is_day(meaning) and not _is_text(meaning)
        )

    def candidates(self, index: SideIndex, terms: Mapping[str, str], values: Mapping[str, str]) -> list[str] | None:
        """The claims that can answer, given the parameters as SPARQL terms and as typed; `None` for any claim."""
        parties: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
        days, text = {"since": "", "until": ""}, ""
        columns: tuple[str, ...] = ()
        for name, meaning in self.parameters.items():
            if name not in terms:
                continue
            if _is_day(meaning):
                days[name] = _DAY.findall(terms[name])[0]
            elif _is_text(meaning):
                text, columns = values[name].casefold(), meaning
            else:
                parties.append((meaning, tuple(_IRI.findall(terms[name]))))
        return index.claims(self.kind, Filter(tuple(parties), days["since"], days["until"], text, columns))


def _is_day(meaning: tuple[str, ...]) -> bool:
    return meaning == ("day",)


def _is_text(meaning: tuple[str, ...]) -> bool:
    return set(meaning) <= _COLUMNS
