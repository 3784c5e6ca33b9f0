"""What spans articles follows a change by what the change touches, not by how large the graph is.

The change itself is one transaction, and so is each rule's part of what follows. What is still to follow is written
into the ledger with the change: a process that dies in between leaves it to the next one (`follow`).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse

from kg.graph import literals
from kg.graph.changes import Change, difference, ordered, union_changes
from kg.graph.inference import Rule, derive, derived, described, rederive, rules
from kg.graph.labels import kept_labels, preferred_labels_of
from kg.graph.names import Names
from kg.graph.serialise import ntriples
from kg.graph.stores import GraphStore
from kg.graph.touches import Changes, Row, Touch, by_predicate, felt, read_touches
from kg.graph.vocabulary import KG, LABEL, RDFS

PERSONS = "persons"
Key = tuple[str, tuple[str, ...]]
"""Who follows (a rule, or `PERSONS`), and the variables of which it follows the values."""

_HOLDERS = " UNION ".join(
    f"{{ ?claim {role} ?post ; {holder} ?person }}"
    for role, holder in (
        *(("kg:post", "org:member"), ("kg:issuer", "kg:issuerPerson"), ("kg:source", "kg:sourcePerson")),
        *(("kg:addressee", "kg:addresseePerson"), ("kg:speaker", "kg:speakerPerson")),
    )
)
PERSON_TOUCHES: tuple[Touch, ...] = read_touches(
    f"""
touched ?person: ?post kg:postKind|org:postIn ?o -> {_HOLDERS}
touched ?person: ?post a org:Post -> {_HOLDERS}
touched ?person: ?in a org:OrganizationalUnit -> ?post org:postIn ?in . {_HOLDERS}
touched ?person: ?s a org:OrganizationalUnit -> ?in org:subOrganizationOf+ ?s . ?post org:postIn ?in . {_HOLDERS}
touched ?person: ?in org:subOrganizationOf|kg:inGazetteer ?o -> ?post org:postIn ?in . {_HOLDERS}
touched ?person: ?s org:subOrganizationOf|kg:inGazetteer ?o -> ?in org:subOrganizationOf+ ?s . ?post org:postIn ?in . {_HOLDERS}
"""  # noqa: E501
)
"""A person's posts are compared with their kinds, their units and what stands above these."""

PersonsFollow = Callable[[frozenset[str], frozenset[str], frozenset[str]], Change]
"""What has to change so that the comparisons of persons (absolute IRIs) with all others are up to date.

Given are those of whom anything may be said otherwise, those of whom articles say something new, and the graphs that
say all of that (see `Change.added`; none where it is not known).
"""


@dataclass(frozen=True, slots=True)
class Pending:
    """What has been changed in the union, what it touched before it was changed, and what is still to follow."""

    changes: frozenset[Triple] = frozenset()
    touched: frozenset[tuple[Key, tuple[str, ...]]] = frozenset()
    things: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    added: frozenset[str] = frozenset()

    def with_(self, more: Pending) -> Pending:
        """Both together."""
        return Pending(
            self.changes | more.changes,
            self.touched | more.touched,
            self.things | more.things,
            self.persons | more.persons,
            self.added | more.added,
        )

    def rows(self, key: Key) -> set[Row]:
        """The values noted for a key."""
        return {tuple(NamedNode(iri) for iri in row) for one, row in self.touched if one == key}


