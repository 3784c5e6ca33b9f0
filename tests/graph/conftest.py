"""The graph of the hand-made articles, built once."""

from __future__ import annotations

import pytest

from kg.graph.dataset import Dataset
from tests.graph.factories import sample


@pytest.fixture(scope="session")
def graph() -> Dataset:
    """Read-only by agreement: tests that change a graph make their own."""
    return sample()
