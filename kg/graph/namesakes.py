"""How persons who may be one are found: what the ledger of a store keeps of their names and of those who look alike.

`person kg:namesakeIn group` where a person cannot be told from others by what is known, `group kg:representedBy person`
who stands for all of them, `person kg:nameKey key` of whoever stands for a group or for itself alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph import literals
from kg.graph.names import Names, digest
from kg.graph.stores import GraphStore
from kg.graph.touches import chunks, values
from kg.graph.vocabulary import KG

PREDICATES = (KG["namesakeIn"], KG["representedBy"], KG["nameKey"])


def group_path(alike: str) -> str:
    """The IRI path of a group, from what its persons have in common."""
    return f"id/namesakes/{digest(alike)}"


def member_quads(groups: Mapping[str, str], base: str) -> Iterator[Quad]:
    """The group of each person (IRI paths)."""
    yield from _quads(KG["namesakeIn"], ((path, NamedNode(base + group)) for path, group in groups.items()), base)


def first_quads(firsts: Mapping[str, str], base: str) -> Iterator[Quad]:
    """Who stands for each group (IRI paths)."""
    yield from _quads(KG["representedBy"], ((group, NamedNode(base + path)) for group, path in firsts.items()), base)


def key_quads(keys: Mapping[str, Iterable[str]], base: str) -> Iterator[Quad]:
    """The keys of persons (IRI paths)."""
    yield from _quads(KG["nameKey"], ((path, literals.string(key)) for path, own in keys.items() for key in own), base)


def _quads(predicate: NamedNode, rows: Iterable[tuple[str, NamedNode | Literal]], base: str) -> Iterator[Quad]:
    ledger = NamedNode(Names(base).ledger)
    for path, value in rows:
        yield Quad(NamedNode(base + path), predicate, value, ledger)


def all_kept(store: GraphStore) -> list[Quad]:
    """All that the ledger keeps of this."""
    ledger = NamedNode(Names(store.base).ledger)
    return [quad for predicate in PREDICATES for quad in store.quads_for_pattern(None, predicate, None, ledger)]


def kept(store: GraphStore, predicate: str, paths: Iterable[str]) -> list[Quad]:
    """What the ledger keeps of these persons or groups."""
    ledger, base = NamedNode(Names(store.base).ledger), store.base
    found: list[Quad] = []
    for part in chunks((NamedNode(base + path),) for path in sorted(paths)):
        query = f"SELECT ?of ?value WHERE {{ {values(['?of'], part)} GRAPH {ledger} {{ ?of kg:{predicate} ?value }} }}"
        for of, value in store.select(query).rows:
            if isinstance(of, NamedNode) and isinstance(value, NamedNode | Literal):
                found.append(Quad(of, KG[predicate], value, ledger))
    return found


def links(quads: Iterable[Quad], base: str) -> dict[str, str]:
    """What quads link to what, as IRI paths."""
    return {
        quad.subject.value.removeprefix(base): quad.object.value.removeprefix(base)
        for quad in quads
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode)
    }


def members(store: GraphStore, groups: Iterable[str]) -> dict[str, set[str]]:
    """The persons of each group (IRI paths)."""
    return _subjects(store, "namesakeIn", (NamedNode(store.base + group) for group in sorted(groups)))


def sharing(store: GraphStore, keys: Iterable[str]) -> dict[str, set[str]]:
    """The persons (IRI paths) that have each of these keys."""
    return _subjects(store, "nameKey", (literals.string(key) for key in sorted(keys)))


def _subjects(store: GraphStore, predicate: str, objects: Iterable[NamedNode | Literal]) -> dict[str, set[str]]:
    """Whom the ledger keeps with each of these values (IRI paths, or the text of literals)."""
    ledger, found = Names(store.base).ledger, dict[str, set[str]]()
    for part in chunks((value,) for value in objects):
        only = values(["?value"], part)
        query = f"SELECT ?value ?of WHERE {{ {only} GRAPH <{ledger}> {{ ?of kg:{predicate} ?value }} }}"
        for value, of in store.select(query).strings():
            found.setdefault(value.removeprefix(store.base), set()).add(of.removeprefix(store.base))
    return found
