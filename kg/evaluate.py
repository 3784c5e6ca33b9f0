"""Scores extracted directives, statements and posts against gold annotations.

The measure is that of the annotation guidelines: a directive is found when its trigger overlaps a gold trigger, one
to one; the tuple is right when force, polarity, issuer, every addressee and the content (intersection over union at
least 0.5) are. A directive that gold calls denied or hypothetical is not to be found: predicted so it is left out of
the count, predicted as asserted it is spurious. Optional gold is neither rewarded nor punished.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import InputError

Record = Mapping[str, Any]
TUPLE = ("force", "polarity", "issuer", "addressees", "content")
SLOTS = (*TUPLE, "date")
MAX_EXTRA_WORDS = 4
MIN_OVERLAP = 0.5
ENCLITIC = re.compile(r"(?<=...)nya$")


@dataclass(frozen=True, slots=True)
class NameRules:
    """How names are made comparable: abbreviations spelt out, quantifiers and collectives left out."""

    aliases: Mapping[str, str]
    quantifiers: frozenset[str]
    collectives: frozenset[str]

    def tokens(self, name: str) -> list[str]:
        """The comparable words of a name, lower case, without punctuation or the enclitic -nya."""
        folded = unicodedata.normalize("NFKC", name).lower()
        words = [
            ENCLITIC.sub("", token)
            for word in re.findall(r"[a-z0-9/]+", folded)
            for token in self.aliases.get(word, word).split()
        ]
        words = [word for word in words if word not in self.quantifiers] or words
        return [word for word in words if word not in self.collectives] or words

    def same(self, gold: object, predicted: object) -> bool:
        """Whether some predicted name holds all words of some gold name and at most four more."""
        for one in _names(predicted):
            found = self.tokens(one)
            for other in _names(gold):
                wanted = self.tokens(other)
                if wanted and set(wanted) <= set(found) and len(found) <= len(wanted) + MAX_EXTRA_WORDS:
                    return True
        return False

    def same_agent(self, gold: Record, predicted: Record | None) -> bool:
        """Whether every part that gold knows and the prediction states agrees, and at least one does."""
        predicted = predicted or {}
        known = [part for part in ("office", "person") if _names(gold.get(part))]
        if not known:
            return not (_names(predicted.get("office")) or _names(predicted.get("person")))
        stated = [part for part in known if _names(predicted.get(part))]
        return bool(stated) and all(self.same(gold[part], predicted[part]) for part in stated)

    def same_addressees(self, gold: Sequence[object], predicted: Sequence[object] | None) -> bool:
        """Whether gold and predicted addressees can be paired off."""
        left = list(predicted or ())
        if len(gold) != len(left):
            return False
        for one in gold:
            hit = next((at for at, other in enumerate(left) if self.same(one, other)), None)
            if hit is None:
                return False
            del left[hit]
        return True


def _names(value: object) -> list[str]:
    if not value:
        return []
    return [value] if isinstance(value, str) else [str(name) for name in value]  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Rate:
    """Right, predicted and gold counts with precision, recall and F1 (0 where undefined)."""

    right: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Mistake:
    """One error: the article, what is wrong ("missed", "spurious", "wrong issuer,content"), gold and prediction."""

    article: str
    what: str
    gold: Record | None = None
    predicted: Record | None = None


@dataclass(frozen=True, slots=True)
class Scores:
    """All scores over a set of articles; `slots` is the share right where the directive was found."""

    articles: int
    directives: Rate
    tuples: Rate
    statements: Rate
    attribution: Rate
    posts: Rate
    slots: Mapping[str, float]
    mistakes: tuple[Mistake, ...] = ()

    def rates(self) -> dict[str, Rate]:
        return {
            "directives": self.directives,
            "tuple": self.tuples,
            "statements": self.statements,
            "attribution": self.attribution,
            "posts": self.posts,
        }


def overlap(one: Sequence[int] | None, other: Sequence[int] | None) -> bool:
    """Whether two half-open ranges share a character."""
    return bool(one and other and one[0] < other[1] and other[0] < one[1])


def iou(one: Sequence[int] | None, other: Sequence[int] | None) -> float:
    """Intersection over union of two half-open ranges; 1 if both are missing, 0 if one is."""
    if one is None or other is None:
        return 1.0 if one == other else 0.0
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / (max(one[1], other[1]) - min(one[0], other[0]))


def _pair(
    golds: Sequence[Record], predictions: Sequence[Record], hit: Callable[[Record, Record], bool]
) -> tuple[list[tuple[Record, Record | None]], list[Record]]:
    """One-to-one pairs in reading order, optional gold last; and the predictions left over."""
    pairs: list[tuple[Record, Record | None]] = []
    left = list(range(len(predictions)))
    for gold in sorted(golds, key=lambda record: record.get("optional", False)):
        found = next((at for at in left if hit(gold, predictions[at])), None)
        if found is not None:
            left.remove(found)
        pairs.append((gold, None if found is None else predictions[found]))
    return pairs, [predictions[at] for at in left]


def right_slots(rules: NameRules, gold: Record, predicted: Record) -> dict[str, bool]:
    """Which slots of a found directive are right."""
    return {
        "force": gold["force"] == predicted.get("force"),
        "polarity": gold.get("polarity", "do") == predicted.get("polarity", "do"),
        "issuer": rules.same_agent(gold["issuer"], predicted.get("issuer")),
        "addressees": rules.same_addressees(gold["addressees"], predicted.get("addressees")),
        "content": iou(gold["content"], predicted.get("content")) >= MIN_OVERLAP,
        "date": gold["date"] is None or gold["date"] == predicted.get("date"),
    }


def score(gold: Mapping[str, Record], predicted: Mapping[str, Record], rules: NameRules) -> Scores:
    """The scores of predictions against gold, both by article id; an article without prediction counts as empty."""
    mistakes: list[Mistake] = []
    count = dict.fromkeys(("found", "predicted", "gold", "tuple", "cue", "cues", "gold_cues", "speaker"), 0)
    count |= dict.fromkeys(("post", "posts", "gold_posts"), 0)
    slots = dict.fromkeys(SLOTS, 0)
    for name, article in gold.items():
        prediction = predicted.get(name, {})
        _score_directives(rules, name, article, prediction, count, slots, mistakes)
        pairs, extra = _pair(
            article["statements"], prediction.get("statements", ()), lambda g, p: overlap(g["cue"], p["cue"])
        )
        count["cues"] += len(extra)
        mistakes += [Mistake(name, "spurious statement", None, one) for one in extra]
        for one, hit in pairs:
            if one["optional"]:
                continue
            count["gold_cues"] += 1
            if hit is None:
                mistakes.append(Mistake(name, "missed statement", one))
                continue
            count["cue"] += 1
            count["cues"] += 1
            right = rules.same_agent(one["speaker"], hit.get("speaker"))
            count["speaker"] += right
            if not right:
                mistakes.append(Mistake(name, "wrong speaker", one, hit))
        pairs, extra = _pair(
            article["posts"],
            prediction.get("posts", ()),
            lambda g, p: (
                rules.same(g["person"], p.get("person"))
                and rules.same(g["office"], p.get("office"))
                and g["status"] == p.get("status", "current")
            ),
        )
        count["gold_posts"] += len(pairs)
        count["post"] += sum(hit is not None for _, hit in pairs)
        count["posts"] += len(prediction.get("posts", ()))
        mistakes += [Mistake(name, "missed post", one) for one, hit in pairs if hit is None]
        mistakes += [Mistake(name, "spurious post", None, one) for one in extra]
    return Scores(
        articles=len(gold),
        directives=Rate(count["found"], count["predicted"], count["gold"]),
        tuples=Rate(count["tuple"], count["predicted"], count["gold"]),
        statements=Rate(count["cue"], count["cues"], count["gold_cues"]),
        attribution=Rate(count["speaker"], count["cues"], count["gold_cues"]),
        posts=Rate(count["post"], count["posts"], count["gold_posts"]),
        slots={slot: right / count["found"] if count["found"] else 0.0 for slot, right in slots.items()},
        mistakes=tuple(mistakes),
    )


def _score_directives(
    rules: NameRules,
    name: str,
    article: Record,
    prediction: Record,
    count: dict[str, int],
    slots: dict[str, int],
    mistakes: list[Mistake],
) -> None:
    pairs, extra = _pair(
        article["directives"],
        prediction.get("directives", ()),
        lambda g, p: any(overlap(trigger, p["trigger"]) for trigger in g["triggers"]),
    )
    for one, hit in pairs:
        if one.get("factuality", "asserted") != "asserted":
            if hit is not None and hit.get("factuality", "asserted") == "asserted":
                count["predicted"] += 1
                mistakes.append(Mistake(name, "asserted, but " + one["factuality"], one, hit))
            continue
        if one["optional"]:
            continue
        count["gold"] += 1
        if hit is None:
            mistakes.append(Mistake(name, "missed", one))
            continue
        count["found"] += 1
        count["predicted"] += 1
        right = right_slots(rules, one, hit)
        for slot, is_right in right.items():
            slots[slot] += is_right
        wrong = [slot for slot in TUPLE if not right[slot]]
        if wrong:
            mistakes.append(Mistake(name, "wrong " + ",".join(wrong), one, hit))
        else:
            count["tuple"] += 1
    spurious = [one for one in extra if one.get("factuality", "asserted") == "asserted"]
    count["predicted"] += len(spurious)
    mistakes += [Mistake(name, "spurious", None, one) for one in spurious]


def read_records(lines: Iterable[str], source: str) -> dict[str, Record]:
    """JSON Lines by `id`; raises `InputError` that names the line where one is not an object with an id."""
    records: dict[str, Record] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except json.JSONDecodeError as error:
            raise InputError(f"{source}:{number}", f"not JSON: {error.msg}") from error
        if not isinstance(record, dict) or "id" not in record:
            raise InputError(f"{source}:{number}", 'not an object with an "id"')
        records[str(record["id"])] = record
    return records


def read_gold(path: Path) -> dict[str, Record]:
    """The records of a gold or prediction file; raises `InputError` if it cannot be read."""
    try:
        with path.open(encoding="utf-8") as file:
            return read_records(file, str(path))
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), f"cannot be read: {error}") from error


def report(scores: Scores) -> str:
    """The scores as `gold/score.py` prints them."""
    lines = [
        f"{name:12} P {rate.precision:.3f}  R {rate.recall:.3f}  F1 {rate.f1:.3f}  "
        f"({rate.right} right, {rate.predicted} predicted, {rate.gold} gold)"
        for name, rate in scores.rates().items()
    ]
    lines.append("slots        " + "  ".join(f"{slot} {share:.3f}" for slot, share in scores.slots.items()))
    return "\n".join(lines)


def describe(mistake: Mistake, text: str) -> str:
    """A mistake in three lines: what is wrong, what gold and the prediction say, and the passage. `text` is the
    article's.
    """
    lines = [f"{mistake.article}: {mistake.what}"]
    for name, one in (("gold", mistake.gold), ("got ", mistake.predicted)):
        if one is not None:
            lines.append(f"  {name}: {_summary(one, text)}")
    at = next((span for one in (mistake.gold, mistake.predicted) if one for span in [_place(one)] if span), None)
    if at is not None:
        passage = " ".join(text[max(0, at[0] - CONTEXT) : at[1] + CONTEXT].split())
        lines.append(f"  text: …{passage}…")
    return "\n".join(lines)


CONTEXT = 120  # characters of the passage on either side


def _place(one: Record) -> Sequence[int] | None:
    for key in ("trigger", "cue"):
        if one.get(key):
            return list(one[key])
    return list(one["triggers"][0]) if one.get("triggers") else None


def _summary(one: Record, text: str) -> str:
    if "person" in one and "office" in one:
        return f"{one['person']} / {one['office']} / {one.get('status')}"
    agent = one.get("issuer") or one.get("speaker") or {}
    who = " / ".join(str(agent.get(part) or "?") for part in ("office", "person"))
    place = _place(one)
    words = text[place[0] : place[1]] if place else ""
    if "cue" in one and "force" not in one:
        return f"[{words}] by {who} (rule {one.get('rule', '-')})"
    content = one.get("content")
    what = text[content[0] : content[1]] if content else ""
    return (
        f"{one['force']}/{one.get('polarity')}/{one.get('factuality', 'asserted')} [{words}] by {who} "
        f"to {one.get('addressees')}: {' '.join(what.split())} (rule {one.get('rule', '-')})"
    )
