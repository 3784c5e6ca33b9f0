"""The pictures in README are there, small, and can be taken anew."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.view.take_pictures import FOLDER, take

if TYPE_CHECKING:
    from playwright.sync_api import Browser

README = Path(__file__).parents[2] / "README.md"


def test_readme_shows_pictures_that_are_there_and_small() -> None:
    shown = re.findall(r"\]\((tests/view/pictures/[^)]+)\)", README.read_text("utf-8"))
    assert len(shown) > 3
    for name in shown:
        assert (README.parent / name).stat().st_size < 150_000, name


@pytest.mark.browser
def test_they_can_be_taken_anew(browser: Browser, pages: Callable[[str], Path], tmp_path: Path) -> None:
    taken = take(browser, pages("made"), tmp_path)
    assert {path.name for path in taken} == {path.name for path in FOLDER.glob("*.png")}
    for path in taken:
        assert path.read_bytes().startswith(b"\x89PNG\r\n\x1a\n")
        assert 5_000 < path.stat().st_size < 150_000
