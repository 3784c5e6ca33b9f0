"""What a query answers: rows, a truth value or triples."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

Term = NamedNode | BlankNode | Literal

SEPARATOR = "; "
"""Between the values of a cell that lists several."""


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


def in_order(table: Table, lists: tuple[str, ...]) -> Table:
    """The values of list columns in alphabetical order: SPARQL 1.1, 18.5.1.7, leaves the order of GROUP_CONCAT open.

    A list of nothing is unbound, as in Oxigraph; Virtuoso says "".
    """
    columns = {index for index, column in enumerate(table.columns) if column in lists}
    if not columns:
        return table
    return Table(
        table.columns,
        tuple(
            tuple(_sorted(cell) if index in columns else cell for index, cell in enumerate(row)) for row in table.rows
        ),
    )


def _sorted(cell: Term | None) -> Literal | None:
    values = sorted(cell.value.split(SEPARATOR)) if cell is not None else []
    return Literal(SEPARATOR.join(values)) if any(values) else None
