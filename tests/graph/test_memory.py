"""How many quads a store holds follows the memory that its process may have."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.graph import memory

GIB = 2**30


@pytest.mark.parametrize(
    ("gibibytes", "least", "most"),
    [
        (0.5, 100_000, 100_000),
        (4, 110_000, 116_000),
        (8, 225_000, 230_000),
        (16, 455_000, 460_000),
        (256, 1_000_000, 1_000_000),
    ],
)
def test_quads_held(gibibytes: float, least: int, most: int) -> None:
    assert least <= memory.quads_held(int(gibibytes * GIB)) <= most


@pytest.mark.parametrize(("said", "expected"), [(str(GIB), GIB), ("max", 0), ("", 0), (str(2**63 - 4096), 0)])
def test_a_container_may_have_less_than_its_machine(
    said: str, expected: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "_LIMITS", ())
    whole = memory.bytes_of_machine()
    limit = tmp_path / "memory.max"
    limit.write_text(said, "ascii")
    monkeypatch.setattr(memory, "_LIMITS", (str(tmp_path / "nothing"), str(limit)))
    assert memory.bytes_of_machine() == min(expected or whole, whole)
