"""Whether rows surely keep a constraint in SPARQL: seen without a store, which takes longer to fill than to ask.

A constraint is known by its name in `ontology/shapes.ttl`. What is not surely kept, and what is not known here, is
asked of a store (`kg.graph.constraints`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kg.graph.components import whole_number
from kg.graph.constraints import Constraint
from kg.graph.lines import text_of
from kg.graph.literals import boolean
from kg.graph.rows import NOTHING, Row, Rows, Values
from kg.graph.terms import load_terms
from kg.graph.vocabulary import FOAF, KG, OA, ORG

_DIRECTIVE, _STATEMENT, _TENURE = (str(KG[name]) for name in ("Directive", "Statement", "Tenure"))
_PERSON, _POST, _UNIT, _STRETCH = (
    str(one) for one in (FOAF["Person"], ORG["Post"], ORG["OrganizationalUnit"], OA["SpecificResource"])
)
_SELECTOR, _SOURCE, _START, _END, _EXACT = (
    str(OA[name]) for name in ("hasSelector", "hasSource", "start", "end", "exact")
)
_REPEATS, _FORCE, _POLARITY, _FACTUALITY = (str(KG[name]) for name in ("repeatOf", "force", "polarity", "factuality"))
_SAID, _BASIS, _ISSUER, _ADDRESSEE = (str(KG[name]) for name in ("saidOn", "dateBasis", "issuer", "addressee"))
_REPORTED, _TRIGGER, _SENTENCE = (str(KG[name]) for name in ("reportedIn", "trigger", "sentence"))
_POST_OF, _FORMER, _COMMANDS = (str(KG[name]) for name in ("post", "former", "commands"))
_HOLDS, _MEMBER, _BELOW = (str(ORG[name]) for name in ("holds", "member", "subOrganizationOf"))
_CITING = (
    _SENTENCE,
    _TRIGGER,
    *(str(KG[f"{role}Evidence"]) for role in ("issuer", "source", "addressee", "content", "slot")),
    str(KG["antecedent"]),
)
_NOT, _FORBID, _DO, _ASSERTED = str(boolean(False)), str(KG["forbid"]), str(KG["do"]), str(KG["asserted"])


def surely_kept(constraint: Constraint, rows: Rows) -> bool:
    """Whether nothing in a graph can be a solution of the constraint's SELECT."""
    surety = SURETIES.get(constraint.name)
    return surety is not None and surety(rows)


def edges() -> frozenset[str]:
    """The predicates of direct edges."""
    forces = load_terms().forces.values()
    return frozenset(map(str, (KG["instructs"], KG["addresses"]))).union(
        *({str(force.direct), str(force.negated)} for force in forces)
    )


def _own_value(rows: Rows, kind: str, predicate: str) -> bool:
    """Whether a node of a class is a value of its own."""
    return any(node in row.get(predicate, NOTHING) for node, row in rows.each(kind))


def _prohibitions_to_do(rows: Rows) -> bool:
    return any(
        _FORBID in row.get(_FORCE, NOTHING) and _DO in row.get(_POLARITY, NOTHING) for _, row in rows.each(_DIRECTIVE)
    )


def _dates_without_basis(rows: Rows) -> bool:
    return any(_SAID in row and _BASIS not in row for _, row in rows.each(_DIRECTIVE, _STATEMENT))


def _triggers_within(rows: Rows) -> bool:
    for _, row in rows.each(_DIRECTIVE, _STATEMENT):
        sentences = [_position(rows, sentence) for sentence in row.get(_SENTENCE, NOTHING)]
        for trigger in row.get(_TRIGGER, NOTHING):
            at = _position(rows, trigger)
            if at is None or any(one is None or at[0] < one[0] or at[1] > one[1] for one in sentences):
                return False
    return True


