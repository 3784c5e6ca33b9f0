"""The tables of the side index: SQLite, one file beside the store's own.

A word is found by its trigrams (SQLite FTS5), so that a search within words is narrowed as well; counts by month are
kept, not counted anew.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from kg.graph.index.rows import Label, Rows
from kg.graph.words import words

VERSION = 2
"""Raised whenever the tables or `rows` change: an index of another version is made anew."""

PATIENCE = 60
"""Seconds to wait for another writer."""

CACHE = 16_000_000
"""Bytes of the file that are kept in memory: rows go to places all over it."""

WORDS = 32_000_000
"""Bytes of words that are gathered before they are written as a segment of their own, to be merged later."""

CURRENT, WRITTEN, NEW = 0, 1, 2
"""What is known of a graph: its rows are there, they may be old, there are none yet."""

SCHEMA = """
CREATE TABLE graphs (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, stale INTEGER NOT NULL);
CREATE INDEX stale_graphs ON graphs (name) WHERE stale;
CREATE TABLE nodes (id INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE);
CREATE TABLE claims (
  id INTEGER PRIMARY KEY, graph INTEGER NOT NULL, iri TEXT NOT NULL, kind TEXT NOT NULL, asserted INTEGER NOT NULL,
  content TEXT NOT NULL, sentence TEXT NOT NULL
);
CREATE INDEX claims_of_graph ON claims (graph);
CREATE TABLE days (day TEXT NOT NULL, claim INTEGER NOT NULL, PRIMARY KEY (day, claim)) WITHOUT ROWID;
CREATE INDEX days_of_claim ON days (claim);
CREATE TABLE parties (
  node INTEGER NOT NULL, role TEXT NOT NULL, day TEXT NOT NULL, claim INTEGER NOT NULL,
  PRIMARY KEY (node, role, day, claim)
) WITHOUT ROWID;
CREATE INDEX parties_of_claim ON parties (claim);
CREATE TABLE months (
  month TEXT NOT NULL, issuer INTEGER NOT NULL, directives INTEGER NOT NULL, PRIMARY KEY (month, issuer)
) WITHOUT ROWID;
CREATE TABLE labels (
  id INTEGER PRIMARY KEY, graph INTEGER NOT NULL, node INTEGER NOT NULL, property TEXT NOT NULL, language TEXT NOT NULL,
  text TEXT NOT NULL, words TEXT NOT NULL, UNIQUE (graph, node, property, language, text)
);
CREATE INDEX labels_by_words ON labels (words);
CREATE INDEX labels_of_node ON labels (node, property, language);
CREATE VIRTUAL TABLE claim_words USING fts5(
  content, sentence, content=claims, content_rowid=id, tokenize='trigram case_sensitive 1', detail=column
);
CREATE VIRTUAL TABLE label_words USING fts5(words, content=labels, content_rowid=id, tokenize='unicode61');
"""

_MONTHLY = """
INSERT INTO months SELECT substr(p.day, 1, 7) AS month, p.node, :sign * COUNT(DISTINCT p.claim)
FROM claims c JOIN parties p ON p.claim = c.id
WHERE c.graph = :graph AND c.kind = 'directive' AND c.asserted AND p.role = 'issuer' AND p.day != ''
GROUP BY month, p.node
ON CONFLICT DO UPDATE SET directives = directives + excluded.directives
"""
_FORGET = (
    """INSERT INTO claim_words (claim_words, rowid, content, sentence)
    SELECT 'delete', id, content, sentence FROM claims WHERE graph = :graph""",
    """INSERT INTO label_words (label_words, rowid, words)
    SELECT 'delete', id, words FROM labels WHERE graph = :graph""",
    "DELETE FROM days WHERE claim IN (SELECT id FROM claims WHERE graph = :graph)",
    "DELETE FROM parties WHERE claim IN (SELECT id FROM claims WHERE graph = :graph)",
    "DELETE FROM claims WHERE graph = :graph",
    "DELETE FROM labels WHERE graph = :graph",
    "DELETE FROM months WHERE directives = 0",
)


def connect(path: Path) -> sqlite3.Connection:
    """A connection to an index that is there, to read. Raises sqlite3.Error where there is none of this version."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    if _version(connection) != VERSION:
        connection.close()
        raise sqlite3.DatabaseError("another version")
    return connection


