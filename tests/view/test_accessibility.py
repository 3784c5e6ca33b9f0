"""axe-core finds nothing serious; it is installed for the tests only (`npm install` in tests/dev)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.view.conftest import Open

pytestmark = pytest.mark.browser

_AXE = Path(__file__).parents[1] / "dev" / "node_modules" / "axe-core" / "axe.min.js"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    ("fragment", "width"),
    [
        ("", 1440),
        ("lang=en&sel=d:directive/00000b", 1440),
        ("view=chain&sel=v:post/kapolda-aceh", 1440),
        ("view=timeline&force=order,forbid", 1440),
        ("view=table", 1440),
        ("view=table&q=zebra", 1440),
        ("sel=d:directive/00000b", 360),
    ],
)
def test_no_serious_issue(show: Open, fragment: str, width: int, theme: str) -> None:
    if not _AXE.exists():
        pytest.skip("axe-core is not there: run `npm install` in tests/dev")
    page = show("made", f"theme={theme}&{fragment}", width=width, bypass_csp=True)
    page.run(_AXE.read_text(encoding="utf-8"))
    found = page.run("axe.run()")["violations"]
    assert [(v["impact"], v["id"], v["nodes"][0]["html"][:120]) for v in found if v["impact"] != "minor"] == []
