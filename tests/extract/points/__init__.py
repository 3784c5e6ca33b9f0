"""Tables of cases, a file for each point of what extraction must get right: sentences and what they hold.

A line that is not indented is a text ("^" parts headline and body, each becomes a paragraph); the indented lines below
it are its directives in reading order, `trigger | force polarity | issuer | addressees; ... | content | slot=value`, or
"-" for none. "?" behind the force: not asserted. "#" starts a comment, "##" a heading.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Row:
    """One directive that is expected; `slots` only where the table gives them."""

    trigger: str
    force: str
    issuer: str
    addressees: tuple[str, ...]
    content: str
    slots: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A text of a table with the directives that it holds and nothing else."""

    point: str
    number: int
    text: str
    rows: tuple[Row, ...]

    @property
    def name(self) -> str:
        """The point, the number in its table and how the text begins."""
        return f"{self.point} {self.number}: {self.text.partition(chr(10))[0][:50].strip()}"


def tables() -> dict[str, tuple[Case, ...]]:
    """The cases of every file, by its name without suffix."""
    return {path.stem: tuple(_read(path)) for path in sorted(FOLDER.glob("*.txt"))}


def _read(path: Path) -> list[Case]:
    cases: list[Case] = []
    text, rows = "", []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if line.startswith(" "):
            rows.append(line.strip())
            continue
        if text and rows:
            cases.append(Case(path.stem, len(cases) + 1, text, tuple(_row(row) for row in rows if row != "-")))
            text, rows = "", []
        if line and not line.startswith("#"):
            assert not text, f"{path.name}: nothing is said of {text!r}"
            text = line.replace("^", "\n\n")
    return cases


def _row(line: str) -> Row:
    trigger, force, issuer, addressees, content, *slots = (part.strip() for part in line.split("|"))
    parted = (slot.partition("=") for slot in slots)
    return Row(
        trigger,
        force,
        issuer,
        tuple(one.strip() for one in addressees.split(";") if one.strip()),
        content,
        tuple((name, value) for name, _, value in parted),
    )
