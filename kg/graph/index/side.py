"""The side index as an object: told before and after every write, asked for the claims that can answer a question."""

from __future__ import annotations

import sqlite3
from calendar import monthrange
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from pathlib import Path

from pyoxigraph import Quad

from kg.errors import StoreError
from kg.graph.index import tables
from kg.graph.index.rows import rows
from kg.graph.words import words

MOST = 20_000
"""Claims above which a question is not narrowed: the store then reads no more than it must anyway."""
TRIGRAM = 3
MOST_TRIGRAMS = 64

# The braces of these take marks for values and names of columns, nothing that a user gives.
_CLAIMS = "SELECT c.iri FROM claims c WHERE {conditions} LIMIT {most}"
_BY_PARTY = """c.id IN (
  SELECT p.claim FROM parties p
  WHERE p.node IN (SELECT id FROM nodes WHERE iri IN ({nodes})) AND p.role IN ({roles}){days}
)"""
_BY_DAY = "c.id IN (SELECT d.claim FROM days d WHERE 1{days})"
_PART_OF_MONTH = """
SELECT ?, p.node, COUNT(DISTINCT p.claim) FROM days d
JOIN claims c ON c.id = d.claim AND c.kind = 'directive' AND c.asserted
JOIN parties p ON p.claim = c.id AND p.role = 'issuer' AND p.day = d.day
WHERE d.day BETWEEN ? AND ? GROUP BY p.node
"""


@dataclass(frozen=True, slots=True)
class Filter:
    """What a claim must have: one of these parties in one of these roles, a day within these (ISO 8601), these words.

    `columns` are where the words may stand: `content`, `sentence`.
    """

    parties: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()
    since: str = ""
    until: str = ""
    text: str = ""
    columns: tuple[str, ...] = ()


