"""The wheel holds all that the product needs and nothing else, and works outside the checkout."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import Built

ROOT = Path(__file__).parents[1]
WANTED = re.compile(
    r"""kg/(?:(?:[a-z_]+/)*[a-z_0-9]+\.py | py\.typed
      | ontology/(?:(?:queries|rules|exports)/)?[a-z-]+\.(?:ttl|rq)
      | samples/(?:[0-9]{2}-[a-z-]+\.txt | gold\.jsonl)
      | parse/weights/(?:[a-z]+\.pt | resources\.json | whole\.json | manifest\.json | README\.md | LICENSE)
      | view/assets/(?:[a-z]+\.(?:json|html) | (?:css|js)/[a-z-]+\.(?:css|js) | fonts/[a-z0-9-]+\.(?:ttf|woff2)
                     | fonts/OFL\.txt))
      | perintah-[0-9.]+\.dist-info/.+""",
    re.VERBOSE,
)
NEEDED = {
    "kg/py.typed", "kg/ontology/perintah.ttl", "kg/ontology/lexicon-id.ttl", "kg/ontology/shapes.ttl",
    "kg/ontology/queries/who-ordered-what.rq", "kg/samples/gold.jsonl", "kg/parse/weights/depparse.pt",
    "kg/parse/weights/LICENSE", "kg/view/assets/page.html",
}  # fmt: skip
MEGABYTES = 50

pytestmark = pytest.mark.skipif(not (ROOT / "pyproject.toml").is_file(), reason="the checkout is needed")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = ["wheel", str(ROOT), "--no-deps", "--no-build-isolation", "--no-index", "-q", "-w", str(folder)]
    subprocess.run([sys.executable, "-m", "pip", *command], check=True, capture_output=True)
    [path] = folder.glob("perintah-*.whl")
    return path


def test_what_is_inside(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {name for name in names if not WANTED.fullmatch(name)} == set()
    assert names >= NEEDED
    assert sum(name.startswith("kg/samples/") and name.endswith(".txt") for name in names) >= 12
    assert any(name.endswith("LICENSE") and ".dist-info" in name for name in names)
    assert any(name.endswith("NOTICE") and ".dist-info" in name for name in names)
    assert wheel.stat().st_size < MEGABYTES * 1_000_000


@pytest.mark.model
def test_it_works_outside_the_checkout(wheel: Path, tmp_path: Path, built: Built) -> None:
    site = tmp_path / "site"
    install = ["install", "--no-deps", "--no-index", "--no-compile", "-q", "--target", str(site), str(wheel)]
    subprocess.run([sys.executable, "-m", "pip", *install], check=True, capture_output=True)
    away = tmp_path / "away"
    away.mkdir()

    def run(*arguments: str | Path) -> str:
        ran = subprocess.run(
            [sys.executable, *arguments], cwd=away, env=os.environ | {"PYTHONPATH": str(site)},
            check=True, capture_output=True, text=True,
        )  # fmt: skip
        return ran.stdout

    assert Path(run("-c", "import kg; print(kg.__file__)").strip()).is_relative_to(site)
    assert run("-m", "kg", "--version").startswith("kg 0.")
    assert "who-ordered-what" in run("-m", "kg", "query", "--list")
    run("-m", "kg", "build", "--cache", built.cache)
    for path in built.folder.iterdir():
        assert (away / "output" / path.name).read_bytes() == path.read_bytes()
    assert run("-m", "kg", "check") == ""
