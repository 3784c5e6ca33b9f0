"""Scores extracted directives, statements and posts against gold annotations.

The measure is that of the annotation guidelines: a directive is found when its trigger overlaps a gold trigger, one
to one; the tuple is right when force, polarity, issuer, every addressee and the content (intersection over union at
least 0.5) are. A directive that gold calls denied or hypothetical is not to be found: predicted so it is left out of
the count, predicted as asserted it is spurious. Optional gold is neither rewarded nor punished.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kg.evaluate.names import NameRules, Record

TUPLE = ("force", "polarity", "issuer", "addressees", "content")
SLOTS = (*TUPLE, "date")
MIN_OVERLAP = 0.5


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
