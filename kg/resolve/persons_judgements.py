"""The user's own verdicts on persons ("these two are one", "these two are not"), kept in a file over rebuilds."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from kg.errors import InputError
from kg.model import Verdict

HEADER = "verdict\tone\tother"
NO_JUDGEMENTS: Mapping[tuple[str, str], Verdict] = MappingProxyType({})


def read_judgements(file: Path) -> Mapping[tuple[str, str], Verdict]:
    """The verdicts of a judgements file by pair of IRI paths, the smaller first; none where there is no file.

    Raises `InputError` with the line where a line is not `same` or `different` and two IRIs, parted by tabs.
    """
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return NO_JUDGEMENTS
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(file), f"cannot be read: {error}") from error
    found: dict[tuple[str, str], Verdict] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line == HEADER:
            continue
        parts = line.split("\t")
        if len(parts) != 3 or parts[0] not in (Verdict.SAME, Verdict.DIFFERENT) or parts[1] == parts[2]:
            raise InputError(f"{file}:{number}", "expected same or different and two IRIs, parted by tabs")
        found[_pair(parts[1], parts[2])] = Verdict(parts[0])
    return MappingProxyType(found)


def judge(file: Path, one: str, other: str, verdict: Verdict) -> Mapping[tuple[str, str], Verdict]:
    """Adds a verdict on two persons to the file in place of an earlier one, and gives all; written atomically.

    `Verdict.UNSURE` takes the earlier verdict back. Raises `InputError` if the two are one IRI or writing fails.
    """
    if one == other:
        raise InputError(one, "a person cannot be judged against itself")
    found = dict(read_judgements(file))
    found.pop(_pair(one, other), None)
    if verdict is not Verdict.UNSURE:
        found[_pair(one, other)] = verdict
    lines = [HEADER, *(f"{found[pair]}\t{pair[0]}\t{pair[1]}" for pair in sorted(found))]
    partial = file.with_name(f"{file.name}.partial")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        partial.write_text("\n".join(lines) + "\n", encoding="utf-8")
        partial.replace(file)
    except OSError as error:
        raise InputError(str(file), f"cannot be written: {error.strerror}") from error
    return MappingProxyType(found)


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)
