"""What a worker hands to the merger, whoever the worker is: this process, another one, or another machine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Built:
    """One article's finished facts: its named graph and the gazetteer's as N-Quads, sorted, without blank nodes.

    `graph` is the IRI of the article's named graph, `sha256` the hash of its text, `made_with` the fingerprint of
    everything else that the quads depend on (models, lexicon, rules, least confidence). `article` is the article's id,
    by which a changed one is known again, `record` the hash of its title, date, address and outlet.
    """

    graph: str
    source: str
    sha256: str
    made_with: str
    quads: bytes
    directives: int
    statements: int
    tenures: int
    article: str = ""
    record: str = ""


@dataclass(frozen=True, slots=True)
class SetAside:
    """An article that could not be built: where it is, why, and how often it was tried."""

    source: str
    reason: str
    tries: int = 1