def _position(rows: Rows, stretch: str) -> tuple[int, int] | None:
    """Where a stretch of text starts and ends; `None` unless one selector says so."""
    found: list[tuple[int, int]] = []
    for selector in rows.values(stretch, _SELECTOR):
        row = rows.rows.get(selector)
        if row is not None and (_START in row or _END in row):
            start, end = _only(row, _START), _only(row, _END)
            if start is None or end is None:
                return None
            found.append((start, end))
    return found[0] if len(found) == 1 else None


def _only(row: Row, predicate: str) -> int | None:
    """The one value of a predicate as a whole number."""
    values = row.get(predicate, NOTHING)
    return whole_number(next(iter(values))) if len(values) == 1 else None


def _evidence_of_own_article(rows: Rows) -> bool:
    for _, row in rows.each(_DIRECTIVE, _STATEMENT, _TENURE):
        articles = row.get(_REPORTED, NOTHING)
        for citing in _CITING:
            for stretch in row.get(citing, NOTHING):
                sources = rows.values(stretch, _SOURCE)
                if sources != articles and not set(sources).issubset(articles):
                    return False
    return True


def _quotes_as_long_as_positions(rows: Rows) -> bool:
    for stretch, row in rows.each(_STRETCH):
        lengths = set[int]()
        for selector in row.get(_SELECTOR, NOTHING):
            lengths.update(map(_length, rows.values(selector, _EXACT)))
        at = _position(rows, stretch)
        if at is None or not lengths <= {at[1] - at[0]}:
            return False
    return True


def _length(literal: str) -> int:
    """The number of characters that a literal has."""
    plain = literal[-1] == '"' and "\\" not in literal
    return len(literal) - len('""') if plain else len(text_of(literal)[0])


def _posts_with_tenures(rows: Rows) -> bool:
    held: set[tuple[str, str]] = set()
    for _, row in rows.each(_TENURE):
        if _NOT in row.get(_FORMER, NOTHING):
            held.update(_pairs(row.get(_MEMBER, NOTHING), row.get(_POST_OF, NOTHING)))
    return all(held.issuperset(_pairs((person,), row.get(_HOLDS, NOTHING))) for person, row in rows.each(_PERSON))


def _none_below_itself(rows: Rows) -> bool:
    for unit, row in rows.each(_UNIT):
        above, seen = list(row.get(_BELOW, NOTHING)), set[str]()
        while above:
            one = above.pop()
            if one == unit:
                return False
            if one not in seen:
                seen.add(one)
                above += rows.values(one, _BELOW)
    return True


def _edges_with_directives(rows: Rows) -> bool:
    told: set[tuple[str, str]] = set()
    for _, row in rows.each(_DIRECTIVE):
        if _ASSERTED in row.get(_FACTUALITY, NOTHING):
            told.update(_pairs(row.get(_ISSUER, NOTHING), row.get(_ADDRESSEE, NOTHING)))
    known = edges()
    for node, row in rows.rows.items():
        if not known.isdisjoint(row):
            for edge in known.intersection(row):
                if not told.issuperset(_pairs((node,), row[edge])):
                    return False
    return True


def _pairs(ones: Values, others: Values) -> list[tuple[str, str]]:
    return [(one, other) for one in ones for other in others]


SURETIES: Mapping[str, Callable[[Rows], bool]] = {
    "repeatsItself": lambda rows: not _own_value(rows, _DIRECTIVE, _REPEATS),
    "prohibitionToDo": lambda rows: not _prohibitions_to_do(rows),
    "dateWithoutBasis": lambda rows: not _dates_without_basis(rows),
    "triggerOutside": _triggers_within,
    "evidenceElsewhere": _evidence_of_own_article,
    "quoteLength": _quotes_as_long_as_positions,
    "holdsWithoutTenure": _posts_with_tenures,
    "commandsItself": lambda rows: not _own_value(rows, _POST, _COMMANDS),
    "belowItself": _none_below_itself,
    "edgeWithoutDirective": _edges_with_directives,
}
"""By the name of a constraint whether rows surely keep it."""