def create(path: Path) -> sqlite3.Connection:
    """A connection to read and write; a file that is not an index of this version gives way to an empty one."""
    connection = sqlite3.connect(path, isolation_level=None, timeout=PATIENCE)
    try:
        version = _version(connection)
    except sqlite3.DatabaseError:
        version = None
    if version != VERSION:
        connection.close()
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        connection = sqlite3.connect(path, isolation_level=None, timeout=PATIENCE)
        connection.executescript(f"PRAGMA journal_mode = WAL; BEGIN; {SCHEMA} PRAGMA user_version = {VERSION}; COMMIT")
        connection.execute("INSERT INTO claim_words (claim_words, rank) VALUES ('hashsize', ?)", (WORDS,))
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute(f"PRAGMA cache_size = -{CACHE // 1024}")
    return connection


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def forget(connection: sqlite3.Connection, graph: int) -> None:
    """Removes the rows of a graph."""
    connection.execute(_MONTHLY, {"graph": graph, "sign": -1})
    for statement in _FORGET:
        connection.execute(statement, {"graph": graph})


def insert(connection: sqlite3.Connection, graph: int, rows: Rows) -> None:
    """Adds the claims of a graph that has none yet, and its labels."""
    first = connection.execute("SELECT COALESCE(MAX(id), 0) + 1 FROM claims").fetchone()[0]
    claims = list(enumerate(sorted(rows.claims.items()), first))
    nodes = _nodes(connection, {node for _, (_, claim) in claims for _, node in claim.parties})
    connection.executemany(
        "INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?, ?)",
        ((at, graph, iri, one.kind, one.asserted, one.content, one.sentence) for at, (iri, one) in claims),
    )
    connection.executemany(
        "INSERT INTO claim_words (rowid, content, sentence) VALUES (?, ?, ?)",
        ((at, one.content, one.sentence) for at, (_, one) in claims),
    )
    connection.executemany("INSERT INTO days VALUES (?, ?)", ((day, at) for at, (_, one) in claims for day in one.days))
    connection.executemany(
        "INSERT INTO parties VALUES (?, ?, ?, ?)",
        (
            (nodes[node], role, day, at)
            for at, (_, one) in claims
            for role, node in one.parties
            for day in one.days or {""}
        ),
    )
    connection.execute(_MONTHLY, {"graph": graph, "sign": 1})
    add_labels(connection, graph, rows.labels)


def add_labels(connection: sqlite3.Connection, graph: int, labels: Iterable[Label]) -> None:
    """Adds labels to those of a graph; one that is there already stays as it is."""
    ordered = sorted(labels)
    nodes = _nodes(connection, {iri for iri, *_ in ordered})
    for iri, name, language, text in ordered:
        words = normal(text)
        found = connection.execute(
            "INSERT INTO labels (graph, node, property, language, text, words) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT DO NOTHING RETURNING id",
            (graph, nodes[iri], name, language, text, words),
        ).fetchone()
        if found is not None:
            connection.execute("INSERT INTO label_words (rowid, words) VALUES (?, ?)", (found[0], words))


def remove_labels(connection: sqlite3.Connection, graph: int, labels: Iterable[Label]) -> None:
    """Removes labels from those of a graph."""
    found = """SELECT l.id, l.words FROM labels l JOIN nodes n ON n.id = l.node
               WHERE l.graph = ? AND n.iri = ? AND l.property = ? AND l.language = ? AND l.text = ?"""
    for label in sorted(labels):
        for number, indexed in connection.execute(found, (graph, *label)).fetchall():
            values = (number, indexed)
            connection.execute("INSERT INTO label_words (label_words, rowid, words) VALUES ('delete', ?, ?)", values)
            connection.execute("DELETE FROM labels WHERE id = ?", (number,))


def _nodes(connection: sqlite3.Connection, iris: set[str]) -> dict[str, int]:
    """The number of each IRI, given to it here if it has none."""
    numbers: dict[str, int] = {}
    for iri in sorted(iris):
        known = connection.execute("SELECT id FROM nodes WHERE iri = ?", (iri,)).fetchone()
        if known is None:
            numbers[iri] = int(connection.execute("INSERT INTO nodes (iri) VALUES (?)", (iri,)).lastrowid or 0)
        else:
            numbers[iri] = int(known[0])
    return numbers


def normal(text: str) -> str:
    """The words of a label, parted by single spaces."""
    return " ".join(words(text))
