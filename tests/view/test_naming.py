"""Short English names."""

from __future__ import annotations

import pytest

from kg.view.naming import short_english


@pytest.mark.parametrize(
    ("name", "units", "short"),
    [
        ("Chief of the Police, Riau Police", ("Riau Police",), "Chief, Riau Police"),
        ("Chief of the Sector Police, Polsek Maju", ("Polsek Maju", ""), "Chief, Polsek Maju"),
        ("Governor, Government of Riau", ("Government of Riau",), "Governor, Government of Riau"),
        ("Director of Special Crime, Ditreskrimsus", ("Ditreskrimsus",), "Director of Special Crime, Ditreskrimsus"),
        ("Chief of the Army, Navy and Air Force", (), "Chief of the Army, Navy and Air Force"),
        ("Chief of the Army, Navy and Air Force", ("Armed Forces",), "Chief of the Army, Navy and Air Force"),
        ("Election Commission (regional) of Bima", (), "Election Commission of Bima"),
        ("(unnamed)", (), "(unnamed)"),
        ("", (), ""),
    ],
)  # fmt: skip
def test_a_post_does_not_name_its_unit_twice(name: str, units: tuple[str, ...], short: str) -> None:
    assert short_english(name, units) == short
