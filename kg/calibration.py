"""Confidence: how often each rule and each way to fill a slot was right on annotated articles.

The counts are data (`ontology/confidence.ttl`), written by `kg eval --calibrate`. A confidence is the share that was
right, drawn towards the share of all rules of its kind where few were seen (additive smoothing, strength `STRENGTH`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from kg.errors import LexiconError
from kg.lexicon.load import Lexicon
from kg.lexicon.names import KG
from kg.lexicon.remembered import Remembered
from kg.model import Directive, SlotConfidence
from kg.model.making import replace

if TYPE_CHECKING:
    from kg.evaluate import NameRules, Record

STRENGTH = 4.0
PRIOR = 0.8
MOST = 0.99  # nothing read from a text by rule is certain
KNOWN_BASES = 4096  # of directives, at most; then all are forgotten
Key = tuple[str, str]  # (what is judged, the rule or basis): ("directive", "active:object"), ("issuer", "mention")


@dataclass(frozen=True, slots=True)
class Count:
    """How many were right of those seen."""

    right: int
    seen: int


NONE_SEEN = Count(0, 0)


@dataclass(frozen=True, slots=True)
class Calibration:
    """Counts by key, and of each kind of judgement the share that was right (`priors`)."""

    counts: Mapping[Key, Count]
    priors: Mapping[str, float] = field(init=False)
    known: Mapping[Key, float] = field(init=False)  # the confidences of the keys of `counts`
    slots: Mapping[tuple[str, str, str], SlotConfidence] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        totals: dict[str, Count] = {}
        for (what, _), one in self.counts.items():
            so_far = totals.get(what, NONE_SEEN)
            totals[what] = Count(so_far.right + one.right, so_far.seen + one.seen)
        priors = {what: (total.right + STRENGTH * PRIOR) / (total.seen + STRENGTH) for what, total in totals.items()}
        object.__setattr__(self, "priors", MappingProxyType(priors))
        known = {(what, basis): _smoothed(one, priors[what]) for (what, basis), one in self.counts.items()}
        object.__setattr__(self, "known", MappingProxyType(known))
        object.__setattr__(self, "slots", Remembered(self._slots, KNOWN_BASES))

    def confidence(self, what: str, basis: str) -> float:
        """The probability, to two decimals, that `what` is right when it rests on `basis`."""
        found = self.known.get((what, basis))
        return found if found is not None else _smoothed(NONE_SEEN, self.priors.get(what, PRIOR))

    def of(self, directive: Directive) -> SlotConfidence:
        """The confidences of a directive and its slots."""
        return self.slots[directive.rule, directive.issuer_basis, directive.addressee_basis]

    def _slots(self, bases: tuple[str, str, str]) -> SlotConfidence:
        """The confidences by a directive's rule, the basis of its issuer and that of its addressees."""
        rule, issuer, addressees = bases
        return SlotConfidence(
            directive=self.confidence("directive", rule),
            issuer=self.confidence("issuer", issuer),
            addressees=self.confidence("addressees", _addressee_basis(rule, addressees)),
            content=self.confidence("content", rule),
        )


def _smoothed(own: Count, prior: float) -> float:
    return min(MOST, round((own.right + STRENGTH * prior) / (own.seen + STRENGTH), 2))


def read_calibration(lexicon: Lexicon) -> Calibration:
    """The counts of a lexicon's files; raises `LexiconError` where an entry lacks a key."""
    counts: dict[Key, Count] = {}
    for entry in lexicon.entries_of(KG + "Calibration"):
        what, _, basis = entry.text(KG + "key").partition(" ")
        if not what or not basis:
            raise LexiconError(f'{entry.iri}: kg:key must be "WHAT BASIS"')
        counts[what, basis] = Count(entry.number(KG + "right"), entry.number(KG + "seen"))
    return Calibration(MappingProxyType(counts))


def confident(directives: Iterable[Directive], calibration: Calibration) -> tuple[Directive, ...]:
    """The directives with their confidences."""
    return tuple(replace(one, confidence=calibration.of(one)) for one in directives)


def count(gold: Mapping[str, Record], predicted: Mapping[str, Record], rules: NameRules) -> Calibration:
    """The counts of predictions against gold, both by article id; optional gold is left out."""
    from kg.evaluate import overlap, right_slots

    counts: dict[Key, Count] = {}

    def add(what: str, basis: str, right: bool) -> None:
        old = counts.get((what, basis), Count(0, 0))
        counts[what, basis] = Count(old.right + right, old.seen + 1)

    for name, article in gold.items():
        left = list(article["directives"])
        for one in predicted.get(name, {}).get("directives", ()):
            if one["factuality"] != "asserted":
                continue
            hit = next((g for g in left if any(overlap(t, one["trigger"]) for t in g["triggers"])), None)
            if hit is None:
                add("directive", one["rule"], right=False)
                continue
            left.remove(hit)
            if hit["optional"]:
                continue
            right = right_slots(rules, hit, one)
            given = hit.get("factuality", "asserted") == "asserted"
            add("directive", one["rule"], right=given and right["force"] and right["polarity"])
            add("issuer", one["issuer_basis"], right=right["issuer"])
            add("addressees", _addressee_basis(one["rule"], one["addressee_basis"]), right=right["addressees"])
            add("content", one["rule"], right=right["content"])
    return Calibration(MappingProxyType(counts))


def _addressee_basis(rule: str, basis: str) -> str:
    return f"{basis} {rule}" if basis == "none" else basis


def turtle(calibration: Calibration) -> str:
    """The counts as the Turtle file that `read_calibration` reads, sorted."""
    lines = [
        "# How often each rule and each way to fill a slot was right on annotated articles; "
        "written by `kg eval --calibrate`.",
        "@prefix kg: <https://w3id.org/perintah/ns#> .",
        "@prefix conf: <https://w3id.org/perintah/id/calibration/> .",
        "",
    ]
    for (what, basis), counted in sorted(calibration.counts.items()):
        slug = f"{what}-{basis}".replace(":", "-").replace(" ", "-")
        lines.append(
            f'conf:{slug} a kg:Calibration ; kg:key "{what} {basis}" ; '
            f"kg:right {counted.right} ; kg:seen {counted.seen} ."
        )
    return "\n".join(lines) + "\n"


def reliability(
    gold: Mapping[str, Record], predicted: Mapping[str, Record], rules: NameRules, least: float
) -> tuple[int, int]:
    """Of the asserted directives given at least the confidence `least`: how many are right, and how many there are."""
    from kg.evaluate import overlap, right_slots

    right = seen = 0
    for name, article in gold.items():
        left = list(article["directives"])
        for one in predicted.get(name, {}).get("directives", ()):
            hit = next((g for g in left if any(overlap(t, one["trigger"]) for t in g["triggers"])), None)
            if hit is not None:
                left.remove(hit)
            if one["factuality"] != "asserted" or one["confidence"] < least or (hit is not None and hit["optional"]):
                continue
            seen += 1
            if hit is not None and hit.get("factuality", "asserted") == "asserted":
                slots = right_slots(rules, hit, one)
                right += slots["force"] and slots["polarity"]
    return right, seen