@dataclass(frozen=True, slots=True)
class Follower:
    """Keeps a store's labels, derived triples and persons in step with its articles.

    `persons` says what follows for persons; without `inference` no rule runs.
    """

    store: GraphStore
    persons: PersonsFollow
    inference: bool = True
    rules: tuple[Rule, ...] = field(default_factory=rules)

    def apply(self, change: Change) -> None:
        """Makes a change, and then what follows from it. Raises StoreError; what was made stays for `follow`."""
        pending = self._noted(change, self._rules())
        things = frozenset(_named(change, self.store.base))
        pending = replace(pending, things=things, persons=change.persons, added=change.added)
        self._change(change, Pending(), pending)
        self._follow(pending)

    def follow(self) -> bool:
        """Makes what an earlier process left to follow; whether there was anything."""
        pending = _read(self.store)
        if pending is not None:
            self._follow(pending)
        return pending is not None

    def _rules(self) -> tuple[Rule, ...]:
        return self.rules if self.inference else ()

    def _follow(self, pending: Pending) -> None:
        for number, rule in enumerate(self._rules()):
            change = self._derived(rule, pending)
            if change.gone or change.new:
                more = self._noted(change, self._rules()[number + 1 :])
                self._change(change, Pending(), more)
                pending = pending.with_(more)
        things = pending.things
        labels = difference(kept_labels(self.store, things), preferred_labels_of(self.store, things))
        touched = self._touched((PERSONS, ("?person",)), pending, by_predicate(pending.changes))
        persons = self.persons(frozenset(row[0].value for row in touched), pending.persons, pending.added)
        self._change(labels.with_(persons), pending, Pending())

    def _derived(self, rule: Rule, pending: Pending) -> Change:
        """What changes in the graph of a rule."""
        if not rule.touches:
            graph = NamedNode(Names(self.store.base).rule(rule.name))
            return difference(self.store.quads_for_pattern(None, None, None, graph), derive(self.store, rule))
        gone, new = set[Quad](), set[Quad]()
        changes = by_predicate(pending.changes)
        for variables in sorted({touch.variables for touch in rule.touches}):
            rows = sorted(self._touched((rule.name, variables), pending, changes), key=str)
            one = difference(derived(self.store, rule, variables, rows), rederive(self.store, rule, variables, rows))
            gone |= one.gone
            new |= one.new
        return Change(frozenset(gone), frozenset(new))

    def _touched(self, key: Key, pending: Pending, changes: Changes) -> set[Row]:
        """What has been touched for a key, before the changes or after them."""
        name, variables = key
        touches = PERSON_TOUCHES if name == PERSONS else next(r.touches for r in self.rules if r.name == name)
        rows = pending.rows(key)
        for touch in touches:
            if touch.variables == variables:
                rows |= touch.find(self.store, changes)
        return rows

    def _noted(self, change: Change, followers: Collection[Rule]) -> Pending:
        """What is to follow a change that is about to be made; `followers` are the rules to come."""
        touches = [(PERSONS, touch) for touch in PERSON_TOUCHES]
        touches += [(rule.name, touch) for rule in followers for touch in rule.touches]
        triples = union_changes(self.store, change, felt(touch for _, touch in touches))
        changes = by_predicate(triples)
        touched = {
            ((name, touch.variables), tuple(value.value for value in row))
            for name, touch in touches
            if touch.pattern  # else the changes themselves say what is touched
            for row in touch.find(self.store, changes)
        }
        return Pending(frozenset(triples), frozenset(touched))

    def _change(self, change: Change, before: Pending, after: Pending) -> None:
        """A change, and what is left to follow, in one transaction: what is done goes, what is new comes."""
        done = () if before == Pending() else _notes(self.store)
        new = ordered(change.new, _note(after, self.store.base))
        if change.gone or new or done:
            self.store.change(change.gone.union(done), new)


def rule_graphs(base: str) -> Iterator[Quad]:
    """The descriptions of the rules' graphs."""
    for rule in rules():
        yield from described(rule, base)


def _named(change: Change, base: str) -> Iterator[str]:
    """The things for whose preferred label a change matters."""
    gazetteer, ours, articles = NamedNode(Names(base).gazetteer), LABEL.value, RDFS["label"].value
    for quad in chain(change.gone, change.new):
        predicate = quad.predicate.value
        named = predicate == articles or (predicate == ours and quad.graph_name == gazetteer)
        if named and isinstance(quad.subject, NamedNode):
            yield quad.subject.value


def _note(pending: Pending, base: str) -> tuple[Quad, ...]:
    """What is left to follow, as a quad of the ledger; none where nothing is."""
    if pending == Pending():
        return ()
    text = json.dumps(
        {
            "changes": ntriples(Quad(t.subject, t.predicate, t.object) for t in pending.changes).decode("utf-8"),
            "touched": sorted([name, variables, row] for (name, variables), row in pending.touched),
            "things": sorted(pending.things),
            "persons": sorted(pending.persons),
        },
        ensure_ascii=False,
    )
    ledger = NamedNode(Names(base).ledger)
    return (Quad(ledger, KG["pending"], literals.string(text), ledger),)


def _notes(store: GraphStore) -> list[Quad]:
    ledger = NamedNode(Names(store.base).ledger)
    return list(store.quads_for_pattern(ledger, KG["pending"], None, ledger))


def _read(store: GraphStore) -> Pending | None:
    """What an earlier process left to follow."""
    found: Pending | None = None
    for quad in _notes(store):
        if isinstance(quad.object, Literal):
            noted = json.loads(quad.object.value)
            one = Pending(
                frozenset(one.triple for one in parse(noted["changes"], format=RdfFormat.N_TRIPLES)),
                frozenset(((name, tuple(variables)), tuple(row)) for name, variables, row in noted["touched"]),
                frozenset(noted["things"]),
                frozenset(noted["persons"]),
            )
            found = one if found is None else found.with_(one)
    return found