class SideIndex:
    """One file; the store is the truth, and a graph whose write was not finished here is read from it again."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Opens the file, making it anew unless `read_only` where it is missing, broken or of another version.

        Raises StoreError where that cannot be done.
        """
        self._path = path
        try:
            self._connection = tables.connect(path) if read_only else tables.create(path)
        except sqlite3.Error as error:
            raise StoreError(f"{path}: cannot open the index: {error}") from error

    def close(self) -> None:
        """Closes the file; the index cannot be used any more."""
        self._connection.close()

    def mark(self, graphs: Collection[str]) -> set[str]:
        """Says that these graphs are about to be written; gives back those that it has not seen before."""
        with self._transaction() as connection:
            first = "INSERT INTO graphs (name, stale) VALUES (?, ?) ON CONFLICT DO NOTHING RETURNING name"
            again = "UPDATE graphs SET stale = MAX(stale, ?) WHERE name = ?"
            new = {graph for graph in graphs if connection.execute(first, (graph, tables.NEW)).fetchone()}
            connection.executemany(again, ((tables.WRITTEN, graph) for graph in graphs if graph not in new))
        return new

    def stale(self) -> list[str]:
        """The graphs that were about to be written and are not known to be."""
        return [name for (name,) in self._connection.execute("SELECT name FROM graphs WHERE stale ORDER BY name")]

    def graphs(self) -> set[str]:
        """The graphs that it has seen."""
        return {name for (name,) in self._connection.execute("SELECT name FROM graphs")}

    def refresh(self, graph: str, quads: Iterable[Quad]) -> None:
        """Takes these quads for all that the graph holds."""
        self.refresh_all([(graph, quads)])

    def refresh_all(self, graphs: Iterable[tuple[str, Iterable[Quad]]]) -> None:
        """`refresh` for several graphs in one transaction."""
        with self._transaction() as connection:
            for graph, quads in graphs:
                found = rows(quads)
                number, known = self._number(graph)
                if known != tables.NEW:
                    tables.forget(connection, number)
                if found.claims or found.labels:
                    tables.insert(connection, number, found)
                connection.execute("UPDATE graphs SET stale = 0 WHERE id = ?", (number,))

    def drop(self, graph: str) -> None:
        """Forgets a graph that is no more."""
        with self._transaction() as connection:
            number, _ = self._number(graph)
            tables.forget(connection, number)
            connection.execute("DELETE FROM graphs WHERE id = ?", (number,))

    def change(self, graph: str, gone: Iterable[Quad], new: Iterable[Quad]) -> bool:
        """Follows a change of quads if none of them is about a claim; otherwise False, and nothing is done."""
        before, after = rows(gone), rows(new)
        if before.about_claims or after.about_claims:
            return False
        with self._transaction() as connection:
            number, _ = self._number(graph)
            tables.remove_labels(connection, number, before.labels)
            tables.add_labels(connection, number, after.labels)
            connection.execute("UPDATE graphs SET stale = 0 WHERE id = ?", (number,))
        return True

    def claims(self, kind: str, asked: Filter) -> list[str] | None:
        """The claims of a kind that pass the filter, in no order, and maybe some that do not.

        `None` where there is nothing to go by, or there are more than `MOST`.
        """
        conditions, values = ["c.kind = ?"], [kind]
        day, days = _between(asked)
        for roles, nodes in asked.parties:
            marks = {"nodes": _marks(nodes), "roles": _marks(roles), "days": day.format(column="p.day")}
            conditions.append(_BY_PARTY.format_map(marks))
            values += [*nodes, *roles, *days]
        if days and not asked.parties:
            conditions.append(_BY_DAY.format(days=day.format(column="d.day")))
            values += days
        # FTS5 reads its query up to a NUL, which no text of a graph holds
        if len(asked.text) >= TRIGRAM and asked.columns and "\0" not in asked.text:
            conditions.append("c.id IN (SELECT rowid FROM claim_words WHERE claim_words MATCH ?)")
            values.append(f"{{{' '.join(asked.columns)}}} : ({_trigrams(asked.text)})")
        if len(conditions) == 1:
            return None
        sql = _CLAIMS.format(conditions=" AND ".join(conditions), most=MOST + 1)
        found = [iri for (iri,) in self._connection.execute(sql, values)]
        return None if len(found) > MOST else found

    def things(self, name: str) -> list[str]:
        """Things with a label that holds the words of a name next to each other, and maybe some others."""
        phrase = '"' + " ".join(words(name)) + '"'
        sql = """SELECT DISTINCT n.iri FROM label_words JOIN labels l ON l.id = label_words.rowid
                 JOIN nodes n ON n.id = l.node WHERE label_words MATCH ?"""
        return [iri for (iri,) in self._connection.execute(sql, (phrase,))]

    def months(self, since: str = "", until: str = "") -> list[tuple[str, str | None, int]]:
        """Month, Indonesian label of an issuer and number of asserted directives; by month, number (falling) and label.

        `since` and `until` are days, both counted in; "" leaves that end open.
        """
        # a month and a hyphen stand behind that month and before the next one
        first = since[:7] if not since or since.endswith("-01") else f"{since[:7]}-"
        behind = (f"{until[:7]}-" if _is_last(until) else until[:7]) if until else "9999"
        whole = "SELECT month, issuer, directives FROM months WHERE month >= ? AND month < ?"
        counts = self._connection.execute(whole, (first, behind)).fetchall()
        partial = {since[:7]} if since and not since.endswith("-01") else set()
        if until and not _is_last(until):
            partial.add(until[:7])
        for month in partial:
            within = max(since, f"{month}-01"), min(until or "9999", f"{month}-31")
            counts += self._connection.execute(_PART_OF_MONTH, (month, *within)).fetchall()
        labels = {issuer: self._label(issuer) for issuer in {issuer for _, issuer, _ in counts}}
        alphabetical = sorted(labels, key=lambda issuer: (labels[issuer] or "", issuer))
        rank = {issuer: at for at, issuer in enumerate(alphabetical)}
        counts.sort(key=lambda row: rank[row[1]])  # sorts that keep the order of those alike: last the first column
        counts.sort(key=itemgetter(2), reverse=True)
        counts.sort(key=itemgetter(0))
        return [(month, labels[issuer], directives) for month, issuer, directives in counts]

    def _label(self, node: int) -> str | None:
        sql = "SELECT MIN(text) FROM labels WHERE node = ? AND property = 'prefLabel' AND language = 'id'"
        (label,) = self._connection.execute(sql, (node,)).fetchone()
        return None if label is None else str(label)

    def _number(self, graph: str) -> tuple[int, int]:
        """The number of a graph, given to it here if it has none, and what is known of it (`tables.NEW` etc.)."""
        found = self._connection.execute("SELECT id, stale FROM graphs WHERE name = ?", (graph,)).fetchone()
        if found is None:
            sql = "INSERT INTO graphs (name, stale) VALUES (?, ?)"
            return int(self._connection.execute(sql, (graph, tables.NEW)).lastrowid or 0), tables.NEW
        return int(found[0]), int(found[1])

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        try:
            self._connection.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            raise StoreError(f"{self._path}: cannot be written: {error}") from error
        try:
            yield self._connection
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            self._connection.execute("ROLLBACK")
            raise StoreError(f"{self._path}: cannot be written: {error}") from error
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise


def _between(asked: Filter) -> tuple[str, list[str]]:
    """The condition on a day as a template that the column's name goes into, and its values."""
    bounds = [(">=", asked.since), ("<=", asked.until)]
    given = [(sign, day) for sign, day in bounds if day]
    return "".join(f" AND {{column}} {sign} ?" for sign, _ in given), [day for _, day in given]


def _is_last(day: str) -> bool:
    """Whether a day is the last of its month."""
    return date.fromisoformat(day).day == monthrange(int(day[:4]), int(day[5:7]))[1]


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))


def _trigrams(text: str) -> str:
    """All of its trigrams, each as a string of FTS5's query language."""
    found = sorted({text[at : at + TRIGRAM] for at in range(len(text) - TRIGRAM + 1)})[:MOST_TRIGRAMS]
    return " AND ".join('"' + one.replace('"', '""') + '"' for one in found)
