"""The project's own pairs of invented persons: which are one, which are two."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kg.lexicon.load import Lexicon, load
from kg.model import HeldPost, MentionKind, Sighting, Verdict
from kg.resolve.identity_names import path
from kg.resolve.identity_offices import OfficeName, read_office
from kg.resolve.identity_posts import PostReading
from kg.resolve.identity_scope import Scope, chain
from kg.resolve.persons_compare import compare

PAIRS = Path(__file__).with_name("person_pairs.tsv")


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


def held(office: str, article: str, lexicon: Lexicon) -> tuple[HeldPost, ...]:
    if not office:
        return ()
    reading = read_office(OfficeName(office, MentionKind.POST), article, lexicon, Scope())
    assert isinstance(reading, PostReading), office
    unit = reading.unit.unit if reading.unit is not None else None
    units = [] if unit is None else [unit.iri, *(iri for above in unit.above for iri in chain(above, lexicon))]
    bodies = [iri for iri in units if not iri.endswith("pemerintah-republik-indonesia")]
    return (
        HeldPost(
            path(reading.iri),
            reading.kind.label if reading.kind is not None else "",
            path(units[0]) if units else "",
            tuple(path(iri) for iri in units[1:]),
            path(bodies[-1])
            if bodies and (len(units) > 1 or (reading.unit is not None and reading.unit.known))
            else "",
            former=office.startswith("mantan"),
            acting=office.startswith(("Pj", "Penjabat", "Plt", "Plh")),
        ),
    )


def sighting(key: str, columns: list[str], lexicon: Lexicon) -> Sighting:
    name, rank, office, day = columns
    return Sighting(f"p{key}", name, f"a{key}", rank, held(office, key, lexicon), date.fromisoformat(day))


def pairs(lexicon: Lexicon) -> list[tuple[Verdict, Sighting, Sighting]]:
    found: list[tuple[Verdict, Sighting, Sighting]] = []
    for number, line in enumerate(PAIRS.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("#") or not line:
            continue
        expected, *columns = line.split(";")
        assert len(columns) == 8, f"line {number}"
        sides = zip("ab", (columns[:4], columns[4:]), strict=True)
        one, other = (sighting(f"{number}{side}", values, lexicon) for side, values in sides)
        found.append((Verdict(expected), one, other))
    return found


def test_pairs_are_matched_with_precision_and_recall(lexicon: Lexicon) -> None:
    judged = [(expected, compare([one], [other], lexicon)) for expected, one, other in pairs(lexicon)]
    assert len(judged) >= 150
    merged = [expected for expected, match in judged if match.verdict is Verdict.SAME]
    right = sum(expected is Verdict.SAME for expected in merged)
    wanted = sum(expected is Verdict.SAME for expected, _ in judged)
    assert wanted >= 70
    assert len(judged) - wanted >= 70
    assert right / len(merged) >= 0.98
    assert right / wanted >= 0.90


def test_comparison_has_no_direction(lexicon: Lexicon) -> None:
    for _, one, other in pairs(lexicon):
        assert compare([one], [other], lexicon) == compare([other], [one], lexicon)
