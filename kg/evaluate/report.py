"""Reads gold and predictions from files, and says in words how they differ."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from kg.errors import InputError
from kg.evaluate.names import Record
from kg.evaluate.scores import Mistake, Scores

CONTEXT = 120  # characters of the passage on either side


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
    """The scores, a line for each kind of fact."""
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
