"""What a query answers: rows, a truth value or triples."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

Term = NamedNode | BlankNode | Literal


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of a SELECT: a cell is a term, or `None` where the variable is unbound."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]

    def strings(self) -> list[tuple[str, ...]]:
        """The lexical value of each cell (an IRI in full), "" where unbound."""
        return [tuple("" if cell is None else cell.value for cell in row) for row in self.rows]

    def records(self) -> list[dict[str, str]]:
        """Each row as column -> value; unbound columns are left out."""
        return [
            {column: cell.value for column, cell in zip(self.columns, row, strict=True) if cell is not None}
            for row in self.rows
        ]


@dataclass(frozen=True, slots=True)
class Truth:
    """The answer to an ASK."""

    value: bool


@dataclass(frozen=True, slots=True)
class Triples:
    """What a CONSTRUCT or DESCRIBE made, sorted."""

    triples: tuple[Triple, ...]


Answer = Table | Truth | Triples
